//! Forms are found in a document: the rows of indicators below the names of their columns, and what stands above them.

use foldhash::HashSet;

use super::{
    columns::Columns,
    document::{Block, Cell, Document},
    facts::{self, Facts},
    labels,
    squares::{Squares, own},
    value::one_line,
    words::{Column, Words, trimmed},
};

/// Where in a document something stands: a block, and in a grid a row and a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place {
    /// The number of the block.
    pub block: usize,
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
}

/// A text and its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Entry<'d> {
    /// Without blanks at its ends.
    pub text: &'d str,
    pub place: Place,
}

/// A form: what it says of a project, and its rows.
#[derive(Debug, Default)]
pub(super) struct Form<'d> {
    pub facts: Facts<'d>,
    pub rows: Vec<Row<'d>>,
}

/// An indicator.
#[derive(Debug, Clone, Default)]
pub(super) struct Row<'d> {
    /// The level-1 category; empty where the form has none.
    pub level1: Entry<'d>,
    /// The level-2 category; empty where the form has none.
    pub level2: Entry<'d>,
    pub name: Entry<'d>,
    /// What its other columns hold.
    pub cells: Vec<(Column, Entry<'d>)>,
    /// What stands in columns that are not known, each with what stands over it.
    pub others: Vec<(&'d str, Entry<'d>)>,
}

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Found<'d> {
    pub forms: Vec<Form<'d>>,
    /// The grids in which no indicators were found.
    pub passed_over: Vec<usize>,
    /// Rows below the indicators, and empty rows of the printed form, each with its texts.
    pub skipped: Vec<(Place, String)>,
}

impl<'d> Entry<'d> {
    pub fn of(cell: &'d Cell, block: usize) -> Self {
        Self { text: trimmed(&cell.text), place: Place { block, row: cell.row, column: cell.column } }
    }
}

impl<'d> Row<'d> {
    /// Whether what stands at a place was read.
    pub fn holds(&self, place: Place) -> bool {
        let categories = [self.level1, self.level2, self.name];
        let mut entries = categories.iter().chain(self.cells.iter().map(|(_, entry)| entry));
        entries.any(|entry| entry.place == place && !entry.text.is_empty())
    }

    /// Whether what stands at a place was read last of what is in columns that are not known.
    pub fn holds_beside(&self, place: Place) -> bool {
        self.others.last().is_some_and(|(_, entry)| entry.place == place)
    }

    /// Whether a row of a grid is an indicator, and not a row of the printed form that nobody filled in (`指标1：` and
    /// nothing else), a line over all columns, or what is left of the row above.
    fn is_indicator(&self, row: usize) -> bool {
        let rest = self.name.text.trim_start_matches("指标").trim_start_matches(|c: char| c.is_numeric());
        let only_number = rest.trim_matches([':', '：', '.', '．', '、', ' ', '…']).is_empty();
        let is_blank = self.cells.iter().all(|(_, entry)| Words::get().is_blank(entry.text));
        let is_rest = self.cells.is_empty() && self.name.place.row < row;
        !(only_number && is_blank || is_rest || self.is_line())
    }

    /// Whether one cell over all columns is the whole row.
    fn is_line(&self) -> bool {
        self.cells.is_empty() && !self.level1.text.is_empty() && self.level1.place == self.name.place
    }

    /// Takes the categories of the row above where it says none itself.
    fn inherit(&mut self, (level1, level2): (Entry<'d>, Entry<'d>)) {
        if self.level1.text.is_empty() {
            self.level1 = level1;
        }
        if self.level2.text.is_empty() && self.level1.text == level1.text {
            self.level2 = level2;
        }
    }

    /// What a column holds; `None` where the form has no such column or the cell is empty.
    pub fn get(&self, column: Column) -> Option<Entry<'d>> {
        self.cells.iter().find(|(known, _)| *known == column).map(|(_, entry)| *entry)
    }

    /// Whether the form has columns for what was achieved.
    pub fn has_results(&self) -> bool {
        [Column::Actual, Column::Score, Column::Reason].into_iter().any(|column| self.get(column).is_some())
    }
}

/// Finds the forms of a document.
pub(super) fn find(document: &Document) -> Found<'_> {
    let mut finder = Finder::default();
    for (number, block) in document.blocks.iter().enumerate() {
        match block {
            Block::Paragraph(text) => {
                let place = Place { block: number, ..Place::default() };
                facts::line(Entry { text: trimmed(text), place }, &mut finder.facts);
            }
            Block::Grid(grid) => finder.grid(number, grid.name.as_deref(), &Squares::of(grid)),
        }
    }
    finder.finish(document)
}

#[derive(Default)]
struct Finder<'d> {
    found: Found<'d>,
    /// What has been said since the last form.
    facts: Facts<'d>,
    /// The grids since then, which had no indicators.
    heads: Vec<usize>,
    /// What was said of no form.
    dropped: Vec<Entry<'d>>,
}

impl<'d> Finder<'d> {
    fn grid(&mut self, block: usize, sheet: Option<&'d str>, squares: &Squares<'d>) {
        let heads: Vec<Columns<'d>> = (0..squares.len()).filter_map(|row| Columns::find(squares, row)).collect();
        let before = self.found.forms.len();
        let mut start = 0;
        for (at, head) in heads.iter().enumerate() {
            labels::read(block, squares, start..head.row, &mut self.facts);
            self.facts.sheet = sheet.map(|text| Entry { text, place: Place { block, ..Place::default() } });
            let limit = heads.get(at + 1).map_or(squares.len(), |next| next.row);
            start = self.form(block, squares, head, limit);
        }
        labels::read(block, squares, start..squares.len(), &mut self.facts);
        if self.found.forms.len() > before {
            self.heads.clear();
        } else if heads.is_empty() {
            self.heads.push(block);
        } else {
            self.found.passed_over.append(&mut self.heads);
            self.found.passed_over.push(block);
        }
    }

    /// Reads the rows below the names of columns; answers where the next form begins.
    fn form(&mut self, block: usize, squares: &Squares<'d>, columns: &Columns<'d>, limit: usize) -> usize {
        let mut form = Form { facts: std::mem::take(&mut self.facts), rows: Vec::new() };
        self.dropped.append(&mut form.facts.dropped);
        let mut end = limit;
        let mut below = false;
        let mut above = Default::default();
        for row in columns.row + 1..limit {
            let cells = squares.row(row);
            if facts::begins_form(cells) {
                end = row;
                break;
            }
            below |= is_foot(cells, row);
            let mut read = columns.read(block, squares, row);
            if !read.is_line() {
                read.inherit(above);
                above = (read.level1, read.level2);
            }
            if !below && read.is_indicator(row) {
                form.rows.push(read);
            } else {
                self.skip(block, cells, row);
            }
        }
        if form.rows.is_empty() {
            self.dropped.extend(form.facts.entries());
        } else {
            self.found.forms.push(form);
        }
        end
    }

    /// All that was found. What was said of no form is told where its grid is not passed over as a whole.
    fn finish(mut self, document: &Document) -> Found<'d> {
        self.found.passed_over.append(&mut self.heads);
        let passed_over: HashSet<usize> = self.found.passed_over.iter().copied().collect();
        let is_told = |entry: &Entry<'_>| {
            let block = entry.place.block;
            matches!(document.blocks.get(block), Some(Block::Grid(_))) && !passed_over.contains(&block)
        };
        let facts = self.facts.entries().chain(self.facts.dropped.iter().copied());
        let dropped = self.dropped.into_iter().chain(facts).filter(is_told);
        self.found.skipped.extend(dropped.map(|entry| (entry.place, one_line(entry.text))));
        self.found.skipped.sort_by_key(|(place, _)| *place);
        self.found
    }

    /// Notes a row that is no indicator.
    fn skip(&mut self, block: usize, cells: &[&'d Cell], row: usize) {
        let own: Vec<Entry<'d>> = own(cells, row).map(|cell| Entry::of(cell, block)).collect();
        let Some(first) = own.first() else { return };
        let texts: Vec<String> = own.iter().map(|entry| one_line(entry.text)).collect();
        self.found.skipped.push((first.place, texts.join(" ")));
    }
}

/// Whether a row stands below the indicators, by the first of its cells, whatever reaches down beside it.
fn is_foot(cells: &[&Cell], row: usize) -> bool {
    own(cells, row).next().is_some_and(|cell| Words::get().is_foot(trimmed(&cell.text)))
}
