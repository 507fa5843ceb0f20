//! What categories and units are about, whatever a standard calls them.

use serde::Deserialize;

use super::DATA;
use crate::field::{Unit, Units};

/// What the indicators of a category are about, in any standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// How much is done.
    Quantity,
    /// How well.
    Quality,
    /// When.
    Timeliness,
    /// For how much money, or at which cost to others.
    Cost,
    /// What comes of it.
    Benefit,
    /// How satisfied people are with it.
    Satisfaction,
}

impl Kind {
    /// What a category of this name is about, if that is known. Forms of provinces have names of their own, but hardly
    /// without the usual words: 社会公众或服务对象满意度指标.
    pub fn of(name: &str) -> Option<Self> {
        let mut kinds = DATA.iter().flat_map(|data| &data.categories);
        kinds.find(|(_, word)| name.contains(word.as_str())).map(|(kind, _)| *kind)
    }
}

/// Whether a unit counts things, one by one: not a length, not a rank, not a price.
pub fn is_counted(unit: &Unit, text: &str, units: &Units) -> bool {
    let is_thing = unit.dimension.is_simple() && !units.measure_id(unit.measure).is_ascii();
    is_thing && !DATA.iter().any(|data| data.uncounted.iter().any(|word| word == text))
}
