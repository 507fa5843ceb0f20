//! What reviewers of performance targets criticise, a file a rule. The code of a rule bears the number of its point in
//! the list of `docs/practice.md`.
//!
//! None of these makes a table wrong: they are warnings where a reviewer sends it back, advice where it could be better,
//! and off where they would often be mistaken. What a word in a name says is known in one place,
//! [`crate::field::Words`], and looked up once for each row.

mod cost_without_direction;

use crate::{
    diagnostic::{Code, Findings},
    field::{Category, Field, Words},
    model::{Indicator, Project},
};

/// A row of the table, with all that rules about it look at.
pub(super) struct Line<'r, 's> {
    pub project: &'r Project<'s>,
    pub indicator: &'r Indicator<'s>,
    /// What the words in its name say.
    pub words: Words,
    #[allow(dead_code, reason = "rules to come look at units")]
    pub field: &'r Field,
}

impl<'r> Line<'r, '_> {
    pub fn category(&self) -> &'r Category {
        self.project.standard.category(self.indicator.category)
    }
}

type LineRule = fn(&Line<'_, '_>, &mut Findings);
type TableRule = fn(&Project<'_>, &[Words], &mut Findings);

/// The rules about a row, by the code that switches them.
const LINES: &[(Code, LineRule)] = &[(Code::CostWithoutDirection, cost_without_direction::cost_has_a_direction)];

/// The rules about a table as a whole; they take what the names of its rows say.
const TABLES: &[(Code, TableRule)] = &[];

/// Applies the rules that hold; one that is switched off is not computed.
pub(super) fn project(project: &Project<'_>, words: &[Words], field: &Field, findings: &mut Findings) {
    for (code, rule) in LINES {
        if findings.wants(*code) {
            for (indicator, words) in project.indicators.iter().zip(words) {
                rule(&Line { project, indicator, words: *words, field }, findings);
            }
        }
    }
    for (code, rule) in TABLES {
        if findings.wants(*code) {
            rule(project, words, findings);
        }
    }
}
