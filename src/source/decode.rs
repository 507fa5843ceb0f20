//! Bytes of unknown encoding become text; what was done to them is told, never hidden.

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// How a file was encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, the encoding of `.perf` files, with or without a byte order mark.
    Utf8,
    /// GBK or GB18030, which older Windows programs write in China.
    Gbk,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

impl Encoding {
    /// The name that users know.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gbk => "GBK",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
        }
    }
}

/// A text and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding it was read as.
    pub encoding: Encoding,
    /// Where in `text` the first U+FFFD stands that replaces bytes which are no text in any known encoding.
    pub damaged: Option<u32>,
}

/// Whether bytes are a document of another program and no text: what Word, Excel and PDF files begin with, or bytes of
/// zero among what is no text in any known encoding.
pub fn is_document(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 3] = [b"PK\x03\x04", b"%PDF-", b"\xD0\xCF\x11\xE0"];
    let begin = &bytes[..bytes.len().min(1024)];
    let is_binary = || begin.contains(&0) && utf16(bytes).is_none() && std::str::from_utf8(bytes).is_err();
    marks.iter().any(|mark| bytes.starts_with(mark)) || is_binary()
}

/// Reads bytes as UTF-8; if they are not, as UTF-16 or GBK where most of them make sense as such; else as UTF-8. Bytes
/// that are invalid in the encoding become U+FFFD.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some(decoded) = utf16(&bytes).map(|encoding| replaced(encoding, &bytes)).filter(is_mostly_sound) {
        return decoded;
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{FEFF}') {
                text.remove(0);
            }
            return Decoded { text, encoding: Encoding::Utf8, damaged: None };
        }
        Err(error) => error.into_bytes(),
    };
    let utf8 = replaced(Encoding::Utf8, &bytes);
    // In GBK read as UTF-8 nearly every Chinese letter is damaged.
    if is_mostly_sound(&utf8) {
        return utf8;
    }
    let gbk = replaced(Encoding::Gbk, &bytes);
    if is_mostly_sound(&gbk) && looks_chinese(&gbk.text) { gbk } else { utf8 }
}

/// UTF-16 has a byte order mark or, in text that is partly ASCII, NUL as every second byte of its first line.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let nul = |at: usize| bytes.get(at) == Some(&0);
    match bytes {
        [0xFF, 0xFE, ..] => Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => Some(Encoding::Utf16Be),
        _ if bytes.len() < 4 => None,
        _ if !nul(0) && nul(1) && !nul(2) && nul(3) => Some(Encoding::Utf16Le),
        _ if nul(0) && !nul(1) && nul(2) && !nul(3) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// The text, bytes that are invalid in this encoding replaced.
fn replaced(encoding: Encoding, bytes: &[u8]) -> Decoded {
    let codec = match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Gbk => GB18030,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
    };
    let (text, has_damage) = codec.decode_with_bom_removal(bytes);
    let damaged = if has_damage { text.find('\u{FFFD}').map(|at| at as u32) } else { None };
    Decoded { text: text.into_owned(), encoding, damaged }
}

/// Whether there is less damage than letters that are no ASCII, of which each encoding has its own; or next to none.
fn is_mostly_sound(decoded: &Decoded) -> bool {
    let Some(start) = decoded.damaged else { return true };
    let damage = decoded.text[start as usize..].matches('\u{FFFD}').count();
    let foreign = decoded.text.chars().filter(|c| !c.is_ascii()).count() - damage;
    damage < foreign || (matches!(decoded.encoding, Encoding::Utf16Le | Encoding::Utf16Be) && damage <= 1)
}

/// GB18030 can be read into almost any bytes; real text in it is mostly common ideographs and Chinese punctuation.
fn looks_chinese(text: &str) -> bool {
    let foreign = text.chars().filter(|c| !c.is_ascii() && *c != '\u{FFFD}');
    let (mut chinese, mut other) = (0_usize, 0_usize);
    for character in foreign {
        match character {
            '\u{4E00}'..='\u{9FFF}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' | '\u{2000}'..='\u{22FF}' => {
                chinese += 1;
            }
            _ => other += 1,
        }
    }
    chinese > other * 9 && !text.contains('\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "数量 “研究报告” ≥ 1 份\n";

    #[track_caller]
    fn reads(bytes: Vec<u8>, encoding: Encoding) {
        assert_eq!(decode(bytes), Decoded { text: TEXT.into(), encoding, damaged: None });
    }

    #[test]
    fn reads_what_editors_write() {
        reads(TEXT.into(), Encoding::Utf8);
        reads([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), Encoding::Utf8);
        reads(GB18030.encode(TEXT).0.into_owned(), Encoding::Gbk);
        let units = || "\u{FEFF}".encode_utf16().chain(TEXT.encode_utf16());
        reads(units().flat_map(u16::to_le_bytes).collect(), Encoding::Utf16Le);
        reads(units().flat_map(u16::to_be_bytes).collect(), Encoding::Utf16Be);
    }

    #[test]
    fn utf16_without_a_mark() {
        let text = "year 2026\n";
        let bytes = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(bytes).encoding, Encoding::Utf16Le);
    }

    #[test]
    fn documents_are_no_texts() {
        for bytes in [&b"PK\x03\x04\x14"[..], b"%PDF-1.7\n", b"\xD0\xCF\x11\xE0\xA1", b"\x7FELF\0\0\xFF"] {
            assert!(is_document(bytes), "{bytes:?}");
        }
        for bytes in [&b""[..], b"PK 1", b"y\0e\0", b"a\0b", b"year \xFF"] {
            assert!(!is_document(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn damage_is_marked() {
        let decoded = decode(b"year \xFF\xFF\xFE\xFE 2026".to_vec());
        assert_eq!(decoded.damaged, Some(5));
        assert!(decoded.text.starts_with("year \u{FFFD}"));
        assert_eq!(decode(Vec::new()).text, "");
    }

    #[test]
    fn a_damaged_byte_does_not_hide_the_encoding() {
        let long = TEXT.repeat(20);
        let mut gbk = GB18030.encode(&long).0.into_owned();
        gbk[5] = 0xFF;
        let mut utf16: Vec<u8> =
            "\u{FEFF}".encode_utf16().chain(long.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        utf16.push(b'x');
        let mut lone = utf16[..utf16.len() - 1].to_vec();
        lone.extend([0x00, 0xD8, b'\n', 0]);
        let mut utf8 = long.clone().into_bytes();
        utf8[7] = 0xFF;
        for (bytes, encoding) in
            [(gbk, Encoding::Gbk), (utf16, Encoding::Utf16Le), (lone, Encoding::Utf16Le), (utf8, Encoding::Utf8)]
        {
            let decoded = decode(bytes);
            assert_eq!(decoded.encoding, encoding);
            assert!(decoded.damaged.is_some());
            assert!(decoded.text.ends_with("≥ 1 份\n") || encoding == Encoding::Utf16Le);
            assert!(decoded.text.matches('\u{FFFD}').count() <= 3);
        }
    }
}
