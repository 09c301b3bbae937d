//! Quotes: the words, who speaks them, the verb.
//!
//! A block is read as a whole: `marks` pairs its quotation marks, `attribution` finds who speaks the words inside
//! them, `reported` the speech without marks, `complement` which words a verb reports; `subject` and `phrase` cut
//! the words that name a speaker. Words in quotation marks that nobody is said to speak (scare quotes, titles) are no
//! quotes.

mod attribution;
mod complement;
mod marks;
mod phrase;
mod reported;
mod subject;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use attribution::Attribution;
use marks::Quotation;
use phrase::Phrases;
use words::is_word;

use crate::fact::{Confidence, EntityKind, NameMention, Quote, QuoteForm};
use crate::lexicon::Reading;
use crate::lexicon::en::report::Frame;
use crate::text::{ByteSpan, TokenSpan, order};

/// Words that a quotation without attribution needs to count as one.
const LONG_ENOUGH: usize = 6;

/// Tokens between an inner verb of speech and the quoted words that it introduces.
const NEAR: usize = 3;

/// Tokens of a line that does no more than name a speaker and an office.
const LINE: usize = 14;

/// Reads quotes block by block and remembers what runs on into the next.
#[derive(Default)]
pub struct Tagger {
    /// Index of the quotation that the last block left open.
    open: Option<usize>,
    /// The last block ended with a colon: its speaker's words follow.
    announced: Option<Attribution>,
    /// The last attributed quote of the block before.
    last: Option<usize>,
}

impl Tagger {
    /// Adds the quotes of the block that begins with sentence `sentence` (an index); does nothing for other sentences.
    /// `names` are the names of the whole text. The speaker's entity is left to `story`.
    pub fn tag(&mut self, reading: &Reading, sentence: usize, names: &[NameMention], quotes: &mut Vec<Quote>) {
        let sentences = reading.sentences();
        let Some(first) = sentences.get(sentence) else { return };
        if sentence > 0 && sentences[sentence - 1].block == first.block {
            return;
        }
        let length = sentences[sentence..].iter().take_while(|other| other.block == first.block).count();
        let tokens = first.tokens.first as usize..sentences[sentence + length - 1].tokens.end as usize;
        let from = names.partition_point(|name| name.tokens.end as usize <= tokens.start);
        let below = tokens.end + LINE + 1;
        let own = names[from..].iter().take_while(|name| name.tokens.first as usize <= below).count();
        let phrases = Phrases { reading, names: &names[from..from + own], tokens: TokenSpan::new(tokens.start, tokens.end) };
        let quotations = marks::pair(reading.document(), tokens.clone());
        let outer = attribution::outer_sentences(&phrases, sentence..sentence + length, &quotations);
        Block { phrases, quotations, outer, tokens }.read(self, quotes);
    }
}

/// One block of text, its quotations and its sentences (those that quotations cross are joined).
struct Block<'a> {
    phrases: Phrases<'a>,
    quotations: Vec<Quotation>,
    outer: Vec<Range<usize>>,
    tokens: Range<usize>,
}

impl Block<'_> {
    fn read(&self, tagger: &mut Tagger, quotes: &mut Vec<Quote>) {
        let from = quotes.len();
        for sentence in &self.outer {
            reported::tag(&self.phrases, &self.quotations, sentence.clone(), quotes);
        }
        if quotes.len() == from {
            reported::labelled(&self.phrases, &self.quotations, self.tokens.clone(), quotes);
        }
        let reported = from..quotes.len();
        let (announced, resumed, last) = (tagger.announced.take(), tagger.open.take(), tagger.last.take());
        let mut found = self.attributions();
        self.join(&mut found, quotes, reported.clone());
        let mut index_of: Vec<Option<usize>> = vec![None; self.quotations.len()];
        let mut still_open = None;
        for (index, quotation) in self.quotations.iter().enumerate() {
            let opening = quotation.open == self.tokens.start;
            let mut continues = None;
            let mut how = found[index];
            if opening && let Some(earlier) = resumed {
                continues = Some(earlier);
                how = how.or_else(|| quotes.get(earlier).map(|quote| inherited(quote, "next-paragraph", Confidence::High)));
            } else if opening && how.is_none() {
                how = announced;
            }
            let form = self.form(quotation);
            how = how.or_else(|| self.signed(quotation));
            if how.is_none() && form == QuoteForm::Direct {
                how = self.follows(index, &index_of, quotes, reported.clone()).or_else(|| {
                    let earlier = last.filter(|_| opening && self.is_long(quotation))?;
                    quotes.get(earlier).map(|quote| inherited(quote, "after-speaker", Confidence::Low))
                });
            }
            if continues.is_none() && index > 0 && self.goes_on(index, &found) {
                continues = index_of[index - 1];
            }
            let unknown = how.is_none();
            if unknown && !(form == QuoteForm::Direct && self.is_long(quotation)) {
                continue;
            }
            let how = how.unwrap_or(Attribution { speaker: None, verb: None, end: 0, rule: "unattributed", confidence: Confidence::Low });
            if let Some(earlier) = continues.filter(|_| found[index].is_some() && how.speaker.is_some()) {
                named_later(quotes, earlier, how);
            }
            index_of[index] = Some(quotes.len());
            if !quotation.is_closed() {
                still_open = Some(quotes.len());
            }
            quotes.push(Quote {
                span: self.phrases.reading.document().span_of(TokenSpan::new(quotation.first, quotation.end)),
                form,
                speaker_span: how.speaker,
                speaker: None,
                verb: how.verb,
                continues,
                rule: how.rule,
                confidence: how.confidence,
            });
        }
        tagger.open = still_open;
        tagger.last = quotes[from..].iter().rposition(|quote| quote.speaker_span.is_some()).map(|at| from + at);
        self.settle(tagger, quotes, from);
        if self.phrases.reading.lower(self.tokens.end - 1) == ":" {
            let low = self.outer.last().map_or(self.tokens.start, |sentence| sentence.start);
            tagger.announced = attribution::before(&self.phrases, &self.quotations, low, self.tokens.end);
        }
    }

    /// Brings the block's quotes into text order; links follow.
    fn settle(&self, tagger: &mut Tagger, quotes: &mut Vec<Quote>, from: usize) {
        let sorted = order::order(quotes.len() - from, |at| u128::from(quotes[from + at].span.rank_longest_first()));
        let order: Vec<usize> = sorted.into_iter().map(|at| from + at).collect();
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old - from] = from + new;
        }
        let moved = |old: usize| if old < from { old } else { place[old - from] };
        let mut sorted: Vec<Quote> = order.iter().map(|&at| quotes[at].clone()).collect();
        for quote in &mut sorted {
            quote.continues = quote.continues.map(moved);
        }
        quotes.truncate(from);
        quotes.append(&mut sorted);
        tagger.open = tagger.open.map(moved);
        tagger.last = tagger.last.map(moved);
    }

    /// The attribution of each quotation by the words behind and before it.
    fn attributions(&self) -> Vec<Option<Attribution>> {
        let mut found: Vec<Option<Attribution>> = vec![None; self.quotations.len()];
        for (index, quotation) in self.quotations.iter().enumerate() {
            let limit = self.quotations.get(index + 1).map_or(self.tokens.end, |next| next.open);
            if quotation.is_closed()
                && let Some(behind) = attribution::behind(&self.phrases, quotation, limit)
                && !(self.is_title(quotation) && self.is_inside(quotation))
            {
                found[index] = Some(behind);
                continue;
            }
            let low = self.sentence_start(quotation.open);
            // Words that already attribute the quotation before are not read a second time.
            let used =
                index.checked_sub(1).and_then(|before| found[before]).filter(|how| how.rule.starts_with("behind")).map_or(0, |how| how.end);
            let low_unused = low.max(used);
            let shared = index.checked_sub(1).and_then(|before| found[before]).filter(|how| used > low && how.speaker.is_some());
            if low_unused < quotation.open {
                found[index] = attribution::before(&self.phrases, &self.quotations, low_unused, quotation.open)
                    .filter(|how| how.rule != "before" || self.form(quotation) == QuoteForm::Direct || !self.is_title(quotation))
                    .map(|how| self.shared(how, shared));
            }
        }
        found
    }

    /// An attribution by a participle has the speaker of the one before it: "…," she said, adding, "…".
    fn shared(&self, how: Attribution, before: Option<Attribution>) -> Attribution {
        let reading = self.phrases.reading;
        let participle = how.verb.is_some_and(|verb| reading.lower(self.phrases.token_at(verb.start())).ends_with("ing"));
        let speaker = how.speaker.or_else(|| before.filter(|_| participle)?.speaker);
        Attribution { speaker, ..how }
    }

    /// Gives quotations without attribution that of their neighbours, or of the report they stand in.
    fn join(&self, found: &mut [Option<Attribution>], quotes: &[Quote], reported: Range<usize>) {
        for index in 1..self.quotations.len() {
            if found[index].is_none() && (self.is_joined(index) || self.goes_on(index, found)) {
                found[index] = found[index - 1];
            }
        }
        for index in (1..self.quotations.len()).rev() {
            if found[index - 1].is_none() && self.is_joined(index) {
                found[index - 1] = found[index];
            }
        }
        let document = self.phrases.reading.document();
        for (index, quotation) in self.quotations.iter().enumerate() {
            let span = document.span_of(TokenSpan::new(quotation.first, quotation.end));
            let said = |quote: &&Quote| {
                quote
                    .verb
                    .is_some_and(|verb| attribution::speech(&self.phrases, self.phrases.token_at(verb.start())).is_none_or(Frame::is_said))
            };
            let around = || near(&quotes[reported.clone()], span).filter(|quote| quote.span.contains(span));
            // What is thought inside of what is said is said by the same.
            let Some(report) = around().filter(said).min_by_key(|quote| quote.span.len()).or_else(|| around().next()) else { continue };
            // "He said that she called it “…”" are her words; "he said that she hopes for “…”" are his.
            let inner = found[index]
                .and_then(|how| how.verb)
                .filter(|verb| report.span.contains(*verb))
                .map(|verb| self.phrases.token_at(verb.start()));
            let reports = |verb: usize| {
                attribution::speech(&self.phrases, verb).is_some_and(Frame::is_said) && quotation.open - verb.min(quotation.open) <= NEAR
            };
            let own = if inner.is_some() { inner.is_some_and(reports) } else { found[index].is_some() };
            if !own && (found[index].is_some() || !self.is_title(quotation)) {
                found[index] = Some(inherited(report, "in-report", Confidence::Medium));
            }
        }
    }

    /// Whether only a comma or "and" stands between a quotation and the one before it.
    fn is_joined(&self, index: usize) -> bool {
        let reading = self.phrases.reading;
        let between = self.quotations[index - 1].close..self.quotations[index].open;
        between.len() <= 2 && between.clone().all(|at| matches!(reading.lower(at), "," | "and" | "or" | "but"))
    }

    /// Whether the quotation carries on what the attribution behind the one before has interrupted.
    fn goes_on(&self, index: usize, found: &[Option<Attribution>]) -> bool {
        let (before, quotation) = (self.quotations[index - 1], self.quotations[index]);
        let Some(how) = found[index - 1].filter(|how| how.rule.starts_with("behind") || how.rule == "according-to") else {
            return false;
        };
        if found[index].is_some_and(|own| own.speaker != how.speaker || own.verb != how.verb) {
            return false;
        }
        // At most the rest of the sentence of the attribution lies between, and nothing else was said in it.
        let next = self.outer.partition_point(|sentence| sentence.start <= before.close);
        let crossed = self.outer.get(next).is_some_and(|sentence| sentence.start < quotation.open);
        let begins = self.sentence_start(quotation.open) == quotation.open;
        let comma = matches!(self.phrases.reading.lower(quotation.open - 1), "," | "and" | "-" | "–" | "—" | ":");
        // "X said, asking them why “…”": another verb introduces the words.
        let other = !begins && (how.end..quotation.open).any(|at| attribution::speech(&self.phrases, at).is_some());
        !crossed && (begins || comma) && how.end <= quotation.open && !other
    }

    /// A whole-sentence quotation right behind a sentence that quotes or reports someone is taken to be his or hers.
    fn follows(&self, index: usize, index_of: &[Option<usize>], quotes: &[Quote], reported: Range<usize>) -> Option<Attribution> {
        let quotation = self.quotations[index];
        let sentence = self.outer.partition_point(|sentence| sentence.end <= quotation.open);
        let earlier = self.outer.get(sentence.checked_sub(1)?)?;
        if let Some(before) = index.checked_sub(1).and_then(|before| index_of[before])
            && self.quotations[index - 1].close > earlier.start
        {
            return quotes.get(before).map(|quote| inherited(quote, "follows", Confidence::Medium));
        }
        let document = self.phrases.reading.document();
        let span = document.span_of(TokenSpan::new(earlier.start, earlier.end));
        let block = quotes.get(reported).unwrap_or_default();
        let report = near(block, span).rfind(|quote| quote.span.overlaps(span));
        report.map(|quote| inherited(quote, "follows", Confidence::Medium)).or_else(|| {
            let speaker = self.phrases.first(earlier.start, earlier.end)?;
            Some(Attribution { speaker: Some(speaker), verb: None, end: 0, rule: "follows", confidence: Confidence::Low })
        })
    }

    /// Whole sentences, or some words inside one of the article's.
    fn form(&self, quotation: &Quotation) -> QuoteForm {
        let reading = self.phrases.reading;
        let document = reading.document();
        let first = document.tokens().get(quotation.first);
        let capital = first.is_some_and(|token| token.is_capitalised()) || !is_word(reading, quotation.first);
        let starts = quotation.open == self.sentence_start(quotation.open);
        let introduced = starts || matches!(reading.lower(quotation.open - 1), "," | ":") || capital;
        let ends = matches!(reading.lower(quotation.end - 1), "." | "," | "!" | "?" | "…" | "-" | "—") || !quotation.is_closed();
        let outside = reading.lower(quotation.close);
        let words = (quotation.first..quotation.end).filter(|&at| is_word(reading, at)).count();
        let sentence = capital && introduced && (ends || matches!(outside, "," | "." | "!" | "?")) && (words > 3 || starts || ends);
        // "…," she said, "what comes next": the second half of a sentence begins in lower case.
        let second_half = ends && matches!(reading.lower(quotation.open.wrapping_sub(1)), ",") && words > 3;
        if sentence || second_half { QuoteForm::Direct } else { QuoteForm::Partial }
    }

    fn is_long(&self, quotation: &Quotation) -> bool {
        let words = (quotation.first..quotation.end).filter(|&at| is_word(self.phrases.reading, at));
        words.take(LONG_ENOUGH).count() == LONG_ENOUGH && quotation.open == self.sentence_start(quotation.open)
    }

    /// The person whom the line below names, under a block that is nothing but quoted: "Jane Doe, mayor of Leeds".
    fn signed(&self, quotation: &Quotation) -> Option<Attribution> {
        let Phrases { reading, names, .. } = self.phrases;
        let whole = self.quotations.first()?.open == self.tokens.start && quotation.close >= self.tokens.end;
        let sentences = reading.sentences();
        let next = sentences.partition_point(|sentence| sentence.tokens.range().end <= self.tokens.end);
        let line = sentences.get(next).filter(|_| whole)?;
        let mut tokens = line.tokens.range();
        let alone = sentences.get(next + 1).is_none_or(|after| after.block != line.block);
        if matches!(reading.lower(tokens.start), "―" | "—" | "–" | "-") {
            tokens.start += 1;
        }
        let short = alone && tokens.len() <= LINE && !matches!(reading.lower(tokens.end - 1), "." | "!" | "?" | ":");
        let says = || tokens.clone().any(|at| attribution::speech(&self.phrases, at).is_some());
        let name = names.get(names.partition_point(|name| (name.tokens.first as usize) < tokens.start))?;
        let named = name.kind == EntityKind::Person && name.tokens.first as usize == tokens.start;
        (short && named && !says()).then_some(Attribution {
            speaker: Some(name.span),
            verb: None,
            end: tokens.end,
            rule: "signed",
            confidence: Confidence::Medium,
        })
    }

    /// Whether the quotation stands inside a sentence, behind a noun or a preposition: "on “Harbour Lights,” X said".
    fn is_inside(&self, quotation: &Quotation) -> bool {
        quotation.open > self.sentence_start(quotation.open) && is_word(self.phrases.reading, quotation.open - 1)
    }

    /// Capitals throughout: the name of a film, a show, a song.
    fn is_title(&self, quotation: &Quotation) -> bool {
        let tokens = self.phrases.reading.document().tokens();
        let words: Vec<usize> = (quotation.first..quotation.end).filter(|&at| is_word(self.phrases.reading, at)).take(9).collect();
        let capital = words.iter().filter(|&&at| tokens[at].is_capitalised()).count();
        let small = words.iter().all(|&at| tokens[at].is_capitalised() || tokens[at].span.len() <= 4);
        words.len() < 9 && capital * 2 > words.len() && small && !matches!(self.phrases.reading.lower(quotation.end - 1), "!" | "?")
    }

    fn sentence_start(&self, at: usize) -> usize {
        let next = self.outer.partition_point(|sentence| sentence.end <= at);
        self.outer.get(next).map_or(self.tokens.start, |sentence| sentence.start)
    }
}

/// The speaker of an earlier quote, for words that carry on.
fn inherited(quote: &Quote, rule: &'static str, confidence: Confidence) -> Attribution {
    Attribution { speaker: quote.speaker_span, verb: quote.verb, end: 0, rule, confidence }
}

/// Gives the paragraphs of a long quotation that nobody was known to speak the speaker whom a later paragraph names.
fn named_later(quotes: &mut [Quote], last: usize, how: Attribution) {
    let mut chain = vec![last];
    while let Some(&at) = chain.last()
        && quotes[at].rule == "next-paragraph"
        && let Some(before) = quotes[at].continues
    {
        chain.push(before);
    }
    let unknown = chain.last().is_some_and(|&first| quotes[first].confidence == Confidence::Low);
    for at in chain.into_iter().filter(|_| unknown) {
        quotes[at] = Quote {
            speaker_span: how.speaker,
            verb: how.verb,
            rule: "later-paragraph",
            confidence: Confidence::Medium,
            ..quotes[at].clone()
        };
    }
}

/// The reports that may hold or touch `span`: those that begin before its end, the last few of them. Reports of one
/// sentence overlap, those of two do not, so a few are enough.
fn near(reports: &[Quote], span: ByteSpan) -> std::slice::Iter<'_, Quote> {
    let end = reports.partition_point(|report| report.span.start() < span.end());
    reports.get(end.saturating_sub(8)..end).unwrap_or_default().iter()
}
