//! What happens where and when: words of events, words of what goes on about them, and words that say how a place stands to them.

use super::class;
use crate::lexicon::{Table, table};

/// What a word tells of an event, besides the words of harm and of cause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scene {
    /// It is one that people come to harm in: "disaster", "overturned".
    Event,
    /// It says that a harm came about and nothing else: "occurred", "caused".
    Light,
    /// It is done about people who were harmed, elsewhere or later: "found", "mourned", "charged".
    Aside,
}

use Scene::{Aside, Event, Light};

/// The words.
#[rustfmt::skip]
pub static SCENES: Table<Scene> = table!(Scene, class::SCENE, &[
    ("disaster", Event), ("disasters", Event), ("catastrophe", Event), ("tragedy", Event), ("incident", Event), ("incidents", Event),
    ("uprising", Event), ("revolt", Event), ("unrest", Event), ("rampage", Event), ("brawl", Event), ("spree", Event),
    ("capsizing", Event), ("wreck", Event), ("shipwreck", Event), ("pileup", Event), ("blackout", Event), ("inferno", Event),
    ("bloodshed", Event), ("incursion", Event), ("invasion", Event), ("onslaught", Event), ("rockslide", Event), ("downpour", Event),
    ("downpours", Event), ("rains", Event), ("mudslide", Event), ("blizzard", Event), ("cloudburst", Event), ("aftershocks", Event),
    ("earthquakes", Event), ("eruptions", Event), ("explosives", Event), ("robbery", Event), ("shootout", Event), ("standoff", Event),
    ("overturned", Event), ("overturning", Event), ("plunged", Event), ("plunging", Event), ("derailed", Event), ("erupted", Event),
    ("stormed", Event), ("storming", Event), ("ambushed", Event), ("detonated", Event), ("bombed", Event), ("bombarded", Event),
    ("shelled", Event), ("attacked", Event), ("attacking", Event), ("raided", Event), ("torched", Event), ("shook", Event),
    ("toppled", Event), ("ravaged", Event), ("devastated", Event), ("burst", Event), ("flooded", Event), ("engulfed", Event),
    ("swept", Event), ("battered", Event), ("pounded", Event), ("pummelled", Event), ("pummeled", Event), ("slammed", Event),
    ("ploughed", Event), ("plowed", Event), ("fired", Event), ("sinking", Event), ("sunk", Event),
    ("capsizes", Event), ("crashes", Event), ("collapses", Event), ("explodes", Event), ("hits", Event), ("strikes", Event),
    ("burnt", Event), ("invaded", Event), ("clashed", Event), ("fought", Event), ("rioted", Event), ("derails", Event),
    ("occurred", Light), ("occurs", Light), ("happened", Light), ("happens", Light), ("caused", Light), ("causing", Light),
    ("causes", Light), ("suffered", Light), ("sustained", Light), ("resulted", Light), ("resulting", Light), ("brought", Light),
    ("inflicted", Light), ("inflicting", Light), ("claimed", Light), ("claiming", Light), ("claims", Light), ("cost", Light),
    ("costing", Light), ("took", Light), ("lost", Light), ("committed", Light), ("left", Light), ("leaving", Light),
    ("leaves", Light), ("saw", Light), ("carried", Light), ("met", Aside), ("made", Light), ("led", Light),
    ("found", Aside), ("find", Aside), ("finding", Aside), ("discovered", Aside), ("recovered", Aside), ("retrieved", Aside),
    ("exhumed", Aside), ("identified", Aside), ("buried", Aside), ("laid", Aside), ("mourned", Aside), ("mourning", Aside),
    ("mourn", Aside), ("commemorated", Aside), ("commemorate", Aside), ("commemorating", Aside), ("remembered", Aside),
    ("remember", Aside), ("honoured", Aside), ("honored", Aside), ("marked", Aside), ("mark", Aside), ("marking", Aside),
    ("marched", Aside), ("marching", Aside), ("gathered", Aside), ("rallied", Aside), ("protested", Aside),
    ("visited", Aside), ("visiting", Aside), ("attended", Aside), ("searched", Aside), ("searching", Aside), ("sentenced", Aside),
    ("convicted", Aside), ("charged", Aside), ("accused", Aside), ("acquitted", Aside), ("tried", Aside), ("heard", Aside),
    ("ruled", Aside), ("ordered", Aside), ("condemned", Aside), ("investigated", Aside), ("investigating", Aside),
    ("published", Aside), ("released", Aside), ("posted", Aside), ("interviewed", Aside), ("appeared", Aside), ("treated", Aside),
    ("hospitalised", Aside), ("hospitalized", Aside), ("pronounced", Aside),
]);

/// What a word before the name of a place, or before "of" and the name, makes of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lead {
    /// It is the place: "in", "at".
    Inside,
    /// It is a landmark: "near".
    Beside,
    /// It is where something comes from, goes to or leads through: "from".
    Away,
    /// A part of it, or a side: "north of", "outskirts of", "most of".
    Part,
}

use Lead::{Away, Beside, Inside, Part};

/// The words.
#[rustfmt::skip]
pub static LEADS: Table<Lead> = table!(Lead, class::LEAD, &[
    ("in", Inside), ("at", Inside), ("on", Inside), ("inside", Inside), ("within", Inside), ("across", Inside),
    ("throughout", Inside), ("off", Inside), ("over", Inside), ("around", Inside), ("under", Inside), ("along", Inside), ("through", Inside),
    ("near", Beside), ("outside", Beside), ("beside", Beside), ("beyond", Beside), ("opposite", Beside),
    ("from", Away), ("to", Away), ("into", Away), ("for", Away), ("via", Away), ("toward", Away), ("towards", Away),
    ("onto", Away), ("between", Away), ("by", Away), ("with", Away), ("against", Away),
    ("north", Part), ("south", Part), ("east", Part), ("west", Part), ("northeast", Part), ("northwest", Part), ("southeast", Part),
    ("southwest", Part), ("north-east", Part), ("north-west", Part), ("south-east", Part), ("south-west", Part),
    ("outskirts", Part), ("edge", Part), ("parts", Part), ("part", Part), ("most", Part), ("much", Part), ("heart", Part),
    ("centre", Part), ("center", Part), ("middle", Part), ("rest", Part), ("all", Part), ("swathes", Part), ("swaths", Part),
    ("tip", Part), ("side", Part), ("corner", Part), ("interior", Part), ("vicinity", Part), ("area", Part), ("surroundings", Part),
]);

/// Verbs and nouns behind which "in" tells where somebody lives, sits or was made, and not where a thing happened.
#[rustfmt::skip]
pub static SEATS: &[&str] = &[
    "based", "headquartered", "seated", "born", "educated", "registered", "raised", "living", "lives", "lived", "live", "resident",
    "residents", "headquarters", "offices", "office", "correspondent", "speaking", "interviewed", "interest", "believe", "believes",
];

/// Nouns besides those of [`PLACE_WORDS`](super::name::PLACE_WORDS) that a name or a people before them places: "a Syrian border crossing".
#[rustfmt::skip]
pub static GROUNDS: &[&str] = &[
    "towns", "villages", "cities", "suburbs", "border", "soil", "territory", "waters", "coastline", "resort", "port", "ports", "prisons",
    "countryside", "enclave", "hospital", "school", "schools", "market", "neighborhoods", "neighbourhoods", "provinces", "districts",
    "regions", "region", "coast", "capital", "island", "jungle", "alps", "side", "campus", "nightclub", "club", "factory", "slum", "shore",
    "airspace", "hotel", "restaurant", "stadium", "church", "synagogue", "temple", "shrine", "checkpoint",
];

/// What parts of a country are called.
#[rustfmt::skip]
pub static REGION_WORDS: &[&str] = &[
    "province", "state", "region", "county", "governorate", "district", "prefecture", "oblast", "department",
];

/// What single sites are called, in whose names it stands.
#[rustfmt::skip]
pub static SITE_WORDS: &[&str] = &[
    "airport", "base", "camp", "hospital", "square", "street", "mosque", "church", "school", "hotel", "bridge", "market", "prison",
    "university",
];

/// Words behind a town's name by which its team is meant: "Leeds goalkeeper Jim Holt", "Leeds beat Derby".
#[rustfmt::skip]
pub static TEAM_WORDS: &[&str] = &[
    "captain", "coach", "manager", "goalkeeper", "striker", "midfielder", "defender", "winger", "pitcher", "quarterback", "outfielder",
    "batsman", "skipper", "beat",
];

/// Days on which an event of long ago is told again.
#[rustfmt::skip]
pub static REMEMBRANCE: &[&str] = &["anniversary", "anniversaries", "commemoration", "commemorations", "commemorate", "commemorating", "commemorated"];

/// Words that set an event beside another one.
#[rustfmt::skip]
pub static COMPARING: &[&str] = &["another", "similar", "earlier", "previous", "past", "previously"];
