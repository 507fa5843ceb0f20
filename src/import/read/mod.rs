//! The bytes of a document become paragraphs and grids.

#[cfg(feature = "documents")]
mod cells;
#[cfg(feature = "documents")]
mod docx;
#[cfg(feature = "documents")]
mod number;
#[cfg(feature = "documents")]
mod ods;
#[cfg(feature = "documents")]
mod package;
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

use super::document::{Document, Kind, ReadError};

/// A document of a known kind.
///
/// # Errors
/// [`ReadError`] where it is damaged, encrypted, too large, or of a kind that is not read.
#[cfg_attr(not(feature = "documents"), allow(unused_variables, reason = "no kind is read"))]
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
        _ => Err(ReadError::Unknown),
    }
}
