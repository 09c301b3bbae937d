//! Who is who: the names of the text become entities, each once.

use rustc_hash::{FxHashMap, FxHashSet};

use super::place;
use crate::fact::{Confidence, Entity, EntityId, EntityKind, Mention, MentionForm, NameMention};
use crate::lexicon::Reading;
use crate::lexicon::en::gender::{self, Gender};
use crate::text::{Shape, TokenKind, order};

/// The entities of a text with what is known of them besides.
#[derive(Default)]
pub struct Cast {
    /// The entities by first mention by name.
    pub entities: Vec<Entity>,
    /// He or she, where the article shows it.
    pub genders: Vec<Option<Gender>>,
    /// The entity of each name, in the order of the names.
    pub of_name: Vec<EntityId>,
}

/// A way in which names are written, with all that are written so.
struct Spelling {
    kind: EntityKind,
    /// Lower-case words without marks, articles and periods.
    words: Vec<String>,
    /// The first name written so.
    first: usize,
    /// Representative of the spellings of the same entity.
    same: usize,
}

/// What tells two spellings apart: the kind and the words.
type Key = (EntityKind, String);

impl Cast {
    /// Sorts the names of a text, in text order, into entities.
    pub fn of(reading: &Reading, names: &[NameMention]) -> Self {
        let (mut spellings, spelling_of) = spell(reading, names);
        merge_known(&mut spellings);
        merge_short_forms(reading, names, &mut spellings);
        merge_full_names(&mut spellings);
        // A representative always stands before those it represents, so one pass makes every way to it one step.
        for at in 0..spellings.len() {
            spellings[at].same = spellings[spellings[at].same].same;
        }
        Casting::new(reading, names, &spellings, &spelling_of).run()
    }

    /// Brings the mentions of each entity into text order, each once.
    pub fn settle(&mut self) {
        for entity in &mut self.entities {
            order::sort(&mut entity.mentions, |mention| order::key(mention.span.rank(), mention.form as u64));
            entity.mentions.dedup_by_key(|mention| mention.span);
        }
    }
}

/// The spellings of the names, and the one of each name.
fn spell(reading: &Reading, names: &[NameMention]) -> (Vec<Spelling>, Vec<usize>) {
    let mut index: FxHashMap<Key, usize> = FxHashMap::default();
    let mut spellings: Vec<Spelling> = Vec::new();
    let mut of = Vec::with_capacity(names.len());
    let mut key = String::new();
    for (at, name) in names.iter().enumerate() {
        key.clear();
        for token in name.tokens.range() {
            let Some(shape) = reading.document().tokens().get(token).map(|token| (token.kind, token.shape)) else { continue };
            let word = reading.lower(token);
            let skipped = shape.0 == TokenKind::Mark || shape.1.has(Shape::POSSESSIVE) || key.is_empty() && matches!(word, "the" | "a");
            if !skipped {
                if !key.is_empty() {
                    key.push(' ');
                }
                key.extend(word.chars().filter(|c| *c != '.').flat_map(char::to_lowercase));
            }
        }
        let found = match index.get(&(name.kind, key.clone())) {
            Some(&found) => found,
            None => {
                let words = key.split(' ').map(str::to_owned).collect();
                spellings.push(Spelling { kind: name.kind, words, first: at, same: spellings.len() });
                index.insert((name.kind, key.clone()), spellings.len() - 1);
                spellings.len() - 1
            }
        };
        of.push(found);
    }
    (spellings, of)
}

/// The representative of a spelling.
fn root(spellings: &[Spelling], mut at: usize) -> usize {
    while spellings[at].same != at {
        at = spellings[at].same;
    }
    at
}

/// Joins two spellings; the earlier one represents both.
fn join(spellings: &mut [Spelling], one: usize, other: usize) {
    let (old, other_old) = (one, other);
    let (one, other) = (root(spellings, one), root(spellings, other));
    spellings[old].same = one;
    spellings[other_old].same = other;
    let (first, second) = (one.min(other), one.max(other));
    spellings[second].same = first;
}

/// Joins spellings that the knowledge tables know as one: "U.S." and "United States", "Russian" and "Russians".
fn merge_known(spellings: &mut [Spelling]) {
    let mut known: FxHashMap<(EntityKind, [u8; 2]), usize> = FxHashMap::default();
    for at in 0..spellings.len() {
        let spelling = &spellings[at];
        let name = spelling.words.join(" ");
        let country = match spelling.kind {
            EntityKind::Place => place::country_named(&name),
            EntityKind::Nationality => place::people_of(&name),
            _ => None,
        };
        if let Some(country) = country {
            let first = *known.entry((spelling.kind, country)).or_insert(at);
            join(spellings, first, at);
        }
    }
    // A people without a country of its own: "Kurd", "Kurds".
    let singular: FxHashMap<String, usize> = spellings
        .iter()
        .enumerate()
        .filter(|(_, spelling)| spelling.kind == EntityKind::Nationality)
        .map(|(at, spelling)| (spelling.words.join(" "), at))
        .collect();
    for at in 0..spellings.len() {
        if spellings[at].kind == EntityKind::Nationality
            && let Some(stem) = spellings[at].words.join(" ").strip_suffix('s')
            && let Some(&one) = singular.get(stem)
        {
            join(spellings, one, at);
        }
    }
}

/// Joins organisations and places with their acronyms, and organisations with shortened names.
fn merge_short_forms(reading: &Reading, names: &[NameMention], spellings: &mut [Spelling]) {
    // Initials, prefixes and suffixes of long names; `None` where two names share them.
    let mut short: FxHashMap<Key, Option<usize>> = FxHashMap::default();
    for (at, spelling) in spellings.iter().enumerate() {
        if spelling.words.len() < 2 || !matches!(spelling.kind, EntityKind::Organization | EntityKind::Place) {
            continue;
        }
        let mut forms: Vec<String> = Vec::new();
        let mut add = |form: String| {
            if !forms.contains(&form) {
                forms.push(form);
            }
        };
        add(initials(&spelling.words, false));
        add(initials(&spelling.words, true));
        if spelling.kind == EntityKind::Organization {
            for cut in 2..spelling.words.len() {
                add(spelling.words[..cut].join(" "));
                add(spelling.words[spelling.words.len() - cut..].join(" "));
            }
        }
        for form in forms {
            short.entry((spelling.kind, form)).and_modify(|long| *long = None).or_insert(Some(at));
        }
    }
    for at in 0..spellings.len() {
        let spelling = &spellings[at];
        let single = spelling.words.len() == 1;
        if single && !is_acronym(reading, names, spelling.first) {
            continue;
        }
        if let Some(&Some(long)) = short.get(&(spelling.kind, spelling.words.join(" ")))
            && long != at
        {
            join(spellings, long, at);
        }
    }
    // "Observatory of Rights (SOR)" shows an acronym even where the initials differ.
    let tokens: FxHashMap<usize, usize> = names.iter().enumerate().map(|(at, name)| (name.tokens.first as usize, at)).collect();
    let index: FxHashMap<Key, usize> =
        spellings.iter().enumerate().map(|(at, spelling)| ((spelling.kind, spelling.words.join(" ")), at)).collect();
    for at in 0..spellings.len() {
        let name = names[spellings[at].first];
        let end = name.tokens.end as usize;
        if spellings[at].words.len() < 2
            || name.kind != EntityKind::Organization
            || reading.lower(end) != "("
            || reading.lower(end + 2) != ")"
        {
            continue;
        }
        if let Some(&next) = tokens.get(&(end + 1))
            && is_acronym(reading, names, next)
            && let Some(&acronym) = index.get(&(names[next].kind, reading.lower(end + 1).replace('.', "")))
            && names[next].kind == name.kind
        {
            join(spellings, at, acronym);
        }
    }
}

/// First letters of the words, with or without the small ones.
fn initials(words: &[String], small: bool) -> String {
    let kept =
        words.iter().filter(|word| small || !matches!(word.as_str(), "of" | "the" | "and" | "for" | "in" | "to" | "on" | "de" | "la"));
    kept.filter_map(|word| word.chars().next()).collect()
}

fn is_acronym(reading: &Reading, names: &[NameMention], name: usize) -> bool {
    let tokens = names[name].tokens;
    let shape = reading.document().tokens().get(tokens.first as usize).map(|token| token.shape);
    tokens.len() == 1 && names[name].span.len() <= 9 && shape.is_some_and(|shape| shape.has(Shape::ALL_CAPS))
}

/// Joins full names of people with the same first and last word: "Ali Hassan Saleh" and "Ali Saleh".
fn merge_full_names(spellings: &mut [Spelling]) {
    let mut ends: FxHashMap<(String, String), usize> = FxHashMap::default();
    for at in 0..spellings.len() {
        let words = content(&spellings[at].words);
        if spellings[at].kind == EntityKind::Person && words.len() > 1 {
            let first = *ends.entry((words[0].clone(), words[words.len() - 1].clone())).or_insert(at);
            join(spellings, first, at);
        }
    }
}

/// The words that tell people apart, without particles before the surname and "Jr." behind it.
fn content(words: &[String]) -> Vec<&String> {
    let small = |word: &&String| {
        matches!(
            word.as_str(),
            "de" | "al"
                | "el"
                | "von"
                | "van"
                | "bin"
                | "ibn"
                | "der"
                | "den"
                | "la"
                | "le"
                | "da"
                | "di"
                | "du"
                | "dos"
                | "jr"
                | "sr"
                | "ii"
                | "iii"
        )
    };
    words.iter().filter(|word| !small(word)).collect()
}

/// The pass that gives each name its entity.
struct Casting<'a> {
    reading: &'a Reading,
    names: &'a [NameMention],
    spellings: &'a [Spelling],
    spelling_of: &'a [usize],
    /// Entities by the spelling that represents them.
    of_root: FxHashMap<usize, EntityId>,
    /// Representatives of full names by surname, first name, and any word of them.
    by_surname: FxHashMap<&'a str, Vec<usize>>,
    by_first: FxHashMap<&'a str, Vec<usize>>,
    cast: Cast,
    /// Of each entity: the last name and the number of names so far.
    seen: Vec<(usize, usize)>,
    /// Spellings whose words each entity already has as an alias.
    aliased: FxHashSet<(EntityId, usize)>,
    /// For each entity the spelling of its name.
    named: Vec<usize>,
}

impl<'a> Casting<'a> {
    fn new(reading: &'a Reading, names: &'a [NameMention], spellings: &'a [Spelling], spelling_of: &'a [usize]) -> Self {
        let mut by_surname: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut by_first: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (at, spelling) in spellings.iter().enumerate() {
            let words = content(&spelling.words);
            if spelling.kind != EntityKind::Person || words.len() < 2 {
                continue;
            }
            let representative = root(spellings, at);
            for (index, word) in [(&mut by_surname, words[words.len() - 1]), (&mut by_first, words[0])] {
                let list = index.entry(word.as_str()).or_default();
                if !list.contains(&representative) && list.len() < 8 {
                    list.push(representative);
                }
            }
        }
        Self {
            reading,
            names,
            spellings,
            spelling_of,
            of_root: FxHashMap::default(),
            by_surname,
            by_first,
            cast: Cast::default(),
            seen: Vec::new(),
            aliased: FxHashSet::default(),
            named: Vec::new(),
        }
    }

    fn run(mut self) -> Cast {
        for (at, name) in self.names.iter().enumerate() {
            let spelling = self.spelling_of[at];
            // A lone surname that was taken for something else is still the person's.
            let surname = name.kind != EntityKind::Person && name.confidence == Confidence::Low && self.is_surname(spelling);
            let representative =
                if name.kind == EntityKind::Person || surname { self.person(at, spelling) } else { root(self.spellings, spelling) };
            let id = self.entity(representative);
            self.add(id, at, spelling);
        }
        for (id, &spelling) in self.named.iter().enumerate() {
            self.cast.entities[id].name = self.surface(spelling);
        }
        let named: Vec<String> = self.cast.entities.iter().map(|entity| entity.name.clone()).collect();
        for (entity, name) in self.cast.entities.iter_mut().zip(named) {
            entity.aliases.retain(|alias| *alias != name);
        }
        self.cast
    }

    fn is_surname(&self, spelling: usize) -> bool {
        let spelling = &self.spellings[spelling];
        matches!(&spelling.words[..], [word] if self.by_surname.contains_key(word.as_str())) && spelling.kind != EntityKind::Nationality
    }

    /// The representative of the person that a name means: a surname goes to the full name it belongs to.
    fn person(&self, at: usize, spelling: usize) -> usize {
        let words = content(&self.spellings[spelling].words);
        let own = root(self.spellings, spelling);
        let [word] = words[..] else { return own };
        let candidates = self.by_surname.get(word.as_str()).or_else(|| self.by_first.get(word.as_str()));
        match candidates.map(Vec::as_slice) {
            None | Some([]) => own,
            Some([one]) => *one,
            Some(several) => self.choose(at, several),
        }
    }

    /// Two people share a surname: a title tells, or who was last spoken of, or who is spoken of most.
    fn choose(&self, at: usize, candidates: &[usize]) -> usize {
        let title = gender::of_word(self.reading.lower((self.names[at].tokens.first as usize).wrapping_sub(1)));
        let block = |name: usize| self.reading.document().sentence_of(self.names[name].tokens.first as usize).unwrap_or(0);
        let here = block(at);
        let score = |candidate: &usize| {
            let Some(&id) = self.of_root.get(candidate) else { return (0, 0, 0) };
            let fits = match (title, self.cast.genders[id]) {
                (Some(title), Some(gender)) if title != gender => 0,
                (Some(_), Some(_)) => 3,
                _ => 2,
            };
            let (last, count) = self.seen[id];
            let near = usize::from(here.saturating_sub(block(last)) <= 3);
            (fits, near, count)
        };
        candidates.iter().copied().rev().max_by_key(score).unwrap_or(candidates[0])
    }

    fn entity(&mut self, representative: usize) -> EntityId {
        if let Some(&id) = self.of_root.get(&representative) {
            return id;
        }
        let id = self.cast.entities.len();
        self.cast.entities.push(Entity {
            kind: self.spellings[representative].kind,
            name: String::new(),
            aliases: Vec::new(),
            roles: Vec::new(),
            mentions: Vec::new(),
            place: None,
            identifiers: Vec::new(),
            dateline: false,
            confidence: Confidence::Low,
        });
        self.cast.genders.push(None);
        self.seen.push((0, 0));
        self.named.push(representative);
        self.of_root.insert(representative, id);
        id
    }

    fn add(&mut self, id: EntityId, at: usize, spelling: usize) {
        let name = &self.names[at];
        self.cast.of_name.push(id);
        self.seen[id] = (at, self.seen[id].1 + 1);
        let gender = self.gender(at, spelling);
        self.cast.genders[id] = self.cast.genders[id].or(gender);
        let entity = &mut self.cast.entities[id];
        entity.mentions.push(Mention { span: name.span, form: MentionForm::Name });
        entity.confidence = entity.confidence.max(name.confidence);
        if self.aliased.insert((id, spelling)) {
            let surface = self.surface(spelling);
            let fuller = self.spellings[spelling].words.len() > self.spellings[self.named[id]].words.len();
            if fuller {
                self.named[id] = spelling;
            }
            let aliases = &mut self.cast.entities[id].aliases;
            if !aliases.contains(&surface) {
                aliases.push(surface);
            }
        }
    }

    /// He or she by the title before the name or by the given name.
    fn gender(&self, at: usize, spelling: usize) -> Option<Gender> {
        let name = &self.names[at];
        if name.kind != EntityKind::Person {
            return None;
        }
        let before = (name.tokens.first as usize).wrapping_sub(1);
        gender::of_word(self.reading.lower(before))
            .filter(|_| !matches!(self.reading.lower(before), "he" | "she" | "him" | "his" | "her" | "himself" | "herself"))
            .or_else(|| {
                let words = &self.spellings[spelling].words;
                (words.len() > 1).then(|| gender::of_given_name(&words[0])).flatten()
            })
    }

    /// A spelling as first written, on one line.
    fn surface(&self, spelling: usize) -> String {
        let words = self.reading.document().words(self.names[self.spellings[spelling].first].span);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
