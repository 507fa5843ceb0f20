//! The words by which forms are known: what stands over their columns and beside their facts. They are data, in
//! `heads.json`.

use std::sync::LazyLock;

use foldhash::HashMap;

pub(super) use super::heads::{Column, Fact, Nature, Stage};
use super::{heads::Heads, money, months::Months};
use crate::{field::Field, source::folded};

/// The words of `heads.json`, by their spellings.
pub(super) struct Words {
    /// With the place of the spelling in its list: where two columns say the same, the one that says it plainer holds.
    columns: HashMap<String, (Column, usize)>,
    /// The same of those that stand below that of a column.
    below: HashMap<(Column, String), (Column, usize)>,
    facts: HashMap<String, Fact>,
    stages: HashMap<String, Stage>,
    funds: HashMap<String, String>,
    heads: Heads,
}

/// A label, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Label {
    /// Its words without blanks, brackets, numbering and colon.
    pub word: String,
    /// What stood in its brackets: 万元.
    pub bracket: Option<String>,
}

impl Words {
    /// The words. A mistake in the embedded file is a mistake in the program; a test asserts that there is none.
    pub fn get() -> &'static Self {
        static WORDS: LazyLock<Words> = LazyLock::new(|| Words::read().unwrap_or_else(|_| Words::of(Heads::default())));
        &WORDS
    }

    fn read() -> serde_json::Result<Self> {
        Ok(Self::of(serde_json::from_str(include_str!("heads.json"))?))
    }

    fn of(heads: Heads) -> Self {
        let mut columns = HashMap::default();
        for (column, spellings) in &heads.columns {
            columns.extend(spellings.iter().enumerate().map(|(at, word)| (word.clone(), (*column, at))));
        }
        let mut below = HashMap::default();
        for (over, columns) in &heads.below {
            for (column, spellings) in columns {
                below.extend(spellings.iter().enumerate().map(|(at, word)| ((*over, word.clone()), (*column, at))));
            }
        }
        let mut facts = HashMap::default();
        for (fact, spellings) in &heads.facts {
            facts.extend(spellings.iter().map(|word| (word.clone(), *fact)));
        }
        let mut stages = HashMap::default();
        for (stage, spellings) in &heads.stages {
            stages.extend(spellings.iter().map(|word| (word.clone(), *stage)));
        }
        let mut funds = HashMap::default();
        for (fund, spellings) in &heads.also_funds {
            funds.extend(spellings.iter().map(|word| (word.clone(), fund.clone())));
        }
        Self { columns, below, facts, stages, funds, heads }
    }

    /// What a column holds, by what stands over it; with how plainly that says it, 0 being plainest.
    pub fn column(&self, text: &str) -> Option<(Column, usize)> {
        let word = label(text).word.to_lowercase();
        let of_months = || {
            let rest = Months::before(&word)?.1;
            self.heads.during.iter().any(|during| during == rest).then_some((Column::Progress, 0))
        };
        self.columns.get(&word).copied().or_else(of_months)
    }

    /// What a column holds whose name stands below that of another: 值 below 指标值.
    pub fn below(&self, over: Column, text: &str) -> Option<(Column, usize)> {
        self.below.get(&(over, label(text).word)).copied()
    }

    /// Whether a text names columns or what is said in them.
    pub fn is_head(&self, text: &str) -> bool {
        self.column(text).is_some() || self.fact(&label(text)).is_some()
    }

    /// What a column is called: the first of its spellings.
    pub fn name(&self, column: Column) -> &str {
        self.heads.columns.get(&column).and_then(|spellings| spellings.first()).map_or("", String::as_str)
    }

    /// What stands beside a label.
    pub fn fact(&self, label: &Label) -> Option<Fact> {
        self.facts.get(&label.word).copied()
    }

    /// What stands in a column of money or goals, by what stands over it.
    pub fn stage(&self, text: &str) -> Option<Stage> {
        let label = label(text);
        let of_whole = || (self.fact(&label) == Some(Fact::Whole)).then_some(Stage::Aside);
        // What was spent in a part of the year is not what was spent in it.
        let of_months = || {
            Some(match self.stages.get(Months::before(&label.word)?.1)? {
                Stage::Spent => Stage::Progress,
                stage @ (Stage::Rate | Stage::Outcome) => *stage,
                _ => Stage::Aside,
            })
        };
        self.stages.get(&label.word).copied().or_else(of_whole).or_else(of_months)
    }

    /// The part of the year that the head of a column names: 1-7月执行数.
    pub fn months(text: &str) -> Option<Months> {
        Months::before(&label(text).word).map(|(months, _)| months)
    }

    /// The fund of a label, as an id of a standard or else a name, to which a bracket belongs that is no unit:
    /// 上级补助资金（省级）.
    pub fn fund(&self, label: &Label) -> Option<String> {
        if let Some(known) = self.funds.get(&label.word) {
            return Some(known.clone());
        }
        let bracket = label.bracket.as_deref().filter(|bracket| money::unit_in(bracket).is_none());
        let name = bracket.map_or_else(|| label.word.clone(), |bracket| format!("{}（{bracket}）", label.word));
        self.is_fund(label).then_some(name)
    }

    /// Whether a label names a fund.
    pub fn is_fund(&self, label: &Label) -> bool {
        self.is_usual_fund(label) || self.heads.funds_end.iter().any(|end| label.word.ends_with(end.as_str()))
    }

    /// Whether a label names one of the usual funds.
    pub fn is_usual_fund(&self, label: &Label) -> bool {
        self.funds.contains_key(&label.word)
    }

    /// Whether a label is one that forms print, and says nothing where nothing stands beside it.
    pub fn is_printed(&self, label: &Label) -> bool {
        self.fact(label).is_some()
            || self.funds.contains_key(&label.word)
            || self.heads.other_funds.contains(&label.word)
    }

    /// What the bracket of a label says, if that is neither a unit, nor points, nor the sign of a column (A/B), nor how
    /// the form is to be filled in.
    pub fn remark_in<'l>(&self, label: &'l Label) -> Option<&'l str> {
        let bracket = label.bracket.as_deref()?;
        let unit = bracket.rsplit(':').next().unwrap_or(bracket);
        let is_sign = bracket.trim_end_matches('分').chars().all(|c| c.is_ascii() || matches!(c, '×' | '÷' | '％'));
        let is_hint = self.hints().any(|hint| bracket.contains(hint));
        (!is_sign && !is_hint && Field::embedded().units.find(unit).is_none()).then_some(bracket)
    }

    fn hints(&self) -> impl Iterator<Item = &str> {
        self.heads.hints.iter().map(String::as_str)
    }

    /// Whether a text ends like the name of a unit: 某某局, 某某中心（本级）.
    pub fn is_org(&self, text: &str) -> bool {
        let bare = text.rfind(['（', '(']).filter(|_| text.ends_with(['）', ')'])).map_or(text, |open| &text[..open]);
        self.heads.orgs_end.iter().any(|end| trimmed(bare).ends_with(end.as_str()))
    }

    /// What a reason is about, as it stands before the reason: 经费 of 经费保障.
    pub fn kind<'t>(&self, text: &'t str) -> &'t str {
        self.heads.kinds_end.iter().find_map(|end| text.strip_suffix(end.as_str())).unwrap_or(text)
    }

    /// Whether a text is the title of a form.
    pub fn is_title(&self, text: &str) -> bool {
        self.titled(text).is_some()
    }

    /// What a title says before its end, of what it is the table, and the bracket behind it:
    /// 某项目绩效目标表（2026年度）.
    pub fn titled<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let text = trimmed(text);
        let open = text.rfind(['（', '(']).filter(|_| text.ends_with(['）', ')'])).unwrap_or(text.len());
        let whole = self.heads.titles_end.iter().find_map(|end| text.strip_suffix(end.as_str())).map(|name| (name, ""));
        let bare = || self.heads.titles_end.iter().find_map(|end| text[..open].strip_suffix(end.as_str()));
        whole.or_else(|| Some((bare()?, &text[open..])))
    }

    pub fn nature(&self, text: &str) -> Option<Nature> {
        self.heads.natures.get(text.trim()).copied()
    }

    /// Whether a text begins a row of the sums of some indicators: 小计.
    pub fn is_part(&self, text: &str) -> bool {
        self.heads.parts.contains(&label(text).word)
    }

    /// Whether a text begins a row of sums below the indicators: 总分.
    pub fn is_sum(&self, text: &str) -> bool {
        self.heads.sums.contains(&label(text).word)
    }

    /// Whether a text begins a row below the indicators: 总分, 填报人.
    pub fn is_foot(&self, text: &str) -> bool {
        let word = label(text).word;
        self.heads.sums.contains(&word) || self.heads.feet.contains(&word)
    }

    /// Whether a cell in a column to tick is ticked; none where something else stands in it.
    pub fn is_ticked(&self, text: &str) -> Option<bool> {
        let is_in = |marks: &[String]| marks.iter().any(|mark| *mark == text.to_lowercase());
        let is_blank = self.is_blank(text) || is_in(&self.heads.unticked);
        (is_blank || is_in(&self.heads.ticks)).then_some(!is_blank)
    }

    /// Whether a cell holds nothing, or a sign that says so.
    pub fn is_blank(&self, text: &str) -> bool {
        let text = text.trim();
        text.is_empty() || self.heads.blanks.iter().any(|blank| blank == text)
    }
}

/// Reads a label: `其中：财政    资金（万元）` is 财政资金 with the bracket 万元.
pub(super) fn label(text: &str) -> Label {
    let folded = folded(text);
    let plain: String = folded.chars().filter(|c| !c.is_whitespace() && *c != '\u{3000}').collect();
    let (mut word, mut bracket) = (String::new(), None);
    let mut rest = plain.as_str();
    while let Some(open) = rest.find(['(', '[', '【']) {
        let Some(close) = rest[open..].find([')', ']', '】']).map(|close| open + close) else { break };
        let inner = &rest[open..close];
        let inner = inner.trim_start_matches(['(', '[', '【']);
        bracket = bracket.or_else(|| (!inner.is_empty()).then(|| inner.to_owned()));
        word.push_str(&rest[..open]);
        rest = rest[close..].trim_start_matches([')', ']', '】']);
    }
    word.push_str(rest);
    let word = word.trim_start_matches("其中").trim_matches([':', '、', '*', '★', '.', '-', '%']).to_owned();
    Label { word, bracket }
}

/// The text without blanks at its ends, those of full width included.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{3000}' | '\u{FEFF}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_are_sound() {
        let words = Words::read().unwrap();
        let facts = words.heads.facts.values().chain(words.heads.stages.values());
        let spellings = words.heads.columns.values().chain(facts).flatten();
        for spelling in spellings {
            assert_eq!(label(spelling).word, *spelling, "a word is spelt as labels are read");
        }
        let columns: usize = words.heads.columns.values().map(Vec::len).sum();
        let facts: usize = words.heads.facts.values().map(Vec::len).sum();
        let stages: usize = words.heads.stages.values().map(Vec::len).sum();
        assert_eq!(
            (words.columns.len(), words.facts.len(), words.stages.len()),
            (columns, facts, stages),
            "no spelling stands for two things"
        );
        let below: usize = words.heads.below.values().flat_map(HashMap::values).map(Vec::len).sum();
        assert_eq!(words.below.len(), below, "no spelling below another stands for two things");
    }

    #[test]
    fn labels_are_read() {
        let read = |text| {
            let Label { word, bracket } = label(text);
            (word, bracket.unwrap_or_default())
        };
        assert_eq!(read("其中：财政    资金"), ("财政资金".into(), String::new()));
        assert_eq!(read("项目资金（万元）"), ("项目资金".into(), "万元".into()));
        assert_eq!(read("分值（90）"), ("分值".into(), "90".into()));
        assert_eq!(read("全年预算数(A)"), ("全年预算数".into(), "A".into()));
        assert_eq!(read("单位："), ("单位".into(), String::new()));
        assert_eq!(read("（"), ("(".into(), String::new()));
    }

    #[test]
    fn columns_are_known() {
        let words = Words::get();
        let column = |text| words.column(text).map(|(column, _)| column);
        assert_eq!(column("三级\n指标"), Some(Column::Name));
        assert_eq!(column("权重（%）"), Some(Column::Weight));
        assert_eq!(column("Level3"), Some(Column::Name));
        assert_eq!(column("1—7月执行情况"), Some(Column::Progress));
        assert_eq!(column("产出指标"), None);
        assert!(words.column("三级指标").unwrap().1 < words.column("绩效指标").unwrap().1);
    }
}
