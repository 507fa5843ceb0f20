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
    /// A source of money at the head of an amount or in a formula: `fiscal`, `财政资金`.
    Fund,
    /// A grade in a list of thresholds: `excellent`, `优`.
    Grade,
    /// What a formula adds up or counts, `sum(cost)`: a category or, where there is none of this name, a level.
    Group,
}

/// Knows the words of the standard in force.
pub trait Vocabulary {
    /// The spelling of a word in a language; the word itself where that language has none. `None` where there is no such
    /// word or another spelling would mean something else.
    ///
    /// The word comes with its full-width letters made ASCII.
    fn spelling(&self, word: &str, role: Role, lang: Lang) -> Option<Cow<'_, str>>;
}
