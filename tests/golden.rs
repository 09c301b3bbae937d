//! Whole articles: everything that the analysis says of them, one fact a line, compared with what is kept.
//!
//! `tests/golden/NAME/article.txt` is the text, its first line the headline; `facts.txt` beside it what is found. A
//! difference is to be read: `UPDATE_GOLDEN=1 cargo test --test golden` writes the files anew.

// The articles are files of this folder, which only a native run can read.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::{Debug, Write as _};
use std::fs;
use std::path::Path;

use sidelight::analyze;
use sidelight::fact::{Analysis, AnchorSource, CasualtyFigure, EntityId, Interval, MentionForm, Modifier, Origin, TimeAnchor};
use sidelight::text::{Article, BlockKind, ByteSpan};

/// The articles and the days on which they were published.
const ARTICLES: &[(&str, &str)] = &[("ferry", "2017-06-07"), ("ceasefire", "2018-12-16")];

#[test]
fn whole_articles_are_read_as_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut faults = String::new();
    for (name, published) in ARTICLES {
        let folder = folder.join(name);
        let text = fs::read_to_string(folder.join("article.txt")).expect("an article");
        let kept = folder.join("facts.txt");
        let found = facts(&article(text, published));
        if update {
            fs::write(&kept, found).expect("a file that can be written");
            continue;
        }
        let expected = fs::read_to_string(&kept).expect("the kept facts: UPDATE_GOLDEN=1 writes them");
        if expected != found {
            let _ = write!(faults, "{name}:\n{}", difference(&expected, &found));
        }
    }
    assert!(faults.is_empty(), "lines kept (-) and found (+):\n{faults}");
}

fn article(text: String, published: &str) -> Article {
    let mut article = Article::from_text(text).published_on(Some(published.parse().expect("a date")));
    let headline = article.blocks.first_mut().expect("a headline");
    headline.kind = BlockKind::Headline;
    article.title = Some(article.text[headline.span.start()..headline.span.end()].to_owned());
    article.language = Some("en".to_owned());
    article
}

/// The lines that only one of two texts has, in order.
fn difference(kept: &str, found: &str) -> String {
    let lines = |text: &'static str, one: &str, other: &str| {
        let other: Vec<&str> = other.lines().collect();
        one.lines().filter(|line| !other.contains(line)).map(|line| format!("  {text} {line}\n")).collect::<String>()
    };
    let difference = lines("-", kept, found) + &lines("+", found, kept);
    if difference.is_empty() { "  the same lines in another order\n".to_owned() } else { difference }
}

/// A name of the fact model in small letters: `AtLeast` is `at least`.
fn name(value: &impl Debug) -> String {
    let mut name = String::new();
    for c in format!("{value:?}").chars() {
        if c.is_ascii_uppercase() && !name.is_empty() {
            name.push(' ');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}

/// Everything that an analysis says, as lines.
fn facts(article: &Article) -> String {
    let analysis = analyze(article);
    let printer = Printer { article, analysis: &analysis };
    let mut text = String::new();
    let mut section = |title: &str, lines: Vec<String>| {
        let _ = write!(text, "{}{title}\n\n", if text.is_empty() { "" } else { "\n" });
        for line in lines {
            let _ = writeln!(text, "{line}");
        }
    };
    section("ARTICLE", printer.header());
    section("FIGURES", (0..analysis.figures.len()).map(|at| printer.figure(at)).collect());
    section("QUANTITIES", printer.quantities());
    section("TIMES", printer.times());
    section("NAMES", (0..analysis.entities.len()).map(|id| printer.entity(id)).collect());
    section("QUOTES", printer.quotes());
    text
}

struct Printer<'a> {
    article: &'a Article,
    analysis: &'a Analysis,
}

impl Printer<'_> {
    fn words(&self, span: ByteSpan) -> &str {
        &self.article.text[span.start()..span.end()]
    }

    /// `“words” = entity`, the entity where one is known.
    fn named(&self, span: ByteSpan, entity: Option<EntityId>) -> String {
        match entity.and_then(|id| self.analysis.entities.get(id)) {
            Some(entity) if entity.name == self.words(span) => format!("“{}”", entity.name),
            Some(entity) => format!("“{}” = {}", self.words(span), entity.name),
            None => format!("“{}”", self.words(span)),
        }
    }

    fn header(&self) -> Vec<String> {
        let anchor = match self.analysis.anchor.source {
            Some(AnchorSource::Published(source)) => format!("published, {}", name(&source)),
            Some(AnchorSource::Inferred(span)) => format!("inferred from “{}”", self.words(span)),
            None => "none".to_owned(),
        };
        let date = self.analysis.anchor.date.map_or_else(|| "no date".to_owned(), |date| date.to_string());
        vec![
            format!("{}, {} sentences", name(&self.analysis.reading), self.analysis.sentences.len()),
            format!("dates count from {date} ({anchor})"),
        ]
    }

    fn figure(&self, at: usize) -> String {
        let figure = &self.analysis.figures[at];
        let mut line = format!("{:>2}. {} {}", at + 1, name(&figure.effect), bounds(figure));
        let mut add = |label: &str, value: String| {
            let _ = write!(line, " · {label}{}{value}", if label.is_empty() { "" } else { " " });
        };
        add("", format!("“{}” / “{}”", self.words(figure.span), self.words(figure.trigger)));
        let spans = [("victims", figure.victims), ("unit", figure.unit), ("cause", figure.cause), ("target", figure.target)];
        for (label, span) in spans {
            if let Some(span) = span {
                add(label, format!("“{}”", self.words(span)));
            }
        }
        let unusual = [
            (name(&figure.victim_status), "unknown"),
            (name(&figure.status), "asserted"),
            (name(&figure.scope), "incident"),
            (if figure.implicit { "implicit".to_owned() } else { String::new() }, ""),
            (if figure.background { "background".to_owned() } else { String::new() }, ""),
        ];
        for (value, usual) in unusual {
            if value != usual {
                add("", value);
            }
        }
        for group in &figure.victim_groups {
            add("", name(group));
        }
        if let Some(actor) = &figure.actor {
            add("by", self.named(actor.span, actor.entity));
        }
        if let Some(place) = &figure.place {
            add("in", format!("{}{}", self.named(place.span, place.entity), origin(place.origin)));
        }
        if let Some(time) = &figure.time {
            add(
                "on",
                format!("{} (“{}”){}", time.interval.map_or_else(|| "?".to_owned(), days), self.words(time.span), origin(time.origin)),
            );
        }
        match &figure.source {
            Some(source) => add("says", format!("{} ({})", self.named(source.span, source.entity), name(&source.kind))),
            None => add("", "no source".to_owned()),
        }
        for (label, other) in [("part of", figure.part_of), ("same as", figure.same_as), ("replaces", figure.supersedes)] {
            if let Some(other) = other {
                add(label, (other + 1).to_string());
            }
        }
        for other in &figure.conflicts_with {
            add("against", (other + 1).to_string());
        }
        line
    }

    fn quantities(&self) -> Vec<String> {
        let line = |quantity: &sidelight::fact::Quantity| {
            let modifier = if quantity.modifier == Modifier::Exact { String::new() } else { format!(" {}", name(&quantity.modifier)) };
            let per = quantity.per.as_ref().map(|per| format!("/{per}")).unwrap_or_default();
            let change = quantity.change.map(|change| format!(" {}", name(&change))).unwrap_or_default();
            let unit = format!("{}{per}{change}", quantity.unit);
            format!("{}{modifier} {} {unit} · “{}”", name(&quantity.kind), quantity.value, self.words(quantity.span))
        };
        self.analysis.quantities.iter().map(line).collect()
    }

    fn times(&self) -> Vec<String> {
        let line = |time: &sidelight::fact::TimeExpression| {
            let mut line = format!("{} {} · “{}”", name(&time.kind), time.value, self.words(time.span));
            if let Some(modifier) = time.modifier {
                let _ = write!(line, " · {}", name(&modifier));
            }
            if let Some(interval) = time.interval {
                let _ = write!(line, " · {}", days(interval));
            }
            match time.anchor {
                TimeAnchor::Explicit => {}
                TimeAnchor::Publication => line.push_str(" · from the publication"),
                TimeAnchor::Previous(span) => {
                    let _ = write!(line, " · from “{}”", self.words(span));
                }
                TimeAnchor::Utterance(span) => {
                    let _ = write!(line, " · spoken “{}”", self.words(span));
                }
                TimeAnchor::None => line.push_str(" · from nothing"),
            }
            line
        };
        self.analysis.times.iter().map(line).collect()
    }

    fn entity(&self, id: EntityId) -> String {
        let entity = &self.analysis.entities[id];
        let mut line = format!("{} {}", name(&entity.kind), entity.name);
        if !entity.aliases.is_empty() {
            let _ = write!(line, " · also {}", entity.aliases.join(", "));
        }
        for role in &entity.roles {
            let _ = write!(line, " · role “{}”", self.words(role.span));
        }
        if let Some(place) = entity.place {
            let code = place.country.map_or_else(String::new, |code| format!(" {}", String::from_utf8_lossy(&code)));
            let _ = write!(line, " · {}{code}", name(&place.precision));
        }
        if entity.dateline {
            line.push_str(" · dateline");
        }
        let count = |form: MentionForm| entity.mentions.iter().filter(|mention| mention.form == form).count();
        let _ = write!(line, " · named {}", count(MentionForm::Name));
        for (form, label) in [(MentionForm::Role, "by role"), (MentionForm::Pronoun, "by pronoun")] {
            if count(form) > 0 {
                let _ = write!(line, ", {label} {}", count(form));
            }
        }
        line
    }

    fn quotes(&self) -> Vec<String> {
        let line = |quote: &sidelight::fact::Quote| {
            let speaker = quote.speaker_span.map_or_else(|| "nobody named".to_owned(), |span| self.named(span, quote.speaker));
            let verb = quote.verb.map_or_else(String::new, |verb| format!(" {}", self.words(verb)));
            let goes_on = if quote.continues.is_some() { " · goes on" } else { "" };
            format!("{} · {speaker}{verb} · “{}”{goes_on}", name(&quote.form), self.words(quote.span))
        };
        self.analysis.quotes.iter().map(line).collect()
    }
}

fn bounds(figure: &CasualtyFigure) -> String {
    let number = |bound: Option<u64>| bound.map_or_else(|| "?".to_owned(), |bound| bound.to_string());
    match (figure.modifier, figure.low, figure.high) {
        (Modifier::Exact, low, high) if low == high => number(low),
        (Modifier::AtLeast, low, None) => format!("≥ {}", number(low)),
        (Modifier::AtMost, None, high) => format!("≤ {}", number(high)),
        (Modifier::Approximately, low, _) => format!("≈ {}", number(low)),
        (Modifier::Fraction, ..) => format!("{} %", (figure.fraction.unwrap_or(0.0) * 100.0).round()),
        (Modifier::NoneOf, ..) => "none".to_owned(),
        (modifier, low, high) => format!("{} {} to {}", name(&modifier), number(low), number(high)),
    }
}

fn days(interval: Interval) -> String {
    if interval.start == interval.end { interval.start.to_string() } else { format!("{} to {}", interval.start, interval.end) }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Sentence => "",
        Origin::Context => " (context)",
    }
}
