//! The words of a name that stand beside a number, or in place of what it is about: 以上 in 500人以上, 底前 in 11月底前, 指标 in
//! 指标1. They are data, in `data/names.json`.

use super::counted::DATA;

/// What stands behind the word for a bound, where a text begins with one: the rest of 以上活动.
pub fn behind_bound(text: &str) -> Option<&str> {
    DATA.numbers.bounds.iter().find_map(|word| text.strip_prefix(word.as_str()))
}

/// Whether a text ends with a word that makes the next number one for each, or about: 每, 约.
pub fn is_for_each(before: &str) -> bool {
    DATA.numbers.each.iter().any(|word| before.ends_with(word.as_str()))
}

/// Whether a text ends with a word for what is done, so that a number in words behind it counts that: 建设 of 建设三个站点.
pub fn is_doing(before: &str) -> bool {
    DATA.numbers.doing.iter().any(|word| before.ends_with(word.as_str()))
}

/// The word that makes a deadline of the day before it, where a text begins with one: 底前.
pub fn by_when(text: &str) -> Option<&'static str> {
    DATA.numbers.by.iter().find(|word| text.starts_with(word.as_str())).map(String::as_str)
}

/// A name without the ending that says no more than that something is counted: 样本 of 样本数量.
pub fn uncounting(name: &str) -> &str {
    DATA.counting.iter().find_map(|ending| name.strip_suffix(ending.as_str())).unwrap_or(name)
}

/// What stands behind the word that a template has for its rows: 1 of 指标1.
pub fn behind_row(name: &str) -> Option<&str> {
    DATA.rows.iter().find_map(|row| name.strip_prefix(row.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{super::counted::Numbers, *};

    #[test]
    fn longer_words_go_first() {
        let Numbers { bounds, each, by, doing } = &DATA.numbers;
        for list in [bounds, each, by, doing, &DATA.counting, &DATA.rows] {
            assert!(!list.is_empty());
            for (at, word) in list.iter().enumerate() {
                let hidden = |longer: &&String| longer.starts_with(word.as_str()) || longer.ends_with(word.as_str());
                assert_eq!(list[at + 1..].iter().find(hidden), None, "{word}");
            }
        }
    }

    #[test]
    fn words_beside_numbers() {
        assert_eq!((behind_bound("及以上学历"), behind_bound("学历")), (Some("学历"), None));
        assert!(is_for_each("户均") && !is_for_each("共计"));
        assert!(is_doing("计划建设") && !is_doing("落实"));
        assert_eq!((by_when("底之前完成"), by_when("完成")), (Some("底之前"), None));
        assert_eq!((uncounting("样本数量"), uncounting("样本")), ("样本", "样本"));
        assert_eq!((behind_row("目标12"), behind_row("样本")), (Some("12"), None));
    }
}
