//! Results read from documents: the sheets that `perfc actuals` writes, self-evaluation forms, plain tables, JSON.
//!
//! 1. A document is read as what it says of each project (`tables`, `json`);
//! 2. of that a `.perf` text is written, told by what the targets ask for (`known`, `script`);
//! 3. the compiler reads that text beside the targets, and what it finds there is shown where it stands in the document
//!    (`place`).
//!
//! No value is rounded or guessed: what cannot be read is a finding at its cell.

mod head;
mod json;
mod known;
mod lines;
mod notes;
mod place;
mod said;
mod script;
mod statements;
mod tables;
mod value;
mod words;

use super::document::{Document, ReadError};
use crate::{
    compile::{Compiled, Visitor, compile_with},
    model::{Files, Loaded},
    source::decode,
};

use known::Known;
use notes::Note;
use place::{Shown, place};
use said::Outcome;
use script::{Script, write};

/// A document with results.
#[derive(Debug)]
pub struct Given {
    /// The name that users know it by.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

/// What a document with results holds.
#[derive(Debug)]
pub enum Content {
    /// Tables.
    Tables(Document),
    /// JSON.
    Json(String),
    /// `actual` statements.
    Source(Vec<u8>),
}

/// Reads a document with results. A name that ends with `.perf` is that of a source, all else its content tells.
///
/// # Errors
/// Why it cannot be read.
pub fn read(name: &str, bytes: &[u8]) -> Result<Given, ReadError> {
    let is_source = name.to_ascii_lowercase().ends_with(".perf");
    let content = if is_source {
        Content::Source(bytes.to_vec())
    } else if json::is_json(bytes) {
        Content::Json(decode(bytes.to_vec()).text)
    } else {
        Content::Tables(super::read(bytes)?.1)
    };
    Ok(Given { name: name.to_owned(), content })
}

/// Compiles targets together with what documents say of their results. What is found in those points at their cells, each
/// a source of its own, named by its place: `results.xlsx!Sheet1!D7`.
pub fn compile<V: Visitor>(targets: Loaded, given: &[Given], files: &dyn Files, visitor: V) -> Compiled<V> {
    let known = Known::of(&targets, files);
    let scripts: Vec<Script<'_>> = given.iter().map(|given| given.script(&known)).collect();
    let results = given.iter().zip(&scripts).map(|(given, script)| given.loaded(script)).collect();
    let mut compiled = compile_with(targets, results, files, visitor);
    for (given, script) in given.iter().zip(scripts) {
        if let Some(shown) = given.shown() {
            place(&given.name, shown, script, &mut compiled);
        }
    }
    compiled
}

impl Given {
    /// What it says, as a text.
    fn script(&self, known: &Known) -> Script<'_> {
        let (mut outcomes, mut notes) = match &self.content {
            Content::Tables(document) => (tables::outcomes(document), Vec::new()),
            Content::Json(text) => json::outcomes(text),
            Content::Source(_) => return Script::default(),
        };
        outcomes.retain(Outcome::says_something);
        if outcomes.is_empty() && notes.is_empty() {
            notes.push(Note::no_results());
        }
        let mut script = write(&outcomes, known);
        script.notes.append(&mut notes);
        script
    }

    fn loaded(&self, script: &Script<'_>) -> Loaded {
        let bytes = match &self.content {
            Content::Source(bytes) => bytes.clone(),
            Content::Tables(_) | Content::Json(_) => script.text.clone().into_bytes(),
        };
        Loaded { name: self.name.clone(), bytes }
    }

    fn shown(&self) -> Option<Shown<'_>> {
        match &self.content {
            Content::Tables(document) => Some(Shown::Cells(document)),
            Content::Json(text) => Some(Shown::Text(text)),
            Content::Source(_) => None,
        }
    }
}
