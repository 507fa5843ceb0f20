//! Readers: one for each format, all of which make the same [`Document`].
//!
//! They take any bytes, never panic, and take time and memory in proportion to what they are given: what would need
//! more than is sensible is [`ReadError::TooLarge`].

mod cells;
mod csv;
#[cfg(feature = "documents")]
mod html;
mod lines;
mod references;
mod text;

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
        Kind::Html => html::read(bytes),
        Kind::Csv => csv::read(bytes),
        Kind::Text => text::read(bytes),
        Kind::Doc | Kind::Pdf => Err(ReadError::NeedsConversion(kind)),
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
