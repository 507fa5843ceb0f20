//! Texts in quotes: from source to content and back.

use std::borrow::Cow;

/// What may close a text: the quotes of the language, and those that are reported and read for them.
const CLOSING: &[char] = &['"', '”', '」', '“', '「', '＂', '\'', '’', '‘', '`', '´', '』', '》', '〉', '】'];

/// What may open a text, likewise.
const OPENING: &[char] = &['"', '“', '「', '”', '」', '＂', '\'', '’', '‘', '`', '『', '《', '〈', '【'];

/// The content of a text token: without its quotes, `""` inside `"…"` read as `"`. Borrowed where nothing is doubled.
/// A text that was reported for a missing quote has none to take off there.
pub fn unquoted(token: &str) -> Cow<'_, str> {
    let opening = token.chars().next();
    let content = token.strip_prefix(OPENING).unwrap_or(token);
    let content = content.strip_suffix(CLOSING).unwrap_or(content);
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
    }

    #[test]
    fn what_is_quoted_reads_back() {
        for text in ["", "a\"b", "C:\\数据", "制\t表", "“引”", "\""] {
            assert_eq!(unquoted(&quoted(text)), text);
        }
    }
}
