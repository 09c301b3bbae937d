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
    assert_eq!(told("The minister called the plan “a grave mistake” on Sunday."), ["Partial | a grave mistake | The minister"]);
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
