//! What is told of the thing at a place.

mod row;
mod words;

use super::{
    View,
    site::{Site, head},
    tokens::{Kind, Reader},
};
use crate::{
    diagnostic::Lang,
    format::place::Inside,
    source::Range,
    syntax::TokenKind,
    words::{Keyword, Place, folded},
};

/// What is told of a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The thing.
    pub range: Range,
    /// What is told, in Markdown.
    pub text: String,
}

impl View<'_> {
    /// What is told of the thing at a place.
    pub fn hover(&self, at: u32, lang: Lang) -> Option<Hover> {
        let site = Site::of(self.document, at, &self.model.standard);
        let (statement, token) = (site.statement?, site.token()?);
        let keyword = head(self.document, statement, site.inside, &self.model.standard);
        let mut kinds = Vec::new();
        Reader::new(self.document, &self.model.standard, site.inside, keyword).statement(statement, &mut kinds);
        let kind = kinds.into_iter().find(|known| known.range == token.range).map(|known| known.kind)?;
        let word = self.document.slice(token.range);
        let place = (keyword, site.inside);
        let text = match (kind, place) {
            (Kind::Unit, _) => self.unit(word, lang),
            (Kind::Category, _) => self.category(word, lang),
            (Kind::Standard, _) => self.of_standard(word, site.inside.role(), lang),
            (Kind::Keyword, (Some(Keyword::Check), _)) if token == site.tokens()[0] => self.check(at, lang),
            (Kind::Label, (Some(Keyword::Check), _)) => self.labelled(at, word, lang),
            (Kind::Text, (Some(Keyword::Check), _)) => self.check(at, lang),
            (Kind::Label, (Some(Keyword::Standard), _)) => self.standard(word, lang),
            (Kind::Title, (Some(Keyword::Project | Keyword::Actual), _)) => self.totals(at, lang),
            (_, (None, Inside::Place(Place::Project))) => self.indicator(at, lang),
            (_, (None, Inside::Place(Place::Actual))) => self.result(at, lang),
            (Kind::Number, _) if token.kind == TokenKind::Number => self.amount(&site),
            _ => None,
        };
        let keyword = (kind == Kind::Keyword).then(|| of_keyword(word, lang)).flatten();
        let text = match (text, keyword) {
            (Some(text), Some(keyword)) => format!("{text}\n\n---\n\n{keyword}"),
            (text, keyword) => text.or(keyword)?,
        };
        Some(Hover { range: token.range, text })
    }
}

/// What a keyword says and how it is written.
fn of_keyword(word: &str, lang: Lang) -> Option<String> {
    let row = Keyword::find(&folded(word))?.word();
    let usage = row.usage.get(lang);
    Some(format!("**{}** `{}`\n\n{}\n\n```perf\n{usage}\n```", row.zh[0], row.en, row.meaning.get(lang)))
}

/// A text in which nothing is Markdown.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}

/// Paragraphs, those left out that have nothing in them.
pub(super) fn paragraphs<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}
