//! Years: told from other numbers, with an era, of an expression beside them.

use super::{Parsed, Parser};
use crate::time::ANCIENT_YEAR;
use crate::time::candidate::{From, Meaning, Part, Point, Year};

impl Parser<'_> {
    /// A year behind a date: four digits, two behind an apostrophe, words, or with its era.
    pub(super) fn dated_year(&self, at: usize) -> Option<(i32, usize)> {
        self.era_year(at).or_else(|| self.year(at).filter(|(_, end)| !(self.is_glued(*end) && matches!(self.low(*end), ":" | "%" | "s"))))
    }

    /// "45" of "1939–45": the last year of those that `first` begins.
    pub(super) fn last_year(&self, first: &Parsed) -> Option<Parsed> {
        let Meaning::Point(Point { year: Year::Is(from), part: Part::Whole, .. }) = first.meaning else { return None };
        let at = self.hyphen(first.end);
        let short = self.small(at).filter(|_| at > first.end && self.surface(at).len() == 2)?;
        // "1939–45-6" and "1939–45%" are no years.
        let alone =
            !self.is_glued(at + 1) || matches!(self.low(at + 1), "," | "." | ";" | ":" | ")" | "'s" | "’s" | "'" | "’" | "”" | "\"");
        let to = from - from % 100 + i32::from(short);
        let plain = self.is_number(first.end - 1) && self.surface(first.end - 1).len() == 4;
        (alone && plain && to > from).then(|| Parsed::new(at + 1, Meaning::Point(Point::new(Year::Is(to), Part::Whole)), "year-range"))
    }

    /// "490 BC", "AD 79": the astronomical year.
    fn era_year(&self, at: usize) -> Option<(i32, usize)> {
        if matches!(self.low(at), "ad" | "a.d.") && self.is_number(at + 1) {
            let year: i32 = self.surface(at + 1).parse().ok()?;
            return (1..2200).contains(&year).then_some((year, at + 2));
        }
        if !self.is_number(at) {
            return None;
        }
        let year: i32 = self.surface(at).parse().ok()?;
        let (before, end) = self.era(at + 1)?;
        if !(1..10_000).contains(&year) {
            return None;
        }
        Some((if before { 1 - year } else { year }, end))
    }

    pub(super) fn era(&self, at: usize) -> Option<(bool, usize)> {
        match self.low(at) {
            "bc" | "bce" | "b.c." | "b.c.e." => Some((true, at + 1)),
            "ad" | "ce" | "a.d." | "c.e." if self.is_capitalised(at) => Some((false, at + 1)),
            "b" | "a" if self.low(at + 1) == "." && matches!(self.low(at + 2), "c" | "d") && self.is_glued(at + 2) => {
                Some((self.low(at) == "b", at + 3))
            }
            _ => None,
        }
    }

    /// The year that a month, a quarter or a season belongs to: " 2016", ", 2016", " of 2016", " of that year", " last year".
    pub(super) fn year_reference(&self, at: usize) -> Option<(Year, usize)> {
        let from = self.comma(at);
        let from = if matches!(self.low(at), "of" | "in") { at + 1 } else { from };
        if self.low(at) != "in"
            && let Some((year, end)) = self.dated_year(if self.reads(from, &["the", "year"]) { from + 2 } else { from })
        {
            return Some((Year::Is(year), end));
        }
        if self.low(at) == "," {
            return None;
        }
        let fiscal = |at: usize| if matches!(self.low(at), "fiscal" | "financial" | "calendar") { at + 1 } else { at };
        let the = usize::from(self.low(from) == "the");
        let year_at = fiscal(from + the + 1);
        let (offset, origin) = match (the, self.low(from + the)) {
            (0, "last") => (-1, From::Speech),
            (_, "this" | "current") => (0, From::Speech),
            (0, "next") => (1, From::Speech),
            (_, "that" | "same") => (0, From::Text),
            (1, "following" | "next") => (1, From::Text),
            (_, "previous" | "preceding" | "prior") => (-1, From::Text),
            (1, "year") if self.low(from + 2) == "before" => return Some((Year::Offset(-1, From::Text), from + 3)),
            _ => return None,
        };
        let year_at = if self.low(from + the) == "that" && self.low(year_at) == "same" { year_at + 1 } else { year_at };
        (self.low(year_at) == "year" && self.possessive(year_at + 1).is_none()).then_some((Year::Offset(offset, origin), year_at + 1))
    }

    /// A year by itself, where the words around do not make it a count.
    pub(super) fn lone_year(&self, at: usize) -> Option<Parsed> {
        let parsed = |year, end| Some(Parsed::new(end, Meaning::Point(Point::new(Year::Is(year), Part::Whole)), "year"));
        if let Some((year, end)) = self.era_year(at) {
            return parsed(year, end);
        }
        if self.low(at) == "the" && self.low(at + 1) == "year" {
            let (year, end) = self.dated_year(at + 2)?;
            return parsed(year, end);
        }
        if matches!(self.low(at), "fiscal" | "calendar") {
            let from = if self.low(at + 1) == "year" { at + 2 } else { at + 1 };
            let (year, end) = self.year(from)?;
            return parsed(year, end);
        }
        if let Some(ancient) = self.ancient_year(at) {
            return Some(ancient);
        }
        let (year, end) = self.year(at)?;
        if !self.is_number(at) {
            let apostrophe = !self.is_word(at);
            let led = at > self.first
                && matches!(
                    self.low(at - 1),
                    "in" | "of" | "since" | "by" | "early" | "late" | "until" | "to" | "and" | "from" | "during" | "class"
                );
            return if apostrophe && !led { None } else { parsed(year, end) };
        }
        self.number_is_year(at, year).then(|| parsed(year, end))?
    }

    /// "in 480": a year where the text counts years before Christ, which only the whole text tells.
    fn ancient_year(&self, at: usize) -> Option<Parsed> {
        let word = self.surface(at);
        let year: i32 = word.parse().ok()?;
        let led = at > self.first
            && matches!(self.low(at - 1), "in" | "by" | "since" | "until" | "before" | "after" | "from" | "of" | "early" | "late" | "and");
        (word.len() == 3 && led && !(self.is_word(at + 1) && self.low(at + 1).ends_with('s')))
            .then(|| Parsed::new(at + 1, Meaning::Point(Point::new(Year::Is(1 - year), Part::Whole)), ANCIENT_YEAR))
    }

    fn number_is_year(&self, at: usize, year: i32) -> bool {
        let before = if at > self.first { self.low(at - 1) } else { "" };
        let (after, glued) = (self.low(at + 1), self.is_glued(at + 1));
        let led = matches!(
            before,
            "in" | "since"
                | "until"
                | "till"
                | "by"
                | "before"
                | "after"
                | "during"
                | "from"
                | "early"
                | "late"
                | "mid"
                | "throughout"
                | "between"
                | "through"
                | "circa"
                | "c."
                | "post"
                | "pre"
        );
        if self.is_glued(at) && matches!(before, "$" | "€" | "£" | "¥" | "#" | "." | ":" | "/" | "+" | "," | "_" | "@") {
            return false;
        }
        if matches!(
            before,
            "$" | "€"
                | "£"
                | "¥"
                | "#"
                | "no."
                | "number"
                | "no"
                | "flight"
                | "least"
                | "than"
                | "about"
                | "nearly"
                | "room"
                | "article"
                | "page"
                | "resolution"
                | "section"
                | "sections"
                | "chapter"
                | "paragraph"
                | "version"
                | "route"
                | "highway"
                | "channel"
                | "gate"
                | "some"
                | "over"
                | "approximately"
                | "almost"
                | "only"
                | "another"
        ) {
            return false;
        }
        if glued
            && matches!(
                after,
                "%" | "m"
                    | "km"
                    | "kg"
                    | ":"
                    | "/"
                    | "+"
                    | "hrs"
                    | "ft"
                    | "p"
                    | "mhz"
                    | "cc"
                    | "x"
                    | "k"
                    | "st"
                    | "nd"
                    | "rd"
                    | "th"
                    | "am"
                    | "pm"
                    | "°"
            )
        {
            return false;
        }
        if matches!(
            after,
            "%" | "percent"
                | "per"
                | "km"
                | "kilometers"
                | "kilometres"
                | "miles"
                | "meters"
                | "metres"
                | "feet"
                | "tons"
                | "tonnes"
                | "dollars"
                | "euros"
                | "pounds"
                | "hours"
                | "days"
                | "gmt"
                | "hrs"
                | "utc"
                | "million"
                | "billion"
                | "thousand"
                | "cubic"
                | "square"
                | "square-foot"
                | "kg"
                | "mph"
                | "people"
                | "men"
                | "women"
                | "children"
                | "troops"
                | "soldiers"
                | "civilians"
                | "years"
                | "dead"
        ) {
            return false;
        }
        // A plural noun behind a bare number counts things, unless something tells that a year is meant.
        let counted = self.is_word(at + 1)
            && after.len() > 3
            && after.ends_with('s')
            && !after.ends_with("ss")
            && !self.is_capitalised(at + 1)
            && !matches!(after, "was" | "has" | "this" | "does" | "is" | "as" | "elections" | "games" | "olympics");
        if counted && !led && !matches!(before, "the" | "its" | "his" | "their" | "'s" | "’s" | "of") {
            return false;
        }
        if (1900..2050).contains(&year) {
            return true;
        }
        let ranged = self.hyphen(at + 1) > at + 1 && self.year(at + 2).is_some()
            || matches!(before, "-" | "–") && self.is_number(at.wrapping_sub(2));
        led || ranged
            || matches!(before, "of" | "and" | "to" | "(" | "the") && !counted
            || matches!(after, ")" | "," | ".") && year >= 1400 && !self.is_word(at.wrapping_sub(1))
    }
}
