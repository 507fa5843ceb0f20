//! The indicators.

use rust_xlsxwriter::{Format, XlsxError};

use super::{
    super::{
        formats::text,
        heights::{MOST, height},
        number::number,
        sheet::{Area, write_number, write_text},
    },
    Writer, column, formats, inputs,
};
use crate::{
    model::Wanted,
    table::{Role, fill_in::Asked},
};

/// The least height of a row, in points: a reason is seldom shorter than two lines.
const LEAST: f64 = 36.0;

/// How a day is written, beside where it is asked for.
const DAY: &str = "年-月-日";

/// What stands beside a choice.
const YES_OR_NO: &str = "是/否";

/// The unit of percentages.
const PERCENT: &str = "%";

/// What stands beside how far a target in words was achieved.
const SHARE: &str = "达成%";

impl Writer<'_> {
    pub(super) fn rows(&mut self) -> Result<(), XlsxError> {
        let (form, first) = (self.form, self.row);
        for asked in &form.rows {
            self.asked(asked)?;
            self.sheet.set_row_height(self.row, self.high(asked))?;
            self.row += 1;
        }
        self.categories(first)?;
        inputs::actuals(self.sheet, form, first)?;
        inputs::scores(self.sheet, form, first)
    }

    fn asked(&mut self, asked: &Asked) -> Result<(), XlsxError> {
        let locked = |role| formats::locked(role, &self.look);
        let (name, value) = (locked(Role::Text), locked(Role::Value));
        let input = input(asked, self);
        let (points, words) = (formats::number(&self.look), formats::words(&self.look));
        self.text(column::NAME, &asked.name, name)?;
        self.text(column::TARGET, &asked.target, value.clone())?;
        self.number(column::WEIGHT, &asked.weight, value.clone())?;
        self.text(column::UNIT, beside(asked), value.clone())?;
        self.text(column::KEY, &asked.category, value)?;
        let inputs = [(column::ACTUAL, input), (column::SCORE, points), (column::REASON, words.clone())];
        for (column, format) in inputs.into_iter().chain([(column::NOTE, words)]) {
            self.sheet.write_blank(self.row, column, &format)?;
        }
        Ok(())
    }

    /// How high a row must be for all that is asked to be seen.
    fn high(&self, asked: &Asked) -> f64 {
        let texts = [
            (column::LEVEL2, &asked.level2),
            (column::NAME, &asked.name),
            (column::TARGET, &asked.target),
            (column::UNIT, &asked.unit),
        ];
        let width = |column| self.pixels.get(usize::from(column)).copied().unwrap_or_default();
        let heights = texts.map(|(column, text)| height(text, width(column), &self.look.body));
        heights.into_iter().fold(LEAST, f64::max).min(MOST)
    }

    fn text(&mut self, column: u16, words: &str, format: Format) -> Result<(), XlsxError> {
        write_text(self.sheet, Area::cell(self.row, column), words, &text(format, words))
    }

    fn number(&mut self, column: u16, points: &str, format: Format) -> Result<(), XlsxError> {
        match number(points) {
            Some((value, shown)) => {
                write_number(self.sheet, Area::cell(self.row, column), value, &format.set_num_format(shown))
            }
            None => self.text(column, points, format),
        }
    }

    /// The categories, each once over all of its rows that stand together.
    fn categories(&mut self, first: u32) -> Result<(), XlsxError> {
        let format = formats::locked(Role::Category, &self.look);
        let rows = self.form.rows.as_slice();
        let mut top = first;
        for level in rows.chunk_by(|one, next| one.level1 == next.level1) {
            self.category(column::LEVEL1, top, level.len(), &level[0].level1, &format)?;
            let mut start = top;
            for same in level.chunk_by(|one, next| one.category == next.category) {
                self.category(column::LEVEL2, start, same.len(), &same[0].level2, &format)?;
                start += same.len() as u32;
            }
            top = start;
        }
        Ok(())
    }

    fn category(&mut self, column: u16, top: u32, rows: usize, name: &str, format: &Format) -> Result<(), XlsxError> {
        let area = Area::cell(top, column).down_to(top + rows as u32 - 1);
        write_text(self.sheet, area, name, &text(format.clone(), name))
    }
}

/// The cell of the result.
fn input(asked: &Asked, writer: &Writer<'_>) -> Format {
    let look = &writer.look;
    match asked.wanted {
        Wanted::Number if is_percent(asked) => formats::percent(look),
        Wanted::Number | Wanted::YesNo => formats::number(look),
        Wanted::Share => formats::percent(look),
        Wanted::Day => formats::day(look),
        Wanted::Any => formats::any(look),
    }
}

/// Whether a number is a percentage.
pub(super) fn is_percent(asked: &Asked) -> bool {
    asked.unit == PERCENT
}

/// What stands beside the cell of the result.
fn beside(asked: &Asked) -> &str {
    match asked.wanted {
        Wanted::Number => &asked.unit,
        Wanted::Share => SHARE,
        Wanted::Day => DAY,
        Wanted::YesNo => YES_OR_NO,
        Wanted::Any => "",
    }
}
