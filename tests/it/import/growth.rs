//! Documents of very many rows of one kind: the work grows with them, not with their square.

use std::time::Duration;

use perfc::import::{Block, Document, Options, import};

use super::grid;
use crate::support::clock;

/// How many times larger the large document is.
const TIMES: usize = 8;

/// How much longer the large document may take, beyond what its size explains. One whose work grows with the square
/// takes eight times as long.
const MARGIN: u32 = 2;

const HEAD: [&str; 6] = ["一级指标", "二级指标", "三级指标", "指标值", "分值", "实际完成值"];

/// A word of Chinese characters, another for each number.
fn word(number: usize) -> String {
    let digit = |place: u32| char::from_u32(0x4E00 + (number / 1000_usize.pow(place) % 1000) as u32).unwrap();
    [digit(1), digit(0), '项'].iter().collect()
}

/// A document of one grid, in which each row is told from its number.
fn rows<const COLUMNS: usize>(count: usize, row: impl Fn(usize) -> [String; COLUMNS]) -> Document {
    let rows: Vec<[String; COLUMNS]> = (0..count).map(row).collect();
    let rows = rows.iter().map(|row| row.iter().map(String::as_str).collect());
    let rows: Vec<Vec<&str>> = [HEAD[..COLUMNS].to_vec()].into_iter().chain(rows).collect();
    Document { blocks: vec![Block::Grid(grid(&rows))] }
}

/// Rows of which each has a category that no other has.
fn strangers(count: usize) -> Document {
    rows(count, |at| [format!("{}指标", word(at / 100)), word(at), format!("第{at}项"), "好".to_owned()])
}

/// Rows of which each has a category whose word another has, the name of another, and cells that cannot be read.
fn namesakes(count: usize) -> Document {
    rows(count, |at| {
        let [level, name, points] = ["产出指标", "活动", "十"].map(str::to_owned);
        let value = if at % 2 == 0 { format!("≥{at}{}", word(at)) } else { format!("约{at}家左右") };
        [level, format!("数量{}指标", at / 2), name, value, points, format!("{at}家")]
    })
}

/// As many grids as there are projects, each with a unit, a fund and facts of its own.
fn projects(count: usize) -> Document {
    let project = |at: usize| {
        let (name, fund, value) = (format!("项目{at}"), format!("{}资金", word(at)), format!("约{at}家"));
        Block::Grid(grid(&[
            vec!["项目名称", &*name, "预算单位", &*name, "散句"],
            vec!["预算数", "5万元", &*fund, "5万元", "未知", "值"],
            HEAD.to_vec(),
            vec!["产出指标", "数量指标", "活动", &*value],
            vec!["总分", "100"],
        ]))
    };
    Document { blocks: (0..count).map(project).collect() }
}

/// How long this thread works to import a document.
fn work(document: &Document) -> Duration {
    let start = clock();
    let imported = import("a.csv", document, Options::default());
    assert!(!imported.text.is_empty());
    clock() - start
}

/// Asserts that the work to import a document of so many things grows with their number.
fn grows_evenly(count: usize, of: impl Fn(usize) -> Document) {
    // The first document of all pays for what is read once.
    work(&of(1));
    let (small, large) = (work(&of(count)), work(&of(count * TIMES)));
    assert!(large < small * TIMES as u32 * MARGIN, "{large:?} for {TIMES} times what took {small:?}");
}

#[test]
fn many_rows_of_strange_words() {
    grows_evenly(1000, strangers);
}

#[test]
fn many_rows_of_few_words() {
    grows_evenly(1000, namesakes);
}

#[test]
fn many_projects() {
    grows_evenly(300, projects);
}
