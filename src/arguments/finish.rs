//! What is left of a statement when all that it takes is read.

use super::Arguments;
use crate::{
    diagnostic::{Code, Diagnostic, Fix},
    source::indent,
    syntax::{Token, TokenKind},
    words::{Keyword, Place, folded},
};

impl Arguments<'_, '_> {
    /// Reports the arguments that are left, and a block: the statement takes none.
    pub fn finish_line(&mut self) {
        self.finish();
        if let Some(block) = self.block {
            let finding = Diagnostic::new(Code::UnexpectedBlock, self.document.tree.span(block.open));
            self.remark(finding.with("word", self.head()).also(1, self.head_span()));
        }
    }

    /// Reports the arguments that are left behind a target.
    pub fn finish_row(&mut self) {
        self.finish_up_to(self.tokens.len(), self.help_behind_target());
    }

    /// Reports the arguments up to the next of these keywords, with which the row goes on. `false` where none comes.
    pub fn finish_before(&mut self, keywords: &[Keyword]) -> bool {
        let is_keyword = |token: &Token| {
            let keyword = Keyword::find(&folded(self.slice(*token)));
            token.kind == TokenKind::Word && keyword.is_some_and(|keyword| keywords.contains(&keyword))
        };
        let is_part = self.peek().is_some_and(|token| !self.begins_statement(token));
        let Some(distance) = self.rest().iter().position(is_keyword).filter(|_| is_part) else { return false };
        self.finish_up_to(self.at + distance, self.help_behind_target());
        self.resume();
        true
    }

    fn help_behind_target(&self) -> usize {
        let help = self.peek().map(|token| match token.kind {
            TokenKind::Word if self.slice(token).starts_with(['至', '到']) => 8,
            TokenKind::Number if self.peek_second().is_some_and(|next| self.slice(next) == "分") => 7,
            _ => 9,
        });
        help.unwrap_or(0)
    }

    /// Reports the arguments that are left.
    pub fn finish(&mut self) {
        self.finish_up_to(self.tokens.len(), 0);
    }

    fn finish_up_to(&mut self, end: usize, help: usize) {
        let Some(token) = self.peek() else { return };
        if token.kind == TokenKind::Comma {
            return self.stray_comma();
        }
        let last = self.tokens.get(self.at..end).and_then(<[Token]>::last).copied().unwrap_or(token);
        let begins_statement = self.begins_statement(token);
        let whole = self.span(token).to(self.span(last));
        let text = self.text_of(whole);
        let short = text.chars().nth(12).is_none() && !text.contains('\n');
        let finding = Diagnostic::new(Code::UnexpectedArgument, whole)
            .with("word", self.head())
            .with("text", if short { text } else { self.slice(token) })
            .with("usage", self.usage)
            .help(if begins_statement { 1 } else { help });
        self.report(match begins_statement {
            // A word that is none of the language's may be a slip within this statement.
            true => {
                let line = format!("\n{}", indent(self.document.text, token.range.start));
                finding.fix(Fix::safe_if(self.peek_keyword().is_some(), self.span(token).before(), line))
            }
            false => finding,
        });
        self.at = end;
    }

    /// Whether the next token, where nothing more is expected, begins another statement: a word before a text, or one
    /// that can be nothing but a statement.
    fn begins_statement(&self, token: Token) -> bool {
        if token.kind != TokenKind::Word {
            return false;
        }
        let is_statement = |keyword: Keyword| {
            let begins = [Place::File, Place::Project].into_iter().any(|place| keyword.fits(place));
            begins && !keyword.fits(Place::Argument)
        };
        let behind = self.peek_second();
        behind.is_some_and(|next| next.kind == TokenKind::Text)
            || (behind.is_some() && self.peek_keyword().is_some_and(is_statement))
    }
}
