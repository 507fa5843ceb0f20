//! `use`: the content of templates takes the place of the statement that uses them.
//!
//! A statement overrides a template's where both say the same thing: a keyword that a project says once, or an indicator
//! of the same category and name. What the project says itself stays where it stands; what the block of a `use` says
//! takes the place of what it overrides, so that the order of the table stays that of the template.

use std::collections::{HashMap, HashSet};

use super::scope::{Model, Statement};
use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic, Findings, Fix, Text},
    field::{CategoryId, Standard},
    syntax::{StatementId, TokenKind, unquoted},
    words::Keyword,
};

/// How many statements the templates of one project may bring in, all told.
const MOST: usize = 100_000;

/// How deep templates may use each other.
const MAX_DEPTH: usize = 32;

/// What tells whether one statement overrides another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Identity {
    /// What a project says once, or, like its goals, as a whole.
    Keyword(Keyword),
    /// A row of the table.
    Indicator(CategoryId, String),
}

impl<'s> Statement<'s> {
    fn identity(self, standard: &Standard) -> Option<Identity> {
        let word = self.document.word(self.id)?;
        if let Some(category) = standard.find_category(word.value) {
            let tokens = self.document.tree.tokens(self.id);
            let name = tokens.get(1).filter(|token| token.kind == TokenKind::Text)?;
            return Some(Identity::Indicator(category, unquoted(self.document.slice(name.range)).into_owned()));
        }
        match self.document.keyword(self.id)? {
            Keyword::Check | Keyword::Use => None,
            keyword => Some(Identity::Keyword(keyword)),
        }
    }
}

impl<'s> Model<'s> {
    /// The rows that override a template's row, each with the one that it overrides; of several templates that have it
    /// the one that the others build upon.
    pub(crate) fn overrides(&self) -> Vec<(Statement<'s>, Statement<'s>)> {
        let heads = self.heads.iter().chain(&self.imported).map(|head| head.statement);
        let owners = heads.chain(self.templates.iter().map(|(_, template)| template));
        let mut pairs = Vec::new();
        for owner in owners {
            let mut rows: HashMap<Identity, Vec<Statement<'s>>> = HashMap::new();
            self.rows_of(owner, &mut HashSet::new(), &mut rows);
            for rows in rows.into_values() {
                let Some((base, others)) = rows.split_last() else { continue };
                pairs.extend(others.iter().map(|row| (*row, *base)));
            }
        }
        pairs
    }

    /// Collects the rows of a project or template that uses templates, and of these; what builds upon others first.
    fn rows_of(
        &self,
        owner: Statement<'s>,
        seen: &mut HashSet<StatementId>,
        rows: &mut HashMap<Identity, Vec<Statement<'s>>>,
    ) {
        let document = owner.document;
        let children = || document.tree.children(owner.id).map(|id| Statement { document, id });
        let uses: Vec<Statement<'s>> =
            children().filter(|row| document.keyword(row.id) == Some(Keyword::Use)).collect();
        if uses.is_empty() && seen.is_empty() {
            return;
        }
        let in_uses = uses.iter().flat_map(|user| document.tree.children(user.id));
        for row in children().chain(in_uses.map(|id| Statement { document, id })) {
            if let Some(identity @ Identity::Indicator(..)) = row.identity(&self.standard) {
                rows.entry(identity).or_default().push(row);
            }
        }
        for user in uses {
            let name = document.tree.tokens(user.id).get(1).map_or("", |token| document.slice(token.range));
            let template = self.templates.find(name).filter(|template| seen.insert(template.id));
            if let Some(template) = template {
                self.rows_of(template, seen, rows);
            }
        }
    }
}

/// The statements of a project, or of the template of this name, with the templates put in that it uses.
pub(super) fn expand<'s>(
    Statement { document, id }: Statement<'s>,
    template: Option<&'s str>,
    model: &Model<'s>,
    findings: &mut Findings,
) -> Vec<Statement<'s>> {
    let own: Vec<Statement<'s>> = document.tree.children(id).map(|id| Statement { document, id }).collect();
    let is_use = |statement: &Statement<'s>| statement.document.keyword(statement.id) == Some(Keyword::Use);
    if !own.iter().any(is_use) {
        return own;
    }
    let mut expander = Expander {
        model,
        findings,
        said: own.iter().filter_map(|statement| statement.identity(&model.standard)).collect(),
        overrides: Vec::new(),
        open: template.into_iter().collect(),
        used: Vec::new(),
        body: Vec::new(),
    };
    for statement in own {
        expander.body.push(statement);
        if is_use(&statement) {
            expander.template(statement);
        }
    }
    expander.body
}

/// What the block of a `use` says in place of the template.
#[derive(Debug)]
struct Override<'s> {
    identity: Identity,
    statement: Statement<'s>,
    /// How many templates are open where it is said.
    depth: usize,
}

struct Expander<'e, 's> {
    model: &'e Model<'s>,
    findings: &'e mut Findings,
    /// What has been said nearer to the project than the template at hand.
    said: HashSet<Identity>,
    /// What the blocks of the open `use` statements say, until it has found its place.
    overrides: Vec<Override<'s>>,
    /// The templates being put in, the innermost last.
    open: Vec<&'s str>,
    /// The templates that are in.
    used: Vec<&'s str>,
    body: Vec<Statement<'s>>,
}

impl<'s> Expander<'_, 's> {
    fn template(&mut self, user: Statement<'s>) {
        let Some((name, template)) = self.find(user) else { return };
        if self.open.contains(&name.value) {
            let head = template.document.tree.span(template.document.tree.head(template.id));
            let finding = Diagnostic::new(Code::TemplateCycle, name.span).with("word", name.value);
            self.findings.report(finding.also(1, head));
            return;
        }
        if self.open.len() >= MAX_DEPTH {
            self.findings.report(Diagnostic::new(Code::NestedTooDeep, name.span));
            return;
        }
        let others = self.take_overrides(user);
        // Two templates may build upon the same one: it is put in once.
        if !self.used.contains(&name.value) {
            self.open.push(name.value);
            self.used.push(name.value);
            self.content(template);
            self.open.pop();
        }
        // What overrides nothing is said in addition.
        let depth = self.open.len();
        let left = self.overrides.extract_if(.., |pending| pending.depth == depth);
        self.body.extend(left.map(|pending| pending.statement));
        self.body.extend(others);
    }

    /// Takes in what the block of a `use` says; answers what of it overrides nothing in any case.
    fn take_overrides(&mut self, user: Statement<'s>) -> Vec<Statement<'s>> {
        let depth = self.open.len();
        let mut others = Vec::new();
        let before = self.overrides.len();
        for id in user.document.tree.children(user.id) {
            let statement = Statement { document: user.document, id };
            match statement.identity(&self.model.standard) {
                Some(identity) if !self.said.contains(&identity) => {
                    self.overrides.push(Override { identity, statement, depth });
                }
                // A template's own `use` is overridden like the rest of the template.
                Some(_) if depth > 0 => {}
                // A project that contradicts itself is told so.
                _ => others.push(statement),
            }
        }
        self.said.extend(self.overrides[before..].iter().map(|pending| pending.identity.clone()));
        others
    }

    /// Puts in what a template says.
    fn content(&mut self, template: Statement<'s>) {
        for id in template.document.tree.children(template.id) {
            if self.body.len() > MOST {
                return;
            }
            let statement = Statement { document: template.document, id };
            match statement.identity(&self.model.standard) {
                Some(identity) if self.said.contains(&identity) => self.put_override(&identity),
                _ => self.body.push(statement),
            }
            if statement.document.keyword(id) == Some(Keyword::Use) {
                self.template(statement);
            }
        }
    }

    /// Puts what overrides a statement in its place, all of it: two goals may take the place of one.
    fn put_override(&mut self, identity: &Identity) {
        let fitting = self.overrides.extract_if(.., |pending| pending.identity == *identity);
        self.body.extend(fitting.map(|pending| pending.statement));
    }

    /// The template that a `use` names.
    fn find(&mut self, user: Statement<'s>) -> Option<(Located<&'s str>, Statement<'s>)> {
        let mut arguments = Arguments::of(user.document, user.id, Keyword::Use, self.findings);
        let Some(name) = arguments.word() else {
            arguments.missing(Text { zh: "模板的名字", en: "the name of a template" });
            return None;
        };
        arguments.finish();
        let templates = &self.model.templates;
        if let Some(template) = templates.find(name.value) {
            return Some((name, template));
        }
        let finding =
            Diagnostic::new(Code::UnknownTemplate, name.span).with("word", name.value).with("list", templates.listed());
        let near = arguments.findings.closest(name.value, templates.names());
        arguments.report(match near {
            Some(suggestion) => {
                finding.with("suggestion", suggestion).help(1).and_help(2).fix(Fix::guess(name.span, suggestion))
            }
            None if templates.names().count() > 0 => finding.help(2).and_help(0),
            None => finding,
        });
        None
    }
}
