//! What of one list is what of another.
//!
//! Passes go from what is certain to what is likely; what has found its partner is out of the game. Where several have the
//! same key, the first goes with the first.

use std::{collections::VecDeque, hash::Hash};

use foldhash::{HashMap, HashMapExt};

use super::near::{Likeness, near};

/// A thing on both sides, or on one alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pair<'d, T> {
    /// It is there no more.
    Removed(&'d T),
    /// It was there, and still is.
    Both(&'d T, &'d T),
    /// It was not there before.
    Added(&'d T),
}

impl<'d, T> Pair<'d, T> {
    /// The thing as it was.
    pub fn before(&self) -> Option<&'d T> {
        match self {
            Self::Removed(old) | Self::Both(old, _) => Some(old),
            Self::Added(_) => None,
        }
    }

    /// The thing as it is.
    pub fn after(&self) -> Option<&'d T> {
        match self {
            Self::Added(new) | Self::Both(_, new) => Some(new),
            Self::Removed(_) => None,
        }
    }

    /// The thing as it is, else as it was.
    pub fn latest(&self) -> &'d T {
        match self {
            Self::Removed(thing) | Self::Both(_, thing) | Self::Added(thing) => thing,
        }
    }
}

/// Two lists that are being paired.
pub struct Pairing<'d, T> {
    old: &'d [T],
    new: &'d [T],
    /// The numbers of what has no partner yet.
    olds: Vec<usize>,
    news: Vec<usize>,
    pairs: Vec<(usize, usize)>,
}

impl<'d, T> Pairing<'d, T> {
    /// Two lists of which nothing is paired.
    pub fn new(old: &'d [T], new: &'d [T]) -> Self {
        let (olds, news) = ((0..old.len()).collect(), (0..new.len()).collect());
        Self { old, new, olds, news, pairs: Vec::new() }
    }

    /// Pairs what has the same key.
    pub fn by<K: Hash + Eq>(&mut self, key: impl Fn(&'d T) -> Option<K>) {
        if self.olds.is_empty() || self.news.is_empty() {
            return;
        }
        let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::with_capacity(self.news.len());
        for &number in &self.news {
            if let Some(key) = key(&self.new[number]) {
                waiting.entry(key).or_default().push_back(number);
            }
        }
        let partner = |old: &usize| waiting.get_mut(&key(&self.old[*old])?)?.pop_front();
        let found: Vec<Option<usize>> = self.olds.iter().map(partner).collect();
        let found = self.olds.iter().zip(found).filter_map(|(&old, new)| Some((old, new?)));
        self.take(found.collect());
    }

    /// Pairs what has nearly the same name within a group, the most alike first, if that is accepted.
    pub fn near(
        &mut self,
        group: impl Fn(&'d T) -> &'d str,
        name: impl Fn(&'d T) -> &'d str,
        least: Likeness,
        accept: impl Fn(&'d T, &'d T) -> bool,
    ) {
        if self.olds.is_empty() || self.news.is_empty() {
            return;
        }
        let mut groups: HashMap<&str, (Vec<usize>, Vec<usize>)> = HashMap::new();
        self.olds.iter().for_each(|&old| groups.entry(group(&self.old[old])).or_default().0.push(old));
        self.news.iter().for_each(|&new| groups.entry(group(&self.new[new])).or_default().1.push(new));
        let mut found = Vec::new();
        for (olds, news) in groups.into_values().filter(|(olds, news)| !olds.is_empty() && !news.is_empty()) {
            let old_names: Vec<&str> = olds.iter().map(|&old| name(&self.old[old])).collect();
            let new_names: Vec<&str> = news.iter().map(|&new| name(&self.new[new])).collect();
            let (mut olds, mut news): (Vec<_>, Vec<_>) =
                (olds.into_iter().map(Some).collect(), news.into_iter().map(Some).collect());
            for near in near(&old_names, &new_names, least) {
                let (Some(old), Some(new)) = (olds[near.old], news[near.new]) else { continue };
                if accept(&self.old[old], &self.new[new]) {
                    (olds[near.old], news[near.new]) = (None, None);
                    found.push((old, new));
                }
            }
        }
        self.take(found);
    }

    fn take(&mut self, found: Vec<(usize, usize)>) {
        let (mut olds, mut news) = (vec![false; self.old.len()], vec![false; self.new.len()]);
        for &(old, new) in &found {
            (olds[old], news[new]) = (true, true);
        }
        self.olds.retain(|&old| !olds[old]);
        self.news.retain(|&new| !news[new]);
        self.pairs.extend(found);
    }

    /// All there is, in the order of the new list; what is there no more comes last.
    pub fn finish(self) -> Vec<Pair<'d, T>> {
        let mut partners = vec![None; self.new.len()];
        for (old, new) in self.pairs {
            partners[new] = Some(&self.old[old]);
        }
        let kept = self.new.iter().zip(partners);
        let kept = kept.map(|(new, old)| old.map_or(Pair::Added(new), |old| Pair::Both(old, new)));
        kept.chain(self.olds.iter().map(|&old| Pair::Removed(&self.old[old]))).collect()
    }
}

/// A name without the years in it, 2026年宣传经费 → 年宣传经费; `None` where there is none.
pub fn without_years(name: &str) -> Option<String> {
    let mut parts = name.split('年').peekable();
    let (mut text, mut found) = (String::with_capacity(name.len()), false);
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        let digits = part.len() - part.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let has_year = digits == 4 && !is_last;
        found |= has_year;
        text.push_str(if has_year { &part[..part.len() - digits] } else { part });
        text.push_str(if is_last { "" } else { "年" });
    }
    found.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certain_partners_go_before_likely_ones() {
        let (old, new) = (["举办活动", "举办活动", "培训人数"], ["培训总人数", "举办活动次数", "举办活动"]);
        let mut pairing = Pairing::new(&old, &new);
        pairing.by(|name| Some(*name));
        pairing.near(|_| "", |name| name, 500, |_, _| true);
        let pairs = pairing.finish();
        assert_eq!(pairs, [Pair::Both(&old[2], &new[0]), Pair::Both(&old[1], &new[1]), Pair::Both(&old[0], &new[2])]);
    }

    #[test]
    fn what_is_alone_stays_alone() {
        let pairs = |old: &[&'static str], new: &[&'static str]| {
            let mut pairing = Pairing::new(old, new);
            pairing.by(|name| Some(*name));
            pairing.finish().iter().map(|pair| (pair.before().copied(), pair.after().copied())).collect::<Vec<_>>()
        };
        assert_eq!(pairs(&["a", "b"], &["c", "a"]), [(None, Some("c")), (Some("a"), Some("a")), (Some("b"), None)]);
        assert_eq!(pairs(&[], &[]), []);
    }

    #[test]
    fn years_are_taken_out_of_names() {
        assert_eq!(without_years("2026年宣传经费").unwrap(), "年宣传经费");
        assert_eq!(without_years("结转2025年及2026年经费").unwrap(), "结转年及年经费");
        assert_eq!(without_years("全年12026年2026"), None);
        assert_eq!(without_years("宣传经费"), None);
    }
}
