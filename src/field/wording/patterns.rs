//! Words found in a text in one pass: from left to right, the longest first.

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError, MatchKind};
use foldhash::HashMap;

/// A word where it was found.
pub(super) struct Found {
    /// The bits of what it says.
    pub says: u32,
    pub start: usize,
    pub end: usize,
}

/// Words with what each of them says, a bit a meaning: a word may say several things.
pub(super) struct Patterns {
    automaton: AhoCorasick,
    says: Vec<u32>,
}

impl Patterns {
    pub fn new<'w>(lists: impl IntoIterator<Item = (u32, &'w Vec<String>)>) -> Result<Self, BuildError> {
        let mut words: HashMap<&str, u32> = HashMap::default();
        for (bit, list) in lists {
            for word in list {
                *words.entry(word).or_default() |= bit;
            }
        }
        let (words, says): (Vec<&str>, Vec<u32>) = words.into_iter().unzip();
        // A DFA is a seventh faster but takes three times as long to make, which each run of the program would pay.
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            // Chinese texts are full of the bytes that it would look for.
            .prefilter(false)
            .build(words)?;
        Ok(Self { automaton, says })
    }

    pub fn find<'p>(&'p self, text: &'p str) -> impl Iterator<Item = Found> + 'p {
        self.automaton.find_iter(text).map(|found| Found {
            says: self.says[found.pattern().as_usize()],
            start: found.start(),
            end: found.end(),
        })
    }
}
