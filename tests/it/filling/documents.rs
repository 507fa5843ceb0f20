//! Results in files of spreadsheets, as programs write them.

use perfc::{
    import::results::{Content, Given, read},
    model::NoFiles,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::{OTHER, TARGETS, report, told};
use crate::support::assert_shown;

fn xlsx(write: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Given {
    let mut book = Workbook::new();
    write(book.add_worksheet().set_name("Sheet1").unwrap());
    read("results.xlsx", &book.save_to_buffer().unwrap()).unwrap()
}

fn texts(sheet: &mut rust_xlsxwriter::Worksheet, rows: &[&[&str]]) {
    for (row, texts) in rows.iter().enumerate() {
        for (column, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row as u32, column as u16, *text).unwrap();
        }
    }
}

/// Numbers, percentages, days, formulas, merged cells, numbers held as text, blank tails.
#[test]
fn cells_of_all_kinds() {
    let given = xlsx(|sheet| {
        let head = ["二级指标", "三级指标", "实际完成值", "单位", "得分"];
        let rows: &[&[&str]] = &[
            &head,
            &["数量指标", "举办活动", "", "场"],
            &["", "参加人数", "", "万人次"],
            &["质量指标", "满意度"],
            &["时效指标", "完成时间"],
            &["成本指标", "场均费用", "7500.50", "元"],
            &["效益指标", "带动消费增长", "4", "个百分点"],
            &["", "群众文化生活"],
            &["满意度指标", "满意度"],
        ];
        texts(sheet, rows);
        let percent = Format::new().set_num_format("0.0%");
        sheet.merge_range(1, 0, 2, 0, "数量指标", &Format::new()).unwrap();
        sheet.write_number(1, 2, 126).unwrap();
        sheet.write_formula(2, 2, Formula::new("=1.6*2").set_result("3.2")).unwrap();
        sheet.write_number_with_format(3, 2, 0.885, &percent).unwrap();
        let day = Format::new().set_num_format("yyyy/m/d");
        sheet.write_datetime_with_format(4, 2, ExcelDateTime::from_ymd(2026, 11, 20).unwrap(), &day).unwrap();
        sheet.write_number_with_format(7, 2, 0.95, &Format::new().set_num_format("0%")).unwrap();
        sheet.write_number_with_format(8, 2, 0.91, &Format::new().set_num_format("0%")).unwrap();
        sheet.write_number(1, 4, 20).unwrap();
        for row in 9..40 {
            sheet.write_blank(row, 2, &percent).unwrap();
        }
    });
    assert_shown!(report(TARGETS, given));
}

#[test]
fn each_problem_stands_at_its_cell() {
    let given = xlsx(|sheet| {
        texts(
            sheet,
            &[
                &["项目名称", "群众文化活动"],
                &["三级指标", "指标值", "计量", "实际完成值", "单位", "原因"],
                &["举办活动", "≥120场", "", "126", "常", ""],
                &["参加人数", "≥3.5万人次", "", "三万多人次", "", "=cmd|' /C calc'!A0"],
                &["举办活动", "≥120场", "", "127", "场", ""],
                &["满意度", "", "", "88", "%", ""],
                &["场均费用", "", "", "0.7万元", "元", ""],
                &["完成日期", "", "", "2026-11-20", "", "+1"],
            ],
        );
    });
    assert_shown!(report(TARGETS, given));
}

/// Results in a source of their own need not import the targets; what is wrong in them is told there.
#[test]
fn sources_are_taken_as_they_are() {
    let text = "actual \"图书购置\" at 2026-12-31 { spent 79 万元; \"购置图书\" 9000 册; \"购书\" 1 册 }\n";
    let given = read("results.perf", text.as_bytes()).unwrap();
    assert!(matches!(given.content, Content::Source(_)));
    assert_shown!(report(&format!("{TARGETS}{OTHER}"), given));
}

/// Several documents of one project and one day are one, beside the results that the file of targets states itself.
#[test]
fn several_documents() {
    let one = read("a.csv", "指标,实际完成值\n举办活动,126场\n参加人数,3.1万人次\n".as_bytes()).unwrap();
    let other = read("b.json", br#"[{ "indicator": "\u53c2\u52a0\u4eba\u6570", "actual": "3.2 \u5343" }]"#).unwrap();
    let targets = format!("{TARGETS}actual \"群众文化活动\" at 2026-06-30 {{ 场次 50 场 }}\n");
    let compiled = super::read(&targets, &[one, other], &NoFiles);
    assert_shown!(format!("{}\n{}", compiled.output.0, told(&compiled)));
}
