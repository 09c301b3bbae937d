//! TIMEX3 values of durations, sets and times of day.

use crate::lexicon::en::calendar::{DayPart, TimeUnit};
use crate::text::decimal;

use super::calendar::season_code;
use super::candidate::{Amount, Frequency, TimeOfDay};

/// `P5M`, `PT2H10M`, `PXY`.
pub(super) fn duration(amount: Amount, unit: TimeUnit, rest: Option<(Amount, TimeUnit)>) -> String {
    let (mut date, mut time) = (String::new(), String::new());
    for (amount, unit) in std::iter::once((amount, unit)).chain(rest) {
        let (factor, code, clock) = scale(unit, amount);
        let count = match amount {
            Amount::Exactly(value) => number(value * factor),
            Amount::Unknown => "X".to_owned(),
        };
        let part = if clock { &mut time } else { &mut date };
        part.push_str(&count);
        part.push_str(code);
    }
    if time.is_empty() { format!("P{date}") } else { format!("P{date}T{time}") }
}

fn scale(unit: TimeUnit, amount: Amount) -> (f64, &'static str, bool) {
    let counted = matches!(amount, Amount::Exactly(_));
    match unit {
        TimeUnit::Second => (1.0, "S", true),
        TimeUnit::Minute => (1.0, "M", true),
        TimeUnit::Hour => (1.0, "H", true),
        TimeUnit::Day => (1.0, "D", false),
        TimeUnit::Weekend => (1.0, "WE", false),
        TimeUnit::Week => (1.0, "W", false),
        TimeUnit::Fortnight => (2.0, "W", false),
        TimeUnit::Month => (1.0, "M", false),
        TimeUnit::Quarter => (1.0, "Q", false),
        TimeUnit::Year => (1.0, "Y", false),
        TimeUnit::Decade if counted => (10.0, "Y", false),
        TimeUnit::Century if counted => (100.0, "Y", false),
        TimeUnit::Millennium if counted => (1000.0, "Y", false),
        TimeUnit::Decade => (1.0, "DE", false),
        TimeUnit::Century => (1.0, "CE", false),
        TimeUnit::Millennium => (1.0, "ML", false),
    }
}

/// A count without a needless decimal point.
fn number(value: f64) -> String {
    decimal::written((value * 1000.0).round() / 1000.0)
}

/// `P1D`, `XXXX-WXX-5`, `XXXX-XX-XXTMO`.
pub(super) fn set(frequency: Frequency, clock: Option<TimeOfDay>) -> String {
    let day = match frequency {
        Frequency::Every(count, unit) => duration(Amount::Exactly(count), unit, None),
        Frequency::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
        Frequency::Month(month) => format!("XXXX-{month:02}"),
        Frequency::Season(season) => format!("XXXX-{}", season_code(season)),
        Frequency::Part(part) => format!("XXXX-XX-XXT{}", part_code(part)),
        Frequency::Weekend => "XXXX-WXX-WE".to_owned(),
    };
    match clock {
        Some(clock) => format!("{day}T{}", time_of_day(clock)),
        None => day,
    }
}

/// `11:29:42`, `05:00Z`, `MO`.
pub(super) fn time_of_day(time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Part(part) => part_code(part).to_owned(),
        TimeOfDay::Clock { hour, minute, second, utc } => {
            let mut value = format!("{hour:02}:{minute:02}");
            if let Some(second) = second {
                value.push_str(&format!(":{second:02}"));
            }
            if utc {
                value.push('Z');
            }
            value
        }
    }
}

fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
        DayPart::Daytime => "DT",
    }
}
