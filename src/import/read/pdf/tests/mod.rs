//! Pages made by hand, and their outputs damaged.

mod pages;

use std::fmt::Write;

use proptest::prelude::*;

use super::{
    super::{
        super::document::{Document, Excess, ReadError},
        build::outline,
    },
    read,
};

/// A page of letters 10 points high, Chinese ones as wide.
#[derive(Default)]
struct Page {
    words: String,
    picture: String,
}

impl Page {
    /// Words of a line beside each other: a blank takes 5 points, a tab none but the place behind it is told: `\t200,b`.
    fn line(mut self, left: u32, top: u32, text: &str) -> Self {
        let mut left = left;
        for word in text.split(' ') {
            let wide = word.chars().filter(|c| !c.is_ascii()).count() as u32;
            let right = left + 10 * wide + 5 * (word.chars().count() as u32 - wide);
            let bottom = top + 10;
            let word = word.replace('<', "&lt;");
            let area = format!(r#"xMin="{left}" yMin="{top}" xMax="{right}" yMax="{bottom}""#);
            let _ = writeln!(self.words, "<word {area}>{word}</word>");
            left = right + 5;
        }
        self
    }

    /// A letter of the picture: `0-0` is a blank, `0-1` is not.
    fn letter(mut self, glyph: &str, left: u32, base: u32) -> Self {
        let _ = writeln!(self.picture, r##"<g><use xlink:href="#glyph{glyph}" x="{left}" y="{base}"/></g>"##);
        self
    }

    /// Rules from one place to another.
    fn rules<const N: usize>(mut self, rules: [(u32, u32, u32, u32); N]) -> Self {
        for (left, top, right, bottom) in rules {
            let style = "fill:none;stroke-width:0.75;stroke:rgb(0%,0%,0%)";
            let _ = writeln!(self.picture, r#"<path style="{style}" d="M {left} {top} L {right} {bottom} "/>"#);
        }
        self
    }

    /// A grid of rules through these places.
    fn grid(self, columns: &[u32], rows: &[u32]) -> Self {
        let (left, right) = (columns[0], columns[columns.len() - 1]);
        let (top, bottom) = (rows[0], rows[rows.len() - 1]);
        let across = rows.iter().fold(self, |page, at| page.rules([(left, *at, right, *at)]));
        columns.iter().fold(across, |page, at| page.rules([(*at, top, *at, bottom)]))
    }

    fn drawn(mut self, picture: &str) -> Self {
        self.picture.push_str(picture);
        self
    }
}

fn outputs(pages: &[Page]) -> (String, String) {
    let words = pages.iter().map(|page| format!("<page width=\"595\" height=\"842\">{}</page>", page.words));
    let pictures = pages.iter().map(|page| format!("<page>{}</page>", page.picture));
    let glyphs =
        r#"<defs><symbol id="glyph0-0"><path d=""/></symbol><symbol id="glyph0-1"><path d="M 0 0 "/></symbol></defs>"#;
    let xlink = "http://www.w3.org/1999/xlink";
    (
        format!("<html><head><title>a</title></head><body><doc>{}</doc></body></html>", words.collect::<String>()),
        format!("<svg xmlns:xlink=\"{xlink}\">{glyphs}<pageSet>{}</pageSet></svg>", pictures.collect::<String>()),
    )
}

fn document(pages: &[Page]) -> Result<Document, ReadError> {
    let (words, picture) = outputs(pages);
    read(words.as_bytes(), picture.as_bytes()).map(|pages| pages.document)
}

#[track_caller]
fn assert_read(pages: &[Page], expected: &str) {
    assert_eq!(outline(&document(pages).unwrap()), expected);
}

#[test]
fn rules_enclose_cells() {
    let page = Page::default()
        .line(250, 50, "标题")
        .line(105, 103, "甲")
        .line(155, 103, "乙丙")
        .line(105, 135, "丁")
        .line(155, 123, "戊")
        .line(205, 123, "己")
        .line(155, 143, "庚")
        .line(50, 180, "后面")
        // The second row is two in its right part, the first cell of which is as wide as two.
        .rules([(100, 100, 250, 100), (100, 120, 250, 120), (150, 140, 250, 140), (100, 160, 250, 160)])
        .rules([(100, 100, 100, 160), (150, 100, 150, 160), (250, 100, 250, 160), (200, 120, 200, 140)]);
    let cells =
        "grid -\n  0,0 \"甲\"\n  0,1 1x2 \"乙丙\"\n  1,0 2x1 \"丁\"\n  1,1 \"戊\"\n  1,2 \"己\"\n  2,1 1x2 \"庚\"\n";
    assert_read(&[page], &format!("\"标题\"\n{cells}\"后面\"\n"));
}

/// Cells in their order, as a program may draw them: bars that do not quite meet, turned and moved, with a white ground.
#[test]
fn rules_may_be_bars() {
    let bar = |left: f64, top: f64, right: f64, bottom: f64| {
        let path = format!("M {left} {top} L {right} {top} L {right} {bottom} L {left} {bottom} Z M {left} {top} ");
        format!("<path fill=\"rgb(0%, 0%, 0%)\" d=\"{path}\" transform=\"matrix(1,0,0,-1,-10,842)\"/>")
    };
    let mut picture = "<g transform=\"matrix(1,0,0,1,10,0)\">".to_owned();
    picture.push_str(&bar(0.0, 0.0, 595.0, 842.0).replace("rgb(0%, 0%, 0%)", "rgb(100%, 100%, 100%)"));
    for row in 0..3 {
        let y = 742.0 - 20.0 * f64::from(row);
        for column in 0..2 {
            let x = 100.0 + 50.0 * f64::from(column);
            picture.push_str(&bar(x + 0.24, y - 0.24, x + 49.76, y + 0.24));
        }
        for column in (0..3).filter(|_| row < 2) {
            let x = 100.0 + 50.0 * f64::from(column);
            picture.push_str(&bar(x - 0.24, y - 19.76, x + 0.24, y - 0.24));
            picture.push_str(&bar(x - 0.24, y - 0.24, x + 0.24, y + 0.24));
        }
    }
    let words = Page::default().line(105, 105, "a").line(155, 105, "b").line(105, 125, "c").line(155, 125, "d");
    let cells = "grid -\n  0,0 \"a\"\n  0,1 \"b\"\n  1,0 \"c\"\n  1,1 \"d\"\n";
    assert_read(&[words.drawn(&(picture + "</g>"))], cells);
}

#[test]
fn sides_may_be_missing() {
    let page = Page::default().line(105, 103, "a").line(155, 103, "b").line(105, 123, "c").line(155, 123, "d").rules([
        (100, 100, 200, 100),
        (100, 120, 200, 120),
        (100, 140, 200, 140),
        (150, 100, 150, 140),
    ]);
    assert_read(&[page], "grid -\n  0,0 \"a\"\n  0,1 \"b\"\n  1,0 \"c\"\n  1,1 \"d\"\n");
}

#[test]
fn other_lines_are_no_rules() {
    let page = Page::default()
        .line(120, 60, "框内")
        .line(103, 103, "下线")
        .line(160, 105, "内表")
        .line(103, 123, "c")
        .line(155, 123, "d")
        .grid(&[100, 150, 250], &[100, 120, 140])
        // A frame around a line, a line under a word that reaches to the side of its cell, a table in a cell.
        .grid(&[110, 160], &[55, 75])
        .rules([(103, 113, 149, 113)])
        .grid(&[157, 165, 200], &[104, 110, 116]);
    let cells = "grid -\n  0,0 \"下线\"\n  0,1 \"内表\"\n  1,0 \"c\"\n  1,1 \"d\"\n";
    assert_read(&[page], &format!("\"框内\"\n{cells}"));
}

/// A cell is 80 points wide, of which 5 are free at each side.
#[test]
fn lines_go_on_where_there_is_no_room() {
    let page = Page::default()
        .line(105, 102, "一二三四五六七")
        .line(105, 114, "八九")
        .line(105, 126, "十")
        .line(205, 102, "abcd efgh")
        .line(205, 114, "ijkl")
        .line(205, 126, "不少于")
        .grid(&[100, 180, 280], &[100, 140]);
    let cells = "grid -\n  0,0 \"一二三四五六七八九\\n十\"\n  0,1 \"abcd efgh\\nijkl\\n不少于\"\n";
    assert_read(&[page], cells);
    let page =
        Page::default().line(105, 102, "a 一二三四五六").line(105, 114, "）七").grid(&[100, 180, 280], &[100, 140]);
    assert_read(&[page], "grid -\n  0,0 \"a一二三四五六）七\"\n");
}

#[test]
fn blanks_are_those_of_the_page() {
    let page = Page::default()
        .line(100, 100, "甲 乙 1 丙 a b")
        .letter("0-0", 110, 108)
        .letter("0-0", 112, 108)
        .line(100, 120, "甲")
        .line(120, 120, "乙")
        .letter("0-0", 110, 128)
        .line(100, 140, "甲")
        .letter("0-0", 110, 148);
    // Two blanks, none beside a number, one between words; a wide one; and one at an end, which is none.
    assert_read(&[page], "\"甲  乙1丙a b\"\n\"甲\u{3000}乙\"\n\"甲\"\n".replace('\u{3000}', "\\u{3000}").as_str());
}

#[test]
fn words_that_are_not_drawn_are_left_out() {
    let page = Page::default()
        .line(100, 100, "见一")
        .letter("0-1", 100, 108)
        .line(100, 120, "见二")
        .letter("0-1", 100, 128)
        .line(100, 140, "不见");
    assert_read(&[page], "\"见一\"\n\"见二\"\n");
    let scan = Page::default().line(100, 100, "见").letter("0-1", 100, 108).line(100, 120, "识别的字");
    assert_read(&[scan], "\"见\"\n\"识别的字\"\n");
}

#[test]
fn pages_that_are_pictures_are_told() {
    let text = || Page::default().line(100, 100, "见").letter("0-1", 100, 108);
    let scans = [r##"<image width="9" height="9" xlink:href="data:"/>"##, r##"<use xlink:href="#source-5"/>"##];
    let [scan, other] = scans.map(|picture| Page::default().drawn(picture));
    let (words, picture) = outputs(&[text(), scan, Page::default(), text(), other]);
    assert_eq!(read(words.as_bytes(), picture.as_bytes()).unwrap().unread, [2, 5]);
}

#[test]
fn columns_without_rules() {
    let lines = |page: Page, top: u32| {
        page.line(100, top, "产出").line(160, top, "一二三四五六").line(240, top, "1").line(160, top + 12, "七八")
    };
    let page = Page::default().line(160, 50, "标题").line(100, 80, "一级").line(160, 80, "名称").line(240, 80, "值");
    let page = lines(lines(page, 100), 130).line(100, 200, "说明");
    let head = "grid -\n  0,0 \"一级\"\n  0,1 \"名称\"\n  0,2 \"值\"\n";
    let row = |row: u32| format!("  {row},0 \"产出\"\n  {row},1 \"一二三四五六七八\"\n  {row},2 \"1\"\n");
    assert_read(&[page], &format!("\"标题\"\n{head}{}{}\"说明\"\n", row(1), row(2)));
}

/// Rules across make rows of what stands between them, wherever it stands.
#[test]
fn columns_between_rules_across() {
    let row = |page: Page, top: u32| {
        let page =
            page.line(100, top + 6, "产出").line(160, top, "一二").line(240, top + 6, "1").line(160, top + 12, "三");
        page.rules([(90, top - 2, 260, top - 2)])
    };
    let page = Page::default().line(100, 80, "一级").line(160, 80, "名称").line(240, 80, "值");
    let page = row(row(page, 100), 130).rules([(90, 155, 260, 155)]);
    let head = "grid -\n  0,0 \"一级\"\n  0,1 \"名称\"\n  0,2 \"值\"\n";
    let row = |row: u32| format!("  {row},0 \"产出\"\n  {row},1 \"一二三\"\n  {row},2 \"1\"\n");
    assert_read(&[page], &format!("{head}{}{}", row(1), row(2)));
}

#[test]
fn paragraphs_of_several_lines() {
    let page = Page::default()
        .line(120, 50, "一二三四五六七八九十")
        .line(100, 64, "一二三四五六七八九十一二")
        .line(100, 78, "三")
        .line(100, 92, "四")
        .line(100, 200, "一二三四五六七八九十一二");
    assert_read(&[page], "\"一二三四五六七八九十一二三四五六七八九十一二三\"\n\"四\"\n\"一二三四五六七八九十一二\"\n");
}

#[test]
fn pictures_have_no_text() {
    assert_eq!(document(&[Page::default(), Page::default()]), Err(ReadError::NoText));
    assert!(matches!(read(b"", b""), Err(ReadError::Damaged(_))));
    assert!(matches!(read(b"<html>", b""), Err(ReadError::Damaged(_))));
    let (words, _) = outputs(&[Page::default().line(100, 100, "a")]);
    assert_eq!(outline(&read(words.as_bytes(), b"").unwrap().document), "\"a\"\n");
    assert!(matches!(read(words.as_bytes(), b"<svg>"), Err(ReadError::Damaged(_))));
}

/// A picture full of rules takes neither time nor memory.
#[test]
fn what_is_drawn_is_bounded() {
    let lines = |count: u32| (0..count).map(|at| format!("M 0 {0} L 9000 {0} M {0} 0 L {0} 9000 ", 4 * at)).collect();
    let page = |lines: String| {
        Page::default().line(1, 1, "a").drawn(&format!("<path stroke=\"rgb(0%,0%,0%)\" d=\"{lines}\"/>"))
    };
    assert_eq!(outline(&document(&[page(lines(900))]).unwrap()), "grid -\n  1,0 \"a\"\n");
    for count in [3000, 100_000] {
        let too_many = document(&[page(lines(count))]);
        assert!(matches!(too_many, Err(ReadError::TooLarge { what: Excess::Cells, .. })), "{too_many:?}");
    }
    let too_many = document(&[page("M 0 0 ".to_owned() + &"L 9 0 L 0 0 ".repeat(2_000_001))]);
    assert!(matches!(too_many, Err(ReadError::TooLarge { what: Excess::Lines, .. })), "{too_many:?}");
}

const WORDS: &[u8] = include_bytes!("../../../../../tests/fixtures/pdf/tianjin.html");
const PICTURE: &[u8] = include_bytes!("../../../../../tests/fixtures/pdf/tianjin.svg");

fn damaged(bytes: &[u8], changes: &[(f64, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, byte) in changes {
        let at = (bytes.len() as f64 * at) as usize;
        bytes[at] = *byte;
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn damaged_outputs_are_errors_or_read(
        changes in prop::collection::vec((0.0..1.0_f64, prop::sample::select(b"0123456789.-<>\"/ MLZeE".to_vec())), 1..200),
    ) {
        let _ = read(&damaged(WORDS, &changes), PICTURE);
        let _ = read(WORDS, &damaged(PICTURE, &changes));
    }
}
