//! Odd cells anywhere in forms of all layouts, odd rows and columns, odd lines between: what they say is in the file, or
//! told.

use perfc::import::{Block, Cell, Document, Grid};
use proptest::prelude::*;

use super::{
    cells::{Told, told},
    drawn,
    layouts::{Row, SHAPES, document},
};
use crate::documents::cell;

/// What stands above the indicators, each kind of form another.
const HEADS: [&[&str]; 3] = [
    &[
        "绩效目标表（2026年度） | < | < | <",
        "610101某某局 | | 单位：万元",
        "项目名称 | 维修 | 项目代码 | A1",
        "预算数 | 5 | 其中：财政资金 | 5",
        "用途 | 修好办公楼。 | < | <",
    ],
    &[
        "项目名称 | 维修 | 主管部门 | 某某局",
        "项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率",
        "^ | 资金总额 | 6 | 5 | 4 | 80%",
        "^ | 其他资金 | 6 | 5 | 4 | 80%",
        "年度总体目标 | 预期目标 | < | 实际完成情况",
        "^ | 修好办公楼。 | < | 已修好。",
    ],
    &[
        "项目支出绩效目标表",
        "项目资金（元） | 中期资金总额 | 9 | 年度资金总额 | 5",
        "^ | 财政拨款 | 9 | 财政拨款 | 5",
        "总体目标 | 中期目标 | 三年修完。",
        "^ | 年度目标 | 修好办公楼。",
    ],
];

const ROWS: [[&str; 4]; 5] = [
    ["产出指标", "数量指标", "维修面积", "≥400平方米"],
    ["产出指标", "数量指标", "维修次数", "2次"],
    ["产出指标", "质量指标", "合格率", "=100%"],
    ["效益指标", "社会效益指标", "影响", "明显提升"],
    ["满意度指标", "服务对象满意度指标", "满意度", "/"],
];

/// Odd texts, in which a mark stands at both ends.
const ODD: [&str; 24] = [
    "@甲…@乙",
    "约5@甲家@乙",
    "≥@甲5@乙",
    "@甲：@乙",
    "@甲\n@乙",
    "@甲绩效目标表（@乙）",
    "@甲资金@乙",
    "2026年@甲，@乙",
    "“@甲”//@乙\"",
    "@甲 /* @乙",
    "指标1：@甲；@乙",
    "合计@甲 @乙",
    "项目名称：@甲@乙",
    "单位：@甲@乙",
    "610101@甲局@乙",
    "@甲指标（50分）@乙",
    "@甲指标（5@乙）",
    "其中：@甲拨款（@乙元）",
    "年度目标：@甲@乙",
    "@甲5%-@乙6%",
    "优@甲100% 良@乙90%",
    "@甲=5@乙",
    "2026-01-01至@甲@乙",
    "@甲以上@乙以内",
];

/// A form with what stands above and below it.
fn form(head: usize, shape: usize) -> Grid {
    let row = |[level1, level2, name, value]: [&str; 4]| {
        let [level1, level2, name, value] = [level1, level2, name, value].map(str::to_owned);
        Row { level1, level2, name, value }
    };
    let mut grid = drawn(HEADS[head]);
    let above = HEADS[head].len();
    let Some(Block::Grid(rows)) = document(&ROWS.map(row), SHAPES[shape]).blocks.pop() else { panic!() };
    grid.cells.extend(rows.cells.into_iter().map(|cell| Cell { row: cell.row + above, ..cell }));
    let below = above + 1 + ROWS.len();
    let foot = [(0, "总分"), (3, "100")].map(|(column, text)| cell(below, column, text));
    grid.cells.extend(foot);
    grid.cells.retain(|cell| !cell.text.is_empty());
    grid
}

/// What is done to a form.
#[derive(Debug, Clone, Copy)]
enum Change {
    /// A cell says something odd.
    Replace,
    /// So does one that goes on over the cell behind it.
    Widen,
    /// Something odd stands behind all cells of a row.
    Beside,
    /// A cell is gone.
    Remove,
    /// A blank column stands before a cell; cells that reach over it are wider.
    Column,
    /// A row with something odd in the column of a cell stands above it; cells that reach down over it are higher.
    Row,
}

/// Changes a form at a cell that is no name of a column.
fn change(grid: &mut Grid, (at, change, odd): (usize, Change, &str)) {
    let names = names(grid);
    let others: Vec<usize> = (0..grid.cells.len()).filter(|cell| grid.cells[*cell].row != names).collect();
    let at = others[at % others.len()];
    let Cell { row, column, columns, .. } = grid.cells[at];
    match change {
        Change::Replace => grid.cells[at].text = odd.to_owned(),
        Change::Widen => {
            let next = grid.cells.get(at + 1).filter(|next| (next.row, next.column) == (row, column + columns));
            let more = next.filter(|next| next.rows == 1).map_or(0, |next| next.columns);
            grid.cells[at].text = odd.to_owned();
            if more > 0 && grid.cells[at].rows == 1 {
                grid.cells[at].columns += more;
                grid.cells.remove(at + 1);
            }
        }
        Change::Beside => {
            let column = grid.cells.iter().map(|cell| cell.column + cell.columns).max().unwrap() + at % 2;
            grid.cells.push(cell(row, column, odd));
            grid.cells.sort_by_key(|cell| (cell.row, cell.column));
        }
        Change::Remove => drop(grid.cells.remove(at)),
        Change::Column => {
            for cell in &mut grid.cells {
                let reaches = cell.column < column && column < cell.column + cell.columns;
                cell.columns += usize::from(reaches);
                cell.column += usize::from(cell.column >= column);
            }
        }
        Change::Row => {
            let is_taken = |cell: &&Cell| cell.row < row && row < cell.row + cell.rows;
            let over = grid.cells.iter().filter(is_taken).map(|cell| cell.column..cell.column + cell.columns);
            let is_free = !over.into_iter().any(|columns| columns.contains(&column));
            for cell in &mut grid.cells {
                let reaches = cell.row < row && row < cell.row + cell.rows;
                cell.rows += usize::from(reaches);
                cell.row += usize::from(cell.row >= row);
            }
            grid.cells.extend(is_free.then(|| cell(row, column, odd)));
            grid.cells.sort_by_key(|cell| (cell.row, cell.column));
        }
    }
}

/// The row with the names of the columns.
fn names(grid: &Grid) -> usize {
    grid.cells.iter().find(|cell| cell.text == "三级指标").map_or(0, |cell| cell.row)
}

/// All that an import says, without blanks.
fn said(told: &Told) -> String {
    let skipped = told.summary.skipped.iter().map(|(_, texts)| &**texts);
    let all = [&*told.text].into_iter().chain(skipped).chain(told.findings.iter().map(String::as_str));
    all.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

/// A line between two forms.
fn line() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&ODD[..]).prop_filter("a line", |odd| !odd.contains('\n'))
}

fn changes() -> impl Strategy<Value = Vec<(usize, Change, &'static str)>> {
    use Change::{Beside, Column, Remove, Replace, Row, Widen};
    let change = prop::sample::select(vec![Replace, Replace, Widen, Beside, Remove, Column, Row]);
    prop::collection::vec((0..1000_usize, change, prop::sample::select(&ODD[..])), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn odd_cells_are_kept(head in 0..HEADS.len(), shape in 0..SHAPES.len(), changes in changes(), line in line()) {
        let mut grid = form(head, shape);
        for (number, (at, kind, odd)) in changes.iter().enumerate() {
            let odd = odd.replace('@', &format!("奇{number}异"));
            change(&mut grid, (*at, *kind, &odd));
        }
        let line = line.replace('@', "奇99异");
        let texts: Vec<String> = grid.cells.iter().map(|cell| cell.text.clone()).chain([line.clone()]).collect();
        let again = form(0, 0);
        let told = told(&Document { blocks: vec![Block::Grid(grid), Block::Paragraph(line), Block::Grid(again)] });
        let said = said(&told);
        let ends = (0..changes.len()).chain([99]).flat_map(|number| ['甲', '乙'].map(|end| format!("奇{number}异{end}")));
        for end in ends.filter(|end| texts.iter().any(|text| text.contains(end))) {
            prop_assert!(said.contains(&end), "{} of {:?}\n{}", end, texts, told.text);
        }
    }
}
