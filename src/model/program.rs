//! All files of a workspace get their meaning.

use std::{borrow::Cow, sync::Arc};

use super::{
    files::Workspace,
    project::{self, Project},
    templates::Statement,
};
use crate::{
    arguments::{Arguments, Document, Located, Once, misplaced},
    diagnostic::{Code, Diagnostic, Findings, Text},
    field::{
        DEFAULT_STANDARD, Field, Standard, define_dimension, define_multiplier, define_standard, define_unit,
        unknown_standard,
    },
    source::Span,
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

/// What a file says: its declarations, and where its projects are.
///
/// Projects get their meaning one at a time ([`Model::project`]), so that a file with ten thousand of them never holds
/// more than one.
#[derive(Debug)]
pub struct Model<'s> {
    /// The budget unit that the file names.
    pub org: Option<Located<Org<'s>>>,
    /// The budget year that the file names.
    pub year: Option<Located<i16>>,
    /// The units and standards known in it.
    pub field: Field,
    /// The standard in force.
    pub standard: Arc<Standard>,
    /// The heads of its projects; those of imported files are not among them.
    pub heads: Vec<Head<'s>>,
    pub(super) templates: Vec<(Located<&'s str>, Statement<'s>)>,
    /// The statements that files make for all their projects, sound or not.
    pub(super) said: Vec<Keyword>,
    /// Whether a file could not be imported, so that what is unknown may be declared in it.
    partial: bool,
}

/// The head of a project: what is known of it before its block is read.
#[derive(Debug, Clone)]
pub struct Head<'s> {
    /// Its name; empty where it has none, which has been reported.
    pub name: Located<Cow<'s, str>>,
    pub(super) statement: Statement<'s>,
}

impl<'s> Model<'s> {
    /// Reads a project.
    pub fn project(&self, head: &Head<'s>, findings: &mut Findings) -> Project<'s> {
        let project = project::read(self, head, findings);
        self.forget_unknown(findings);
        project
    }

    /// Whether the template that a `use` names is known.
    pub(super) fn has_template(&self, document: Document<'_>, id: StatementId) -> bool {
        let name = document.tree.tokens(id).get(1).map_or("", |token| document.slice(token.range));
        self.templates.iter().any(|(known, _)| known.value == name)
    }

    /// Takes back what only follows from an import that failed.
    fn forget_unknown(&self, findings: &mut Findings) {
        if self.partial {
            let unknown = [Code::UnknownUnit, Code::UnknownStandard, Code::UnknownTemplate];
            findings.retain(|finding| !unknown.contains(&finding.code));
        }
    }
}

/// Gives the declarations of a workspace their meaning. What imported files declare holds as if it stood before the
/// file.
pub fn resolve<'s>(workspace: &'s Workspace, findings: &mut Findings) -> Model<'s> {
    let field = Field::embedded().clone();
    let standard = field.standard(DEFAULT_STANDARD).cloned().unwrap_or_default();
    let model = Model {
        org: None,
        year: None,
        field,
        standard,
        heads: Vec::new(),
        templates: Vec::new(),
        said: Vec::new(),
        partial: findings.has(Code::ImportNotFound) || findings.has(Code::ImportOutside),
    };
    let mut resolver = Resolver { model, findings };
    for &file in &workspace.order {
        resolver.declarations(workspace.document(file));
    }
    resolver.heads(workspace.document(Workspace::MAIN));
    resolver.templates();
    let Resolver { model, findings } = resolver;
    model.forget_unknown(findings);
    model
}

struct Resolver<'r, 's> {
    model: Model<'s>,
    findings: &'r mut Findings,
}

impl<'s> Resolver<'_, 's> {
    /// Reads what a file declares, wherever in it that stands: units, standards, templates, organisation and year.
    fn declarations(&mut self, document: Document<'s>) {
        self.units(document);
        let mut once = Once::default();
        let mut chosen = None;
        let mut defined = None;
        let mut project = None;
        for id in document.tree.roots() {
            let keyword = document.keyword(id).filter(|keyword| keyword.fits(Place::File));
            let Some(keyword) = keyword else {
                self.unknown(document, id, project);
                continue;
            };
            if keyword == Keyword::Project {
                project = document.tree.get(id).block.map(|block| document.tree.span(block.close));
            }
            if !self.model.said.contains(&keyword) {
                self.model.said.push(keyword);
            }
            let field = &mut self.model.field;
            match keyword {
                Keyword::Standard if document.tree.get(id).block.is_some() => {
                    define_standard(document, id, field, self.findings);
                    defined = field.standards.last().cloned();
                }
                Keyword::Standard if once.is_first(document, id, keyword, self.findings) => chosen = Some(id),
                Keyword::Org if once.is_first(document, id, keyword, self.findings) => {
                    self.model.org = org(document, id, self.findings).or(self.model.org.take());
                }
                Keyword::Year if once.is_first(document, id, keyword, self.findings) => {
                    self.model.year = year(document, id, self.findings).or(self.model.year);
                }
                Keyword::Template => self.template(document, id),
                _ => {}
            }
        }
        let chosen = chosen.and_then(|id| self.choose(document, id));
        if let Some(standard) = chosen.or(defined) {
            self.model.standard = standard;
        }
    }

    /// Units come first: standards say which ones their categories are measured in.
    fn units(&mut self, document: Document<'s>) {
        let field = &mut self.model.field;
        for id in document.tree.roots() {
            match document.keyword(id) {
                Some(Keyword::Dimension) => define_dimension(document, id, field, self.findings),
                Some(Keyword::Multiplier) => define_multiplier(document, id, field, self.findings),
                Some(Keyword::Unit) => define_unit(document, id, field, self.findings),
                _ => {}
            }
        }
    }

    /// A statement that has no place outside of blocks; with the end of the project before it, which it may belong to.
    fn unknown(&mut self, document: Document<'s>, id: StatementId, project: Option<Span>) {
        if document.tree.get(id).broken {
            return;
        }
        let finding = unknown(document, id, Place::File, &self.model.standard);
        self.findings.report(match project {
            Some(end) if finding.code == Code::MisplacedStatement => finding.also(1, end),
            _ => finding,
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
        let standard = self.model.field.standard(word.value).cloned();
        if standard.is_none() {
            let finding = unknown_standard(&self.model.field, word);
            self.findings.report(finding);
        }
        standard
    }

    fn template(&mut self, document: Document<'s>, id: StatementId) {
        let mut arguments = Arguments::of(document, id, Keyword::Template, self.findings);
        let Some(name) = arguments.word() else {
            if !arguments.reserved() {
                arguments
                    .missing(Text {
                        zh: "模板的名字（不带引号）", en: "the name of the template, without quotes"
                    });
            }
            return;
        };
        arguments.finish();
        match self.model.templates.iter().find(|(known, _)| known.value == name.value) {
            Some((first, _)) => {
                let finding = Diagnostic::new(Code::DuplicateDefinition, name.span).with("word", name.value);
                self.findings.report(finding.also(1, first.span));
            }
            None => self.model.templates.push((name, Statement { document, id })),
        }
    }

    /// Reads the heads of the projects of a file.
    fn heads(&mut self, document: Document<'s>) {
        for id in document.tree.roots() {
            if document.keyword(id) == Some(Keyword::Project) {
                let mut arguments = Arguments::of(document, id, Keyword::Project, self.findings);
                let name = arguments
                    .name(Text { zh: "放在引号里的项目名称", en: "the name of the project in quotes" });
                arguments.finish();
                let nameless = Located::new(Cow::Borrowed(""), document.tree.span(document.tree.head(id)));
                let statement = Statement { document, id };
                self.model.heads.push(Head { name: name.unwrap_or(nameless), statement });
            }
        }
    }

    /// Reads the templates of the main file for their mistakes alone.
    fn templates(&mut self) {
        for &(name, template) in self.model.templates.iter().filter(|(name, _)| name.span.file == Workspace::MAIN) {
            project::check_template(name, template, &self.model, self.findings);
        }
    }
}

/// The finding for a statement that has no place here: an indicator's place is in a project.
pub(super) fn unknown(document: Document<'_>, id: StatementId, place: Place, standard: &Standard) -> Diagnostic {
    match document.word(id).filter(|word| standard.find_category(word.value).is_some()) {
        Some(word) => misplaced(word, place, &[Place::Project]),
        None => document.unknown_statement(id, place),
    }
}

/// Reads `org 610101 "天津市滨海新区知识产权局"`.
pub(super) fn org<'s>(document: Document<'s>, id: StatementId, findings: &mut Findings) -> Option<Located<Org<'s>>> {
    let mut arguments = Arguments::of(document, id, Keyword::Org, findings);
    let start = arguments.here();
    let code = arguments.peek_second().and_then(|_| arguments.code()).map(|code| code.value);
    let name = arguments.name(Text { zh: "放在引号里的单位名称", en: "the name of the unit in quotes" })?;
    arguments.finish_line();
    Some(Located::new(Org { code, name: name.value }, arguments.since(start)))
}

/// Reads `year 2026`.
pub(super) fn year(document: Document<'_>, id: StatementId, findings: &mut Findings) -> Option<Located<i16>> {
    let mut arguments = Arguments::of(document, id, Keyword::Year, findings);
    let expected = Text { zh: "四位数的年份，如 2026", en: "a year of four digits such as 2026" };
    let token = arguments.peek().filter(|token| matches!(token.kind, TokenKind::Number | TokenKind::Date));
    let year = token.and_then(|token| {
        let end = |c: char| matches!(c, '年' | '度') || c.is_whitespace();
        let year = crate::words::folded(arguments.slice(token).trim_end_matches(end))
            .parse()
            .ok()
            .filter(|year| (1000..=9999).contains(year))?;
        Some(Located::new(year, arguments.span(token)))
    });
    if year.is_none() {
        arguments.missing(expected);
        return None;
    }
    arguments.advance();
    arguments.finish_line();
    year
}
