//! The rows of real tables put into each of the layouts that forms have, and imported: nothing of them changes.

use perfc::{
    import::{Block, Cell, Document, Grid, read as read_document},
    table::{self, Format, Options, Role, Section, render},
};

use serde_json::Value;

use super::{
    corpus::{Table, tables},
    roundtrip::imported,
};
use crate::{
    documents::cell,
    support::compiled,
    table::{tables_of, tianjin},
};

/// A row of the corpus.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    pub level1: String,
    pub level2: String,
    pub name: String,
    pub value: String,
}

/// How a form shows the same rows.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// The value in one cell.
    Plain,
    /// Sign, value and unit in cells of their own.
    Split,
    /// Nature, direction in words, value and unit.
    Worded,
    /// With points, results, scores and reasons.
    Scored,
    /// The annual value beside that of the whole period.
    Periods,
    /// Last year's value beside this year's.
    Years,
    /// Points in the brackets of the levels.
    Points,
    /// Levels said once and merged over their rows.
    Merged,
    /// Levels said once, blank cells below.
    Blank,
    /// A number before each name.
    Numbered,
}

pub const SHAPES: [Shape; 10] = [
    Shape::Plain,
    Shape::Split,
    Shape::Worded,
    Shape::Scored,
    Shape::Periods,
    Shape::Years,
    Shape::Points,
    Shape::Merged,
    Shape::Blank,
    Shape::Numbered,
];

/// The facts of a table. What stands in brackets behind its levels, and the numbers before names, belong to its own form.
fn rows(table: &Table) -> Vec<Row> {
    let bare = |text: &str| text.split(['(', '（']).next().unwrap_or_default().to_owned();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default().trim().to_owned();
        let unit = if cell(4).ends_with(|c: char| c.is_ascii_digit()) { cell(5) } else { String::new() };
        Row { level1: bare(&cell(0)), level2: bare(&cell(1)), name: unnumbered(&cell(2)), value: cell(4) + &unit }
    };
    table.text.lines().skip(1).map(row).collect()
}

fn unnumbered(name: &str) -> String {
    let Some(rest) = name.strip_prefix("指标") else { return name.to_owned() };
    let bare = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = if bare.len() < rest.len() { bare.trim_start_matches([':', '：', '.', ' ']) } else { name };
    bare.to_owned()
}

/// Sign, number and unit of a value that has them.
fn parts(value: &str) -> Option<(&str, &str, &str)> {
    let number = value.trim_start_matches(['≥', '≤', '=', '>', '<']);
    let sign = &value[..value.len() - number.len()];
    let digits = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
    let (number, unit) = number.split_at(digits);
    let is_simple = sign.chars().count() <= 1 && !number.is_empty() && !unit.contains(|c: char| c.is_ascii_digit());
    is_simple.then_some((sign, number, unit))
}

fn worded(sign: &str) -> &str {
    match sign {
        "≥" => "大于等于",
        "≤" => "小于等于",
        "=" => "等于",
        ">" => "大于",
        "<" => "小于",
        _ => "",
    }
}

/// The names of the columns behind that of the indicators, and what a value is in them.
fn columns(shape: Shape, value: &str) -> (Vec<&'static str>, Vec<String>) {
    let owned = |texts: [&str; 4]| texts.map(str::to_owned).to_vec();
    let split = parts(value);
    match shape {
        Shape::Split => {
            let (sign, number, unit) = split.unwrap_or(("", value, ""));
            (vec!["计算符号", "目标值", "度量单位"], owned([sign, number, unit, ""])[..3].to_vec())
        }
        Shape::Worded => {
            let (sign, number, unit) = split.unwrap_or(("", value, ""));
            let nature = if value.contains(|c: char| c.is_numeric()) { "正向" } else { "定性" };
            (vec!["指标性质", "指标方向", "目标值", "计量单位"], owned([nature, worded(sign), number, unit]))
        }
        Shape::Scored => {
            let names = vec!["年度指标值", "实际完成值", "分值", "得分"];
            (names, owned([value, "100%", "5", "4.5"]))
        }
        Shape::Periods => (vec!["实施周期目标值", "年度目标值"], vec!["≥36家".to_owned(), value.to_owned()]),
        Shape::Years => (vec!["上年指标值", "本年指标值"], vec!["约10家".to_owned(), value.to_owned()]),
        _ => (vec!["指标值"], vec![value.to_owned()]),
    }
}

/// The rows as a form of this shape.
pub fn document(rows: &[Row], shape: Shape) -> Document {
    let mut texts: Vec<Vec<String>> = Vec::new();
    let head = ["一级指标", "二级指标", "三级指标"].into_iter().chain(columns(shape, "").0);
    texts.push(head.map(str::to_owned).collect());
    for (at, row) in rows.iter().enumerate() {
        let level1 = match shape {
            Shape::Points if !row.level1.is_empty() => format!("{}（50分）", row.level1),
            _ => row.level1.clone(),
        };
        let name =
            if let Shape::Numbered = shape { format!("指标{}：{}", at + 1, row.name) } else { row.name.clone() };
        texts.push([vec![level1, row.level2.clone(), name], columns(shape, &row.value).1].concat());
    }
    let mut cells = Vec::new();
    for (row, line) in texts.iter().enumerate() {
        for (column, text) in line.iter().enumerate() {
            let same =
                |other: usize| texts[other][..column.min(2)] == line[..column.min(2)] && texts[other][column] == *text;
            let is_merged = matches!(shape, Shape::Merged | Shape::Blank) && column < 2 && !text.is_empty();
            if is_merged && row > 1 && same(row - 1) {
                continue;
            }
            let below = (row + 1..texts.len()).take_while(|other| same(*other)).count();
            let rows = if matches!(shape, Shape::Merged) && is_merged && row > 0 { below + 1 } else { 1 };
            cells.push(Cell { rows, ..cell(row, column, text) });
        }
    }
    Document { blocks: vec![Block::Grid(Grid { name: None, cells })] }
}

/// The rows that a file prints.
fn read(source: &str) -> Vec<Row> {
    let tables = tables_of(source, tianjin());
    let grids = tables.iter().map(|table| (table, table.grid()));
    let mut rows: Vec<Row> = grids
        .flat_map(|(table, grid)| {
            let text = move |row: usize, column: usize| grid.at(row, column).unwrap().cell.text.to_string();
            (5..table.rows.len())
                .map(|row| Row { level1: text(row, 0), level2: text(row, 1), name: text(row, 2), value: text(row, 6) })
                .collect::<Vec<_>>()
        })
        .collect();
    rows.sort();
    rows
}

/// What a file means by its rows, whatever they are printed like: category, name and target of each.
fn targets(source: &str) -> Vec<[Value; 3]> {
    let projects = compiled(source).projects();
    let rows = projects.iter().flat_map(|project| project["indicators"].as_array().unwrap());
    let mut targets: Vec<[Value; 3]> =
        rows.map(|row| [row["level2"]["name"].clone(), row["name"].clone(), row["target"].clone()]).collect();
    targets.sort_by_key(|row| format!("{row:?}"));
    targets
}

#[test]
fn rows_are_the_same_in_each_layout() {
    for table in tables() {
        let rows = rows(&table);
        let mut expected = rows.clone();
        for row in &mut expected {
            let given = |text: &str, other: &str| if text.is_empty() { other.to_owned() } else { text.to_owned() };
            row.level1 = given(&row.level1, "未分类指标");
            row.level2 = given(&row.level2, &row.level1);
        }
        expected.sort();
        let model = targets(&imported(&document(&rows, Shape::Plain))[0]);
        for shape in SHAPES {
            for source in imported(&document(&rows, shape)) {
                assert_eq!(read(&source), expected, "{} as {shape:?}:\n{source}", table.name);
                assert_eq!(targets(&source), model, "{} as {shape:?}:\n{source}", table.name);
            }
        }
    }
}

/// A document of one grid as a table that can be written.
fn written(document: &Document) -> table::Table<'_> {
    let [Block::Grid(grid)] = &document.blocks[..] else { panic!("not one grid") };
    let rows = grid.cells.iter().map(|cell| cell.row).max().map_or(0, |last| last + 1);
    let columns = grid.cells.iter().map(|cell| cell.column).max().map_or(0, |last| last + 1);
    let covered = |row: usize, column: usize| {
        let over = |cell: &&Cell| {
            (cell.row..cell.row + cell.rows).contains(&row)
                && (cell.column..cell.column + cell.columns).contains(&column)
        };
        grid.cells.iter().find(over)
    };
    let cell = |row: usize, column: usize| match covered(row, column) {
        Some(cell) if (cell.row, cell.column) != (row, column) => None,
        cell => Some(table::Cell {
            text: cell.map_or("", |cell| &*cell.text).into(),
            role: Role::Text,
            column,
            columns: cell.map_or(1, |cell| cell.columns),
            rows: cell.map_or(1, |cell| cell.rows),
        }),
    };
    let row = |row: usize| table::Row {
        section: Section::Indicators,
        cells: (0..columns).filter_map(|column| cell(row, column)).collect(),
    };
    let title = "维修绩效目标表".to_owned();
    table::Table { title, columns: vec![1; columns], rows: (0..rows).map(row).collect(), ..table::Table::default() }
}

/// The same in the formats that people have: what comes out of a file is what comes out of the cells that it was
/// written of.
#[test]
fn rows_are_the_same_in_each_layout_and_format() {
    for given in tables() {
        let rows = rows(&given);
        for shape in SHAPES {
            let mut document = document(&rows, shape);
            let table = written(&document).into_owned();
            document.blocks.insert(0, Block::Paragraph(table.title.clone()));
            let [expected, _] = imported(&document);
            for format in [Format::Docx, Format::Xlsx, Format::Html] {
                let bytes = render(format, std::slice::from_ref(&table), &Options::default()).unwrap();
                let [text, _] = imported(&read_document(&bytes).unwrap().1);
                assert_eq!(text, expected, "{} as {shape:?} in {format:?}", given.name);
            }
        }
    }
}
