//! What a review looks at, and how much each finding counts: `field/data/review.json`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::{
    diagnostic::{Code, Lang, Severity},
    report::Both,
};

/// All that a review goes by.
#[derive(Debug, Deserialize)]
pub struct Criteria {
    /// What it looks at, in order.
    pub aspects: Vec<Aspect>,
    /// The codes that are no matter of a review of targets: documents, results, settings.
    apart: Vec<String>,
    taken: Taken,
    /// The grades, the best first; the last has no conditions.
    pub grades: Vec<Grade>,
}

/// One thing that a review looks at.
#[derive(Debug, Deserialize)]
pub struct Aspect {
    /// Its word for programs.
    pub id: String,
    /// What it is called.
    pub names: Both,
    /// Its points; those of all aspects are 100.
    pub weight: u32,
    /// What is asked.
    pub asks: Both,
    /// What only a person can judge.
    pub judge: Both,
    /// The codes that count for it, each whole (`P405`) or as its begin (`P4`).
    codes: Vec<String>,
}

/// How many hundredths of the points of its aspect a finding takes.
#[derive(Debug, Deserialize)]
struct Taken {
    error: u32,
    warning: u32,
    advice: u32,
}

/// A grade and what it takes.
#[derive(Debug, Deserialize)]
pub struct Grade {
    /// Its word for programs.
    pub id: String,
    /// What it is called.
    pub names: Both,
    /// The points that it takes.
    pub from: u32,
    /// The errors that there may be; any number where that is not said.
    pub most_errors: Option<usize>,
}

impl Criteria {
    /// Those of the field. A test asserts that they can be read and that each code has one place.
    pub fn of_field() -> &'static Self {
        static CRITERIA: LazyLock<Criteria> = LazyLock::new(|| {
            let read = serde_json::from_str(include_str!("../field/data/review.json"));
            read.unwrap_or(Criteria { aspects: Vec::new(), apart: Vec::new(), taken: Taken::NONE, grades: Vec::new() })
        });
        &CRITERIA
    }

    /// The number of the aspect that a code counts for, by the longest begin that names it; `None` for what is no matter of
    /// a review.
    pub fn aspect(&self, code: Code) -> Option<usize> {
        let lists = self.aspects.iter().map(|aspect| &aspect.codes).enumerate();
        let longest = lists.filter_map(|(number, codes)| Some((fitting(codes, code)?, number))).max();
        let apart = fitting(&self.apart, code);
        longest.filter(|(length, _)| apart.is_none_or(|apart| apart < *length)).map(|(_, number)| number)
    }

    /// How many hundredths of the points of its aspect a finding takes.
    pub fn taken(&self, severity: Severity) -> u32 {
        match severity {
            Severity::Error => self.taken.error,
            Severity::Warning => self.taken.warning,
            Severity::Advice => self.taken.advice,
        }
    }
}

impl Taken {
    const NONE: Self = Self { error: 0, warning: 0, advice: 0 };
}

impl Grade {
    /// Its name in one language.
    pub fn name(&self, lang: Lang) -> &str {
        self.names.get(lang)
    }
}

/// The length of the longest of these begins that a code has.
fn fitting(begins: &[String], code: Code) -> Option<usize> {
    let code = code.rule().code;
    begins.iter().filter(|begin| code.starts_with(begin.as_str())).map(String::len).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_has_one_place() {
        let criteria: Criteria = serde_json::from_str(include_str!("../field/data/review.json")).unwrap();
        let lists: Vec<&[String]> =
            criteria.aspects.iter().map(|aspect| &*aspect.codes).chain([&*criteria.apart]).collect();
        for code in Code::all() {
            let lengths: Vec<usize> = lists.iter().filter_map(|begins| fitting(begins, code)).collect();
            let longest = lengths.iter().max();
            let named = lengths.iter().filter(|length| Some(*length) == longest).count();
            assert_eq!(named, 1, "{}", code.rule().code);
        }
    }

    #[test]
    fn the_numbers_are_sound() {
        let criteria = Criteria::of_field();
        assert_eq!(criteria.aspects.iter().map(|aspect| aspect.weight).sum::<u32>(), 100);
        assert!(criteria.grades.is_sorted_by(|better, worse| better.from > worse.from));
        let last = criteria.grades.last().unwrap();
        assert_eq!((last.from, last.most_errors), (0, None));
        assert_eq!(criteria.aspect(Code::CostOverBudget), Some(2));
        assert_eq!(criteria.aspect(Code::ResultNotScored), None);
    }
}
