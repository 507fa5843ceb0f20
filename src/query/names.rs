//! Names: where they are given and where they are used, across files.

use std::collections::HashMap;

use foldhash::HashSet;

use super::{View, tokens::Kind};
use crate::{
    arguments::Document,
    diagnostic::Findings,
    field::EMBEDDED_FILE,
    model::{Project, Results, Statement, Step, Workspace},
    source::{Range, Span},
    syntax::{Token, TokenKind},
    words::{Keyword, folded},
};

/// What a name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// The label of an indicator.
    Label,
    /// An indicator.
    Indicator,
    /// A project.
    Project,
    /// A template.
    Template,
    /// A unit that a file declares.
    Unit,
    /// A standard that a file defines.
    Standard,
}

/// A place where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// The place.
    pub span: Span,
    /// Where the name is given: the same place, or another one.
    pub definition: Span,
    /// What it is of.
    pub kind: NameKind,
}

/// A name at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Where it stands and where it is given.
    pub occurrence: Occurrence,
    /// The text at that place, with its quotes.
    pub text: String,
}

impl View<'_> {
    /// The name at a place of the file.
    pub fn name_at(&self, at: u32) -> Option<Name> {
        let is_there = |found: &&Occurrence| found.span.file == Workspace::MAIN && found.span.range.touches(at);
        let occurrences = self.occurrences();
        let occurrence = *occurrences.iter().find(is_there)?;
        Some(Name { occurrence, text: self.workspace.sources.slice(occurrence.span).to_owned() })
    }

    /// All names that are given or used in what the file means, also in the files that it imports.
    pub fn occurrences(&self) -> Vec<Occurrence> {
        let mut collector = Collector { view: self, bases: self.bases(), seen: HashSet::default(), found: Vec::new() };
        for head in &self.model.heads {
            collector.project(&self.model.project(head, &mut Findings::default()));
        }
        for project in self.model.templates_as_projects() {
            collector.rows(&project);
        }
        self.model.results(&mut Findings::default(), |project, results, _| collector.results(project, results));
        collector.templates();
        collector.declared();
        collector.found
    }

    /// For names and labels of rows that override a template's, those of that row.
    pub(super) fn bases(&self) -> HashMap<Span, Span> {
        let mut bases = HashMap::new();
        for (row, base) in self.model.overrides() {
            for part in [name_of, label_of] {
                if let (Some((own, text)), Some((theirs, other))) = (part(row), part(base))
                    && folded(text) == folded(other)
                {
                    bases.insert(own, theirs);
                }
            }
        }
        bases
    }
}

/// The name of a row. Rows that override each other have the same, however it is quoted.
fn name_of<'s>(Statement { document, id }: Statement<'s>) -> Option<(Span, &'s str)> {
    let token = document.tree.tokens(id).iter().find(|token| token.kind == TokenKind::Text)?;
    Some((document.tree.span(token.range), ""))
}

/// The label of a row.
fn label_of<'s>(Statement { document, id }: Statement<'s>) -> Option<(Span, &'s str)> {
    let tokens = document.tree.tokens(id);
    let is_as = |token: &Token| keyword(document, token) == Some(Keyword::As);
    let label = tokens.get(tokens.iter().position(is_as)? + 1)?;
    Some((document.tree.span(label.range), document.slice(label.range)))
}

fn keyword(document: Document<'_>, token: &Token) -> Option<Keyword> {
    let is_word = token.kind == TokenKind::Word;
    is_word.then(|| Keyword::find(&folded(document.slice(token.range)))).flatten()
}

struct Collector<'c, 's> {
    view: &'c View<'s>,
    bases: HashMap<Span, Span>,
    seen: HashSet<Span>,
    found: Vec<Occurrence>,
}

impl Collector<'_, '_> {
    fn add(&mut self, span: Span, definition: Span, kind: NameKind) {
        if self.seen.insert(span) {
            let definition = self.bases.get(&definition).copied().unwrap_or(definition);
            self.found.push(Occurrence { span, definition, kind });
        }
    }

    fn project(&mut self, project: &Project<'_>) {
        if !project.name.value.is_empty() {
            self.add(project.name.span, project.name.span, NameKind::Project);
        }
        self.rows(project);
    }

    fn rows(&mut self, project: &Project<'_>) {
        for indicator in &project.indicators {
            self.add(indicator.name.span, indicator.name.span, NameKind::Indicator);
            if let Some(label) = indicator.label {
                self.add(label.span, label.span, NameKind::Label);
            }
        }
        let formulas = project.checks.iter().flat_map(|check| check.left.iter().chain(&check.right));
        for (step, span) in formulas.flat_map(|formula| &formula.steps) {
            let Step::Indicator(number) = step else { continue };
            if let Some(label) = project.indicators[*number].label {
                self.add(*span, label.span, NameKind::Label);
            }
        }
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>]) {
        self.project(project);
        for results in results {
            self.add(results.project.span, project.name.span, NameKind::Project);
            for row in &results.rows {
                let indicator = &project.indicators[row.indicator];
                let text = self.view.workspace.sources.slice(row.name);
                match indicator.label.filter(|label| folded(label.value) == folded(text)) {
                    Some(label) => self.add(row.name, label.span, NameKind::Label),
                    None => self.add(row.name, indicator.name.span, NameKind::Indicator),
                }
            }
        }
    }

    fn templates(&mut self) {
        let templates = &self.view.model.templates;
        let places: HashMap<_, Span> = templates.iter().map(|(name, _)| (folded(name.value), name.span)).collect();
        for (name, _) in templates.iter() {
            self.add(name.span, name.span, NameKind::Template);
        }
        for file in &self.view.workspace.order {
            let document = self.view.workspace.document(*file);
            for id in document.tree.all().filter(|id| document.keyword(*id) == Some(Keyword::Use)) {
                let Some(name) = document.tree.tokens(id).get(1) else { continue };
                if let Some(place) = places.get(&folded(document.slice(name.range))) {
                    self.add(document.tree.span(name.range), *place, NameKind::Template);
                }
            }
        }
    }

    /// The units and standards that files declare, where this file gives or uses them.
    fn declared(&mut self) {
        let (view, document) = (self.view, self.view.document);
        if matches!(view.model.field, std::borrow::Cow::Borrowed(_)) {
            return;
        }
        for token in view.tokens(Range::new(0, document.text.len() as u32)) {
            let (word, span) = (document.slice(token.range), document.tree.span(token.range));
            let unit = || view.units().declared_at(word).map(|at| (at, NameKind::Unit));
            let standard = || Some((view.model.field.standard(word)?.defined_at?, NameKind::Standard));
            let declared = match token.kind {
                Kind::Unit => unit(),
                Kind::Label => standard(),
                _ => None,
            };
            if let Some((at, kind)) = declared.filter(|(at, _)| at.file != EMBEDDED_FILE) {
                self.add(span, at, kind);
            }
        }
    }
}
