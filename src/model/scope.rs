//! What is known before any project is read: the declarations of the files and where the projects begin.

use std::{borrow::Cow, sync::Arc};

use super::named::Named;
use crate::{
    arguments::{Arguments, Document, Located, misplaced},
    diagnostic::{Code, Diagnostic, Findings, Fix, Text},
    field::{Field, Standard, is_of_standard},
    source::Span,
    syntax::{StatementId, Token, TokenKind},
    words::{Keyword, Place},
};

/// A statement and the file that it stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Statement<'s> {
    pub document: Document<'s>,
    pub id: StatementId,
}

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
    /// The units and standards known in it; its own only where it declares some.
    pub field: Cow<'static, Field>,
    /// The standard in force.
    pub standard: Arc<Standard>,
    /// The heads of its projects; those of imported files are not among them.
    pub heads: Vec<Head<'s>>,
    /// The projects of imported files, which results may name.
    pub(crate) imported: Vec<Head<'s>>,
    /// The results that the file states.
    pub(crate) actuals: Vec<Statement<'s>>,
    pub(crate) templates: Named<'s, Statement<'s>>,
    /// The statements that files make for all their projects, sound or not.
    pub(super) said: Vec<Keyword>,
    /// Whether a file could not be imported, so that what is unknown may be declared in it.
    pub(super) partial: bool,
    /// Whether the standard that is asked for is not known, so that another is in force.
    pub(super) unsure: bool,
}

impl Statement<'_> {
    /// Whether it has a block.
    pub fn has_block(&self) -> bool {
        self.document.tree.get(self.id).block.is_some()
    }

    /// Reads a statement as what its misspelt word seems to mean. Where its line does not read as that, it is not meant:
    /// nothing is made of it, and only what is wrong in any case is told.
    pub fn supposed<T>(&self, findings: &mut Findings, read: impl FnOnce(&mut Findings) -> T) -> Option<T> {
        let line = self.document.tree.span(self.document.tree.head(self.id));
        let mut own = Findings::default();
        let made = read(&mut own);
        let follows = |finding: &Diagnostic| !finding.code.stands_alone() && line.holds(finding.span());
        let is_meant = !own.iter().any(follows);
        own.retain(|finding| !follows(finding));
        findings.append(own);
        is_meant.then_some(made)
    }
}

/// The head of a project: what is known of it before its block is read.
#[derive(Debug, Clone)]
pub struct Head<'s> {
    /// Its name; empty where it has none, which has been reported.
    pub name: Located<Cow<'s, str>>,
    pub(crate) statement: Statement<'s>,
}

impl Model<'_> {
    /// Whether nothing can be made of the file: it has no project and no results, and declares nothing that other files
    /// could use.
    pub fn is_empty(&self) -> bool {
        let declares = matches!(self.field, Cow::Owned(_)) || self.templates.names().next().is_some();
        self.heads.is_empty() && self.actuals.is_empty() && !declares
    }

    /// Whether the template that a `use` names is known.
    pub(super) fn has_template(&self, document: Document<'_>, id: StatementId) -> bool {
        let name = document.tree.tokens(id).get(1).map_or("", |token| document.slice(token.range));
        self.templates.find(name).is_some()
    }

    /// Reads something without telling what may only follow from an import that failed or a standard that is not known.
    pub(super) fn sifted<T>(&self, findings: &mut Findings, read: impl FnOnce(&mut Findings) -> T) -> T {
        if !self.partial && !self.unsure {
            return read(findings);
        }
        let mut own = Findings::default();
        let made = read(&mut own);
        own.retain(|finding| !(self.may_be_imported(finding) || self.unsure && is_of_standard(finding)));
        findings.append(own);
        made
    }

    /// Whether what is not known may stand in an import that failed.
    pub(super) fn may_be_imported(&self, finding: &Diagnostic) -> bool {
        let declared = [Code::UnknownUnit, Code::UnknownStandard, Code::UnknownTemplate, Code::UnknownProject];
        self.partial && declared.contains(&finding.code)
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
    // A code may stand in quotes; a name stands behind it then.
    let is = |token: Option<Token>, kind| token.is_some_and(|token| token.kind == kind);
    let quoted = is(arguments.peek(), TokenKind::Text) && is(arguments.peek_second(), TokenKind::Number);
    let code = arguments.peek_second().filter(|_| !quoted).and_then(|_| arguments.code()).map(|code| code.value);
    let name = arguments.name(Text { zh: "放在引号里的单位名称", en: "the name of the unit in quotes" })?;
    let code = code.or_else(|| late_code(&mut arguments, name.span));
    arguments.finish_line();
    Some(Located::new(Org { code, name: name.value }, arguments.since(start)))
}

/// A code behind the name, which is reported and read.
fn late_code<'s>(arguments: &mut Arguments<'s, '_>, name: Span) -> Option<Cow<'s, str>> {
    arguments.peek().filter(|token| token.kind == TokenKind::Number)?;
    let code = arguments.code()?;
    let whole = name.to(code.span);
    let right = format!("{} {}", code.value, arguments.text_of(name));
    let finding = Diagnostic::new(Code::UnexpectedArgument, code.span)
        .with("word", arguments.head())
        .with("text", &*code.value)
        .with("right", format!("{} {right}", arguments.head()))
        .help(18)
        .fix(Fix::safe(whole, right));
    arguments.remark(finding);
    Some(code.value)
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
