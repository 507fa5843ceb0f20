//! Readers: one for each format, all of which make the same [`Document`].
//!
//! They take any bytes, never panic, and take time and memory in proportion to what they are given: what would need
//! more than is sensible is [`ReadError::TooLarge`].

mod cells;
mod columns;
mod csv;
#[cfg(feature = "documents")]
mod docx;
#[cfg(feature = "documents")]
mod html;
mod lines;
#[cfg(feature = "documents")]
mod number;
#[cfg(feature = "documents")]
mod ods;
#[cfg(feature = "documents")]
mod package;
#[cfg(feature = "documents")]
mod pdf;
mod references;
mod text;
#[cfg(feature = "documents")]
mod xls;
#[cfg(feature = "documents")]
mod xlsx;
#[cfg(feature = "documents")]
mod xml;

#[cfg(test)]
#[cfg(feature = "documents")]
mod build;
#[cfg(test)]
#[cfg(feature = "documents")]
mod foreign;

pub(super) use csv::delimiter;

use super::document::{Document, Excess, Kind, Pages, ReadError};

/// How many bytes of a web page, of CSV or of text are read.
const MOST_BYTES: usize = 32 << 20;

/// Reads a document of a known format.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn read(kind: Kind, bytes: &[u8]) -> Result<Document, ReadError> {
    match kind {
        #[cfg(feature = "documents")]
        Kind::Docx => docx::read(bytes),
        #[cfg(feature = "documents")]
        Kind::Xlsx => xlsx::read(bytes),
        #[cfg(feature = "documents")]
        Kind::Ods => ods::read(bytes),
        #[cfg(feature = "documents")]
        Kind::Xls => xls::read(bytes),
        #[cfg(feature = "documents")]
        Kind::Html => html::read(bytes),
        Kind::Csv => csv::read(bytes),
        Kind::Text => text::read(bytes),
        Kind::Doc | Kind::Pdf => Err(ReadError::NeedsConversion(kind)),
        #[cfg(not(feature = "documents"))]
        _ => Err(ReadError::Unknown),
    }
}

/// Reads pages by their words and a picture of what is drawn on them.
///
/// # Errors
/// Why they cannot be read.
#[cfg(feature = "documents")]
pub(super) fn pages(words: &[u8], picture: &[u8]) -> Result<Pages, ReadError> {
    pdf::read(words, picture)
}

/// The side of the square paper that all pages have room on, in points.
///
/// # Errors
/// Why they cannot be read.
#[cfg(feature = "documents")]
pub(super) fn paper(words: &[u8]) -> Result<u32, ReadError> {
    pdf::paper(words)
}

#[cfg(not(feature = "documents"))]
pub(super) fn pages(_: &[u8], _: &[u8]) -> Result<Pages, ReadError> {
    Err(ReadError::Unknown)
}

#[cfg(not(feature = "documents"))]
pub(super) fn paper(_: &[u8]) -> Result<u32, ReadError> {
    Err(ReadError::Unknown)
}

/// Whether the bytes are few enough to be read as one text.
fn limit(bytes: &[u8]) -> Result<(), ReadError> {
    match bytes.len() <= MOST_BYTES {
        true => Ok(()),
        false => Err(ReadError::TooLarge { what: Excess::Bytes, most: MOST_BYTES }),
    }
}
