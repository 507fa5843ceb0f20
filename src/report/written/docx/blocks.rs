//! The blocks of a section.

use super::{
    super::document::{Block, Figure, Item},
    bars, styles,
};
use crate::{
    diagnostic::Lang,
    table::{
        Look,
        docx::{Xml, fonts_of, number, run, run_with, twips, val, write_grid},
        paper::shares,
    },
};

/// The ground of what is missing.
const GAP: &str = "FFE9A8";

/// The colour of lines and of the numbers that matter.
pub(super) const BLUE: &str = "1F4E79";

pub(super) fn write_block(xml: &mut Xml, block: &Block<'_>, look: &Look, lang: Lang) {
    match block {
        Block::Figures(figures) => write_figures(xml, figures, look),
        Block::Text(text) => paragraph(xml, styles::TEXT, text),
        Block::List(items) => items.iter().for_each(|item| write_item(xml, item, look, lang)),
        Block::Table(table) => write_grid(xml, table),
        Block::Picture(picture) => bars::write(xml, picture, look),
    }
}

/// A paragraph of a style.
pub(super) fn paragraph(xml: &mut Xml, style: &'static str, text: &str) {
    paragraph_of(xml, style, |xml| run(xml, text));
}

/// A paragraph of a style with these runs.
pub(super) fn paragraph_of(xml: &mut Xml, style: &'static str, runs: impl FnOnce(&mut Xml)) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| xml.empty("w:pStyle", &[val(style)]));
        runs(xml);
    });
}

fn write_item(xml: &mut Xml, Item { name, text, gap }: &Item, look: &Look, lang: Lang) {
    let set_off = |xml: &mut Xml| xml.within("w:rPr", &[], |xml| fonts_of(xml, &look.heading, lang));
    let missing = |xml: &mut Xml| {
        xml.within("w:rPr", &[], |xml| {
            fonts_of(xml, &look.heading, lang);
            xml.empty("w:shd", &[val("clear"), ("w:color", "auto".into()), ("w:fill", GAP.into())]);
        });
    };
    paragraph_of(xml, styles::POINT, |xml| {
        run(xml, "•\t");
        if !name.is_empty() {
            run_with(xml, name, set_off);
            run(xml, if lang == Lang::Zh { "：" } else { ": " });
        }
        run(xml, text);
        if !gap.is_empty() {
            run(xml, " ");
            run_with(xml, gap, missing);
        }
    });
}

/// The numbers that matter, side by side in a frame.
fn write_figures(xml: &mut Xml, figures: &[Figure], look: &Look) {
    let width = twips(look.width());
    let widths = shares(&vec![1; figures.len()], width);
    xml.within("w:tbl", &[], |xml| {
        xml.within("w:tblPr", &[], |xml| {
            xml.empty("w:tblW", &[number("w:w", width), ("w:type", "dxa".into())]);
            xml.empty("w:jc", &[val("center")]);
            xml.within("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideV"] {
                    xml.empty(
                        side,
                        &[val("single"), number("w:sz", 6), number("w:space", 0), ("w:color", BLUE.into())],
                    );
                }
            });
            xml.empty("w:tblLayout", &[("w:type", "fixed".into())]);
        });
        xml.within("w:tblGrid", &[], |xml| {
            widths.iter().for_each(|width| xml.empty("w:gridCol", &[number("w:w", width)]));
        });
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            figures.iter().zip(&widths).for_each(|(figure, width)| write_figure(xml, figure, *width));
        });
    });
    paragraph(xml, styles::NOTE, "");
}

fn write_figure(xml: &mut Xml, Figure { name, number: figure, note }: &Figure, width: u32) {
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[number("w:w", width), ("w:type", "dxa".into())]);
            xml.empty("w:vAlign", &[val("center")]);
        });
        let blue = |xml: &mut Xml| xml.within("w:rPr", &[], |xml| xml.empty("w:color", &[val(BLUE)]));
        paragraph(xml, styles::FACT, name);
        paragraph_of(xml, styles::NUMBER, |xml| run_with(xml, figure, blue));
        paragraph(xml, styles::FACT, note);
    });
}
