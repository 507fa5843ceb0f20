//! What is to be said of a document beside what the compiler finds in its text.

use super::{
    super::form::Entry,
    said::{Origin, Said},
};
use crate::{
    diagnostic::{Code, Diagnostic, Fix, Text, Value, closest},
    source::{FileId, Range, Span},
};

/// A finding whose place is not yet known.
#[derive(Debug)]
pub(super) struct Note<'d> {
    pub finding: Diagnostic,
    /// The number of the document.
    pub document: usize,
    pub origin: Origin<'d>,
    /// A second place in the document, with the second label text.
    pub also: Option<Origin<'d>>,
}

/// How many projects a message lists.
const LISTED: usize = 5;

impl<'d> Note<'d> {
    fn new(code: Code, origin: Origin<'d>) -> Self {
        Self { finding: Diagnostic::new(code, Range::default().of(FileId(0))), document: 0, origin, also: None }
    }

    /// The same in the document of this number.
    pub fn of(self, document: usize) -> Self {
        Self { document, ..self }
    }

    fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        Self { finding: self.finding.with(name, value), ..self }
    }

    fn help(self, number: usize) -> Self {
        Self { finding: self.finding.help(number), ..self }
    }

    /// There are no results in the document.
    pub fn no_results() -> Self {
        Self::new(Code::NoResults, Origin::Whole)
    }

    /// It is not said which of the projects is meant.
    pub fn which_project<'n>(origin: Origin<'d>, known: impl Iterator<Item = &'n str> + Clone) -> Self {
        let list = Value::list(known.take(LISTED).map(|name| (name, name)));
        Self::new(Code::ProjectNotSaid, origin).with("list", list)
    }

    /// It is not said which of the indicators is meant.
    pub fn nameless(origin: Origin<'d>) -> Self {
        Self::new(Code::NamelessResult, origin)
    }

    /// The sheet was written of another target.
    pub fn target_changed(said: &Said<'d>, target: &str, place: Span) -> Self {
        let note = Self::new(Code::TargetChanged, said.origin).with("old", &*said.text).with("new", target);
        Self { finding: note.finding.also(1, place), ..note }
    }

    /// The unit beside a value is not the one that the value has.
    pub fn unit_conflict(value: &Said<'d>, unit: &Said<'d>) -> Self {
        let note = Self::new(Code::UnitConflict, unit.origin).with("one", &*value.text).with("other", &*unit.text);
        Self { also: Some(value.origin), ..note }
    }

    /// A cell shows another number than it holds.
    pub fn shown_otherwise(entry: Entry<'d>, held: &str) -> Self {
        Self::new(Code::ShownOtherwise, Origin::Cell(entry)).with("shown", entry.text).with("held", held)
    }

    /// What is no JSON.
    pub fn malformed_json(place: Range, reason: Text) -> Self {
        Self::new(Code::MalformedJson, Origin::Text(place)).with("reason", reason)
    }

    /// A name in JSON that means nothing.
    pub fn unknown_key(place: Range, key: &str, known: &[&str]) -> Self {
        let list = Value::list(known.iter().map(|key| (*key, *key)));
        let note = Self::new(Code::UnknownKey, Origin::Text(place)).with("key", key).with("list", list);
        match closest(key, known.iter().copied()) {
            Some(near) => {
                let note = note.with("suggestion", near).help(1);
                let span = Range::default().of(FileId(0));
                Self { finding: note.finding.fix(Fix::guess(span, format!("\"{near}\""))), ..note }
            }
            None => note,
        }
    }

    /// A value in JSON of another kind than its name wants.
    pub fn other_json(place: Range, key: &str, wanted: Text) -> Self {
        Self::new(Code::JsonValue, Origin::Text(place)).with("key", key).with("wanted", wanted)
    }
}
