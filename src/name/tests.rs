//! Cases per phenomenon: what is a name, what is none, and where a name begins and ends.

use proptest::prelude::*;

use super::*;
use crate::fact::EntityKind::{self, Miscellaneous, Nationality, Organization, Person, Place};
use crate::text::Article;

fn mentions(text: &str) -> Vec<NameMention> {
    let reading = Reading::new(Article::from_text(text));
    let mut tagger = Tagger::default();
    let mut names = Vec::new();
    for sentence in 0..reading.sentences().len() {
        tagger.read(&reading, sentence);
    }
    for sentence in 0..reading.sentences().len() {
        tagger.tag(&reading, sentence, &mut names);
    }
    names
}

fn names(text: &str) -> Vec<(&str, EntityKind)> {
    mentions(text).iter().map(|name| (name.span.of(text), name.kind)).collect()
}

#[test]
fn a_state_in_short_behind_its_town() {
    assert_eq!(
        names("Guards from Wayne, N.J., and Myrtle Beach, S.C., were hired in Key West, Fla., on Monday."),
        [("Wayne", Place), ("N.J.", Place), ("Myrtle Beach", Place), ("S.C.", Place), ("Key West", Place), ("Fla", Place)]
    );
}

#[test]
fn titles_articles_and_possessives_stay_outside() {
    assert_eq!(
        names("Finance Minister Amina Yusuf flew to Nairobi with the Kenyan delegation's lawyer."),
        [("Amina Yusuf", Person), ("Nairobi", Place), ("Kenyan", Nationality)]
    );
    assert_eq!(names("They praised Gen. Carlos Mendoza’s restraint."), [("Carlos Mendoza", Person)]);
    assert_eq!(names("Envoys of the United Nations left Yemen's capital."), [("United Nations", Organization), ("Yemen", Place)]);
}

#[test]
fn particles_and_hyphens_belong_to_family_names() {
    assert_eq!(names("The talks were led by Pieter van der Berg, aides said."), [("Pieter van der Berg", Person)]);
    assert_eq!(names("The minister, Nabil al-Khatib, declined to comment."), [("Nabil al-Khatib", Person)]);
    assert_eq!(names("Mayor Park Ji-hoon said the bridge was safe."), [("Park Ji-hoon", Person)]);
}

#[test]
fn a_family_name_alone_is_the_person_of_the_full_name() {
    let text = "Governor Ruth Okello spoke first. Protesters want Okello to resign. Talks with Okello failed.";
    assert_eq!(names(text), [("Ruth Okello", Person), ("Okello", Person), ("Okello", Person)]);
}

#[test]
fn acronyms_with_and_without_periods() {
    assert_eq!(names("The U.N. said the U.S. had agreed."), [("U.N.", Organization), ("U.S.", Place)]);
    assert_eq!(names("Aid from the UN reached Sudan on Friday."), [("UN", Organization), ("Sudan", Place)]);
    assert_eq!(names("Tell us who it is."), []);
}

#[test]
fn peoples_are_nationalities() {
    assert_eq!(
        names("Two Egyptians and a Kurdish nurse were hurt in Libya."),
        [("Egyptians", Nationality), ("Kurdish", Nationality), ("Libya", Place)]
    );
}

#[test]
fn armed_groups_and_ministries_are_organisations() {
    assert_eq!(names("Fighters of al-Shabab attacked Mogadishu."), [("al-Shabab", Organization), ("Mogadishu", Place)]);
    assert_eq!(names("The Ministry of Health in Lima counted the dead."), [("Ministry of Health", Organization), ("Lima", Place)]);
}

#[test]
fn days_months_and_openers_are_no_names() {
    assert_eq!(names("On Monday the rain stopped. In September it began again."), []);
    assert_eq!(names("Many fled. Hundreds stayed. However, nobody complained. I’m tired."), []);
    assert_eq!(names("The dead were buried on Saturday."), []);
}

#[test]
fn lines_around_an_article_are_no_names() {
    assert_eq!(names("Also read: What to do in a flood"), []);
    assert_eq!(names("Photo Credit: Maria Lindqvist"), [("Maria Lindqvist", Person)]);
}

#[test]
fn headlines_in_capitals() {
    let found = names("PRESIDENT OF KENYA VISITS FLOODED TOWNS");
    assert!(found.contains(&("KENYA", Place)), "{found:?}");
    assert!(!found.iter().any(|name| name.0.contains("FLOODED")), "{found:?}");
    let found = names("Ferry Sinks Off Indonesia, Dozens Missing");
    assert!(found.contains(&("Indonesia", Place)) && found.len() == 1, "{found:?}");
}

#[test]
fn events_and_treaties_are_other_names() {
    assert_eq!(names("He fought in the Vietnam War as a medic."), [("Vietnam War", Miscellaneous)]);
    assert_eq!(names("The Treaty of Lisbon came into force a year later."), [("Treaty of Lisbon", Miscellaneous)]);
}

proptest! {
    #[test]
    fn any_text_is_read(text in "(\\PC|[A-Z][a-z]{1,6}| |-|'s|al-|\\.|\n){0,120}") {
        let reading = Reading::new(Article::from_text(text.clone()));
        let mut end = 0;
        for name in mentions(&text) {
            prop_assert!(name.tokens.first >= end && !name.tokens.is_empty(), "in order, apart");
            end = name.tokens.end;
            prop_assert!(!name.span.of(&text).is_empty());
            let sentence = reading.document().sentence_of(name.tokens.first as usize).and_then(|at| reading.sentences().get(at));
            prop_assert!(sentence.is_some_and(|sentence| sentence.span.contains(name.span)), "inside its sentence");
        }
    }
}
