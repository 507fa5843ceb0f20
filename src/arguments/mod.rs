//! A statement read word by word.
//!
//! Standards and models are read from statements in the same way: take the head word, then each argument in turn, and
//! say exactly what is missing or too much. [`Arguments`] is that cursor.

mod document;
mod finish;
mod numbers;
mod texts;

pub use document::{Document, Located, Once, comparison_meaning, meant, misplaced, reserved_word};

use std::borrow::Cow;

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Fix, Lang, Text, Value},
    source::{Range, Span},
    syntax::{Block, StatementId, Token, TokenKind},
    words::{Comparison, Keyword, Place, folded},
};

/// Steps over the arguments of one statement.
#[derive(Debug)]
pub struct Arguments<'s, 'f> {
    document: Document<'s>,
    id: StatementId,
    tokens: &'s [Token],
    at: usize,
    block: Option<Block>,
    /// The usage of the statement, for messages.
    usage: Text,
    /// Whether mistakes have been reported already, so that what follows from them is not.
    quiet: bool,
    /// Whether a mistake was reported anywhere in the statement.
    broken: bool,
    /// Whether what comes next may be no part of the statement at all.
    lost: bool,
    /// Where mistakes go.
    pub findings: &'f mut Findings,
}

impl<'s, 'f> Arguments<'s, 'f> {
    /// The arguments of a statement, behind its head word.
    pub fn new(document: Document<'s>, id: StatementId, usage: Text, findings: &'f mut Findings) -> Self {
        let (broken, block) = (document.is_doubtful(id), document.tree.get(id).block);
        let tokens = document.tree.tokens(id);
        let (quiet, lost) = (broken, false);
        let mut arguments = Self { document, id, tokens, at: 0, block, usage, quiet, broken, lost, findings };
        arguments.step();
        arguments
    }

    /// The arguments of a statement that begins with a keyword.
    pub fn of(document: Document<'s>, id: StatementId, keyword: Keyword, findings: &'f mut Findings) -> Self {
        Self::new(document, id, keyword.word().usage, findings)
    }

    /// The same, with the head counted among the arguments: for rows that begin with a name.
    #[must_use]
    pub fn with_head(mut self) -> Self {
        self.at = 0;
        self.pass_broken();
        self
    }

    /// The next token, left where it is.
    pub fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    /// The token taken last.
    pub fn before(&self) -> Option<Token> {
        self.tokens.get(self.at.checked_sub(1)?).copied()
    }

    /// The token behind the next one.
    pub fn peek_second(&self) -> Option<Token> {
        self.peek_at(1)
    }

    /// The token so many places behind the next one.
    pub fn peek_at(&self, distance: usize) -> Option<Token> {
        if self.quiet {
            return self.rest().iter().filter(|token| token.kind != TokenKind::Broken).nth(distance).copied();
        }
        self.tokens.get(self.at + distance).copied()
    }

    /// Goes on to the next token; what has been reported as a mistake by itself is passed over.
    fn step(&mut self) {
        self.at += 1;
        self.pass_broken();
    }

    fn pass_broken(&mut self) {
        while let Some(token) = self.peek().filter(|token| self.quiet && token.kind == TokenKind::Broken) {
            // What begins a comment elsewhere.
            self.lost |= matches!(self.slice(token), "#" | "＃");
            self.at += 1;
        }
    }

    /// The tokens that are left.
    pub fn rest(&self) -> &'s [Token] {
        self.tokens.get(self.at..).unwrap_or_default()
    }

    /// Whether all arguments are read.
    pub fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Where the block of the statement begins, if it has one.
    pub fn block(&self) -> Option<Span> {
        self.block.map(|block| self.document.tree.span(block.open))
    }

    /// Whether a mistake in this statement has been reported.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// The text of a token.
    pub fn slice(&self, token: Token) -> &'s str {
        self.document.slice(token.range)
    }

    /// The text of a place in this statement's file.
    pub fn text_of(&self, span: Span) -> &'s str {
        self.document.slice(span.range)
    }

    /// The place of a token.
    pub fn span(&self, token: Token) -> Span {
        self.document.tree.span(token.range)
    }

    /// The head word, as written.
    pub fn head(&self) -> &'s str {
        self.tokens.first().map_or("", |&token| self.slice(token))
    }

    /// A keyword in the language in which the statement is written, for repairs.
    pub fn spelling(&self, keyword: Keyword) -> &'static str {
        keyword.spelling(if self.head().is_ascii() { Lang::En } else { Lang::Zh })
    }

    /// The place of the head word.
    pub fn head_span(&self) -> Span {
        self.document.tree.span(self.tokens.first().map_or(Range::default(), |token| token.range))
    }

    /// The place of the next token; of the last one where none is left.
    pub fn here(&self) -> Span {
        let token = self.peek().or(self.tokens.last().copied());
        self.document.tree.span(token.map_or(Range::default(), |token| token.range))
    }

    /// From a token already read up to the last one read.
    pub fn since(&self, start: Span) -> Span {
        match self.at.checked_sub(1).and_then(|last| self.tokens.get(last)) {
            Some(&last) => start.to(self.span(last)),
            None => start,
        }
    }

    /// Takes the next token whatever it is.
    pub fn advance(&mut self) -> Option<Token> {
        let token = self.peek()?;
        self.step();
        Some(token)
    }

    /// Takes the next token where a condition holds.
    pub fn advance_if(&mut self, condition: bool) -> Option<Token> {
        if condition { self.advance() } else { None }
    }

    /// Takes the tokens up to the next of these keywords.
    pub fn skip_to(&mut self, keywords: &[Keyword]) {
        while !self.is_done() && !self.peek_keyword().is_some_and(|keyword| keywords.contains(&keyword)) {
            self.advance();
        }
        self.resume();
    }

    /// Reads what follows as if nothing had been wrong before: a keyword shows where the statement goes on.
    pub fn resume(&mut self) {
        self.quiet = self.document.is_doubtful(self.id);
    }

    /// Takes the next token if it is of this kind.
    pub fn take(&mut self, kind: TokenKind) -> Option<Token> {
        let token = self.peek().filter(|token| token.kind == kind)?;
        self.step();
        Some(token)
    }

    /// Takes the next word that is no keyword, as written.
    pub fn word(&mut self) -> Option<Located<&'s str>> {
        let token = self.peek().filter(|token| token.kind == TokenKind::Word)?;
        let word = self.slice(token);
        Keyword::find(&folded(word)).is_none().then(|| {
            self.step();
            Located::new(word, self.span(token))
        })
    }

    /// Takes the next word, keyword or not.
    pub fn any_word(&mut self) -> Option<Located<&'s str>> {
        let token = self.take(TokenKind::Word)?;
        Some(Located::new(self.slice(token), self.span(token)))
    }

    /// The keyword that comes next, left where it is.
    pub fn peek_keyword(&self) -> Option<Keyword> {
        let token = self.peek().filter(|token| token.kind == TokenKind::Word)?;
        Keyword::find(&folded(self.slice(token)))
    }

    /// Takes this keyword if it comes next.
    pub fn keyword(&mut self, keyword: Keyword) -> Option<Span> {
        if self.peek_keyword() != Some(keyword) {
            return None;
        }
        let token = self.advance()?;
        Some(self.span(token))
    }

    /// Takes a code of digits and letters, in quotes or not: 610101, A01-02. What stands together without blanks and has
    /// a digit in it is one; digits that count nothing are kept as they are: 007001 stays 007001. A minus sign is a hyphen.
    pub fn code(&mut self) -> Option<Located<Cow<'s, str>>> {
        if let Some(text) = self.text() {
            return Some(text);
        }
        let rest = self.rest();
        let together = rest.iter().zip(rest.iter().skip(1)).take_while(|(one, next)| one.range.end == next.range.start);
        let in_code = |token: &&Token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Date | TokenKind::Operator)
        };
        let count = rest.iter().take(together.count() + 1).take_while(in_code).count();
        let span = self.span(*rest.first()?).to(self.span(*rest.get(count.checked_sub(1)?)?));
        let code = match folded(self.document.slice(span.range)) {
            code if code.contains('−') => code.replace('−', "-").into(),
            code => code,
        };
        code.contains(|c: char| c.is_ascii_digit()).then(|| {
            self.at += count;
            Located::new(code, span)
        })
    }

    /// Takes a comparison sign or word; a known mistake is reported and read as what is meant.
    pub fn comparison(&mut self) -> Option<Located<Comparison>> {
        let token = self.take(TokenKind::Comparison)?;
        let mut span = self.span(token);
        let mut read = Comparison::read(self.slice(token));
        if let Some(meant) = self.peek().and_then(|next| Comparison::read_apart(self.slice(token), self.slice(next))) {
            span = self.advance().map_or(span, |next| span.to(self.span(next)));
            read = Some(Err(meant));
        }
        let text = self.text_of(span);
        match read? {
            Ok(comparison) => Some(Located::new(comparison, span)),
            Err(meant) => {
                let right = if text.is_ascii() { meant.sign() } else { meant.printed() };
                let finding = Diagnostic::new(Code::MalformedComparison, span)
                    .with("text", text)
                    .with("right", right)
                    .fix(Fix::safe(span, right));
                self.findings.report(finding);
                Some(Located::new(meant, span))
            }
        }
    }

    /// Lets go of a statement that depends on one with a mistake: what follows from that is not reported.
    pub fn give_up(&mut self) {
        (self.quiet, self.broken) = (true, true);
    }

    /// Reports a finding unless it may follow from one before; what comes behind it may follow from it.
    pub fn report(&mut self, finding: Diagnostic) {
        self.remark(finding);
        self.give_up();
    }

    /// Reports a finding after which the statement still makes sense, unless it may follow from one before.
    pub fn remark(&mut self, finding: Diagnostic) {
        if !self.quiet || finding.code.stands_alone() && !self.lost {
            self.findings.report(finding);
        }
    }

    /// Passes over a comma that stands where none belongs, and reports it.
    pub fn stray_comma(&mut self) {
        let before = self.before();
        let Some(comma) = self.take(TokenKind::Comma) else { return };
        let span = self.span(comma);
        // 1，020: two pieces of one number are not to become two numbers.
        let in_number = [before, self.peek()].iter().all(|token| token.is_some_and(|it| it.kind == TokenKind::Number));
        let finding = Diagnostic::new(Code::UnexpectedArgument, span)
            .with("word", self.head())
            .with("text", self.slice(comma))
            .help(2)
            .fix(Fix::safe_if(!in_number, span, self.document.blank_for(comma.range)));
        self.remark(finding);
    }

    /// Reports a keyword where the author must choose a word, as for a label.
    pub fn reserved(&mut self) -> bool {
        let Some(keyword) = self.peek_keyword() else { return false };
        let Some(word) = self.any_word() else { return false };
        self.report(reserved_word(word, keyword.word().meaning));
        true
    }

    /// Reports that something is missing here: behind the last keyword taken, else of the statement.
    pub fn missing(&mut self, expected: impl Into<Value>) {
        self.missing_at(self.here(), expected);
    }

    fn missing_at(&mut self, span: Span, expected: impl Into<Value>) {
        let (word, usage) = self.keyword_before().unwrap_or((self.head(), self.usage));
        let finding = Diagnostic::new(Code::MissingArgument, span)
            .label(usize::from(self.is_done()))
            .with("word", word)
            .with("expected", expected)
            .with("usage", usage);
        self.report(finding);
    }

    /// The last keyword taken of those that stand among arguments, and how it is used.
    fn keyword_before(&self) -> Option<(&'s str, Text)> {
        let words = self.tokens.get(1..self.at)?.iter().rev().filter(|token| token.kind == TokenKind::Word);
        words.map(|token| self.slice(*token)).find_map(|word| {
            let keyword = Keyword::find(&folded(word)).filter(|keyword| keyword.fits(Place::Argument))?;
            Some((word, keyword.word().usage))
        })
    }
}
