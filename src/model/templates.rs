//! `use`: the content of templates takes the place of the statement that uses them.

use std::collections::HashSet;

use super::program::Model;
use crate::{
    arguments::{Arguments, Document, Located},
    diagnostic::{Code, Diagnostic, Findings, Text, closest},
    syntax::{StatementId, TokenKind, unquoted},
    words::Keyword,
};

/// How many statements the templates of one project may bring in, all told.
const MOST: usize = 100_000;

/// How deep templates may use each other.
const MAX_DEPTH: usize = 32;

/// A statement and the file that it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Statement<'s> {
    pub document: Document<'s>,
    pub id: StatementId,
}

impl<'s> Statement<'s> {
    /// What tells whether one statement overrides another: an indicator's name, or a keyword said once in a project.
    fn identity(self) -> Option<String> {
        let tokens = self.document.tree.tokens(self.id);
        match self.document.keyword(self.id) {
            Some(Keyword::Check | Keyword::Use | Keyword::Note) => None,
            Some(keyword) => Some(keyword.word().en.to_owned()),
            None => {
                let name = tokens.get(1).filter(|token| token.kind == TokenKind::Text)?;
                Some(unquoted(self.document.slice(name.range)).into_owned())
            }
        }
    }
}

/// The statements of a project with its templates put in. What the project, or the block of a `use`, says itself goes
/// before what a template says.
pub(super) fn expand<'s>(
    document: Document<'s>,
    id: StatementId,
    model: &Model<'s>,
    findings: &mut Findings,
) -> Vec<Statement<'s>> {
    let own: Vec<Statement<'s>> = document.tree.children(id).map(|id| Statement { document, id }).collect();
    let is_use = |statement: &Statement<'s>| statement.document.keyword(statement.id) == Some(Keyword::Use);
    if model.templates.is_empty() && !own.iter().any(is_use) {
        return own;
    }
    let said = own.iter().filter_map(|statement| statement.identity()).collect();
    let mut expander = Expander { model, findings, said, open: Vec::new(), body: Vec::new() };
    for statement in own {
        expander.body.push(statement);
        if is_use(&statement) {
            expander.template(statement);
        }
    }
    expander.body
}

struct Expander<'e, 's> {
    model: &'e Model<'s>,
    findings: &'e mut Findings,
    /// What has been said nearer to the project than the template at hand.
    said: HashSet<String>,
    /// The templates being put in, the innermost last.
    open: Vec<&'s str>,
    body: Vec<Statement<'s>>,
}

impl<'s> Expander<'_, 's> {
    fn template(&mut self, user: Statement<'s>) {
        let Some((name, template)) = self.find(user) else { return };
        if self.open.contains(&name.value) {
            self.findings.report(Diagnostic::new(Code::TemplateCycle, name.span).with("word", name.value));
            return;
        }
        if self.open.len() >= MAX_DEPTH {
            self.findings.report(Diagnostic::new(Code::NestedTooDeep, name.span));
            return;
        }
        self.open.push(name.value);
        let overrides = user.document.tree.children(user.id).map(|id| Statement { document: user.document, id });
        let overrides: Vec<Statement<'s>> = overrides.collect();
        self.said.extend(overrides.iter().filter_map(|statement| statement.identity()));
        self.body.extend(overrides);
        for id in template.document.tree.children(template.id) {
            let statement = Statement { document: template.document, id };
            let overridden = statement.identity().is_some_and(|identity| self.said.contains(&identity));
            if overridden || self.body.len() > MOST {
                continue;
            }
            self.body.push(statement);
            if statement.document.keyword(id) == Some(Keyword::Use) {
                self.template(statement);
            }
        }
        self.open.pop();
    }

    /// The template that a `use` names.
    fn find(&mut self, user: Statement<'s>) -> Option<(Located<&'s str>, Statement<'s>)> {
        let mut arguments = Arguments::of(user.document, user.id, Keyword::Use, self.findings);
        let Some(name) = arguments.word() else {
            arguments.missing(Text { zh: "模板的名字", en: "the name of a template" });
            return None;
        };
        arguments.finish();
        if let Some(&(_, template)) = self.model.templates.iter().find(|(known, _)| known.value == name.value) {
            return Some((name, template));
        }
        let finding = Diagnostic::new(Code::UnknownTemplate, name.span).with("word", name.value);
        let known = self.model.templates.iter().map(|(known, _)| known.value);
        arguments.report(match closest(name.value, known) {
            Some(suggestion) => finding.with("suggestion", suggestion).help(1).fix(name.span, suggestion),
            None => finding,
        });
        None
    }
}
