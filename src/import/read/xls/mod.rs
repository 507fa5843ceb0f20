//! Workbooks of Excel before 2007 (MS-XLS): each visible sheet is a grid, each cell the text that Excel shows.
//!
//! What the file says of sizes and places is not believed: each is looked at before it is used, and no byte is read more
//! often than once for the workbook and once for its sheet.

mod record;
mod sheet;

use std::collections::HashMap;

use encoding_rs::Encoding;

use self::record::{Record, Records};
use super::super::{
    compound::Container,
    document::{Block, Document, ReadError},
};
use super::{
    cells::Budget,
    number::{Epoch, Styles},
};

/// A workbook.
///
/// # Errors
/// [`ReadError`] where it is damaged, encrypted, too large, or older than Excel 5.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let stream = stream(bytes)?;
    let (mut workbook, sheets) = Workbook::read(&stream)?;
    let (mut document, mut left) = (Document::default(), stream.len());
    for listed in sheets {
        let records = stream.get(listed.begin..).map(Records::new).ok_or_else(damaged)?;
        let (grid, length) = sheet::read(&mut workbook, listed.name, records)?;
        // Sheets lie behind one another; where they do not, many could be made of the same bytes.
        left = left.checked_sub(length).ok_or_else(damaged)?;
        document.blocks.extend(grid.map(Block::Grid));
    }
    Ok(document)
}

/// The stream in which a workbook is.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let container = Container::open(bytes);
    if container.as_ref().is_some_and(|container| container.has("EncryptedPackage")) {
        return Err(ReadError::Encrypted);
    }
    let stream = container.and_then(|container| container.stream("Workbook").or_else(|| container.stream("Book")));
    stream.ok_or_else(|| ReadError::Damaged("no container of a workbook, or it is cut off".to_owned()))
}

fn damaged() -> ReadError {
    ReadError::Damaged("the workbook contradicts itself".to_owned())
}

/// What all sheets share.
struct Workbook {
    /// How strings are written.
    script: Script,
    strings: Vec<String>,
    styles: Styles,
    epoch: Epoch,
    budget: Budget,
}

/// How a version writes strings.
#[derive(Clone, Copy)]
enum Script {
    /// Excel 5 and 95: in the encoding of the system.
    Bytes(&'static Encoding),
    /// Excel since 97.
    Unicode,
}

/// A sheet that is shown.
struct Listed {
    name: String,
    /// Where it begins in the stream.
    begin: usize,
}

impl Workbook {
    /// Reads what stands before the sheets.
    fn read(stream: &[u8]) -> Result<(Self, Vec<Listed>), ReadError> {
        let (mut records, mut sheets) = (Records::new(stream), Vec::new());
        let (mut codes, mut ids) = (HashMap::new(), Vec::new());
        let mut workbook = Self {
            script: script(records.next().as_ref())?,
            strings: Vec::new(),
            styles: Styles::default(),
            epoch: Epoch::Since1900,
            budget: Budget::new(),
        };
        for record in records {
            match record.kind {
                record::END => break,
                record::PASSWORD => return Err(ReadError::Encrypted),
                record::STRINGS => workbook.strings = record.shared_strings().ok_or_else(damaged)?,
                record::FORMAT => codes.extend(record.format(workbook.script)),
                record::STYLE => ids.push(usize::from(record.u16(2).unwrap_or(0))),
                record::SHEET => sheets.extend(listed(&record, workbook.script)),
                record::EPOCH if record.u16(0) == Some(1) => workbook.epoch = Epoch::Since1904,
                record::ENCODING => workbook.encode(record.u16(0)),
                _ => {}
            }
        }
        workbook.styles = Styles::of(&ids, &codes);
        Ok((workbook, sheets))
    }

    /// Takes the encoding that the file says. Those that are not listed are taken for the usual one in China.
    fn encode(&mut self, page: Option<u16>) {
        if let Script::Bytes(encoding) = &mut self.script {
            *encoding = match page {
                Some(1252 | 32769) => encoding_rs::WINDOWS_1252,
                Some(950) => encoding_rs::BIG5,
                Some(932) => encoding_rs::SHIFT_JIS,
                Some(949) => encoding_rs::EUC_KR,
                _ => encoding_rs::GB18030,
            };
        }
    }
}

/// How the version that the first record tells writes strings.
fn script(first: Option<&Record<'_>>) -> Result<Script, ReadError> {
    let version = first.filter(|record| record.kind == record::BEGIN).and_then(|record| record.u16(0));
    match version {
        Some(0x0600) => Ok(Script::Unicode),
        Some(0x0500) => Ok(Script::Bytes(encoding_rs::GB18030)),
        _ => Err(ReadError::Damaged("no workbook of Excel 5 or later".to_owned())),
    }
}

/// A sheet, if it is one of cells and shown.
fn listed(record: &Record<'_>, script: Script) -> Option<Listed> {
    let begin = usize::try_from(record.u32(0)?).ok()?;
    let is_shown = record.u8(4)? & 3 == 0 && record.u8(5)? == 0;
    let name = record.short_string(6, script)?;
    is_shown.then_some(Listed { name, begin })
}

#[cfg(test)]
mod tests;
