//! The lines of a text as the formatter takes them, and which of them it must not touch.

use super::ranges::as_range;
use crate::{
    source::Range,
    syntax::{Block, Piece, PieceKind, Pieces, TokenKind, Tree, is_blank},
    words::{Comparison, Keyword, folded},
};

/// All pieces up to a line end. A line end inside a block comment or an empty block does not count.
#[derive(Debug, Default)]
pub struct Line {
    /// Where it stands, without its line end.
    pub range: Range,
    /// What stands on it.
    pub pieces: Vec<Piece>,
    /// Whether it must be copied as it is.
    pub frozen: bool,
    /// How many parentheses are open where it begins.
    pub parens: usize,
    /// Where its comments of several lines begin.
    long_comments: Vec<u32>,
}

impl Line {
    /// Whether a block begins and ends on this line, so that it is written on one line.
    pub fn holds(&self, block: Block) -> bool {
        let closed = !block.close.is_empty() && block.close.end <= self.range.end;
        let comment = self.long_comments.partition_point(|&start| start < block.open.start);
        closed && self.long_comments.get(comment).is_none_or(|&start| start > block.close.start)
    }

    /// How many words stand before the text of the statement that begins at this piece, where they are but a keyword and
    /// perhaps a name.
    pub fn head_words(&self, at: usize) -> Option<usize> {
        let is = |number: usize, token| {
            let kind = self.pieces.get(at + number).map(|piece| piece.kind);
            kind == Some(PieceKind::Token { kind: token, first: number == 0 })
        };
        let words = (0..=2).take_while(|&number| is(number, TokenKind::Word)).count();
        (matches!(words, 1 | 2) && is(words, TokenKind::Text)).then_some(words)
    }

    fn begin(&mut self, start: u32, state: State) {
        self.range = Range::new(start, start);
        self.pieces.clear();
        self.long_comments.clear();
        self.parens = state.parens;
        // What ends a statement with an open parenthesis is part of its mistake: without it, all that follows would
        // fall into the parenthesis.
        self.frozen = state.broken && state.parens > 0;
    }
}

/// What must be remembered from piece to piece; it follows the parser.
#[derive(Clone, Copy, Default)]
struct State {
    /// The open parentheses of the statement at hand.
    parens: usize,
    /// Whether the statement at hand has a mistake.
    broken: bool,
    /// Whether a block has just been closed, so that nothing may follow on the line.
    after_block: bool,
    /// Up to where line ends do not count: the end of an empty block.
    empty_until: u32,
}

/// Steps over the lines of a text.
pub struct Lines<'t> {
    text: &'t str,
    tree: &'t Tree,
    pieces: Pieces<'t>,
    state: State,
    line: Line,
    /// Where the next line begins; `None` behind the last.
    next: Option<u32>,
}

impl<'t> Lines<'t> {
    pub fn new(text: &'t str, tree: &'t Tree) -> Self {
        Self { text, tree, pieces: tree.pieces(text), state: State::default(), line: Line::default(), next: Some(0) }
    }

    /// The next line; it is overwritten by the one after it.
    pub fn next(&mut self) -> Option<&Line> {
        self.line.begin(self.next.take()?, self.state);
        self.line.range.end = self.text.len() as u32;
        while let Some(piece) = self.pieces.next() {
            if piece.kind != PieceKind::Newline {
                self.take(piece);
            } else if piece.range.start >= self.state.empty_until {
                self.end_line();
                self.line.range.end = piece.range.start;
                self.next = Some(piece.range.end);
                break;
            }
        }
        Some(&self.line)
    }

    fn take(&mut self, piece: Piece) {
        match piece.kind {
            PieceKind::Token { kind, first } => self.token(piece, kind, first),
            PieceKind::Comment if self.slice(piece.range).contains(['\n', '\r']) => {
                self.line.long_comments.push(piece.range.start);
            }
            PieceKind::Comment | PieceKind::Newline => {}
            PieceKind::Open => {
                // A `{` behind the line of its statement is a mistake.
                let is_passed_over = |piece: &Piece| matches!(piece.kind, PieceKind::Comment | PieceKind::Separator);
                let is_first = self.line.pieces.iter().all(is_passed_over);
                self.line.frozen |= is_first && !self.tree.tokens(piece.statement).is_empty() || !self.is_brace(piece);
                let empty_until = self.end_of_empty(piece);
                self.state = State { empty_until, ..State::default() };
            }
            PieceKind::Close => {
                self.line.frozen |= !self.is_brace(piece);
                self.state = State { after_block: true, ..State::default() };
            }
            PieceKind::Separator => self.state = State { empty_until: self.state.empty_until, ..State::default() },
            PieceKind::Stray => {
                self.state = State::default();
                self.line.frozen = true;
            }
        }
        self.line.pieces.push(as_range(piece, self.text, self.tree));
    }

    /// Whether a block is opened or closed by what it should be.
    fn is_brace(&self, piece: Piece) -> bool {
        matches!(self.slice(piece.range), "{" | "｛" | "}" | "｝")
    }

    fn token(&mut self, piece: Piece, kind: TokenKind, first: bool) {
        if first {
            if self.state.broken && self.state.parens > 0 {
                // The parser has seen that a new statement begins with this line, though a parenthesis is open.
                self.line.frozen &= self.line.pieces.iter().any(|piece| piece.kind != PieceKind::Comment);
            }
            self.state.parens = 0;
            self.state.broken = self.tree.get(piece.statement).broken;
        }
        match kind {
            TokenKind::OpenParen => self.state.parens += 1,
            TokenKind::CloseParen => self.state.parens = self.state.parens.saturating_sub(1),
            _ => {}
        }
        let copied = self.state.broken || self.state.after_block;
        let delicate = self.is_delicate(piece.range, kind) || self.is_second_comparison(kind);
        self.line.frozen |= copied || delicate || self.is_cell(piece) || self.is_glued(piece, kind);
        self.state.after_block = false;
    }

    /// Whether a token would be another one if a blank followed it: comparison words, `不少于`, are words like any other
    /// where no value follows.
    fn is_delicate(&self, range: Range, kind: TokenKind) -> bool {
        kind == TokenKind::Word && Comparison::read(self.slice(range)).is_some()
    }

    /// Whether a comparison follows another: what `>==` or `< =` was to mean depends on how it is written.
    fn is_second_comparison(&self, kind: TokenKind) -> bool {
        let is_comparison = |kind| matches!(kind, PieceKind::Token { kind: TokenKind::Comparison, .. });
        let before = self.line.pieces.iter().rfind(|piece| piece.kind != PieceKind::Comment);
        kind == TokenKind::Comparison && before.is_some_and(|before| is_comparison(before.kind))
    }

    /// Whether a word stands behind the head word and a tab, as the cells of a copied row do.
    fn is_cell(&self, piece: Piece) -> bool {
        match (self.tree.tokens(piece.statement), self.line.pieces.last()) {
            ([head, second, ..], Some(before)) if second.range == piece.range && second.kind == TokenKind::Word => {
                let is_keyword = Keyword::find(&folded(self.slice(head.range))).is_some();
                !is_keyword && self.slice(Range::new(before.range.end, piece.range.start)).contains('\t')
            }
            _ => false,
        }
    }

    /// Whether a word goes on right behind a text in straight quotes: `"提高"幸福感"水平"` is one text with quotes inside,
    /// as long as nothing comes between.
    fn is_glued(&self, piece: Piece, kind: TokenKind) -> bool {
        let touches = |before: &&Piece| before.range.end == piece.range.start;
        let before = self.line.pieces.last().filter(|_| kind == TokenKind::Word).filter(touches);
        let is_text = before.is_some_and(|before| self.slice(before.range).starts_with('"'));
        is_text && Keyword::find(&folded(self.slice(piece.range))).is_none()
    }

    /// Where the block ends that this piece opens, if there is nothing in it.
    fn end_of_empty(&self, open: Piece) -> u32 {
        let close = self.tree.get(open.statement).block.map_or(open.range, |block| block.close);
        let nothing = |character: char| is_blank(character) || matches!(character, '\n' | '\r' | ';' | '；');
        let is_empty = !close.is_empty() && self.slice(Range::new(open.range.end, close.start)).chars().all(nothing);
        if is_empty { close.end } else { 0 }
    }

    fn end_line(&mut self) {
        if self.state.parens == 0 {
            self.state = State::default();
        }
    }

    fn slice(&self, range: Range) -> &'t str {
        &self.text[range.start as usize..range.end as usize]
    }
}
