//! Text becomes bytes again, as they were found.

use encoding_rs::GB18030;

use super::{Encoding, decode};

/// The marks with which files in Unicode may begin.
const MARKS: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];

/// The bytes of a text that takes the place of a file: in the encoding of its bytes, with the mark that they begin with.
/// In UTF-8 where the file could not be written again as it is, for some letters of GBK have two codes.
pub fn encode(text: &str, file: &[u8]) -> Vec<u8> {
    let decoded = decode(file.to_vec());
    let mark = MARKS.into_iter().find(|mark| file.starts_with(mark)).unwrap_or_default();
    let written = |text: &str| [mark, &bytes(text, decoded.encoding)].concat();
    if written(&decoded.text) == file { written(text) } else { text.as_bytes().to_vec() }
}

fn bytes(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Gbk => GB18030.encode(text).0.into_owned(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_encoding() {
        let (old, new) = ("数量 “报告” ≥ 1 加\r\n", "数量 “报告” ≥ 1 家\r\n");
        for encoding in [Encoding::Utf8, Encoding::Gbk] {
            let file = bytes(old, encoding);
            assert_eq!(encode(new, &file), bytes(new, encoding), "{}", encoding.name());
        }
        for (mark, encoding) in MARKS.into_iter().zip([Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be]) {
            let marked = |text| [mark, &bytes(text, encoding)].concat();
            assert_eq!(encode(new, &marked(old)), marked(new));
        }
    }

    #[test]
    fn what_cannot_be_written_as_it_was_becomes_utf8() {
        assert_eq!(encode("家", b"\xEF\xBB\xBF\xE5\xAE\xB6\xFF"), "家".as_bytes());
    }
}
