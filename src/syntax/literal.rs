//! Texts in quotes: from source to content and back.

use std::borrow::Cow;

use super::quotes::{LOOK_ALIKES, QUOTES};

/// What may close a text that was opened by a mark, or by none: the quotes of the language, and those that are reported
/// and read for them.
fn closing(opening: Option<char>) -> &'static [char] {
    match opening {
        Some(mark) if QUOTES.contains(&mark) => &QUOTES,
        Some(mark) => LOOK_ALIKES.iter().find(|(opening, _)| *opening == mark).map_or(&[], |(_, closing)| closing),
        None => &['"', '”', '」'],
    }
}

/// The content of a text token: without its quotes, `""` inside `"…"` read as `"`. Borrowed where nothing is doubled.
/// A text that was reported for a missing quote has none to take off there.
pub fn unquoted(token: &str) -> Cow<'_, str> {
    let is_mark = |mark: &char| QUOTES.contains(mark) || LOOK_ALIKES.iter().any(|(opening, _)| opening == mark);
    let opening = token.chars().next().filter(is_mark);
    let content = &token[opening.map_or(0, char::len_utf8)..];
    let content = content.strip_suffix(closing(opening)).unwrap_or(content);
    if opening != Some('"') || memchr::memchr(b'"', content.as_bytes()).is_none() {
        return Cow::Borrowed(content);
    }
    Cow::Owned(content.replace("\"\"", "\""))
}

/// A text as the formatter writes it: `"…"`. A text of several lines cannot be quoted; its line ends become blanks.
pub fn quoted(text: &str) -> String {
    let doubled = text.replace('"', "\"\"").replace(['\n', '\r'], " ");
    format!("\"{doubled}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_come_off() {
        assert_eq!(unquoted("\"研究报告\""), "研究报告");
        assert_eq!(unquoted("“建设“茶淀”示范区”"), "建设“茶淀”示范区");
        assert_eq!(unquoted("「a\"\"n」"), "a\"\"n");
        assert_eq!(unquoted("\"a \"\"b\"\" c\""), "a \"b\" c");
        assert_eq!(unquoted("\"\""), "");
        assert_eq!(unquoted("《研究报告》"), "研究报告");
        assert_eq!(unquoted("“研究报告"), "研究报告");
        assert_eq!(unquoted("研究报告”"), "研究报告");
        assert_eq!(unquoted("“印发《办法》"), "印发《办法》");
        assert_eq!(unquoted("印发《办法》"), "印发《办法》");
    }

    #[test]
    fn what_is_quoted_reads_back() {
        for text in ["", "a\"b", "C:\\数据", "制\t表", "“引”", "\""] {
            assert_eq!(unquoted(&quoted(text)), text);
        }
    }
}
