//! The words by which forms say what else became of a project: they are data, in `words.json`.

use std::sync::LazyLock;

use foldhash::HashMap;
use serde::Deserialize;

use super::super::{
    months::Months,
    words::{label, trimmed},
};

/// What a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Word {
    /// The project, or over a column, the project of each row.
    Project,
    /// The label of the indicator.
    Label,
    /// The category of the indicator.
    Category,
    /// The day that the results are of.
    At,
    /// The budget as it was adjusted.
    Adjusted,
    /// What was spent.
    Spent,
    /// What will be spent by the end of the year.
    Expected,
    /// The rate of execution.
    Rate,
    /// The points for it.
    Points,
    /// What became of the goals.
    Outcome,
    /// All points together.
    Total,
    /// The grade.
    Grade,
}

type Words = HashMap<String, Word>;

/// What a cell says as a label, if it is one that is known.
pub(super) fn word(text: &str) -> Option<Word> {
    static WORDS: LazyLock<Words> = LazyLock::new(|| read().unwrap_or_default());
    let word = label(trimmed(text)).word.to_lowercase();
    // 1-7月执行数
    let of_months = || WORDS.get(Months::before(&word)?.1).filter(|word| matches!(word, Word::Spent | Word::Rate));
    WORDS.get(&word).or_else(of_months).copied()
}

/// A mistake in the embedded file is a mistake in the program; a test asserts that there is none.
fn read() -> serde_json::Result<Words> {
    let list: HashMap<Word, Vec<String>> = serde_json::from_str(include_str!("words.json"))?;
    Ok(list.into_iter().flat_map(|(word, texts)| texts.into_iter().map(move |text| (text, word))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_are_sound() {
        let words = read().unwrap();
        for (text, word) in &words {
            assert_eq!(label(text).word, *text, "a word is spelt as labels are read");
            assert_eq!(super::word(text), Some(*word));
        }
        let list: HashMap<Word, Vec<String>> = serde_json::from_str(include_str!("words.json")).unwrap();
        let count: usize = list.values().map(Vec::len).sum();
        assert_eq!(words.len(), count, "no word says two things");
        assert_eq!(word("全年执行数（B）"), Some(Word::Spent));
        assert_eq!(word("其中：财政拨款"), None);
    }
}
