//! What is written beside values: money in another unit, points, what was attained.

use super::{View, read_aloud};
use crate::{
    arguments::Located,
    diagnostic::{Findings, Lang},
    evaluation::{self, percent},
    model::{Amount, Budget, Project, Results, Workspace},
    source::{Range, Span},
};

/// What a hint tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HintKind {
    /// Money in another unit.
    Money,
    /// The points of an indicator.
    Points,
    /// What was attained, and what that earned.
    Attainment,
}

/// What is written beside a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Where it is shown.
    pub at: u32,
    /// What it tells.
    pub kind: HintKind,
    /// The text.
    pub text: String,
}

impl View<'_> {
    /// The hints within a range.
    pub fn hints(&self, within: Range, lang: Lang) -> Vec<Hint> {
        let mut writer = Writer { view: self, within, lang, hints: Vec::new() };
        let tree = self.document.tree;
        for head in &self.model.heads {
            let extent = tree.extent(head.statement.id);
            if extent.end >= within.start && extent.start <= within.end {
                writer.project(&self.model.project(head, &mut Findings::default()));
            }
        }
        if !self.model.actuals.is_empty() {
            self.model.results(&mut Findings::default(), |project, all, _| writer.results(project, all));
        }
        writer.hints.sort_by_key(|hint| hint.at);
        writer.hints
    }
}

struct Writer<'w, 's> {
    view: &'w View<'s>,
    within: Range,
    lang: Lang,
    hints: Vec<Hint>,
}

impl Writer<'_, '_> {
    fn add(&mut self, span: Span, kind: HintKind, text: impl FnOnce() -> Option<String>) {
        let at = span.range.end;
        if span.file == Workspace::MAIN && self.within.touches(at) {
            self.hints.extend(text().map(|text| Hint { at, kind, text }));
        }
    }

    fn project(&mut self, project: &Project<'_>) {
        self.budget(project.budget.as_ref());
        let evaluation = evaluation::evaluate(project, None, &project.standard, &self.view.model.field);
        for (indicator, scored) in project.indicators.iter().zip(&evaluation.rows) {
            let Some(target) = &indicator.target else { continue };
            let (units, lang) = (self.view.units(), self.lang);
            for (number, unit) in target.numbers() {
                let Some(meaning) = unit.and_then(|unit| unit.meaning) else { continue };
                let span = unit.map_or(number.span, |unit| number.span.to(unit.span));
                let text = || Some(format!("= {}", read_aloud::other_money(number.value.value, meaning, units)?));
                self.add(span, HintKind::Money, text);
            }
            if indicator.weight.is_none() {
                let end = indicator.label.map_or(target.span, |label| target.span.to(label.span));
                let points = || scored.weight.map(|weight| weight.normalize());
                self.add(end, HintKind::Points, || points().map(|points| points_in_words(points, lang)));
            }
        }
    }

    fn budget(&mut self, budget: Option<&Budget<'_>>) {
        let Some(budget) = budget else { return };
        let units = self.view.units();
        let parts = budget.parts.iter().map(|part| &part.amount);
        let amounts: Vec<&Located<Amount<'_>>> = std::iter::once(&budget.total).chain(parts).collect();
        for amount in amounts {
            let text = || Some(format!("= {}", read_aloud::money(&amount.value, units)?));
            self.add(amount.span, HintKind::Money, text);
        }
    }

    fn results(&mut self, project: &Project<'_>, all: &[Results<'_>]) {
        for results in all.iter().filter(|results| results.head.file == Workspace::MAIN) {
            self.budget(results.budget.as_ref());
            self.budget(results.spent.as_ref());
            let evaluation = evaluation::evaluate(project, Some(results), &project.standard, &self.view.model.field);
            for row in &results.rows {
                let scored = &evaluation.rows[row.indicator];
                let (Some(value), Ok(score)) = (&row.value, &scored.score) else { continue };
                let lang = self.lang;
                let weight = scored.weight.unwrap_or_default().normalize();
                let attained = score.attainment.map(percent);
                self.add(value.span, HintKind::Attainment, || {
                    let points = match lang {
                        Lang::Zh => format!("得分 {} / {weight}", score.points),
                        Lang::En => format!("score {} of {weight}", score.points),
                    };
                    let attained = attained.map(|attained| match lang {
                        Lang::Zh => format!("完成 {attained}"),
                        Lang::En => format!("attained {attained}"),
                    });
                    Some(attained.into_iter().chain([points]).collect::<Vec<_>>().join(" · "))
                });
            }
        }
    }
}

fn points_in_words(points: crate::values::Decimal, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{points} 分"),
        Lang::En => format!("{points} points"),
    }
}
