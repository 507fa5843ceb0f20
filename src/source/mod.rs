//! Source texts: bytes become text, and offsets become lines and columns.
//!
//! Everything behind this module speaks of places as [`Span`]s: UTF-8 byte offsets within one file. Only
//! [`Lines`] turns them into lines, characters, UTF-16 units or display columns.

mod decode;
mod encode;
mod invisible;
mod lines;
mod span;
mod width;

pub use decode::{Decoded, Encoding, decode, is_document};
pub use encode::encode;
pub use invisible::{invisible, is_invisible};
pub use lines::{LINE_ENDS, Lines, Place, Units, first_line, indent, line_start};
pub use span::{FileId, Range, Span};
pub use width::{folded, narrow};

use std::{borrow::Cow, sync::OnceLock};

/// The longest source text that is read, in bytes: offsets are 32 bits wide.
pub const MAX_LENGTH: usize = u32::MAX as usize - 1;

/// One source text with its name.
#[derive(Debug)]
pub struct Source {
    /// The name as the user knows it: a path, or `<stdin>`.
    pub name: String,
    /// The whole text, decoded to UTF-8, without a byte order mark.
    pub text: String,
    lines: OnceLock<Lines>,
}

impl Source {
    /// A source text under the given name.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// The line index, built at the first use: a file without findings never pays for it.
    pub fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }

    /// Puts a text in the place of a range, whose ends must lie between characters.
    pub fn edit(&mut self, range: Range, text: &str) {
        self.text.replace_range(range.start as usize..range.end as usize, text);
        self.lines = OnceLock::new();
    }

    /// The text of a range; empty where the range does not lie in this text.
    pub fn slice(&self, range: Range) -> &str {
        self.text.get(range.start as usize..range.end as usize).unwrap_or("")
    }

    /// Line, column and display column of a byte offset.
    pub fn place(&self, offset: u32) -> Place {
        self.lines().place(&self.text, offset)
    }
}

/// Where something stands, as users are told it; line and column begin at 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot<'s> {
    /// The file; of a document also the sheet and the cell.
    pub name: Cow<'s, str>,
    /// The line.
    pub line: usize,
    /// The character within it.
    pub column: usize,
}

/// What knows where the places of texts are.
pub trait Spots {
    /// Where a place is.
    fn spot(&self, span: Span) -> Spot<'_>;
}

impl Spots for Sources {
    fn spot(&self, span: Span) -> Spot<'_> {
        let source = self.get(span.file);
        let place = source.place(span.range.start);
        Spot { name: Cow::Borrowed(&source.name), line: place.line + 1, column: place.column + 1 }
    }
}

/// The source texts of one run, by [`FileId`].
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Takes a text in and hands out its id.
    pub fn add(&mut self, source: Source) -> FileId {
        self.files.push(source);
        FileId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// Takes in all texts of another collection; answers by how much their ids rise.
    pub fn absorb(&mut self, other: Self) -> u32 {
        let before = self.files.len() as u32;
        self.files.extend(other.files);
        before
    }

    /// The text with this id.
    ///
    /// # Panics
    /// Where the id was handed out by other `Sources`: a mistake in the program, never in the input.
    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// The text under a span.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).slice(span.range)
    }

    /// All texts with their ids, in the order in which they came in.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(at, source)| (FileId(at as u32), source))
    }
}
