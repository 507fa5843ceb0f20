//! Exact numbers: decimals as long as there is one, fractions where there is none.

use std::{cmp::Ordering, fmt};

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

use super::MAX_DIGITS;

/// A rational number. What it cannot hold exactly is no result (`None`), never a rounded one.
///
/// A number that has a decimal of 28 digits or less is held as that, with a denominator of 1. This is the usual case, and
/// about as quick as the decimal alone. Any other is a fraction of whole numbers in lowest terms. So a number has one
/// form only, and equal numbers have equal parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    numerator: Decimal,
    denominator: Decimal,
}

/// How many decimals, or below one how many digits, are shown of a number that has no decimal.
const SHOWN: u32 = 6;

/// A fraction in lowest terms; the denominator is above zero.
type Parts = (i128, i128);

impl From<Decimal> for Ratio {
    fn from(decimal: Decimal) -> Self {
        Self { numerator: decimal, denominator: Decimal::ONE }
    }
}

impl Ratio {
    /// Zero.
    pub const ZERO: Self = Self { numerator: Decimal::ZERO, denominator: Decimal::ONE };
    /// One.
    pub const ONE: Self = Self { numerator: Decimal::ONE, denominator: Decimal::ONE };
    /// A hundred.
    pub const ONE_HUNDRED: Self = Self { numerator: Decimal::ONE_HUNDRED, denominator: Decimal::ONE };

    /// The same number as a decimal, if it has one.
    pub fn decimal(self) -> Option<Decimal> {
        // Denominators are whole, so the mantissa is the number.
        (self.denominator.mantissa() == 1).then_some(self.numerator)
    }

    /// The number with so many decimals, rounded half up, away from zero; `None` where it has too many digits.
    pub fn rounded(self, decimals: u32) -> Option<Decimal> {
        let half_up = |decimal: Decimal| {
            let mut rounded = decimal.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            rounded.rescale(decimals);
            rounded
        };
        if let Some(decimal) = self.decimal() {
            return Some(half_up(decimal));
        }
        // In whole numbers: a quotient of decimals would be rounded twice.
        let (numerator, denominator) = self.parts();
        let scaled = numerator.checked_abs()?.checked_mul(10_i128.checked_pow(decimals)?)?;
        let twice = scaled.checked_mul(2)?.checked_add(denominator)?;
        let whole = twice / denominator.checked_mul(2)?;
        Decimal::try_from_i128_with_scale(whole * numerator.signum(), decimals).ok()
    }

    /// Nearly the same number, for pictures only.
    pub fn approximate(self) -> f64 {
        let number = |decimal: Decimal| decimal.to_f64().unwrap_or_default();
        number(self.numerator) / number(self.denominator)
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.numerator.is_zero()
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { numerator: self.numerator.abs(), ..self }
    }

    /// The number with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }

    /// The sum; `None` where it has too many digits.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.decimals(other).and_then(|(left, right)| sum(left, right)).or_else(|| {
            let ((a, b), (c, d)) = (self.parts(), other.parts());
            let shared = greatest_divisor(b, d);
            let numerator = a.checked_mul(d / shared)?.checked_add(c.checked_mul(b / shared)?)?;
            Self::fraction(numerator, (b / shared).checked_mul(d)?)
        })
    }

    /// The difference; `None` where it has too many digits.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// The product; `None` where it has too many digits.
    pub fn times(self, other: Self) -> Option<Self> {
        let decimals = self.decimals(other).and_then(|(left, right)| product(left, right));
        decimals.map(Self::from).or_else(|| multiplied(self.parts(), other.parts()))
    }

    /// The quotient; `None` where it has too many digits, or the divisor is zero.
    pub fn over(self, other: Self) -> Option<Self> {
        let decimals = self.decimals(other).and_then(|(left, right)| quotient(left, right));
        decimals.map(Self::from).or_else(|| {
            let (numerator, denominator) = other.parts();
            let sign = numerator.signum();
            (sign != 0).then(|| multiplied(self.parts(), (denominator * sign, numerator * sign)))?
        })
    }

    /// Both numbers as decimals, if both have one.
    fn decimals(self, other: Self) -> Option<(Decimal, Decimal)> {
        self.decimal().zip(other.decimal())
    }

    /// The number as a fraction. A decimal of 28 digits fits, and so does its power of ten.
    fn parts(self) -> Parts {
        match self.decimal() {
            Some(decimal) => lowest(decimal.mantissa(), 10_i128.pow(decimal.scale())),
            None => (self.numerator.mantissa(), self.denominator.mantissa()),
        }
    }

    /// The number of a fraction; `None` where its parts have too many digits.
    fn fraction(numerator: i128, denominator: i128) -> Option<Self> {
        // The least number has no counterpart above zero.
        let numerator = Some(numerator).filter(|number| *number != i128::MIN)?;
        let (numerator, denominator) = lowest(numerator, denominator);
        let whole = |number| Decimal::try_from_i128_with_scale(number, 0).ok();
        match as_decimal(numerator, denominator) {
            Some(decimal) => Some(decimal.into()),
            None => Some(Self { numerator: whole(numerator)?, denominator: whole(denominator)? }),
        }
    }
}

/// As messages and JSON show it: exactly where there is a decimal. Else it is rounded, to six decimals, or below one to
/// six digits, and `≈` says so.
impl fmt::Display for Ratio {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(decimal) = self.decimal() {
            return write!(formatter, "{}", decimal.normalize());
        }
        let half_up = RoundingStrategy::MidpointAwayFromZero;
        let value = self.numerator.checked_div(self.denominator).unwrap_or_default();
        let rounded = match value.abs() < Decimal::ONE {
            true => value.round_sf_with_strategy(SHOWN, half_up).unwrap_or(value),
            false => value.round_dp_with_strategy(SHOWN, half_up),
        };
        write!(formatter, "≈{}", rounded.normalize())
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Compared part by part, as continued fractions: products of the parts might not fit.
    fn cmp(&self, other: &Self) -> Ordering {
        if let Some((left, right)) = self.decimals(*other) {
            return left.cmp(&right);
        }
        let ((mut a, mut b), (mut c, mut d)) = (self.parts(), other.parts());
        loop {
            let whole = a.div_euclid(b).cmp(&c.div_euclid(d));
            let (left, right) = (a.rem_euclid(b), c.rem_euclid(d));
            if whole.is_ne() || left == 0 || right == 0 {
                return whole.then(left.signum().cmp(&right.signum()));
            }
            // Of two fractions below one that whose reciprocal is smaller is larger.
            (a, b, c, d) = (d, right, b, left);
        }
    }
}

/// The sum of two decimals, if it has no more digits than fit. The decimals' own sum may be rounded, which shows in that
/// it has fewer decimals.
fn sum(left: Decimal, right: Decimal) -> Option<Ratio> {
    let sum = left.checked_add(right)?;
    let exact = sum.scale() == left.scale().max(right.scale()) || left.is_zero() || right.is_zero();
    exact.then(|| sum.into())
}

fn product(left: Decimal, right: Decimal) -> Option<Decimal> {
    if is_one(right) {
        return Some(left);
    }
    let product = left.checked_mul(right)?;
    let exact = product.scale() == left.scale() + right.scale() || left.is_zero() || right.is_zero();
    exact.then_some(product)
}

fn quotient(left: Decimal, right: Decimal) -> Option<Decimal> {
    if is_one(right) {
        return Some(left);
    }
    let quotient = left.checked_div(right)?;
    (product(quotient, right)? == left).then_some(quotient)
}

/// Most units are base units, by which nothing changes.
fn is_one(decimal: Decimal) -> bool {
    decimal.mantissa() == 1 && decimal.scale() == 0
}

/// What both have in common is taken out first, so that nothing grows that need not.
fn multiplied((a, b): Parts, (c, d): Parts) -> Option<Ratio> {
    let (first, second) = (greatest_divisor(a, d), greatest_divisor(c, b));
    let numerator = (a / first).checked_mul(c / second)?;
    Ratio::fraction(numerator, (b / second).checked_mul(d / first)?)
}

fn lowest(numerator: i128, denominator: i128) -> Parts {
    let shared = greatest_divisor(numerator, denominator);
    (numerator / shared, denominator / shared)
}

/// Of numbers that are not both zero.
fn greatest_divisor(left: i128, right: i128) -> i128 {
    let (mut larger, mut smaller) = (left, right);
    while smaller != 0 {
        (larger, smaller) = (smaller, larger % smaller);
    }
    larger.abs()
}

/// The decimal of a fraction in lowest terms: there is one where the denominator divides a power of ten.
fn as_decimal(numerator: i128, denominator: i128) -> Option<Decimal> {
    let (without_twos, twos) = divided(denominator, 2);
    let (rest, fives) = divided(without_twos, 5);
    let scale = twos.max(fives);
    if rest != 1 || scale as usize > MAX_DIGITS {
        return None;
    }
    let factor = 2_i128.checked_pow(scale - twos)?.checked_mul(5_i128.checked_pow(scale - fives)?)?;
    Decimal::try_from_i128_with_scale(numerator.checked_mul(factor)?, scale).ok()
}

/// What is left of a number, and how often it could be divided.
fn divided(mut number: i128, by: i128) -> (i128, u32) {
    let mut times = 0;
    while number % by == 0 {
        (number, times) = (number / by, times + 1);
    }
    (number, times)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(text: &str) -> Ratio {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        let number = |text| Ratio::from(Decimal::from_str_exact(text).unwrap());
        number(above).over(number(below)).unwrap()
    }

    #[test]
    fn a_third_times_three_is_one() {
        assert_eq!(ratio("1/3").times(ratio("3")), Some(Ratio::ONE));
        assert_eq!(ratio("1/3").plus(ratio("1/6")), Some(ratio("0.5")));
        assert_eq!(ratio("1/3").minus(ratio("1/3")), Some(Ratio::ZERO));
        assert_eq!(ratio("-2/6"), ratio("1/-3"));
        assert_eq!(ratio("-2/6").abs(), ratio("1/3"));
        assert_eq!(ratio("100/86400").times(ratio("2592000")), Some(ratio("3000")));
        assert_eq!(ratio("20/1073741824").times(ratio("3221225472")), Some(ratio("60")));
        assert_eq!(ratio("1/3").over(Ratio::ZERO), None);
    }

    #[test]
    fn a_number_has_one_form() {
        for (text, shown) in [("1/8", "0.125"), ("6/3", "2"), ("0.50", "0.5"), ("-1/20", "-0.05"), ("0/7", "0")] {
            assert_eq!(ratio(text).to_string(), shown);
            assert!(ratio(text).decimal().is_some(), "{text}");
        }
        assert_eq!(ratio("10/30"), ratio("0.1/0.3"));
        assert_eq!(ratio("1/3").decimal(), None);
    }

    #[test]
    fn what_is_rounded_says_so() {
        for (text, shown) in [
            ("1/3", "≈0.333333"),
            ("-2/3", "≈-0.666667"),
            ("100/3", "≈33.333333"),
            ("1/86400", "≈0.0000115741"),
            ("1/7000000000", "≈0.000000000142857"),
        ] {
            assert_eq!(ratio(text).to_string(), shown);
        }
    }

    #[test]
    fn what_does_not_fit_is_no_result() {
        let (longest, smallest) = (ratio(&"9".repeat(28)), ratio(&format!("0.{}1", "0".repeat(26))));
        assert_eq!(longest.times(longest), None);
        assert_eq!(longest.times(ratio("1/3")).unwrap().to_string(), "3".repeat(28));
        assert_eq!(longest.plus(smallest), None);
        assert_eq!(smallest.times(smallest), None);
        assert_eq!(longest.over(smallest), None);
        assert_eq!(smallest.times(ratio("0.01")).and_then(|small| small.times(ratio("100"))), None);
        assert_eq!(smallest.times(longest).unwrap().to_string(), format!("9.{}", "9".repeat(27)));
    }

    #[test]
    fn order_is_exact() {
        let longest = "9".repeat(28);
        let ascending = [
            "-1",
            "-1/3",
            "-0.3333333333333333333333333333",
            "0",
            "0.3333333333333333333333333333",
            "1/3",
            "0.3333333333333333333333333334",
            &format!("{longest}/9999999999999999999999999998"),
            &format!("{longest}/3"),
            "3333333333333333333333333333.3",
        ];
        let ascending = ascending.map(ratio);
        for (at, one) in ascending.iter().enumerate() {
            for (behind, other) in ascending.iter().enumerate() {
                let expected = if one == other { Ordering::Equal } else { at.cmp(&behind) };
                assert_eq!(one.cmp(other), expected, "{one} {other}");
            }
        }
    }
}
