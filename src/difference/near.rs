//! Names that are nearly the same, by the pairs of letters that they have in common.
//!
//! Chinese names have no blanks between words, and a pair of letters is mostly a word or a part of one: 宣传活动 and
//! 大型宣传活动 share three pairs. The cost is bounded however many names there are.

use std::cmp::Reverse;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::source::folded;

/// How many letters of a name are looked at.
const LONGEST: usize = 64;

/// How many pairs of names are looked at. Names that share rare letters come first, so that it is the least alike that
/// are passed over.
const MOST: usize = 1_000_000;

/// How much two names have in common, in thousandths: 1000 where they have the same pairs of letters.
pub type Likeness = usize;

/// Two names that are nearly the same, by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Near {
    /// The number of the old name.
    pub old: usize,
    /// The number of the new name.
    pub new: usize,
}

/// A name as its pairs of letters, sorted.
struct Pairs(Vec<(char, char)>);

impl Pairs {
    fn of(name: &str) -> Self {
        let letters = folded(name).to_lowercase();
        let letters: Vec<char> = letters.chars().filter(|c| !c.is_whitespace()).take(LONGEST).collect();
        let mut pairs: Vec<(char, char)> = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// Twice what is shared, of all that both have.
    fn likeness(&self, other: &Self) -> Likeness {
        let (mut mine, mut theirs) = (&self.0[..], &other.0[..]);
        let mut shared = 0;
        while let ([first, rest @ ..], [second, others @ ..]) = (mine, theirs) {
            match first.cmp(second) {
                std::cmp::Ordering::Less => mine = rest,
                std::cmp::Ordering::Greater => theirs = others,
                std::cmp::Ordering::Equal => (mine, theirs, shared) = (rest, others, shared + 1),
            }
        }
        2000 * shared / (self.0.len() + other.0.len()).max(1)
    }
}

/// Which old names are at least so much like which new ones, the most alike first. The answer is the same whatever the
/// order of the names, and the same the other way round.
pub fn near(old: &[&str], new: &[&str], least: Likeness) -> Vec<Near> {
    let (olds, news): (Vec<Pairs>, Vec<Pairs>) =
        (old.iter().map(|name| Pairs::of(name)).collect(), new.iter().map(|name| Pairs::of(name)).collect());
    let likeness = |near: &Near| olds[near.old].likeness(&news[near.new]);
    let rated = candidates(&olds, &news).into_iter().map(|near| (likeness(&near), near));
    let mut found: Vec<(Likeness, Near)> = rated.filter(|(likeness, _)| *likeness >= least).collect();
    found.sort_by_key(|&(likeness, Near { old: one, new: other })| {
        let names = (old[one].min(new[other]), old[one].max(new[other]));
        (Reverse(likeness), names, one, other)
    });
    found.into_iter().map(|(_, near)| near).collect()
}

/// The names that share a pair of letters, those with rare ones first.
fn candidates(olds: &[Pairs], news: &[Pairs]) -> HashSet<Near> {
    let mut holders: HashMap<(char, char), (Vec<usize>, Vec<usize>)> = HashMap::new();
    for (number, pairs) in olds.iter().enumerate() {
        pairs.0.iter().for_each(|pair| holders.entry(*pair).or_default().0.push(number));
    }
    for (number, pairs) in news.iter().enumerate() {
        // What no old name has makes no candidate.
        pairs.0.iter().filter_map(|pair| holders.get_mut(pair).map(|(_, news)| news.push(number))).for_each(drop);
    }
    let mut holders: Vec<_> = holders.into_iter().filter(|(_, (_, news))| !news.is_empty()).collect();
    holders.sort_unstable_by_key(|(pair, (olds, news))| (olds.len() * news.len(), *pair));
    let mut found = HashSet::default();
    let mut left = MOST;
    for (_, (olds, news)) in holders {
        let Some(rest) = left.checked_sub(olds.len() * news.len()) else { break };
        left = rest;
        found.extend(olds.iter().flat_map(|&old| news.iter().map(move |&new| Near { old, new })));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(one: &str, other: &str) -> Likeness {
        Pairs::of(one).likeness(&Pairs::of(other))
    }

    #[test]
    fn what_is_shared_counts() {
        for (one, other, expected) in [
            ("举办宣传活动", "举办宣传活动", 1000),
            ("举办宣传活动", "举办 宣传活动场次", 833),
            ("举办宣传活动", "举办知识产权宣传活动", 571),
            ("服务对象满意度", "群众满意度", 400),
            ("ＡＢＣ", "abc", 1000),
            ("甲", "甲", 0),
            ("", "", 0),
        ] {
            assert_eq!(likeness(one, other), expected, "{one} {other}");
            assert_eq!(likeness(other, one), expected, "{one} {other}");
        }
    }

    #[test]
    fn the_most_alike_come_first() {
        let (old, new) = (["举办宣传活动", "培训学员人数"], ["培训学员总人数", "举办大型活动", "举办宣传活动次数"]);
        let found = near(&old, &new, 500);
        assert_eq!(found, [Near { old: 0, new: 2 }, Near { old: 1, new: 0 }]);
    }

    #[test]
    fn rare_letters_tell_names_apart() {
        let names = |word: &str| ('一'..'吀').map(|letter| format!("{word}工作站的{letter}项目")).collect::<Vec<_>>();
        let (old, new) = (names("支撑"), names("服务"));
        let [old, new] = [&old, &new].map(|names| names.iter().map(String::as_str).collect::<Vec<_>>());
        let found = near(&old, &new, 500);
        let mut partners = vec![None; old.len()];
        found.iter().rev().for_each(|near| partners[near.old] = Some(near.new));
        assert!(partners.iter().enumerate().all(|(old, new)| *new == Some(old)));
    }
}
