//! What can be folded, and what a selection grows to.

use super::View;
use crate::{
    source::{LINE_ENDS, Range},
    words::Keyword,
};

/// What a fold is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoldKind {
    /// A block.
    Block,
    /// Comments.
    Comment,
    /// Imports.
    Imports,
}

/// Lines that can be folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fold {
    /// From its first line to its last.
    pub range: Range,
    /// What it is of.
    pub kind: FoldKind,
}

impl View<'_> {
    /// What can be folded: blocks, comments and imports of several lines.
    pub fn folds(&self) -> Vec<Fold> {
        let tree = self.document.tree;
        let block = |id| Some(tree.head(id).to(tree.get(id).block?.close));
        let blocks = tree.all().filter_map(block).map(|range| Fold { range, kind: FoldKind::Block });
        let comments = self.joined(tree.comments().iter().copied(), FoldKind::Comment);
        let imports = tree.roots().filter(|id| self.document.keyword(*id) == Some(Keyword::Import));
        let imports = self.joined(imports.map(|id| tree.head(id)), FoldKind::Imports);
        let all = blocks.chain(comments).chain(imports);
        let mut folds: Vec<Fold> = all.filter(|fold| self.document.slice(fold.range).contains(LINE_ENDS)).collect();
        folds.sort_by_key(|fold| fold.range.start);
        folds
    }

    /// Ranges on neighbouring lines, joined.
    fn joined(&self, ranges: impl Iterator<Item = Range>, kind: FoldKind) -> Vec<Fold> {
        let mut folds: Vec<Fold> = Vec::new();
        for range in ranges {
            match folds.last_mut() {
                Some(last) if self.are_neighbours(last.range, range) => last.range = last.range.to(range),
                _ => folds.push(Fold { range, kind }),
            }
        }
        folds
    }

    /// Whether nothing but one line end and blanks stands between two ranges.
    fn are_neighbours(&self, one: Range, next: Range) -> bool {
        let between = self.document.slice(Range::new(one.end, next.start));
        let ends = between.replace("\r\n", "\n").matches(LINE_ENDS).count();
        ends == 1 && between.trim().is_empty()
    }
}
