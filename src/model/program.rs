//! All files of a workspace get their meaning.

use std::{borrow::Cow, sync::Arc};

use super::{
    declarations,
    files::Workspace,
    named::Named,
    outline::Outline,
    project,
    scope::{Head, Model, Statement, org, unknown, year},
};
use crate::{
    arguments::{Arguments, Document, Located, Once},
    diagnostic::{Code, Diagnostic, Findings, Text},
    field::{DEFAULT_STANDARD, Field, Standard, unknown_standard},
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
        unsure: false,
    };
    let mut resolver = Resolver { model, findings };
    let outlines: Vec<Outline<'s>> =
        workspace.order.iter().map(|file| Outline::of(workspace.document(*file))).collect();
    for outline in &outlines {
        resolver.declarations(outline);
    }
    // The file itself is read behind those that it imports.
    if let Some((main, imported)) = outlines.split_last() {
        resolver.model.heads = heads(main, resolver.findings);
        let given = |file| workspace.order.iter().position(|known| known == file).map(|at| &outlines[at]);
        let with_results = std::iter::once(main).chain(workspace.results.iter().filter_map(given));
        resolver.model.actuals = with_results.flat_map(|outline| outline.with(Keyword::Actual)).collect();
        if !resolver.model.actuals.is_empty() {
            // What is wrong with imported files is said where they are compiled themselves.
            let heads = imported.iter().flat_map(|outline| heads(outline, &mut Findings::default()));
            resolver.model.imported = heads.collect();
        }
    }
    resolver.templates();
    let Resolver { model, findings } = resolver;
    findings.retain(|finding| !model.may_be_imported(finding));
    model
}

struct Resolver<'r, 's> {
    model: Model<'s>,
    findings: &'r mut Findings,
}

impl<'s> Resolver<'_, 's> {
    /// Reads what a file declares, wherever in it that stands: units, standards, templates, organisation and year.
    fn declarations(&mut self, outline: &Outline<'s>) {
        self.model.partial |= outline.statements.iter().any(|top| top.is_meant && top.keyword == Keyword::Import);
        // Units come first: standards say which ones their categories are measured in.
        declarations::units(outline, &mut self.model.field, self.findings);
        let defined = declarations::standards(outline, &mut self.model.field, self.findings);
        let chosen = self.said(outline);
        let standard = match chosen {
            Some(statement) => self.choose(statement),
            None => defined,
        };
        if let Some(standard) = standard {
            self.model.unsure = standard.is_partial;
            self.model.standard = standard;
        } else {
            // What is not chosen here may be in the import that is missing.
            self.model.unsure |= chosen.is_some() || self.model.partial;
        }
        self.unknown(outline);
    }

    /// Reads the other statements of a file; the answer is the one that chooses a standard. What is said in the right
    /// spelling goes before what only means the same.
    fn said(&mut self, outline: &Outline<'s>) -> Option<Statement<'s>> {
        let mut once = Once::default();
        let mut chosen = None;
        let of = |is_meant| outline.statements.iter().filter(move |top| top.is_meant == is_meant);
        for top in of(false).chain(of(true)) {
            let (statement, keyword) = (outline.statement(*top), top.keyword);
            let Statement { document, id } = statement;
            if !self.model.said.contains(&keyword) {
                self.model.said.push(keyword);
            }
            let is_choice = keyword == Keyword::Standard && !statement.has_block();
            if is_choice || matches!(keyword, Keyword::Org | Keyword::Year) {
                let is_spare = top.is_meant && !once.is_free(keyword);
                if is_spare || !once.is_first(document, id, keyword, self.findings) {
                    continue;
                }
            }
            match keyword {
                Keyword::Standard if is_choice => chosen = Some(statement),
                Keyword::Org => {
                    let org = outline.read(*top, self.findings, org);
                    self.model.org = org.or(self.model.org.take());
                }
                Keyword::Year => self.model.year = outline.read(*top, self.findings, year).or(self.model.year),
                Keyword::Template => self.template(document, id),
                _ => {}
            }
        }
        chosen
    }

    /// Reports the statements that have no place outside of blocks, with the end of the project before them, which they
    /// may belong to.
    fn unknown(&mut self, outline: &Outline<'s>) {
        let document = outline.document();
        let mut projects = outline.with(Keyword::Project).filter(Statement::has_block).peekable();
        let mut before = None;
        for &id in &outline.unknown {
            while let Some(project) = projects.next_if(|project| project.id < id) {
                before = document.tree.get(project.id).block.map(|block| document.tree.span(block.close));
            }
            if !document.tree.get(id).broken {
                let finding = unknown(document, id, Place::File, &self.model.standard);
                self.findings.report(match before {
                    Some(end) if finding.code == Code::MisplacedStatement => finding.also(1, end),
                    _ => finding,
                });
            }
        }
    }

    /// `standard mof-2020`; the one that is meant where it is misspelt.
    fn choose(&mut self, Statement { document, id }: Statement<'s>) -> Option<Arc<Standard>> {
        let mut arguments = Arguments::of(document, id, Keyword::Standard, self.findings);
        let Some(word) = arguments.any_word() else {
            arguments
                .missing(Text { zh: "标准的名字，如 mof-2020", en: "the name of a standard such as mof-2020" });
            return None;
        };
        arguments.finish();
        let standard = self.model.field.standard(word.value).cloned();
        if standard.is_some() {
            return standard;
        }
        let finding = unknown_standard(&self.model.field, word, self.findings);
        let meant = finding.meant().and_then(|word| self.model.field.standard(word)).cloned();
        self.findings.report(finding);
        meant
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

    /// Reads the templates of the main file for their mistakes alone.
    fn templates(&mut self) {
        for (name, template) in self.model.templates.iter().filter(|(name, _)| name.span.file == Workspace::MAIN) {
            self.model.sifted(self.findings, |findings| {
                project::check_template(name, template, &self.model, findings);
            });
        }
    }
}

/// Reads the heads of the projects of a file.
fn heads<'s>(outline: &Outline<'s>, findings: &mut Findings) -> Vec<Head<'s>> {
    let head = |statement: Statement<'s>| {
        let Statement { document, id } = statement;
        let mut arguments = Arguments::of(document, id, Keyword::Project, findings);
        let name =
            arguments.name(Text { zh: "放在引号里的项目名称", en: "the name of the project in quotes" });
        arguments.finish();
        let nameless = Located::new(Cow::Borrowed(""), document.tree.span(document.tree.head(id)));
        Head { name: name.unwrap_or(nameless), statement }
    };
    outline.with(Keyword::Project).map(head).collect()
}
