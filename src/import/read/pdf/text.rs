//! Words that stand together become lines, and lines a text.
//!
//! A program that sets a text breaks it where the next piece has no room. So where a line leaves less room than the
//! first piece of the line below takes, the text goes on; where it leaves more, its writer ended it.

use std::{cell::LazyCell, collections::HashSet};

use super::{
    area::{Area, Length},
    drawing::Letter,
    words::Word,
};
use crate::table::{Ambiguous, first_word};

/// Words beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub area: Area,
    /// How far to the right its text could have gone.
    pub limit: Length,
    /// How far to the left it could have begun, in a cell.
    pub start: Option<Length>,
    /// From left to right.
    words: Vec<Word>,
    /// Where the blanks between them begin, if the page tells.
    blanks: Vec<Length>,
}

/// The words by lines from above to below.
pub(super) fn lines(mut words: Vec<Word>, blanks: &[Letter]) -> Vec<Line> {
    words.sort_by_key(|word| word.area.middle());
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        match lines.last_mut().filter(|line| line.takes(word.area)) {
            Some(line) => {
                line.area = line.area.and(word.area);
                line.words.push(word);
            }
            None => lines.push(Line::new(word, Length::MAX)),
        }
    }
    for blank in blanks {
        // Where lines are so close that they overlap, letters of the upper one stand above the lower one's middle.
        let below = lines.partition_point(|line| line.area.middle() <= blank.base);
        let line = below.checked_sub(1).and_then(|above| lines.get_mut(above));
        line.into_iter().filter(|line| blank.base <= line.area.bottom).for_each(|line| line.blanks.push(blank.left));
    }
    for line in &mut lines {
        line.words.sort_by_key(|word| word.area.left);
        line.blanks.sort_unstable();
    }
    lines
}

impl Line {
    fn new(word: Word, limit: Length) -> Self {
        Self { area: word.area, limit, start: None, words: vec![word], blanks: Vec::new() }
    }

    /// Whether a word stands beside those of the line rather than below them.
    fn takes(&self, word: Area) -> bool {
        (word.middle() - self.area.middle()).abs() <= self.area.height().max(word.height()) / 2
    }

    /// The line parted where there is room for two characters or more, or for one without a blank of the text.
    pub(super) fn pieces(self) -> Vec<Self> {
        let (wide, narrow) = (self.area.height() * 3 / 2, self.area.height() * 3 / 5);
        let mut pieces: Vec<Self> = Vec::new();
        let mut blanks = self.blanks.into_iter().peekable();
        for word in self.words {
            let centre = (word.area.left + word.area.right) / 2;
            let before: Vec<Length> = std::iter::from_fn(|| blanks.next_if(|blank| *blank < centre)).collect();
            let room = if before.is_empty() { narrow } else { wide };
            match pieces.last_mut().filter(|piece| word.area.left - piece.area.right < room) {
                Some(piece) => {
                    piece.area = piece.area.and(word.area);
                    piece.words.push(word);
                    piece.blanks.extend(before);
                }
                None => pieces.push(Self::new(word, self.limit)),
            }
        }
        if let Some(piece) = pieces.last_mut() {
            piece.blanks.extend(blanks);
        }
        pieces
    }

    /// Its text, the blanks as the page has them.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut blanks = self.blanks.iter().copied().peekable();
        let mut before: Option<&Word> = None;
        for word in &self.words {
            let mut is_parted = false;
            let centre = (word.area.left + word.area.right) / 2;
            while let Some(blank) = blanks.next_if(|blank| *blank < centre) {
                let width = blanks.peek().map_or(word.area.left, |next| word.area.left.min(*next)) - blank;
                text.push(if width > word.area.height() * 2 / 3 { '\u{3000}' } else { ' ' });
                is_parted = true;
            }
            let gap = |before: &Word| word.area.left - before.area.right > word.area.height() / 7;
            if !is_parted && before.is_some_and(|before| gap(before) && are_words(&before.text, &word.text)) {
                text.push(' ');
            }
            text.push_str(&word.text);
            before = Some(word);
        }
        text.extend(blanks.map(|_| ' '));
        text
    }

    /// Whether the text goes on in the line below.
    pub(super) fn goes_on(&self, below: &Self) -> bool {
        let piece = below.first_piece();
        self.limit.saturating_sub(self.end()) < piece + piece / 8
    }

    /// Whether the text goes on at the top of the next page: nothing of it had room, which is less certain to be so there
    /// than in the next line of a cell.
    pub(super) fn goes_on_next_page(&self, next: &Self) -> bool {
        let text = next.text();
        let text = text.trim_start();
        // No program breaks a number where one more digit has room.
        let is_number = [self.text().chars().next_back(), text.chars().next()].map(is_digit) == [true; 2];
        let word = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
        let first = text.chars().next().map_or(0, char::len_utf8);
        let piece = next.width(&text[..if is_number { first } else { word.max(first) }]);
        self.goes_on(next) && self.room() < piece + piece / 8
    }

    /// How much room its text has left: of one in the middle of its cell that is half on each side.
    fn room(&self) -> Length {
        let behind = self.limit.saturating_sub(self.end());
        let before = self.start.map_or(0, |start| self.area.left - start);
        if (before - behind).abs() <= self.area.height() / 4 { before + behind } else { behind }
    }

    /// Where the line ends, the blanks behind its last word included.
    fn end(&self) -> Length {
        let blank = self.blanks.last().map_or(Length::MIN, |left| left + self.area.height() / 5);
        self.area.right.max(blank)
    }

    /// How wide that is which a program would have kept together at the begin of the line.
    fn first_piece(&self) -> Length {
        let text = self.text();
        let text = text.trim_start();
        self.width(text.get(..first_word(text, Ambiguous::Wide)).unwrap_or(text).trim_end())
    }

    /// How wide its begin is.
    fn width(&self, begin: &str) -> Length {
        let (mut rest, mut width) = (begin, 0);
        for word in &self.words {
            if rest.is_empty() {
                break;
            }
            let behind = rest.strip_prefix(&*word.text);
            let own = if behind.is_some() { word.area.width() } else { word.width(rest) };
            width = word.area.left - self.area.left + own;
            rest = behind.unwrap_or_default();
        }
        width
    }
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

impl Word {
    /// How wide the begin of the word is, its letters being half as wide as Chinese characters.
    fn width(&self, begin: &str) -> Length {
        let columns = |text| Ambiguous::Wide.width(text).max(1) as i64;
        (i64::from(self.area.width()) * columns(begin) / columns(&self.text)) as Length
    }
}

/// The text of lines. Where a document does not tell its blanks, words at the end of a line have one behind them.
pub(super) fn joined(lines: &[Line], tells_blanks: bool) -> String {
    let mut text = String::new();
    let mut above: Option<&Line> = None;
    let partings = LazyCell::new(|| Partings::of(lines));
    for line in lines {
        let next = line.text();
        match above {
            Some(above) if !above.goes_on(line) => text.push('\n'),
            Some(_) if !tells_blanks && are_words(&text, &next) => text.push(' '),
            Some(_) if is_bracket_parted(&text, &next) || partings.part(&text, &next) => text.push(' '),
            _ => {}
        }
        text.push_str(&next);
        above = Some(line);
    }
    text
}

/// Which sorts of characters stand apart in a text, and which do not. The blank at the end of a line that is centred is
/// not drawn; where the text has a blank between the same sorts elsewhere, and always, it has one there.
#[derive(Default)]
struct Partings {
    parted: HashSet<(Sort, Sort)>,
    together: HashSet<(Sort, Sort)>,
}

impl Partings {
    fn of(lines: &[Line]) -> Self {
        let mut found = Self::default();
        for line in lines {
            let text: Vec<char> = line.text().chars().collect();
            for three in text.windows(3).filter(|three| three[1] == ' ') {
                found.parted.insert((Sort::of(three[0]), Sort::of(three[2])));
            }
            found.together.extend(text.windows(2).map(|two| (Sort::of(two[0]), Sort::of(two[1]))));
        }
        found
    }

    fn part(&self, left: &str, right: &str) -> bool {
        let Some((left, right)) = left.chars().next_back().zip(right.chars().next()) else { return false };
        let pair = (Sort::of(left), Sort::of(right));
        self.parted.contains(&pair) && !self.together.contains(&pair)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Sort {
    Blank,
    Digit,
    Letter,
    Sign,
    Chinese,
    /// Marks as wide as Chinese characters, which need no blank.
    Wide,
}

impl Sort {
    fn of(c: char) -> Self {
        match c {
            c if c.is_whitespace() => Self::Blank,
            '0'..='9' => Self::Digit,
            'A'..='Z' | 'a'..='z' => Self::Letter,
            c if c.is_alphanumeric() => Self::Chinese,
            c if c.is_ascii() || matches!(c, '％' | '‰') => Self::Sign,
            _ => Self::Wide,
        }
    }
}

/// Whether a line ended within brackets where it may not, unless a blank stood there.
fn is_bracket_parted(above: &str, below: &str) -> bool {
    above.ends_with(['(', '[', '{']) || below.starts_with([')', ']', '}'])
}

/// Whether two texts beside each other are parted by a blank even where the page does not tell: beside Chinese there may
/// be room without one, between Latin letters and signs there is none.
fn are_words(left: &str, right: &str) -> bool {
    let is_latin = |c: char| c.is_ascii_graphic() || matches!(c, '≥' | '≤');
    left.chars().next_back().is_some_and(is_latin) && right.chars().next().is_some_and(is_latin)
}
