//! All mentions in text order; by them, whose words the quotes are, as entities; and "I" in those.

use rustc_hash::FxHashMap;

use super::cast::Cast;
use crate::fact::{EntityId, EntityKind, Mention, MentionForm, Quote, QuoteForm};
use crate::lexicon::Reading;
use crate::text::ByteSpan;
use crate::text::order::{self, Sorting};

/// A mention and whose it is.
type Placed = (ByteSpan, EntityId, MentionForm);

/// All mentions in text order, for finding the entity that some words name. Filled pass by pass; each takes one item a call and says
/// whether there was one.
#[derive(Default)]
pub struct Mentions {
    /// Those of names, roles and pronouns, as they were found, and their order.
    found: Vec<Placed>,
    order: Sorting,
    /// The same in text order.
    all: Vec<Placed>,
    /// "I" in quotes.
    spoken: Vec<Placed>,
    /// Their order.
    order_spoken: Sorting,
    /// The first of all, and the first in quotes, that no entity has back.
    next: (usize, usize),
    /// People and organisations by their names in lower case; `None` where two share one.
    by_name: FxHashMap<String, Option<EntityId>>,
}

impl Mentions {
    /// Takes the mentions of entity number `at`.
    pub fn take(&mut self, at: usize, cast: &mut Cast) -> bool {
        let Some(entity) = cast.entities.get_mut(at) else { return false };
        for mention in entity.mentions.drain(..) {
            self.found.push((mention.span, at, mention.form));
            self.order.push(order::key(mention.span.rank(), (at as u64) << 8 | mention.form as u64));
        }
        if matches!(entity.kind, EntityKind::Person | EntityKind::Organization) {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                self.by_name.entry(name.to_lowercase()).and_modify(|known| *known = known.filter(|&known| known == at)).or_insert(Some(at));
            }
        }
        true
    }

    /// Goes on putting in order what was taken.
    pub fn sort(&mut self) -> bool {
        self.order.advance()
    }

    /// Places number `at` of the mentions, when they are sorted.
    pub fn place(&mut self, at: usize) -> bool {
        let Some(&mention) = self.order.sorted().get(at).and_then(|&(_, from)| self.found.get(from)) else { return false };
        self.all.push(mention);
        true
    }

    /// Notes "I", "me", "my" of quote number `at`, where it is a direct one and its speaker is known.
    pub fn listen(&mut self, reading: &Reading, quotes: &mut [Quote], at: usize, cast: &Cast) -> bool {
        let Some(quote) = quotes.get_mut(at) else { return false };
        quote.speaker = quote.speaker_span.and_then(|span| self.entity(reading, span, cast));
        let speaker = quote.speaker.filter(|&id| quote.form == QuoteForm::Direct && cast.entities[id].kind == EntityKind::Person);
        let Some(speaker) = speaker else { return true };
        let document = reading.document();
        for at in document.tokens_in(quote.span).range() {
            let word = reading.lower(at);
            if !word.starts_with(['i', 'm']) {
                continue;
            }
            let stem = word.split(['\'', '’']).next().unwrap_or("");
            if matches!(stem, "i" | "me" | "my" | "myself") && reading.surface(at) != "i" {
                let start = document.tokens()[at].span.start();
                let span = ByteSpan::new(start, start + stem.len());
                self.spoken.push((span, speaker, MentionForm::Pronoun));
                self.order_spoken.push(span.rank().into());
            }
        }
        true
    }

    /// Goes on putting in order what is said in quotes.
    pub fn sort_spoken(&mut self) -> bool {
        self.order_spoken.advance()
    }

    /// Gives the next of all mentions, in text order, back to its entity, which keeps each once.
    pub fn settle(&mut self, cast: &mut Cast) -> bool {
        let known = self.all.get(self.next.0);
        let spoken = self.order_spoken.sorted().get(self.next.1).and_then(|&(_, from)| self.spoken.get(from));
        let is_spoken = |spoken: &&Placed| known.is_none_or(|known| spoken.0.rank() < known.0.rank());
        let (mention, next) = match spoken.filter(is_spoken) {
            Some(spoken) => (Some(spoken), &mut self.next.1),
            None => (known, &mut self.next.0),
        };
        let Some(&(span, id, form)) = mention else { return false };
        *next += 1;
        let mentions = &mut cast.entities[id].mentions;
        if mentions.last().is_none_or(|last| last.span != span) {
            mentions.push(Mention { span, form });
        }
        true
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
