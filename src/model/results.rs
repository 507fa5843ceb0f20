//! What projects achieved: `actual "…" at 2026-12-31 { … }`, in the file of the targets or in one that imports it.

use std::{borrow::Cow, collections::hash_map::Entry};

use foldhash::HashMap;

use super::{
    budget::{self, Budget},
    indicator::{labels, words},
    loose_details::loose_details,
    named::Named,
    period,
    project::Project,
    read_target,
    scope::{Head, Model, Statement, unknown},
    target::Target,
};
use crate::{
    arguments::{Arguments, Document, Located, Once},
    diagnostic::{Code, Diagnostic, Findings, Lang, Text, Value},
    field::CategoryId,
    source::{FileId, Span},
    syntax::{StatementId, quoted},
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
        let mut actuals = self.actuals(findings);
        actuals.sort_by_key(|actual| place(actual.targets.name.span));
        for of_project in
            actuals.chunk_by_mut(|one, next| place(one.targets.name.span) == place(next.targets.name.span))
        {
            let mut unread = Findings::default();
            let project = self.project(of_project[0].targets, &mut unread);
            let is_partial =
                project.said.more || !project.said.categories.is_empty() || unread.has(Code::UnknownCategory);
            let rows = Rows::new(&project, is_partial);
            for actual in of_project {
                Reader { model: self, rows: &rows, findings, said: HashMap::default() }.read(actual);
            }
        }
        actuals.sort_by_key(|actual| place(actual.results.project.span));
        self.forget_unknown(findings);
        actuals.into_iter().map(|actual| actual.results).collect()
    }

    /// The results whose project is known, with nothing read but their heads.
    fn actuals<'m>(&'m self, findings: &mut Findings) -> Vec<Actual<'m, 's>> {
        if self.actuals.is_empty() {
            return Vec::new();
        }
        let heads = || self.heads.iter().chain(&self.imported).filter(|head| !head.name.value.is_empty());
        // Of projects of one name the first is meant, and one of the file itself before those that it imports.
        let mut known = HashMap::default();
        for head in heads() {
            known.entry(&*head.name.value).or_insert(head);
        }
        let read = |&statement: &Statement<'s>| {
            let results = head(statement, findings)?;
            let targets = known.get(&*results.project.value).copied();
            if targets.is_none() {
                let names = heads().map(|head| &*head.name.value);
                let finding = unknown_project(&results.project, names, findings);
                findings.report(finding);
            }
            Some(Actual { targets: targets?, statement, results })
        };
        self.actuals.iter().filter_map(read).collect()
    }
}

/// An `actual` and the project that it is of.
struct Actual<'m, 's> {
    targets: &'m Head<'s>,
    statement: Statement<'s>,
    results: Results<'s>,
}

fn place(span: Span) -> (FileId, u32) {
    (span.file, span.range.start)
}

/// Reads `actual "…" at 2026-12-31`.
fn head<'s>(Statement { document, id }: Statement<'s>, findings: &mut Findings) -> Option<Results<'s>> {
    let mut arguments = Arguments::of(document, id, Keyword::Actual, findings);
    let project =
        arguments.name(Text { zh: "放在引号里的项目名称", en: "the name of a project in quotes" })?;
    let at = arguments.keyword(Keyword::At).and_then(|_| period::date(&mut arguments));
    arguments.finish();
    let at = at.map(|date| Located::new(date.value.0, date.span));
    Some(Results { project, at, spent: None, rows: Vec::new() })
}

/// How many projects a message lists.
const LISTED: usize = 5;

fn unknown_project<'n>(
    name: &Located<Cow<'_, str>>,
    known: impl Iterator<Item = &'n str> + Clone,
    findings: &Findings,
) -> Diagnostic {
    let listed = known.clone().take(LISTED).map(|name| (name, name));
    let finding =
        Diagnostic::new(Code::UnknownProject, name.span).with("name", &*name.value).with("list", Value::list(listed));
    match findings.closest(&name.value, known.clone()) {
        Some(near) => finding.with("suggestion", near).help(1).fix(name.span, quoted(near)),
        None if known.count() > 0 => finding.help(2).and_help(0),
        None => finding,
    }
}

/// A project's rows as results name them.
struct Rows<'p, 's> {
    project: &'p Project<'s>,
    /// Rows by name; a name that several categories have is not told by itself.
    names: HashMap<&'p str, Vec<usize>>,
    labels: Named<'s, usize>,
    /// Whether some of its rows could not be read, so that one which is not found may be among them.
    is_partial: bool,
}

impl<'p, 's> Rows<'p, 's> {
    fn new(project: &'p Project<'s>, is_partial: bool) -> Self {
        let mut names: HashMap<&str, Vec<usize>> = HashMap::default();
        for (number, indicator) in project.indicators.iter().enumerate() {
            names.entry(&indicator.name.value).or_default().push(number);
        }
        Self { project, names, labels: labels(&project.indicators), is_partial }
    }
}

/// Reads the block of an `actual`.
struct Reader<'r, 's> {
    model: &'r Model<'s>,
    rows: &'r Rows<'r, 's>,
    findings: &'r mut Findings,
    /// The indicators that have a result already, with its place.
    said: HashMap<usize, Span>,
}

impl<'s> Reader<'_, 's> {
    fn read(mut self, Actual { statement: Statement { document, id }, results, .. }: &mut Actual<'_, 's>) {
        let mut once = Once::default();
        for id in document.tree.children(*id) {
            if document.tree.get(id).broken && document.tree.tokens(id).is_empty() {
                continue;
            }
            if document.keyword(id) != Some(Keyword::Spent) {
                results.rows.extend(self.row(*document, id));
            } else if once.is_first(*document, id, Keyword::Spent, self.findings) {
                let standard = &self.rows.project.standard;
                results.spent = budget::read(*document, id, Keyword::Spent, &self.model.field, standard, self.findings);
            }
        }
    }

    /// `"研究报告" 2 份 { reason "…" }`
    fn row(&mut self, document: Document<'s>, id: StatementId) -> Option<Achievement<'s>> {
        let mut arguments = Arguments::new(document, id, USAGE, self.findings).with_head();
        let indicator = self.rows.indicator(&mut arguments, document, id)?;
        let is_share = arguments.keyword(Keyword::Achieved).is_some();
        let project = self.rows.project;
        let name = &project.indicators[indicator.value].name.value;
        let value = if arguments.is_done() {
            arguments.missing(Text { zh: "实际完成值", en: "what was achieved" });
            None
        } else {
            read_target::read(&mut arguments, &self.model.field, &project.standard, name)
        };
        if value.is_some() && !loose_details(&mut arguments, Place::Result) {
            arguments.finish();
        }
        let mut row = Achievement { indicator: indicator.value, value, is_share, reason: None, note: None };
        self.details(document, id, &mut row);
        match self.said.entry(indicator.value) {
            Entry::Vacant(free) => {
                free.insert(indicator.span);
                Some(row)
            }
            Entry::Occupied(first) => {
                let finding = Diagnostic::new(Code::DuplicateIndicator, indicator.span)
                    .with("name", &**name)
                    .also(1, *first.get());
                self.findings.report(finding);
                None
            }
        }
    }

    /// The block of a row.
    fn details(&mut self, document: Document<'s>, id: StatementId, row: &mut Achievement<'s>) {
        let mut once = Once::default();
        for id in document.tree.children(id) {
            let keyword = document.keyword(id).filter(|keyword| keyword.fits(Place::Result));
            let Some(keyword) = keyword else {
                if !document.tree.get(id).broken {
                    self.findings.report(unknown(document, id, Place::Result, &self.rows.project.standard));
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
    }
}

impl<'s> Rows<'_, 's> {
    /// Takes what says which indicator a result is of: its name, its category and name, or its label.
    fn indicator(
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
                [other, ..] => self.wrong_category(category.span, name, *other, arguments.text_of(category.span)),
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
            Some(near) => finding.with("suggestion", near).help(1).fix(name.span, quoted(near)),
            None => finding,
        }
    }

    /// A word that is nearly a label.
    fn unknown_label(&self, word: Located<&str>, findings: &Findings) -> Option<Diagnostic> {
        let near = findings.closest(word.value, self.labels.names())?;
        Some(self.not_there(word.value, word.span).with("suggestion", near).help(1).fix(word.span, near))
    }

    /// A name that an indicator of another category has.
    fn wrong_category(&self, category: Span, name: &Located<Cow<'_, str>>, other: usize, written: &str) -> Diagnostic {
        let other = &self.project.indicators[other];
        let right = self.category(other.category);
        let spelling = right.get(if written.is_ascii() { Lang::En } else { Lang::Zh }).to_owned();
        Diagnostic::new(Code::UnknownIndicator, category.to(name.span))
            .with("name", format!("{written} {}", name.value))
            .with("right", right)
            .also(2, other.name.span)
            .help(2)
            .fix(category, spelling)
    }
}

/// How a result is written, for messages.
const USAGE: Text = Text {
    zh: "\"指标名称\" 实际完成值，例如：\"研究报告\" 2 份",
    en: "\"name\" value, as in \"研究报告\" 2 份",
};
