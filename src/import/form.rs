//! Forms are found in a document: the rows of indicators below the names of their columns, and what stands above them.

use foldhash::HashSet;

use super::{
    document::{Block, Cell, Document},
    facts::{self, Facts},
    labels,
    squares::Squares,
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
    cells: Vec<(Column, Entry<'d>)>,
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

impl<'d> Row<'d> {
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

/// A row with the names of columns.
struct Names<'d> {
    row: usize,
    /// Each column that is known, with its place.
    known: Vec<(Column, usize)>,
    /// The others, each with what stands over it.
    others: Vec<(&'d str, usize)>,
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
        let names: Vec<Names<'d>> = (0..squares.len()).filter_map(|row| names(squares, row)).collect();
        let before = self.found.forms.len();
        let mut start = 0;
        for (at, head) in names.iter().enumerate() {
            labels::read(block, squares, start..head.row, &mut self.facts);
            self.facts.sheet = sheet.map(|text| Entry { text, place: Place { block, ..Place::default() } });
            let limit = names.get(at + 1).map_or(squares.len(), |next| next.row);
            start = self.form(block, squares, head, limit);
        }
        labels::read(block, squares, start..squares.len(), &mut self.facts);
        if self.found.forms.len() > before {
            self.heads.clear();
        } else if names.is_empty() {
            self.heads.push(block);
        } else {
            self.found.passed_over.append(&mut self.heads);
            self.found.passed_over.push(block);
        }
    }

    /// Reads the rows below the names of columns; answers where the next form begins.
    fn form(&mut self, block: usize, squares: &Squares<'d>, names: &Names<'d>, limit: usize) -> usize {
        let mut form = Form { facts: std::mem::take(&mut self.facts), rows: Vec::new() };
        self.dropped.append(&mut form.facts.dropped);
        let mut end = limit;
        let mut below = false;
        for row in names.row + 1..limit {
            let cells = squares.row(row);
            if facts::begins_form(cells) {
                end = row;
                break;
            }
            below |= is_foot(cells, row);
            match read(block, squares, names, row, form.rows.last()).filter(|_| !below) {
                Some(indicator) => form.rows.push(indicator),
                None => self.skip(block, cells, row),
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
        let own: Vec<Entry<'d>> = own(cells, row).map(|cell| entry(block, cell)).collect();
        let Some(first) = own.first() else { return };
        let texts: Vec<String> = own.iter().map(|entry| one_line(entry.text)).collect();
        self.found.skipped.push((first.place, texts.join(" ")));
    }
}

/// The names of columns, if a row holds them: at least that of the indicators and that of a value.
fn names<'d>(squares: &Squares<'d>, row: usize) -> Option<Names<'d>> {
    let words = Words::get();
    let mut names = Names { row, known: Vec::new(), others: Vec::new() };
    let mut plainness = Vec::new();
    for cell in own(squares.row(row), row) {
        let text = trimmed(&cell.text);
        let column = words.column(text);
        let rival = column.and_then(|(column, _)| names.known.iter().position(|(known, _)| *known == column));
        match (column, rival) {
            (Some((column, plain)), None) => {
                names.known.push((column, cell.column));
                plainness.push((plain, text));
            }
            // 绩效指标 over all of them, and 三级指标 over the names.
            (Some((_, plain)), Some(at)) if plain < plainness[at].0 => {
                names.others.push((plainness[at].1, names.known[at].1));
                names.known[at].1 = cell.column;
                plainness[at] = (plain, text);
            }
            _ => names.others.push((text, cell.column)),
        }
    }
    let has = |column| names.known.iter().any(|(known, _)| *known == column);
    (has(Column::Name) && (has(Column::Value) || has(Column::Actual))).then_some(names)
}

/// Whether a row stands below the indicators, by the first of its cells, whatever reaches down beside it.
fn is_foot(cells: &[&Cell], row: usize) -> bool {
    own(cells, row).next().is_some_and(|cell| Words::get().is_foot(trimmed(&cell.text)))
}

/// The cells that begin in a row and say something.
fn own<'c, 'd>(cells: &'c [&'d Cell], row: usize) -> impl Iterator<Item = &'d Cell> + 'c {
    cells.iter().copied().filter(move |cell| cell.row == row && !trimmed(&cell.text).is_empty())
}

fn entry<'d>(block: usize, cell: &'d Cell) -> Entry<'d> {
    Entry { text: trimmed(&cell.text), place: Place { block, row: cell.row, column: cell.column } }
}

/// Reads an indicator; `None` where the row has none.
fn read<'d>(
    block: usize,
    squares: &Squares<'d>,
    names: &Names<'d>,
    row: usize,
    above: Option<&Row<'d>>,
) -> Option<Row<'d>> {
    let mut read = Row::default();
    for &(column, at) in &names.known {
        let Some(cell) = squares.at(row, at) else { continue };
        let entry = entry(block, cell);
        match column {
            Column::Level1 => read.level1 = entry,
            Column::Level2 => read.level2 = entry,
            Column::Name => read.name = entry,
            // What another row has said is not said again: a remark may stand beside several.
            _ if cell.row == row && !entry.text.is_empty() => read.cells.push((column, entry)),
            _ => {}
        }
    }
    for &(over, at) in &names.others {
        let cell = squares.at(row, at).filter(|cell| cell.row == row && !trimmed(&cell.text).is_empty());
        read.others.extend(cell.map(|cell| (over, entry(block, cell))));
    }
    let is_empty = read.name.text.is_empty() && read.cells.is_empty();
    if is_empty || is_template(&read) {
        return None;
    }
    inherit(&mut read, above);
    Some(read)
}

/// `指标1：` and nothing else: a row of the printed form that nobody filled in.
fn is_template(row: &Row<'_>) -> bool {
    let rest = row.name.text.trim_start_matches("指标").trim_start_matches(|c: char| c.is_numeric());
    let only_number = rest.trim_matches([':', '：', '.', '．', '、', ' ', '…']).is_empty();
    only_number && row.cells.iter().all(|(_, entry)| Words::get().is_blank(entry.text))
}

/// A category that is not said again is that of the row above.
fn inherit<'d>(row: &mut Row<'d>, above: Option<&Row<'d>>) {
    let Some(above) = above else { return };
    if row.level1.text.is_empty() {
        row.level1 = above.level1;
    }
    if row.level2.text.is_empty() && row.level1.text == above.level1.text {
        row.level2 = above.level2;
    }
}
