//! P403 and P404: a category that a table must have, or a statement that a project must have, is not there.
//!
//! Why: whether targets are complete is the first thing that a review asks (rules of practice, V10 and V11).
//!
//! Example: a table that says what is done, and nothing of what comes of it.
//!
//! Repair: none. What is missing is the author's to know.

use foldhash::HashMap;

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Severity, Text, Value},
    field::{Category, CategoryId, Kind, LevelId, Names, Need},
    model::Project,
    words::Keyword,
};

pub fn statements_are_there(project: &Project<'_>, findings: &mut Findings) {
    if project.said.more {
        return;
    }
    let expected = [
        (Keyword::Budget, Text { zh: "预算数", en: "budget" }, project.budget.is_none()),
        (Keyword::Purpose, Text { zh: "资金用途", en: "purpose" }, project.purpose.is_empty()),
        (Keyword::Goal, Text { zh: "绩效目标", en: "goal" }, project.goals.is_empty()),
        (Keyword::Year, Text { zh: "预算年度", en: "year" }, project.year.is_none()),
        (Keyword::Org, Text { zh: "预算单位", en: "budget unit" }, project.org.is_none()),
    ];
    let said = &project.said.keywords;
    for (keyword, what, _) in expected.into_iter().filter(|(keyword, _, missing)| *missing && !said.contains(keyword)) {
        let finding = Diagnostic::new(Code::MissingStatement, project.head)
            .with("what", what)
            .with("usage", keyword.word().usage);
        findings.report(finding);
    }
}

/// A level that is wholly absent is one finding, not one for each of its categories. Rows that could not be read are
/// there all the same.
pub fn categories_are_there(project: &Project<'_>, findings: &mut Findings) {
    let standard = &project.standard;
    let mut first: Vec<Option<&Category>> = vec![None; standard.levels.list.len()];
    for category in &standard.categories.list {
        first[category.level.0].get_or_insert(category);
    }
    for missing in missing_categories(project) {
        match missing {
            Missing::Level(id) => {
                let level = standard.level(id);
                report(project, level.need, &level.names, first[id.0], findings);
            }
            Missing::Category(id) => {
                let category = standard.category(id);
                report(project, category.need, &category.names, Some(category), findings);
            }
        }
    }
}

/// What a table has no row of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    /// A level, and so all of its categories.
    Level(LevelId),
    /// A category of a level that has other rows.
    Category(CategoryId),
}

/// What a project has no row of, needed or not: levels first, then categories, each in the order of the standard. Nothing
/// where it may have rows that are not known.
pub(crate) fn missing_categories(project: &Project<'_>) -> Vec<Missing> {
    if project.said.more || project.said.rows {
        return Vec::new();
    }
    let standard = &project.standard;
    let used = used(project);
    let mut used_levels = vec![false; standard.levels.list.len()];
    for (category, _) in standard.categories.list.iter().zip(&used).filter(|(_, used)| **used) {
        used_levels[category.level.0] = true;
    }
    let levels = (0..used_levels.len()).filter(|level| !used_levels[*level]).map(LevelId);
    let is_missing = |number: &usize| !used[*number] && used_levels[standard.categories.list[*number].level.0];
    let categories = (0..used.len()).filter(is_missing).map(CategoryId);
    levels.map(Missing::Level).chain(categories.map(Missing::Category)).collect()
}

/// Which categories a project has rows of. One of another level that is about the same counts as well: forms of provinces
/// have 满意度 among the benefits, or 项目产出 for 产出.
fn used(project: &Project<'_>) -> Vec<bool> {
    let categories = &project.standard.categories.list;
    let mut used = vec![false; categories.len()];
    let rows = project.indicators.iter().map(|indicator| indicator.category);
    for category in rows.chain(project.said.categories.iter().copied()) {
        used[category.0] = true;
    }
    // Of each kind, the level of the first that is used, and whether another level has one.
    let mut levels: HashMap<Kind, (LevelId, bool)> = HashMap::default();
    for (category, _) in categories.iter().zip(&used).filter(|(_, used)| **used) {
        let Some(kind) = category.kind else { continue };
        let (first, several) = levels.entry(kind).or_insert((category.level, false));
        *several |= *first != category.level;
    }
    let elsewhere = |category: &Category| {
        let known = category.kind.and_then(|kind| levels.get(&kind));
        known.is_some_and(|(first, several)| *several || *first != category.level)
    };
    categories.iter().zip(used).map(|(category, used)| used || elsewhere(category)).collect()
}

fn report(project: &Project<'_>, need: Need, names: &Names, category: Option<&Category>, findings: &mut Findings) {
    let severity = match need {
        Need::Optional => return,
        Need::Expected if !findings.wants(Code::MissingCategory) => return,
        Need::Expected => Severity::Warning,
        Need::Required => Severity::Error,
    };
    let finding = Diagnostic::new(Code::MissingCategory, project.head)
        .severity(severity)
        .with("category", names)
        .with("example", category.or(project.standard.categories.list.first()).map_or(Value::from(""), example));
    findings.report(finding);
}

/// A row of the category, to copy and fill in.
pub(crate) fn example(category: &Category) -> Value {
    Value::Localized {
        zh: format!("{} \"指标名称\" 待定", category.word).into(),
        en: format!("{} \"name\" tbd", category.id).into(),
    }
}
