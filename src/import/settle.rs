//! The text is read by the compiler, and each value compared with its cell. What it reads otherwise keeps the text of the
//! cell beside it; what it cannot read is that text and nothing else. So no value is ever guessed.

use foldhash::HashMap;

use super::source::{Plan, Slot, Source, Writing, write};
use crate::{
    compile::{Visitor, compile},
    diagnostic::{Code, Diagnostic, Family, Findings, Severity},
    field::Standard,
    model::{Model, NoFiles, Project, Results, Target, Workspace},
    source::Span,
};

/// How often the text is written and read. Each time at least one value comes nearer to its cell: there are three ways
/// to write one, and units to declare.
const MOST: usize = 8;

/// The most letters that a unit nobody knows may have to be taken for one.
const UNIT_LETTERS: usize = 5;

/// Writes the text so that each cell of a value comes out of it as it went in.
pub(super) fn settle<'d>(plan: &mut Plan<'_, 'd>) -> Source<'d> {
    let mut writings: Vec<Writing> = Vec::new();
    for _ in 1..MOST {
        let source = write(plan, &writings);
        let reading = Reading::of(&source, plan.standard);
        if reading.declare_units(&source, plan) {
            continue;
        }
        let next: Vec<Writing> = source.slots.iter().map(|slot| reading.next(slot)).collect();
        if next == writings || next.iter().zip(&source.slots).all(|(next, slot)| *next == slot.writing) {
            return source;
        }
        writings = next;
    }
    write(plan, &writings)
}

/// What the compiler read.
struct Reading {
    /// What is printed of the target that begins at a place.
    printed: HashMap<u32, String>,
    /// The mistakes, by their places.
    errors: Vec<(Code, Span)>,
}

impl Reading {
    fn of(source: &Source<'_>, standard: &Standard) -> Self {
        let visitor = Printed { printed: HashMap::default(), standard };
        let compiled = compile("imported.perf", source.text.clone().into_bytes(), &NoFiles, visitor);
        Self { printed: compiled.output.printed, errors: errors(&compiled.findings) }
    }

    /// How a value is written next.
    fn next(&self, slot: &Slot<'_>) -> Writing {
        if slot.writing == Writing::Text || self.error_in(slot).is_some() {
            return Writing::Text;
        }
        let printed = self.printed.get(&(slot.range.start as u32));
        match (printed.is_some_and(|printed| *printed == slot.value.cell), slot.writing) {
            (true, writing) => writing,
            (false, Writing::Read) => Writing::Shown,
            (false, _) => Writing::Text,
        }
    }

    fn error_in(&self, slot: &Slot<'_>) -> Option<&(Code, Span)> {
        let first = self.errors.partition_point(|(_, span)| (span.range.start as usize) < slot.range.start);
        self.errors.get(first).filter(|(_, span)| span.range.start as usize <= slot.range.end)
    }

    /// Declares the words behind numbers that may be units; answers whether there is a new one.
    fn declare_units(&self, source: &Source<'_>, plan: &mut Plan<'_, '_>) -> bool {
        let unknown = self.errors.iter().filter(|(code, _)| *code == Code::UnknownUnit);
        let words = unknown.filter_map(|(_, span)| source.text.get(span.range.start as usize..span.range.end as usize));
        let before = plan.units.len();
        let units = &plan.field.units;
        let is_unit = |word: &&str| {
            word.chars().count() <= UNIT_LETTERS
                && word.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
                && units.prefix(word).is_none()
                && !units.is_multiplier(word)
                && !word.starts_with(['余', '多', '左', '月', '年', '日', '几', '元'])
        };
        plan.units.extend(words.filter(is_unit).map(str::to_owned));
        plan.units.len() > before
    }
}

/// The mistakes in the spelling of statements and values. What else is wrong with a table is wrong in the document.
fn errors(findings: &Findings) -> Vec<(Code, Span)> {
    let is_spelling = |finding: &&Diagnostic| {
        let family = finding.code.rule().family;
        matches!(family, Family::Syntax | Family::Names | Family::Values)
    };
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.filter(is_spelling).map(|finding| (finding.code, finding.span())).collect()
}

/// Collects what is printed of each target.
struct Printed<'p> {
    printed: HashMap<u32, String>,
    standard: &'p Standard,
}

impl Printed<'_> {
    fn target(&mut self, target: Option<&Target<'_>>, standard: &Standard) {
        self.printed.extend(target.map(|target| (target.span.range.start, target.printed(standard))));
    }
}

impl Visitor for Printed<'_> {
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

    fn results(&mut self, _: &Project<'_>, results: &[Results<'_>], _: &Model<'_>) {
        for row in results.iter().flat_map(|results| &results.rows) {
            self.target(row.value.as_ref(), self.standard);
        }
    }
}
