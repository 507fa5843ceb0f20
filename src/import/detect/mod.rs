//! The format of a document, by its content alone: names lie, and mail loses them.

mod ole2;
mod text;
#[cfg(feature = "documents")]
mod zip;

use super::{
    compound::SIGNATURE,
    document::{Kind, ReadError},
};

/// How much of a text is looked at.
const SAMPLE: usize = 256 << 10;

/// The format of a document, as far as one can tell without reading it: whether it is sound is found by its reader.
///
/// # Errors
/// [`ReadError::Unknown`] where it is in no format that is read, [`ReadError::Encrypted`] where it needs a password
/// before even its format can be seen.
pub fn detect(bytes: &[u8]) -> Result<Kind, ReadError> {
    if bytes.starts_with(SIGNATURE) {
        return ole2::detect(bytes);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return zipped(bytes).ok_or(ReadError::Unknown);
    }
    if bytes.trim_ascii_start().starts_with(b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    text::detect(sample).ok_or(ReadError::Unknown)
}

#[cfg(feature = "documents")]
fn zipped(bytes: &[u8]) -> Option<Kind> {
    zip::detect(bytes)
}

#[cfg(not(feature = "documents"))]
fn zipped(_: &[u8]) -> Option<Kind> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_documents() {
        for bytes in [
            &b""[..],
            b"PK\x03\x04",
            b"PK\x05\x06\0\0\0\0",
            b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            b"\x7FELF\x02\x01\x01\0\0\0\0",
            &[0; 64],
        ] {
            assert_eq!(detect(bytes), Err(ReadError::Unknown), "{bytes:?}");
        }
    }

    #[test]
    fn pdf() {
        assert_eq!(detect(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj"), Ok(Kind::Pdf));
    }
}
