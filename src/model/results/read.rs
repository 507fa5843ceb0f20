//! The block of an `actual` is read.

use std::collections::hash_map::Entry;

use foldhash::HashMap;

use super::{Achievement, Actual, Results, forecast, names::Rows};
use crate::{
    arguments::{Arguments, Document, Located, Once},
    diagnostic::{Code, Diagnostic, Findings, Text},
    field::{Field, Standard, unknown_grade},
    model::{
        budget,
        indicator::words,
        loose_details::loose_details,
        project::paragraphs,
        read_target,
        scope::{Model, Statement, unknown},
    },
    source::Span,
    syntax::StatementId,
    values::Number,
    words::{Keyword, Place},
};

/// Reads the block of an `actual`.
pub(super) struct Reader<'r, 's> {
    pub model: &'r Model<'s>,
    pub rows: &'r Rows<'r, 's>,
    pub findings: &'r mut Findings,
    /// The indicators that have a result already, with its place.
    pub said: HashMap<usize, Span>,
}

impl<'s> Reader<'_, 's> {
    pub fn read(mut self, actual: &Actual<'_, 's>) -> Results<'s> {
        let Statement { document, id } = actual.statement;
        let mut results = Results::new(actual, document.tree.span(document.tree.head(id)));
        let mut once = Once::default();
        for id in document.tree.children(id) {
            if document.tree.get(id).broken && document.tree.tokens(id).is_empty() {
                results.is_partial = true;
                continue;
            }
            match document.keyword(id).filter(|keyword| keyword.fits(Place::Actual)) {
                None => {
                    let row = self.row(document, id);
                    results.is_partial |= row.is_none();
                    results.rows.extend(row);
                }
                Some(Keyword::Goal) => {
                    results.goals.extend(paragraphs(document, id, Keyword::Goal, self.findings));
                }
                Some(keyword) if once.is_first(document, id, keyword, self.findings) => {
                    self.statement(document, id, keyword, &mut results);
                }
                Some(_) => {}
            }
        }
        results
    }

    /// What is said of all.
    fn statement(&mut self, document: Document<'s>, id: StatementId, keyword: Keyword, results: &mut Results<'s>) {
        let standard = &self.rows.project.standard;
        let money = match keyword {
            Keyword::Budget => Some(&mut results.budget),
            Keyword::Spent => Some(&mut results.spent),
            Keyword::Forecast => Some(&mut results.forecast),
            _ => None,
        };
        if let Some(money) = money {
            *money = budget::read(document, id, keyword, &self.model.field, standard, self.findings);
            return;
        }
        let mut arguments = Arguments::of(document, id, keyword, self.findings);
        match keyword {
            Keyword::Execution => {
                results.rate = rate(&mut arguments);
                if arguments.keyword(Keyword::Score).is_some() {
                    results.execution = points(&mut arguments);
                }
            }
            Keyword::Score => results.score = points(&mut arguments),
            Keyword::Grade => results.grade = grade(&mut arguments, standard),
            _ => results.note = words(&mut arguments),
        }
        arguments.finish_line();
    }

    /// `"研究报告" 2 份 { reason "…" }`
    fn row(&mut self, document: Document<'s>, id: StatementId) -> Option<Achievement<'s>> {
        let mut arguments = Arguments::new(document, id, USAGE, self.findings).with_head();
        let indicator = self.rows.indicator(&mut arguments, document, id)?;
        let is_share = arguments.keyword(Keyword::Achieved).is_some();
        let project = self.rows.project;
        let name = &project.indicators[indicator.value].name.value;
        let value = if arguments.is_done() || arguments.peek_keyword() == Some(Keyword::Forecast) {
            arguments.missing(Text { zh: "实际完成值", en: "what was achieved" });
            None
        } else {
            read_target::read(&mut arguments, &self.model.field, &project.standard, name)
        };
        let mut row = Achievement {
            indicator: indicator.value,
            value,
            is_share,
            forecast: None,
            score: None,
            reason: None,
            note: None,
            name: indicator.span,
        };
        if row.value.is_some() {
            modifiers(&mut arguments, &mut row, self.rows, &self.model.field);
        }
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
                match keyword {
                    Keyword::Score => row.score = points(&mut arguments),
                    Keyword::Forecast => {
                        row.forecast = forecast_of(&mut arguments, row, self.rows, &self.model.field);
                    }
                    Keyword::Reason => row.reason = words(&mut arguments),
                    _ => row.note = words(&mut arguments),
                }
                arguments.finish_line();
            }
        }
    }
}

/// What may follow a value, each once: the points, and what is expected.
fn modifiers<'s>(arguments: &mut Arguments<'s, '_>, row: &mut Achievement<'s>, rows: &Rows<'_, 's>, field: &Field) {
    loop {
        match arguments.peek_keyword() {
            Some(Keyword::Score) if row.score.is_none() => {
                arguments.advance();
                row.score = points(arguments);
            }
            Some(Keyword::Forecast) if row.forecast.is_none() => {
                arguments.advance();
                row.forecast = forecast_of(arguments, row, rows, field);
            }
            _ => break,
        }
    }
    if !loose_details(arguments, Place::Result) {
        arguments.finish();
    }
}

fn forecast_of<'s>(
    arguments: &mut Arguments<'s, '_>,
    row: &Achievement<'s>,
    rows: &Rows<'_, 's>,
    field: &Field,
) -> Option<Box<forecast::Forecast<'s>>> {
    let project = rows.project;
    forecast::read(arguments, field, &project.standard, &project.indicators[row.indicator].name.value)
}

/// `9.5`, `9.5 分`
fn points<'s>(arguments: &mut Arguments<'s, '_>) -> Option<Located<Number<'s>>> {
    let number = arguments.number();
    if number.is_none() {
        arguments.missing(Text { zh: "得分", en: "the points" });
    }
    let is_unit = arguments.peek().is_some_and(|token| arguments.slice(token) == "分");
    arguments.advance_if(is_unit);
    number
}

/// `98.5%`
fn rate<'s>(arguments: &mut Arguments<'s, '_>) -> Option<Located<Number<'s>>> {
    let number = arguments.number();
    let is_percent = arguments.peek().is_some_and(|token| matches!(arguments.slice(token), "%" | "％"));
    match number.filter(|_| is_percent) {
        Some(number) => {
            arguments.advance();
            let span = arguments.since(number.span);
            Some(Located::new(number.value, span))
        }
        None => {
            arguments.missing(Text { zh: "百分比，例如 98.5%", en: "a percentage such as 98.5%" });
            None
        }
    }
}

/// The grade of a word.
fn grade(arguments: &mut Arguments<'_, '_>, standard: &Standard) -> Option<Located<usize>> {
    let Some(word) = arguments.any_word() else {
        arguments.missing(Text { zh: "等级，例如 优", en: "a grade such as excellent" });
        return None;
    };
    let grade = standard.grades.find(word.value);
    if grade.is_none() {
        arguments.report(unknown_grade(standard, word));
    }
    Some(Located::new(grade?, word.span))
}

/// How a result is written, for messages.
const USAGE: Text = Text {
    zh: "\"指标名称\" 实际完成值，例如：\"研究报告\" 2 份",
    en: "\"name\" value, as in \"研究报告\" 2 份",
};
