//! The columns of a form, and what a row holds in them.

use std::ops::Range;

use foldhash::{HashMap, HashSet};

use super::{
    facts,
    form::{Entry, Row},
    months::Months,
    names::{self, Name, Names},
    squares::{Squares, own},
    value,
    words::{Column, Words, label, trimmed},
};
use crate::field::Field;

/// Within how many rows above the names of columns it is said which of them are those of the whole period.
const NEAR: usize = 8;

/// The columns of a form.
pub(super) struct Columns<'d> {
    /// The rows with their names.
    pub rows: Range<usize>,
    /// What stands over several of them and names none.
    pub above: Vec<Entry<'d>>,
    /// Each column that is known, with its place: those that tell what a row is about first.
    known: Vec<(Column, usize)>,
    /// Those to tick, each with its choice.
    choices: Vec<(Column, &'d str, usize)>,
    /// The others, each with what stands over it.
    others: Vec<(&'d str, usize)>,
    /// The unit that stands in the name of the column of values: 指标值（万元）.
    unit: Option<Entry<'d>>,
    /// The places of all of them, in their order.
    places: Vec<usize>,
    /// The part of the year in which was achieved what they hold: 1-7月执行情况.
    pub until: Option<(Months, Entry<'d>)>,
}

impl<'d> Columns<'d> {
    /// The columns that are named from a row on, if any are: at least that of the indicators and that of a value.
    pub fn find(block: usize, squares: &Squares<'d>, row: usize) -> Option<Self> {
        let one = names::in_one_row(squares, row);
        if one.list.iter().all(|name| name.column.is_none()) {
            return None;
        }
        let two = names::in_two_rows(block, squares, row).and_then(|names| Self::of(block, squares, names));
        two.or_else(|| Self::of(block, squares, one))
    }

    fn of(block: usize, squares: &Squares<'d>, mut names: Names<'d>) -> Option<Self> {
        set_aside(squares, &mut names);
        set_grades_aside(&mut names);
        let mut places: Vec<usize> = names.list.iter().map(|name| name.at).collect();
        places.sort_unstable();
        let choices = choices(&mut names);
        // Of several that say the same the plainest holds: 绩效指标 over all of them, and 三级指标 over the names.
        let mut plainest: HashMap<Column, (usize, usize)> = HashMap::default();
        for name in &names.list {
            let Some((column, plain)) = name.column else { continue };
            let rival = plainest.entry(column).or_insert((plain, name.at));
            if plain < rival.0 {
                *rival = (plain, name.at);
            }
        }
        let has = |column| plainest.contains_key(&column);
        let is_graded = has(Column::Excellent) && has(Column::Good);
        let has_values = has(Column::Value) || has(Column::Actual) || names.divides_values || is_graded;
        let is_form = has(Column::Name) && has_values;
        let (mut known, mut others) = (Vec::new(), Vec::new());
        for Name { text, at, column, .. } in names.list.iter().copied() {
            let column = column.filter(|(column, _)| plainest.get(column).is_some_and(|(_, place)| *place == at));
            match column {
                Some((column, _)) => known.push((column, at)),
                None => others.push((text, at)),
            }
        }
        let tells_what = |column| matches!(column, Column::Level1 | Column::Level2 | Column::Name | Column::Value);
        known.sort_by_key(|(column, _)| !tells_what(*column));
        let until = until(block, squares, &names);
        let (unit, remarks) = in_brackets(block, squares, &names, &known);
        let beside: Vec<Entry<'d>> = names.beside(block).collect();
        let above = names.above.into_iter().chain(beside).chain(remarks).collect();
        is_form.then_some(Self { rows: names.rows, above, known, choices, others, unit, places, until })
    }

    /// Whether these are named as others are.
    pub fn is_same(&self, other: &Self) -> bool {
        self.known == other.known && self.places == other.places
    }

    /// The same columns from a row on where they are not named again.
    pub fn from(self, row: usize) -> Self {
        Self { rows: row..row, above: Vec::new(), ..self }
    }

    /// What a row holds.
    pub fn read(&self, block: usize, squares: &Squares<'d>, row: usize) -> Row<'d> {
        let mut read = Row::default();
        for &(column, at) in &self.known {
            let Some(cell) = squares.at(row, at).filter(|cell| cell.row >= self.rows.end) else { continue };
            let entry = Entry::of(cell, block);
            match column {
                Column::Level1 => read.level1 = entry,
                Column::Level2 => read.level2 = entry,
                Column::Name => read.name = entry,
                // One value for all grades is just a value.
                Column::Excellent if cell.row == row && cell.columns > 1 => read.cells.push((Column::Value, entry)),
                // What another row has said is not said again: a remark may stand beside several.
                _ if cell.row == row && !entry.text.is_empty() && !read.holds(entry.place) => {
                    read.cells.push((column, entry));
                }
                _ => {}
            }
        }
        if let (Some(unit), None, Some(value)) = (self.unit, read.get(Column::Unit), read.get(Column::Value))
            && value::takes_unit(value.text)
        {
            read.cells.push((Column::Unit, unit));
        }
        self.choose(block, squares, row, &mut read);
        for &(over, at) in &self.others {
            let cell = squares.at(row, at).filter(|cell| cell.row == row);
            let entry = cell.map(|cell| Entry::of(cell, block)).filter(|entry| !entry.text.is_empty());
            let is_new = |entry: &Entry<'_>| !read.holds(entry.place) && !read.holds_beside(entry.place);
            read.others.extend(entry.filter(is_new).map(|entry| (over, entry)));
        }
        let nameless = own(squares.row(row), row).filter(|cell| !self.is_over(cell.column, cell.columns));
        read.others.extend(nameless.map(|cell| ("", Entry::of(cell, block))));
        read
    }

    /// Takes in what is ticked. Where something else stands in such a column, it is a remark.
    fn choose(&self, block: usize, squares: &Squares<'d>, row: usize, read: &mut Row<'d>) {
        for &(column, choice, at) in &self.choices {
            let Some(cell) = squares.at(row, at).filter(|cell| cell.row == row) else { continue };
            let entry = Entry::of(cell, block);
            match Words::get().is_ticked(entry.text) {
                Some(true) => read.cells.push((column, Entry { text: choice, ..entry })),
                None => read.others.push((choice, entry)),
                Some(false) => {}
            }
        }
    }

    /// Whether one of them lies in these.
    fn is_over(&self, first: usize, count: usize) -> bool {
        let at = self.places.partition_point(|place| *place < first);
        self.places.get(at).is_some_and(|place| *place < first.saturating_add(count.max(1)))
    }
}

/// The unit in the brackets of the column of values, and the names of columns whose brackets say something else.
fn in_brackets<'d>(
    block: usize,
    squares: &Squares<'d>,
    names: &Names<'d>,
    known: &[(Column, usize)],
) -> (Option<Entry<'d>>, Vec<Entry<'d>>) {
    let (mut unit, mut remarks) = (None, Vec::new());
    for (column, at) in known {
        let cell = names.rows.clone().rev().find_map(|row| squares.at(row, *at));
        let Some(entry) = cell.map(|cell| Entry::of(cell, block)) else { continue };
        let label = label(entry.text);
        // (A) is the sign of a column, not ampere.
        let is_unit = |own: &&str| own.len() > 1 && Field::embedded().units.find(own).is_some() || *own == "%";
        let own = label.bracket.as_deref().filter(is_unit);
        let own = own.and_then(|own| Some(entry.text.find(own)?..entry.text.find(own)? + own.len()));
        if matches!(column, Column::Value | Column::Actual) {
            unit = unit.or_else(|| own.map(|own| Entry { text: &entry.text[own], ..entry }));
        }
        remarks.extend(Words::get().remark_in(&label).map(|_| entry));
    }
    (unit, remarks)
}

/// The part of the year that the column of what was achieved in it is about, and where that stands.
fn until<'d>(block: usize, squares: &Squares<'d>, names: &Names<'d>) -> Option<(Months, Entry<'d>)> {
    let name = names.list.iter().find(|name| name.is(Column::Progress))?;
    let cell = names.rows.clone().rev().find_map(|row| squares.at(row, name.at))?;
    Some((Words::months(name.text).unwrap_or_default(), Entry::of(cell, block)))
}

/// Where there are two sets of columns, and the rows above say that one is of the whole period, the annual one is read.
fn set_aside(squares: &Squares<'_>, names: &mut Names<'_>) {
    let is_twice = |column| names.list.iter().filter(|name| name.is(column)).count() > 1;
    if !is_twice(Column::Name) || !(is_twice(Column::Value) || is_twice(Column::Actual)) {
        return;
    }
    let first = names.rows.start;
    let Some(whole) = (first.saturating_sub(NEAR)..first).rev().find_map(|row| whole(squares, row)) else { return };
    let is_whole = |name: &Name<'_>| whole.contains(&name.at);
    let annual = names.list.iter().filter(|name| !is_whole(name)).filter_map(|name| name.column);
    let annual: HashSet<Column> = annual.map(|(column, _)| column).collect();
    for name in names.list.iter_mut().filter(|name| is_whole(name)) {
        name.column = name.column.filter(|(column, _)| !annual.contains(column));
    }
}

/// Takes out the columns to tick, of which there is one for each choice.
fn choices<'d>(names: &mut Names<'d>) -> Vec<(Column, &'d str, usize)> {
    let count = |column| names.list.iter().filter(|name| name.is(column)).count();
    let divided: Vec<Column> = Column::CHOICES.into_iter().filter(|column| count(*column) > 1).collect();
    let choice = |name: &Name<'d>| Some((name.column?.0, name.text, name.at));
    let is_choice = |(column, _, _): &(Column, &str, usize)| divided.contains(column);
    let choices = names.list.iter().filter_map(choice).filter(is_choice).collect();
    names.list.retain(|name| !divided.iter().any(|column| name.is(*column)));
    choices
}

/// Beside a column of values those of the grades are about the points.
fn set_grades_aside(names: &mut Names<'_>) {
    if names.list.iter().any(|name| name.is(Column::Value)) {
        let is_grade = |(column, _): &(Column, usize)| Column::GRADES.contains(column);
        names.list.iter_mut().for_each(|name| name.column = name.column.filter(|column| !is_grade(column)));
    }
}

/// The columns below the name of the goals of the whole period, if a row has it beside another.
fn whole(squares: &Squares<'_>, row: usize) -> Option<Range<usize>> {
    let cells: Vec<_> = own(squares.row(row), row).collect();
    let at = cells.iter().position(|cell| facts::is_of_whole(trimmed(&cell.text)))?;
    let next = cells.get(at + 1).map_or(usize::MAX, |next| next.column);
    Some(cells.get(at)?.column..next)
}
