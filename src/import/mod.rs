//! Documents that people have become `.perf` files.
//!
//! 1. [`document`](Document): whatever format a document came in, it is paragraphs and grids of cells;
//! 2. forms are found in them by the words over their columns and beside their facts, which are data (`heads.json`);
//! 3. a `.perf` text is written of them, categories that no standard knows extending one;
//! 4. the compiler reads that text, and each value is compared with its cell: what it reads otherwise keeps the text of
//!    the cell beside it, what it cannot read is that text alone. No number changes, no row is lost, nothing is guessed.

mod columns;
#[cfg(feature = "documents")]
mod compound;
mod detect;
mod document;
mod facts;
mod filing;
mod finder;
mod form;
mod funds;
mod heads;
mod indicators;
mod labels;
mod lines;
mod matrix;
mod money;
mod months;
mod names;
mod period;
mod progress;
mod project;
mod read;
mod report;
pub mod results;
mod settle;
mod source;
mod squares;
mod total;
mod value;
mod words;

pub use detect::detect;
pub use document::{Block, Cell, Document, Excess, Grid, Kind, Pages, ReadError};
pub use report::Summary;

use std::collections::BTreeSet;

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Lang},
    field::Field,
    format,
    model::{self, NoFiles, Workspace},
    source::{Range, Source, Sources},
};

/// How a document is imported.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'o> {
    /// The language of the keywords.
    pub words: Lang,
    /// The budget year, which few forms say.
    pub year: Option<i16>,
    /// The standard that is taken of those that know equally much of a document; the usual one without it.
    pub standard: Option<&'o str>,
}

/// A document as a `.perf` file.
#[derive(Debug)]
pub struct Imported {
    /// The text, formatted; empty where there is no form in the document.
    pub text: String,
    /// What was read, kept and passed over.
    pub summary: Summary,
    /// What a reader should look at, each at its cell.
    pub findings: Findings,
    /// The cells that findings point at, each a source named by its place: `results.xlsx!Sheet1!D7`.
    pub sources: Sources,
}

/// Makes a `.perf` file of a document. `name` is that of the document, by which findings name their places.
pub fn import(name: &str, document: &Document, options: Options<'_>) -> Imported {
    let field = Field::embedded();
    let mut found = finder::find(document);
    found.forms.iter_mut().for_each(|form| progress::settle(form, options.year));
    project::name_all(&mut found.forms);
    let mut places = report::Places::new(name, document);
    let rows = found.forms.iter().flat_map(|form| &form.rows);
    let filing = filing::Filing::of(rows, field, options.standard).filter(|_| !found.forms.is_empty());
    let Some((filing, standard)) = filing.and_then(|filing| {
        let standard = field.standard(filing.base())?;
        Some((filing, standard))
    }) else {
        return nothing(name, document, &found, places);
    };
    let funds = funds::Funds::of(&found.forms, standard);
    let mut plan = source::Plan {
        forms: &found.forms,
        after: &found.after,
        filing: &filing,
        funds: &funds,
        standard,
        field,
        year: options.year,
        units: BTreeSet::new(),
    };
    let source = settle::settle(&mut plan);
    let findings = report::findings(&found, &filing, &source, field, &mut places);
    let summary = report::summary(document, &found, &source, &places);
    let text = formatted(&source.text, options.words);
    Imported { text, summary, findings, sources: places.sources }
}

/// Where there is no form.
fn nothing(name: &str, document: &Document, found: &form::Found<'_>, mut places: report::Places<'_>) -> Imported {
    let summary = report::summary(document, found, &source::Source::default(), &places);
    let file = places.sources.add(Source::new(name, ""));
    let mut findings = Findings::default();
    findings.report(Diagnostic::new(Code::NoForm, Range::new(0, 0).of(file)));
    Imported { text: String::new(), summary, findings, sources: places.sources }
}

/// The text in its canonical form, in the words of a language.
fn formatted(text: &str, words: Lang) -> String {
    let mut findings = Findings::default();
    let workspace = model::load("imported.perf", text.as_bytes().to_vec(), &NoFiles, &mut findings);
    let model = model::resolve(&workspace, &mut findings);
    let document = workspace.document(Workspace::MAIN);
    let options = format::Options { words: Some(words), vocabulary: Some(&*model.standard) };
    format::format(document.text, document.tree, options)
}

/// Reads a document of any format that is known, which its content tells, never its name.
///
/// # Errors
/// Why it cannot be read. A document that another program must turn into a known one is
/// [`ReadError::NeedsConversion`].
pub fn read(bytes: &[u8]) -> Result<(Kind, Document), ReadError> {
    let kind = detect(bytes)?;
    Ok((kind, read::read(kind, bytes)?))
}

/// Reads a PDF by what two programs of poppler say of it: `words` is the output of `pdftotext -bbox`, `picture` that of
/// `pdftocairo -svg -noshrink -nocenter -nocrop` with [`paper`] for `-paperw` and `-paperh`. The picture tells the cells of tables with rules, merged ones
/// included; where it is empty, all tables are taken for such without.
///
/// # Errors
/// Why it cannot be read; [`ReadError::NoText`] where its pages are pictures.
pub fn read_pages(words: &[u8], picture: &[u8]) -> Result<Pages, ReadError> {
    read::pages(words, picture)
}

/// The side of the square paper that all pages of a PDF have room on, in points, by the output of `pdftotext -bbox`.
/// `pdftocairo` would cut off what is outside of the first page's size, and turn pages on paper that is not square.
///
/// # Errors
/// Those of [`read_pages`], as far as they show in the words.
pub fn paper(words: &[u8]) -> Result<u32, ReadError> {
    read::paper(words)
}
