//! Where results stand that were read from documents, told while the text that was written of them is compiled.

use std::borrow::Cow;

use super::{
    super::report::Places,
    WRITTEN,
    place::{Shown, View},
    said::Origin,
    script::Script,
};
use crate::{
    compile::Visitor,
    model::{Model, Project, Results, Workspace},
    source::{Source, Span, Spot, Spots},
};

/// A visitor who is told of places in documents instead of those in the text that was written of them.
pub(super) struct InDocuments<'t, 'd, V> {
    pub visitor: V,
    script: &'t Script<'d>,
    names: Vec<Names<'d>>,
}

/// How places in a document are named.
enum Names<'d> {
    Cells(Places<'d>),
    Text(Source),
}

impl<'t, 'd, V> InDocuments<'t, 'd, V> {
    pub fn new(visitor: V, documents: &[Shown<'d>], script: &'t Script<'d>) -> Self {
        let names = |shown: &Shown<'d>| match shown.view {
            View::Cells(cells) => Names::Cells(Places::new(shown.name, cells)),
            View::Text(text) => Names::Text(Source::new(shown.name, text)),
        };
        Self { visitor, script, names: documents.iter().map(names).collect() }
    }
}

impl<V: Visitor> Visitor for InDocuments<'_, '_, V> {
    fn begin(&mut self, model: &Model<'_>) {
        self.visitor.begin(model);
    }

    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) {
        self.visitor.project(project, model, workspace);
    }

    fn fork(&self) -> Option<Self> {
        // Forks see no results, of which alone places are named.
        Some(Self { visitor: self.visitor.fork()?, script: self.script, names: Vec::new() })
    }

    fn join(&mut self, fork: Self) {
        self.visitor.join(fork.visitor);
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, spots: &dyn Spots) {
        let Self { visitor, script, names } = self;
        visitor.results(project, results, model, &Moved { spots, script, names });
    }
}

/// Places of all texts, those of the text that was written moved to where they come from.
struct Moved<'m, 'd> {
    spots: &'m dyn Spots,
    script: &'m Script<'d>,
    names: &'m [Names<'d>],
}

impl Spots for Moved<'_, '_> {
    fn spot(&self, span: Span) -> Spot<'_> {
        let spot = self.spots.spot(span);
        let moved = || {
            let piece = self.script.piece(span.range.start).filter(|_| spot.name == WRITTEN)?;
            Some(self.names.get(piece.document)?.spot(piece.origin))
        };
        moved().unwrap_or(spot)
    }
}

impl Names<'_> {
    fn spot(&self, origin: Origin<'_>) -> Spot<'_> {
        let (name, offset) = match (self, origin) {
            (Self::Cells(places), Origin::Cell(entry)) => (Cow::Owned(places.name(entry.place)), None),
            (Self::Cells(places), _) => (Cow::Borrowed(places.document()), None),
            (Self::Text(source), Origin::Text(range)) => (Cow::Borrowed(&*source.name), Some((source, range.start))),
            (Self::Text(source), _) => (Cow::Borrowed(&*source.name), None),
        };
        let place = offset.map_or_else(Default::default, |(source, offset)| source.place(offset));
        Spot { name, line: place.line + 1, column: place.column + 1 }
    }
}
