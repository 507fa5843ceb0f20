//! The syntax tree: statements in reading order, each with its tokens and its block.
//!
//! The tree is three flat lists. A statement knows where its descendants end, so its children are found by stepping
//! from one to the next, and no walk ever needs the stack: a file with a million open braces is a list like any other.

use crate::source::{FileId, Range, Span};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A keyword, category, unit, label: `quantity`, `数量`, `元/人·月`, `%`.
    Word,
    /// A text in quotes, closed.
    Text,
    /// Digits with their grouping and decimal point.
    Number,
    /// `2026-11`, `2026-11-20`, `2026年11月底前`.
    Date,
    /// `>=`, `≤`, `不少于` …
    Comparison,
    /// `+ - * /` and their full-width forms.
    Operator,
    /// `..` between the ends of a range.
    Range,
    /// `,` between the items of a list.
    Comma,
    /// `(`
    OpenParen,
    /// `)`
    CloseParen,
    /// What has been reported already: an unclosed text or a character that has no place here.
    Broken,
}

/// The smallest piece of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub range: Range,
}

/// The number of a statement in its [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StatementId(pub u32);

/// The braces around a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// `{`
    pub open: Range,
    /// `}`; empty and at the end of the parent where it is missing.
    pub close: Range,
}

/// A word, its arguments and its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// Its first token, as an index into [`Tree::tokens`].
    pub(super) first: u32,
    /// Behind its last token.
    pub(super) last: u32,
    /// Behind its last descendant, as an index into [`Tree::statements`].
    end: u32,
    /// How many blocks it stands in.
    pub depth: u16,
    /// Whether a mistake in its own tokens has been reported.
    pub broken: bool,
    /// Its block, if it has one.
    pub block: Option<Block>,
}

/// One file, parsed.
#[derive(Debug)]
pub struct Tree {
    /// The file.
    pub file: FileId,
    pub(super) statements: Vec<Statement>,
    pub(super) tokens: Vec<Token>,
    pub(super) comments: Vec<Range>,
    /// Whether a brace has no counterpart.
    pub(super) unmatched: bool,
}

impl Tree {
    /// The statements outside of all blocks.
    pub fn roots(&self) -> Children<'_> {
        Children { tree: self, next: 0, end: self.statements.len() as u32 }
    }

    /// The statements in a statement's block.
    pub fn children(&self, id: StatementId) -> Children<'_> {
        Children { tree: self, next: id.0 + 1, end: self.get(id).end }
    }

    /// All statements in reading order, descendants behind their ancestors.
    pub fn all(&self) -> impl Iterator<Item = StatementId> {
        (0..self.statements.len() as u32).map(StatementId)
    }

    /// Whether each brace has its counterpart. Where not, the blocks are the most likely ones, which the indentation of
    /// the text tells.
    pub fn braces_match(&self) -> bool {
        !self.unmatched
    }

    /// A statement by its number.
    pub fn get(&self, id: StatementId) -> &Statement {
        &self.statements[id.0 as usize]
    }

    /// The tokens of a statement, its word included, its block not; never empty but for a block without a word.
    pub fn tokens(&self, id: StatementId) -> &[Token] {
        let statement = self.get(id);
        &self.tokens[statement.first as usize..statement.last as usize]
    }

    /// The comments of the file in reading order, marks included.
    pub fn comments(&self) -> &[Range] {
        &self.comments
    }

    /// The tokens of a statement, from its word to its last argument.
    pub fn head(&self, id: StatementId) -> Range {
        match (self.tokens(id), self.get(id).block) {
            ([first, .., last], _) => first.range.to(last.range),
            ([only], _) => only.range,
            ([], Some(block)) => block.open,
            ([], None) => Range::default(),
        }
    }

    /// The whole statement with its block.
    pub fn extent(&self, id: StatementId) -> Range {
        let head = self.head(id);
        self.get(id).block.map_or(head, |block| head.to(block.close))
    }

    /// A range of this tree's file as a span.
    pub fn span(&self, range: Range) -> Span {
        range.of(self.file)
    }
}

/// Steps over the statements of one block.
#[derive(Debug, Clone)]
pub struct Children<'t> {
    tree: &'t Tree,
    next: u32,
    end: u32,
}

impl Iterator for Children<'_> {
    type Item = StatementId;

    fn next(&mut self) -> Option<StatementId> {
        let id = StatementId(self.next);
        (self.next < self.end).then(|| {
            self.next = self.tree.get(id).end;
            id
        })
    }
}

/// Puts a tree together from tokens in reading order.
#[derive(Debug)]
pub(super) struct Builder {
    pub tree: Tree,
    /// The statements whose blocks are open, the innermost last.
    pub open: Vec<StatementId>,
    /// The statement that takes the next token.
    current: Option<StatementId>,
}

impl Builder {
    pub fn new(file: FileId, length: usize) -> Self {
        // Guesses from real files, so that the lists seldom grow.
        let tree = Tree {
            file,
            statements: Vec::with_capacity(length / 80 + 4),
            tokens: Vec::with_capacity(length / 14 + 16),
            comments: Vec::new(),
            unmatched: false,
        };
        Self { tree, open: Vec::new(), current: None }
    }

    /// Adds a token to the statement at hand, or begins one with it.
    pub fn token(&mut self, kind: TokenKind, range: Range) {
        let id = self.current.unwrap_or_else(|| self.begin());
        self.tree.tokens.push(Token { kind, range });
        let last = self.tree.tokens.len() as u32;
        let statement = &mut self.tree.statements[id.0 as usize];
        statement.last = last;
        statement.broken |= kind == TokenKind::Broken;
    }

    /// Ends the statement at hand.
    pub fn end_statement(&mut self) {
        self.current = None;
    }

    /// Opens the block of the statement at hand; of one without a word, where there is none.
    pub fn open_block(&mut self, brace: Range) -> StatementId {
        let id = self.current.unwrap_or_else(|| self.begin());
        self.current = None;
        let block = Block { open: brace, close: Range::new(brace.end, brace.end) };
        self.tree.statements[id.0 as usize].block = Some(block);
        self.open.push(id);
        id
    }

    /// Closes the innermost block; `None` where no block is open.
    pub fn close_block(&mut self, brace: Range) -> Option<StatementId> {
        self.current = None;
        let id = self.open.pop()?;
        let end = self.tree.statements.len() as u32;
        let statement = &mut self.tree.statements[id.0 as usize];
        statement.end = end;
        if let Some(block) = &mut statement.block {
            block.close = brace;
        }
        Some(id)
    }

    /// The statement at hand.
    pub fn current(&self) -> Option<StatementId> {
        self.current
    }

    /// Takes up the last statement again, if it stands in the innermost open block and has no block itself.
    pub fn resume(&mut self) -> Option<StatementId> {
        let id = StatementId((self.tree.statements.len() as u32).checked_sub(1)?);
        let last = self.tree.get(id);
        let fits = last.block.is_none() && usize::from(last.depth) == self.open.len();
        self.current = fits.then_some(id);
        self.current
    }

    /// Begins a statement that has nothing but a mistake.
    pub fn begin_broken(&mut self) {
        self.begin();
        self.mark_broken();
    }

    /// Makes one token of those of the statement at hand from this one on.
    pub fn merge_from(&mut self, first: usize, kind: TokenKind, range: Range) {
        let Some(id) = self.current else { return };
        let statement = &mut self.tree.statements[id.0 as usize];
        self.tree.tokens.truncate(statement.first as usize + first);
        self.tree.tokens.push(Token { kind, range });
        statement.last = self.tree.tokens.len() as u32;
    }

    /// Makes the last token of the statement at hand the head of a statement of its own.
    pub fn split_off_last(&mut self) {
        let Some(id) = self.current else { return };
        self.tree.statements[id.0 as usize].last -= 1;
        let next = self.begin();
        let first = self.tree.tokens.len() as u32 - 1;
        let statement = &mut self.tree.statements[next.0 as usize];
        (statement.first, statement.last) = (first, first + 1);
    }

    /// Takes the last token from the statement at hand.
    pub fn drop_last_token(&mut self) {
        let Some(id) = self.current else { return };
        self.tree.tokens.pop();
        self.tree.statements[id.0 as usize].last -= 1;
    }

    /// Marks the statement at hand as one with a reported mistake.
    pub fn mark_broken(&mut self) {
        if let Some(id) = self.current {
            self.tree.statements[id.0 as usize].broken = true;
        }
    }

    fn begin(&mut self) -> StatementId {
        let id = StatementId(self.tree.statements.len() as u32);
        let first = self.tree.tokens.len() as u32;
        self.tree.statements.push(Statement {
            first,
            last: first,
            end: id.0 + 1,
            depth: self.open.len().min(usize::from(u16::MAX)) as u16,
            broken: false,
            block: None,
        });
        self.current = Some(id);
        id
    }
}
