//! P307 and P308: percentages outside of 0 to 100 %, and bounds that can never be exceeded.
//!
//! Why: “at least” says that more is better, and there is no more; a reviewer takes it for a target that nobody thought
//! about (rules of practice, V4).
//!
//! Example: `质量 "验收合格率" >= 100%`.
//!
//! Repair: `=` for `>=`. Not safe: the table prints another sign.

use super::Row;
use crate::{
    arguments::Located,
    diagnostic::{Code, Diagnostic, Findings, Fix, Severity},
    model::{Meaning, Quantity, UnitUse},
    values::{Number, Ratio},
    words::Comparison,
};

/// Rates of growth may leave the range; a satisfaction rate cannot.
pub fn percentage_is_possible(row: &Row<'_, '_>, findings: &mut Findings) {
    let bounded = row.category().bounded;
    // What can never be is an error, and said even where the rule is off.
    if !bounded && !findings.wants(Code::PercentageRange) {
        return;
    }
    for (number, unit, ratio) in ratios(row) {
        if (ratio < Ratio::ZERO || ratio > Ratio::ONE) && (bounded || !row.is_unbounded()) {
            let severity = if bounded { Severity::Error } else { Severity::Warning };
            let (unit, span) = (unit.text, number.span.to(unit.span));
            let finding = Diagnostic::new(Code::PercentageRange, span)
                .severity(severity)
                .with("value", format!("{}{unit}", number.value.text))
                .with("category", &row.category().names)
                .help(usize::from(bounded));
            findings.report(finding);
        }
    }
}

/// `>= 100%` leaves no room for doing better, and `> 100%` cannot be met at all.
pub fn bound_is_reachable(row: &Row<'_, '_>, findings: &mut Findings) {
    let Meaning::Number(Quantity { comparison: Some(comparison), number, unit: Some(unit) }) = &row.target.meaning
    else {
        return;
    };
    let severity = match comparison.value {
        // What can never be met is an error, and said even where the rule is off.
        Comparison::Above => Severity::Error,
        Comparison::AtLeast if findings.wants(Code::UnreachableBound) => Severity::Warning,
        Comparison::AtLeast | Comparison::AtMost | Comparison::Below | Comparison::Equal => return,
    };
    if ratio(number, unit) == Some(Ratio::ONE) && !row.is_unbounded() {
        let whole = comparison.span.to(number.span).to(unit.span);
        // 100%以上 becomes 100%.
        let exactly = if comparison.span > number.span { "" } else { "=" };
        let finding = Diagnostic::new(Code::UnreachableBound, whole)
            .severity(severity)
            .with("bound", format!("{} 100%", comparison.value.sign()))
            .help(usize::from(severity == Severity::Error))
            .fix(Fix::guess(comparison.span, exactly));
        findings.report(finding);
    }
}

/// The numbers of a target that are ratios, with their units and as fractions of one.
fn ratios<'r, 's>(
    row: &Row<'r, 's>,
) -> impl Iterator<Item = (&'r Located<Number<'s>>, &'r UnitUse<'s>, Ratio)> + use<'r, 's> {
    row.target.numbers().filter_map(|(number, unit)| Some((number, unit?, ratio(number, unit?)?)))
}

fn ratio(number: &Located<Number<'_>>, unit: &UnitUse<'_>) -> Option<Ratio> {
    let unit = unit.meaning.as_ref().filter(|unit| unit.dimension.is_pure() && unit.scale < Ratio::ONE)?;
    Ratio::from(number.value.value).times(unit.scale)
}
