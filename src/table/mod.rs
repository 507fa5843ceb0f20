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
#[cfg(feature = "documents")]
pub(crate) mod docx;
mod error;
pub mod fill_in;
mod formulas;
pub(crate) mod html;
mod layout;
mod look;
pub(crate) mod markdown;
mod outcome;
#[cfg(feature = "documents")]
pub(crate) mod paper;
mod pattern;
mod target;
mod text;
mod tree;
#[cfg(feature = "documents")]
pub(crate) mod xlsx;

pub(crate) use amount::printed as amount_in;
pub use build::{Outcome, build, build_with};
pub(crate) use csv::unguarded;
pub use error::RenderError;
pub use layout::{Column, Content, Detail, Layout, LayoutError, LineLayout, Slot};
pub use look::{Letters, Look, Margins, Page, Points};
pub(crate) use markdown::escape;
pub(crate) use outcome::{COMPUTED, expected_amount, marked};
pub use text::Ambiguous;
#[cfg(feature = "documents")]
pub(crate) use text::first_word;
pub(crate) use text::wrap;
pub use tree::{Align, Cell, Computed, Formula, Grid, Line, Placed, Role, Row, Run, Section, Square, Summary, Table};

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
    /// Word since 2007.
    #[cfg(feature = "documents")]
    Docx,
    /// Excel since 2007.
    #[cfg(feature = "documents")]
    Xlsx,
}

impl Format {
    /// All formats.
    pub const ALL: &'static [Self] = &[
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Csv,
        #[cfg(feature = "documents")]
        Self::Docx,
        #[cfg(feature = "documents")]
        Self::Xlsx,
    ];

    /// The name by which users choose it: `text`, `markdown`, `html`, `csv`, `docx`, `xlsx`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
            #[cfg(feature = "documents")]
            Self::Docx => "docx",
            #[cfg(feature = "documents")]
            Self::Xlsx => "xlsx",
        }
    }

    /// The format with this name.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.id() == id)
    }

    /// How names of such files end, without the point.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            _ => self.id(),
        }
    }

    /// The format of files whose names end like this: `docx`, `HTML`, `htm`.
    pub fn of_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        let known = match extension.as_str() {
            "htm" => "html",
            "markdown" => "md",
            extension => extension,
        };
        Self::ALL.iter().copied().find(|format| format.extension() == known)
    }

    /// Whether it is text in UTF-8, which a terminal can show.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Markdown | Self::Html | Self::Csv)
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

/// Writes tables, one after the other, as one document: UTF-8 where [`Format::is_text`] says so. The same tables always
/// give the same bytes.
///
/// # Errors
/// [`RenderError`] where the format cannot hold a table; only [`Format::Xlsx`] has such limits.
pub fn render(format: Format, tables: &[Table<'_>], options: &Options) -> Result<Vec<u8>, RenderError> {
    let text = match format {
        Format::Text => text::render(tables, options),
        Format::Markdown => markdown::render(tables),
        Format::Html => html::render(tables),
        Format::Csv => csv::render(tables),
        #[cfg(feature = "documents")]
        Format::Docx => return docx::render(tables),
        #[cfg(feature = "documents")]
        Format::Xlsx => return xlsx::render(tables),
    };
    Ok(text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_name_and_by_ending() {
        for &format in Format::ALL {
            assert_eq!(Format::find(format.id()), Some(format));
            assert_eq!(Format::of_extension(&format.extension().to_uppercase()), Some(format));
        }
        assert_eq!(Format::of_extension("htm"), Some(Format::Html));
        assert_eq!(Format::of_extension("pdf"), None);
    }
}
