//! The kinds of tags and how each looks on the page: one row a kind.

use crate::fact::EntityKind;

/// What a tag marks in the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// A casualty figure.
    Casualty,
    /// A person.
    Person,
    /// An organisation.
    Organization,
    /// A place.
    Place,
    /// A nationality or another people.
    Nationality,
    /// A date, a time, a duration.
    Time,
    /// Another quantity.
    Quantity,
    /// Quoted words.
    Quote,
}

/// How a kind is painted. Kinds differ by line as well as by colour; the tint lies behind the words and keeps their contrast.
pub(super) struct Look {
    pub kind: Kind,
    /// Its name in options, attributes and highlight keys.
    pub key: &'static str,
    /// `text-decoration` without the colour; empty for none.
    pub line: &'static str,
    /// Line colour on a light page and on a dark one.
    pub colors: [&'static str; 2],
    /// Background on a light page and on a dark one; empty for none.
    pub tints: [&'static str; 2],
    /// Which tag wins where several cover the same words; the higher.
    pub priority: i32,
}

#[rustfmt::skip]
pub(super) const LOOKS: [Look; 8] = [
    Look { kind: Kind::Casualty, key: "casualty", line: "underline solid 3px", colors: ["#b3261e", "#ff8a80"], tints: ["rgb(179 38 30 / .12)", "rgb(255 138 128 / .22)"], priority: 50 },
    Look { kind: Kind::Person, key: "person", line: "underline solid 1.5px", colors: ["#1f5fa8", "#8ab8f0"], tints: ["", ""], priority: 31 },
    Look { kind: Kind::Organization, key: "organization", line: "underline double 1px", colors: ["#6b3fa0", "#c4a5f0"], tints: ["", ""], priority: 30 },
    Look { kind: Kind::Place, key: "place", line: "underline dashed 1.5px", colors: ["#1b7339", "#7fd09a"], tints: ["", ""], priority: 30 },
    Look { kind: Kind::Nationality, key: "nationality", line: "underline dashed 1px", colors: ["#2f706b", "#86c9c3"], tints: ["", ""], priority: 29 },
    Look { kind: Kind::Time, key: "time", line: "underline dotted 2px", colors: ["#8a5a00", "#e6b45c"], tints: ["", ""], priority: 40 },
    Look { kind: Kind::Quantity, key: "quantity", line: "underline wavy 1px", colors: ["#5f6368", "#b0b5ba"], tints: ["", ""], priority: 20 },
    Look { kind: Kind::Quote, key: "quote", line: "", colors: ["#5f6368", "#b0b5ba"], tints: ["rgb(120 110 90 / .10)", "rgb(230 220 200 / .12)"], priority: 10 },
];

/// Priority of the mention that a reader jumped to: above every kind.
pub(super) const ACTIVE_PRIORITY: i32 = 100;
/// Its background on a light page and on a dark one.
const ACTIVE_TINTS: [&str; 2] = ["#ffe08a", "#6b5200"];

impl Kind {
    /// All kinds, in the order of the legend.
    pub const ALL: [Self; 8] =
        [Self::Casualty, Self::Person, Self::Organization, Self::Place, Self::Nationality, Self::Time, Self::Quantity, Self::Quote];

    pub(super) fn look(self) -> &'static Look {
        &LOOKS[self as usize]
    }

    /// Its name in options, attributes and highlight keys: `casualty`, `person` …
    pub fn key(self) -> &'static str {
        self.look().key
    }

    /// The kind of that name.
    pub fn from_key(key: &str) -> Option<Self> {
        LOOKS.iter().find(|look| look.key == key).map(|look| look.kind)
    }

    /// The kind that an entity's mentions are tagged as; other names are not tagged.
    pub(super) fn of_entity(kind: EntityKind) -> Option<Self> {
        match kind {
            EntityKind::Person => Some(Self::Person),
            EntityKind::Organization => Some(Self::Organization),
            EntityKind::Place => Some(Self::Place),
            EntityKind::Nationality => Some(Self::Nationality),
            EntityKind::Miscellaneous => None,
        }
    }

    /// One bit a kind, for sets of kinds.
    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The page's own colours: dark or light.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ground {
    Light,
    Dark,
}

/// The rules for all tags: `selector` turns a key into what is styled.
pub(super) fn tag_rules(ground: Ground, selector: impl Fn(&str) -> String) -> String {
    let side = ground as usize;
    let mut css = String::new();
    let mut forced = String::new();
    for look in &LOOKS {
        let selector = selector(look.key);
        css.push_str(&selector);
        css.push('{');
        if !look.line.is_empty() {
            css.push_str("text-decoration:");
            css.push_str(look.line);
            css.push(' ');
            css.push_str(look.colors[side]);
            css.push_str(";text-underline-offset:.18em;");
        }
        if !look.tints[side].is_empty() {
            css.push_str("background-color:");
            css.push_str(look.tints[side]);
        }
        css.push('}');
        // Forced colours: tints go, so a line says it all. Chromium (156) still fills every highlight in a colour of its own; what a
        // word is then stands in the card alone.
        let line = if look.line.is_empty() { "overline dotted 1px" } else { look.line };
        forced.push_str(&format!("{selector}{{text-decoration:{line} LinkText;background-color:Canvas;color:CanvasText}}"));
    }
    let active = selector("active");
    css.push_str(&format!("{active}{{background-color:{}}}", ACTIVE_TINTS[side]));
    forced.push_str(&format!("{active}{{background-color:Highlight;color:HighlightText}}"));
    css.push_str(&format!("@media (forced-colors:active){{{forced}}}"));
    css
}
