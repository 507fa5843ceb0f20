//! Hyphens that stand for a range: `3-5 次`, as people write it, is the `3..5 次` of the canonical form.

use crate::{
    syntax::{Piece, PieceKind, Token, TokenKind, Tree},
    words::{Keyword, folded},
};

/// How many tokens a statement with a range has at the most.
const MOST: usize = 40;

/// The piece; as a range where it is a hyphen between two numbers or dates, and nothing can be calculated there.
pub fn as_range(piece: Piece, text: &str, tree: &Tree) -> Piece {
    match piece.kind {
        PieceKind::Token { kind: TokenKind::Operator, first } if is_range(piece, text, tree) => {
            Piece { kind: PieceKind::Token { kind: TokenKind::Range, first }, ..piece }
        }
        _ => piece,
    }
}

fn is_range(piece: Piece, text: &str, tree: &Tree) -> bool {
    let tokens = tree.tokens(piece.statement);
    let slice = |token: &Token| &text[token.range.start as usize..token.range.end as usize];
    let Some(at) = tokens.iter().take(MOST).position(|token| token.range == piece.range) else { return false };
    let is_value = |token: &Token| matches!(token.kind, TokenKind::Number | TokenKind::Date);
    let before = match &tokens[..at] {
        [.., value, unit] if unit.kind == TokenKind::Word => is_value(value),
        [.., value] => is_value(value),
        [] => false,
    };
    let is_hyphen = |token: &Token| matches!(slice(token), "-" | "－" | "−");
    let behind = match &tokens[at + 1..] {
        [minus, value, ..] if is_hyphen(minus) => is_value(value),
        [value, ..] => is_value(value),
        [] => false,
    };
    before && behind && is_hyphen(&tokens[at]) && !may_calculate(tokens, slice)
}

/// Whether a statement may be a formula. One that is misspelt has a comparison or parentheses all the same, and no code
/// is a range.
fn may_calculate<'t>(tokens: &[Token], slice: impl Fn(&Token) -> &'t str) -> bool {
    let is_of_formulas = |token: &Token| {
        matches!(token.kind, TokenKind::Comparison | TokenKind::OpenParen | TokenKind::CloseParen | TokenKind::Broken)
    };
    let head = tokens.first().and_then(|head| Keyword::find(&folded(slice(head))));
    matches!(head, Some(Keyword::Check | Keyword::Org | Keyword::Code))
        || tokens.len() > MOST
        || tokens.iter().any(is_of_formulas)
}
