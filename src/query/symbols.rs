//! The outline of a file.

use super::{View, site::head};
use crate::{
    field::Standard,
    format::place::Inside,
    source::Range,
    syntax::{StatementId, Token, TokenKind, unquoted},
    words::{Keyword, Place},
};

/// What an entry of the outline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    /// A project.
    Project,
    /// What a project achieved.
    Actual,
    /// A template.
    Template,
    /// A standard that the file defines.
    Standard,
    /// A level or a category of it.
    Category,
    /// A unit that the file declares.
    Unit,
    /// An indicator.
    Indicator,
    /// What was achieved of one.
    Result,
    /// A condition.
    Check,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its name.
    pub name: String,
    /// What is worth telling beside it: the target of an indicator.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it.
    pub range: Range,
    /// Its name in the text.
    pub name_range: Range,
    /// What it holds.
    pub children: Vec<Symbol>,
}

impl View<'_> {
    /// The outline of the file.
    pub fn symbols(&self) -> Vec<Symbol> {
        let roots = self.document.tree.roots();
        roots.filter_map(|id| self.symbol(id, Inside::Place(Place::File))).collect()
    }

    fn symbol(&self, id: StatementId, inside: Inside) -> Option<Symbol> {
        let tree = self.document.tree;
        let keyword = head(self.document, id, inside, &self.model.standard);
        let kind = self.kind(id, inside, keyword)?;
        let within = inside.block(keyword);
        // Outlines are three levels deep at the most.
        let children = match kind {
            SymbolKind::Indicator | SymbolKind::Result | SymbolKind::Check | SymbolKind::Unit => Vec::new(),
            _ => tree.children(id).filter_map(|id| self.symbol(id, within)).collect(),
        };
        let (name, name_range, rest) = self.named(id, kind);
        let detail = rest
            .first()
            .zip(rest.last())
            .map_or("", |(first, last)| self.document.slice(first.range.to(last.range)).trim());
        let detail = detail.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Symbol { name, detail, kind, range: tree.extent(id), name_range, children })
    }

    fn kind(&self, id: StatementId, inside: Inside, keyword: Option<Keyword>) -> Option<SymbolKind> {
        let tree = self.document.tree;
        let first = tree.tokens(id).first()?;
        match (keyword, inside) {
            (Some(Keyword::Project), _) => Some(SymbolKind::Project),
            (Some(Keyword::Actual), _) => Some(SymbolKind::Actual),
            (Some(Keyword::Template), _) => Some(SymbolKind::Template),
            (Some(Keyword::Standard), _) if tree.get(id).block.is_some() => Some(SymbolKind::Standard),
            (Some(Keyword::Level | Keyword::Category), _) => Some(SymbolKind::Category),
            (Some(Keyword::Unit), _) => Some(SymbolKind::Unit),
            (Some(Keyword::Check), _) => Some(SymbolKind::Check),
            (Some(_), _) => None,
            (None, Inside::Place(Place::Project)) => {
                let is_row = is_category(&self.model.standard, self.document.slice(first.range));
                (is_row && tree.tokens(id).len() > 1).then_some(SymbolKind::Indicator)
            }
            (None, Inside::Place(Place::Actual)) => Some(SymbolKind::Result),
            _ => None,
        }
    }

    /// The name of a statement, where it stands, and the tokens behind it.
    fn named(&self, id: StatementId, kind: SymbolKind) -> (String, Range, &[Token]) {
        let tokens = self.document.tree.tokens(id);
        let is_text = |token: &Token| token.kind == TokenKind::Text;
        let text = tokens.iter().take(3).position(is_text).filter(|_| kind != SymbolKind::Unit);
        let at = text.unwrap_or(if kind == SymbolKind::Result { 0 } else { 1.min(tokens.len().saturating_sub(1)) });
        let Some(token) = tokens.get(at) else { return (String::new(), self.document.tree.head(id), &[]) };
        let slice = self.document.slice(token.range);
        let name = if is_text(token) { unquoted(slice).into_owned() } else { slice.to_owned() };
        // Editors refuse entries without a name.
        let name = if name.trim().is_empty() { "…".to_owned() } else { name };
        (name, token.range, &tokens[at + 1..])
    }
}

fn is_category(standard: &Standard, word: &str) -> bool {
    standard.find_category(word).is_some()
}
