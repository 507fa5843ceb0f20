//! How one target stands to another.

use std::cmp::Ordering;

use super::{
    aim::{Aim, Sense},
    change::{By, Change, How, What},
    date::{Years, deadlines},
    number::{numbers, ranges, thresholds},
};

/// The change from one target to another; `None` where they are the same to the letter.
pub fn compare(what: &What, old: &Aim, new: &Aim, years: Years) -> Option<Change> {
    let (how, by) = meaning(old, new, years);
    let how = how.map(|how| of(what, how, old, new)).or_else(|| same_meaning(old, new))?;
    Some(Change { by, ..Change::new(what.clone(), how, &old.said(Some(new)), &new.said(Some(old))) })
}

/// What was reached last year is a fact: to state more or less of it asks for neither.
fn of(what: &What, how: How, old: &Aim, new: &Aim) -> How {
    let is_judgement = matches!(how, How::Tightened | How::Relaxed | How::Reversed);
    if *what != What::Baseline || !is_judgement {
        return how;
    }
    let order = match (&old.sense, &new.sense) {
        (Sense::Number(old), Sense::Number(new)) => new.value.order(&old.value),
        _ => None,
    };
    match order {
        Some(Ordering::Greater) => How::Raised,
        Some(Ordering::Less) => How::Lowered,
        _ => How::Changed,
    }
}

/// What still differs between targets that mean the same: only what is printed, if anything.
fn same_meaning(old: &Aim, new: &Aim) -> Option<How> {
    let how = if old.is_shown || new.is_shown { How::Shown } else { How::Respelt };
    (old.text != new.text).then_some(how)
}

/// How the meanings stand to each other, and by how much they differ.
fn meaning(old: &Aim, new: &Aim, years: Years) -> (Option<How>, Option<By>) {
    let kind = How::Kind { old: old.kind, new: new.kind };
    let how = match (&old.sense, &new.sense) {
        (Sense::Open, Sense::Open) => None,
        (Sense::Open, _) => Some(How::Settled),
        (_, Sense::Open) => Some(How::Opened),
        (Sense::Number(was), Sense::Number(is)) => {
            let how = numbers(was, is);
            let by = how.filter(|how| *how != How::Unit && *how != How::Sign).and_then(|_| is.value.by(&was.value));
            return (how, by);
        }
        (Sense::Range(..), Sense::Range(..)) => ranges(&old.sense, &new.sense, How::Changed),
        (Sense::Range(..), Sense::Number(_)) | (Sense::Number(_), Sense::Range(..)) => {
            ranges(&old.sense, &new.sense, kind).or(Some(kind))
        }
        (Sense::Date(..) | Sense::Period(..), Sense::Date(..) | Sense::Period(..)) => {
            return deadlines(&old.sense, &new.sense, years, kind);
        }
        (Sense::Words(old), Sense::Words(new)) => (old != new).then_some(How::Reworded),
        (Sense::Truth(old), Sense::Truth(new)) => (old != new).then_some(How::Changed),
        (Sense::Graded(old), Sense::Graded(new)) => thresholds(old, new),
        (Sense::Steps(old), Sense::Steps(new)) => thresholds(old, new),
        _ => Some(kind),
    };
    (how, None)
}
