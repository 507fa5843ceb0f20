//! Targets in forms that have sign, number and unit in columns of their own.
//!
//! Nothing is lost by that: the three cells one after the other are what a form with one cell prints. What has no such
//! parts (a range, a date, grades, whatever is printed instead of a number) stands whole in the cell of the number, with
//! a blank beside it on both sides; words have 定性 for their sign, those too that are printed instead of a number.

use std::borrow::Cow;

use crate::{
    field::Standard,
    model::{Meaning, Quantity, Target},
};

/// The sign of what is told in words.
const QUALITATIVE: &str = "定性";

/// ≥ ≤ > < =, 定性, or blank.
pub(super) fn sign(target: &Target<'_>) -> &'static str {
    let comparison = parts(target).and_then(|quantity| quantity.comparison);
    if is_words(target) { QUALITATIVE } else { comparison.map_or("", |comparison| comparison.value.printed()) }
}

/// Whether what is printed is words: of what is shown instead of a target 约12家 and 5个/10个 are none, nor is a sign for
/// nothing.
fn is_words(target: &Target<'_>) -> bool {
    let are_words = |text: &str| text.contains(char::is_alphabetic) && !text.contains(char::is_numeric);
    let is_said = || matches!(target.meaning, Meaning::Text(_) | Meaning::Boolean(_));
    target.show.as_deref().map_or_else(is_said, are_words)
}

/// The number without sign and unit, or all that is printed.
pub(super) fn number<'t>(target: &'t Target<'_>, standard: &Standard) -> Cow<'t, str> {
    match parts(target) {
        Some(quantity) => Cow::Borrowed(&*quantity.number.value.text),
        None => Cow::Owned(target.printed(standard)),
    }
}

/// The unit of the number, or blank.
pub(super) fn unit<'t>(target: &'t Target<'_>) -> Cow<'t, str> {
    parts(target).and_then(|quantity| quantity.unit).map_or_else(Cow::default, |unit| unit.printed())
}

/// The number with its sign and unit, if that is what is printed.
fn parts<'a, 's>(target: &'a Target<'s>) -> Option<&'a Quantity<'s>> {
    match &target.meaning {
        Meaning::Number(quantity) if target.show.is_none() => Some(quantity),
        _ => None,
    }
}
