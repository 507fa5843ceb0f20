//! A page as its parts from above to below: tables, and lines outside of them.

use std::{collections::BTreeMap, iter, vec};

use super::{
    super::{super::document::ReadError, cells::Squares},
    area::{Area, Length, NEAR, places},
    drawing::{Drawing, Letter, Rule},
    lattice::Lattice,
    table::{Cell, Table},
    text::{Line, lines},
    words::Word,
};

/// The height of the tallest words that are looked for among the letters.
const TALLEST: Length = 20_000;

/// A part of a page.
pub(super) enum Part {
    Line(Line),
    /// A line drawn across, outside of tables.
    Rule,
    Table(Table),
}

/// Finds the parts of a page.
///
/// # Errors
/// [`ReadError::TooLarge`] where more cells are drawn than is sensible.
pub(super) fn parts(words: Vec<Word>, mut drawing: Drawing, squares: &mut Squares) -> Result<Vec<Part>, ReadError> {
    let words = seen(words, &drawing.letters);
    let underlines = Underlines::of(&words);
    drawing.across.retain(|rule| !underlines.are(rule));
    let lattice = Lattice::new(&drawing, squares)?;
    let is_outside =
        |rule: &Rule| [-NEAR, NEAR].map(|off| lattice.at((rule.from + rule.to) / 2, rule.at + off)) == [None; 2];
    let rules = places(drawing.across.iter().filter(|rule| is_outside(rule)).map(|rule| rule.at).collect());
    let mut words = Placed::new(words, |word: &Word| cell(word.area, &lattice));
    let mut blanks = Placed::new(drawing.blanks, |blank: &Letter| lattice.at(blank.left, blank.base));
    let mut outside = lines(words.take(None), &blanks.take(None));
    let mut tables: Vec<Table> = Vec::new();
    let mut numbers = 0..;
    for frames in lattice.frames.chunk_by(|one, other| one.table == other.table) {
        let cells = frames.iter().map(|frame| {
            let number = numbers.next();
            Cell::new(frame, lines(words.take(number), &blanks.take(number)))
        });
        tables.extend(Table::new(cells.collect()));
    }
    let rights = outside.iter().map(|line| line.area.right).chain(tables.iter().map(|table| table.right));
    let right = rights.max().unwrap_or(0);
    outside.iter_mut().for_each(|line| line.limit = right);
    let lines = outside.into_iter().map(|line| (line.area.middle(), Part::Line(line)));
    let tables = tables.into_iter().map(|table| (table.top, Part::Table(table)));
    let rules = rules.into_iter().map(|at| (at, Part::Rule));
    let mut parts: Vec<(Length, Part)> = lines.chain(tables).chain(rules).collect();
    parts.sort_by_key(|(top, _)| *top);
    Ok(parts.into_iter().map(|(_, part)| part).collect())
}

/// The words that are seen on paper. What a cell has no room for, or another page shows, is listed but not drawn; a page
/// of which hardly a word is drawn is a picture over its text.
fn seen(words: Vec<Word>, letters: &[Letter]) -> Vec<Word> {
    let mut lines: BTreeMap<Length, Vec<Length>> = BTreeMap::new();
    letters.iter().for_each(|letter| lines.entry(letter.base / 100).or_default().push(letter.left));
    lines.values_mut().for_each(|line| line.sort_unstable());
    let is_seen = |word: &Word| {
        let Area { left, top, right, bottom } = word.area;
        let has_letter = |line: &Vec<Length>| {
            let next = line.partition_point(|at| *at < left - 50);
            line.get(next).is_some_and(|at| *at <= right + 50)
        };
        word.area.height() > TALLEST || lines.range(top / 100..=bottom / 100).any(|(_, line)| has_letter(line))
    };
    let (seen, unseen): (Vec<Word>, Vec<Word>) = words.into_iter().partition(is_seen);
    if seen.len() > unseen.len() { seen } else { [seen, unseen].concat() }
}

/// The cell that a word stands in: that of its first character, for a text may run out of its cell to the right, and
/// where a page ends also downwards.
fn cell(word: Area, lattice: &Lattice) -> Option<usize> {
    let left = word.left + word.height().min(word.width()) / 2;
    let middle = word.middle();
    [middle, middle - word.height() / 4, middle + word.height() / 4].into_iter().find_map(|y| lattice.at(left, y))
}

/// Things by the numbers of the cells that they stand in, to be taken cell by cell.
struct Placed<T>(iter::Peekable<vec::IntoIter<(Option<usize>, T)>>);

impl<T> Placed<T> {
    fn new(things: Vec<T>, cell: impl Fn(&T) -> Option<usize>) -> Self {
        let mut placed: Vec<_> = things.into_iter().map(|thing| (cell(&thing), thing)).collect();
        placed.sort_by_key(|(cell, _)| *cell);
        Self(placed.into_iter().peekable())
    }

    /// What stands in a cell; what stands in none comes first.
    fn take(&mut self, cell: Option<usize>) -> Vec<T> {
        iter::from_fn(|| self.0.next_if(|(place, _)| *place == cell)).map(|(_, thing)| thing).collect()
    }
}

/// Where lines under words would begin.
struct Underlines(Vec<(Length, Length)>);

impl Underlines {
    /// Half a point: a word and the line under it begin at the same place.
    const WIDTH: Length = 50;

    fn of(words: &[Word]) -> Self {
        let mut begins: Vec<_> = words.iter().map(|word| (word.area.left / Self::WIDTH, word.area.bottom)).collect();
        begins.sort_unstable();
        Self(begins)
    }

    /// Whether a rule is a line under words: it begins where one does, between its letters and the line below.
    fn are(&self, rule: &Rule) -> bool {
        let bottoms = rule.at - 100..rule.at + 500;
        (-1..=1).any(|off| {
            let left = rule.from / Self::WIDTH + off;
            let next = self.0.partition_point(|begin| *begin < (left, bottoms.start));
            self.0.get(next).is_some_and(|(at, bottom)| *at == left && bottoms.contains(bottom))
        })
    }
}
