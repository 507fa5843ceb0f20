//! What goes on from one page to the next.

use super::{Page, assert_read};

/// A page of a table in three columns, whose rows are 20 points high, from 100 downwards.
fn sheet(rows: &[[&str; 3]]) -> Page {
    let places: Vec<u32> = (0..=rows.len() as u32).map(|row| 100 + 20 * row).collect();
    let mut page = Page::default().grid(&[100, 180, 260, 340], &places);
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            page = page.line(105 + 80 * column as u32, 105 + 20 * row as u32, text);
        }
    }
    page
}

#[test]
fn tables_go_on_from_page_to_page() {
    let head = ["一级", "二级", "值"];
    let pages = [
        sheet(&[["项目", "某项目", ""], head, ["产出", "数量", "1"]]).line(200, 800, "第 1 页 共 3 页"),
        sheet(&[head, ["产出", "质量", "2"]]).line(200, 800, "第 2 页 共 3 页"),
        sheet(&[head, ["效益", "社会", "3"]]).line(200, 800, "第 3 页 共 3 页"),
    ];
    let cells = [
        "0,0 \"项目\"",
        "0,1 \"某项目\"",
        "1,0 \"一级\"",
        "1,1 \"二级\"",
        "1,2 \"值\"",
        "2,0 \"产出\"",
        "2,1 \"数量\"",
        "2,2 \"1\"",
        "3,0 \"产出\"",
        "3,1 \"质量\"",
        "3,2 \"2\"",
        "4,0 \"效益\"",
        "4,1 \"社会\"",
        "4,2 \"3\"",
    ];
    assert_read(&pages, &format!("grid -\n  {}\n", cells.join("\n  ")));
}

/// What heads each page is no title of what goes on below it; a title that several forms have is.
#[test]
fn running_heads_and_titles() {
    let page = |rows: &[[&str; 3]]| sheet(rows).line(150, 60, "某局").line(150, 820, "某局内部资料");
    let pages = [page(&[["a", "b", "c"]]), page(&[["d", "e", "f"]])];
    let cells = "grid -\n  0,0 \"a\"\n  0,1 \"b\"\n  0,2 \"c\"\n  1,0 \"d\"\n  1,1 \"e\"\n  1,2 \"f\"\n";
    assert_read(&pages, &format!("\"某局\"\n{cells}\"某局内部资料\"\n"));
    let pages = [page(&[["项目", "b", "c"]]), page(&[["项目", "e", "f"]])];
    let grid = |one, other| format!("grid -\n  0,0 \"项目\"\n  0,1 \"{one}\"\n  0,2 \"{other}\"\n");
    let line = "\"某局\"\n";
    let foot = "\"某局内部资料\"\n";
    assert_read(&pages, &format!("{line}{}{foot}{line}{}{foot}", grid("b", "c"), grid("e", "f")));
}

#[test]
fn rows_may_be_broken_by_a_page() {
    // The second row has no room for all of its text, the others of it have ended.
    let above = sheet(&[["一", "二", "三"], ["目标", "一二三四五六七", "2"]]);
    let below = sheet(&[["", "八九", ""], ["四", "五", "六"]]);
    let cells = "grid -\n  0,0 \"一\"\n  0,1 \"二\"\n  0,2 \"三\"\n  1,0 \"目标\"\n  1,1 \"一二三四五六七八九\"\n  1,2 \"2\"\n  2,0 \"四\"\n  2,1 \"五\"\n  2,2 \"六\"\n";
    assert_read(&[above, below], cells);
    // A row whose texts have ended, and another.
    let pages = [sheet(&[["一", "一二三四五六七", "1"]]), sheet(&[["", "八九", "2"]])];
    let cells = "grid -\n  0,0 \"一\"\n  0,1 \"一二三四五六七\"\n  0,2 \"1\"\n  1,1 \"八九\"\n  1,2 \"2\"\n";
    assert_read(&pages, cells);
}

#[test]
fn merged_cells_go_on_over_a_page() {
    let rows = |page: Page, from: u32, to: u32| page.rules([(150, from, 250, from), (100, to, 250, to)]);
    let sides = [(100, 100, 100, 140), (150, 100, 150, 140), (250, 100, 250, 140)];
    let above = Page::default().rules([(100, 100, 250, 100)]).rules(sides).line(105, 110, "产出");
    let above = rows(above, 120, 140).line(155, 105, "a").line(155, 125, "b");
    let below = Page::default().rules([(100, 100, 250, 100)]).rules(sides);
    let below = rows(below, 120, 140).line(155, 105, "c").line(155, 125, "d");
    let cells = "grid -\n  0,0 4x1 \"产出\"\n  0,1 \"a\"\n  1,1 \"b\"\n  2,1 \"c\"\n  3,1 \"d\"\n";
    assert_read(&[above, below], cells);
}

/// Where no rule closes it, a cell goes on, and its text may stand on both pages or run out of its place.
#[test]
fn open_cells_go_on_over_a_page() {
    let page = |page: Page, top: u32, [one, other]: [&str; 2]| {
        page.rules([(100, 100, 250, 100), (150, 120, 250, 120), (150, 140, 250, 140)])
            .rules([(100, 100, 100, 140), (150, 100, 150, 140), (250, 100, 250, 140)])
            .line(105, top, "产出")
            .line(155, 105, one)
            .line(155, 125, other)
    };
    let head =
        Page::default().line(105, 85, "头").rules([(100, 80, 250, 80), (100, 80, 100, 100), (250, 80, 250, 100)]);
    let cells = "0,0 1x2 \"头\"\n  1,0 4x1 \"产出\"\n  1,1 \"a\"\n  2,1 \"b\"\n  3,1 \"c\"\n  4,1 \"d\"\n";
    assert_read(&[page(head, 136, ["a", "b"]), page(Page::default(), 94, ["c", "d"])], &format!("grid -\n  {cells}"));
}

/// A row whose text fills its cell is broken only where all others of it may go on: a number would not have been broken
/// where a digit had room, nor a text where its first word had.
#[test]
fn rows_that_fill_their_cells_are_not_broken() {
    for (one, other) in [("12345678.56", "12345678.56"), ("一二三四", "2026 年 10 月"), ("一二三", "五六")] {
        let pages = [sheet(&[["甲", "一二三四五六七", one]]), sheet(&[["", "八九", other]])];
        let other = other.replace(' ', "");
        let rows =
            format!("0,0 \"甲\"\n  0,1 \"一二三四五六七\"\n  0,2 \"{one}\"\n  1,1 \"八九\"\n  1,2 \"{other}\"\n");
        assert_read(&pages, &format!("grid -\n  {rows}"));
    }
}

/// Of a merged cell that no rule closes, another text on the next page is that of the next cell.
#[test]
fn a_merged_cell_ends_with_its_page() {
    let page = |text: &str, one: &str, other: &str| {
        Page::default()
            .rules([(100, 100, 250, 100), (150, 120, 250, 120), (150, 140, 250, 140)])
            .rules([(100, 100, 100, 140), (150, 100, 150, 140), (250, 100, 250, 140)])
            .line(105, 115, text)
            .line(155, 105, one)
            .line(155, 125, other)
    };
    let cells = "0,0 2x1 \"产\"\n  0,1 \"a\"\n  1,1 \"b\"\n  2,0 2x1 \"效\"\n  2,1 \"c\"\n  3,1 \"d\"\n";
    assert_read(&[page("产", "a", "b"), page("效", "c", "d")], &format!("grid -\n  {cells}"));
}
