//! Pages, as the programs of poppler tell of them: what is imported of them is what is imported of the document that
//! they were printed from. `tests/documents/check.sh` has these programs tell of many more.

use perfc::{
    import::{Document, Options, Pages, import, read, read_pages},
    table::{Format, render},
};

use crate::table::{SOURCE, tables};

/// The published tables on four pages, printed by LibreOffice; the shapes of the letters are left out of the picture.
pub const WORDS: &[u8] = include_bytes!("../../fixtures/pdf/tianjin.html");
pub const PICTURE: &[u8] = include_bytes!("../../fixtures/pdf/tianjin.svg");

fn imported(document: &Document) -> String {
    import("a", document, Options::default()).text
}

#[test]
fn pages_are_what_they_were_printed_from() {
    let docx = render(Format::Docx, &tables(SOURCE), &Default::default()).unwrap();
    let (_, expected) = read(&docx).unwrap();
    let Pages { document: actual, unread } = read_pages(WORDS, PICTURE).unwrap();
    assert_eq!(unread, [0; 0]);
    assert_eq!(imported(&actual), imported(&expected));
}

/// Without the rules there are still words, and lines of them.
#[test]
fn pages_without_a_picture() {
    let document = read_pages(WORDS, b"").unwrap().document;
    assert!(document.blocks.len() > 3);
    super::assert_sound(&document);
}
