//! The row of sums below the indicators: 总分, and perhaps the grade that it earned.

use super::{
    form::{Entry, Row},
    money,
    words::{Column, Words},
};
use crate::field::Field;

/// What a project earned in all.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Total<'d> {
    /// 总分
    pub score: Option<Entry<'d>>,
    /// 等级
    pub grade: Option<Entry<'d>>,
}

impl<'d> Total<'d> {
    /// Takes both out of the first row of sums that has them; `own` are its cells. Answers whether nothing else stands in
    /// it but sums.
    pub fn take(&mut self, row: &Row<'d>, own: &[Entry<'d>]) -> bool {
        let Some((first, rest)) = own.split_first() else { return false };
        let score = row.get(Column::Score).filter(is_number);
        if self.score.is_some() || score.is_none() || !Words::get().is_sum(first.text) {
            return false;
        }
        self.score = score;
        self.grade = rest.iter().copied().find(is_grade);
        rest.iter().all(|entry| is_number(entry) || Some(*entry) == self.grade)
    }

    /// What it says.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'d>> {
        self.score.into_iter().chain(self.grade)
    }
}

fn is_number(entry: &Entry<'_>) -> bool {
    money::number(entry.text.trim_end_matches('分')).is_some()
}

/// Whether a text is a grade of any standard.
fn is_grade(entry: &Entry<'_>) -> bool {
    Field::embedded().standards.iter().any(|standard| standard.grades.find(entry.text).is_some())
}
