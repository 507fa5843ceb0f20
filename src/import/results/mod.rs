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
mod spots;
mod statements;
mod tables;
mod value;
mod words;

use foldhash::HashSet;

use super::document::{Document, ReadError};
use crate::{
    compile::{Compiled, Settings, Visitor, compile_with},
    model::{Files, Loaded},
    source::decode,
};

use known::Known;
use notes::Note;
use place::{Shown, View, place};
use said::{Origin, Outcome};
use script::{Piece, Script, write};
use spots::InDocuments;

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

/// The name of the text that is written of documents; nothing that is found in it stays there.
const WRITTEN: &str = "<results>";

/// Compiles targets together with what documents say of their results. What is found in those points at their cells, each
/// a source of its own, named by its place: `results.xlsx!Sheet1!D7`.
pub fn compile<V: Visitor>(
    targets: Loaded,
    given: &[Given],
    files: &dyn Files,
    settings: &Settings,
    visitor: V,
) -> Compiled<V> {
    if given.is_empty() {
        return compile_with(targets, Vec::new(), files, settings, visitor);
    }
    let documents: Vec<Shown<'_>> = given.iter().filter_map(Given::shown).collect();
    let script = script(&documents, &Known::of(&targets, files, settings.standard.as_deref()));
    let written = Loaded { name: WRITTEN.to_owned(), bytes: script.text.clone().into_bytes() };
    let results = given.iter().filter_map(Given::source).chain([written]).collect();
    let visitor = InDocuments::new(visitor, &documents, &script);
    let Compiled { workspace, findings, output } = compile_with(targets, results, files, settings, visitor);
    let mut compiled = Compiled { workspace, findings, output: output.visitor };
    let sources = &compiled.workspace.sources;
    if let Some(file) = compiled.workspace.results.iter().copied().find(|file| sources.get(*file).name == WRITTEN) {
        place(&documents, &script, file, &mut compiled);
    }
    compiled
}

/// What documents say, as one text.
fn script<'d>(documents: &[Shown<'d>], known: &Known) -> Script<'d> {
    let (mut all, mut notes) = (Vec::new(), Vec::new());
    for (number, document) in documents.iter().enumerate() {
        let (mut outcomes, mut amiss) = match document.view {
            View::Cells(cells) => (tables::outcomes(cells), Vec::new()),
            View::Text(text) => json::outcomes(text),
        };
        outcomes.retain(Outcome::says_something);
        if outcomes.is_empty() && amiss.is_empty() {
            amiss.push(Note::no_results());
        }
        outcomes.iter_mut().for_each(|outcome| outcome.set_document(number));
        notes.extend(amiss.into_iter().map(|note| note.of(number)));
        all.append(&mut outcomes);
    }
    let mut script = write(&all, known);
    notes.extend(shown_otherwise(documents, &script.pieces));
    script.notes.append(&mut notes);
    script
}

/// What is to be said of cells that were taken as they show numbers, and hold others.
fn shown_otherwise<'d>(documents: &[Shown<'d>], pieces: &[Piece<'d>]) -> Vec<Note<'d>> {
    let mut told = HashSet::default();
    let note = |piece: &Piece<'d>| {
        let (Origin::Cell(entry), View::Cells(cells)) = (piece.origin, documents.get(piece.document)?.view) else {
            return None;
        };
        let held = cells.cell(entry.place)?.held.as_deref()?;
        told.insert((piece.document, entry.place)).then(|| Note::shown_otherwise(entry, held).of(piece.document))
    };
    pieces.iter().filter_map(note).collect()
}

impl Given {
    /// A source of its own.
    fn source(&self) -> Option<Loaded> {
        match &self.content {
            Content::Source(bytes) => Some(Loaded { name: self.name.clone(), bytes: bytes.clone() }),
            Content::Tables(_) | Content::Json(_) => None,
        }
    }

    fn shown(&self) -> Option<Shown<'_>> {
        let view = match &self.content {
            Content::Tables(document) => View::Cells(document),
            Content::Json(text) => View::Text(text),
            Content::Source(_) => return None,
        };
        Some(Shown { name: &self.name, view })
    }
}
