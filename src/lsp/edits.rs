//! The canonical form as edits: only the lines that differ.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use perfc::{
    diagnostic::Edit,
    format::{Options, format},
    source::{self, folded},
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
    let edit = |old: Range<usize>, new: Range<usize>| {
        let range = source::Range::new(starts[old.start], starts[old.end]);
        Edit { span: tree.span(range), replacement: new_lines[new].concat() }
    };
    // Lines that say the same are each other's, however they are spelt: an edit is of one line then. Braces and the like
    // count, so that what goes to another line is one edit with the line that it came from.
    let is_said = |c: &char| c.is_alphanumeric() || matches!(c, '{' | '}' | ';' | '(' | ')');
    let key = |line: &&str| folded(line).chars().filter(is_said).collect::<String>();
    let keys = |lines: &[&str]| lines.iter().map(key).collect::<Vec<String>>();
    let mut edits = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &keys(&old_lines), &keys(&new_lines)) {
        let (old, new) = (operation.old_range(), operation.new_range());
        if let DiffOp::Equal { .. } = operation {
            let pairs = old.zip(new).filter(|(old, new)| old_lines[*old] != new_lines[*new]);
            edits.extend(pairs.map(|(old, new)| edit(old..old + 1, new..new + 1)));
        } else {
            edits.push(edit(old, new));
        }
    }
    edits
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
