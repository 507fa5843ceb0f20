//! P815: a number or a day in the name that is not the one of the target.
//!
//! Why: of two numbers for the same thing one is wrong, mostly because a target was changed and its name was not (rules
//! of practice, V15).
//!
//! Example: `质量 "验收合格率100%" >= 98%`; `时效 "11月30日前完成" 2026年12月底前`.
//!
//! Numbers in names mostly say something else: which children (0-6岁), which activities (500人以上), how much each. So a
//! number counts only in the unit of the target, and where it ends the name or counts things; and bounds, prices and
//! ones do not. Numbers in words are parts of many fixed expressions (两个覆盖): they count only behind a word for what is
//! done, or at the end.
//!
//! Repair: none. Which of the two is right is for the author to say.

use super::{
    Line,
    amounts::{Amount, amounts},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    field::{Unit, Units, behind_bound, by_when, is_doing, is_for_each},
    model::{Meaning, Quantity},
    values::{Bound, Date, Ratio, read_date},
};

pub fn number_fits_name(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let name = &*line.indicator.name.value;
    let target = line.target()?;
    let said = match &target.meaning {
        Meaning::Number(quantity) => other_number(name, quantity, &line.field.units),
        Meaning::Date { date, bound } => other_day(name, *date, *bound),
        _ => None,
    }?;
    let finding = Diagnostic::new(Code::NumberAgainstName, target.span)
        .with("said", said)
        .with("value", target.printed(&line.project.standard))
        .also(1, line.indicator.name.span);
    Some(finding)
}

/// The one number of the name that is of the same kind as the target and not equal to it.
fn other_number<'n>(name: &'n str, quantity: &Quantity<'_>, units: &Units) -> Option<&'n str> {
    let unit = quantity.unit?.meaning?;
    let mut said = amounts(name, counts_things(unit, units), units).filter(|amount| is_of(amount, unit, units));
    let only = said.next()?;
    let value = Ratio::from(quantity.number.value.value).times(unit.scale)?;
    (said.next().is_none() && only.value != value).then_some(only.text)
}

/// Whether a unit is of things that are counted, which have a measure of their own, named as they are. A number in
/// words counts nothing else.
fn counts_things(unit: Unit, units: &Units) -> bool {
    !units.measure_id(unit.measure).is_ascii()
}

/// Whether a number in a name speaks of what the target measures.
fn is_of(amount: &Amount<'_>, unit: Unit, units: &Units) -> bool {
    let is_same = amount.unit.dimension == unit.dimension && amount.unit.measure == unit.measure;
    let bound = behind_bound(amount.behind);
    let is_last = bound.unwrap_or(amount.behind).trim_end_matches([')', '）', '。']).is_empty();
    let is_bound = bound.is_some() && !is_last;
    let is_price = is_for_each(amount.before);
    let is_meant = match amount.in_words {
        true => is_last || is_doing(amount.before),
        false => is_last || counts_things(unit, units),
    };
    is_same && !is_bound && !is_price && amount.value != unit.scale && is_meant
}

/// The deadline in the name, where it is another day than that of the target. Without a year it is of the same.
fn other_day(name: &str, date: Date, bound: Bound) -> Option<&str> {
    let (start, end) = deadline(name)?;
    let said = &name[start..end];
    let whole = if said.contains('年') { said.to_owned() } else { format!("{}年{said}", date.year) };
    let (other, other_bound) = read_date(&whole).ok()?;
    (other_bound.last_day(other) != bound.last_day(date)).then_some(said)
}

/// Where a month or day stands with 前 behind it, and its year if that is said.
fn deadline(name: &str) -> Option<(usize, usize)> {
    let month = name.find('月')?;
    let digits = |end: usize| name[..end].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let start = digits(month);
    let behind = &name[month + '月'.len_utf8()..];
    let day = behind.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['日', '号']);
    let by = by_when(day)?;
    let end = name.len() - day.len() + by.len();
    let year = name[..start].strip_suffix('年').map(|rest| digits(rest.len()));
    let start = year.filter(|year| start - year == 4 + '年'.len_utf8()).unwrap_or(start);
    (start < month && !name[..start].ends_with(['-', '~', '～', '—', '至'])).then_some((start, end))
}
