//! What a project comes to, in a line above it.

use super::View;
use crate::{
    diagnostic::{Findings, Lang},
    evaluation::{self, Evaluation},
    field::Level,
    model::{Project, Workspace},
    source::{Range, Span},
    words::{Role, Vocabulary},
};

/// A line about a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    /// The head that it stands above.
    pub range: Range,
    /// What it says.
    pub text: String,
}

impl View<'_> {
    /// A line for each project and each `actual` of the file: how many indicators it has of each level, its budget and
    /// its points; what it scored.
    pub fn lenses(&self, lang: Lang) -> Vec<Lens> {
        let mut lenses = Vec::new();
        for head in &self.model.heads {
            let project = self.model.project(head, &mut Findings::default());
            lenses.extend(own(project.head, || self.totals_of(&project, lang)));
        }
        self.model.results(&mut Findings::default(), |project, all, _| {
            for results in all {
                let score = || {
                    let evaluation = evaluation::evaluate(project, Some(results), &project.standard, &self.model.field);
                    total(project, &evaluation, results.rows.len(), lang)
                };
                lenses.extend(own(results.head, score));
            }
        });
        lenses.sort_by_key(|lens| lens.range.start);
        lenses
    }

    fn totals_of(&self, project: &Project<'_>, lang: Lang) -> String {
        let evaluation = evaluation::evaluate(project, None, &project.standard, &self.model.field);
        let levels = evaluation.levels.iter().map(|level| {
            let is_of = |row: &&crate::model::Indicator<'_>| project.level_of(row) == level.level;
            let count = project.indicators.iter().filter(is_of).count();
            let Level { id, names, .. } = project.standard.level(level.level);
            let weight = level.weight.normalize();
            match lang {
                Lang::Zh => {
                    let word = project.standard.spelling(id, Role::Level, lang);
                    format!("{} {count} 条（{weight} 分）", word.as_deref().unwrap_or(&names.zh))
                }
                Lang::En => format!("{} {count} ({weight} points)", names.en),
            }
        });
        let count = project.indicators.len();
        let indicators = if lang == Lang::Zh { format!("{count} 条指标") } else { format!("{count} indicators") };
        let budget = project.budget.as_ref().map(|budget| {
            let amount = &budget.total.value;
            let word = if lang == Lang::Zh { "预算" } else { "budget" };
            format!("{word} {} {}", amount.number.text, amount.unit)
        });
        std::iter::once(indicators).chain(levels).chain(budget).collect::<Vec<_>>().join(" · ")
    }
}

/// A line above a head that stands in the file itself.
fn own(head: Span, text: impl FnOnce() -> String) -> Option<Lens> {
    (head.file == Workspace::MAIN).then(|| Lens { range: head.range, text: text() })
}

/// What a project scored, or how much of that is known.
fn total(project: &Project<'_>, evaluation: &Evaluation, rows: usize, lang: Lang) -> String {
    let total = &evaluation.total;
    let all = project.indicators.len();
    let filled = match lang {
        Lang::Zh => format!("{all} 条指标中 {rows} 条有结果"),
        Lang::En => format!("results for {rows} of {all} indicators"),
    };
    let grade = total.grade.map(|grade| project.standard.grades.list[grade].names.get(lang));
    let score = match (total.points, lang) {
        (Some(points), Lang::Zh) => format!("总分 {points}"),
        (Some(points), Lang::En) => format!("total {points}"),
        (None, Lang::Zh) => format!("已知 {} 分，还缺 {} 分的结果", total.known, total.open.normalize()),
        (None, Lang::En) => format!("{} points known, results for {} missing", total.known, total.open.normalize()),
    };
    std::iter::once(filled).chain([score]).chain(grade.map(str::to_owned)).collect::<Vec<_>>().join(" · ")
}
