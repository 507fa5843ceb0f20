//! Codes of units and projects, which may be of several tokens that stand together: `A-610101b`.

use std::borrow::Cow;

use super::spelling;
use crate::{
    diagnostic::Findings,
    source::{FileId, folded},
    syntax::{StatementId, Token, TokenKind, Tree, parse},
    words::Keyword,
};

/// How the code of a statement is spelt.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    /// Whether full-width letters, digits and signs in it become ASCII.
    is_folded: bool,
}

impl Code {
    /// The code of a statement; `None` where it holds none.
    pub fn of(text: &str, tree: &Tree, id: StatementId) -> Option<Self> {
        let head = tree.tokens(id).first()?;
        let keyword = Keyword::find(&spelling::word(slice(text, *head)));
        let has_code = matches!(keyword, Some(Keyword::Org | Keyword::Code));
        has_code.then(|| Self { is_folded: keeps_its_tokens(text, tree, id) })
    }

    /// Whether a code may have tokens of this kind.
    pub fn may_hold(kind: TokenKind) -> bool {
        matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Date | TokenKind::Operator)
    }

    /// One of its tokens as it is written.
    pub fn spelt(self, token: &str) -> Cow<'_, str> {
        if self.is_folded { folded(token) } else { Cow::Borrowed(token) }
    }
}

/// Whether a statement is made of the same tokens when its code is folded: of `６／*` a comment would begin.
fn keeps_its_tokens(text: &str, tree: &Tree, id: StatementId) -> bool {
    let tokens = tree.tokens(id);
    let in_code = |token: &&Token| Code::may_hold(token.kind);
    if tokens.iter().filter(in_code).all(|token| matches!(folded(slice(text, *token)), Cow::Borrowed(_))) {
        return true;
    }
    let mut line = String::new();
    for (number, token) in tokens.iter().enumerate() {
        // Behind the head a blank is written in any case.
        let before = tokens[..number].last().filter(|before| number > 1 && in_code(before) && in_code(&token));
        line.push_str(if before.is_some_and(|before| before.range.end == token.range.start) { "" } else { " " });
        match token.kind {
            kind if Code::may_hold(kind) => line.push_str(&folded(slice(text, *token))),
            kind => spelling::write(&mut line, kind, slice(text, *token), false),
        }
    }
    let again = parse(FileId(0), &line, &mut Findings::default());
    let folded_tokens: Vec<&Token> = again.all().flat_map(|id| again.tokens(id)).collect();
    let is_same = |(new, old): (&Token, &Token)| {
        new.kind == old.kind && (!in_code(&new) || slice(&line, *new) == folded(slice(text, *old)))
    };
    again.comments().is_empty()
        && folded_tokens.len() == tokens.len()
        && folded_tokens.into_iter().zip(tokens).all(is_same)
}

fn slice(text: &str, token: Token) -> &str {
    &text[token.range.start as usize..token.range.end as usize]
}
