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

    /// One of its tokens as it is written.
    pub fn spelt(self, token: &str) -> Cow<'_, str> {
        if self.is_folded { folded(token) } else { Cow::Borrowed(token) }
    }
}

/// Whether a statement is made of the same tokens when it is folded: of `６／*` a comment would begin.
fn keeps_its_tokens(text: &str, tree: &Tree, id: StatementId) -> bool {
    let spelt = |token: &Token| match token.kind {
        TokenKind::Text => Cow::Borrowed(slice(text, *token)),
        _ => folded(slice(text, *token)),
    };
    let tokens = tree.tokens(id);
    if tokens.iter().all(|token| matches!(spelt(token), Cow::Borrowed(_))) {
        return true;
    }
    let mut line = String::new();
    let mut end = tree.head(id).start;
    for token in tokens {
        line.push_str(if token.range.start > end { " " } else { "" });
        line.push_str(&spelt(token));
        end = token.range.end;
    }
    let again = parse(FileId(0), &line, &mut Findings::default());
    let folded_tokens =
        again.all().flat_map(|id| again.tokens(id)).map(|token| (token.kind, Cow::Borrowed(slice(&line, *token))));
    again.comments().is_empty() && folded_tokens.eq(tokens.iter().map(|token| (token.kind, spelt(token))))
}

fn slice(text: &str, token: Token) -> &str {
    &text[token.range.start as usize..token.range.end as usize]
}
