//! Abbreviations whose period belongs to the word and does not, by itself, end a sentence.

/// Lower-case, sorted. Months are here too: `Jan. 5`.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "ave", "blvd", "brig", "bros", "capt", "cllr", "cmdr", "co", "col", "corp", "cpl", "cpt", "dec", "dept", "dr",
    "est", "etc", "feb", "fr", "ft", "gen", "gov", "hon", "inc", "insp", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "messrs", "mr",
    "mrs", "ms", "msgr", "mt", "nov", "oct", "op", "ph", "pres", "prof", "pte", "pvt", "rd", "rep", "reps", "rev", "rt", "sec", "sen",
    "sens", "sept", "sgt", "sr", "st", "ste", "supt", "vs",
];

/// Currency codes that are written close before an amount: `USD10m`, `Rs500`. Sorted.
const CURRENCIES: &[&str] = &[
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "EUR", "GBP", "HKD", "IDR", "ILS", "INR", "JPY", "KES", "KRW", "KSh", "MYR", "NGN", "NIS",
    "NOK", "NZD", "PHP", "PKR", "PLN", "RM", "RMB", "RUB", "Rp", "Rs", "SAR", "SEK", "SGD", "SR", "THB", "TWD", "UAH", "UGX", "USD", "VND",
    "ZAR",
];

/// Whether digits close behind `word` are an amount of money and no part of a name.
pub(super) fn is_currency(word: &str) -> bool {
    matches!(word.len(), 2 | 3) && CURRENCIES.binary_search(&word).is_ok()
}

/// Months and firms are abbreviations only when written with a capital: `co` alone is a prefix, `dec` a fragment.
pub(super) fn takes_period(word: &str) -> bool {
    word.len() <= 6 && word.is_ascii() && {
        let lower = word.to_ascii_lowercase();
        ABBREVIATIONS.binary_search(&lower.as_str()).is_ok() && (word != lower || matches!(word, "etc" | "vs" | "ft" | "est"))
    }
}

/// Abbreviations that stand before what they belong to, so that a capital behind them starts no sentence.
pub(super) fn leads_on(word: &str) -> bool {
    let stem = word.trim_end_matches('.').to_ascii_lowercase();
    ABBREVIATIONS.binary_search(&stem.as_str()).is_ok()
        && !matches!(stem.as_str(), "etc" | "inc" | "ltd" | "corp" | "co" | "jr" | "sr" | "bros" | "est" | "ave" | "blvd" | "rd")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
        assert!(CURRENCIES.is_sorted());
    }
}
