//! What projects achieved: `actual "…" at 2026-12-31 { … }`, in the file of the targets or in one that imports it.

mod forecast;
mod merge;
mod names;
mod read;

pub use forecast::{Forecast, Likelihood};

use std::borrow::Cow;

use foldhash::HashMap;

use self::{names::Rows, read::Reader};
use super::{
    budget::Budget,
    period,
    project::{Goal, Project},
    scope::{Head, Model, Statement},
    target::Target,
};
use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic, Findings, Fix, Text, Value},
    source::{FileId, Span},
    syntax::{quoted, unquoted},
    values::{Date, Number},
    words::Keyword,
};

/// What a project achieved up to a day.
#[derive(Debug)]
pub struct Results<'s> {
    /// The name of the project.
    pub project: Located<Cow<'s, str>>,
    /// The day that they are of.
    pub at: Option<Located<Date>>,
    /// 全年预算数, where the budget was adjusted.
    pub budget: Option<Budget<'s>>,
    /// 执行数
    pub spent: Option<Budget<'s>>,
    /// 全年预计执行数
    pub forecast: Option<Budget<'s>>,
    /// What became of the goals.
    pub goals: Vec<Goal<'s>>,
    /// What was achieved, an indicator each.
    pub rows: Vec<Achievement<'s>>,
    /// The rate of execution that was filled in, as a percentage.
    pub rate: Option<Located<Number<'s>>>,
    /// The points for it that were filled in.
    pub execution: Option<Located<Number<'s>>>,
    /// 总分 that was filled in.
    pub score: Option<Located<Number<'s>>>,
    /// The number of the grade in the standard that was filled in.
    pub grade: Option<Located<usize>>,
    /// 备注
    pub note: Option<Cow<'s, str>>,
    /// Whether a row could not be read, which has been reported: it may be of any indicator.
    pub is_partial: bool,
    /// `actual "…"`, where findings about the whole point.
    pub head: Span,
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
    /// What is expected by the end of the year.
    pub forecast: Option<Box<Forecast<'s>>>,
    /// The points that were filled in.
    pub score: Option<Located<Number<'s>>>,
    /// 偏差原因分析及改进措施
    pub reason: Option<Cow<'s, str>>,
    /// 备注
    pub note: Option<Cow<'s, str>>,
    /// Where it names its indicator.
    pub name: Span,
}

impl<'s> Results<'s> {
    fn new(actual: &Actual<'_, 's>, head: Span) -> Self {
        Self {
            project: actual.project.clone(),
            at: actual.at,
            budget: None,
            spent: None,
            forecast: None,
            goals: Vec::new(),
            rows: Vec::new(),
            rate: None,
            execution: None,
            score: None,
            grade: None,
            note: None,
            is_partial: false,
            head,
        }
    }
}

impl<'s> Model<'s> {
    /// Reads the results that the file states, and hands on those of each project together, those of one day as one. For that each project that
    /// has any is read once more, in silence.
    pub fn results(&self, findings: &mut Findings, mut take: impl FnMut(&Project<'s>, &[Results<'s>], &mut Findings)) {
        let mut actuals = self.sifted(findings, |findings| self.actuals(findings));
        actuals.sort_by_key(|actual| place(actual.targets.name.span));
        for of_project in actuals.chunk_by(|one, next| place(one.targets.name.span) == place(next.targets.name.span)) {
            let project = self.project(of_project[0].targets, &mut Findings::default());
            let is_partial = project.said.more || project.said.rows || !project.said.categories.is_empty();
            let rows = Rows::new(&project, is_partial);
            let results: Vec<Results<'s>> = self.sifted(findings, |findings| {
                let read =
                    |actual| Reader { model: self, rows: &rows, findings, said: HashMap::default() }.read(actual);
                let results = of_project.iter().map(read).collect();
                merge::by_day(results, &project, findings)
            });
            take(&project, &results, findings);
        }
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
            let (project, at) = head(statement, findings)?;
            let targets = known.get(&*project.value).copied();
            if targets.is_none() {
                let names = heads().map(|head| &*head.name.value);
                let finding = unknown_project(&project, names, findings);
                findings.report(finding);
            }
            Some(Actual { targets: targets?, statement, project, at })
        };
        self.actuals.iter().filter_map(read).collect()
    }
}

/// An `actual` and the project that it is of.
struct Actual<'m, 's> {
    targets: &'m Head<'s>,
    statement: Statement<'s>,
    project: Located<Cow<'s, str>>,
    at: Option<Located<Date>>,
}

fn place(span: Span) -> (FileId, u32) {
    (span.file, span.range.start)
}

/// The name of a project, and the day that results are of.
type Name<'s> = (Located<Cow<'s, str>>, Option<Located<Date>>);

/// Reads `actual "…" at 2026-12-31`.
fn head<'s>(Statement { document, id }: Statement<'s>, findings: &mut Findings) -> Option<Name<'s>> {
    let mut arguments = Arguments::of(document, id, Keyword::Actual, findings);
    let project =
        arguments.name(Text { zh: "放在引号里的项目名称", en: "the name of a project in quotes" })?;
    let at = arguments.keyword(Keyword::At).and_then(|_| period::date(&mut arguments));
    arguments.finish();
    Some((project, at.map(|date| Located::new(date.value.0, date.span))))
}

/// How many projects a message lists.
const LISTED: usize = 5;

/// The finding with the name that was meant, which is no repair where quotes cannot hold it: a line end stands in it.
fn suggested(finding: Diagnostic, near: &str) -> Diagnostic {
    let (span, right) = (finding.span(), quoted(near));
    let is_kept = unquoted(&right) == near;
    let finding = finding.with("suggestion", near).help(1);
    if is_kept { finding.fix(Fix::guess(span, right)) } else { finding }
}

fn unknown_project<'n>(
    name: &Located<Cow<'_, str>>,
    known: impl Iterator<Item = &'n str> + Clone,
    findings: &Findings,
) -> Diagnostic {
    let listed = known.clone().take(LISTED).map(|name| (name, name));
    let finding =
        Diagnostic::new(Code::UnknownProject, name.span).with("name", &*name.value).with("list", Value::list(listed));
    match findings.closest(&name.value, known.clone()) {
        Some(near) => suggested(finding, near),
        None if known.count() > 0 => finding.help(2).and_help(0),
        None => finding,
    }
}
