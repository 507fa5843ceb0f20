//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use super::heights::letters;
use crate::table::{Align, Letters, Look, Role};

/// The number of GB 2312 among the character sets of fonts.
const CHINESE: u8 = 134;

/// Letters of this kind, breaking into lines.
pub(super) fn plain(letters: &Letters, align: Align) -> Format {
    let side = match align {
        Align::Left => FormatAlign::Left,
        Align::Center => FormatAlign::Center,
        Align::Right => FormatAlign::Right,
    };
    let format = if letters.bold { Format::new().set_bold() } else { Format::new() };
    format
        .set_font_name(&letters.font)
        .set_font_size(letters.size.points())
        .set_font_charset(CHINESE)
        .set_align(side)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// A cell of a grid.
pub(crate) fn cell(role: Role, look: &Look) -> Format {
    let format = plain(letters(role, look), role.align()).set_border(FormatBorder::Thin);
    if role == Role::Gap { format.set_background_color(Color::RGB(0xFF_E9_A8)) } else { format }
}

/// The same for a number, which does not break into lines: where its cell is too narrow for it, it is smaller.
pub(crate) fn number(format: Format, shown: &str) -> Format {
    format.set_num_format(shown).unset_text_wrap().set_shrink()
}

/// The same for a text. One that looks like a formula stays a text even when its cell is edited.
pub(super) fn text(format: Format, text: &str) -> Format {
    if text.starts_with(['=', '+', '-', '@', '\'']) { format.set_quote_prefix() } else { format }
}

/// The same for a text that leads somewhere.
pub(crate) fn link(format: Format) -> Format {
    format.set_font_color(Color::RGB(0x05_63_C1)).set_underline(FormatUnderline::Single)
}
