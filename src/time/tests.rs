//! Sentences for each phenomenon, right and wrong, with a reference date.

use jiff::civil::Date;
use proptest::prelude::*;

use super::*;
use crate::fact::{TimeAnchor, TimeExpression, TimeKind};
use crate::text::Article;

fn resolve(reading: &Reading, anchor: &Anchor, candidates: &[Candidate]) -> Vec<TimeExpression> {
    let (mut resolution, mut resolved) = (Resolution::begin(anchor, candidates), Vec::new());
    while resolution.advance(reading, candidates, &mut resolved) {}
    resolved
}

/// The candidates of a text and the day it speaks from.
fn tagged(reading: &Reading) -> (Vec<Candidate>, Anchor) {
    let (mut candidates, mut layout) = (Vec::new(), Layout::default());
    for (index, sentence) in reading.sentences().iter().enumerate() {
        tag(reading, index, &mut candidates);
        layout.read(reading, sentence);
    }
    let anchor = anchor(reading, &layout, &candidates);
    (candidates, anchor)
}

fn read(text: &str, published: Option<&str>) -> (Reading, Anchor, Vec<TimeExpression>) {
    let article = Article::from_text(text).published_on(published.map(|date| date.parse().unwrap()));
    let reading = Reading::new(article);
    let (candidates, anchor) = tagged(&reading);
    let times = resolve(&reading, &anchor, &candidates);
    (reading, anchor, times)
}

/// The expressions of a text published on Tuesday, 15 March 2016, as `words = value`.
fn times(text: &str) -> Vec<String> {
    told(text, Some("2016-03-15"))
}

fn told(text: &str, published: Option<&str>) -> Vec<String> {
    let (reading, _, times) = read(text, published);
    times.iter().map(|time| format!("{} = {}", reading.document().words(time.span), time.value)).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(times(text), *expected, "{text}");
    }
}

#[test]
fn dates_in_words_and_digits() {
    check(&[
        ("The treaty was signed on March 10, 2016.", &["March 10, 2016 = 2016-03-10"]),
        ("It opened on 10 March 2016.", &["10 March 2016 = 2016-03-10"]),
        ("It opened on the 5th of May, 1999.", &["the 5th of May, 1999 = 1999-05-05"]),
        ("The bridge fell on Feb. 27.", &["Feb. 27 = 2016-02-27"]),
        ("Filed 2016-03-10.", &["2016-03-10 = 2016-03-10"]),
        ("Filed 2016-03-10T11:29:42Z by hand.", &["2016-03-10T11:29:42Z = 2016-03-10T11:29:42Z"]),
        ("Filed 3/10/2016.", &["3/10/2016 = 2016-03-10"]),
        ("Filed 25/03/2016.", &["25/03/2016 = 2016-03-25"]),
        ("Filed 10.03.2016.", &["10.03.2016 = 2016-03-10"]),
        ("It ended in September 1945.", &["September 1945 = 1945-09"]),
        ("It began in nineteen ninety-seven.", &["nineteen ninety-seven = 1997"]),
        ("The law of 1998 still holds.", &["1998 = 1998"]),
        ("Prices rose in the late 1990s.", &["the late 1990s = 199"]),
        ("They built it in the 19th century.", &["the 19th century = 18"]),
        ("The city was burned in 490 BC.", &["490 BC = BC0490"]),
        ("Sales fell in the third quarter of 2015.", &["the third quarter of 2015 = 2015-Q3"]),
        ("They met in the summer of 2014.", &["the summer of 2014 = 2014-SU"]),
        ("They married on Christmas Eve 2012.", &["Christmas Eve 2012 = 2012-12-24"]),
    ]);
}

#[test]
fn days_and_months_without_a_year_follow_the_tense() {
    check(&[
        ("The minister resigned on Monday.", &["Monday = 2016-03-14"]),
        ("The minister will resign on Monday.", &["Monday = 2016-03-21"]),
        ("The council met last Friday.", &["last Friday = 2016-03-11"]),
        ("The strike enters its tenth week next Thursday.", &["tenth week = P1W", "next Thursday = 2016-03-17"]),
        ("A vote was held in December.", &["December = 2015-12"]),
        ("A vote will take place in December.", &["December = 2016-12"]),
        ("The fair opened in October last year.", &["October last year = 2015-10"]),
        ("The bridge should be finished in October.", &["October = 2016-10"]),
        ("The parcel may have been lost in October.", &["October = 2015-10"]),
        ("It follows cuts announced in January, and jobs should go.", &["January = 2016-01"]),
        ("The loom was stopped under plans drawn up and published in June.", &["June = 2015-06"]),
    ]);
}

#[test]
fn the_whole_year_is_that_of_the_quarter_spoken_of() {
    check(&[
        (
            "Sales fell in the fourth quarter of 2013 and rose for the entire year.",
            &["the fourth quarter of 2013 = 2013-Q4", "the entire year = 2013"],
        ),
        ("The mill lost money in 2011, and more the year previous.", &["2011 = 2011", "the year previous = 2010"]),
        ("Shares fell in February. In morning trading they rose.", &["February = 2016-02", "morning = 2016-03-15TMO"]),
    ]);
}

#[test]
fn words_that_point() {
    check(&[
        ("He arrived yesterday and leaves tomorrow.", &["yesterday = 2016-03-14", "tomorrow = 2016-03-16"]),
        ("She spoke last night.", &["last night = 2016-03-14TNI"]),
        ("The village was cut off two weeks ago.", &["two weeks ago = 2016-W09"]),
        ("It happened three days ago.", &["three days ago = 2016-03-12"]),
        ("The port closed last year.", &["last year = 2015"]),
        ("Exports fell this month.", &["this month = 2016-03"]),
        ("They fought on 3 May 1990. Two days later they made peace.", &["3 May 1990 = 1990-05-03", "Two days later = 1990-05-05"]),
        (
            "The mayor flew in on Sunday. Earlier in the day, he had given a speech.",
            &["Sunday = 2016-03-13", "Earlier in the day = 2016-03-13"],
        ),
        ("The road is closed now.", &["now = PRESENT_REF"]),
    ]);
}

#[test]
fn lists_of_days_share_their_month() {
    check(&[
        ("Votes were held on March 6, 8 and 10.", &["March 6 = 2016-03-06", "8 = 2016-03-08", "10 = 2016-03-10"]),
        ("Polls ran on 5 and 6 February 2016.", &["5 = 2016-02-05", "6 February 2016 = 2016-02-06"]),
        ("The fair runs May 10-12.", &["May 10 = 2016-05-10", "12 = 2016-05-12"]),
    ]);
}

#[test]
fn a_year_earlier_is_the_same_quarter_beside_a_quarter() {
    check(&[(
        "In the third quarter of 2015 the firm lost money. A year earlier it had made some. The quarter was hard.",
        &["the third quarter of 2015 = 2015-Q3", "A year earlier = 2014-Q3", "The quarter = 2015-Q3"],
    )]);
}

#[test]
fn a_range_shares_the_year_of_its_end() {
    check(&[
        ("The siege lasted from May to July 1944.", &["May = 1944-05", "July 1944 = 1944-07"]),
        ("It held from 3 May until 7 July 1944.", &["3 May = 1944-05-03", "7 July 1944 = 1944-07-07"]),
        ("They fought between November and March 1944.", &["November = 1943-11", "March 1944 = 1944-03"]),
        ("The war of 1939–45 ended.", &["1939 = 1939", "45 = 1945"]),
        ("It raged from 1914-18.", &["1914 = 1914", "18 = 1918"]),
        ("It shut in May, and in July 1944 the army came.", &["May = 2015-05", "July 1944 = 1944-07"]),
    ]);
}

#[test]
fn accounting_periods() {
    check(&[
        ("Sales fell in the year ended June 30.", &["the year = P1Y", "June 30 = 2015-06-30"]),
        ("It made a loss in the fiscal year ended Jan. 31.", &["the fiscal year = P1Y", "Jan. 31 = 2016-01-31"]),
        ("Net income rose in the quarter ended Sept. 30.", &["the quarter = 2015-Q3", "Sept. 30 = 2015-09-30"]),
        ("Costs grew in Q4 2015 and in the fiscal year 2014.", &["Q4 2015 = 2015-Q4", "the fiscal year 2014 = 2014"]),
        ("Sales fell in the last half of 2015.", &["the last half of 2015 = 2015-H2"]),
    ]);
}

#[test]
fn a_weekday_that_names_an_event_is_the_nearest() {
    check(&[
        // Published on a Tuesday.
        ("The unions say they hope to overturn Saturday's ruling.", &["Saturday = 2016-03-12"]),
        ("The ministers will talk about the Monday meeting.", &["Monday = 2016-03-14"]),
        ("The party plans to follow Thursday's vote closely.", &["Thursday = 2016-03-17"]),
        ("They will leave on Friday.", &["Friday = 2016-03-18"]),
    ]);
}

#[test]
fn days_by_their_number() {
    check(&[
        ("The paper wrote on Saturday, March 12: The vote is lost.", &["Saturday, March 12 = 2016-03-12"]),
        ("The report was filed on the 14th.", &["the 14th = 2016-03-14"]),
        ("They live on the 14th floor.", &[]),
        ("Prices fell again Friday, the fourth decline in a row.", &["Friday = 2016-03-11"]),
        ("He was born before the Sept. 11 attacks.", &["Sept. 11 = 2001-09-11"]),
    ]);
}

#[test]
fn a_narrative_goes_forward_from_its_last_date() {
    let text = "The siege began in June 1812. In September the town fell. The army left on 19 October. In January the survivors came home. \
                The next year they marched again.";
    let expected = ["June 1812 = 1812-06", "September = 1812-09", "19 October = 1812-10-19", "January = 1813-01", "The next year = 1814"];
    assert_eq!(told(text, None), expected);
}

#[test]
fn spoken_words_count_from_the_day_they_were_spoken() {
    let text = "The premier quit on Sunday after a row over the budget with his partners.\n“I will leave tomorrow,” he said.";
    assert_eq!(times(text), ["Sunday = 2016-03-13", "tomorrow = 2016-03-14"]);
    let text = "The premier quit.\n“I will leave tomorrow,” he told reporters on Saturday.";
    assert_eq!(times(text), ["tomorrow = 2016-03-13", "Saturday = 2016-03-12"]);
}

/// The day of speech that is inferred for a text without a date, and the words it was inferred from.
fn inferred(text: &str) -> Option<(String, String)> {
    let (reading, anchor, _) = read(text, None);
    let words = match anchor.source? {
        crate::fact::AnchorSource::Inferred(span) => reading.document().words(span).to_owned(),
        crate::fact::AnchorSource::Published(_) => String::new(),
    };
    Some((anchor.date?.to_string(), words))
}

const NEWS: &str =
    "The harbour of the old town was closed to all ships on Wednesday after a storm tore two ferries from their moorings and sank them.";

#[test]
fn the_day_of_speech_is_inferred() {
    let day = |text: String| inferred(&text).map(|(day, _)| day);
    // A byline's date is the day; so is a dateline's.
    assert_eq!(day(format!("Storm shuts harbour\n\nMay 5, 2016\n\n{NEWS}")).as_deref(), Some("2016-05-05"));
    assert_eq!(day(format!("SPLIT, Croatia, May 5, 2016 (Agency) — {NEWS}")).as_deref(), Some("2016-05-05"));
    // A picture of Monday the 2nd: the Wednesday after it.
    let caption = "Fishing boats lie in the harbour of the old town before the storm, Croatia, May 2, 2016. Agency/Photo: A. Name";
    assert_eq!(inferred(&format!("{caption}\n\n{NEWS}")), Some(("2016-05-04".to_owned(), "May 2, 2016".to_owned())));
    // The day on which somebody printed the page is none, nor is the day alone.
    assert_eq!(day(format!("{NEWS}\n\nPrinted | Jan 3, 2020 10:15:00 PM |")), None);
    assert_eq!(day(format!("{NEWS}\n\nJan 3, 2020")), None);
    assert_eq!(
        day(format!("{caption}\n\n{NEWS}\n\nPrinted | Jan 3, 2020 10:15:00 PM |")).as_deref(),
        Some("2016-05-04"),
        "the footer changes nothing"
    );
}

#[test]
fn times_of_day() {
    check(&[
        ("The blast struck at 10:35 a.m. on Friday.", &["10:35 a.m. on Friday = 2016-03-11T10:35"]),
        ("Doors open at 5pm.", &["5pm = 2016-03-15T17:00"]),
        ("The quake hit at 18:00 UTC.", &["18:00 UTC = 2016-03-15T18:00Z"]),
        ("They left at noon.", &["noon = 2016-03-15T12:00"]),
        ("Police raided the house on Sunday night.", &["Sunday night = 2016-03-13TNI"]),
    ]);
}

#[test]
fn lengths_and_repetitions() {
    check(&[
        ("A 5-month campaign ended.", &["5-month = P5M"]),
        ("Elections must follow within 18 months.", &["18 months = P18M"]),
        ("It lasted six decades.", &["six decades = P60Y"]),
        ("They waited for two and a half hours.", &["two and a half hours = PT2.5H"]),
        ("They waited for years.", &["years = PXY"]),
        ("The bus runs every day.", &["every day = P1D"]),
        ("The market opens every Friday.", &["every Friday = XXXX-WXX-5"]),
        ("They meet twice a week.", &["a week = P1W"]),
        ("The court rules in three weeks' time.", &["three weeks' time = 2016-W14"]),
    ]);
    let (.., rate) = read("They meet twice a week.", Some("2016-03-15"));
    assert_eq!(rate[0].kind, TimeKind::Set, "not how long it takes");
}

#[test]
fn what_is_no_time() {
    for text in [
        "Protesters may march again.",
        "A second man was held.",
        "The march drew 2,016 people.",
        "The home side won 3-2.",
        "Call 555-0199 for help.",
        "The Sun rose over the hills.",
        "Theresa May spoke.",
        "The 20-year-old was released.",
        "They paid $2000 for it.",
        "They were charged under section 2011 of the law.",
        "The group called Black September claimed it.",
        "The paper 20 Minutes reported it.",
        "A recent study backs the current law.",
    ] {
        assert_eq!(times(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn without_a_date_relative_words_stay_open() {
    assert_eq!(told("The minister resigned on Tuesday.", None), ["Tuesday = XXXX-WXX-2"]);
    let (_, anchor, times) = read("He left yesterday.", None);
    assert_eq!((anchor.date, times[0].anchor), (None, TimeAnchor::None));
}

proptest! {
    #[test]
    fn any_text_is_read_and_intervals_are_ordered(text in "\\PC{0,300}", day in 0i32..40_000) {
        let published = calendar::add_days(Date::constant(1950, 1, 1), day);
        let article = Article::from_text(text).published_on(published);
        let reading = Reading::new(article);
        let (candidates, anchor) = tagged(&reading);
        check_all(&resolve(&reading, &anchor, &candidates));
    }

    #[test]
    fn any_string_of_time_words_is_read(words in prop::collection::vec(prop::sample::select(WORDS), 0..24), dated in any::<bool>()) {
        let (_, _, times) = read(&words.join(" "), dated.then_some("2016-03-15"));
        check_all(&times);
    }
}

/// Words that the grammar knows, to be strung together at random.
const WORDS: &[&str] = &[
    "the",
    "a",
    "last",
    "next",
    "this",
    "past",
    "first",
    "31",
    "30",
    "29",
    "2016",
    "9999",
    "0",
    "99999999",
    "February",
    "Feb.",
    "Sunday",
    "week",
    "months",
    "year",
    "century",
    "BC",
    "AD",
    "ago",
    "later",
    "earlier",
    "two",
    "million",
    "thousand",
    "hundred",
    "half",
    "and",
    "of",
    "in",
    "-",
    ",",
    ":",
    "/",
    "'",
    "98",
    "s",
    "p.m.",
    "morning",
    "quarter",
    "third",
    "decades",
    "every",
    "Christmas",
    "said",
    "will",
    "before",
    "yesterday",
    "12:61",
    "1.5",
    "24:00",
    "“",
    "”",
    ".",
];

/// The values of TIMEX3: a reference, a length, or a place on the calendar as far as it is known, with a time of day.
const VALUE: &str = r"(?x) ^ (
    (PAST | PRESENT | FUTURE)_REF
    | P (T? ([0-9]+(\.[0-9]+)? | X) (S | M | H | D | WE | W | FO | Q | Y | DE | CE | ML | L) )+
    | ( (BC)? [0-9X]{1,4}
        ( -[0-9X]{2} (-[0-9X]{2})? | -W[0-9X]{2} (-([1-7] | WE))? | -(Q[1-4X] | H[12X] | SP | SU | FA | WI) )? )
      ( T ([0-2][0-9] (:[0-5][0-9] (:[0-5][0-9])?)? (Z | [+-][0-9:]+)? | MO | MI | AF | EV | NI | DT | XX) )?
) $";

fn check_all(times: &[TimeExpression]) {
    static READS: std::sync::LazyLock<regex::Regex> = std::sync::LazyLock::new(|| regex::Regex::new(VALUE).expect("a pattern"));
    for pair in times.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start(), "in text order: {pair:?}");
    }
    for time in times {
        assert!(READS.is_match(&time.value), "{time:?}");
        if let Some(interval) = time.interval {
            assert!(interval.start <= interval.end, "{time:?}");
            assert!(time.precision.is_some());
        }
        if matches!(time.kind, TimeKind::Duration) {
            assert!(time.value.starts_with('P'), "{time:?}");
        }
    }
}
