//! Forms of monitoring, filled in and read.

use perfc::{
    import::{Block, Document, results::read as open},
    model::NoFiles,
    table::{Format, Layout, Options, render},
};

use super::{OTHER, TARGETS, assert_sound, by_hand, read, tables, told};
use crate::{
    import::{csv_document, drawn},
    table::outcomes_of,
};

/// How things stand in July.
const JULY: &str = "actual \"群众文化活动\" at 2026-07-31 {
    spent 70 万元 { fiscal 60 万元; other 10 万元 }
    forecast 118 万元 { fiscal 98 万元; other 20 万元 }
    场次 70 场 forecast 118 场 likely { reason \"经费：二季度拨款推迟\"; note \"已催\" }
    \"参加人数\" 2.1 万人次
    quality \"满意度\" 86.5%
    \"场均费用\" 7500 元 forecast 7800 元 certain
    \"群众文化生活\" achieved 75% forecast achieved 90% likely
    \"是否建成档案\" no forecast yes
    clients \"满意度\" 93%
}";

/// What our own form says is read as it was written, in each format: of its rates and forecasts the computed ones are
/// computed again.
#[test]
fn our_own_form() {
    let expected = by_hand(TARGETS, JULY);
    let filled = outcomes_of(&format!("{TARGETS}{JULY}"), Layout::find("monitoring").unwrap());
    for &format in Format::ALL {
        let bytes = render(format, &filled, &Options { width: 4000, ..Options::default() }).unwrap();
        let compiled = read(TARGETS, &[open("监控表", &bytes).unwrap()], &NoFiles);
        assert_sound(&compiled);
        let own: String = compiled.output.0.lines().filter(|line| !line.starts_with("  rate:")).map(line).collect();
        assert_eq!(own, expected, "{format:?}");
    }
}

fn line(text: &str) -> String {
    format!("{text}\n")
}

/// The official form, its reasons and likelihoods ticked.
#[test]
fn the_official_form() {
    let document = drawn(&[
        "项目支出绩效目标执行监控表",
        "项目名称 | 群众文化活动",
        "项目资金（万元） | | 年初预算数 | 1—7月执行数 | 1—7月执行率 | 全年预计执行数",
        "^ | 年度资金总额： | 120 | 70 | 58.33% | 118",
        "^ | 其中：本年财政拨款 | 100 | 60 | | 98",
        "^ | 其他资金 | 20 | 10 | | 20",
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1—7月执行情况 | 全年预计完成情况 | 偏差原因分析 | < | < \
         | 完成目标可能性 | < | <",
        "^ | ^ | ^ | ^ | ^ | ^ | ^ | 经费保障 | 人员保障 | 原因说明 | 确定能 | 有可能 | 完全不可能",
        "^ | 产出指标 | 数量指标 | 举办活动 | ≥120场 | 70场 | 118场 | √ | √ | 拨款推迟 | | √ | ",
        "^ | 效益指标 | 社会效益指标 | 群众文化生活 | 明显丰富 | 75% | 90% | | | | √ | | ",
    ]);
    let compiled = read(TARGETS, &[tables("监控表.docx", Document { blocks: vec![Block::Grid(document)] })], &NoFiles);
    assert_sound(&compiled);
    let expected = "actual \"群众文化活动\" at 2026-07-31 {
        spent 70 万元 { fiscal 60 万元; other 10 万元 }
        forecast 118 万元 { fiscal 98 万元; other 20 万元 }
        execution 58.33%
        场次 70 场 forecast 118 场 likely { reason \"经费、人员：拨款推迟\" }
        \"群众文化生活\" achieved 75% forecast achieved 90% certain
    }";
    assert_eq!(compiled.output.0, by_hand(TARGETS, expected));
}

/// Results of a part of the year are no results of the year: where nobody says which part it is, that is asked for.
#[test]
fn months_that_nobody_filled_in() {
    for achieved in ["1-N月执行情况", "截至目前完成情况"] {
        let form = format!("项目名称,群众文化活动\n三级指标,年度指标值,{achieved}\n举办活动,≥120场,70场\n");
        let told = told(&read(&format!("{TARGETS}{OTHER}"), &[tables("a.csv", csv_document(&form))], &NoFiles));
        assert_eq!(told, "a.csv!1!C2:1:1 P204 “截至”缺少日期，如 2026-11\n");
    }
}

/// Where nothing but the money says which part it is, that is the part; the day is that of the form where it says one.
#[test]
fn a_part_of_the_year_that_is_named_elsewhere() {
    let achieved = "三级指标 | 年度指标值 | 截至目前完成情况\n举办活动 | ≥120场 | 70场";
    let money = |spent: &str| format!("项目资金（万元） | 年初预算数 | {spent}\n年度资金总额 | 120 | 70\n");
    for (above, day, spent) in [
        (money("1-7月执行数"), "2026-07-31", "spent 70 万元"),
        ("截至日期 | 2026-06-30\n".to_owned() + &money("执行数"), "2026-06-30", "spent 70 万元"),
        ("截至日期 | 2026-06-30\n".to_owned(), "2026-06-30", ""),
    ] {
        let expected = format!("actual \"群众文化活动\" at {day} {{ {spent}; 场次 70 场 }}");
        assert_eq!(filled_in(&(above + achieved)), by_hand(TARGETS, &expected));
    }
}

/// Results of the year beside those of a part of it are those that count, of indicators and of money.
#[test]
fn a_year_and_a_part_of_it() {
    let form = "项目资金（万元） | 年初预算数 | 1-7月执行数 | 全年执行数\n年度资金总额 | 120 | 70 | 118\n\
                三级指标 | 年度指标值 | 1-7月执行情况 | 全年完成值\n举办活动 | ≥120场 | 70场 | 121场";
    let expected = "actual \"群众文化活动\" { spent 118 万元; 场次 121 场 }";
    assert_eq!(filled_in(form), by_hand(TARGETS, expected));
    // What was spent in a part of it is not what was spent in it.
    let form = form.replace(" | 全年执行数", "").replace(" | 118", "");
    assert_eq!(filled_in(&form), by_hand(TARGETS, "actual \"群众文化活动\" { 场次 121 场 }"));
}

/// What is read of a form of the project with these rows.
fn filled_in(rows: &str) -> String {
    let rows: Vec<&str> = ["项目名称 | 群众文化活动"].into_iter().chain(rows.lines()).collect();
    let document = Document { blocks: vec![Block::Grid(drawn(&rows))] };
    let compiled = read(TARGETS, &[tables("监控表.docx", document)], &NoFiles);
    assert_sound(&compiled);
    compiled.output.0
}
