//! How a project stands during its year, as a report tells it.
//!
//! [`monitored`] gathers what there is to say: time and money, each row with its light, what is due and what is expected,
//! and what is missing. [`text`] writes it for terminals, [`write()`] for programs.

mod gather;
pub mod text;

pub use gather::monitored;

use std::io;

use serde::Serialize;

use super::{Both, Goals, Named, Org};
use crate::{field::Light, model::Likelihood};

/// The name and version of the format for programs.
pub const FORMAT: &str = "perf-monitoring/1";

/// The JSON Schema (2020-12) of the format for programs.
pub const SCHEMA: &str = include_str!("perf-monitoring-1.schema.json");

/// How a project stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Monitored {
    /// The name of the project.
    pub project: String,
    /// The budget unit.
    pub org: Option<Org>,
    /// The budget year.
    pub year: Option<i16>,
    /// The time that has gone by; `None` where the results have no day, or one before that time.
    pub time: Option<Time>,
    /// The standard whose rules tell the lights.
    pub standard: Named,
    /// The money.
    pub money: Money,
    /// The goals, and how far they are.
    pub goals: Goals,
    /// The indicators in the order of the form.
    pub rows: Vec<Row>,
    /// The worst light of the rows.
    pub light: Option<Light>,
    /// How many rows lack what a light needs.
    pub missing: usize,
    /// The remark on the results.
    pub note: Option<String>,
}

/// The time for the targets; days as ISO 8601 writes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Time {
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// The day of the results.
    pub at: String,
    /// How much of it has gone by, as a percentage.
    pub elapsed: String,
}

/// The money of a project, all amounts in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Money {
    /// The unit of all amounts; empty where there is no budget.
    pub unit: String,
    /// 年初预算数
    pub budget: Option<String>,
    /// The budget as it was adjusted, else as it was set.
    pub adjusted: Option<String>,
    /// 1-N月执行数
    pub spent: Option<String>,
    /// 执行率, as a percentage.
    pub rate: Option<String>,
    /// How that stands.
    pub standing: Standing,
    /// 全年预计执行数
    pub forecast: Option<Forecast>,
}

/// A light, and how it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The light; `None` where that is not known.
    pub light: Option<Light>,
    /// What is due by the day of the results.
    pub due: Option<String>,
    /// Achieved ÷ due, as a percentage.
    pub progress: Option<String>,
    /// How the light came, with its numbers; or what is missing.
    pub how: Both,
    /// The name of what is missing.
    pub missing: Option<&'static str>,
    /// The rule by which the light is told.
    pub rule: Option<Both>,
}

/// What is expected by the end of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Forecast {
    /// As forms print it.
    pub value: String,
    /// Whether it is computed along a straight line, for nobody says it.
    pub computed: bool,
    /// Whether it meets the target, where that can be told.
    pub met: Option<bool>,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    /// 1-N月执行情况, as forms print it.
    pub actual: Option<String>,
    /// How that stands.
    pub standing: Standing,
    /// 全年预计完成情况
    pub forecast: Option<Forecast>,
    /// 完成目标可能性
    pub likelihood: Option<Likelihood>,
    /// Whether it is behind, or is expected to miss its target, so that a reason is asked for.
    pub behind: bool,
    /// 偏差原因分析
    pub reason: Option<String>,
    /// 备注
    pub note: Option<String>,
}

/// Writes what is known of projects as one document, indented.
///
/// # Errors
/// Those of `out`.
pub fn write<'m>(mut out: &mut dyn io::Write, projects: impl IntoIterator<Item = &'m Monitored>) -> io::Result<()> {
    #[derive(Serialize)]
    struct Document<'d> {
        format: &'static str,
        projects: Vec<&'d Monitored>,
    }
    let projects = projects.into_iter().collect();
    serde_json::to_writer_pretty(&mut out, &Document { format: FORMAT, projects })?;
    out.write_all(b"\n")
}
