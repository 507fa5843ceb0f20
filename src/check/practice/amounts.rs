//! Numbers with units in a name: 3台 in 配套变压器3台.

use crate::{
    field::{Unit, Units},
    values::{Number, Ratio},
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
}

/// What stands in a range, an ordinal or a longer number.
const JOINED: [char; 8] = ['-', '~', '～', '—', '至', '到', '.', '第'];

/// No unit has more bytes. What stands behind each number of a long name is not looked up whole.
const LONGEST: usize = 36;

/// The numbers with units in a name, from left to right. The ends of ranges (0-6岁) are none, nor are ordinals.
pub fn amounts<'n>(name: &'n str, units: &Units) -> impl Iterator<Item = Amount<'n>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + name.as_bytes()[end..].iter().position(u8::is_ascii_digit)?;
        let is_part = |byte: &&u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
        end = start + name.as_bytes()[start..].iter().take_while(is_part).count();
        Some((start, end))
    })
    .filter_map(move |(start, end)| amount(name, start, end, units))
}

fn amount<'n>(name: &'n str, start: usize, end: usize, units: &Units) -> Option<Amount<'n>> {
    let (before, rest) = (&name[..start], &name[end..]);
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let is_joined = before.ends_with(JOINED) && !before.ends_with("达到");
    if rest.is_empty() || is_joined || before.ends_with(is_letter) || rest.starts_with(JOINED) {
        return None;
    }
    let number = Number::read(&name[start..end]).ok()?;
    let is_unit = rest.len() <= LONGEST && units.find(rest).is_some();
    let word = if is_unit { rest } else { units.prefix(rest)? };
    let unit = units.find(word)?;
    let (text, behind) = name[start..].split_at(end - start + word.len());
    Some(Amount { value: Ratio::from(number.value).times(unit.scale)?, unit, word, text, before, behind })
}
