//! A written report in order and without a format: chapters, sections, and the blocks in them.

use crate::{diagnostic::Lang, table::Table};

/// A written report.
#[derive(Debug, Clone, PartialEq)]
pub struct Document<'r> {
    /// The language of all that is not a name.
    pub lang: Lang,
    /// Whose it is and, on a line of its own, what it is.
    pub title: String,
    /// Whose it is, of which day, by which rules.
    pub facts: Vec<String>,
    /// An overview where there are several projects, then each project.
    pub chapters: Vec<Chapter<'r>>,
}

/// What is said of one project, or of all of them; each begins a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Chapter<'r> {
    /// What stands over it; nothing where the document has no other.
    pub title: Option<String>,
    /// What goes for it alone.
    pub facts: Vec<String>,
    /// Its sections.
    pub sections: Vec<Section<'r>>,
    /// The official form, as an annex.
    pub annex: Option<Annex<'r>>,
}

/// An official form at the end of a chapter, on a page of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Annex<'r> {
    /// What stands over it.
    pub title: String,
    /// The form.
    pub form: &'r Table<'r>,
}

/// A part of a chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Section<'r> {
    /// What stands over it, with its number.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block<'r>>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block<'r> {
    /// The few numbers that matter most.
    Figures(Vec<Figure>),
    /// Sentences.
    Text(String),
    /// What is said one by one.
    List(Vec<Item>),
    /// Rows and columns.
    Table(Box<Table<'r>>),
    /// What is rather looked at than read.
    Picture(Picture),
}

impl<'r> From<Table<'r>> for Block<'r> {
    fn from(table: Table<'r>) -> Self {
        Self::Table(Box::new(table))
    }
}

/// A number that matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub name: String,
    /// The number, with its unit.
    pub number: String,
    /// What makes it large or small.
    pub note: String,
}

/// A piece of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is about, which is set off; may be empty.
    pub name: String,
    /// What is said of it.
    pub text: String,
    /// What should be said and is not; empty where nothing lacks.
    pub gap: String,
}

/// Bars along one scale, one below the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What it shows.
    pub title: String,
    /// How it is read.
    pub note: String,
    /// Where the scale ends; it begins at nothing. Always above that.
    pub end: f64,
    /// The places that the scale names, from left to right.
    pub marks: Vec<Mark>,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// A place on the scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where it is.
    pub at: f64,
    /// What is there.
    pub name: String,
}

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// How far it is filled; nothing where that is not known.
    pub filled: Option<f64>,
    /// How far it could be filled.
    pub whole: Option<f64>,
    /// What it says in words and numbers.
    pub text: String,
    /// What is to be thought of it.
    pub tone: Tone,
}

/// What is to be thought of a bar; told apart without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Met,
    /// Less than it should be.
    Missed,
    /// Not known.
    Open,
}

impl Bar {
    /// The parts of the scale that are filled, and that could be, from 0 to 1.
    pub fn shares(&self, end: f64) -> (f64, f64) {
        let share = |length: Option<f64>| (length.unwrap_or_default() / end).clamp(0.0, 1.0);
        let filled = share(self.filled);
        (filled, share(self.whole).max(filled))
    }

    /// Whether it goes on beyond the end of the scale.
    pub fn is_cut(&self, end: f64) -> bool {
        self.filled.is_some_and(|filled| filled > end)
    }
}
