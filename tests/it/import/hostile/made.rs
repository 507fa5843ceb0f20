//! Documents made by hand, with what no program would write.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A Word document with this before its first element, this body, and further members.
pub fn word(prolog: &str, body: &str, members: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!("{prolog}<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>");
    archive(&[&[("word/document.xml", document.as_bytes())], members].concat())
}

pub fn word_row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
}

pub fn word_table(rows: &[&[&str]]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(|row| word_row(row)).collect::<String>())
}

/// A workbook of as many sheets as there are parts, each of which is named by its number.
pub fn workbook(sheets: usize, members: &[(&str, &[u8])]) -> Vec<u8> {
    let relation = |id: String, role, target: String| {
        format!("<Relationship Id='{id}' Type='{RELATION}/{role}' Target='{target}'/>")
    };
    let listed = |at| format!("<sheet name='{at}' sheetId='{at}' r:id='r{at}'/>");
    let book = format!(
        "<workbook xmlns='{SHEET}' xmlns:r='urn:r'><sheets>{}</sheets></workbook>",
        (0..sheets).map(listed).collect::<String>()
    );
    let parts = (0..sheets).map(|at| relation(format!("r{at}"), "worksheet", format!("s{at}.xml")));
    let shared = [("styles", "styles.xml"), ("sharedStrings", "strings.xml")];
    let shared = shared.map(|(role, target)| relation(role.to_owned(), role, target.to_owned()));
    let relations = format!("<R>{}{}</R>", parts.collect::<String>(), shared.concat());
    let root = format!("<R>{}</R>", relation("x".to_owned(), "officeDocument", "xl/workbook.xml".to_owned()));
    let own: [(&str, &[u8]); 3] = [
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
    ];
    archive(&[&own, members].concat())
}

pub fn sheet(prolog: &str, content: &str) -> String {
    format!("{prolog}<worksheet xmlns='{SHEET}'>{content}</worksheet>")
}

/// A workbook of one sheet.
pub fn one_sheet(prolog: &str, content: &str, styles: &str) -> Vec<u8> {
    let styles = format!("<styleSheet xmlns='{SHEET}'>{styles}</styleSheet>");
    let sheet = sheet(prolog, content);
    workbook(1, &[("xl/s0.xml", sheet.as_bytes()), ("xl/styles.xml", styles.as_bytes())])
}

pub fn sheet_row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<c t='inlineStr'><is><t>{text}</t></is></c>");
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

pub fn rows(rows: &[&[&str]]) -> String {
    format!("<sheetData>{}</sheetData>", rows.iter().map(|row| sheet_row(row)).collect::<String>())
}

/// An OpenDocument spreadsheet of these rows.
pub fn spreadsheet(prolog: &str, rows: &[&[&str]]) -> Vec<u8> {
    let name = |of: &str| format!("xmlns:{of}='urn:oasis:names:tc:opendocument:xmlns:{of}:1.0' ");
    let names: String = ["office", "table", "text"].map(name).concat();
    let cell = |text: &&str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row =
        |row: &&[&str]| format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>());
    let content = format!(
        "{prolog}<office:document-content {names}><office:body><office:spreadsheet><table:table>{}</table:table>\
         </office:spreadsheet></office:body></office:document-content>",
        rows.iter().map(row).collect::<String>()
    );
    let media: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", media), ("content.xml", content.as_bytes())])
}

/// Cells of a row.
pub fn cells(texts: &[&str]) -> String {
    sheet_row(texts).replace("<row>", "").replace("</row>", "")
}
