//! The words that are no keywords but have a spelling in each language: those that a standard declares.

use std::borrow::Cow;

use crate::diagnostic::Lang;

/// What a word stands for at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A level-2 category at the head of an indicator: `quantity`, `数量`.
    Category,
    /// A level-1 category at the head of a weight: `output`, `产出`.
    Level,
    /// A source of money at the head of an amount: `fiscal`, `财政资金`.
    Fund,
    /// A grade in a list of thresholds: `excellent`, `优`.
    Grade,
    /// A name in the formula of a `check` that is no label of the same file: a category, a function, a label of another.
    Formula,
}

/// Knows the words of the standard in force.
pub trait Vocabulary {
    /// The spelling of a word in a language; `None` where the word is to stay as it is.
    ///
    /// The word comes with its full-width letters made ASCII.
    fn spelling(&self, word: &str, role: Role, lang: Lang) -> Option<Cow<'_, str>>;
}
