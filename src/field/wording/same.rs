//! What a name says, without the signs and small words that tell no two indicators apart.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::fast::FixedState;

use super::beside::uncounting;
use crate::source::narrow;

/// Whether two names say the same: 样本数量 and 样本数, 宣传、培训 and 宣传培训. Numbers, places and all other words count, so
/// 一期 and 二期 are two things.
pub fn is_same_name(one: &str, other: &str) -> bool {
    said(one).eq(said(other))
}

/// The same number for names that say the same.
pub fn name_fingerprint(name: &str) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    said(name).for_each(|c| c.hash(&mut hasher));
    hasher.finish()
}

/// The letters that count, in their narrow forms. Signs between digits do: 第1、2批 is not 第12批.
fn said(name: &str) -> impl Iterator<Item = char> {
    let mut letters = uncounting(name).chars().map(narrow);
    let mut before = ' ';
    std::iter::from_fn(move || {
        loop {
            let letter = letters.next()?;
            let is_between =
                before.is_ascii_digit() && letters.clone().next().is_some_and(|next| next.is_ascii_digit());
            before = letter;
            if is_between || !is_small(letter) {
                return Some(letter);
            }
        }
    })
}

/// Signs, and words of one letter that join others.
fn is_small(c: char) -> bool {
    match c {
        '的' | '了' | '和' | '与' | '及' | '并' => true,
        '\u{4E00}'..='\u{9FFF}' => false,
        // A full stop and a hyphen may stand in a number.
        '.' | '-' | '%' | '+' | '/' | '<' | '>' | '=' | '≥' | '≤' => false,
        _ => {
            c.is_ascii_punctuation()
                || c.is_whitespace()
                || matches!(c, '、' | '。' | '“' | '”' | '‘' | '’' | '《' | '》' | '「' | '」' | '·' | '★' | '☆')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_and_signs_do_not_count() {
        for (one, other) in [
            ("满意度评估样本数量", "满意度评估样本数"),
            ("宣传、培训人数", "宣传和培训的人数"),
            ("★“茶淀”示范区（一期）", "茶淀示范区(一期)"),
        ] {
            assert!(is_same_name(one, other), "{one}");
            assert_eq!(name_fingerprint(one), name_fingerprint(other), "{one}");
        }
    }

    #[test]
    fn numbers_places_and_people_count() {
        for (one, other) in [
            ("示范区一期建设", "示范区二期建设"),
            ("男性参训人数", "女性参训人数"),
            ("0-6岁儿童管理数", "0-36月龄儿童管理数"),
            ("1.5吨设备", "15吨设备"),
            ("城东站点", "城西站点"),
            ("学生满意度", "大学生满意度"),
            ("产量", "产值"),
            ("第1、2批", "第12批"),
        ] {
            assert!(!is_same_name(one, other), "{one}");
        }
    }
}
