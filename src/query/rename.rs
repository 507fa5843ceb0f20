//! A name in another spelling.

use super::{NameKind, View};
use crate::{
    diagnostic::{Findings, Text},
    field::Standard,
    model::Project,
    source::{FileId, LINE_ENDS, Span},
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

impl View<'_> {
    /// Whether something of a kind can be called so.
    ///
    /// # Errors
    /// The reason why not.
    pub fn allows(&self, kind: NameKind, new: &str) -> Result<(), RenameError> {
        allowed(kind, new, &self.model.standard)
    }

    /// Where something is called `new` already beside a thing that the file knows, so that nobody could tell them apart:
    /// a label or an indicator in the same project, a project or a template. `is_it` knows the place where the thing is
    /// given its name.
    pub fn rival(&self, kind: NameKind, new: &str, is_it: impl Fn(Span) -> bool) -> Option<Span> {
        let bases = self.bases();
        let is_it = |place: Span| is_it(bases.get(&place).copied().unwrap_or(place));
        let model = &self.model;
        match kind {
            NameKind::Project => {
                let heads = model.heads.iter().chain(&model.imported);
                beside(heads.map(|head| (head.name.span, &*head.name.value == new)), is_it)
            }
            NameKind::Template => {
                let templates = model.templates.iter();
                beside(templates.map(|(name, _)| (name.span, folded(name.value) == folded(new))), is_it)
            }
            NameKind::Label => self.tables().find_map(|project| {
                let labels = project.indicators.iter().filter_map(|row| row.label);
                beside(labels.map(|label| (label.span, folded(label.value) == folded(new))), is_it)
            }),
            NameKind::Indicator => self.tables().find_map(|project| {
                let category = project.indicators.iter().find(|row| is_it(row.name.span))?.category;
                let rows = project.indicators.iter().filter(|row| row.category == category);
                beside(rows.map(|row| (row.name.span, &*row.name.value == new)), is_it)
            }),
            NameKind::Unit | NameKind::Standard => None,
        }
    }

    /// The projects of the file, and its templates read like projects.
    fn tables(&self) -> impl Iterator<Item = Project<'_>> {
        let projects = self.model.heads.iter().map(|head| self.model.project(head, &mut Findings::default()));
        projects.chain(self.model.templates_as_projects())
    }
}

/// The first of the other things that is called so, if the thing itself is among them.
fn beside(things: impl Iterator<Item = (Span, bool)>, is_it: impl Fn(Span) -> bool) -> Option<Span> {
    let (mut is_there, mut rival) = (false, None);
    for (place, is_called_so) in things {
        match is_it(place) {
            true => is_there = true,
            false if is_called_so => rival = rival.or(Some(place)),
            false => {}
        }
    }
    rival.filter(|_| is_there)
}

/// Whether something of a kind can be called so under a standard; two of one name are [`View::rival`]'s business.
pub(super) fn allowed(kind: NameKind, new: &str, standard: &Standard) -> Result<(), RenameError> {
    let is_quoted = matches!(kind, NameKind::Indicator | NameKind::Project);
    // In formulas these are the money of a source.
    let is_fund = || kind == NameKind::Label && standard.funds.find(new).is_some();
    let is_reserved = || Keyword::find(&folded(new)).is_some() || Comparison::read(new).is_some() || is_fund();
    match new {
        _ if new.trim().is_empty() || new.contains(LINE_ENDS) => Err(RenameError::NoName),
        _ if is_quoted => Ok(()),
        _ if is_reserved() => Err(RenameError::Reserved),
        _ if !is_word(new) => Err(RenameError::NoWord),
        _ => Ok(()),
    }
}

/// How a name that stands in a text as `old` is written when it becomes `new`, in the quotes that it has.
pub fn respelt(kind: NameKind, old: &str, new: &str) -> String {
    match kind {
        NameKind::Indicator | NameKind::Project => in_quotes(old, new),
        NameKind::Label | NameKind::Template | NameKind::Unit | NameKind::Standard => new.to_owned(),
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
fn is_word(text: &str) -> bool {
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
    use crate::field::Field;

    #[test]
    fn names_are_spelt_as_their_kind_is() {
        assert_eq!(respelt(NameKind::Indicator, "“甲”", "乙"), "“乙”");
        assert_eq!(respelt(NameKind::Indicator, "\"甲\"", "乙\"丙"), "\"乙\"\"丙\"");
        assert_eq!(respelt(NameKind::Label, "站数", "工作站数"), "工作站数");
    }

    #[test]
    fn names_are_allowed_or_not() {
        let standard = Field::embedded().standard("mof-2020").unwrap();
        let allowed = |kind, new| allowed(kind, new, standard);
        assert_eq!(allowed(NameKind::Indicator, "一\n二"), Err(RenameError::NoName));
        assert_eq!(allowed(NameKind::Indicator, "财政资金"), Ok(()));
        assert_eq!(allowed(NameKind::Label, "工作站数"), Ok(()));
        assert_eq!(allowed(NameKind::Label, "工作 站数"), Err(RenameError::NoWord));
        assert_eq!(allowed(NameKind::Label, "12"), Err(RenameError::NoWord));
        for reserved in ["预算", "不少于", "财政资金", "fiscal"] {
            assert_eq!(allowed(NameKind::Label, reserved), Err(RenameError::Reserved));
        }
        assert_eq!(allowed(NameKind::Template, "财政资金"), Ok(()));
    }
}
