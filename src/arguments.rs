//! A statement read word by word.
//!
//! Standards and models are read from statements in the same way: take the head word, then each argument in turn, and
//! say exactly what is missing or too much. [`Arguments`] is that cursor.

use std::borrow::Cow;

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Lang, Text, Value, closest},
    source::{Range, Span},
    syntax::{StatementId, Token, TokenKind, Tree, unquoted},
    values::{Number, NumberError},
    words::{Comparison, Keyword, Place, WORDS, folded},
};

/// A value and the place where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> Located<T> {
    /// A value at a place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A tree with its text.
#[derive(Debug, Clone, Copy)]
pub struct Document<'s> {
    /// The statements.
    pub tree: &'s Tree,
    /// The text that they were read from.
    pub text: &'s str,
}

impl<'s> Document<'s> {
    /// The text of a range.
    pub fn slice(self, range: Range) -> &'s str {
        self.text.get(range.start as usize..range.end as usize).unwrap_or("")
    }

    /// The head word of a statement, as written; `None` where it begins with something else.
    pub fn word(self, id: StatementId) -> Option<Located<&'s str>> {
        let first = self.tree.tokens(id).first().filter(|token| token.kind == TokenKind::Word)?;
        Some(Located::new(self.slice(first.range), self.tree.span(first.range)))
    }

    /// The keyword that a statement begins with.
    pub fn keyword(self, id: StatementId) -> Option<Keyword> {
        Keyword::find(&folded(self.word(id)?.value))
    }

    /// The finding for a statement whose head word may not stand in a place.
    pub fn unknown_statement(self, id: StatementId, place: Place) -> Diagnostic {
        let token = self.tree.tokens(id).first().map_or(self.tree.head(id), |token| token.range);
        let (word, span) = (self.slice(token), self.tree.span(token));
        if let Some(keyword) = self.keyword(id).filter(|keyword| keyword.word().places != [Place::Argument]) {
            let right = keyword.word().places[0];
            return Diagnostic::new(Code::MisplacedStatement, span)
                .with("word", word)
                .with("place", place.name())
                .with("right", right.name());
        }
        let fitting = || WORDS.iter().filter(|known| known.keyword.fits(place));
        let list = |lang| fitting().map(|known| known.keyword.spelling(lang)).collect::<Vec<_>>();
        let finding =
            Diagnostic::new(Code::UnknownStatement, span).with("word", word).with("place", place.name()).with(
                "list",
                Value::Localized { zh: list(Lang::Zh).join("、").into(), en: list(Lang::En).join(", ").into() },
            );
        let spellings = fitting().flat_map(|known| known.zh.iter().copied().chain([known.en]));
        match closest(word, spellings) {
            Some(suggestion) => finding.with("suggestion", suggestion).help(1).fix(span, suggestion),
            None => finding,
        }
    }
}

/// Which statements of a block have been said, for those that may be said only once.
#[derive(Debug, Default)]
pub struct Once {
    seen: Vec<(Keyword, Span)>,
}

impl Once {
    /// Whether a keyword is said for the first time; a second time is reported.
    pub fn is_first(
        &mut self,
        document: Document<'_>,
        id: StatementId,
        keyword: Keyword,
        findings: &mut Findings,
    ) -> bool {
        let span = document.tree.span(document.tree.head(id));
        let Some(&(_, first)) = self.seen.iter().find(|(seen, _)| *seen == keyword) else {
            self.seen.push((keyword, span));
            return true;
        };
        let word = document.word(id).map_or("", |word| word.value);
        findings.report(Diagnostic::new(Code::RepeatedStatement, span).with("word", word).also(1, first));
        false
    }
}

/// Steps over the arguments of one statement.
#[derive(Debug)]
pub struct Arguments<'s, 'f> {
    document: Document<'s>,
    tokens: &'s [Token],
    at: usize,
    /// The usage of the statement, for messages.
    usage: Text,
    /// Whether mistakes have been reported already, so that what follows from them is not.
    quiet: bool,
    /// Where mistakes go.
    pub findings: &'f mut Findings,
}

impl<'s, 'f> Arguments<'s, 'f> {
    /// The arguments of a statement, behind its head word.
    pub fn new(document: Document<'s>, id: StatementId, usage: Text, findings: &'f mut Findings) -> Self {
        let quiet = document.tree.get(id).broken;
        Self { document, tokens: document.tree.tokens(id), at: 1, usage, quiet, findings }
    }

    /// The arguments of a statement that begins with a keyword.
    pub fn of(document: Document<'s>, id: StatementId, keyword: Keyword, findings: &'f mut Findings) -> Self {
        Self::new(document, id, keyword.word().usage, findings)
    }

    /// The same, with the head counted among the arguments: for rows that begin with a name.
    #[must_use]
    pub fn with_head(mut self) -> Self {
        self.at = 0;
        self
    }

    /// The next token, left where it is.
    pub fn peek(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    /// The token behind the next one.
    pub fn peek_second(&self) -> Option<Token> {
        self.tokens.get(self.at + 1).copied()
    }

    /// Whether all arguments are read.
    pub fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Whether a mistake in this statement has been reported.
    pub fn is_broken(&self) -> bool {
        self.quiet
    }

    /// The text of a token.
    pub fn slice(&self, token: Token) -> &'s str {
        self.document.slice(token.range)
    }

    /// The place of a token.
    pub fn span(&self, token: Token) -> Span {
        self.document.tree.span(token.range)
    }

    /// The head word, as written.
    pub fn head(&self) -> &'s str {
        self.tokens.first().map_or("", |&token| self.slice(token))
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
        self.at += 1;
        Some(token)
    }

    /// Takes the next token if it is of this kind.
    pub fn take(&mut self, kind: TokenKind) -> Option<Token> {
        let token = self.peek().filter(|token| token.kind == kind)?;
        self.at += 1;
        Some(token)
    }

    /// Takes the next word that is no keyword, as written.
    pub fn word(&mut self) -> Option<Located<&'s str>> {
        let token = self.peek().filter(|token| token.kind == TokenKind::Word)?;
        let word = self.slice(token);
        Keyword::find(&folded(word)).is_none().then(|| {
            self.at += 1;
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

    /// Takes the next text, without its quotes.
    pub fn text(&mut self) -> Option<Located<Cow<'s, str>>> {
        let token = self.take(TokenKind::Text)?;
        Some(Located::new(unquoted(self.slice(token)), self.span(token)))
    }

    /// Takes a name in quotes. Words without quotes are taken for it, with a finding.
    pub fn name(&mut self, expected: Text) -> Option<Located<Cow<'s, str>>> {
        if let Some(text) = self.text() {
            return Some(text);
        }
        let Some(first) = self.word() else {
            self.missing(expected);
            return None;
        };
        let mut span = first.span;
        while let Some(more) = self.word() {
            span = span.to(more.span);
        }
        let name = self.document.slice(span.range);
        let finding = Diagnostic::new(Code::UnquotedName, span)
            .with("word", self.head())
            .with("name", name)
            .fix(span, crate::syntax::quoted(name));
        self.findings.report(finding);
        Some(Located::new(Cow::Borrowed(name), span))
    }

    /// Takes a comparison sign or word; a known mistake is reported and read as what is meant.
    pub fn comparison(&mut self) -> Option<Located<Comparison>> {
        let token = self.take(TokenKind::Comparison)?;
        let span = self.span(token);
        let text = self.slice(token);
        match Comparison::read(text)? {
            Ok(comparison) => Some(Located::new(comparison, span)),
            Err(meant) => {
                let finding = Diagnostic::new(Code::MalformedComparison, span)
                    .with("text", text)
                    .with("right", meant.sign())
                    .fix(span, meant.sign());
                self.findings.report(finding);
                Some(Located::new(meant, span))
            }
        }
    }

    /// Takes a number, with a minus sign before it if there is one.
    ///
    /// A malformed number is reported and taken; the answer is `None` then too.
    pub fn number(&mut self) -> Option<Located<Number<'s>>> {
        let minus = self.minus();
        let token = self.peek().filter(|token| token.kind == TokenKind::Number)?;
        self.at += 1;
        let span = minus.map_or(self.span(token), |minus| minus.to(self.span(token)));
        match Number::read(self.slice(token)) {
            Ok(number) if minus.is_some() => Some(Located::new(number.negated(), span)),
            Ok(number) => Some(Located::new(number, span)),
            Err(error) => {
                self.bad_number(error, token);
                None
            }
        }
    }

    /// Takes a minus sign if a number follows it.
    fn minus(&mut self) -> Option<Span> {
        let token = self.peek().filter(|token| token.kind == TokenKind::Operator)?;
        let number = self.peek_second().is_some_and(|next| next.kind == TokenKind::Number);
        (number && matches!(self.slice(token), "-" | "－" | "−")).then(|| {
            self.at += 1;
            self.span(token)
        })
    }

    /// Whether a number comes next, with or without a minus sign.
    pub fn has_number(&self) -> bool {
        match (self.peek(), self.peek_second()) {
            (Some(token), _) if token.kind == TokenKind::Number => true,
            (Some(token), Some(next)) => {
                next.kind == TokenKind::Number && matches!(self.slice(token), "-" | "－" | "−")
            }
            _ => false,
        }
    }

    fn bad_number(&mut self, error: NumberError, token: Token) {
        let span = self.span(token);
        let finding = match error {
            NumberError::Malformed => Diagnostic::new(Code::MalformedNumber, span).with("text", self.slice(token)),
            NumberError::TooLong { digits } => {
                Diagnostic::new(Code::NumberTooLong, span).with("digits", digits.to_string())
            }
        };
        self.findings.report(finding);
        self.quiet = true;
    }

    /// Reports a finding unless the statement is known to be broken; afterwards it is.
    pub fn report(&mut self, finding: Diagnostic) {
        if !self.quiet {
            self.findings.report(finding);
        }
        self.quiet = true;
    }

    /// Reports that something is missing here.
    pub fn missing(&mut self, expected: impl Into<Value>) {
        let finding = Diagnostic::new(Code::MissingArgument, self.here())
            .with("word", self.head())
            .with("expected", expected)
            .with("usage", self.usage);
        self.report(finding);
    }

    /// Reports the arguments that are left.
    pub fn finish(&mut self) {
        let Some(token) = self.peek() else { return };
        let last = self.tokens.last().copied().unwrap_or(token);
        let begins_statement =
            token.kind == TokenKind::Word && self.peek_second().is_some_and(|next| next.kind == TokenKind::Text);
        let finding = Diagnostic::new(Code::UnexpectedArgument, self.span(token).to(self.span(last)))
            .with("word", self.head())
            .with("text", self.slice(token))
            .with("usage", self.usage)
            .help(usize::from(begins_statement));
        self.report(finding);
        self.at = self.tokens.len();
    }
}
