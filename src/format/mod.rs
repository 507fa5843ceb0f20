//! The canonical form of a source text.
//!
//! The formatter decides blanks, line breaks and spellings, never content: each token and each comment of the text goes
//! out once, in its place. Formatting twice is formatting once, and what the formatted text means, mistakes included, is
//! what the text meant.
//!
//! * A statement stands on a line of its own, four blanks deeper with each block. A block that was written on one
//!   line stays on it, `budget 5 元 { fiscal 5 元; other 0 元 }`; of any other, `}` stands on a line of its own. A block
//!   with nothing in it is `{}`.
//! * Line breaks inside parentheses stay where they are.
//! * At most one blank line in a row, none at the ends of a block or of the file.
//! * One blank between tokens; none before `,`, inside parentheses, around `..`, before `%` and `‰`, behind a sign, or
//!   between a function and its `(`.
//! * Where neighbouring statements are a keyword, perhaps a name, and a text, as rows of indicators are, the texts begin
//!   in the same column.
//! * Full-width forms and their like become ASCII: `（ ） ， ； ％ １２ ＋ × ～ ≥ 不少于` and the quotes
//!   `“…”` and `「…」`, in codes as well: `６１０１０１`. Digits, scale and grouping of numbers stay. Behind a Chinese word the comparisons are `≥` and `≤`,
//!   as on the forms. A hyphen between two numbers or dates of a row is a range, `3..5 次`.
//! * A comment on a line of its own is indented like a statement, one behind a statement follows it after two blanks.
//!   Block comments are copied.
//! * Lines with a mistake that the parser has reported are copied, byte for byte. So are lines copied from a table, whose
//!   cells are told apart by tabs, and the whole text where braces do not match: its indentation is all that shows where
//!   one is missing.

mod code;
mod columns;
mod layout;
mod lines;
pub(crate) mod place;
mod ranges;
mod spacing;
mod spelling;
mod wording;

use crate::{diagnostic::Lang, syntax::Tree, words::Vocabulary};

/// How a text is to be formatted.
#[derive(Clone, Copy, Default)]
pub struct Options<'v> {
    /// The language to turn keywords and comparison signs into. `None` leaves each keyword as it is written.
    pub words: Option<Lang>,
    /// Turns the words of the standard in force into that language; without it they stay.
    pub vocabulary: Option<&'v dyn Vocabulary>,
}

/// The canonical form of a text and its tree.
pub fn format(text: &str, tree: &Tree, options: Options<'_>) -> String {
    if !tree.braces_match() {
        return text.trim_matches('\n').to_owned() + "\n";
    }
    let mut layout = layout::Layout::new(text, tree, options);
    let mut lines = lines::Lines::new(text, tree);
    while let Some(line) = lines.next() {
        layout.line(line);
    }
    layout.finish()
}
