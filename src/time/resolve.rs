//! Places candidates on the calendar.
//!
//! News counts from the day of speech: the article's date, or the day on which quoted words were spoken. A narrative
//! (no date at all, or mostly dates of years long past) counts from the time that the text has come to: the last date
//! before. Which way a bare "Friday" or "October" points is told by the tense around it.

use jiff::civil::Date;

use super::calendar::{self, Grain, Period, add_days, days_between, weekday_of};
use super::candidate::{Amount, Candidate, From, Meaning, Part, Point, Step, TimeOfDay, Vague, Year};
use super::{ANCIENT_YEAR, tense, value};
use crate::fact::{Anchor, Confidence, Precision, TimeAnchor, TimeExpression, TimeKind};
use crate::lexicon::Reading;
use crate::lexicon::en::calendar::TimeUnit;
use crate::lexicon::en::deixis::Tense;
use crate::text::{ByteSpan, Shape, TokenKind, TokenSpan};

/// Resolves candidates in text order, a stretch at a time.
#[derive(Default)]
pub struct Resolution {
    /// The next candidate.
    next: usize,
    /// Whether the text counts years before Christ.
    ancient: bool,
    memory: Memory,
}

impl Resolution {
    /// Looks over the candidates and resolves none yet.
    pub fn begin(anchor: &Anchor, candidates: &[Candidate]) -> Self {
        let memory = Memory {
            anchor: anchor.date,
            narrative: is_narrative(anchor.date, candidates),
            first_year: candidates.iter().find_map(|candidate| match candidate.meaning {
                Meaning::Point(Point {
                    year: Year::Is(year),
                    part: Part::Whole | Part::Month(_) | Part::Day(..) | Part::Season(_),
                    ..
                }) => Some(year),
                _ => None,
            }),
            ..Memory::default()
        };
        let ancient = candidates.iter().any(|candidate| {
            candidate.rule != ANCIENT_YEAR && matches!(candidate.meaning, Meaning::Point(Point { year: Year::Is(..=0), .. }))
        });
        Self { next: 0, ancient, memory }
    }

    /// Gives the next candidate its value and interval. Returns whether any are left; the candidates must be those it began with.
    pub fn advance(&mut self, reading: &Reading, candidates: &[Candidate], resolved: &mut Vec<TimeExpression>) -> bool {
        if let Some(candidate) = candidates.get(self.next) {
            // "in 480" is a year only in a text that counts years before Christ, and there it is one of them.
            if candidate.rule != ANCIENT_YEAR || self.ancient {
                let mut resolver = Resolver { reading, memory: &mut self.memory };
                resolved.push(resolver.resolve(candidate, neighbours(candidates, self.next)));
            }
            self.next += 1;
        }
        self.next < candidates.len()
    }
}

/// The other candidates of the same sentence, a few on each side.
fn neighbours(candidates: &[Candidate], index: usize) -> &[Candidate] {
    let sentence = candidates[index].sentence;
    let same = |candidate: &&Candidate| candidate.sentence == sentence;
    let before = candidates[..index].iter().rev().take(4).take_while(same).count();
    let after = candidates[index..].iter().take(5).take_while(same).count();
    &candidates[index - before..index + after]
}

/// Whether the text tells of times long past rather than of the days around its own date.
fn is_narrative(anchor: Option<Date>, candidates: &[Candidate]) -> bool {
    let Some(anchor) = anchor else { return true };
    let (mut past, mut near) = (0u32, 0u32);
    for candidate in candidates {
        match &candidate.meaning {
            Meaning::Point(Point { year: Year::Is(year), part: Part::Whole | Part::Month(_) | Part::Day(..), .. }) => {
                past += u32::from(i32::from(anchor.year()) - year >= 2);
            }
            Meaning::Point(Point { year: Year::Open, part: Part::Weekday(_), .. }) => near += 1,
            Meaning::Unit { from: From::Speech, .. } | Meaning::Shift { from: From::Speech, .. } => near += 1,
            _ => {}
        }
    }
    past >= 6 && past > 3 * near
}

/// The time that the text has come to.
#[derive(Clone, Copy)]
struct Running {
    period: Period,
    span: ByteSpan,
    sentence: usize,
    block: u32,
}

/// Where an expression was placed.
struct Placed {
    period: Option<Period>,
    /// The value where no place was found.
    open: String,
    anchor: TimeAnchor,
}

/// What was read so far.
#[derive(Default)]
struct Memory {
    anchor: Option<Date>,
    narrative: bool,
    running: Option<Running>,
    /// The quarter last spoken of.
    quarter: Option<Period>,
    /// The day that the article's first sentences tell of.
    lead: Option<(Date, ByteSpan)>,
    quotes: Quotes,
    /// The first year that the text names.
    first_year: Option<i32>,
}

struct Resolver<'r> {
    reading: &'r Reading,
    memory: &'r mut Memory,
}

impl Resolver<'_> {
    fn resolve(&mut self, candidate: &Candidate, neighbours: &[Candidate]) -> TimeExpression {
        let sentence = self.reading.sentences().get(candidate.sentence).copied();
        let block = sentence.map_or(0, |sentence| sentence.block);
        let tokens = sentence.map_or(candidate.tokens, |sentence| sentence.tokens);
        let quoted = self.memory.quotes.advance(self.reading, candidate.tokens.first as usize);
        let scene = Scene { candidate, tokens, block, quoted, neighbours };
        let (kind, text, placed) = match &candidate.meaning {
            Meaning::Point(point) => self.dated(&scene, |resolver| resolver.point(&scene, point)),
            Meaning::Unit { unit, offset, from } => self.dated(&scene, |resolver| resolver.unit(&scene, *unit, *offset, *from)),
            Meaning::Shift { amount, unit, ahead, from } => {
                if let Some(vague) = vague_shift(*amount, *ahead) {
                    (TimeKind::Date, vague_value(vague).to_owned(), None)
                } else {
                    let (kind, text, placed) = self.dated(&scene, |resolver| resolver.shift(&scene, *amount, *unit, *ahead, *from));
                    if *unit < TimeUnit::Day {
                        (TimeKind::Time, format!("{}TXX", text.split('T').next().unwrap_or("")), placed)
                    } else {
                        (kind, text, placed)
                    }
                }
            }
            Meaning::Vague(vague) => (TimeKind::Date, vague_value(*vague).to_owned(), None),
            Meaning::Duration { amount, unit, rest } => (TimeKind::Duration, value::duration(*amount, *unit, *rest), None),
            Meaning::Set(frequency) => (TimeKind::Set, value::set(*frequency, candidate.clock), None),
        };
        let (period, anchor) = placed.map_or((None, TimeAnchor::Explicit), |(period, anchor)| (period, anchor));
        if let Some(period) = period {
            self.remember(&scene, period, anchor);
        }
        TimeExpression {
            span: candidate.span,
            kind,
            value: text,
            modifier: candidate.modifier,
            interval: period.map(Period::interval),
            precision: period.map(|period| match candidate.clock {
                Some(TimeOfDay::Clock { .. }) => Precision::Minute,
                Some(TimeOfDay::Part(_)) => Precision::PartOfDay,
                None => period.precision(),
            }),
            anchor,
            rule: candidate.rule,
            confidence: match anchor {
                TimeAnchor::Explicit if period.is_some() => Confidence::High,
                TimeAnchor::None => Confidence::Low,
                _ => Confidence::Medium,
            },
        }
    }

    /// The kind, value and place of a date or a time.
    fn dated(&self, scene: &Scene, place: impl Fn(&Self) -> Placed) -> (TimeKind, String, Option<(Option<Period>, TimeAnchor)>) {
        let placed = place(self);
        let mut text = placed.period.map_or(placed.open, Period::value);
        let mut kind = TimeKind::Date;
        if let Some(clock) = scene.candidate.clock {
            kind = TimeKind::Time;
            text = format!("{text}T{}", value::time_of_day(clock));
        }
        (kind, text, Some((placed.period, placed.anchor)))
    }

    fn remember(&mut self, scene: &Scene, period: Period, anchor: TimeAnchor) {
        // "a year earlier" gives the quarter before, not a new one to count from.
        if period.grain == Grain::Quarter
            && matches!(
                scene.candidate.meaning,
                Meaning::Point(Point { year: Year::Open | Year::Is(_), step: None | Some(Step::This), .. })
            )
        {
            self.memory.quarter = Some(period);
        }
        if matches!(period.grain, Grain::Decade | Grain::Century | Grain::Millennium) || !self.moves_on(scene, period) {
            return;
        }
        if self.memory.lead.is_none()
            && scene.candidate.sentence < 4
            && period.grain == Grain::Day
            && matches!(anchor, TimeAnchor::Publication)
            && !scene.quoted
            && let Some(today) = self.memory.anchor
            && (0..=2).contains(&days_between(period.start, today))
        {
            self.memory.lead = Some((period.start, scene.candidate.span));
        }
        self.memory.running = Some(Running { period, span: scene.candidate.span, sentence: scene.candidate.sentence, block: scene.block });
    }

    /// Whether the text goes on from this expression: a year beside the way ("by 1976", "the 1975 treaty") does not
    /// move it, nor does what is still to come.
    fn moves_on(&self, scene: &Scene, period: Period) -> bool {
        if period.grain != Grain::Year {
            return true;
        }
        let first = scene.candidate.tokens.first as usize;
        let before = if first > scene.tokens.first as usize { self.reading.lower(first - 1) } else { "" };
        scene.candidate.modifier.is_some() || matches!(before, "" | "in" | "during" | "of" | "," | "(" | "early" | "late")
    }

    /// The day of speech for this expression.
    fn speech(&self, scene: &Scene) -> (Option<Date>, TimeAnchor) {
        let block = self.reading.document().article().blocks.get(scene.block as usize);
        if let Some(date) = block.and_then(|block| block.published) {
            return (Some(date), TimeAnchor::Publication);
        }
        if self.memory.narrative
            && let Some(running) = self.memory.running
        {
            return (Some(running.period.start), TimeAnchor::Previous(running.span));
        }
        match self.memory.anchor {
            Some(date) => (Some(date), TimeAnchor::Publication),
            None => (None, TimeAnchor::None),
        }
    }

    /// The time that the text has come to, if it was named not long ago; else the day of speech.
    fn text_time(&self, scene: &Scene) -> (Option<Period>, TimeAnchor) {
        if let Some(running) = self.memory.running
            && (self.memory.narrative || running.block == scene.block || scene.candidate.sentence.saturating_sub(running.sentence) <= 2)
        {
            return (Some(running.period), TimeAnchor::Previous(running.span));
        }
        let (date, anchor) = self.speech(scene);
        (date.map(Period::day), anchor)
    }

    fn base(&self, scene: &Scene, from: From) -> (Option<Period>, TimeAnchor) {
        match from {
            From::Text => self.text_time(scene),
            From::Speech => {
                let (date, anchor) = self.speech(scene);
                (date.map(Period::day), anchor)
            }
        }
    }

    // -- units --------------------------------------------------------------------------------------------------

    fn unit(&self, scene: &Scene, unit: TimeUnit, offset: i32, from: From) -> Placed {
        let (mut base, mut anchor) = self.base(scene, from);
        if unit == TimeUnit::Day
            && from == From::Speech
            && scene.quoted
            && !self.memory.narrative
            && let Some((day, span)) = self.utterance(scene)
        {
            base = Some(Period::day(day));
            anchor = TimeAnchor::Utterance(span);
        }
        let open = open_unit(unit);
        let Some(base) = base else { return Placed { period: None, open, anchor: TimeAnchor::None } };
        let (base, anchor) = if unit == TimeUnit::Day && base.grain != Grain::Day {
            // "the next day" after "in March": the day is not known.
            let Some((day, anchor)) = self.day_of_news(scene).filter(|_| offset == 0) else {
                return Placed { period: None, open, anchor: TimeAnchor::None };
            };
            (Period::day(day), anchor)
        } else {
            (base, anchor)
        };
        let mut offset = offset;
        if unit == TimeUnit::Weekend
            && scene.candidate.rule != "stepped-unit"
            && offset == 0
            && tense::at(self.reading, scene.tokens, scene.candidate.tokens) == Some(Tense::Past)
            && weekday_of(base.start) < 6
        {
            offset = -1;
        }
        let period = Period::around(base.start, unit).and_then(|period| period.shifted(offset));
        Placed { period, open, anchor }
    }

    /// "At 8 a.m." in news is of the day that the news tells of, though a month was named on the way; not in the sentence that names it
    /// ("in May … on its first night").
    fn day_of_news(&self, scene: &Scene) -> Option<(Date, TimeAnchor)> {
        let apart = self.memory.running.is_some_and(|running| running.sentence != scene.candidate.sentence);
        if !apart || self.memory.narrative {
            return None;
        }
        let lead = self.memory.lead.map(|(day, span)| (day, TimeAnchor::Previous(span)));
        lead.or(self.memory.anchor.map(|day| (day, TimeAnchor::Publication)))
    }

    /// The day on which the words around were spoken: the weekday beside the quotation, else the day that the article
    /// tells of.
    fn utterance(&self, scene: &Scene) -> Option<(Date, ByteSpan)> {
        let spoken = scene.neighbours.iter().find_map(|other| match other.meaning {
            Meaning::Point(Point { year: Year::Open, part: Part::Weekday(weekday), step: None, .. })
                if other.span != scene.candidate.span =>
            {
                Some((last_weekday(self.memory.anchor?, weekday)?, other.span))
            }
            _ => None,
        });
        spoken.or(self.memory.lead)
    }

    fn shift(&self, scene: &Scene, amount: Amount, unit: TimeUnit, ahead: bool, from: From) -> Placed {
        let (base, anchor) = self.base(scene, from);
        let open = open_unit(unit);
        let none = Placed { period: None, open: open.clone(), anchor: TimeAnchor::None };
        let (Some(base), Amount::Exactly(count)) = (base, amount) else { return none };
        let sign = if ahead { 1.0 } else { -1.0 };
        // "a year earlier" beside a quarter is that quarter of the year before.
        if unit == TimeUnit::Year
            && count == 1.0
            && !ahead
            && let Some(quarter) = self.memory.quarter
            && !self.memory.narrative
        {
            return Placed { period: quarter.shifted(-4), open, anchor };
        }
        let whole = count.fract() == 0.0 && count < 100_000.0;
        let steps = (sign * count) as i32;
        let period = match unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => Some(Period::day(base.start)),
            TimeUnit::Day | TimeUnit::Weekend if base.grain == Grain::Day => add_days(base.start, steps).map(Period::day),
            TimeUnit::Day | TimeUnit::Weekend => None,
            TimeUnit::Week | TimeUnit::Fortnight => {
                let weeks = if unit == TimeUnit::Fortnight { 2.0 * count } else { count };
                add_days(base.start, (sign * weeks * 7.0) as i32).and_then(|day| Period::around(day, TimeUnit::Week))
            }
            TimeUnit::Month | TimeUnit::Year if !whole => {
                let months = if unit == TimeUnit::Year { 12.0 * count } else { count };
                calendar::add_months(base.start, (sign * months) as i32).and_then(|day| Period::around(day, TimeUnit::Month))
            }
            TimeUnit::Month if matches!(base.grain, Grain::Year) => None,
            _ => Period::around(base.start, unit).and_then(|period| period.shifted(steps)),
        };
        Placed { period, open, anchor: if period.is_some() { anchor } else { TimeAnchor::None } }
    }

    // -- points -------------------------------------------------------------------------------------------------

    fn point(&self, scene: &Scene, point: &Point) -> Placed {
        if let Year::Is(year) = point.year {
            return Placed { period: in_year(point.part, year), open: open_point(point), anchor: TimeAnchor::Explicit };
        }
        if let Part::Decade(digits) = point.part {
            return Placed { period: Period::decade(1900 + i32::from(digits)), open: open_point(point), anchor: TimeAnchor::Explicit };
        }
        if let Year::Offset(offset, from) = point.year {
            let (base, anchor) = self.base(scene, from);
            let year = base.map(|base| i32::from(base.start.year()) + offset);
            let period = year.and_then(|year| match point.part {
                Part::Quarter(None) => self.memory.quarter.and_then(|quarter| Period::quarter(year, calendar::quarter_of(quarter.start))),
                part => in_year(part, year),
            });
            return Placed { period, open: open_point(point), anchor: if period.is_some() { anchor } else { TimeAnchor::None } };
        }
        let (period, anchor) = self.open_year(scene, point);
        Placed { period, open: open_point(point), anchor: if period.is_some() { anchor } else { TimeAnchor::None } }
    }

    /// A name without its year.
    fn open_year(&self, scene: &Scene, point: &Point) -> (Option<Period>, TimeAnchor) {
        let (speech, mut anchor) = self.speech(scene);
        let told = self.memory.running.filter(|_| self.memory.narrative);
        if let Some(running) = told {
            anchor = TimeAnchor::Previous(running.span);
            return (self.told_in(point, running.period), anchor);
        }
        if (speech.is_none() || (self.memory.narrative && self.memory.running.is_none()))
            && let Some(year) = self.memory.first_year
            && !matches!(point.part, Part::Weekday(_) | Part::DayOfMonth(_) | Part::Quarter(None))
        {
            return (in_year(point.part, year), TimeAnchor::Previous(scene.candidate.span));
        }
        let Some(speech) = speech else { return (None, TimeAnchor::None) };
        let tense = tense::at(self.reading, scene.tokens, scene.candidate.tokens);
        if let Part::Weekday(weekday) = point.part
            && tense != Some(Tense::Past)
            && self.owns_event(scene)
        {
            // "they hope to get around Wednesday's ruling": the tense is not that of the ruling.
            return (nearest_weekday(speech, weekday).map(Period::day), anchor);
        }
        (self.spoken_on(point, speech, tense), anchor)
    }

    /// Whether the expression only says which one is meant of what stands behind it: "Wednesday's ruling", "the Tuesday deadline".
    fn owns_event(&self, scene: &Scene) -> bool {
        let TokenSpan { first, end } = scene.candidate.tokens;
        let Some(behind) = self.reading.document().tokens().get(end as usize) else { return false };
        let led = first > scene.tokens.first && self.reading.lower(first as usize - 1) == "the";
        let noun = behind.kind == TokenKind::Word
            && !behind.is_capitalised()
            && !matches!(self.reading.lower(end as usize), "after" | "before" | "of" | "that" | "when" | "following");
        behind.shape.has(Shape::POSSESSIVE) || led && noun
    }

    /// In a narrative: the year that the text has come to.
    fn told_in(&self, point: &Point, running: Period) -> Option<Period> {
        let year = i32::from(running.start.year());
        let shifted = match point.step {
            Some(Step::Next | Step::Following) => 1,
            Some(Step::Last | Step::Previous) => -1,
            _ => 0,
        };
        match point.part {
            Part::Weekday(weekday) => (running.grain == Grain::Day)
                .then(|| match point.step {
                    Some(Step::Last | Step::Previous) => last_weekday(add_days(running.start, -1)?, weekday),
                    _ => next_weekday(running.start, weekday),
                })?
                .map(Period::day),
            Part::DayOfMonth(day) => {
                if !matches!(running.grain, Grain::Day | Grain::Month) {
                    return None;
                }
                calendar::date(year, running.start.month() as u8, day).map(Period::day)
            }
            Part::Quarter(None) => self.memory.quarter,
            // "next spring" is the coming one, not that of the next year.
            part if shifted != 0 => {
                let same = in_year(part, year)?;
                let is_next = same.start > running.start;
                let year = match (shifted > 0, is_next) {
                    (true, true) | (false, false) if running.grain != Grain::Year => year,
                    _ => year + shifted,
                };
                in_year(part, year)
            }
            // A text goes forward over the turn of the year: "in November … In January".
            Part::Month(month @ 1..=3) | Part::Day(month @ 1..=3, _)
                if running.start.month() >= 10 && running.grain <= Grain::Month && month > 0 =>
            {
                in_year(point.part, year + 1)
            }
            part => in_year(part, year),
        }
    }

    /// In news: the one that the tense points at, else the nearest.
    fn spoken_on(&self, point: &Point, speech: Date, tense: Option<Tense>) -> Option<Period> {
        let year = i32::from(speech.year());
        match point.part {
            Part::Weekday(weekday) => weekday_near(speech, weekday, point.step, tense).map(Period::day),
            Part::DayOfMonth(day) => self.day_of_month(day, point.weekday, speech, tense),
            Part::Quarter(None) => match (point.step, self.memory.quarter) {
                (Some(Step::Last), _) => Period::around(speech, TimeUnit::Quarter)?.shifted(-1),
                (Some(Step::Next), _) => Period::around(speech, TimeUnit::Quarter)?.shifted(1),
                (_, Some(quarter)) => Some(quarter),
                (Some(Step::This), None) if tense != Some(Tense::Past) => Period::around(speech, TimeUnit::Quarter),
                _ => Period::around(speech, TimeUnit::Quarter)?.shifted(-1),
            },
            part => {
                let years = [year - 1, year, year + 1];
                let options = years.iter().filter_map(|year| in_year(part, *year));
                if let Some(weekday) = point.weekday
                    && let Some(period) = options
                        .clone()
                        .filter(|period| weekday_of(period.start) == weekday)
                        .min_by_key(|period| days_between(speech, period.start).abs())
                {
                    return Some(period);
                }
                let now = speech;
                let holds = |period: &Period| period.interval().start <= now && now <= period.interval().end;
                match point.step {
                    Some(Step::Last | Step::Previous) => {
                        return options.filter(|period| period.interval().end < now).max_by_key(|period| period.start);
                    }
                    Some(Step::Next | Step::Following) => {
                        return options.filter(|period| period.start > now).min_by_key(|period| period.start);
                    }
                    Some(Step::This) => return in_year(part, year),
                    _ => {}
                }
                if let Some(period) = options.clone().find(holds) {
                    return Some(period);
                }
                let distance = |period: &Period| {
                    let interval = period.interval();
                    days_between(now, interval.start).abs().min(days_between(interval.end, now).abs())
                };
                let nearest = options.clone().min_by_key(distance)?;
                // A date close by is the one meant whatever the verb; further off, the tense decides.
                let close = if matches!(part, Part::Day(..) | Part::Holiday(_)) { 100 } else { 0 };
                if distance(&nearest) <= close {
                    return Some(nearest);
                }
                match tense {
                    _ if matches!(part, Part::Quarter(_)) => Some(nearest),
                    Some(Tense::Future) => options.filter(|period| period.start > now).min_by_key(|period| period.start),
                    Some(Tense::Past) => options.filter(|period| period.interval().end < now).max_by_key(|period| period.start),
                    _ => Some(nearest),
                }
            }
        }
    }

    /// "the 15th": of the month around, or the next or last one with this weekday.
    fn day_of_month(&self, day: u8, weekday: Option<u8>, speech: Date, tense: Option<Tense>) -> Option<Period> {
        let mut options: Vec<Date> = (-2..=2)
            .filter_map(|months| {
                let month = calendar::add_months(speech.first_of_month(), months)?;
                calendar::date(i32::from(month.year()), month.month() as u8, day)
            })
            .collect();
        if let Some(weekday) = weekday {
            options.retain(|date| weekday_of(*date) == weekday);
        }
        let nearest = options.iter().copied().min_by_key(|date| days_between(speech, *date).abs())?;
        let chosen = match tense {
            Some(Tense::Past) => options.iter().copied().filter(|date| *date <= speech).max().unwrap_or(nearest),
            Some(Tense::Future) => options.iter().copied().filter(|date| *date >= speech).min().unwrap_or(nearest),
            _ => nearest,
        };
        Some(Period::day(chosen))
    }
}

/// What stands around a candidate.
struct Scene<'c> {
    candidate: &'c Candidate,
    /// Tokens of its sentence.
    tokens: TokenSpan,
    block: u32,
    /// Whether it stands inside a direct quotation.
    quoted: bool,
    /// Candidates of the same sentence, itself included.
    neighbours: &'c [Candidate],
}

/// Follows quotation marks through the text, once.
#[derive(Default)]
struct Quotes {
    at: usize,
    block_end: usize,
    open: bool,
}

impl Quotes {
    /// Whether token `index` stands inside a direct quotation. Calls must come in text order.
    fn advance(&mut self, reading: &Reading, index: usize) -> bool {
        let document = reading.document();
        while self.at < index {
            let Some(token) = document.tokens().get(self.at) else { break };
            if token.span.start() >= self.block_end {
                // Blocks are few beside tokens and come in order; a binary search keeps this linear.
                let at = document.article().blocks.partition_point(|block| block.span.end() <= token.span.start());
                self.block_end = document.article().blocks.get(at).map_or(usize::MAX, |block| block.span.end());
                self.open = false;
            }
            match reading.surface(self.at) {
                "“" | "«" => self.open = true,
                "”" | "»" => self.open = false,
                "\"" => self.open = !self.open,
                "`" if reading.surface(self.at + 1) == "`" => self.open = true,
                "'" if reading.surface(self.at + 1) == "'" => self.open = false,
                _ => {}
            }
            self.at += 1;
        }
        self.open
    }
}

/// The period that a part is in a year.
fn in_year(part: Part, year: i32) -> Option<Period> {
    match part {
        Part::Whole => Period::year(year),
        Part::Half(half) => Period::half(year, half),
        Part::Quarter(Some(quarter)) => Period::quarter(year, quarter),
        Part::Season(season) => Period::season(year, season),
        Part::Month(month) => Period::month(year, month),
        Part::Day(month, day) => calendar::date(year, month, day).map(Period::day),
        Part::Holiday(rule) => calendar::holiday(rule, year).map(Period::day),
        Part::Decade(_) => Period::decade(year),
        Part::Century => calendar::date(year, 1, 1).map(|start| Period { start, grain: Grain::Century }),
        Part::Quarter(None) | Part::DayOfMonth(_) | Part::Weekday(_) => None,
    }
}

fn last_weekday(day: Date, weekday: u8) -> Option<Date> {
    add_days(day, -(i32::from(weekday_of(day)) - i32::from(weekday)).rem_euclid(7))
}

fn next_weekday(day: Date, weekday: u8) -> Option<Date> {
    add_days(day, (i32::from(weekday) - i32::from(weekday_of(day))).rem_euclid(7))
}

/// The weekday meant: back for the past (today counts), ahead for what is to come.
fn weekday_near(speech: Date, weekday: u8, step: Option<Step>, tense: Option<Tense>) -> Option<Date> {
    match step {
        Some(Step::Last | Step::Previous) => last_weekday(add_days(speech, -1)?, weekday),
        Some(Step::Next | Step::Following) => next_weekday(add_days(speech, 1)?, weekday),
        Some(Step::This) if tense != Some(Tense::Past) => next_weekday(speech, weekday),
        _ => match tense {
            Some(Tense::Future | Tense::Present) => next_weekday(speech, weekday),
            _ => last_weekday(speech, weekday),
        },
    }
}

/// The weekday nearest to a day, before it or behind.
fn nearest_weekday(day: Date, weekday: u8) -> Option<Date> {
    last_weekday(day, weekday).filter(|&last| add_days(last, 3) >= Some(day)).or_else(|| next_weekday(day, weekday))
}

fn vague_shift(amount: Amount, ahead: bool) -> Option<Vague> {
    matches!(amount, Amount::Unknown).then_some(if ahead { Vague::Future } else { Vague::Past })
}

fn vague_value(vague: Vague) -> &'static str {
    match vague {
        Vague::Past => "PAST_REF",
        Vague::Present => "PRESENT_REF",
        Vague::Future => "FUTURE_REF",
    }
}

/// The value of a unit without a place.
fn open_unit(unit: TimeUnit) -> String {
    match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => "XXXX-XX-XX",
        TimeUnit::Weekend => "XXXX-WXX-WE",
        TimeUnit::Week | TimeUnit::Fortnight => "XXXX-WXX",
        TimeUnit::Month => "XXXX-XX",
        TimeUnit::Quarter => "XXXX-QX",
        TimeUnit::Year => "XXXX",
        TimeUnit::Decade => "XXX",
        TimeUnit::Century => "XX",
        TimeUnit::Millennium => "X",
    }
    .to_owned()
}

/// The value of a name without its year.
fn open_point(point: &Point) -> String {
    match point.part {
        Part::Whole | Part::Century => "XXXX".to_owned(),
        Part::Half(half) => format!("XXXX-H{half}"),
        Part::Quarter(Some(quarter)) => format!("XXXX-Q{quarter}"),
        Part::Quarter(None) => "XXXX-QX".to_owned(),
        Part::Season(season) => format!("XXXX-{}", calendar::season_code(season)),
        Part::Month(month) => format!("XXXX-{month:02}"),
        Part::Day(month, day) => format!("XXXX-{month:02}-{day:02}"),
        Part::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
        Part::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
        Part::Holiday(_) => "XXXX-XX-XX".to_owned(),
        Part::Decade(digits) => format!("XX{}", digits / 10),
    }
}
