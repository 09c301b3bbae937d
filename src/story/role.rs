//! The roles that an article gives people: before the name, beside it between commas, by "is".

use rustc_hash::{FxHashMap, FxHashSet};

use super::cast::Cast;
use super::place;
use crate::fact::{EntityId, EntityKind, Mention, MentionForm, NameMention, Role};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::gender;
use crate::lexicon::en::role::{ROLES, RoleNoun};
use crate::text::{ByteSpan, Shape, TokenKind, TokenSpan};

/// Longest role in tokens.
const LONGEST: usize = 16;

/// An office as someone has it: its noun and the country it is of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Office {
    /// Who has it.
    pub holder: EntityId,
    /// Of which country, where the words say it.
    pub country: Option<[u8; 2]>,
}

/// The offices of a text by their nouns; rulers also by "leader".
#[derive(Default)]
pub struct Offices(FxHashMap<String, Vec<Office>>);

impl Offices {
    /// Those who have an office with this noun (lower case).
    pub fn with(&self, noun: &str) -> &[Office] {
        self.0.get(noun).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, noun: &str, office: Office) {
        let list = self.0.entry(noun.to_owned()).or_default();
        if list.len() < 64 && !list.contains(&office) {
            list.push(office);
        }
    }
}

/// Whose the roles of a text are.
#[derive(Default)]
pub struct Roles {
    /// The offices found so far.
    pub offices: Offices,
    /// Roles that an entity already has, in lower case.
    told: FxHashSet<(EntityId, String)>,
}

impl Roles {
    /// Gives the person of name number `at` the roles told there. Returns whether there is such a name.
    pub fn assign(&mut self, reading: &Reading, names: &[NameMention], at: usize, cast: &mut Cast) -> bool {
        let Some(name) = names.get(at) else { return false };
        if name.kind == EntityKind::Person {
            let id = cast.of_name[at];
            let finder = Finder { reading, names };
            for role in [finder.before(at), finder.behind(at), finder.apposed_before(at), finder.copula(at)].into_iter().flatten() {
                self.give(reading, names, id, role, cast);
            }
        }
        true
    }

    fn give(&mut self, reading: &Reading, names: &[NameMention], id: EntityId, found: Found, cast: &mut Cast) {
        let document = reading.document();
        let span = document.span_of(found.tokens);
        if span.is_empty() {
            return;
        }
        let noun = reading.lower(found.noun).to_owned();
        cast.genders[id] = cast.genders[id].or(gender::of_word(&noun));
        if let Some(phrase) = found.phrase {
            cast.entities[id].mentions.push(Mention { span: phrase, form: MentionForm::Role });
        }
        let country = found.owner.or_else(|| country_in(reading, names, found.tokens));
        let office = Office { holder: id, country };
        self.offices.add(&noun, office);
        if ROLES.get(&noun) == Some(&RoleNoun::Ruler) || noun == "minister" && reading.lower(found.noun.wrapping_sub(1)) == "prime" {
            self.offices.add("leader", office);
        }
        if self.told.insert((id, document.words(span).to_lowercase())) && cast.entities[id].roles.len() < 12 {
            cast.entities[id].roles.push(Role { span });
        }
    }
}

/// A role found in the text.
struct Found {
    tokens: TokenSpan,
    /// The token of its noun.
    noun: usize,
    /// The whole phrase with its article, where it refers to the person by itself.
    phrase: Option<ByteSpan>,
    /// The country of an owner before it: "Russia's president".
    owner: Option<[u8; 2]>,
}

/// Looks for the roles of the person that a name names, around that name.
struct Finder<'a> {
    reading: &'a Reading,
    names: &'a [NameMention],
}

impl Finder<'_> {
    /// "Syrian President X", "foreign minister X".
    fn before(&self, at: usize) -> Option<Found> {
        let reading = self.reading;
        let end = self.names[at].tokens.first as usize;
        let noun = end.checked_sub(1)?;
        let titled = reading.is(noun, class::ROLE) || reading.is(noun, class::TITLE) && gender::of_word(reading.lower(noun)).is_none();
        let address = matches!(
            reading.lower(noun),
            "mr" | "mrs" | "ms" | "dr" | "mr." | "mrs." | "ms." | "dr." | "miss" | "sir" | "lord" | "lady" | "dame"
        );
        if !titled || address || self.ends_name(noun) {
            return None;
        }
        if !self.same_sentence(at, noun) {
            return None;
        }
        let mut first = noun;
        while first > 0 && end - first < LONGEST && self.same_sentence(at, first - 1) && self.modifies(first - 1, first) {
            first -= 1;
        }
        while first < noun && reading.document().tokens()[first].kind == TokenKind::Mark {
            first += 1;
        }
        let owner = self.owner(first);
        Some(Found { tokens: TokenSpan::new(first, end), noun, phrase: None, owner })
    }

    /// "X, the U.N. envoy for Syria," and "X, a farmer from Y," — up to the next comma.
    fn behind(&self, at: usize) -> Option<Found> {
        let reading = self.reading;
        let mut start = self.names[at].tokens.end as usize;
        if reading.lower(start) != "," || !self.same_sentence(at, start) {
            return None;
        }
        start += 1;
        if reading.document().tokens().get(start).is_some_and(|token| token.kind == TokenKind::Number) && reading.lower(start + 1) == "," {
            start += 2;
        }
        let phrase = start;
        let article = matches!(reading.lower(start), "the" | "a" | "an" | "his" | "her" | "their" | "its" | "one");
        start += usize::from(article);
        self.phrase_from(at, phrase, start, article)
    }

    /// "X is the president of Y", "X, who was a doctor".
    fn copula(&self, at: usize) -> Option<Found> {
        let reading = self.reading;
        let mut start = self.names[at].tokens.end as usize;
        if reading.lower(start) == "," && reading.lower(start + 1) == "who" {
            start += 2;
        }
        if !matches!(reading.lower(start), "is" | "was" | "became" | "remains") || !matches!(reading.lower(start + 1), "the" | "a" | "an") {
            return None;
        }
        self.phrase_from(at, start + 1, start + 2, false)
    }

    /// A role that begins at token `start`; `phrase` is where its article stands.
    fn phrase_from(&self, at: usize, phrase: usize, start: usize, refers: bool) -> Option<Found> {
        let reading = self.reading;
        let tokens = reading.document().tokens();
        let mut noun = None;
        let mut end = start;
        let mut headed = false;
        while end < tokens.len() && end < start + LONGEST && self.same_sentence(at, end) {
            let word = reading.lower(end);
            let glued = end + 1 < tokens.len() && !tokens[end + 1].is_spaced() && !tokens[end].is_spaced();
            let stops = match tokens[end].kind {
                TokenKind::Mark => !(matches!(word, "-" | "&" | "/" | "’" | "'") && glued),
                TokenKind::Address => true,
                _ => matches!(
                    word,
                    "who"
                        | "which"
                        | "whose"
                        | "that"
                        | "said"
                        | "says"
                        | "told"
                        | "when"
                        | "where"
                        | "as"
                        | "but"
                        | "is"
                        | "was"
                        | "has"
                        | "had"
                        | "were"
                        | "will"
                ),
            };
            if stops || reading.is(end, class::SPEECH) && noun.is_some() && !tokens[end].is_capitalised() && !headed {
                break;
            }
            headed |= matches!(word, "of" | "for" | "in" | "at" | "from" | "to" | "with" | "on" | "by");
            if !headed && reading.is(end, class::ROLE) {
                noun = Some(end);
            }
            end += 1;
        }
        let noun = noun?;
        // "X, President Y and Z" is a list: the noun is someone else's title.
        let next = self.names.partition_point(|name| (name.tokens.first as usize) <= noun);
        let titles = self.names.get(next).is_some_and(|name| name.tokens.first as usize == noun + 1 && name.kind == EntityKind::Person);
        if titles || end <= start {
            return None;
        }
        let end = if self.names.get(at + 1).is_none_or(|name| name.tokens.first as usize > noun) { end } else { end.max(noun + 1) };
        let phrase = refers.then(|| reading.document().span_of(TokenSpan::new(phrase, end)));
        Some(Found { tokens: TokenSpan::new(start, end), noun, phrase, owner: None })
    }

    /// "The U.N. envoy for Syria, X," and "His foreign minister, X,".
    fn apposed_before(&self, at: usize) -> Option<Found> {
        let reading = self.reading;
        let name = self.names[at].tokens;
        let comma = (name.first as usize).checked_sub(1)?;
        let behind = name.end as usize;
        let closes = reading.lower(behind) == "," || reading.is(behind, class::SPEECH);
        if reading.lower(comma) != "," || !closes || !self.same_sentence(at, comma) {
            return None;
        }
        let mut first = comma;
        let mut noun = None;
        while first > 0 && comma - first < LONGEST && self.same_sentence(at, first - 1) {
            let word = reading.lower(first - 1);
            let token = reading.document().tokens()[first - 1];
            let glued = reading.document().tokens().get(first).is_some_and(|next| !next.is_spaced());
            if token.kind == TokenKind::Mark && !(matches!(word, "-" | "&" | "/") && glued)
                || matches!(word, "and" | "that" | "but" | "said")
            {
                break;
            }
            first -= 1;
            if matches!(word, "of" | "for" | "in" | "at" | "from" | "to" | "with" | "on") {
                noun = None;
            } else if noun.is_none() && reading.is(first, class::ROLE) {
                noun = Some(first);
            }
            if matches!(word, "the" | "a" | "an" | "his" | "her" | "their" | "its")
                && !matches!(reading.lower(first.wrapping_sub(1)), "of" | "for" | "in" | "at" | "from" | "to")
            {
                break;
            }
        }
        let noun = noun?;
        let article = matches!(reading.lower(first), "the" | "a" | "an" | "his" | "her" | "their" | "its");
        let owner = reading.document().tokens().get(first + 1).is_some_and(|token| token.shape.has(Shape::POSSESSIVE));
        let begins = first == 0 || !self.same_sentence(at, first - 1) || reading.document().tokens()[first - 1].kind == TokenKind::Mark;
        if !article && !owner && !begins {
            return None;
        }
        let phrase = Some(reading.document().span_of(TokenSpan::new(first, comma)));
        Some(Found { tokens: TokenSpan::new(first + usize::from(article), comma), noun, phrase, owner: None })
    }

    /// Whether token `at` belongs to the role whose first token so far is `first`.
    fn modifies(&self, at: usize, first: usize) -> bool {
        let reading = self.reading;
        let token = reading.document().tokens()[at];
        let next = reading.document().tokens()[first];
        if token.kind == TokenKind::Mark {
            return matches!(reading.lower(at), "-" | "&" | "/") && !token.is_spaced() && !next.is_spaced();
        }
        if token.kind != TokenKind::Word || token.shape.has(Shape::POSSESSIVE) {
            return false;
        }
        let word = reading.lower(at);
        let named = self.name_at(at).is_some_and(|name| name.kind != EntityKind::Person);
        named || reading.is(at, class::ROLE) || is_modifier(word) || token.shape.has(Shape::ALL_CAPS)
    }

    fn name_at(&self, at: usize) -> Option<&NameMention> {
        let next = self.names.partition_point(|name| name.tokens.end as usize <= at);
        self.names.get(next).filter(|name| name.tokens.holds(at))
    }

    fn ends_name(&self, at: usize) -> bool {
        self.name_at(at).is_some_and(|name| name.kind == EntityKind::Person)
    }

    /// The country of the place in the genitive before token `first`: "Russia's president".
    fn owner(&self, first: usize) -> Option<[u8; 2]> {
        let mark = first.checked_sub(1)?;
        let possessive = self.reading.document().tokens()[mark].shape.has(Shape::POSSESSIVE);
        let name = self.name_at(mark.checked_sub(1)?).filter(|name| possessive && name.kind == EntityKind::Place)?;
        place::country_named(self.reading.document().words(name.span))
    }

    fn same_sentence(&self, at: usize, token: usize) -> bool {
        let tokens = self.reading.document().tokens();
        let (Some(name), Some(token)) = (tokens.get(self.names[at].tokens.first as usize), tokens.get(token)) else { return false };
        let (low, high) = (name.span.start().min(token.span.start()), name.span.start().max(token.span.start()));
        // Sentences are long; a line break within the reach of a role ends the block.
        high - low < 400 && !self.reading.document().words(ByteSpan::new(low, high)).contains('\n')
    }
}

/// Whether a lower-case word often stands before the noun of a role.
fn is_modifier(word: &str) -> bool {
    matches!(
        word,
        "foreign"
            | "defense"
            | "defence"
            | "prime"
            | "deputy"
            | "former"
            | "special"
            | "vice"
            | "acting"
            | "interim"
            | "senior"
            | "chief"
            | "interior"
            | "health"
            | "opposition"
            | "military"
            | "army"
            | "police"
            | "rebel"
            | "government"
            | "party"
            | "state"
            | "press"
            | "regional"
            | "local"
            | "national"
            | "security"
            | "finance"
            | "justice"
            | "intelligence"
            | "human"
            | "rights"
            | "aid"
            | "top"
            | "supreme"
            | "general"
            | "executive"
            | "district"
            | "provincial"
            | "city"
            | "school"
            | "hospital"
            | "fire"
            | "late"
            | "outgoing"
            | "incoming"
            | "presidential"
            | "peace"
            | "refugee"
            | "emergency"
            | "information"
            | "environment"
            | "education"
            | "energy"
            | "oil"
            | "trade"
            | "labor"
            | "labour"
            | "spiritual"
            | "religious"
    )
}

/// The country that a role names: "the Russian president", "president of Chad".
pub fn country_in(reading: &Reading, names: &[NameMention], tokens: TokenSpan) -> Option<[u8; 2]> {
    let first = names.partition_point(|name| name.tokens.end <= tokens.first);
    names.iter().skip(first).take_while(|name| name.tokens.first < tokens.end).find_map(|name| {
        let words = reading.document().words(name.span);
        match name.kind {
            EntityKind::Nationality => place::people_of(words),
            EntityKind::Place => place::country_named(words),
            _ => None,
        }
    })
}
