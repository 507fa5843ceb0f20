//! What people write around a value, 约 24 家 or 2026年11月底前完成, with the whole of the line that prints it as it is.

use super::{
    indicator::MODIFIERS,
    target::{Meaning, Target},
};
use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic, Fix},
    field::part_of_year,
    source::Span,
    syntax::{Token, TokenKind, quoted},
    values::{Bound, Date},
    words::{Comparison, Keyword},
};

/// Reports the words behind a value and passes over them up to what may follow a value. `false` where there are none, or
/// a `show` says already what is printed.
pub(super) fn words_behind(arguments: &mut Arguments<'_, '_>, target: &Target<'_>) -> bool {
    let Some(token) = arguments.peek() else { return false };
    let is_word = token.kind == TokenKind::Word && !arguments.slice(token).starts_with(['至', '到']);
    let begins_statement = arguments.peek_second().is_some_and(|next| next.kind == TokenKind::Text);
    let follows = arguments.before().is_some_and(|before| arguments.span(before).range.end == target.span.range.end);
    let starts = is_word && arguments.peek_keyword().is_none() && !begins_statement;
    if !follows || !(starts || token.kind == TokenKind::OpenParen) {
        return false;
    }
    let words = arguments.here();
    let help = if starts { 3 } else { 5 };
    let value = month_range(arguments, target).unwrap_or_else(|| arguments.text_of(target.span).to_owned());
    arguments.skip_to(&MODIFIERS);
    let words = arguments.since(words);
    let whole = target.span.to(words);
    let right = shown(arguments, &value, whole);
    let finding = Diagnostic::new(Code::UnexpectedArgument, words)
        .with("word", arguments.head())
        .with("text", arguments.text_of(words).to_owned())
        .with("right", right.as_str())
        .help(help);
    arguments.report(finding.fix(Fix::guess(whole, right)));
    arguments.resume();
    true
}

/// A value, and the text that is printed for it unless the line says that already.
pub(super) fn shown(arguments: &Arguments<'_, '_>, value: &str, printed: Span) -> String {
    let show = |token: &Token| Keyword::find(arguments.slice(*token)) == Some(Keyword::Show);
    if arguments.rest().iter().any(show) {
        return value.to_owned();
    }
    format!("{value} {} {}", arguments.spelling(Keyword::Show), quoted(arguments.text_of(printed)))
}

/// 2026年第四季度, 2026年上半年: the months that are meant.
fn month_range(arguments: &Arguments<'_, '_>, target: &Target<'_>) -> Option<String> {
    let Meaning::Date { date: Date { year, month: None, day: None }, bound: Bound::At } = target.meaning else {
        return None;
    };
    let ((first, last), _) = part_of_year(arguments.slice(arguments.peek()?))?;
    Some(format!("{year}-{first:02}..{year}-{last:02}"))
}

/// `≥24家，≤30家`: a second bound of a number. Reports it with the range that both say; `false` where none comes next.
pub(super) fn second_bound(arguments: &mut Arguments<'_, '_>, target: &Target<'_>) -> bool {
    let Meaning::Number(first) = &target.meaning else { return false };
    let comma = arguments.peek().filter(|token| token.kind == TokenKind::Comma);
    let skip = usize::from(comma.is_some());
    let Some([sign, number]) = arguments.peek_at(skip).zip(arguments.peek_at(skip + 1)).map(<[_; 2]>::from) else {
        return false;
    };
    let second = Comparison::read(arguments.slice(sign)).and_then(Result::ok);
    let (Some(Located { value: bound, .. }), Some(second)) = (first.comparison, second) else { return false };
    let (low, high) = match (bound, second) {
        (Comparison::AtLeast, Comparison::AtMost) => (&*first.number.value.text, arguments.slice(number)),
        (Comparison::AtMost, Comparison::AtLeast) => (arguments.slice(number), &*first.number.value.text),
        _ => return false,
    };
    if sign.kind != TokenKind::Comparison || number.kind != TokenKind::Number {
        return false;
    }
    let behind = arguments.peek_at(skip + 2).filter(|token| token.kind == TokenKind::Word);
    let unit = first.unit.map(|unit| unit.text).or_else(|| behind.map(|unit| arguments.slice(unit)));
    let same_unit = first.unit.is_none_or(|first| behind.is_none_or(|unit| arguments.slice(unit) == first.text));
    let end = behind.unwrap_or(number).range.end;
    let unit = unit.map_or_else(String::new, |unit| format!(" {unit}"));
    let right = format!("{low}..{high}{unit}");
    let start = arguments.here();
    arguments.skip_to(&MODIFIERS);
    let rest = arguments.since(start);
    // Of further words, and of a second unit, the range says nothing.
    let is_certain = same_unit && rest.range.end == end;
    let finding = Diagnostic::new(Code::UnexpectedArgument, rest)
        .with("word", arguments.head())
        .with("text", arguments.text_of(rest).to_owned())
        .with("right", right.as_str())
        .help(16)
        .fix(Fix::safe_if(is_certain, target.span.to(rest), right));
    arguments.report(finding);
    arguments.resume();
    true
}
