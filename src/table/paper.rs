//! What documents with pages have in common.

use std::borrow::Cow;

/// The text with `\u{FFFD}` for the control characters that XML cannot hold. Tabs and line ends stay.
pub(crate) fn legal(text: &str) -> Cow<'_, str> {
    let is_illegal = |c: char| (c < ' ' && !matches!(c, '\t' | '\n')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if !text.contains(is_illegal) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(is_illegal, "\u{FFFD}"))
}

/// The width of each column, all together exactly as wide as the table.
pub(crate) fn shares(columns: &[u16], width: u32) -> Vec<u32> {
    let all: u64 = columns.iter().copied().map(u64::from).sum::<u64>().max(1);
    let mut passed = 0;
    let mut end = 0;
    let mut shares = Vec::with_capacity(columns.len());
    for &column in columns {
        passed += u64::from(column);
        // Never more than the width, which is an `u32`.
        let next = u32::try_from(u64::from(width) * passed / all).unwrap_or(width);
        shares.push(next - end);
        end = next;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_fill_the_width() {
        assert_eq!(shares(&[1, 1, 1], 100), [33, 33, 34]);
        assert_eq!(shares(&[13, 15, 14, 14, 14, 13, 17], 10092).iter().sum::<u32>(), 10092);
        assert_eq!(shares(&[], 10), [0_u32; 0]);
    }

    #[test]
    fn control_characters_are_shown_as_such() {
        assert_eq!(legal("a\tb\nc\r\u{1}\u{FFFF}"), "a\tb\nc\u{FFFD}\u{FFFD}\u{FFFD}");
        assert!(matches!(legal("正常"), Cow::Borrowed(_)));
    }
}
