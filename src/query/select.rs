//! What a selection grows to, step by step.

use super::{View, content, site::Site};
use crate::{source::Range, syntax::TokenKind};

impl View<'_> {
    /// The ranges around a place that mean something, the smallest first: a text, its quotes, the statement, with its
    /// block, the content of the block around it, and so on up to the file.
    pub fn selections(&self, at: u32) -> Vec<Range> {
        let site = Site::of(self.document, at, &self.model.standard);
        let tree = self.document.tree;
        let mut ranges = Vec::new();
        if let Some(token) = site.token() {
            if token.kind == TokenKind::Text {
                ranges.push(content(self.document.slice(token.range), token.range));
            }
            ranges.push(token.range);
        }
        ranges.extend(tree.comments().iter().filter(|comment| comment.touches(at)));
        if let Some(id) = site.statement {
            ranges.extend([tree.head(id), tree.extent(id)]);
        }
        for &id in site.path.iter().rev() {
            ranges.extend(tree.get(id).block.map(|block| Range::new(block.open.end, block.close.start)));
            ranges.push(tree.extent(id));
        }
        ranges.push(Range::new(0, self.document.text.len() as u32));
        grown(ranges, at)
    }
}

/// Those that hold the place and the ones before them, each once.
fn grown(ranges: Vec<Range>, at: u32) -> Vec<Range> {
    let mut kept: Vec<Range> = Vec::new();
    for range in ranges.into_iter().filter(|range| range.touches(at)) {
        let grows = |last: &Range| range.start <= last.start && last.end <= range.end && range != *last;
        if kept.last().is_none_or(grows) {
            kept.push(range);
        }
    }
    kept
}
