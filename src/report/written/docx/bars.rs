//! Pictures: a table whose rows are bars, each a label, cells that are shaded, and what the bar says.
//!
//! A shaded paragraph makes a bar, so that it is equally high however high its row is. Bars are told apart without
//! colours: full, or only framed.

use super::{
    super::document::{Bar, Picture, Tone},
    blocks::{BLUE, paragraph},
    styles,
};
use crate::table::{
    Look,
    docx::{Xml, number, run, twips, val},
    paper::shares,
};

/// Into how many columns the scale is divided; Word allows for 63 in all.
const STEPS: usize = 60;

/// The widths of labels, of the scale and of what bars say, relative to each other.
const WIDTHS: [u16; 3] = [38, 38, 24];

/// The colour of missed targets.
const RED: &str = "9C3D1B";

/// A part of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ink {
    Met,
    Missed,
    Open,
    Whole,
    Blank,
}

pub(super) fn write(xml: &mut Xml, picture: &Picture, look: &Look) {
    paragraph(xml, styles::CAPTION, &picture.title);
    let columns = Columns::of(look);
    xml.within("w:tbl", &[], |xml| {
        properties(xml, picture, &columns);
        xml.within("w:tblGrid", &[], |xml| {
            let scale = columns.steps.iter();
            for width in std::iter::once(&columns.label).chain(scale).chain([&columns.amount]) {
                xml.empty("w:gridCol", &[number("w:w", width)]);
            }
        });
        picture.bars.iter().for_each(|bar| write_bar(xml, picture, bar, &columns));
        write_scale(xml, picture, &columns);
    });
    paragraph(xml, styles::NOTE, &picture.note);
}

/// How wide the columns are.
struct Columns {
    label: u32,
    steps: Vec<u32>,
    amount: u32,
}

impl Columns {
    fn of(look: &Look) -> Self {
        let widths = shares(&WIDTHS, twips(look.width()));
        let width = |at: usize| widths.get(at).copied().unwrap_or_default();
        Self { label: width(0), steps: shares(&[1; STEPS], width(1)), amount: width(2) }
    }

    fn width(&self, from: usize, to: usize) -> u32 {
        self.steps.get(from..to).unwrap_or_default().iter().sum()
    }
}

/// The table has a text beside it for those who do not see it.
fn properties(xml: &mut Xml, picture: &Picture, columns: &Columns) {
    let width = columns.label + columns.width(0, STEPS) + columns.amount;
    xml.within("w:tblPr", &[], |xml| {
        xml.empty("w:tblW", &[number("w:w", width), ("w:type", "dxa".into())]);
        xml.empty("w:jc", &[val("center")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed".into())]);
        xml.within("w:tblCellMar", &[], |xml| {
            for side in ["w:left", "w:right"] {
                xml.empty(side, &[number("w:w", 0), ("w:type", "dxa".into())]);
            }
        });
        xml.empty("w:tblCaption", &[val(&*picture.title)]);
        xml.empty("w:tblDescription", &[val(&*picture.note)]);
    });
}

fn row(xml: &mut Xml, cells: impl FnOnce(&mut Xml)) {
    xml.within("w:tr", &[], |xml| {
        xml.within("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            xml.empty("w:trHeight", &[number("w:val", 320), ("w:hRule", "atLeast".into())]);
        });
        cells(xml);
    });
}

fn cell(xml: &mut Xml, width: u32, span: usize, is_marked: bool, paragraph: impl FnOnce(&mut Xml)) {
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[number("w:w", width), ("w:type", "dxa".into())]);
            if span > 1 {
                xml.empty("w:gridSpan", &[number("w:val", span)]);
            }
            if is_marked {
                xml.within("w:tcBorders", &[], |xml| {
                    let line = [val("single"), number("w:sz", 6), number("w:space", 0), ("w:color", "000000".into())];
                    xml.empty("w:left", &line);
                });
            }
            xml.empty("w:vAlign", &[val("center")]);
        });
        paragraph(xml);
    });
}

/// The step at which a share of the scale ends: only what is whole looks so.
fn step(share: f64) -> usize {
    let step = (share * STEPS as f64 + 1e-9).floor() as usize;
    if share > 0.0 { step.clamp(1, STEPS) } else { 0 }
}

fn write_bar(xml: &mut Xml, picture: &Picture, bar: &Bar, columns: &Columns) {
    let marks = marks(picture);
    row(xml, |xml| {
        cell(xml, columns.label, 1, false, |xml| paragraph(xml, styles::LABEL, &bar.label));
        let mut inks = inks(picture, bar);
        // Behind the last mark, where that is the end of the scale, its line belongs to the next cell.
        inks.push(Ink::Blank);
        let mut from = 0;
        while from < STEPS {
            let ends = |to: &usize| inks.get(*to) != inks.get(from) || marks.contains(to);
            let to = (from + 1..STEPS).find(ends).unwrap_or(STEPS);
            let ink = inks.get(from).copied().unwrap_or(Ink::Blank);
            cell(xml, columns.width(from, to), to - from, marks.contains(&from), |xml| write_ink(xml, ink));
            from = to;
        }
        let text = if bar.is_cut(picture.end) { format!("» {}", bar.text) } else { bar.text.clone() };
        cell(xml, columns.amount, 1, marks.contains(&STEPS), |xml| paragraph(xml, styles::AMOUNT, &text));
    });
}

/// The steps at which the scale has a line.
fn marks(picture: &Picture) -> Vec<usize> {
    picture.marks.iter().map(|mark| (mark.at / picture.end * STEPS as f64).round() as usize).collect()
}

/// What each step of a bar is.
fn inks(picture: &Picture, bar: &Bar) -> Vec<Ink> {
    let (filled, whole) = bar.shares(picture.end);
    let (filled, whole) = (step(filled), step(whole));
    let ink = |at: usize| match bar.tone {
        Tone::Open => Ink::Open,
        Tone::Met if at < filled => Ink::Met,
        Tone::Missed if at < filled => Ink::Missed,
        _ if at < whole => Ink::Whole,
        _ => Ink::Blank,
    };
    (0..STEPS).map(ink).collect()
}

fn write_ink(xml: &mut Xml, ink: Ink) {
    let (border, fill) = match ink {
        Ink::Met => (None, Some(BLUE)),
        Ink::Missed => (Some(("single", RED)), Some("F6D9CC")),
        Ink::Open => (Some(("dotted", "777777")), None),
        Ink::Whole => (None, Some("D5DCE4")),
        Ink::Blank => (None, None),
    };
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            if let Some((line, colour)) = border {
                xml.within("w:pBdr", &[], |xml| {
                    let line = [val(line), number("w:sz", 6), number("w:space", 0), ("w:color", colour.into())];
                    xml.empty("w:top", &line);
                    xml.empty("w:bottom", &line);
                });
            }
            if let Some(fill) = fill {
                xml.empty("w:shd", &[val("clear"), ("w:color", "auto".into()), ("w:fill", fill.into())]);
            }
            let spacing = [number("w:before", 0), number("w:after", 0), number("w:line", 180)];
            xml.empty("w:spacing", &[&spacing[..], &[("w:lineRule", "exact".into())]].concat());
        });
    });
}

/// The names of the places on the scale, below the bars.
fn write_scale(xml: &mut Xml, picture: &Picture, columns: &Columns) {
    row(xml, |xml| {
        cell(xml, columns.label, 1, false, |xml| paragraph(xml, styles::LABEL, ""));
        let ends: Vec<usize> = ends(&marks(picture));
        let mut from = 0;
        for (mark, to) in picture.marks.iter().zip(ends) {
            if to > from {
                let at = mark.at / picture.end;
                let side = if at <= 0.0 {
                    "left"
                } else if at >= 1.0 {
                    "right"
                } else {
                    "center"
                };
                cell(xml, columns.width(from, to), to - from, false, |xml| write_name(xml, &mark.name, side));
                from = to;
            }
        }
        if from < STEPS {
            cell(xml, columns.width(from, STEPS), STEPS - from, false, |xml| paragraph(xml, styles::NOTE, ""));
        }
        cell(xml, columns.amount, 1, false, |xml| paragraph(xml, styles::AMOUNT, ""));
    });
}

/// Where the cell of each name ends: half way to the next mark, and as far behind its own as it begins before it.
fn ends(marks: &[usize]) -> Vec<usize> {
    let mut ends: Vec<usize> = marks.windows(2).map(|pair| pair.iter().sum::<usize>() / 2).collect();
    let from = ends.last().copied().unwrap_or(0);
    ends.extend(marks.last().map(|last| (last * 2).saturating_sub(from).clamp(from, STEPS)));
    ends
}

fn write_name(xml: &mut Xml, name: &str, side: &'static str) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[val(styles::NOTE)]);
            xml.empty("w:jc", &[val(side)]);
        });
        run(xml, name);
    });
}
