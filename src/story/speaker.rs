//! Whose words the quotes are, as entities; and "I" in them.

use rustc_hash::FxHashMap;

use super::cast::Cast;
use crate::fact::{EntityId, EntityKind, Mention, MentionForm, Quote, QuoteForm};
use crate::lexicon::Reading;
use crate::text::{ByteSpan, order};

/// All mentions in text order, for finding the entity that some words name.
#[derive(Default)]
pub struct Mentions {
    all: Vec<(ByteSpan, EntityId, MentionForm)>,
    /// People and organisations by their names in lower case; `None` where two share one.
    by_name: FxHashMap<String, Option<EntityId>>,
}

impl Mentions {
    /// The mentions of the cast.
    pub fn of(cast: &Cast) -> Self {
        let mut all: Vec<_> = cast
            .entities
            .iter()
            .enumerate()
            .flat_map(|(id, entity)| entity.mentions.iter().map(move |mention| (mention.span, id, mention.form)))
            .collect();
        order::sort(&mut all, |(span, id, _)| order::key(span.rank(), *id as u64));
        let mut by_name: FxHashMap<String, Option<EntityId>> = FxHashMap::default();
        for (id, entity) in cast.entities.iter().enumerate() {
            if matches!(entity.kind, EntityKind::Person | EntityKind::Organization) {
                for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                    by_name.entry(name.to_lowercase()).and_modify(|known| *known = known.filter(|&known| known == id)).or_insert(Some(id));
                }
            }
        }
        Self { all, by_name }
    }

    /// The entity that the words of `span` name, in the order of trust: exactly these words, a person or an organisation
    /// that ends them or that they begin with, a role. Countries and nationalities inside longer words do not count.
    pub fn entity(&self, reading: &Reading, span: ByteSpan, cast: &Cast) -> Option<EntityId> {
        let from = self.all.partition_point(|(mention, _, _)| mention.end() <= span.start() && mention.start() < span.start());
        let inside = || {
            self.all[from.saturating_sub(2)..]
                .iter()
                .take_while(|(mention, _, _)| mention.start() < span.end())
                .filter(|(mention, _, _)| mention.overlaps(span))
        };
        let exact = inside().find(|(mention, _, _)| *mention == span);
        let people = || inside().filter(|(_, id, form)| *form != MentionForm::Pronoun && cast.entities[*id].kind == EntityKind::Person);
        let person =
            people().find(|(mention, _, _)| mention.end() == span.end() || mention.start() == span.start() || mention.contains(span));
        let body = || inside().filter(|(_, id, _)| cast.entities[*id].kind == EntityKind::Organization);
        let body = body().find(|(mention, _, _)| mention.end() == span.end());
        exact.or(person).or(body).map(|(_, id, _)| *id).or_else(|| {
            // A name that the tagger missed here but knows from elsewhere.
            let words = reading.document().words(span).to_lowercase();
            let bare = ["the ", "a "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(&words);
            self.by_name.get(bare).copied().flatten()
        })
    }
}

/// Gives the quotes their speakers.
pub fn speakers(reading: &Reading, quotes: &mut [Quote], mentions: &Mentions, cast: &Cast) {
    for quote in quotes {
        quote.speaker = quote.speaker_span.and_then(|span| mentions.entity(reading, span, cast));
    }
}

/// Adds "I", "me", "my" of direct quotes to the mentions of their speakers.
pub fn first_persons(reading: &Reading, quotes: &[Quote], cast: &mut Cast) {
    let document = reading.document();
    let mut added: FxHashMap<EntityId, Vec<Mention>> = FxHashMap::default();
    for quote in quotes.iter().filter(|quote| quote.form == QuoteForm::Direct) {
        let Some(id) = quote.speaker.filter(|&id| cast.entities[id].kind == EntityKind::Person) else { continue };
        for at in document.tokens_in(quote.span).range() {
            let word = reading.lower(at);
            let stem = word.split(['\'', '’']).next().unwrap_or("");
            if matches!(stem, "i" | "me" | "my" | "myself") && reading.surface(at) != "i" {
                let start = document.tokens()[at].span.start();
                added.entry(id).or_default().push(Mention { span: ByteSpan::new(start, start + stem.len()), form: MentionForm::Pronoun });
            }
        }
    }
    for (id, mut mentions) in added {
        cast.entities[id].mentions.append(&mut mentions);
    }
}
