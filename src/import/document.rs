//! A document as far as tables go, whatever format it came in: paragraphs and grids in reading order.

use crate::diagnostic::{Lang, Text};

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// What it holds, in reading order.
    pub blocks: Vec<Block>,
}

/// The pages of a PDF, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pages {
    /// What their words say.
    pub document: Document,
    /// The numbers of those that have no words, but pictures, from 1.
    pub unread: Vec<usize>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A line or paragraph outside of all grids, blanks at its ends left out. None is empty.
    Paragraph(String),
    /// A table, or a sheet of a workbook.
    Grid(Grid),
}

/// Cells by row and column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// The name of the sheet; tables of texts have none.
    pub name: Option<String>,
    /// The cells that hold something or cover more than one square, by row and then by column. None overlaps another.
    pub cells: Vec<Cell>,
}

/// A cell of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its first row, from 0.
    pub row: usize,
    /// Its first column, from 0.
    pub column: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Its text as the document shows it: a number in its number format, paragraphs and line breaks as `\n`. Blanks at
    /// both ends are kept, those inside are as they are.
    pub text: String,
    /// The number that it holds, as it would be typed, where its text shows another: 1234.5678 below 1.23.
    pub held: Option<Box<str>>,
}

/// Where in a document something stands: a block, and in a grid a row and a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place {
    /// The number of the block.
    pub block: usize,
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
}

impl Document {
    /// The cell that begins in a row and a column of a grid.
    pub(super) fn cell(&self, Place { block, row, column }: Place) -> Option<&Cell> {
        let Block::Grid(grid) = self.blocks.get(block)? else { return None };
        let at = grid.cells.binary_search_by_key(&(row, column), |cell| (cell.row, cell.column)).ok()?;
        grid.cells.get(at)
    }
}

/// Why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// It is damaged, or no document of its format; with what its reader says.
    Damaged(String),
    /// It is larger than is read: what of it, and the most that is read.
    TooLarge {
        /// What there is too much of.
        what: Excess,
        /// How much of it is read.
        most: usize,
    },
    /// It cannot be opened without a password.
    Encrypted,
    /// Its pages are pictures, in which there is no text.
    NoText,
    /// It is in a format that is not read.
    Unknown,
    /// It is in a format that another program must turn into one that is read.
    NeedsConversion(Kind),
}

impl ReadError {
    /// Why, in a sentence for users.
    pub fn reason(&self, lang: Lang) -> String {
        let both = |zh: &str, en: &str| if lang == Lang::Zh { zh.to_owned() } else { en.to_owned() };
        match self {
            Self::Damaged(said) => {
                both("文件已损坏，或不是完整的文件", "the file is damaged or incomplete") + &format!(" ({said})")
            }
            Self::TooLarge { what, most } => {
                let what = what.name().get(lang);
                both(
                    &format!("文件太大：{what}超过 {most}"),
                    &format!("the file is too large: more than {most} {what}"),
                )
            }
            Self::Encrypted => both("文件有密码，请先去掉密码", "the file has a password; take it off first"),
            Self::NoText => both(
                "文件是扫描件或图片，里面没有文字；请用文字识别（OCR）软件转换后再导入",
                "the pages are scans or pictures without text; let a program for text recognition (OCR) read them first",
            ),
            Self::Unknown => both(
                "不认识这种文件；可以导入的有 docx、xlsx、xls、ods、html、csv、文本，以及 doc 和 pdf",
                "this kind of file is not known; docx, xlsx, xls, ods, html, csv, text, doc and pdf can be imported",
            ),
            Self::NeedsConversion(kind) => both(
                &format!("{} 文件要先转换", kind.name()),
                &format!("a file of kind {} must be converted first", kind.name()),
            ),
        }
    }
}

impl Excess {
    fn name(self) -> Text {
        match self {
            Self::Bytes => Text { zh: "字节数", en: "bytes" },
            Self::Cells => Text { zh: "单元格和段落数", en: "cells and paragraphs" },
            Self::Columns => Text { zh: "列数", en: "columns" },
            Self::Lines => Text { zh: "线条数", en: "drawn lines" },
            Self::Depth => Text { zh: "嵌套层数", en: "tables within tables" },
        }
    }
}

impl Kind {
    /// The name that users know, which is also how names of such files end.
    pub fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Xls => "xls",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Text => "txt",
            Self::Doc => "doc",
            Self::Pdf => "pdf",
        }
    }
}

/// What a document may have too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// Bytes of text, unpacked.
    Bytes,
    /// Cells, and paragraphs beside them.
    Cells,
    /// Columns of a table.
    Columns,
    /// Lines that are drawn, as around cells.
    Lines,
    /// Tables within tables.
    Depth,
}

/// The format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Word since 2007.
    Docx,
    /// Excel since 2007.
    Xlsx,
    /// OpenDocument spreadsheets.
    Ods,
    /// Excel before 2007.
    Xls,
    /// Web pages.
    Html,
    /// Values between commas, tabs or semicolons.
    Csv,
    /// Text, as converters leave it.
    Text,
    /// Word before 2007: to be converted first.
    Doc,
    /// To be converted first.
    Pdf,
}
