//! How the cells of a sheet to be filled in look.

use rust_xlsxwriter::{Color, Format, FormatAlign};

use super::super::formats::cell;
use crate::table::{Look, Role};

/// Behind what is to be filled in.
const INPUT: Color = Color::RGB(0xFF_F7_D6);

/// Behind the names of columns and facts.
const NAME: Color = Color::RGB(0xEE_F1_F5);

/// A number in percent with all its digits, at least two decimals of them.
const PERCENT: &str = "0.00########%";

/// The name of a column or a fact.
pub(super) fn name(look: &Look) -> Format {
    cell(Role::Heading, look).set_background_color(NAME)
}

/// What is locked.
pub(super) fn locked(role: Role, look: &Look) -> Format {
    cell(role, look)
}

/// A cell for words. Whatever is typed into it stays text, even what looks like a formula.
pub(super) fn words(look: &Look) -> Format {
    number(look).set_num_format("@").set_align(FormatAlign::Left)
}

/// A cell for whatever is said.
pub(super) fn any(look: &Look) -> Format {
    number(look).set_num_format("@")
}

/// A cell for a number, shown as it is typed.
pub(super) fn number(look: &Look) -> Format {
    cell(Role::Value, look).set_background_color(INPUT).set_unlocked()
}

/// A cell for a percentage: what is typed is one with or without its sign.
pub(super) fn percent(look: &Look) -> Format {
    number(look).set_num_format(PERCENT)
}

/// A cell for a day.
pub(super) fn day(look: &Look) -> Format {
    number(look).set_num_format("yyyy-mm-dd")
}
