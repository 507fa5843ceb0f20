use super::super::build::{outline, text_document, zipped};
use super::super::cells::MOST_COLUMNS;
use super::*;

#[track_caller]
fn reads(body: &str, expected: &str) {
    assert_eq!(outline(&read(&text_document(body)).unwrap()), expected);
}

/// A paragraph.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A cell with properties.
fn tc(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text))
}

fn table(rows: &[String]) -> String {
    let rows: String = rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect();
    format!("<w:tbl><w:tblPr/>{rows}</w:tbl>")
}

#[test]
fn paragraphs_and_tables_in_order() {
    let cells = table(&[tc("", "甲") + &tc("", "乙"), tc("", "") + &tc("", "丁&lt;5")]);
    let body = p("第一") + &cells + &p("") + &p(" 第二 ");
    reads(&body, "\"第一\"\ngrid -\n  0,0 \"甲\"\n  0,1 \"乙\"\n  1,1 \"丁<5\"\n\"第二\"\n");
}

#[test]
fn marks_within_a_paragraph() {
    let run =
        |inside: &str| format!("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r>{inside}</w:r></w:p>");
    reads(&run("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>"), "\"a\\tb\\nc\\nd\"\n");
    reads(
        &run("<w:t xml:space='preserve'>a </w:t><w:t> b</w:t><w:noBreakHyphen/><w:sym w:char='F0FC'/>"),
        "\"a b-\"\n",
    );
    reads(&run("<w:t>a\n b</w:t><w:softHyphen/><w:footnoteReference w:id='1'/>"), "\"a  b\"\n");
    reads(
        &run(
            "<w:ruby><w:rt><w:r><w:t>han</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby>",
        ),
        "\"汉\"\n",
    );
}

#[test]
fn changes_are_accepted() {
    let run = |name: &str, text: &str| format!("<w:{name}><w:r><w:t>{text}</w:t></w:r></w:{name}>");
    let body =
        ["ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "sdtContent"].map(|name| run(name, name)).concat();
    let gone = ["del", "moveFrom"].map(|name| run(name, "没了")).concat();
    let deleted = "<w:r><w:delText>没了</w:delText></w:r>";
    reads(&format!("<w:p>{gone}{body}{deleted}</w:p>"), "\"insmoveTohyperlinksmartTagfldSimplesdtContent\"\n");
    let old = "<w:tcPrChange><w:tcPr><w:gridSpan w:val='9'/></w:tcPr></w:tcPrChange>";
    let gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:t>没了</w:t></w:r></w:del></w:p>";
    let cell = format!("<w:tc><w:tcPr><w:gridSpan w:val='1'/>{old}</w:tcPr>{}{gone}{}</w:tc>", p("一"), p("二"));
    reads(&table(&[cell]), "grid -\n  0,0 \"一\\n二\"\n");
}

#[test]
fn fields_show_their_result() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
                <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r>\
                <w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>";
    reads(body, "\"7\"\n");
}

#[test]
fn of_several_forms_one_is_read() {
    let form = |name: &str, text: &str| format!("<mc:{name}><w:r><w:t>{text}</w:t></w:r></mc:{name}>");
    let both = form("Choice", "新") + &form("Choice", "又") + &form("Fallback", "旧");
    let choice = |inside: &str| format!("<w:p><mc:AlternateContent>{inside}</mc:AlternateContent></w:p>");
    reads(&choice(&both), "\"新\"\n");
    reads(&choice(&form("Fallback", "旧")), "\"旧\"\n");
}

#[test]
fn text_boxes_follow_their_paragraph() {
    let text_box = |inside: &str| {
        format!("<w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r>")
    };
    let nested = format!("<w:p>{}<w:r><w:t>盒</w:t></w:r></w:p>", text_box(&p("盒中盒")));
    let inside = nested + &table(&[tc("", "表")]) + &p("后");
    let body = format!("<w:p>{}<w:r><w:t>主</w:t></w:r></w:p>", text_box(&inside));
    reads(&(body.clone() + &p("下")), "\"主\"\n\"盒\"\n\"盒中盒\"\ngrid -\n  0,0 \"表\"\n\"后\"\n\"下\"\n");
    reads(&table(&[format!("<w:tc>{body}</w:tc>")]), "grid -\n  0,0 \"主\\n盒\\n盒中盒\\n表\\n后\"\n");
}

#[test]
fn formulas_keep_their_parts_apart() {
    let run = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let fraction = format!("<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>", run("1"), run("2"));
    reads(&format!("<w:p><m:oMath>{}{fraction}</m:oMath></w:p>", run("≥")), "\"≥1/2\"\n");
}

#[test]
fn merged_cells() {
    let body = table(&[
        tc("<w:gridSpan w:val='2'/><w:vMerge w:val='restart'/>", "大") + &tc("", "a"),
        tc("<w:gridSpan w:val='2'/><w:vMerge/>", "隐") + &tc("<w:vMerge w:val='restart'/>", "b"),
        tc("<w:vMerge w:val='continue'/>", "独") + &tc("", "c") + &tc("<w:vMerge w:val='continue'/>", ""),
    ]);
    let expected = "grid -\n  0,0 2x2 \"大\"\n  0,2 \"a\"\n  1,2 2x1 \"b\"\n  2,0 \"独\"\n  2,1 \"c\"\n";
    reads(&body, expected);
    let body = table(&[
        "<w:trPr><w:gridBefore w:val='2'/><w:gridAfter w:val='1'/></w:trPr>".to_owned() + &tc("", "a"),
        tc("<w:hMerge w:val='restart'/>", "宽") + &tc("<w:hMerge/>", "") + &tc("<w:hMerge w:val='continue'/>", ""),
    ]);
    reads(&body, "grid -\n  0,2 \"a\"\n  1,0 1x3 \"宽\"\n");
}

#[test]
fn rows_and_cells_in_content_controls() {
    let control =
        |inside: &str| format!("<w:sdt><w:sdtPr><w:t>没</w:t></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>");
    let row = format!("<w:tr>{}{}</w:tr>", control(&tc("", "a")), tc("", "b"));
    reads(&format!("<w:tbl>{}</w:tbl>", control(&row)), "grid -\n  0,0 \"a\"\n  0,1 \"b\"\n");
}

#[test]
fn tables_within_tables_become_text() {
    let inner = table(&[tc("", "甲") + &tc("", "乙"), tc("", "丙") + &tc("", "")]);
    let cell = format!("<w:tc>{}{inner}<w:p/></w:tc>", p("前"));
    reads(&table(&[cell + &tc("", "后")]), "grid -\n  0,0 \"前\\n甲\\t乙\\n丙\\t\"\n  0,1 \"后\"\n");
    let nested = |depth: usize| {
        let (open, close) = ("<w:tbl><w:tr><w:tc>".repeat(depth), "</w:tc></w:tr></w:tbl>".repeat(depth));
        read(&text_document(&(open + &p("深") + &close)))
    };
    assert!(nested(MOST_DEPTH).is_ok());
    for depth in [3 * MOST_DEPTH, 1000, 100_000] {
        assert_eq!(nested(depth), Err(ReadError::TooLarge { what: Excess::Depth, most: MOST_DEPTH }), "{depth}");
    }
}

#[test]
fn cells_without_tables_and_tables_without_cells() {
    reads(&tc("", "a"), "\"a\"\n");
    reads("<w:tbl/><w:tbl><w:tr/></w:tbl><w:tr><w:t>a</w:t></w:tr>", "");
    reads(&format!("<w:tbl>{}</w:tbl>", p("a")), "\"a\"\n");
}

#[test]
fn the_strict_edition_and_other_prefixes() {
    let text = "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><r><t>严格</t></r></p>\
                </body></document>";
    assert_eq!(outline(&read(&zipped(&[("word/document.xml", text)])).unwrap()), "\"严格\"\n");
}

#[test]
fn wide_and_long_tables() {
    let rows = vec![tc("", "a") + &tc("", "b"); 100_000];
    let document = read(&text_document(&table(&rows))).unwrap();
    let [Block::Grid(grid)] = &*document.blocks else { panic!("no grid") };
    assert_eq!(grid.cells.len(), 200_000);
    assert!(read(&text_document(&table(&[tc("", "a").repeat(1000)]))).is_ok());
    let wide = table(&[tc("<w:gridSpan w:val='99999999999'/>", "a")]);
    let too_many = ReadError::TooLarge { what: Excess::Columns, most: MOST_COLUMNS };
    assert_eq!(read(&text_document(&wide)), Err(too_many));
}
