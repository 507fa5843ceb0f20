//! Numbers in formats of digits.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{parse::Part, plain};

/// Whether a section writes fractions, such as `# ?/?`.
pub(super) fn is_fraction(parts: &[Part]) -> bool {
    let is_bar = |pair: &[Part]| matches!(pair, [Part::Digit(_), Part::Slash]);
    parts.windows(2).any(is_bar) && !parts.iter().any(Part::is_time)
}

/// A number by the parts of its section. `says_sign`: the section does by itself say that it is negative.
pub(super) fn show(parts: &[Part], value: Decimal, says_sign: bool) -> Option<String> {
    let shape = Shape::of(parts);
    let mut size = value.abs();
    for _ in 0..shape.hundreds {
        size = size.checked_mul(Decimal::ONE_HUNDRED)?;
    }
    for _ in 0..shape.thousands {
        size = size.checked_div(Decimal::ONE_THOUSAND)?;
    }
    if shape.whole + shape.decimals > 0 {
        size = size.round_dp_with_strategy(shape.decimals, RoundingStrategy::MidpointAwayFromZero);
    }
    let text = write(parts, size, &shape);
    let is_negative = value.is_sign_negative() && !size.is_zero() && !says_sign;
    // A section for texts alone shows numbers plainly.
    (!parts.contains(&Part::Text)).then(|| if is_negative { format!("-{text}") } else { text })
}

/// What a section asks for.
struct Shape {
    /// How many places for digits there are before the decimal point.
    whole: u32,
    /// How many behind it.
    decimals: u32,
    /// How many signs of percent.
    hundreds: u32,
    /// How many times three digits are left out.
    thousands: u32,
    /// Whether thousands are set apart.
    grouped: bool,
}

impl Shape {
    fn of(parts: &[Part]) -> Self {
        let mut shape = Self { whole: 0, decimals: 0, hundreds: 0, thousands: 0, grouped: false };
        let (mut commas, mut behind_point) = (0, false);
        for part in parts {
            match part {
                Part::Digit(_) if behind_point => shape.decimals += 1,
                Part::Digit(_) => {
                    shape.grouped |= commas > 0;
                    (shape.whole, commas) = (shape.whole + 1, 0);
                }
                Part::Point => behind_point = true,
                Part::Comma if shape.whole + shape.decimals > 0 => commas += 1,
                Part::Percent => shape.hundreds += 1,
                _ => {}
            }
        }
        shape.thousands = commas;
        shape
    }
}

fn write(parts: &[Part], size: Decimal, shape: &Shape) -> String {
    let written = plain(size);
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let mut places = Places { whole: whole.trim_start_matches('0'), left: shape.whole as usize, shape };
    let mut fraction = fraction.chars();
    let (mut out, mut behind_point) = (String::new(), false);
    for part in parts {
        match part {
            Part::Literal(literal) => out.push_str(literal),
            Part::Digit(place) if behind_point => match fraction.next() {
                Some(digit) => out.push(digit),
                None => out.push_str(if *place == '0' { "0" } else { "" }),
            },
            Part::Digit(place) => places.write(*place, &mut out),
            Part::Point => {
                // `.00` has no place for what stands before the point, which is written all the same.
                if !behind_point && shape.whole == 0 {
                    out.push_str(places.whole);
                }
                behind_point = true;
                out.push('.');
            }
            Part::Percent => out.push('%'),
            Part::Slash => out.push('/'),
            Part::General => out.push_str(&written),
            Part::Comma | Part::Text | Part::Time(..) | Part::Elapsed(..) | Part::Half(..) => {}
        }
    }
    out
}

/// Places before the decimal point, from the left.
struct Places<'n> {
    /// The digits that are not yet written.
    whole: &'n str,
    /// How many places are left for them.
    left: usize,
    shape: &'n Shape,
}

impl Places<'_> {
    /// Fills a place, the first also with the digits for which there is none.
    fn write(&mut self, place: char, out: &mut String) {
        let digits = (self.whole.len() + 1).saturating_sub(self.left);
        let (now, later) = self.whole.split_at(digits);
        for (at, digit) in now.char_indices() {
            self.digit(digit, self.whole.len() - at - 1, out);
        }
        if now.is_empty() && place == '0' {
            self.digit('0', self.left - 1, out);
        }
        (self.whole, self.left) = (later, self.left - 1);
    }

    fn digit(&self, digit: char, behind: usize, out: &mut String) {
        out.push(digit);
        if self.shape.grouped && behind > 0 && behind.is_multiple_of(3) {
            out.push(',');
        }
    }
}
