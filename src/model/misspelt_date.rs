//! Dates in a notation that is not the language's: 2026/11, 2026-11前, 11月底前, 年底前.

use super::period::read;
use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic, Fix},
    field::by_when,
    syntax::{Token, TokenKind},
    values::{Bound, Date, is_year_or_month, read_date},
    words::{Keyword, folded},
};

/// A date that is written in another way than the language's.
pub(super) struct MisspeltDate {
    /// How many tokens it takes.
    tokens: usize,
    /// As written.
    text: String,
    /// As it should be written; `None` where the year is missing.
    right: Option<String>,
    /// Whether it can be nothing else: 2026.11 and 20261130 are numbers as well.
    is_certain: bool,
}

impl MisspeltDate {
    /// The one that comes next where a date must stand.
    pub fn find(arguments: &Arguments<'_, '_>) -> Option<Self> {
        let first = arguments.peek()?;
        let text = folded(arguments.slice(first)).into_owned();
        match first.kind {
            TokenKind::Number => slashed(arguments, &text).or_else(|| without_year(arguments, &text)),
            TokenKind::Word if names_time(&text) => Some(Self { tokens: 1, text, right: None, is_certain: true }),
            _ => None,
        }
    }

    /// The one that comes next where a number may stand as well: 2026.11 is a date if nothing is counted by it.
    pub fn find_beside_numbers(arguments: &Arguments<'_, '_>) -> Option<Self> {
        Self::find(arguments).or_else(|| dotted(arguments)).or_else(|| compact(arguments))
    }

    /// A date in digits with a word behind it that only Chinese dates have: 2026-09-15前.
    pub fn find_with_bound(arguments: &Arguments<'_, '_>) -> Option<Self> {
        let first = arguments.peek().filter(|token| token.kind == TokenKind::Date)?;
        let word = arguments.peek_second().filter(|token| token.kind == TokenKind::Word)?;
        let (digits, word) = (arguments.slice(first), arguments.slice(word));
        let (Date { year, month, day }, _) = read_date(digits).ok()?;
        let is_end = word.starts_with(['底', '末']);
        let is_bound = by_when(word) == Some(word) || matches!(word, "底" | "末");
        let month = month.filter(|_| is_bound && !(is_end && day.is_some()) && !digits.contains('年'))?;
        let day = day.map_or_else(String::new, |day| format!("{day}日"));
        let right = format!("{year}年{month}月{day}{word}");
        Some(Self { tokens: 2, text: [digits, word].concat(), right: Some(right), is_certain: true })
    }

    /// Reports it, and reads what is meant.
    pub fn report(self, arguments: &mut Arguments<'_, '_>) -> Option<Located<(Date, Bound)>> {
        let start = arguments.here();
        for _ in 0..self.tokens {
            arguments.advance();
        }
        let span = arguments.since(start);
        let finding = Diagnostic::new(Code::MalformedDate, span).with("text", self.text.as_str());
        let Some(right) = self.right else {
            arguments.report(finding.label(1).help(1));
            return None;
        };
        let known = read_date(&right).is_ok();
        let finding = finding.with("right", right.as_str());
        arguments.remark(if known {
            finding.fix(Fix::safe_if(self.is_certain, span, right.as_str()))
        } else {
            finding
        });
        known.then(|| read(arguments, &right, span)).flatten()
    }
}

/// 2026.11
fn dotted(arguments: &Arguments<'_, '_>) -> Option<MisspeltDate> {
    let text = folded(arguments.slice(arguments.peek()?));
    let (year, month) = text.split_once('.').filter(|_| is_year_or_month(&text))?;
    let right = iso(year, month)?;
    let is_counted = |next: Token| match next.kind {
        TokenKind::Word => Keyword::find(&folded(arguments.slice(next))).is_none(),
        _ => true,
    };
    let counted = arguments.peek_second().is_some_and(is_counted);
    (!counted).then(|| MisspeltDate { tokens: 1, text: text.into_owned(), right: Some(right), is_certain: false })
}

/// 20261130
fn compact(arguments: &Arguments<'_, '_>) -> Option<MisspeltDate> {
    let text = folded(arguments.slice(arguments.peek()?));
    let is_compact = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..)?);
    let right = format!("{}-{day}", iso(year, month).filter(|_| is_compact)?);
    read_date(&right).ok()?;
    let next = arguments.peek_second();
    let is_counted = next.is_some_and(|next| Keyword::find(&folded(arguments.slice(next))).is_none());
    (!is_counted).then(|| MisspeltDate { tokens: 1, text: text.into_owned(), right: Some(right), is_certain: false })
}

/// 2026/11
fn slashed(arguments: &Arguments<'_, '_>, year: &str) -> Option<MisspeltDate> {
    let [slash, month] = [1, 2].map(|distance| arguments.peek_at(distance).map(|token| arguments.slice(token)));
    let month = folded(month.filter(|_| slash.is_some_and(|slash| matches!(slash, "/" | "／")))?);
    let right = iso(year, &month)?;
    Some(MisspeltDate { tokens: 3, text: format!("{year}/{month}"), right: Some(right), is_certain: true })
}

/// 11月底前, 11月30日. 11月 alone, 11个月 and 11月以内 are spans of time.
fn without_year(arguments: &Arguments<'_, '_>, month: &str) -> Option<MisspeltDate> {
    let word = arguments.peek_second().filter(|token| token.kind == TokenKind::Word)?;
    let rest = arguments.slice(word);
    let is_month = month.parse().is_ok_and(|month: u8| (1..=12).contains(&month));
    let day = rest.strip_prefix('月').filter(|_| is_month)?;
    let is_date = day.starts_with(['底', '末', '初', '中', '份', '前'])
        || day.starts_with("之前")
        || day.starts_with("以前")
        || day.starts_with(|c: char| c.is_ascii_digit());
    is_date.then(|| MisspeltDate { tokens: 2, text: format!("{month}{rest}"), right: None, is_certain: true })
}

/// 年底前, 明年6月: words about time that name no year.
fn names_time(word: &str) -> bool {
    let begins = ["年底", "年末", "年内", "年前", "本年", "今年", "明年", "当年", "全年", "次年"];
    begins.iter().any(|begin| word.starts_with(begin))
}

/// Year and month as ISO 8601 writes them.
fn iso(year: &str, month: &str) -> Option<String> {
    let (years, months) = (year.parse::<u16>().ok()?, month.parse::<u8>().ok()?);
    let is_date = (1900..2200).contains(&years) && (1..=12).contains(&months) && month.len() <= 2;
    is_date.then(|| format!("{years}-{months:02}"))
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn only_dates_become_iso() {
        assert_eq!(iso("2026", "11").as_deref(), Some("2026-11"));
        assert_eq!(iso("2026", "6").as_deref(), Some("2026-06"));
        assert_eq!(iso("12232", "20"), None);
        assert_eq!(iso("2026", "13"), None);
    }
}
