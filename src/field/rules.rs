//! Rules of a standard: for which indicators they hold, and which of them goes first.

use super::standard::{CategoryId, Direction};

/// What a rule is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Numbers that are the better the more, or the less, they are.
    Numbers(Direction),
    /// Numbers that are to equal their target.
    Exact,
    /// Dates.
    Deadline,
    /// The budget.
    Execution,
    /// All of a category, whatever they are.
    Category(CategoryId),
}

/// A rule for each subject that the standard states one for.
#[derive(Debug, Clone)]
pub struct Rules<T> {
    list: Vec<(Subject, T)>,
}

impl<T> Default for Rules<T> {
    fn default() -> Self {
        Self { list: Vec::new() }
    }
}

impl<T> Rules<T> {
    /// The rule for a subject, if the standard states one.
    pub fn of(&self, subject: Subject) -> Option<&T> {
        self.list.iter().find(|(known, _)| *known == subject).map(|(_, rule)| rule)
    }

    /// The rule for the first of these subjects that has one, and that subject.
    pub fn first_of(&self, subjects: impl IntoIterator<Item = Subject>) -> Option<(Subject, &T)> {
        subjects.into_iter().find_map(|subject| Some((subject, self.of(subject)?)))
    }

    /// States the rule for a subject; it takes the place of what was said before.
    pub(super) fn set(&mut self, subject: Subject, rule: T) {
        match self.list.iter_mut().find(|(known, _)| *known == subject) {
            Some((_, known)) => *known = rule,
            None => self.list.push((subject, rule)),
        }
    }
}
