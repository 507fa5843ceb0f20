//! What the words of a value say, where it is a text.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{DATA, patterns::Patterns};

/// What a word in a value says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Term {
    /// How much, without a measure: 明显.
    Degree,
    /// Which way it goes: 提升.
    Trend,
    /// What stands for any object: 效果.
    Effect,
    /// A grade of a usual scale: 良好.
    Scale,
    /// What it is compared with: 较上年.
    Base,
    /// A number in words: 全部.
    Amount,
    /// When: 年底.
    Time,
    /// Nothing at all: 待定. Signs alone come to the same: /, ….
    Open,
}

impl Term {
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// What the words of a value say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Expression {
    said: u32,
    /// What all of the text says: the meanings that the words which make it up have in common.
    wholly: u32,
    /// Whether it is made of such words alone, and of signs between them.
    is_covered: bool,
    has_digit: bool,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let lists = DATA.iter().flat_map(|data| &data.values);
    Patterns::new(lists.map(|(term, list)| (term.bit(), list)))
});

impl Expression {
    /// Reads a value.
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        let has_digit = text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
        let mut it = Self { said: 0, wholly: u32::MAX, is_covered: false, has_digit };
        let is_sign = |gap: &str| !gap.chars().any(char::is_alphanumeric);
        let (mut end, mut is_covered) = (0, true);
        for found in PATTERNS.find(text) {
            it.said |= found.says;
            it.wholly &= found.says;
            is_covered &= is_sign(&text[end..found.start]);
            end = found.end;
        }
        it.is_covered = is_covered && is_sign(&text[end..]);
        it
    }

    /// Whether it says this.
    pub const fn says(self, term: Term) -> bool {
        self.said & term.bit() != 0
    }

    /// Whether it says nothing else than this.
    pub const fn is_wholly(self, term: Term) -> bool {
        self.is_covered && self.wholly & term.bit() != 0
    }

    /// Whether it says how much: in digits, in words, or compared with something.
    pub const fn is_measured(self) -> bool {
        self.has_digit || self.says(Term::Amount) || self.says(Term::Base)
    }

    /// Whether all that it says is which way things go or how good they are, as in 效果明显: nobody can tell whether it was
    /// reached. Grades of a usual scale (良好) can be told.
    pub const fn is_vague(self) -> bool {
        const ANY: u32 = Term::Degree.bit() | Term::Trend.bit() | Term::Effect.bit();
        self.is_covered && self.said & ANY != 0 && !self.is_measured() && !self.is_wholly(Term::Scale)
    }

    /// Whether it says which way it goes and how far, as in 明显提升, and that alone.
    pub const fn is_graded_trend(self) -> bool {
        self.is_vague() && self.says(Term::Degree) && self.says(Term::Trend)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_vague_or_not() {
        for text in [
            "提高",
            "效果明显",
            "经济效益良好",
            "影响可持续",
            "改善",
            "长远",
            "明显提升",
            "持续提高",
            "正面支撑",
            "有力保障",
        ] {
            assert!(Expression::of(text).is_vague(), "{text}");
        }
        for text in [
            "良好",
            "优",
            "高",
            "定性 高中低",
            "较上年提高",
            "无结余",
            "基本消除",
            "已建立",
            "符合相关文件要求",
            "提高5%",
            "",
        ] {
            assert!(!Expression::of(text).is_vague(), "{text}");
        }
        assert!(Expression::of("明显提升").is_graded_trend() && !Expression::of("提升").is_graded_trend());
    }

    #[test]
    fn signs_alone_say_nothing() {
        for text in ["/", "…", "——", "待定", "..."] {
            assert!(Expression::of(text).is_wholly(Term::Open), "{text}");
        }
        assert!(!Expression::of("无").is_wholly(Term::Open));
    }
}
