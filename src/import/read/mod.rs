//! Readers: one for each format, all of which make the same [`Document`].
//!
//! They take any bytes, never panic, and take time and memory in proportion to what they are given: what would need
//! more than is sensible is [`ReadError::TooLarge`].

mod cells;
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

use super::document::{Document, Excess, Kind, ReadError};

/// How many bytes of a web page, of CSV or of text are read.
const MOST_BYTES: usize = 64 << 20;

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

/// Whether the bytes are few enough to be read as one text.
fn limit(bytes: &[u8]) -> Result<(), ReadError> {
    match bytes.len() <= MOST_BYTES {
        true => Ok(()),
        false => Err(ReadError::TooLarge { what: Excess::Bytes, most: MOST_BYTES }),
    }
}
