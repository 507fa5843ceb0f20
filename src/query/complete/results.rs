//! What may stand in the block of an `actual`.

use std::borrow::Cow;

use foldhash::HashSet;

use super::{Completion, CompletionKind, List};
use crate::{
    diagnostic::Findings,
    field::Standard,
    model::{Indicator, Meaning, Project},
    source::Range,
    syntax::{TokenKind, quoted, unquoted},
    words::{Keyword, folded},
};

impl<'s> List<'_, 's> {
    /// The indicators of the project; those that have no result yet go first.
    pub(super) fn results_left(&mut self) {
        let Some(project) = self.targets_of() else { return };
        let named = self.named();
        let is_told = |row: &&Indicator<'_>| {
            named.contains(&*row.name.value) || row.label.is_some_and(|label| named.contains(&*folded(label.value)))
        };
        let (told, left): (Vec<&Indicator<'_>>, Vec<&Indicator<'_>>) = project.indicators.iter().partition(is_told);
        for row in left.into_iter().chain(told) {
            self.items.push(row_of(row, &project.standard, self.range));
        }
    }

    /// The project that the results around the place are of.
    fn targets_of(&self) -> Option<Project<'s>> {
        let view = self.view;
        let document = self.site.document;
        let name = document.tree.tokens(self.site.parent()?).iter().find(|token| token.kind == TokenKind::Text)?;
        let name = unquoted(document.slice(name.range));
        let mut heads = view.model.heads.iter().chain(&view.model.imported);
        let head = heads.find(|head| head.name.value == name)?;
        Some(view.model.project(head, &mut Findings::default()))
    }

    /// The names and labels of the indicators that have a result in this block; the one at hand does not count.
    fn named(&self) -> HashSet<String> {
        let document = self.site.document;
        let Some(parent) = self.site.parent() else { return HashSet::default() };
        let others = document.tree.children(parent).filter(|id| Some(*id) != self.site.statement);
        let names = others.filter_map(|id| match document.tree.tokens(id) {
            [name, ..] | [_, name, ..] if name.kind == TokenKind::Text => Some(unquoted(document.slice(name.range))),
            [label, ..] => Some(folded(document.slice(label.range))),
            [] => None,
        });
        names.map(Cow::into_owned).collect()
    }

    /// What may follow the name of an indicator.
    pub(super) fn in_result(&mut self) {
        let before = self.site.before();
        match before.last().map(|token| token.kind) {
            Some(TokenKind::Text) => {
                [Keyword::Achieved, Keyword::Yes, Keyword::No, Keyword::Is]
                    .into_iter()
                    .for_each(|word| self.keyword(word));
            }
            _ => [Keyword::Score, Keyword::Forecast].into_iter().for_each(|word| self.keyword(word)),
        }
    }
}

fn row_of(row: &Indicator<'_>, standard: &Standard, range: Range) -> Completion {
    let target = row.target.as_ref().filter(|target| target.meaning != Meaning::Open);
    let target = target.map(|target| target.printed(standard)).unwrap_or_default();
    let category = &standard.category(row.category).names.zh;
    let item = Completion::new(CompletionKind::Title, quoted(&row.name.value), range);
    item.detail(format!("{category} {target}").trim_end()).alias(&row.name.value)
}
