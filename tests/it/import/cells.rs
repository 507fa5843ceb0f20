//! Cells that no form should have: each of them is read, kept beside its row, or told.

use perfc::{
    diagnostic::Lang,
    import::{Document, Options, import},
};

use super::document;

/// What came of a document.
pub struct Told {
    pub text: String,
    /// `P607 66880000`, a line for each finding: its code, and the text of the cell that it points at.
    pub findings: Vec<String>,
}

/// Imports a document, with keywords in Chinese.
pub fn told(document: &Document) -> Told {
    let imported = import("a.csv", document, Options { words: Lang::Zh, year: None });
    let findings = imported.findings.iter().map(|finding| {
        let cell = &imported.sources.get(finding.span().file).text;
        format!("{} {cell}", finding.code.rule().code)
    });
    Told { findings: findings.collect(), text: imported.text }
}

/// A row, its cells between bars.
pub fn row(text: &str) -> Vec<&str> {
    text.split('|').map(str::trim).collect()
}

/// Imports rows, each with its cells between bars.
pub fn rows(lines: &[&str]) -> Told {
    told(&document(&[], &lines.iter().map(|line| row(line)).collect::<Vec<_>>()))
}

impl Told {
    /// Asserts that the file has these lines, whatever stands before and behind them.
    pub fn has(&self, lines: &[&str]) {
        for line in lines {
            assert!(self.text.lines().any(|known| known.trim() == *line), "{line} is not in\n{}", self.text);
        }
    }
}

const ROW: &str = "产出指标 | 数量指标 | 维修面积 | ≥400平方米";
const HEAD: &str = "一级指标 | 二级指标 | 三级指标 | 指标值";

#[test]
fn units_of_money_are_those_of_the_field() {
    for (label, unit) in
        [("项目资金（百亿元）", "百亿元"), ("项目资金(单位：万美元)", "万美元"), ("项目资金（千元）", "千元")]
    {
        let told = rows(&[&format!("{label} | 预算数 | 5"), HEAD, ROW]);
        told.has(&[&format!("预算 5 {unit}")]);
        assert_eq!(told.findings, [""; 0]);
    }
}

#[test]
fn a_weight_that_is_no_number_stands_beside_its_row() {
    let told =
        rows(&[&format!("{HEAD} | 分值"), &format!("{ROW} | 十分"), "产出指标 | 数量指标 | 维修次数 | 2次 | 10分"]);
    told.has(&["数量 \"维修面积\" ≥ 400 平方米 {", "// 分值：十分", "数量 \"维修次数\" 2 次 分值 10"]);
    assert_eq!(told.findings, ["P607 十分"]);
}
