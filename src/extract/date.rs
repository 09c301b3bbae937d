//! Publication dates as pages write them: machine-readable stamps, visible lines, addresses.

use jiff::civil::Date;

use crate::text::day;

/// A day with the knowledge whether its page gave it in universal time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// The day as written.
    pub date: Date,
    /// Written with a time of day in universal time: the day where the page lives may be the one before or after.
    pub universal: bool,
}

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Words before a date that is not the publication's.
const CHANGED: &[&str] = &[
    "accessed",
    "changed",
    "edited",
    "expires",
    "last",
    "modified",
    "print",
    "printable",
    "printed",
    "revised",
    "update",
    "updated",
    "version",
];

/// Words that a line with nothing but a date may hold besides.
const AROUND: &[&str] = &[
    "am",
    "at",
    "date",
    "edited",
    "eastern",
    "edt",
    "est",
    "et",
    "first",
    "fri",
    "friday",
    "gmt",
    "h",
    "hours",
    "hrs",
    "ist",
    "last",
    "local",
    "modified",
    "mon",
    "monday",
    "on",
    "p",
    "pdt",
    "pm",
    "posted",
    "printable",
    "pst",
    "pt",
    "published",
    "publication",
    "released",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "time",
    "tue",
    "tues",
    "tuesday",
    "update",
    "updated",
    "utc",
    "version",
    "wed",
    "wednesday",
    "a",
    "m",
    "bst",
    "cet",
    "of",
];

fn day_of(year: i32, month: i32, of_month: i32) -> Option<Date> {
    (1800..=2100).contains(&year).then(|| day::day(year, u8::try_from(month).ok()?, u8::try_from(of_month).ok()?)).flatten()
}

/// Reads a stamp that begins with a date: `2016-03-14T10:00:00+05:30`, `2016/03/14`, `20160314`, seconds since 1970,
/// or a date in English words.
pub fn parse_stamp(text: &str) -> Option<Stamp> {
    let text = text.trim();
    let universal = text.contains(':')
        && (text.ends_with(['Z', 'z'])
            || text.ends_with("+00:00")
            || text.ends_with("+0000")
            || text.ends_with("GMT")
            || text.ends_with("UTC"));
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = |from: usize, to: usize| {
        text.get(from..to).filter(|part| part.bytes().all(|b| b.is_ascii_digit())).and_then(|part| part.parse::<i32>().ok())
    };
    let date = match digits {
        4 => {
            let mut parts = text[4..].split(['-', '/', '.']).skip(1);
            let month = leading_number(parts.next()?)?;
            let rest = leading_number(parts.next()?)?;
            text[4..].starts_with(['-', '/', '.']).then(|| day_of(number(0, 4)?, month, rest)).flatten()
        }
        8 => day_of(number(0, 4)?, number(4, 6)?, number(6, 8)?),
        14 => day_of(number(0, 4)?, number(4, 6)?, number(6, 8)?),
        10 | 13 if text.len() == digits => {
            let seconds = text[..10].parse::<i64>().ok()?;
            return Some(Stamp { date: day::of_unix_time(seconds)?, universal: true });
        }
        _ => None,
    };
    date.or_else(|| dates_in(text).first().map(|found| found.date)).map(|date| Stamp { date, universal })
}

fn leading_number(text: &str) -> Option<i32> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits).then(|| text[..digits].parse().ok()).flatten()
}

/// A date in a visible line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// The day.
    pub date: Date,
    /// The words before it say that it is the date of a change or a print-out.
    pub changed: bool,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Part<'t> {
    Number(i32, usize),
    Word(&'t str),
    Mark(char),
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if c.is_ascii_digit() {
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            parts.push(Part::Number(rest[..length].parse().unwrap_or(-1), length));
            length
        } else if c.is_alphabetic() {
            let length = rest.char_indices().find(|(_, c)| !c.is_alphabetic()).map_or(rest.len(), |(at, _)| at);
            parts.push(Part::Word(&rest[..length]));
            length
        } else {
            if !c.is_whitespace() {
                parts.push(Part::Mark(c));
            }
            c.len_utf8()
        };
        rest = &rest[length..];
    }
    parts
}

fn month(part: Option<&Part>) -> Option<i32> {
    let Some(Part::Word(word)) = part else { return None };
    let lower = word.to_lowercase();
    let at = MONTHS.iter().position(|month| *month == lower || lower.len() >= 3 && month.starts_with(&lower) && lower.len() <= 4)?;
    Some(at as i32 + 1)
}

fn number(part: Option<&Part>, digits: std::ops::RangeInclusive<usize>) -> Option<i32> {
    match part {
        Some(&Part::Number(value, length)) if digits.contains(&length) => Some(value),
        _ => None,
    }
}

/// All dates with day, month and year in a line, in order. Lines beyond 400 bytes are cut.
pub fn dates_in(text: &str) -> Vec<Found> {
    let mut end = text.len().min(400);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let parts = parts(&text[..end]);
    let mut found = Vec::new();
    let mut at = 0;
    let mut line_start = 0;
    while at < parts.len() {
        if let Some((date, next)) = date_at(&parts, at) {
            let before = &parts[line_start.max(at.saturating_sub(6))..at];
            let changed = before.iter().any(|part| matches!(part, Part::Word(word) if CHANGED.contains(&word.to_lowercase().as_str())));
            found.push(Found { date, changed });
            at = next;
            line_start = next;
        } else {
            at += 1;
        }
    }
    found
}

/// A date that begins at part `at`, and where it ends.
fn date_at(parts: &[Part], at: usize) -> Option<(Date, usize)> {
    let skip = |mut at: usize| {
        while matches!(
            parts.get(at),
            Some(Part::Mark(',' | '.' | '-' | '/')) | Some(Part::Word("of" | "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH"))
        ) {
            at += 1;
        }
        at
    };
    // March 14, 2016
    if let Some(name) = month(parts.get(at)) {
        let second = skip(at + 1);
        let mut third = skip(second + 1);
        if parts.get(third + 1) == Some(&Part::Mark(':')) {
            // Mar 13 21:30:09 EST 2015, as programs print it.
            third += 2;
            while matches!(parts.get(third), Some(Part::Mark(':') | Part::Number(_, 1..=2))) {
                third += 1;
            }
            third += usize::from(matches!(parts.get(third), Some(Part::Word(zone)) if zone.len() <= 5));
        }
        let date = day_of(number(parts.get(third), 4..=4)?, name, number(parts.get(second), 1..=2)?)?;
        return Some((date, third + 1));
    }
    let first = number(parts.get(at), 1..=4)?;
    let second = skip(at + 1);
    let third = skip(second + 1);
    if let Some(name) = month(parts.get(second)) {
        // 14 March 2016, 14-Mar-2016
        return Some((day_of(number(parts.get(third), 4..=4)?, name, first)?, third + 1));
    }
    let (Some(Part::Mark(mark)), Some(Part::Mark(again))) = (parts.get(at + 1), parts.get(at + 3)) else { return None };
    if mark != again || !matches!(mark, '/' | '.' | '-') {
        return None;
    }
    let (middle, last) = (number(parts.get(at + 2), 1..=2)?, number(parts.get(at + 4), 1..=4)?);
    let date = if number(parts.get(at), 4..=4).is_some() {
        day_of(first, middle, last)?
    } else {
        number(parts.get(at + 4), 4..=4)?;
        // With points the day comes first. With strokes either may: only what can be read one way is read.
        if *mark == '.' || first > 12 || first == middle {
            day_of(last, middle, first)?
        } else if middle > 12 {
            day_of(last, first, middle)?
        } else {
            return None;
        }
    };
    Some((date, at + 5))
}

/// Whether a line holds a date or a time of day and nothing else.
pub fn is_date_line(text: &str) -> bool {
    if text.len() > 120 || dates_in(text).is_empty() {
        return false;
    }
    parts(text).iter().all(|part| match part {
        Part::Word(word) => {
            let lower = word.to_lowercase();
            AROUND.contains(&lower.as_str()) || month(Some(part)).is_some() || matches!(lower.as_str(), "st" | "nd" | "rd" | "th")
        }
        Part::Number(..) | Part::Mark(_) => true,
    })
}

/// The date in a page's address: `/2016/03/14/`, `/2016/mar/14/`, `-20160314`.
pub fn in_address(address: &str) -> Option<Date> {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let path = path.get(path.find('/')?..)?;
    let path = path.get(..path.len().min(500)).unwrap_or(path).to_ascii_lowercase();
    let path = path.as_bytes();
    let starts = path.iter().enumerate().filter(|(_, b)| matches!(b, b'/' | b'_' | b'.' | b'-'));
    starts.filter_map(|(at, _)| path.get(at + 1..)).find_map(date_in_path)
}

/// The date with which a part of a path begins, with no further digit behind it.
fn date_in_path(path: &[u8]) -> Option<Date> {
    let (year, rest) = digits(path, 4)?;
    if !(1800..2100).contains(&year) {
        return None;
    }
    packed(rest).or_else(|| parted(rest)).and_then(|(month, of_month)| day_of(year, month, of_month))
}

/// Month and day with two digits each, and at most one mark before each.
fn packed(path: &[u8]) -> Option<(i32, i32)> {
    let (month, rest) = digits(unmarked(path), 2)?;
    let (of_month, rest) = digits(unmarked(rest), 2)?;
    (!rest.first().is_some_and(u8::is_ascii_digit)).then_some((month, of_month))
}

fn unmarked(path: &[u8]) -> &[u8] {
    if let [b'/' | b'_' | b'-', rest @ ..] = path { rest } else { path }
}

/// Month and day with one digit or two and a mark before each; the month also by its name.
fn parted(path: &[u8]) -> Option<(i32, i32)> {
    let mut parts = path.split(|b| matches!(b, b'/' | b'-'));
    let (Some([]), Some(month), Some(rest)) = (parts.next(), parts.next(), parts.next()) else { return None };
    let length = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let (of_month, _) = digits(rest, length).filter(|_| (1..=2).contains(&length))?;
    let month = if month.iter().all(u8::is_ascii_lowercase) {
        let name = month.get(..3)?;
        MONTHS.iter().position(|month| month.as_bytes().starts_with(name))? as i32 + 1
    } else {
        digits(month, month.len()).filter(|_| month.len() <= 2)?.0
    };
    Some((month, of_month))
}

/// The number that the first `count` bytes write, and what is behind them.
fn digits(text: &[u8], count: usize) -> Option<(i32, &[u8])> {
    let (number, rest) = text.split_at_checked(count)?;
    let value = std::str::from_utf8(number).ok().filter(|_| number.iter().all(u8::is_ascii_digit))?.parse().ok()?;
    Some((value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn stamps() {
        let read = |text: &str| parse_stamp(text).map(|stamp| (stamp.date, stamp.universal));
        assert_eq!(read("2016-03-14T23:30:00+05:30"), Some((date(2016, 3, 14), false)));
        assert_eq!(read(" 2016-03-14T23:30:00Z "), Some((date(2016, 3, 14), true)));
        assert_eq!(read("2016-3-4 06:01:07"), Some((date(2016, 3, 4), false)));
        assert_eq!(read("20160314"), Some((date(2016, 3, 14), false)));
        assert_eq!(read("20160314101112"), Some((date(2016, 3, 14), false)));
        assert_eq!(read("1457950000"), Some((date(2016, 3, 14), true)));
        assert_eq!(read("Mon Mar 14 21:30:09 EST 2016"), Some((date(2016, 3, 14), false)));
        assert_eq!(read("Mon, 14 Mar 2016 10:00:00 GMT"), Some((date(2016, 3, 14), true)));
        for bad in ["", "soon", "2016", "2016-13-14", "2016-02-30", "99999999", "é"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn visible_lines() {
        let read = |text: &str| dates_in(text).into_iter().map(|found| (found.date, found.changed)).collect::<Vec<_>>();
        assert_eq!(
            read("Published: March 14, 2016 10:00 IST | Updated: March 15th, 2016"),
            [(date(2016, 3, 14), false), (date(2016, 3, 15), true)]
        );
        assert_eq!(read("14 Sept. 2016"), [(date(2016, 9, 14), false)]);
        assert_eq!(read("Printable version | Mar 3, 2020 1:02:03 pm"), [(date(2020, 3, 3), true)]);
        assert_eq!(read("04.05.2015 um 16 Uhr"), [(date(2015, 5, 4), false)]);
        assert_eq!(read("03/14/2016"), [(date(2016, 3, 14), false)]);
        assert_eq!(read("03/04/2016"), [], "day and month cannot be told apart");
        assert_eq!(read("In May 2016 he won 12 of 2016 votes"), []);
    }

    #[test]
    fn date_lines() {
        assert!(is_date_line("Monday 14 March 2016 18.12 GMT"));
        assert!(!is_date_line("On 14 March 2016 the bridge fell"));
        assert!(!is_date_line("10:00"));
    }

    #[test]
    fn addresses() {
        assert_eq!(in_address("https://a.example/world/2016/03/14/story.html"), Some(date(2016, 3, 14)));
        assert_eq!(in_address("https://a.example/world/2016/mar/4/story"), Some(date(2016, 3, 4)));
        assert_eq!(in_address("https://a.example/2016-03-14-story"), Some(date(2016, 3, 14)));
        assert_eq!(in_address("https://a.example/a/story-20160314"), Some(date(2016, 3, 14)));
        assert_eq!(in_address("https://a.example/2016/3/4"), Some(date(2016, 3, 4)));
        assert_eq!(in_address("https://a.example/2016_03_14.html"), Some(date(2016, 3, 14)));
        assert_eq!(in_address("https://a.example/top-2016/2016/september/30/story"), Some(date(2016, 9, 30)));
        assert_eq!(in_address("https://a.example/2016/13/14/x"), None);
        assert_eq!(in_address("https://a.example/2016/the/14/x"), None);
        assert_eq!(in_address("https://a.example/2016/3/141"), None);
        assert_eq!(in_address("https://a.example/1799/03/14/x"), None);
        assert_eq!(in_address("https://a.example/story-2016031499"), None);
        assert_eq!(in_address("https://a.example/?d=2016/03/14"), None);
        assert_eq!(in_address("https://20160314.example/story"), None);
        assert_eq!(in_address("not an address"), None);
    }

    #[test]
    fn addresses_are_read_as_the_pattern_says() {
        let pattern = regex::Regex::new(
            r"[/_.-]((?:18|19|20)[0-9]{2})(?:[/_-]?([01][0-9])[/_-]?([0-3][0-9])|[/-]([01]?[0-9])[/-]([0-3]?[0-9])|[/-]([a-z]{3})[a-z]*[/-]([0-3]?[0-9]))(?:[^0-9]|$)",
        )
        .expect("a pattern");
        let by_pattern = |path: &str| {
            let found = pattern.captures(path)?;
            let number = |group: usize| found.get(group).and_then(|text| text.as_str().parse::<i32>().ok());
            let name = || MONTHS.iter().position(|month| month.starts_with(&found[6])).map(|at| at as i32 + 1);
            day_of(number(1)?, number(2).or_else(|| number(4)).or_else(name)?, number(3).or_else(|| number(5)).or_else(|| number(7))?)
        };
        let mut read = 0;
        for start in ["/", "/story-", "/a.", "/x"] {
            for year in ["2016", "1899", "1699", "201"] {
                for marks in ["", "/", "-", "_", "."] {
                    for (month, of_month) in [
                        ("03", "14"),
                        ("3", "4"),
                        ("12", "5"),
                        ("13", "1"),
                        ("2", "30"),
                        ("mar", "9"),
                        ("march", "10"),
                        ("ma", "1"),
                        ("the", "8"),
                    ] {
                        for end in ["", "/story", "5", "-x", "_1", "é"] {
                            let path = format!("{start}{year}{marks}{month}{marks}{of_month}{end}");
                            let expected = by_pattern(&path);
                            read += usize::from(expected.is_some());
                            assert_eq!(in_address(&path), expected, "{path}");
                        }
                    }
                }
            }
        }
        assert!(read > 100, "{read}");
    }
}
