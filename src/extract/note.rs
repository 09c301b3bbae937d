//! Raised text: a footnote mark must never become a digit of a figure.

/// Words before a raised 2 or 3 that make it a unit of area or volume.
const UNITS: &[&str] = &["cm", "dm", "feet", "foot", "ft", "in", "inches", "km", "kms", "m", "mi", "miles", "mm", "yd"];

/// Whether raised `mark` is a footnote mark, given the text right before it.
///
/// `m²` and `5th` written with a raised ending are none; a raised number behind a number is taken for one, as an
/// exponent is rare in news and the sum of both is a wrong figure.
pub fn is_note(mark: &str, before: &str) -> bool {
    let mark = mark.trim();
    let bare = mark.trim_matches(|c: char| matches!(c, '[' | ']' | '(' | ')' | ',' | '.' | ' '));
    if bare.is_empty() {
        return true;
    }
    let digits = bare.chars().all(|c| c.is_numeric() || matches!(c, ',' | '–' | '-' | ' '));
    if digits {
        let unit = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        return mark != bare || !(matches!(bare, "2" | "3") && UNITS.binary_search(&unit).is_ok());
    }
    if !bare.chars().any(char::is_alphabetic) {
        return true;
    }
    // `[a]`, `[citation needed]`, `™`-like letters; an ordinal ending follows its digits.
    if mark.starts_with(['[', '(']) {
        return true;
    }
    bare.chars().count() == 1 && !before.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(UNITS.is_sorted());
    }

    #[test]
    fn footnote_marks() {
        for (mark, before) in [
            ("3", "killed 25"),
            ("[3]", "people"),
            ("1,2", "army."),
            ("*", "the toll"),
            ("†", "dead"),
            ("a", "army"),
            ("[citation needed]", "said"),
            ("[2]", "10 km"),
        ] {
            assert!(is_note(mark, before), "{mark}");
        }
    }

    #[test]
    fn parts_of_words() {
        for (mark, before) in [("th", "the 5"), ("nd", "2"), ("2", "300 m"), ("3", "a km"), ("er", "le 1"), ("e", "le 2")] {
            assert!(!is_note(mark, before), "{mark}");
        }
    }
}
