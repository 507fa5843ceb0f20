//! Small documents for tests.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

use super::super::document::{Block, Cell, Document, Grid};

/// An archive of these members.
pub(super) fn zipped(members: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What a document holds, a line for each thing: paragraphs, and cells with their place, where it is not one square
/// their size, and where they hold another number than they show that number.
pub(super) fn outline(document: &Document) -> String {
    let blocks = document.blocks.iter().map(|block| match block {
        Block::Paragraph(text) => format!("{text:?}\n"),
        Block::Grid(grid) => outline_of(grid),
    });
    blocks.collect()
}

fn outline_of(grid: &Grid) -> String {
    let mut out = format!("grid {}\n", grid.name.as_deref().unwrap_or("-"));
    for Cell { row, column, rows, columns, text, held } in &grid.cells {
        let size = if (*rows, *columns) == (1, 1) { String::new() } else { format!(" {rows}x{columns}") };
        let held = held.as_ref().map(|held| format!(" holds {held}")).unwrap_or_default();
        out.push_str(&format!("  {row},{column}{size} {text:?}{held}\n"));
    }
    out
}

/// A workbook of one sheet named 表, whose cells and what follows them are `sheet`; `styles` is what the part of styles
/// holds and `strings` what the shared strings are.
pub(super) fn workbook(sheet: &str, styles: &str, strings: &str) -> Vec<u8> {
    let main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='urn:r'";
    let relation = |id: &str, role: &str, target: &str| {
        format!(
            "<Relationship Id='{id}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{role}' Target='{target}'/>"
        )
    };
    let sheets = "<sheets><sheet name='表' sheetId='1' r:id='a'/></sheets>";
    zipped(&[
        ("_rels/.rels", &format!("<R>{}</R>", relation("x", "officeDocument", "book/main.xml"))),
        ("book/main.xml", &format!("<workbook {main}>{sheets}</workbook>")),
        (
            "book/_rels/main.xml.rels",
            &format!(
                "<R>{}{}{}</R>",
                relation("a", "worksheet", "s.xml"),
                relation("b", "styles", "/book/styles.xml"),
                relation("c", "sharedStrings", "strings.xml")
            ),
        ),
        ("book/styles.xml", &format!("<styleSheet {main}>{styles}</styleSheet>")),
        ("book/strings.xml", &format!("<sst {main}>{strings}</sst>")),
        ("book/s.xml", &format!("<worksheet {main}>{sheet}</worksheet>")),
    ])
}

/// A text document with this body.
pub(super) fn text_document(body: &str) -> Vec<u8> {
    let names = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
                 xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
                 xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' xmlns:v='urn:v'";
    zipped(&[("word/document.xml", &format!("<w:document {names}><w:body>{body}</w:body></w:document>"))])
}

/// An OpenDocument spreadsheet with these tables and styles.
pub(super) fn spreadsheet(styles: &str, tables: &str) -> Vec<u8> {
    let name = |of: &str| format!("xmlns:{of}='urn:oasis:names:tc:opendocument:xmlns:{of}:1.0' ");
    let names: String = ["office", "table", "text", "style"].iter().map(|of| name(of)).collect();
    let content = format!(
        "<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}
