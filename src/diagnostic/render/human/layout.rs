//! Measuring, cutting and breaking text by terminal columns.

use unicode_width::UnicodeWidthChar;

/// The columns that a sentence takes at the most. Names in the source can be of any length, and sentences repeat them.
pub const LONGEST_SENTENCE: usize = 600;

/// How far a tab may advance.
const TAB_WIDTH: usize = 4;

/// Punctuation that does not begin a line.
const CLOSING: &str = "，。；：、！？）】》”’」』…";

/// Punctuation that does not end a line.
const OPENING: &str = "（【《“‘「『";

/// The columns that a character takes, rounded up: a tab counts in full, and combining marks as one, so that no text
/// counts as nothing however long it is.
pub fn columns_of(character: char) -> usize {
    if character == '\t' { TAB_WIDTH } else { character.width().unwrap_or(1).max(1) }
}

/// The columns that a text takes at the most.
pub fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// The longest begin of a text that fits. It looks no further than that.
pub fn head(text: &str, room: usize) -> &str {
    let mut used = 0;
    let over = |&(_, character): &(usize, char)| {
        used += columns_of(character);
        used > room
    };
    text.char_indices().find(over).map_or(text, |(at, _)| &text[..at])
}

/// The longest end of a text that fits. It looks no further than that.
pub fn tail(text: &str, room: usize) -> &str {
    let mut used = 0;
    let over = |&(_, character): &(usize, char)| {
        used += columns_of(character);
        used > room
    };
    text.char_indices().rev().find(over).map_or(text, |(at, character)| &text[at + character.len_utf8()..])
}

/// The text if it fits; else its begin and `…`.
pub fn clip(text: &str, room: usize) -> String {
    if head(text, room).len() == text.len() {
        text.to_owned()
    } else {
        head(text, room.saturating_sub(1)).to_owned() + "…"
    }
}

/// Breaks a text into lines, at blanks and between Chinese characters; a word that is longer than a line is cut.
pub fn wrap(text: &str, room: usize) -> Vec<&str> {
    let (mut lines, mut rest) = (Vec::new(), text.trim_end());
    loop {
        let fits = head(rest, room.max(TAB_WIDTH)).len();
        if fits == rest.len() {
            lines.push(rest);
            return lines;
        }
        let end = last_break(rest, fits).unwrap_or(fits);
        lines.push(rest[..end].trim_end());
        rest = rest[end..].trim_start();
    }
}

/// The last offset up to `limit` at which a line may end.
fn last_break(text: &str, limit: usize) -> Option<usize> {
    let before = text[..limit].char_indices().rev();
    let after = text[limit..].chars().next().map(|character| (limit, character));
    let later = after.into_iter().chain(before.clone());
    later.zip(before).find(|&((_, after), (_, before))| may_break(before, after)).map(|((at, _), _)| at)
}

fn may_break(before: char, after: char) -> bool {
    let chinese = |character| columns_of(character) == 2 || CLOSING.contains(character) || OPENING.contains(character);
    let quoted = |character| matches!(character, '`' | '"' | '\'');
    let forbidden = CLOSING.contains(after) || OPENING.contains(before) || quoted(before) || quoted(after);
    before == ' ' || (!forbidden && after != ' ' && (chinese(before) || chinese(after)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_by_columns() {
        assert_eq!(head("预算2026", 5), "预算2");
        assert_eq!(head("预算", 3), "预");
        assert_eq!(tail("预算2026", 5), "2026");
        assert_eq!(tail("预算", 9), "预算");
        assert_eq!(clip("预算2026", 6), "预算2…");
        assert_eq!(clip("预算2026", 8), "预算2026");
    }

    #[test]
    fn breaks_between_chinese_characters_but_not_before_a_comma() {
        assert_eq!(wrap("检查单位（元、万元）是否写错", 12), ["检查单位", "（元、万元）", "是否写错"]);
        assert_eq!(wrap("数量应为两家，不是三家。", 12), ["数量应为两", "家，不是三", "家。"]);
        assert_eq!(wrap("at most a third of 1,020,000.00", 12), ["at most a", "third of", "1,020,000.00"]);
        assert_eq!(wrap("unreasonably", 5), ["unrea", "sonab", "ly"]);
        assert_eq!(wrap("", 5), [""]);
    }
}
