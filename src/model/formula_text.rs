//! Formulas in one spelling, whatever keyword language, signs, blanks and comments they were written with.

use super::named::Named;
use crate::{
    arguments::Document,
    diagnostic::Lang,
    field::{Names, Standard},
    syntax::{Token, TokenKind},
    words::{Comparison, Keyword, Place, folded},
};

/// The tokens of a condition in both languages.
pub(super) fn spelt(document: Document<'_>, tokens: &[Token], labels: &Named<'_, usize>, standard: &Standard) -> Names {
    let speller = |lang| Speller { document, labels, standard, lang }.spell(tokens);
    Names { zh: speller(Lang::Zh), en: speller(Lang::En) }
}

struct Speller<'p, 's> {
    document: Document<'s>,
    labels: &'p Named<'s, usize>,
    standard: &'p Standard,
    lang: Lang,
}

impl Speller<'_, '_> {
    fn spell(&self, tokens: &[Token]) -> String {
        let mut text = String::new();
        for (at, token) in tokens.iter().enumerate() {
            let word = self.token(*token, &tokens[..at]);
            if !text.is_empty() && !self.is_joined(&word, *token, &tokens[..at]) {
                text.push(' ');
            }
            text.push_str(&word);
        }
        text
    }

    fn token(&self, token: Token, before: &[Token]) -> String {
        let text = self.document.slice(token.range);
        match token.kind {
            TokenKind::Word => folded(self.word(text, before)).into_owned(),
            TokenKind::Comparison => match Comparison::read(text) {
                Some(Ok(comparison) | Err(comparison)) => comparison.sign().to_owned(),
                None => text.to_owned(),
            },
            TokenKind::Operator => match text {
                "×" | "＊" => "*".to_owned(),
                "÷" | "／" => "/".to_owned(),
                "−" => "-".to_owned(),
                _ => folded(text).into_owned(),
            },
            _ => folded(text).into_owned(),
        }
    }

    fn word<'w>(&'w self, text: &'w str, before: &[Token]) -> &'w str {
        let keyword = |token: &Token| Keyword::find(&folded(self.document.slice(token.range)));
        match before {
            // sum(cost)
            [.., function, paren] if paren.kind == TokenKind::OpenParen && keyword(function).is_some() => {
                self.group(text)
            }
            // 5 家, 1 万元 per 家
            [.., last] if self.keyword_spelling(text).is_none() && is_before_unit(*last, keyword(last)) => text,
            _ => self.keyword_spelling(text).unwrap_or_else(|| self.operand(text)),
        }
    }

    fn keyword_spelling(&self, text: &str) -> Option<&'static str> {
        let keyword = Keyword::find(&folded(text)).filter(|keyword| keyword.fits(Place::Argument))?;
        Some(keyword.spelling(self.lang))
    }

    fn group<'w>(&'w self, text: &'w str) -> &'w str {
        let standard = self.standard;
        let level = || standard.levels.find(text).map(|level| &standard.levels.list[level]);
        match (standard.find_category(text).map(|category| standard.category(category)), self.lang) {
            (Some(category), Lang::Zh) => &category.word,
            (Some(category), Lang::En) => &category.id,
            (None, Lang::Zh) => level().map_or(text, |level| level.names.zh.trim_end_matches("指标")),
            (None, Lang::En) => level().map_or(text, |level| &level.id),
        }
    }

    /// A label, or a source of money.
    fn operand<'w>(&'w self, text: &'w str) -> &'w str {
        let is_label = self.labels.find(text).is_some();
        let fund = self.standard.funds.find(text).filter(|_| !is_label).map(|fund| &self.standard.funds.list[fund]);
        match (fund, self.lang) {
            (None, _) => text,
            (Some(fund), Lang::Zh) => &fund.names.zh,
            (Some(fund), Lang::En) => &fund.id,
        }
    }

    /// Whether no blank stands before a token.
    fn is_joined(&self, word: &str, token: Token, before: &[Token]) -> bool {
        let slice = |token: &Token| self.document.slice(token.range);
        let is_sign = |token: &Token| matches!(token.kind, TokenKind::Operator | TokenKind::Comparison);
        match (before, token.kind) {
            (_, TokenKind::CloseParen | TokenKind::Comma) => true,
            ([.., last], _) if last.kind == TokenKind::OpenParen => true,
            ([.., last], TokenKind::OpenParen) => last.kind == TokenKind::Word,
            ([.., last], TokenKind::Word) if last.kind == TokenKind::Number => word.starts_with(['%', '‰', '％']),
            // A sign before a value: 5 * -3
            ([minus], _) if is_sign(minus) => true,
            ([.., last, minus], _) if is_sign(last) || last.kind == TokenKind::OpenParen => {
                minus.kind == TokenKind::Operator && matches!(slice(minus), "-" | "－" | "−")
            }
            _ => false,
        }
    }
}

fn is_before_unit(last: Token, keyword: Option<Keyword>) -> bool {
    last.kind == TokenKind::Number || keyword == Some(Keyword::Per)
}
