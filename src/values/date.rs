//! Dates of which only the year, or only year and month may be given, and what forms say around them.

use jiff::civil;

use crate::{diagnostic::Text, words::folded};

/// A year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year, four digits.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month; only with a month.
    pub day: Option<i8>,
}

/// How a date bounds an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// On it: 2026年11月20日.
    At,
    /// No later than its end: 2026年11月底前.
    By,
    /// Before it begins: 2026年6月前.
    Before,
    /// At its end: 2021年底.
    End,
}

/// Why digits are no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// No month has this number.
    Month,
    /// The month has no such day.
    Day {
        /// The last day that it has.
        last: i8,
    },
}

impl DateError {
    /// What is wrong with it.
    pub fn reason(self) -> Text {
        match self {
            Self::Month => Text { zh: "一年只有 12 个月", en: "a year has 12 months" },
            Self::Day { last: 28 } => Text { zh: "这个月只有 28 天", en: "this month has 28 days" },
            Self::Day { last: 29 } => Text { zh: "这个月只有 29 天", en: "this month has 29 days" },
            Self::Day { last: 30 } => Text { zh: "这个月只有 30 天", en: "this month has 30 days" },
            Self::Day { .. } => Text { zh: "一个月最多 31 天", en: "a month has 31 days at the most" },
        }
    }
}

impl Date {
    /// A date, if the calendar has it.
    ///
    /// # Errors
    /// [`DateError`] where it has not.
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Result<Self, DateError> {
        let date = Self { year, month, day };
        let first = civil::Date::new(year, month.unwrap_or(1), 1).map_err(|_| DateError::Month)?;
        match day {
            Some(day) if !(1..=first.days_in_month()).contains(&day) => {
                Err(DateError::Day { last: first.days_in_month() })
            }
            _ => Ok(date),
        }
    }

    /// Its first day.
    pub fn first_day(self) -> civil::Date {
        civil::Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(civil::Date::MAX)
    }

    /// Its last day.
    pub fn last_day(self) -> civil::Date {
        let first = self.first_day();
        match (self.month, self.day) {
            (_, Some(_)) => first,
            (Some(_), None) => first.last_of_month(),
            (None, None) => first.last_of_year(),
        }
    }

    /// As ISO 8601 writes it: `2026`, `2026-11`, `2026-11-20`.
    pub fn iso(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }

    /// As forms print it: `2026年11月20日`.
    fn chinese(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{}年{month}月{day}日", self.year),
            (Some(month), None) => format!("{}年{month}月", self.year),
            _ => format!("{}年", self.year),
        }
    }

    /// As forms print it in a period: `2023.07`.
    pub fn dotted(self) -> String {
        self.iso().replace('-', ".")
    }
}

impl Bound {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::At => "at",
            Self::By => "by",
            Self::Before => "before",
            Self::End => "end",
        }
    }

    /// A bounded date as forms print it: `2026年11月底前`, `2026年6月前`.
    pub fn printed(self, date: Date) -> String {
        let text = date.chinese();
        match self {
            Self::At => text,
            Self::By if date.day.is_some() => text + "前",
            Self::By => text + "底前",
            Self::Before if date.day.is_some() => text + "之前",
            Self::Before => text + "前",
            Self::End => text + "底",
        }
    }

    /// The last day on which it is met.
    pub fn last_day(self, date: Date) -> civil::Date {
        match self {
            Self::At | Self::By | Self::End => date.last_day(),
            Self::Before => date.first_day().yesterday().unwrap_or(civil::Date::MIN),
        }
    }
}

/// Reads a date token: `2026-11`, `2026-11-20`, `2026.11.20`, `2026年11月底前`.
///
/// # Errors
/// [`DateError`] where the calendar has no such date.
pub fn read_date(token: &str) -> Result<(Date, Bound), DateError> {
    let token = folded(token);
    let mut numbers = token.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let year = numbers.next().and_then(|digits| digits.parse().ok()).unwrap_or(0);
    let mut next = || numbers.next().map(|digits| digits.parse().unwrap_or(i8::MAX));
    let date = Date::new(year, next(), next())?;
    Ok((date, bound(&token, date)))
}

/// Whether a number may be a year, or a year and a month with a point between them: `2026`, `2023.07`.
pub fn is_year_or_month(number: &str) -> bool {
    let number = folded(number);
    let (year, month) = number.split_once('.').unwrap_or((&number, "1"));
    let digits = |text: &str, most| text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    year.len() == 4 && digits(year, 4) && !month.is_empty() && digits(month, 2)
}

/// What the end of a Chinese date says: 底前, 前, 之前, 底. Before a day, plain 前 is read as people mean it: that day
/// still counts.
fn bound(token: &str, date: Date) -> Bound {
    let tail = token.trim_start_matches(|c: char| c.is_ascii_digit() || " \t\u{3000}\u{A0}-./年度月份日号".contains(c));
    match tail {
        "" => Bound::At,
        "底" | "末" => Bound::End,
        "前" if date.day.is_some() => Bound::By,
        "前" | "之前" | "以前" => Bound::Before,
        _ => Bound::By,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints() {
        for (token, iso, bound, printed) in [
            ("2026-11", "2026-11", Bound::At, "2026年11月"),
            ("2026-11-20", "2026-11-20", Bound::At, "2026年11月20日"),
            ("2026年11月底前", "2026-11", Bound::By, "2026年11月底前"),
            ("2026年6月前", "2026-06", Bound::Before, "2026年6月前"),
            ("2026 年 6 月 前", "2026-06", Bound::Before, "2026年6月前"),
            ("２０２６年６月底之前", "2026-06", Bound::By, "2026年6月底前"),
            ("2026年6月15日前", "2026-06-15", Bound::By, "2026年6月15日前"),
            ("2026年6月15号之前", "2026-06-15", Bound::Before, "2026年6月15日之前"),
            ("2021年底", "2021", Bound::End, "2021年底"),
            ("2021年底前", "2021", Bound::By, "2021年底前"),
            ("2021年", "2021", Bound::At, "2021年"),
            ("2026/6/5", "2026-06-05", Bound::At, "2026年6月5日"),
            ("2026.06.05", "2026-06-05", Bound::At, "2026年6月5日"),
            ("2026 年 11 月 底前", "2026-11", Bound::By, "2026年11月底前"),
            ("2023.07", "2023-07", Bound::At, "2023年7月"),
        ] {
            let (date, read) = read_date(token).unwrap();
            assert_eq!((date.iso().as_str(), read), (iso, bound), "{token}");
            assert_eq!(read.printed(date), printed, "{token}");
        }
    }

    #[test]
    fn numbers_that_may_be_dates() {
        assert!(["2026", "2023.07", "２０２３．７"].into_iter().all(is_year_or_month));
        assert!(!["99", "20261", "2026.", "2026.123", "1,026", "2026.1.1"].into_iter().any(is_year_or_month));
    }

    #[test]
    fn the_calendar_decides() {
        assert_eq!(read_date("2026-02-30"), Err(DateError::Day { last: 28 }));
        assert_eq!(read_date("2026-13"), Err(DateError::Month));
        assert_eq!(read_date("2026年11月31日前"), Err(DateError::Day { last: 30 }));
        let (date, bound) = read_date("2028年2月底前").unwrap();
        assert_eq!(bound.last_day(date).to_string(), "2028-02-29");
        let (date, bound) = read_date("2026年6月前").unwrap();
        assert_eq!(bound.last_day(date).to_string(), "2026-05-31");
    }
}
