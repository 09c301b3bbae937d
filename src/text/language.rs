//! A quick check of the language that a text is written in.

/// The commonest small words of a language; enough to tell it from the others named here.
const SMALL_WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "that", "was", "is", "for", "with", "were", "by", "from", "have", "said", "a", "at", "on",
            "it", "he", "as", "an", "are", "has", "had", "been", "this", "their", "who", "after", "more", "people", "i", "you", "we",
            "not", "they",
        ],
    ),
    ("fr", &["le", "la", "les", "des", "et", "du", "une", "dans", "est", "pour", "que", "qui", "sur", "aux", "pas"]),
    ("de", &["der", "die", "und", "das", "den", "von", "mit", "ist", "im", "auf", "nicht", "ein", "eine", "dem", "sich"]),
    ("es", &["el", "los", "las", "y", "del", "que", "una", "por", "con", "para", "se", "su", "lo", "como", "pero"]),
    ("it", &["il", "di", "che", "della", "per", "una", "con", "non", "sono", "dei", "gli", "nel", "alla", "del", "le"]),
    ("pt", &["o", "os", "do", "da", "que", "uma", "em", "não", "com", "para", "dos", "por", "no", "na", "foi"]),
    ("nl", &["het", "een", "van", "en", "dat", "niet", "zijn", "voor", "met", "ook", "aan", "er", "door", "werd", "naar"]),
    ("sv", &["och", "att", "det", "som", "på", "är", "för", "med", "inte", "av", "har", "ett", "till", "den", "han"]),
    ("da", &["og", "at", "det", "som", "på", "er", "til", "med", "ikke", "af", "har", "et", "den", "han", "blev"]),
    ("pl", &["w", "i", "na", "z", "się", "nie", "do", "że", "jest", "od", "po", "oraz", "przez", "dla", "jak"]),
    ("tr", &["ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "daha", "olan", "sonra", "gibi", "kadar", "çok", "ne"]),
    ("id", &["yang", "dan", "di", "untuk", "dengan", "dari", "ini", "itu", "pada", "tidak", "dalam", "akan", "telah", "oleh", "juga"]),
];

/// Bytes looked at.
const SAMPLE: usize = 16_384;

/// Fewest words that say anything.
const FEWEST: usize = 20;

/// Where English stands in [`SMALL_WORDS`].
const ENGLISH: usize = 0;

/// Small words of another language that make a text foreign, at the least.
const LEAST_FOREIGN: usize = 4;

/// The language of `text` as a primary BCP 47 subtag, or none where the text is too short or no language stands out.
/// Scripts that one great language uses (Arabic, Cyrillic, Han …) are named by that language.
pub fn detect(text: &str) -> Option<&'static str> {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    if let Some(language) = by_script(sample) {
        return Some(language);
    }
    let mut counts = [0usize; SMALL_WORDS.len()];
    let mut words = 0;
    for word in sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        if word.len() <= 10 {
            let lower = word.to_lowercase();
            for (count, (_, small)) in counts.iter_mut().zip(SMALL_WORDS) {
                *count += usize::from(small.contains(&lower.as_str()));
            }
        }
    }
    let (best, &most) = counts.iter().enumerate().max_by_key(|&(index, &count)| (count, usize::MAX - index))?;
    let second = counts.iter().enumerate().filter(|&(index, _)| index != best).map(|(_, &count)| count).max().unwrap_or(0);
    // Small words of one language are words of others too ("at", "de", "on"): an English text with some of them stays English.
    let sure = best == ENGLISH || most >= LEAST_FOREIGN && counts[ENGLISH] * 2 <= most;
    (words >= FEWEST && most * 12 >= words && most > second && sure).then(|| SMALL_WORDS[best].0)
}

fn by_script(sample: &str) -> Option<&'static str> {
    let mut letters = 0usize;
    let mut scripts: [(&str, usize); 10] =
        [("ja", 0), ("ar", 0), ("he", 0), ("ru", 0), ("el", 0), ("hi", 0), ("bn", 0), ("th", 0), ("ko", 0), ("zh", 0)];
    for c in sample.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        let script = match c {
            '\u{3040}'..='\u{30FF}' => 0,
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' => 1,
            '\u{590}'..='\u{5FF}' => 2,
            '\u{400}'..='\u{52F}' => 3,
            '\u{370}'..='\u{3FF}' => 4,
            '\u{900}'..='\u{97F}' => 5,
            '\u{980}'..='\u{9FF}' => 6,
            '\u{E00}'..='\u{E7F}' => 7,
            '\u{AC00}'..='\u{D7AF}' => 8,
            '\u{3400}'..='\u{9FFF}' => 9,
            _ => continue,
        };
        scripts[script].1 += 1;
    }
    // Japanese mixes its own letters with Chinese ones.
    if scripts[0].1 * 10 > letters && scripts[0].1 > FEWEST {
        return Some("ja");
    }
    scripts.iter().find(|(_, count)| *count > FEWEST && count * 2 > letters).map(|(language, _)| *language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_languages() {
        for (language, text) in [
            ("en", "The police in the town said that two men were held and that a third was wanted for the theft of a car from the yard."),
            (
                "fr",
                "La police de la ville a dit que deux hommes ont été arrêtés et que les habitants sont dans la rue pour les voir sur la place.",
            ),
            (
                "de",
                "Die Polizei in der Stadt hat zwei Männer festgenommen und sucht nach dem dritten, der mit einem Auto auf der Straße von hier ist.",
            ),
            (
                "es",
                "La policía de la ciudad dijo que los dos hombres fueron detenidos y que se busca a un tercero por el robo de las joyas del museo.",
            ),
            ("ru", "Полиция города сообщила, что двое мужчин задержаны, а третьего ищут после кражи автомобиля."),
        ] {
            assert_eq!(detect(text), Some(language), "{text}");
        }
    }

    #[test]
    fn english_with_words_that_others_have_too() {
        for text in [
            "Rescue crews say two ferries collided at night at a crossing near Sandvik harbour Tuesday, drowning at least nine passengers.",
            "Los Angeles mayor El Ray met union chiefs from La Paz, San Juan, Las Vegas, El Paso and Los Alamos over pay talks on Monday.",
        ] {
            assert!(matches!(detect(text), None | Some("en")), "{text}");
        }
    }

    #[test]
    fn too_little_text_says_nothing() {
        assert_eq!(detect(""), None);
        assert_eq!(detect("Kabul"), None);
        assert_eq!(detect("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21"), None);
    }
}
