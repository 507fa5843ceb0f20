//! The findings for units and standards that are not known: what was meant, as far as it can be told.

use super::{Field, Standard, Units, units_of_count};
use crate::{
    arguments::Located,
    diagnostic::{Code, Diagnostic, Findings, Fix, Value, respelt},
};

/// The finding for a unit that is not known. Where nothing else tells what was meant, the name of what is measured may: 场
/// for 宣讲场次; it is empty where there is none.
pub fn unknown_unit(field: &Field, word: Located<&str>, name: &str, findings: &Findings) -> Diagnostic {
    let units = &field.units;
    let unit = word.value;
    let finding = Diagnostic::new(Code::UnknownUnit, word.span).with("unit", unit);
    if units.is_multiplier(unit) {
        return finding.help(2);
    }
    if let Some(right) = price(units, unit) {
        return finding.with("right", right.as_str()).help(5).fix(Fix::safe(word.span, right));
    }
    if let Some(right) = plain(units, unit) {
        // A doubled sign may have been meant for ‰.
        let fix = Fix::safe_if(!matches!(unit, "%%" | "％％"), word.span, right.as_str());
        return finding.with("suggestion", right).help(1).fix(fix);
    }
    if unit.contains(['至', '到']) {
        return finding.help(6);
    }
    if let Some(part) = unknown_divisor(field, word) {
        return unknown_unit(field, part, "", findings);
    }
    let prefix = units.prefix(unit).map(|known| (known, &unit[known.len()..]));
    let parts = |finding: Diagnostic, (first, rest): (&str, &str)| {
        finding.with("first", first.to_owned()).with("rest", rest.to_owned())
    };
    match (prefix, units.suggestion(unit, findings)) {
        // 家企业, %家
        (Some((first, rest)), _) if units.find(rest).is_some() => parts(finding, (first, rest)).help(3),
        (Some((first, rest)), Some(suggestion)) if first == suggestion => parts(finding, (first, rest)).help(4),
        (_, Some(suggestion)) => meant(finding, suggestion),
        // 场活动
        (Some((first, rest)), None) => parts(finding, (first, rest)).help(4),
        (None, None) => match units_of_count(name) {
            Some((_, [usual, ..])) => meant(finding, usual),
            _ => finding,
        },
    }
}

/// The finding with the unit that was most likely meant.
fn meant(finding: Diagnostic, suggestion: &str) -> Diagnostic {
    let place = finding.span();
    finding.with("suggestion", suggestion).help(1).and_help(0).fix(Fix::guess(place, suggestion))
}

/// 万元每家, 万元/每家 and 万元每家每年 as the unit that is meant: 万元/家, 万元/家/年.
pub fn price(units: &Units, unit: &str) -> Option<String> {
    let mut parts = unit.split('每').map(|part| part.trim_end_matches(['/', '／']));
    let above = parts.next().filter(|above| units.find(above).is_some())?;
    let right = parts.try_fold(above.to_owned(), |right, below| {
        units.find(below)?;
        Some(format!("{right}/{below}"))
    })?;
    (right.len() > above.len() && units.find(&right).is_some()).then_some(right)
}

/// A unit without what forms write around it: 元整, 元人民币/人次, %%, percent.
fn plain(units: &Units, unit: &str) -> Option<String> {
    if matches!(&*unit.to_lowercase(), "percent" | "pct" | "%%" | "％％") {
        return Some("%".to_owned());
    }
    let plain = unit.replace("人民币", "");
    let plain = plain.strip_suffix('整').unwrap_or(&plain);
    (plain.len() < unit.len() && units.find(plain).is_some()).then(|| plain.to_owned())
}

/// The unit behind the sign of a price, 元/餐, if that is the one which is not known.
fn unknown_divisor<'w>(field: &Field, word: Located<&'w str>) -> Option<Located<&'w str>> {
    let (above, below) = word.value.split_once(['/', '／'])?;
    field.units.find(above)?;
    let mut span = word.span;
    span.range.start = span.range.end - below.len() as u32;
    let is_one = !below.is_empty() && !below.contains(['/', '／']);
    (is_one && field.units.find(below).is_none()).then_some(Located::new(below, span))
}

/// The finding for a standard that is not known.
pub fn unknown_standard(field: &Field, word: Located<&str>, findings: &Findings) -> Diagnostic {
    let ids: Vec<&str> = field.standards.iter().map(|standard| standard.id.as_str()).collect();
    let list = Value::list(ids.iter().map(|id| (*id, *id)));
    let finding = Diagnostic::new(Code::UnknownStandard, word.span).with("word", word.value).with("list", list);
    match findings.closest(word.value, ids) {
        Some(suggestion) => {
            finding.with("suggestion", suggestion).help(1).and_help(0).fix(respelt(word.value, word.span, suggestion))
        }
        None => finding,
    }
}

/// The finding for a word that is no category of the standard in force.
pub fn unknown_category(field: &Field, standard: &Standard, word: Located<&str>, findings: &Findings) -> Diagnostic {
    let categories = &standard.categories;
    let finding = Diagnostic::new(Code::UnknownCategory, word.span)
        .with("word", word.value)
        .with("standard", standard.id.as_str());
    if let Some(level) = standard.levels.find(word.value) {
        let members = |id: usize| categories.list.iter().filter(move |category| category.level.0 == id);
        let finding = finding.with("list", standard.listed(members(level))).help(2);
        return match members(level).collect::<Vec<_>>().as_slice() {
            [only] => finding.fix(Fix::safe(word.span, if word.value.is_ascii() { &*only.id } else { &*only.word })),
            _ => finding,
        };
    }
    let finding = finding.with("list", standard.listed(categories.list.iter()));
    let elsewhere = field.standards.iter().rev().find(|other| other.find_category(word.value).is_some());
    match (findings.closest(word.value, categories.words()), elsewhere) {
        (_, Some(other)) => finding.with("other", other.id.as_str()).help(3).and_help(0),
        (Some(suggestion), None) => {
            finding.with("suggestion", suggestion).help(1).and_help(0).fix(respelt(word.value, word.span, suggestion))
        }
        (None, None) => finding,
    }
}

/// The finding for a word that is no level of the standard in force.
pub fn unknown_level(standard: &Standard, word: Located<&str>, findings: &Findings) -> Diagnostic {
    let levels = &standard.levels;
    let words = levels.list.iter().map(|level| (level.names.zh.trim_end_matches("指标"), level.id.as_str()));
    let finding =
        Diagnostic::new(Code::UnknownLevel, word.span).with("word", word.value).with("list", Value::list(words));
    match findings.closest(word.value, levels.words()) {
        Some(suggestion) => {
            finding.with("suggestion", suggestion).help(1).and_help(0).fix(respelt(word.value, word.span, suggestion))
        }
        None => finding,
    }
}

/// The finding for a word that is no source of money of the standard in force.
pub fn unknown_fund(standard: &Standard, word: Located<&str>, findings: &Findings) -> Diagnostic {
    let funds = &standard.funds;
    let words = funds.list.iter().map(|fund| (fund.names.zh.as_str(), fund.id.as_str()));
    let finding = Diagnostic::new(Code::UnknownFund, word.span)
        .with("word", word.value)
        .with("standard", standard.id.as_str())
        .with("list", Value::list(words));
    // Of all its spellings the one is named that the list has.
    let near =
        findings.closest(word.value, funds.words()).and_then(|near| funds.find(near)).map(|fund| &funds.list[fund]);
    match near.map(|fund| if word.value.is_ascii() { &*fund.id } else { &*fund.names.zh }) {
        Some(suggestion) => {
            finding.with("suggestion", suggestion).help(1).and_help(0).fix(respelt(word.value, word.span, suggestion))
        }
        None => finding,
    }
}

/// The finding for a grade that the standard does not have.
pub fn unknown_grade(standard: &Standard, word: Located<&str>) -> Diagnostic {
    let grades = standard.grades.list.iter().map(|grade| (grade.names.zh.as_str(), grade.id.as_str()));
    Diagnostic::new(Code::UnknownGrade, word.span)
        .with("word", word.value)
        .with("standard", standard.id.as_str())
        .with("list", Value::list(grades))
}

/// Whether a finding is about a word that the standard in force does not have, so that it may follow from another's being
/// in force than was meant.
pub fn is_of_standard(finding: &Diagnostic) -> bool {
    matches!(finding.code, Code::UnknownCategory | Code::UnknownFund | Code::UnknownLevel | Code::UnknownGrade)
}
