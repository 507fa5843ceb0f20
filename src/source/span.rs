//! Places in source texts.

/// The number of a source text within its [`Sources`](super::Sources).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A piece of one text: from `start` up to and without `end`, in UTF-8 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Range {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Range {
    /// The range from `start` up to `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The smallest range that covers both.
    pub fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether an offset lies in the range or right behind it.
    pub fn touches(self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same range as a place in a file.
    pub fn of(self, file: FileId) -> Span {
        Span { file, range: self }
    }
}

/// A range together with the file that it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The bytes within it.
    pub range: Range,
}

impl Span {
    /// The smallest span that covers both; `self` where they lie in different files.
    pub fn to(self, other: Self) -> Self {
        if self.file == other.file { Self { file: self.file, range: self.range.to(other.range) } } else { self }
    }

    /// Whether another span lies in it.
    pub fn holds(self, other: Self) -> bool {
        let (whole, part) = (self.range, other.range);
        self.file == other.file && whole.start <= part.start && part.end <= whole.end
    }

    /// The place right before it.
    pub fn before(self) -> Self {
        Range::new(self.range.start, self.range.start).of(self.file)
    }

    /// The place right behind it.
    pub fn behind(self) -> Self {
        Range::new(self.range.end, self.range.end).of(self.file)
    }
}
