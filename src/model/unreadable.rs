//! The findings for targets that make no sense, each with the repair that its author most likely needs.

use super::{indicator::MODIFIERS, irregular::shown};
use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic, Fix},
    field::Units,
    source::Span,
    syntax::{Token, TokenKind, quoted, unquoted},
    words::{Comparison, Keyword, folded},
};

/// The finding for a token that no target begins with.
pub(super) fn unreadable(arguments: &Arguments<'_, '_>, token: Token, units: &Units) -> Diagnostic {
    let (text, span) = (arguments.slice(token), arguments.span(token));
    let finding = Diagnostic::new(Code::UnreadableTarget, span).with("text", text);
    match token.kind {
        TokenKind::Text => quoted_target(arguments, span, token, units),
        TokenKind::Word if is_numeral(text, units) => finding.help(2),
        TokenKind::Word => match (unit_price(text, units), number_behind(arguments, text)) {
            (Some(right), _) => finding.with("right", right.as_str()).help(5).fix(Fix::safe(span, right)),
            (None, Some(before)) => {
                let whole = span.to(last_before_modifiers(arguments).unwrap_or(span));
                let value = arguments.text_of(whole).get(before.len()..).unwrap_or_default().trim();
                let right = shown(arguments, value, whole);
                finding.with("before", before).with("right", right.as_str()).help(4).fix(Fix::guess(whole, right))
            }
            (None, None) => in_words(arguments, span).and_help(0),
        },
        // 模板里的 **，以及表示空白的 / 和 —
        TokenKind::Operator | TokenKind::Range | TokenKind::Broken => finding.help(3),
        _ => finding,
    }
}

/// The finding for a target in words without quotes; a text behind the first of them is what it says: 定性 “明显提升”.
fn in_words(arguments: &Arguments<'_, '_>, first: Span) -> Diagnostic {
    if let Some(text) = arguments.peek_second().filter(|next| next.kind == TokenKind::Text) {
        return worded(
            arguments,
            first.to(arguments.span(text)),
            arguments.slice(text),
            NEARLY_IS.contains(&arguments.text_of(first)),
        );
    }
    let words = arguments.rest().iter().take_while(|token| {
        token.kind == TokenKind::Word && Keyword::find(&folded(arguments.slice(**token))).is_none()
    });
    let whole = words.last().map_or(first, |last| first.to(arguments.span(*last)));
    worded(arguments, whole, &quoted(arguments.text_of(whole)), false)
}

/// What people write before words for `is`.
const NEARLY_IS: [&str; 5] = ["是", "=", "＝", "定性", "等于"];

/// The finding for words that lack `is`. They are certainly meant where they stand in quotes, alone or behind what says no
/// more than `is`.
fn worded(arguments: &Arguments<'_, '_>, whole: Span, text: &str, is_certain: bool) -> Diagnostic {
    let right = format!("{} {text}", arguments.spelling(Keyword::Is));
    let finding = Diagnostic::new(Code::UnreadableTarget, whole).with("right", right.as_str()).help(1);
    finding.fix(Fix::safe_if(is_certain, whole, right))
}

/// The finding for a text where a value must stand, from `start` on: a value needs no quotes, words need `is`.
pub(super) fn quoted_target(arguments: &Arguments<'_, '_>, start: Span, text: Token, units: &Units) -> Diagnostic {
    let whole = start.to(arguments.span(text));
    let content = unquoted(arguments.slice(text));
    let sign = arguments.text_of(start);
    let sign = if Comparison::read(sign).is_some() { sign } else { "" };
    if !is_value(content.trim(), units) {
        return worded(
            arguments,
            whole,
            arguments.slice(text),
            start == arguments.span(text) || NEARLY_IS.contains(&sign),
        );
    }
    let right = format!("{sign}{}", content.trim());
    Diagnostic::new(Code::UnreadableTarget, whole).with("right", right.as_str()).help(6).fix(Fix::safe(whole, right))
}

/// Whether a text says a number with a unit: ≥24家.
fn is_value(text: &str, units: &Units) -> bool {
    let signs = || Comparison::ALL.into_iter().flat_map(|sign| sign.spellings().iter().copied().chain([sign.sign()]));
    let number = signs().filter_map(|sign| text.strip_prefix(sign)).min_by_key(|rest| rest.len()).unwrap_or(text);
    let number = number.trim_start();
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    unit.len() < number.len() && (unit.is_empty() || units.find(unit.trim()).is_some())
}

/// The last token before what may follow a value.
fn last_before_modifiers(arguments: &Arguments<'_, '_>) -> Option<Span> {
    let is_modifier = |token: &&Token| {
        token.kind == TokenKind::Word
            && Keyword::find(&folded(arguments.slice(**token))).is_some_and(|keyword| MODIFIERS.contains(&keyword))
    };
    let last = arguments.rest().iter().take_while(|token| !is_modifier(token)).last()?;
    Some(arguments.span(*last))
}

/// 每家1万元 as it should be written: 1万元/家.
fn unit_price(word: &str, units: &Units) -> Option<String> {
    let word = word.strip_prefix('每')?;
    let (below, rest) = word.split_at(word.find(|c: char| c.is_ascii_digit())?);
    let above = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let known = |unit: &str| units.find(unit).is_some();
    (known(below) && known(above)).then(|| format!("{rest}/{below}"))
}

/// What stands before the number that the target has after all: 约 in `约 12 家`, 达到 in `达到12家`.
fn number_behind<'s>(arguments: &Arguments<'s, '_>, word: &'s str) -> Option<&'s str> {
    let next = arguments.peek_second().map(|token| token.kind);
    match word.find(|c: char| c.is_ascii_digit()) {
        Some(at) => Some(&word[..at]),
        None => matches!(next, Some(TokenKind::Number | TokenKind::Comparison)).then_some(word),
    }
}

/// 十二家, 百分之九十: a number in Chinese characters, alone or with a unit.
pub(super) fn is_numeral(word: &str, units: &Units) -> bool {
    if word.starts_with("百分之") {
        return true;
    }
    let unit = word.trim_start_matches(|c: char| "〇零一二两三四五六七八九十百千万亿".contains(c));
    unit.len() < word.len() && (unit.is_empty() || units.find(unit).is_some())
}

/// The finding for a second comparison of one value: `>= 12 家以上`. With its repair where both say the same.
pub(super) fn two_comparisons(
    arguments: &Arguments<'_, '_>,
    first: Located<Comparison>,
    second: Located<Comparison>,
) -> Diagnostic {
    let text = |span: Span| arguments.text_of(span).to_owned();
    let finding = Diagnostic::new(Code::TwoComparisons, second.span)
        .with("first", text(first.span))
        .with("second", text(second.span))
        .also(1, first.span);
    if first.value == second.value { finding.fix(Fix::safe(second.span, "")) } else { finding.help(1) }
}
