//! What the model sees of a token. The trainer calls the same code, so that training and use agree.

use crate::knowledge::{self, Few, Known, Model, Slot, Text, model_hash};
use crate::lexicon::Reading;
use crate::lexicon::en::class;
use crate::text::{Sentence, Shape, TokenKind};

/// How a sentence is set: in headlines a capital says little.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Case {
    #[default]
    Running,
    /// Nearly every long word has a capital.
    Title,
    /// Nearly every word is in capitals.
    Capitals,
}

/// One token as the templates need it.
#[derive(Clone, Copy, Default)]
struct View {
    /// Hash of the word in lower case, digits alike.
    word: u32,
    shape: u32,
    /// What the gazetteer knows.
    known: u32,
    /// Lexicon classes of the name room.
    class: u32,
    /// Words that stand in like surroundings.
    like: u32,
    capitalised: bool,
    /// The model's entries of the word, of its first letters and of its last.
    entry: u32,
    prefix: [u32; 2],
    suffix: [u32; 3],
    /// Hash of the last word of the run of capitals that the token is in, and its entry.
    run: u32,
    run_entry: u32,
}

/// What a feature is known by: the number that the trainer counts it under.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Feature {
    /// One of no text, by its hash.
    Hashed(u32),
    /// One of a text: its kind, the text's hash and the slot.
    Of(Text, u32, u16),
}

/// What is done with the features of a token.
pub(super) trait Sink {
    /// One of no text.
    fn hashed(&mut self, hash: u32);
    /// One of no text and of few values.
    fn few(&mut self, few: Few, value: u32);
    /// One of a text; `entry` is as [`Entries`] gave it.
    fn of(&mut self, text: Text, entry: u32, slot: u16);
}

/// Where the entries of texts come from.
pub(super) trait Entries {
    /// The entry of a text with this hash; 0 where there is none.
    fn entry(&self, text: Text, own: u32) -> u32;
}

impl Entries for Model {
    fn entry(&self, text: Text, own: u32) -> u32 {
        Self::entry(self, text, own)
    }
}

/// For the trainer: every text is an entry, known by its hash.
pub(super) struct Every;

impl Entries for Every {
    fn entry(&self, text: Text, own: u32) -> u32 {
        text.hash(own) + 1
    }
}

impl Sink for Vec<Feature> {
    fn hashed(&mut self, hash: u32) {
        self.push(Feature::Hashed(hash));
    }

    fn few(&mut self, few: Few, value: u32) {
        self.hashed(few.hash(value));
    }

    fn of(&mut self, text: Text, entry: u32, slot: u16) {
        if entry > 0 {
            self.push(Feature::Of(text, entry - 1, slot));
        }
    }
}

/// Shapes of the sentence's edge.
const EDGE: View = View {
    word: 1,
    shape: 31,
    known: 0,
    class: 0,
    like: 0,
    capitalised: false,
    entry: 0,
    prefix: [0; 2],
    suffix: [0; 3],
    run: 0,
    run_entry: 0,
};

/// The views of one sentence, and which of its tokens can be part of a name.
#[derive(Default)]
pub struct Extractor {
    views: Vec<View>,
    edge: View,
    inspected: Vec<bool>,
    first: usize,
    case: Case,
}

impl Extractor {
    /// Looks at a sentence.
    pub(super) fn prepare(&mut self, reading: &Reading, sentence: &Sentence, entries: &impl Entries) {
        let range = sentence.tokens.range();
        self.first = range.start;
        self.views.clear();
        self.inspected.clear();
        let document = reading.document();
        let tokens = &document.tokens()[range.clone()];
        self.inspected.resize(tokens.len(), false);
        for (at, token) in tokens.iter().enumerate() {
            // A name begins or ends at most two tokens from a capital ("al-Moallem", "Bank of the West").
            if token.is_capitalised() && token.kind == TokenKind::Word {
                let from = at.saturating_sub(2);
                let to = (at + 2).min(tokens.len());
                self.inspected[from..to].fill(true);
            }
        }
        self.case = case_of(reading, sentence);
        self.edge = View { entry: entries.entry(Text::Word, EDGE.word), ..EDGE };
        for (at, index) in range.enumerate() {
            // Two neighbours on either side are seen.
            let near = self.inspected[at.saturating_sub(2)..(at + 3).min(tokens.len())].iter().any(|&inspected| inspected);
            self.views.push(if near { self.view(reading, index, entries) } else { View::default() });
        }
        self.know(reading);
        self.runs();
    }

    /// Whether the sentence token `at` can be part of a name.
    pub fn is_inspected(&self, at: usize) -> bool {
        self.inspected.get(at).copied().unwrap_or(false)
    }

    /// Hash of the word at `at` of the sentence.
    pub(super) fn word(&self, at: usize) -> u32 {
        self.views.get(at).map_or(0, |view| view.word)
    }

    /// Shape of the word at `at` of the sentence.
    pub(super) fn shape(&self, at: usize) -> u32 {
        self.views.get(at).map_or(0, |view| view.shape)
    }

    fn view(&self, reading: &Reading, index: usize, entries: &impl Entries) -> View {
        let document = reading.document();
        let token = document.tokens()[index];
        let lower = reading.lower(index);
        let capitalised = token.kind == TokenKind::Word && token.is_capitalised();
        let mut view = View {
            word: word_hash(lower),
            shape: shape_of(reading, index, self.case),
            class: class_of(reading, index),
            capitalised,
            ..View::default()
        };
        if capitalised {
            view.prefix = [(Text::Prefix3, 3), (Text::Prefix4, 4)].map(|(text, length)| entries.entry(text, part(lower, length, true)));
            view.suffix = [(Text::Suffix2, 2), (Text::Suffix3, 3), (Text::Suffix4, 4)]
                .map(|(text, length)| entries.entry(text, part(lower, length, false)));
        }
        view.entry = entries.entry(Text::Word, view.word);
        view.like = knowledge::word_class(view.word);
        view
    }

    /// Marks what the gazetteer knows: for each token, kind and place in the longest name, and given name, surname.
    fn know(&mut self, reading: &Reading) {
        let document = reading.document();
        let text = document.text();
        let tokens = document.tokens();
        let mut covered = 0;
        for at in 0..self.views.len() {
            if !self.inspected[at] || !self.views[at].capitalised && !self.before_hyphen(reading, at) {
                continue;
            }
            let mut end = tokens[self.first + at].span.start();
            let words = tokens[self.first + at..self.first + self.views.len()].iter().map(|token| {
                let from = end;
                end = token.span.end();
                text.get(from..end).unwrap_or("")
            });
            let found = knowledge::longest(words);
            let names = u32::from(found.first.union(Known::NOTHING).bits()) & 3;
            self.views[at].known |= names;
            if at < covered || found.words == 0 {
                continue;
            }
            covered = at + found.words;
            let kinds = u32::from(found.known.bits()) & !3;
            for (offset, view) in self.views[at..covered].iter_mut().enumerate() {
                let place = if found.words == 1 { 0 } else { 1 + u32::from(offset > 0) };
                view.known |= kinds | place << 10;
            }
        }
    }

    fn before_hyphen(&self, reading: &Reading, at: usize) -> bool {
        let next = self.first + at + 1;
        reading.surface(next) == "-" && reading.document().tokens().get(next).is_some_and(|token| !token.is_spaced())
    }

    /// Finds runs of capitals, which small words may join, and tells each token the last word of its run.
    fn runs(&mut self) {
        let mut at = 0;
        while at < self.views.len() {
            if !self.views[at].capitalised {
                at += 1;
                continue;
            }
            let mut last = at;
            let mut look = at + 1;
            while look < self.views.len() && look <= last + 3 {
                if self.views[look].capitalised {
                    last = look;
                } else if !joins(&self.views[look]) {
                    break;
                }
                look += 1;
            }
            let View { word, entry, .. } = self.views[last];
            if last > at {
                for view in &mut self.views[at..=last] {
                    view.run = word;
                    view.run_entry = entry;
                }
            }
            at = last + 1;
        }
    }

    /// Gives each feature of the token at `at` of the sentence to `sink`.
    pub(super) fn visit(&self, at: usize, sink: &mut impl Sink) {
        let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| self.views.get(at)).unwrap_or(&self.edge);
        let (here, back, ahead) = (near(0), near(-1), near(1));
        let (back2, ahead2) = (near(-2), near(2));
        // Lists and not calls one after another: the module is smaller by what each call brings with it.
        for (entry, slot) in [
            (here.entry, Slot::Here),
            (back.entry, Slot::Back),
            (ahead.entry, Slot::Ahead),
            (back2.entry, Slot::Back2),
            (ahead2.entry, Slot::Ahead2),
            (back.entry, Slot::BackShaped),
            (ahead.entry, Slot::AheadShaped),
        ] {
            sink.of(Text::Word, entry, slot.with(if slot.bits() > 0 { here.shape } else { 0 }));
        }
        for (few, value) in [
            (Few::Shape, here.shape),
            (Few::ShapeBack, Few::pair(back.shape, here.shape)),
            (Few::ShapeAhead, Few::pair(here.shape, ahead.shape)),
            (Few::Known, here.known),
            (Few::Class, Few::pair(here.class, here.shape)),
            (Few::ClassBack, Few::pair(back.class, here.shape)),
            (Few::ClassAhead, Few::pair(ahead.class, here.shape)),
            (Few::Like, Few::pair(here.like, here.shape)),
            (Few::LikeBack, Few::pair(back.like, here.shape)),
            (Few::LikeAhead, Few::pair(ahead.like, here.shape)),
        ] {
            sink.few(few, value);
        }
        for (template, one, other) in [
            (9, back.shape << 5 | ahead.shape, here.shape),
            (13, here.known, here.shape),
            (14, back.known, here.known),
            (15, here.known, ahead.known),
            (16, back.known << 16 | ahead.known, here.known),
            (20, back.class, here.known),
            (21, ahead.class, here.known),
            (22, back2.class, here.shape << 5 | back.shape),
        ] {
            sink.hashed(model_hash(template, one, other));
        }
        if here.capitalised {
            let [prefix3, prefix4] = here.prefix;
            let [suffix2, suffix3, suffix4] = here.suffix;
            for (text, entry, slot) in [
                (Text::Prefix3, prefix3, Slot::Here.with(0)),
                (Text::Prefix4, prefix4, Slot::Here.with(0)),
                (Text::Suffix2, suffix2, Slot::Here.with(0)),
                (Text::Suffix3, suffix3, Slot::Here.with(0)),
                (Text::Suffix4, suffix4, Slot::Here.with(0)),
                (Text::Suffix3, suffix3, Slot::HereBetween.with(ahead.shape << 5 | back.shape)),
            ] {
                sink.of(text, entry, slot);
            }
        }
        if here.run != 0 {
            sink.of(Text::Word, here.run_entry, Slot::RunShaped.with(here.shape));
        }
        if back.run != 0 && back.capitalised && here.run == back.run {
            sink.of(Text::Suffix3, back.suffix[1], Slot::BackShaped.with(here.shape));
        }
    }
}

/// Whether a small word can stand inside a name.
fn joins(view: &View) -> bool {
    joiners().contains(&view.word)
}

/// Hashes of the words that can stand between the capitals of one name.
fn joiners() -> &'static [u32] {
    static JOINERS: std::sync::OnceLock<Vec<u32>> = std::sync::OnceLock::new();
    JOINERS.get_or_init(|| {
        [
            "of", "the", "and", "for", "de", "la", "del", "di", "da", "do", "du", "von", "van", "der", "al", "el", "bin", "-", "&", "'s",
            "’s", "'",
        ]
        .map(word_hash)
        .to_vec()
    })
}

/// A hash of a word, digits alike; never 0.
pub fn word_hash(word: &str) -> u32 {
    let mut hash = 0x811c_9dc5u32;
    let mut add = |byte: u8| {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    };
    if word.is_ascii() {
        word.bytes().for_each(add);
    } else {
        for c in word.chars() {
            match c {
                '’' | '‘' => add(b'\''),
                '“' | '”' => add(b'"'),
                _ => c.encode_utf8(&mut [0; 4]).bytes().for_each(&mut add),
            }
        }
    }
    hash.max(2)
}

/// The hash of the first or last `length` characters; of the whole word where it is shorter.
fn part(word: &str, length: usize, front: bool) -> u32 {
    let cut = if front {
        word.char_indices().nth(length).map_or(word.len(), |(at, _)| at)
    } else {
        word.char_indices().rev().nth(length - 1).map_or(0, |(at, _)| at)
    };
    word_hash(if front { word.get(..cut) } else { word.get(cut..) }.unwrap_or(word))
}

fn class_of(reading: &Reading, index: usize) -> u32 {
    let classes = reading.classes(index);
    [class::TITLE, class::ORGANIZATION_WORD, class::PLACE_WORD, class::EVENT_WORD, class::PARTICLE, class::CALENDAR, class::OPENER]
        .iter()
        .enumerate()
        .fold(0, |bits, (at, &class)| bits | u32::from(classes.any(class)) << at)
}

/// The way a token is written, below 31.
fn shape_of(reading: &Reading, index: usize, case: Case) -> u32 {
    let document = reading.document();
    let token = document.tokens()[index];
    let surface = document.surface(index);
    match token.kind {
        TokenKind::Number => {
            if surface.len() == 4 && !surface.contains(['.', ',']) {
                1
            } else {
                2
            }
        }
        TokenKind::Address => 3,
        TokenKind::Mark => match surface {
            "," | ";" => 4,
            "." | "!" | "?" => 5,
            "\"" | "“" | "”" | "'" | "‘" | "’" => 6 + u32::from(token.is_spaced()),
            "(" | "[" => 8,
            ")" | "]" => 9,
            "-" | "‐" | "‑" => 10 + u32::from(token.is_spaced()),
            "–" | "—" => 11,
            ":" => 12,
            "&" => 13,
            "/" | "|" => 14,
            _ => 15,
        },
        TokenKind::Word => {
            let shape = token.shape;
            if shape.has(Shape::POSSESSIVE) {
                return 16;
            }
            if !shape.has(Shape::CAPITALISED) {
                let inner = surface.chars().any(char::is_uppercase);
                return if inner { 17 } else { 18 };
            }
            let letters = surface.chars().filter(|c| c.is_alphabetic()).count();
            let inner = || surface.chars().skip(1).any(char::is_uppercase);
            match case {
                Case::Capitals if shape.has(Shape::ALL_CAPS) => 19,
                Case::Title if !shape.has(Shape::ALL_CAPS) && letters > 1 => 20,
                _ if shape.has(Shape::PERIOD) && letters == 1 => 21,
                _ if shape.has(Shape::PERIOD) && shape.has(Shape::ALL_CAPS) => 22,
                _ if shape.has(Shape::PERIOD) => 23,
                _ if shape.has(Shape::DIGIT) => 24,
                _ if letters == 1 => 25,
                _ if shape.has(Shape::ALL_CAPS) => 26,
                _ if inner() => 27,
                _ => 28,
            }
        }
    }
}

/// How the sentence is set.
fn case_of(reading: &Reading, sentence: &Sentence) -> Case {
    let (mut words, mut long, mut long_capitals, mut all_capitals) = (0u32, 0u32, 0u32, 0u32);
    for token in &reading.document().tokens()[sentence.tokens.range()] {
        if token.kind != TokenKind::Word || token.span.len() < 2 {
            continue;
        }
        words += 1;
        all_capitals += u32::from(token.shape.has(Shape::ALL_CAPS));
        if token.span.len() > 4 {
            long += 1;
            long_capitals += u32::from(token.is_capitalised());
        }
    }
    if words >= 3 && all_capitals * 10 >= words * 8 {
        Case::Capitals
    } else if long >= 3 && long_capitals * 10 >= long * 9 {
        Case::Title
    } else {
        Case::Running
    }
}
