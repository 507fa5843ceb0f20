//! How progress during the year is shown as a light, as a standard says it.

use serde::Serialize;

use crate::{
    diagnostic::Text,
    values::Ratio,
    words::{Comparison, Keyword},
};

/// A light, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Light {
    /// 红灯: off the target.
    Red,
    /// 黄灯: behind.
    Yellow,
    /// 绿灯: as it should be.
    Green,
    /// 蓝灯: far ahead.
    Blue,
}

/// How a light is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lighting {
    /// Green where what is due is reached, else red.
    AllOrNothing,
    /// That of the first step which the share of what is due reaches; red where it reaches none.
    Steps(Vec<LightStep>),
}

/// A threshold and its light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LightStep {
    /// How the share must compare.
    pub comparison: Comparison,
    /// With what, 1 for all that is due.
    pub bound: Ratio,
    /// The light.
    pub light: Light,
}

impl Light {
    /// All lights, the worst first.
    pub const ALL: [Self; 4] = [Self::Red, Self::Yellow, Self::Green, Self::Blue];

    /// The word of a statement for it.
    pub const fn keyword(self) -> Keyword {
        match self {
            Self::Red => Keyword::Red,
            Self::Yellow => Keyword::Yellow,
            Self::Green => Keyword::Green,
            Self::Blue => Keyword::Blue,
        }
    }

    /// The light of a word.
    pub fn of(keyword: Keyword) -> Option<Self> {
        Self::ALL.into_iter().find(|light| light.keyword() == keyword)
    }

    /// The name in JSON.
    pub const fn id(self) -> &'static str {
        self.name().en
    }

    /// The name that forms and reports print.
    pub const fn name(self) -> Text {
        match self {
            Self::Red => Text { zh: "红灯", en: "red" },
            Self::Yellow => Text { zh: "黄灯", en: "yellow" },
            Self::Green => Text { zh: "绿灯", en: "green" },
            Self::Blue => Text { zh: "蓝灯", en: "blue" },
        }
    }
}

impl Lighting {
    /// The light of a share of what is due.
    pub fn light(&self, share: Ratio) -> Light {
        match self {
            Self::AllOrNothing => Self::all_or_nothing(share >= Ratio::ONE),
            Self::Steps(steps) => {
                let reached = steps.iter().find(|step| step.comparison.holds(&share, &step.bound));
                reached.map_or(Light::Red, |step| step.light)
            }
        }
    }

    /// The light of what is as it should be or not.
    pub const fn all_or_nothing(is_met: bool) -> Light {
        if is_met { Light::Green } else { Light::Red }
    }
}
