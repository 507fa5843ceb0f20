//! Words found in a text in one pass: from left to right, the longest first.

use foldhash::HashMap;

/// A word where it was found.
pub(super) struct Found {
    /// The bits of what it says.
    pub says: u32,
    pub start: usize,
    pub end: usize,
}

/// Words with what each of them says, a bit a meaning: a word may say several things.
///
/// They are short, and few begin alike. An automaton takes twenty times as long to make, which each run of the program
/// would pay, and is no faster in texts of twenty letters.
pub(super) struct Patterns {
    /// By the last bits of their first letters, the longest first.
    buckets: Vec<Vec<(&'static str, u32)>>,
}

const BUCKETS: usize = 1024;

const fn bucket(first: char) -> usize {
    first as usize % BUCKETS
}

impl Patterns {
    pub fn new(lists: impl IntoIterator<Item = (u32, &'static Vec<String>)>) -> Self {
        let mut says: HashMap<&str, u32> = HashMap::default();
        for (bit, list) in lists {
            for word in list {
                *says.entry(word).or_default() |= bit;
            }
        }
        let mut buckets = vec![Vec::new(); BUCKETS];
        for (word, says) in says {
            buckets[word.chars().next().map_or(0, bucket)].push((word, says));
        }
        buckets.iter_mut().for_each(|words| words.sort_unstable_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        Self { buckets }
    }

    pub fn find<'p>(&'p self, text: &'p str) -> impl Iterator<Item = Found> + 'p {
        let mut end = 0;
        text.char_indices().filter_map(move |(start, first)| {
            if start < end {
                return None;
            }
            let rest = &text[start..];
            let (word, says) = self.buckets[bucket(first)].iter().find(|(word, _)| rest.starts_with(word))?;
            end = start + word.len();
            Some(Found { says: *says, start, end })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_longest_word_counts() {
        let list = |words: &[&str]| -> &'static Vec<String> {
            Box::leak(Box::new(words.iter().map(|word| (*word).to_owned()).collect()))
        };
        let patterns = Patterns::new([(1, list(&["率", "效率", "合格率"])), (2, list(&["合格", "率"]))]);
        let found = |text| patterns.find(text).map(|found| (found.says, found.start, found.end)).collect::<Vec<_>>();
        assert_eq!(found("合格率"), [(1, 0, 9)]);
        assert_eq!(found("不合格的效率和率"), [(2, 3, 9), (1, 12, 18), (3, 21, 24)]);
        assert_eq!(found(""), []);
    }
}
