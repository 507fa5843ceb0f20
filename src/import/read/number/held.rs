//! Whether a cell shows the number that it holds: formats round, leave out thousands, and leave out signs.

use rust_decimal::Decimal;

use super::{KEPT, decimal, percent, plain};

/// What formats say negative numbers with.
const NEGATIVE: &[char] = &['-', '−', '(', '（', '负'];

/// What formats say percentages with.
const PERCENT: &[char] = &['%', '％'];

/// The number that a cell holds as `stored`, as it would be typed, where what the cell shows is another number. A text
/// without digits is none.
pub(in super::super) fn held(shown: &str, stored: &str) -> Option<Box<str>> {
    let value = decimal(stored)?;
    if let Some(digits) = beyond(stored) {
        return Some(digits.into());
    }
    let is_percent = shown.contains(PERCENT);
    let same = |said: Decimal| {
        let said = if is_percent { said.checked_div(Decimal::ONE_HUNDRED) } else { Some(said) };
        said == Some(value.abs()) && (value >= Decimal::ZERO || shown.contains(NEGATIVE))
    };
    let mut said = numbers(shown).peekable();
    let is_other = said.peek().is_some() && !said.any(same);
    is_other.then(|| if is_percent { percent(stored) } else { plain(value) }.into())
}

/// The numbers in a text, without their signs.
fn numbers(text: &str) -> impl Iterator<Item = Decimal> {
    let pieces = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    pieces.filter_map(|piece| decimal(&piece.replace(',', "")))
}

/// A whole number with more digits than spreadsheets keep, which some programs write all the same. Behind a decimal
/// point they are but the end of a binary number.
fn beyond(stored: &str) -> Option<&str> {
    let digits = stored.trim().trim_start_matches(['-', '+']);
    let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    let kept = digits.trim_start_matches('0').trim_end_matches('0').len();
    (is_whole && kept > KEPT).then(|| stored.trim())
}

#[cfg(test)]
mod tests {
    use super::held;

    #[test]
    fn what_is_shown_is_compared_with_what_is_held() {
        for (shown, stored, expected) in [
            ("1.23", "1234.5678", Some("1234.5678")),
            ("1,235元", "1234.5678", Some("1234.5678")),
            ("1,234.57", "1234.57", None),
            ("12%", "0.12345", Some("12.345%")),
            ("12.00%", "0.12", None),
            ("12.35百万", "12345678", Some("12345678")),
            ("≥12家", "12", None),
            ("每12个月5.0次", "5", None),
            ("0", "-0.4", Some("-0.4")),
            ("5", "-5", Some("-5")),
            ("(5)", "-5", None),
            ("5负", "-5", None),
            ("无", "0", None),
            ("", "5", None),
            ("12232.2", "12232.200000000001", None),
            ("98.33%", "0.98333333333333328", Some("98.3333333333333%")),
            ("123456789012346000", "123456789012345678", Some("123456789012345678")),
            ("123456789012345000", "123456789012345000", None),
            ("1E+300", "1E+300", None),
            ("是", "1", None),
        ] {
            assert_eq!(held(shown, stored).as_deref(), expected, "{shown} for {stored}");
        }
    }
}
