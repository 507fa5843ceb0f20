//! Statements with their text, and what can be said of each before its arguments are read.

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Fix, Lang, Value, closest, respelt},
    source::{Range, Span},
    syntax::{StatementId, TokenKind, Tree},
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
    /// The statement whose word only means a keyword or category, which has been reported.
    doubtful: Option<StatementId>,
}

impl<'s> Document<'s> {
    /// A tree with its text.
    pub fn new(tree: &'s Tree, text: &'s str) -> Self {
        Self { tree, text, doubtful: None }
    }

    /// The same for reading a statement as what its word only means: that its arguments do not fit is not held against
    /// it then.
    #[must_use]
    pub fn doubting(self, id: StatementId) -> Self {
        Self { doubtful: Some(id), ..self }
    }

    /// Whether a mistake has been reported for which the arguments of a statement may not be what they seem.
    pub fn is_doubtful(self, id: StatementId) -> bool {
        self.tree.get(id).broken || self.doubtful == Some(id)
    }

    /// The text of a range.
    pub fn slice(self, range: Range) -> &'s str {
        self.text.get(range.start as usize..range.end as usize).unwrap_or("")
    }

    /// What stands for a mark that is taken out: a blank where the words around it would become one.
    pub fn blank_for(self, mark: Range) -> &'static str {
        let (before, behind) = (&self.text[..mark.start as usize], &self.text[mark.end as usize..]);
        let is_glued = before.chars().next_back().is_some_and(|c| !c.is_whitespace())
            && behind.chars().next().is_some_and(|c| !c.is_whitespace());
        if is_glued { " " } else { "" }
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

    /// The finding for a statement whose head word may not stand in a place, or that has none.
    pub fn unknown_statement(self, id: StatementId, place: Place) -> Diagnostic {
        let fitting = || WORDS.iter().filter(|known| known.keyword.fits(place));
        let list = Value::list(fitting().map(|known| (known.zh[0], known.en)));
        let Some(Located { value: word, span }) = self.word(id) else {
            return self.missing_word(id, place).with("list", list);
        };
        if let Some(keyword) = self.keyword(id) {
            return misplaced(Located::new(word, span), place, keyword.word().places);
        }
        let finding = Diagnostic::new(Code::UnknownStatement, span)
            .with("word", word)
            .with("place", place.name())
            .with("list", list);
        let spellings = fitting().flat_map(|known| known.zh.iter().copied().chain([known.en]));
        let suggest =
            |finding: Diagnostic, suggestion: &str| finding.with("suggestion", suggestion).help(1).and_help(0);
        let meant = Keyword::meant_by(word).filter(|keyword| keyword.fits(place));
        match (meant, closest(word, spellings)) {
            (Some(keyword), _) => {
                let suggestion = keyword.word().zh[0];
                // The unit in charge, 主管部门, need not be the one whose table it is.
                suggest(finding, suggestion).fix(Fix::safe_if(keyword != Keyword::Org, span, suggestion))
            }
            (None, Some(suggestion)) => suggest(finding, suggestion).fix(respelt(word, span, suggestion)),
            (None, None) => finding,
        }
    }

    /// The finding for a statement that begins with something else than a word.
    fn missing_word(self, id: StatementId, place: Place) -> Diagnostic {
        let first = self.tree.tokens(id).first();
        let range = first.map_or(self.tree.head(id), |token| token.range);
        let finding = Diagnostic::new(Code::MissingWord, self.tree.span(range))
            .with("place", place.name())
            .with("text", self.slice(range));
        match first.map(|token| token.kind) {
            Some(TokenKind::Text) if place == Place::Project => finding.help(1),
            Some(TokenKind::Comparison | TokenKind::Date) if place == Place::Project => finding.help(2),
            Some(TokenKind::Text) | None => finding,
            _ => finding.help(3),
        }
    }
}

/// The keyword that the repair of a finding puts in the place of a word.
pub fn meant(finding: &Diagnostic) -> Option<Keyword> {
    Keyword::find(finding.meant()?)
}

/// The finding for a statement that is right, but in another place.
pub fn misplaced(word: Located<&str>, place: Place, right: &[Place]) -> Diagnostic {
    let places = |lang: Lang, joint: &str| {
        let only = right == [Place::Argument];
        let right = right.iter().filter(|place| only || **place != Place::Argument);
        right.map(|place| place.name().get(lang)).collect::<Vec<_>>().join(joint)
    };
    Diagnostic::new(Code::MisplacedStatement, word.span)
        .with("word", word.value)
        .with("place", place.name())
        .with("right", Value::Localized { zh: places(Lang::Zh, "或").into(), en: places(Lang::En, " or ").into() })
}

/// The finding for a word that an author chooses for a name though it has a meaning.
pub fn reserved_word(word: Located<&str>, meaning: impl Into<Value>) -> Diagnostic {
    Diagnostic::new(Code::ReservedWord, word.span).with("word", word.value).with("meaning", meaning)
}

/// What a word that compares means, where one is chosen for a name.
pub fn comparison_meaning(word: &str) -> Option<Value> {
    let comparison = Comparison::read(word)?.ok()?;
    Some(Value::Localized {
        zh: format!("比较符号 {}", comparison.printed()).into(),
        en: format!("the comparison {}", comparison.sign()).into(),
    })
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
        let word = document.word(id).map_or("", |word| word.value);
        self.is_first_at(Located::new(word, span), keyword, findings)
    }

    /// The same for a keyword at a place.
    pub fn is_first_at(&mut self, word: Located<&str>, keyword: Keyword, findings: &mut Findings) -> bool {
        let Some(&(_, first)) = self.seen.iter().find(|(seen, _)| *seen == keyword) else {
            self.seen.push((keyword, word.span));
            return true;
        };
        let finding = Diagnostic::new(Code::RepeatedStatement, word.span).with("word", word.value);
        findings.report(finding.also(1, first));
        false
    }

    /// Whether a keyword has not been said.
    pub fn is_free(&self, keyword: Keyword) -> bool {
        self.seen.iter().all(|(seen, _)| *seen != keyword)
    }
}
