//! Lines of text that say facts, as they stand above tables: a title, `610101某单位`, `（2026年度）`,
//! `项目名称：某项目　单位：元`.

use super::{
    facts::{Facts, Said, is_name_of_org, is_org, year},
    form::Entry,
    words::{Fact, Words, label, trimmed},
};

/// How many words before a colon may be its label: 单 位：元.
const WORDS: usize = 4;

/// The numbers that paragraphs begin with.
const NUMBERS: &[char] = &['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// How many characters they have at the most.
const LONGEST_NUMBER: usize = 3;

/// What a label stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Meaning {
    Fact(Fact),
    Fund(String),
}

impl Meaning {
    /// Whether what stands behind the label may be a text with labels of its own.
    fn runs_on(&self) -> bool {
        use Fact::{Basis, Goals, Money, Note, Outcome, Purpose, Whole};
        matches!(self, Self::Fact(Purpose | Goals | Basis | Note | Outcome | Whole | Money))
    }
}

/// Takes in a line that stands by itself. Answers whether it says any fact.
pub(super) fn read<'d>(entry: Entry<'d>, facts: &mut Facts<'d>) -> bool {
    if let Some((name, bracket)) = Words::get().titled(entry.text) {
        facts.begin(entry);
        let years =
            [trimmed(name).trim_end_matches("项目支出"), bracket].into_iter().filter(|text| year(text).is_some());
        facts.known.extend(years.map(|text| (Fact::Year, Said::alone(Entry { text, ..entry }))));
        return true;
    }
    let pieces = pieces(entry.text);
    let says_facts = has_label(entry) || pieces.len() > 1;
    if !says_facts {
        return alone(entry, facts);
    }
    for text in pieces {
        let piece = Entry { text, ..entry };
        match labelled(text) {
            Some((over, meaning, text)) => {
                facts.bracket(&label(over), Entry { text: over, ..entry });
                take(meaning, Said::beside(over, Entry { text, ..entry }), facts);
            }
            None if alone(piece, facts) => {}
            None => facts.others.push(Said::alone(piece)),
        }
    }
    true
}

/// Whether a line begins with a label that is known, and a colon behind it.
pub(super) fn has_label(entry: Entry<'_>) -> bool {
    labelled(entry.text).is_some()
}

/// The known label that is all that a line says, where what it names may follow in the next: `年度目标：`.
pub(super) fn open_label(text: &str) -> Option<(Fact, &str)> {
    use Fact::{Basis, Code, Goals, Org, Period, Project, Purpose, Total};
    match labelled(text)? {
        (over, Meaning::Fact(fact @ (Project | Code | Org | Period | Total | Purpose | Goals | Basis)), "") => {
            Some((fact, over))
        }
        _ => None,
    }
}

/// A line without labels: `610101某单位`, `2026年度`; right below a title also `某单位`.
fn alone<'d>(entry: Entry<'d>, facts: &mut Facts<'d>) -> bool {
    let is_org = is_org(entry.text) || (facts.are_begun() && is_name_of_org(entry.text));
    let fact = if is_org { Some(Fact::Org) } else { year(entry.text).map(|_| Fact::Year) };
    facts.known.extend(fact.map(|fact| (fact, Said::alone(entry))));
    fact.is_some()
}

fn take<'d>(meaning: Meaning, said: Said<'d>, facts: &mut Facts<'d>) {
    match meaning {
        _ if said.entry.text.is_empty() => {}
        Meaning::Fact(fact) => facts.take(fact, said),
        Meaning::Fund(fund) => facts.budget.parts.push((fund, said)),
    }
}

/// A known label, what it stands for, and the text behind it.
fn labelled(text: &str) -> Option<(&str, Meaning, &str)> {
    let text = unnumbered(text);
    let inner = text.strip_prefix("其中").map(|rest| rest.trim_start_matches([':', '：', ' ', '\u{3000}']));
    let (before, behind) = inner.unwrap_or(text).split_once([':', '：'])?;
    Some((trimmed(before), meaning(before)?, trimmed(behind)))
}

fn meaning(text: &str) -> Option<Meaning> {
    let (words, label) = (Words::get(), label(text));
    let fact = words.fact(&label).map(Meaning::Fact);
    fact.or_else(|| words.is_printed(&label).then(|| words.fund(&label).map(Meaning::Fund)).flatten())
}

/// A line divided before each known label that blanks stand before. A text that runs on ends with its line.
fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut start, mut from) = (Vec::new(), 0, 0);
    let is_mark = |(at, _): &(usize, &str)| !text[..*at].ends_with("其中");
    for (colon, mark) in text.match_indices([':', '：']).filter(is_mark) {
        if let Some((at, meaning)) = label_before(text, from, colon) {
            if at > start {
                pieces.push(trimmed(&text[start..at]));
                start = at;
            }
            if meaning.runs_on() {
                break;
            }
        }
        from = colon + mark.len();
    }
    pieces.push(trimmed(&text[start..]));
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The longest known label that ends before a colon: where it begins, and what it stands for.
fn label_before(text: &str, from: usize, colon: usize) -> Option<(usize, Meaning)> {
    let between = &text[from..colon];
    let behind_blanks = between.char_indices().zip(between.chars().skip(1));
    let behind_blanks = behind_blanks
        .filter(|((_, blank), next)| blank.is_whitespace() && !next.is_whitespace())
        .map(|((at, blank), _)| from + at + blank.len_utf8());
    let begin = (from == 0).then_some(0);
    let starts: Vec<usize> = begin.into_iter().chain(behind_blanks).collect();
    let near = &starts[starts.len().saturating_sub(WORDS)..];
    near.iter().find_map(|at| Some((*at, meaning(unnumbered(&text[*at..colon]))?)))
}

/// A text without the number before it: 一、, （二）, 3. and the like. Of `1.5亿元` nothing is taken, and a year is none.
pub(super) fn unnumbered(text: &str) -> &str {
    let is_digit = |c: char| c.is_ascii_digit() || NUMBERS.contains(&c);
    let bare = text.trim_start_matches(['(', '（']);
    let (number, rest) = bare.split_at(bare.len() - bare.trim_start_matches(is_digit).len());
    let behind = rest.strip_prefix(['、', '.', '．', ')', '）']).filter(|_| is_number(number)).map(trimmed);
    behind
        .filter(|behind| begins_with_year(behind) || !behind.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or(text)
}

/// Whether digits are the number of a paragraph, as 12 and 十二 are, and 2026 and 十四五 are not.
fn is_number(digits: &str) -> bool {
    let digits: Vec<char> = digits.chars().collect();
    let is_counted = |pair: &[char]| pair.contains(&'十') || pair.iter().all(char::is_ascii_digit);
    (1..=LONGEST_NUMBER).contains(&digits.len()) && digits.windows(2).all(is_counted)
}

/// Whether a text begins with a year, or with the first of several: 2026年, 2025-2027年.
pub(super) fn begins_with_year(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &text[..text.len() - rest.len()];
    let is_year = rest.starts_with(['年', '-', '—', '–', '~', '～', '至']);
    is_year && digits.len() == 4 && year(digits).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_divided_before_labels() {
        for (line, expected) in [
            (
                "项目名称：2026年 维修　　主管部门：某某局　　单 位：万元",
                &["项目名称：2026年 维修", "主管部门：某某局", "单 位：万元"][..],
            ),
            ("610101某某局    金额单位：元", &["610101某某局", "金额单位：元"]),
            ("项目概况：甲 单位：乙", &["项目概况：甲 单位：乙"]),
            ("比例 1:2 时间：3", &["比例 1:2 时间：3"]),
            ("单位：", &["单位："]),
            ("", &[]),
        ] {
            assert_eq!(pieces(line), expected);
        }
    }

    #[test]
    fn numbers_are_left_out() {
        for (text, bare) in [
            ("1.维修", "维修"),
            ("12、2026年维修", "2026年维修"),
            ("（二）维修", "维修"),
            ("一、维修", "维修"),
            ("1.5亿元专项", "1.5亿元专项"),
            ("2026年维修", "2026年维修"),
            ("（2026）维修", "（2026）维修"),
            ("十二、维修", "维修"),
            ("（十四五）维修", "（十四五）维修"),
            ("1.", ""),
        ] {
            assert_eq!(unnumbered(text), bare);
        }
    }

    #[test]
    fn labels_are_told_apart() {
        let fund = |id: &str| Meaning::Fund(id.to_owned());
        assert_eq!(labelled("一、项目名称：维修"), Some(("项目名称", Meaning::Fact(Fact::Project), "维修")));
        assert_eq!(labelled("（二）年度目标："), Some(("年度目标", Meaning::Fact(Fact::Goals), "")));
        assert_eq!(labelled("其中：财政资金：5万元"), Some(("财政资金", fund("fiscal"), "5万元")));
        assert_eq!(labelled("其中:其他资金（万元）:5"), Some(("其他资金（万元）", fund("other"), "5")));
        assert_eq!(labelled("经办：张三"), None);
        assert_eq!(labelled("绩效目标"), None);
    }
}
