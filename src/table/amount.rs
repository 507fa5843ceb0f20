//! Money as forms print it.

use std::borrow::Cow;

use crate::{
    model::Amount,
    values::{Decimal, Ratio},
};

/// An amount in the unit of the form, which is that of `total`. As written where it is in that unit; else converted
/// without rounding, with as many decimals as the total has, or more; else, where that cannot be done (another currency,
/// more digits than a decimal holds), as written with its own unit.
pub(crate) fn printed<'t>(amount: &'t Amount<'_>, total: &Amount<'_>) -> Cow<'t, str> {
    let (own, form) = (amount.meaning, total.meaning);
    let same_dimension = own.dimension == form.dimension;
    if same_dimension && own.scale == form.scale {
        return Cow::Borrowed(&amount.number.text);
    }
    let converted = same_dimension.then(|| convert(amount.number.value, own.scale, form.scale)).flatten();
    Cow::Owned(match converted {
        Some(value) => with_decimals(value, total.number.value.scale()).to_string(),
        None => format!("{}{}", amount.number.text, amount.unit),
    })
}

/// `value · from / to`; `None` where the result is no decimal.
fn convert(value: Decimal, from: Ratio, to: Ratio) -> Option<Decimal> {
    Ratio::from(value).times(from)?.over(to)?.decimal()
}

/// The same value with this many decimals, or as many as it needs.
fn with_decimals(value: Decimal, decimals: u32) -> Decimal {
    let mut value = value.normalize();
    if value.scale() < decimals {
        value.rescale(decimals);
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(value: &str, from: &str, to: &str) -> Option<String> {
        let decimal = |text| Decimal::from_str_exact(text).unwrap();
        convert(decimal(value), decimal(from).into(), decimal(to).into()).map(|value| value.to_string())
    }

    #[test]
    fn conversion_is_exact_or_not_at_all() {
        assert_eq!(converted("102.00", "10000", "1").unwrap(), "1020000.00");
        assert_eq!(converted("0.1", "10000", "1").unwrap(), "1000.0");
        assert_eq!(converted("12232.20", "1", "10000").unwrap(), "1.22322");
        assert_eq!(converted("0.01", "1", "100000000").unwrap(), "0.0000000001");
        assert_eq!(converted("0", "1", "10000").unwrap(), "0");
        assert_eq!(converted("2", "1", "3"), None);
        assert_eq!(converted("9999999999999999999999999999", "10000", "1"), None);
        assert_eq!(converted("0.0000000000000000000000000001", "0.1", "1"), None);
    }
}
