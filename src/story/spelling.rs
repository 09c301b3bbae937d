//! How names are written: the spellings of a text, and which of them are of the same entity.

use rustc_hash::FxHashMap;

use super::place;
use crate::fact::{EntityKind, NameMention};
use crate::lexicon::Reading;
use crate::text::{Shape, TokenKind};

/// A way in which names are written, with all that are written so.
pub struct Spelling {
    /// What they name.
    pub kind: EntityKind,
    /// Lower-case words without marks, articles and periods.
    pub words: Vec<String>,
    /// The first name written so.
    pub first: usize,
    /// Some place written so is somewhere: "in Hanover", "Hanover, Germany".
    located: bool,
    /// A spelling of the same entity nearer to the representative, which is its own.
    same: usize,
}

/// What tells two spellings apart: the kind and the words.
type Key = (EntityKind, String);

/// The spellings of a text, by the first name written so. Filled by [`Spellings::read`], then joined by [`Spellings::index`] and
/// [`Spellings::join`]; each takes one item a call and says whether there was one.
#[derive(Default)]
pub struct Spellings {
    all: Vec<Spelling>,
    by_key: FxHashMap<Key, usize>,
    /// The key of the name that is read, kept for its room.
    key: String,
    /// The spelling of each name.
    of_name: Vec<usize>,
    /// The first spelling of each country and of its people.
    known: FxHashMap<(EntityKind, [u8; 2]), usize>,
    /// Initials, prefixes and suffixes of long names; `None` where two names share them.
    short: FxHashMap<Key, Option<usize>>,
    /// Companies by their names without what every company has: "Hanover" of "Hanover Insurance Co". `None` where two share one.
    companies: FxHashMap<String, Option<usize>>,
    /// The first spelling of a person by first and last word.
    ends: FxHashMap<(String, String), usize>,
}

impl Spellings {
    /// Spelling number `at`.
    pub fn get(&self, at: usize) -> Option<&Spelling> {
        self.all.get(at)
    }

    /// The spelling of name number `at`.
    pub fn of_name(&self, at: usize) -> usize {
        self.of_name[at]
    }

    /// Reads name number `at`; all names are read in order.
    pub fn read(&mut self, reading: &Reading, names: &[NameMention], at: usize) -> bool {
        let Some(name) = names.get(at) else { return false };
        let mut words = std::mem::take(&mut self.key);
        words.clear();
        for token in name.tokens.range() {
            let Some(shape) = reading.document().tokens().get(token).map(|token| (token.kind, token.shape)) else { continue };
            let word = reading.lower(token);
            let skipped = shape.0 == TokenKind::Mark || shape.1.has(Shape::POSSESSIVE) || words.is_empty() && matches!(word, "the" | "a");
            if !skipped {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.extend(word.chars().filter(|c| *c != '.').flat_map(char::to_lowercase));
            }
        }
        let key = (name.kind, words);
        let found = self.by_key.get(&key).copied().unwrap_or_else(|| {
            let (found, words) = (self.all.len(), key.1.split(' ').map(str::to_owned).collect());
            self.all.push(Spelling { kind: name.kind, words, first: at, located: false, same: found });
            self.by_key.insert(key.clone(), found);
            found
        });
        self.all[found].located |= name.kind == EntityKind::Place && is_located(reading, name);
        self.key = key.1;
        self.of_name.push(found);
        true
    }

    /// Notes in what other ways the entity of spelling `at` may be written, and joins what is surely one.
    pub fn index(&mut self, at: usize) -> bool {
        let Some(spelling) = self.all.get(at) else { return false };
        let (kind, words) = (spelling.kind, &spelling.words);
        // What the knowledge tables know as one: "U.S." and "United States", "Russian" and "Russians".
        let name = words.join(" ");
        let country = match kind {
            EntityKind::Place => place::country_named(&name),
            EntityKind::Nationality => place::people_of(&name),
            _ => None,
        };
        let known = country.map(|country| *self.known.entry((kind, country)).or_insert(at));
        for form in short_forms(kind, words) {
            self.short.entry((kind, form)).and_modify(|long| *long = None).or_insert(Some(at));
        }
        // Full names of people with the same first and last word: "Ali Hassan Saleh" and "Ali Saleh".
        let full = (kind == EntityKind::Person).then(|| content(words)).and_then(|words| match words[..] {
            [first, .., last] => Some(*self.ends.entry((first.clone(), last.clone())).or_insert(at)),
            _ => None,
        });
        let company = self.index_company(at);
        for first in known.into_iter().chain(full).chain(company) {
            self.unite(first, at);
        }
        true
    }

    /// Notes the short name of spelling `at` if it is a company's. Returns the first spelling of the same one.
    fn index_company(&mut self, at: usize) -> Option<usize> {
        let spelling = self.all.get(at).filter(|spelling| spelling.kind == EntityKind::Organization)?;
        let words = &spelling.words;
        let bare = words.iter().rposition(|word| !is_of_companies(word)).map_or(0, |last| last + 1);
        if bare == 0 || bare == words.len() {
            return None;
        }
        let first = self.companies.entry(words[..bare].join(" ")).or_insert(Some(at));
        // "Hanover Insurance" and "Hanover Insurance Co" are one, "Hanover Stores" is another.
        *first = first.filter(|&first| {
            let one = &self.all[first].words;
            one.starts_with(words) || words.starts_with(one)
        });
        *first
    }

    /// Joins spelling `at` with those that it is a short form of, when all are indexed.
    pub fn join(&mut self, reading: &Reading, names: &[NameMention], at: usize) -> bool {
        let Some(spelling) = self.all.get(at) else { return false };
        let (kind, name) = (spelling.kind, spelling.words.join(" "));
        // A people without a country of its own: "Kurd", "Kurds".
        let singular =
            (kind == EntityKind::Nationality).then(|| self.by_key.get(&(kind, name.strip_suffix('s')?.to_owned())).copied()).flatten();
        // Organisations and places by their acronyms, organisations by shortened names.
        let usable = spelling.words.len() > 1 || is_acronym(reading, names, spelling.first);
        let long = self.short.get(&(kind, name)).copied().flatten().filter(|long| usable && *long != at);
        let acronym = self.acronym_behind(reading, names, spelling);
        let company = (kind == EntityKind::Organization).then(|| self.company(at)).flatten();
        for other in singular.into_iter().chain(long).chain(acronym).chain(company) {
            self.unite(other, at);
        }
        true
    }

    /// The company that spelling `at` is short for, where no place called so is somewhere: "Hanover said" of an insurance.
    pub fn company(&self, at: usize) -> Option<usize> {
        let spelling = self.all.get(at).filter(|spelling| !spelling.located)?;
        self.companies.get(&spelling.words.join(" ")).copied().flatten()
    }

    /// "Observatory of Rights (SOR)" shows an acronym even where the initials differ.
    fn acronym_behind(&self, reading: &Reading, names: &[NameMention], spelling: &Spelling) -> Option<usize> {
        let name = names.get(spelling.first)?;
        let end = name.tokens.end as usize;
        if spelling.words.len() < 2 || name.kind != EntityKind::Organization || reading.lower(end) != "(" || reading.lower(end + 2) != ")" {
            return None;
        }
        let next = names.partition_point(|name| name.tokens.first as usize <= end);
        let inside = names.get(next).filter(|inside| inside.tokens.first as usize == end + 1 && inside.kind == name.kind)?;
        let words = reading.lower(end + 1).replace('.', "");
        is_acronym(reading, names, next).then(|| self.by_key.get(&(inside.kind, words)).copied()).flatten()
    }

    /// Makes the way of spelling `at` to its representative one step, when all are joined. A representative stands before those that
    /// it represents, so going through all in order does it for all.
    pub fn shorten(&mut self, at: usize) {
        self.all[at].same = self.all[self.all[at].same].same;
    }

    /// The representative of a spelling.
    pub fn root(&self, mut at: usize) -> usize {
        while self.all[at].same != at {
            at = self.all[at].same;
        }
        at
    }

    /// Joins two spellings; the earlier one represents both.
    fn unite(&mut self, one: usize, other: usize) {
        let (root, other_root) = (self.root(one), self.root(other));
        self.all[one].same = root;
        self.all[other].same = other_root;
        self.all[root.max(other_root)].same = root.min(other_root);
    }
}

/// "in Hanover", "Hanover, Germany": what stands beside the name shows that a place is meant.
fn is_located(reading: &Reading, name: &NameMention) -> bool {
    let (first, end) = (name.tokens.first as usize, name.tokens.end as usize);
    let before = |by: usize| first.checked_sub(by).map_or("", |at| reading.lower(at));
    // One has a stake in a company too.
    let inside = before(1) == "in" && !matches!(before(2), "stake" | "stakes" | "shares" | "interest" | "holding" | "investment");
    let beside = matches!(before(1), "at" | "near" | "to" | "around" | "outside" | "north" | "south" | "east" | "west");
    let larger = reading.lower(end) == "," && reading.document().tokens().get(end + 1).is_some_and(|token| token.is_capitalised());
    inside || beside || larger
}

/// A company's name without the words for its legal form behind it: "Volga Motors Co Ltd", "Dunn and Co".
pub(super) fn without_form(name: &str) -> &str {
    let mut name = name;
    while let Some((rest, last)) = name.rsplit_once(' ') {
        let last = last.trim_end_matches('.').to_lowercase();
        if !(matches!(last.as_str(), "and" | "&") || is_of_companies(&last)) {
            break;
        }
        name = rest;
    }
    name
}

/// What the names of companies end with, and may be left out.
fn is_of_companies(word: &str) -> bool {
    matches!(
        word,
        "inc"
            | "corp"
            | "corporation"
            | "co"
            | "company"
            | "ltd"
            | "limited"
            | "plc"
            | "ag"
            | "sa"
            | "spa"
            | "nv"
            | "gmbh"
            | "llc"
            | "holdings"
            | "group"
            | "industries"
            | "insurance"
            | "bancorp"
            | "stores"
            | "technologies"
            | "pharmaceuticals"
    )
}

/// In what shorter ways a long name may be written: an organisation and a place by their initials, an organisation by its first or
/// its last words. Each once.
fn short_forms(kind: EntityKind, words: &[String]) -> Vec<String> {
    let mut forms = Vec::new();
    if words.len() < 2 || !matches!(kind, EntityKind::Organization | EntityKind::Place) {
        return forms;
    }
    forms.extend([initials(words, false), initials(words, true)]);
    if kind == EntityKind::Organization {
        forms.extend((2..words.len()).flat_map(|cut| [words[..cut].join(" "), words[words.len() - cut..].join(" ")]));
    }
    forms.sort_unstable();
    forms.dedup();
    forms
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

/// The words that tell people apart, without particles before the surname and "Jr." behind it.
pub(super) fn content(words: &[String]) -> Vec<&String> {
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
