//! Numbers among the arguments.

use rust_decimal::Decimal;

use super::{Arguments, Located};
use crate::{
    diagnostic::{Code, Diagnostic, Fix},
    source::{Range, Span},
    syntax::{Token, TokenKind},
    values::{Number, NumberError},
};

impl<'s> Arguments<'s, '_> {
    /// Takes a number, with a minus sign before it if there is one.
    ///
    /// A malformed number is reported and taken; the answer is `None` then too.
    pub fn number(&mut self) -> Option<Located<Number<'s>>> {
        let minus = self.minus();
        let token = self.peek().filter(|token| token.kind == TokenKind::Number)?;
        self.step();
        let span = minus.map_or(self.span(token), |minus| minus.to(self.span(token)));
        if let Some(length) = exponent(&self.document.text[token.range.end as usize..]) {
            self.scientific(token, length);
            return None;
        }
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
            self.step();
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
        self.give_up();
    }

    /// Reports a number in powers of ten, as programs write large and small ones: 1.5E+3. Its digits are told where they
    /// are no more than a number may have; that is a guess, for 1.5E+3 may be what a narrow cell showed of 1523.
    fn scientific(&mut self, token: Token, length: u32) {
        let range = Range::new(token.range.start, token.range.end + length);
        while self.peek().is_some_and(|next| next.range.start < range.end) {
            self.step();
        }
        let text = self.document.slice(range);
        let span = range.of(self.span(token).file);
        let finding = Diagnostic::new(Code::MalformedNumber, span).with("text", text);
        // Of more digits than a number may have some would be rounded off.
        let is_exact = Number::read(self.slice(token)).is_ok();
        let right = is_exact.then(|| Decimal::from_scientific(text).ok()).flatten().map(|number| number.to_string());
        let finding = match right.filter(|right| Number::read(right).is_ok()) {
            Some(right) => finding.with("right", right.as_str()).help(2).fix(Fix::guess(span, right)),
            None => finding.help(1),
        };
        self.report(finding);
    }
}

/// How long a power of ten is that a text begins with: `E+20`.
fn exponent(text: &str) -> Option<u32> {
    let behind = text.strip_prefix(['e', 'E'])?;
    let digits = behind.strip_prefix(['+', '-']).unwrap_or(behind);
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_whole = rest.len() < digits.len() && !rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '.');
    is_whole.then(|| (text.len() - rest.len()) as u32)
}
