//! Numbers and quantities: one row a wording.

use super::*;
use crate::fact::Quantity;
use crate::text::Article;
use proptest::prelude::*;

fn numbers(text: &str) -> (Reading, Vec<Number>) {
    let reading = Reading::new(Article::from_text(text));
    let mut numbers = Vec::new();
    for sentence in reading.sentences() {
        tag(&reading, sentence, &mut numbers);
    }
    (reading, numbers)
}

fn bound(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{}", (value * 1000.0).round() / 1000.0))
}

/// All numbers of a text: `words=low..high`, a fraction with `/` and per cent with `%` at the end.
fn notation(text: &str) -> String {
    let (reading, numbers) = numbers(text);
    let rows: Vec<String> = numbers
        .iter()
        .map(|number| {
            let form = match number.form {
                NumberForm::Cardinal => "",
                NumberForm::Ordinal => "th",
                NumberForm::Fraction => "/",
                NumberForm::Percent => "%",
            };
            format!("{}={}..{}{form}", reading.document().words(number.span), bound(number.low), bound(number.high))
        })
        .collect();
    rows.join(" | ")
}

#[test]
fn digits() {
    for (text, expected) in [
        ("A crowd of 1,200 people", "1,200=1200..1200"),
        ("It cost 1,00,000 rupees", "1,00,000=100000..100000"),
        ("It grew by 1.200 units", "1.200=1200..1200"),
        ("a ratio of 1.25 was found", "1.25=1.25..1.25"),
        ("1.200.000 people came", "1.200.000=1200000..1200000"),
        ("about 1\u{202F}200 came", "about 1\u{202F}200=1200..1200"),
        ("some 12 000 people came", "some 12 000=12000..12000"),
        ("On May 5 200 people came", "5=5..5 | 200=200..200"),
        ("1.2m people left", "1.2m=1200000..1200000"),
        ("a wall 2m high", "2=2..2"),
        ("$3.5bn was spent", "3.5bn=3500000000..3500000000"),
        ("3.5 million voters", "3.5 million=3500000..3500000"),
        ("2 lakh people and 3 crore rupees", "2 lakh=200000..200000 | 3 crore=30000000..30000000"),
        ("for 2 1/2 years", "2 1/2=2.5..2.5"),
        ("the 21st attack", "21st=21..21th"),
        ("a .500 record, and 3 of them.", ".500=0.5..0.5 | 3=3..3"),
        ("a 24pc cut", "24pc=24..24%"),
        ("a 24 pc", "24=24..24"),
        ("2.7m loyal young readers", "2.7m=2700000..2700000"),
        ("2.5m high walls, a 100m sprint for boys", "2.5=2.5..2.5 | 100=100..100"),
        ("2.7m combined digital and printed copies", "2.7m=2700000..2700000"),
        ("4.3M of them", "4.3M=4300000..4300000"),
        ("USD10m was paid", "10m=10000000..10000000"),
        ("grew in 2018 to 3.9 million cars", "2018=2018..2018 | 3.9 million=3900000..3900000"),
        ("from 2000 to 2500 cars", "2000=2000..2000 | 2500=2500..2500"),
        ("80% of them, 12 per cent of us", "80%=80..80% | 12 per cent=12..12%"),
    ] {
        assert_eq!(notation(text), expected, "{text}");
    }
}

#[test]
fn words() {
    for (text, expected) in [
        ("twenty-three people", "twenty-three=23..23"),
        ("one hundred and five pilgrims", "one hundred and five=105..105"),
        ("two hundred thousand voters", "two hundred thousand=200000..200000"),
        ("a hundred or so", "a hundred or so=100..100"),
        ("two dozen men", "two dozen=24..24"),
        ("a dozen men", "a dozen=12..12"),
        ("half a dozen men", "half a dozen=6..6"),
        ("half a million people", "half a million=500000..500000"),
        ("At least a quarter of a million dead", "At least a quarter of a million=250000..-"),
        ("three quarters of a million", "three quarters of a million=750000..750000"),
        ("one and a half million", "one and a half million=1500000..1500000"),
        ("a million and a half", "a million and a half=1500000..1500000"),
        ("no one came and one left", "one=1..1"),
        ("five hundred sixty-two houses", "five hundred sixty-two=562..562"),
        ("the third blast", "third=3..3th"),
        ("the forty-second attack", "forty=40..40 | second=2..2th"),
    ] {
        assert_eq!(notation(text), expected, "{text}");
    }
}

#[test]
fn vague_words_have_the_bounds_of_the_table() {
    for (text, expected) in [
        ("dozens fell", "dozens=24..99"),
        ("scores of people", "scores=40..99"),
        ("several people", "several=3..9"),
        ("a few people", "a few=3..9"),
        ("few people came", ""),
        ("a couple of people", "a couple=2..2"),
        ("the couple left", ""),
        ("a handful of people", "a handful=3..9"),
        ("a couple of hundred", "a couple of hundred=200..200"),
        ("several hundred people", "several hundred=300..900"),
        ("a few thousand people", "a few thousand=3000..9000"),
        ("at least several hundred people", "at least several hundred=300..-"),
        ("hundreds of people", "hundreds=200..999"),
        ("tens of thousands of people", "tens of thousands=20000..99999"),
        ("hundreds of thousands of people", "hundreds of thousands=200000..999999"),
        ("millions of people", "millions=2000000..9999999"),
        ("many people, numerous people, a number of people", ""),
    ] {
        assert_eq!(notation(text), expected, "{text}");
    }
}

#[test]
fn qualifiers() {
    for (text, expected) in [
        ("at least 12 men", "at least 12=12..-"),
        ("more than two dozen", "more than two dozen=24..-"),
        ("upwards of 300", "upwards of 300=300..-"),
        ("no fewer than 40", "no fewer than 40=40..-"),
        ("no more than 40", "no more than 40=-..40"),
        ("fewer than ten", "fewer than ten=-..10"),
        ("as many as 90", "as many as 90=-..90"),
        ("up to 90", "up to 90=-..90"),
        ("under 90", "under 90=-..90"),
        ("over 90", "over 90=90..-"),
        ("an estimated 700", "an estimated 700=700..700"),
        ("some 700", "some 700=700..700"),
        ("about a third of them", "about a third=0.333..0.333/"),
        ("200 or more", "200 or more=200..-"),
        ("200-plus", "200-plus=200..-"),
        ("60 or so", "60 or so=60..60"),
        ("at least another 50 people", "at least another 50=50..-"),
        ("a total of 11 people", "11=11..11"),
        ("at least about 200", "at least about 200=200..-"),
        ("~25 men", "~25=25..25"),
        ("<5 men", "<5=-..5"),
        ("just short of 40 men", "short of 40=-..40"),
        ("as low as 40 men", "as low as 40=40..-"),
    ] {
        assert_eq!(notation(text), expected, "{text}");
    }
}

#[test]
fn ranges() {
    for (text, expected) in [
        ("20 to 30 people", "20 to 30=20..30"),
        ("between 20 and 30 people", "between 20 and 30=20..30"),
        ("20-30 people", "20-30=20..30"),
        ("four or five people", "four or five=4..5"),
        ("2 to 3 million people", "2 to 3 million=2000000..3000000"),
        ("rose from 20 to 30", "20=20..20 | 30=30..30"),
        ("in 2015-16 it rained", "2015=2015..2015 | 16=16..16"),
        ("five killed and six hurt", "five=5..5 | six=6..6"),
        ("half of the crew, two thirds of them", "half=0.5..0.5/ | two thirds=0.667..0.667/"),
    ] {
        assert_eq!(notation(text), expected, "{text}");
    }
}

fn around(numbers: &[Number]) -> Around<'_> {
    Around { numbers, times: &[], names: &[], figures: &[], beside: &[] }
}

fn measured(text: &str) -> String {
    let (reading, numbers) = numbers(text);
    let mut found: Vec<Quantity> = Vec::new();
    for sentence in reading.sentences() {
        quantities(&reading, sentence, &around(&numbers), &mut found);
    }
    let rows: Vec<String> =
        found.iter().map(|row| format!("{}:{:?}:{}:{}", reading.document().words(row.span), row.kind, row.value, row.unit)).collect();
    rows.join(" | ")
}

#[test]
fn quantities_with_units() {
    for (text, expected) in [
        ("It cost $3.5 million.", "$3.5 million:Money:3500000:USD"),
        ("They paid US$40 and €12.", "US$40:Money:40:USD | €12:Money:12:EUR"),
        ("It lies 12 km from the sea.", "12 km:Length:12:km"),
        ("An area of 30 square miles burned.", "30 square miles:Area:30:sq mi"),
        ("Winds of 90 miles per hour blew.", "90 miles per hour:Speed:90:mi/h"),
        ("About 40 tanks rolled in.", "About 40 tanks:Weapons:40:tanks"),
        ("More than 2,000 houses fell.", "More than 2,000 houses:Things:2000:houses"),
        ("Support fell to 12 per cent.", "12 per cent:Percent:12:%"),
    ] {
        assert_eq!(measured(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_ordered_bounds_and_no_panic(
        text in "(\\PC{0,3}|[0-9]{1,30}|[.,/ %-]|a |half |million |of |and |or |to |between |at least |tens |thousands |few |third |two |from |minus |[$€~+(°]|km |USD|m |per |fell |up |years |old |houses |one |Ada ){0,40}"
    ) {
        let (reading, numbers) = numbers(&text);
        let mut end = 0;
        for number in &numbers {
            prop_assert!(number.tokens.first >= end && !number.tokens.is_empty());
            prop_assert!(number.tokens.first <= number.core.first && number.core.end <= number.tokens.end);
            end = number.tokens.end;
            if let (Some(low), Some(high)) = (number.low, number.high) {
                prop_assert!(low <= high);
            }
            prop_assert!(number.value.is_finite());
        }
        let mut found = Vec::new();
        for sentence in reading.sentences() {
            quantities(&reading, sentence, &around(&numbers), &mut found);
        }
        for quantity in found {
            prop_assert!(quantity.value.is_finite() && !quantity.span.is_empty());
            if let (Some(low), Some(high)) = (quantity.low, quantity.high) {
                prop_assert!(low <= high, "{text}");
            }
        }
    }
}
