//! Where in the text a place lies: in which blocks, in which statement, on which token.

use crate::{
    arguments::Document,
    field::Standard,
    format::place::Inside,
    source::{LINE_ENDS, Range},
    syntax::{StatementId, Token},
    words::{Keyword, Place, Role, Vocabulary, folded},
};

/// A place in a text.
#[derive(Debug, Clone)]
pub(super) struct Site<'s> {
    pub document: Document<'s>,
    pub at: u32,
    /// The statements in whose blocks it lies, the outermost first.
    pub path: Vec<StatementId>,
    /// What the statements of the innermost block are.
    pub inside: Inside,
    /// The statement on whose line it lies, before its block.
    pub statement: Option<StatementId>,
}

impl<'s> Site<'s> {
    /// Finds a place.
    pub fn of(document: Document<'s>, at: u32, standard: &Standard) -> Self {
        let tree = document.tree;
        let mut site = Self { document, at, path: Vec::new(), inside: Inside::Place(Place::File), statement: None };
        let mut siblings = tree.roots();
        while let Some(id) = siblings.take_while(|id| tree.head(*id).start <= at).last() {
            match tree.get(id).block {
                Some(block) if block.open.end <= at && at <= block.close.start => {
                    site.inside = site.inside.block(head(document, id, site.inside, standard));
                    site.path.push(id);
                    siblings = tree.children(id);
                }
                block => {
                    let is_before_block = block.is_none_or(|block| at <= block.open.start);
                    site.statement = Some(id).filter(|_| is_before_block && site.is_on_line(tree.head(id).end));
                    break;
                }
            }
        }
        site
    }

    /// Whether nothing ends the statement between its last token and the place.
    fn is_on_line(&self, end: u32) -> bool {
        let between = self.document.slice(Range::new(end.min(self.at), self.at));
        !between.contains(LINE_ENDS) && !between.contains([';', '；'])
    }

    /// The tokens of the statement.
    pub fn tokens(&self) -> &'s [Token] {
        self.statement.map(|id| self.document.tree.tokens(id)).unwrap_or_default()
    }

    /// The token that the place touches; of two that meet there, the one behind it unless that is a mere sign.
    pub fn token(&self) -> Option<Token> {
        let touching = self.tokens().iter().filter(|token| token.range.touches(self.at));
        touching.copied().max_by_key(|token| (is_telling(token), token.range.start))
    }

    /// The tokens that end before the place, or before the word that it stands in.
    pub fn before(&self) -> &'s [Token] {
        let tokens = self.tokens();
        &tokens[..tokens
            .iter()
            .take_while(|token| token.range.end < self.at || !is_word(token) && token.range.end == self.at)
            .count()]
    }

    /// The statement whose block is the innermost one.
    pub fn parent(&self) -> Option<StatementId> {
        self.path.last().copied()
    }
}

fn is_telling(token: &Token) -> bool {
    use crate::syntax::TokenKind::{Date, Number, Text, Word};
    matches!(token.kind, Date | Number | Text | Word)
}

fn is_word(token: &Token) -> bool {
    token.kind == crate::syntax::TokenKind::Word
}

/// The keyword that a statement begins with where these statements stand; a word that the standard has taken for itself
/// is none.
pub(super) fn head(document: Document<'_>, id: StatementId, inside: Inside, standard: &Standard) -> Option<Keyword> {
    let word = document.word(id)?.value;
    if inside.role().is_some_and(|role| is_of_standard(standard, word, role)) {
        return None;
    }
    inside.keyword(&folded(word))
}

impl super::View<'_> {
    /// In how many blocks a place lies.
    pub fn depth(&self, at: u32) -> usize {
        Site::of(self.document, at, &self.model.standard).path.len()
    }
}

/// Whether the standard has a word in this role.
pub(super) fn is_of_standard(standard: &Standard, word: &str, role: Role) -> bool {
    standard.spelling(&folded(word), role, crate::diagnostic::Lang::Zh).is_some()
        || role == Role::Category && standard.find_category(word).is_some()
}
