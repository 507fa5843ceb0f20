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
    /// As planned, without saying when or how much that is: 按计划.
    Plan,
    /// What is to become better, where that follows: 促进 in 促进就业.
    Aim,
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
    /// Whether it begins with what is to become better.
    is_aim: bool,
    has_number: bool,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let lists = DATA.iter().flat_map(|data| &data.values);
    Patterns::new(lists.map(|(term, list)| (term.bit(), list)))
});

impl Expression {
    /// Reads a value.
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        let mut it = Self { said: 0, wholly: u32::MAX, has_number: has_number(text), ..Self::default() };
        let is_sign = |gap: &str| !gap.chars().any(char::is_alphanumeric);
        let (mut end, mut is_covered) = (0, true);
        for found in PATTERNS.find(text) {
            it.is_aim |= found.says & Term::Aim.bit() != 0 && text[end..found.start].is_empty() && is_covered;
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
        self.has_number || self.says(Term::Amount) || self.says(Term::Base)
    }

    /// Whether it says when: a day or a time, or how much until then. The plan alone, 按计划完成, says no day.
    pub const fn is_timed(self) -> bool {
        self.says(Term::Time) || self.has_number || self.is_measured() && !self.says(Term::Plan)
    }

    /// Whether all that it says is which way things go or how good they are, as in 效果明显 and 促进就业: nobody can tell
    /// whether it was reached. Grades of a usual scale (良好) can be told.
    pub const fn is_vague(self) -> bool {
        const ANY: u32 = Term::Degree.bit() | Term::Trend.bit() | Term::Effect.bit();
        let is_all = self.is_covered && self.said & ANY != 0 && !self.is_wholly(Term::Scale);
        (is_all || self.is_aim) && !self.is_measured()
    }

    /// Whether it says which way it goes and how far, as in 明显提升, and that alone.
    pub const fn is_graded_trend(self) -> bool {
        self.is_vague() && self.says(Term::Degree) && self.says(Term::Trend)
    }
}

/// Whether there is a number in it, in digits or in words: 两期, 三千. A numeral alone is one only where it counts something:
/// 一般 and 十分 are none.
fn has_number(text: &str) -> bool {
    let Some(data) = DATA.as_ref() else { return false };
    let mut numerals = 0;
    text.chars().any(|c| {
        let is_counted = numerals == 1 && data.measured.contains(&c);
        numerals = if data.numerals.contains(&c) { numerals + 1 } else { 0 };
        is_counted || numerals > 1 || c.is_ascii_digit() || ('０'..='９').contains(&c)
    })
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
            "促进就业",
            "改善学校的办学条件",
            "有效带动农户增收",
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
            "提升至省级标准",
            "增加一个站点",
            "建立促进就业的机制",
            "",
        ] {
            assert!(!Expression::of(text).is_vague(), "{text}");
        }
        assert!(Expression::of("明显提升").is_graded_trend() && !Expression::of("提升").is_graded_trend());
    }

    #[test]
    fn numbers_in_words_are_numbers() {
        for text in ["两期", "约三千人", "九成以上", "一辆", "３人", "12"] {
            assert!(Expression::of(text).is_measured(), "{text}");
        }
        for text in ["一般", "十分满意", "进一步", "统一", "按需"] {
            assert!(!Expression::of(text).is_measured(), "{text}");
        }
        assert!(Expression::of("按计划于6月完成").is_timed() && !Expression::of("按计划完成").is_timed());
    }

    #[test]
    fn signs_alone_say_nothing() {
        for text in ["/", "…", "——", "待定", "..."] {
            assert!(Expression::of(text).is_wholly(Term::Open), "{text}");
        }
        assert!(!Expression::of("无").is_wholly(Term::Open));
    }
}
