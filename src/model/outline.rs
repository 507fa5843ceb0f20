//! What stands in a file outside of all blocks.

use super::scope::Statement;
use crate::{
    arguments::{Document, meant},
    diagnostic::Findings,
    syntax::StatementId,
    words::{Keyword, Place},
};

/// For how many statements of one file what was meant is looked for: each costs a look at all keywords.
const MOST_MEANT: usize = 1_000;

/// How many statements of a block are looked at to tell what the block is.
const MOST_LOOKED_AT: usize = 16;

/// The statements outside of all blocks, found once.
#[derive(Debug)]
pub(super) struct Outline<'s> {
    document: Document<'s>,
    /// Those that begin with a keyword, or mean to.
    pub statements: Vec<Top>,
    /// Those that do not, which is yet to be reported.
    pub unknown: Vec<StatementId>,
}

/// A statement outside of all blocks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Top {
    pub id: StatementId,
    pub keyword: Keyword,
    /// Whether its word only means the keyword.
    pub is_meant: bool,
}

impl<'s> Outline<'s> {
    pub fn of(document: Document<'s>) -> Self {
        let (mut statements, mut unknown) = (Vec::new(), Vec::new());
        for id in document.tree.roots() {
            if let Some(keyword) = document.keyword(id).filter(|keyword| keyword.fits(Place::File)) {
                statements.push(Top { id, keyword, is_meant: false });
                continue;
            }
            let keyword = if unknown.len() < MOST_MEANT { meant_by(document, id) } else { None };
            statements.extend(keyword.map(|keyword| Top { id, keyword, is_meant: true }));
            unknown.push(id);
        }
        Self { document, statements, unknown }
    }

    /// The statements with a keyword, those that only mean it among them.
    pub fn with(&self, keyword: Keyword) -> impl Iterator<Item = Statement<'s>> {
        self.statements.iter().filter(move |top| top.keyword == keyword).map(|top| self.statement(*top))
    }

    /// A statement to be read.
    pub fn statement(&self, Top { id, is_meant, .. }: Top) -> Statement<'s> {
        Statement { document: if is_meant { self.document.doubting(id) } else { self.document }, id }
    }

    /// Reads a statement, or what it seems to mean.
    pub fn read<T>(
        &self,
        Top { id, is_meant, .. }: Top,
        findings: &mut Findings,
        read: impl FnOnce(Document<'s>, StatementId, &mut Findings) -> Option<T>,
    ) -> Option<T> {
        let document = self.document;
        if !is_meant {
            return read(document, id, findings);
        }
        Statement { document, id }.supposed(findings, |findings| read(document, id, findings)).flatten()
    }

    /// The file.
    pub fn document(&self) -> Document<'s> {
        self.document
    }
}

/// What a statement means to be whose word is not known: by its word, or else by what its block holds.
fn meant_by(document: Document<'_>, id: StatementId) -> Option<Keyword> {
    let by_word = || match document.keyword(id) {
        None => meant(&document.unknown_statement(id, Place::File)),
        Some(_) => None,
    };
    by_word().or_else(|| block_of(document, id))
}

/// What the block of a statement can only be.
fn block_of(document: Document<'_>, id: StatementId) -> Option<Keyword> {
    let children = document.tree.children(id).take(MOST_LOOKED_AT);
    let keywords: Vec<Keyword> = children.filter_map(|id| document.keyword(id)).collect();
    let has = |place: Place, others: &[Place]| {
        let only = |keyword: &Keyword| keyword.fits(place) && !others.iter().any(|other| keyword.fits(*other));
        keywords.iter().any(only)
    };
    if has(Place::Actual, &[Place::Project, Place::Indicator, Place::Standard]) {
        Some(Keyword::Actual)
    } else if has(Place::Project, &[Place::Indicator]) {
        Some(Keyword::Project)
    } else {
        None
    }
}
