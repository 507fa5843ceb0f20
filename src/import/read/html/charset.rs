//! The encoding of a page: what it says, unless its bytes say otherwise.

use encoding_rs::Encoding;

use super::tokens::{Attributes, Token, Tokens};
use crate::source;

/// How much of a page is looked through for its encoding.
const HEAD: usize = 4096;

/// The text of a page, its line ends made `\n`.
///
/// Valid UTF-8 with ideographs, and UTF-16, are taken for that whatever the page says: texts in other encodings look
/// like them by no accident. Else the page is believed if it is valid in the encoding that it names.
pub(super) fn decode(bytes: &[u8]) -> String {
    let found = source::decode(bytes.to_vec());
    let text = match declared(bytes).filter(|_| !is_certain(&found)) {
        Some(encoding) if encoding.is_single_byte() && found.damaged.is_none() => found.text,
        Some(encoding) => {
            let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
            if is_damaged && found.damaged.is_none() { found.text } else { text.into_owned() }
        }
        None => found.text,
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

fn is_certain(found: &source::Decoded) -> bool {
    let is_ideograph = |c: char| matches!(c, '\u{3400}'..='\u{9FFF}');
    match found.encoding {
        source::Encoding::Gbk => false,
        source::Encoding::Utf8 => {
            found.damaged.is_none() && (found.text.is_ascii() || found.text.contains(is_ideograph))
        }
        _ => true,
    }
}

/// The encoding that a page names in its head.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes));
    let label = Tokens::new(&head).find_map(|token| match token {
        Token::Start { name, attributes } if name.eq_ignore_ascii_case("meta") => label(attributes),
        _ => None,
    })?;
    // A page in UTF-16 could not say so in its head.
    Encoding::for_label(label.as_bytes())
        .filter(|encoding| encoding.is_ascii_compatible() && *encoding != encoding_rs::REPLACEMENT)
}

/// `charset="gbk"`, or `content="text/html; charset=gbk"`.
fn label(attributes: Attributes<'_>) -> Option<String> {
    if let Some(label) = attributes.get("charset") {
        return Some(label.trim().to_owned());
    }
    let content = attributes.get("content")?.to_ascii_lowercase();
    let (_, label) = content.split_once("charset")?;
    let label = label.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    Some(label.split(['"', '\'', ';', ' ']).next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GBK};

    use super::*;

    const PAGE: &str = "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"><p>绩效目标≥1";

    #[test]
    fn pages_are_believed() {
        assert_eq!(decode(&GBK.encode(PAGE).0), PAGE);
        let big5 = "<!-- x --><META CharSet='big5' /><p>績效目標";
        assert_eq!(decode(&BIG5.encode(big5).0), big5);
        // Two ideographs in GBK that are valid UTF-8 too.
        let short = "<meta charset=gbk>联";
        assert_eq!(decode(&GBK.encode(short).0), short);
    }

    #[test]
    fn bytes_are_believed_more() {
        assert_eq!(decode(PAGE.as_bytes()), PAGE);
        assert_eq!(decode(&[b"\xEF\xBB\xBF", PAGE.as_bytes()].concat()), PAGE);
        let utf16: Vec<u8> = "\u{FEFF}".encode_utf16().chain(PAGE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16), PAGE);
        let wrong = "<meta charset=utf-8><p>绩效目标表";
        assert_eq!(decode(&GBK.encode(wrong).0), wrong);
        let wrong = "<meta charset=iso-8859-1><p>绩效目标表";
        assert_eq!(decode(&GBK.encode(wrong).0), wrong);
        assert_eq!(decode(&GBK.encode("<p>绩效目标表\r\n\r").0), "<p>绩效目标表\n\n");
    }

    #[test]
    fn other_encodings() {
        assert_eq!(decode(b"<meta charset=windows-1252>caf\xE9"), "<meta charset=windows-1252>café");
        assert_eq!(decode(b"<meta charset=nonsense>a\xFF"), "<meta charset=nonsense>a\u{FFFD}");
    }
}
