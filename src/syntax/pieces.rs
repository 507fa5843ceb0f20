//! All that stands in a file, in reading order: for those who must not lose any of it.
//!
//! The tree leaves out what has no part in the meaning: line ends, separators, braces without a partner. They lie in the
//! gaps between its tokens, where little else can stand, so they are found there again and the tree stays small.

use super::tree::{Statement, StatementId, TokenKind, Tree};
use crate::source::Range;

/// What a piece of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// A token of a statement.
    Token {
        /// What it is.
        kind: TokenKind,
        /// Whether the statement begins with it.
        first: bool,
    },
    /// `{`, where it opens the statement's block.
    Open,
    /// `}`, where it closes the statement's block.
    Close,
    /// `// …` or `/* … */`
    Comment,
    /// `;`
    Separator,
    /// A line end that stands in no comment.
    Newline,
    /// A brace that belongs to no block.
    Stray,
}

/// A piece of a file: all but blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// The statement that it is part of; for the others, of no meaning.
    pub statement: StatementId,
    /// Where it stands.
    pub range: Range,
}

/// Whether the language takes a character for a blank.
pub const fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{3000}' | '\u{A0}' | '\u{FEFF}')
}

impl Tree {
    /// All pieces of the file, whose text is given, in reading order.
    pub fn pieces<'t>(&'t self, text: &'t str) -> Pieces<'t> {
        Pieces { tree: self, text, at: 0, statement: StatementId(0), token: 0, comment: 0, open: Vec::new() }
    }
}

/// Steps over the pieces of a file.
#[derive(Debug, Clone)]
pub struct Pieces<'t> {
    tree: &'t Tree,
    text: &'t str,
    /// Up to where all has been handed out.
    at: usize,
    /// The statement whose tokens or brace come next.
    statement: StatementId,
    /// The token that comes next.
    token: u32,
    /// The comment that comes next.
    comment: usize,
    /// The statements whose blocks are open, the innermost last.
    open: Vec<StatementId>,
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let next = self.recorded();
        let limit = next.map_or(self.text.len(), |piece| piece.range.start as usize);
        if let Some(piece) = self.in_gap(limit) {
            return Some(piece);
        }
        let piece = next?;
        self.step_over(piece);
        Some(piece)
    }
}

impl Pieces<'_> {
    /// The next piece that the tree knows of.
    fn recorded(&self) -> Option<Piece> {
        let comment = self.tree.comments.get(self.comment).map(|&range| self.piece(PieceKind::Comment, range));
        [self.begun(), self.closing(), comment].into_iter().flatten().min_by_key(|piece| piece.range.start)
    }

    /// The next token or opening brace.
    fn begun(&self) -> Option<Piece> {
        let statement = self.tree.statements.get(self.statement.0 as usize)?;
        if self.token < statement.last {
            let token = self.tree.tokens[self.token as usize];
            let kind = PieceKind::Token { kind: token.kind, first: self.token == statement.first };
            return Some(self.piece(kind, token.range));
        }
        statement.block.map(|block| self.piece(PieceKind::Open, block.open))
    }

    /// The brace that closes the innermost open block; there is none where the text ends before it.
    fn closing(&self) -> Option<Piece> {
        let &id = self.open.last()?;
        let close = self.tree.get(id).block?.close;
        (!close.is_empty()).then_some(Piece { kind: PieceKind::Close, statement: id, range: close })
    }

    /// The next piece before `limit`, in text that the tree knows nothing of.
    fn in_gap(&mut self, limit: usize) -> Option<Piece> {
        while self.at < limit {
            let rest = &self.text[self.at..limit];
            let character = rest.chars().next()?;
            let start = self.at;
            self.at += if rest.starts_with("\r\n") { 2 } else { character.len_utf8() };
            let kind = match character {
                character if is_blank(character) => continue,
                '\n' | '\r' => PieceKind::Newline,
                ';' | '；' => PieceKind::Separator,
                _ => PieceKind::Stray,
            };
            return Some(self.piece(kind, Range::new(start as u32, self.at as u32)));
        }
        None
    }

    fn step_over(&mut self, piece: Piece) {
        self.at = piece.range.end as usize;
        let ended = |statement: &Statement, token| token == statement.last && statement.block.is_none();
        match piece.kind {
            PieceKind::Comment => self.comment += 1,
            PieceKind::Close => drop(self.open.pop()),
            PieceKind::Open => {
                self.open.push(self.statement);
                self.statement.0 += 1;
            }
            _ => {
                self.token += 1;
                self.statement.0 += u32::from(ended(self.tree.get(self.statement), self.token));
            }
        }
    }

    fn piece(&self, kind: PieceKind, range: Range) -> Piece {
        Piece { kind, statement: self.statement, range }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diagnostic::Findings, source::FileId, syntax::parse};

    /// Each piece as a letter and its text.
    fn pieces(text: &str) -> String {
        let tree = parse(FileId(0), text, &mut Findings::default());
        let shown = |piece: Piece| {
            let letter = match piece.kind {
                PieceKind::Token { first: true, .. } => 'T',
                PieceKind::Token { .. } => 't',
                PieceKind::Open => 'O',
                PieceKind::Close => 'C',
                PieceKind::Comment => '/',
                PieceKind::Separator => ';',
                PieceKind::Newline => 'n',
                PieceKind::Stray => '!',
            };
            format!("{letter}{}", text[piece.range.start as usize..piece.range.end as usize].trim())
        };
        tree.pieces(text).map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn nothing_is_left_out() {
        assert_eq!(pieces("a {b 1；｝ // c\r\n\n} d"), "Ta O{ Tb t1 ;； C｝ /// c n n !} Td");
        assert_eq!(pieces("{ {} } {"), "O{ O{ C} C} O{");
        assert_eq!(pieces("a (\n1)\r/* {\n */b {"), "Ta t( n t1 t) n //* {\n */ Tb O{");
        assert_eq!(pieces(""), "");
    }

    #[test]
    fn braces_beyond_the_deepest_block_are_strays() {
        let deep = "{".repeat(super::super::MAX_DEPTH + 2) + "a}";
        assert!(pieces(&deep).ends_with("O{ !{ !{ Ta !}"));
    }
}
