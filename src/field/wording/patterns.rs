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
/// They are short and few begin alike, so they are kept by their first letter: an automaton takes six times as long to
/// make, which each run of the program would pay, and is no faster in texts of twenty letters.
pub(super) struct Patterns {
    /// Those with the same first letter, the longest first.
    by_first: HashMap<char, Vec<(&'static str, u32)>>,
}

impl Patterns {
    pub fn new(lists: impl IntoIterator<Item = (u32, &'static Vec<String>)>) -> Self {
        let mut says: HashMap<&str, u32> = HashMap::default();
        for (bit, list) in lists {
            for word in list {
                *says.entry(word).or_default() |= bit;
            }
        }
        let mut by_first: HashMap<char, Vec<(&str, u32)>> = HashMap::default();
        for (word, says) in says {
            by_first.entry(word.chars().next().unwrap_or_default()).or_default().push((word, says));
        }
        by_first.values_mut().for_each(|words| words.sort_unstable_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        Self { by_first }
    }

    pub fn find<'p>(&'p self, text: &'p str) -> impl Iterator<Item = Found> + 'p {
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(first) = text[at..].chars().next() {
                let start = at;
                if let Some((word, says)) = self.word_at(&text[start..], first) {
                    at += word.len();
                    return Some(Found { says, start, end: at });
                }
                at += first.len_utf8();
            }
            None
        })
    }

    /// The longest word that a text begins with.
    fn word_at(&self, text: &str, first: char) -> Option<(&'static str, u32)> {
        self.by_first.get(&first)?.iter().find(|(word, _)| text.starts_with(word)).copied()
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
