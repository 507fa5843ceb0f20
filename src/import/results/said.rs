//! What a document says of results, whatever it is: texts, each with where it stands.

use std::borrow::Cow;

use super::super::{form::Entry, months::Months, words::Words};
use crate::source::Range;

/// Where in a document a text stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Origin<'d> {
    /// In a cell.
    Cell(Entry<'d>),
    /// In a text.
    Text(Range),
    /// Nowhere but in the whole.
    Whole,
}

/// A text of a document.
#[derive(Debug, Clone)]
pub(super) struct Said<'d> {
    pub text: Cow<'d, str>,
    pub origin: Origin<'d>,
}

impl<'d> From<Entry<'d>> for Said<'d> {
    fn from(entry: Entry<'d>) -> Self {
        Self { text: Cow::Borrowed(entry.text), origin: Origin::Cell(entry) }
    }
}

/// What is said of one project.
#[derive(Debug)]
pub(super) struct Outcome<'d> {
    /// The number of the document.
    pub document: usize,
    /// Its name, the likeliest first: what the document says it is, then what its title and its sheet are called.
    pub names: Vec<Said<'d>>,
    /// How many of the names say that they are one; the others may be anything.
    pub sure: usize,
    /// Where it begins.
    pub origin: Origin<'d>,
    /// The day that the results are of.
    pub at: Option<Said<'d>>,
    /// The part of the year that the results are of, where no day is said.
    pub until: Option<(Months, Entry<'d>)>,
    /// The year.
    pub year: Option<i16>,
    /// The unit of money, where it does not stand with the amounts.
    pub unit: Option<Said<'d>>,
    /// The budget as it was adjusted.
    pub budget: Money<'d>,
    /// What was spent.
    pub spent: Money<'d>,
    /// What will be spent by the end of the year.
    pub forecast: Money<'d>,
    /// The rate of execution that was filled in.
    pub rate: Option<Said<'d>>,
    /// The points for it.
    pub points: Option<Said<'d>>,
    /// All points together.
    pub score: Option<Said<'d>>,
    /// The grade.
    pub grade: Option<Said<'d>>,
    /// What became of the goals.
    pub goals: Vec<Said<'d>>,
    /// A remark.
    pub note: Option<Said<'d>>,
    /// What was achieved of its indicators.
    pub rows: Vec<Row<'d>>,
}

/// Money, all of it and from where.
#[derive(Debug, Default)]
pub(super) struct Money<'d> {
    pub total: Option<Said<'d>>,
    /// Each source with its amount.
    pub parts: Vec<(Said<'d>, Said<'d>)>,
}

/// What is said of one indicator.
#[derive(Debug)]
pub(super) struct Row<'d> {
    /// The number of the document.
    pub document: usize,
    /// Where the row stands.
    pub origin: Origin<'d>,
    /// The name of its project, where rows say it each.
    pub project: Option<Said<'d>>,
    pub category: Option<Said<'d>>,
    pub name: Option<Said<'d>>,
    pub label: Option<Said<'d>>,
    /// What was achieved.
    pub value: Option<Said<'d>>,
    pub unit: Option<Said<'d>>,
    /// What is expected by the end of the year.
    pub forecast: Option<Said<'d>>,
    /// Whether the target will be met.
    pub likelihood: Option<Said<'d>>,
    pub score: Option<Said<'d>>,
    pub reason: Option<Said<'d>>,
    pub note: Option<Said<'d>>,
    /// The target as a sheet of ours has it.
    pub target: Option<Said<'d>>,
    /// Whether it stands in a sheet of ours, which knows what each cell is asked for.
    pub is_ours: bool,
}

impl<'d> Outcome<'d> {
    /// Nothing said yet.
    pub fn new(origin: Origin<'d>) -> Self {
        Self {
            document: 0,
            names: Vec::new(),
            sure: 0,
            origin,
            at: None,
            until: None,
            year: None,
            unit: None,
            budget: Money::default(),
            spent: Money::default(),
            forecast: Money::default(),
            rate: None,
            points: None,
            score: None,
            grade: None,
            goals: Vec::new(),
            note: None,
            rows: Vec::new(),
        }
    }
}

impl Outcome<'_> {
    /// Notes which document it is in.
    pub fn set_document(&mut self, document: usize) {
        self.document = document;
        self.rows.iter_mut().for_each(|row| row.document = document);
    }

    /// Whether anything is said of what was achieved or spent.
    pub fn says_something(&self) -> bool {
        self.says_whole() || self.rows.iter().any(Row::says_something)
    }

    /// Whether anything is said beside the rows.
    pub fn says_whole(&self) -> bool {
        let amounts = [&self.budget, &self.spent, &self.forecast].into_iter().any(|money| !money.is_empty());
        let others = [&self.rate, &self.points, &self.score, &self.grade, &self.note];
        amounts || others.into_iter().any(Option::is_some) || !self.goals.is_empty()
    }
}

impl Money<'_> {
    pub fn is_empty(&self) -> bool {
        self.total.is_none() && self.parts.is_empty()
    }
}

impl Row<'_> {
    /// Whether anything is said of what was achieved.
    pub fn says_something(&self) -> bool {
        // What stands beside nothing else says something only where it was asked for.
        let asked = [&self.forecast, &self.likelihood, &self.note].into_iter().flatten().filter(|_| self.is_ours);
        let said = [&self.value, &self.score, &self.reason].into_iter().flatten().chain(asked);
        said.into_iter().any(|said| !Words::get().is_blank(&said.text))
    }
}

impl<'d> Row<'d> {
    /// Nothing said yet.
    pub fn new(origin: Origin<'d>) -> Self {
        Self {
            document: 0,
            origin,
            project: None,
            category: None,
            name: None,
            label: None,
            value: None,
            unit: None,
            forecast: None,
            likelihood: None,
            score: None,
            reason: None,
            note: None,
            target: None,
            is_ours: false,
        }
    }
}
