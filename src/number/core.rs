//! The number itself, without qualifiers: digits, words, and the two mixed.
//!
//! Digits: `1,200`, `1.200.000`, `1 200` (a narrow or no-break space, or two groups), `2 1/2`, `½`, `1.2m`, `3.5 million`.
//! `1.200` is 1.2, unless it counts something ("1.200 people"): evidence is the word behind it.
//! Words: `twenty-three`, `one hundred and five`, `one and a half million`, `a quarter of a million`, `two dozen`,
//! `several hundred`, `tens of thousands`; and of a whole: `half`, `two thirds`, `a third of`.

use crate::fact::NumberForm;
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::lexicon::en::numeral::{GLUED_SCALES, NUMERALS, Numeral};
use crate::lexicon::en::unit::{CURRENCY_CODES, DIMENSIONS};
use crate::text::{Token, TokenKind, decimal};

/// A number without its qualifiers.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Core {
    /// First token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    pub form: NumberForm,
    pub low: f64,
    pub high: f64,
    /// `low` and `high` are what a vague word stands for.
    pub vague: bool,
    /// Digits only.
    pub digits: bool,
    /// The last multiplier ("million"), 1 without one.
    pub scale: f64,
}

/// Reads tokens of one sentence.
pub(super) struct Reader<'r> {
    pub reading: &'r Reading,
    /// First token that may be read.
    pub first: usize,
    /// One past the last token that may be read.
    pub end: usize,
}

impl Reader<'_> {
    #[inline(never)]
    pub fn token(&self, index: usize) -> Option<Token> {
        if index < self.first || index >= self.end { None } else { self.reading.document().tokens().get(index).copied() }
    }

    /// Lower-case word; empty outside the sentence.
    #[inline(never)]
    pub fn word(&self, index: usize) -> &str {
        if index < self.first || index >= self.end { "" } else { self.reading.lower(index) }
    }

    /// The word `back` tokens before `index`; empty outside the sentence.
    #[inline(never)]
    pub fn before(&self, index: usize, back: usize) -> &str {
        index.checked_sub(back).map_or("", |at| self.word(at))
    }

    #[inline(never)]
    pub fn spaced(&self, index: usize) -> bool {
        self.token(index).is_none_or(|token| token.is_spaced())
    }

    #[inline(never)]
    pub fn numeral(&self, index: usize) -> Option<Numeral> {
        let token = self.token(index)?;
        if token.kind != TokenKind::Word || !self.reading.is(index, class::NUMERAL) {
            return None;
        }
        NUMERALS.get(self.word(index)).copied()
    }

    fn scale(&self, index: usize) -> Option<f64> {
        match self.numeral(index)? {
            Numeral::Scale(value) => Some(value),
            _ => None,
        }
    }

    /// The number that begins at token `index` or, for "a dozen" and the like, with the article before it.
    #[inline(never)]
    pub fn core(&self, index: usize) -> Option<Core> {
        let token = self.token(index)?;
        let found = match token.kind {
            TokenKind::Number => self.digits(index),
            TokenKind::Mark => self.vulgar(index).map(|value| plain(index, index + 1, value)),
            TokenKind::Word => self.words(index),
            TokenKind::Address => None,
        }?;
        Some(self.percent(found))
    }

    fn vulgar(&self, index: usize) -> Option<f64> {
        match self.word(index) {
            "½" => Some(0.5),
            "¼" => Some(0.25),
            "¾" => Some(0.75),
            "⅓" => Some(1.0 / 3.0),
            "⅔" => Some(2.0 / 3.0),
            _ => None,
        }
    }

    fn digits(&self, index: usize) -> Option<Core> {
        let written = self.word(index);
        let mut value = self.value(index, written)?;
        let mut core = Core { digits: true, ..plain(index, index + 1, value) };
        // ".500": nothing before the point.
        if let Some(point) = index.checked_sub(1)
            && self.word(point) == "."
            && !self.spaced(index)
            && self.spaced(point)
        {
            let value = value / written.bytes().fold(1.0, |power, _| power * 10.0);
            return Some(self.scaled(Core { first: point, low: value, high: value, ..core }));
        }
        // `1 200 000`: groups of three with a space between.
        if written.len() <= 3 && written.bytes().all(|b| b.is_ascii_digit()) {
            let mut groups = 0;
            // `61, 000`: a blank slipped in.
            if self.word(core.end) == "," && !self.spaced(core.end) && self.word(core.end + 1) == "000" {
                return Some(Core { end: core.end + 2, low: value * 1000.0, high: value * 1000.0, ..core });
            }
            while let Some(group) = self.group(core.end) {
                value = value * 1000.0 + group;
                core.end += 1;
                groups += 1;
            }
            let narrow = groups > 0 && self.gap_is_no_break(index);
            let qualified = index > self.first && self.reading.is(index - 1, class::QUALIFIER);
            // "25 000": three zeros are no number by themselves.
            let torn = groups == 1 && self.word(core.end - 1) == "000";
            if groups > 1 || narrow || torn || (groups == 1 && (qualified || self.counts_people(core.end)) && !self.follows_month(index)) {
                (core.low, core.high) = (value, value);
            } else {
                core.end = index + 1;
            }
        }
        // `2 1/2`, `1/2`, `2½`.
        if let Some(part) = self.vulgar(core.end) {
            return Some(self.scaled(Core { end: core.end + 1, low: core.low + part, high: core.high + part, ..core }));
        }
        if let Some(part) = self.slash(core.end) {
            return Some(self.scaled(Core { end: core.end + 3, low: core.low + part, high: core.high + part, ..core }));
        }
        if core.end == index + 1
            && let Some(part) = self.slash(index)
        {
            return Some(Core { end: index + 3, form: NumberForm::Fraction, ..plain(index, index + 3, part) });
        }
        if !self.spaced(core.end)
            && let Some(token) = self.token(core.end)
            && token.kind == TokenKind::Word
        {
            let glued = self.word(core.end);
            if matches!(glued, "st" | "nd" | "rd" | "th") {
                return Some(Core { end: core.end + 1, form: NumberForm::Ordinal, ..core });
            }
            if let Some(&(_, scale, ambiguous)) = GLUED_SCALES.iter().find(|row| row.0 == glued) {
                // `2m` may be two metres: a sign of money or something counted decides.
                let money = matches!(self.before(index, 1), "$" | "£" | "€" | "¥" | "₹" | "=")
                    || CURRENCY_CODES.iter().any(|row| row.0 == self.before(index, 1));
                let capital = self.token(core.end).is_some_and(|token| token.is_capitalised());
                if !ambiguous || money || (capital && glued == "m") || self.counts_many(core.end + 1, value.fract() == 0.0) {
                    core = Core { end: core.end + 1, low: core.low * scale, high: core.high * scale, scale, digits: false, ..core };
                }
                return Some(core);
            }
        }
        Some(self.scaled(core))
    }

    /// `n / m` at `index`, both small: the fraction.
    fn slash(&self, index: usize) -> Option<f64> {
        if self.word(index + 1) != "/" || self.spaced(index + 1) || self.spaced(index + 2) {
            return None;
        }
        let (over, under): (f64, f64) = (decimal::read(self.word(index))?, decimal::read(self.word(index + 2))?);
        (over >= 1.0 && over < under && under <= 10.0 && self.word(index + 3) != "/").then(|| over / under)
    }

    /// Three digits that stand apart at `index`: a group of `1 200`.
    fn group(&self, index: usize) -> Option<f64> {
        let token = self.token(index)?;
        let word = self.word(index);
        (token.kind == TokenKind::Number && token.is_spaced() && word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit()))
            .then(|| decimal::read(word))
            .flatten()
    }

    fn gap_is_no_break(&self, index: usize) -> bool {
        let (Some(here), Some(next)) = (self.token(index), self.token(index + 1)) else { return false };
        let gap = self.reading.document().text().get(here.span.end()..next.span.start()).unwrap_or("");
        matches!(gap, "\u{A0}" | "\u{202F}" | "\u{2009}")
    }

    fn follows_month(&self, index: usize) -> bool {
        let word = self.before(index, 1);
        matches!(word.get(..3), Some("jan" | "feb" | "mar" | "apr" | "may" | "jun" | "jul" | "aug" | "sep" | "oct" | "nov" | "dec"))
    }

    /// Whether the word at `index` is something counted in whole numbers: people, or another plural that is no unit.
    fn counts_people(&self, index: usize) -> bool {
        let Some(token) = self.token(index) else { return false };
        token.kind == TokenKind::Word
            && !self.reading.is(index, class::UNIT.union(class::NUMERAL))
            && (self.reading.is(index, class::PERSON) || (self.word(index).ends_with('s') && self.word(index).len() > 4))
    }

    /// Whether a number with "m" behind it counts something in millions: "35m of them", "2.7m combined sales"; not "2m high",
    /// "a 100m final" or "2.5m high walls".
    fn counts_many(&self, index: usize, whole: bool) -> bool {
        if DIMENSIONS.contains(&self.word(index)) {
            return false;
        }
        if self.word(index) == "of" || self.counts_people(index) {
            return true;
        }
        let inside = |at: usize| !self.reading.is(at, class::GRAMMAR) || (at > index && self.word(at) == "and");
        !whole && (index..index + 5).take_while(|&at| inside(at)).any(|at| at > index && self.counts_people(at))
    }

    /// The value of a number token as written.
    fn value(&self, index: usize, written: &str) -> Option<f64> {
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).fold(0.0, |sum, b| sum * 10.0 + f64::from(b - b'0'));
        let commas = written.bytes().filter(|&b| b == b',').count();
        let dots = written.bytes().filter(|&b| b == b'.').count();
        if commas == 0 && dots == 0 {
            return Some(digits(written));
        }
        let grouped = |mark: char| {
            let mut parts = written.split(mark);
            let head = parts.next().unwrap_or("");
            let rest: Vec<&str> = parts.collect();
            let last = rest.last().is_some_and(|part| part.len() == 3);
            // Thousands, or the Indian way: three at the end, twos before.
            !head.is_empty() && head.len() <= 3 && last && rest.iter().all(|part| part.len() == 3 || (part.len() == 2 && mark == ','))
        };
        if dots == 0 {
            return Some(if grouped(',') { digits(written) } else { decimal::read(&written.replace(',', "."))? });
        }
        if commas == 0 {
            let counted = grouped('.') && !written.starts_with('0') && (dots > 1 || self.counts_people(index + 1));
            return if counted { Some(digits(written)) } else { decimal::read(written) };
        }
        // Both marks: the last one is the decimal mark, the others group.
        match (written.rfind(','), written.rfind('.')) {
            (Some(comma), Some(dot)) if comma < dot => decimal::read(&written.replace(',', "")),
            _ => decimal::read(&written.replace('.', "").replace(',', ".")),
        }
    }

    /// A scale word behind digits: "3.5 million", "2 lakh", "3-million".
    fn scaled(&self, core: Core) -> Core {
        let at = if self.word(core.end) == "-" && !self.spaced(core.end) && !self.spaced(core.end + 1) { core.end + 1 } else { core.end };
        match self.scale(at) {
            Some(scale) => {
                let mut core = Core { end: at + 1, low: core.low * scale, high: core.high * scale, scale, digits: false, ..core };
                // "2 lakh crore", "3 hundred thousand".
                while let Some(more) = self.scale(core.end) {
                    core = Core { end: core.end + 1, low: core.low * more, high: core.high * more, scale: core.scale * more, ..core };
                }
                core
            }
            None => core,
        }
    }

    fn percent(&self, core: Core) -> Core {
        let length = match self.word(core.end) {
            "%" | "percent" | "pct" => 1,
            "pc" if !self.spaced(core.end) => 1,
            "per" if self.word(core.end + 1) == "cent" => 2,
            _ => return core,
        };
        Core { end: core.end + length, form: NumberForm::Percent, digits: false, ..core }
    }

    fn words(&self, index: usize) -> Option<Core> {
        let article = matches!(self.before(index, 1), "a" | "an" | "another" | "the");
        let indefinite = matches!(self.before(index, 1), "a" | "an");
        let from = if indefinite { index - 1 } else { index };
        match self.numeral(index)? {
            Numeral::Unit(_) | Numeral::Ten(_) => self.cardinal(index),
            Numeral::Scale(value) if article => {
                let core = Core { first: from, scale: value, ..plain(index, index + 1, value) };
                Some(self.and_a_half(self.longer(core)))
            }
            Numeral::Scale(_) => None,
            Numeral::Many(low, high, unit) => Some(self.many(index, low, high, unit)),
            Numeral::Few(low, high) => {
                let word = self.word(index);
                // "the couple" are two people, "few" alone is no number.
                if (word == "couple" || word == "handful" || word == "few") && !indefinite && !(word == "few" && self.only_a_few(index)) {
                    return None;
                }
                let at = if self.word(index + 1) == "of" && self.numeral(index + 2).is_some() { index + 2 } else { index + 1 };
                let core = Core { first: from, end: index + 1, low, high, vague: true, ..plain(index, index + 1, low) };
                Some(match self.numeral(at) {
                    Some(Numeral::Scale(scale)) => self.longer(Core { end: at + 1, low: low * scale, high: high * scale, scale, ..core }),
                    Some(Numeral::Many(_, _, scale)) => Core { end: at + 1, low: low * scale, high: high * scale, scale, ..core },
                    _ => core,
                })
            }
            Numeral::Part(value) => self.part(index, from, value),
            Numeral::Ordinal(value) => {
                let part = indefinite && self.word(index + 1) == "of" && value > 2.0;
                let (form, value) = if part { (NumberForm::Fraction, 1.0 / value) } else { (NumberForm::Ordinal, value) };
                Some(Core { first: if part { from } else { index }, form, ..plain(index, index + 1, value) })
            }
        }
    }

    fn only_a_few(&self, index: usize) -> bool {
        matches!(self.before(index, 1), "last" | "past" | "next" | "first" | "these" | "those")
    }

    /// "one hundred and twenty-three thousand": units and tens are summed, scales multiply what stands before them.
    fn cardinal(&self, index: usize) -> Option<Core> {
        let (mut total, mut current, mut scale) = (0.0, 0.0, 1.0);
        let mut at = index;
        let mut end = index;
        let mut last_unit = false;
        loop {
            match self.numeral(at) {
                Some(Numeral::Unit(value)) if !last_unit => {
                    current += value;
                    last_unit = true;
                }
                Some(Numeral::Ten(value)) if end == index || (current == 0.0 || current % 100.0 == 0.0) => {
                    current += value;
                    last_unit = false;
                }
                Some(Numeral::Scale(value)) if end > index => {
                    if value <= 100.0 {
                        current *= value;
                    } else {
                        total = (total + current) * value;
                        current = 0.0;
                    }
                    scale = if scale > 1.0 && value > scale { scale * value } else { value };
                    last_unit = false;
                }
                Some(Numeral::Part(part)) if end > index && last_unit && total == 0.0 => {
                    return self.whole_parts(index, at, current * part);
                }
                Some(Numeral::Ordinal(value)) if end > index && self.word(at) != "second" => {
                    if last_unit && value > 2.0 {
                        // "one third", "two fifth".
                        return self.whole_parts(index, at, current / value);
                    }
                    if current % 10.0 == 0.0 && value < 10.0 {
                        return Some(Core { form: NumberForm::Ordinal, ..plain(index, at + 1, total + current + value) });
                    }
                    break;
                }
                _ => break,
            }
            end = at + 1;
            // Inside a number stand hyphens, and "and" behind "hundred" or "thousand".
            at = match self.word(end) {
                "-" if !self.spaced(end) && !self.spaced(end + 1) && self.numeral(end + 1).is_some() => end + 1,
                "and"
                    if scale >= 100.0
                        && current % 100.0 == 0.0
                        && matches!(self.numeral(end + 1), Some(Numeral::Unit(_) | Numeral::Ten(_))) =>
                {
                    end + 1
                }
                _ => end,
            };
        }
        let core = Core { scale, ..plain(index, end, total + current) };
        // "one and a half million".
        if self.word(end) == "and" && self.word(end + 1) == "a" && self.word(end + 2) == "half" {
            return Some(match self.scale(end + 3) {
                Some(more) => Core { end: end + 4, low: (core.low + 0.5) * more, high: (core.low + 0.5) * more, scale: more, ..core },
                None => Core { end: end + 3, low: core.low + 0.5 * scale, high: core.low + 0.5 * scale, ..core },
            });
        }
        Some(core)
    }

    /// "a million and a half".
    fn and_a_half(&self, core: Core) -> Core {
        if self.word(core.end) == "and" && self.word(core.end + 1) == "a" && self.word(core.end + 2) == "half" {
            let more = core.low * 1.5;
            return Core { end: core.end + 3, low: more, high: more, ..core };
        }
        core
    }

    /// Further scales: "a hundred thousand".
    fn longer(&self, mut core: Core) -> Core {
        while let Some(scale) = self.scale(core.end) {
            core = Core { end: core.end + 1, low: core.low * scale, high: core.high * scale, scale: core.scale * scale, ..core };
        }
        core
    }

    fn many(&self, index: usize, low: f64, high: f64, unit: f64) -> Core {
        let core = Core { end: index + 1, low, high, vague: true, scale: unit, ..plain(index, index + 1, low) };
        let joined = matches!(self.word(index + 1), "of" | "upon" | "and");
        match self.numeral(index + 2) {
            Some(Numeral::Many(next_low, next_high, next)) if joined => {
                // "tens of thousands" is 20 times 1,000 and more; "hundreds and hundreds" only doubles the word.
                let factor = next_high + 1.0;
                if next > unit && self.word(index + 1) == "of" {
                    Core { end: index + 3, low: low * next, high: (high + 1.0) * next - 1.0, scale: next, ..core }
                } else if next == unit {
                    Core { end: index + 3, low: next_low, high: factor - 1.0, ..core }
                } else {
                    core
                }
            }
            _ => core,
        }
    }

    /// "half", "a quarter", "half a million", "a quarter of a million", "half a dozen".
    fn part(&self, index: usize, from: usize, value: f64) -> Option<Core> {
        let word = self.word(index);
        let (mut at, mut end) = (index + 1, index + 1);
        if self.word(at) == "of" {
            at += 1;
        }
        if word == "half" && self.word(at) == "-" {
            at += 1;
        }
        if matches!(self.word(at), "a" | "an") {
            at += 1;
        }
        if at > index + 1
            && let Some(scale) = self.scale(at)
        {
            end = at + 1;
            return Some(Core { first: from, scale, ..plain(from, end, value * scale) });
        }
        if word == "quarter" && self.word(end) != "of" {
            return None;
        }
        let glued = self.word(end) == "-" && !self.spaced(end);
        if word.ends_with('s') || glued {
            return None;
        }
        Some(Core { first: from, form: NumberForm::Fraction, ..plain(from, end, value) })
    }

    /// "two thirds", "three quarters of a million".
    fn whole_parts(&self, index: usize, at: usize, value: f64) -> Option<Core> {
        let behind = at + 1;
        if self.word(behind) == "of"
            && matches!(self.word(behind + 1), "a" | "an")
            && let Some(scale) = self.scale(behind + 2)
        {
            return Some(Core { scale, ..plain(index, behind + 3, value * scale) });
        }
        Some(Core { form: NumberForm::Fraction, ..plain(index, behind, value) })
    }
}

fn plain(first: usize, end: usize, value: f64) -> Core {
    Core { first, end, form: NumberForm::Cardinal, low: value, high: value, vague: false, digits: false, scale: 1.0 }
}
