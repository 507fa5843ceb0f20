//! What became of a project, as a report tells it.
//!
//! [`report`] gathers what a report says, without a format: money, rows with their scores and how these came, levels, the
//! total, what is missing, and what could still be earned. It owns its texts, so that it outlives the project. The formats
//! stand beside it: [`json`] for programs, [`text`] for terminals, [`written`] for people who read documents.

pub mod compare;
pub mod explain;
mod gather;
pub mod json;
pub mod monitoring;
mod sheet;
pub mod text;
pub mod written;

pub use gather::report;
pub use sheet::sheet;

use serde::{Deserialize, Serialize};

use crate::{
    diagnostic::{Lang, Phrase, Value},
    values::Decimal,
};

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Both {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Both {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl From<&Phrase> for Both {
    fn from(phrase: &Phrase) -> Self {
        Self { zh: phrase.get(Lang::Zh), en: phrase.get(Lang::En) }
    }
}

impl From<&Value> for Both {
    fn from(value: &Value) -> Self {
        Self { zh: value.get(Lang::Zh).to_owned(), en: value.get(Lang::En).to_owned() }
    }
}

/// The id of a thing and its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The id, as in the contract of `build`.
    pub id: String,
    /// The names.
    pub names: Both,
}

/// The report on one project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The name of the project.
    pub project: String,
    /// The budget unit.
    pub org: Option<Org>,
    /// The budget year.
    pub year: Option<i16>,
    /// The day that the results are of, as ISO 8601 writes it.
    pub at: Option<String>,
    /// The standard whose rules score it.
    pub standard: Named,
    /// The money.
    pub money: Money,
    /// The goals, and what became of them.
    pub goals: Goals,
    /// The indicators in the order of the form.
    pub rows: Vec<Row>,
    /// The levels that the project has.
    pub levels: Vec<Level>,
    /// All together.
    pub total: Total,
    /// The rows that lost points, most first.
    pub lost: Vec<Lost>,
    /// The way to the next better grade.
    pub next: Option<Next>,
    /// The share of a target from which on more than was aimed at asks for a reason, as a percentage.
    pub overshoot: Option<String>,
    /// The remark on the results.
    pub note: Option<String>,
}

/// Code and name of the budget unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Org {
    /// The code.
    pub code: Option<String>,
    /// The name.
    pub name: String,
}

/// The money of a project, all amounts in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Money {
    /// The unit of all amounts; empty where there is no budget.
    pub unit: String,
    /// 年初预算数
    pub budget: Option<String>,
    /// 全年预算数
    pub adjusted: Option<String>,
    /// 全年执行数
    pub spent: Option<String>,
    /// 执行率, as a percentage.
    pub rate: Option<String>,
    /// The points for executing the budget, and what they earned.
    pub score: Option<Scored>,
    /// The rule by which that is computed.
    pub rule: Option<Both>,
}

/// The goals of a project.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Goals {
    /// As they were set.
    pub set: Vec<String>,
    /// What became of them.
    pub outcome: Vec<String>,
}

/// Points, what they earned, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scored {
    /// The points; `None` where none are left.
    #[serde(serialize_with = "json::decimal")]
    pub weight: Option<Decimal>,
    /// What was earned; `None` where that is not known.
    #[serde(serialize_with = "json::decimal")]
    pub points: Option<Decimal>,
    /// How that came, with its numbers; or what is missing.
    pub how: Both,
    /// The name of what is missing.
    pub missing: Option<&'static str>,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The level-1 category.
    pub level1: Named,
    /// The level-2 category.
    pub level2: Named,
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: Option<String>,
    /// 年度指标值, as forms print it.
    pub target: String,
    /// 实际完成值, as forms print it.
    pub actual: Option<String>,
    /// The same in English, where it has words of the standard in it.
    #[serde(skip)]
    pub actual_en: Option<String>,
    /// Actual ÷ target, as a percentage.
    pub attainment: Option<String>,
    /// The share of the points that was earned, from 0 to 1, for pictures.
    pub share: Option<f64>,
    /// Whether the target is met, where that is known.
    pub met: Option<bool>,
    /// Its score.
    pub score: Scored,
    /// The rule by which that is computed.
    pub rule: Option<Both>,
    /// The score that was filled in.
    pub given: Option<String>,
    /// 偏差原因分析及改进措施
    pub reason: Option<String>,
    /// 备注
    pub note: Option<String>,
}

impl Row {
    /// What was achieved, in one language.
    pub fn achieved(&self, lang: Lang) -> Option<&str> {
        let english = self.actual_en.as_deref().filter(|_| lang == Lang::En);
        english.or(self.actual.as_deref())
    }
}

/// A level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Level {
    /// Its id and names.
    pub level: Named,
    /// The points of its rows.
    #[serde(serialize_with = "json::decimal")]
    pub weight: Option<Decimal>,
    /// What they earned; `None` where that of one is not known.
    #[serde(serialize_with = "json::decimal")]
    pub points: Option<Decimal>,
}

/// All points together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Total {
    /// What there is to earn.
    #[serde(serialize_with = "json::decimal")]
    pub weight: Option<Decimal>,
    /// What was earned; `None` where a part of it is not known.
    #[serde(serialize_with = "json::decimal")]
    pub points: Option<Decimal>,
    /// What was earned as far as it is known.
    #[serde(serialize_with = "json::decimal")]
    pub known: Option<Decimal>,
    /// The points of what is missing.
    #[serde(serialize_with = "json::decimal")]
    pub open: Option<Decimal>,
    /// The grade.
    pub grade: Option<Named>,
}

/// A row that lost points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lost {
    /// The number of the row in the report, from 0.
    pub row: usize,
    /// The points that it lost.
    #[serde(serialize_with = "json::decimal")]
    pub points: Option<Decimal>,
}

/// The way to a better grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Next {
    /// The grade.
    pub grade: Named,
    /// The points that lack for it.
    #[serde(serialize_with = "json::decimal")]
    pub lacking: Option<Decimal>,
    /// What would earn them, cheapest first.
    pub steps: Vec<Step>,
    /// Whether these steps suffice.
    pub reachable: bool,
}

/// A row made better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The number of the row in the report, from 0.
    pub row: usize,
    /// The number with its unit that is needed; where there is none, all of the target is.
    pub needed: Option<String>,
    /// The points that this earns.
    #[serde(serialize_with = "json::decimal")]
    pub gain: Option<Decimal>,
}
