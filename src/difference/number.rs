//! Numbers and ranges that are aimed at: which of two asks for more.

use std::cmp::Ordering;

use super::{
    aim::{Bound, Measured, Sense},
    change::How,
};
use crate::{field::Direction, words::Comparison};

/// How one number stands to the other; `None` where it asks for the same in the same way.
pub fn numbers(old: &Bound, new: &Bound) -> Option<How> {
    let Some(order) = new.value.order(&old.value) else { return Some(How::Unit) };
    let direction = match (old.direction(), new.direction()) {
        (Some(one), Some(other)) if one != other => return Some(How::Reversed),
        (one, other) => one.or(other).or_else(|| usual(old, new)),
    };
    let strictness = new.is_strict().cmp(&old.is_strict());
    let how = match direction {
        Some(Direction::More) => judged(order.then(strictness)),
        Some(Direction::Less) => judged(order.reverse().then(strictness)),
        None => order.is_ne().then_some(How::Changed),
    };
    how.or_else(|| (old.sign != new.sign).then_some(How::Sign))
}

/// Which way is better where neither sign tells. Where nothing at all is aimed at, as of accidents, that is not known:
/// from five to none may be a target raised or one given up.
fn usual(old: &Bound, new: &Bound) -> Option<Direction> {
    let is_nothing = old.value.number.is_zero() || new.value.number.is_zero();
    (old.usual == new.usual && !is_nothing).then_some(new.usual)
}

/// What is greater asks for more.
fn judged(order: Ordering) -> Option<How> {
    match order {
        Ordering::Greater => Some(How::Tightened),
        Ordering::Less => Some(How::Relaxed),
        Ordering::Equal => None,
    }
}

/// The results that a target allows, by their lowest and their highest.
type Reach<'a> = (Option<&'a Measured>, Option<&'a Measured>);

/// What a range allows, or a number whose sign or category says which way is better; `None` of all else.
fn reach(sense: &Sense) -> Option<Reach<'_>> {
    match sense {
        Sense::Range(low, high) => Some((Some(low), Some(high))),
        Sense::Number(Bound { sign: Some(Comparison::Equal), value, .. }) => Some((Some(value), Some(value))),
        Sense::Number(bound) => match bound.direction()? {
            Direction::More => Some((Some(&bound.value), None)),
            Direction::Less => Some((None, Some(&bound.value))),
        },
        _ => None,
    }
}

/// How the results that one target allows stand to those that the other allows: as `otherwise` says where some of either
/// are not among those of the other, or where it is not known what is allowed.
pub fn ranges(old: &Sense, new: &Sense, otherwise: How) -> Option<How> {
    let (Some((low, high)), Some((new_low, new_high))) = (reach(old), reach(new)) else { return Some(otherwise) };
    let ends = (end(low, new_low, Direction::More), end(high, new_high, Direction::Less));
    let (Some(low), Some(high)) = ends else { return Some(How::Unit) };
    if low != high && low.is_ne() && high.is_ne() {
        return Some(otherwise);
    }
    judged(low.then(high))
}

/// Whether an end of a range is tighter than it was; `None` where the two cannot be compared.
fn end(old: Option<&Measured>, new: Option<&Measured>, better: Direction) -> Option<Ordering> {
    match (old, new, better) {
        (Some(old), Some(new), Direction::More) => new.order(old),
        (Some(old), Some(new), Direction::Less) => old.order(new),
        _ => Some(new.is_some().cmp(&old.is_some())),
    }
}

/// How thresholds stand to those before, pair by pair: [`How::Changed`] where they do not all go one way, or are for other
/// grades or points.
pub fn thresholds<K: PartialEq>(old: &[(K, Bound)], new: &[(K, Bound)]) -> Option<How> {
    let pairs = || old.iter().zip(new);
    if old.len() != new.len() || pairs().any(|((old, _), (new, _))| old != new) {
        return Some(How::Changed);
    }
    let found: Vec<How> = pairs().filter_map(|((_, old), (_, new))| numbers(old, new)).collect();
    // Beside a number that moves, a sign says little.
    let mut moved = found.iter().filter(|how| **how != How::Sign);
    match moved.next() {
        Some(first) if moved.all(|how| how == first) => Some(*first),
        Some(_) => Some(How::Changed),
        None => found.first().copied(),
    }
}
