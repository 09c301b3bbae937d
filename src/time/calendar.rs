//! The civil calendar: periods, their first and last day, and their TIMEX3 values.

use jiff::civil::Date;

use crate::fact::{Interval, Precision};
use crate::lexicon::en::calendar::{Season, TimeUnit};
use crate::lexicon::en::holidays::Rule;
pub(super) use crate::text::day::{add_days, add_months, day as date, days_between};

/// How long a named stretch of the calendar is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Grain {
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Season(Season),
    Year,
    Decade,
    Century,
    Millennium,
}

/// A named stretch of the calendar: "March 2016", "the third quarter of 1998", "the 19th century".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Period {
    /// Its first day. Years before Christ are astronomical: 490 BC is -489.
    pub start: Date,
    /// How long it is.
    pub grain: Grain,
}

impl Period {
    pub fn day(date: Date) -> Self {
        Self { start: date, grain: Grain::Day }
    }

    pub fn month(year: i32, month: u8) -> Option<Self> {
        Some(Self { start: date(year, month, 1)?, grain: Grain::Month })
    }

    pub fn year(year: i32) -> Option<Self> {
        Some(Self { start: date(year, 1, 1)?, grain: Grain::Year })
    }

    pub fn quarter(year: i32, quarter: u8) -> Option<Self> {
        Some(Self { start: date(year, quarter.checked_sub(1)?.checked_mul(3)? + 1, 1)?, grain: Grain::Quarter })
    }

    pub fn half(year: i32, half: u8) -> Option<Self> {
        Some(Self { start: date(year, if half == 1 { 1 } else { 7 }, 1)?, grain: Grain::Half })
    }

    /// Meteorological seasons of the northern hemisphere; a winter belongs to the year that its value names, from December.
    pub fn season(year: i32, season: Season) -> Option<Self> {
        let month = match season {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        };
        Some(Self { start: date(year, month, 1)?, grain: Grain::Season(season) })
    }

    pub fn decade(first_year: i32) -> Option<Self> {
        Some(Self { start: date(first_year, 1, 1)?, grain: Grain::Decade })
    }

    /// The stretch of the unit that holds `day`.
    pub fn around(day: Date, unit: TimeUnit) -> Option<Self> {
        let year = i32::from(day.year());
        match unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => Some(Self::day(day)),
            TimeUnit::Weekend => Some(Self { start: add_days(monday_of(day)?, 5)?, grain: Grain::Weekend }),
            TimeUnit::Week | TimeUnit::Fortnight => Some(Self { start: monday_of(day)?, grain: Grain::Week }),
            TimeUnit::Month => Self::month(year, day.month() as u8),
            TimeUnit::Quarter => Self::quarter(year, quarter_of(day)),
            TimeUnit::Year => Self::year(year),
            TimeUnit::Decade => Self::decade(year.div_euclid(10) * 10),
            TimeUnit::Century => Some(Self { start: date(year.div_euclid(100) * 100, 1, 1)?, grain: Grain::Century }),
            TimeUnit::Millennium => Some(Self { start: date(year.div_euclid(1000) * 1000, 1, 1)?, grain: Grain::Millennium }),
        }
    }

    /// First and last day; the start alone where the calendar ends.
    pub fn interval(self) -> Interval {
        let year = i32::from(self.start.year());
        let last = match self.grain {
            Grain::Day => Some(self.start),
            Grain::Weekend => add_days(self.start, 1),
            Grain::Week => add_days(self.start, 6),
            Grain::Month => Some(self.start.last_of_month()),
            Grain::Quarter | Grain::Season(_) => add_months(self.start, 2).map(Date::last_of_month),
            Grain::Half => add_months(self.start, 5).map(Date::last_of_month),
            Grain::Year => Some(self.start.last_of_year()),
            Grain::Decade => date(year + 9, 12, 31),
            Grain::Century => date(year + 99, 12, 31),
            Grain::Millennium => date(year + 999, 12, 31),
        };
        Interval { start: self.start, end: last.unwrap_or(self.start).max(self.start) }
    }

    pub fn precision(self) -> Precision {
        match self.grain {
            Grain::Day => Precision::Day,
            Grain::Weekend | Grain::Week => Precision::Week,
            Grain::Month => Precision::Month,
            Grain::Quarter | Grain::Season(_) | Grain::Half => Precision::Quarter,
            Grain::Year => Precision::Year,
            Grain::Decade => Precision::Decade,
            Grain::Century | Grain::Millennium => Precision::Century,
        }
    }

    /// The TIMEX3 value.
    pub fn value(self) -> String {
        let year = i32::from(self.start.year());
        if year < 1 {
            return self.value_before_christ(1 - year);
        }
        match self.grain {
            Grain::Day => format!("{year:04}-{:02}-{:02}", self.start.month(), self.start.day()),
            Grain::Weekend | Grain::Week => {
                let week = self.start.iso_week_date();
                let tail = if self.grain == Grain::Weekend { "-WE" } else { "" };
                format!("{:04}-W{:02}{tail}", week.year(), week.week())
            }
            Grain::Month => format!("{year:04}-{:02}", self.start.month()),
            Grain::Quarter => format!("{year:04}-Q{}", quarter_of(self.start)),
            Grain::Half => format!("{year:04}-H{}", if self.start.month() < 7 { 1 } else { 2 }),
            Grain::Season(season) => format!("{year:04}-{}", season_code(season)),
            Grain::Year => format!("{year:04}"),
            Grain::Decade => format!("{:03}", year.div_euclid(10)),
            Grain::Century => format!("{:02}", year.div_euclid(100)),
            Grain::Millennium => format!("{}", year.div_euclid(1000)),
        }
    }

    fn value_before_christ(self, year: i32) -> String {
        match self.grain {
            Grain::Day => format!("BC{year:04}-{:02}-{:02}", self.start.month(), self.start.day()),
            Grain::Month => format!("BC{year:04}-{:02}", self.start.month()),
            Grain::Season(season) => format!("BC{year:04}-{}", season_code(season)),
            Grain::Decade => format!("BC{:03}", year.div_euclid(10)),
            Grain::Century | Grain::Millennium => format!("BC{:02}", (year - 1).div_euclid(100)),
            _ => format!("BC{year:04}"),
        }
    }

    /// The stretch `count` such stretches later.
    pub fn shifted(self, count: i32) -> Option<Self> {
        let start = match self.grain {
            Grain::Day => add_days(self.start, count),
            Grain::Weekend | Grain::Week => add_days(self.start, count.checked_mul(7)?),
            Grain::Month => add_months(self.start, count),
            Grain::Quarter => add_months(self.start, count.checked_mul(3)?),
            Grain::Half => add_months(self.start, count.checked_mul(6)?),
            Grain::Season(_) | Grain::Year => add_months(self.start, count.checked_mul(12)?),
            Grain::Decade => add_months(self.start, count.checked_mul(120)?),
            Grain::Century => add_months(self.start, count.checked_mul(1200)?),
            Grain::Millennium => add_months(self.start, count.checked_mul(12_000)?),
        }?;
        Some(Self { start, ..self })
    }
}

/// The code of a season in a value.
pub(super) fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

/// Monday = 1.
pub(super) fn weekday_of(day: Date) -> u8 {
    day.weekday().to_monday_one_offset() as u8
}

fn monday_of(day: Date) -> Option<Date> {
    add_days(day, 1 - i32::from(weekday_of(day)))
}

/// The quarter that holds `day`.
pub(super) fn quarter_of(day: Date) -> u8 {
    ((day.month() - 1) / 3 + 1) as u8
}

/// The day of a holiday in a year.
pub(super) fn holiday(rule: Rule, year: i32) -> Option<Date> {
    match rule {
        Rule::Fixed(month, day) => date(year, month, day),
        Rule::Weekday(month, weekday, which) if which > 0 => {
            let first = date(year, month, 1)?;
            let offset = (i32::from(weekday) - i32::from(weekday_of(first))).rem_euclid(7);
            add_days(first, offset + 7 * (i32::from(which) - 1))
        }
        Rule::Weekday(month, weekday, _) => {
            let last = date(year, month, 1)?.last_of_month();
            add_days(last, -(i32::from(weekday_of(last)) - i32::from(weekday)).rem_euclid(7))
        }
        Rule::Easter(offset) => add_days(easter(year)?, i32::from(offset)),
        Rule::ElectionDay => add_days(holiday(Rule::Weekday(11, 1, 1), year)?, 1),
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<Date> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    date(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn movable_holidays() {
        assert_eq!(holiday(Rule::Easter(0), 2016), date(2016, 3, 27));
        assert_eq!(holiday(Rule::Easter(0), 2024), date(2024, 3, 31));
        assert_eq!(holiday(Rule::Weekday(11, 4, 4), 2015), date(2015, 11, 26));
        assert_eq!(holiday(Rule::Weekday(5, 1, -1), 2016), date(2016, 5, 30));
        assert_eq!(holiday(Rule::ElectionDay, 2016), date(2016, 11, 8));
    }

    #[test]
    fn values_name_the_period() {
        let day = date(2016, 3, 14).unwrap();
        let value = |unit| Period::around(day, unit).unwrap().value();
        assert_eq!(value(TimeUnit::Week), "2016-W11");
        assert_eq!(value(TimeUnit::Weekend), "2016-W11-WE");
        assert_eq!(value(TimeUnit::Quarter), "2016-Q1");
        assert_eq!(value(TimeUnit::Decade), "201");
        assert_eq!(value(TimeUnit::Century), "20");
        assert_eq!(Period::year(-489).unwrap().value(), "BC0490");
    }

    #[test]
    fn a_winter_ends_in_the_next_year() {
        let interval = Period::season(2015, Season::Winter).unwrap().interval();
        assert_eq!((interval.start, interval.end), (date(2015, 12, 1).unwrap(), date(2016, 2, 29).unwrap()));
    }
}
