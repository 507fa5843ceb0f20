//! What a format cannot hold, in both languages.

use std::{error::Error, fmt};

use crate::diagnostic::Lang;

/// Why tables cannot be written in a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenderError {
    /// A cell has more text than a cell of the format can have.
    LongText {
        /// How the text begins.
        begin: String,
        /// How many characters are the most.
        most: usize,
    },
    /// A table has more rows than a sheet can have.
    ManyRows {
        /// The title of the table.
        title: String,
        /// How many are the most.
        most: usize,
    },
    /// The tree of a table is broken: cells lie over each other, or the like. Tables that [`build`](super::build) gives
    /// are sound.
    Broken(String),
}

impl RenderError {
    /// What is wrong, in one sentence without a point.
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::LongText { begin, most }, Lang::Zh) => {
                format!("这段文字太长，一个单元格最多 {most} 个字：{begin}…")
            }
            (Self::LongText { begin, most }, Lang::En) => {
                format!("a text is too long for a cell, which takes {most} characters at the most: {begin}…")
            }
            (Self::ManyRows { title, most }, Lang::Zh) => format!("“{title}”行数太多，一张工作表最多 {most} 行"),
            (Self::ManyRows { title, most }, Lang::En) => {
                format!("{title} has too many rows for a sheet, which takes {most} at the most")
            }
            (Self::Broken(reason), Lang::Zh) => format!("表格的结构有误：{reason}"),
            (Self::Broken(reason), Lang::En) => format!("the table is broken: {reason}"),
        }
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl Error for RenderError {}
