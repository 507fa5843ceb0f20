//! The names of columns, which stand in one row or in two: 指标值 over 符号, 值 and 单位.

use std::ops::Range;

use super::{
    document::{Cell, Place},
    facts,
    form::Entry,
    squares::{Squares, own},
    words::{Column, Words, trimmed},
};

/// The names of the columns of a form.
pub(super) struct Names<'d> {
    /// The rows that they stand in.
    pub rows: Range<usize>,
    pub list: Vec<Name<'d>>,
    /// What stands over several and names no column.
    pub above: Vec<Entry<'d>>,
    /// Whether the column of values is divided into others: one for each village.
    pub divides_values: bool,
}

/// The name of a column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name<'d> {
    pub text: &'d str,
    /// The place of the column.
    pub at: usize,
    /// The row below its cell.
    end: usize,
    /// What it holds, and how plainly the name says so, 0 being plainest.
    pub column: Option<(Column, usize)>,
}

/// A name in the upper row, and those below it.
struct Group<'d> {
    cell: &'d Cell,
    below: Vec<&'d Cell>,
}

impl<'d> Names<'d> {
    /// What stands beside the rows below, and so is the name of no column: 年度绩效目标1 beside its indicators.
    pub fn beside(&self, block: usize) -> impl Iterator<Item = Entry<'d>> {
        let rows = self.rows.clone();
        let beside = self.list.iter().filter(move |name| name.column.is_none() && name.end > rows.end);
        beside.map(move |name| Entry { text: name.text, place: Place { block, row: self.rows.start, column: name.at } })
    }
}

/// The cells of a row as names.
pub(super) fn in_one_row<'d>(squares: &Squares<'d>, row: usize) -> Names<'d> {
    let name = |cell: &'d Cell| Name::of(cell, Words::get().column(trimmed(&cell.text)));
    let list = own(squares.row(row), row).map(name).collect();
    Names { rows: row..row + 1, list, above: Vec::new(), divides_values: false }
}

/// The cells of a row and of the next one as names, if the next one divides some of them.
pub(super) fn in_two_rows<'d>(block: usize, squares: &Squares<'d>, row: usize) -> Option<Names<'d>> {
    let groups = groups(squares, row)?;
    let words = Words::get();
    let mut names = Names { rows: row..row + 2, list: Vec::new(), above: Vec::new(), divides_values: false };
    let (mut count, mut are_known) = (0, true);
    for group in &groups {
        let over = trimmed(&group.cell.text);
        let column = words.column(over);
        if group.below.is_empty() {
            names.list.push(Name::of(group.cell, column));
            continue;
        }
        let below: Vec<Name<'d>> = group.names();
        count += below.len();
        are_known &= below.iter().all(|name| name.column.is_some());
        names.list.extend(below);
        names.divides_values |= column.is_some_and(|(column, _)| matches!(column, Column::Value | Column::Actual));
        names.above.extend((!words.is_head(over)).then(|| Entry::of(group.cell, block)));
    }
    let is_sure = (count > 1 && are_known) || (count > 0 && groups.iter().all(Group::is_drawn));
    is_sure.then_some(names)
}

/// The names in a row, each with those below it; `None` where one below stands under none.
fn groups<'d>(squares: &Squares<'d>, row: usize) -> Option<Vec<Group<'d>>> {
    let mut groups: Vec<Group<'d>> = own(squares.row(row), row).map(|cell| Group { cell, below: Vec::new() }).collect();
    for below in own(squares.row(row + 1), row + 1) {
        // Where cells are not merged, a name reaches to the next.
        let after = groups.partition_point(|group| group.cell.column <= below.column);
        groups.get_mut(after.checked_sub(1)?)?.below.push(below);
    }
    Some(groups)
}

impl<'d> Group<'d> {
    /// The names below, by what stands over them.
    fn names(&self) -> Vec<Name<'d>> {
        let words = Words::get();
        let over = trimmed(&self.cell.text);
        let own: Vec<_> = self.below.iter().map(|cell| words.column(trimmed(&cell.text))).collect();
        let has = |column| own.iter().flatten().any(|(known, _)| *known == column);
        let (column, has_unit, has_name) = (words.column(over), has(Column::Unit), has(Column::Name));
        let of_whole = facts::is_of_whole(over);
        let name = |(cell, own): (&&'d Cell, Option<(Column, usize)>)| {
            let below = |over| words.below(over, trimmed(&cell.text));
            let column = match column {
                None if of_whole && has_name => None,
                None if of_whole => {
                    own.filter(|(column, _)| *column == Column::Value).map(|(_, at)| (Column::Total, at))
                }
                None => own,
                Some((over @ (Column::Name | Column::Value), _)) => below(over).or(own),
                // The unit of the annual value is none for one that has its own.
                Some((over, _)) => below(over).filter(|_| !has_unit),
            };
            Name::of(cell, column)
        };
        self.below.iter().zip(own.iter().copied()).map(name).collect()
    }

    /// Whether the cell reaches over those below it, or down beside them.
    fn is_drawn(&self) -> bool {
        if self.below.is_empty() { self.cell.rows > 1 } else { self.cell.rows == 1 && self.cell.columns > 1 }
    }
}

impl<'d> Name<'d> {
    fn of(cell: &'d Cell, column: Option<(Column, usize)>) -> Self {
        Self { text: trimmed(&cell.text), at: cell.column, end: cell.row.saturating_add(cell.rows), column }
    }

    /// Whether it names this column.
    pub fn is(&self, column: Column) -> bool {
        self.column.is_some_and(|(known, _)| known == column)
    }
}
