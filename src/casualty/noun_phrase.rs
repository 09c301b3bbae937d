//! Noun phrases: from the determiner, number or first content word to the last noun; "of" is inside where it stands behind
//! a bare number ("four of its workers", "dozens of people").

use super::chunk::{Chunk, Opening, Parse, Phrase};
use super::verb_group::NOUNS_IN_ING;
use crate::fact::NumberForm;
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{Frame, Harm};
use crate::lexicon::en::fate::GROUPS;
use crate::lexicon::en::grammar::Role;
use crate::lexicon::en::victim::PEOPLE;
use crate::text::{Shape, TokenKind};

impl Parse<'_> {
    /// A noun phrase.
    pub fn noun(&mut self, first: usize) -> usize {
        let mut phrase = Phrase { first, end: first, ..Phrase::default() };
        let mut at = first;
        while at < self.end {
            let Some(token) = self.token(at) else { break };
            if token.kind == TokenKind::Mark {
                match self.phrase_mark(at, &mut phrase) {
                    Some(next) => at = next,
                    None => break,
                }
                continue;
            }
            // "two night guards": a time that tells what kind of people.
            if phrase.number.is_some() && phrase.head.is_none() && self.starts_time(at) && self.reading.is(at + 1, class::PERSON) {
                at += 1;
                phrase.end = at;
                continue;
            }
            // "the recent death of", "the 2011 raid"
            // "the fatal 2003 shooting"
            let adjective = || {
                token.kind == TokenKind::Number && phrase.head.is_some_and(|head| matches!(self.word(head), "fatal" | "deadly" | "brutal"))
            };
            if matches!(phrase.opening, Opening::Definite | Opening::Indefinite)
                && (phrase.head.is_none() || adjective())
                && phrase.number.is_none()
                && let Some(end) = self.time_attribute(at)
            {
                at = end;
                phrase.end = end;
                continue;
            }
            if token.kind == TokenKind::Address || (at > first && self.in_time(at).is_some() && self.starts_time(at)) {
                break;
            }
            if let Some(number) = self.number_at(at) {
                match self.phrase_number(at, number, &mut phrase) {
                    Some(next) => at = next,
                    None => break,
                }
                continue;
            }
            if token.shape.has(Shape::POSSESSIVE) {
                at = self.possessive(at, &mut phrase);
                continue;
            }
            if let Some(harm) = self.harm(at) {
                if !self.phrase_harm(at, harm, &mut phrase) {
                    break;
                }
                at += 1;
                continue;
            }
            if let Some(number) = self.counted_group(&phrase, at) {
                at = number;
                phrase = Phrase { first: at, end: at, ..Phrase::default() };
                continue;
            }
            let bare_number = phrase.head.is_none() && (phrase.number.is_some() || phrase.none);
            match self.role(at) {
                Some(Role::Determiner | Role::None) if phrase.end == at && phrase.head.is_none() && phrase.number.is_none() => {
                    self.open(at, &mut phrase)
                }
                Some(Role::OnePerson) if at == first => {
                    if self.word(at) == "her" && (self.noun_like(at + 1) || self.number_at(at + 1).is_some()) {
                        phrase.opening = Opening::Possessive;
                    } else {
                        phrase.one_person = true;
                        phrase.end = at + 1;
                        break;
                    }
                }
                // "five of them children"
                Some(Role::Pronoun) if phrase.of && phrase.head.is_none() && phrase.number.is_some() && self.noun_like(at + 1) => {
                    phrase.partitive = true;
                }
                Some(Role::Pronoun) if phrase.head.is_none() => {
                    phrase.pronoun = phrase.number.is_none();
                    phrase.end = at + 1;
                    break;
                }
                // "four of its workers", "none of the passengers".
                // "two more of the deaths"
                Some(Role::Preposition)
                    if self.word(at) == "of"
                        && (bare_number
                            || phrase.number.is_some() && phrase.head.is_some_and(|head| matches!(self.word(head), "more" | "others"))) =>
                {
                    phrase.head = None;
                    let definite = matches!(self.role(at + 1), Some(Role::Determiner | Role::Pronoun | Role::OnePerson | Role::Relative));
                    phrase.partitive |= definite;
                    phrase.of = true;
                    if matches!(self.role(at + 1), Some(Role::Determiner | Role::OnePerson)) && self.word(at + 1) != "him" {
                        at += 1;
                    }
                }
                // "an off duty policeman"
                Some(Role::Preposition) if self.word(at) == "off" && self.word(at + 1) == "duty" && phrase.head.is_none() => at += 1,
                // "no Afghan or coalition troops", "no government or rebel casualties"
                Some(Role::Or) if phrase.none && phrase.harm.is_none() && phrase.person.is_none() && self.noun_like(at + 1) => {}
                Some(Role::Verb) if phrase.head.is_none() && !bare_number && phrase.opening != Opening::Bare && self.noun_like(at + 1) => {}
                // "no early reports", "the fears of": a noun that could be a verb.
                Some(Role::Verb)
                    if (phrase.opening != Opening::Bare || phrase.none)
                        && phrase.person.is_none()
                        && matches!(
                            self.word(at),
                            "report"
                                | "reports"
                                | "claim"
                                | "claims"
                                | "fear"
                                | "fears"
                                | "cost"
                                | "costs"
                                | "cause"
                                | "causes"
                                | "rise"
                                | "lead"
                                | "show"
                        )
                        && (phrase.head.is_none() || matches!(self.word(at + 1), "of" | "about" | "that" | "from")) =>
                {
                    self.content(at, &mut phrase);
                }
                Some(_) => break,
                None if self.is_adverb(at) => {
                    // "Three seriously wounded men" goes on, "12 people mostly" ends.
                    if phrase.head.is_some() {
                        break;
                    }
                }
                None if phrase.head.is_some() && self.ends_phrase(at) => break,
                None if phrase.head.is_none() && phrase.number.is_some() && self.ends_phrase(at) && !self.noun_like(at + 1) => break,
                None => self.content(at, &mut phrase),
            }
            at += 1;
            phrase.end = at;
        }
        if phrase.end == first && phrase.number.is_none() {
            return first + 1;
        }
        let end = phrase.end.max(at.min(phrase.end));
        self.phrases.push(phrase);
        self.chunks.push(Chunk::Noun(self.phrases.len() - 1));
        end
    }

    /// "a total of 12 people", "a group of eight men", "all of the more than 40 passengers": where the number stands that the words
    /// before "of" at `at` only gather.
    fn counted_group(&self, phrase: &Phrase, at: usize) -> Option<usize> {
        if self.word(at) != "of" {
            return None;
        }
        let group = phrase.head.is_some_and(|head| GROUPS.contains(&self.word(head)));
        let all = at == phrase.first + 1 && self.word(phrase.first) == "all";
        let article = all && self.role(at + 1) == Some(Role::Determiner);
        let number = at + 1 + usize::from(article);
        ((group || all) && self.number_at(number).is_some()).then_some(number)
    }

    /// The end of the temporal expression at `at` where a noun follows that it describes.
    fn time_attribute(&self, at: usize) -> Option<usize> {
        let time = self.in_time(at).filter(|_| self.starts_time(at))?;
        let end = self.time_end(time);
        let noun = self.noun_like(end) || self.harm(end).is_some_and(|harm| matches!(harm.frame, Frame::Doing));
        (end < self.end && noun && self.token(end).is_some_and(|token| !token.is_capitalised())).then_some(end)
    }

    fn starts_time(&self, at: usize) -> bool {
        let Some(time) = self.in_time(at) else { return false };
        self.token(at).is_some_and(|token| token.span.start() == self.times[time].span.start())
            && !matches!(self.word(self.time_end(time)), "'s" | "’s")
    }

    /// A verb in "-ed" or "-ing" behind a noun ends the phrase.
    fn ends_phrase(&self, at: usize) -> bool {
        let word = self.word(at);
        let lower = self.token(at).is_some_and(|token| !token.is_capitalised());
        lower
            && !self.reading.is(at, class::PERSON.union(class::THING))
            && ((word.len() > 4 && word.ends_with("ed")) || (word.len() > 4 && word.ends_with("ing") && !NOUNS_IN_ING.contains(&word)))
    }

    fn open(&self, at: usize, phrase: &mut Phrase) {
        phrase.opening = match self.word(at) {
            "a" | "an" => Opening::Indefinite,
            "his" | "their" | "its" | "our" | "my" | "your" => Opening::Possessive,
            "another" => Opening::Another,
            "both" => Opening::Both,
            "all" | "every" | "some" | "any" | "each" | "many" | "most" | "such" => Opening::Quantifier,
            "no" | "none" | "nobody" | "zero" | "neither" => {
                phrase.none = true;
                Opening::Bare
            }
            _ if phrase.opening == Opening::Quantifier => Opening::Quantifier,
            _ => Opening::Definite,
        };
        phrase.end = at + 1;
    }

    fn content(&self, at: usize, phrase: &mut Phrase) {
        let capital = self.token(at).is_some_and(|token| token.is_capitalised());
        if phrase.none && self.word(at) == "one" {
            return;
        }
        phrase.head = Some(at);
        phrase.harm = None;
        phrase.thing = self.reading.is(at, class::THING);
        phrase.proper = capital;
        if self.reading.is(at, class::PERSON) {
            phrase.person = PEOPLE.get(self.word(at)).copied();
        } else if !capital {
            phrase.person = None;
        }
    }

    /// Marks inside of a phrase: hyphens go on, quotation marks are passed over.
    fn phrase_mark(&self, at: usize, phrase: &mut Phrase) -> Option<usize> {
        let glued = self.token(at).is_some_and(|token| !token.is_spaced()) && self.token(at + 1).is_some_and(|token| !token.is_spaced());
        match self.word(at) {
            "-" | "‑" if glued && at > phrase.first => {
                if self.word(at + 1) == "year" || self.word(at + 1) == "month" {
                    phrase.age = true;
                }
                let number = self.number_at(at + 1).and_then(|index| self.numbers.get(index));
                let next = number.map_or(at + 2, |number| number.tokens.end as usize);
                // "execution-style killing", "year-old boy": what stands behind the hyphen may be the head.
                if self.harm(at + 1).is_none() && self.role(at + 1).is_none() && number.is_none() {
                    self.content(at + 1, phrase);
                }
                phrase.end = next.min(self.end);
                Some(phrase.end)
            }
            "'" | "’" if self.token(at).is_some_and(|token| !token.is_spaced()) && self.word(at.wrapping_sub(1)).ends_with('s') => None,
            "\"" | "“" | "”" | "‘" | "’" | "'" if self.noun_like(at + 1) || self.harm(at + 1).is_some() => Some(at + 1),
            "/" if glued => Some(at + 1),
            _ => None,
        }
    }

    /// A number inside of a phrase. `None` where a new phrase begins.
    fn phrase_number(&self, at: usize, index: usize, phrase: &mut Phrase) -> Option<usize> {
        let number = self.numbers.get(index)?;
        let end = (number.tokens.end as usize).min(self.end);
        if number.form == NumberForm::Ordinal {
            if phrase.head.is_some() || phrase.number.is_some() {
                return None;
            }
            phrase.ordinal = true;
            phrase.end = end;
            return Some(end);
        }
        // "three of the four suspects": the first one counts, but "two of the seven kidnapped men" tells of seven.
        let attribute = || self.harm(end).is_some_and(|harm| !harm.frame.is_noun());
        if phrase.partitive && phrase.number.is_some() && phrase.head.is_none() && phrase.end == at && !attribute() {
            phrase.end = end;
            return Some(end);
        }
        let before = at.checked_sub(1).map_or("", |index| self.word(index));
        let fits = phrase.number.is_none()
            && (phrase.end == phrase.first
                || phrase.head.is_none()
                || matches!(
                    before,
                    "other"
                        | "remaining"
                        | "additional"
                        | "further"
                        | "'s"
                        | "’s"
                        | "last"
                        | "next"
                        | "surviving"
                        | "missing"
                        | "extra"
                        | "same"
                        | "fellow"
                ));
        let hyphen = matches!(self.word(end), "-" | "‑") && self.token(end).is_some_and(|token| !token.is_spaced());
        // "two 15-year-old students"
        let age = hyphen && phrase.head.is_none() && matches!(self.word(end + 1), "year" | "month");
        if !fits && !age {
            return None;
        }
        if hyphen && self.token(end + 1).is_some_and(|token| !token.is_spaced()) {
            // "a 16-year-old girl", "the 12-storey block": an attribute and no count.
            phrase.end = end;
            return Some(end);
        }
        if matches!(self.word(end), "year" | "month") && self.word(end + 1) == "old" {
            phrase.age = true;
            phrase.end = end + 2;
            return Some(end + 2);
        }
        phrase.number = Some(index);
        phrase.end = end;
        phrase.head = None;
        Some(end)
    }

    fn possessive(&mut self, at: usize, phrase: &mut Phrase) -> usize {
        let end = phrase.end;
        self.phrases.push(Phrase { end, ..*phrase });
        let possessor = Some(self.phrases.len() - 1);
        let (number, none) = if phrase.of { (phrase.number, phrase.none) } else { (None, false) };
        let first = phrase.first;
        let of = phrase.of;
        *phrase = Phrase { first, end: at + 1, opening: Opening::Possessive, number, none, of, possessor, ..Phrase::default() };
        at + 1
    }

    /// A word of harm inside of a phrase: its head, an attribute, or (false) the verb behind it.
    fn phrase_harm(&self, at: usize, harm: Harm, phrase: &mut Phrase) -> bool {
        let began = phrase.head.is_some() || phrase.number.is_some() || phrase.opening != Opening::Bare || phrase.none;
        let noun_next = self.noun_like(at + 1) && !self.token(at + 1).is_some_and(|token| token.is_capitalised() && phrase.head.is_some());
        match harm.frame {
            Frame::Doing => {
                let deed = (phrase.opening != Opening::Bare || phrase.possessor.is_some() || !began || self.word(at + 1) == "of")
                    && phrase.number.is_none();
                if !deed || (phrase.head.is_some() && self.takes_object(at + 1)) {
                    return false;
                }
            }
            Frame::Done | Frame::State | Frame::Happened => {
                if phrase.head.is_some() && !self.adjectives_only(phrase) {
                    return false;
                }
                if noun_next {
                    phrase.attribute = Some((at, harm));
                    phrase.end = at + 1;
                    return true;
                }
                // "the wounded", "two of the dead"
                let of_the = phrase.partitive && self.word(at.wrapping_sub(1)) == "the";
                if of_the {
                    self.content(at, phrase);
                    phrase.harm = Some((at, Harm { frame: Frame::Group, ..harm }));
                    phrase.end = at + 1;
                    return true;
                }
                if phrase.number.is_some() || phrase.opening != Opening::Definite || phrase.head.is_some() {
                    return false;
                }
            }
            // "gunshot wounds", "treated for wounds"
            Frame::Do if matches!(self.word(at), "wounds" | "wound") && phrase.number.is_none() && !self.takes_object(at + 1) => {
                let governed = !began && matches!(self.chunks.last(), Some(Chunk::Preposition(_)));
                if !governed && (phrase.head.is_none() || phrase.person.is_some() || phrase.proper) {
                    return false;
                }
            }
            Frame::Do | Frame::Happen => return false,
            _ => {}
        }
        self.content(at, phrase);
        let frame = match harm.frame {
            Frame::Doing => Frame::Deed,
            Frame::Done | Frame::State | Frame::Happened => Frame::Group,
            Frame::Do => Frame::Count,
            frame => frame,
        };
        phrase.harm = Some((at, Harm { frame, ..harm }));
        phrase.end = at + 1;
        true
    }

    /// Whether nothing in the phrase so far is known to be a noun.
    fn adjectives_only(&self, phrase: &Phrase) -> bool {
        phrase.person.is_none()
            && !phrase.thing
            && phrase.head.is_some_and(|head| matches!(self.word(head), "other" | "more" | "additional" | "further"))
    }
}
