//! P312: thresholds of grades or steps that do not go one way, and a value to strive for that asks for less.

use std::cmp::Ordering;

use super::{Role, Row, unit_fits::agree};
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Severity, Text},
    field::Direction,
    model::{Meaning, Quantity, Target},
    values::Ratio,
    words::Comparison,
};

/// From the best grade to the worst the thresholds fall, or, where less is better, rise. The category tells which; where
/// it does not, the first two that differ do. The worst grade may repeat the threshold before it: 中 ≥85%, 差 <85%.
pub fn thresholds_are_ordered(row: &Row<'_, '_>, findings: &mut Findings) {
    if !matches!(row.target.meaning, Meaning::Graded(_) | Meaning::Steps(_)) {
        return;
    }
    let known = known_way(row);
    let mut way = known;
    let bounds = row.target.thresholds();
    for (before, behind) in bounds.clone().zip(bounds.skip(1)) {
        let (Some(first), Some(second), true) = (base(before), base(behind), agree(before, behind)) else { return };
        match (first.cmp(&second), way) {
            (Ordering::Equal, _) => {}
            (turn, None) => way = Some(turn),
            (turn, Some(way)) if turn == way => {}
            (turn, _) => {
                let finding = Diagnostic::new(Code::ThresholdOrder, behind.span())
                    .with("value", behind.printed())
                    .with("before", before.printed())
                    .also(1, before.span());
                return findings.report(if known.is_some() { about_category(row, finding, turn) } else { finding });
            }
        }
    }
}

/// How each threshold stands to the next one where the category tells which way is better. Steps may go from few points
/// to many as well.
fn known_way(row: &Row<'_, '_>) -> Option<Ordering> {
    let way = match row.category().certain_direction()? {
        Direction::More => Ordering::Greater,
        Direction::Less => Ordering::Less,
    };
    match &row.target.meaning {
        Meaning::Steps(steps) => {
            let points = |at: usize| steps.get(at).map(|step| step.points.value.value);
            match (1..steps.len()).map(|at| points(at - 1).cmp(&points(at))).find(|turn| turn.is_ne())? {
                Ordering::Less => Some(way.reverse()),
                _ => Some(way),
            }
        }
        _ => Some(way),
    }
}

/// Under cost there are rates of savings, where more is better: there it is no more than a warning.
fn about_category(row: &Row<'_, '_>, finding: Diagnostic, turn: Ordering) -> Diagnostic {
    let category = row.category();
    let severity = if category.bounded { Severity::Error } else { Severity::Warning };
    let (is, should) = match turn {
        Ordering::Less => (Text { zh: "升高", en: "rise" }, Text { zh: "降低", en: "fall" }),
        _ => (Text { zh: "降低", en: "fall" }, Text { zh: "升高", en: "rise" }),
    };
    finding.severity(severity).with("category", &category.names).with("is", is).with("should", should).help(1)
}

/// A value to strive for is at least as good as the target.
pub fn stretch_is_beyond_target(row: &Row<'_, '_>, findings: &mut Findings) {
    let (Role::Stretch, Some(target)) = (row.role, &row.indicator.target) else { return };
    let (Some(bound), Some(stretch)) = (number(target), number(row.target)) else { return };
    let (Some(least), Some(most), true) = (base(bound), base(stretch), agree(bound, stretch)) else { return };
    let better = match bound.comparison.map(|comparison| comparison.value) {
        Some(Comparison::AtLeast | Comparison::Above) => Some(Direction::More),
        Some(Comparison::AtMost | Comparison::Below) => Some(Direction::Less),
        Some(Comparison::Equal) | None => row.category().certain_direction(),
    };
    let is_short = match better {
        Some(Direction::More) => most < least,
        Some(Direction::Less) => most > least,
        None => false,
    };
    if is_short {
        let finding = Diagnostic::new(Code::ThresholdOrder, row.target.span)
            .severity(Severity::Warning)
            .with("value", stretch.printed())
            .with("before", bound.printed())
            .label(2)
            .also(3, target.span)
            .help(2);
        findings.report(finding);
    }
}

/// The number of a target, if it is not a price of something else.
fn number<'t, 's>(target: &'t Target<'s>) -> Option<&'t Quantity<'s>> {
    match &target.meaning {
        Meaning::Number(quantity) if target.per.is_none() => Some(quantity),
        _ => None,
    }
}

fn base(quantity: &Quantity<'_>) -> Option<Ratio> {
    let scale = quantity.unit.and_then(|unit| unit.meaning).map_or(Ratio::ONE, |unit| unit.scale);
    Ratio::from(quantity.number.value.value).times(scale)
}
