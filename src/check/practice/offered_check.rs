//! The repair of P819: labels for a price and a count, and a `check` that compares their product with the budget.

use super::language;
use crate::{
    diagnostic::{Fix, Text},
    model::{Indicator, Meaning, Project},
    words::{Keyword, folded},
};

/// What the check says in words.
const NAME: Text = Text { zh: "费用不超过预算", en: "within budget" };

/// A check of the product of two rows. A guess: that they belong together is told by their names. `None` where the labels
/// that it needs are taken, or the unit behind a word such as 以内 cannot be told from it.
pub fn offered_check(project: &Project<'_>, price: &Indicator<'_>, count: &Indicator<'_>, each: &str) -> Option<Fix> {
    let [counted, costing] = [count, price].map(|row| row.target.as_ref());
    let (counted, costing) = (counted?.span.behind(), costing?.span.behind());
    let lang = language(project, price);
    let as_ = Keyword::As.spelling(lang);
    let (number, is_new_number) = label(project, count, format!("{each}数"))?;
    let (cost, is_new_cost) = label(project, price, format!("每{each}费用"))?;
    let named = |label: &str, is_new: bool| if is_new { format!(" {as_} {label}") } else { String::new() };
    let per = format!(" {} {each}{}", Keyword::Per.spelling(lang), named(&cost, is_new_cost));
    let (check, budget) = (Keyword::Check.spelling(lang), Keyword::Budget.spelling(lang));
    let statement = format!("{check} \"{}\" {number} * {cost} <= {budget}\n    ", NAME.get(lang));
    let fix = Fix::guess(price.word.before(), statement).and(costing, per);
    let fix = if is_new_number { fix.and(counted, named(&number, true)) } else { fix };
    (is_plain(price) && is_plain(count)).then_some(fix)
}

/// Whether the target ends with its unit.
fn is_plain(row: &Indicator<'_>) -> bool {
    match row.target.as_ref().map(|target| &target.meaning) {
        Some(Meaning::Number(quantity)) => quantity.comparison.is_none_or(|sign| sign.span < quantity.number.span),
        _ => false,
    }
}

/// The label of a row, or a new one for it, if no other row has that.
fn label(project: &Project<'_>, row: &Indicator<'_>, new: String) -> Option<(String, bool)> {
    if let Some(label) = row.label {
        return Some((label.value.to_owned(), false));
    }
    let mut labels = project.indicators.iter().filter_map(|other| other.label);
    let is_free = !labels.any(|label| folded(label.value) == folded(&new)) && !project.said.labels.contains(&new);
    is_free.then_some((new, true))
}
