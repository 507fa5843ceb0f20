//! Numbers with units in a name, in digits or in words: 3台 in 配套变压器3台, 三个 in 建设三个示范点.

use std::ops::Range;

use crate::{
    field::{Unit, Units},
    values::{Decimal, Number, Ratio, is_numeral, read_numeral},
};

/// A number with a unit within a name.
pub struct Amount<'n> {
    /// In base units.
    pub value: Ratio,
    pub unit: Unit,
    /// The unit as written: `台`.
    pub word: &'n str,
    /// As written: `3台`.
    pub text: &'n str,
    /// What stands before it in the name.
    pub before: &'n str,
    /// What stands behind it.
    pub behind: &'n str,
    /// Whether the number is written in words, which many names hold without counting anything: 两个覆盖.
    pub in_words: bool,
}

/// What stands in a range, an ordinal or a longer number.
const JOINED: [char; 8] = ['-', '~', '～', '—', '至', '到', '.', '第'];

/// No unit has more bytes. What stands behind each number of a long name is not looked up whole.
const LONGEST: usize = 36;

/// The numbers with units in a name, from left to right, those in words if they are asked for. The ends of ranges
/// (0-6岁) are none, nor are ordinals.
pub fn amounts<'n>(name: &'n str, with_words: bool, units: &Units) -> impl Iterator<Item = Amount<'n>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let rest = &name[end..];
        let start = end
            + match with_words {
                true => rest.find(|c: char| c.is_ascii_digit() || is_numeral(c))?,
                false => rest.bytes().position(|byte| byte.is_ascii_digit())?,
            };
        let in_words = !name.as_bytes()[start].is_ascii_digit();
        let is_part = |c: char| if in_words { is_numeral(c) } else { c.is_ascii_digit() || matches!(c, '.' | ',') };
        end = start + name[start..].find(|c| !is_part(c)).unwrap_or(name.len() - start);
        Some((start, end, in_words))
    })
    .filter_map(move |(start, end, in_words)| amount(name, start..end, in_words, units))
}

fn amount<'n>(name: &'n str, number: Range<usize>, in_words: bool, units: &Units) -> Option<Amount<'n>> {
    let Range { start, end } = number;
    let (before, rest) = (&name[..start], &name[end..]);
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let is_joined = before.ends_with(JOINED) && !before.ends_with("达到");
    if rest.is_empty() || is_joined || before.ends_with(is_letter) || rest.starts_with(JOINED) {
        return None;
    }
    // A number in words has no digits beside it: 1万.
    let is_part = |c: char| c.is_ascii_digit() || is_numeral(c);
    if in_words && before.ends_with(is_part) || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let value = if in_words {
        Decimal::from(read_numeral(&name[start..end])?.0)
    } else {
        Number::read(&name[start..end]).ok()?.value
    };
    let is_unit = rest.len() <= LONGEST && units.find(rest).is_some();
    let word = if is_unit { rest } else { units.prefix(rest)? };
    let unit = units.find(word)?;
    let (text, behind) = name[start..].split_at(end - start + word.len());
    let value = Ratio::from(value).times(unit.scale)?;
    Some(Amount { value, unit, word, text, before, behind, in_words })
}
