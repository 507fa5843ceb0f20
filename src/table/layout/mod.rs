//! Forms as data: what is printed where.
//!
//! The forms are JSON files in `src/table/layouts`, embedded; others can be read with [`Layout::read`]. `docs/layouts.md`
//! tells how they are written.

mod check;
mod error;

pub(super) use check::free_runs;
pub use error::LayoutError;

use std::sync::LazyLock;

use serde::Deserialize;

use super::{
    Look,
    tree::{Align, Role},
};
use crate::field::Names;

/// The embedded forms.
const EMBEDDED: &[&str] = &[
    include_str!("../layouts/tianjin.json"),
    include_str!("../layouts/central.json"),
    include_str!("../layouts/central-2021.json"),
    include_str!("../layouts/self-evaluation.json"),
    include_str!("../layouts/monitoring.json"),
];

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Its id: `tianjin`.
    pub id: String,
    /// Its name for people.
    pub names: Names,
    /// How it looks on paper.
    #[serde(default)]
    pub look: Look,
    /// The pattern of the title. Patterns may hold `{number}` (of the project among those printed), `{project}`,
    /// `{year}`, `{period}`, `{org.code}`, `{org.name}`, `{unit}` (of money), `{at}` (the day of the results) and
    /// `{months}` (those of the year up to that day: 1-7月).
    pub title: String,
    /// The lines between title and grid.
    pub before: Vec<LineLayout>,
    /// The columns of the grid, with their widths relative to each other.
    pub columns: Vec<u16>,
    /// The rows above the indicators.
    pub head: Vec<Vec<Slot>>,
    /// The columns of the indicators.
    pub indicators: Vec<Column>,
    /// The rows below the indicators.
    #[serde(default)]
    pub foot: Vec<Vec<Slot>>,
}

/// A line outside of the grid. It is left out where there is nothing for any of its places.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineLayout {
    /// Its pattern.
    pub text: String,
    /// On which side it stands.
    pub align: Align,
}

/// A cell above the indicators.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// What is put there.
    pub put: Content,
    /// How many columns of the grid it takes.
    #[serde(default = "one")]
    pub columns: usize,
    /// How many rows it takes.
    #[serde(default = "one")]
    pub rows: usize,
}

/// What is put in a cell above the indicators.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Content {
    /// Words of the form, a pattern. Brackets in which there is nothing are left out: `项目资金（{unit}）`.
    Label(String),
    /// A pattern; blank where there is nothing for any of its places.
    Text(String),
    /// 项目名称
    Project,
    /// 项目代码
    Code,
    /// 立项依据
    Basis,
    /// 备注
    Note,
    /// 预算数
    Total,
    /// Money from the fund with this id. Funds that no cell names get rows like the last one with a fund below it, or cells
    /// of their own where that names several.
    Fund(String),
    /// 资金用途
    Purpose,
    /// 绩效目标, each behind this pattern, whose only place is `{number}`.
    Goals(String),
    /// 全年预算数: of the fund with this id, or of all of them where it is `total`.
    Adjusted(String),
    /// 全年执行数, likewise.
    Spent(String),
    /// 全年预计执行数, likewise.
    Forecast(String),
    /// 执行率
    Rate,
    /// 执行率 of the fund with this id, or of all of them where it is `total`, whether it is worth points or not.
    Executed(String),
    /// The points for executing the budget.
    Points,
    /// What that earned.
    Earned,
    /// What became of the goals, each behind this pattern.
    Outcome(String),
    /// The points of all rows and of executing the budget.
    Weights,
    /// 总分
    Score,
    /// The grade of the total.
    Grade,
    /// The remark of the results.
    Remark,
    /// The worst light of the indicators.
    Light,
}

/// A column of the indicators.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What stands over it, a pattern.
    pub name: String,
    /// What is put there.
    pub put: Detail,
    /// How many columns of the grid it takes.
    #[serde(default = "one")]
    pub columns: usize,
    /// Whether the same text in rows that follow each other is printed once, in one cell over them all. The merged
    /// columns must be the first ones: a cell never reaches over a border in a column to its left.
    #[serde(default)]
    pub merge: bool,
}

/// What is put in a cell of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Detail {
    /// 一级指标
    Level1,
    /// 二级指标
    Level2,
    /// 三级指标
    Name,
    /// 绩效指标描述
    Description,
    /// 指标值
    Value,
    /// Of the 指标值 the sign, or 定性.
    Sign,
    /// Of the 指标值 the number, or all of it where it has no such parts.
    Number,
    /// Of the 指标值 the unit.
    Unit,
    /// 分值
    Weight,
    /// 数据来源
    Source,
    /// 指标值设定依据
    Basis,
    /// 备注
    Note,
    /// Last year's value.
    Baseline,
    /// The target for the whole period.
    Total,
    /// The value to strive for.
    Stretch,
    /// 实际完成值
    Actual,
    /// How much of the target was achieved, in percent.
    Attainment,
    /// 得分
    Score,
    /// 偏差原因分析及改进措施
    Reason,
    /// The remark of the result.
    Remark,
    /// How the score came.
    How,
    /// What is due by the day of the results.
    Due,
    /// How much of what is due was achieved, in percent.
    Progress,
    /// 红灯, 黄灯, 绿灯, 蓝灯
    Light,
    /// 全年预计完成情况
    Forecast,
    /// 完成目标可能性
    Likelihood,
    /// Nothing: it is filled in by hand.
    Blank,
}

fn one() -> usize {
    1
}

impl Content {
    /// What a cell with this content is.
    pub(super) fn role(&self) -> Role {
        match self {
            Self::Label(_) => Role::Label,
            Self::Total | Self::Fund(_) | Self::Adjusted(_) | Self::Spent(_) => Role::Amount,
            Self::Forecast(_) => Role::Amount,
            Self::Executed(_) | Self::Light => Role::Value,
            Self::Rate | Self::Points | Self::Earned | Self::Weights | Self::Score | Self::Grade => Role::Value,
            _ => Role::Text,
        }
    }
}

impl Detail {
    /// What a cell with this content is.
    pub(super) fn role(self) -> Role {
        match self {
            Self::Level1 | Self::Level2 => Role::Category,
            Self::Value | Self::Sign | Self::Number | Self::Unit | Self::Weight => Role::Value,
            Self::Baseline | Self::Total | Self::Stretch => Role::Value,
            Self::Actual | Self::Attainment | Self::Score => Role::Value,
            Self::Due | Self::Progress | Self::Light | Self::Forecast | Self::Likelihood => Role::Value,
            Self::Name | Self::Description | Self::Source | Self::Basis | Self::Note | Self::Blank => Role::Text,
            Self::Reason | Self::Remark | Self::How => Role::Text,
        }
    }
}

impl Layout {
    /// The id of the form that is printed where none is named.
    pub const DEFAULT: &'static str = "tianjin";

    /// The forms that the program knows.
    pub fn embedded() -> &'static [Self] {
        // A mistake in an embedded file is a mistake in the program; a test asserts that there is none.
        static LAYOUTS: LazyLock<Vec<Layout>> =
            LazyLock::new(|| EMBEDDED.iter().filter_map(|json| Layout::read(json).ok()).collect());
        &LAYOUTS
    }

    /// The form with this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        Self::embedded().iter().find(|layout| layout.id == id)
    }

    /// Whether it says what was achieved.
    pub fn has_results(&self) -> bool {
        self.indicators.iter().any(|column| column.put == Detail::Actual)
    }

    /// Whether it says how the year goes on: lights, or what is expected.
    pub fn has_forecasts(&self) -> bool {
        let is_forecast = |put: &Detail| matches!(put, Detail::Light | Detail::Forecast | Detail::Likelihood);
        self.indicators.iter().any(|column| is_forecast(&column.put))
    }

    /// Reads a form from JSON.
    ///
    /// # Errors
    /// [`LayoutError`] where it is no form, or one that could not be printed.
    pub fn read(json: &str) -> Result<Self, LayoutError> {
        let layout: Self = serde_json::from_str(json).map_err(|error| error::unreadable(json, &error))?;
        check::run(&layout)?;
        Ok(layout)
    }
}
