//! "Did you mean …?"

/// The candidate that a misspelt word most likely stands for, if one is near enough: at most a third of the longer
/// word's characters differ, or, in short Chinese words, one character.
pub fn closest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let distance = strsim::damerau_levenshtein(&word, &candidate.to_lowercase());
            let longer = word.chars().count().max(candidate.chars().count());
            (distance < longer && distance <= (longer / 3).max(1)).then(|| {
                // Of equally near ones, the one of the same length: a letter is more often wrong than left out.
                let difference = longer - word.chars().count().min(candidate.chars().count());
                ((distance, difference), candidate)
            })
        })
        .min_by_key(|&(nearness, _)| nearness)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn finds_what_was_meant() {
        let words = ["quantity", "quality", "数量", "质量", "社会效益", "家", "个"];
        assert_eq!(closest("quantiy", words), Some("quantity"));
        assert_eq!(closest("Qualty", words), Some("quality"));
        assert_eq!(closest("社会效应", words), Some("社会效益"));
        assert_eq!(closest("数目", words), Some("数量"));
        assert_eq!(closest("进度", words), None);
        assert_eq!(closest("间", words), None);
    }
}
