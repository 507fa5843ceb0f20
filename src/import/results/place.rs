//! Findings in the text that was written of a document point at its cells, or into it where it is a text itself.

use foldhash::HashMap;

use super::{
    super::{document::Document, form::Place, report::Places},
    known::plain,
    said::Origin,
    script::Script,
};
use crate::{
    compile::Compiled,
    diagnostic::{Diagnostic, Edit},
    source::{FileId, Range, Source, Span},
    syntax::{quoted, unquoted},
};

/// A document, as places are shown in it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shown<'d> {
    Cells(&'d Document),
    Text(&'d str),
}

/// Moves all findings in the text of a document to where in the document it comes from, and adds what is to be said
/// besides.
pub(super) fn place<T>(name: &str, shown: Shown<'_>, script: Script<'_>, compiled: &mut Compiled<T>) {
    let sources = &compiled.workspace.sources;
    let file = compiled.workspace.results.iter().copied().find(|file| sources.get(*file).name == name);
    let before = sources.iter().count() as u32;
    let in_text = |span: Span| Some(span.file) == file;
    let found = compiled.findings.extract(|finding| finding.labels.iter().any(|label| in_text(label.span)));
    let mut placer = Placer::new(name, shown, &script, before);
    let mut placed: Vec<(Order, Diagnostic)> = found.into_iter().map(|finding| placer.finding(finding, file)).collect();
    for note in &script.notes {
        placed.push(placer.note(note.finding.clone(), note.origin, note.also));
    }
    placed.sort_by_key(|(order, _)| *order);
    let Placer { places, .. } = placer;
    compiled.workspace.sources.absorb(places.sources);
    placed.into_iter().for_each(|(_, finding)| compiled.findings.report(finding));
}

/// The order of places in a document.
type Order = (Place, u32);

fn order(origin: Origin<'_>) -> Order {
    match origin {
        Origin::Cell(entry) => (entry.place, 0),
        Origin::Text(range) => (Place::default(), range.start),
        Origin::Whole => Order::default(),
    }
}

struct Placer<'p, 'd> {
    script: &'p Script<'d>,
    places: Places<'d>,
    /// The document itself, where a finding points into it or at the whole.
    file: FileId,
    cells: HashMap<Place, Span>,
    /// How many sources there are before those of the document.
    before: u32,
    /// Whether the document is a text itself.
    is_text: bool,
}

/// A document without cells.
static NO_CELLS: Document = Document { blocks: Vec::new() };

impl<'p, 'd> Placer<'p, 'd> {
    fn new(name: &'d str, shown: Shown<'d>, script: &'p Script<'d>, before: u32) -> Self {
        let (document, text) = match shown {
            Shown::Cells(document) => (document, ""),
            Shown::Text(text) => (&NO_CELLS, text),
        };
        let mut places = Places::new(name, document);
        let file = places.sources.add(Source::new(name, text));
        let is_text = matches!(shown, Shown::Text(_));
        Self { script, places, file, cells: HashMap::default(), before, is_text }
    }

    fn finding(&mut self, mut finding: Diagnostic, file: Option<FileId>) -> (Order, Diagnostic) {
        let main = finding.span();
        let place = if Some(main.file) == file { order(self.origin(main)) } else { Order::default() };
        let fix = finding.fix.take();
        finding.fix = fix.and_then(|fix| if Some(fix.span.file) == file { self.fix(fix) } else { Some(fix) });
        for label in finding.labels.iter_mut().filter(|label| Some(label.span.file) == file) {
            label.span = self.moved(label.span);
        }
        (place, finding)
    }

    fn note(&mut self, mut finding: Diagnostic, origin: Origin<'d>, also: Option<Origin<'d>>) -> (Order, Diagnostic) {
        let span = self.span(origin);
        if let Some(main) = finding.labels.first_mut() {
            main.span = span;
        }
        if let Some(fix) = &mut finding.fix {
            fix.span = span;
        }
        let finding = match also {
            Some(also) => finding.also(1, self.span(also)),
            None => finding,
        };
        (order(origin), finding)
    }

    /// Where a place in the text comes from.
    fn origin(&self, span: Span) -> Origin<'d> {
        let behind = self.script.pieces.partition_point(|(start, _)| *start <= span.range.start);
        let piece = behind.checked_sub(1).and_then(|at| self.script.pieces.get(at));
        piece.map_or(Origin::Whole, |(_, origin)| *origin)
    }

    /// The place in the document, as a source of this run.
    fn span(&mut self, origin: Origin<'d>) -> Span {
        let mut span = match origin {
            Origin::Cell(entry) => *self.cells.entry(entry.place).or_insert_with(|| self.places.span(entry)),
            Origin::Text(range) => range.of(self.file),
            Origin::Whole => Range::default().of(self.file),
        };
        span.file.0 += self.before;
        span
    }

    /// What stands in the document at a place.
    fn text(&self, span: Span) -> &str {
        self.places.sources.slice(Span { file: FileId(span.file.0 - self.before), ..span })
    }

    /// What a place in the text says, without the quotes that it needs there.
    fn said(&self, span: Span) -> String {
        let range = span.range.start as usize..span.range.end as usize;
        unquoted(self.script.text.get(range).unwrap_or_default()).into_owned()
    }

    /// The same place in the document: the very words where they stand there once, else the whole of it.
    fn moved(&mut self, span: Span) -> Span {
        let whole = self.span(self.origin(span));
        let (said, text) = (self.said(span), self.text(whole));
        let mut found = text.match_indices(said.as_str()).filter(|_| !said.is_empty());
        match (found.next(), found.next()) {
            (Some((start, _)), None) => {
                let start = whole.range.start + start as u32;
                Range::new(start, start + said.len() as u32).of(whole.file)
            }
            _ => whole,
        }
    }

    /// The same repair in the document, if it replaces what stands there.
    fn fix(&mut self, fix: Edit) -> Option<Edit> {
        let (said, span) = (self.said(fix.span), self.moved(fix.span));
        let is_same = !said.is_empty() && plain(self.text(span)) == plain(&said);
        // What needs quotes needs them in the text alone, or it is no text at all.
        let replacement = unquoted(&fix.replacement).into_owned();
        let is_text = replacement == fix.replacement || quoted(&replacement) == fix.replacement;
        (is_same && is_text).then(|| Edit { span, replacement: self.escaped(replacement) })
    }

    /// A replacement as it must stand in the document: within the quotes of JSON some signs are written otherwise.
    fn escaped(&self, replacement: String) -> String {
        match serde_json::to_string(&replacement) {
            Ok(quoted) if self.is_text => quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned(),
            _ => replacement,
        }
    }
}
