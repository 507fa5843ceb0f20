use super::super::super::document::Excess;
use super::super::build::{outline, workbook, zipped};
use super::super::cells::MOST_COLUMNS;
use super::*;

#[track_caller]
fn reads(sheet: &str, styles: &str, strings: &str, expected: &str) {
    assert_eq!(outline(&read(&workbook(sheet, styles, strings)).unwrap()), expected);
}

#[test]
fn texts() {
    let strings = "<si><t>名称</t></si><si><r><t xml:space='preserve'>产出 </t></r><r><rPr/><t>指标</t></r>\
                   <rPh sb='0' eb='1'><t>chan</t></rPh></si>";
    let sheet = "<sheetData><row r='2'><c r='B2' t='s'><v>0</v></c><c t='s'><v>1</v></c>\
                 <c t='inlineStr'><is><r><t>甲</t></r><r><t>&#10;乙_x000D_</t></r></is></c></row>\
                 <row><c t='str'><f>A1</f><v>和&amp;差</v></c><c t='s'><v>99</v></c></row></sheetData>";
    let expected = "grid 表\n  1,1 \"名称\"\n  1,2 \"产出 指标\"\n  1,3 \"甲\\n乙\\n\"\n  2,0 \"和&差\"\n";
    reads(sheet, "", strings, expected);
}

#[test]
fn numbers_are_shown_as_excel_shows_them() {
    let styles = "<numFmts><numFmt numFmtId='164' formatCode='&quot;≥&quot;0&quot;家&quot;'/>\
                  <numFmt numFmtId='165' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@'/></numFmts>\
                  <cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>\
                  <cellXfs><xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs>";
    let sheet = "<sheetData><row r='1'><c><v>12232.200000000001</v></c><c s='1'><v>0.9</v></c>\
                 <c s='2'><v>12</v></c><c s='3'><v>46023</v></c><c t='b'><v>1</v></c><c t='e'><v>#DIV/0!</v></c>\
                 <c s='77'><v>1.50</v></c><c s='1'/><c s='1'><f>SUM(A1:B1)</f><v></v></c>\
                 <c t='n'><f>1+1</f><v>2</v></c><c s='3' t='d'><v>2026-01-01T00:00:00</v></c></row></sheetData>";
    let expected = "grid 表\n  0,0 \"12232.2\"\n  0,1 \"90%\"\n  0,2 \"≥12家\"\n  0,3 \"2026年1月1日\"\n  0,4 \"TRUE\"\n  \
                    0,5 \"#DIV/0!\"\n  0,6 \"1.5\"\n  0,8 \"=SUM(A1:B1)\"\n  0,9 \"2\"\n  0,10 \"2026年1月1日\"\n";
    reads(sheet, styles, "", expected);
}

#[test]
fn numbers_that_are_not_shown_as_they_are() {
    let styles = "<numFmts><numFmt numFmtId='164' formatCode='0.00,'/><numFmt numFmtId='165' formatCode='0;[Red]0'/>\
                  <numFmt numFmtId='166' formatCode='yyyy'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/>\
                  <xf numFmtId='9'/><xf numFmtId='165'/><xf numFmtId='166'/></cellXfs>";
    let sheet = "<sheetData><row r='1'><c s='1'><v>1234.5678</v></c><c s='2'><v>0.12345</v></c><c s='3'><v>-5</v></c>\
                 <c s='4'><v>46023</v></c><c><v>1E+20</v></c><c s='2'><v>0.5</v></c></row></sheetData>";
    let expected = "grid 表\n  0,0 \"1.23\" holds 1234.5678\n  0,1 \"12%\" holds 12.345%\n  0,2 \"5\" holds -5\n  \
                    0,3 \"2026\"\n  0,4 \"100000000000000000000\"\n  0,5 \"50%\"\n";
    reads(sheet, styles, "", expected);
}

#[test]
fn merges() {
    let cell = |name: &str| format!("<c r='{name}' t='inlineStr'><is><t>{name}</t></is></c>");
    let sheet = format!(
        "<sheetData><row r='1'>{}{}</row><row r='2'>{}{}{}</row></sheetData><mergeCells><mergeCell ref='A1:B2'/>\
         <mergeCell ref='B2:C3'/><mergeCell ref='C2:C3'/><mergeCell ref='A1:A9'/><mergeCell ref='D5:E6'/>\
         <mergeCell ref='what'/></mergeCells>",
        cell("A1"),
        cell("B1"),
        cell("B2"),
        cell("C2"),
        cell("C2"),
    );
    reads(&sheet, "", "", "grid 表\n  0,0 2x2 \"A1\"\n  1,2 2x1 \"C2\"\n  4,3 2x2 \"\"\n");
}

#[test]
fn hidden_sheets_and_charts_are_not_read() {
    let names = "xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:r='urn:r'";
    let sheets: String = [("可见", "", "a"), ("隐藏", " state='hidden'", "b"), ("更隐", " state='veryHidden'", "c")]
        .iter()
        .chain(&[("图", "", "d"), ("空", " state='visible'", "e")])
        .map(|(name, state, id)| format!("<sheet name='{name}'{state} r:id='{id}'/>"))
        .collect();
    let relation = |id: &str, role: &str| {
        format!(
            "<Relationship Id='{id}' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/{role}' Target='{id}.xml'/>"
        )
    };
    let relations: String =
        [("a", "worksheet"), ("b", "worksheet"), ("c", "worksheet"), ("d", "chartsheet"), ("e", "worksheet")]
            .iter()
            .map(|(id, role)| relation(id, role))
            .collect();
    let sheet = format!("<worksheet {names}><sheetData><row><c><v>44561</v></c></row></sheetData></worksheet>");
    let book = format!("<workbook {names}><workbookPr date1904='1'/><sheets>{sheets}</sheets></workbook>");
    let empty = format!("<worksheet {names}/>");
    let archive = zipped(&[
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &format!("<R>{relations}</R>")),
        ("xl/a.xml", &sheet),
        ("xl/b.xml", &sheet),
        ("xl/c.xml", &sheet),
        ("xl/d.xml", &sheet),
        ("xl/e.xml", &empty),
    ]);
    assert_eq!(outline(&read(&archive).unwrap()), "grid 可见\n  0,0 \"44561\"\n");
}

#[test]
fn dates_since_1904() {
    let listed = sheets(
        "<workbook xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main'><workbookPr date1904='true'/></workbook>",
    );
    assert_eq!(listed.unwrap().epoch, Epoch::Since1904);
}

#[test]
fn large_sheets() {
    let row = |at: usize| format!("<row r='{at}'><c r='A{at}'><v>{at}</v></c><c r='C{at}'><v>1</v></c></row>");
    let rows: String = (1..=100_000).map(row).collect();
    let document = read(&workbook(&format!("<sheetData>{rows}</sheetData>"), "", "")).unwrap();
    let [Block::Grid(grid)] = &*document.blocks else { panic!("no grid") };
    assert_eq!(grid.cells.len(), 200_000);

    let cells = |count: usize| format!("<sheetData><row>{}</row></sheetData>", "<c><v>1</v></c>".repeat(count));
    assert!(read(&workbook(&cells(MOST_COLUMNS), "", "")).is_ok());
    let too_many = ReadError::TooLarge { what: Excess::Columns, most: MOST_COLUMNS };
    assert_eq!(read(&workbook(&cells(MOST_COLUMNS + 1), "", "")), Err(too_many));
    let far = "<sheetData><row><c r='A1048577'><v>1</v></c></row></sheetData>";
    assert!(matches!(read(&workbook(far, "", "")), Err(ReadError::Damaged(_))));
    assert!(read(&workbook("<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>", "", "")).is_ok());
}

#[test]
fn a_long_text_that_many_cells_share_is_bounded() {
    let strings = format!("<si><t>{}</t></si>", "长".repeat(1 << 20));
    let cells = "<c t='s'><v>0</v></c>".repeat(1000);
    let read = read(&workbook(&format!("<sheetData><row>{cells}</row></sheetData>"), "", &strings));
    assert!(matches!(read, Err(ReadError::TooLarge { what: Excess::Bytes, .. })));
}
