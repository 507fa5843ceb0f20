//! Rows of two tables: which is which, and what differs.

use std::cmp::Ordering;

use super::{
    Item,
    aim::Aim,
    change::{Change, How, What, plain},
    date::Years,
    near::Likeness,
    pair::{Pair, Pairing, without_years},
    snapshot::{Figure, Row, Said, find},
    target,
};

/// How much the names of a row that was renamed have in common, at least.
const RENAMED: Likeness = 500;

/// The same of a row that stands under another category as well.
const RENAMED_AND_MOVED: Likeness = 750;

/// The rows that differ: each as it was and as it is, in the order in which they stand now.
pub fn compare<'d>(old: &'d [Row], new: &'d [Row], years: Years) -> Vec<Item<'d, Row>> {
    let items = pairs(old, new).into_iter().map(|pair| {
        let changes = match pair {
            Pair::Both(old, new) => changes(old, new, years),
            Pair::Added(_) | Pair::Removed(_) => Vec::new(),
        };
        Item { pair, changes }
    });
    items.filter(Item::is_told).collect()
}

/// Which row is which. A name under its category is certain; a label is nearly so, for checks know the row by it; then a
/// name under another category, one that differs in its year alone, and one that is nearly the same.
fn pairs<'d>(old: &'d [Row], new: &'d [Row]) -> Vec<Pair<'d, Row>> {
    let mut pairing = Pairing::new(old, new);
    let category = |row: &'d Row| row.category.own.id.as_str();
    let name = |row: &'d Row| row.name.as_str();
    // Of rows that stand there twice each goes with the one that is like it.
    pairing.by(|row| Some((category(row), name(row), row.target().map(|target| target.text.as_str()))));
    pairing.by(|row| Some((category(row), name(row))));
    pairing.by(Row::label);
    pairing.by(|row| Some(name(row)));
    pairing.by(|row| Some((category(row), without_years(name(row))?)));
    pairing.near(category, name, RENAMED, |_, _| true);
    pairing.near(|_| "", name, RENAMED_AND_MOVED, |_, _| true);
    pairing.finish()
}

/// What differs. Of a line that could not be read whole, no more than its name and category is compared.
fn changes(old: &Row, new: &Row, years: Years) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.name != new.name {
        let named = |row: &Row| Said { text: plain(row.name.as_str()), place: row.place.clone() };
        changes.push(Change::new(What::Name, How::Renamed, &named(old), &named(new)));
    }
    if old.category.own.id != new.category.own.id {
        let under = |row: &Row| Said { text: (&row.category.own.names).into(), place: row.place.clone() };
        changes.push(Change::new(What::Category, How::Moved, &under(old), &under(new)));
    }
    if old.is_broken || new.is_broken {
        return changes;
    }
    for what in [What::Target, What::Baseline, What::Total, What::Stretch] {
        changes.extend(aim(what, old, new, years));
    }
    changes.extend(figure(&What::Weight, old.weight.as_ref(), new.weight.as_ref()));
    changes.extend(facts(&old.facts, &new.facts));
    changes
}

fn aim(what: What, old: &Row, new: &Row, years: Years) -> Option<Change> {
    match (old.aim(&what), new.aim(&what)) {
        (Some(old), Some(new)) => target::compare(&what, old, new, years),
        // A target that is not there could not be read, which has been reported.
        _ if what == What::Target => None,
        (old, new) => {
            let said = |aim: &Aim| aim.said(None);
            Change::of(what, old.map(said).as_ref(), new.map(said).as_ref())
        }
    }
}

/// What is said in words on both sides, each kind once.
pub fn facts(old: &[(What, Said)], new: &[(What, Said)]) -> Vec<Change> {
    let gone = old.iter().filter(|(what, _)| find(new, what).is_none());
    let kinds = new.iter().chain(gone).map(|(what, _)| what);
    kinds.filter_map(|what| Change::of(what.clone(), find(old, what), find(new, what))).collect()
}

/// A number without a direction.
pub fn figure(what: &What, old: Option<&Figure>, new: Option<&Figure>) -> Option<Change> {
    let (Some(was), Some(is)) = (old, new) else {
        return Change::of(what.clone(), old.map(|old| &old.said), new.map(|new| &new.said));
    };
    let (how, by) = match is.value.order(&was.value) {
        Some(Ordering::Greater) => (How::Raised, is.value.by(&was.value)),
        Some(Ordering::Less) => (How::Lowered, is.value.by(&was.value)),
        Some(Ordering::Equal) if was.said.text == is.said.text => return None,
        Some(Ordering::Equal) => (How::Respelt, None),
        None => (How::Unit, None),
    };
    Some(Change { by, ..Change::new(what.clone(), how, &was.said, &is.said) })
}
