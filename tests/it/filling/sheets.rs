//! The sheets that are written to be filled in, and read again.

use std::collections::BTreeMap;

use perfc::{
    compile::{Visitor, compile},
    diagnostic::Severity,
    import::{
        self, Block, Cell, Document,
        results::{self, Given},
    },
    model::{Model, NoFiles, Project, Results, Workspace},
    source::Spots,
    syntax::quoted,
    table::fill_in::{FillIn, fill_in, write},
};
use proptest::prelude::*;

use super::{OTHER, TARGETS, assert_sound, by_hand, read, report, tables, told};
use crate::{support::assert_shown, table::documents::readers::file};

/// The column of the results, and those behind it.
const ACTUAL: usize = 5;
const SCORE: usize = 7;
const REASON: usize = 8;
const NOTE: usize = 9;

#[derive(Default)]
struct Sheets(Vec<FillIn>);

impl Visitor for Sheets {
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, _: &Workspace) {
        self.0.push(fill_in(project, &model.field));
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], _: &Model<'_>, _: &dyn Spots) {
        let sheet = self.0.iter_mut().find(|sheet| sheet.project == project.name.value).unwrap();
        sheet.fill(project, &results[0]);
    }
}

/// The sheets of some targets.
fn sheets(targets: &str) -> Vec<FillIn> {
    compile("targets.perf", targets.as_bytes().to_vec(), &NoFiles, Sheets::default()).output.0
}

/// The sheets as they are read again.
fn document(sheets: &[FillIn]) -> Document {
    import::read(&write(sheets).unwrap()).unwrap().1
}

/// A document in which cells are filled in: by sheet, row (as spreadsheets count) and column.
fn filled(mut document: Document, cells: &[(usize, usize, usize, &str)]) -> Given {
    for &(sheet, row, column, text) in cells {
        let Some(Block::Grid(grid)) = document.blocks.get_mut(sheet) else { panic!("no sheet {sheet}") };
        let (row, text) = (row - 1, text.to_owned());
        match grid.cells.iter_mut().find(|cell| (cell.row, cell.column) == (row, column)) {
            Some(cell) => cell.text = text,
            None => grid.cells.push(Cell { row, column, rows: 1, columns: 1, text, held: None }),
        }
        grid.cells.sort_by_key(|cell| (cell.row, cell.column));
    }
    tables("填报表.xlsx", document)
}

/// The first row of the indicators, as spreadsheets count.
fn first_row(document: &Document) -> usize {
    let Block::Grid(grid) = &document.blocks[0] else { panic!("no sheet") };
    grid.cells.iter().find(|cell| cell.text == "三级指标").unwrap().row + 2
}

/// The cells of a sheet, a row a line.
fn drawn(document: &Document) -> String {
    let mut lines: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let Block::Grid(grid) = block else { continue };
        for cell in &grid.cells {
            lines.entry((at, cell.row)).or_default().push(cell.text.clone());
        }
    }
    lines.into_values().map(|cells| cells.join(" | ") + "\n").collect()
}

#[test]
fn what_is_asked_for() {
    let mut sheets = sheets(TARGETS);
    sheets[0].at = Some(jiff::civil::date(2026, 12, 31));
    assert!(!sheets[0].is_early);
    let judgements = sheets[0].judgements.iter().map(|judged| format!("{}：{}\n", judged.name, judged.range));
    let shown = format!("{}\n{}", drawn(&document(&sheets)), judgements.collect::<String>().trim_end());
    assert_shown!(shown);
}

/// The judgements can be chosen where points are asked for beside them; during the year there is nothing to choose. What
/// is chosen or typed is read.
#[test]
fn targets_in_words_take_a_judgement_or_a_percentage() {
    let list = "达成年度指标,部分达成年度指标并具有一定效果,未达成年度指标且效果较差";
    let is_listed = |is_early| {
        let mut sheets = sheets(TARGETS);
        sheets[0].is_early = is_early;
        file(&write(&sheets).unwrap(), "xl/worksheets/sheet1.xml").contains(list)
    };
    assert!(is_listed(false) && !is_listed(true));
    let document = document(&sheets(TARGETS));
    let row = first_row(&document) + 6;
    let given = |value, points| filled(document.clone(), &[(0, row, ACTUAL, value), (0, row, SCORE, points)]);
    let read = |value, points| read(TARGETS, &[given(value, points)], &NoFiles).output.0;
    let expected = |value: &str| by_hand(TARGETS, &format!("actual \"群众文化活动\" {{ \"群众文化生活\" {value} }}"));
    assert_eq!(read("达成年度指标", "9.2"), expected("is \"达成年度指标\" 得分 9.2"));
    assert_eq!(read("91.25%", ""), expected("achieved 91.25%"));
}

/// Filled in as spreadsheets leave it, it says what would be written by hand.
#[test]
fn what_is_filled_in_is_read() {
    let document = document(&sheets(&format!("{TARGETS}{OTHER}")));
    let row = first_row(&document);
    let given = filled(
        document,
        &[
            (0, 4, 2, "2026-12-31"),
            (0, 6, 3, "118.5"),
            (0, 6, 5, "115"),
            (0, 7, 5, "95.00"),
            (0, 9, 5, "20"),
            (0, 11, 5, "活动覆盖了全部街道。\n参加人数比上年多。"),
            (0, row, ACTUAL, "126"),
            (0, row, SCORE, "20"),
            (0, row + 1, ACTUAL, "3.2"),
            (0, row + 1, REASON, "=天气不好，\n停办三场"),
            (0, row + 2, ACTUAL, "88.50%"),
            (0, row + 3, ACTUAL, "2026-11-20"),
            (0, row + 4, ACTUAL, "0.75"),
            (0, row + 5, ACTUAL, "4"),
            (0, row + 6, ACTUAL, "95.00%"),
            (0, row + 6, NOTE, "问卷调查"),
            (0, row + 7, ACTUAL, "是"),
            (0, row + 8, REASON, "设备还没有验收"),
            (0, row + 9, ACTUAL, "91.00%"),
        ],
    );
    let compiled = read(&format!("{TARGETS}{OTHER}"), &[given], &NoFiles);
    assert_sound(&compiled);
    let expected = by_hand(
        &format!("{TARGETS}{OTHER}"),
        "actual \"群众文化活动\" at 2026-12-31 {
            budget 118.5 万元
            spent 115 万元 { fiscal 95.00 万元; other 20 万元 }
            goal \"活动覆盖了全部街道。\"; goal \"参加人数比上年多。\"
            场次 126 场 score 20
            \"参加人数\" 3.2 万人次 { reason \"=天气不好，停办三场\" }
            quality \"满意度\" 88.5%
            \"完成时间\" 2026-11-20
            \"场均费用\" 0.75 万元
            \"带动消费增长\" 4 个百分点
            \"群众文化生活\" achieved 95% { note \"问卷调查\" }
            \"是否建成档案\" yes
            \"设备完好\" tbd { reason \"设备还没有验收\" }
            clients \"满意度\" 91%
        }",
    );
    assert_eq!(compiled.output.0, expected);
}

/// What is known already stands in the sheet, and reads back as what it was.
#[test]
fn what_is_known_is_filled_in() {
    let actuals = "actual \"群众文化活动\" at 2026-12-31 {
        budget 118.5 万元
        spent 1,150,000.00 元 { fiscal 95.00 万元; other 20 万元 }
        goal \"活动覆盖了全部街道。\"; goal \"参加人数比上年多。\"
        场次 1,260.50 场 score 19.5 { note \"-备注\" }
        \"参加人数\" 32000 人次 { reason \"=天气不好\" }
        quality \"满意度\" 88.123456789%
        \"完成时间\" 2026-11-20
        \"场均费用\" 7500 元 per 场
        \"带动消费增长\" 1234567890.1234567890123 个百分点
        \"群众文化生活\" achieved 95%
        \"是否建成档案\" no
        \"设备完好\" tbd { reason \"还没有验收\" }
        clients \"满意度\" 约九成
    }";
    let actuals = actuals.replace("约九成", "is \"约九成\"");
    let known = sheets(&format!("{TARGETS}{OTHER}{actuals}"));
    let given = tables("填报表.xlsx", document(&known));
    let compiled = read(&format!("{TARGETS}{OTHER}"), &[given], &NoFiles);
    assert_sound(&compiled);
    // Money is said in the unit of the budget, and forms print no per.
    let expected = by_hand(&format!("{TARGETS}{OTHER}"), &actuals.replace("1,150,000.00 元", "115 万元"));
    assert_eq!(compiled.output.0, expected);
}

/// What stands in the sheet of a day before the end of the year: what is expected, in place of the points.
#[test]
fn what_is_asked_for_during_the_year() {
    let early = "actual \"群众文化活动\" at 2026-07-31 { spent 70 万元; 场次 60 场 forecast 130 场 certain }";
    let sheets = sheets(&format!("{TARGETS}{early}"));
    assert!(sheets[0].is_early);
    assert_shown!(drawn(&document(&sheets)));
}

/// The same read back.
#[test]
fn what_is_expected_is_filled_in() {
    let actuals = "actual \"群众文化活动\" at 2026-07-31 {
        spent 70 万元 { fiscal 55.00 万元; other 15 万元 }
        forecast 118.5 万元 { fiscal 98.50 万元; other 20 万元 }
        场次 60 场 forecast 130 场 certain { note \"暑假\" }
        \"参加人数\" tbd forecast 32000 人次
        quality \"满意度\" 88.12% forecast 90.00% likely
        \"完成时间\" tbd forecast 2026-11-20 impossible { reason \"人员：借调两人\" }
        \"场均费用\" 0.75 万元 forecast likely
        \"群众文化生活\" achieved 75% forecast achieved 95.5%
        \"是否建成档案\" no forecast yes
        \"设备完好\" tbd forecast is \"约九成\"
    }";
    let known = sheets(&format!("{TARGETS}{OTHER}{actuals}"));
    let compiled = read(&format!("{TARGETS}{OTHER}"), &[tables("填报表.xlsx", document(&known))], &NoFiles);
    let expected = by_hand(&format!("{TARGETS}{OTHER}"), &actuals.replace("90.00%", "90%"));
    assert_eq!(compiled.output.0, expected);
}

/// Points that were filled in before the end of the year are not lost.
#[test]
fn points_of_a_day_during_the_year_are_kept() {
    let actuals = "actual \"群众文化活动\" at 2026-07-31 { 场次 60 场 forecast 130 场 score 9.5 }";
    let given = tables("填报表.xlsx", document(&sheets(&format!("{TARGETS}{actuals}"))));
    assert_eq!(read(TARGETS, &[given], &NoFiles).output.0, by_hand(TARGETS, actuals));
}

/// Results of another kind than the cell is for stand in it as they were said.
#[test]
fn what_fits_no_cell_is_filled_in_as_words() {
    let actuals = "actual \"群众文化活动\" {
        场次 12%
        \"参加人数\" 2026-11-20
        quality \"满意度\" 88 分
        \"完成时间\" 12 天
        \"场均费用\" 是
        \"带动消费增长\" 2026-11
        \"群众文化生活\" 95 分
        \"是否建成档案\" 3 个
        \"设备完好\" >= 92%
        clients \"满意度\" 3..5 次
    }";
    let given = tables("填报表.xlsx", document(&sheets(&format!("{TARGETS}{actuals}"))));
    assert_eq!(read(TARGETS, &[given], &NoFiles).output.0, by_hand(TARGETS, actuals));
}

/// A sheet that was filled in and saved by other programs (`tests/documents/fill_in.py`; then converted by LibreOffice).
#[test]
fn what_other_programs_save_is_read() {
    let rows = [
        ("quantity", "举办活动", "12.5 场"),
        ("quantity", "参加人数", "12.5 万人次"),
        ("quality", "满意度", "91.255%"),
        ("timeliness", "完成时间", "2026-11-20"),
        ("cost", "场均费用", "12.5 万元"),
        ("economic", "带动消费增长", "12.5 个百分点"),
        ("social", "群众文化生活", "achieved 91.255%"),
        ("social", "是否建成档案", "yes"),
        ("sustainable", "设备完好", "91.255%"),
        ("clients", "满意度", "91.255%"),
    ];
    let row = |(category, name, value): (&str, &str, &str)| {
        format!("{category} \"{name}\" {value} {{ reason \"=1+1 是文字\"; note \"-备注\" }}\n")
    };
    let rows: String = rows.into_iter().map(row).collect();
    let expected = format!("actual \"群众文化活动\" at 2026-12-31 {{ spent 1000000.5 万元\n{rows}}}");
    let expected = by_hand(TARGETS, &expected);
    for name in ["openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods", "libreoffice.xls"] {
        let bytes = std::fs::read(format!("tests/fixtures/results/{name}")).unwrap();
        let compiled = read(TARGETS, &[results::read(name, &bytes).unwrap()], &NoFiles);
        assert_sound(&compiled);
        assert_eq!(compiled.output.0, expected, "{name}");
    }
}

#[test]
fn mistakes_are_told_at_their_cells() {
    let document = document(&sheets(TARGETS));
    let row = first_row(&document);
    let cells = [
        (0, 4, 2, "2026-13-01"),
        (0, 6, 5, "约115"),
        (0, 7, 5, "95 箱"),
        (0, row, ACTUAL, "126"),
        (0, row, SCORE, "满分"),
        (0, row + 1, ACTUAL, "多少3万"),
        (0, row + 2, ACTUAL, "88%%"),
        (0, row + 3, ACTUAL, "2026-02-30"),
        (0, row + 4, ACTUAL, "0.75 苹"),
        (0, row + 4, 3, "≤0.9万元"),
        (0, row + 9, 2, "满意程度"),
        (0, row + 9, ACTUAL, "91"),
        (0, row + 9, 10, ""),
    ];
    assert_shown!(report(TARGETS, filled(document, &cells)));
}

#[test]
fn a_sheet_that_nobody_filled_in_says_nothing() {
    let given = tables("填报表.xlsx", document(&sheets(TARGETS)));
    assert_eq!(report(TARGETS, given), "\n填报表.xlsx:1:1 P608 没有找到实际完成情况\n");
}

#[test]
fn the_same_sheets_give_the_same_bytes() {
    let sheets = sheets(&format!("{TARGETS}{OTHER}"));
    assert_eq!(write(&sheets).unwrap(), write(&sheets).unwrap());
}

/// Names as they may be: unlike each other, with nothing that a sheet does not keep.
fn names() -> impl Strategy<Value = Vec<String>> {
    let name = prop_oneof![
        4 => "[支撑服务知识产权保护，。“”（）《》%0-9A-Za-z.·、：]{1,20}",
        2 => "[=+@\\-]{1,2}[cmd|甲乙0-9!'\"{};/ ]{1,12}",
        1 => "\\PC{1,10}",
        1 => "指标[0-9]：[甲乙丙丁]{1,5}",
    ];
    let says = |name: &String| name.chars().any(char::is_alphabetic) && !name.chars().any(|c| c.is_control());
    let name = name.prop_map(|name| name.trim().to_owned()).prop_filter("a name", says);
    prop::collection::btree_set(name, 1..12).prop_map(|names| names.into_iter().collect())
}

/// A target of each kind, what may be filled in for it, and what is then printed.
const KINDS: [(&str, &str, &str, &str); 12] = [
    ("quantity", ">= 12 家", "13", "13家"),
    ("quantity", "4 个", "3", "3个"),
    ("quantity", "<= 1,020.50 元/人·月", "1020.5", "1020.5元/人·月"),
    ("quality", ">= 90%", "88.25%", "88.25%"),
    ("economic", "3..5 次", "4", "4次"),
    ("social", "is \"明显提升\"", "95.00%", "achieved 95%"),
    ("social", "yes", "否", "否"),
    ("social", "tbd", "已经开始", "已经开始"),
    ("timeliness", "by 2026-11", "2026-11-20", "2026年11月20日"),
    ("timeliness", "2023-07..2024-01", "2024-01-15", "2024年1月15日"),
    ("quality", "graded 优 100%, 良 90%, 中 85%, 差 80%", "92.00%", "92%"),
    ("quality", "steps >= 70% 3 分, >= 65% 1 分", "71.00%", "71%"),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each row of each sheet is found again, whatever it is called and whatever kind it is of.
    #[test]
    fn each_row_is_found_again(names in names(), kinds in prop::collection::vec(0..KINDS.len(), 12)) {
        let rows: Vec<_> = names.iter().zip(kinds.iter().map(|kind| KINDS[*kind])).collect();
        let row = |(name, (category, target, ..)): &(&String, (&str, &str, _, _))| {
            format!("{category} {} {target}\n", quoted(name))
        };
        let lines: String = rows.iter().map(row).collect();
        let targets = format!("project \"乙\" {{ budget 1 元\n{lines}}}\n");
        let sheets = sheets(&targets);
        let document = document(&sheets);
        let first = first_row(&document);
        let of = |name: &str| rows.iter().find(|(known, _)| *known == name).unwrap().1;
        let asked = sheets[0].rows.iter().enumerate();
        let cells: Vec<_> = asked.map(|(at, row)| (0, first + at, ACTUAL, of(&row.name).2)).collect();
        let compiled = read(&targets, &[filled(document, &cells)], &NoFiles);
        let in_sheet = compiled.findings.iter().filter(|finding| {
            let name = &compiled.workspace.sources.get(finding.span().file).name;
            finding.severity == Severity::Error && name.starts_with("填报表")
        });
        prop_assert_eq!(in_sheet.count(), 0, "{}", told(&compiled));
        let expected: Vec<String> = sheets[0]
            .rows
            .iter()
            .map(|row| format!("  {} {}: {}", row.category, row.name, of(&row.name).3))
            .collect();
        let read: Vec<&str> = compiled.output.0.lines().skip(1).collect();
        prop_assert_eq!(read, expected);
    }
}
