//! Which day the article speaks from.
//!
//! The page or the caller usually says. Where nobody does, the dates of the text are weighed by where they stand:
//!
//! 1. a date on a line of its own before the first paragraph is the byline's;
//! 2. a date in the dateline of a first paragraph ("GENEVA, March 14, 2016 (Agency) —") is the day of writing;
//! 3. the date of a caption is the day of the picture. News goes out on that day or soon after it, so the first weekday
//!    that the article names as its own is the first such weekday from the picture's day on;
//! 4. a full date in running text serves like a caption's, where no caption has one: the latest that is told as past.
//!
//! A date on a line of its own behind the article ("Printed on …", a clock-stamped footer) says when somebody looked at
//! the page, not when it was written, and counts for nothing. A weekday beside a day and month ("Friday, March 11")
//! stands for a full date where it fits a year that the text names or the years beside it.

use jiff::civil::Date;

use super::calendar::{self, add_days, weekday_of};
use super::candidate::{Candidate, Meaning, Part, Point, Step, Year};
use super::tense;
use crate::fact::{Anchor, AnchorSource};
use crate::lexicon::Reading;
use crate::lexicon::en::deixis::Tense;
use crate::text::{BlockKind, ByteSpan, Sentence, TokenKind, order};

/// A block with so many words is running text.
const PARAGRAPH_WORDS: usize = 18;

/// So many words beside its date make a line more than a line for the date.
const LINE_WORDS: usize = 5;

/// Expressions that are weighed: what speaks of its own day speaks of it early, and a text of megabytes must not be weighed in one
/// breath.
const WEIGHED: usize = 4096;

/// Words that stand in the credit of a picture.
const CREDITS: &[&str] =
    &["reuters", "photo", "photograph", "credit", "afp", "ap", "getty", "pool", "image", "images", "epa", "picture", "file"];

/// Where a full date stands, from the strongest evidence to the weakest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Place {
    Byline,
    Dateline,
    Caption,
    Text,
}

/// A day of the text with its evidence.
struct Dated {
    day: Date,
    place: Place,
    span: ByteSpan,
}

/// The article's own date, or one inferred.
pub(super) fn find(reading: &Reading, layout: &Layout, candidates: &[Candidate]) -> Anchor {
    if let Some(published) = reading.document().article().published {
        return Anchor { date: Some(published.date), source: Some(AnchorSource::Published(published.source)) };
    }
    infer(reading, layout, candidates)
        .map_or(Anchor::default(), |(date, span)| Anchor { date: Some(date), source: Some(AnchorSource::Inferred(span)) })
}

fn infer(reading: &Reading, layout: &Layout, candidates: &[Candidate]) -> Option<(Date, ByteSpan)> {
    let candidates = candidates.get(..WEIGHED).unwrap_or(candidates);
    let year = latest_year(candidates);
    let mut dates: Vec<Dated> = candidates.iter().filter_map(|candidate| dated(reading, layout, candidate, year)).collect();
    order::sort(&mut dates, |dated| dated.place as u128);
    let best = dates.first()?.place;
    if best <= Place::Dateline {
        return dates.first().map(|dated| (dated.day, dated.span));
    }
    let latest = dates.iter().filter(|dated| dated.place == best).max_by_key(|dated| dated.day)?;
    let told = own_weekday(reading, layout, candidates);
    match told {
        Some(weekday) => {
            let wait = (i32::from(weekday) - i32::from(weekday_of(latest.day))).rem_euclid(7);
            Some((add_days(latest.day, wait)?, latest.span))
        }
        // A caption's day alone is near enough to count from; a date somewhere in the text is not.
        None => (best == Place::Caption).then_some((latest.day, latest.span)),
    }
}

/// The latest year that the text names in a date.
fn latest_year(candidates: &[Candidate]) -> Option<i32> {
    let years = candidates.iter().filter_map(|candidate| match candidate.meaning {
        Meaning::Point(Point { year: Year::Is(year), part: Part::Whole | Part::Month(_) | Part::Day(..), .. }) => Some(year),
        _ => None,
    });
    years.max()
}

/// The day that a candidate fixes, with where it stands; `None` for what is no full date or stands behind the article.
fn dated(reading: &Reading, layout: &Layout, candidate: &Candidate, latest_year: Option<i32>) -> Option<Dated> {
    let Meaning::Point(point) = &candidate.meaning else { return None };
    let day = match (point.full_date(), point.part, point.weekday) {
        (Some((year, month, day)), _, _) => calendar::date(year, month, day)?,
        (None, Part::Day(month, day), Some(weekday)) => {
            let year = latest_year?;
            let fits = |year: &i32| calendar::date(*year, month, day).is_some_and(|date| weekday_of(date) == weekday);
            calendar::date([year, year + 1, year - 1].into_iter().find(fits)?, month, day)?
        }
        _ => return None,
    };
    let place = layout.place(reading, candidate)?;
    let told_as_past = || {
        let tokens = reading.sentences().get(candidate.sentence).map_or(candidate.tokens, |sentence| sentence.tokens);
        tense::at(reading, tokens, candidate.tokens) != Some(Tense::Future)
    };
    (place != Place::Text || told_as_past()).then_some(Dated { day, place, span: candidate.span })
}

/// The first weekday that running text names as that of its own news.
fn own_weekday(reading: &Reading, layout: &Layout, candidates: &[Candidate]) -> Option<u8> {
    candidates.iter().find_map(|candidate| match candidate.meaning {
        Meaning::Point(Point { part: Part::Weekday(weekday), step: None | Some(Step::This), .. })
            if layout.place(reading, candidate) == Some(Place::Text) =>
        {
            Some(weekday)
        }
        _ => None,
    })
}

/// Which blocks are running text: filled sentence by sentence while the text is read.
#[derive(Default)]
pub struct Layout {
    /// Words of each block, up to the last that has a sentence.
    words: Vec<u32>,
    /// The first and the last block of running text.
    paragraphs: Option<(usize, usize)>,
}

impl Layout {
    /// Counts the words of a sentence; all sentences are counted in order.
    pub fn read(&mut self, reading: &Reading, sentence: &Sentence) {
        let block = sentence.block as usize;
        if self.words.len() <= block {
            self.words.resize(block + 1, 0);
        }
        let tokens = reading.document().tokens().get(sentence.tokens.range()).unwrap_or_default();
        let words = &mut self.words[block];
        *words += tokens.iter().filter(|token| token.kind == TokenKind::Word).count() as u32;
        if *words as usize >= PARAGRAPH_WORDS {
            self.paragraphs = Some((self.paragraphs.map_or(block, |(first, _)| first), block));
        }
    }

    fn place(&self, reading: &Reading, candidate: &Candidate) -> Option<Place> {
        let document = reading.document();
        let sentence = reading.sentences().get(candidate.sentence)?;
        let index = sentence.block as usize;
        let block = document.article().blocks.get(index)?;
        if block.kind == BlockKind::Caption {
            return Some(Place::Caption);
        }
        let inside = candidate.tokens.range().filter(|token| document.tokens()[*token].kind == TokenKind::Word).count();
        let (first_paragraph, last_paragraph) = self.paragraphs.unwrap_or((0, document.article().blocks.len()));
        let beside = (self.words.get(index).copied().unwrap_or(0) as usize).saturating_sub(inside);
        if beside <= LINE_WORDS {
            return (index <= first_paragraph).then_some(Place::Byline);
        }
        if index > last_paragraph && candidate.clock.is_some() {
            return None;
        }
        let tokens = document.tokens_in(block.span);
        let (first, end) = (tokens.first as usize, tokens.end as usize);
        let (from, to) = (candidate.tokens.first as usize, candidate.tokens.end as usize);
        if index <= first_paragraph + 1 && document.is_in_dateline(candidate.span) {
            return Some(Place::Dateline);
        }
        let credited =
            (to..end.min(to + 12)).chain(first.max(from.saturating_sub(8))..from).any(|token| CREDITS.contains(&reading.lower(token)));
        Some(if credited && end - to <= 16 { Place::Caption } else { Place::Text })
    }
}
