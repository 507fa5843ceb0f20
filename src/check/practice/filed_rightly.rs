//! P818: an indicator, or a category, that is filed where it does not belong.
//!
//! Why: what is filed wrongly is scored by the wrong rule and makes another category look empty (rules of practice, V18).
//!
//! Three things are told:
//! * a day or a period under quantity or quality, or a limit of time under quantity: it belongs under timeliness;
//! * a limit of cost under quantity: it belongs under cost;
//! * a category of the file's own standard that bears the name of a usual one, but stands under another level (经济效益指标
//!   under 产出指标), or whose name is misspelt (实效指标). A misspelt word in a row is P202, an error.
//!
//! Example: `数量 "工作完成时间" 2026年11月底前`.
//!
//! Repair: the word of the category that is meant. Not safe: the row moves to another place of the table.

use foldhash::HashSet;

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Fix},
    field::{Category, CategoryId, EMBEDDED_FILE, Field, Kind, Level, Names, Standard, Unit, Word, misspelt},
    model::{Indicator, Meaning, Project},
    words::Comparison,
};

/// Rows of another category.
pub fn row_is_filed_rightly(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let meant = match line.category().kind? {
        Kind::Quantity | Kind::Quality if is_time(line) => Kind::Timeliness,
        Kind::Quantity if is_time_limit(line) => Kind::Timeliness,
        Kind::Quantity if is_cost(line) => Kind::Cost,
        _ => return None,
    };
    let (meant, word) = line.first_of(meant)?;
    let finding = about(line.indicator, &line.indicator.name.value, &meant.names)
        .with("category", &line.category().names)
        .with("word", word)
        .fix(Fix::guess(line.indicator.word, word));
    Some(finding)
}

/// Categories that the file defines, told once, where the first row of them stands.
pub fn categories_are_filed_rightly(project: &Project<'_>, _: &Field, findings: &mut Findings) {
    let is_own = project.standard.defined_at.is_some_and(|place| place.file != EMBEDDED_FILE);
    if is_own {
        let mut seen: HashSet<CategoryId> = HashSet::default();
        let firsts = project.indicators.iter().filter(|indicator| seen.insert(indicator.category));
        firsts.for_each(|first| findings.report_if(category_elsewhere(project, first)));
    }
}

fn about(indicator: &Indicator<'_>, name: &str, meant: &Names) -> Diagnostic {
    Diagnostic::new(Code::MisfiledIndicator, indicator.word).with("name", name).with("right", meant)
}

fn is_time(line: &Line<'_, '_>) -> bool {
    line.target().is_some_and(|target| matches!(target.meaning, Meaning::Date { .. } | Meaning::Period { .. }))
}

/// Whether it is to take no longer: 拨付时间 <= 30 天. How long people serve is a quantity.
fn is_time_limit(line: &Line<'_, '_>) -> bool {
    line.words.say(Word::Time) && limited(line).is_some_and(|unit| line.field.units.is_time(unit.measure))
}

fn is_cost(line: &Line<'_, '_>) -> bool {
    let money = line.field.units.measure("money");
    line.words.say(Word::Cost) && limited(line).is_some_and(|unit| Some(unit.measure) == money)
}

/// What a target measures of which there is to be no more.
fn limited(line: &Line<'_, '_>) -> Option<Unit> {
    let target = line.target()?;
    let is_limit = matches!(target.comparison(), Some(Comparison::AtMost | Comparison::Below));
    target.unit()?.meaning.filter(|_| is_limit)
}

/// The finding for a category whose name or level is not the usual one.
fn category_elsewhere(project: &Project<'_>, first: &Indicator<'_>) -> Option<Diagnostic> {
    let standard = &project.standard;
    let category = standard.category(first.category);
    if let Some(right) = misspelt(stem(&category.names.zh)) {
        let (names, standard) = usual(right).next().map(|(category, _)| &category.names).zip(standard.defined_at)?;
        return Some(about(first, &category.names.zh, names).label(1).help(1).also(2, standard));
    }
    let level = standard.level(category.level);
    let mut levels = usual(stem(&category.names.zh)).map(|(_, level)| level).peekable();
    let meant = *levels.peek()?;
    let is_usual = is_known(level) && !levels.any(|usual| usual.names.zh == level.names.zh);
    let place = standard.defined_at.filter(|_| is_usual)?;
    let finding = about(first, &category.names.zh, &meant.names).with("category", &level.names);
    Some(finding.help(2).also(2, place))
}

/// The categories of the usual standards with this name, each with its level.
fn usual<'n>(name: &'n str) -> impl Iterator<Item = (&'static Category, &'static Level)> + use<'n> {
    let standards = Field::embedded().standards.iter();
    let all = standards.flat_map(|standard| standard.categories.list.iter().map(|category| (&**standard, category)));
    let named = all.filter(move |(_, category): &(&Standard, &Category)| stem(&category.names.zh) == name);
    named.map(|(standard, category)| (category, standard.level(category.level)))
}

/// Whether a usual standard has a level of this name; what stands under others is a form of its own.
fn is_known(level: &Level) -> bool {
    let mut levels = Field::embedded().standards.iter().flat_map(|standard| &standard.levels.list);
    levels.any(|known| known.names.zh == level.names.zh)
}

/// 数量 of 数量指标.
fn stem(name: &str) -> &str {
    name.strip_suffix("指标").unwrap_or(name)
}
