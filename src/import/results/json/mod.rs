//! Results in JSON: an object a project, with its `results`, or a list of rows that each say their project.
//!
//! Numbers are taken digit by digit as they stand, never as what a computer makes of them. A key that means nothing is a
//! mistake, so that no misspelt one is passed over.

mod object;

use std::borrow::Cow;

use foldhash::HashSet;
use serde_json::{error::Category, value::RawValue};

use super::{
    notes::Note,
    said::{Money, Origin, Outcome, Row, Said},
};
use crate::{diagnostic::Text, source::Range};

use object::{Object, items};

/// The keys of a project's results.
const TABLE: [&str; 11] =
    ["project", "at", "unit", "budget", "spent", "forecast", "execution", "score", "grade", "goals", "note"];

/// The key of the rows.
const RESULTS: &str = "results";

/// The keys of a row.
const ROW: [&str; 11] = [
    "project",
    "indicator",
    "label",
    "category",
    "actual",
    "unit",
    "forecast",
    "likelihood",
    "score",
    "reason",
    "note",
];

/// The keys of the execution of the budget.
const EXECUTION: [&str; 2] = ["rate", "score"];

/// The key of all the money.
const TOTAL: &str = "total";

/// Whether bytes are most likely JSON.
pub(super) fn is_json(bytes: &[u8]) -> bool {
    let begin = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    begin.trim_ascii_start().starts_with(b"{") || begin.trim_ascii_start().starts_with(b"[")
}

/// What a JSON text says of results, and what is amiss in it.
pub(super) fn outcomes(text: &str) -> (Vec<Outcome<'_>>, Vec<Note<'_>>) {
    let mut reader = Reader { text, notes: Vec::new() };
    let outcomes = match serde_json::from_str::<&RawValue>(text) {
        Ok(value) => reader.document(value),
        Err(error) => {
            reader.malformed(&error);
            Vec::new()
        }
    };
    (outcomes, reader.notes)
}

struct Reader<'t> {
    text: &'t str,
    notes: Vec<Note<'t>>,
}

const A_TEXT: Text = Text { zh: "文字或数字", en: "a text or a number" };
const A_LIST: Text = Text { zh: "列表 [ … ]", en: "a list [ … ]" };
const AN_OBJECT: Text = Text { zh: "对象 { … }", en: "an object { … }" };
const ONCE: Text = Text { zh: "唯一的", en: "given once" };

impl<'t> Reader<'t> {
    /// What is no JSON, where it is none.
    fn malformed(&mut self, error: &serde_json::Error) {
        let line_start: usize =
            self.text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let offset = (line_start + error.column().saturating_sub(1)).min(self.text.len());
        let start = self.text.floor_char_boundary(offset);
        let end = self.text.ceil_char_boundary((start + 1).min(self.text.len()));
        let reason = match error.classify() {
            Category::Eof => Text { zh: "到文件末尾还没有写完", en: "the file ends too early" },
            _ => Text { zh: "这里不合 JSON 的语法", en: "this is no JSON" },
        };
        self.notes.push(Note::malformed_json(Range::new(start as u32, end as u32), reason));
    }

    /// Where a value stands.
    fn range(&self, value: &RawValue) -> Range {
        object::range(self.text, value.get())
    }

    fn document(&mut self, value: &'t RawValue) -> Vec<Outcome<'t>> {
        let Some(items) = items(value) else {
            return self.object("[0]", value).map(|object| self.item(&object)).into_iter().collect();
        };
        let mut outcomes: Vec<Outcome<'t>> = Vec::new();
        let mut rows = Outcome::new(Origin::Text(self.range(value)));
        for item in items {
            let Some(object) = self.object("[ ]", item) else { continue };
            if is_row(&object) {
                rows.rows.push(self.row(&object));
            } else {
                outcomes.push(self.table(&object));
            }
        }
        if !rows.rows.is_empty() {
            outcomes.push(rows);
        }
        outcomes
    }

    fn item(&mut self, object: &Object<'t>) -> Outcome<'t> {
        if !is_row(object) {
            return self.table(object);
        }
        let row = self.row(object);
        Outcome { rows: vec![row], ..Outcome::new(Origin::Text(object.range)) }
    }

    /// An object; what is none is said, and what it says twice.
    fn object(&mut self, key: &str, value: &'t RawValue) -> Option<Object<'t>> {
        let Some(object) = Object::read(self.text, value) else {
            self.notes.push(Note::other_json(self.range(value), key, AN_OBJECT));
            return None;
        };
        let mut known: HashSet<&str> = HashSet::default();
        for (key, place, _) in &object.entries {
            if !known.insert(key) {
                self.notes.push(Note::other_json(*place, key, ONCE));
            }
        }
        Some(object)
    }

    /// The results of one project.
    fn table(&mut self, object: &Object<'t>) -> Outcome<'t> {
        let mut outcome = Outcome::new(Origin::Text(object.range));
        for (key, place, value) in &object.entries {
            match &**key {
                "project" => outcome.names.extend(self.said(key, value)),
                "at" => outcome.at = self.said(key, value),
                "unit" => outcome.unit = self.said(key, value),
                "budget" => outcome.budget = self.money(key, value),
                "spent" => outcome.spent = self.money(key, value),
                "forecast" => outcome.forecast = self.money(key, value),
                "execution" => self.execution(key, value, &mut outcome),
                "score" => outcome.score = self.said(key, value),
                "grade" => outcome.grade = self.said(key, value),
                "goals" => outcome.goals = self.texts(key, value),
                "note" => outcome.note = self.said(key, value),
                RESULTS => outcome.rows = self.rows(key, value),
                _ => self.notes.push(Note::unknown_key(*place, key, &[&TABLE[..], &[RESULTS]].concat())),
            }
        }
        outcome.sure = outcome.names.len();
        outcome
    }

    fn rows(&mut self, key: &str, value: &'t RawValue) -> Vec<Row<'t>> {
        let Some(items) = items(value) else {
            self.notes.push(Note::other_json(self.range(value), key, A_LIST));
            return Vec::new();
        };
        let mut rows = Vec::with_capacity(items.len());
        for item in items {
            if let Some(object) = self.object(key, item) {
                rows.push(self.row(&object));
            }
        }
        rows
    }

    fn row(&mut self, object: &Object<'t>) -> Row<'t> {
        let mut row = Row::new(Origin::Text(object.range));
        for (key, place, value) in &object.entries {
            let slot = match &**key {
                "project" => &mut row.project,
                "indicator" => &mut row.name,
                "label" => &mut row.label,
                "category" => &mut row.category,
                "actual" => &mut row.value,
                "unit" => &mut row.unit,
                "forecast" => &mut row.forecast,
                "likelihood" => &mut row.likelihood,
                "score" => &mut row.score,
                "reason" => &mut row.reason,
                "note" => &mut row.note,
                _ => {
                    self.notes.push(Note::unknown_key(*place, key, &ROW));
                    continue;
                }
            };
            *slot = self.said(key, value);
        }
        row
    }

    /// `"101.5 万元"`, or an object with the total and each source.
    fn money(&mut self, key: &str, value: &'t RawValue) -> Money<'t> {
        if !value.get().starts_with('{') {
            return Money { total: self.said(key, value), parts: Vec::new() };
        }
        let mut money = Money::default();
        for (source, place, value) in self.object(key, value).into_iter().flat_map(|object| object.entries) {
            let said = self.said(&source, value);
            match said {
                Some(amount) if source == TOTAL => money.total = Some(amount),
                Some(amount) => money.parts.push((Said { text: source, origin: Origin::Text(place) }, amount)),
                None => {}
            }
        }
        money
    }

    /// `"98.5%"`, or an object with the rate and its points.
    fn execution(&mut self, key: &str, value: &'t RawValue, outcome: &mut Outcome<'t>) {
        if !value.get().starts_with('{') {
            outcome.rate = self.said(key, value);
            return;
        }
        for (part, place, value) in self.object(key, value).into_iter().flat_map(|object| object.entries) {
            match &*part {
                "rate" => outcome.rate = self.said(&part, value),
                "score" => outcome.points = self.said(&part, value),
                _ => self.notes.push(Note::unknown_key(place, &part, &EXECUTION)),
            }
        }
    }

    /// A text, or a list of texts.
    fn texts(&mut self, key: &str, value: &'t RawValue) -> Vec<Said<'t>> {
        match items(value) {
            Some(items) => items.into_iter().filter_map(|item| self.said(key, item)).collect(),
            None => self.said(key, value).into_iter().collect(),
        }
    }

    /// A text, number or answer as a text. What is of another kind is said; `null` is as if it were not there.
    fn said(&mut self, key: &str, value: &'t RawValue) -> Option<Said<'t>> {
        let (raw, place) = (value.get(), self.range(value));
        let text: Cow<'t, str> = match raw.as_bytes().first() {
            Some(b'n') => return None,
            Some(b't') => Cow::Borrowed("是"),
            Some(b'f') => Cow::Borrowed("否"),
            Some(b'"') => object::text(raw)?,
            Some(b'[' | b'{') | None => {
                self.notes.push(Note::other_json(place, key, A_TEXT));
                return None;
            }
            Some(_) => Cow::Borrowed(raw),
        };
        Some(Said { text, origin: Origin::Text(place) })
    }
}

/// Whether an object is a row, and not a whole project: it names an indicator, or says what was achieved.
fn is_row(object: &Object<'_>) -> bool {
    object.entries.iter().any(|(key, ..)| matches!(&**key, "indicator" | "label" | "actual"))
}
