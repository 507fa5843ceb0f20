//! The codes of number formats become parts.

use rust_decimal::Decimal;

use super::{Format, digits::is_fraction};

/// Longer codes are no formats: Excel takes no more.
const MOST_CHARACTERS: usize = 255;

/// How a kind of numbers is shown.
pub(super) struct Section {
    /// For which numbers, where the code says so.
    pub condition: Option<Condition>,
    /// What is written; none where it cannot be applied.
    pub parts: Option<Vec<Part>>,
}

/// `[>=100]`
pub(super) struct Condition {
    sign: Sign,
    bound: Decimal,
}

#[derive(Clone, Copy)]
enum Sign {
    Less,
    AtMost,
    Equal,
    Unequal,
    AtLeast,
    More,
}

impl Condition {
    pub(super) fn holds(&self, value: Decimal) -> bool {
        match self.sign {
            Sign::Less => value < self.bound,
            Sign::AtMost => value <= self.bound,
            Sign::Equal => value == self.bound,
            Sign::Unequal => value != self.bound,
            Sign::AtLeast => value >= self.bound,
            Sign::More => value > self.bound,
        }
    }

    /// Whether it holds for negative numbers only.
    pub(super) fn is_negative(&self) -> bool {
        match self.sign {
            Sign::Less => self.bound <= Decimal::ZERO,
            Sign::AtMost | Sign::Equal => self.bound < Decimal::ZERO,
            Sign::Unequal | Sign::AtLeast | Sign::More => false,
        }
    }
}

/// A piece of a section.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Written as it is.
    Literal(String),
    /// Where a digit goes: `0`, which is always written, or `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// Between digits: thousands are set apart; behind them: they are left out.
    Comma,
    /// The number counts hundredths.
    Percent,
    /// A fraction in numbers, a literal in dates.
    Slash,
    /// The number as it is without format.
    General,
    /// The text of the cell.
    Text,
    /// `y` year, `m` month or minute, `d` day, `h` hour, `s` second, `a` weekday in Chinese; how many letters of it.
    Time(char, usize),
    /// Hours, minutes or seconds in all.
    Elapsed(char, usize),
    /// Which half of the day: its two names. Hours then count to twelve.
    Half(&'static str, &'static str),
}

impl Part {
    /// Whether it makes a number a date or a time.
    pub(super) fn is_time(&self) -> bool {
        matches!(self, Self::Time(..) | Self::Elapsed(..) | Self::Half(..))
    }
}

/// The format that a code stands for.
pub(super) fn format(code: &str) -> Format {
    let code = match code {
        // What the system is set to show as its long date and its time.
        _ if code.starts_with("[$-F800]") => super::standard(31),
        _ if code.starts_with("[$-F400]") => super::standard(21),
        _ => code,
    };
    if code.is_empty() || code.chars().nth(MOST_CHARACTERS).is_some() {
        return Format { numbers: Vec::new(), text: None };
    }
    let (mut numbers, mut reader) = (Vec::new(), Reader { rest: code });
    loop {
        numbers.push(reader.section());
        if !reader.eat(";") {
            break;
        }
    }
    let has_text = |section: &Section| section.parts.as_ref().is_some_and(|parts| parts.contains(&Part::Text));
    let is_text = numbers.len() > 3 || numbers.last().is_some_and(has_text);
    let text = if is_text { numbers.pop() } else { None };
    numbers.truncate(3);
    Format { numbers, text }
}

struct Reader<'c> {
    rest: &'c str,
}

impl Reader<'_> {
    fn section(&mut self) -> Section {
        let mut section = Section { condition: None, parts: Some(Vec::new()) };
        while let Some(character) = self.rest.chars().next().filter(|&character| character != ';') {
            if character == '[' {
                self.bracket(&mut section);
            } else if let Some(part) = self.part(character) {
                section.push(part);
            } else {
                section.parts = None;
            }
        }
        if section.parts.as_deref().is_some_and(is_fraction) {
            section.parts = None;
        }
        section
    }

    /// The part that begins with a character; none where it cannot be applied.
    fn part(&mut self, character: char) -> Option<Part> {
        if let Some(part) = self.word() {
            return Some(part);
        }
        self.rest = &self.rest[character.len_utf8()..];
        Some(match character {
            '"' => Part::Literal(self.until('"')),
            '\\' | '!' => Part::Literal(self.one()),
            // The width of a character, and one that fills the cell: neither is text.
            '_' | '*' => {
                self.one();
                Part::Literal(String::new())
            }
            '0' | '#' | '?' => Part::Digit(character),
            '.' => Part::Point,
            ',' => Part::Comma,
            '%' => Part::Percent,
            '/' => Part::Slash,
            '@' => Part::Text,
            'E' | 'e' if self.rest.starts_with(['+', '-']) => return None,
            'E' | 'e' => {
                self.run('e');
                Part::Time('y', 4)
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                let unit = character.to_ascii_lowercase();
                Part::Time(unit, 1 + self.run(unit))
            }
            _ if character.is_ascii_alphabetic() => return None,
            _ => Part::Literal(character.to_string()),
        })
    }

    /// A part that is a word.
    fn word(&mut self) -> Option<Part> {
        let words = [
            ("G/通用格式", Part::General),
            ("General", Part::General),
            ("AM/PM", Part::Half("AM", "PM")),
            ("A/P", Part::Half("A", "P")),
            ("上午/下午", Part::Half("上午", "下午")),
            ("aaaa", Part::Time('a', 4)),
            ("aaa", Part::Time('a', 3)),
        ];
        words.into_iter().find(|(word, _)| self.eat(word)).map(|(_, part)| part)
    }

    /// What stands in brackets. Colours, languages and ways to write digits change nothing.
    fn bracket(&mut self, section: &mut Section) {
        let Some((inside, rest)) = self.rest[1..].split_once(']') else {
            self.rest = "";
            section.parts = None;
            return;
        };
        self.rest = rest;
        if let Some(currency) = inside.strip_prefix('$') {
            section.push(Part::Literal(currency.split('-').next().unwrap_or_default().to_owned()));
        } else if let Some(condition) = condition(inside) {
            section.condition = Some(condition);
        } else if let Some(unit) = elapsed(inside) {
            section.push(Part::Elapsed(unit, inside.len()));
        }
    }

    fn eat(&mut self, word: &str) -> bool {
        let begin = self.rest.get(..word.len());
        let eats = begin.is_some_and(|begin| begin.eq_ignore_ascii_case(word));
        if eats {
            self.rest = &self.rest[word.len()..];
        }
        eats
    }

    /// How often a letter follows.
    fn run(&mut self, letter: char) -> usize {
        let rest = self.rest.trim_start_matches([letter, letter.to_ascii_uppercase()]);
        let count = self.rest.len() - rest.len();
        self.rest = rest;
        count
    }

    fn one(&mut self) -> String {
        let mut characters = self.rest.chars();
        let one = characters.next().map(String::from).unwrap_or_default();
        self.rest = characters.as_str();
        one
    }

    fn until(&mut self, end: char) -> String {
        let (inside, rest) = self.rest.split_once(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        inside.to_owned()
    }
}

impl Section {
    fn push(&mut self, part: Part) {
        if let Some(parts) = &mut self.parts {
            parts.push(part);
        }
    }
}

fn condition(inside: &str) -> Option<Condition> {
    let signs = [
        ("<=", Sign::AtMost),
        (">=", Sign::AtLeast),
        ("<>", Sign::Unequal),
        ("<", Sign::Less),
        (">", Sign::More),
        ("=", Sign::Equal),
    ];
    let (bound, sign) = signs.into_iter().find_map(|(word, sign)| Some((inside.strip_prefix(word)?, sign)))?;
    Some(Condition { sign, bound: super::decimal(bound)? })
}

/// The unit of `[h]` or `[mm]`.
fn elapsed(inside: &str) -> Option<char> {
    let unit = inside.chars().next()?.to_ascii_lowercase();
    let is_all = inside.chars().all(|character| character.to_ascii_lowercase() == unit);
    (is_all && matches!(unit, 'h' | 'm' | 's')).then_some(unit)
}
