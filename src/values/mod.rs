//! Exact values: decimal numbers that keep their digits, ratios to compute with, and dates of which only a part may be
//! given.

mod date;
mod number;
mod numeral;
mod ratio;

pub use date::{Bound, Date, DateError, is_year_or_month, read_date};
pub use number::{MAX_DIGITS, Number, NumberError};
pub use numeral::{is_numeral, read_numeral};
pub use ratio::Ratio;
pub use rust_decimal::Decimal;
