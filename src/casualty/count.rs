//! From a noun phrase to the number of people it stands for, if it stands for a certain number of people at all.

use super::chunk::{Opening, Parse, Phrase};
use crate::fact::{Confidence, Effect, EntityKind, Modifier, Number, NumberForm};
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{DWELLINGS, Frame, Harm};
use crate::lexicon::en::fate::{NO_PERSON, NO_TRADE, NUMBERED};
use crate::text::TokenSpan;

/// About how many people have ever been born: 117,000,000,000 (Population Reference Bureau, 2022). What counts more is no count of
/// people, and a larger number would not be exact in JavaScript or in an export.
const MOST_PEOPLE: f64 = 117e9;

/// What a phrase counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    /// The words of the number, or of the person.
    pub words: TokenSpan,
    pub modifier: Modifier,
    pub low: Option<u64>,
    pub high: Option<u64>,
    pub best: Option<u64>,
    pub fraction: Option<f64>,
    pub implicit: bool,
    /// Head words for who.
    pub victims: Option<TokenSpan>,
}

impl Count {
    /// One, without a number that says so.
    pub fn one(words: TokenSpan, victims: Option<TokenSpan>) -> Self {
        Self { words, modifier: Modifier::Exact, low: Some(1), high: Some(1), best: Some(1), fraction: None, implicit: true, victims }
    }
}

impl Parse<'_> {
    /// The count of phrase `index` as victims of `harm`; `None` where it is no certain number of people.
    pub fn count(&self, index: usize, harm: Harm) -> Option<Count> {
        let phrase = &self.phrases[index];
        if harm.effect.is_of_homes() {
            return self.homes(index);
        }
        if phrase.none {
            return self.nobody(phrase, harm);
        }
        // "a class 12 girl", "the 16 year-old minor": one, and the number tells something else.
        let named = |head: usize| self.reading.is(head, class::PERSON) && self.word(head) != "other";
        let one = phrase.harm.is_none() && phrase.head.is_some_and(named) && phrase.person.is_some_and(|person| !person.plural);
        match phrase.number {
            Some(number) if one && self.numbers.get(number).is_some_and(|number| number.value > 1.0 && !self.is_slip(phrase, number)) => {
                let words = TokenSpan::new(phrase.first, phrase.end);
                Some(Count::one(words, Some(words)))
            }
            Some(number) => self.counted(phrase, number, harm),
            None => self.single(index, harm),
        }
    }

    /// Homes that are counted, also by a bare number behind them: "31 houses were destroyed and more than 300 damaged".
    fn homes(&self, index: usize) -> Option<Count> {
        let phrase = &self.phrases[index];
        let is_dwelling = |phrase: &Phrase| phrase.head.is_some_and(|head| DWELLINGS.contains(&self.word(head)));
        let bare = phrase.head.is_none() || phrase.head.is_some_and(|head| matches!(self.word(head), "others" | "more"));
        if !(is_dwelling(phrase) || bare && self.phrases[..index].iter().any(is_dwelling)) {
            return None;
        }
        let number = self.numbers.get(phrase.number?).filter(|number| number.form == NumberForm::Cardinal)?;
        let first = number.core.first as usize;
        if self.is_money(first) || self.is_year(phrase, number.digits, first) {
            return None;
        }
        let whole = |value: Option<f64>| value.map(|value| value.round() as u64);
        Some(Count {
            words: number.tokens,
            modifier: number.modifier,
            low: whole(number.low),
            high: whole(number.high),
            best: whole(Some(number.value)).filter(|_| number.value <= MOST_PEOPLE),
            fraction: None,
            implicit: false,
            victims: phrase.head.map(|head| TokenSpan::new(head, head + 1)),
        })
    }

    fn victims(&self, phrase: &Phrase, first: usize) -> Option<TokenSpan> {
        phrase.head.filter(|_| phrase.end > first).map(|head| TokenSpan::new(first, (head + 1).max(first + 1)))
    }

    fn nobody(&self, phrase: &Phrase, harm: Harm) -> Option<Count> {
        let counted = phrase.head.is_none() || phrase.person.is_some() || phrase.harm.is_some();
        if !counted || phrase.thing || (harm.strict && phrase.head.is_some() && phrase.person.is_none() && phrase.harm.is_none()) {
            return None;
        }
        if phrase.harm.is_some() && self.is_grade(phrase.first, phrase.end) {
            return None;
        }
        // "no more deaths", "no other victims"
        let words = TokenSpan::new(phrase.first, phrase.first + 1);
        let victims = self.victims(phrase, phrase.first + 1).filter(|_| phrase.harm.is_none());
        Some(Count {
            words,
            modifier: Modifier::NoneOf,
            low: Some(0),
            high: Some(0),
            best: Some(0),
            fraction: None,
            implicit: false,
            victims,
        })
    }

    /// "serious injuries": how bad, so that "no serious injuries" is no zero.
    pub fn is_graded(&self, phrase: usize) -> bool {
        self.is_grade(self.phrases[phrase].first, self.phrases[phrase].end)
    }

    fn is_grade(&self, first: usize, end: usize) -> bool {
        (first..end).any(|at| matches!(self.word(at), "serious" | "major" | "life" | "significant" | "critical" | "grave" | "severe"))
    }

    fn counted(&self, phrase: &Phrase, number: usize, harm: Harm) -> Option<Count> {
        let number = self.numbers.get(number)?;
        let first = number.core.first as usize;
        // "the evacuation of 50 homes": of those who live there.
        let emptied = harm.effect == Effect::Displaced && phrase.head.is_some_and(|head| DWELLINGS.contains(&self.word(head)));
        if self.is_money(first) || phrase.thing && !emptied || phrase.head.is_some_and(|head| self.is_unit(head) && phrase.person.is_none())
        {
            return None;
        }
        let after = number.tokens.end as usize;
        // "2,000 head of cattle"
        if matches!(self.word(after), "head" | "heads") && self.word(after + 1) == "of" {
            return None;
        }
        if number.digits && self.is_designator(first.wrapping_sub(1)) {
            return None;
        }
        // "one or more of the men": perhaps one.
        if self.word(first) == "one" && self.word(first + 1) == "or" && self.word(first + 2) == "more" {
            return None;
        }
        // "a man in his 20's"
        if number.digits && matches!(self.word(after), "'s" | "’s") {
            return None;
        }
        let (head, person) = (phrase.head, phrase.person.is_some());
        let words = number.tokens;
        let victims = head.and_then(|_| {
            let mut from = after;
            while matches!(
                self.word(from),
                "of" | "them" | "the" | "its" | "his" | "her" | "their" | "our" | "these" | "those" | "more" | "about"
            ) && from < phrase.end
            {
                from += 1;
            }
            self.victims(phrase, from)
        });
        let victims = victims.filter(|_| phrase.harm.is_none_or(|(_, harm)| matches!(harm.frame, Frame::Group | Frame::Doer)));
        if matches!(number.form, NumberForm::Fraction | NumberForm::Percent) {
            // "one in five", "by 12 per cent" and "a third term" are none.
            if number.form == NumberForm::Percent && number.value > 100.0 {
                return None;
            }
            let of = self.word(after) == "of" || self.word(after + 1) == "of" || person;
            let value = if number.form == NumberForm::Percent { number.value / 100.0 } else { number.value };
            return of.then_some(Count {
                words,
                modifier: Modifier::Fraction,
                low: None,
                high: None,
                best: None,
                fraction: Some(value),
                implicit: false,
                victims,
            });
        }
        let rate = self.word(after) == "in"
            && self
                .numbers
                .iter()
                .any(|other| other.core.first as usize == after + 1 && other.value > number.value && other.value < 1001.0);
        if number.form != NumberForm::Cardinal
            || (rate && head.is_none() && number.value < 100.0)
            || self.is_year(phrase, number.digits, first)
        {
            return None;
        }
        let whole = |value: Option<f64>| match value {
            Some(value) if (0.0..=MOST_PEOPLE).contains(&value) && value.fract().abs() < 1e-6 => Ok(Some(value.round() as u64)),
            Some(_) => Err(()),
            None => Ok(None),
        };
        // `000` is a torn number and no zero.
        if number.digits && number.value == 0.0 && self.word(first).len() > 1 {
            return None;
        }
        let (Ok(low), Ok(high), Ok(best)) = (whole(number.low), whole(number.high), whole(Some(number.value))) else { return None };
        let strict = harm.strict && harm.effect != Effect::Displaced;
        let rest = head.is_some_and(|head| matches!(self.word(head), "more" | "other" | "others"));
        if strict && !rest && !person && head.is_some() && !phrase.proper && phrase.harm.is_none() && !self.is_people_by_suffix(phrase) {
            return None;
        }
        // "2016 victims" is odd; "12, 58": an age behind a name is left to the caller.
        Some(Count { words, modifier: number.modifier, low, high, best, fraction: None, implicit: false, victims })
    }

    /// The number that a phrase holds.
    pub fn number_in(&self, phrase: usize) -> Option<&Number> {
        self.phrases[phrase].number.and_then(|number| self.numbers.get(number))
    }

    /// "a third of", "40 per cent of".
    pub fn is_share(&self, phrase: usize) -> bool {
        self.number_in(phrase).is_some_and(|number| matches!(number.form, NumberForm::Fraction | NumberForm::Percent))
    }

    /// "at least 4 person": a plural that lost its ending, right behind its number.
    fn is_slip(&self, phrase: &Phrase, number: &Number) -> bool {
        let TokenSpan { first, end } = number.tokens;
        // "a class 12 girl": the number goes with the noun before it.
        let joined = self.phrases.iter().any(|before| before.end == phrase.first);
        number.form == NumberForm::Cardinal && first as usize == phrase.first && phrase.head == Some(end as usize) && !phrase.age && !joined
    }

    /// "Flight 655", "Route 66": the number is a name's.
    fn is_designator(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_capitalised()) && NUMBERED.contains(&self.word(at))
    }

    fn is_money(&self, first: usize) -> bool {
        let before = first.checked_sub(1).map_or("", |at| self.word(at));
        matches!(before, "$" | "£" | "€" | "¥" | "₹" | "₱" | "₩" | "₽" | "usd" | "eur" | "no." | "#")
    }

    /// Whether the noun of the phrase counts people and not things, as far as the words tell.
    fn is_unit(&self, token: usize) -> bool {
        self.reading.is(token, class::UNIT)
    }

    /// A bare four-digit number that stands alone may be a year, and a number inside of a date is one.
    fn is_year(&self, phrase: &Phrase, digits: bool, first: usize) -> bool {
        let Some(token) = self.token(first) else { return false };
        let in_time = self.times.iter().any(|time| time.span.overlaps(token.span)) && phrase.head.is_none();
        let four = digits && self.word(first).len() == 4 && self.word(first).starts_with(['1', '2']) && phrase.head.is_none();
        in_time || four
    }

    fn is_people_by_suffix(&self, phrase: &Phrase) -> bool {
        phrase.head.is_some_and(|head| {
            let word = self.word(head);
            ["ists", "ians", "men", "ers", "ors", "ees", "ants", "ents", "folk"]
                .iter()
                .any(|suffix| word.len() > suffix.len() + 2 && word.ends_with(suffix) && !word.ends_with("ments"))
        })
    }

    /// One person without a number: "a policeman", "he", "Mr Khan".
    fn single(&self, index: usize, harm: Harm) -> Option<Count> {
        let phrase = &self.phrases[index];
        let words = TokenSpan::new(phrase.first, phrase.end);
        let one = Count::one(words, Some(words));
        if phrase.one_person {
            return Some(one);
        }
        if phrase.pronoun {
            return None;
        }
        let Some(head) = phrase.head else {
            // "wounding another", "injuring both"
            return match phrase.opening {
                Opening::Another => Some(one),
                Opening::Both if phrase.person.is_none() => Some(Count { low: Some(2), high: Some(2), best: Some(2), ..one }),
                _ => None,
            };
        };
        if phrase.opening == Opening::Definite && matches!(self.word(head), "couple" | "duo" | "pair" | "twins") {
            return Some(Count { low: Some(2), high: Some(2), best: Some(2), ..one });
        }
        if phrase.opening == Opening::Both {
            return phrase.person.is_some().then_some(Count { low: Some(2), high: Some(2), best: Some(2), ..one });
        }
        if self.word(head) == "other" && phrase.opening == Opening::Definite {
            return Some(one);
        }
        if phrase.opening == Opening::Quantifier || phrase.thing {
            return None;
        }
        if let Some((_, own)) = phrase.harm.filter(|(_, own)| own.frame != Frame::Doer) {
            let singular = matches!(self.word(head), "hostage" | "refugee" | "prisoner" | "detainee" | "captive")
                || self.word(head) == "victim" && harm.effect != Effect::Casualties;
            return (own.frame == Frame::Group && singular).then_some(one);
        }
        let opened = phrase.opening != Opening::Bare || phrase.ordinal;
        if let Some(person) = phrase.person {
            let family = matches!(self.word(head), "family" | "household" | "couple" | "crew" | "staff" | "police" | "human");
            let certain = !person.plural && (phrase.proper || opened && !family);
            return certain.then_some(one);
        }
        let role = self.is_agent(phrase, head) || !harm.strict && !phrase.thing && self.reading.is(head, class::ROLE);
        if phrase.age || self.is_name_of_person(phrase, harm.strict) || role && opened {
            return Some(one);
        }
        if phrase.proper { self.named(phrase, head, harm).then_some(one) } else { None }
    }

    /// "a photojournalist", "a historian": one of a trade, as its suffix tells.
    fn is_agent(&self, phrase: &Phrase, head: usize) -> bool {
        let word = self.word(head);
        let suffix = ["ist", "ian", "man", "woman", "person"].iter().any(|suffix| word.ends_with(suffix) && word.len() > suffix.len() + 3);
        suffix && !phrase.proper && !phrase.thing && !NO_TRADE.contains(&word)
    }

    /// Whether the phrase ends with a name of a person of two words and more: "opposition leader Ana Ruiz".
    fn is_name_of_person(&self, phrase: &Phrase, surely: bool) -> bool {
        let at = self.names.partition_point(|name| (name.tokens.end as usize) < phrase.end);
        self.names.get(at).is_some_and(|name| {
            name.kind == EntityKind::Person
                && (name.confidence == Confidence::High || !surely)
                && name.tokens.end as usize == phrase.end
                && name.tokens.range().len() > 1
                && phrase.first <= name.tokens.first as usize
        })
    }

    /// Whether a phrase whose last word has a capital names one person.
    fn named(&self, phrase: &Phrase, head: usize, harm: Harm) -> bool {
        // "Iran", "North Korea", "Hamas" are nobody.
        let name = self.name_of(head);
        let people = name.is_some_and(|name| name.kind == EntityKind::Nationality);
        if !people && name.is_some_and(|name| name.kind != EntityKind::Person && name.confidence == Confidence::High) {
            return false;
        }
        let somebody = name.is_some_and(|name| name.kind == EntityKind::Person);
        let surface = self.reading.surface(head);
        let capitals = surface.chars().filter(|c| c.is_uppercase()).count();
        if capitals > 1 && surface.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) {
            return false;
        }
        // The article at the head of a sentence has a capital too.
        let capital = |at: usize| self.token(at).is_some_and(|token| token.is_capitalised()) && !self.reading.is(at, class::GRAMMAR);
        let words = (phrase.first..phrase.end).filter(|&at| capital(at)).count();
        let lower = (phrase.first..phrase.end).any(|at| {
            self.token(at).is_some_and(|token| !token.is_capitalised() && !self.reading.is(at, class::GRAMMAR)) && self.word(at).len() > 3
        });
        match phrase.opening {
            // "a Peruvian", "a second American"
            Opening::Indefinite | Opening::Another => words == 1 && !harm.strict && !self.word(head).ends_with('s'),
            Opening::Bare | Opening::Possessive => {
                let plural = self.word(head).ends_with('s') && words == 1 && !somebody && !self.word(head).ends_with("ss");
                !plural && !people && !lower && !harm.strict && words <= 5 && surface.len() > 2 && !self.is_no_name(head)
            }
            // "the American", but "the British" are all of them
            Opening::Definite if words == 1 && phrase.end == phrase.first + 2 => people && self.word(head).ends_with("an"),
            _ => words > 1 && !lower && !harm.strict && !self.word(head).ends_with('s') && self.is_no_name(head),
        }
    }

    /// Words with a capital that are no names of people: bodies, places by their kind, religions, days.
    fn is_no_name(&self, head: usize) -> bool {
        NO_PERSON.contains(&self.word(head))
    }
}
