//! What belongs together with a noun phrase: coordinates ("five rebels and three policemen") and parts ("13 people,
//! including five children").

use super::chunk::{Chunk, Opening, Parse};
use super::frame::Victims;

impl Parse<'_> {
    /// The object of the verb group in chunk `index`.
    pub fn object(&self, index: usize) -> Victims {
        let mut victims = Victims::default();
        let mut at = index + 1;
        while matches!(self.chunk(at), Some(Chunk::Time | Chunk::Open | Chunk::Close)) {
            at += 1;
        }
        let Some(phrase) = self.noun_chunk(at) else {
            // "killing or wounding 12"
            if self.joins(at) && self.verb(at + 1).is_some_and(|group| group.harm.is_some()) && self.noun_chunk(at + 2).is_some() {
                return self.object(at + 1);
            }
            return victims;
        };
        victims.whole.push(phrase);
        self.gather_right(at, &mut victims);
        victims
    }

    /// Coordinates to the left of the noun phrase in chunk `at`: "five Taliban and three policemen were killed".
    pub fn gather_left(&self, at: usize, victims: &mut Victims) {
        let mut at = at;
        let mut joined = false;
        while at >= 2 {
            let link = at - 1;
            let and = matches!(self.chunks[link], Chunk::And | Chunk::AlongWith);
            if !(and || joined && self.comma(link)) {
                // "a driver was among the three people killed": the other way round.
                if matches!(self.chunks[link], Chunk::Including) && self.is_among(victims) {
                    if let Some(verb) = link.checked_sub(1).filter(|&verb| self.verb(verb).is_some_and(|group| group.be)) {
                        victims.parts = self.subject_from(verb).whole;
                    }
                    return;
                }
                if matches!(self.chunks[link], Chunk::Including) {
                    let told =
                        (0..link).rev().find(|&left| !matches!(self.chunks[left], Chunk::Comma | Chunk::Time | Chunk::Preposition(_)));
                    match told.map(|left| self.chunks[left]) {
                        // "40 were killed, including six children, and dozens were hurt": the parts are of the clause before.
                        Some(Chunk::Verb(_)) => {
                            victims.whole.drain(..victims.whole.len().saturating_sub(1));
                        }
                        Some(Chunk::Noun(phrase)) => {
                            victims.parts.append(&mut victims.whole);
                            victims.whole.push(phrase);
                        }
                        _ => victims.parts.append(&mut victims.whole),
                    }
                }
                return;
            }
            // The phrase before the link, over its prepositional phrases.
            let mut left = link - 1;
            if and && self.comma(left) && left > 0 {
                left -= 1;
            }
            // "Rahul (26), Jamshed (23) and Prince (24)"
            if matches!(self.chunks[left], Chunk::Close) {
                while left > 0 && !matches!(self.chunks[left], Chunk::Open) {
                    left -= 1;
                }
                left = left.saturating_sub(1);
            }
            // "six priests – five of them Spaniards – and two women"
            if matches!(self.chunks[left], Chunk::Dash)
                && let Some(open) = (left.saturating_sub(12)..left).rev().find(|&open| matches!(self.chunks[open], Chunk::Dash))
                && open > 0
            {
                // "six priests – five Spaniards and one Salvadoran – and two women"
                let told: Vec<usize> = (open..left)
                    .filter_map(|at| self.noun_chunk(at))
                    .filter(|&phrase| self.phrases[phrase].number.is_some() && self.phrases[phrase].head.is_some())
                    .collect();
                if told.len() > 1 {
                    victims.parts.extend(told);
                }
                left = open - 1;
            }
            while left >= 2 && matches!(self.chunks[left], Chunk::Noun(_)) && matches!(self.chunks[left - 1], Chunk::Preposition(_)) {
                left -= 2;
            }
            let Chunk::Noun(phrase) = self.chunks[left] else { return };
            if left > 0 {
                match self.chunks[left - 1] {
                    Chunk::Preposition(_) => return,
                    // "100 died, eight of them Chileans, and 300 wounded": the eight are of those before.
                    Chunk::Comma if self.phrases[phrase].partitive && self.phrases[phrase].number.is_some() => return,
                    // The object of another verb: "killed 12 and five were hurt".
                    Chunk::Verb(group) if group.harm.is_some() => return,
                    _ => {}
                }
            }
            joined = true;
            victims.whole.insert(0, phrase);
            at = left;
        }
    }

    /// Coordinates and parts to the right of the noun phrase in chunk `at`.
    pub fn gather_right(&self, at: usize, victims: &mut Victims) {
        let mut start = at;
        let inside = self.is_inside_clause(at);
        let mut at = self.over_insertion(self.over_prepositions(at + 1));
        for _ in 0..12 {
            let comma = self.comma(at);
            let mut next = at + usize::from(comma);
            let and = self.joins(next);
            next += usize::from(and);
            match self.chunk(next) {
                Some(Chunk::Including) => {
                    self.parts_behind(next, victims);
                    return;
                }
                Some(&Chunk::Noun(phrase)) if comma || and => {
                    let found = &self.phrases[phrase];
                    let goes_on = inside && and && !comma && !self.is_harmed_next(next);
                    if !goes_on && self.is_subject(next) {
                        return;
                    }
                    // "43 in Peru, 12 in Chile and four in Brazil": the list goes on, place by place.
                    let listed = found.head.is_none() && at > start + 1 && self.list_goes_on(next);
                    if comma && !and && !listed && (found.partitive || self.is_part_of_toll(phrase)) && found.number.is_some() {
                        victims.parts.push(phrase);
                        return;
                    }
                    // "from the coast and four small islands": the list is inside of the prepositional phrase.
                    if at > start + 1 && found.head.is_some() && found.person.is_none() && !self.names_person(found) {
                        return;
                    }
                    // A comma alone is a list only when "and" comes later, or in front of a name in apposition.
                    if comma && !and && !self.list_goes_on(next) {
                        return;
                    }
                    victims.whole.push(phrase);
                    start = next;
                    at = self.over_prepositions(next + 1);
                }
                _ => return,
            }
        }
    }

    /// Whether the clause of the noun phrase in chunk `at` has its verb still to come: "the death of six priests and two
    /// cooks has …", "the men who killed six priests and two cooks fired …".
    fn is_inside_clause(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        self.preposition_word(before) == "of"
            || self.verb(before).is_some() && before > 0 && matches!(self.chunks[before - 1], Chunk::Relative(_))
    }

    /// Whether "among" and not "including" stands before the victims.
    fn is_among(&self, victims: &Victims) -> bool {
        victims.whole.first().is_some_and(|&phrase| self.word(self.phrases[phrase].first.wrapping_sub(1)) == "among")
    }

    /// "… and five were hurt": the noun phrase in chunk `at` is the subject of another harm.
    fn is_harmed_next(&self, at: usize) -> bool {
        self.verb(self.over_prepositions(at + 1)).is_some_and(|group| group.harm.is_some())
    }

    /// The chunk behind an insertion between dashes or in brackets that opens in chunk `at`: "six priests – five of them
    /// Spaniards – and two women", "at 8:15 (14:15 GMT)".
    fn over_insertion(&self, at: usize) -> usize {
        let close = |closes: fn(&Chunk) -> bool| (at + 1..self.chunks.len().min(at + 12)).find(|&next| closes(&self.chunks[next]));
        let end = match self.chunk(at) {
            Some(Chunk::Dash) => close(|chunk| matches!(chunk, Chunk::Dash)),
            Some(Chunk::Open) => close(|chunk| matches!(chunk, Chunk::Close)),
            _ => None,
        };
        end.map_or(at, |end| self.over_prepositions(end + 1))
    }

    /// "47 deaths, at least 19 due to flooding": a bare number behind a comma.
    fn is_part_of_toll(&self, phrase: usize) -> bool {
        let found = &self.phrases[phrase];
        found.number.is_some() && found.head.is_none() && !self.word(found.end).is_empty() && self.word(found.end) != ","
    }

    fn list_goes_on(&self, at: usize) -> bool {
        let mut next = self.over_prepositions(at + 1);
        for _ in 0..8 {
            next += usize::from(self.comma(next));
            if self.joins(next) {
                return self.noun_chunk(next + 1).is_some() && !self.is_subject(next + 1);
            }
            if self.noun_chunk(next).is_none() {
                return false;
            }
            next = self.over_prepositions(next + 1);
        }
        false
    }

    /// Behind a passive or a state: "…, including five children", "…, three of them children", "… in one town and 30 in
    /// another".
    pub fn told_behind(&self, index: usize, victims: &mut Victims) {
        self.companions(index, victims);
        let at = self.over_insertion(self.over_prepositions(index + 1));
        let comma = self.comma(at);
        let next = at + usize::from(comma);
        if matches!(self.chunk(next), Some(Chunk::Including)) {
            self.parts_behind(next, victims);
            return;
        }
        let along = matches!(self.chunk(next), Some(Chunk::AlongWith));
        let and = self.joins(next);
        let next = next + usize::from(and);
        let Some(phrase) = self.noun_chunk(next).filter(|_| comma || and) else { return };
        if along {
            victims.whole.push(phrase);
            return;
        }
        let found = &self.phrases[phrase];
        if found.number.is_none() || self.is_subject(next) {
            return;
        }
        let located = matches!(self.preposition_word(next + 1), "in" | "at" | "near" | "to" | "from" | "on" | "due");
        if found.partitive && comma && !and || (comma && !and && found.head.is_none() && located) {
            victims.parts.push(phrase);
        } else if and && found.head.is_none() && located && at > index + 1 {
            victims.whole.push(phrase);
        }
    }

    /// "disappeared with his driver and a guide": they did so too, but not "with a knife".
    fn companions(&self, index: usize, victims: &mut Victims) {
        let mut at = index + 1;
        while at < self.over_prepositions(index + 1) {
            if let Some(phrase) = self.noun_chunk(at + 1).filter(|_| self.preposition_word(at) == "with") {
                let found = &self.phrases[phrase];
                let one =
                    found.person.is_some_and(|person| !person.plural) && matches!(found.opening, Opening::Possessive | Opening::Indefinite);
                // "with four others reported missing" tells of other people.
                let others = self.is_harmed_next(at + 1);
                if !others && (one || found.number.is_some() && found.person.is_some()) {
                    victims.whole.push(phrase);
                    self.gather_right(at + 1, victims);
                    return;
                }
            }
            at += 1;
        }
    }

    /// "those killed include two men", "the dead were two men", "two men were among the dead": parts, told beside a noun of
    /// harm in chunk `index`.
    pub fn told_beside(&self, index: usize) -> Victims {
        let mut victims = Victims { rule: "among", ..Victims::default() };
        let behind = self.over_prepositions(index + 1);
        let led = index > 0 && matches!(self.chunk(index - 1), Some(Chunk::Including));
        let are = self.verb(behind).is_some_and(|group| group.be && group.verb.is_none() && group.harm.is_none());
        let includes = matches!(self.chunk(behind), Some(Chunk::Including)) && !led;
        if includes || (are && self.noun_chunk(behind + 1).is_some()) {
            self.parts_behind(behind, &mut victims);
        } else if led && index >= 2 && self.verb(index - 2).is_some_and(|group| group.be) {
            victims.parts = self.subject(index - 2, 0).whole;
        }
        victims
    }

    /// The phrases behind "including" in chunk `at`.
    pub fn parts_behind(&self, at: usize, victims: &mut Victims) {
        let mut next = at + 1;
        // "among them [were] four children", "among whom were"
        let pronoun = self.noun_chunk(next).is_some_and(|phrase| self.phrases[phrase].pronoun);
        if pronoun || matches!(self.chunk(next), Some(Chunk::Relative(_))) {
            next += 1;
            next += usize::from(self.verb(next).is_some_and(|group| group.be && group.verb.is_none() && group.harm.is_none()));
        }
        while let Some(phrase) = self.noun_chunk(next) {
            victims.parts.push(phrase);
            next = self.over_prepositions(next + 1);
            let mut link = next;
            link += usize::from(self.comma(link));
            link += usize::from(self.joins(link));
            if link == next || self.is_subject(link) {
                break;
            }
            next = link;
        }
    }
}
