//! What a sentence tells beside the figure: who says so, by what, whom it hit, who did it, when and where; and whether a
//! death is one to be told at all.

use super::Clues;
use super::chunk::{Chunk, Opening, Parse, Phrase};
use super::frame::Victims;
use crate::fact::{
    Actor, Attribution, CasualtyFigure, Effect, EntityKind, EventPlace, EventTime, Origin, SourceKind, TimeKind, VictimGroup, VictimStatus,
};
use crate::lexicon::en::cause::{CAUSES, Cause};
use crate::lexicon::en::class;
use crate::lexicon::en::effect::{Frame, Harm};
use crate::lexicon::en::source::SOURCES;
use crate::lexicon::en::victim::PEOPLE;
use crate::text::{ByteSpan, Token, TokenSpan};

impl Parse<'_> {
    /// Whether the harm of one person is a casualty: every killing is; of deaths only those of violence, accident or
    /// disaster; arrests and abductions unless only wished for; evacuations of one person are none.
    pub fn single_harm(&self, index: usize, token: usize, harm: Harm, victim: &Phrase) -> bool {
        if harm.effect == Effect::Displaced {
            return false;
        }
        if harm.frame == Frame::Deed || harm.frame == Frame::Count {
            let before = |back: usize| index.checked_sub(back).map_or("", |at| self.chunk_word(at));
            // "information leading to X's arrest", "a warrant for the arrest of X"
            let sought = matches!(before(1), "to" | "for")
                && (matches!(before(2), "leading" | "warrant" | "calls" | "called" | "search" | "reward") || before(2).starts_with("lead"));
            if sought {
                return false;
            }
        }
        if harm.violent {
            return true;
        }
        let violent = (self.first..self.end)
            .any(|at| self.reading.is(at, class::CAUSE) || (at != token && self.harm(at).is_some_and(|other| other.violent)));
        match (harm.effect, harm.frame) {
            (Effect::Missing, _) => victim.one_person || victim.person.is_some() || victim.proper,
            (_, Frame::State) => {
                let group = self.verb(index);
                group.is_some_and(|group| group.verb.is_some() || violent) && !self.is_idiom(token)
            }
            (_, Frame::Toll) => false,
            _ => {
                let natural = (self.first..self.end).any(|at| {
                    matches!(
                        self.word(at),
                        "cancer"
                            | "illness"
                            | "disease"
                            | "pneumonia"
                            | "tuberculosis"
                            | "stroke"
                            | "natural"
                            | "peacefully"
                            | "ailments"
                            | "sick"
                            | "heart"
                            | "diabetes"
                            | "leukemia"
                            | "leukaemia"
                            | "complications"
                            | "health"
                            | "anniversary"
                            | "birth"
                            | "childbirth"
                    ) || (self.word(at) == "the" && self.word(at + 1) == "age" && self.word(at + 2) == "of")
                });
                if natural {
                    return false;
                }
                let young = victim.person.is_some_and(|person| person.group == Some(VictimGroup::Children))
                    || victim.head.is_some_and(|head| matches!(self.word(head), "son" | "daughter"));
                let stranger =
                    victim.person.is_some() && !victim.proper && matches!(victim.opening, Opening::Indefinite | Opening::Another);
                young || stranger || victim.ordinal || violent || self.is_counted_person(index)
            }
        }
    }

    /// "the third person to die from": one of a row of deaths.
    fn is_counted_person(&self, index: usize) -> bool {
        index.checked_sub(1).and_then(|at| self.noun_chunk(at)).is_some_and(|phrase| self.phrases[phrase].ordinal)
    }

    fn is_idiom(&self, token: usize) -> bool {
        matches!(self.word(token + 1), "heat" | "end" | "line" | "sea" | "body" | "weight")
    }

    fn chunk_word(&self, index: usize) -> &str {
        match self.chunks.get(index) {
            Some(Chunk::Preposition(token) | Chunk::Clause(token) | Chunk::Relative(token)) => self.word(*token),
            Some(Chunk::Noun(phrase)) => self.phrases[*phrase].head.map_or("", |head| self.word(head)),
            Some(Chunk::Verb(group)) => group.verb.map_or("", |verb| self.word(verb)),
            _ => "",
        }
    }

    /// Whether those who fled were driven out: attackers flee from a scene, and a family may flee once upon a time.
    pub fn is_flight(&self, index: usize, victim: &Phrase) -> bool {
        let attackers = victim.person.is_some_and(|person| person.group == Some(VictimGroup::Attackers))
            || victim.head.is_some_and(|head| {
                matches!(self.word(head), "suspects" | "thieves" | "inmates" | "prisoners" | "criminals" | "robbers" | "occupants")
            });
        let scene = (index + 1..index + 4).any(|at| {
            matches!(self.chunk_word(at), "scene" | "foot" | "motorcycle" | "motorbike" | "vehicle" | "car" | "prison" | "jail" | "custody")
        });
        !attackers && !scene
    }

    /// "no reports of damage or injuries": nothing is said to have happened.
    pub fn none_reported(&self, index: usize) -> Option<usize> {
        let mut at = index;
        for _ in 0..5 {
            at = at.checked_sub(1)?;
            match self.chunks.get(at)? {
                Chunk::Noun(phrase) => {
                    let found = &self.phrases[*phrase];
                    let head = found.head.map_or("", |head| self.word(head));
                    if found.none
                        && matches!(
                            head,
                            "reports"
                                | "report"
                                | "word"
                                | "indication"
                                | "indications"
                                | "sign"
                                | "signs"
                                | "information"
                                | "news"
                                | "mention"
                        )
                    {
                        return Some(*phrase);
                    }
                }
                Chunk::Preposition(_) | Chunk::Or | Chunk::And | Chunk::Comma => {}
                _ => return None,
            }
        }
        None
    }

    /// "suffered injuries", "escaped with injuries", "treated for injuries": who did.
    pub fn sufferers(&self, index: usize) -> Victims {
        let Some(mut at) = index.checked_sub(1) else { return Victims::default() };
        if matches!(self.preposition_word(at), "with" | "for") && at > 0 {
            at -= 1;
        }
        let suffers = self.verb(at).and_then(|group| group.verb).is_some_and(|verb| {
            matches!(
                self.word(verb),
                "suffered" | "sustained" | "received" | "escaped" | "treated" | "hospitalised" | "hospitalized" | "suffer" | "sustain"
            )
        });
        if suffers { Victims { rule: "suffered-injuries", ..self.subject_of(at) } } else { Victims::default() }
    }

    /// Homes that are left or lost, shelters that are sought: who does, and with what words.
    pub fn uprooted(&self, index: usize, frame: Frame) -> Victims {
        let Some(phrase) = self.noun_chunk(index) else { return Victims::default() };
        let found = &self.phrases[phrase];
        let own = found.opening == Opening::Possessive && found.possessor.is_none() && found.number.is_none();
        let Some(mut at) = index.checked_sub(1) else { return Victims::default() };
        if frame == Frame::Homes && !own {
            return Victims::default();
        }
        if frame == Frame::Refuge {
            let head = found.head.map_or("", |head| self.word(head));
            let fit = matches!(head, "shelter" | "shelters" | "safety")
                || (found.first..found.end).any(|at| {
                    matches!(
                        self.word(at),
                        "safer" | "safe" | "higher" | "relief" | "evacuation" | "displacement" | "emergency" | "temporary" | "transit"
                    )
                });
            if !fit || found.number.is_some() {
                return Victims::default();
            }
        }
        let mut governed = false;
        while at > 0 && matches!(self.chunks.get(at), Some(Chunk::Preposition(_))) {
            governed = true;
            at -= 1;
        }
        let verb_word = |at: usize| self.verb(at).and_then(|group| group.verb).map_or("", |verb| self.word(verb));
        let leaves = |word: &str| match frame {
            Frame::Homes if governed => {
                matches!(word, "forced" | "driven" | "drove" | "forcing" | "driving" | "pushed" | "displaced" | "moved")
            }
            Frame::Homes => matches!(
                word,
                "left"
                    | "leave"
                    | "leaving"
                    | "lost"
                    | "lose"
                    | "losing"
                    | "abandoned"
                    | "abandon"
                    | "abandoning"
                    | "vacate"
                    | "vacated"
                    | "fled"
            ),
            _ if governed => {
                matches!(
                    word,
                    "moved"
                        | "shifted"
                        | "taken"
                        | "brought"
                        | "sheltered"
                        | "sheltering"
                        | "housed"
                        | "accommodated"
                        | "staying"
                        | "living"
                        | "forced"
                        | "placed"
                        | "transferred"
                        | "put"
                        | "sought"
                        | "remain"
                        | "remained"
                        | "seeking"
                )
            }
            _ => matches!(word, "took" | "taken" | "sought" | "seek" | "seeking" | "take" | "taking"),
        };
        let mut victims = Victims { rule: "left-home", ..Victims::default() };
        if leaves(verb_word(at)) {
            let Some(group) = self.verb(at) else { return victims };
            let before = at.checked_sub(1).and_then(|at| self.noun_chunk(at));
            let pushed = matches!(
                verb_word(at),
                "forced" | "driven" | "drove" | "moved" | "shifted" | "taken" | "brought" | "placed" | "housed" | "accommodated"
            ) && governed;
            // "people forced out of their homes", "forcing 200 to leave their homes", and the plain subject.
            if pushed && !group.be && !group.have || group.infinitive && group.verb.is_some() && !group.be && !group.have {
                victims.whole.extend(before);
            } else {
                victims = Victims { rule: "left-home", ..self.subject_of(at) };
            }
        } else if governed
            && let Some(object) = self.noun_chunk(at)
            && at > 0
            && leaves(verb_word(at - 1))
        {
            // "forced 2,500 people out of their homes"
            victims.whole.push(object);
        }
        victims
    }

    /// The subject of the verb group in chunk `index`, whatever the verb is.
    pub fn subject_of(&self, index: usize) -> Victims {
        let Some(before) = index.checked_sub(1) else { return Victims::default() };
        // "with 200 people sheltering in": a bare participle belongs to the noun before it.
        let bare = self.verb(index).is_some_and(|group| {
            !group.be && !group.have && group.modal.is_none() && group.verb.is_some_and(|verb| self.word(verb).ends_with("ing"))
        });
        if bare && let Some(phrase) = self.noun_chunk(before) {
            return Victims { whole: vec![phrase], parts: Vec::new(), rule: "participle" };
        }
        self.subject_from(index)
    }

    /// "number of", "toll": what stands before says that a number of the noun follows.
    pub fn is_numbered(&self, index: usize) -> bool {
        let Some(phrase) = self.noun_chunk(index) else { return false };
        let toll = self.phrases[phrase].harm.is_some_and(|(_, harm)| harm.frame == Frame::Toll);
        toll || self.is_numbered_at(index)
    }

    /// "number of …" stands right before chunk `index`.
    pub fn is_numbered_at(&self, index: usize) -> bool {
        index >= 2 && self.preposition_word(index - 1) == "of" && self.chunk_word(index - 2) == "number"
    }

    /// "deaths fell 12 per cent": a change and no count.
    pub fn is_change(&self, index: usize) -> bool {
        let Some(phrase) = self.noun_chunk(index) else { return false };
        let head = self.phrases[phrase].end;
        matches!(self.word(head), "rate" | "rates")
    }

    /// "did not cause any injuries"
    pub fn negated_before(&self, index: usize) -> bool {
        (0..index).rev().take(3).any(|at| self.verb(at).is_some_and(|group| group.negated))
            || (0..index).rev().take(3).any(|at| self.preposition_word(at) == "without")
    }

    /// "to ensure that no one is killed", "so that no one dies"
    pub fn is_purpose(&self, token: usize) -> bool {
        (self.first..token)
            .any(|at| matches!(self.word(at), "ensure" | "ensures" | "ensuring" | "guarantee" | "hope" | "hopes" | "hoping" | "wants"))
    }

    /// Whether a body is said to be found, and not one of the government.
    pub fn is_found(&self) -> bool {
        (self.first..self.end).any(|at| {
            matches!(
                self.word(at),
                "found"
                    | "recovered"
                    | "discovered"
                    | "retrieved"
                    | "pulled"
                    | "identified"
                    | "unidentified"
                    | "washed"
                    | "dumped"
                    | "buried"
                    | "exhumed"
                    | "decomposed"
                    | "charred"
                    | "mutilated"
                    | "headless"
            )
        })
    }

    /// What the head words say of the victims.
    pub fn groups(&self, victims: Option<TokenSpan>) -> (VictimStatus, Vec<VictimGroup>) {
        let mut status = VictimStatus::Unknown;
        let mut groups = Vec::new();
        for at in victims.map_or(0..0, TokenSpan::range) {
            let Some(person) = self.reading.is(at, class::PERSON).then(|| PEOPLE.get(self.word(at))).flatten() else { continue };
            if person.status != VictimStatus::Unknown {
                status = if status == VictimStatus::Unknown || status == person.status { person.status } else { VictimStatus::Mixed };
            }
            if let Some(group) = person.group
                && !groups.contains(&group)
            {
                groups.push(group);
            }
        }
        (status, groups)
    }

    /// The word, where households, families or bodies are counted.
    pub fn unit(&self, victims: Option<TokenSpan>) -> Option<Token> {
        let at = victims?.range().find(|&at| matches!(self.word(at), "families" | "households" | "bodies"))?;
        self.token(at)
    }

    /// Source, cause, target, actor, time and place as the sentence gives them.
    pub fn describe(&self, index: usize, clues: &Clues, figure: &mut CasualtyFigure) {
        figure.source = self.source(index);
        figure.cause = self.cause(index);
        figure.target = self.target();
        figure.actor = self.actor(index, figure);
        let trigger = figure.trigger;
        figure.time = clues
            .times
            .iter()
            .filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time))
            .min_by_key(|time| gap(time.span, trigger))
            .map(|time| EventTime { span: time.span, interval: time.interval, precision: time.precision, origin: Origin::Sentence });
        let body = self.behind_dateline();
        figure.place = clues
            .names
            .iter()
            .filter(|name| name.kind == EntityKind::Place && name.span.start() >= body && self.is_located(name.tokens.first as usize))
            .min_by_key(|name| gap(name.span, trigger))
            .map(|name| EventPlace { span: name.span, entity: None, fact: None, origin: Origin::Sentence });
    }

    /// Whether a preposition of place governs the name at `first`, over articles and words in between.
    fn is_located(&self, first: usize) -> bool {
        for back in 1..7 {
            let Some(at) = first.checked_sub(back) else { return false };
            match self.word(at) {
                "in" | "at" | "near" | "outside" | "inside" | "around" | "across" | "throughout" | "within" | "on" | "off" => return true,
                "," | "." | ";" | "" | "and" | "by" | "against" | "with" => return false,
                _ => {}
            }
        }
        false
    }

    /// The byte behind a dateline ("KABUL (AP) —"); the start of the sentence where there is none.
    fn behind_dateline(&self) -> usize {
        let dash = (self.first..self.end.min(self.first + 14)).find(|&at| {
            matches!(self.word(at), "—" | "–")
                || (self.word(at) == "-" && (self.word(at + 1) == "-" || self.token(at).is_some_and(|token| token.is_spaced())))
        });
        let capital = self.token(self.first).is_some_and(|token| token.is_capitalised());
        dash.filter(|_| capital).and_then(|at| self.token(at)).map_or(0, |token| token.span.start())
    }

    fn span(&self, phrase: &Phrase) -> ByteSpan {
        let mut first = phrase.first;
        if matches!(self.word(first), "the" | "a" | "an") && first + 1 < phrase.end {
            first += 1;
        }
        self.reading.document().span_of(TokenSpan::new(first, phrase.end))
    }

    /// "according to X", "X said", "said X".
    fn source(&self, index: usize) -> Option<Attribution> {
        for at in self.first..self.end {
            if self.word(at) == "according" && self.word(at + 1) == "to" {
                let phrase = self.phrases.iter().filter(|phrase| phrase.first >= at + 2).min_by_key(|phrase| phrase.first)?;
                let verb = Some(self.reading.document().span_of(TokenSpan::new(at, at + 2)));
                return Some(Attribution { span: self.span(phrase), kind: self.source_kind(phrase), entity: None, verb });
            }
        }
        for (at, chunk) in self.chunks.iter().enumerate() {
            let Chunk::Verb(group) = chunk else { continue };
            let Some(verb) = group.verb.filter(|&verb| self.reading.is(verb, class::SPEECH) && !group.negated && at != index) else {
                continue;
            };
            let before = (at.saturating_sub(6)..at).rev().take_while(|&left| {
                !matches!(self.chunks[left], Chunk::Verb(_) | Chunk::Clause(_) | Chunk::Break | Chunk::Comma | Chunk::Relative(_))
            });
            let subject = before
                .filter_map(|left| self.noun_chunk(left).filter(|_| left == 0 || !matches!(self.chunks[left - 1], Chunk::Preposition(_))))
                .last()
                .or_else(|| self.noun_chunk(at + 1).filter(|_| at > 0 && matches!(self.chunks[at - 1], Chunk::Comma)));
            let Some(phrase) = subject.map(|phrase| &self.phrases[phrase]) else { continue };
            let verb = self.token(verb).map(|token| token.span);
            return Some(Attribution { span: self.span(phrase), kind: self.source_kind(phrase), entity: None, verb });
        }
        None
    }

    fn source_kind(&self, phrase: &Phrase) -> SourceKind {
        (phrase.first..phrase.end)
            .rev()
            .filter(|&at| self.reading.is(at, class::SOURCE))
            .find_map(|at| SOURCES.get(self.word(at)).copied())
            .map_or(SourceKind::Other, |kind| {
                // "a health ministry official" is a government, "a hospital official" a hospital.
                let special = (phrase.first..phrase.end).filter(|&at| self.reading.is(at, class::SOURCE)).find_map(|at| {
                    SOURCES.get(self.word(at)).copied().filter(|kind| !matches!(kind, SourceKind::Government | SourceKind::Unnamed))
                });
                let ministry = (phrase.first..phrase.end).any(|at| matches!(self.word(at), "ministry" | "minister" | "government"));
                if ministry { SourceKind::Government } else { special.unwrap_or(kind) }
            })
    }

    /// The phrase of the nearest word of cause.
    fn cause(&self, index: usize) -> Option<ByteSpan> {
        let mut best: Option<(usize, ByteSpan)> = None;
        for (at, chunk) in self.chunks.iter().enumerate() {
            let Chunk::Noun(phrase) = chunk else { continue };
            let phrase = &self.phrases[*phrase];
            let Some(head) = phrase.head else { continue };
            let noun = self.reading.is(head, class::CAUSE) && CAUSES.get(self.word(head)) == Some(&Cause::Noun);
            let distance = at.abs_diff(index);
            if noun && phrase.number.is_none() && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, self.span(phrase)));
            }
        }
        best.map(|(_, span)| span)
    }

    /// "an attack on a mosque": what was hit.
    fn target(&self) -> Option<ByteSpan> {
        (0..self.chunks.len()).find_map(|at| {
            let phrase = &self.phrases[self.noun_chunk(at)?];
            let head = phrase.head?;
            let attack = matches!(
                self.word(head),
                "attack"
                    | "attacks"
                    | "strike"
                    | "strikes"
                    | "airstrike"
                    | "airstrikes"
                    | "raid"
                    | "raids"
                    | "bombing"
                    | "assault"
                    | "shelling"
                    | "ambush"
                    | "fire"
            );
            let on = attack && matches!(self.preposition_word(at + 1), "on" | "against" | "at");
            let target = &self.phrases[self.noun_chunk(at + 2).filter(|_| on)?];
            // "an attack on Sunday" has no target.
            let time = target
                .head
                .is_some_and(|head| self.times.iter().any(|time| self.token(head).is_some_and(|token| time.span.overlaps(token.span))));
            (!time).then(|| self.span(target))
        })
    }

    /// "killed by X", or the subject of "X killed": a person or a name, not a cause.
    fn actor(&self, index: usize, figure: &CasualtyFigure) -> Option<Actor> {
        let group = self.verb(index)?;
        let (_, harm) = group.harm?;
        if matches!(harm.frame, Frame::Happened | Frame::Happen | Frame::State) {
            return None;
        }
        let by = (index + 1..self.chunks.len().min(index + 6))
            .find(|&at| self.preposition_word(at) == "by")
            .and_then(|at| self.noun_chunk(at + 1));
        let active = !group.be && harm.frame != Frame::Doing;
        let subject = || index.checked_sub(1).and_then(|at| self.noun_chunk(at)).filter(|_| active);
        let phrase = &self.phrases[by.or_else(subject)?];
        let head = phrase.head?;
        let span = self.span(phrase);
        let person = phrase.person.is_some() || phrase.proper;
        (person && !self.reading.is(head, class::CAUSE) && !span.overlaps(figure.span)).then_some(Actor { span, entity: None })
    }
}

/// Bytes between two spans.
fn gap(one: ByteSpan, other: ByteSpan) -> usize {
    if one.start() > other.start() { one.start().saturating_sub(other.end()) } else { other.start().saturating_sub(one.end()) }
}
