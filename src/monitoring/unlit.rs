//! Why something has no light.

use crate::{
    diagnostic::{Phrase, Text},
    evaluation::Missing,
};

/// Why something has no light.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unlit {
    /// Nobody says which day the results are of.
    NoDay,
    /// That day is before the project or its budget year begins.
    NotBegun,
    /// Its deadline is still to come.
    NotDue,
    /// The standard says nothing of such targets.
    NoRule,
    /// What a score would need as well.
    Missing(Missing),
}

impl Unlit {
    /// The name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoDay => "no-day",
            Self::NotBegun => "not-begun",
            Self::NotDue => "not-due",
            Self::NoRule => "no-rule",
            Self::Missing(missing) => missing.id(),
        }
    }

    /// The reason, for users.
    pub fn phrase(&self) -> Phrase {
        let phrase = |zh, en| Phrase::new(Text { zh, en });
        match self {
            Self::NoDay => phrase(
                "没有写是哪一天的情况，例如 截至 2026-07-31",
                "which day the results are of is not said, as in `at 2026-07-31`",
            ),
            Self::NotBegun => {
                phrase("这一天项目或预算年度还没有开始", "the project or its budget year had not begun by that day")
            }
            Self::NotDue => phrase("期限还没有到", "not due yet"),
            Self::NoRule => {
                phrase("标准没有规定这类指标亮什么灯", "the standard does not say which lights such targets have")
            }
            Self::Missing(missing) => missing.phrase(),
        }
    }
}

impl From<Missing> for Unlit {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::NoRule => Self::NoRule,
            missing => Self::Missing(missing),
        }
    }
}
