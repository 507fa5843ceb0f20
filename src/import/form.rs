//! What is found in a document: forms, each the rows of indicators below the names of their columns, and what stands
//! above them.

use std::{borrow::Cow, sync::Arc};

use super::{
    document::{Cell, Place},
    facts::{Facts, Said},
    filing, lines,
    months::Months,
    total::Total,
    value::labelled,
    words::{Column, Fact, Words, trimmed},
};
use crate::field::{Field, Standard};

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
    /// The name of its project, which no other form has.
    pub name: Name<'d>,
    pub rows: Vec<Row<'d>>,
    /// The part of the year in which was achieved what it says, where that is not all of it.
    pub until: Option<(Months, Entry<'d>)>,
    /// The day of the results, where that is not the last of the year.
    pub day: Option<String>,
    /// Lines above it that say nothing of it.
    pub before: Vec<Said<'d>>,
    /// The sum of their scores.
    pub total: Total<'d>,
    /// Remarks between its rows and below them, each with the number of rows above it.
    pub remarks: Vec<(usize, Said<'d>)>,
}

/// The name of a project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Name<'d> {
    pub text: String,
    /// Why it was made, and where it should stand, where the form says none that can be used.
    pub made: Option<(Lack, Entry<'d>)>,
}

/// Why a name was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lack {
    /// The form has none.
    NoName,
    /// Another project has the same.
    Taken,
}

/// An indicator.
#[derive(Debug, Clone, Default)]
pub(super) struct Row<'d> {
    /// The level-1 category; empty where the form has none.
    pub level1: Entry<'d>,
    /// The level-2 category; empty where the form has none.
    pub level2: Entry<'d>,
    pub name: Entry<'d>,
    /// The number of a row without a name among those of its form, from 1; of all others 0.
    pub nameless: usize,
    /// What its other columns hold.
    pub cells: Vec<(Column, Entry<'d>)>,
    /// What stands in columns that are not known, each with what stands over it.
    pub others: Vec<(&'d str, Entry<'d>)>,
}

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Found<'d> {
    pub forms: Vec<Form<'d>>,
    /// Lines behind the last form.
    pub after: Vec<Said<'d>>,
    /// The grids in which no indicators were found.
    pub passed_over: Vec<usize>,
    /// Sums below the indicators, and empty rows of the printed form, each with its texts.
    pub skipped: Vec<(Place, String)>,
}

impl<'d> Entry<'d> {
    pub fn of(cell: &'d Cell, block: usize) -> Self {
        Self { text: trimmed(&cell.text), place: Place { block, row: cell.row, column: cell.column } }
    }
}

impl<'d> Form<'d> {
    /// Whether it says what became of the goals, of the budget, or of all of it.
    pub fn says_outcome(&self) -> bool {
        let facts = [Fact::Outcome, Fact::Rate, Fact::Points];
        facts.into_iter().any(|fact| self.facts.first(fact).is_some()) || self.total.entries().next().is_some()
    }

    /// All that was read of it, some of it perhaps twice.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'d>> {
        let said = self.facts.all_said().chain(self.remarks.iter().map(|(_, said)| *said)).map(|said| said.entry);
        said.chain(self.rows.iter().flat_map(Row::entries)).chain(self.total.entries())
    }
}

impl<'d> Row<'d> {
    /// All that was read of it.
    fn entries(&self) -> impl Iterator<Item = Entry<'d>> {
        let levels = [self.level1, self.level2, self.name];
        let cells = self.cells.iter().map(|(_, entry)| *entry);
        levels.into_iter().chain(cells).chain(self.others.iter().map(|(_, entry)| *entry))
    }

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
    pub fn is_indicator(&self, row: usize) -> bool {
        let rest = self.name.text.trim_start_matches("指标").trim_start_matches(|c: char| c.is_numeric());
        let only_number = rest.trim_matches([':', '：', '.', '．', '、', ' ', '…']).is_empty();
        let is_blank = self.cells.iter().all(|(_, entry)| Words::get().is_blank(entry.text));
        let is_rest = self.cells.is_empty() && self.name.place.row < row;
        !(only_number && is_blank || is_rest || self.is_line() || self.is_remark())
    }

    /// Whether one cell over all columns is the whole row.
    pub fn is_line(&self) -> bool {
        self.cells.is_empty() && !self.level1.text.is_empty() && self.level1.place == self.name.place
    }

    /// What it says first.
    pub fn begin(&self) -> Entry<'d> {
        let cells = self.cells.iter().map(|(_, entry)| *entry);
        let entries = [self.name].into_iter().chain(cells).chain([self.level2, self.level1]);
        entries.into_iter().find(|entry| !entry.text.is_empty()).unwrap_or(self.name)
    }

    /// Whether all that it says is one text in the column of a level that is no name of one: a remark.
    pub fn is_remark(&self) -> bool {
        let is_alone = self.name.text.is_empty() && self.cells.is_empty();
        let said = match (self.level1, self.level2) {
            (one, other) if one == other || other.text.is_empty() => one.text,
            (one, other) if one.text.is_empty() => other.text,
            _ => "",
        };
        is_alone && !said.is_empty() && !is_level(said)
    }

    /// Forgets the levels that are but the cell of the name, which reaches over their columns; answers whether any is.
    pub fn forget_covered(&mut self) -> bool {
        let name = self.name;
        let covered = [&mut self.level1, &mut self.level2].into_iter().filter(|level| **level == name);
        covered.map(|level| *level = Entry::default()).count() > 0 && !name.text.is_empty()
    }

    /// Whether it is an indicator that names its level or category itself.
    pub fn begins_anew(&self, row: usize) -> bool {
        let own = [self.level1, self.level2].into_iter().filter(|level| level.place.row == row && is_level(level.text));
        own.count() > 0 && !self.name.text.is_empty() && !self.cells.is_empty() && !self.is_line()
    }

    /// Takes the categories of the row above where it says none itself.
    pub fn inherit(&mut self, (level1, level2): (Entry<'d>, Entry<'d>)) {
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

    /// Why a target is or will be missed, behind what that is about where the form has it ticked: 经费、人员：….
    pub fn reason(&self) -> Option<(Entry<'d>, Cow<'d, str>)> {
        let kinds = self.cells.iter().filter(|(column, _)| *column == Column::Kind).map(|(_, entry)| *entry);
        let kinds: Vec<Entry<'d>> = kinds.collect();
        let reason = self.get(Column::Reason);
        let Some(first) = kinds.first() else { return reason.map(|entry| (entry, entry.text.into())) };
        let reason = reason.filter(|entry| !Words::get().is_blank(entry.text));
        let about = kinds.iter().map(|kind| Words::get().kind(kind.text)).collect::<Vec<_>>().join("、");
        let text = reason.map_or(about.clone(), |reason| labelled(&about, reason.text));
        Some((reason.unwrap_or(*first), text.into()))
    }

    /// Whether it says what was achieved. A reason alone may be one for what is expected.
    pub fn has_results(&self) -> bool {
        let results = [Column::Actual, Column::Forecast, Column::Likelihood, Column::Score];
        results.into_iter().any(|column| self.get(column).is_some())
    }
}

/// Whether a text is the name of a level or of a category: one that a standard knows, or that ends like one.
pub(super) fn is_level(text: &str) -> bool {
    let name = filing::plain(lines::unnumbered(text));
    let words = Words::get();
    // 年度总体目标 is said of the project.
    if words.is_head(&name) || words.stage(&name).is_some() {
        return false;
    }
    let is_known =
        |standard: &Arc<Standard>| standard.levels.find(&name).is_some() || standard.find_category(&name).is_some();
    name.ends_with("指标") || name.ends_with("目标") || Field::embedded().standards.iter().any(is_known)
}
