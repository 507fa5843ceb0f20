//! Words in the language that is asked for.
//!
//! A word is turned only where its place shows what it is: a keyword where that keyword may stand, a word of the standard
//! where the standard's words are expected. Names that the file gives, behind `as` or `template`, stay as they are, and so
//! do its labels in formulas, however they are spelt.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use super::{
    Options,
    place::{Expected, Inside, is_of_formulas},
    spelling,
};
use crate::{
    diagnostic::{Findings, Lang},
    source::{FileId, Range},
    syntax::{StatementId, Token, TokenKind, Tree, parse},
    words::{Keyword, Place, Role, Vocabulary},
};

/// Spells the words of one file.
pub struct Wording<'t> {
    text: &'t str,
    tree: &'t Tree,
    lang: Option<Lang>,
    /// Whether the last head word is Chinese; where no language is asked for, comparisons go by it.
    is_chinese: bool,
    standard: Standard<'t>,
    labels: Labels<'t>,
    /// What the open blocks hold, the innermost last; the first is the file.
    inside: Vec<Inside>,
    /// The keyword that the statement at hand begins with.
    head: Option<Keyword>,
    /// Whether the statement at hand lists grades.
    graded: bool,
    /// What the statement at hand may go on with.
    expected: Expected,
}

/// How a word is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Keyword(Keyword),
    Standard(Role),
    Other,
}

impl<'t> Wording<'t> {
    pub fn new(text: &'t str, tree: &'t Tree, options: Options<'t>) -> Self {
        Self {
            text,
            tree,
            lang: options.words,
            is_chinese: false,
            standard: Standard { vocabulary: options.vocabulary, known: HashMap::new() },
            labels: if options.words.is_some() { Labels::of(text, tree) } else { Labels::default() },
            inside: vec![Inside::Place(Place::File)],
            head: None,
            graded: false,
            expected: Expected::Any,
        }
    }

    /// Writes a token; `first` says whether a statement begins with it.
    pub fn write(&mut self, out: &mut String, kind: TokenKind, text: &'t str, first: bool) {
        self.note_language(kind, text, first);
        let turned = self.lang.and_then(|lang| match self.meaning(kind, text, first, lang) {
            Meaning::Keyword(keyword) => Some(keyword.spelling(lang)),
            Meaning::Standard(role) => self.standard.spelling(text, role, lang),
            Meaning::Other => None,
        });
        match turned {
            Some(word) => out.push_str(word),
            None => spelling::write(out, kind, text, self.lang.map_or(self.is_chinese, |lang| lang == Lang::Zh)),
        }
    }

    /// Takes note of a token that is written elsewhere.
    pub fn pass(&mut self, kind: TokenKind, text: &'t str, first: bool) {
        self.note_language(kind, text, first);
        if let Some(lang) = self.lang {
            self.meaning(kind, text, first, lang);
        }
    }

    fn note_language(&mut self, kind: TokenKind, text: &str, first: bool) {
        if first && kind == TokenKind::Word {
            self.is_chinese = !spelling::word(text).is_ascii();
        }
    }

    /// The block of a statement begins.
    pub fn begin_block(&mut self, statement: StatementId) {
        let Some(lang) = self.lang else { return };
        let head = self.tree.tokens(statement).first().filter(|token| token.kind == TokenKind::Word);
        let keyword = head.and_then(|token| self.first_word(slice(self.text, token.range), lang).0);
        self.inside.push(self.inside().block(keyword));
    }

    /// The innermost block ends.
    pub fn end_block(&mut self) {
        if self.lang.is_some() {
            self.inside.pop();
        }
    }

    fn inside(&self) -> Inside {
        self.inside.last().copied().unwrap_or(Inside::Unknown)
    }

    /// What a token is, by its place.
    fn meaning(&mut self, kind: TokenKind, text: &'t str, first: bool, lang: Lang) -> Meaning {
        if first {
            (self.head, self.graded, self.expected) = (None, false, Expected::Any);
        }
        let meaning = match kind {
            TokenKind::Word if first => {
                let (head, meaning) = self.first_word(text, lang);
                self.head = head;
                self.expected = head.map_or(Expected::Any, |head| self.inside().behind(head));
                return meaning;
            }
            TokenKind::Word => self.later_word(&spelling::word(text)),
            _ => Meaning::Other,
        };
        let keyword = if let Meaning::Keyword(keyword) = meaning { Some(keyword) } else { None };
        self.graded |= keyword == Some(Keyword::Graded);
        self.expected = self.expected.after(kind, keyword, self.graded);
        meaning
    }

    /// The keyword that a statement begins with, and how its first word is turned.
    fn first_word(&mut self, text: &'t str, lang: Lang) -> (Option<Keyword>, Meaning) {
        let inside = self.inside();
        let role = inside.role();
        let mut is_known = |word: &'t str| role.is_some_and(|role| self.standard.spelling(word, role, lang).is_some());
        if let Some(role) = role.filter(|_| is_known(text)) {
            return (None, Meaning::Standard(role));
        }
        match inside.keyword(&spelling::word(text)) {
            // The standard has taken the keyword's word in the other language for itself.
            Some(keyword) if is_known(keyword.spelling(lang)) => (Some(keyword), Meaning::Other),
            Some(keyword) => (Some(keyword), Meaning::Keyword(keyword)),
            None => (None, Meaning::Other),
        }
    }

    fn later_word(&self, word: &str) -> Meaning {
        let in_formula = self.head == Some(Keyword::Check);
        let keyword = self.expected.keyword(word);
        match self.expected {
            Expected::Group => Meaning::Standard(Role::Group),
            _ if in_formula && self.labels.may_hold(word) => Meaning::Other,
            _ if keyword.is_some() => keyword.map_or(Meaning::Other, Meaning::Keyword),
            Expected::Grade => Meaning::Standard(Role::Grade),
            Expected::Any if in_formula => Meaning::Standard(Role::Fund),
            Expected::Any if matches!(self.head, Some(Keyword::Scoring | Keyword::Light)) => {
                Meaning::Standard(Role::Category)
            }
            _ => Meaning::Other,
        }
    }
}

/// The words of the standard, as far as they have been asked for.
struct Standard<'t> {
    vocabulary: Option<&'t dyn Vocabulary>,
    known: HashMap<(Role, &'t str), Option<String>>,
}

impl<'t> Standard<'t> {
    /// The spelling of a word; `None` where the standard does not have it.
    fn spelling(&mut self, text: &'t str, role: Role, lang: Lang) -> Option<&str> {
        let vocabulary = self.vocabulary?;
        let ask = || vocabulary.spelling(&spelling::word(text), role, lang).filter(|word| is_word(word));
        self.known.entry((role, text)).or_insert_with(|| ask().map(Cow::into_owned)).as_deref()
    }
}

/// The labels of a file: the words behind `as`.
#[derive(Default)]
struct Labels<'t> {
    words: HashSet<Cow<'t, str>>,
    /// Whether there may be more, in a template of another file.
    open: bool,
}

impl<'t> Labels<'t> {
    fn of(text: &'t str, tree: &Tree) -> Self {
        let mut labels = Self::default();
        for id in tree.all() {
            let mut before = None;
            for token in tree.tokens(id) {
                let word = (token.kind == TokenKind::Word).then(|| spelling::word(slice(text, token.range)));
                let keyword = word.as_deref().and_then(Keyword::find);
                labels.open |= keyword == Some(Keyword::Use);
                labels.words.extend(word.filter(|_| before == Some(Keyword::As)));
                before = keyword;
            }
        }
        labels
    }

    /// Whether a word in a formula may be a label.
    fn may_hold(&self, word: &str) -> bool {
        self.words.contains(word) || self.open && !Keyword::find(word).is_some_and(is_of_formulas)
    }
}

/// Whether a text is a single word. Some names of a standard are not, and would not be read back as they were.
fn is_word(text: &str) -> bool {
    // The blank tells words from comparison words.
    let tree = parse(FileId(0), &format!("{text} "), &mut Findings::default());
    let is_whole = |token: Token| token.kind == TokenKind::Word && token.range.len() == text.len();
    let mut statements = tree.all().map(|id| tree.tokens(id));
    matches!((statements.next(), statements.next()), (Some(&[token]), None) if is_whole(token))
}

fn slice(text: &str, range: Range) -> &str {
    &text[range.start as usize..range.end as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::WORDS;

    #[test]
    fn keywords_are_words() {
        for word in WORDS {
            assert!(word.zh.iter().chain([&word.en]).all(|spelling| is_word(spelling)), "{}", word.en);
        }
        assert!(!is_word("Service clients") && !is_word("不少于") && !is_word("数量；") && !is_word(""));
    }
}
