//! Who is who: the names of the text become entities, each once.

use rustc_hash::{FxHashMap, FxHashSet};

use super::spelling::{Spellings, content};
use crate::fact::{Confidence, Entity, EntityId, EntityKind, Mention, MentionForm, NameMention};
use crate::lexicon::Reading;
use crate::lexicon::en::gender::{self, Gender};
use crate::text::Sentence;

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

/// Gives each name its entity, when its spellings are joined. Like those, each pass takes one item a call and says whether there was
/// one.
#[derive(Default)]
pub struct Casting {
    /// Entities by the spelling that represents them.
    of_root: FxHashMap<usize, EntityId>,
    /// Representatives of full names by surname, and by first name.
    by_surname: FxHashMap<String, Vec<usize>>,
    by_first: FxHashMap<String, Vec<usize>>,
    /// Of each entity: the sentence of the last name and the number of names so far.
    seen: Vec<(usize, usize)>,
    /// The sentence of the name that gets its entity.
    sentence: usize,
    /// Spellings whose words each entity already has as an alias.
    aliased: FxHashSet<(EntityId, usize)>,
    /// For each entity the spelling of its name.
    named: Vec<usize>,
}

impl Casting {
    /// Notes whom a part of spelling `at` may name.
    pub fn index(&mut self, spellings: &mut Spellings, at: usize) -> bool {
        if spellings.get(at).is_none() {
            return false;
        }
        spellings.shorten(at);
        let representative = spellings.root(at);
        let Some(spelling) = spellings.get(at).filter(|spelling| spelling.kind == EntityKind::Person) else { return true };
        if let [first, .., last] = content(&spelling.words)[..] {
            for (index, word) in [(&mut self.by_surname, last), (&mut self.by_first, first)] {
                let list = index.entry(word.clone()).or_default();
                if !list.contains(&representative) && list.len() < 8 {
                    list.push(representative);
                }
            }
        }
        true
    }

    /// Gives name number `at` its entity; all names get theirs in order.
    pub fn cast(&mut self, reading: &Reading, names: &[NameMention], spellings: &Spellings, at: usize, cast: &mut Cast) -> bool {
        let Some(name) = names.get(at) else { return false };
        let before = |sentence: &&Sentence| sentence.tokens.end <= name.tokens.first;
        self.sentence += reading.sentences().get(self.sentence..).unwrap_or_default().iter().take_while(before).count();
        Scene { reading, names, spellings, casting: self, cast }.enter(at, name);
        true
    }

    /// Gives entity number `at` the fullest of its names, when all are cast.
    pub fn name(&self, reading: &Reading, names: &[NameMention], spellings: &Spellings, at: usize, cast: &mut Cast) -> bool {
        let (Some(entity), Some(&spelling)) = (cast.entities.get_mut(at), self.named.get(at)) else { return false };
        entity.name = surface(reading, names, spellings, spelling);
        let name = &entity.name;
        entity.aliases.retain(|alias| alias != name);
        true
    }
}

/// A spelling as first written, on one line.
fn surface(reading: &Reading, names: &[NameMention], spellings: &Spellings, spelling: usize) -> String {
    let first = spellings.get(spelling).and_then(|spelling| names.get(spelling.first));
    let words = first.map_or("", |name| reading.document().words(name.span));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One name and what its entity is found by.
struct Scene<'a> {
    reading: &'a Reading,
    names: &'a [NameMention],
    spellings: &'a Spellings,
    casting: &'a mut Casting,
    cast: &'a mut Cast,
}

impl Scene<'_> {
    fn enter(&mut self, at: usize, name: &NameMention) {
        let spelling = self.spellings.of_name(at);
        // A lone surname that was taken for something else is still the person's.
        let surname = name.kind != EntityKind::Person && name.confidence == Confidence::Low && self.is_surname(spelling);
        // A company that is called by its first word looks like the place of that name.
        let company = if name.kind == EntityKind::Place { self.spellings.company(spelling) } else { None };
        let representative = if name.kind == EntityKind::Person || surname {
            self.person(at, spelling)
        } else {
            self.spellings.root(company.unwrap_or(spelling))
        };
        let id = self.entity(representative);
        self.add(id, at, spelling);
    }

    fn is_surname(&self, spelling: usize) -> bool {
        self.spellings.get(spelling).is_some_and(|spelling| {
            let surname = matches!(&spelling.words[..], [word] if self.casting.by_surname.contains_key(word));
            surname && spelling.kind != EntityKind::Nationality
        })
    }

    /// The representative of the person that a name means: a surname goes to the full name it belongs to.
    fn person(&self, at: usize, spelling: usize) -> usize {
        let words = self.spellings.get(spelling).map(|spelling| content(&spelling.words)).unwrap_or_default();
        let own = self.spellings.root(spelling);
        let [word] = words[..] else { return own };
        let candidates = self.casting.by_surname.get(word).or_else(|| self.casting.by_first.get(word));
        match candidates.map(Vec::as_slice) {
            None | Some([]) => own,
            Some([one]) => *one,
            Some(several) => self.choose(at, several),
        }
    }

    /// Two people share a surname: a title tells, or who was last spoken of, or who is spoken of most.
    fn choose(&self, at: usize, candidates: &[usize]) -> usize {
        let title = gender::of_word(self.reading.lower((self.names[at].tokens.first as usize).wrapping_sub(1)));
        let score = |candidate: &usize| {
            let Some(&id) = self.casting.of_root.get(candidate) else { return (0, 0, 0) };
            let fits = match (title, self.cast.genders[id]) {
                (Some(title), Some(gender)) if title != gender => 0,
                (Some(_), Some(_)) => 3,
                _ => 2,
            };
            let (last, count) = self.casting.seen[id];
            let near = usize::from(self.casting.sentence.saturating_sub(last) <= 3);
            (fits, near, count)
        };
        candidates.iter().copied().rev().max_by_key(score).unwrap_or(candidates[0])
    }

    fn entity(&mut self, representative: usize) -> EntityId {
        if let Some(&id) = self.casting.of_root.get(&representative) {
            return id;
        }
        let id = self.cast.entities.len();
        self.cast.entities.push(Entity {
            kind: self.spellings.get(representative).map_or(EntityKind::Miscellaneous, |spelling| spelling.kind),
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
        self.casting.seen.push((0, 0));
        self.casting.named.push(representative);
        self.casting.of_root.insert(representative, id);
        id
    }

    fn add(&mut self, id: EntityId, at: usize, spelling: usize) {
        let name = &self.names[at];
        self.cast.of_name.push(id);
        self.casting.seen[id] = (self.casting.sentence, self.casting.seen[id].1 + 1);
        let gender = self.gender(at, spelling);
        self.cast.genders[id] = self.cast.genders[id].or(gender);
        let entity = &mut self.cast.entities[id];
        entity.mentions.push(Mention { span: name.span, form: MentionForm::Name });
        entity.confidence = entity.confidence.max(name.confidence);
        if self.casting.aliased.insert((id, spelling)) {
            let surface = surface(self.reading, self.names, self.spellings, spelling);
            let length = |spelling: usize| self.spellings.get(spelling).map_or(0, |spelling| spelling.words.len());
            let fuller = length(spelling) > length(self.casting.named[id]);
            if fuller {
                self.casting.named[id] = spelling;
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
                let words = &self.spellings.get(spelling)?.words;
                (words.len() > 1).then(|| gender::of_given_name(&words[0])).flatten()
            })
    }
}
