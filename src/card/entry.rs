//! One fact as elements: the same in the card's lists and in the hover card.

use web_sys::Document;

use super::Kind;
use super::element::{Build, Make};
use super::locale::fill;
use super::tags::Subject;
use super::wording::{Value, Wording};
use crate::fact::{CasualtyFigure, Confidence, Entity, Origin, Quantity, Quote, QuoteForm, Scope, Status, TimeExpression};
use crate::text::ByteSpan;

/// Where an entry stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// In a list of the card: its title goes to the text.
    List,
    /// In the hover card: its title is plain, and everything is open.
    Hover,
}

/// Makes entries.
pub(super) struct Entries<'a> {
    pub document: &'a Document,
    pub wording: &'a Wording<'a>,
    pub setting: Setting,
}

/// What an entry is made of.
struct Parts {
    subject: Subject,
    class: &'static str,
    title: Vec<Build>,
    chips: Vec<Build>,
    rows: Vec<(&'static str, Build)>,
    /// The words themselves, for marking them in their sentence.
    words: ByteSpan,
    trigger: Option<ByteSpan>,
    rule: &'static str,
    confidence: Confidence,
}

impl Entries<'_> {
    /// The entry of a subject; `None` where the analysis has none such. Figures carry those that stand under them.
    pub fn entry(&self, subject: Subject) -> Option<Build> {
        let analysis = &self.wording.facts.analysis;
        Some(match subject {
            Subject::Figure(index) => {
                let entry = self.assemble(self.figure(index, analysis.figures.get(index)?));
                let below = if self.setting == Setting::List { self.wording.facts.hierarchy.under(index) } else { &[] };
                if below.is_empty() {
                    return Some(entry);
                }
                let list = self.document.el("ul").class("parts").attr("aria-label", self.wording.strings.of_these);
                entry.child(list.children(below.iter().filter_map(|part| self.entry(Subject::Figure(*part)))))
            }
            Subject::Entity(index) => self.assemble(self.entity(index, analysis.entities.get(index)?)?),
            Subject::Time(index) => self.assemble(self.time(index, analysis.times.get(index)?)),
            Subject::Quantity(index) => self.assemble(self.quantity(index, analysis.quantities.get(index)?)),
            Subject::Quote(index) => self.assemble(self.quote(index, analysis.quotes.get(index)?)),
        })
    }

    fn text(&self, class: &str, text: &str) -> Build {
        self.document.el("span").class(class).text(text)
    }

    /// Words behind others on the same line. The blank is for those who hear or copy the card: to them a margin says nothing.
    fn apart(&self, class: &str, text: &str) -> Build {
        self.text(class, &format!(" {text}"))
    }

    fn chip(&self, class: &str, text: &str) -> Build {
        self.text(&format!("chip {class}"), text)
    }

    /// Words of the article: they may run in either direction, whatever the card's language.
    fn quoted(&self, name: &str, class: &str) -> Build {
        let build = self.document.el(name).class(class).attr("dir", "auto");
        match &self.wording.facts.article.language {
            Some(language) => build.attr("lang", language),
            None => build,
        }
    }

    /// The number, what is counted, and its note.
    fn value(&self, value: Value, counted: Option<&str>) -> Vec<Build> {
        let mut parts = if value.shown == value.spoken {
            vec![self.text("number", &value.shown)]
        } else {
            vec![self.text("number", &value.shown).attr("aria-hidden", "true"), self.text("spoken", &value.spoken)]
        };
        parts.extend(counted.map(|counted| self.apart("effect", counted)));
        parts.extend(value.note.map(|note| self.apart("note", &note)));
        parts
    }

    fn row(&self, text: &str, note: Option<String>) -> Build {
        let row = self.document.el("dd").attr("dir", "auto").text(text);
        row.maybe(note.map(|note| self.apart("note", &note)))
    }

    fn figure(&self, index: usize, figure: &CasualtyFigure) -> Parts {
        let (wording, strings) = (self.wording, self.wording.strings);
        let title = self.value(wording.figure(figure), Some((strings.effect)(figure.effect)));

        let mut chips = Vec::new();
        if figure.status != Status::Asserted {
            chips.push(self.chip("status", (strings.status)(figure.status)));
        }
        if figure.scope == Scope::Cumulative {
            chips.push(self.chip("", strings.cumulative));
        }
        if figure.part_of.is_some() {
            chips.push(self.chip("", strings.of_these));
        }
        if let Some(unit) = figure.unit {
            chips.push(self.chip("", &fill(strings.households, &[&wording.words(unit)])));
        }
        if let Some(outcome) = figure.outcome {
            let said = if outcome.status == Status::Planned { strings.outcome_planned } else { strings.outcome };
            chips.push(self.chip("", said(outcome.kind)));
        }
        if let Some(earlier) = figure.supersedes.and_then(|earlier| wording.facts.analysis.figures.get(earlier)) {
            chips.push(self.chip("", &fill(strings.raised_from, &[&wording.figure(earlier).shown])));
        }

        let context = |origin: Origin| (origin == Origin::Context).then(|| strings.from_context.to_owned());
        let mut rows = Vec::new();
        if let Some(victims) = wording.victims(figure) {
            rows.push((strings.victims, self.row(&victims, None)));
        }
        if let Some(place) = &figure.place {
            let words = wording.words(place.span);
            let known = place.fact.as_ref().and_then(|fact| wording.place(&words, fact));
            rows.push((strings.place, self.row(&words, known.or_else(|| context(place.origin)))));
        }
        if let Some(time) = &figure.time {
            let (days, from) = wording.event_time(time);
            rows.push((strings.when, self.row(&days, from.or_else(|| context(time.origin)))));
        }
        let kind = figure.source.as_ref().map(|source| (strings.source_kind)(source.kind)).filter(|kind| !kind.is_empty());
        let source = self.row(&wording.source(figure), kind.map(str::to_owned));
        rows.push((strings.source, if figure.source.is_none() { source.class("missing") } else { source }));
        let more = [
            (strings.cause, figure.cause),
            (strings.target, figure.target),
            (strings.actor, figure.actor.as_ref().map(|actor| actor.span)),
        ];
        for (label, span) in more {
            rows.extend(span.map(|span| (label, self.row(&wording.words(span), None))));
        }
        Parts {
            subject: Subject::Figure(index),
            class: "figure",
            title,
            chips,
            rows,
            words: figure.span,
            trigger: Some(figure.trigger),
            rule: figure.rule,
            confidence: figure.confidence,
        }
    }

    fn entity(&self, index: usize, entity: &Entity) -> Option<Parts> {
        let (wording, strings) = (self.wording, self.wording.strings);
        let words = entity.mentions.first()?.span;
        let mut notes = Vec::new();
        for role in &entity.roles {
            let role = wording.words(role.span);
            if !notes.contains(&role) {
                notes.push(role);
            }
        }
        notes.extend(entity.place.as_ref().and_then(|place| wording.place(&entity.name, place)));
        if !entity.aliases.is_empty() {
            notes.push(fill(strings.also, &[&entity.aliases.join(", ")]));
        }
        let mut chips = Vec::new();
        if entity.dateline {
            chips.push(self.chip("", strings.dateline));
        }
        let rows = notes.iter().map(|note| ("", self.row(note, None))).collect();
        let title = vec![self.quoted("span", "name").text(&entity.name)];
        Some(Parts {
            subject: Subject::Entity(index),
            class: "entity",
            title,
            chips,
            rows,
            words,
            trigger: None,
            rule: "",
            confidence: entity.confidence,
        })
    }

    fn time(&self, index: usize, time: &TimeExpression) -> Parts {
        let (wording, strings) = (self.wording, self.wording.strings);
        let words = wording.words(time.span);
        let mut rows = Vec::new();
        let title = match time.interval {
            Some(interval) => {
                let days = wording.formats.interval(interval, time.precision, strings);
                if days != words {
                    rows.push(("", self.row(&wording.counted_from(time), None)));
                }
                days
            }
            None => words,
        };
        let precision =
            time.precision.filter(|_| time.interval.is_some()).map(|precision| self.chip("quiet", (strings.precision)(precision)));
        Parts {
            subject: Subject::Time(index),
            class: "time",
            title: vec![self.text("name", &title)],
            chips: precision.into_iter().collect(),
            rows,
            words: time.span,
            trigger: None,
            rule: time.rule,
            confidence: time.confidence,
        }
    }

    fn quantity(&self, index: usize, quantity: &Quantity) -> Parts {
        Parts {
            subject: Subject::Quantity(index),
            class: "quantity",
            title: self.value(self.wording.quantity(quantity), quantity.effect.map(self.wording.strings.effect)),
            chips: Vec::new(),
            rows: Vec::new(),
            words: quantity.span,
            trigger: None,
            rule: quantity.rule,
            confidence: quantity.confidence,
        }
    }

    fn quote(&self, index: usize, quote: &Quote) -> Parts {
        let (wording, strings) = (self.wording, self.wording.strings);
        let entity = quote.speaker.and_then(|id| wording.facts.analysis.entities.get(id));
        let named = entity.map(|entity| entity.name.clone()).or_else(|| quote.speaker_span.map(|span| wording.words(span)));
        let mut said = named.unwrap_or_else(|| strings.no_speaker.to_owned());
        if let Some(verb) = quote.verb {
            said.push_str(&format!(" “{}”", wording.words(verb)));
        }
        // Whoever reads quotation marks takes the words for the speaker's own.
        let reported = quote.form == QuoteForm::Indirect;
        let chips = if reported { vec![self.chip("", strings.reported)] } else { Vec::new() };
        Parts {
            subject: Subject::Quote(index),
            class: "quote",
            title: vec![self.quoted(if reported { "span" } else { "q" }, "words").text(&wording.words(quote.span))],
            chips,
            rows: vec![("", self.row(&said, None))],
            words: quote.span,
            trigger: quote.verb,
            rule: quote.rule,
            confidence: quote.confidence,
        }
    }

    fn assemble(&self, parts: Parts) -> Build {
        let (document, strings) = (self.document, self.wording.strings);
        let key = parts.subject.key();
        let title = match self.setting {
            Setting::List => {
                let hint = self.text("spoken", &format!(". {}", strings.show_in_text));
                document.button("title", "jump").children(parts.title).child(hint)
            }
            Setting::Hover => document.el("p").class("title").children(parts.title),
        };
        let head = document.el("div").class("head").child(title).children(parts.chips);
        let rows = (!parts.rows.is_empty()).then(|| {
            document.el("dl").class("rows").children(parts.rows.into_iter().flat_map(|(label, row)| {
                let label = (!label.is_empty()).then(|| document.el("dt").text(label));
                // Without a label of its own a row still needs a term to belong to.
                let label = label.unwrap_or_else(|| document.el("dt").class("spoken").text(strings.also_known));
                [label, row]
            }))
        });
        let sentence = self.evidence(parts.words, parts.trigger);
        let why = self.why(parts.trigger, parts.rule, parts.confidence);
        let entry = document
            .el(if self.setting == Setting::List { "li" } else { "div" })
            .class(&format!("entry {}", parts.class))
            .attr("data-subject", &key);
        let entry = entry.child(head).maybe(rows).maybe(sentence);
        match self.setting {
            Setting::List => {
                let foot = document.el("div").class("foot").maybe(self.cycle(parts.subject)).child(why);
                entry.attr("data-action", "jump").child(foot)
            }
            Setting::Hover => entry.child(why),
        }
    }

    /// The sentence, with the words and their trigger marked.
    fn evidence(&self, words: ByteSpan, trigger: Option<ByteSpan>) -> Option<Build> {
        let article = &self.wording.facts.article;
        let sentence = self.wording.facts.analysis.sentence_of(words).cover(words);
        if sentence == words {
            return None;
        }
        let mut marked: Vec<(ByteSpan, &str)> = vec![(words, "mark")];
        if let Some(trigger) = trigger.filter(|trigger| sentence.contains(*trigger) && !trigger.overlaps(words)) {
            marked.insert(usize::from(trigger > words), (trigger, "em"));
        }
        let mut quote = self.quoted("blockquote", "evidence");
        let mut from = sentence.start();
        for (span, name) in marked {
            quote = quote.text(ByteSpan::new(from, span.start()).of(&article.text));
            quote = quote.child(self.document.el(name).text(span.of(&article.text)));
            from = span.end();
        }
        Some(quote.text(ByteSpan::new(from, sentence.end()).of(&article.text)))
    }

    /// Why the words were read so.
    fn why(&self, trigger: Option<ByteSpan>, rule: &str, confidence: Confidence) -> Build {
        let (document, strings) = (self.document, self.wording.strings);
        let mut reasons = Vec::new();
        if let Some(trigger) = trigger.filter(|trigger| !trigger.is_empty()) {
            reasons.push(format!("{} “{}”", strings.trigger, self.wording.words(trigger)));
        }
        if !rule.is_empty() {
            reasons.push(format!("{} {rule}", strings.rule));
        }
        reasons.push(strings.confidence[confidence as usize].to_owned());
        let summary = document.el("summary").text(strings.why);
        document.el("details").class("why").attr("data-action", "why").child(summary).child(document.el("p").text(&reasons.join(" · ")))
    }

    /// Steps through the mentions where there are several.
    fn cycle(&self, subject: Subject) -> Option<Build> {
        let (document, strings, formats) = (self.document, self.wording.strings, self.wording.formats);
        let count = self.wording.facts.mentions(subject).len();
        if count < 2 {
            return None;
        }
        let total = strings.count(if matches!(subject, Subject::Figure(_)) { strings.stated } else { strings.mentions }, count, formats);
        let step = |action: &str, label: &str, sign: &str| document.button("step", action).attr("aria-label", label).text(sign);
        let at = document.el("span").class("at").text(&total);
        Some(document.el("span").class("cycle").child(step("previous", strings.previous_mention, "‹")).child(at).child(step(
            "next",
            strings.next_mention,
            "›",
        )))
    }

    /// The kind's name with a sample of its line, as in the legend.
    pub fn kind(&self, kind: Kind) -> Build {
        self.text(&format!("kind kind-{}", kind.key()), (self.wording.strings.kind)(kind))
    }
}
