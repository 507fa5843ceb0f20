//! Differences in GitHub Flavored Markdown: in numbers, then what has become weaker, then a table for each project.

use super::{places, told, words};
use crate::{
    diagnostic::{Lang, Text},
    difference::{Change, Check, Difference, How, Item, Pair, ProjectDifference, Row, Said, What, summary},
    table::escape,
};

/// The heads of the columns.
const HEADS: [Text; 7] = [
    Text { zh: "变动", en: "How" },
    Text { zh: "指标或校验", en: "Indicator or check" },
    Text { zh: "内容", en: "What" },
    Text { zh: "原", en: "Was" },
    Text { zh: "现", en: "Now" },
    Text { zh: "增减", en: "By" },
    Text { zh: "位置", en: "Place" },
];

pub(super) fn render(difference: &Difference<'_>, lang: Lang) -> String {
    if difference.is_empty() {
        return String::new();
    }
    let summary = summary(difference);
    let counts = words::counts(&summary, lang);
    // What differs in all projects alike is not counted.
    let mut out = if counts.is_empty() { counts } else { format!("**{counts}**\n") };
    let weaker = summary.relaxed + summary.softened + summary.removed;
    if weaker > 0 {
        out += &format!("\n## ⚠ {}\n\n", words::weaker(weaker, lang));
        head(&mut out, lang);
        told(difference).flat_map(|project| &project.rows).for_each(|row| weak_row(&mut out, row, lang));
    }
    if !difference.changes.is_empty() {
        out += &format!("\n## {}\n\n", words::ALL.get(lang));
        head(&mut out, lang);
        difference.changes.iter().for_each(|change| change_of(&mut out, change, String::new(), String::new(), lang));
    }
    told(difference).for_each(|project| write_project(&mut out, project, lang));
    let respelt = words::respelt(summary.respelt, lang);
    out += &if respelt.is_empty() { respelt } else { format!("\n{respelt}\n") };
    out.trim_start().to_owned()
}

fn head(out: &mut String, lang: Lang) {
    row_of(out, HEADS.map(|head| head.get(lang).to_owned()));
    *out += &("| --- ".repeat(HEADS.len()) + "|\n");
}

/// A line of a table.
fn row_of(out: &mut String, cells: [String; 7]) {
    for cell in cells {
        out.push_str("| ");
        if !cell.is_empty() {
            escape(&cell, out);
            out.push(' ');
        }
    }
    out.push_str("|\n");
}

/// A row in the list of what has become weaker: only the change that makes it so.
fn weak_row(out: &mut String, item: &Item<'_, Row>, lang: Lang) {
    let places = || places(&item.pair, |row| &row.place);
    let name = || words::row(item.pair.latest(), lang);
    match (words::weakness(item), &item.pair) {
        (Some(change), _) => change_of(out, change, name(), places(), lang),
        (None, Pair::Removed(row)) => alone(out, How::Removed, (name(), What::Target, target(row)), places(), lang),
        (None, _) => {}
    }
}

fn write_project(out: &mut String, project: &ProjectDifference<'_>, lang: Lang) {
    *out += "\n## ";
    escape(&project.pair.latest().name, out);
    *out += "\n\n";
    let places = places(&project.pair, |project| &project.place);
    let how = match project.pair {
        Pair::Both(..) => "",
        Pair::Added(_) => words::how(How::Added, lang),
        Pair::Removed(_) => words::how(How::Removed, lang),
    };
    if !how.is_empty() {
        let project = project.pair.latest();
        let size = words::size(project.budget().map(|budget| budget.text.get(lang)), project.rows.len(), lang);
        *out += &format!("**{how}** ");
        escape(&format!("{size}  {places}"), out);
        return out.push('\n');
    }
    escape(&places, out);
    *out += "\n\n";
    head(out, lang);
    let changes = project.changes.iter().filter(|change| !change.is_spelling());
    changes.for_each(|change| change_of(out, change, String::new(), String::new(), lang));
    project.rows.iter().filter(|row| row.differs()).for_each(|row| write_row(out, row, lang));
    project.checks.iter().filter(|check| check.differs()).for_each(|check| write_check(out, check, lang));
}

fn write_row(out: &mut String, item: &Item<'_, Row>, lang: Lang) {
    let (name, place) = (words::row(item.pair.latest(), lang), places(&item.pair, |row| &row.place));
    match item.pair {
        Pair::Added(row) => alone(out, How::Added, (name, What::Target, target(row)), place, lang),
        Pair::Removed(row) => alone(out, How::Removed, (name, What::Target, target(row)), place, lang),
        Pair::Both(..) => all(out, &item.changes, &name, &place, lang),
    }
}

fn write_check(out: &mut String, item: &Item<'_, Check>, lang: Lang) {
    let check = item.pair.latest();
    let (name, place) = (words::check(check, lang), places(&item.pair, |check| &check.formula.place));
    let formula = check.formula.text.get(lang).to_owned();
    match item.pair {
        Pair::Added(_) => alone(out, How::Added, (name, What::Formula, formula), place, lang),
        Pair::Removed(_) => alone(out, How::Removed, (name, What::Formula, formula), place, lang),
        Pair::Both(..) => all(out, &item.changes, &name, &place, lang),
    }
}

fn all(out: &mut String, changes: &[Change], name: &str, place: &str, lang: Lang) {
    let changes = changes.iter().filter(|change| !change.is_spelling());
    changes.for_each(|change| change_of(out, change, name.to_owned(), place.to_owned(), lang));
}

/// What is on one side alone, with what it says.
fn alone(out: &mut String, how: How, (name, what, text): (String, What, String), place: String, lang: Lang) {
    let (old, new) = if how == How::Removed { (text, String::new()) } else { (String::new(), text) };
    let cells = [words::how(how, lang).to_owned(), name, words::what(&what, lang), old, new, String::new(), place];
    row_of(out, cells);
}

fn change_of(out: &mut String, change: &Change, name: String, place: String, lang: Lang) {
    let text = |said: &Option<Said>| said.as_ref().map(|said| said.text.get(lang).to_owned()).unwrap_or_default();
    let mark = if change.is_weaker() { "⚠ " } else { "" };
    let how = format!("{mark}{}", words::how(change.how, lang));
    let (what, by) = (words::what(&change.what, lang), words::remark(change, lang));
    row_of(out, [how, name, what, text(&change.old), text(&change.new), by, place]);
}

fn target(row: &Row) -> String {
    row.target().map(|target| target.text.clone()).unwrap_or_default()
}
