//! What the words in the name of an indicator say of it.

use std::sync::LazyLock;

use foldhash::HashSet;
use serde::Deserialize;

use super::{DATA, Data, patterns::Patterns};

/// What a word in a name says about the indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// At the end: a rate, which is a percentage. 合格率
    Rate,
    /// At the end: something counted or measured. 次数
    Count,
    /// At the end: money or what it earns. 金额
    Amount,
    /// At the end: what is paid. 经费
    Cost,
    /// At the end: how satisfied people are. 满意度
    Satisfaction,
    /// At the end: a day or a span of time. 完成时间
    Time,
    /// Anywhere: something about when. 及时率
    Timely,
    /// What the name is about is bad, and the less of it the better: 安全事故发生率, but not 事故处理率 or 查处违法案件数.
    Fault,
    /// Anywhere: what is done about something bad. 查处
    Handling,
    /// At the end: a rate of which more is better. 合格率
    GoodRate,
    /// At the end: a rate that says how many are reached, which is a quantity. 接种率
    Reach,
    /// At the end: less spent than before. 成本节约率
    Saving,
    /// Anywhere: how much there is for each, or of each. 人均
    Each,
    /// Anywhere: what is won by being good. 获奖
    Honour,
    /// None of these, though it looks like one of them: 效率.
    Other,
}

impl Word {
    const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// What follows from the word as well: 合格率 is a rate.
    const fn implied(self) -> u32 {
        match self {
            Self::GoodRate | Self::Reach => self.bit() | Self::Rate.bit(),
            other => other.bit(),
        }
    }
}

/// Words that count wherever they stand; others say something of the indicator only where its name ends.
const ANYWHERE: u32 = Word::Timely.bit() | Word::Handling.bit() | Word::Each.bit() | Word::Honour.bit();
const FAULT: u32 = Word::Fault.bit();

/// What the words of one name say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words(u32);

impl Words {
    /// Reads a name. One pass, nothing allocated.
    pub fn of(name: &str) -> Self {
        LEXICON.as_ref().map_or_else(Self::default, |lexicon| lexicon.words(bare(name)))
    }

    /// Whether the name says this.
    pub const fn say(self, word: Word) -> bool {
        self.0 & word.bit() != 0
    }

    /// Whether the name says one of these.
    pub fn say_any(self, words: &[Word]) -> bool {
        words.iter().any(|word| self.say(*word))
    }

    /// Whether the name is that of something of which less is better.
    pub const fn are_of_fault(self) -> bool {
        self.say(Word::Fault) && !self.say(Word::Handling)
    }
}

/// A name without what stands around it: the marks before it, and a unit or a template behind it.
///
/// `★完成时限(月)` is 完成时限, `服务对象满意度%` is 服务对象满意度.
pub fn bare(name: &str) -> &str {
    let name = name.trim().trim_start_matches(['★', '*', '☆']).trim_end_matches(['%', '％', '*']);
    let Some(inner) = name.strip_suffix([')', '）']) else { return name };
    let start = inner.rfind(['(', '（']).filter(|start| *start > 0);
    start.map_or(name, |start| inner[..start].trim_end())
}

struct Lexicon {
    patterns: Patterns,
    tails: HashSet<&'static str>,
}

static LEXICON: LazyLock<Option<Lexicon>> = LazyLock::new(|| DATA.as_ref().map(Lexicon::new));

impl Lexicon {
    fn new(data: &'static Data) -> Self {
        let patterns = Patterns::new(data.names.iter().map(|(word, list)| (word.implied(), list)));
        Self { patterns, tails: data.tails.iter().map(String::as_str).collect() }
    }

    fn words(&self, name: &str) -> Words {
        let mut said = 0;
        for found in self.patterns.find(name) {
            let rest = &name[found.end..];
            said |= if rest.is_empty() { found.says } else { found.says & ANYWHERE };
            if found.says & FAULT != 0 && self.tails.contains(rest) {
                said |= FAULT;
            }
        }
        Words(said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_they_end_with() {
        let says = |name: &str, word| Words::of(name).say(word);
        assert!(says("设备验收合格率", Word::Rate) && says("设备验收合格率", Word::GoodRate));
        assert!(!says("办事效率", Word::Rate) && says("疫苗有效率", Word::Rate));
        assert!(says("知识产权保护满意度", Word::Satisfaction));
        assert!(!says("知识产权保护满意度评估样本数量", Word::Satisfaction));
        assert!(says("知识产权保护满意度评估样本数量", Word::Count));
        assert!(says("服务对象满意度%", Word::Satisfaction) && says("★任务完成时限(月)", Word::Time));
        assert!(says("慰问款及时发放率", Word::Timely));
        assert!(!says("居民健康指数", Word::Count));
    }

    #[test]
    fn what_is_bad_is_what_the_name_ends_with() {
        let is_bad = |name: &str| Words::of(name).are_of_fault();
        for name in [
            "安全事故",
            "安全事故发生率",
            "投诉率",
            "重大安全事故起数",
            "学生流失率",
            "设备故障次数",
            "不合格率",
            "未完成率",
        ] {
            assert!(is_bad(name), "{name}");
        }
        for name in
            ["事故处理率", "投诉办结率", "故障排除时间", "隐患整改率", "信访工作经费", "查处违法案件数", "合格率"]
        {
            assert!(!is_bad(name), "{name}");
        }
        assert!(!Words::of("不合格率").say(Word::GoodRate) && !Words::of("未完成率").say(Word::GoodRate));
    }
}
