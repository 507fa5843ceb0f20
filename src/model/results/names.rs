//! Which indicator a result is of: told by its name, by its category and name, or by its label.

use std::borrow::Cow;

use foldhash::HashMap;

use super::suggested;
use crate::{
    arguments::{Arguments, Document, Located},
    diagnostic::{Code, Diagnostic, Findings, Fix, Lang, Value},
    field::CategoryId,
    model::{indicator::labels, named::Named, project::Project},
    source::Span,
    syntax::{StatementId, quoted},
    words::Place,
};

/// A project's rows as results name them.
pub(super) struct Rows<'p, 's> {
    pub project: &'p Project<'s>,
    /// Rows by name; a name that several categories have is not told by itself.
    names: HashMap<&'p str, Vec<usize>>,
    labels: Named<'s, usize>,
    /// Whether some of its rows could not be read, so that one which is not found may be among them.
    is_partial: bool,
}

impl<'p, 's> Rows<'p, 's> {
    pub fn new(project: &'p Project<'s>, is_partial: bool) -> Self {
        let mut names: HashMap<&str, Vec<usize>> = HashMap::default();
        for (number, indicator) in project.indicators.iter().enumerate() {
            names.entry(&indicator.name.value).or_default().push(number);
        }
        Self { project, names, labels: labels(&project.indicators), is_partial }
    }
}
impl<'s> Rows<'_, 's> {
    /// Takes what says which indicator a result is of: its name, its category and name, or its label.
    pub fn indicator(
        &self,
        arguments: &mut Arguments<'s, '_>,
        document: Document<'s>,
        id: StatementId,
    ) -> Option<Located<usize>> {
        if let Some(name) = arguments.text() {
            return self.named(&name, arguments);
        }
        let word = arguments.any_word();
        let category =
            word.and_then(|word| Some(Located::new(self.project.standard.find_category(word.value)?, word.span)));
        if let Some(category) = category
            && let Some(name) = arguments.text()
        {
            return self.of_category(&category, &name, arguments);
        }
        let labelled = word.and_then(|word| Some(Located::new(self.labels.find(word.value)?, word.span)));
        if labelled.is_none() && !self.is_partial {
            let finding = word.and_then(|word| self.unknown_label(word, arguments.findings));
            arguments.report(finding.unwrap_or_else(|| document.unknown_statement(id, Place::Actual)));
        }
        labelled
    }

    /// The indicator of a name.
    fn named(&self, name: &Located<Cow<'s, str>>, arguments: &mut Arguments<'s, '_>) -> Option<Located<usize>> {
        let fitting = self.names.get(&*name.value).map(Vec::as_slice).unwrap_or_default();
        match *fitting {
            [] if !self.is_partial => {
                let finding = self.unknown_indicator(name, arguments.findings);
                arguments.report(finding);
            }
            [first, second, ..] => {
                let rows = [first, second].map(|number| &self.project.indicators[number]);
                let finding = Diagnostic::new(Code::AmbiguousIndicator, name.span)
                    .with("name", &*name.value)
                    .with("category", self.category(rows[0].category))
                    .with("quoted", quoted(&name.value));
                arguments.remark(finding.also(1, rows[0].name.span).also(1, rows[1].name.span));
            }
            _ => {}
        }
        Some(Located::new(*fitting.first()?, name.span))
    }

    /// The indicator of a category and name.
    fn of_category(
        &self,
        category: &Located<CategoryId>,
        name: &Located<Cow<'s, str>>,
        arguments: &mut Arguments<'s, '_>,
    ) -> Option<Located<usize>> {
        let of_name = self.names.get(&*name.value).map(Vec::as_slice).unwrap_or_default();
        let fits = |number: &&usize| self.project.indicators[**number].category == category.value;
        let found = of_name.iter().find(fits).map(|number| Located::new(*number, name.span));
        if found.is_none() && !self.is_partial {
            let finding = match of_name {
                [] => self.unknown_indicator(name, arguments.findings),
                [other, more @ ..] => {
                    let written = Located::new(arguments.text_of(category.span), category.span);
                    self.wrong_category(written, name, *other, more.is_empty())
                }
            };
            arguments.report(finding);
        }
        found
    }

    fn category(&self, category: CategoryId) -> Value {
        let category = self.project.standard.category(category);
        Value::list([(&*category.word, &*category.id)])
    }

    fn not_there(&self, name: impl Into<Value>, span: Span) -> Diagnostic {
        Diagnostic::new(Code::UnknownIndicator, span).with("name", name).also(1, self.project.head)
    }

    fn unknown_indicator(&self, name: &Located<Cow<'_, str>>, findings: &Findings) -> Diagnostic {
        let known = self.project.indicators.iter().map(|indicator| &*indicator.name.value);
        let finding = self.not_there(&*name.value, name.span);
        match findings.closest(&name.value, known) {
            Some(near) => suggested(finding, near),
            None => finding,
        }
    }

    /// A word that is nearly a label.
    fn unknown_label(&self, word: Located<&str>, findings: &Findings) -> Option<Diagnostic> {
        let near = findings.closest(word.value, self.labels.names())?;
        Some(self.not_there(word.value, word.span).with("suggestion", near).help(1).fix(Fix::guess(word.span, near)))
    }

    /// A name that an indicator of another category has; perhaps the only one of that name.
    fn wrong_category(
        &self,
        Located { value: written, span: category }: Located<&str>,
        name: &Located<Cow<'_, str>>,
        other: usize,
        is_only: bool,
    ) -> Diagnostic {
        let other = &self.project.indicators[other];
        let right = self.category(other.category);
        let spelling = right.get(if written.is_ascii() { Lang::En } else { Lang::Zh }).to_owned();
        Diagnostic::new(Code::UnknownIndicator, category.to(name.span))
            .with("name", format!("{written} {}", name.value))
            .with("right", right)
            .also(2, other.name.span)
            .help(2)
            .fix(Fix::safe_if(is_only, category, spelling))
    }
}
