//! Documents that people have become `.perf` files.

mod detect;
mod document;
mod read;

pub use detect::detect;
pub use document::{Block, Cell, Document, Excess, Grid, Kind, ReadError};

/// Reads a document of any format that is known, which its content tells, never its name.
///
/// # Errors
/// Why it cannot be read. A document that another program must turn into a known one is
/// [`ReadError::NeedsConversion`].
pub fn read(bytes: &[u8]) -> Result<(Kind, Document), ReadError> {
    let kind = detect(bytes)?;
    Ok((kind, read::read(kind, bytes)?))
}
