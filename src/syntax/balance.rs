//! Where a brace is missing or too much, told by the indentation.
//!
//! A `{` that is never closed swallows the rest of the file, and each row in it would be reported as misplaced. People
//! indent what they write in blocks, so the line that goes back to the left of its block shows where the `}` belongs.
//! The file is then read again with the brace put right, and the one mistake is one finding.

use super::tree::{StatementId, Tree};

/// How many braces are put right in one file.
pub(super) const MOST: usize = 16;

/// What is done about a brace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repair {
    /// The innermost block ends before this place.
    Close(u32),
    /// The `}` at this place is passed over.
    Skip(u32),
    /// The statement that ends at this place has a block.
    Open(u32),
}

impl Repair {
    /// Where it takes effect.
    pub fn at(self) -> u32 {
        match self {
            Self::Close(at) | Self::Skip(at) | Self::Open(at) => at,
        }
    }
}

/// The most likely place of the first missing `}`.
pub(super) fn missing_close(tree: &Tree, text: &str) -> Option<Repair> {
    let layout = Layout { tree, text };
    tree.all().find_map(|id| layout.dedent(id)).map(Repair::Close)
}

/// The most likely reason for a `}` too many: itself, or a `{` left out further up.
pub(super) fn missing_open(tree: &Tree, text: &str) -> Option<Repair> {
    let layout = Layout { tree, text };
    let extra = tree.all().find_map(|id| layout.deep_close(id)).map(Repair::Skip);
    let unopened = layout.indent_without_block().map(Repair::Open);
    [extra, unopened].into_iter().flatten().min_by_key(|repair| repair.at())
}

struct Layout<'t> {
    tree: &'t Tree,
    text: &'t str,
}

impl Layout<'_> {
    /// How far a place is indented; `None` where something stands before it on its line.
    fn indent(&self, at: u32) -> Option<usize> {
        let before = &self.text[..at as usize];
        let blanks = before.len() - before.trim_end_matches([' ', '\t', '\u{3000}']).len();
        let line_start = before.len() - blanks;
        let starts_line = line_start == 0 || before[..line_start].ends_with(['\n', '\r']);
        let width = |blank: char| if blank == ' ' { 1 } else { 4 };
        starts_line.then(|| before[line_start..].chars().map(width).sum())
    }

    fn indent_of(&self, id: StatementId) -> Option<usize> {
        self.indent(self.tree.head(id).start)
    }

    /// Where a block has gone back to the left of its begin and yet is not closed.
    fn dedent(&self, id: StatementId) -> Option<u32> {
        let block = self.tree.get(id).block?;
        let own = self.indent_of(id)?;
        // Where nothing is indented, going back to the left says nothing.
        let mut indented = own > 0;
        for child in self.tree.children(id) {
            match self.indent_of(child) {
                Some(indent) if indent <= own && indented => return Some(self.tree.head(child).start),
                Some(indent) => indented |= indent > own,
                None => {}
            }
        }
        let closed_left = !block.close.is_empty() && self.indent(block.close.start).is_some_and(|indent| indent < own);
        closed_left.then_some(block.close.start)
    }

    /// A `}` that stands further to the right than the statement it closes.
    fn deep_close(&self, id: StatementId) -> Option<u32> {
        let close = self.tree.get(id).block?.close;
        let (own, indent) = (self.indent_of(id)?, self.indent(close.start)?);
        (!close.is_empty() && indent > own).then_some(close.start)
    }

    /// The end of a statement without a block, the next one being indented.
    fn indent_without_block(&self) -> Option<u32> {
        let ids: Vec<StatementId> = self.tree.all().collect();
        let pair = ids.windows(2).find(|pair| {
            let depth = |id: StatementId| self.tree.get(id).depth;
            let indents = self.indent_of(pair[0]).zip(self.indent_of(pair[1]));
            let ends = self.tree.get(pair[0]).block.is_none() && depth(pair[0]) == depth(pair[1]);
            ends && indents.is_some_and(|(before, behind)| before < behind)
        })?;
        Some(self.tree.head(pair[0]).end)
    }
}
