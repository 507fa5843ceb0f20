//! How each token is spelt.

use std::borrow::Cow;

use crate::{
    syntax::{TokenKind, is_blank, unquoted},
    words::{Comparison, folded},
};

/// Writes a token. `forms` asks for the comparison signs that forms print, `≥` rather than `>=`.
pub fn write(out: &mut String, kind: TokenKind, text: &str, forms: bool) {
    match kind {
        TokenKind::Text => write_text(out, text),
        TokenKind::Number => out.push_str(&folded(text)),
        TokenKind::Date => out.extend(folded(text).chars().filter(|&character| !is_blank(character))),
        TokenKind::Comparison => write_comparison(out, text, forms),
        TokenKind::Operator => out.push_str(operator(text)),
        TokenKind::Range => out.push_str(".."),
        TokenKind::Comma => out.push(','),
        TokenKind::OpenParen => out.push('('),
        TokenKind::CloseParen => out.push(')'),
        TokenKind::Word => out.push_str(&word(text)),
        TokenKind::Broken => out.push_str(text),
    }
}

/// A text in `"…"`. One that is so already is copied: what is doubled in it stays doubled.
fn write_text(out: &mut String, text: &str) {
    if text.starts_with('"') {
        out.push_str(text);
        return;
    }
    out.push('"');
    for (number, part) in unquoted(text).split('"').enumerate() {
        if number > 0 {
            out.push_str("\"\"");
        }
        out.push_str(part);
    }
    out.push('"');
}

/// A comparison that does not exist, `=>`, is not corrected: which one is meant is for its author to say.
fn write_comparison(out: &mut String, text: &str, forms: bool) {
    match Comparison::read(text) {
        Some(Ok(comparison)) if forms => out.push_str(comparison.printed()),
        Some(Ok(comparison)) => out.push_str(comparison.sign()),
        _ => out.push_str(&folded(text)),
    }
}

fn operator(text: &str) -> &str {
    match text {
        "＋" => "+",
        "－" | "−" => "-",
        "＊" | "×" => "*",
        "／" | "÷" => "/",
        other => other,
    }
}

/// A word with its full-width letters made ASCII, unless it would be several words then: one that begins with a small
/// ASCII letter holds less than others, so `ｋｍ％` stays.
pub fn word(text: &str) -> Cow<'_, str> {
    let folded = folded(text);
    let stem = folded.split(['/', '·', '•']).next().unwrap_or_default();
    let holds =
        |part: char| part.is_ascii_alphanumeric() || matches!(part, '_' | '-' | '²' | '³' | '\u{4E00}'..='\u{9FFF}');
    let splits = folded.starts_with(|first: char| first.is_ascii_lowercase()) && !stem.chars().all(holds);
    if splits { Cow::Borrowed(text) } else { folded }
}

/// Writes a comment: a line comment with ASCII slashes and nothing behind it, a block comment as it is.
pub fn write_comment(out: &mut String, text: &str) {
    if let Some(content) = text.strip_prefix("//").or_else(|| text.strip_prefix("／／")) {
        out.push_str("//");
        out.push_str(content.trim_end_matches(is_blank));
    } else {
        write_lines(out, text);
    }
}

/// Copies a text of several lines, with the line ends of the canonical form.
pub fn write_lines(out: &mut String, text: &str) {
    for (number, line) in text.split('\r').enumerate() {
        // Behind a CR, an LF is there already or missing.
        if number > 0 && !line.starts_with('\n') {
            out.push('\n');
        }
        out.push_str(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(kind: TokenKind, text: &str) -> String {
        let mut out = String::new();
        write(&mut out, kind, text, false);
        out
    }

    #[test]
    fn texts_keep_their_content() {
        for (text, canonical) in [
            ("“a“b”c”", "\"a“b”c\""),
            ("「a\"b\"\"」", "\"a\"\"b\"\"\"\"\""),
            ("\"a\"\"b\"", "\"a\"\"b\""),
            ("“”", "\"\""),
        ] {
            assert_eq!(written(TokenKind::Text, text), canonical);
            assert_eq!(unquoted(canonical), unquoted(text));
        }
    }

    #[test]
    fn words_stay_one_word() {
        let words = [
            ("Ａｂ值", "Ab值"),
            ("ｋｍ", "km"),
            ("ｋｍ值1", "km值1"),
            ("ｋｍ％", "ｋｍ％"),
            ("ｋｍℓ", "ｋｍℓ"),
            ("ｋｍ／ｈ", "km/h"),
            ("元／人", "元/人"),
            ("％", "%"),
        ];
        for (text, canonical) in words {
            assert_eq!(word(text), canonical);
        }
    }

    #[test]
    fn line_ends_become_one() {
        let mut out = String::new();
        write_lines(&mut out, "a\r\n\r\r\nb\n\r");
        assert_eq!(out, "a\n\n\nb\n\n");
    }
}
