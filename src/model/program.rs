//! All files of a workspace get their meaning.

use std::{borrow::Cow, sync::Arc};

use super::{
    files::Workspace,
    project::{self, Project},
    templates::Statement,
};
use crate::{
    arguments::{Arguments, Document, Located, Once},
    diagnostic::{Code, Diagnostic, Findings, Text},
    field::{
        DEFAULT_STANDARD, Field, Standard, define_dimension, define_multiplier, define_standard, define_unit,
        unknown_standard,
    },
    source::FileId,
    syntax::{StatementId, TokenKind},
    words::{Keyword, Place},
};

/// A budget unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Org<'s> {
    /// Its code, if it has one.
    pub code: Option<Cow<'s, str>>,
    /// Its name.
    pub name: Cow<'s, str>,
}

/// What a file says.
#[derive(Debug)]
pub struct Model<'s> {
    /// The budget unit that the file names.
    pub org: Option<Located<Org<'s>>>,
    /// The budget year that the file names.
    pub year: Option<Located<i16>>,
    /// The units and standards known in it.
    pub field: Field,
    /// Its projects; those of imported files are not among them.
    pub projects: Vec<Project<'s>>,
}

/// What holds where a project is read.
#[derive(Debug)]
pub(super) struct Scope<'s> {
    pub field: Field,
    pub standard: Arc<Standard>,
    pub org: Option<Located<Org<'s>>>,
    pub year: Option<Located<i16>>,
    pub templates: Vec<(Located<&'s str>, Statement<'s>)>,
}

/// Gives all statements of a workspace their meaning. What imported files declare holds as if it stood before the file.
pub fn resolve<'s>(workspace: &'s Workspace, findings: &mut Findings) -> Model<'s> {
    let field = Field::embedded().clone();
    let standard = field.standard(DEFAULT_STANDARD).cloned().unwrap_or_default();
    let scope = Scope { field, standard, org: None, year: None, templates: Vec::new() };
    let mut resolver = Resolver { scope, findings, projects: Vec::new() };
    for &file in &workspace.order {
        resolver.declarations(workspace.document(file));
    }
    for &file in &workspace.order {
        resolver.projects(workspace.document(file), file);
    }
    let Resolver { scope, projects, .. } = resolver;
    Model { org: scope.org, year: scope.year, field: scope.field, projects }
}

struct Resolver<'r, 's> {
    scope: Scope<'s>,
    findings: &'r mut Findings,
    projects: Vec<Project<'s>>,
}

impl<'s> Resolver<'_, 's> {
    /// Reads what a file declares, wherever in it that stands: units, standards, templates, organisation and year.
    fn declarations(&mut self, document: Document<'s>) {
        let mut once = Once::default();
        let mut chosen = None;
        let mut defined = None;
        for id in document.tree.roots() {
            let keyword = document.keyword(id).filter(|keyword| keyword.fits(Place::File));
            let Some(keyword) = keyword else {
                self.unknown(document, id);
                continue;
            };
            let field = &mut self.scope.field;
            match keyword {
                Keyword::Dimension => define_dimension(document, id, field, self.findings),
                Keyword::Multiplier => define_multiplier(document, id, field, self.findings),
                Keyword::Unit => define_unit(document, id, field, self.findings),
                Keyword::Standard if document.tree.get(id).block.is_some() => {
                    define_standard(document, id, field, self.findings);
                    defined = field.standards.last().cloned();
                }
                Keyword::Standard if once.is_first(document, id, keyword, self.findings) => chosen = Some(id),
                Keyword::Org if once.is_first(document, id, keyword, self.findings) => {
                    self.scope.org = org(document, id, self.findings).or(self.scope.org.take());
                }
                Keyword::Year if once.is_first(document, id, keyword, self.findings) => {
                    self.scope.year = year(document, id, self.findings).or(self.scope.year);
                }
                Keyword::Template => self.template(document, id),
                _ => {}
            }
        }
        let chosen = chosen.and_then(|id| self.choose(document, id));
        if let Some(standard) = chosen.or(defined) {
            self.scope.standard = standard;
        }
    }

    fn unknown(&mut self, document: Document<'s>, id: StatementId) {
        if document.tree.get(id).broken {
            return;
        }
        let category = document.word(id).and_then(|word| self.scope.standard.find_category(word.value));
        self.findings.report(match (category, document.word(id)) {
            (Some(_), Some(word)) => Diagnostic::new(Code::MisplacedStatement, word.span)
                .with("word", word.value)
                .with("place", Place::File.name())
                .with("right", Place::Project.name()),
            _ => document.unknown_statement(id, Place::File),
        });
    }

    /// `standard mof-2020`
    fn choose(&mut self, document: Document<'s>, id: StatementId) -> Option<Arc<Standard>> {
        let mut arguments = Arguments::of(document, id, Keyword::Standard, self.findings);
        let Some(word) = arguments.any_word() else {
            arguments
                .missing(Text { zh: "标准的名字，如 mof-2020", en: "the name of a standard such as mof-2020" });
            return None;
        };
        arguments.finish();
        let standard = self.scope.field.standard(word.value).cloned();
        if standard.is_none() {
            let finding = unknown_standard(&self.scope.field, word);
            self.findings.report(finding);
        }
        standard
    }

    fn template(&mut self, document: Document<'s>, id: StatementId) {
        let mut arguments = Arguments::of(document, id, Keyword::Template, self.findings);
        let Some(name) = arguments.word() else {
            return arguments.missing(Text { zh: "模板的名字", en: "the name of the template" });
        };
        arguments.finish();
        match self.scope.templates.iter().find(|(known, _)| known.value == name.value) {
            Some((first, _)) => {
                let finding = Diagnostic::new(Code::DuplicateDefinition, name.span).with("word", name.value);
                self.findings.report(finding.also(1, first.span));
            }
            None => self.scope.templates.push((name, Statement { document, id })),
        }
    }

    /// Reads the projects of a file; those of imported files are not the importer's own.
    fn projects(&mut self, document: Document<'s>, file: FileId) {
        if file != Workspace::MAIN {
            return;
        }
        for id in document.tree.roots() {
            if document.keyword(id) == Some(Keyword::Project) {
                let project = project::read(document, id, &self.scope, self.findings);
                self.projects.extend(project);
            }
        }
    }
}

/// Reads `org 610101 "天津市滨海新区知识产权局"`.
pub(super) fn org<'s>(document: Document<'s>, id: StatementId, findings: &mut Findings) -> Option<Located<Org<'s>>> {
    let mut arguments = Arguments::of(document, id, Keyword::Org, findings);
    let start = arguments.here();
    // A code is digits that count nothing, so it is kept as text: 007001 stays 007001.
    let code = match arguments.take(TokenKind::Number) {
        Some(token) => Some(Cow::Borrowed(arguments.slice(token))),
        None if arguments.peek_second().is_some() => arguments.text().map(|code| code.value),
        None => None,
    };
    let name = arguments.name(Text { zh: "放在引号里的单位名称", en: "the name of the unit in quotes" })?;
    arguments.finish();
    Some(Located::new(Org { code, name: name.value }, arguments.since(start)))
}

/// Reads `year 2026`.
pub(super) fn year(document: Document<'_>, id: StatementId, findings: &mut Findings) -> Option<Located<i16>> {
    let mut arguments = Arguments::of(document, id, Keyword::Year, findings);
    let expected = Text { zh: "四位数的年份，如 2026", en: "a year of four digits such as 2026" };
    let token = arguments.take(TokenKind::Number).or_else(|| arguments.take(TokenKind::Date));
    let year = token.and_then(|token| {
        let digits = crate::words::folded(arguments.slice(token).trim_end_matches(['年', '度'])).into_owned();
        let year = digits.parse().ok().filter(|year| (1000..=9999).contains(year))?;
        Some(Located::new(year, arguments.span(token)))
    });
    if year.is_none() {
        arguments.missing(expected);
        return None;
    }
    arguments.finish();
    year
}
