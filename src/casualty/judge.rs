//! How certain a figure is said to be, and what it covers.

use super::chunk::{Chunk, Group, Parse};
use crate::fact::{Scope, Status};
use crate::lexicon::en::effect::Frame;

impl Parse<'_> {
    /// The status of a harm whose word stands at `token`, in chunk `index`.
    pub fn status(&self, index: usize, token: usize) -> Status {
        if let Some(group) = self.verb(index)
            && let Some(status) = self.status_of_group(group.first, token, group.modal, group.have, self.is_bare_infinitive(group))
        {
            return status;
        }
        self.status_around(token)
    }

    /// "threatened to kill her", "tried to kill him"
    pub fn is_threat_or_attempt(&self, token: usize) -> bool {
        (token.saturating_sub(4)..token).any(|at| {
            self.word(at).starts_with("threat")
                || matches!(self.word(at), "tried" | "tries" | "trying" | "attempted" | "attempt" | "attempting")
        })
    }

    /// "to kill", "is working to relocate", but not "were to be evacuated".
    fn is_bare_infinitive(&self, group: &Group) -> bool {
        let progressive = group.verb.is_some_and(|verb| self.word(verb).ends_with("ing"));
        group.infinitive && (!group.be || progressive)
    }

    fn status_of_group(&self, first: usize, token: usize, modal: Option<usize>, have: bool, bare_infinitive: bool) -> Option<Status> {
        for at in first..token {
            if matches!(self.word(at), "feared" | "believed" | "presumed" | "thought" | "suspected" | "assumed" | "probably" | "likely") {
                return Some(Status::Feared);
            }
        }
        if let Some(modal) = modal {
            return Some(match self.word(modal) {
                "may" | "might" | "could" if have => Status::Feared,
                "will" | "shall" | "won't" => Status::Planned,
                "may" | "might" | "could" | "can" | "would" | "should" | "must" => Status::Hypothetical,
                _ => return None,
            });
        }
        if bare_infinitive {
            // "threatened to kill", "plans to evacuate", "tried to kill"; "continued to kill" did it.
            let mut at = token;
            for _ in 0..(token - first + 5) {
                at = at.checked_sub(1)?;
                match self.word(at) {
                    "threatened" | "threatening" | "threat" | "threats" | "attempted" | "attempt" | "tried" | "trying" | "tries"
                    | "try" | "attempting" | "want" | "wanted" | "wants" | "vowed" | "failed" | "refused" | "conspiring" | "conspired"
                    | "conspiracy" | "enough" | "able" | "ready" | "order" | "likely" => return Some(Status::Hypothetical),
                    "plan" | "plans" | "planned" | "planning" | "plot" | "plots" | "plotted" | "plotting" | "intended" | "intends"
                    | "intend" | "expected" | "preparing" | "ordered" | "going" | "set" | "due" | "hopes" | "hoped" | "urged"
                    | "agreed" | "working" | "aims" | "aim" | "aiming" | "seeks" | "seeking" | "pledged" | "promised" => {
                        return Some(Status::Planned);
                    }
                    "forced" | "had" | "have" | "continued" | "began" | "managed" | "person" | "people" | "latest" | "first" | "last" => {
                        return None;
                    }
                    _ => {}
                }
            }
        }
        // "were to be evacuated"
        let be_to_be = (first..token)
            .any(|at| matches!(self.word(at), "were" | "are" | "was" | "is") && self.word(at + 1) == "to" && self.word(at + 2) == "be");
        be_to_be.then_some(Status::Planned)
    }

    /// Words before the clause that make it feared, denied, planned or only thought of.
    fn status_around(&self, token: usize) -> Status {
        let mut at = token;
        let mut steps = 0;
        let mut crossed_that = false;
        while at > self.first && steps < 28 {
            at -= 1;
            steps += 1;
            // "life-threatening", "life threatening": a part of a word.
            let glued = matches!(self.word(at.wrapping_sub(1)), "-" | "‑") && self.token(at).is_some_and(|token| !token.is_spaced());
            if glued || self.word(at.wrapping_sub(1)) == "life" {
                continue;
            }
            match self.word(at) {
                ";" => break,
                "that" => crossed_that = true,
                "if" | "unless" => return Status::Hypothetical,
                // "feared for the lives of 12 hostages": that they are hostages is sure.
                "fear" | "fears" | "feared" | "fearing" if (crossed_that || steps < 8) && self.word(at + 1) != "for" => {
                    return Status::Feared;
                }
                "expect" | "expects" | "predict" | "predicts" | "predicted" | "predicting" | "forecast" | "forecasts" if steps < 6 => {
                    return Status::Hypothetical;
                }
                "presumed" | "believed" | "thought" if steps < 4 => return Status::Feared,
                "denied" | "denies" | "denying" | "deny" | "denial" | "dismissed" | "rejected" | "refuted" if crossed_that || steps < 6 => {
                    return Status::Denied;
                }
                "threatened" | "threatening" | "threatens" | "plotted" | "plotting" | "plot" | "averted" | "prevented" | "avoid"
                | "prevent" | "avoided"
                    if steps < 6 =>
                {
                    return Status::Hypothetical;
                }
                "could" | "would" | "might" if self.modal_governs(at, token) && !self.is_there(at, token) => return Status::Hypothetical,
                "will" if self.modal_governs(at, token) && !self.is_there(at, token) => return Status::Planned,
                "plans" | "planned" | "planning" | "plan" if steps < 5 => return Status::Planned,
                _ => {}
            }
        }
        Status::Asserted
    }

    /// "could cause 200 deaths", "would leave 3,000 homeless": no other verb group, comma or clause between.
    fn modal_governs(&self, modal: usize, token: usize) -> bool {
        let mut inside = false;
        for chunk in &self.chunks {
            match chunk {
                Chunk::Verb(group) if group.modal == Some(modal) => inside = true,
                Chunk::Verb(group) if inside => return group.harm.is_some_and(|(at, _)| at == token),
                Chunk::Clause(at) | Chunk::Relative(at) if inside && *at < token => return false,
                Chunk::Comma | Chunk::Break if inside => return false,
                Chunk::Noun(phrase) if inside && self.phrases[*phrase].first <= token && token < self.phrases[*phrase].end => return true,
                _ => {}
            }
        }
        false
    }

    /// "would release 50 detainees": the detainees there are already, whatever will be done with them; not so those whom
    /// "a war would create".
    fn is_there(&self, modal: usize, token: usize) -> bool {
        const MAKING: &[&str] = &[
            "creat", "caus", "produc", "generat", "leav", "mak", "driv", "trigger", "add", "turn", "mean", "bring", "result", "lead",
            "cost", "be", "reach", "ris", "see", "suffer", "inflict", "claim",
        ];
        let told = self
            .harm(token)
            .is_some_and(|harm| matches!(harm.frame, Frame::Group | Frame::Deed | Frame::Count | Frame::Body | Frame::Toll));
        told && !(modal..token).any(|at| MAKING.iter().any(|stem| self.word(at).starts_with(stem)))
    }

    /// What a figure of the sentence covers, apart from parts of other figures.
    pub fn scope(&self, token: usize) -> Scope {
        let mut scope = Scope::Incident;
        for at in self.first..self.end {
            match self.scope_told(at, token) {
                // A rate is no sum, wherever it stands.
                Some(Scope::Unknown) => return Scope::Unknown,
                Some(told) => scope = told,
                None => {}
            }
        }
        scope
    }

    /// What the word at `at` says that the figure with its word of harm at `token` covers.
    fn scope_told(&self, at: usize, token: usize) -> Option<Scope> {
        let next = || self.word(at + 1);
        let cumulative = match self.word(at) {
            // "400 deaths a year", "every day", "per year", "annually"
            "a" | "every" | "each" | "per" => return (at > token && at < token + 5 && self.is_rate(at + 1)).then_some(Scope::Unknown),
            "annually" | "yearly" | "annual" => return Some(Scope::Unknown),
            "so" => next() == "far",
            "to" => next() == "date",
            "as" => next() == "of" && at + 2 < self.end,
            "since" => at + 1 < self.end,
            "this" => {
                matches!(next(), "year" | "month" | "decade" | "century")
                    && !matches!(self.word(at + 2), "'s" | "’s")
                    && !matches!(self.word(at.wrapping_sub(1)), "earlier" | "later")
                    && at.abs_diff(token) < 16
            }
            "toll" => at == token && self.is_raised(),
            "cumulative" | "altogether" | "worldwide" => true,
            "in" | "over" | "during" | "for" | "within" => self.is_long_period(at + 1),
            "years" | "decades" => matches!(next(), "of" | "war"),
            "war" | "siege" | "conflict" | "insurgency" | "genocide" | "uprising" | "pandemic" | "epidemic" | "outbreak"
            | "dictatorship" | "occupation" | "violence" | "unrest" | "rebellion" | "virus" => {
                // "the 12-year civil war, which cost …", "died in the war"
                self.is_covered(at, token)
            }
            _ => false,
        };
        cumulative.then_some(Scope::Cumulative)
    }

    /// "[a] year", but not "[a] year ago".
    fn is_rate(&self, at: usize) -> bool {
        matches!(self.word(at), "year" | "month" | "week" | "day" | "decade" | "hour")
            && !matches!(self.word(at + 1), "ago" | "after" | "before" | "earlier" | "later" | "and")
    }

    /// "the toll has risen to 45"
    fn is_raised(&self) -> bool {
        (self.first..self.end).any(|at| {
            matches!(
                self.word(at),
                "risen" | "rose" | "rises" | "raising" | "raised" | "raises" | "bringing" | "brings" | "brought" | "climbed" | "climbs"
            )
        })
    }

    /// "the past two months", "the first six weeks", "the last decade", "recent years".
    fn is_long_period(&self, at: usize) -> bool {
        let mut marked = false;
        for index in at..at + 5 {
            match self.word(index) {
                "the" | "its" | "more" | "than" | "about" | "just" => {}
                "past" | "last" | "first" | "recent" | "previous" | "preceding" => marked = true,
                "weeks" | "months" | "years" | "decades" | "decade" => return marked || matches!(self.word(at), "recent"),
                "year" | "month" => return false,
                _ if self.numbers.iter().any(|number| number.tokens.holds(index)) => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether the war at `at` is what the figure covers: "in the war", "a war that cost", and no single attack is told.
    fn is_covered(&self, at: usize, token: usize) -> bool {
        let mut back = at;
        for _ in 0..5 {
            back = back.saturating_sub(1);
            if matches!(self.word(back), "during" | "in" | "the" | "a" | "civil" | "year" | "-" | "'s" | "’s")
                || self.numbers.iter().any(|number| number.tokens.holds(back))
            {
                if matches!(self.word(back), "during" | "in") {
                    return true;
                }
                if matches!(self.word(back), "year") {
                    return true;
                }
            } else {
                break;
            }
        }
        // "the war between the two has also killed"
        let perfect = (token.saturating_sub(3)..token).any(|back| back > at && matches!(self.word(back), "has" | "have"));
        let clause = (at..token).any(|at| matches!(self.word(at), "," | ";" | "that" | "after" | "when"));
        if at < token && perfect && !clause {
            return true;
        }
        matches!(self.word(at + 1), "that" | "which" | "cost" | "costs" | "has" | "have" | "had" | "claimed" | "displaced")
            || (self.word(at + 1) == "," && self.word(at + 2) == "which")
    }
}
