//! "Did you mean …?"

use super::Fix;
use crate::source::{Span, folded};

/// The longest word that is compared, in characters; no word of the field is longer.
const LONGEST: usize = 40;

/// Among how many candidates one is looked for.
const MOST: usize = 5_000;

/// The candidate that a misspelt word most likely stands for, if one is near enough: at most a third of the longer
/// word's characters differ, or, in short Chinese words, one character. Of equally near ones it is the one of the same
/// length, for a letter is more often wrong than left out; then the first in order.
pub fn closest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = word.chars().take(LONGEST + 1).count();
    if length > LONGEST {
        return None;
    }
    let word = folded(word).to_lowercase();
    let nearness = |candidate: &'c str| {
        let other = candidate.chars().count();
        let (longer, difference) = (length.max(other), length.abs_diff(other));
        let most = (longer / 3).max(1);
        if difference > most {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
        (distance < longer && distance <= most).then_some((distance, difference, candidate))
    };
    let candidates: Vec<&str> = candidates.into_iter().take(MOST + 1).collect();
    // Which is the nearest of all would not be known when there are more.
    let nearest = candidates.iter().filter(|_| candidates.len() <= MOST).filter_map(|name| nearness(name)).min();
    nearest.map(|(_, _, candidate)| candidate)
}

/// The repair of a misspelt word. Which one was meant is beyond doubt only where the letters are the same but for capitals
/// and width.
pub fn respelt(word: &str, span: Span, suggestion: &str) -> Fix {
    Fix::safe_if(folded(word).to_lowercase() == suggestion.to_lowercase(), span, suggestion)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn finds_what_was_meant() {
        let words = ["quantity", "quality", "数量", "质量", "社会效益", "家", "个"];
        assert_eq!(closest("quantiy", words), Some("quantity"));
        assert_eq!(closest("Qualty", words), Some("quality"));
        assert_eq!(closest("ｑｕａｎｔｉｔｙy", words), Some("quantity"));
        assert_eq!(closest("社会效应", words), Some("社会效益"));
        assert_eq!(closest("数目", words), Some("数量"));
        assert_eq!(closest("进度", words), None);
        assert_eq!(closest("间", words), None);
    }
}
