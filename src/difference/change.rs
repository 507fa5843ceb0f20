//! One thing that differs: what it is, how it changed, and both texts with their places.

use std::sync::Arc;

use super::snapshot::{Known, Said};
use crate::{diagnostic::Value, values::Decimal};

/// What of a project, a row or a check differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The name.
    Name,
    /// The category that a row stands under.
    Category,
    /// The label by which checks know a row.
    Label,
    /// 项目代码
    Code,
    /// 预算单位
    Org,
    /// 预算年度
    Year,
    /// The standard in force.
    Standard,
    /// 起止时间
    Period,
    /// 立项依据, or of a row 指标值设定依据.
    Basis,
    /// 备注
    Note,
    /// 绩效指标描述
    Description,
    /// 数据来源
    Source,
    /// A paragraph of 资金用途, by its number; the first is 1.
    Purpose(usize),
    /// One of the 绩效目标, by its number; the first is 1.
    Goal(usize),
    /// 预算数
    Budget,
    /// The money from one source.
    Fund(Arc<Known>),
    /// The points of a level.
    Level(Arc<Known>),
    /// 指标值
    Target,
    /// Last year's value.
    Baseline,
    /// The target for the whole period.
    Total,
    /// The value to strive for.
    Stretch,
    /// 分值
    Weight,
    /// The condition of a check.
    Formula,
}

/// How it changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It was not there before.
    Added,
    /// It is there no more.
    Removed,
    /// It goes by another name.
    Renamed,
    /// It stands under another category.
    Moved,
    /// A number without a direction is larger.
    Raised,
    /// A number without a direction is smaller.
    Lowered,
    /// A target asks for more.
    Tightened,
    /// A target asks for less.
    Relaxed,
    /// It is another, and neither more nor less.
    Changed,
    /// At least became at most, or the other way round.
    Reversed,
    /// The same value with another sign, or with one where there was none.
    Sign,
    /// It measures something else, so that the numbers cannot be compared.
    Unit,
    /// A target of another kind, as [`Target::kind`](crate::model::Target::kind) names them: a number became words.
    Kind {
        /// What it was.
        old: &'static str,
        /// What it is.
        new: &'static str,
    },
    /// Other words.
    Reworded,
    /// It was open (tbd), and is settled now.
    Settled,
    /// It was settled, and is open (tbd) now.
    Opened,
    /// It means the same, and forms print something else for it.
    Shown,
    /// A date that has moved along with the budget year.
    Shifted,
    /// The same value in another spelling or unit: no difference, but told to programs.
    Respelt,
}

/// By how much it changed: what is new less what was old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// A number.
    Amount {
        /// In the unit; `None` where it has no decimal of 28 digits or less.
        number: Option<Decimal>,
        /// The unit in which the new value is written; empty where it has none.
        unit: String,
        /// The same in percent of the old value, rounded half up to two decimals; `None` where that is zero.
        percent: Option<Decimal>,
    },
    /// Days of a date.
    Days {
        /// Later, or below zero earlier.
        days: i32,
        /// Whether both dates were compared within their own budget years, which differ.
        within_year: bool,
    },
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub what: What,
    /// How.
    pub how: How,
    /// What was said; `None` where nothing was.
    pub old: Option<Said>,
    /// What is said now; `None` where nothing is.
    pub new: Option<Said>,
    /// By how much, where both are numbers or dates that can be compared.
    pub by: Option<By>,
}

impl How {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Raised => "raised",
            Self::Lowered => "lowered",
            Self::Tightened => "tightened",
            Self::Relaxed => "relaxed",
            Self::Changed => "changed",
            Self::Reversed => "reversed",
            Self::Sign => "sign",
            Self::Unit => "unit",
            Self::Kind { .. } => "kind",
            Self::Reworded => "reworded",
            Self::Settled => "settled",
            Self::Opened => "opened",
            Self::Shown => "shown",
            Self::Shifted => "shifted",
            Self::Respelt => "respelt",
        }
    }
}

impl Change {
    /// A change from one text to another.
    pub fn new(what: What, how: How, old: &Said, new: &Said) -> Self {
        Self { what, how, old: Some(old.clone()), new: Some(new.clone()), by: None }
    }

    /// The change from what there was to what there is; `None` where nothing changed.
    pub(super) fn of(what: What, old: Option<&Said>, new: Option<&Said>) -> Option<Self> {
        let how = match (old, new) {
            (None, None) => return None,
            (None, Some(_)) => How::Added,
            (Some(_), None) => How::Removed,
            (Some(old), Some(new)) if old.text == new.text => return None,
            _ => How::Changed,
        };
        Some(Self { what, how, old: old.cloned(), new: new.cloned(), by: None })
    }

    /// Says how it changed where both texts are there.
    pub(super) fn told(self, how: How) -> Self {
        if self.how == How::Changed { Self { how, ..self } } else { self }
    }

    /// Whether it is the same in another spelling, which makes no difference.
    pub fn is_spelling(&self) -> bool {
        self.how == How::Respelt
    }

    /// Whether less is asked for, or what is asked for can be judged less well: a target relaxed, left open, or told in
    /// words where there was a number or a date.
    pub fn is_weaker(&self) -> bool {
        let is_asked = matches!(self.what, What::Target | What::Total | What::Stretch);
        let weakens = match self.how {
            How::Relaxed | How::Opened => true,
            How::Kind { old, new } => new == "text" && !matches!(old, "boolean" | "tbd"),
            _ => false,
        };
        is_asked && weakens
    }

    /// Whether the same became the same in another project.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        fn text(said: &Option<Said>) -> Option<&Value> {
            said.as_ref().map(|said| &said.text)
        }
        self.what == other.what && text(&self.old) == text(&other.old) && text(&self.new) == text(&other.new)
    }
}

/// A text that is the same in both languages.
pub(super) fn plain(text: impl Into<String>) -> Value {
    Value::from(text.into())
}
