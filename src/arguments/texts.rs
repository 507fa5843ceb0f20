//! Names and texts among the arguments, and what people write for them.

use std::borrow::Cow;

use super::{Arguments, Located};
use crate::{
    diagnostic::{Code, Diagnostic, Fix, Text},
    syntax::{Token, TokenKind, quoted, unquoted},
    words::{Keyword, folded},
};

impl<'s> Arguments<'s, '_> {
    /// Takes the next text, without its quotes.
    pub fn text(&mut self) -> Option<Located<Cow<'s, str>>> {
        let token = self.take(TokenKind::Text)?;
        if self.peek().is_some_and(|next| next.range.start == token.range.end)
            && let Some(whole) = self.inner_quotes(token)
        {
            return Some(whole);
        }
        Some(Located::new(unquoted(self.slice(token)), self.span(token)))
    }

    /// Passes over what stands between a text and another one behind it, `目标 “…”，“…”`, with a finding: each stands in a
    /// statement of its own.
    pub fn another_text(&mut self) -> bool {
        let comma = self.peek().filter(|token| token.kind == TokenKind::Comma);
        let next = if comma.is_some() { self.peek_second() } else { self.peek() };
        let (Some(text), Some(before)) = (next.filter(|token| token.kind == TokenKind::Text), self.before()) else {
            return false;
        };
        let between = self.span(before).behind().to(self.span(text).before());
        let right = format!("{} {}", self.head(), self.slice(text));
        let finding = Diagnostic::new(Code::UnexpectedArgument, self.span(comma.unwrap_or(text)))
            .with("word", self.head())
            .with("text", self.slice(comma.unwrap_or(text)))
            .with("right", right)
            .help(14)
            .fix(Fix::safe(between, format!("; {} ", self.head())));
        self.remark(finding);
        self.advance_if(comma.is_some());
        true
    }

    /// Takes the rest of a text with quotes inside, `"提高"幸福感"水平"`, which the grammar takes for two texts and a word:
    /// all stands together without blanks.
    fn inner_quotes(&mut self, first: Token) -> Option<Located<Cow<'s, str>>> {
        let is_straight = |token: &Token| token.kind == TokenKind::Text && self.slice(*token).starts_with('"');
        let goes_on = self.peek().filter(|next| next.kind == TokenKind::Word && self.peek_keyword().is_none());
        goes_on.filter(|_| is_straight(&first))?;
        let rest = self.rest();
        let glued = |at: usize| at > 0 && rest[at - 1].range.end == rest[at].range.start;
        let last = (0..rest.len()).rev().find(|&at| glued(at) && is_straight(&rest[at]))?;
        let whole = self.span(first).to(self.span(rest[last]));
        let inner = &self.text_of(whole)['"'.len_utf8()..];
        let content = inner.strip_suffix('"').unwrap_or(inner);
        let right = quoted(content);
        let finding = Diagnostic::new(Code::UnexpectedArgument, self.span(rest[0]))
            .with("word", self.head())
            .with("text", self.slice(rest[0]))
            .with("right", right.as_str())
            .help(12)
            .fix(Fix::safe(whole, right));
        self.report(finding);
        self.at += last;
        self.step();
        Some(Located::new(Cow::Borrowed(content), whole))
    }

    /// Takes a name in quotes. Words without quotes are taken for it, with a finding.
    ///
    /// An empty one is reported as missing.
    pub fn name(&mut self, expected: Text) -> Option<Located<Cow<'s, str>>> {
        if let Some(text) = self.text() {
            if text.value.trim().is_empty() {
                self.missing_at(text.span, expected);
            }
            return Some(text);
        }
        let Some(first) = self.word() else {
            self.missing(expected);
            return None;
        };
        let (mut span, mut words, mut signs) = (first.span, vec![first.value], false);
        while let Some(token) = self.unquoted_rest() {
            span = span.to(self.span(token));
            words.push(self.slice(token));
            signs |= token.kind != TokenKind::Word;
        }
        let right = quoted(self.text_of(span));
        self.remark(
            Diagnostic::new(Code::UnquotedName, span)
                .with("right", right.as_str())
                .fix(Fix::safe_if(!signs, span, right)),
        );
        // A sentence with signs in it is not worth a guess.
        if signs {
            self.give_up();
        }
        (!signs).then(|| Located::new(Cow::Owned(words.join(" ")), span))
    }

    /// Takes what belongs to a text without quotes: words, and signs that stand between or around them.
    fn unquoted_rest(&mut self) -> Option<Token> {
        let token = self.peek()?;
        let is_word =
            |token: Token| token.kind == TokenKind::Word && Keyword::find(&folded(self.slice(token))).is_none();
        let word_follows = self.peek_second().is_some_and(is_word);
        let goes_on = match token.kind {
            TokenKind::Word => is_word(token),
            // 推动“茶淀”保护体系; but not 效果 “明显提升”.
            TokenKind::Comma | TokenKind::Text => word_follows,
            TokenKind::OpenParen | TokenKind::CloseParen => true,
            _ => false,
        };
        self.advance_if(goes_on)
    }
}
