//! What was achieved, as the target asks for it: a number, a judgement, words.

use super::missing::Missing;
use crate::{
    diagnostic::Text,
    field::{Category, Direction, Subject, Units},
    model::{Meaning, Quantity, Target},
    values::Ratio,
    words::Comparison,
};

/// The finding that something is of another kind.
pub(crate) fn other_kind(zh: &'static str, en: &'static str) -> Missing {
    Missing::OtherKind { wanted: Text { zh, en } }
}

/// A number that was achieved; `is_share` says that it is how far the target was achieved instead.
///
/// # Errors
/// [`Missing::OtherKind`].
pub(crate) fn quantity<'v, 's>(value: &'v Target<'s>, is_share: bool) -> Result<&'v Quantity<'s>, Missing> {
    match &value.meaning {
        Meaning::Number(quantity) if !is_share => Ok(quantity),
        _ => Err(other_kind("数值", "a number")),
    }
}

/// Whether a result is the same words as the target; `None` where somebody has judged instead how far it was achieved.
///
/// # Errors
/// Words that differ, and what is no text.
pub(crate) fn same_words(wanted: &str, value: &Target<'_>, is_share: bool) -> Result<Option<()>, Missing> {
    match &value.meaning {
        _ if is_share => Ok(None),
        Meaning::Text(text) if text.trim() == wanted.trim() => Ok(Some(())),
        Meaning::Text(_) | Meaning::Boolean(_) => Err(Missing::NotJudged),
        _ => Err(other_kind("文字，或达成了多少（达成 85%）", "words, or how far it was achieved (`achieved 85%`)")),
    }
}

/// How far a target in words was achieved, from 0 to 1, and with how many decimals that was said.
///
/// # Errors
/// [`Missing::ShareOutOfRange`].
pub(crate) fn judged_share(value: &Target<'_>) -> Result<(Ratio, u32), Missing> {
    let Meaning::Number(share) = &value.meaning else { return Err(Missing::ShareOutOfRange) };
    let number = share.number.value.value;
    let scale = share.unit.and_then(|unit| unit.meaning).filter(|unit| unit.dimension.is_pure());
    let share = scale.and_then(|unit| Ratio::from(number).times(unit.scale));
    let share = share.filter(|share| *share >= Ratio::ZERO && *share <= Ratio::ONE).ok_or(Missing::ShareOutOfRange)?;
    Ok((share, number.scale()))
}

/// Which rules are for a number that is aimed at: those of its sign; where none is printed, of the way that is better.
pub(crate) fn subject(aim: &Quantity<'_>, category: &Category, units: &Units) -> Subject {
    match aim.comparison.map(|comparison| comparison.value) {
        Some(Comparison::AtLeast | Comparison::Above) => Subject::Numbers(Direction::More),
        Some(Comparison::AtMost | Comparison::Below) => Subject::Numbers(Direction::Less),
        Some(Comparison::Equal) => Subject::Exact,
        // Nobody aims at no less than nothing: 0 起 means that there shall be none.
        None if is_zero(aim) && direction(aim, category, units) == Direction::More => Subject::Exact,
        None => Subject::Numbers(direction(aim, category, units)),
    }
}

fn is_zero(aim: &Quantity<'_>) -> bool {
    aim.number.value.value.is_zero()
}

/// Which way is better of a number that is aimed at, whatever its sign.
pub(crate) fn direction(aim: &Quantity<'_>, category: &Category, units: &Units) -> Direction {
    category.direction_of(aim.unit.and_then(|unit| unit.meaning), units)
}
