//! Texts measured and broken into lines, in columns of a terminal.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How wide a terminal draws the characters that are narrow in Western fonts and wide in Chinese ones: “ ” ≥ · ①.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ambiguous {
    /// One column, as nearly all terminals do.
    #[default]
    Narrow,
    /// Two columns, as terminals in Chinese legacy settings do. The lines of tables are ambiguous too, so tables are
    /// drawn with `+`, `-` and `|` then.
    Wide,
}

/// Never at the begin of a line.
const CLOSING: &str = "，。、；：？！）》〉」』】〕〗〙”’…—·％‰℃,.;:?!)]}%";

/// Never at the end of a line.
const OPENING: &str = "（《〈「『【〔〖〘“‘≥≤＞＜＝≈￥([{><=$#";

impl Ambiguous {
    /// How many columns a text takes.
    pub fn width(self, text: &str) -> usize {
        match self {
            Self::Narrow => text.width(),
            Self::Wide => text.width_cjk(),
        }
    }

    fn of_char(self, c: char) -> usize {
        let width = match self {
            Self::Narrow => c.width(),
            Self::Wide => c.width_cjk(),
        };
        width.unwrap_or(1)
    }
}

/// The text without what would steer the terminal or turn the direction of writing.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let steers =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let replaced = |c| match c {
        '\t' => ' ',
        c if steers(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    Cow::Owned(text.chars().map(replaced).collect())
}

/// A piece of a paragraph that is kept on one line if it fits on one, and the blanks behind it.
#[derive(Debug, Clone, Copy)]
struct Word<'w> {
    text: &'w str,
    /// Without the blanks.
    width: usize,
    blanks: usize,
}

/// The pieces of a paragraph.
fn words(paragraph: &str, ambiguous: Ambiguous) -> impl Iterator<Item = Word<'_>> {
    let mut rest = paragraph;
    std::iter::from_fn(move || {
        let end = word_end(rest, ambiguous)?;
        let (text, behind) = rest.split_at(end);
        rest = behind;
        let width = ambiguous.width(text.trim_end());
        Some(Word { text, width, blanks: ambiguous.width(text) - width })
    })
}

/// Where the first piece ends that is kept on one line if it fits on one, with the blanks behind it.
#[cfg(feature = "documents")]
pub(crate) fn first_word(text: &str, ambiguous: Ambiguous) -> usize {
    word_end(text, ambiguous).unwrap_or(0)
}

/// Where the first piece ends; `None` where nothing is left.
fn word_end(text: &str, ambiguous: Ambiguous) -> Option<usize> {
    let mut end = 0;
    let mut clusters = clusters(text, ambiguous);
    let mut before = clusters.next()?;
    end += before.len();
    for cluster in clusters {
        let pair = before.chars().next_back().zip(cluster.chars().next());
        if pair.is_some_and(|(left, right)| may_break(left, right, ambiguous)) {
            break;
        }
        end += cluster.len();
        before = cluster;
    }
    Some(end)
}

/// Whether a line may end between two characters: anywhere in Chinese, but not before closing or behind opening marks;
/// numbers and Latin words are kept whole.
fn may_break(left: char, right: char, ambiguous: Ambiguous) -> bool {
    if left.is_whitespace() || right.is_whitespace() {
        return !right.is_whitespace();
    }
    let is_letter = |c: char| c.is_ascii_graphic() || (c.is_alphanumeric() && ambiguous.of_char(c) < 2);
    let is_word = is_letter(left) && is_letter(right);
    !(is_word || CLOSING.contains(right) || OPENING.contains(left))
}

/// What is drawn as one character: with its accents, as a flag, as a family of emoji.
fn clusters(text: &str, ambiguous: Ambiguous) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (cluster, behind) = rest.split_at(cluster_end(rest, ambiguous)?);
        rest = behind;
        Some(cluster)
    })
}

fn cluster_end(text: &str, ambiguous: Ambiguous) -> Option<usize> {
    let mut characters = text.char_indices();
    let (_, mut before) = characters.next()?;
    for (at, c) in characters {
        let is_flag = is_flag_half(before) && is_flag_half(c);
        let is_skin = matches!(c, '\u{1F3FB}'..='\u{1F3FF}');
        // What does not become one character by it, such as the third half of a flag, is wider than one.
        let joins = || (before == '\u{200D}' || is_flag || is_skin) && ambiguous.width(&text[..at + c.len_utf8()]) <= 2;
        if ambiguous.of_char(c) > 0 && !joins() {
            return Some(at);
        }
        before = c;
    }
    Some(text.len())
}

fn is_flag_half(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

/// The widths that a text would like to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wish {
    /// For each paragraph on one line.
    pub whole: usize,
    /// For no word broken.
    pub word: usize,
}

/// The widths that a text would like to have.
pub(super) fn wish(text: &str, ambiguous: Ambiguous) -> Wish {
    let text = clean(text);
    let whole = text.split('\n').map(|paragraph| ambiguous.width(paragraph)).max().unwrap_or(0);
    let word = text.split('\n').flat_map(|paragraph| words(paragraph, ambiguous)).map(|word| word.width).max();
    Wish { whole, word: word.unwrap_or(0) }
}

/// Breaks a text into lines of at most `width` columns, 2 at least. Nothing is lost but blanks at line ends, and
/// the few characters wider than two columns, which become `?` in a column that narrow.
pub(crate) fn wrap(text: &str, width: usize, ambiguous: Ambiguous) -> Vec<String> {
    let text = clean(text);
    let mut wrapper = Wrapper { lines: Vec::new(), line: String::new(), used: 0, width, ambiguous };
    for paragraph in text.split('\n') {
        words(paragraph, ambiguous).for_each(|word| wrapper.word(word));
        wrapper.end_line();
    }
    wrapper.lines
}

struct Wrapper {
    lines: Vec<String>,
    line: String,
    /// How many columns of the line are taken.
    used: usize,
    width: usize,
    ambiguous: Ambiguous,
}

impl Wrapper {
    fn word(&mut self, word: Word<'_>) {
        if self.used + word.width > self.width && self.used > 0 {
            self.end_line();
        }
        if word.width > self.width {
            return clusters(word.text, self.ambiguous).for_each(|cluster| self.cluster(cluster));
        }
        self.push(word.text, word.width + word.blanks);
    }

    /// A part of a word that is longer than a line.
    fn cluster(&mut self, cluster: &str) {
        let width = self.ambiguous.width(cluster);
        let (cluster, width) = if width > self.width { ("?", 1) } else { (cluster, width) };
        if self.used + width > self.width {
            self.end_line();
        }
        self.push(cluster, width);
    }

    fn push(&mut self, text: &str, width: usize) {
        self.line.push_str(text);
        self.used += width;
    }

    fn end_line(&mut self) {
        self.line.truncate(self.line.trim_end().len());
        self.lines.push(std::mem::take(&mut self.line));
        self.used = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        wrap(text, width, Ambiguous::Narrow)
    }

    #[test]
    fn breaks_where_chinese_does() {
        assert_eq!(wrapped("数量指标", 4), ["数量", "指标"]);
        assert_eq!(wrapped("检索、收集、识别", 6), ["检索、", "收集、", "识别"]);
        assert_eq!(wrapped("提高“茶淀”的", 6), ["提高", "“茶淀”", "的"]);
        assert_eq!(wrapped("其中：财政    资金", 10), ["其中：财政", "资金"]);
        assert_eq!(wrapped("其中：财政    资金", 20), ["其中：财政    资金"]);
        assert_eq!(wrapped("第一\n第二", 20), ["第一", "第二"]);
        assert_eq!(wrapped("", 20), [""]);
    }

    #[test]
    fn keeps_numbers_whole_where_they_fit() {
        assert_eq!(wrapped("≤12232.2元", 8), ["≤12232.2", "元"]);
        assert_eq!(wrapped("共1020000.00元", 11), ["共", "1020000.00", "元"]);
        assert_eq!(wrapped("1020000.00", 4), ["1020", "000.", "00"]);
    }

    #[test]
    fn keeps_what_is_drawn_as_one() {
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}";
        assert_eq!(wrapped(&family.repeat(3), 4), [family.repeat(2), family.to_owned()]);
        assert_eq!(wrapped("\u{1F1E8}\u{1F1F3}\u{1F1E8}\u{1F1F3}", 2), ["\u{1F1E8}\u{1F1F3}"; 2]);
        assert_eq!(wrapped("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(wrapped("\u{17D8}", 2), ["?"]);
    }

    #[test]
    fn does_not_steer_the_terminal() {
        assert_eq!(wrapped("a\tb\u{1b}[31m\u{202e}", 20), ["a b\u{fffd}[31m\u{fffd}"]);
    }

    #[test]
    fn ambiguous_characters_are_as_wide_as_told() {
        assert_eq!(wrap("“茶”", 4, Ambiguous::Narrow), ["“茶”"]);
        assert_eq!(wrap("“茶”", 4, Ambiguous::Wide), ["“茶", "”"]);
    }
}
