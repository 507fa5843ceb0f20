//! What the document says: for each project a heading, lines, the parts of its grid.

use super::{
    grid, page, styles,
    xml::{Attribute, Xml, number, val},
};
use crate::table::{Align, Line, Look, Table};

/// The language of texts.
pub(crate) const NAMESPACE: Attribute<'static> =
    ("xmlns:w", std::borrow::Cow::Borrowed("http://schemas.openxmlformats.org/wordprocessingml/2006/main"));

/// The language of links to other parts.
pub(crate) const RELATIONS: Attribute<'static> =
    ("xmlns:r", std::borrow::Cow::Borrowed("http://schemas.openxmlformats.org/officeDocument/2006/relationships"));

/// The text of the document. Tables of a page other than the one before begin a section; `look` ends the last one.
pub(super) fn body(tables: &[Table<'_>], look: &Look) -> Vec<u8> {
    let mut xml = Xml::new("w:document", &[NAMESPACE, RELATIONS]);
    xml.start("w:body", &[]);
    let mut last = look;
    for (at, table) in tables.iter().enumerate() {
        let turns = at > 0 && (table.look.page, &table.look.margins) != (last.page, &last.margins);
        if turns {
            nothing(&mut xml, false, Some(last));
        }
        last = &table.look;
        write_table(&mut xml, table, at > 0 && !turns);
    }
    page::section(&mut xml, last);
    xml.end("w:body");
    xml.finish("w:document")
}

fn write_table(xml: &mut Xml, table: &Table<'_>, begins_page: bool) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[val(styles::TITLE)]);
            if begins_page {
                xml.empty("w:pageBreakBefore", &[]);
            }
        });
        run(xml, &table.title);
    });
    table.before.iter().for_each(|line| write_line(xml, line));
    write_grid(xml, table);
}

/// Writes the grid of a table, a table of Word for each of its parts.
pub(crate) fn write_grid(xml: &mut Xml, table: &Table<'_>) {
    let squares = table.grid();
    let mut start = 0;
    for part in table.rows.chunk_by(|above, below| !below.begins_part(above)) {
        let end = start + part.len();
        grid::write(xml, table, &squares, start..end);
        // Behind a table there is always a paragraph: between two, and at the end, where Word wants one.
        nothing(xml, end < table.rows.len(), None);
        start = end;
    }
}

fn write_line(xml: &mut Xml, line: &Line) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[val(styles::LINE)]);
            xml.empty("w:jc", &[val(side(line.align))]);
        });
        run(xml, &line.text);
    });
}

/// A paragraph that is next to nothing high. One that is kept on the page of what follows lies between the parts of a
/// table and is hidden, so that they touch; another may end a section.
pub(crate) fn nothing(xml: &mut Xml, keeps: bool, ends: Option<&Look>) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            if keeps {
                xml.empty("w:keepNext", &[]);
            }
            let spacing = [number("w:before", 0), number("w:after", 0), number("w:line", 20)];
            xml.empty("w:spacing", &[&spacing[..], &[("w:lineRule", "exact".into())]].concat());
            xml.within("w:rPr", &[], |xml| {
                if keeps {
                    xml.empty("w:vanish", &[]);
                }
                xml.empty("w:sz", &[val("2")]);
                xml.empty("w:szCs", &[val("2")]);
            });
            if let Some(look) = ends {
                page::section(xml, look);
            }
        });
    });
}

/// The word for a side.
pub(crate) fn side(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

/// A run of text, with tabs and line ends as elements of their own.
pub(crate) fn run(xml: &mut Xml, text: &str) {
    run_with(xml, text, |_| {});
}

/// The same with properties of its own.
pub(crate) fn run_with(xml: &mut Xml, text: &str, properties: impl FnOnce(&mut Xml)) {
    if text.is_empty() {
        return;
    }
    xml.within("w:r", &[], |xml| {
        properties(xml);
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            for (at, piece) in line.split('\t').enumerate() {
                if at > 0 {
                    xml.empty("w:tab", &[]);
                }
                if !piece.is_empty() {
                    xml.text("w:t", &[("xml:space", "preserve".into())], piece);
                }
            }
        }
    });
}
