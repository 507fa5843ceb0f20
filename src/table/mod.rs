//! Official forms, printed.
//!
//! Three steps, each of which knows nothing of the next: a [`Layout`] says as data what a form prints where; [`build`]
//! fills it with a project and gives a [`Table`], a tree of texts with spans and roles; [`render`] writes tables in a
//! [`Format`]. A new form is a new file in `layouts/`, a new format is a new module here.
//!
//! What a table holds is what forms print, character for character. A format that must escape or wrap does so in such a
//! way that a reader of that format finds the same text again; the modules say where that has limits.

mod amount;
mod build;
mod csv;
mod html;
mod layout;
mod markdown;
mod pattern;
mod text;
mod tree;

pub use build::build;
pub(crate) use csv::unguarded;
pub use layout::{Column, Content, Detail, Layout, LayoutError, LineLayout, Slot};
pub use text::Ambiguous;
pub(crate) use text::wrap;
pub use tree::{Align, Cell, Grid, Line, Placed, Role, Row, Section, Table};

/// How tables are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For terminals, drawn with lines.
    Text,
    /// GitHub Flavored Markdown.
    Markdown,
    /// A document of its own that prints on A4.
    Html,
    /// RFC 4180 with a byte order mark, for spreadsheets.
    Csv,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Html, Self::Csv];

    /// The name by which users choose it: `text`, `markdown`, `html`, `csv`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
        }
    }

    /// How names of such files end, without the point.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html | Self::Csv => self.id(),
        }
    }
}

/// What is to be known about the place where a table is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The most columns that a line of [`Format::Text`] may take. A table needs 3 for each column of its grid and one
    /// more (22 for the Tianjin form): where less is given, it takes that.
    pub width: usize,
    /// How wide [`Format::Text`] takes characters of ambiguous width to be.
    pub ambiguous: Ambiguous,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 100, ambiguous: Ambiguous::Narrow }
    }
}

/// Writes tables, one after the other, as one document.
pub fn render(format: Format, tables: &[Table<'_>], options: &Options) -> String {
    match format {
        Format::Text => text::render(tables, options),
        Format::Markdown => markdown::render(tables),
        Format::Html => html::render(tables),
        Format::Csv => csv::render(tables),
    }
}
