//! What is told of rows: an indicator, a result, a condition, a project as a whole.

use crate::{
    check::{Calculator, Operand, Trouble, operands},
    diagnostic::{Findings, Lang},
    evaluation::{self, Scored},
    model::{Check, Indicator, Project},
    query::{
        View,
        hover::{paragraphs, plain},
        read_aloud::{self, Speaker},
    },
    source::Range,
};

impl View<'_> {
    /// The indicator in whose row a place lies: what it asks for, and its points.
    pub(super) fn indicator(&self, at: u32, lang: Lang) -> Option<String> {
        let project = self.project_at(at)?;
        let line = self.line(at);
        let is_there =
            |row: &Indicator<'_>| row.word.file == self.document.tree.file && line.touches(row.word.range.start);
        let number = project.indicators.iter().position(is_there)?;
        let evaluation = evaluation::evaluate(&project, None, &project.standard, &self.model.field);
        let points = evaluation.rows.get(number).and_then(|row| row.weight).map(|weight| weight.normalize());
        let points = points.map_or_else(String::new, |points| match lang {
            Lang::Zh => format!("分值 {points}"),
            Lang::En => format!("{points} points"),
        });
        Some(paragraphs([self.told(&project, number, lang), points]))
    }

    /// Name, category, and the target read aloud and in other units.
    fn told(&self, project: &Project<'_>, number: usize, lang: Lang) -> String {
        let indicator = &project.indicators[number];
        let category = project.standard.category(indicator.category);
        let title = format!("**{}** · {}", plain(&indicator.name.value), category.names.get(lang));
        let Some(target) = &indicator.target else { return title };
        let speaker = Speaker { standard: &project.standard, category: Some(category), units: self.units(), lang };
        let aloud = speaker.target(target);
        let numbers: Vec<_> = target.numbers().collect();
        let others = match numbers.as_slice() {
            [(number, Some(unit))] => {
                unit.meaning.map(|meaning| read_aloud::converted(number.value.value, meaning, self.units()))
            }
            _ => None,
        };
        let others = others
            .filter(|others| !others.is_empty())
            .map_or_else(String::new, |others| format!("= {}", others.join(" = ")));
        paragraphs([title, plain(&aloud), others])
    }

    /// What a label in a formula stands for.
    pub(super) fn labelled(&self, at: u32, word: &str, lang: Lang) -> Option<String> {
        let project = self.project_at(at)?;
        let is_meant = |row: &Indicator<'_>| {
            row.label.is_some_and(|label| crate::words::folded(label.value) == crate::words::folded(word))
        };
        let number = project.indicators.iter().position(is_meant)?;
        Some(self.told(&project, number, lang))
    }

    /// A condition with its numbers.
    pub(super) fn check(&self, at: u32, lang: Lang) -> Option<String> {
        let project = self.project_at(at)?;
        let line = self.statement_range(at);
        let is_there =
            |check: &&Check<'_>| check.span.file == self.document.tree.file && line.touches(check.span.range.start);
        let check = project.checks.iter().find(is_there)?;
        let field = &*self.model.field;
        let title = format!("**{}**", plain(check.title().get(lang)));
        let operand =
            |operand: Operand<'_>| format!("- {} = {}", plain(operand.label.get(lang)), plain(&operand.value));
        let operands = operands(&project, check).into_iter().map(operand).collect::<Vec<_>>().join("\n");
        let outcome = match Calculator::new(&project, field).evaluate(check) {
            Ok(outcome) => {
                let sign = check.comparison.map_or("", |sign| sign.value.printed());
                let (left, right) = (outcome.left.shown_like(&outcome.right, field), outcome.right.shown(field));
                format!("`{left} {sign} {right}` {}", holds(outcome.holds, lang))
            }
            Err(Trouble::Finding(finding)) => plain(&finding.message(lang).title),
            Err(Trouble::Unread) => String::new(),
        };
        Some(paragraphs([title, outcome, operands]))
    }

    /// A result with its score and how that came.
    pub(super) fn result(&self, at: u32, lang: Lang) -> Option<String> {
        let line = self.line(at);
        let mut told = None;
        self.model.results(&mut Findings::default(), |project, all, _| {
            let is_there = |row: &crate::model::Achievement<'_>| {
                row.name.file == self.document.tree.file && line.touches(row.name.range.start)
            };
            for results in all {
                let Some(row) = results.rows.iter().find(|row| is_there(row)) else { continue };
                let evaluation = evaluation::evaluate(project, Some(results), &project.standard, &self.model.field);
                let scored = &evaluation.rows[row.indicator];
                let target = self.told(project, row.indicator, lang);
                told = Some(paragraphs([target, score(scored, lang)]));
            }
        });
        told
    }

    /// A project or its results as a whole.
    pub(super) fn totals(&self, at: u32, lang: Lang) -> Option<String> {
        let lens = self.lenses(lang).into_iter().find(|lens| lens.range.touches(at))?;
        Some(plain(&lens.text))
    }

    /// The line around a place.
    fn line(&self, at: u32) -> Range {
        let text = self.document.text;
        let start = crate::source::line_start(text, at) as u32;
        let length = crate::source::first_line(&text[start as usize..]).len() as u32;
        Range::new(start, start + length)
    }

    /// The statement around a place, which may have several lines in parentheses.
    fn statement_range(&self, at: u32) -> Range {
        let tree = self.document.tree;
        let mut statements = tree.all().map(|id| tree.head(id)).filter(|head| head.touches(at));
        statements.next().unwrap_or_else(|| self.line(at))
    }
}

fn holds(holds: bool, lang: Lang) -> &'static str {
    match (holds, lang) {
        (true, Lang::Zh) => "成立",
        (false, Lang::Zh) => "不成立",
        (true, Lang::En) => "holds",
        (false, Lang::En) => "does not hold",
    }
}

/// The score of a row with its formula, or what is missing.
fn score(scored: &Scored, lang: Lang) -> String {
    let weight = scored.weight.map_or_else(|| "—".to_owned(), |weight| weight.normalize().to_string());
    match &scored.score {
        Ok(score) => {
            let points = match lang {
                Lang::Zh => format!("得分 {} / {weight}", score.points),
                Lang::En => format!("score {} of {weight}", score.points),
            };
            let rule = score.rule.as_ref().map_or_else(String::new, |rule| format!("`{}`", rule.get(lang)));
            paragraphs([points, plain(score.explained().get(lang)), rule])
        }
        Err(missing) => plain(&missing.phrase().get(lang)),
    }
}
