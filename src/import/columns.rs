//! The columns of a form: their names, and what a row holds below them.

use super::{
    form::{Entry, Row},
    squares::{Squares, own},
    words::{Column, Words, trimmed},
};

/// The columns of a form.
pub(super) struct Columns<'d> {
    /// The row with their names.
    pub row: usize,
    /// Each column that is known, with its place: those that tell what a row is about first.
    known: Vec<(Column, usize)>,
    /// The others, each with what stands over it.
    others: Vec<(&'d str, usize)>,
    /// The places of all of them, in their order.
    places: Vec<usize>,
}

impl<'d> Columns<'d> {
    /// The columns that a row names, if it does: at least that of the indicators and that of a value.
    pub fn find(squares: &Squares<'d>, row: usize) -> Option<Self> {
        let words = Words::get();
        let mut known: Vec<(Column, usize)> = Vec::new();
        let mut others = Vec::new();
        let mut plainness = Vec::new();
        for cell in own(squares.row(row), row) {
            let text = trimmed(&cell.text);
            let column = words.column(text);
            let rival = column.and_then(|(column, _)| known.iter().position(|(known, _)| *known == column));
            match (column, rival) {
                (Some((column, plain)), None) => {
                    known.push((column, cell.column));
                    plainness.push((plain, text));
                }
                // 绩效指标 over all of them, and 三级指标 over the names.
                (Some((_, plain)), Some(at)) if plain < plainness[at].0 => {
                    others.push((plainness[at].1, known[at].1));
                    known[at].1 = cell.column;
                    plainness[at] = (plain, text);
                }
                _ => others.push((text, cell.column)),
            }
        }
        let has = |column| known.iter().any(|(known, _)| *known == column);
        let is_form = has(Column::Name) && (has(Column::Value) || has(Column::Actual));
        let mut places: Vec<usize> = known.iter().map(|(_, at)| *at).chain(others.iter().map(|(_, at)| *at)).collect();
        places.sort_unstable();
        use Column::{Level1, Level2, Name, Value};
        known.sort_by_key(|(column, _)| !matches!(column, Level1 | Level2 | Name | Value));
        is_form.then_some(Self { row, known, others, places })
    }

    /// What a row holds.
    pub fn read(&self, block: usize, squares: &Squares<'d>, row: usize) -> Row<'d> {
        let mut read = Row::default();
        for &(column, at) in &self.known {
            let Some(cell) = squares.at(row, at) else { continue };
            let entry = Entry::of(cell, block);
            match column {
                Column::Level1 => read.level1 = entry,
                Column::Level2 => read.level2 = entry,
                Column::Name => read.name = entry,
                // What another row has said is not said again: a remark may stand beside several.
                _ if cell.row == row && !entry.text.is_empty() && !read.holds(entry.place) => {
                    read.cells.push((column, entry));
                }
                _ => {}
            }
        }
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

    /// Whether one of them lies in these.
    fn is_over(&self, first: usize, count: usize) -> bool {
        let at = self.places.partition_point(|place| *place < first);
        self.places.get(at).is_some_and(|place| *place < first.saturating_add(count.max(1)))
    }
}
