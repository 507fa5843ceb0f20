//! The repair of P819: labels for prices and counts, and a `check` that compares what they come to with the budget.

use super::{
    language,
    prices::{Price, number},
};
use crate::{
    diagnostic::{Fix, Lang, Text},
    model::{Indicator, Meaning, Project},
    source::Span,
    words::{Keyword, folded},
};

/// What the check says in words.
const NAME: Text = Text { zh: "费用不超过预算", en: "within budget" };

/// A check of the sum of products of two rows each. A guess: that they belong together is told by their names. `None` where
/// the labels that it needs are taken, or the unit behind a word such as 以内 cannot be told from it.
pub fn offered_check(project: &Project<'_>, pairs: &[(&Price<'_, '_>, &Indicator<'_>)]) -> Option<Fix> {
    let (first, _) = pairs.first()?;
    let lang = language(project, first.row);
    let mut labels = Labels { project, lang, given: Vec::new(), edits: Vec::new() };
    let mut products = Vec::with_capacity(pairs.len());
    for (price, count) in pairs {
        // What the price is for is said in the unit of the count, with which a check can multiply it.
        let each = number(count)?.unit?.text;
        let per = format!(" {} {each}", Keyword::Per.spelling(lang));
        let number = labels.of(count, [format!("{each}数"), format!("共几{each}")], String::new())?;
        let cost = [format!("每{each}费用"), format!("每{each}的费用")];
        let cost = labels.of(price.row, cost, if price.by_name { per } else { String::new() })?;
        products.push(format!("{number} * {cost}"));
    }
    let (check, budget) = (Keyword::Check.spelling(lang), Keyword::Budget.spelling(lang));
    let statement = format!("{check} \"{}\" {} <= {budget}\n    ", NAME.get(lang), products.join(" + "));
    let fix = Fix::guess(first.row.word.before(), statement);
    Some(labels.edits.into_iter().fold(fix, |fix, (place, text)| fix.and(place, text)))
}

/// The labels that a check needs.
struct Labels<'p, 's> {
    project: &'p Project<'s>,
    lang: Lang,
    /// Those that rows get, each with the name of its row.
    given: Vec<(Span, String)>,
    edits: Vec<(Span, String)>,
}

impl Labels<'_, '_> {
    /// The label of a row, or the first of new ones for it that is free. What is said before it is written behind its
    /// target.
    fn of(&mut self, row: &Indicator<'_>, new: [String; 2], before: String) -> Option<String> {
        let place = row.target.as_ref().filter(|_| is_plain(row))?.span.behind();
        let had = row.label.map(|label| label.value.to_owned());
        let given = self.given.iter().find(|(name, _)| *name == row.name.span).map(|(_, label)| label.clone());
        if let Some(label) = had.or(given) {
            if !before.is_empty() {
                self.edits.push((place, before));
            }
            return Some(label);
        }
        let new = new.into_iter().find(|new| self.is_free(new))?;
        self.edits.push((place, format!("{before} {} {new}", Keyword::As.spelling(self.lang))));
        self.given.push((row.name.span, new.clone()));
        Some(new)
    }

    /// Whether no row has this label, and it has no meaning of its own, as 个数 does.
    fn is_free(&self, new: &str) -> bool {
        let has_meaning = Keyword::find(&folded(new)).is_some() || self.project.said.labels.contains(new);
        let labels = self.project.indicators.iter().filter_map(|other| other.label);
        let is_taken = labels.map(|label| folded(label.value)).any(|label| label == folded(new));
        !has_meaning && !is_taken && self.given.iter().all(|(_, label)| label != new)
    }
}

/// Whether the target ends with its unit.
fn is_plain(row: &Indicator<'_>) -> bool {
    match row.target.as_ref().map(|target| &target.meaning) {
        Some(Meaning::Number(quantity)) => quantity.comparison.is_none_or(|sign| sign.span < quantity.number.span),
        _ => false,
    }
}
