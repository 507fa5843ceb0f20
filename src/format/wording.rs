//! Words in the language that is asked for.
//!
//! A word is turned only where its place shows what it is: a keyword where that keyword may stand, a word of the standard
//! where the standard's words are expected. Names that the file gives, behind `as` or `template`, stay as they are, and so
//! do its labels in formulas, however they are spelt.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use super::{Options, spelling};
use crate::{
    diagnostic::{Findings, Lang},
    source::FileId,
    syntax::{StatementId, Token, TokenKind, Tree, parse},
    words::{Keyword, Names, Place, Role, Vocabulary},
};

/// What the statements of a block are.
#[derive(Debug, Clone, Copy)]
enum Inside {
    /// Those that may stand at a place.
    Place(Place),
    /// A word of the standard and its value.
    Role(Role),
    /// Not known to the formatter.
    Unknown,
}

impl Inside {
    /// The keyword that a statement begins with here.
    fn keyword(self, word: &str) -> Option<Keyword> {
        let Self::Place(place) = self else { return None };
        Keyword::find(word).filter(|keyword| keyword.fits(place))
    }

    /// What a statement's first word is, where it is no keyword.
    fn role(self) -> Option<Role> {
        match self {
            Self::Place(Place::Project | Place::Actual) => Some(Role::Category),
            Self::Role(role) => Some(role),
            _ => None,
        }
    }

    /// What the block of a statement holds that stands here and begins with this keyword.
    fn block(self, head: Option<Keyword>) -> Self {
        match (head, self) {
            (Some(Keyword::Project | Keyword::Template), _) => Self::Place(Place::Project),
            (Some(Keyword::Actual), _) => Self::Place(Place::Actual),
            (Some(Keyword::Standard), _) => Self::Place(Place::Standard),
            (Some(Keyword::Level), _) => Self::Place(Place::Level),
            (Some(Keyword::Category), _) => Self::Place(Place::Category),
            (Some(Keyword::Budget | Keyword::Spent), _) => Self::Role(Role::Fund),
            (Some(Keyword::Weights | Keyword::Scheme), _) => Self::Role(Role::Level),
            (None, Self::Place(Place::Project)) => Self::Place(Place::Indicator),
            (None, Self::Place(Place::Actual)) => Self::Place(Place::Result),
            _ => Self::Unknown,
        }
    }
}

/// What the next word of a statement may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Expected {
    /// A keyword, a unit, a label.
    #[default]
    Any,
    /// A unit.
    Unit,
    /// A name.
    Name,
    /// A name, and so are the words behind it.
    Names,
    /// A grade.
    Grade,
}

/// Spells the words of one file.
pub struct Wording<'t> {
    text: &'t str,
    tree: &'t Tree,
    lang: Option<Lang>,
    vocabulary: Option<&'t dyn Vocabulary>,
    /// What the open blocks hold, the innermost last; the first is the file.
    inside: Vec<Inside>,
    /// The keyword that the statement at hand begins with.
    head: Option<Keyword>,
    /// Whether the statement at hand lists grades.
    graded: bool,
    expected: Expected,
    /// The labels that the file gives.
    labels: HashSet<Cow<'t, str>>,
    /// What the vocabulary said.
    known: HashMap<(Role, &'t str), Option<String>>,
}

/// What a token turned out to be.
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
            vocabulary: options.vocabulary,
            inside: vec![Inside::Place(Place::File)],
            head: None,
            graded: false,
            expected: Expected::Any,
            labels: if options.words.is_some() { labels(text, tree) } else { HashSet::new() },
            known: HashMap::new(),
        }
    }

    /// Writes a token; `first` says whether a statement begins with it.
    pub fn write(&mut self, out: &mut String, kind: TokenKind, text: &'t str, first: bool) {
        let turned = self.lang.and_then(|lang| match self.meaning(kind, text, first) {
            Meaning::Keyword(keyword) => Some(keyword.spelling(lang)),
            Meaning::Standard(role) => self.standard(text, role, lang),
            Meaning::Other => None,
        });
        match turned {
            Some(word) => out.push_str(word),
            None => spelling::write(out, kind, text, self.lang == Some(Lang::Zh)),
        }
    }

    /// Takes note of a token that is written elsewhere.
    pub fn pass(&mut self, kind: TokenKind, text: &str, first: bool) {
        if self.lang.is_some() {
            self.meaning(kind, text, first);
        }
    }

    /// The block of a statement begins.
    pub fn begin_block(&mut self, statement: StatementId) {
        let inside = self.inside();
        let head = self.tree.tokens(statement).first().filter(|token| token.kind == TokenKind::Word);
        let head = head.map(|token| &self.text[token.range.start as usize..token.range.end as usize]);
        let keyword = head.and_then(|word| inside.keyword(&spelling::word(word)));
        self.inside.push(inside.block(keyword));
    }

    /// The innermost block ends.
    pub fn end_block(&mut self) {
        self.inside.pop();
    }

    fn inside(&self) -> Inside {
        self.inside.last().copied().unwrap_or(Inside::Unknown)
    }

    /// What a token is, by its place.
    fn meaning(&mut self, kind: TokenKind, text: &str, first: bool) -> Meaning {
        if first {
            (self.head, self.graded, self.expected) = (None, false, Expected::Any);
        }
        let meaning = match kind {
            TokenKind::Word if first => self.first_word(&spelling::word(text)),
            TokenKind::Word => self.later_word(&spelling::word(text)),
            _ => Meaning::Other,
        };
        self.expected = self.expected_after(kind, meaning);
        meaning
    }

    fn first_word(&mut self, word: &str) -> Meaning {
        self.head = self.inside().keyword(word);
        match (self.head, self.inside().role()) {
            (Some(keyword), _) => Meaning::Keyword(keyword),
            (None, Some(role)) => Meaning::Standard(role),
            (None, None) => Meaning::Other,
        }
    }

    fn later_word(&mut self, word: &str) -> Meaning {
        let in_formula = self.head == Some(Keyword::Check);
        if matches!(self.expected, Expected::Name | Expected::Names) || in_formula && self.labels.contains(word) {
            return Meaning::Other;
        }
        if let Some(keyword) = Keyword::find(word).filter(|keyword| keyword.fits(Place::Argument)) {
            self.graded |= keyword == Keyword::Graded;
            return Meaning::Keyword(keyword);
        }
        match self.expected {
            Expected::Grade => Meaning::Standard(Role::Grade),
            Expected::Any if in_formula => Meaning::Standard(Role::Formula),
            _ => Meaning::Other,
        }
    }

    fn expected_after(&self, kind: TokenKind, meaning: Meaning) -> Expected {
        match (kind, meaning) {
            (_, Meaning::Keyword(Keyword::Graded)) => Expected::Grade,
            (_, Meaning::Keyword(keyword)) => match keyword.names() {
                Names::None => Expected::Any,
                Names::One => Expected::Name,
                Names::All => Expected::Names,
            },
            (TokenKind::Word | TokenKind::Text | TokenKind::Comma, _) if self.expected == Expected::Names => {
                Expected::Names
            }
            (TokenKind::Comma, _) if self.graded => Expected::Grade,
            (TokenKind::Number, _) => Expected::Unit,
            _ => Expected::Any,
        }
    }

    /// The spelling of a word of the standard; `None` where it is to stay.
    fn standard(&mut self, text: &'t str, role: Role, lang: Lang) -> Option<&str> {
        let vocabulary = self.vocabulary?;
        let ask = || vocabulary.spelling(&spelling::word(text), role, lang).filter(|word| is_word(word));
        self.known.entry((role, text)).or_insert_with(|| ask().map(Cow::into_owned)).as_deref()
    }
}

/// The words behind `as`.
fn labels<'t>(text: &'t str, tree: &Tree) -> HashSet<Cow<'t, str>> {
    let word = |token: &Token| spelling::word(&text[token.range.start as usize..token.range.end as usize]);
    let is_word = |token: &Token| token.kind == TokenKind::Word;
    let is_as = |token: &Token| is_word(token) && Keyword::find(&word(token)) == Some(Keyword::As);
    let behind = |id: StatementId| tree.tokens(id).windows(2).filter(|pair| is_as(&pair[0]) && is_word(&pair[1]));
    tree.all().flat_map(behind).map(|pair| word(&pair[1])).collect()
}

/// Whether a text is a single word. Some names of a standard are not, and would not be read back as they were.
fn is_word(text: &str) -> bool {
    // The blank tells words from comparison words.
    let tree = parse(FileId(0), &format!("{text} "), &mut Findings::default());
    let mut statements = tree.all().map(|id| tree.tokens(id));
    let is_whole = |token: Token| token.kind == TokenKind::Word && token.range.len() == text.len();
    matches!((statements.next(), statements.next()), (Some(&[token]), None) if is_whole(token))
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
