//! P307 and P308: percentages outside of 0 to 100 %, and bounds that can never be exceeded.

use super::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Severity},
    model::{Meaning, Quantity},
    values::{Decimal, Number},
    words::Comparison,
};

/// Rates of growth may leave the range; a satisfaction rate cannot.
pub fn percentage_is_possible(row: &Row<'_, '_>, findings: &mut Findings) {
    let bounded = row.category().bounded;
    for (number, ratio) in ratios(row) {
        if (ratio < Decimal::ZERO || ratio > Decimal::ONE) && (bounded || !row.is_unbounded()) {
            let severity = if bounded { Severity::Error } else { Severity::Warning };
            let unit = row.target.unit().map_or("", |unit| unit.text);
            let span = row.target.unit().map_or(number.span, |unit| number.span.to(unit.span));
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
    let Meaning::Number(Quantity { comparison: Some(comparison), number, .. }) = &row.target.meaning else { return };
    for (_, ratio) in ratios(row).filter(|(_, ratio)| *ratio == Decimal::ONE && !row.is_unbounded()) {
        let whole = comparison.span.to(number.span);
        let whole = row.target.unit().map_or(whole, |unit| whole.to(unit.span));
        let finding = Diagnostic::new(Code::UnreachableBound, whole)
            .with("bound", format!("{} {}%", comparison.value.sign(), (ratio * Decimal::ONE_HUNDRED).normalize()));
        // 100%以上 becomes 100%.
        let exactly = if comparison.span > number.span { "" } else { "=" };
        match comparison.value {
            Comparison::AtLeast => findings.report(finding.fix(comparison.span, exactly)),
            Comparison::Above => {
                findings.report(finding.severity(Severity::Error).help(1).fix(comparison.span, exactly));
            }
            Comparison::AtMost | Comparison::Below | Comparison::Equal => {}
        }
    }
}

type Located<'r, 's> = &'r crate::arguments::Located<Number<'s>>;

/// The numbers of a target that are ratios, as fractions of one.
fn ratios<'r, 's>(row: &Row<'r, 's>) -> impl Iterator<Item = (Located<'r, 's>, Decimal)> {
    let (first, second) = match &row.target.meaning {
        Meaning::Number(quantity) => (Some(&quantity.number), None),
        Meaning::Range(range) => (Some(&range.low), Some(&range.high)),
        _ => (None, None),
    };
    let percent = |unit: &crate::field::Unit| unit.dimension.is_pure() && unit.scale < Decimal::ONE;
    let unit = row.target.unit().and_then(|unit| unit.meaning).filter(percent);
    let ratio = move |number: Located<'r, 's>| Some((number, number.value.value.checked_mul(unit?.scale)?));
    first.into_iter().chain(second).filter_map(ratio)
}
