//! What goes with the names of indicators and categories: the units of what is counted, and slips in the names of categories.
//! They are data, in `data/names.json`.

use std::sync::LazyLock;

use foldhash::HashMap;
use serde::Deserialize;

/// The embedded file.
#[derive(Default, Deserialize)]
pub(super) struct Data {
    /// The units that go with the ending of a name. Endings that other words end with are none: 专家数 counts no 家.
    units: HashMap<String, Vec<String>>,
    /// What is meant by a misspelt name of a category.
    misspelt: HashMap<String, String>,
    /// What stands beside numbers within names.
    pub numbers: Numbers,
    /// Endings that say no more than that something is counted, the longer ones first.
    pub counting: Vec<String>,
    /// The unit that counts any thing.
    general: String,
    /// Words of many names, which do not tell what one is about.
    pub common: Vec<String>,
    /// What a template calls its rows before they have names.
    pub rows: Vec<String>,
}

/// What stands beside numbers within names. Of words that begin or end alike the longer one goes first.
#[derive(Default, Deserialize)]
pub(super) struct Numbers {
    /// Behind a number, these make it a bound of what is counted.
    pub bounds: Vec<String>,
    /// Before a number, these make it a price, a share, or about.
    pub each: Vec<String>,
    /// Behind these a number in words counts what is done.
    pub doing: Vec<String>,
    /// Behind a day, these make it a deadline.
    pub by: Vec<String>,
}

/// A mistake in the embedded file is a mistake in the program; a test asserts that there is none.
pub(super) static DATA: LazyLock<Data> =
    LazyLock::new(|| serde_json::from_str(include_str!("../data/names.json")).unwrap_or_default());

/// The most letters that an ending has.
const LONGEST: usize = 4;

/// The longest ending of a name that says what is counted, with the units that go with it: 人数 with 人, 名, 位.
pub fn units_of_count(name: &str) -> Option<(&'static str, &'static [String])> {
    let starts: Vec<usize> = name.char_indices().rev().take(LONGEST).map(|(start, _)| start).collect();
    let found = starts.iter().rev().find_map(|start| DATA.units.get_key_value(&name[*start..]));
    found.map(|(ending, units)| (ending.as_str(), units.as_slice()))
}

/// Whether two units count the same: 人 and 名, which are units of their own.
pub fn count_alike(one: &str, other: &str) -> bool {
    let has = |units: &Vec<String>, word: &str| units.iter().any(|unit| unit == word);
    DATA.units.values().any(|units| has(units, one) && has(units, other))
}

/// The unit that counts any thing: 个.
pub fn general_unit() -> &'static str {
    &DATA.general
}

/// The name of a category that a misspelt one stands for, both without 指标: 时效 for 实效.
pub fn misspelt(name: &str) -> Option<&'static str> {
    DATA.misspelt.get(name).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Field;

    #[test]
    fn the_embedded_names_are_sound() {
        let field = Field::embedded();
        assert!(!DATA.units.is_empty() && !DATA.misspelt.is_empty());
        for (ending, units) in &DATA.units {
            assert!(ending.chars().count() <= LONGEST, "{ending}");
            assert!(units.iter().all(|unit| field.units.find(unit).is_some()), "{ending}: {units:?}");
        }
        let standard = field.standard("mof-2020").unwrap();
        for (wrong, right) in &DATA.misspelt {
            assert!(standard.find_category(wrong).is_none() && standard.find_category(right).is_some(), "{wrong}");
        }
    }

    #[test]
    fn the_longest_ending_tells() {
        let ending = |name| units_of_count(name).map(|(ending, _)| ending);
        assert_eq!(ending("参训人次数"), Some("人次数"));
        assert_eq!(ending("参训人数"), Some("人数"));
        assert_eq!(ending("巡检机器人数"), Some("机器人数"));
        assert_eq!((ending("企业数"), ending("专家数"), ending("")), (None, None, None));
        assert!(count_alike("人", "名") && !count_alike("人", "人次数"));
    }
}
