//! What may stand in the block of an `actual`.

use std::borrow::Cow;

use foldhash::HashSet;

use super::{Completion, CompletionKind, List};
use crate::{
    arguments::Document,
    diagnostic::Findings,
    field::Standard,
    model::{Indicator, Meaning, Project, Target},
    source::Range,
    syntax::{StatementId, Token, TokenKind, quoted, unquoted},
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
        others.filter_map(|id| name_of(document, id)).map(Cow::into_owned).collect()
    }

    /// What may follow the name of an indicator.
    pub(super) fn in_result(&mut self) {
        match self.site.before() {
            [word] if word.kind == TokenKind::Word && self.category().is_some() => self.results_left(),
            [_] | [.., Token { kind: TokenKind::Text, .. }] => self.values(),
            _ => self.behind_value(),
        }
    }

    /// What a result may be that is no number and no date.
    fn values(&mut self) {
        use Keyword::{Achieved, Is, No, Yes};
        let words: &[Keyword] = match self.target().map(|target| target.meaning) {
            Some(Meaning::Boolean(_)) => &[Yes, No],
            Some(Meaning::Text(_)) => &[Achieved, Is],
            Some(Meaning::Open | Meaning::Graded(_)) | None => &[Achieved, Yes, No, Is],
            Some(_) => &[],
        };
        words.iter().for_each(|word| self.keyword(*word));
    }

    fn behind_value(&mut self) {
        [Keyword::Score, Keyword::Forecast].into_iter().for_each(|word| self.keyword(word));
    }

    /// What may follow the number of a result: a unit like that of the target, which goes first.
    pub(super) fn behind_result(&mut self) {
        let target = self.target();
        let unit = target.as_ref().and_then(|target| match &target.meaning {
            Meaning::Number(quantity) => quantity.unit,
            Meaning::Range(interval) => interval.unit,
            _ => None,
        });
        self.units(unit.and_then(|unit| unit.meaning));
        if let Some(unit) = unit {
            self.items.sort_by_key(|item| item.label != unit.text);
        }
        self.behind_value();
    }

    /// The target of the indicator whose result is at hand.
    fn target(&self) -> Option<Target<'s>> {
        let project = self.targets_of()?;
        let name = name_of(self.site.document, self.site.statement?)?;
        let row = project.indicators.iter().find(|row| is_called(row, &name))?;
        row.target.clone()
    }
}

/// The name or the label of the indicator that a statement tells the result of.
fn name_of<'s>(document: Document<'s>, id: StatementId) -> Option<Cow<'s, str>> {
    match document.tree.tokens(id) {
        [name, ..] | [_, name, ..] if name.kind == TokenKind::Text => Some(unquoted(document.slice(name.range))),
        [label, ..] => Some(folded(document.slice(label.range))),
        [] => None,
    }
}

fn is_called(row: &Indicator<'_>, name: &str) -> bool {
    *row.name.value == *name || row.label.is_some_and(|label| folded(label.value) == name)
}

fn row_of(row: &Indicator<'_>, standard: &Standard, range: Range) -> Completion {
    let target = row.target.as_ref().filter(|target| target.meaning != Meaning::Open);
    let target = target.map(|target| target.printed(standard)).unwrap_or_default();
    let category = &standard.category(row.category).names.zh;
    let item = Completion::new(CompletionKind::Title, quoted(&row.name.value), range);
    item.detail(format!("{category} {target}").trim_end()).alias(&row.name.value)
}
