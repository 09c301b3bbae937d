//! The one place where byte spans become offsets of other units.
//!
//! The DOM counts UTF-16 code units; W3C annotations and the scorers count Unicode code points.

use super::ByteSpan;

/// Bytes between two checkpoints: a look-up counts at most this many bytes.
const STRIDE: usize = 32;

/// A half-open span counted in UTF-16 code units, as the DOM counts. Only [`OffsetMap`] makes one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Utf16Span {
    start: u32,
    end: u32,
}

/// A half-open span counted in Unicode code points. Only [`OffsetMap`] makes one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CodePointSpan {
    start: u32,
    end: u32,
}

macro_rules! bounds {
    ($span:ident) => {
        impl $span {
            /// First unit.
            pub fn start(self) -> u32 {
                self.start
            }

            /// One past the last unit.
            pub fn end(self) -> u32 {
                self.end
            }
        }
    };
}
bounds!(Utf16Span);
bounds!(CodePointSpan);

/// Converts byte offsets of one text to UTF-16 units and code points in constant time.
pub struct OffsetMap<'t> {
    text: &'t str,
    /// Counts (UTF-16 units, code points) before byte `index * STRIDE`; empty when the text is ASCII.
    checkpoints: Vec<(u32, u32)>,
}

impl<'t> OffsetMap<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::new();
        if !text.is_ascii() {
            let (mut utf16, mut points) = (0u32, 0u32);
            for (byte, value) in text.bytes().enumerate() {
                if byte % STRIDE == 0 {
                    checkpoints.push((utf16, points));
                }
                let (wide, point) = units(value);
                utf16 += wide;
                points += point;
            }
        }
        Self { text, checkpoints }
    }

    /// `span` in UTF-16 code units.
    pub fn utf16(&self, span: ByteSpan) -> Utf16Span {
        Utf16Span { start: self.count(span.start()).0, end: self.count(span.end()).0 }
    }

    /// `span` in Unicode code points.
    pub fn code_points(&self, span: ByteSpan) -> CodePointSpan {
        CodePointSpan { start: self.count(span.start()).1, end: self.count(span.end()).1 }
    }

    /// Units before `byte`: (UTF-16, code points). Beyond the end counts the whole text.
    fn count(&self, byte: usize) -> (u32, u32) {
        let byte = byte.min(self.text.len());
        if self.checkpoints.is_empty() {
            return (byte as u32, byte as u32);
        }
        let index = (byte / STRIDE).min(self.checkpoints.len() - 1);
        let (mut utf16, mut points) = self.checkpoints[index];
        for &value in &self.text.as_bytes()[index * STRIDE..byte] {
            let (wide, point) = units(value);
            utf16 += wide;
            points += point;
        }
        (utf16, points)
    }
}

/// What a byte adds: a character counts at its leading byte; one beyond the basic plane (lead 0xF0 and up) is two units.
fn units(byte: u8) -> (u32, u32) {
    match byte {
        0x80..=0xBF => (0, 0),
        0xF0.. => (2, 1),
        _ => (1, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn spans_agree_with_counting_characters(text in "\\PC{0,400}", from in 0usize..500, to in 0usize..500) {
            let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (a, b) = (edges[from % edges.len()], edges[to % edges.len()]);
            let span = ByteSpan::new(a.min(b), a.max(b));
            let map = OffsetMap::new(&text);
            let before = &text[..span.start()];
            let inside = span.of(&text);
            let wide = map.utf16(span);
            prop_assert_eq!(wide.start() as usize, before.encode_utf16().count());
            prop_assert_eq!((wide.end() - wide.start()) as usize, inside.encode_utf16().count());
            let points = map.code_points(span);
            prop_assert_eq!(points.start() as usize, before.chars().count());
            prop_assert_eq!((points.end() - points.start()) as usize, inside.chars().count());
        }
    }

    #[test]
    fn emoji_with_joiners_and_right_to_left_text() {
        let text = "👩‍🚒 قتل 12";
        let map = OffsetMap::new(text);
        let span = ByteSpan::new(text.len() - 2, text.len());
        assert_eq!(span.of(text), "12");
        assert_eq!(map.utf16(span).start() as usize, text.encode_utf16().count() - 2);
        assert_eq!(map.code_points(span).start() as usize, text.chars().count() - 2);
    }
}
