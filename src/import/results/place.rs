//! Findings in the text that was written of documents point at their cells, or into them where they are texts themselves.

use foldhash::HashMap;

use super::{
    super::{
        document::{Document, Place},
        form::Entry,
        report::Places,
    },
    known::plain,
    said::Origin,
    script::{Piece, Script},
};
use crate::{
    compile::Compiled,
    diagnostic::{Diagnostic, Edit},
    source::{FileId, Range, Source, Sources, Span},
    syntax::{quoted, unquoted},
};

/// A document, as places are shown in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'d> {
    /// The name that users know it by.
    pub name: &'d str,
    pub view: View<'d>,
}

/// What a document shows.
#[derive(Debug, Clone, Copy)]
pub(super) enum View<'d> {
    Cells(&'d Document),
    Text(&'d str),
}

/// Moves all findings in the text that was written of documents to where it comes from, and adds what is to be said
/// besides.
pub(super) fn place<T>(documents: &[Shown<'_>], script: &Script<'_>, file: FileId, compiled: &mut Compiled<T>) {
    let in_text = |span: Span| span.file == file;
    let found = compiled.findings.extract(|finding| finding.labels.iter().any(|label| in_text(label.span)));
    let before = compiled.workspace.sources.iter().count() as u32;
    let mut placer = Placer::new(documents, script, file, before);
    let mut placed: Vec<(Order, Diagnostic)> = found.into_iter().map(|finding| placer.finding(finding)).collect();
    for note in &script.notes {
        let at = |origin| Piece { start: 0, document: note.document, origin };
        placed.push(placer.note(note.finding.clone(), at(note.origin), note.also.map(at)));
    }
    placed.sort_by_key(|(order, _)| *order);
    compiled.workspace.sources.absorb(placer.sources);
    placed.into_iter().for_each(|(_, finding)| compiled.findings.report(finding));
}

/// The order of places: by document, cell, and place in a text.
type Order = (usize, Place, u32);

fn order(piece: Piece<'_>) -> Order {
    match piece.origin {
        Origin::Cell(entry) => (piece.document, entry.place, 0),
        Origin::Text(range) => (piece.document, Place::default(), range.start),
        Origin::Whole => (piece.document, Place::default(), 0),
    }
}

struct Placer<'p, 'd> {
    documents: &'p [Shown<'d>],
    script: &'p Script<'d>,
    /// The text that was written.
    file: FileId,
    /// What findings point at.
    sources: Sources,
    /// How many sources there are before these.
    before: u32,
    /// The cells that are sources already.
    cells: HashMap<(usize, Place), Span>,
}

impl<'p, 'd> Placer<'p, 'd> {
    fn new(documents: &'p [Shown<'d>], script: &'p Script<'d>, file: FileId, before: u32) -> Self {
        let mut sources = Sources::default();
        // The documents themselves come first, in their order.
        for document in documents {
            let text = if let View::Text(text) = document.view { text } else { "" };
            sources.add(Source::new(document.name, text));
        }
        Self { documents, script, file, sources, before, cells: HashMap::default() }
    }

    fn finding(&mut self, mut finding: Diagnostic) -> (Order, Diagnostic) {
        let (file, main) = (self.file, finding.span());
        let place = if main.file == file { self.script.piece(main.range.start).map(order) } else { None };
        let fixes = std::mem::take(&mut finding.fixes).into_iter();
        let mut moved = |edit: Edit| if edit.span.file == file { self.edit(edit) } else { Some(edit) };
        finding.fixes = fixes.filter_map(|fix| fix.map(&mut moved)).collect();
        for label in finding.labels.iter_mut().filter(|label| label.span.file == file) {
            label.span = self.moved(label.span);
        }
        (place.unwrap_or_default(), finding)
    }

    fn note(&mut self, mut finding: Diagnostic, piece: Piece<'d>, also: Option<Piece<'d>>) -> (Order, Diagnostic) {
        let span = self.span(piece);
        if let Some(main) = finding.labels.first_mut() {
            main.span = span;
        }
        let at_piece = |edit| Some(Edit { span, ..edit });
        finding.fixes = finding.fixes.into_iter().filter_map(|fix| fix.map(at_piece)).collect();
        let finding = match also {
            Some(also) => finding.also(1, self.span(also)),
            None => finding,
        };
        (order(piece), finding)
    }

    /// The place in its document that a piece comes from, as a source of this run.
    fn span(&mut self, piece: Piece<'d>) -> Span {
        let whole = FileId(piece.document as u32);
        let mut span = match piece.origin {
            Origin::Cell(entry) => self.cell(piece.document, entry),
            Origin::Text(range) => range.of(whole),
            Origin::Whole => Range::default().of(whole),
        };
        span.file.0 += self.before;
        span
    }

    fn cell(&mut self, document: usize, entry: Entry<'d>) -> Span {
        let key = (document, entry.place);
        if let Some(known) = self.cells.get(&key) {
            return *known;
        }
        let name = match self.documents.get(document) {
            Some(Shown { name, view: View::Cells(cells) }) => Places::new(name, cells).name(entry.place),
            _ => String::new(),
        };
        let file = self.sources.add(Source::new(name, entry.text));
        let span = Range::new(0, entry.text.len() as u32).of(file);
        self.cells.insert(key, span);
        span
    }

    /// What stands in a document at a place.
    fn text(&self, span: Span) -> &str {
        self.sources.slice(Span { file: FileId(span.file.0 - self.before), ..span })
    }

    /// What a place in the text says, without the quotes that it needs there.
    fn said(&self, span: Span) -> String {
        let range = span.range.start as usize..span.range.end as usize;
        unquoted(self.script.text.get(range).unwrap_or_default()).into_owned()
    }

    /// The same place in its document: the very words where they stand there once, else the whole of it.
    fn moved(&mut self, span: Span) -> Span {
        let Some(piece) = self.script.piece(span.range.start) else { return span };
        let whole = self.span(piece);
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

    /// The same edit in its document, if it replaces what stands there.
    fn edit(&mut self, edit: Edit) -> Option<Edit> {
        let document = self.script.piece(edit.span.range.start)?.document;
        let (said, span) = (self.said(edit.span), self.moved(edit.span));
        let is_same = !said.is_empty() && plain(self.text(span)) == plain(&said);
        // What needs quotes needs them in the text alone, or it is no text at all.
        let replacement = unquoted(&edit.replacement).into_owned();
        let is_text = replacement == edit.replacement || quoted(&replacement) == edit.replacement;
        (is_same && is_text).then(|| Edit { span, replacement: self.escaped(document, replacement) })
    }

    /// A replacement as it must stand in a document: within the quotes of JSON some signs are written otherwise.
    fn escaped(&self, document: usize, replacement: String) -> String {
        let is_text = matches!(self.documents.get(document), Some(Shown { view: View::Text(_), .. }));
        match serde_json::to_string(&replacement) {
            Ok(quoted) if is_text => quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned(),
            _ => replacement,
        }
    }
}
