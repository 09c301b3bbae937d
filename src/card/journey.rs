//! From an entry to its words in the text, and back to where the reader was.

use std::cell::Cell;
use std::rc::Weak;

use web_sys::{Element, Range, ScrollBehavior, ScrollToOptions, Window};

use super::listen::Timer;
use super::locale::fill;
use super::panel::{self, set_hidden};
use super::{Subject, View};
use crate::text::ByteSpan;

/// How long the mention stays lit, in milliseconds.
const LIT: i32 = 2600;

/// Where the reader comes from and is.
pub(super) struct Journey {
    /// Scroll position before the first jump.
    from: Cell<Option<(f64, f64)>>,
    /// The subject and which of its mentions is shown.
    at: Cell<Option<(Subject, usize)>>,
    unlight: Timer,
}

impl Journey {
    pub fn new(window: &Window, view: &Weak<View>) -> Self {
        Self { from: Cell::default(), at: Cell::default(), unlight: Timer::new(window, view, |view| view.painter.unlight()) }
    }
}

impl View {
    /// Goes to a mention of a subject: the one after (`step` 1) or before (-1) the one shown last, or with 0 the first, and
    /// on being asked again the next.
    pub(super) fn go_to(&self, subject: Subject, step: isize, stepper: Option<&Element>) {
        let Some(facts) = self.current().0 else { return };
        let listed = facts.listed(subject);
        let mentions = facts.mentions(listed);
        if mentions.is_empty() {
            return;
        }
        let count = mentions.len() as isize;
        let next = match self.journey.at.get() {
            Some((last, shown)) if last == listed => (shown as isize + if step == 0 { 1 } else { step }).rem_euclid(count),
            _ if step < 0 => count - 1,
            _ => 0,
        };
        self.journey.at.set(Some((listed, next as usize)));
        let found = mentions.get(next as usize).is_some_and(|span| self.light(*span));
        let place = fill(self.strings.mention_of, &[&self.formats.number(next as f64 + 1.0), &self.formats.number(count as f64)]);
        if count > 1
            && let Some(at) =
                stepper.and_then(|stepper| stepper.parent_element()).and_then(|cycle| cycle.query_selector(".at").ok().flatten())
        {
            at.set_text_content(Some(&place));
        }
        if found {
            self.panel.say(&format!("{}, {place}", self.strings.shown_in_text));
            (self.select)(&facts, subject);
        } else {
            self.panel.say(self.strings.not_in_text);
        }
    }

    /// Goes to a stretch of the text, given as `start-end` in bytes.
    pub(super) fn go_to_span(&self, span: Option<&str>) {
        let parsed =
            span.and_then(|span| span.split_once('-')).and_then(|(start, end)| Some(ByteSpan::new(start.parse().ok()?, end.parse().ok()?)));
        let found = parsed.is_some_and(|span| self.light(span));
        self.panel.say(if found { self.strings.shown_in_text } else { self.strings.not_in_text });
    }

    /// Scrolls to the words and lights them. Returns whether the page still has them.
    fn light(&self, span: ByteSpan) -> bool {
        let Some(range) = self.current().0.and_then(|facts| facts.map.range(span)) else { return false };
        if self.journey.from.get().is_none() {
            self.journey.from.set(Some((self.window.scroll_x().unwrap_or(0.0), self.window.scroll_y().unwrap_or(0.0))));
            set_hidden(&self.panel.back, false);
        }
        self.painter.light(&range);
        self.journey.unlight.set(LIT);
        self.scroll_to(&range);
        true
    }

    fn scroll_to(&self, range: &Range) {
        let height = self.window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
        // The sheet at the bottom of a narrow window leaves only the upper part of the page in sight.
        let sheet = self.panel.frame.get_bounding_client_rect();
        let seen = if self.open.get() && sheet.top() > height * 0.2 { sheet.top() } else { height };
        let words = range.get_bounding_client_rect();
        if words.top() >= seen * 0.1 && words.bottom() <= seen * 0.9 {
            return;
        }
        // Brings the words into sight inside a scrolling part of the page; then the page itself is set to rest.
        if let Some(holder) = self.inner_scroller(range) {
            holder.set_scroll_top(
                holder.scroll_top()
                    + (words.top() - holder.get_bounding_client_rect().top() - f64::from(holder.client_height()) * 0.3) as i32,
            );
        }
        let words = range.get_bounding_client_rect();
        let to = ScrollToOptions::new();
        to.set_top(self.window.scroll_y().unwrap_or(0.0) + words.top() - seen * 0.35);
        to.set_behavior(if self.is_still() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
        self.window.scroll_to_with_scroll_to_options(&to);
    }

    /// The nearest part of the page, below its root, that scrolls by itself and holds the range.
    fn inner_scroller(&self, range: &Range) -> Option<Element> {
        let root = self.document.document_element()?;
        let mut here = range.start_container().ok()?.parent_element();
        while let Some(element) = here {
            if element == root || element.tag_name() == "BODY" {
                return None;
            }
            if element.scroll_height() > element.client_height() + 1 {
                let overflow = self.window.get_computed_style(&element).ok()??.get_property_value("overflow-y").unwrap_or_default();
                if overflow == "auto" || overflow == "scroll" {
                    return Some(element);
                }
            }
            here = element.parent_element();
        }
        None
    }

    /// Whether the reader asked for less motion.
    fn is_still(&self) -> bool {
        self.window.match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|query| query.matches())
    }

    /// Back to where the reader was before the first jump.
    pub(super) fn go_back(&self) {
        // The button goes, and the focus with it: it goes on where the reader left the list.
        let focused = self.panel.back.matches(":focus").unwrap_or(false);
        set_hidden(&self.panel.back, true);
        let at = self.journey.at.take();
        if focused {
            let entry = at.zip(self.current().0).and_then(|((subject, _), facts)| self.entry(&subject.key(), &facts));
            match entry.and_then(|entry| entry.query_selector(".title").ok().flatten()) {
                Some(title) => panel::focus(Some(&title)),
                None => self.panel.focus_headline(),
            }
        }
        self.painter.unlight();
        let Some((x, y)) = self.journey.from.take() else { return };
        let to = ScrollToOptions::new();
        to.set_left(x);
        to.set_top(y);
        to.set_behavior(if self.is_still() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
        self.window.scroll_to_with_scroll_to_options(&to);
    }
}
