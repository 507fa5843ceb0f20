//! Repairs: what is to stand where, and whether it may be written without anyone's looking at it.

use super::Phrase;
use crate::source::Span;

/// Whether a repair may be made without anyone's looking at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applicability {
    /// It keeps the meaning, or writes what was meant beyond doubt.
    Safe,
    /// It is a guess, or changes what the table says.
    Unsafe,
}

impl Applicability {
    /// The word in the machine-readable formats.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// One edit of a proposed repair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards; empty to delete.
    pub replacement: String,
}

/// A proposed repair: edits that are made together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, where its edits alone do not tell a reader.
    pub title: Option<Phrase>,
    /// Whether it may be made unasked.
    pub applicability: Applicability,
    /// At least one; in the order of their places, and none over another. They may be in several files.
    edits: Vec<Edit>,
}

impl Fix {
    /// A repair that keeps the meaning, or writes what was meant beyond doubt.
    pub fn safe(span: Span, replacement: impl Into<String>) -> Self {
        Self::new(Applicability::Safe, span, replacement.into())
    }

    /// A repair that is a guess, or changes what the table says.
    pub fn guess(span: Span, replacement: impl Into<String>) -> Self {
        Self::new(Applicability::Unsafe, span, replacement.into())
    }

    /// A repair that is safe under a condition, and a guess otherwise.
    pub fn safe_if(is_certain: bool, span: Span, replacement: impl Into<String>) -> Self {
        if is_certain { Self::safe(span, replacement) } else { Self::guess(span, replacement) }
    }

    fn new(applicability: Applicability, span: Span, replacement: String) -> Self {
        Self { title: None, applicability, edits: vec![Edit { span, replacement }] }
    }

    /// Makes a further edit as well, at a place that no other edit of the repair touches.
    #[must_use]
    pub fn and(mut self, span: Span, replacement: impl Into<String>) -> Self {
        let edit = Edit { span, replacement: replacement.into() };
        let behind = self.edits.partition_point(|other| other.span <= span);
        self.edits.insert(behind, edit);
        self
    }

    /// Says in words what it does.
    #[must_use]
    pub fn titled(mut self, title: Phrase) -> Self {
        self.title = Some(title);
        self
    }

    /// Its edits, in the order of their places; there is at least one.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Its edit, if it has only one.
    pub fn only(&self) -> Option<&Edit> {
        match self.edits.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whether it may be made unasked.
    pub fn is_safe(&self) -> bool {
        self.applicability == Applicability::Safe
    }

    /// The same with other edits in the place of its own; `None` where one of them has none.
    #[must_use]
    pub fn map(mut self, edit: impl FnMut(Edit) -> Option<Edit>) -> Option<Self> {
        self.edits = self.edits.into_iter().map(edit).collect::<Option<_>>()?;
        self.edits.sort_by_key(|edit| edit.span);
        Some(self)
    }

    /// Raises the numbers of its files.
    pub(super) fn move_files(&mut self, by: u32) {
        for edit in &mut self.edits {
            edit.span.file.0 += by;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Range};

    #[test]
    fn edits_stand_in_the_order_of_their_places() {
        let at = |file, start| Range::new(start, start + 1).of(FileId(file));
        let fix = Fix::safe(at(0, 4), "b").and(at(1, 0), "c").and(at(0, 2), "a");
        let order: Vec<&str> = fix.edits().iter().map(|edit| &*edit.replacement).collect();
        assert_eq!(order, ["a", "b", "c"]);
        assert_eq!((fix.only(), fix.is_safe()), (None, true));
    }
}
