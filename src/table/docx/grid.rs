//! Grids: rows of cells over several columns and rows.

use std::ops::Range;

use super::{
    document::{run, side},
    page::twips,
    styles,
    xml::{Xml, number, val},
};
use crate::table::{Cell, Grid, Placed, Role, Section, Table, paper::shares};

/// The blank beside a text, in twentieths of a point.
const PADDING: u32 = 70;

/// Writes a part of a table as a table of its own.
pub(super) fn write(xml: &mut Xml, table: &Table<'_>, grid: &Grid<'_, '_>, rows: Range<usize>) {
    let width = twips(table.look.width());
    let widths = shares(&table.columns, width);
    xml.within("w:tbl", &[], |xml| {
        properties(xml, width);
        xml.within("w:tblGrid", &[], |xml| {
            widths.iter().for_each(|width| xml.empty("w:gridCol", &[number("w:w", width)]));
        });
        let first = rows.start;
        for row in rows {
            xml.within("w:tr", &[], |xml| {
                xml.within("w:trPr", &[], |xml| {
                    xml.empty("w:cantSplit", &[]);
                    let is_head = table.rows.get(row).is_some_and(|row| row.section == Section::Names);
                    if is_head {
                        xml.empty("w:tblHeader", &[]);
                    }
                });
                write_row(xml, grid, row, first, &widths);
            });
        }
    });
}

fn properties(xml: &mut Xml, width: u32) {
    xml.within("w:tblPr", &[], |xml| {
        xml.empty("w:tblW", &[number("w:w", width), ("w:type", "dxa".into())]);
        xml.empty("w:jc", &[val("center")]);
        xml.within("w:tblBorders", &[], |xml| {
            for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                // Eighths of a point.
                xml.empty(
                    side,
                    &[val("single"), number("w:sz", 6), number("w:space", 0), ("w:color", "000000".into())],
                );
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

/// The cells of a row. What reaches down from above has a cell in each row; what no cell covers is a blank one.
fn write_row(xml: &mut Xml, grid: &Grid<'_, '_>, row: usize, first: usize, widths: &[u32]) {
    let mut column = 0;
    while column < widths.len() {
        let Some(placed) = grid.at(row, column) else {
            write_blank(xml, widths.get(column).copied().unwrap_or_default());
            column += 1;
            continue;
        };
        let end = (placed.cell.column + placed.cell.columns).max(column + 1);
        let width = widths.get(column..end).unwrap_or_default().iter().sum();
        write_cell(xml, placed, row, first, (width, end - column));
        column = end;
    }
}

fn write_cell(
    xml: &mut Xml,
    Placed { row: top, cell, .. }: Placed<'_, '_>,
    row: usize,
    first: usize,
    size: (u32, usize),
) {
    let (width, columns) = size;
    // A cell begins where its first row in this part is.
    let begins = row == top.max(first);
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[number("w:w", width), ("w:type", "dxa".into())]);
            if columns > 1 {
                xml.empty("w:gridSpan", &[number("w:val", columns)]);
            }
            if cell.rows > 1 {
                xml.empty("w:vMerge", &[val(if begins { "restart" } else { "continue" })]);
            }
            xml.empty("w:vAlign", &[val("center")]);
        });
        let text = if begins { &*cell.text } else { "" };
        text.split('\n').for_each(|text| paragraph(xml, cell, text));
    });
}

fn paragraph(xml: &mut Xml, cell: &Cell<'_>, text: &str) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            let style = match cell.role {
                Role::Heading | Role::Label => styles::HEAD,
                _ => styles::CELL,
            };
            xml.empty("w:pStyle", &[val(style)]);
            xml.empty("w:jc", &[val(side(cell.role.align()))]);
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
