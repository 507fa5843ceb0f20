//! What a text means to the parser, whatever its layout: what formatting must not change.

use std::borrow::Cow;

use perfc::{
    diagnostic::{Code, Findings},
    source::{FileId, Range},
    syntax::{self, PieceKind, StatementId, TokenKind, Tree, is_blank, unquoted},
    words::{Comparison, Keyword, folded},
};

/// A statement: how deep it stands, whether it is broken, whether it has a block and a closed one, its tokens.
type Shape = (u16, bool, Option<bool>, Vec<(TokenKind, String)>);

/// All of a text but its layout.
#[derive(Debug, PartialEq)]
pub struct Content {
    pub statements: Vec<Shape>,
    pub comments: Vec<String>,
    pub strays: Vec<String>,
    pub mistakes: Vec<Code>,
}

/// The content of a text. With `words`, keywords count as the same in both languages.
pub fn content(text: &str, words: bool) -> Content {
    let mut findings = Findings::default();
    let tree = syntax::parse(FileId(0), text, &mut findings);
    let slice = |range: Range| &text[range.start as usize..range.end as usize];
    let strays = tree.pieces(text).filter(|piece| piece.kind == PieceKind::Stray);
    Content {
        statements: tree.all().map(|id| shape(text, &tree, id, words)).collect(),
        comments: tree.comments().iter().map(|&range| comment(slice(range))).collect(),
        strays: strays.map(|piece| slice(piece.range).to_owned()).collect(),
        mistakes: findings.iter().map(|finding| finding.code).collect(),
    }
}

fn shape(text: &str, tree: &Tree, id: StatementId, words: bool) -> Shape {
    let statement = tree.get(id);
    let slice = |range: Range| &text[range.start as usize..range.end as usize];
    let head = tree.tokens(id).first().and_then(|head| Keyword::find(&folded(slice(head.range))));
    let tokens = tree.tokens(id).iter().map(|token| match canonical(token.kind, slice(token.range), words) {
        // Outside of formulas a hyphen may stand for a range; that it means the same is seen in what is compiled.
        hyphen if token.kind == TokenKind::Operator && hyphen == "-" && head != Some(Keyword::Check) => {
            (TokenKind::Range, String::new())
        }
        text => (token.kind, text),
    });
    (statement.depth, statement.broken, statement.block.map(|block| !block.close.is_empty()), tokens.collect())
}

/// What a token says, however it is spelt.
fn canonical(kind: TokenKind, text: &str, words: bool) -> String {
    let token = folded(text);
    match kind {
        TokenKind::Text => unquoted(text).into_owned(),
        TokenKind::Date => token.replace(is_blank, ""),
        TokenKind::Comparison => Comparison::read(text).map_or(token.into_owned(), |sign| format!("{sign:?}")),
        TokenKind::Operator => token.replace('×', "*").replace('÷', "/").replace('−', "-"),
        TokenKind::Range | TokenKind::Comma | TokenKind::OpenParen | TokenKind::CloseParen => String::new(),
        TokenKind::Word if words => {
            Keyword::find(&token).map_or(token, |word| Cow::Borrowed(word.word().en)).into_owned()
        }
        TokenKind::Word | TokenKind::Number => token.into_owned(),
        TokenKind::Broken => text.to_owned(),
    }
}

fn comment(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    match text.strip_prefix("／／") {
        Some(content) => format!("//{}", content.trim_end_matches(is_blank)),
        None if text.starts_with("//") => text.trim_end_matches(is_blank).to_owned(),
        // One that is never closed takes in the line ends at the end of the file.
        None if text.len() < 4 || !text.ends_with("*/") => text.trim_end_matches('\n').to_owned(),
        None => text,
    }
}
