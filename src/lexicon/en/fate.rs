//! Words around a harm that decide what it is: what is done with the wounded and the dead, what is no casualty.

/// What the wounded do and what is done with them: "suffered", "were treated for", injuries.
#[rustfmt::skip]
pub static SUFFERING: &[&str] = &[
    "suffered", "suffering", "suffer", "sustained", "sustain", "received", "escaped", "survived", "treated", "hospitalised",
    "hospitalized", "taken", "transported", "rushed", "airlifted", "flown", "brought", "admitted", "found",
];

/// Verbs that bring people to a hospital, or that they go there by.
#[rustfmt::skip]
pub static BRINGING: &[&str] = &[
    "taken", "rushed", "transported", "airlifted", "flown", "brought", "admitted", "transferred", "treated", "sent", "sends", "sending", "put",
    "puts", "putting", "landed", "lands", "took", "went",
];

/// What is done with a body that is somebody's, and no body of a government.
#[rustfmt::skip]
pub static FINDING: &[&str] = &[
    "found", "find", "identification", "recover", "retrieve", "lying", "autopsy", "morgue", "mortuary", "burial", "recovered", "discovered",
    "retrieved", "pulled", "identified", "unidentified", "washed", "dumped", "buried", "exhumed", "decomposed", "charred", "mutilated",
    "headless",
];

/// Verbs that claim, take or lose lives.
#[rustfmt::skip]
pub static TAKING_LIVES: &[&str] = &[
    "claimed", "claim", "claims", "claiming", "cost", "costs", "costing", "took", "taken", "take", "takes", "taking", "lost",
    "lose", "loses", "losing",
];

/// What is named by a number: "Flight 655".
#[rustfmt::skip]
pub static NUMBERED: &[&str] = &[
    "flight", "route", "highway", "article", "section", "chapter", "resolution", "unit", "battalion", "camp", "block", "room",
    "gate", "ward", "zone", "sector", "platform", "line", "train", "bus", "boeing", "airbus", "channel", "order", "pier", "terminal",
    "apollo", "fortune", "group",
];

/// Words with a capital that are no names of people: bodies, places by their kind, religions, storms.
#[rustfmt::skip]
pub static NO_PERSON: &[&str] = &[
    "army", "forces", "force", "government", "police", "ministry", "party", "state", "council", "court", "street", "city", "county",
    "province", "department", "taliban", "hamas", "hezbollah", "isis", "daesh", "guard", "navy", "corps", "university", "school",
    "hospital", "company", "inc.", "corp.", "agency", "committee", "commission", "association", "front", "movement", "island", "river",
    "airport", "prison", "shooting", "attack", "crash", "house", "park", "this", "it", "north", "south", "east", "west", "storm",
    "hurricane", "railroad", "club", "team", "group", "act", "bill", "covid", "covid-19",
];

/// Words of the field of play: who is injured beside them misses a match.
#[rustfmt::skip]
pub static SPORT: &[&str] = &[
    "midfielder", "midfielders", "midfield", "striker", "strikers", "goalkeeper", "goalkeepers", "winger", "wingers", "fullback",
    "quarterback", "quarterbacks", "linebacker", "linebackers", "hamstring", "ligament", "acl", "playoff", "playoffs", "touchdown",
    "touchdowns", "batsman", "batsmen", "innings", "wicket", "wickets",
];

/// What people die of in bed.
#[rustfmt::skip]
pub static NATURAL: &[&str] = &[
    "cancer", "illness", "disease", "pneumonia", "tuberculosis", "stroke", "natural", "peacefully", "ailments", "sick", "heart",
    "diabetes", "leukemia", "leukaemia", "complications", "anniversary", "childbirth",
];

/// Words that end as a trade does ("journalist", "guardian") and name nobody.
#[rustfmt::skip]
pub static NO_TRADE: &[&str] = &[
    "blacklist", "checklist", "guestlist", "hitlist", "longlist", "playlist", "shortlist", "tracklist", "waitlist", "watchlist", "wishlist",
    "meridian", "obsidian", "ottoman", "talisman",
];

/// What people hurt of themselves: "injured his back".
#[rustfmt::skip]
pub static BODY_PARTS: &[&str] = &[
    "ankle", "arm", "arms", "back", "chest", "elbow", "eye", "eyes", "face", "finger", "fingers", "foot", "hand", "hands", "head", "hip",
    "knee", "knees", "leg", "legs", "neck", "ribs", "shoulder", "spine", "thigh", "wrist",
];

/// What only gathers those that the number behind it counts: "a group of eight men".
#[rustfmt::skip]
pub static GROUPS: &[&str] = &[
    "average", "band", "convoy", "crew", "crowd", "figure", "further", "gang", "group", "maximum", "minimum", "party", "team", "total",
];
