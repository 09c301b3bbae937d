//! Spans inside the crate: bytes of the article's text, and runs of tokens.

use std::ops::Range;

/// A half-open run of bytes `[start, end)` of the article's UTF-8 text. Texts above 4 GiB are not representable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct ByteSpan {
    start: u32,
    end: u32,
}

impl ByteSpan {
    /// A number that is in order where spans are: by start, then by end.
    pub fn rank(self) -> u64 {
        u64::from(self.start) << 32 | u64::from(self.end)
    }

    /// Likewise, but of two that start together the longer is before the shorter.
    pub fn rank_longest_first(self) -> u64 {
        u64::from(self.start) << 32 | u64::from(!self.end)
    }

    /// A span from byte `start` up to, not including, byte `end`; a reversed pair becomes an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self { start, end: end.max(start) }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether no byte is covered.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span over both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words of the span; empty where the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or("")
    }
}

/// A half-open run of tokens `[first, end)` of a [`Document`](super::Document).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TokenSpan {
    /// Index of the first token.
    pub first: u32,
    /// One past the index of the last token.
    pub end: u32,
}

impl TokenSpan {
    /// Tokens `first..end`.
    pub fn new(first: usize, end: usize) -> Self {
        Self { first: first as u32, end: end.max(first) as u32 }
    }

    /// As a range of indices, to loop over.
    pub fn range(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }

    /// Number of tokens.
    pub fn len(self) -> usize {
        (self.end - self.first) as usize
    }

    /// Whether no token is covered.
    pub fn is_empty(self) -> bool {
        self.first == self.end
    }

    /// Whether token `index` is inside.
    pub fn holds(self, index: usize) -> bool {
        self.range().contains(&index)
    }

    /// Whether the two share a token.
    pub fn overlaps(self, other: Self) -> bool {
        self.first < other.end && other.first < self.end
    }
}
