//! Numbers as spreadsheets show them: a stored decimal and a format become text.
//!
//! Nothing is computed in binary: what a file has as decimal digits is cut to the 15 that spreadsheets keep, then rounded
//! as its format wants. A format that cannot be applied here (scientific, fractions) changes nothing: the number is
//! then shown plainly.

mod calendar;
mod digits;
mod held;
mod parse;
mod standard;
mod styles;

use rust_decimal::Decimal;

use super::cells::Shown;
pub(super) use calendar::{Epoch, serial};
pub(super) use held::held;
use parse::{Part, Section};
use standard::standard;
pub(super) use styles::Styles;

/// How many digits spreadsheets keep.
const KEPT: usize = 15;

/// How numbers and texts are shown.
pub(super) struct Format {
    /// For numbers: positive, negative, zero, or as their conditions say.
    numbers: Vec<Section>,
    /// For texts.
    text: Option<Section>,
}

impl Format {
    /// A format by its code, such as `#,##0.00;[Red]-0"元"`.
    pub(super) fn parse(code: &str) -> Self {
        parse::format(code)
    }

    /// A number, which the file has as `stored`.
    pub(super) fn number(&self, stored: &str, epoch: Epoch) -> Shown {
        decimal(stored).and_then(|value| self.formatted(value, stored, epoch)).unwrap_or_else(|| general(stored))
    }

    /// The number in this format; none where it cannot be applied.
    fn formatted(&self, value: Decimal, stored: &str, epoch: Epoch) -> Option<Shown> {
        let at = self.section(value)?;
        let section = self.numbers.get(at)?;
        let parts = section.parts.as_ref()?;
        if parts.iter().any(Part::is_time) {
            return calendar::show(parts, value, epoch).map(Shown::from);
        }
        let text = digits::show(parts, value, self.says_sign(at))?;
        Some(Shown { held: held(&text, stored), text })
    }

    /// Which section shows a number.
    fn section(&self, value: Decimal) -> Option<usize> {
        let count = self.numbers.len();
        self.numbers.iter().enumerate().position(|(at, section)| match &section.condition {
            Some(condition) => condition.holds(value),
            None if at + 1 == count || at == 2 => true,
            None if at == 0 && count > 2 => value > Decimal::ZERO,
            None if at == 0 => value >= Decimal::ZERO,
            None => value < Decimal::ZERO,
        })
    }

    /// Whether a section says by itself that numbers are negative.
    fn says_sign(&self, at: usize) -> bool {
        match self.numbers.get(at).map(|section| &section.condition) {
            Some(Some(condition)) => condition.is_negative(),
            _ => at == 1 && self.numbers.iter().all(|section| section.condition.is_none()),
        }
    }

    /// A text.
    pub(super) fn text(&self, text: String) -> String {
        let Some(parts) = self.text.as_ref().and_then(|section| section.parts.as_ref()) else { return text };
        let mut out = String::new();
        for part in parts {
            match part {
                Part::Literal(literal) => out.push_str(literal),
                Part::Text => out.push_str(&text),
                _ => {}
            }
        }
        out
    }
}

/// A number without format, as it would be typed.
pub(super) fn general(stored: &str) -> Shown {
    let text = decimal(stored).map_or_else(|| stored.trim().to_owned(), plain);
    Shown { held: held(&text, stored), text }
}

/// A share without format: as many digits as it has, in percent.
pub(super) fn percent(stored: &str) -> String {
    let hundredths = decimal(stored).and_then(|value| value.checked_mul(Decimal::ONE_HUNDRED));
    hundredths.map_or_else(|| stored.trim().to_owned(), |value| plain(value) + "%")
}

fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// The decimal number of a text like `1.2E-3`, at the digits that spreadsheets keep; none where it is no number, or so
/// large or small that nobody writes it out.
fn decimal(stored: &str) -> Option<Decimal> {
    let stored = stored.trim();
    let (mantissa, exponent) = stored.split_once(['e', 'E']).unwrap_or((stored, "0"));
    let (negative, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = || whole.bytes().chain(fraction.bytes());
    if all().next().is_none() || !all().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits: Vec<u8> = all().skip_while(|&byte| byte == b'0').collect();
    let exponent = exponent.parse::<i64>().ok()?.checked_sub(i64::try_from(fraction.len()).ok()?)?;
    let value = scaled(kept(&digits), exponent.checked_add(dropped(&digits))?)?;
    Some(if negative { -value } else { value })
}

/// How many digits stand behind those that are kept.
fn dropped(digits: &[u8]) -> i64 {
    i64::try_from(digits.len().saturating_sub(KEPT)).unwrap_or(i64::MAX)
}

/// The digits that are kept, rounded half away from zero.
fn kept(digits: &[u8]) -> i64 {
    let value = digits.iter().take(KEPT).fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
    value + i64::from(digits.get(KEPT).is_some_and(|&next| next >= b'5'))
}

/// `value` with its decimal point moved by `exponent` places.
fn scaled(mut value: i64, mut exponent: i64) -> Option<Decimal> {
    while value % 10 == 0 && value != 0 && exponent < 0 {
        (value, exponent) = (value / 10, exponent + 1);
    }
    match exponent {
        _ if value == 0 => Some(Decimal::ZERO),
        0..=28 => {
            let power = 10_i128.pow(u32::try_from(exponent).ok()?);
            Decimal::from(value).checked_mul(Decimal::try_from_i128_with_scale(power, 0).ok()?)
        }
        -27..0 => Decimal::try_from_i128_with_scale(i128::from(value), u32::try_from(-exponent).ok()?).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
