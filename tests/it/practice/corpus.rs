//! What the rules say of real tables: a snapshot for each, with every row and what is found in it.
//!
//! Each line of these was read: a rule that is on by itself should find what a reviewer would send back or mention.
//! The agency, the year and the form that a table was taken from stand at its head.

use std::{fmt::Write, fs};

use perfc::diagnostic::{Code, Diagnostic, Family, Lang, Levels};

use super::{Compiled, compiled};
use crate::import::corpus::{Table, imported, tables};

/// Whether a finding is about what reviewers criticise: see the table in `docs/practice.md`.
fn is_criticism(finding: &Diagnostic) -> bool {
    let rule = finding.code.rule();
    let others = ["P222", "P305", "P306", "P307", "P308", "P309", "P310", "P313", "P405"];
    rule.family == Family::Practice || others.contains(&rule.code) || rule.code == "P403"
}

/// `!` stands before what is found by itself, `-` before what is off unless it is asked for.
fn said(compiled: &Compiled, on: &Levels) -> String {
    let mut text = String::new();
    let source = compiled.sources.iter().next().map(|(_, source)| source).unwrap();
    let place = |finding: &&Diagnostic| source.place(finding.span().range.start).line;
    let findings: Vec<&Diagnostic> = compiled.findings.iter().filter(|finding| is_criticism(finding)).collect();
    // What was achieved is another matter.
    let targets = source.text.split("\n实际 ").next().unwrap_or_default();
    for (at, line) in targets.lines().enumerate() {
        if !line.trim().is_empty() && !line.trim().starts_with("备注") {
            writeln!(text, "{line}").unwrap();
        }
        for finding in findings.iter().filter(|finding| place(finding) == at) {
            let sign = if on.wants(finding.code) { '!' } else { '-' };
            let (rule, severity) = (finding.code.rule(), finding.severity.name().zh);
            writeln!(text, "{sign} {} {severity}：{}", rule.code, finding.message(Lang::Zh).title).unwrap();
        }
    }
    text
}

/// The money of the tables whose head tells it; the rows alone do not.
const BUDGETS: &[(&str, &str)] = &[
    ("ah_huangshan_gaj_2025_xueliang", "1681680 元"),
    ("ah_luan_jinan_tyj_2025_tennis", "1000.00 万元"),
    ("ah_xiaoxian_yanglou_2023_zhongyang", "8.408 万元"),
    ("bj_haidian_xueyuanlu_2016_cleaning", "310.2 万元"),
    ("fj_fuzhou_yuefeng_2024_elder", "1.35 万元"),
    ("gs_jiayuguan_museum_2023_free", "20 万元"),
    ("hb_guangshui_jtj_2021_ruralroad", "309 万元"),
    ("hb_provincial_dpf_2017_media", "100 万元"),
    ("hb_wuhan_qingshan_edu_2020_weak", "16 万元"),
    ("he_langfang_foodschool_2019_hvac", "43.2 万元"),
    ("hn_nanyue_2018_assetincome", "214.06 万元"),
    ("hn_xiangtan_hwc_2023_fogcannon", "250 万元"),
    ("jx_shangyou_sixia_2019_road", "19 万元"),
    ("nm_zhalaite_jcy_2025_case", "3,239,300.00 元"),
    ("nx_yinchuan_no6_2021_public", "64.8 万元"),
    ("sc_daying_scjg_2020_shuangxin", "10 万元"),
    ("sc_suining_jkq_scjg_2021_drug", "5.8 万元"),
    ("seed1_tj_binhai_ip_2026_operation", "1020000.00 元"),
    ("seed2_tj_binhai_ip_2026_xinchuang", "10000.00 元"),
    ("seed3_tj_binhai_ip_2026_anke", "12232.20 元"),
    ("sx_jishan_zhaidian_2021_publichealth", "207.4538 万元"),
    ("tj_hebei_court_2023_repair", "20.00 万元"),
    ("yn_nanhua_nyncj_coldstore", "1100 万元"),
];

/// A table as a file, with the year and the money that its head tells.
pub fn with_head(table: &Table) -> String {
    let year = table.about.split_once("year ").and_then(|(_, year)| year.get(..4));
    let year = year.map_or_else(String::new, |year| format!("年度 {year}\n\n"));
    let budget = BUDGETS.iter().find(|(name, _)| *name == table.name);
    let budget = budget.map_or_else(String::new, |(_, money)| format!("\n    预算 {money}"));
    let head = "项目 \"未命名项目\" {";
    imported(table).text.replacen(head, &format!("{year}{head}{budget}"), 1)
}

pub fn everything() -> Levels {
    let mut levels = Levels::default();
    for code in Code::all().filter(|code| !code.rule().is_on) {
        levels.set(code, code.rule().severity);
    }
    levels
}

#[test]
fn what_is_said_of_real_tables() {
    for table in tables() {
        let Table { name, about, .. } = &table;
        let compiled = compiled(name, &with_head(&table), everything());
        let text = format!("{about}\n\n{}", said(&compiled, &Levels::default()));
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "corpus" }, {
            insta::assert_snapshot!(name.as_str(), text);
        });
    }
}

/// The numbers on the page are those of the findings.
#[test]
fn the_page_counts_what_is_said() {
    let page = fs::read_to_string("docs/practice.md").unwrap();
    let (zh, en) = page.split_once("\n# ").unwrap();
    let all: String = tables()
        .iter()
        .map(|table| said(&compiled(&table.name, &with_head(table), everything()), &Levels::default()))
        .collect();
    let count = |code: &str| all.lines().filter(|line| line.starts_with(&format!("! {code} "))).count();
    for half in [zh, en] {
        let rows = half.lines().filter_map(|line| line.strip_prefix("| [P")?.split_once(']'));
        let rows: Vec<(String, usize)> = rows
            .map(|(code, rest)| (format!("P{code}"), rest.split('|').nth(1).unwrap().trim().parse().unwrap()))
            .collect();
        assert!(rows.len() > 10);
        for (code, stated) in &rows {
            assert_eq!(count(code), *stated, "{code}");
        }
        let others = ["P222", "P403"];
        let mut left = all.lines().filter_map(|line| line.strip_prefix("! ")?.get(..4));
        let unknown = left.find(|code| !others.contains(code) && !rows.iter().any(|(known, _)| known == code));
        assert_eq!(unknown, None, "the page does not count it");
    }
}
