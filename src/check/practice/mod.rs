//! What reviewers of performance targets criticise, a file a rule. The code of a rule bears the number of its point in
//! the list of `docs/practice.md`.
//!
//! None of these makes a table wrong: they are warnings where a reviewer sends it back, advice where it could be better,
//! and off where they would often be mistaken. What a word in a name says is known in one place,
//! [`crate::field::Words`], and looked up once for each row.

mod amounts;
mod cost_without_direction;
mod costs_fit_budget;
mod deadline_is_definite;
mod description_says_more;
mod filed_rightly;
mod names_differ;
mod no_template_text;
mod number_fits_name;
mod same_name;
mod texts_differ;
mod unit_fits_name;
mod weight_is_shared;
mod weights_as_standard;

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
    pub field: &'r Field,
}

impl<'r> Line<'r, '_> {
    pub fn category(&self) -> &'r Category {
        self.project.standard.category(self.indicator.category)
    }
}

type LineRule = fn(&Line<'_, '_>, &mut Findings);
type TableRule = fn(&Project<'_>, &[Words], &Field, &mut Findings);

/// The rules about a row, by the code that switches them.
const LINES: &[(Code, LineRule)] = &[
    (Code::CostWithoutDirection, cost_without_direction::cost_has_a_direction),
    (Code::UnitAgainstName, unit_fits_name::unit_fits_name),
    (Code::NumberAgainstName, number_fits_name::number_fits_name),
    (Code::VagueDeadline, deadline_is_definite::deadline_is_definite),
    (Code::DominantWeight, weight_is_shared::weight_is_shared),
];

/// The rules about a table as a whole; they take what the names of its rows say.
const TABLES: &[(Code, TableRule)] = &[
    (Code::TemplateText, no_template_text::no_template_text_is_left),
    (Code::RepeatedDescription, description_says_more::descriptions_say_more_than_names),
    (Code::PastedText, texts_differ::texts_differ),
    (Code::NearDuplicate, names_differ::names_differ),
    (Code::MisfiledIndicator, filed_rightly::all_is_filed_rightly),
    (Code::CostsAgainstBudget, costs_fit_budget::costs_fit_budget),
    (Code::UnusualWeights, weights_as_standard::weights_are_as_standard),
];

/// Applies the rules that hold; one that is switched off is not computed.
pub(super) fn project(project: &Project<'_>, words: &[Words], field: &Field, findings: &mut Findings) {
    for (code, rule) in LINES {
        if findings.wants(*code) {
            // What is wrong with the line of a row has been said.
            let sound = project.indicators.iter().zip(words).filter(|(indicator, _)| !indicator.broken);
            for (indicator, words) in sound {
                rule(&Line { project, indicator, words: *words, field }, findings);
            }
        }
    }
    for (code, rule) in TABLES {
        if findings.wants(*code) {
            rule(project, words, field, findings);
        }
    }
}
