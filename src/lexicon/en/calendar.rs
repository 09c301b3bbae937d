//! Words of the calendar and the clock: months, weekdays, seasons, parts of the day, units of time.

use super::class;
use crate::lexicon::{Table, table};

/// Months by number; the short forms with and without their period.
pub static MONTHS: Table<u8> = table!(
    u8,
    class::MONTH,
    &[
        ("january", 1),
        ("jan", 1),
        ("jan.", 1),
        ("february", 2),
        ("feb", 2),
        ("feb.", 2),
        ("march", 3),
        ("mar", 3),
        ("mar.", 3),
        ("april", 4),
        ("apr", 4),
        ("apr.", 4),
        ("may", 5),
        ("june", 6),
        ("jun", 6),
        ("jun.", 6),
        ("july", 7),
        ("jul", 7),
        ("jul.", 7),
        ("august", 8),
        ("aug", 8),
        ("aug.", 8),
        ("september", 9),
        ("sept", 9),
        ("sept.", 9),
        ("sep", 9),
        ("sep.", 9),
        ("october", 10),
        ("oct", 10),
        ("oct.", 10),
        ("november", 11),
        ("nov", 11),
        ("nov.", 11),
        ("december", 12),
        ("dec", 12),
        ("dec.", 12),
    ],
);

/// Days of the week, Monday = 1, and whether the word is plural ("Fridays").
pub static WEEKDAYS: Table<(u8, bool)> = table!(
    (u8, bool),
    class::WEEKDAY,
    &[
        ("monday", (1, false)),
        ("mondays", (1, true)),
        ("mon", (1, false)),
        ("tuesday", (2, false)),
        ("tuesdays", (2, true)),
        ("tue", (2, false)),
        ("tues", (2, false)),
        ("wednesday", (3, false)),
        ("wednesdays", (3, true)),
        ("wed", (3, false)),
        ("weds", (3, false)),
        ("thursday", (4, false)),
        ("thursdays", (4, true)),
        ("thu", (4, false)),
        ("thur", (4, false)),
        ("thurs", (4, false)),
        ("friday", (5, false)),
        ("fridays", (5, true)),
        ("fri", (5, false)),
        ("saturday", (6, false)),
        ("saturdays", (6, true)),
        ("sat", (6, false)),
        ("sunday", (7, false)),
        ("sundays", (7, true)),
        ("sun", (7, false)),
    ],
);

/// The four seasons.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Season {
    /// Spring.
    Spring,
    /// Summer.
    Summer,
    /// Fall, autumn.
    Autumn,
    /// Winter.
    Winter,
}

/// Seasons.
pub static SEASONS: Table<Season> = table!(
    Season,
    class::SEASON,
    &[
        ("spring", Season::Spring),
        ("springtime", Season::Spring),
        ("summer", Season::Summer),
        ("summertime", Season::Summer),
        ("autumn", Season::Autumn),
        ("fall", Season::Autumn),
        ("winter", Season::Winter),
        ("wintertime", Season::Winter),
    ],
);

/// Parts of the day that TIMEX3 has codes for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DayPart {
    /// `MO`
    Morning,
    /// `AF`
    Afternoon,
    /// `EV`
    Evening,
    /// `NI`
    Night,
    /// `DT`
    Daytime,
}

/// Parts of the day, and whether the word is plural.
pub static DAY_PARTS: Table<(DayPart, bool)> = table!(
    (DayPart, bool),
    class::DAY_PART,
    &[
        ("morning", (DayPart::Morning, false)),
        ("mornings", (DayPart::Morning, true)),
        ("afternoon", (DayPart::Afternoon, false)),
        ("afternoons", (DayPart::Afternoon, true)),
        ("evening", (DayPart::Evening, false)),
        ("evenings", (DayPart::Evening, true)),
        ("night", (DayPart::Night, false)),
        ("nights", (DayPart::Night, true)),
        ("nite", (DayPart::Night, false)),
        ("nighttime", (DayPart::Night, false)),
        ("overnight", (DayPart::Night, false)),
        ("daytime", (DayPart::Daytime, false)),
        ("daylight", (DayPart::Daytime, false)),
    ],
);

/// Units of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TimeUnit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A weekend.
    Weekend,
    /// A week.
    Week,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

/// Units of time, and whether the word is plural.
pub static TIME_UNITS: Table<(TimeUnit, bool)> = table!(
    (TimeUnit, bool),
    class::TIME_UNIT,
    &[
        ("second", (TimeUnit::Second, false)),
        ("seconds", (TimeUnit::Second, true)),
        ("sec", (TimeUnit::Second, false)),
        ("secs", (TimeUnit::Second, true)),
        ("minute", (TimeUnit::Minute, false)),
        ("minutes", (TimeUnit::Minute, true)),
        ("min", (TimeUnit::Minute, false)),
        ("mins", (TimeUnit::Minute, true)),
        ("hour", (TimeUnit::Hour, false)),
        ("hours", (TimeUnit::Hour, true)),
        ("hr", (TimeUnit::Hour, false)),
        ("hrs", (TimeUnit::Hour, true)),
        ("day", (TimeUnit::Day, false)),
        ("days", (TimeUnit::Day, true)),
        ("weekend", (TimeUnit::Weekend, false)),
        ("weekends", (TimeUnit::Weekend, true)),
        ("week", (TimeUnit::Week, false)),
        ("weeks", (TimeUnit::Week, true)),
        ("wk", (TimeUnit::Week, false)),
        ("wks", (TimeUnit::Week, true)),
        ("fortnight", (TimeUnit::Fortnight, false)),
        ("fortnights", (TimeUnit::Fortnight, true)),
        ("month", (TimeUnit::Month, false)),
        ("months", (TimeUnit::Month, true)),
        ("quarter", (TimeUnit::Quarter, false)),
        ("quarters", (TimeUnit::Quarter, true)),
        ("year", (TimeUnit::Year, false)),
        ("years", (TimeUnit::Year, true)),
        ("yr", (TimeUnit::Year, false)),
        ("yrs", (TimeUnit::Year, true)),
        ("decade", (TimeUnit::Decade, false)),
        ("decades", (TimeUnit::Decade, true)),
        ("century", (TimeUnit::Century, false)),
        ("centuries", (TimeUnit::Century, true)),
        ("millennium", (TimeUnit::Millennium, false)),
        ("millennia", (TimeUnit::Millennium, true)),
    ],
);

/// Decades in words: "the nineties".
pub static DECADES: Table<u8> = table!(
    u8,
    class::DEICTIC,
    &[
        ("twenties", 20),
        ("thirties", 30),
        ("forties", 40),
        ("fifties", 50),
        ("sixties", 60),
        ("seventies", 70),
        ("eighties", 80),
        ("nineties", 90),
    ],
);
