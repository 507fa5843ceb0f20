//! The findings for targets that make no sense, each with the repair that its author most likely needs.

use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic},
    field::Units,
    source::Span,
    syntax::{Token, TokenKind, quoted, unquoted},
    words::{Comparison, Keyword},
};

/// The finding for a token that no target begins with.
pub(super) fn unreadable(arguments: &Arguments<'_, '_>, token: Token, units: &Units) -> Diagnostic {
    let (text, span) = (arguments.slice(token), arguments.span(token));
    let finding = Diagnostic::new(Code::UnreadableTarget, span).with("text", text);
    let in_words = |content: &str| {
        let right = format!("{} {}", arguments.spelling(Keyword::Is), quoted(content));
        Diagnostic::new(Code::UnreadableTarget, span).with("right", right.as_str()).help(1).fix(span, right)
    };
    match token.kind {
        TokenKind::Text => in_words(&unquoted(text)),
        TokenKind::Word if is_numeral(text, units) => finding.help(2),
        TokenKind::Word => match (unit_price(text, units), number_behind(arguments, text)) {
            (Some(right), _) => finding.with("right", right.as_str()).help(5).fix(span, right),
            (None, Some(before)) => finding.with("before", before).help(4),
            (None, None) => in_words(text).and_help(0),
        },
        // 模板里的 **，以及表示空白的 / 和 —
        TokenKind::Operator | TokenKind::Range | TokenKind::Broken => finding.help(3),
        _ => finding,
    }
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
    if first.value == second.value { finding.fix(second.span, "") } else { finding.help(1) }
}
