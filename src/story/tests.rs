//! The document level on short articles, through the whole analysis.

use crate::analyze;
use crate::fact::{Analysis, Entity, EntityKind, MentionForm, Origin, PlacePrecision, Reading, Scope};
use crate::text::Article;

fn read(text: &str) -> Analysis {
    let article = Article::from_text(text).published_on("2016-03-15".parse().ok());
    analyze(&article)
}

fn entity<'a>(analysis: &'a Analysis, name: &str) -> &'a Entity {
    let found = analysis.entities.iter().find(|entity| entity.name == name);
    found.unwrap_or_else(|| panic!("no {name} in {:?}", analysis.entities.iter().map(|entity| &entity.name).collect::<Vec<_>>()))
}

fn words<'t>(text: &'t str, entity: &Entity, form: MentionForm) -> Vec<&'t str> {
    entity.mentions.iter().filter(|mention| mention.form == form).map(|mention| mention.span.of(text)).collect()
}

#[test]
fn surname_and_full_name_are_one_person() {
    let text = "Merkel left the talks early.\nChancellor Angela Merkel said she would return. Mrs. Merkel then flew home.";
    let analysis = read(text);
    let merkel = entity(&analysis, "Angela Merkel");
    assert_eq!(words(text, merkel, MentionForm::Name), ["Merkel", "Angela Merkel", "Merkel"]);
    assert_eq!(words(text, merkel, MentionForm::Pronoun), ["she"]);
    assert_eq!(merkel.roles.iter().map(|role| role.span.of(text)).collect::<Vec<_>>(), ["Chancellor"]);
}

#[test]
fn two_people_of_one_surname_stay_apart() {
    let text = "Hillary Clinton spoke in Ohio. Bill Clinton waited outside. Mrs. Clinton thanked the crowd. Mr. Clinton waved.";
    let analysis = read(text);
    assert_eq!(words(text, entity(&analysis, "Hillary Clinton"), MentionForm::Name), ["Hillary Clinton", "Clinton"]);
    assert_eq!(words(text, entity(&analysis, "Bill Clinton"), MentionForm::Name), ["Bill Clinton", "Clinton"]);
}

#[test]
fn acronyms_and_nationalities_join_their_own() {
    let text = "The United Nations sent aid. The U.N. called on Russian pilots. Two Russians refused. The UN protested.";
    let analysis = read(text);
    assert_eq!(entity(&analysis, "United Nations").mentions.len(), 3);
    let russian = entity(&analysis, "Russian");
    assert_eq!((russian.kind, russian.mentions.len()), (EntityKind::Nationality, 2));
    assert_eq!(russian.place.and_then(|place| place.country), Some(*b"RU"));
}

#[test]
fn a_role_refers_to_its_holder() {
    let text = "French President Francois Hollande met Brazilian President Dilma Rousseff.\nThe Brazilian president thanked the troops. The French leader said little.";
    let analysis = read(text);
    assert_eq!(words(text, entity(&analysis, "Dilma Rousseff"), MentionForm::Role), ["The Brazilian president"]);
    assert_eq!(words(text, entity(&analysis, "Francois Hollande"), MentionForm::Role), ["The French leader"]);
}

#[test]
fn roles_beside_the_name() {
    let text = "Maria Santos, the mayor of Manila, spoke first. The deputy police chief, David Miller, said nothing.";
    let analysis = read(text);
    let roles = |name: &str| entity(&analysis, name).roles.iter().map(|role| role.span.of(text)).collect::<Vec<_>>();
    assert_eq!(roles("Maria Santos"), ["mayor of Manila"]);
    assert_eq!(roles("David Miller"), ["deputy police chief"]);
}

#[test]
fn he_is_the_one_who_acted_in_the_sentence_before() {
    let text = "David Miller accused John Brown of fraud. He said the money was gone.";
    let analysis = read(text);
    assert_eq!(words(text, entity(&analysis, "David Miller"), MentionForm::Pronoun), ["He"]);
    let speaker = analysis.quotes.first().and_then(|quote| quote.speaker);
    assert_eq!(speaker.map(|id| analysis.entities[id].name.as_str()), Some("David Miller"));
}

#[test]
fn who_speaks_is_not_looked_for_in_what_is_said() {
    let text = "Angela Merkel returned from Rome on Monday. Anna Schmidt would lead the party, she said.";
    assert_eq!(words(text, entity(&read(text), "Angela Merkel"), MentionForm::Pronoun), ["she"]);
    let text = "Rain fell in Rome on Monday. Anna Schmidt was tired, she said.";
    assert_eq!(words(text, entity(&read(text), "Anna Schmidt"), MentionForm::Pronoun), ["she"]);
}

#[test]
fn in_a_quotation_i_is_the_speaker() {
    let text = "“I saw my house burn,” said David Miller.";
    let analysis = read(text);
    assert_eq!(words(text, entity(&analysis, "David Miller"), MentionForm::Pronoun), ["I", "my"]);
}

#[test]
fn a_larger_place_tells_which_is_meant() {
    let analysis = read("A storm hit Paris, Texas, on Monday.");
    assert_eq!(entity(&analysis, "Paris").place.and_then(|place| place.country), Some(*b"US"));
    let analysis = read("A storm hit Paris on Monday.");
    assert_eq!(entity(&analysis, "Paris").place.and_then(|place| place.country), Some(*b"FR"));
}

#[test]
fn a_company_is_called_by_its_first_word() {
    let analysis = read("Shares of Hanover Insurance Inc rose on Monday. Hanover said it would pay more. Asarco Inc and Asarco are one.");
    let insurer = entity(&analysis, "Hanover Insurance Inc");
    assert_eq!((insurer.kind, insurer.mentions.len()), (EntityKind::Organization, 2));
    assert_eq!(entity(&analysis, "Asarco Inc").mentions.len(), 2);
    let analysis = read("Shares of Hanover Insurance Inc rose. Its staff in Hanover, Germany, was told first.");
    assert_eq!(entity(&analysis, "Hanover").kind, EntityKind::Place);
}

#[test]
fn a_town_that_only_names_its_team_is_nowhere() {
    let analysis = read("Leeds goalkeeper Jim Holt saved a penalty in Paris. Boston coach Ann Ray lives in Boston.");
    assert_eq!(entity(&analysis, "Leeds").place, None);
    assert!(entity(&analysis, "Leeds").identifiers.is_empty());
    assert!(entity(&analysis, "Boston").place.is_some());
}

#[test]
fn a_region_is_not_the_city_that_it_is_named_after() {
    let analysis = read("Rain fell in Buenos Aires province on Monday. Farmers in Tucson, Arizona, waited.");
    let place = |name: &str| entity(&analysis, name).place.expect("the tables have it");
    assert_eq!(place("Buenos Aires").precision, PlacePrecision::Region);
    assert!(entity(&analysis, "Buenos Aires").identifiers.is_empty());
    let title = |name: &str| {
        let id = entity(&analysis, name).identifiers.iter().find(|id| id.scheme == "wikipedia");
        id.map(|id| id.value.clone())
    };
    assert_eq!(title("Tucson").as_deref(), Some("Tucson,_Arizona"));
    assert_eq!(title("Arizona").as_deref(), Some("Arizona"));
}

#[test]
fn a_dateline_is_no_place_of_events() {
    let text = "NAIROBI, Kenya (AP) — Gunmen killed 12 people in Mogadishu on Monday.";
    let analysis = read(text);
    assert!(
        analysis
            .entities
            .iter()
            .filter(|entity| entity.name.eq_ignore_ascii_case("nairobi") || entity.name == "Kenya")
            .all(|entity| entity.dateline)
    );
    assert!(!entity(&analysis, "Mogadishu").dateline);
    let text = "NAIROBI, Kenya (AP) — Gunmen killed 12 people on Monday.";
    assert!(read(text).figures.iter().all(|figure| figure.place.is_none()));
}

#[test]
fn a_place_from_the_sentence_before() {
    let text = "A bomb exploded in Mogadishu on Monday. At least 12 people were killed.";
    let analysis = read(text);
    let place = analysis.figures[0].place.as_ref().expect("a place from context");
    assert_eq!((place.span.of(text), place.origin), ("Mogadishu", Origin::Context));
    let time = analysis.figures[0].time.as_ref().expect("a day from context");
    assert_eq!((time.span.of(text), time.origin), ("Monday", Origin::Context));
}

#[test]
fn a_figure_told_twice_and_a_part_of_it() {
    let text = "A bomb killed 12 people in Mogadishu.\nThe blast killed 12 people near a market. Among them were three children who were killed at home.";
    let analysis = read(text);
    assert_eq!(analysis.figures[1].same_as, Some(0));
    let part = analysis.figures.iter().find(|figure| figure.best == Some(3)).expect("the children");
    assert_eq!(part.scope, Scope::Part);
    assert!(part.part_of.is_some());
}

#[test]
fn sources_that_differ_are_in_conflict() {
    let text =
        "Police said 12 people were killed in Mogadishu on Monday. Hospital officials said 20 people were killed in Mogadishu on Monday.";
    let analysis = read(text);
    assert_eq!(analysis.figures[0].conflicts_with, [1]);
    assert_eq!(analysis.figures[1].conflicts_with, [0]);
}

#[test]
fn different_effects_and_places_are_no_conflict() {
    let text = "Police said 12 people were killed in Mogadishu on Monday. Officials said 20 people were injured. Residents said 30 people were killed in Lagos.";
    let analysis = read(text);
    assert!(analysis.figures.iter().all(|figure| figure.conflicts_with.is_empty() && figure.same_as.is_none()));
}

#[test]
fn figures_of_another_time_are_background() {
    let text = "A bomb killed 12 people in Mogadishu on Monday.\nIn 2011, an attack killed 70 people there.";
    let analysis = read(text);
    assert_eq!(analysis.figures.iter().map(|figure| figure.background).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn other_languages_and_empty_texts_are_not_tagged() {
    assert_eq!(read("  \n ").reading, Reading::Empty);
    let german = "Die Regierung hat am Montag erklärt, dass die Truppen nicht in das Land zurückkehren werden und dass der Abzug mit den Partnern abgestimmt ist. ".repeat(3);
    let analysis = read(&german);
    assert_eq!(analysis.reading, Reading::OtherLanguage(Some("de".to_owned())));
    assert!(analysis.entities.is_empty());
}
