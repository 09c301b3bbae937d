//! Quotes of short texts: form, words, speaker words.

use super::*;
use crate::text::{Article, Document};

fn quotes_of(text: &str) -> (Document, Vec<Quote>) {
    let reading = Reading::new(Article::from_text(text));
    let mut tagger = Tagger::default();
    let mut quotes = Vec::new();
    for sentence in 0..reading.sentences().len() {
        tagger.tag(&reading, sentence, &[], &mut quotes);
    }
    (Document::new(reading.into_article()), quotes)
}

/// `form | words | speaker` of each quote.
fn told(text: &str) -> Vec<String> {
    let (document, quotes) = quotes_of(text);
    quotes
        .iter()
        .map(|quote| {
            let speaker = quote.speaker_span.map_or("-", |span| document.words(span));
            format!("{:?} | {} | {speaker}", quote.form, document.words(quote.span))
        })
        .collect()
}

#[test]
fn attribution_behind() {
    assert_eq!(told("“The bridge is gone,” said Omar Haddad."), ["Direct | The bridge is gone, | Omar Haddad"]);
    assert_eq!(told("“The bridge is gone,” the mayor told reporters."), ["Direct | The bridge is gone, | the mayor"]);
    assert_eq!(told("“Where is the bridge?” he asked."), ["Direct | Where is the bridge? | he"]);
    assert_eq!(told("“The bridge is gone,” Omar Haddad, the mayor of Dair, said Monday."), ["Direct | The bridge is gone, | Omar Haddad"]);
}

#[test]
fn attribution_before() {
    assert_eq!(told("Omar Haddad said: “The bridge is gone.”"), ["Direct | The bridge is gone. | Omar Haddad"]);
    assert_eq!(told("The mayor, who fled on Friday, said, “The bridge is gone.”"), ["Direct | The bridge is gone. | The mayor"]);
    assert_eq!(told("State radio quoted Omar Haddad as saying, “The bridge is gone.”"), ["Direct | The bridge is gone. | Omar Haddad"]);
}

#[test]
fn the_block_before_announces() {
    assert_eq!(
        told("The general then said:\n“We shall not leave this town tonight.”"),
        ["Direct | We shall not leave this town tonight. | The general"]
    );
}

#[test]
fn the_line_below_a_quotation_signs_it() {
    let speaker = |text: &str| {
        let article = Article::from_text(text);
        let quotes = crate::analyze(&article).quotes;
        quotes.last().and_then(|quote| quote.speaker_span).map(|span| span.of(&article.text).to_owned())
    };
    let before = "“They came at noon,” said Omar Haddad of the town.";
    let quote = "“Nobody has slept in this street for a week now.”";
    assert_eq!(speaker(&format!("{before}\n\n{quote}\n\nMaria Lopez, mayor of Leeds")).as_deref(), Some("Maria Lopez"));
    assert_eq!(
        speaker(&format!("{before}\n\n{quote}\n\nMaria Lopez then left the room with both of her sons.")).as_deref(),
        Some("Omar Haddad")
    );
}

#[test]
fn an_interrupted_quotation_goes_on() {
    let (_, quotes) = quotes_of("“If they leave,” the general said, “we will follow them.”");
    assert_eq!(quotes.len(), 2);
    assert_eq!(quotes[1].continues, Some(0));
    assert_eq!(quotes[1].speaker_span, quotes[0].speaker_span);
    let (_, quotes) = quotes_of("“They left,” the general said. “We will follow them.”");
    assert_eq!(quotes.iter().map(|quote| quote.continues).collect::<Vec<_>>(), [None, Some(0)]);
}

#[test]
fn a_quotation_over_paragraphs() {
    let (_, quotes) = quotes_of("“They came at night, said the baker. So we ran.\n“We ran to the river and hid there,” Lina Saleh said.");
    assert_eq!(quotes.len(), 2);
    assert_eq!(quotes[1].continues, Some(0));
}

#[test]
fn partial_quotes_and_scare_quotes() {
    assert_eq!(
        told("The minister called the plan “a grave mistake” on Sunday."),
        ["Indirect | the plan “a grave mistake” | The minister", "Partial | a grave mistake | The minister"]
    );
    assert!(told("Trucks reached the “safe zones” near the border.").is_empty());
    assert!(told("The film “Harbour Lights” opened in March.").is_empty());
}

#[test]
fn reported_speech() {
    assert_eq!(told("Omar Haddad said that the bridge was gone."), ["Indirect | the bridge was gone | Omar Haddad"]);
    assert_eq!(told("The bridge was gone, Omar Haddad said on Monday."), ["Indirect | The bridge was gone | Omar Haddad"]);
    assert_eq!(told("According to the mayor, the bridge was gone."), ["Indirect | the bridge was gone | the mayor"]);
    assert_eq!(told("The bridge was gone, according to residents."), ["Indirect | The bridge was gone | residents"]);
    assert_eq!(
        told("She warned that the town was lost, adding that nobody would return."),
        ["Indirect | the town was lost | She", "Indirect | nobody would return | She"]
    );
}

#[test]
fn a_partial_quote_in_reported_speech_has_the_same_speaker() {
    assert_eq!(
        told("The general said Friday that any retreat would be “a disgrace” for the army."),
        ["Indirect | any retreat would be “a disgrace” for the army | The general", "Partial | a disgrace | The general"]
    );
}

/// Each text with all that is told of it.
fn check(cases: &[(&str, &[&str])]) {
    let faults: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, told(text), expected))
        .filter(|(_, found, expected)| found != *expected)
        .map(|(text, found, expected)| format!("{text}\n  expected {expected:#?}\n  found {found:#?}"))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_report_before_the_verb_and_a_speaker_behind_it() {
    check(&[
        ("The crew was rescued, said Bram Okoye, a spokesman.", &["Indirect | The crew was rescued | Bram Okoye"]),
        (
            "Two cases were found on May 3 in Lower Vale province, said Ines Roth, the minister.",
            &["Indirect | Two cases were found on May 3 in Lower Vale province | Ines Roth"],
        ),
        ("The road is closed, said one officer in the room.", &["Indirect | The road is closed | one officer"]),
        (
            "The road is closed, police in the northern town of Dair said on Friday.",
            &["Indirect | The road is closed | police in the northern town of Dair"],
        ),
        ("The road is closed, the council said in a statement.", &["Indirect | The road is closed | the council"]),
        (
            "Repairs cost 2 million, a recent study of the harbour shows.",
            &["Indirect | Repairs cost 2 million | a recent study of the harbour"],
        ),
        ("Omar Haddad, the mayor, said the bridge was gone.", &["Indirect | the bridge was gone | Omar Haddad"]),
    ]);
}

#[test]
fn a_report_on_both_sides_of_its_attribution() {
    check(&[
        (
            "The park, the mayor said, will stay closed until autumn.",
            &["Indirect | The park | the mayor", "Indirect | will stay closed until autumn | the mayor"],
        ),
        (
            "The plant, according to Omar Haddad, was never inspected.",
            &["Indirect | The plant | Omar Haddad", "Indirect | was never inspected | Omar Haddad"],
        ),
    ]);
    let (_, quotes) = quotes_of("The park, the mayor said, will stay closed until autumn.");
    assert_eq!(quotes[1].continues, Some(0));
}

#[test]
fn documents_speak() {
    check(&[
        ("The report says the dam was never inspected.", &["Indirect | the dam was never inspected | The report"]),
        ("The study found that wells had dried up.", &["Indirect | wells had dried up | The study"]),
        ("“We shall not pay,” the statement read.", &["Direct | We shall not pay, | the statement"]),
        ("“We shall not pay,” the letter reads.", &["Direct | We shall not pay, | the letter"]),
        ("A new poll shows Haddad leading in three districts.", &["Indirect | Haddad leading in three districts | A new poll"]),
        ("The group said in a statement that it had left the talks.", &["Indirect | it had left the talks | The group"]),
        ("The group said in a statement on Monday it had left the talks.", &["Indirect | it had left the talks | The group"]),
        ("She read the letter at the gate.", &[]),
        ("Divers found two boats near the pier.", &[]),
        ("The museum shows paintings of the old harbour.", &[]),
    ]);
}

#[test]
fn verbs_inside_names_and_nouns_say_nothing() {
    check(&[
        ("Rescuers flew Said Omar to a ship of the United States navy.", &[]),
        ("The Early Warning Centre that failed in March was closed.", &[]),
        ("Saudi Arabia and its ally, the United States, are members of the council.", &[]),
        ("The state media that we know are gone.", &[]),
    ]);
}

#[test]
fn the_whole_subject_and_nothing_else() {
    check(&[
        ("A new chapter begins for the women, who say that they never left.", &["Indirect | they never left | the women"]),
        ("The man whose sister was killed told reporters that he would stay.", &["Indirect | he would stay | The man"]),
        (
            "The farmers who were driven from the valley said the wells were poisoned.",
            &["Indirect | the wells were poisoned | The farmers"],
        ),
        (
            "Experts on river floods and coastal storms said the wall would break.",
            &["Indirect | the wall would break | Experts on river floods and coastal storms"],
        ),
        ("Omar Haddad, 52, of Dair, who lost his house, said the bridge was gone.", &["Indirect | the bridge was gone | Omar Haddad"]),
        ("On Friday, the mayor, who had fled, said the bridge was gone.", &["Indirect | the bridge was gone | the mayor"]),
        ("The mayor didn’t know the bridge was gone, she said.", &["Indirect | The mayor didn’t know the bridge was gone | she"]),
        ("“The bridge is gone,” Rep. Lena Moor (D-Wis.) said Friday.", &["Direct | The bridge is gone, | Rep. Lena Moor"]),
        ("“The bridge is gone,” Sen. Lena Moor, R-Ky., said Friday.", &["Direct | The bridge is gone, | Sen. Lena Moor"]),
        ("Lena Moor -- the head of the union -- said, “The bridge is gone.”", &["Direct | The bridge is gone. | Lena Moor"]),
        ("Said Moor: “The bridge is gone for good.”", &["Direct | The bridge is gone for good. | Moor"]),
        (
            "Bo Lind laid out a hard choice for both sides in the talks, saying: “You go or you stay.”",
            &["Direct | You go or you stay. | Bo Lind"],
        ),
        ("Bo Lind laid out a hard choice for both sides, saying that the talks would end.", &["Indirect | the talks would end | Bo Lind"]),
    ]);
}

#[test]
fn datelines_are_no_part_of_a_report() {
    check(&[
        ("DAIR (AP) — The bridge is gone, the mayor said.", &["Indirect | The bridge is gone | the mayor"]),
        ("DAIR, Vale (AP) - The bridge is gone, the mayor said.", &["Indirect | The bridge is gone | the mayor"]),
        ("Lower Dair (Reuters) — Two boats sank, according to the mayor.", &["Indirect | Two boats sank | the mayor"]),
    ]);
}

#[test]
fn marks_of_odd_shape() {
    check(&[
        ("The mayor left. ``We shall stay here,'' said Omar Haddad.", &["Direct | We shall stay here, | Omar Haddad"]),
        ("““We shall stay here,”” said Omar Haddad.", &["Direct | We shall stay here, | Omar Haddad"]),
        ("\"\"We shall stay here,\"\" said Omar Haddad.", &["Direct | We shall stay here, | Omar Haddad"]),
    ]);
}

#[test]
fn quoted_words_inside_a_report_are_those_of_its_speaker() {
    check(&[
        (
            "She said the town speaks about it because “the water is in front of you” daily.",
            &[
                "Indirect | the town speaks about it because “the water is in front of you” daily | She",
                "Partial | the water is in front of you | She",
            ],
        ),
        (
            "The general said the villagers hope for “a safe road” to the coast.",
            &["Indirect | the villagers hope for “a safe road” to the coast | The general", "Partial | a safe road | The general"],
        ),
        (
            "The minister called the vote on the dam “a grave mistake” for all.",
            &["Indirect | the vote on the dam “a grave mistake” for all | The minister", "Partial | a grave mistake | The minister"],
        ),
    ]);
}

#[test]
fn what_somebody_asks_for_promises_or_wants() {
    check(&[
        ("The mayor called for an end to the strike.", &["Indirect | an end to the strike | The mayor"]),
        ("The mayor called on both sides to return to the talks.", &["Indirect | both sides to return to the talks | The mayor"]),
        ("The mayor called the police at noon.", &[]),
        ("The union urged its members to stay home.", &["Indirect | its members to stay home | The union"]),
        ("The union agreed to return to work.", &["Indirect | to return to work | The union"]),
        ("The minister vowed to rebuild the bridge.", &["Indirect | to rebuild the bridge | The minister"]),
        ("The minister refused to meet the families.", &["Indirect | to meet the families | The minister"]),
        ("He wants to leave the coalition by May.", &["Indirect | to leave the coalition by May | He"]),
        ("Farmers hope that rain will come.", &["Indirect | rain will come | Farmers"]),
        ("Officials believe the ship left at dawn.", &["Indirect | the ship left at dawn | Officials"]),
        ("The families fear they will never know.", &["Indirect | they will never know | The families"]),
        ("Hundreds are feared dead and the rest want food.", &[]),
        ("The storm threatened to flood the port.", &[]),
        ("The roof is expected to hold.", &[]),
        ("He asked whether the road was open.", &["Indirect | whether the road was open | He"]),
        ("The general denied that the camp was shelled.", &["Indirect | the camp was shelled | The general"]),
        ("She did not say whether the road was open.", &[]),
    ]);
}

#[test]
fn objects_of_verbs_of_judgement() {
    check(&[
        ("The council condemned the shelling of the old market.", &["Indirect | the shelling of the old market | The council"]),
        ("The minister criticized the slow work of the rescue teams.", &["Indirect | the slow work of the rescue teams | The minister"]),
        ("The rebels attacked the villages near the river.", &[]),
        ("The blast claimed 12 lives in the market.", &[]),
        ("The army defended the villages near the river.", &[]),
        ("The plan was criticized at once.", &[]),
        ("The court rejected the appeal of the two brothers.", &[]),
    ]);
}

#[test]
fn where_a_report_ends() {
    check(&[
        (
            "He said the road was open, but he noted that the bridge was closed.",
            &["Indirect | the road was open | He", "Indirect | the bridge was closed | he"],
        ),
        (
            "He said the road was open — and she noted the bridge was closed.",
            &["Indirect | the road was open | He", "Indirect | the bridge was closed | she"],
        ),
        (
            "The road was open, he said, and nobody was stopped.",
            &["Indirect | The road was open | he", "Indirect | and nobody was stopped | he"],
        ),
        ("He noted that the dam, which is old, could change that.", &["Indirect | the dam, which is old, could change that | He"]),
        ("The committee said the new law could change that.", &["Indirect | the new law could change that | The committee"]),
    ]);
}

#[test]
fn the_name_before_a_colon() {
    check(&[
        ("Poll: Haddad ahead in three districts", &["Indirect | Haddad ahead in three districts | Poll"]),
        ("Police: Two men stole the ferry", &["Indirect | Two men stole the ferry | Police"]),
        ("Vale: Three killed in blast", &[]),
        ("Three things are left: water, bread and time.", &[]),
    ]);
}

#[test]
fn nouns_and_adjectives_report() {
    check(&[
        ("They laughed at the mayor’s claim that the dam was safe.", &["Indirect | the dam was safe | the mayor"]),
        ("They laughed at her earlier claim that the dam was safe.", &["Indirect | the dam was safe | her"]),
        ("Residents are afraid that the dam will break.", &["Indirect | the dam will break | Residents"]),
        ("The claim form that we filled in is gone.", &[]),
        ("It is certain that the dam will break.", &[]),
    ]);
}

#[test]
fn odd_subjects() {
    check(&[
        ("Those close to him say he will resign.", &["Indirect | he will resign | Those close to him"]),
        ("The family called for a free vote in May.", &["Indirect | a free vote in May | The family"]),
        ("The doctors sent a letter to the head, calling for his early dismissal.", &["Indirect | his early dismissal | The doctors"]),
        ("The colonel told the envoy, Bo Lind, that he would stay.", &["Indirect | he would stay | The colonel"]),
        ("Asked if Lind discussed the fate of the town, his aide said it was late.", &["Indirect | it was late | his aide"]),
        ("The envoy appeared to suggest that the talks were over.", &["Indirect | the talks were over | The envoy"]),
        ("The envoy refused to say that the talks were over.", &["Indirect | to say that the talks were over | The envoy"]),
    ]);
}

#[test]
fn speakers_of_whole_sentences() {
    check(&[
        (
            "“We are done,” Lind said, adding later, “We spent too much.”",
            &["Direct | We are done, | Lind", "Direct | We spent too much. | Lind"],
        ),
        ("“We are done,” Lind was quoted by the agency as saying.", &["Direct | We are done, | Lind"]),
        ("“It was over in a second,” said 40-year-old Ali Reza, who fled.", &["Direct | It was over in a second, | 40-year-old Ali Reza"]),
        ("“The outcome is open,” the port report stated.", &["Direct | The outcome is open, | the port report"]),
        ("Small groups stood at the gate while chanting, “Hands up, all of you.”", &["Direct | Hands up, all of you. | Small groups"]),
        ("The union said about 20 people were hurt.", &["Indirect | about 20 people were hurt | The union"]),
        ("The union said at least 20 people were hurt.", &["Indirect | at least 20 people were hurt | The union"]),
        ("Ana Lind, the mayor’s eldest daughter, noted the rule in a talk.", &["Indirect | the rule in a talk | Ana Lind"]),
        (
            "The mayor stressed her support of the raid that freed the hostages.",
            &["Indirect | her support of the raid that freed the hostages | The mayor"],
        ),
        ("The mayor warned the villagers on Monday that the dam would break.", &["Indirect | the dam would break | The mayor"]),
    ]);
}

#[test]
fn how_a_report_may_open() {
    check(&[
        ("At least nine boats sank, the coast guard said.", &["Indirect | At least nine boats sank | the coast guard"]),
        ("In the town, the mayor said.", &[]),
        ("On the coast, two boats sank, the mayor said.", &["Indirect | On the coast, two boats sank | the mayor"]),
        ("“We are tired,” she said, her voice breaking.", &["Direct | We are tired, | she"]),
        ("He called the vote a farce that nobody wanted.", &["Indirect | the vote a farce that nobody wanted | He"]),
        ("He called a taxi for the two men.", &[]),
        (
            "The new rule “is a heavy burden,” Lind said.",
            &["Indirect | The new rule “is a heavy burden,” | Lind", "Partial | is a heavy burden, | Lind"],
        ),
    ]);
}

#[test]
fn a_later_paragraph_names_the_speaker_of_those_before() {
    let speakers: Vec<String> =
        told("The bridge fell, officials said.\n“The bridge was old. Nobody looked after it.\n“Nobody came,” said Ana Lind.");
    assert_eq!(speakers[1..], ["Direct | The bridge was old. Nobody looked after it. | Ana Lind", "Direct | Nobody came, | Ana Lind"]);
}

mod any_text {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_read_without_panic(parts in prop::collection::vec(prop::sample::select(vec![
            "“", "”", "\"", "'", "‘", "’", "``", "''", "«", "»", "said", "told", "He", "Ann", "the", "mayor", "who", "that", "and",
            "according to", ",", ".", ":", ";", "?", "(", ")", "\n", " ", "as", "adding", "was", "called", "by", "—", "Monday", "5", "é",
        ]), 0..60), glue in prop::bool::ANY) {
            let text = parts.join(if glue { "" } else { " " });
            let (document, quotes) = quotes_of(&text);
            for (index, quote) in quotes.iter().enumerate() {
                prop_assert!(!document.words(quote.span).is_empty());
                prop_assert!(quote.continues.is_none_or(|earlier| earlier < index));
            }
        }
    }
}
