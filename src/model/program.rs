//! All files of a workspace get their meaning.

use std::{borrow::Cow, sync::Arc};

use super::{
    declarations,
    files::Workspace,
    named::Named,
    project,
    scope::{Head, Model, Statement, org, unknown, year},
};
use crate::{
    arguments::{Arguments, Document, Located, Once},
    diagnostic::{Code, Diagnostic, Findings, Text},
    field::{DEFAULT_STANDARD, Field, Standard, unknown_standard},
    source::Span,
    syntax::StatementId,
    words::{Keyword, Place},
};

/// Gives the declarations of a workspace their meaning. What imported files declare holds as if it stood before the
/// file.
pub fn resolve<'s>(workspace: &'s Workspace, findings: &mut Findings) -> Model<'s> {
    resolve_with(workspace, None, findings)
}

/// The same, with the standard that is in force where no file names one.
pub fn resolve_with<'s>(workspace: &'s Workspace, standard: Option<&str>, findings: &mut Findings) -> Model<'s> {
    let field = Cow::Borrowed(Field::embedded());
    let standard = standard.and_then(|id| field.standard(id)).or_else(|| field.standard(DEFAULT_STANDARD));
    let standard = standard.cloned().unwrap_or_default();
    let model = Model {
        org: None,
        year: None,
        field,
        standard,
        heads: Vec::new(),
        imported: Vec::new(),
        actuals: Vec::new(),
        templates: Named::default(),
        said: Vec::new(),
        partial: findings.has(Code::ImportNotFound) || findings.has(Code::ImportOutside),
    };
    let mut resolver = Resolver { model, findings };
    for &file in &workspace.order {
        resolver.declarations(workspace.document(file));
    }
    let main = workspace.document(Workspace::MAIN);
    resolver.model.heads = heads(main, resolver.findings);
    resolver.actuals(main);
    if !resolver.model.actuals.is_empty() {
        // What is wrong with imported files is said where they are compiled themselves.
        let others = workspace.order.iter().filter(|file| **file != Workspace::MAIN);
        let others = others.flat_map(|file| heads(workspace.document(*file), &mut Findings::default()));
        resolver.model.imported = others.collect();
    }
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
        let roots = roots(document);
        // Units come first: standards say which ones their categories are measured in.
        declarations::units(document, &roots, &mut self.model.field, self.findings);
        let defined = declarations::standards(document, &roots, &mut self.model.field, self.findings);
        let chosen = self.said(document, &roots).and_then(|id| self.choose(document, id));
        if let Some(standard) = chosen.or(defined) {
            self.model.standard = standard;
        }
        self.unknown(document);
    }

    /// Reads the other statements of a file; the answer is the one that chooses a standard.
    fn said(&mut self, document: Document<'s>, roots: &[(StatementId, Keyword)]) -> Option<StatementId> {
        let mut once = Once::default();
        let mut chosen = None;
        for &(id, keyword) in roots {
            if !self.model.said.contains(&keyword) {
                self.model.said.push(keyword);
            }
            match keyword {
                Keyword::Standard if document.tree.get(id).block.is_some() => {}
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
        chosen
    }

    /// Reports the statements that have no place outside of blocks, with the end of the project before them, which they
    /// may belong to.
    fn unknown(&mut self, document: Document<'s>) {
        let mut project = None;
        for id in document.tree.roots() {
            let statement = document.tree.get(id);
            match document.keyword(id).filter(|keyword| keyword.fits(Place::File)) {
                Some(Keyword::Project) => project = statement.block.map(|block| document.tree.span(block.close)),
                None if !statement.broken => self.unknown_statement(document, id, project),
                _ => {}
            }
        }
    }

    fn unknown_statement(&mut self, document: Document<'s>, id: StatementId, project: Option<Span>) {
        let finding = unknown(document, id, Place::File, &self.model.standard);
        // What only lacks the right spelling is not missing.
        self.model.said.extend(finding.fix.as_ref().and_then(|fix| Keyword::find(&fix.replacement)));
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
            let finding = unknown_standard(&self.model.field, word, self.findings);
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
        if let Err(first) = self.model.templates.insert(name, Statement { document, id }) {
            let finding = Diagnostic::new(Code::DuplicateDefinition, name.span).with("word", name.value);
            self.findings.report(finding.also(1, first.span));
        }
    }

    /// Finds the results that a file states.
    fn actuals(&mut self, document: Document<'s>) {
        let is_actual = |id: &StatementId| document.keyword(*id) == Some(Keyword::Actual);
        self.model.actuals = document.tree.roots().filter(is_actual).map(|id| Statement { document, id }).collect();
    }

    /// Reads the templates of the main file for their mistakes alone.
    fn templates(&mut self) {
        for (name, template) in self.model.templates.iter().filter(|(name, _)| name.span.file == Workspace::MAIN) {
            project::check_template(name, template, &self.model, self.findings);
        }
    }
}

/// The statements of a file that may stand outside of all blocks.
fn roots(document: Document<'_>) -> Vec<(StatementId, Keyword)> {
    let keyword = |id| Some((id, document.keyword(id).filter(|keyword| keyword.fits(Place::File))?));
    document.tree.roots().filter_map(keyword).collect()
}

/// Reads the heads of the projects of a file.
fn heads<'s>(document: Document<'s>, findings: &mut Findings) -> Vec<Head<'s>> {
    let is_project = |id: &StatementId| document.keyword(*id) == Some(Keyword::Project);
    let head = |id| {
        let mut arguments = Arguments::of(document, id, Keyword::Project, findings);
        let name =
            arguments.name(Text { zh: "放在引号里的项目名称", en: "the name of the project in quotes" });
        arguments.finish();
        let nameless = Located::new(Cow::Borrowed(""), document.tree.span(document.tree.head(id)));
        Head { name: name.unwrap_or(nameless), statement: Statement { document, id } }
    };
    document.tree.roots().filter(is_project).map(head).collect()
}
