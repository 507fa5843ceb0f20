//! Why something has no score.

use crate::{
    diagnostic::{Phrase, Text, Value},
    field::Names,
    values::Decimal,
};

/// Why something has no score. It is never counted as zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// Nobody says what was achieved.
    NoResult,
    /// What was achieved is still open.
    Open,
    /// The target is missing or still open.
    NoTarget,
    /// It could not be read, which has been reported.
    Unread,
    /// What was achieved has no unit, the target has this one.
    NoUnit {
        /// The unit of the target.
        unit: String,
    },
    /// The units measure different things.
    OtherUnit {
        /// That of the target.
        target: String,
        /// That of what was achieved.
        actual: String,
    },
    /// What was achieved is of another kind than the target.
    OtherKind {
        /// What the target asks for.
        wanted: Text,
    },
    /// Words that differ from those of the target: somebody must judge how far it was achieved.
    NotJudged,
    /// How it was judged is said, but not with how many of the points that this earns.
    NoPoints {
        /// The judgement.
        judgement: Names,
        /// The fewest points that it earns, and the most.
        band: (Decimal, Decimal),
    },
    /// A share that is not between 0 and 100 %.
    ShareOutOfRange,
    /// The day is not told exactly enough.
    DayOpen,
    /// The standard says nothing of such targets.
    NoRule,
    /// There are no points for it: the other rows of its level take all.
    NoWeight,
    /// Points below zero, or more than any row can have.
    WeightOutOfRange,
    /// Nobody says what was spent.
    NoSpending,
    /// Nobody says how large the budget is, or it is zero.
    NoBudget,
    /// Some number has too many digits.
    TooLong,
}

impl Missing {
    /// The name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoResult => "no-result",
            Self::Open => "open",
            Self::NoTarget => "no-target",
            Self::Unread => "unread",
            Self::NoUnit { .. } => "no-unit",
            Self::OtherUnit { .. } => "other-unit",
            Self::OtherKind { .. } => "other-kind",
            Self::NotJudged => "not-judged",
            Self::NoPoints { .. } => "no-points",
            Self::ShareOutOfRange => "share-out-of-range",
            Self::DayOpen => "day-open",
            Self::NoRule => "no-rule",
            Self::NoWeight => "no-weight",
            Self::WeightOutOfRange => "weight-out-of-range",
            Self::NoSpending => "no-spending",
            Self::NoBudget => "no-budget",
            Self::TooLong => "too-long",
        }
    }

    /// The reason, for users.
    pub fn phrase(&self) -> Phrase {
        let phrase = |zh, en| Phrase::new(Text { zh, en });
        match self {
            Self::NoResult => phrase("没有填写实际完成值", "what was achieved is not said"),
            Self::Open => phrase("实际完成值待定", "what was achieved is still open"),
            Self::NoTarget => phrase("指标值没有定", "the target is not settled"),
            Self::Unread => phrase("有错误，读不出", "it has a mistake and cannot be read"),
            Self::NoUnit { unit } => phrase(
                "实际完成值没有写单位（指标值的单位是 {unit}）",
                "the result has no unit (the target has {unit})",
            )
            .with("unit", unit.as_str()),
            Self::OtherUnit { target, actual } => phrase(
                "实际完成值的单位“{actual}”不能换算成指标值的单位“{target}”",
                "the unit of the result, {actual}, does not convert to that of the target, {target}",
            )
            .with("target", unit_text(target))
            .with("actual", unit_text(actual)),
            Self::OtherKind { wanted } => {
                phrase("实际完成值应是{wanted}", "the result must be {wanted}").with("wanted", *wanted)
            }
            Self::NotJudged => phrase(
                "文字与指标值不同，要写明达成了多少，例如 达成 85%",
                "the words differ from those of the target; say how far it was achieved, as in `achieved 85%`",
            ),
            Self::NoPoints { judgement, band: (low, high) } => phrase(
                "“{judgement}”得 {low} 到 {high} 分，要填得了几分",
                "“{judgement}” earns {low} to {high} points; say how many",
            )
            .with("judgement", judgement)
            .with("low", low.normalize().to_string())
            .with("high", high.normalize().to_string()),
            Self::ShareOutOfRange => phrase("达成程度应在 0 到 100% 之间", "the share achieved must lie in 0 to 100%"),
            Self::DayOpen => phrase("日期要写到日，才知道是否逾期", "give the day, to tell whether it was in time"),
            Self::NoRule => {
                phrase("标准没有规定这类指标怎样评分", "the standard does not say how such targets are scored")
            }
            Self::NoWeight => phrase("没有分值：同级其他指标的分值已经用完", "no points are left for it in its level"),
            Self::WeightOutOfRange => phrase("分值应在 0 到 1000 之间", "its points must lie in 0 to 1000"),
            Self::NoSpending => phrase("没有填写执行数", "what was spent is not said"),
            Self::NoBudget => phrase("没有预算数，或预算数是零", "there is no budget, or it is zero"),
            Self::TooLong => phrase("数值超过 28 位", "a number has more than 28 digits"),
        }
    }
}

fn unit_text(unit: &str) -> Value {
    if unit.is_empty() { Text { zh: "无", en: "none" }.into() } else { unit.into() }
}
