//! The card's own words, one file a language, and dates and numbers as that language writes them.

mod en;
mod format;

pub(super) use format::Formats;

use super::Kind;
use crate::fact::{Effect, OutcomeKind, Precision, SourceKind, Status, VictimGroup, VictimStatus};

/// A word in its plural forms, as [`Strings::plural`] counts them; the last serves where one is missing.
pub(super) type Forms = &'static [&'static str];

/// All words of the card in one language. `{0}`, `{1}` … are filled by [`fill`].
pub(super) struct Strings {
    /// BCP 47 tag, also for dates and numbers.
    pub tag: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Which of the [`Forms`] a number takes.
    pub plural: fn(f64) -> usize,

    pub landmark: &'static str,
    pub launcher: &'static str,
    pub launcher_label: Forms,
    pub close: &'static str,
    pub back: &'static str,
    pub filters: &'static str,
    pub facts_found: Forms,
    pub show_more: &'static str,
    pub show_in_text: &'static str,
    pub peek: &'static str,
    pub close_peek: &'static str,
    pub show_in_card: &'static str,
    pub previous_mention: &'static str,
    pub next_mention: &'static str,
    pub mention_of: &'static str,
    pub shown_in_text: &'static str,
    pub not_in_text: &'static str,
    pub mentions: Forms,
    pub stated: Forms,
    pub why: &'static str,
    pub rule: &'static str,
    pub confidence: [&'static str; 3],
    pub trigger: &'static str,

    pub dated: &'static str,
    pub undated: &'static str,
    pub date_given: &'static str,
    pub date_json_ld: &'static str,
    pub date_meta: &'static str,
    pub date_time_element: &'static str,
    pub date_byline: &'static str,
    pub date_url: &'static str,
    pub date_inferred_caption: &'static str,
    pub date_inferred_text: &'static str,

    pub no_source: &'static str,
    pub source: &'static str,
    pub from_context: &'static str,
    pub dated_from: &'static str,
    pub cause: &'static str,
    pub target: &'static str,
    pub actor: &'static str,
    pub victims: &'static str,
    pub when: &'static str,
    pub place: &'static str,
    pub of_these: &'static str,
    pub differ: &'static str,
    pub raised_from: &'static str,
    pub background: &'static str,
    pub none_reported: &'static str,
    pub no_number: &'static str,
    pub households: &'static str,
    /// What became of the people, and what is to become of them.
    pub outcome: fn(OutcomeKind) -> &'static str,
    pub outcome_planned: fn(OutcomeKind) -> &'static str,

    pub at_least: &'static str,
    pub more_than: &'static str,
    pub at_most: &'static str,
    pub fewer_than: &'static str,
    pub about: &'static str,
    pub range: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    pub moved: &'static str,
    pub share: &'static str,
    pub quoted: &'static str,

    pub also: &'static str,
    pub also_known: &'static str,
    pub country: &'static str,
    pub coordinates: &'static str,
    pub dateline: &'static str,
    pub week_of: &'static str,
    pub counted_from_publication: &'static str,
    pub counted_from: &'static str,
    pub other_times: &'static str,
    pub other_names: &'static str,
    pub no_speaker: &'static str,
    /// Beside what somebody said in other words than those that stand there.
    pub reported: &'static str,

    pub nothing: &'static str,
    pub nothing_more: &'static str,
    pub empty: &'static str,
    pub not_an_article: &'static str,
    pub not_an_article_more: &'static str,
    pub other_language: &'static str,
    pub other_language_unknown: &'static str,
    pub other_language_more: &'static str,
    pub failed: &'static str,
    pub no_highlights: &'static str,
    pub footnote: &'static str,

    pub section: fn(Kind) -> &'static str,
    pub kind: fn(Kind) -> &'static str,
    pub effect: fn(Effect) -> &'static str,
    pub status: fn(Status) -> &'static str,
    pub cumulative: &'static str,
    pub victim_status: fn(VictimStatus) -> &'static str,
    pub victim_group: fn(VictimGroup) -> &'static str,
    pub source_kind: fn(SourceKind) -> &'static str,
    pub precision: fn(Precision) -> &'static str,
}

/// The strings for a reader's language: the best match, else English.
pub(super) fn strings(_language: &str) -> &'static Strings {
    &en::EN
}

impl Strings {
    /// The form for `count`, with `{0}` filled.
    pub fn count(&self, forms: Forms, count: usize, formats: &Formats) -> String {
        let form = forms.get((self.plural)(count as f64)).or(forms.last()).copied().unwrap_or("{0}");
        fill(form, &[&formats.number(count as f64)])
    }
}

/// A template with `{0}`, `{1}` … replaced.
pub(super) fn fill(template: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((slot, after)) = behind.split_once('}') else { break };
        filled.push_str(slot.parse::<usize>().ok().and_then(|slot| values.get(slot)).copied().unwrap_or(""));
        rest = after;
    }
    filled.push_str(rest);
    filled
}
