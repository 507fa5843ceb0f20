//! Documents that mean ill, and large ones: findings or results, never a panic, nothing rounded.

use std::time::{Duration, Instant};

use perfc::{
    diagnostic::{Lang, render},
    import::results::read,
    model::NoFiles,
};
use proptest::prelude::*;

use super::{TARGETS, report, tables, told};
use crate::{import::document, support::assert_shown};

#[test]
fn cells_that_mean_ill() {
    let rows = vec![
        vec!["三级指标", "实际完成值", "单位", "得分", "原因"],
        vec!["举办活动", "=cmd|' /C calc'!A0", "场", "", ""],
        vec!["参加人数", "3.2", "万人次 } project \"乙\" {", "9\" }", "\"; score 9 } }"],
        vec!["群众文化生活", "95% { reason \"好\" }", "", "", "// 注释"],
        vec!["完成时间", "2026-11-20; 场次 3 场", "", "", "/*"],
        vec!["场均费用", "0.12345678901234567890123456789", "万元", "", ""],
        vec!["带动消费增长", "1234567890123456789012345.678", "个百分点", "", ""],
        vec!["@SUM(A1)", "1", "", "", ""],
        vec!["“”\"\"「」", "-", "", "1", ""],
        vec!["", "12", "", "", ""],
    ];
    assert_shown!(report(TARGETS, tables("坏.xlsx", document(&[], &rows))));
}

/// A hundred thousand rows, known, unknown and twice over, take time in proportion.
#[test]
fn many_rows() {
    let targets: String = (0..20_000).map(|at| format!("quantity \"指标甲{at}\" >= {at} 家\n")).collect();
    let targets = format!("project \"大项目\" {{ budget 1 元\n{targets}}}\n");
    let rows: String = (0..100_000).map(|at| format!("指标甲{},{at},家\n", at % 20_005)).collect();
    let given = read("大.csv", format!("指标,实际完成值,单位\n{rows}").as_bytes()).unwrap();
    let start = Instant::now();
    let compiled = super::read(&targets, &[given], &NoFiles);
    assert_eq!(compiled.output.0.lines().count(), 20_001);
    assert!(compiled.findings.left_out() > 0);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

/// Cells of soup.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "举办活动", "场次", "满意度", "群众文化生活", "完成时间", "126", "95%", "是", "2026-11-20", "3.2万人次", "/", "",
            "三级指标", "实际完成值", "单位", "得分", "项目名称", "群众文化活动", "全年执行数", "年度资金总额", "财政资金", "总分",
            "截至日期", "实际完成情况", "自评等级", "优", "perfc-1", "quantity", "单位：万元", "“", "}", "//", "待定",
        ]).prop_map(str::to_owned),
        2 => "[0-9.,%-]{1,8}",
        1 => "\\PC{0,12}",
        1 => ".{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table(rows in prop::collection::vec(prop::collection::vec(cell(), 1..7), 0..12), head: bool) {
        let mut texts: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        if head {
            let names = vec!["三级指标", "实际完成值", "单位", "得分", "原因", "perfc-1"];
            texts.insert(texts.len() / 3, names);
        }
        let compiled = super::read(TARGETS, &[tables("表.xlsx", document(&[], &texts))], &NoFiles);
        for format in [render::Format::Short, render::Format::Json] {
            let style = render::Style { lang: Lang::En, ..render::Style::default() };
            render::render(format, &compiled.findings, &compiled.workspace.sources, style, None);
        }
        for finding in &compiled.findings {
            for label in &finding.labels {
                let source = compiled.workspace.sources.get(label.span.file);
                let slice = source.text.get(label.span.range.start as usize..label.span.range.end as usize);
                prop_assert!(slice.is_some() && source.name != "表.xlsx" || source.text.is_empty(), "{}", told(&compiled));
            }
        }
    }

    #[test]
    fn any_json(text in "[\\[{]( |\"indicator\"|\"actual\"|\"results\"|\"project\"|:|,|\\[|\\]|\\{|\\}|1.50|\"\\PC{0,3}\"|null|true){0,20}") {
        let compiled = super::read(TARGETS, &[read("表.json", text.as_bytes()).unwrap()], &NoFiles);
        prop_assert!(!compiled.findings.is_empty() || !compiled.output.0.is_empty() || text.contains("null"), "{text}");
        told(&compiled);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(given) = read("表", &bytes) {
            told(&super::read(TARGETS, &[given], &NoFiles));
        }
    }
}
