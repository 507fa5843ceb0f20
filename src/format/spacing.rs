//! Where blanks stand between the tokens of a statement.

use super::{place::is_of_formulas, spelling};
use crate::{syntax::TokenKind, words::Keyword};

/// What has been written of a statement.
#[derive(Debug, Clone, Copy)]
pub struct Before {
    /// The token before the one at hand.
    pub kind: TokenKind,
    /// Whether it is the sign of what follows, `-5`, not an operator between two values.
    pub sign: bool,
}

/// Whether an operator stands before its only value, where no value (`operand`) precedes it.
pub fn is_sign(kind: TokenKind, text: &str, operand: bool) -> bool {
    kind == TokenKind::Operator && !operand && matches!(text, "+" | "-" | "＋" | "－" | "−")
}

/// Whether one can calculate with what ends with this token, or call it. The head of a statement is no value, and no
/// keyword is but those of formulas.
pub fn is_operand(kind: TokenKind, text: &str, first: bool) -> bool {
    match kind {
        TokenKind::Number | TokenKind::Date | TokenKind::CloseParen => true,
        TokenKind::Word => !first && Keyword::find(&spelling::word(text)).is_none_or(is_of_formulas),
        _ => false,
    }
}

/// Whether a blank stands between two tokens. `operand` says whether what was before can be calculated with: it ends
/// with a value, a label, a `)`.
pub fn has_blank(before: Before, operand: bool, kind: TokenKind, text: &str) -> bool {
    use TokenKind::{CloseParen, Comma, Date, Number, OpenParen, Operator, Range, Word};
    match (before.kind, kind) {
        (OpenParen, _) | (_, CloseParen | Comma) => false,
        (Number, Word) => !text.starts_with(['%', '％', '‰']),
        // A function and its arguments; behind keywords the parenthesis stands apart.
        (Word, OpenParen) | (_, Range) => !operand,
        (Range, Number | Date | Word | OpenParen) => false,
        (Range, Operator) => !is_sign(kind, text, operand),
        (Operator, Number | Date | Word | OpenParen) => !before.sign,
        _ => true,
    }
}
