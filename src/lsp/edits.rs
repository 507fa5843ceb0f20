//! The canonical form as edits: only the lines that differ.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use perfc::{
    diagnostic::Edit,
    format::{Options, format},
    source::Range,
    syntax::Tree,
};

/// The edits that bring a text into its canonical form; none where its braces do not match.
pub fn formatted(text: &str, tree: &Tree, options: Options<'_>) -> Vec<Edit> {
    if !tree.braces_match() {
        return Vec::new();
    }
    let new = format(text, tree, options);
    let (old_lines, new_lines) = (lines(text), lines(&new));
    let starts = starts(&old_lines);
    let edit = |old: std::ops::Range<usize>, new: std::ops::Range<usize>| {
        let range = Range::new(starts[old.start], starts[old.end]);
        Edit { span: tree.span(range), replacement: new_lines[new].concat() }
    };
    let operations = capture_diff_slices(Algorithm::Myers, &old_lines, &new_lines);
    let changes = operations.into_iter().filter(|operation| !matches!(operation, DiffOp::Equal { .. }));
    changes.map(|operation| edit(operation.old_range(), operation.new_range())).collect()
}

/// The lines of a text with their line ends.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Where each line begins, and where the last one ends.
fn starts(lines: &[&str]) -> Vec<u32> {
    let ends = lines.iter().scan(0, |end, line| {
        *end += line.len() as u32;
        Some(*end)
    });
    std::iter::once(0).chain(ends).collect()
}
