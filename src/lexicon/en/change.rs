//! Verbs and particles that say which way a number moved.

use super::class;
use crate::fact::Change::{self, Down, Up};
use crate::lexicon::{Table, table};

/// A word of change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Move {
    /// Which way.
    pub change: Change,
    /// What moves by itself: "rose 5 points". Others have an object, and only some amounts are by how much it changed:
    /// "lost 3 per cent", but "lost three ships".
    pub of_measure: bool,
}

macro_rules! moves {
    ($(($($word:literal)|+, $change:expr, $measure:expr)),* $(,)?) => {
        &[$($(($word, Move { change: $change, of_measure: $measure })),+),*]
    };
}

/// The words.
pub static MOVES: Table<Move> = table!(
    Move,
    class::MOVE,
    moves![
        ("up" | "upward" | "upwards", Up, false),
        ("down" | "downward" | "downwards", Down, false),
        ("rise" | "rises" | "rose" | "risen" | "rising", Up, false),
        ("climb" | "climbs" | "climbed" | "climbing", Up, false),
        ("jump" | "jumps" | "jumped" | "jumping", Up, false),
        ("surge" | "surges" | "surged" | "surging", Up, false),
        ("soar" | "soars" | "soared" | "soaring", Up, false),
        ("spike" | "spikes" | "spiked" | "spiking", Up, false),
        ("leap" | "leaps" | "leapt" | "leaped", Up, false),
        ("rally" | "rallies" | "rallied" | "rallying", Up, false),
        ("rebound" | "rebounds" | "rebounded", Up, false),
        ("swell" | "swelled" | "swollen", Up, false),
        ("increase" | "increases" | "increased" | "increasing", Up, false),
        ("grow" | "grows" | "grew" | "grown" | "growing", Up, false),
        ("advance" | "advances" | "advanced" | "advancing", Up, true),
        ("gain" | "gains" | "gained" | "gaining", Up, true),
        ("add" | "adds" | "added" | "adding", Up, true),
        ("raise" | "raises" | "raised" | "raising", Up, true),
        ("boost" | "boosts" | "boosted" | "boosting", Up, true),
        ("hike" | "hikes" | "hiked" | "hiking", Up, true),
        ("expand" | "expands" | "expanded" | "expanding", Up, true),
        ("fall" | "falls" | "fell" | "fallen" | "falling", Down, false),
        ("drop" | "drops" | "dropped" | "dropping", Down, false),
        ("plunge" | "plunges" | "plunged" | "plunging", Down, false),
        ("plummet" | "plummets" | "plummeted" | "plummeting", Down, false),
        ("tumble" | "tumbles" | "tumbled" | "tumbling", Down, false),
        ("slump" | "slumps" | "slumped" | "slumping", Down, false),
        ("slide" | "slides" | "slid" | "sliding", Down, false),
        ("slip" | "slips" | "slipped" | "slipping", Down, false),
        ("sink" | "sinks" | "sank" | "sunk" | "sinking", Down, false),
        ("dip" | "dips" | "dipped" | "dipping", Down, false),
        ("decline" | "declines" | "declined" | "declining", Down, false),
        ("decrease" | "decreases" | "decreased" | "decreasing", Down, false),
        ("shrink" | "shrinks" | "shrank" | "shrunk" | "shrinking", Down, false),
        ("contract" | "contracts" | "contracted" | "contracting", Down, true),
        ("retreat" | "retreats" | "retreated" | "retreating", Down, true),
        ("ease" | "eases" | "eased" | "easing", Down, true),
        ("lose" | "loses" | "lost" | "losing", Down, true),
        ("shed" | "sheds" | "shedding", Down, true),
        ("reduce" | "reduces" | "reduced" | "reducing", Down, true),
        ("cut" | "cuts" | "cutting", Down, true),
        ("lower" | "lowers" | "lowered" | "lowering", Down, true),
    ],
);

/// Before a number behind a verb of change, words that tell where it went and not by how much: "fell below 50".
pub static LEVELS: &[&str] = &["above", "below", "beyond"];

/// Verbs that make a meaning of their own with "up" and "down": "made up 60 per cent", "shot down two jets".
pub static PHRASAL: &[&str] = &[
    "back", "backed", "blew", "blow", "bought", "break", "bring", "bringing", "broke", "brought", "build", "building", "built", "buy",
    "chalked", "clean", "cleaned", "close", "closed", "drum", "end", "ended", "gave", "give", "gun", "gunned", "held", "hold", "hunt",
    "laid", "lay", "line", "lined", "made", "make", "makes", "making", "mow", "mowed", "notched", "open", "opened", "pick", "picked",
    "picking", "put", "putting", "pulled", "racked", "serve", "served", "set", "setting", "shoot", "shooting", "shot", "show", "showed",
    "shut", "sign", "signed", "take", "takes", "taking", "tear", "took", "tore", "track", "tracked", "turn", "turned", "turning", "wind",
    "wound", "wrap", "wrapped", "write", "wrote",
];
