//! What `heads.json` lists: the words over the columns of forms and beside their facts, and what they stand for.

use foldhash::HashMap;
use serde::Deserialize;

/// What a column of a form holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Column {
    Level1,
    Level2,
    Name,
    Description,
    Value,
    Nature,
    Sign,
    Unit,
    Weight,
    Baseline,
    Total,
    Stretch,
    Actual,
    /// What was achieved in a part of the year: 1-7月执行情况.
    Progress,
    /// What will be achieved by its end.
    Forecast,
    /// Whether the target will be met.
    Likelihood,
    Score,
    Reason,
    /// What a reason is about, where the form has a column to tick for each.
    Kind,
    Source,
    Basis,
    Note,
    /// 优: what is asked for this grade, where there is a column for each.
    Excellent,
    /// 良
    Good,
    /// 中
    Fair,
    /// 差
    Poor,
}

impl Column {
    /// Those that may be divided into one to tick for each choice.
    pub const CHOICES: [Self; 2] = [Self::Kind, Self::Likelihood];

    /// Those of the grades, best first.
    pub const GRADES: [Self; 4] = [Self::Excellent, Self::Good, Self::Fair, Self::Poor];
}

/// What stands beside a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Fact {
    Project,
    Code,
    Org,
    Unit,
    Year,
    Period,
    Total,
    /// The label beside all that is said of the money; a text beside it says what it is for.
    Money,
    Purpose,
    Goals,
    Basis,
    Note,
    /// What became of the goals.
    Outcome,
    /// 执行率, where it does not follow from the money beside it, or earned points.
    Rate,
    /// The points that it earned.
    Points,
    /// What is said of the whole period beside the year.
    Whole,
    /// What no statement has a place for.
    Aside,
}

/// What stands in a column of money or goals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Stage {
    /// 全年预算数
    Budget,
    /// 年初预算数
    Initial,
    /// 全年执行数
    Spent,
    /// 1-7月执行数
    Progress,
    /// 全年预计执行数
    Forecast,
    /// 预期目标
    Goal,
    /// 实际完成情况
    Outcome,
    /// 执行率
    Rate,
    /// 得分
    Points,
    /// What no statement has a place for: 分值.
    Aside,
}

/// The words by which forms are known, as they are listed.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Heads {
    pub columns: HashMap<Column, Vec<String>>,
    /// The names of columns of what was achieved in a part of the year, behind its months.
    pub during: Vec<String>,
    /// The names that stand below that of a column, by the columns which they divide it into.
    pub below: HashMap<Column, HashMap<Column, Vec<String>>>,
    pub facts: HashMap<Fact, Vec<String>>,
    pub stages: HashMap<Stage, Vec<String>>,
    pub also_funds: HashMap<String, Vec<String>>,
    /// Other funds that forms have rows for.
    pub other_funds: Vec<String>,
    pub funds_end: Vec<String>,
    pub titles_end: Vec<String>,
    pub natures: HashMap<String, Nature>,
    /// What the brackets of labels hold that say how they are filled in.
    pub hints: Vec<String>,
    pub orgs_end: Vec<String>,
    /// What is left out of what a reason is about: 经费保障 is 经费.
    pub kinds_end: Vec<String>,
    pub parts: Vec<String>,
    pub sums: Vec<String>,
    pub feet: Vec<String>,
    /// What stands in a column to tick, and what where it is not ticked.
    pub ticks: Vec<String>,
    pub unticked: Vec<String>,
    pub blanks: Vec<String>,
}

/// What kind of value a form says that an indicator has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Nature {
    /// 定性
    Text,
    /// 定量
    Number,
    /// 正向: a number, the more the better.
    More,
    /// 反向: a number, the less the better.
    Less,
}
