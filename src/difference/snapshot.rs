//! What is kept of a project to compare it with another: plain data that outlives the text it was read from, and that
//! means the same beside what another file says.
//!
//! Files number their units and categories each in its own way; here they go by their names.

use std::{fmt, sync::Arc};

use super::{
    aim::{Aim, Measured},
    change::What,
};
use crate::{
    diagnostic::{Lang, Value},
    field::{Direction, Names},
};

/// A place in a file; line and column begin at 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as the user knows it.
    pub file: Arc<str>,
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.file, self.line)
    }
}

/// A text, and where it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The text, as forms print it.
    pub text: Value,
    /// Where it stands; what has no place of its own stands where its row or project begins.
    pub place: Place,
}

/// Something that a standard knows, by its id and its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The id in JSON: `quantity`, `fiscal`.
    pub id: String,
    /// What forms print.
    pub names: Names,
}

/// A level-2 category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// The category.
    pub own: Known,
    /// The level-1 category that it belongs to.
    pub level: Known,
    /// Which way is better, where the category says so for certain.
    pub direction: Option<Direction>,
}

/// An amount or a weight.
#[derive(Debug, Clone)]
pub struct Figure {
    /// How much.
    pub value: Measured,
    /// As it is said.
    pub said: Said,
}

/// A row of the table.
#[derive(Debug, Clone)]
pub struct Row {
    /// The level-2 category.
    pub category: Arc<Category>,
    /// The level-3 name.
    pub name: String,
    /// What is said of it in words.
    pub facts: Vec<(What, Said)>,
    /// What it is to reach, and its other values.
    pub aims: Vec<(What, Aim)>,
    /// Its points.
    pub weight: Option<Figure>,
    /// Whether its line has a mistake that was reported, so that it may say more than could be read.
    pub is_broken: bool,
    /// Where it begins.
    pub place: Place,
}

/// A condition that a project states.
#[derive(Debug, Clone)]
pub struct Check {
    /// What it says in words, if that is written.
    pub name: Option<String>,
    /// The condition, in one spelling for each language.
    pub formula: Said,
}

/// A project.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Its name.
    pub name: String,
    /// The budget year.
    pub year: Option<i16>,
    /// What is said of it in words.
    pub facts: Vec<(What, Said)>,
    /// 资金用途, a paragraph each.
    pub purpose: Vec<Said>,
    /// 绩效目标
    pub goals: Vec<Said>,
    /// The budget, its sources, the points of its levels.
    pub figures: Vec<(What, Figure)>,
    /// The rows of the table, in the order written.
    pub rows: Vec<Row>,
    /// The conditions that must hold.
    pub checks: Vec<Check>,
    /// Where it begins.
    pub place: Place,
}

impl Known {
    /// Something of a standard.
    pub(super) fn new(id: &str, names: &Names) -> Self {
        Self { id: id.to_owned(), names: names.clone() }
    }
}

/// What is said of one kind.
pub(super) fn find<'f>(facts: &'f [(What, Said)], what: &What) -> Option<&'f Said> {
    facts.iter().find(|(known, _)| known == what).map(|(_, said)| said)
}

impl Row {
    /// The label by which checks know it.
    pub fn label(&self) -> Option<&str> {
        find(&self.facts, &What::Label).map(|label| label.text.get(Lang::Zh))
    }

    /// One of its values.
    pub fn aim(&self, what: &What) -> Option<&Aim> {
        self.aims.iter().find(|(known, _)| known == what).map(|(_, aim)| aim)
    }

    /// What it is to reach; `None` where that could not be read.
    pub fn target(&self) -> Option<&Aim> {
        self.aim(&What::Target)
    }
}

impl Snapshot {
    /// 项目代码
    pub fn code(&self) -> Option<&str> {
        find(&self.facts, &What::Code).map(|code| code.text.get(Lang::Zh))
    }

    /// The budget unit, with its code.
    pub fn org(&self) -> Option<&str> {
        find(&self.facts, &What::Org).map(|org| org.text.get(Lang::Zh))
    }

    /// The budget, as it is said.
    pub fn budget(&self) -> Option<&Said> {
        self.figures.iter().find(|(what, _)| *what == What::Budget).map(|(_, figure)| &figure.said)
    }
}
