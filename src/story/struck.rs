//! People hit, of whom their sentence does not say what became of them: settled by what the whole article tells.

use crate::fact::{CasualtyFigure, Effect};
use crate::lexicon::Reading;
use crate::lexicon::en::class;

/// "Five people were shot": where the article tells of nobody killed, or these are besides the dead, they were wounded.
pub(super) fn settle_struck(reading: &Reading, figure: &mut CasualtyFigure, deadly: bool) {
    if figure.effect != Effect::Casualties {
        return;
    }
    let trigger = reading.document().token_at(figure.trigger.start());
    let fatally = || (trigger + 1..trigger + 10).any(|at| matches!(reading.lower(at), "fatally" | "mortally"));
    // "two shooting victims"
    let before = trigger.wrapping_sub(1);
    let hit = reading.is(trigger, class::STRUCK)
        || matches!(reading.lower(trigger), "victim" | "victims")
            && (reading.is(before, class::STRUCK) || reading.lower(before) == "gunshot");
    if hit && !fatally() && (!deadly || is_besides(reading, figure)) {
        figure.effect = Effect::Injured;
    }
}

/// "three others", "12 more people": besides those that another figure counts.
pub(super) fn is_besides(reading: &Reading, figure: &CasualtyFigure) -> bool {
    let words = figure.victims.map_or(figure.span, |victims| victims.cover(figure.span));
    reading.document().tokens_in(words).range().any(|at| {
        matches!(reading.lower(at), "other" | "others" | "more" | "another" | "additional" | "further") && reading.lower(at + 1) != "than"
    })
}
