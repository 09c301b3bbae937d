//! Casualty figures: one row a sentence, the expected figures in a short notation.
//!
//! `killed 12` · `injured >=6` · `killed <=90` · `killed ~200` · `killed 20..30` · `killed 50%`; behind it `i` for an
//! implicit count, `part`, and status or scope where they are not the usual ones.

use super::*;
use crate::fact::{Modifier, Scope, SourceKind, Status, VictimGroup, VictimStatus};
use crate::text::Article;
use proptest::prelude::*;

fn figures(text: &str) -> (Reading, Vec<CasualtyFigure>) {
    let reading = Reading::new(Article::from_text(text));
    let mut numbers = Vec::new();
    let mut figures = Vec::new();
    for (index, sentence) in reading.sentences().iter().enumerate() {
        let first = numbers.len();
        crate::number::tag(&reading, sentence, &mut numbers);
        let clues = Clues { numbers: &numbers[first..], times: &[], names: &[] };
        tag(&reading, index, &clues, &mut figures);
    }
    (reading, figures)
}

fn notation(figure: &CasualtyFigure) -> String {
    let bounds = match (figure.modifier, figure.low, figure.high) {
        (Modifier::Fraction, _, _) => format!("{}%", (figure.fraction.unwrap_or(0.0) * 100.0).round()),
        (Modifier::AtLeast, Some(low), None) => format!(">={low}"),
        (Modifier::AtMost, None, Some(high)) => format!("<={high}"),
        (Modifier::Approximately, Some(low), _) => format!("~{low}"),
        (_, Some(low), Some(high)) if low == high => format!("{low}"),
        (_, low, high) => format!("{}..{}", low.unwrap_or(0), high.unwrap_or(0)),
    };
    let mut text = format!("{:?} {bounds}", figure.effect).to_lowercase();
    if figure.implicit {
        text.push_str(" i");
    }
    if figure.status != Status::Asserted {
        text.push_str(&format!(" {:?}", figure.status).to_lowercase());
    }
    if figure.scope != Scope::Incident {
        text.push_str(&format!(" {:?}", figure.scope).to_lowercase());
    }
    text
}

fn check(rows: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (sentence, expected) in rows {
        let found: Vec<String> = figures(sentence).1.iter().map(notation).collect();
        if found.join(" | ") != *expected {
            wrong.push(format!("{sentence}\n   expected {expected}\n   found    {}", found.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn passive_takes_the_subject() {
    check(&[
        ("Nine miners were killed in the blast.", "killed 9"),
        ("At least 14 people have been injured, the mayor said.", "injured >=14"),
        ("Some 300 villagers had been abducted from the valley.", "abducted ~300"),
        ("Between 20 and 30 men were reportedly arrested.", "detained 20..30"),
        ("Up to 90 sailors were feared drowned.", "killed <=90 feared"),
        ("A total of 17 hikers were injured by falling rocks.", "injured 17"),
        ("Four of its workers were kidnapped on the road.", "abducted 4"),
        ("Dozens of people were hurt when the stand gave way.", "injured 24..99"),
        ("The two men guarding the gate were killed.", "killed 2"),
        ("Six farmers who had returned to the fields were killed.", "killed 6"),
        ("Three women, all from one village, were wounded.", "injured 3"),
        ("Several tourists were shot and wounded outside the museum.", "injured 3..9"),
        ("All 62 passengers were killed.", "killed 62"),
        ("Both pilots were killed.", "killed 2 i"),
    ]);
}

#[test]
fn active_takes_the_object() {
    check(&[
        ("The blast killed nine miners and injured 14.", "killed 9 | injured 14"),
        ("Two gunmen killed five worshippers.", "killed 5"),
        ("A mine went off under the bus, killing at least six and wounding the driver.", "killed >=6 | injured 1 i"),
        ("The raid left 3 dead and 12 wounded.", "killed 3 | injured 12"),
        ("The mudslide has killed more than a dozen villagers.", "killed >=12"),
        ("Police arrested two dozen students on the square.", "detained 24"),
        ("The quake claimed 30 lives.", "killed 30"),
        ("The war cost an estimated quarter of a million lives.", "killed ~250000 cumulative"),
        ("The group took 40 villagers hostage.", "abducted 40"),
        ("The army said it had captured 11 fighters.", "detained 11"),
        ("The storm forced 2,000 families to leave their homes.", "displaced 2000"),
        ("Rising water forced 600 residents to evacuate.", "displaced 600"),
        ("The fire left at least 1,500 people homeless.", "displaced >=1500"),
        ("Shelling killed or wounded 40 civilians.", "casualties 40"),
    ]);
}

#[test]
fn states_and_bare_participles() {
    check(&[
        ("21 dead, 40 injured in ferry fire", "killed 21 | injured 40"),
        ("1 Killed, 3 Wounded In Harbor Shooting", "killed 1 | injured 3"),
        ("Twelve people were killed and 30 injured.", "killed 12 | injured 30"),
        ("Seven fishermen are still missing.", "missing 7"),
        ("Rescuers found five men dead in the shaft.", "killed 5"),
        ("The number of people killed in the floods rose to 45.", "killed 45"),
        ("More than 50 people remain in custody.", "detained >=50"),
        ("Three were beaten to death by the mob.", "killed 3"),
        ("There were 120 soldiers killed on the first day.", "killed 120"),
        ("The trawler sank with eight crewmen missing.", "missing 8"),
    ]);
}

#[test]
fn nouns_of_harm() {
    check(&[
        ("The death toll of 45 may still rise.", "killed 45"),
        ("Officials put the death toll at 112.", "killed 112"),
        ("The death toll rose from 40 to 45.", "killed 40 cumulative | killed 45 cumulative"),
        ("The storm caused 15 deaths and three injuries.", "killed 15 | injured 3"),
        ("The death of 12 pilgrims shocked the town.", "killed 12"),
        ("The bodies of four men were found in a well.", "killed 4"),
        ("Divers recovered 16 bodies.", "killed 16"),
        ("An unidentified body was found near the river.", "killed 1 i"),
        ("The camp hosts 40,000 refugees.", "displaced 40000"),
        ("They agreed on the release of 200 prisoners.", "detained 200"),
        ("The abduction of three nurses was condemned.", "abducted 3"),
        ("The murder of Daniel Okoro caused an outcry.", "killed 1 i"),
        ("Four climbers lost their lives.", "killed 4"),
        ("Eight people suffered burns and two suffered serious injuries.", "injured 8 | injured 2"),
        ("The blaze forced the evacuation of 900 guests.", "displaced 900"),
    ]);
}

#[test]
fn parts_and_coordination() {
    check(&[
        ("Thirteen people, including five children, were killed.", "killed 13 | killed 5 part"),
        ("The bomb killed 13 people, including five children.", "killed 13 | killed 5 part"),
        ("Thirteen people were killed, including five children and a nurse.", "killed 13 | killed 5 part | killed 1 i part"),
        ("Five rebels and three policemen were killed.", "killed 5 | killed 3"),
        ("The ambush killed two soldiers, a guide and six porters.", "killed 2 | killed 1 i | killed 6"),
        ("A driver and a guard were killed.", "killed 2 i"),
        ("He killed Omar Haddad and his wife.", "killed 2 i"),
        ("The fire killed at least 13 women and children.", "killed >=13"),
        ("The attacks killed 247 people in one port and 10 in another.", "killed 247 | killed 10"),
        ("The mayor was killed, along with two bodyguards.", "killed 1 i | killed 2"),
        ("Two policemen were among those killed.", "killed 2 part"),
        ("Those killed include two Danes and a Peruvian.", "killed 2 part | killed 1 i part"),
        ("Two men, Ali Demir and Jan Novak, were killed.", "killed 2"),
    ]);
}

#[test]
fn single_persons() {
    check(&[
        ("A policeman was killed.", "killed 1 i"),
        ("Maria Santos was shot dead on Friday.", "killed 1 i"),
        ("He was arrested at the border.", "detained 1 i"),
        ("The bomber was killed in the explosion.", "killed 1 i"),
        ("A 16-year-old girl was wounded.", "injured 1 i"),
        ("One of the attackers was shot dead and the other was wounded.", "killed 1 | injured 1 i"),
        ("A third soldier died.", "killed 1 i"),
        ("An elderly man drowned in the flood.", "killed 1 i"),
        ("Soldiers were killed in the valley.", ""),
        ("Many villagers were injured.", ""),
        ("The novelist Jane Holt died on Sunday at the age of 84.", ""),
        ("He died in 1576.", ""),
        ("She died of cancer.", ""),
    ]);
}

#[test]
fn zeros_and_fractions() {
    check(&[
        ("No one was hurt.", "injured 0"),
        ("There were no casualties.", "casualties 0"),
        ("The quake did not cause any injuries.", "injured 0"),
        ("There were no reports of damage or injuries.", "injured 0"),
        ("None of the passengers was injured.", "injured 0"),
        ("Half of Syria's population has been displaced.", "displaced 50%"),
        ("A third of the crew were killed.", "killed 33%"),
        ("The law should ensure that no one is killed at work.", ""),
    ]);
}

#[test]
fn status_and_scope() {
    check(&[
        ("Forty people are feared dead.", "killed 40 feared"),
        ("As many as 30 miners may have been killed.", "killed <=30 feared"),
        ("A strike could kill 5,000 people.", "killed 5000 hypothetical"),
        ("The kidnappers threatened to kill two hostages.", "killed 2 hypothetical"),
        ("He tried to kill the minister.", ""),
        ("The ministry denied that seven prisoners had been killed.", "killed 7 denied"),
        ("The city plans to evacuate 3,000 residents.", "displaced 3000 planned"),
        ("So far 75 people have died in the floods.", "killed 75 cumulative"),
        ("Since January, 75 people have been killed.", "killed 75 cumulative"),
        ("Malaria causes 400 deaths a year there.", "killed 400 unknown"),
    ]);
}

#[test]
fn traps() {
    check(&[
        ("Six people were sentenced to death.", ""),
        ("She scored twice in injury time.", ""),
        ("He shot 67 in the first round.", ""),
        ("The senate killed the bill by 52 votes.", ""),
        ("The race ended in a dead heat.", ""),
        ("The fire killed 300 sheep and two horses.", ""),
        ("The army captured 13 artillery pieces and 40 tanks.", ""),
        ("The carrier has a displacement of 80,000 tonnes.", ""),
        ("Damage of $25 million was done and nobody died.", "killed 0"),
        ("Thousands of Syrians received food aid.", ""),
        ("Deaths fell 12 per cent last year.", ""),
        ("Ten villages were evacuated.", ""),
        ("He left 3 million dollars to charity.", ""),
        ("Sixteen passengers were rescued and 200 stranded.", ""),
        ("The two attackers fled on a motorcycle.", ""),
        ("One of the victims of the fraud was quoted as saying so.", ""),
        ("A force of 300 took part in the search for survivors.", ""),
    ]);
}

#[test]
fn details_of_the_sentence() {
    let text = "At least 12 civilians, including four women, were killed in an air strike on a market, hospital officials said.";
    let (reading, found) = figures(text);
    let words = |span| reading.document().words(span);
    let figure = &found[0];
    assert_eq!(words(figure.span), "At least 12");
    assert_eq!(words(figure.trigger), "killed");
    assert_eq!(figure.victims.map(words), Some("civilians"));
    assert_eq!(figure.victim_status, VictimStatus::Civilian);
    assert_eq!(figure.cause.map(words), Some("air strike"));
    assert_eq!(figure.target.map(words), Some("market"));
    let source = figure.source.as_ref().expect("a source");
    assert_eq!((words(source.span), source.kind), ("hospital officials", SourceKind::Hospital));
    assert_eq!(found[1].victim_groups, [VictimGroup::Women]);
    assert_eq!(found[1].part_of, Some(0));
}

#[test]
fn people_fighters_and_forces_are_told_apart() {
    for (text, status) in [
        ("Five people were killed.", VictimStatus::Unknown),
        ("Five civilians were killed.", VictimStatus::Civilian),
        ("Five policemen were killed.", VictimStatus::SecurityForce),
        ("Five militants were killed.", VictimStatus::Combatant),
    ] {
        assert_eq!(figures(text).1[0].victim_status, status, "{text}");
    }
}

#[test]
fn no_word_of_a_match_is_one_of_grammar() {
    use crate::lexicon::en::{fate::SPORT, grammar::GRAMMAR};
    assert!(SPORT.iter().all(|word| GRAMMAR.get(word).is_none()), "the search for them passes over words of grammar");
}

proptest! {
    #[test]
    fn any_words_give_ordered_bounds_inside_the_text(
        words in proptest::collection::vec(
            prop_oneof![
                Just("killed"), Just("were"), Just("people"), Just("12"), Just("and"), Just(","), Just("including"), Just("who"), Just("dead"),
                Just("the"), Just("of"), Just("at least"), Just("wounded"), Just("toll"), Just("to"), Just("death"), Just("no one"), Just("(26)"),
                Just("--"), Just("Omar Khan"), Just("in custody"), Just("their homes"), Just("half"), Just("five of them"), Just("'s"), Just("said"),
                Just("forced"), Just("number"), Just("\u{201C}"), Just("."), Just("whose"), Just("killing"), Just("٣"), Just("bodies"),
            ],
            0..60,
        )
    ) {
        let text = words.join(" ");
        let (reading, found) = figures(&text);
        for (index, figure) in found.iter().enumerate() {
            prop_assert!(!reading.document().words(figure.span).is_empty());
            prop_assert!(figure.part_of.is_none_or(|whole| whole < found.len() && whole != index));
            if let (Some(low), Some(high)) = (figure.low, figure.high) {
                prop_assert!(low <= high);
            }
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,300}") {
        figures(&text);
    }
}
