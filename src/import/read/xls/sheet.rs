//! A sheet of a workbook.

use super::super::super::document::{Cell, Grid, ReadError};
use super::super::{
    cells::{Shown, grid},
    number,
};
use super::{
    Workbook, damaged,
    record::{self, Record, Records},
};

/// The sheet whose records these are, none where nothing is on it, and how many bytes it takes.
pub(super) fn read(
    workbook: &mut Workbook,
    name: String,
    mut records: Records<'_>,
) -> Result<(Option<Grid>, usize), ReadError> {
    let mut sheet = Sheet { workbook, cells: Vec::new(), formula: None };
    // Charts lie in sheets as sheets of their own.
    let mut depth = 0_usize;
    for record in records.by_ref() {
        match record.kind {
            record::BEGIN => depth += 1,
            record::END if depth <= 1 => break,
            record::END => depth -= 1,
            _ if depth == 1 => sheet.take(&record)?,
            _ if depth == 0 => return Err(damaged()),
            _ => {}
        }
    }
    Ok((grid(Some(name), sheet.cells), records.length()))
}

struct Sheet<'w> {
    workbook: &'w mut Workbook,
    cells: Vec<Cell>,
    /// The place and style of a formula whose result comes next.
    formula: Option<(Place, usize)>,
}

/// A row and a column.
type Place = (usize, usize);

impl Sheet<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        match record.kind {
            record::MERGED => self.merge(record),
            record::SMALL_NUMBERS => self.small_numbers(record),
            record::RESULT_STRING => self.result(record),
            _ => self.cell(record),
        }
    }

    /// A record of one cell; others are passed over.
    fn cell(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let is_cell = matches!(
            record.kind,
            record::NUMBER
                | record::SMALL_NUMBER
                | record::SHARED_STRING
                | record::STRING
                | record::RICH_STRING
                | record::TRUTH_OR_ERROR
                | record::FORMULA
        );
        if !is_cell {
            return Ok(());
        }
        let numbers = [record.u16(0), record.u16(2), record.u16(4)].map(|number| number.map(usize::from));
        let [Some(row), Some(column), Some(style)] = numbers else { return Err(damaged()) };
        let shown = self.shown(record, (row, column), style).ok_or_else(damaged)?;
        self.put((row, column), shown)
    }

    /// What Excel shows of a cell; nothing where its text comes in the next record.
    fn shown(&mut self, record: &Record<'_>, place: Place, style: usize) -> Option<Shown> {
        let text = match record.kind {
            record::NUMBER => return Some(self.number(style, record.f64(6)?)),
            record::SMALL_NUMBER => return Some(self.number(style, small(record.u32(6)?))),
            record::SHARED_STRING => {
                let number = usize::try_from(record.u32(6)?).ok()?;
                let text = self.workbook.strings.get(number).cloned().unwrap_or_default();
                self.text(style, text)
            }
            record::STRING | record::RICH_STRING => {
                let text = record.string(6, self.workbook.script)?;
                self.text(style, text)
            }
            record::TRUTH_OR_ERROR if record.u8(7)? == 0 => truth(record.u8(6)?),
            record::TRUTH_OR_ERROR => error(record.u8(6)?),
            _ => match (record.u16(12)?, record.u8(6)?) {
                (0xFFFF, 0) => {
                    self.formula = Some((place, style));
                    String::new()
                }
                (0xFFFF, 1) => truth(record.u8(8)?),
                (0xFFFF, 2) => error(record.u8(8)?),
                (0xFFFF, _) => String::new(),
                _ => return Some(self.number(style, record.f64(6)?)),
            },
        };
        Some(text.into())
    }

    /// The text that a formula has come to.
    fn result(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let Some((place, style)) = self.formula.take() else { return Ok(()) };
        let text = record.string(0, self.workbook.script).ok_or_else(damaged)?;
        let text = self.text(style, text);
        self.put(place, text.into())
    }

    /// Numbers side by side: the row, the first column, a style and a number for each, the last column.
    fn small_numbers(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let (Some(row), Some(first)) = (record.u16(0), record.u16(2)) else { return Err(damaged()) };
        for at in 0..record.len().saturating_sub(6) / 6 {
            let (Some(style), Some(number)) = (record.u16(4 + at * 6), record.u32(6 + at * 6)) else { break };
            let shown = self.number(usize::from(style), small(number));
            self.put((usize::from(row), usize::from(first) + at), shown)?;
        }
        Ok(())
    }

    /// How many areas, and of each the first and last row, the first and last column.
    fn merge(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        for at in 0..record.len().saturating_sub(2) / 8 {
            let corners = [0, 2, 4, 6].map(|corner| record.u16(2 + at * 8 + corner).map(usize::from));
            let [Some(top), Some(bottom), Some(left), Some(right)] = corners else { break };
            let (rows, columns) = (bottom.abs_diff(top) + 1, right.abs_diff(left) + 1);
            let cell = self.workbook.budget.merged(top.min(bottom), left.min(right), rows, columns, String::new())?;
            self.cells.push(cell);
        }
        Ok(())
    }

    fn put(&mut self, (row, column): Place, shown: Shown) -> Result<(), ReadError> {
        if !shown.text.is_empty() {
            self.cells.push(self.workbook.budget.cell(row, column, shown)?);
        }
        Ok(())
    }

    fn number(&self, style: usize, value: f64) -> Shown {
        // The shortest digits that mean this number, as newer files have them.
        let stored = format!("{value:e}");
        match self.workbook.styles.format(style) {
            Some(format) => format.number(&stored, self.workbook.epoch),
            None => number::general(&stored),
        }
    }

    fn text(&self, style: usize, text: String) -> String {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        match self.workbook.styles.format(style) {
            Some(format) => format.text(text),
            None => text,
        }
    }
}

/// A number in four bytes: the upper half of a double, or an integer, and perhaps a hundredth of it.
fn small(packed: u32) -> f64 {
    let bits = packed & !3;
    let value = match packed & 2 {
        0 => f64::from_bits(u64::from(bits) << 32),
        _ => f64::from(bits.cast_signed() >> 2),
    };
    if packed & 1 == 0 { value } else { value / 100.0 }
}

fn truth(value: u8) -> String {
    if value == 0 { "FALSE" } else { "TRUE" }.to_owned()
}

fn error(code: u8) -> String {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
    .to_owned()
}
