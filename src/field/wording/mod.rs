//! What words in names and values say: that 合格率 is a rate, that of 事故 fewer are better, that 明显提升 names no
//! base. All of it is data, in `data/words.json`; who looks at names and values asks here.

mod beside;
mod counted;
mod kind;
mod months;
mod name;
mod patterns;
mod same;
mod telling;
mod value;

pub use beside::{behind_bound, behind_row, by_when, is_doing, is_for_each, uncounting};
pub use counted::{count_alike, general_unit, misspelt, units_of_count};
pub use kind::{Kind, is_counted};
pub use months::part_of_year;
pub use name::{Word, Words, bare};
pub use same::{is_same_name, name_fingerprint};
pub use telling::telling_parts;
pub use value::{Expression, Term};

use std::sync::LazyLock;

use foldhash::HashMap;
use serde::Deserialize;

/// The embedded file.
#[derive(Deserialize)]
struct Data {
    names: HashMap<Word, Vec<String>>,
    /// What may follow the word for something bad up to the end of a name.
    tails: Vec<String>,
    values: HashMap<Term, Vec<String>>,
    /// What the names of categories hold, the first that fits counts.
    categories: Vec<(Kind, String)>,
    /// What numbers in words are made of, a letter each.
    numerals: Vec<char>,
    /// What one numeral counts where it stands before it: 两期, but not 一般.
    measured: Vec<char>,
    /// Units that look like those of counted things: 国家二级 is one thing of a rank, not two.
    uncounted: Vec<String>,
    /// Parts of a year that have names, each with its first and its last month.
    parts_of_year: Vec<(String, i8, i8)>,
}

/// A mistake in the embedded file is a mistake in the program; a test asserts that there is none.
static DATA: LazyLock<Option<Data>> = LazyLock::new(|| serde_json::from_str(include_str!("../data/words.json")).ok());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_are_sound() {
        let data = DATA.as_ref().unwrap();
        for list in data.names.values().chain(data.values.values()).chain([&data.tails, &data.uncounted]) {
            let mut words = list.clone();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), list.len(), "a word stands twice in {list:?}");
            assert!(words.iter().all(|word| !word.is_empty()));
        }
    }
}
