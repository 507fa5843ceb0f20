//! Projects: a table of performance targets each.

use std::{borrow::Cow, sync::Arc};

use super::{
    budget::{self, Budget},
    formula::{self, Check},
    indicator::{self, Indicator},
    program::{Head, Model, Org, org, year},
    target,
    templates::{Statement, expand},
};
use crate::{
    arguments::{Arguments, Document, Located, Once},
    diagnostic::{Code, Diagnostic, Findings, Text, closest},
    field::{LevelId, Standard},
    source::Span,
    syntax::StatementId,
    values::{Date, Decimal},
    words::{Keyword, Place},
};

/// A text of one or more paragraphs.
pub type Goal<'s> = Located<Cow<'s, str>>;

/// From when to when a project runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its begin.
    pub from: Date,
    /// Its end.
    pub to: Date,
}

/// A project.
#[derive(Debug)]
pub struct Project<'s> {
    /// Its name.
    pub name: Located<Cow<'s, str>>,
    /// The standard in force for it.
    pub standard: Arc<Standard>,
    /// The budget unit.
    pub org: Option<Located<Org<'s>>>,
    /// The budget year.
    pub year: Option<Located<i16>>,
    /// 项目代码
    pub code: Option<Cow<'s, str>>,
    /// 起止时间
    pub period: Option<Located<Period>>,
    /// 预算数
    pub budget: Option<Budget<'s>>,
    /// 资金用途, a paragraph each.
    pub purpose: Vec<Goal<'s>>,
    /// 绩效目标
    pub goals: Vec<Goal<'s>>,
    /// 立项依据
    pub basis: Option<Cow<'s, str>>,
    /// 备注
    pub note: Option<Cow<'s, str>>,
    /// The rows of the table, in the order written.
    pub indicators: Vec<Indicator<'s>>,
    /// The conditions that must hold.
    pub checks: Vec<Check<'s>>,
    /// Weights of the levels that differ from the standard's.
    pub weights: Vec<(LevelId, Located<Decimal>)>,
    /// `project "…"`, where findings about the whole point.
    pub head: Span,
}

impl Project<'_> {
    /// The level that an indicator belongs to.
    pub fn level_of(&self, indicator: &Indicator<'_>) -> LevelId {
        self.standard.category(indicator.category).level
    }
}

/// Reads the block of `project "…" { … }`.
pub(super) fn read<'s>(model: &Model<'s>, head: &Head<'s>, findings: &mut Findings) -> Project<'s> {
    let Statement { document, id } = head.statement;
    let project = Project {
        name: head.name.clone(),
        standard: model.standard.clone(),
        org: model.org.clone(),
        year: model.year,
        code: None,
        period: None,
        budget: None,
        purpose: Vec::new(),
        goals: Vec::new(),
        basis: None,
        note: None,
        indicators: Vec::new(),
        checks: Vec::new(),
        weights: Vec::new(),
        head: document.tree.span(document.tree.head(id)),
    };
    let mut reader = Reader { project, model, findings, once: Once::default() };
    let body = expand(document, id, model, reader.findings);
    for statement in &body {
        reader.statement(*statement);
    }
    // Checks name indicators that may stand behind them.
    for statement in &body {
        reader.check(*statement);
    }
    reader.project
}

struct Reader<'r, 's> {
    project: Project<'s>,
    model: &'r Model<'s>,
    findings: &'r mut Findings,
    once: Once,
}

impl<'s> Reader<'_, 's> {
    fn statement(&mut self, Statement { document, id }: Statement<'s>) {
        let Some(word) = document.word(id) else { return self.unknown(document, id) };
        // Most statements are indicators: their words are looked up first.
        if let Some(category) = self.project.standard.find_category(word.value) {
            let Reader { project, model, findings, .. } = self;
            let indicator = indicator::read(document, id, category, &model.field, &project.standard, findings);
            return project.indicators.extend(indicator);
        }
        match document.keyword(id).filter(|keyword| keyword.fits(Place::Project)) {
            Some(keyword) => self.keyword(document, id, keyword),
            None => self.unknown(document, id),
        }
    }

    fn keyword(&mut self, document: Document<'s>, id: StatementId, keyword: Keyword) {
        let repeatable = matches!(keyword, Keyword::Goal | Keyword::Purpose | Keyword::Check | Keyword::Use);
        if !repeatable && !self.once.is_first(document, id, keyword, self.findings) {
            return;
        }
        let text = |findings: &mut Findings| paragraphs(document, id, keyword, findings);
        let project = &mut self.project;
        match keyword {
            Keyword::Org => project.org = org(document, id, self.findings).or(project.org.take()),
            Keyword::Year => project.year = year(document, id, self.findings).or(project.year),
            Keyword::Code => project.code = text(self.findings).into_iter().next().map(|text| text.value),
            Keyword::Period => project.period = period(document, id, self.findings),
            Keyword::Budget => {
                project.budget = budget::read(document, id, &self.model.field, &project.standard, self.findings);
            }
            Keyword::Purpose => project.purpose.extend(text(self.findings)),
            Keyword::Goal => project.goals.extend(text(self.findings)),
            Keyword::Basis => project.basis = joined(text(self.findings)),
            Keyword::Note => project.note = joined(text(self.findings)),
            Keyword::Weights => project.weights = weights(document, id, &project.standard, self.findings),
            // `use` was expanded before; checks are read when all labels are known.
            _ => {}
        }
    }

    fn check(&mut self, Statement { document, id }: Statement<'s>) {
        if document.keyword(id) == Some(Keyword::Check) {
            let Reader { project, model, findings, .. } = self;
            let check = formula::read(document, id, &project.indicators, &model.field, &project.standard, findings);
            project.checks.extend(check);
        }
    }

    /// A word that is neither a category of the standard nor a statement of projects.
    fn unknown(&mut self, document: Document<'s>, id: StatementId) {
        if document.tree.get(id).broken {
            return;
        }
        let is_keyword = document.keyword(id).is_some();
        let looks_like_row = document.tree.tokens(id).len() > 1;
        self.findings.report(match document.word(id) {
            Some(word) if !is_keyword && looks_like_row => self.unknown_category(word),
            _ => document.unknown_statement(id, Place::Project),
        });
    }

    fn unknown_category(&self, word: Located<&str>) -> Diagnostic {
        let standard = &self.project.standard;
        let categories = &standard.categories;
        let zh: Vec<&str> = categories.list.iter().map(|category| category.word.as_str()).collect();
        let en: Vec<&str> = categories.list.iter().map(|category| category.id.as_str()).collect();
        let list = crate::diagnostic::Value::Localized { zh: zh.join("、").into(), en: en.join(", ").into() };
        let finding = Diagnostic::new(Code::UnknownCategory, word.span)
            .with("word", word.value)
            .with("standard", standard.id.as_str())
            .with("list", list);
        let statements = crate::words::WORDS.iter().filter(|known| known.keyword.fits(Place::Project));
        let statements = statements.flat_map(|known| known.zh.iter().copied().chain([known.en]));
        match closest(word.value, categories.words().into_iter().chain(statements)) {
            Some(suggestion) => finding.with("suggestion", suggestion).help(1).and_help(0).fix(word.span, suggestion),
            None => finding,
        }
    }
}

/// The texts of `goal "…"` or `goal { "…"; "…" }`.
fn paragraphs<'s>(document: Document<'s>, id: StatementId, keyword: Keyword, findings: &mut Findings) -> Vec<Goal<'s>> {
    let expected = Text { zh: "放在引号里的文字", en: "a text in quotes" };
    let mut texts = Vec::new();
    let mut arguments = Arguments::of(document, id, keyword, findings);
    if !arguments.is_done() || document.tree.get(id).block.is_none() {
        texts.extend(arguments.name(expected));
        arguments.finish();
    }
    for child in document.tree.children(id) {
        let mut arguments = Arguments::of(document, child, keyword, findings).with_head();
        texts.extend(arguments.name(expected));
        arguments.finish();
    }
    texts
}

fn joined<'s>(texts: Vec<Goal<'s>>) -> Option<Cow<'s, str>> {
    texts.into_iter().map(|text| text.value).reduce(|all, text| Cow::Owned(format!("{all}\n{text}")))
}

fn period(document: Document<'_>, id: StatementId, findings: &mut Findings) -> Option<Located<Period>> {
    let mut arguments = Arguments::of(document, id, Keyword::Period, findings);
    let start = arguments.here();
    let from = target::date(&mut arguments)?;
    if arguments.advance().is_none() {
        arguments.missing(Text { zh: "`..` 和终止时间", en: "`..` and the end" });
    }
    let to = target::date(&mut arguments)?;
    arguments.finish();
    let span = arguments.since(start);
    let period = Period { from: from.value.0, to: to.value.0 };
    if period.from.first_day() > period.to.last_day() {
        let finding = Diagnostic::new(Code::ReversedRange, from.span)
            .with("low", period.from.iso())
            .with("high", period.to.iso())
            .also(1, to.span);
        findings.report(finding);
    }
    Some(Located::new(period, span))
}

fn weights(
    document: Document<'_>,
    id: StatementId,
    standard: &Standard,
    findings: &mut Findings,
) -> Vec<(LevelId, Located<Decimal>)> {
    let mut weights = Vec::new();
    for child in document.tree.children(id) {
        let mut arguments = Arguments::of(document, child, Keyword::Weights, findings).with_head();
        let word = arguments.any_word();
        let Some(level) = word.and_then(|word| standard.levels.find(word.value)) else {
            arguments.missing(Text { zh: "一级指标，如 产出", en: "a level such as output" });
            continue;
        };
        let Some(points) = arguments.number() else {
            arguments.missing(Text { zh: "分值", en: "its points" });
            continue;
        };
        arguments.word();
        arguments.finish();
        weights.push((LevelId(level), Located::new(points.value.value, points.span)));
    }
    weights
}
