//! Pages, as two programs of poppler tell of them: `pdftotext -bbox` lists the [`words`] with their places, and
//! `pdftocairo -svg` draws the lines between them, of which the rules of tables and the blanks are read ([`drawing`]).
//!
//! 1. the rules of a page make a [`lattice`], whose squares are the cells of its tables, merged ones included;
//! 2. the words in each cell, and those outside of all, become lines, and lines [`text`];
//! 3. a [`page`] is a row of such parts, and [`pages`] are joined: a [`table`] goes on from one to the next.
//!
//! Lines outside of all rules are [`prose`], or a table too where they stand in columns.

mod area;
mod drawing;
mod lattice;
mod page;
mod pages;
mod path;
mod prose;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod words;

use super::{
    super::document::{Excess, Pages, ReadError},
    cells::Squares,
    lines::Writer,
};
use drawing::Drawing;
use page::Part;

/// The longest side that a page of a PDF may have, in points.
const LONGEST: i32 = 14_400;

/// How many bytes of a picture are read.
const MOST_PICTURE: usize = 256 << 20;

/// Reads what `pdftotext -bbox` and `pdftocairo -svg` say of a document. Without a picture all tables are such without
/// rules.
///
/// # Errors
/// [`ReadError::NoText`] where the pages are pictures, else why it cannot be read.
pub(super) fn read(words: &[u8], picture: &[u8]) -> Result<Pages, ReadError> {
    let pages = words::read(words)?;
    if picture.len() > MOST_PICTURE {
        return Err(ReadError::TooLarge { what: Excess::Bytes, most: MOST_PICTURE });
    }
    let drawings = drawing::read(&String::from_utf8_lossy(picture))?;
    let is_unread = |(page, drawing): &(&words::Page, &Drawing)| page.words.is_empty() && drawing.is_marked;
    let unread = pages.iter().zip(&drawings).zip(1..).filter(|(page, _)| is_unread(page)).map(|(_, number)| number);
    let unread = unread.collect();
    let tells_blanks = drawings.iter().any(|drawing| !drawing.blanks.is_empty());
    let mut drawings = drawings.into_iter();
    let mut squares = Squares::new();
    let parts =
        pages.into_iter().map(|page| page::parts(page.words, drawings.next().unwrap_or_default(), &mut squares));
    let parts = pages::join(parts.collect::<Result<_, _>>()?);
    let mut writer = Writer::new();
    let mut prose = prose::Prose::default();
    for part in parts {
        match part {
            Part::Line(line) => prose.line(line),
            Part::Rule => prose.rule(),
            Part::Table(table) => {
                std::mem::take(&mut prose).write(tells_blanks, &mut writer)?;
                writer.grid(table.cells(tells_blanks))?;
            }
        }
    }
    prose.write(tells_blanks, &mut writer)?;
    Ok(Pages { document: writer.finish(), unread })
}

/// The side of the square paper that all pages have room on, in points.
///
/// # Errors
/// Those of [`read`], as far as they show in the words.
pub(super) fn paper(words: &[u8]) -> Result<u32, ReadError> {
    let sides = words::read(words)?.into_iter().map(|page| page.width.max(page.height));
    Ok((sides.max().unwrap_or(0) / 100 + 1).clamp(1, LONGEST) as u32)
}
