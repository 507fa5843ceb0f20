//! What reviewers of performance targets criticise, a file a rule. The code of a rule bears the number of its point in
//! the list of `docs/practice.md`.
//!
//! Most of these do not make a table wrong: they are warnings where a reviewer sends it back, advice where it could be
//! better, and off where they would often be mistaken. What words in names and values say is known in one place,
//! [`crate::field::Words`]; names are read once for all rules.

mod amounts;
mod cost_without_direction;
mod costs_fit_budget;
mod count_as_quality;
mod deadline_is_definite;
mod degree_without_base;
mod description_says_more;
mod filed_rightly;
mod names_differ;
mod no_template_text;
mod number_expected;
mod number_fits_name;
mod offered_check;
mod percentage_as_quantity;
mod prices;
mod satisfaction_misplaced;
mod texts_differ;
mod time_expected;
mod unit_fits_name;
mod vague_value;
mod weight_is_shared;
mod weights_as_standard;

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Fix, Lang},
    field::{Category, Expression, Field, Kind, Unit, Words, is_counted},
    model::{Indicator, Meaning, Project, Quantity, Target, UnitUse},
};

/// A row of the table, with all that rules about it look at.
pub(super) struct Line<'r, 's> {
    pub project: &'r Project<'s>,
    pub indicator: &'r Indicator<'s>,
    /// What the words in its name say.
    pub words: Words,
    pub field: &'r Field,
}

impl<'r, 's> Line<'r, 's> {
    pub fn category(&self) -> &'r Category {
        self.project.standard.category(self.indicator.category)
    }

    pub fn is(&self, kind: Kind) -> bool {
        self.category().kind == Some(kind)
    }

    pub fn target(&self) -> Option<&'r Target<'s>> {
        self.indicator.target.as_ref()
    }

    /// The number that is to be reached, where it is a single one.
    pub fn quantity(&self) -> Option<&'r Quantity<'s>> {
        self.target()?.quantity()
    }

    /// Whether a unit is that of a ratio: %, ‰, 倍.
    pub fn is_ratio(&self, unit: &UnitUse<'_>) -> bool {
        unit.meaning.is_some_and(|unit| self.field.units.measure_id(unit.measure) == "ratio")
    }

    /// Whether a unit counts things one by one.
    pub fn counts(&self, unit: &UnitUse<'_>) -> bool {
        let is_counted = |meaning: Unit| is_counted(&meaning, unit.text, &self.field.units);
        self.target().is_some_and(|target| target.per.is_none()) && unit.meaning.is_some_and(is_counted)
    }

    /// What the target says, where it is in words.
    pub fn expression(&self) -> Option<Expression> {
        match &self.target()?.meaning {
            Meaning::Text(text) => Some(Expression::of(text)),
            _ => None,
        }
    }

    /// The first category of a kind, if the standard has one, and its word in the language of the row's own.
    fn first_of(&self, kind: Kind) -> Option<(&'r Category, &'r str)> {
        let category = self.project.standard.categories.list.iter().find(|category| category.kind == Some(kind))?;
        Some((category, if language(self.project, self.indicator) == Lang::En { &category.id } else { &category.word }))
    }

    /// Adds the repair that puts the row into the first category of another kind, if the standard has one. It changes what
    /// the table says.
    pub fn moved_to(&self, kind: Kind, finding: Diagnostic) -> Diagnostic {
        match self.first_of(kind) {
            Some((_, word)) => finding.fix(Fix::guess(self.indicator.word, word)),
            None => finding,
        }
    }

    /// A finding about the target, which names the indicator.
    pub fn finding(&self, code: Code) -> Option<Diagnostic> {
        let finding = Diagnostic::new(code, self.target()?.span).with("name", &*self.indicator.name.value);
        Some(finding.with("category", &self.category().names))
    }
}

/// The language of a row's own word. A Chinese word is as long as the English one by chance only.
fn language(project: &Project<'_>, row: &Indicator<'_>) -> Lang {
    let is_english = row.word.range.len() == project.standard.category(row.category).id.len();
    if is_english { Lang::En } else { Lang::Zh }
}

type LineRule = fn(&Line<'_, '_>) -> Option<Diagnostic>;
type TableRule = fn(&Project<'_>, &Field, &mut Findings);

/// The rules about a row, by the code that switches them.
const LINES: &[(Code, LineRule)] = &[
    (Code::NumberExpected, number_expected::number_is_given),
    (Code::VagueValue, vague_value::value_can_be_judged),
    (Code::CostWithoutDirection, cost_without_direction::cost_has_a_direction),
    (Code::TimeExpected, time_expected::timeliness_tells_a_time),
    (Code::PercentageAsQuantity, percentage_as_quantity::quantity_is_no_percentage),
    (Code::CountAsQuality, count_as_quality::quality_is_no_count),
    (Code::SatisfactionMisplaced, satisfaction_misplaced::satisfaction_is_in_its_place),
    (Code::DegreeWithoutBase, degree_without_base::degree_has_a_base),
    (Code::UnitAgainstName, unit_fits_name::unit_fits_name),
    (Code::NumberAgainstName, number_fits_name::number_fits_name),
    (Code::MisfiledIndicator, filed_rightly::row_is_filed_rightly),
    (Code::VagueDeadline, deadline_is_definite::deadline_is_definite),
    (Code::DominantWeight, weight_is_shared::weight_is_shared),
];

/// The rules about a table as a whole.
const TABLES: &[(Code, TableRule)] = &[
    (Code::TemplateText, no_template_text::no_template_text_is_left),
    (Code::RepeatedDescription, description_says_more::descriptions_say_more_than_names),
    (Code::PastedText, texts_differ::texts_differ),
    (Code::NearDuplicate, names_differ::names_differ),
    (Code::MisfiledIndicator, filed_rightly::categories_are_filed_rightly),
    (Code::CostsAgainstBudget, costs_fit_budget::costs_fit_budget),
    (Code::UnusualWeights, weights_as_standard::weights_are_as_standard),
];

/// Whether any of them holds.
pub(super) fn is_wanted(findings: &Findings) -> bool {
    let codes = LINES.iter().map(|(code, _)| *code).chain(TABLES.iter().map(|(code, _)| *code));
    codes.into_iter().any(|code| findings.wants(code))
}

/// Applies the rules that hold.
pub(super) fn project(project: &Project<'_>, words: &[Words], field: &Field, findings: &mut Findings) {
    apply(LINES, TABLES, project, words, field, findings);
}

/// A rule that is switched off is not computed. Rows with a mistake that was reported are left alone: they may lack what
/// they seem to lack for that reason.
fn apply(
    lines: &[(Code, LineRule)],
    tables: &[(Code, TableRule)],
    project: &Project<'_>,
    words: &[Words],
    field: &Field,
    findings: &mut Findings,
) {
    let sound = project.indicators.iter().zip(words).filter(|(indicator, _)| !indicator.broken);
    let sound = sound.map(|(indicator, words)| Line { project, indicator, words: *words, field });
    for (code, rule) in lines {
        if findings.wants(*code) {
            sound.clone().for_each(|line| findings.report_if(rule(&line)));
        }
    }
    for (code, rule) in tables {
        if findings.wants(*code) {
            rule(project, field, findings);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    use super::*;
    use crate::{
        compile::{Visitor, compile},
        diagnostic::{Family, Levels},
        model::{Model, NoFiles, Workspace},
    };

    static COMPUTED: AtomicUsize = AtomicUsize::new(0);

    const OFF: Code = Code::TemplateText;
    const ON: Code = Code::PastedText;

    /// Applies rules that count how often they are computed: for each row, and for the table.
    struct Counting;

    impl Visitor for Counting {
        fn project(&mut self, project: &Project<'_>, model: &Model<'_>, _: &Workspace) {
            let line: LineRule = |_| {
                COMPUTED.fetch_add(1, Ordering::Relaxed);
                None
            };
            let table: TableRule = |_, _, _| {
                COMPUTED.fetch_add(100, Ordering::Relaxed);
            };
            let mut levels = Levels::default();
            levels.select(&[ON]);
            let mut findings = Findings::by(Arc::new(levels));
            let words = vec![Words::default(); project.indicators.len()];
            for code in [OFF, ON] {
                apply(&[(code, line)], &[(code, table)], project, &words, &model.field, &mut findings);
                let expected = if code == ON { 102 } else { 0 };
                assert_eq!(COMPUTED.load(Ordering::Relaxed), expected, "{code:?}");
            }
        }
    }

    #[test]
    fn a_rule_that_is_off_is_not_computed() {
        let text = "project \"p\" {\nquantity \"a\" 1 个\nquantity \"b\" 2 个\nquantity \"c\" 3 个 “多余”\n}";
        compile("main.perf", text.into(), &NoFiles, Counting);
    }

    /// Each rule of review practice is in one of the lists; others are older codes that find more than they did.
    #[test]
    fn each_rule_is_applied() {
        let listed =
            |code: &Code| LINES.iter().any(|(other, _)| other == code) || TABLES.iter().any(|(other, _)| other == code);
        let all = Code::all().filter(|code| code.rule().family == Family::Practice);
        let left: Vec<Code> = all.filter(|code| !listed(code)).collect();
        assert_eq!(left, []);
    }
}
