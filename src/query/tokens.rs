//! What each token is, for colours.

use super::{
    View,
    site::{head, is_of_standard},
};
use crate::{
    arguments::Document,
    field::Standard,
    format::place::{Expected, Inside},
    source::Range,
    syntax::{StatementId, Token as Piece, TokenKind},
    words::{Keyword, Place, Role, folded},
};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A word of the language.
    Keyword,
    /// A category of the standard: 数量.
    Category,
    /// A level, a grade or a source of money of the standard.
    Standard,
    /// A unit.
    Unit,
    /// A label, or what a file names with a word: a template, a standard.
    Label,
    /// The name of a project or an indicator.
    Title,
    /// Another text.
    Text,
    /// A number or a date.
    Number,
    /// A comparison or a sign of arithmetic.
    Operator,
    /// A comment.
    Comment,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Keyword,
        Self::Category,
        Self::Standard,
        Self::Unit,
        Self::Label,
        Self::Title,
        Self::Text,
        Self::Number,
        Self::Operator,
        Self::Comment,
    ];
}

/// A token and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub range: Range,
    /// What it is.
    pub kind: Kind,
}

impl View<'_> {
    /// The tokens and comments that touch a range, in their order. What is broken is not among them.
    pub fn tokens(&self, within: Range) -> Vec<Token> {
        let document = self.document;
        let mut tokens = Vec::new();
        let mut blocks: Vec<(u32, Inside)> = Vec::new();
        for id in document.tree.all() {
            let head_range = document.tree.head(id);
            if head_range.start > within.end {
                break;
            }
            while blocks.last().is_some_and(|(end, _)| *end <= head_range.start) {
                blocks.pop();
            }
            let inside = blocks.last().map_or(Inside::Place(Place::File), |(_, inside)| *inside);
            let keyword = head(document, id, inside, &self.model.standard);
            if let Some(block) = document.tree.get(id).block {
                blocks.push((block.close.start.max(block.open.end), inside.block(keyword)));
            }
            if head_range.end >= within.start {
                Reader::new(document, &self.model.standard, inside, keyword).statement(id, &mut tokens);
            }
        }
        tokens.retain(|token| token.range.end >= within.start && token.range.start <= within.end);
        self.comments(within, &mut tokens);
        tokens
    }

    fn comments(&self, within: Range, tokens: &mut Vec<Token>) {
        let comments = self.document.tree.comments().iter();
        let touching = comments.filter(|range| range.end >= within.start && range.start <= within.end);
        let before = tokens.len();
        tokens.extend(touching.map(|range| Token { range: *range, kind: Kind::Comment }));
        if tokens.len() > before {
            tokens.sort_by_key(|token| token.range.start);
        }
    }
}

/// Reads one statement token by token.
pub(super) struct Reader<'r> {
    document: Document<'r>,
    standard: &'r Standard,
    inside: Inside,
    head: Option<Keyword>,
    expected: Expected,
    /// The keyword before what is expected.
    last: Option<Keyword>,
    graded: bool,
}

impl<'r> Reader<'r> {
    pub fn new(document: Document<'r>, standard: &'r Standard, inside: Inside, head: Option<Keyword>) -> Self {
        Self { document, standard, inside, head, expected: Expected::Any, last: None, graded: false }
    }

    /// What the tokens of a statement are.
    pub fn statement(mut self, id: StatementId, tokens: &mut Vec<Token>) {
        for (number, token) in self.document.tree.tokens(id).iter().enumerate() {
            let kind = self.token(*token, number);
            tokens.extend(kind.map(|kind| Token { range: token.range, kind }));
        }
    }

    /// What may come behind the first tokens of a statement.
    pub fn expected_behind(mut self, tokens: &[Piece]) -> (Expected, Option<Keyword>) {
        for (number, token) in tokens.iter().enumerate() {
            self.token(*token, number);
        }
        (self.expected, self.last)
    }

    fn token(&mut self, token: Piece, number: usize) -> Option<Kind> {
        let text = self.document.slice(token.range);
        let keyword = match (token.kind, number) {
            (TokenKind::Word, 0) => self.head,
            (TokenKind::Word, _) => self.expected.keyword(&folded(text)),
            _ => None,
        };
        let kind = match (token.kind, number) {
            (TokenKind::Word, _) if keyword.is_some() => Some(Kind::Keyword),
            (TokenKind::Word, 0) => Some(self.first(text)),
            (TokenKind::Word, _) => Some(self.named(text)),
            (TokenKind::Text, _) if self.is_title(number) => Some(Kind::Title),
            (TokenKind::Text, _) => Some(Kind::Text),
            (TokenKind::Number | TokenKind::Date, _) => Some(Kind::Number),
            (TokenKind::Comparison | TokenKind::Operator | TokenKind::Range, _) => Some(Kind::Operator),
            (TokenKind::Comma | TokenKind::OpenParen | TokenKind::CloseParen | TokenKind::Broken, _) => None,
        };
        self.go_on(token.kind, keyword, number);
        kind
    }

    fn go_on(&mut self, kind: TokenKind, keyword: Option<Keyword>, number: usize) {
        self.graded |= keyword == Some(Keyword::Graded);
        self.expected = match (number, keyword) {
            (0, Some(head)) => self.inside.behind(head),
            _ => self.expected.after(kind, keyword, self.graded),
        };
        if keyword.is_some() || self.expected == Expected::Any && kind != TokenKind::Word {
            self.last = keyword;
        }
    }

    /// The text that names a project or an indicator.
    fn is_title(&self, number: usize) -> bool {
        match (self.head, self.inside) {
            (Some(Keyword::Project | Keyword::Actual), _) => number == 1,
            (None, Inside::Place(Place::Project)) => number == 1,
            (None, Inside::Place(Place::Actual)) => number <= 1,
            _ => false,
        }
    }

    /// What the first word of a statement is that is no keyword.
    fn first(&self, word: &str) -> Kind {
        match self.inside.role() {
            Some(Role::Category) if self.standard.find_category(word).is_some() => Kind::Category,
            Some(role) if is_of_standard(self.standard, word, role) => Kind::Standard,
            _ => Kind::Label,
        }
    }

    /// What a later word is that is no keyword.
    fn named(&self, word: &str) -> Kind {
        match (self.expected, self.last) {
            (Expected::Group | Expected::Grade, _) => Kind::Standard,
            (Expected::Unit, _) => Kind::Unit,
            (Expected::Name, Some(Keyword::Per)) => Kind::Unit,
            (Expected::Units, Some(Keyword::Unit)) => Kind::Unit,
            _ if self.head == Some(Keyword::Check) && self.standard.funds.find(word).is_some() => Kind::Standard,
            (Expected::Any, _) if self.standard.find_category(word).is_some() => Kind::Category,
            _ => Kind::Label,
        }
    }
}
