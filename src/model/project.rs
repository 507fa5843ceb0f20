//! Projects: a table of performance targets each.

use std::{borrow::Cow, collections::hash_map::Entry, sync::Arc};

use foldhash::{HashMap, HashSet};

use super::{
    budget::{self, Budget},
    files::Workspace,
    formula::Check,
    indicator::{self, Indicator, labels},
    named::Rows,
    pasted::pasted_row,
    period::{self, Period},
    read_formula,
    scope::{Head, Model, Org, Statement, org, year},
    templates::expand,
};
use crate::{
    arguments::{Arguments, Document, Located, Once, meant},
    diagnostic::{Code, Diagnostic, Findings, Text},
    field::{CategoryId, LevelId, Standard, unknown_category, unknown_level},
    source::Span,
    syntax::{StatementId, TokenKind},
    values::Decimal,
    words::{Keyword, Place, folded},
};

/// A text of one or more paragraphs.
pub type Goal<'s> = Located<Cow<'s, str>>;

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
    /// What it says or means to say: what is broken has been reported, and is not missing.
    pub said: Said,
    /// `project "…"`, where findings about the whole point.
    pub head: Span,
}

/// Which statements and rows there are, sound or not.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// The statements, those of the file before the project included.
    pub keywords: Vec<Keyword>,
    /// The categories of rows that could not be read.
    pub categories: Vec<CategoryId>,
    /// The labels of such rows, full-width letters made ASCII.
    pub labels: HashSet<String>,
    /// Whether there is a row of a category that is not known, or the standard is not: it may be any that is missing.
    pub rows: bool,
    /// Whether a template is used that is not known: it may say all that is missing.
    pub more: bool,
}

impl Said {
    /// Takes in what a line that could not be read says all the same: its keyword or category, and its label.
    fn salvage(&mut self, document: Document<'_>, id: StatementId, standard: &Standard) {
        let tokens = document.tree.tokens(id);
        let words: Vec<&str> = tokens
            .iter()
            .map(|token| if token.kind == TokenKind::Word { document.slice(token.range) } else { "" })
            .collect();
        // 1. 数量 “…”: a number or a bullet may stand before the word.
        let heads = words.iter().take(3).filter(|word| !word.is_empty());
        for head in heads {
            self.categories.extend(standard.find_category(head));
            self.keywords.extend(Keyword::find(&folded(head)).filter(|keyword| keyword.fits(Place::Project)));
        }
        self.rows |= standard.levels.find(words.first().unwrap_or(&"")).is_some();
        for (at, _) in words.iter().enumerate().filter(|(_, word)| Keyword::find(&folded(word)) == Some(Keyword::As)) {
            let label = |words: &[&str]| folded(&words.concat()).into_owned();
            let behind = &words[at + 1..words.len().min(at + 3)];
            self.labels.extend((1..=behind.len()).map(|count| label(&behind[..count])));
        }
    }
}

impl Project<'_> {
    /// The level that an indicator belongs to.
    pub fn level_of(&self, indicator: &Indicator<'_>) -> LevelId {
        self.standard.category(indicator.category).level
    }
}

impl<'s> Model<'s> {
    /// Reads the templates of the file as if they were projects, for what their rows and checks name; what is wrong with
    /// them has been reported.
    pub(crate) fn templates_as_projects(&self) -> impl Iterator<Item = Project<'s>> {
        let own = self.templates.iter().filter(|(name, _)| name.span.file == Workspace::MAIN);
        own.map(|(name, template)| {
            let findings = &mut Findings::default();
            let mut reader = read_template(name, template, self, findings);
            reader.checks();
            reader.project
        })
    }

    /// Reads a project.
    pub fn project(&self, head: &Head<'s>, findings: &mut Findings) -> Project<'s> {
        self.sifted(findings, |findings| read(self, head, findings))
    }
}

/// Reads the block of `project "…" { … }`.
fn read<'s>(model: &Model<'s>, head: &Head<'s>, findings: &mut Findings) -> Project<'s> {
    let Statement { document, id } = head.statement;
    let span = document.tree.span(document.tree.head(id));
    let mut reader = Reader::new(empty(head.name.clone(), span, model), model, findings);
    for statement in expand(head.statement, None, model, reader.findings) {
        reader.statement(statement);
    }
    reader.meant();
    reader.checks();
    reader.project
}

/// Reports the mistakes in a template, so that they are found before any project uses it. Its checks are left out: they
/// may name what only the projects have.
pub(super) fn check_template<'s>(
    name: Located<&'s str>,
    template: Statement<'s>,
    model: &Model<'s>,
    findings: &mut Findings,
) {
    read_template(name, template, model, findings);
}

/// Reads the block of a template as if it were a project's.
fn read_template<'r, 's>(
    name: Located<&'s str>,
    template: Statement<'s>,
    model: &'r Model<'s>,
    findings: &'r mut Findings,
) -> Reader<'r, 's> {
    let project = empty(Located::new(Cow::Borrowed(name.value), name.span), name.span, model);
    let mut reader = Reader::new(project, model, findings);
    for statement in expand(template, Some(name.value), model, reader.findings) {
        reader.statement(statement);
    }
    reader.meant();
    reader
}

fn empty<'s>(name: Located<Cow<'s, str>>, head: Span, model: &Model<'s>) -> Project<'s> {
    Project {
        name,
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
        said: Said { keywords: model.said.clone(), rows: model.unsure, ..Said::default() },
        head,
    }
}

struct Reader<'r, 's> {
    project: Project<'s>,
    model: &'r Model<'s>,
    findings: &'r mut Findings,
    once: Once,
    checks: Vec<Statement<'s>>,
    /// The statements whose words only mean a keyword.
    meant: Vec<(Statement<'s>, Keyword)>,
}

impl<'r, 's> Reader<'r, 's> {
    fn new(project: Project<'s>, model: &'r Model<'s>, findings: &'r mut Findings) -> Self {
        Self { project, model, findings, once: Once::default(), checks: Vec::new(), meant: Vec::new() }
    }

    fn statement(&mut self, Statement { document, id }: Statement<'s>) {
        let Some(word) = document.word(id) else { return self.unknown(document, id) };
        if let Some(finding) = self.pasted_row(document, id) {
            return self.findings.report(finding);
        }
        // Most statements are indicators: their words are looked up first.
        if let Some(category) = self.project.standard.find_category(word.value) {
            let Reader { project, model, findings, .. } = self;
            let indicator = indicator::read(document, id, category, &model.field, &project.standard, findings);
            if indicator.is_none() {
                project.said.categories.push(category);
            }
            if indicator.as_ref().is_none_or(|indicator| indicator.broken) {
                project.said.salvage(document, id, &project.standard);
            }
            if let Some(label) = indicator.as_ref().and_then(|indicator| indicator.label) {
                project.said.labels.remove(&*folded(label.value));
            }
            project.indicators.extend(indicator);
            return self.misplaced_rows(document, id);
        }
        match document.keyword(id).filter(|keyword| keyword.fits(Place::Project)) {
            Some(keyword) => self.keyword(document, id, keyword),
            None => self.unknown(document, id),
        }
    }

    /// A row copied from a table. What follows a head word in quotes or in the same cell is none.
    fn pasted_row(&mut self, document: Document<'s>, id: StatementId) -> Option<Diagnostic> {
        let [head, second, ..] = document.tree.tokens(id) else { return None };
        let between = document.text.as_bytes().get(head.range.end as usize..second.range.start as usize)?;
        if second.kind == TokenKind::Text || !between.contains(&b'\t') || document.tree.get(id).broken {
            return None;
        }
        let standard = &self.project.standard;
        let finding = pasted_row(document, id, &self.model.field, standard)?;
        let words = document.tree.tokens(id).iter().map(|token| document.slice(token.range));
        self.project.said.categories.extend(words.filter_map(|word| standard.find_category(word)).next());
        Some(finding)
    }

    /// Rows in the block of another row, where a `}` is missing: that they have no place there has been said, and they
    /// are read all the same.
    fn misplaced_rows(&mut self, document: Document<'s>, id: StatementId) {
        for id in document.tree.children(id) {
            let category = document.word(id).and_then(|word| self.project.standard.find_category(word.value));
            if category.is_some() && document.keyword(id).is_none() {
                self.statement(Statement { document, id });
            }
        }
    }

    fn keyword(&mut self, document: Document<'s>, id: StatementId, keyword: Keyword) {
        if !self.project.said.keywords.contains(&keyword) {
            self.project.said.keywords.push(keyword);
        }
        if !is_repeatable(keyword) && !self.once.is_first(document, id, keyword, self.findings) {
            return;
        }
        let text = |findings: &mut Findings| paragraphs(document, id, keyword, findings);
        let project = &mut self.project;
        match keyword {
            Keyword::Org => project.org = org(document, id, self.findings).or(project.org.take()),
            Keyword::Year => project.year = year(document, id, self.findings).or(project.year),
            Keyword::Code => project.code = code(document, id, self.findings),
            Keyword::Period => project.period = period(document, id, self.findings),
            Keyword::Budget => {
                project.budget =
                    budget::read(document, id, keyword, &self.model.field, &project.standard, self.findings);
            }
            Keyword::Purpose => project.purpose.extend(text(self.findings)),
            Keyword::Goal => project.goals.extend(text(self.findings)),
            Keyword::Basis => project.basis = joined(text(self.findings)),
            Keyword::Note => project.note = joined(text(self.findings)),
            Keyword::Weights => project.weights = weights(document, id, &project.standard, self.findings),
            Keyword::Use => project.said.more |= !self.model.has_template(document, id),
            Keyword::Check => self.checks.push(Statement { document, id }),
            _ => {}
        }
    }

    /// Reads the checks, when all labels are known: they may name indicators that stand behind them.
    fn checks(&mut self) {
        let Reader { project, model, findings, checks, .. } = self;
        let (labels, rows) = (labels(&project.indicators), Rows::new(&project.indicators));
        for &Statement { document, id } in &*checks {
            let known = read_formula::Known {
                labels: &labels,
                rows: &rows,
                unread: &project.said.labels,
                more: project.said.more,
            };
            let check = read_formula::read(document, id, known, &model.field, &project.standard, findings);
            project.checks.extend(check);
        }
    }

    /// Reads what only means to be a statement of projects. What is said in the right spelling goes before it.
    fn meant(&mut self) {
        for (statement, keyword) in std::mem::take(&mut self.meant) {
            let Statement { document, id } = statement;
            match keyword {
                // A template that is named so is not put in.
                Keyword::Use => self.project.said.more = true,
                Keyword::Check => self.checks.push(Statement { document: document.doubting(id), id }),
                _ if is_repeatable(keyword) || self.once.is_free(keyword) => self.suppose(statement, keyword),
                _ => {}
            }
        }
    }

    fn suppose(&mut self, statement: Statement<'s>, keyword: Keyword) {
        let (name, head, model) = (self.project.name.clone(), self.project.head, self.model);
        let read = |findings: &mut Findings| {
            let mut reader = Reader::new(empty(name, head, model), model, findings);
            reader.keyword(statement.document, statement.id, keyword);
            reader.project
        };
        let Some(meant) = statement.supposed(self.findings, read) else { return };
        if !is_repeatable(keyword) {
            self.once.is_first(statement.document, statement.id, keyword, self.findings);
        }
        let project = &mut self.project;
        match keyword {
            Keyword::Org => project.org = meant.org,
            Keyword::Year => project.year = meant.year,
            Keyword::Code => project.code = meant.code,
            Keyword::Period => project.period = meant.period,
            Keyword::Budget => project.budget = meant.budget,
            Keyword::Purpose => project.purpose.extend(meant.purpose),
            Keyword::Goal => project.goals.extend(meant.goals),
            Keyword::Basis => project.basis = meant.basis,
            Keyword::Note => project.note = meant.note,
            Keyword::Weights => project.weights = meant.weights,
            _ => {}
        }
    }

    /// A word that is neither a category of the standard nor a statement of projects.
    fn unknown(&mut self, document: Document<'s>, id: StatementId) {
        self.project.said.salvage(document, id, &self.project.standard);
        if document.tree.get(id).broken {
            return;
        }
        let is_keyword = document.keyword(id).is_some();
        let looks_like_row = document.tree.tokens(id).len() > 1;
        let finding = match document.word(id) {
            Some(word) if !is_keyword && self.project.standard.funds.find(word.value).is_some() => {
                let right = Text { zh: "“预算 …”后面的 { } 里", en: "the block behind `budget …`" };
                Diagnostic::new(Code::MisplacedStatement, word.span)
                    .with("word", word.value)
                    .with("place", Place::Project.name())
                    .with("right", right)
            }
            Some(word) if !is_keyword && looks_like_row => self.unknown_category(document, id, word),
            _ => document.unknown_statement(id, Place::Project),
        };
        let is_row = finding.code == Code::UnknownCategory;
        let category = finding.meant().and_then(|word| self.project.standard.find_category(word));
        let keyword = meant(&finding);
        self.findings.report(finding);
        // What only lacks the right spelling is not missing.
        match (category, keyword) {
            (Some(category), _) => {
                self.project.said.categories.push(category);
                self.unfiled_row(document, id);
            }
            (None, Some(keyword)) => {
                self.project.said.keywords.push(keyword);
                self.meant.push((Statement { document, id }, keyword));
            }
            (None, None) if is_row => {
                self.project.said.rows = true;
                self.unfiled_row(document.doubting(id), id);
            }
            (None, None) => {}
        }
    }

    /// A row of a category that is not known, for what else is wrong with it. It has no place in the table.
    fn unfiled_row(&mut self, document: Document<'s>, id: StatementId) {
        let Reader { project, model, findings, .. } = self;
        let any = CategoryId(0);
        let _ = indicator::read(document, id, any, &model.field, &project.standard, findings);
        self.misplaced_rows(document, id);
    }

    /// A row of an unknown category, or a statement with a text whose keyword is misspelt.
    fn unknown_category(&self, document: Document<'s>, id: StatementId, word: Located<&str>) -> Diagnostic {
        let standard = &self.project.standard;
        let finding = unknown_category(&self.model.field, standard, word, self.findings);
        if !finding.fixes.is_empty() {
            return finding;
        }
        let statement = document.unknown_statement(id, Place::Project);
        if statement.fixes.is_empty() { finding } else { statement }
    }
}

/// Whether a project may say something several times.
fn is_repeatable(keyword: Keyword) -> bool {
    matches!(keyword, Keyword::Goal | Keyword::Purpose | Keyword::Check | Keyword::Use)
}

/// The texts of `goal "…"` or `goal { "…"; "…" }`.
pub(super) fn paragraphs<'s>(
    document: Document<'s>,
    id: StatementId,
    keyword: Keyword,
    findings: &mut Findings,
) -> Vec<Goal<'s>> {
    let expected = Text { zh: "放在引号里的文字", en: "a text in quotes" };
    let mut texts = Vec::new();
    let mut arguments = Arguments::of(document, id, keyword, findings);
    if !arguments.is_done() || document.tree.get(id).block.is_none() {
        texts.extend(arguments.name(expected));
        while arguments.another_text() {
            texts.extend(arguments.text());
        }
        arguments.finish();
    }
    for child in document.tree.children(id) {
        let mut arguments = Arguments::of(document, child, keyword, findings).with_head();
        texts.extend(arguments.name(expected));
        arguments.finish_line();
    }
    texts
}

fn code<'s>(document: Document<'s>, id: StatementId, findings: &mut Findings) -> Option<Cow<'s, str>> {
    let mut arguments = Arguments::of(document, id, Keyword::Code, findings);
    let code = arguments.code();
    if code.is_none() {
        arguments.missing(Text { zh: "项目代码", en: "the code" });
    }
    arguments.finish_line();
    Some(code?.value)
}

fn joined<'s>(texts: Vec<Goal<'s>>) -> Option<Cow<'s, str>> {
    texts.into_iter().map(|text| text.value).reduce(|all, text| Cow::Owned(format!("{all}\n{text}")))
}

fn period(document: Document<'_>, id: StatementId, findings: &mut Findings) -> Option<Located<Period>> {
    let mut arguments = Arguments::of(document, id, Keyword::Period, findings);
    let start = arguments.here();
    let (from, to) = match period::months(&mut arguments) {
        Some(months) => months,
        None => match period::date(&mut arguments) {
            Some(from) => period::rest(&mut arguments, Located::new(from.value.0, from.span))?,
            None => {
                period::end_alone(&mut arguments);
                return None;
            }
        },
    };
    arguments.finish_line();
    Some(Located::new(Period { from: from.value, to: to.value }, arguments.since(start)))
}

fn weights(
    document: Document<'_>,
    id: StatementId,
    standard: &Standard,
    findings: &mut Findings,
) -> Vec<(LevelId, Located<Decimal>)> {
    let mut weights: Vec<(LevelId, Located<Decimal>)> = Vec::new();
    let mut places: HashMap<usize, Span> = HashMap::default();
    for child in document.tree.children(id) {
        let mut arguments = Arguments::of(document, child, Keyword::Weights, findings).with_head();
        let Some(word) = arguments.any_word() else {
            arguments.missing(Text { zh: "一级指标，如 产出", en: "a level such as output" });
            continue;
        };
        let Some(level) = standard.levels.find(word.value) else {
            arguments.report(unknown_level(standard, word, arguments.findings));
            continue;
        };
        let Some(points) = arguments.number() else {
            arguments.missing(Text { zh: "分值", en: "its points" });
            continue;
        };
        arguments.word();
        arguments.finish_line();
        match places.entry(level) {
            Entry::Occupied(first) => {
                let finding = Diagnostic::new(Code::RepeatedStatement, word.span).with("word", word.value);
                findings.report(finding.also(1, *first.get()));
            }
            Entry::Vacant(free) => {
                free.insert(points.span);
                weights.push((LevelId(level), Located::new(points.value.value, points.span)));
            }
        }
    }
    weights
}
