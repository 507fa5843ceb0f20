//! Texts that are numbers.

/// A spreadsheet keeps no more digits of a number.
const MOST_DIGITS: usize = 15;

/// A number and the format in which it shows the text that it was; `None` where no format would show just that text.
pub(super) fn number(text: &str) -> Option<(f64, String)> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let has_leading_zero = whole.len() > 1 && whole.starts_with('0');
    if !is_digits(whole) || has_leading_zero || !decimals.is_none_or(is_digits) {
        return None;
    }
    let places = decimals.map_or(0, str::len);
    let significant = digits.trim_start_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count();
    let value: f64 = text.parse().ok()?;
    let shows_the_same = format!("{value:.places$}") == text && !(value == 0.0 && value.is_sign_negative());
    if significant > MOST_DIGITS || places > MOST_DIGITS || !shows_the_same {
        return None;
    }
    let format = if places > 0 { format!("0.{}", "0".repeat(places)) } else { "0".to_owned() };
    Some((value, format))
}

/// The same for a percentage.
pub(super) fn rate(text: &str) -> Option<(f64, String)> {
    let (value, shown) = number(text.strip_suffix('%')?)?;
    Some((value / 100.0, format!("{shown}%")))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn plain_decimals_are_numbers() {
        for (text, format) in [
            ("0", "0"),
            ("12", "0"),
            ("1020000.00", "0.00"),
            ("12232.2", "0.0"),
            ("-5", "0"),
            ("0.10", "0.00"),
            ("0.000", "0.000"),
            ("123456789012345", "0"),
            ("0.00012", "0.00000"),
        ] {
            let (value, shown) = number(text).unwrap();
            assert_eq!(shown, format);
            let places = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            assert_eq!(format!("{value:.places$}"), text);
        }
    }

    #[test]
    fn what_would_show_otherwise_is_text() {
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "+5",
            "05",
            "00",
            "-0",
            "-0.00",
            "1,000",
            "1e5",
            "１２",
            "1.2.3",
            "12家",
            " 1",
            "--1",
            "1234567890123456",
            "0.1234567890123456",
            "inf",
            "NaN",
            "≥12",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
