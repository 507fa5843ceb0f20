//! What words in names and values say: that 合格率 is a rate, 事故数 better small. They are data, in `data/words.json`.
//!
//! Words are looked for from left to right, the longest first: 效率 is no rate though it ends with 率, 有效率 is one.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError, MatchKind};
use foldhash::{HashMap, HashSet};
use serde::Deserialize;

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
    /// At the end: how satisfied people are. 满意度
    Satisfaction,
    /// At the end: a day or a span of time. 完成时间
    Time,
    /// Anywhere: done in time. 及时率
    Timely,
    /// What the name is about is bad, and the less of it the better: 安全事故发生率, but not 事故处理率.
    Fault,
    /// At the end: a rate of which more is better. 合格率
    GoodRate,
    /// At the end: less spent than before. 成本节约率
    Saving,
    /// None of these, though it looks like one of them: 效率.
    Other,
}

impl Word {
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

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

/// Words that count wherever they stand; others say something of the indicator only where its name ends.
const ANYWHERE: u32 = Word::Timely.bit();
const FAULT: u32 = Word::Fault.bit();

struct Lexicon {
    automaton: AhoCorasick,
    /// What each pattern of the automaton says.
    meanings: Vec<u32>,
    /// What may follow the word for something bad up to the end of the name.
    tails: HashSet<String>,
}

/// A mistake in the embedded file is a mistake in the program; a test asserts that there is none.
static LEXICON: LazyLock<Option<Lexicon>> = LazyLock::new(|| Lexicon::new(&data()?).ok());

impl Lexicon {
    fn new(data: &Data) -> Result<Self, BuildError> {
        let mut meanings: HashMap<&str, u32> = HashMap::default();
        for (word, spellings) in &data.names {
            for spelling in spellings {
                *meanings.entry(spelling).or_default() |= word.bit();
            }
        }
        let (patterns, meanings): (Vec<&str>, Vec<u32>) = meanings.into_iter().unzip();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::DFA))
            .build(patterns)?;
        Ok(Self { automaton, meanings, tails: data.tails.iter().cloned().collect() })
    }

    fn words(&self, name: &str) -> Words {
        let mut said = 0;
        for found in self.automaton.find_iter(name) {
            let meaning = self.meanings[found.pattern().as_usize()];
            let rest = &name[found.end()..];
            said |= if rest.is_empty() { meaning } else { meaning & ANYWHERE };
            if meaning & FAULT != 0 && self.tails.contains(rest) {
                said |= FAULT;
            }
        }
        Words(said)
    }
}

/// The embedded file.
#[derive(Deserialize)]
struct Data {
    names: HashMap<Word, Vec<String>>,
    tails: Vec<String>,
}

fn data() -> Option<Data> {
    serde_json::from_str(include_str!("data/words.json")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_are_sound() {
        assert!(LEXICON.is_some());
    }

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
    }

    #[test]
    fn what_is_bad_is_what_the_name_ends_with() {
        let is_bad = |name: &str| Words::of(name).say(Word::Fault);
        for name in ["安全事故", "安全事故发生率", "投诉率", "重大安全事故起数", "学生流失率", "设备故障次数"]
        {
            assert!(is_bad(name), "{name}");
        }
        for name in ["事故处理率", "投诉办结率", "故障排除时间", "隐患整改率", "信访工作经费"]
        {
            assert!(!is_bad(name), "{name}");
        }
    }
}
