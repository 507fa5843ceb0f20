//! Characters that nobody sees: control characters, and blanks without width that web pages and chats leave in copies.

/// The invisible characters of a text with their places; tabs, line ends and ordinary blanks are none of them.
pub fn invisible(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let controls = may_hold_controls(bytes).then(|| text.char_indices().filter(|(_, c)| is_control(*c)));
    let formats = memchr::memmem::find_iter(bytes, b"\xE2\x80")
        .chain(memchr::memmem::find_iter(bytes, b"\xE2\x81"))
        .filter_map(|at| Some((at, text.get(at..)?.chars().next()?)))
        .filter(|(_, c)| is_format(*c));
    controls.into_iter().flatten().chain(formats)
}

/// Whether a character is one that nobody sees.
pub fn is_invisible(character: char) -> bool {
    is_control(character) || is_format(character)
}

/// Joiners, marks of direction, blanks of no width.
fn is_format(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}')
}

fn is_control(character: char) -> bool {
    matches!(character, '\0'..'\u{20}' | '\u{7F}') && !matches!(character, '\t' | '\n' | '\r')
}

/// Whether it is worth looking closer; most texts are done with here, many bytes at a time.
fn may_hold_controls(bytes: &[u8]) -> bool {
    let is_control = |byte: u8| (byte < 0x20 && byte != b'\t' && byte != b'\n' && byte != b'\r') || byte == 0x7F;
    bytes.chunks(4096).any(|chunk| chunk.iter().fold(false, |found, &byte| found | is_control(byte)))
}

#[cfg(test)]
mod tests {
    use super::invisible;

    #[test]
    fn only_what_cannot_be_seen() {
        assert_eq!(invisible("数量\t\"“研究报告”……\" ≥ 1 份\r\n").count(), 0);
        let found: Vec<_> = invisible("研\0究\u{200B}报\u{7F}告\u{2060}").collect();
        assert_eq!(found, [(3, '\0'), (13, '\u{7F}'), (7, '\u{200B}'), (17, '\u{2060}')]);
    }
}
