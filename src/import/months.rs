//! The part of a year that the head of a column names: 1-7月执行情况.

use crate::field::part_of_year;

/// From its begin to the end of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Months {
    /// The last month; none where a printed form still says N, or names none: 截至目前完成情况.
    last: Option<i8>,
}

impl Months {
    /// The months before the rest of a label, and that rest: 执行数 of `1-7月执行数`.
    pub fn before(word: &str) -> Option<(Self, &str)> {
        let named = part_of_year(word).filter(|((first, _), _)| *first == 1);
        named.map(|((_, last), rest)| (Self { last: Some(last) }, rest)).or_else(|| Self::counted(word))
    }

    fn counted(word: &str) -> Option<(Self, &str)> {
        let is_of_months = |c: char| c.is_ascii_digit() || matches!(c, '-' | '~' | '—' | '–' | '至' | '月' | 'n' | 'N');
        let rest = word.trim_start_matches(is_of_months);
        let months = word[..word.len() - rest.len()].strip_suffix('月')?;
        let first = months.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let last = months[first..].parse().ok().filter(|month| (1..=12).contains(month));
        Some((Self { last }, rest.trim_start_matches(['底', '末', '份'])))
    }

    /// Whether its last month is known.
    pub fn is_known(self) -> bool {
        self.last.is_some()
    }

    /// Its last day in a year, as it is written in a file.
    pub fn end(self, year: i16) -> Option<String> {
        let month = jiff::civil::Date::new(year, self.last?, 1).ok()?;
        Some(month.last_of_month().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read() {
        for (word, end, rest) in [
            ("1-7月执行数", Some("2026-07-31"), "执行数"),
            ("1—7月执行数", Some("2026-07-31"), "执行数"),
            ("1至11月执行数", Some("2026-11-30"), "执行数"),
            ("1月至2月执行情况", Some("2026-02-28"), "执行情况"),
            ("7月底执行数", Some("2026-07-31"), "执行数"),
            ("上半年执行数", Some("2026-06-30"), "执行数"),
            ("第一季度执行数", Some("2026-03-31"), "执行数"),
            ("前三季度执行数", Some("2026-09-30"), "执行数"),
            ("1-N月执行数", None, "执行数"),
            ("1-13月执行数", None, "执行数"),
        ] {
            let (months, behind) = Months::before(word).unwrap();
            assert_eq!((months.end(2026).as_deref(), behind), (end, rest), "{word}");
        }
        assert!(
            ["执行数", "12次", "2026年执行数", "下半年执行数"].into_iter().all(|word| Months::before(word).is_none())
        );
    }
}
