//! Numbers as they are written: exact, with their scale and their grouping.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::words::folded;

/// How many digits a number may have. `Decimal` holds 28 whatever they are; a longer number is an error, never rounded.
pub const MAX_DIGITS: usize = 28;

/// A number with the characters that it is printed with.
#[derive(Debug, Clone, PartialEq)]
pub struct Number<'s> {
    /// Its value, with the scale that was written: `12232.20` has two decimals.
    pub value: Decimal,
    /// As written, in ASCII: `12232.20`, `1,020,000.00`, `-3`.
    pub text: Cow<'s, str>,
}

/// Why digits are no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberError {
    /// Commas or points stand where they cannot.
    Malformed,
    /// More digits than a number may have.
    TooLong {
        /// How many it has.
        digits: usize,
    },
}

impl<'s> Number<'s> {
    /// Reads a number token: digits, points and commas, perhaps full-width.
    ///
    /// # Errors
    /// [`NumberError`] where the commas do not group by three, there are two points, or it is too long.
    pub fn read(token: &'s str) -> Result<Self, NumberError> {
        let text = folded(token);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let grouped = whole.contains(',');
        if fraction.contains(['.', ',']) || (grouped && !is_grouped(whole)) {
            return Err(NumberError::Malformed);
        }
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if digits > MAX_DIGITS {
            return Err(NumberError::TooLong { digits });
        }
        let plain = if grouped { Cow::Owned(text.replace(',', "")) } else { Cow::Borrowed(&*text) };
        let value = Decimal::from_str_exact(&plain).map_err(|_| NumberError::Malformed)?;
        Ok(Self { value, text })
    }

    /// The number with a minus sign before it.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { value: -self.value, text: Cow::Owned(format!("-{}", self.text)) }
    }
}

/// Groups of three behind a first one of one to three.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
    first && groups.all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_every_digit() {
        for (token, value) in
            [("12232.20", "12232.20"), ("1,020,000.00", "1020000.00"), ("９．５０", "9.50"), ("0", "0")]
        {
            assert_eq!(Number::read(token).unwrap().value.to_string(), value);
        }
        assert_eq!(Number::read("１２．５０").unwrap().text, "12.50");
        assert_eq!(Number::read("3").unwrap().negated().text, "-3");
        let longest = "9".repeat(28);
        assert_eq!(Number::read(&longest).unwrap().value.to_string(), longest);
        let smallest = format!("0.{}1", "0".repeat(26));
        assert_eq!(Number::read(&smallest).unwrap().value.to_string(), smallest);
    }

    #[test]
    fn what_is_no_number() {
        for token in ["1,02,000", "1.2.3", "1,0200", "12.5,000", "1234,567"] {
            assert_eq!(Number::read(token), Err(NumberError::Malformed), "{token}");
        }
        assert_eq!(Number::read(&"1".repeat(29)), Err(NumberError::TooLong { digits: 29 }));
    }
}
