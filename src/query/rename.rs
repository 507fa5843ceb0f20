//! A name in another spelling.

use super::NameKind;
use crate::{
    diagnostic::{Findings, Text},
    source::{FileId, LINE_ENDS},
    syntax::{TokenKind, parse, quoted},
    words::{Comparison, Keyword, folded},
};

/// Why something cannot be called so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenameError {
    /// It has no letters, or several lines.
    NoName,
    /// It is no single word.
    NoWord,
    /// The word has a meaning of its own.
    Reserved,
}

impl RenameError {
    /// The reason in words.
    pub const fn text(self) -> Text {
        match self {
            Self::NoName => {
                Text { zh: "名称不能是空的，也不能有几行", en: "a name has letters, and one line" }
            }
            Self::NoWord => Text {
                zh: "要写成一个词：不带空格、引号和标点",
                en: "one word is needed, without blanks, quotes or signs",
            },
            Self::Reserved => Text {
                zh: "这个词另有意思，请换一个",
                en: "this word has a meaning of its own; choose another",
            },
        }
    }
}

/// How a name that stands in a text as `old` is written when it becomes `new`, in the quotes that it has.
///
/// # Errors
/// [`RenameError`] where nothing of this kind can be called so.
pub fn respelt(kind: NameKind, old: &str, new: &str) -> Result<String, RenameError> {
    let new = new.trim();
    if new.is_empty() || new.contains(LINE_ENDS) {
        return Err(RenameError::NoName);
    }
    match kind {
        NameKind::Indicator | NameKind::Project => Ok(in_quotes(old, new)),
        NameKind::Label | NameKind::Template | NameKind::Unit | NameKind::Standard => {
            if Keyword::find(&folded(new)).is_some() || Comparison::read(new).is_some() {
                return Err(RenameError::Reserved);
            }
            if is_word(new) { Ok(new.to_owned()) } else { Err(RenameError::NoWord) }
        }
    }
}

fn in_quotes(old: &str, new: &str) -> String {
    match old.chars().next() {
        Some('“') if !new.contains(['“', '”']) => format!("“{new}”"),
        Some('「') if !new.contains('」') => format!("「{new}」"),
        _ => quoted(new),
    }
}

/// Whether a text is a single word where words are names.
pub(super) fn is_word(text: &str) -> bool {
    let line = format!("as {text} ");
    let tree = parse(FileId(0), &line, &mut Findings::default());
    let mut statements = tree.all();
    let only = statements.next().filter(|_| statements.next().is_none());
    let tokens = only.map(|id| tree.tokens(id)).unwrap_or_default();
    matches!(tokens, [_, word] if word.kind == TokenKind::Word && word.range.len() == text.len())
        && tree.comments().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelt_as_their_kind_is() {
        assert_eq!(respelt(NameKind::Indicator, "“甲”", "乙").as_deref(), Ok("“乙”"));
        assert_eq!(respelt(NameKind::Indicator, "\"甲\"", "乙\"丙").as_deref(), Ok("\"乙\"\"丙\""));
        assert_eq!(respelt(NameKind::Indicator, "\"甲\"", "一\n二"), Err(RenameError::NoName));
        assert_eq!(respelt(NameKind::Label, "站数", "工作站数").as_deref(), Ok("工作站数"));
        assert_eq!(respelt(NameKind::Label, "站数", "工作 站数"), Err(RenameError::NoWord));
        assert_eq!(respelt(NameKind::Label, "站数", "12"), Err(RenameError::NoWord));
        assert_eq!(respelt(NameKind::Label, "站数", "预算"), Err(RenameError::Reserved));
    }
}
