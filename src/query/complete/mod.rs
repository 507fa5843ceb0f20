//! What may stand at a place, as far as it can be known.

mod arguments;
mod heads;
mod results;
mod units;

use std::borrow::Cow;

use super::{
    View,
    site::{Site, head},
    tokens::Reader,
};
use crate::{
    diagnostic::Lang,
    format::place::{Expected, Inside},
    source::Range,
    syntax::TokenKind,
    words::{Keyword, Place, Role, Vocabulary},
};

/// What a completion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    /// A word of the language.
    Keyword,
    /// A category of the standard.
    Category,
    /// Another word of the standard.
    Standard,
    /// A unit.
    Unit,
    /// A comparison or another sign.
    Operator,
    /// A label, a template, a standard.
    Label,
    /// The name of a project or an indicator.
    Title,
    /// A file.
    File,
    /// Several lines to be filled in.
    Skeleton,
}

/// What is written for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Insert {
    /// Just this.
    Plain(String),
    /// This, with places `$1` or `${1:…}` to be filled in.
    Snippet(String),
}

/// Something that may stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// How it is listed.
    pub label: String,
    /// What is worth telling beside it.
    pub detail: String,
    /// What it is.
    pub kind: CompletionKind,
    /// What is written.
    pub insert: Insert,
    /// Other spellings by which it is found.
    pub aliases: String,
    /// What is replaced.
    pub range: Range,
}

impl Completion {
    fn new(kind: CompletionKind, label: impl Into<String>, range: Range) -> Self {
        let label = label.into();
        let insert = Insert::Plain(label.clone());
        Self { label, detail: String::new(), kind, insert, aliases: String::new(), range }
    }

    fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    fn insert(self, insert: Insert) -> Self {
        Self { insert, ..self }
    }

    fn alias(mut self, alias: &str) -> Self {
        self.aliases.push(' ');
        self.aliases.push_str(alias);
        self
    }
}

/// What is listed at a place, the likeliest first.
struct List<'l, 's> {
    view: &'l View<'s>,
    site: Site<'s>,
    /// The language in which words are offered.
    words: Lang,
    /// That of what is told beside them.
    lang: Lang,
    /// What a completion replaces.
    range: Range,
    /// Finds the paths that may be imported.
    files: &'l dyn Fn() -> Vec<String>,
    items: Vec<Completion>,
}

impl View<'_> {
    /// What may stand at a place, the likeliest first. `files` finds the paths that may be imported, which takes a while:
    /// it is asked where they may stand and nowhere else.
    pub fn completions(&self, at: u32, lang: Lang, files: &dyn Fn() -> Vec<String>) -> Vec<Completion> {
        let is_comment = |comment: &Range| comment.start < at && comment.touches(at) && !self.is_behind(*comment, at);
        if self.document.tree.comments().iter().any(is_comment) {
            return Vec::new();
        }
        let site = Site::of(self.document, at, &self.model.standard);
        let text = site.tokens().iter().find(|token| {
            matches!(token.kind, TokenKind::Text | TokenKind::Broken) && token.range.start < at && at <= token.range.end
        });
        let word = site.token().filter(|token| token.kind == TokenKind::Word && token.range.start < at);
        let range = word.map_or(Range::new(at, at), |token| token.range);
        let words = self.words_at(&site, lang);
        let mut list = List { view: self, site: site.clone(), words, lang, range, files, items: Vec::new() };
        match text {
            Some(text) if text.range.end > at || !self.is_closed(text.range) => list.in_text(text.range),
            _ if site.before().is_empty() => list.heads(),
            _ => list.behind(),
        }
        list.items
    }

    /// Whether something must follow at a place that only a list can tell: a unit behind a number, a target behind a name.
    /// Where a statement may end as well, nobody wants a list that takes the line end for a choice.
    pub fn is_awaited(&self, at: u32) -> bool {
        let site = Site::of(self.document, at, &self.model.standard);
        let kinds: Vec<TokenKind> = site.before().iter().map(|token| token.kind).collect();
        match kinds.as_slice() {
            [TokenKind::Word | TokenKind::Text] | [TokenKind::Word, TokenKind::Text] => true,
            [.., last] => matches!(last, TokenKind::Number | TokenKind::Comparison | TokenKind::Operator),
            [] => false,
        }
    }

    /// Whether a place is behind a comment that has an end of its own.
    fn is_behind(&self, comment: Range, at: u32) -> bool {
        at == comment.end && self.document.slice(comment).ends_with("*/")
    }

    /// Whether a text has its closing quote.
    fn is_closed(&self, range: Range) -> bool {
        let text = self.document.slice(range);
        let mut characters = text.chars();
        let open = characters.next();
        let close = characters.next_back();
        matches!((open, close), (Some('"'), Some('"')) | (Some('“'), Some('”')) | (Some('「'), Some('」')))
    }

    /// The language in which words are offered: that of the statement at hand, of the statement around it, of the file.
    fn words_at(&self, site: &Site<'_>, lang: Lang) -> Lang {
        let behind = site.statement.filter(|_| !site.before().is_empty());
        let word = behind.or(site.parent()).and_then(|id| self.document.word(id));
        match word {
            Some(word) if word.value.is_ascii() => Lang::En,
            Some(_) => Lang::Zh,
            None => self.written_in(lang),
        }
    }
}

impl List<'_, '_> {
    fn add(&mut self, kind: CompletionKind, label: impl Into<String>, detail: impl Into<String>) {
        self.items.push(Completion::new(kind, label, self.range).detail(detail));
    }

    /// A word of the standard in the language at hand, as the formatter writes it.
    fn word_of(&self, id: &str, role: Role) -> String {
        self.view.model.standard.spelling(id, role, self.words).map_or_else(|| id.to_owned(), Cow::into_owned)
    }

    /// A keyword in the language at hand, found by all of its spellings.
    fn keyword(&mut self, keyword: Keyword) {
        let row = keyword.word();
        let label = keyword.spelling(self.words);
        let mut item = Completion::new(CompletionKind::Keyword, label, self.range).detail(row.meaning.get(self.lang));
        for spelling in row.zh.iter().chain([&row.en]).filter(|spelling| **spelling != label) {
            item = item.alias(spelling);
        }
        self.items.push(item);
    }

    /// What may come behind the first words of a statement.
    fn behind(&mut self) {
        let site = self.site.clone();
        let Some(id) = site.statement else { return };
        let keyword = head(site.document, id, site.inside, &self.view.model.standard);
        let reader = Reader::new(site.document, &self.view.model.standard, site.inside, keyword);
        let (expected, last) = reader.expected_behind(site.before());
        match (expected, last, keyword) {
            (_, _, Some(Keyword::Check)) => self.in_formula(expected),
            (Expected::Grade, ..) => self.grades(),
            (Expected::Unit, ..) => self.behind_number(keyword),
            (Expected::Name, Some(Keyword::Use), _) => self.templates(),
            (Expected::Name, Some(Keyword::Standard | Keyword::Extends), _) => self.standards(),
            (Expected::Name, Some(Keyword::Per), _) => self.units_to_divide_by(),
            (Expected::Name | Expected::Names | Expected::Units, Some(Keyword::Measures), _) => self.measures(),
            (Expected::Name | Expected::Names | Expected::Units, ..) => {}
            (_, _, Some(keyword)) => self.behind_keyword(keyword, last),
            (_, _, None) => match site.inside {
                Inside::Place(Place::Project) => self.in_row(last),
                Inside::Place(Place::Actual) => self.in_result(),
                _ => {}
            },
        }
    }
}
