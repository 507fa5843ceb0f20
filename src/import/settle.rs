//! The text is read by the compiler, and each value compared with its cell. What it reads otherwise keeps the text of the
//! cell beside it; what it cannot read is that text and nothing else. So no value is ever guessed.

use std::collections::BTreeMap;

use super::source::{Plan, Slot, Source, Writing, write};
use crate::{
    compile::{Visitor, compile},
    diagnostic::{Code, Diagnostic, Family, Findings, Severity},
    field::Standard,
    model::{Meaning, Model, NoFiles, Project, Results, Target, UnitUse, Workspace},
    source::{Span, Spots},
};

/// How often the text is written and read. Each time at least one value comes nearer to its cell: there are three ways
/// to write one, and units to declare.
const MOST: usize = 8;

/// How often units are declared: one may come to light behind another. What is unknown after that is text.
const DECLARING: usize = 2;

/// The most letters that a unit nobody knows may have to be taken for one.
const UNIT_LETTERS: usize = 5;

/// Writes the text so that each cell of a value comes out of it as it went in.
pub(super) fn settle<'d>(plan: &mut Plan<'_, 'd>) -> Source<'d> {
    let mut writings: Vec<Writing> = Vec::new();
    for time in 1..MOST {
        let source = write(plan, &writings);
        let reading = Reading::of(&source, plan.standard);
        let next: Vec<Writing> = source.slots.iter().map(|slot| reading.next(slot)).collect();
        if time <= DECLARING && reading.declare_units(plan) {
            continue;
        }
        if next == writings || next.iter().zip(&source.slots).all(|(next, slot)| *next == slot.writing) {
            return source;
        }
        writings = next;
    }
    write(plan, &writings)
}

/// What the compiler read.
struct Reading {
    /// What is printed of the target that begins at a place, where its units are known.
    printed: BTreeMap<u32, String>,
    /// The units that are not known.
    unknown: Vec<String>,
    /// The mistakes, by their places. Of very many some are left out.
    errors: Vec<Span>,
}

impl Reading {
    fn of(source: &Source<'_>, standard: &Standard) -> Self {
        let targets = Targets { printed: BTreeMap::new(), unknown: Vec::new(), standard };
        let compiled = compile("imported.perf", source.text.clone().into_bytes(), &NoFiles, targets);
        let Targets { printed, unknown, .. } = compiled.output;
        Self { printed, unknown, errors: errors(&compiled.findings) }
    }

    /// How a value is written next.
    fn next(&self, slot: &Slot<'_>) -> Writing {
        if slot.writing == Writing::Text || self.has_error(slot) {
            return Writing::Text;
        }
        // A share begins with the word for it.
        let places = slot.range.start as u32..slot.range.end as u32;
        let printed = self.printed.range(places).next();
        match (printed.is_some_and(|(_, printed)| slot.value.is_printed(printed, slot.role)), slot.writing) {
            (true, writing) => writing,
            (false, Writing::Read) => Writing::Shown,
            (false, _) => Writing::Text,
        }
    }

    fn has_error(&self, slot: &Slot<'_>) -> bool {
        let first = self.errors.partition_point(|span| (span.range.start as usize) < slot.range.start);
        self.errors.get(first).is_some_and(|span| span.range.start as usize <= slot.range.end)
    }

    /// Declares the words behind numbers that may be units; answers whether there is a new one.
    fn declare_units(self, plan: &mut Plan<'_, '_>) -> bool {
        let before = plan.units.len();
        let units = &plan.field.units;
        let is_unit = |word: &str| {
            word.chars().count() <= UNIT_LETTERS
                && word.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
                && units.prefix(word).is_none()
                && !units.is_multiplier(word)
                && !word.starts_with(['余', '多', '左', '月', '年', '日', '几', '元'])
        };
        // Of 元/餐 it is 餐.
        let below = |word: &str| {
            word.split_once('/').filter(|(above, _)| units.find(above).is_some()).map(|(_, below)| below.to_owned())
        };
        let words = self.unknown.into_iter().map(|word| below(&word).unwrap_or(word));
        plan.units.extend(words.filter(|word| is_unit(word)));
        plan.units.len() > before
    }
}

/// The mistakes in the spelling of statements and values. What else is wrong with a table is wrong in the document.
fn errors(findings: &Findings) -> Vec<Span> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.filter(|finding| is_spelling(finding)).map(Diagnostic::span).collect()
}

/// Whether a finding says that a value cannot be read, and not that it does not fit what stands around it.
fn is_spelling(finding: &Diagnostic) -> bool {
    let is_misfit = matches!(
        finding.code,
        Code::UnitForCategory
            | Code::DimensionMismatch
            | Code::PercentageRange
            | Code::ThresholdOrder
            | Code::TargetOrder
    );
    !is_misfit && matches!(finding.code.rule().family, Family::Syntax | Family::Names | Family::Values)
}

/// Collects what is printed of each target, and the units that nobody knows.
struct Targets<'p> {
    printed: BTreeMap<u32, String>,
    unknown: Vec<String>,
    standard: &'p Standard,
}

impl Targets<'_> {
    fn target(&mut self, target: Option<&Target<'_>>, standard: &Standard) {
        let Some(target) = target else { return };
        let before = self.unknown.len();
        self.unknown.extend(unknown(target).map(|unit| unit.text.to_owned()));
        if self.unknown.len() == before {
            self.printed.insert(target.span.range.start, target.printed(standard));
        }
    }
}

/// The units of a target that are not known.
fn unknown<'t>(target: &'t Target<'_>) -> impl Iterator<Item = UnitUse<'t>> {
    let units: Vec<Option<UnitUse<'t>>> = match &target.meaning {
        Meaning::Number(quantity) => vec![quantity.unit],
        Meaning::Range(interval) => vec![interval.unit, interval.low_unit],
        Meaning::Graded(grades) => grades.iter().map(|grade| grade.bound.unit).collect(),
        Meaning::Steps(steps) => steps.iter().map(|step| step.bound.unit).collect(),
        _ => Vec::new(),
    };
    units.into_iter().flatten().filter(|unit| unit.meaning.is_none())
}

impl Visitor for Targets<'_> {
    fn project(&mut self, project: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        for indicator in &project.indicators {
            self.target(indicator.target.as_ref(), &project.standard);
            if let Some(details) = &indicator.details {
                for other in [&details.baseline, &details.total, &details.stretch] {
                    self.target(other.as_ref(), &project.standard);
                }
            }
        }
    }

    fn results(&mut self, _: &Project<'_>, results: &[Results<'_>], _: &Model<'_>, _: &dyn Spots) {
        for row in results.iter().flat_map(|results| &results.rows) {
            let forecast = row.forecast.as_ref().and_then(|forecast| forecast.value.as_ref());
            [row.value.as_ref(), forecast].into_iter().for_each(|value| self.target(value, self.standard));
        }
    }
}
