//! What was found in a document as the text of a `.perf` file, before it is formatted.
//!
//! The text is written anew after each reading by the compiler, each time with more of the values as the text that they
//! are; it remembers where each value stands in it.

use std::{collections::BTreeSet, ops::Range};

use super::{
    facts::Said,
    filing::Filing,
    form::{Entry, Form},
    funds::Funds,
    project::{org_of, year_of},
    value::{self, Value, one_line},
};
use crate::{
    diagnostic::Lang,
    field::{Field, Standard},
    syntax::quoted,
    words::Keyword,
};

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Writing {
    /// As it could be read.
    Read,
    /// The same, with the text of the cell beside it.
    Shown,
    /// The text of the cell alone.
    Text,
}

/// What may stand in the place of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The annual target.
    Target,
    /// Another target of an indicator.
    Other,
    /// What was achieved.
    Actual,
}

/// A value, and where it stands in the text.
#[derive(Debug)]
pub(super) struct Slot<'d> {
    pub value: Value<'d>,
    pub role: Role,
    pub writing: Writing,
    pub range: Range<usize>,
}

/// The text with its values.
#[derive(Debug, Default)]
pub(super) struct Source<'d> {
    pub text: String,
    pub slots: Vec<Slot<'d>>,
    /// Cells that no statement has a place for; they stand in comments.
    pub comments: Vec<Entry<'d>>,
    /// Money without a unit.
    pub bare_money: Vec<Entry<'d>>,
}

/// All that the text is written from.
#[derive(Debug)]
pub(super) struct Plan<'p, 'd> {
    pub forms: &'p [Form<'d>],
    /// Lines behind the last form.
    pub after: &'p [Said<'d>],
    pub filing: &'p Filing<'p>,
    pub funds: &'p Funds,
    pub standard: &'p Standard,
    pub field: &'p Field,
    /// The budget year, where the user says it.
    pub year: Option<i16>,
    /// Units that the document uses and nobody knows.
    pub units: BTreeSet<String>,
}

/// Writes the text, with the values written as they were found best before.
pub(super) fn write<'d>(plan: &Plan<'_, 'd>, before: &[Writing]) -> Source<'d> {
    // What all projects have in common stands before them.
    let org = same(plan.forms.iter().map(|form| org_of(&form.facts)));
    let year = same(plan.forms.iter().map(|form| plan.year.or_else(|| year_of(&form.facts))));
    let mut writer = Writer { plan, org, year, source: Source::default(), before };
    writer.head();
    for form in plan.forms {
        writer.project(form);
    }
    for form in plan.forms {
        writer.results(form);
    }
    if !plan.after.is_empty() {
        writer.source.text.push('\n');
    }
    writer.remarks(plan.after);
    writer.source
}

/// Writes the text, one part of a form after the other.
pub(super) struct Writer<'w, 'p, 'd> {
    pub plan: &'w Plan<'p, 'd>,
    /// The budget unit of all projects.
    pub org: Option<&'d str>,
    /// The budget year of all projects.
    pub year: Option<i16>,
    pub source: Source<'d>,
    before: &'w [Writing],
}

impl<'d> Writer<'_, '_, 'd> {
    pub fn line(&mut self, keyword: Keyword, rest: &str) {
        let text = &mut self.source.text;
        text.extend([keyword.spelling(Lang::Zh), " ", rest, "\n"]);
    }

    pub fn text_line(&mut self, keyword: Keyword, text: &str) {
        self.line(keyword, &quoted(&one_line(text)));
    }

    /// A cell that no statement has a place for.
    pub fn comment(&mut self, said: Said<'d>) {
        self.source.comments.push(said.entry);
        self.remark(said);
    }

    pub fn comments(&mut self, cells: impl IntoIterator<Item = Said<'d>>) {
        cells.into_iter().for_each(|said| self.comment(said));
    }

    pub fn remark(&mut self, said: Said<'d>) {
        let text = said.labelled();
        // What a document says allows nothing.
        let mark = if text.starts_with("perfc") { "// · " } else { "// " };
        self.source.text.extend([mark, &text, "\n"]);
    }

    pub fn remarks(&mut self, lines: &[Said<'d>]) {
        lines.iter().for_each(|said| self.remark(*said));
    }

    fn head(&mut self) {
        let plan = self.plan;
        for unit in &plan.units {
            self.line(Keyword::Unit, unit);
        }
        self.source.text += &plan.filing.statement(&plan.funds.added);
        if let Some(org) = self.org {
            self.org(org);
        }
        if let Some(year) = self.year {
            self.line(Keyword::Year, &year.to_string());
        }
    }

    /// Opens a block; answers where.
    pub fn open(&mut self) -> usize {
        let start = self.source.text.len();
        self.source.text += " {\n";
        start
    }

    /// Closes it again, or takes it away where nothing is in it.
    pub fn close(&mut self, start: usize) {
        if self.source.text.len() == start + " {\n".len() {
            self.source.text.truncate(start);
            self.source.text.push('\n');
        } else {
            self.source.text += "}\n";
        }
    }

    pub fn slot(&mut self, value: Value<'d>, role: Role) {
        let writing = self.before.get(self.source.slots.len()).copied().unwrap_or(Writing::Read);
        let start = self.source.text.len();
        let show = value::shown(&value.cell);
        let text = &mut self.source.text;
        match (writing, role) {
            (Writing::Read, _) => text.push_str(&value.target),
            (Writing::Shown, Role::Target | Role::Other) => text.extend([&*value.target, " ", &show]),
            (Writing::Text, Role::Target) => text.push_str(&show),
            (Writing::Shown | Writing::Text, _) => text.push_str(&value::text(&value.cell)),
        }
        let range = start..text.len();
        self.source.slots.push(Slot { value, role, writing, range });
    }
}

/// What all say alike, if all say something.
fn same<T: PartialEq>(mut all: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = all.next()??;
    all.all(|other| other.as_ref() == Some(&first)).then_some(first)
}
