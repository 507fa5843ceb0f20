//! Projects of two files: which is which, and what differs.

use std::collections::HashSet;

use super::{
    Item, ProjectDifference,
    change::{Change, How, What, plain},
    date::Years,
    near::Likeness,
    pair::{Pair, Pairing, without_years},
    row,
    snapshot::{Check, Figure, Said, Snapshot},
};
use crate::diagnostic::Lang;

/// How much the names of a project that was renamed have in common, at least.
const RENAMED: Likeness = 500;

/// How many of the rows of the smaller table must be in the other for two projects to be one that was renamed: one in
/// three. The names of projects of one unit are all alike.
const SHARED_ROWS: usize = 3;

/// How much the formulas of a check without a name have in common, at least, or the paragraphs of a text.
const REWORDED: Likeness = 500;

/// Which project is which: known by its code, else by its name, first within its budget unit; then one whose name differs
/// in the year alone; then one of nearly the same name that has rows of the same names.
pub fn pairs<'d>(old: &'d [Snapshot], new: &'d [Snapshot]) -> Vec<Pair<'d, Snapshot>> {
    let mut pairing = Pairing::new(old, new);
    let name = |project: &'d Snapshot| project.name.as_str();
    pairing.by(|project| Some((project.code()?, name(project), project.org())));
    pairing.by(Snapshot::code);
    pairing.by(|project| Some((name(project), project.org())));
    pairing.by(|project| Some(name(project)));
    pairing.by(|project| Some((without_years(name(project))?, project.org())));
    pairing.by(|project| without_years(name(project)));
    pairing.near(|_| "", name, RENAMED, share_rows);
    pairing.finish()
}

fn share_rows(old: &Snapshot, new: &Snapshot) -> bool {
    let (fewer, more) = if old.rows.len() <= new.rows.len() { (old, new) } else { (new, old) };
    let names: HashSet<&str> = more.rows.iter().map(|row| row.name.as_str()).collect();
    let shared = fewer.rows.iter().filter(|row| names.contains(row.name.as_str())).count();
    shared * SHARED_ROWS >= fewer.rows.len()
}

/// What differs between a project as it was and as it is.
pub fn compare<'d>(pair: Pair<'d, Snapshot>) -> ProjectDifference<'d> {
    let Pair::Both(old, new) = pair else {
        return ProjectDifference { pair, changes: Vec::new(), rows: Vec::new(), checks: Vec::new() };
    };
    let years = Years::new(old.year, new.year);
    ProjectDifference {
        pair,
        changes: changes(old, new),
        rows: row::compare(&old.rows, &new.rows, years),
        checks: checks(&old.checks, &new.checks),
    }
}

/// Takes out of the projects on both sides what differs in all of them alike, if there are several.
pub fn take_common(projects: &mut [ProjectDifference<'_>]) -> Vec<Change> {
    let mut both = projects.iter_mut().filter(|project| matches!(project.pair, Pair::Both(..)));
    let Some(first) = both.next() else { return Vec::new() };
    let others: Vec<_> = both.collect();
    if others.is_empty() {
        return Vec::new();
    }
    let is_common = |change: &Change| {
        let is_of_file = matches!(change.what, What::Org | What::Year | What::Standard);
        is_of_file && others.iter().all(|project| project.changes.iter().any(|other| change.is_like(other)))
    };
    let common: Vec<Change> = first.changes.extract_if(.., |change| is_common(change)).collect();
    for project in others {
        project.changes.retain(|change| !common.iter().any(|other| change.is_like(other)));
    }
    common
}

fn changes(old: &Snapshot, new: &Snapshot) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.name != new.name {
        let named = |project: &Snapshot| Said { text: plain(project.name.as_str()), place: project.place.clone() };
        changes.push(Change::new(What::Name, How::Renamed, &named(old), &named(new)));
    }
    changes.extend(row::facts(&old.facts, &new.facts));
    changes.extend(figures(&old.figures, &new.figures));
    changes.extend(paragraphs(&old.purpose, &new.purpose, What::Purpose));
    changes.extend(paragraphs(&old.goals, &new.goals, What::Goal));
    changes
}

/// The budget, its sources, the points of the levels.
fn figures(old: &[(What, Figure)], new: &[(What, Figure)]) -> Vec<Change> {
    fn find<'f>(figures: &'f [(What, Figure)], what: &What) -> Option<&'f Figure> {
        figures.iter().find(|(known, _)| is_same(known, what)).map(|(_, figure)| figure)
    }
    let gone = old.iter().filter(|(what, _)| find(new, what).is_none());
    let kinds = new.iter().chain(gone).map(|(what, _)| what);
    kinds.filter_map(|what| row::figure(what, find(old, what), find(new, what))).collect()
}

/// Funds and levels are known by their ids: another standard may have another name for one.
fn is_same(one: &What, other: &What) -> bool {
    match (one, other) {
        (What::Fund(one), What::Fund(other)) | (What::Level(one), What::Level(other)) => one.id == other.id,
        _ => one == other,
    }
}

/// A paragraph with its number.
type Paragraph<'d> = (usize, &'d Said);

/// Which paragraphs differ. Those with the same words are the same; then those with much in common, or at the same place.
fn paragraphs(old: &[Said], new: &[Said], what: fn(usize) -> What) -> Vec<Change> {
    fn text<'p>((_, said): &'p Paragraph<'_>) -> &'p str {
        said.text.get(Lang::Zh)
    }
    let [old, new]: [Vec<Paragraph<'_>>; 2] = [old, new].map(|texts| (1..).zip(texts).collect());
    let mut pairing = Pairing::new(&old, &new);
    pairing.by(|paragraph| Some(text(paragraph)));
    pairing.near(|_| "", text, REWORDED, |_, _| true);
    pairing.by(|(number, _)| Some(*number));
    let pairs = pairing.finish();
    let change = |pair: Pair<'_, Paragraph<'_>>| {
        let (number, _) = pair.latest();
        let change =
            Change::of(what(*number), pair.before().map(|(_, said)| *said), pair.after().map(|(_, said)| *said));
        change.map(|change| change.told(How::Reworded))
    };
    pairs.into_iter().filter_map(change).collect()
}

/// The checks that differ, known by their names, else by their formulas.
fn checks<'d>(old: &'d [Check], new: &'d [Check]) -> Vec<Item<'d, Check>> {
    let mut pairing = Pairing::new(old, new);
    let formula = |check: &'d Check| check.formula.text.get(Lang::En);
    pairing.by(|check| Some((check.name.as_deref(), formula(check))));
    pairing.by(|check| check.name.as_deref());
    pairing.by(|check| Some(formula(check)));
    pairing.near(|_| "", formula, REWORDED, |_, _| true);
    let items = pairing.finish().into_iter().map(|pair| {
        let changes = match pair {
            Pair::Both(old, new) => check(old, new),
            Pair::Added(_) | Pair::Removed(_) => Vec::new(),
        };
        Item { pair, changes }
    });
    items.filter(Item::is_told).collect()
}

fn check(old: &Check, new: &Check) -> Vec<Change> {
    let named = |check: &Check| {
        let name = check.name.as_deref()?;
        Some(Said { text: plain(name), place: check.formula.place.clone() })
    };
    let name = Change::of(What::Name, named(old).as_ref(), named(new).as_ref());
    let formula = Change::of(What::Formula, Some(&old.formula), Some(&new.formula));
    name.map(|change| change.told(How::Renamed)).into_iter().chain(formula).collect()
}
