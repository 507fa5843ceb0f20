//! The same content as JSON in typed, owned structs: what a program without a language of its own would read.

use serde::{Deserialize, Serialize};

/// A document of the contract.
#[derive(Debug, Serialize, Deserialize)]
pub struct Document {
    pub format: String,
    pub org: Option<Org>,
    pub year: Option<i16>,
    pub projects: Vec<Project>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Org {
    pub code: Option<String>,
    pub name: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Project {
    pub name: String,
    pub year: Option<i16>,
    pub org: Option<Org>,
    pub standard: String,
    pub budget: Option<Budget>,
    pub purpose: Option<String>,
    pub goals: Vec<String>,
    pub indicators: Vec<Indicator>,
    pub checks: Vec<Check>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Budget {
    pub total: Amount,
    pub sources: Vec<Source>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Amount {
    pub amount: String,
    pub unit: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Source {
    pub id: String,
    pub name: String,
    pub amount: String,
    pub unit: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Indicator {
    pub level1: Named,
    pub level2: Named,
    pub name: String,
    pub description: String,
    pub label: Option<String>,
    pub weight: Option<String>,
    pub target: Option<Target>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Named {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Target {
    pub kind: String,
    pub op: Option<String>,
    pub value: Option<String>,
    pub unit: Option<String>,
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Check {
    pub name: String,
    pub formula: String,
    pub holds: Option<bool>,
    pub left: Option<String>,
    pub right: Option<String>,
}

/// Only what a source states, nothing that the compiler adds: the strictest yardstick.
#[derive(Debug, Serialize, Deserialize)]
pub struct Plain {
    pub projects: Vec<PlainProject>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct PlainProject {
    pub name: String,
    pub budget: Amount,
    pub fiscal: Amount,
    pub purpose: String,
    pub goal: String,
    pub indicators: Vec<PlainIndicator>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct PlainIndicator {
    pub category: String,
    pub name: String,
    pub op: Option<String>,
    pub value: String,
    pub unit: Option<String>,
}

impl From<Document> for Plain {
    fn from(document: Document) -> Self {
        let project = |project: Project| {
            let budget = project.budget.expect("each generated project has one");
            let fiscal = Amount { amount: budget.total.amount.clone(), unit: budget.total.unit.clone() };
            PlainProject {
                name: project.name,
                budget: budget.total,
                fiscal,
                purpose: project.purpose.unwrap_or_default(),
                goal: project.goals.join("\n"),
                indicators: project.indicators.into_iter().map(plain).collect(),
            }
        };
        Self { projects: document.projects.into_iter().map(project).collect() }
    }
}

fn plain(indicator: Indicator) -> PlainIndicator {
    let target = indicator.target.expect("each generated indicator has one");
    PlainIndicator {
        category: indicator.level2.id,
        name: indicator.name,
        op: target.op,
        value: target.value.unwrap_or_default(),
        unit: target.unit,
    }
}
