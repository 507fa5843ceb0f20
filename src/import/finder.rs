//! Goes through a document, from one form to the next.

use std::ops::Range;

use foldhash::HashSet;

use super::{
    columns::Columns,
    document::{Block, Cell, Document, Place},
    facts::{self, Facts, Said},
    form::{Entry, Form, Found, Row, is_level},
    labels, lines,
    squares::{Squares, own},
    value::one_line,
    words::{Fact, Words, trimmed},
};
use crate::field::Field;

/// How many blocks before the first form and behind the last one lines are taken for remarks. What is further away
/// belongs to the document around the forms.
const NEAR: usize = 12;

/// Finds the forms of a document.
pub(super) fn find(document: &Document) -> Found<'_> {
    let mut finder = Finder::of(document);
    for (number, block) in document.blocks.iter().enumerate() {
        match block {
            Block::Paragraph(text) => {
                let place = Place { block: number, ..Place::default() };
                finder.line(Entry { text: trimmed(text), place });
            }
            Block::Grid(grid) => finder.grid(number, grid.name.as_deref(), &Squares::of(grid)),
        }
    }
    finder.finish()
}

/// The columns of all forms of a grid.
fn heads<'d>(block: usize, squares: &Squares<'d>) -> Vec<Columns<'d>> {
    let mut heads: Vec<Columns<'d>> = Vec::new();
    for row in 0..squares.len() {
        if heads.last().is_none_or(|last| last.rows.end <= row) {
            heads.extend(Columns::find(block, squares, row));
        }
    }
    heads
}

struct Finder<'d> {
    document: &'d Document,
    found: Found<'d>,
    /// What has been said since the last form.
    facts: Facts<'d>,
    /// The label that the line before ended with.
    open: Option<(Fact, &'d str)>,
    /// The columns of the last form, whose rows may go on in another table.
    columns: Option<Columns<'d>>,
    /// The levels of the last row.
    levels: (Entry<'d>, Entry<'d>),
    /// How many rows of the last form have no name.
    nameless: usize,
    /// The grids since the last form, which had no indicators.
    heads: Vec<usize>,
    /// Those before a form, which may belong to it.
    before: Vec<usize>,
    /// What cells said of no form.
    dropped: Vec<Said<'d>>,
    /// The same of lines since the last form.
    dropped_lines: Vec<Said<'d>>,
}

impl<'d> Finder<'d> {
    fn of(document: &'d Document) -> Self {
        Self {
            document,
            found: Found::default(),
            facts: Facts::default(),
            open: None,
            columns: None,
            levels: Default::default(),
            nameless: 0,
            heads: Vec::new(),
            before: Vec::new(),
            dropped: Vec::new(),
            dropped_lines: Vec::new(),
        }
    }

    /// Takes in a line outside of all grids. One that is a label alone is followed by what it names.
    fn line(&mut self, entry: Entry<'d>) {
        if lines::read(entry, &mut self.facts) {
            self.open = lines::open_label(entry.text);
        } else if let Some((fact, label)) = self.open {
            self.facts.take(fact, Said::beside(label, entry));
            self.open = self.open.filter(|(fact, _)| matches!(fact, Fact::Purpose | Fact::Goals));
        } else {
            self.facts.lines.push(entry);
        }
    }

    fn grid(&mut self, block: usize, sheet: Option<&'d str>, squares: &Squares<'d>) {
        self.open = None;
        let heads = heads(block, squares);
        let has_heads = !heads.is_empty();
        if !has_heads && self.go_on(block, sheet, squares) {
            return;
        }
        let before = self.found.forms.len();
        self.forms(block, sheet, squares, heads);
        if self.found.forms.len() > before {
            self.before.append(&mut self.heads);
        } else if has_heads {
            self.found.passed_over.append(&mut self.heads);
            self.found.passed_over.push(block);
        } else {
            self.heads.push(block);
        }
    }

    /// The forms of a grid, below the names of their columns, and what stands around them.
    fn forms(&mut self, block: usize, sheet: Option<&'d str>, squares: &Squares<'d>, heads: Vec<Columns<'d>>) {
        let limits: Vec<usize> = heads.iter().skip(1).map(|next| next.rows.start).chain([squares.len()]).collect();
        let mut start = 0;
        for (head, limit) in heads.into_iter().zip(limits) {
            labels::read(block, squares, start..head.rows.start, &mut self.facts);
            let is_again = start > 0 && self.facts.says_nothing();
            self.facts.sheet = sheet_of(block, sheet);
            let last = self.columns.take_if(|last| is_again && last.is_same(&head));
            start = match last {
                Some(last) => self.again(block, squares, last, &head, limit),
                None => self.form(block, squares, head, limit),
            };
            start = self.forms_below(block, sheet, squares, start..limit);
        }
        labels::read(block, squares, start..squares.len(), &mut self.facts);
    }

    /// Forms below another in the same columns, which are not named again; answers where they end.
    fn forms_below(
        &mut self,
        block: usize,
        sheet: Option<&'d str>,
        squares: &Squares<'d>,
        mut rows: Range<usize>,
    ) -> usize {
        while !rows.is_empty()
            && let Some(columns) = self.columns.take()
        {
            let Some(first) = rows.clone().find(|row| columns.read(block, squares, *row).begins_anew(*row)) else {
                self.columns = Some(columns);
                break;
            };
            labels::read(block, squares, rows.start..first, &mut self.facts);
            self.facts.sheet = sheet_of(block, sheet);
            rows.start = self.form(block, squares, columns.from(first), rows.end);
        }
        rows.start
    }

    /// Reads the rows below names of columns that are said again with nothing between: they stand at the top of each page.
    fn again(
        &mut self,
        block: usize,
        squares: &Squares<'d>,
        last: Columns<'d>,
        head: &Columns<'d>,
        limit: usize,
    ) -> usize {
        self.facts = Facts::default();
        let is_new = |entry: &&Entry<'d>| last.above.iter().all(|known| known.text != entry.text);
        let above: Vec<Said<'d>> = head.above.iter().filter(is_new).copied().map(Said::alone).collect();
        let end = self.more_rows(block, squares, (head, head.rows.end..limit), above);
        self.columns = Some(last);
        end
    }

    /// Reads the rows below the names of columns; answers where the next form begins.
    fn form(&mut self, block: usize, squares: &Squares<'d>, head: Columns<'d>, limit: usize) -> usize {
        let facts = std::mem::take(&mut self.facts);
        let until = [head.until, facts.until].into_iter().flatten().min_by_key(|(months, _)| !months.is_known());
        let mut form = Form { until, facts, ..Form::default() };
        self.lines_before(block, &mut form);
        form.facts.others.extend(head.above.iter().copied().map(Said::alone));
        form.facts.settle();
        (self.levels, self.nameless) = Default::default();
        let end = self.rows(block, squares, (&head, head.rows.end..limit), &mut form);
        self.drop(std::mem::take(&mut form.facts.dropped));
        if form.rows.is_empty() {
            self.drop(form.facts.all_said().chain(form.before));
            self.drop(form.remarks.into_iter().map(|(_, said)| said));
        } else {
            self.found.forms.push(form);
            self.columns = Some(head);
        }
        end
    }

    /// Reads rows that go on where those of the last form ended, behind what is said between; answers where they end.
    fn more_rows(
        &mut self,
        block: usize,
        squares: &Squares<'d>,
        rows: (&Columns<'d>, Range<usize>),
        between: Vec<Said<'d>>,
    ) -> usize {
        let mut form = self.found.forms.pop().unwrap_or_default();
        let at = form.rows.len();
        form.remarks.extend(between.into_iter().map(|said| (at, said)));
        let end = self.rows(block, squares, rows, &mut form);
        self.found.forms.push(form);
        end
    }

    /// The lines above a form that say nothing of it, and what was said in lines of none.
    fn lines_before(&mut self, block: usize, form: &mut Form<'d>) {
        self.drop(std::mem::take(&mut form.facts.dropped));
        let lines = std::mem::take(&mut form.facts.lines);
        let mut before = std::mem::take(&mut self.dropped_lines);
        before.extend(lines.into_iter().map(Said::alone));
        let is_first = self.found.forms.is_empty();
        before.retain(|said| says_something(said) && (!is_first || said.entry.place.block + NEAR >= block));
        before.sort_by_key(|said| said.entry.place);
        form.before = before;
    }

    /// Takes in a table without names of columns whose rows go on where those of the last form ended.
    fn go_on(&mut self, block: usize, sheet: Option<&'d str>, squares: &Squares<'d>) -> bool {
        let Some(columns) = self.columns.take().map(|columns| columns.from(0)) else { return false };
        let goes_on = !self.facts.begins() && goes_on(block, squares, &columns);
        if !goes_on {
            self.columns = Some(columns);
            return false;
        }
        let between = std::mem::take(&mut self.facts);
        let between = between.lines.iter().copied().map(Said::alone).chain(between.all_said()).collect();
        let end = self.more_rows(block, squares, (&columns, 0..squares.len()), between);
        self.columns = Some(columns);
        let end = self.forms_below(block, sheet, squares, end..squares.len());
        labels::read(block, squares, end..squares.len(), &mut self.facts);
        true
    }

    /// Reads rows; answers where they end.
    fn rows(
        &mut self,
        block: usize,
        squares: &Squares<'d>,
        (columns, rows): (&Columns<'d>, Range<usize>),
        form: &mut Form<'d>,
    ) -> usize {
        let (end, mut below) = (rows.end, false);
        for row in rows {
            if !facts::begins_form(squares.row(row)) {
                let read = columns.read(block, squares, row);
                below = is_foot(squares.row(row), row) || (below && !read.begins_anew(row));
                self.row(read, (block, squares, row), below, form);
            } else if form.rows.is_empty() {
                // What stands between the names of columns and the first row belongs to that.
                labels::read(block, squares, row..row + 1, &mut form.facts);
            } else {
                return row;
            }
        }
        end
    }

    /// Takes in a row, which may stand below the indicators.
    fn row(
        &mut self,
        mut read: Row<'d>,
        (block, squares, row): (usize, &Squares<'d>, usize),
        below: bool,
        form: &mut Form<'d>,
    ) {
        let cells = squares.row(row);
        let is_remark = below || read.is_line() || read.is_remark() || is_part(cells, row);
        self.levels(&mut read, is_remark);
        if !is_remark && read.is_indicator(row) {
            self.number(&mut read);
            form.rows.push(read);
        } else {
            let own: Vec<Entry<'d>> = own(cells, row).map(|cell| Entry::of(cell, block)).collect();
            let is_told = form.total.take(&read, &own);
            if !is_told {
                self.other(&own, is_remark, form);
            }
        }
    }

    /// Gives a row without a name its number.
    fn number(&mut self, read: &mut Row<'d>) {
        if read.name.text.is_empty() {
            self.nameless += 1;
            read.nameless = self.nameless;
        }
    }

    /// Gives a row the levels of the one above where it says none, and keeps its own for the next. A line over all
    /// columns may name a level.
    fn levels(&mut self, read: &mut Row<'d>, is_remark: bool) {
        if is_remark {
            if read.is_line() && is_level(read.level1.text) {
                let text = lines::unnumbered(read.level1.text);
                self.levels = (Entry { text, ..read.level1 }, Entry::default());
            }
        } else if !read.forget_covered() {
            read.inherit(self.levels);
            self.levels = (read.level1, read.level2);
        }
    }

    /// Takes in a row that is no indicator: a remark, or what nobody filled in.
    fn other(&mut self, own: &[Entry<'d>], is_remark: bool, form: &mut Form<'d>) {
        let Some(first) = own.first() else { return };
        if is_remark && !Words::get().is_sum(first.text) && !Words::get().is_part(first.text) {
            let at = form.rows.len();
            let pairs = own.chunks(2).map(|pair| match pair {
                [label, entry] => Said::beside(label.text, *entry),
                [entry, ..] => Said::alone(*entry),
                [] => Said::default(),
            });
            form.remarks.extend(pairs.map(|said| (at, said)));
        } else {
            let texts: Vec<String> = own.iter().map(|entry| one_line(entry.text)).collect();
            self.found.skipped.push((first.place, texts.join(" ")));
        }
    }

    /// Notes what is said of no form.
    fn drop(&mut self, said: impl IntoIterator<Item = Said<'d>>) {
        for said in said {
            let block = self.document.blocks.get(said.entry.place.block);
            let is_line = matches!(block, Some(Block::Paragraph(_)));
            if is_line { self.dropped_lines.push(said) } else { self.dropped.push(said) }
        }
    }

    /// All that was found. What was said of no form is told where its grid is not passed over as a whole.
    fn finish(mut self) -> Found<'d> {
        self.found.passed_over.append(&mut self.heads);
        // Of an overview of a workbook no form takes anything.
        let used: HashSet<usize> =
            self.found.forms.iter().flat_map(Form::entries).map(|entry| entry.place.block).collect();
        self.found.passed_over.extend(self.before.iter().filter(|block| !used.contains(block)));
        self.found.passed_over.sort_unstable();
        let passed_over: HashSet<usize> = self.found.passed_over.iter().copied().collect();
        let facts = std::mem::take(&mut self.facts);
        let lines = facts.lines.iter().copied().map(Said::alone);
        self.drop(facts.all_said().chain(facts.dropped.iter().copied()).chain(lines));
        let mut lines = std::mem::take(&mut self.dropped_lines);
        let cells = self.dropped.into_iter().filter(|said| !passed_over.contains(&said.entry.place.block));
        self.found.skipped.extend(cells.map(|said| (said.entry.place, said.labelled())));
        self.found.skipped.sort_by_key(|(place, _)| *place);
        let last = self.found.forms.last().and_then(|form| form.rows.last()).map(|row| row.begin().place.block);
        let is_near = |said: &Said<'_>| last.is_some_and(|last| said.entry.place.block <= last + NEAR);
        lines.retain(|said| says_something(said) && is_near(said));
        lines.sort_by_key(|said| said.entry.place);
        self.found.after = lines;
        self.found
    }
}

/// The name of a sheet, as a fact of the forms on it.
fn sheet_of(block: usize, sheet: Option<&str>) -> Option<Entry<'_>> {
    sheet.map(|text| Entry { text, place: Place { block, ..Place::default() } })
}

/// Whether a line is more than the number of a page.
fn says_something(said: &Said<'_>) -> bool {
    said.entry.text.contains(char::is_alphabetic)
}

/// Whether the rows of a table without names of columns are indicators below these: one has a category that is known, or
/// all have a name and a value.
fn goes_on(block: usize, squares: &Squares<'_>, columns: &Columns<'_>) -> bool {
    let rows = (0..squares.len()).take_while(|row| !is_foot(squares.row(*row), *row));
    let rows: Vec<Row<'_>> = rows.map(|row| columns.read(block, squares, row)).collect();
    let standards = &Field::embedded().standards;
    let is_known = |row: &Row<'_>| {
        let category = super::filing::plain(row.level2.text);
        standards.iter().any(|standard| standard.find_category(&category).is_some())
    };
    let is_whole = |row: &Row<'_>| !row.name.text.is_empty() && !row.cells.is_empty() && !row.is_line();
    !rows.is_empty() && (rows.iter().any(|row| is_known(row) && is_whole(row)) || rows.iter().all(is_whole))
}

/// Whether a row is the sum of some rows above it, which others follow.
fn is_part(cells: &[&Cell], row: usize) -> bool {
    own(cells, row).next().is_some_and(|cell| Words::get().is_part(trimmed(&cell.text)))
}

/// Whether a row stands below the indicators, by the first of its cells, whatever reaches down beside it.
fn is_foot(cells: &[&Cell], row: usize) -> bool {
    own(cells, row).next().is_some_and(|cell| Words::get().is_foot(trimmed(&cell.text)))
}
