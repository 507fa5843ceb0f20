//! Grids: rows of cells over several columns and rows.

use std::ops::Range;

use super::{
    document::{run, side},
    page::twips,
    styles,
    xml::{Xml, number, val},
};
use crate::table::{Grid, Placed, Role, Row, Section, Table, paper::shares};

/// The blank beside a text, in twentieths of a point.
const PADDING: u32 = 70;

/// The ground of what is missing.
const GAP: &str = "FFE9A8";

/// A part of a table, which is drawn as a table of its own.
struct Part<'p, 't> {
    grid: &'p Grid<'p, 't>,
    rows: Range<usize>,
    widths: Vec<u32>,
}

/// Writes a part of a table as a table of its own. One that another follows leaves the line between them to that, so
/// that the two look like one, and is kept on its page.
pub(super) fn write(xml: &mut Xml, table: &Table<'_>, grid: &Grid<'_, '_>, rows: Range<usize>) {
    let width = twips(table.look.width());
    let is_followed = rows.end < table.rows.len();
    let part = Part { grid, rows: rows.clone(), widths: shares(&table.columns, width) };
    xml.within("w:tbl", &[], |xml| {
        properties(xml, width, is_followed);
        xml.within("w:tblGrid", &[], |xml| {
            part.widths.iter().for_each(|width| xml.empty("w:gridCol", &[number("w:w", width)]));
        });
        for row in rows.clone() {
            let is_head = table.rows.get(row).is_some_and(|row| row.section == Section::Names);
            let keeps = stays(table, row) || (is_followed && row + 1 == rows.end);
            xml.within("w:tr", &[], |xml| {
                xml.within("w:trPr", &[], |xml| {
                    xml.empty("w:cantSplit", &[]);
                    if is_head {
                        xml.empty("w:tblHeader", &[]);
                    }
                });
                part.row(xml, row, keeps);
            });
        }
    });
}

/// Whether a row stays on the page of the one below it: the names of columns, the first row of a merged cell, whose text
/// may need both, and the last one before the totals.
fn stays(table: &Table<'_>, row: usize) -> bool {
    let above_foot = table.rows.get(row + 1).is_some_and(|below| below.section == Section::Foot);
    let begins = |row: &Row<'_>| row.section == Section::Names || row.cells.iter().any(|cell| cell.rows > 1);
    above_foot || table.rows.get(row).is_some_and(begins)
}

fn properties(xml: &mut Xml, width: u32, is_followed: bool) {
    xml.within("w:tblPr", &[], |xml| {
        xml.empty("w:tblW", &[number("w:w", width), ("w:type", "dxa".into())]);
        xml.empty("w:jc", &[val("center")]);
        xml.within("w:tblBorders", &[], |xml| {
            for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                let line = if is_followed && side == "w:bottom" { "nil" } else { "single" };
                // Eighths of a point.
                xml.empty(side, &[val(line), number("w:sz", 6), number("w:space", 0), ("w:color", "000000".into())]);
            }
        });
        xml.empty("w:tblLayout", &[("w:type", "fixed".into())]);
        xml.within("w:tblCellMar", &[], |xml| {
            for side in ["w:left", "w:right"] {
                xml.empty(side, &[number("w:w", PADDING), ("w:type", "dxa".into())]);
            }
        });
    });
}

impl Part<'_, '_> {
    /// The cells of a row. What reaches down from above has a cell in each row; what no cell covers is a blank one.
    fn row(&self, xml: &mut Xml, row: usize, keeps: bool) {
        let mut column = 0;
        while column < self.widths.len() {
            let Some(placed) = self.grid.at(row, column) else {
                write_blank(xml, self.width(column..column + 1));
                column += 1;
                continue;
            };
            self.cell(xml, placed, row, keeps);
            column = (placed.cell.column + placed.cell.columns).max(column + 1);
        }
    }

    fn cell(&self, xml: &mut Xml, Placed { row: top, cell, .. }: Placed<'_, '_>, row: usize, keeps: bool) {
        // A cell begins where its first row in this part is.
        let begins = row == top.max(self.rows.start);
        xml.within("w:tc", &[], |xml| {
            xml.within("w:tcPr", &[], |xml| {
                let width = self.width(cell.column..cell.column + cell.columns);
                xml.empty("w:tcW", &[number("w:w", width), ("w:type", "dxa".into())]);
                if cell.columns > 1 {
                    xml.empty("w:gridSpan", &[number("w:val", cell.columns)]);
                }
                if cell.rows > 1 {
                    xml.empty("w:vMerge", &[val(if begins { "restart" } else { "continue" })]);
                }
                if cell.role == Role::Gap {
                    xml.empty("w:shd", &[val("clear"), ("w:color", "auto".into()), ("w:fill", GAP.into())]);
                }
                xml.empty("w:vAlign", &[val("center")]);
            });
            let text = if begins { &*cell.text } else { "" };
            text.split('\n').for_each(|text| paragraph(xml, cell.role, text, keeps));
        });
    }

    fn width(&self, columns: Range<usize>) -> u32 {
        self.widths.get(columns).unwrap_or_default().iter().sum()
    }
}

fn paragraph(xml: &mut Xml, role: Role, text: &str, keeps: bool) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            let style = match role {
                Role::Heading | Role::Label | Role::Gap => styles::HEAD,
                _ => styles::CELL,
            };
            xml.empty("w:pStyle", &[val(style)]);
            if keeps {
                xml.empty("w:keepNext", &[]);
            }
            xml.empty("w:jc", &[val(side(role.align()))]);
        });
        run(xml, text);
    });
}

fn write_blank(xml: &mut Xml, width: u32) {
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| xml.empty("w:tcW", &[number("w:w", width), ("w:type", "dxa".into())]));
        xml.empty("w:p", &[]);
    });
}
