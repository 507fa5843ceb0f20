//! What projects achieved: `actual "…" at 2026-12-31 { … }`, in the file of the targets or in one that imports it.

use std::borrow::Cow;

use foldhash::HashMap;

use super::{
    budget::{self, Budget},
    indicator::words,
    period,
    project::Project,
    read_target,
    scope::{Head, Model, Statement, unknown},
    target::Target,
};
use crate::{
    arguments::{Arguments, Document, Located, Once},
    diagnostic::{Code, Diagnostic, Findings, Text, Value, closest},
    field::CategoryId,
    source::Span,
    syntax::{StatementId, TokenKind, quoted, unquoted},
    values::Date,
    words::{Keyword, Place},
};

/// What a project achieved up to a day.
#[derive(Debug)]
pub struct Results<'s> {
    /// The name of the project.
    pub project: Located<Cow<'s, str>>,
    /// The day that they are of.
    pub at: Option<Located<Date>>,
    /// 执行数
    pub spent: Option<Budget<'s>>,
    /// What was achieved, an indicator each.
    pub rows: Vec<Achievement<'s>>,
}

/// What was achieved of an indicator.
#[derive(Debug)]
pub struct Achievement<'s> {
    /// The number of the indicator in its project.
    pub indicator: usize,
    /// 实际完成值, or how far a qualitative target was achieved; `None` where it could not be read, which has been
    /// reported.
    pub value: Option<Target<'s>>,
    /// Whether the value is how far the target was achieved: `achieved 95%`.
    pub is_share: bool,
    /// 偏差原因分析及改进措施
    pub reason: Option<Cow<'s, str>>,
    /// 备注
    pub note: Option<Cow<'s, str>>,
}

impl<'s> Model<'s> {
    /// Reads the results that the file states. Each project that has any is read once more, in silence.
    pub fn results(&self, findings: &mut Findings) -> Vec<Results<'s>> {
        if self.actuals.is_empty() {
            return Vec::new();
        }
        let heads = self.heads.iter().chain(&self.imported).map(|head| (&*head.name.value, head)).collect();
        let mut reader = Reader { model: self, heads, targets: HashMap::default(), findings };
        let results = self.actuals.iter().filter_map(|actual| reader.actual(*actual)).collect();
        self.forget_unknown(findings);
        results
    }
}

/// A project's rows as results name them.
struct Targets<'s> {
    project: Project<'s>,
    /// Rows by name; a name that several categories have is not told by itself.
    names: HashMap<String, Vec<usize>>,
    labels: HashMap<&'s str, usize>,
    /// Whether some of its rows could not be read, so that one which is not found may be among them.
    partial: bool,
}

impl<'s> Targets<'s> {
    fn read(model: &Model<'s>, head: &Head<'s>) -> Self {
        let mut unread = Findings::default();
        let project = model.project(head, &mut unread);
        let mut names: HashMap<String, Vec<usize>> = HashMap::default();
        let mut labels = HashMap::default();
        for (number, indicator) in project.indicators.iter().enumerate() {
            names.entry(indicator.name.value.to_string()).or_default().push(number);
            labels.extend(indicator.label.map(|label| (label.value, number)));
        }
        let partial = project.said.more || !project.said.categories.is_empty() || unread.has(Code::UnknownCategory);
        Self { project, names, labels, partial }
    }
}

struct Reader<'r, 's> {
    model: &'r Model<'s>,
    heads: HashMap<&'r str, &'r Head<'s>>,
    targets: HashMap<&'r str, Targets<'s>>,
    findings: &'r mut Findings,
}

impl<'r, 's> Reader<'r, 's> {
    fn actual(&mut self, Statement { document, id }: Statement<'s>) -> Option<Results<'s>> {
        let mut arguments = Arguments::of(document, id, Keyword::Actual, self.findings);
        let name =
            arguments.name(Text { zh: "放在引号里的项目名称", en: "the name of a project in quotes" })?;
        let at = arguments.keyword(Keyword::At).and_then(|_| period::date(&mut arguments));
        let at = at.map(|date| Located::new(date.value.0, date.span));
        arguments.finish();
        let Some(&head) = self.heads.get(&*name.value) else {
            let finding = self.unknown_project(&name);
            self.findings.report(finding);
            return None;
        };
        let key = &*head.name.value;
        let targets = self.targets.entry(key).or_insert_with(|| Targets::read(self.model, head));
        let results = Results { project: name, at, spent: None, rows: Vec::new() };
        let mut block =
            Block { model: self.model, targets, findings: self.findings, results, said: HashMap::default() };
        let mut once = Once::default();
        for id in document.tree.children(id) {
            block.statement(Statement { document, id }, &mut once);
        }
        Some(block.results)
    }

    fn unknown_project(&self, name: &Located<Cow<'_, str>>) -> Diagnostic {
        let heads = || self.model.heads.iter().chain(&self.model.imported);
        let names = || heads().map(|head| &*head.name.value).filter(|name| !name.is_empty());
        let finding = Diagnostic::new(Code::UnknownProject, name.span)
            .with("name", &*name.value)
            .with("list", Value::list(names().take(LISTED).map(|name| (name, name))));
        match nearest(&name.value, names(), self.findings) {
            Some(near) => finding.with("suggestion", near).help(1).fix(name.span, quoted(near)),
            None if names().next().is_some() => finding.help(2).and_help(0),
            None => finding,
        }
    }
}

/// How many names a message lists.
const LISTED: usize = 5;

/// The name that was most likely meant. Once findings are no longer kept none is looked for, for each costs a look at
/// all names.
fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>, findings: &Findings) -> Option<&'n str> {
    if findings.is_full() { None } else { closest(name, names) }
}

/// The block of an `actual`.
struct Block<'b, 's> {
    model: &'b Model<'s>,
    targets: &'b Targets<'s>,
    findings: &'b mut Findings,
    results: Results<'s>,
    /// The indicators that have a result already, with its place.
    said: HashMap<usize, Span>,
}

impl<'s> Block<'_, 's> {
    fn statement(&mut self, Statement { document, id }: Statement<'s>, once: &mut Once) {
        if document.tree.get(id).broken && document.tree.tokens(id).is_empty() {
            return;
        }
        if document.keyword(id) == Some(Keyword::Spent) {
            if once.is_first(document, id, Keyword::Spent, self.findings) {
                let standard = &self.targets.project.standard;
                self.results.spent =
                    budget::read(document, id, Keyword::Spent, &self.model.field, standard, self.findings);
            }
            return;
        }
        let Some((indicator, name, read)) = self.indicator(document, id) else { return };
        let row = self.row(Statement { document, id }, indicator, &name, read);
        if let Some(&first) = self.said.get(&indicator) {
            let finding = Diagnostic::new(Code::DuplicateIndicator, name.span).with("name", &*name.value);
            self.findings.report(finding.also(1, first));
            return;
        }
        self.said.insert(indicator, name.span);
        self.results.rows.push(row);
    }

    /// The indicator that a result is of: by its name, by its category and name, or by its label; and how many
    /// arguments say so.
    fn indicator(&mut self, document: Document<'s>, id: StatementId) -> Option<(usize, Located<Cow<'s, str>>, usize)> {
        let standard = &self.targets.project.standard;
        let tokens = document.tree.tokens(id);
        let text = |place: usize| {
            let token = tokens.get(place).filter(|token| token.kind == TokenKind::Text)?;
            Some(Located::new(unquoted(document.slice(token.range)), document.tree.span(token.range)))
        };
        let word = document.word(id);
        if let Some(name) = text(0) {
            return Some((self.named(&name, None)?, name, 1));
        }
        let category = word.and_then(|word| standard.find_category(word.value));
        if let (Some(category), Some(name)) = (category, text(1)) {
            return Some((self.named(&name, Some(category))?, name, 2));
        }
        let label = word.and_then(|word| Some((*self.targets.labels.get(word.value)?, word)));
        if let Some((indicator, label)) = label {
            return Some((indicator, Located::new(Cow::Borrowed(label.value), label.span), 1));
        }
        if !document.tree.get(id).broken && !self.targets.partial {
            let finding = word.and_then(|word| self.unknown_label(word));
            self.findings.report(finding.unwrap_or_else(|| document.unknown_statement(id, Place::Actual)));
        }
        None
    }

    /// The indicator of a name, among those of a category if that is given.
    fn named(&mut self, name: &Located<Cow<'s, str>>, category: Option<CategoryId>) -> Option<usize> {
        let Targets { project, names, .. } = self.targets;
        let fits = |number: &&usize| category.is_none_or(|category| project.indicators[**number].category == category);
        let mut fitting = names.get(&*name.value).into_iter().flatten().filter(fits);
        if let Some(&first) = fitting.next() {
            if let Some(&second) = fitting.next().filter(|_| category.is_none()) {
                let rows = [&project.indicators[first], &project.indicators[second]];
                let word = &project.standard.category(rows[0].category).word;
                let finding = Diagnostic::new(Code::AmbiguousIndicator, name.span)
                    .with("name", &*name.value)
                    .with("right", format!("{word} {}", quoted(&name.value)));
                self.findings.report(finding.also(1, rows[0].name.span).also(1, rows[1].name.span));
            }
            return Some(first);
        }
        if !self.targets.partial {
            let finding = match (category, names.get(&*name.value)) {
                (Some(category), Some(others)) => self.wrong_category(name, category, others[0]),
                _ => self.unknown_indicator(name),
            };
            self.findings.report(finding);
        }
        None
    }

    fn not_there(&self, name: &str, span: Span) -> Diagnostic {
        Diagnostic::new(Code::UnknownIndicator, span).with("name", name).also(1, self.targets.project.head)
    }

    /// A name that another category has.
    fn wrong_category(&self, name: &Located<Cow<'_, str>>, category: CategoryId, other: usize) -> Diagnostic {
        let project = &self.targets.project;
        let word = |category| &*project.standard.category(category).word;
        let other = &project.indicators[other];
        Diagnostic::new(Code::UnknownIndicator, name.span)
            .with("name", format!("{} {}", word(category), name.value))
            .with("right", word(other.category))
            .also(2, other.name.span)
            .help(2)
    }

    /// A word that is nearly a label.
    fn unknown_label(&self, word: Located<&str>) -> Option<Diagnostic> {
        let labels = self.targets.project.indicators.iter().filter_map(|indicator| indicator.label);
        let near = nearest(word.value, labels.map(|label| label.value), self.findings)?;
        Some(self.not_there(word.value, word.span).with("suggestion", near).help(1).fix(word.span, near))
    }

    fn unknown_indicator(&self, name: &Located<Cow<'_, str>>) -> Diagnostic {
        let names = || self.targets.project.indicators.iter().map(|indicator| &*indicator.name.value);
        let finding = self.not_there(&name.value, name.span);
        match nearest(&name.value, names(), self.findings) {
            Some(near) => finding.with("suggestion", near).help(1).fix(name.span, quoted(near)),
            None => finding,
        }
    }

    /// Reads the value behind the name, and the block.
    fn row(
        &mut self,
        Statement { document, id }: Statement<'s>,
        indicator: usize,
        name: &Located<Cow<'s, str>>,
        read: usize,
    ) -> Achievement<'s> {
        let standard = &self.targets.project.standard;
        let mut arguments = Arguments::new(document, id, USAGE, self.findings);
        for _ in 1..read {
            arguments.advance();
        }
        let is_share = arguments.keyword(Keyword::Achieved).is_some();
        let value = if arguments.is_done() {
            arguments.missing(Text { zh: "实际完成值", en: "what was achieved" });
            None
        } else {
            read_target::read(&mut arguments, &self.model.field, standard, &name.value)
        };
        if value.is_some() {
            arguments.finish();
        }
        let mut row = Achievement { indicator, value, is_share, reason: None, note: None };
        let mut once = Once::default();
        for id in document.tree.children(id) {
            let keyword = document.keyword(id).filter(|keyword| keyword.fits(Place::Result));
            let Some(keyword) = keyword else {
                if !document.tree.get(id).broken {
                    self.findings.report(unknown(document, id, Place::Result, standard));
                }
                continue;
            };
            if once.is_first(document, id, keyword, self.findings) {
                let mut arguments = Arguments::of(document, id, keyword, self.findings);
                let text = words(&mut arguments);
                arguments.finish_line();
                if keyword == Keyword::Reason { row.reason = text } else { row.note = text }
            }
        }
        row
    }
}

/// How a result is written, for messages.
const USAGE: Text = Text {
    zh: "\"指标名称\" 实际完成值，例如：\"研究报告\" 2 份",
    en: "\"name\" value, as in \"研究报告\" 2 份",
};
