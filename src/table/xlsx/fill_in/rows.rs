//! The indicators.

use rust_xlsxwriter::{ExcelDateTime, Format, XlsxError};

use super::{
    super::{
        formats::text,
        heights::{MOST, height},
        number::number as number_of,
        sheet::{Area, write_number, write_text},
    },
    COLUMNS, FORECAST, Writer, column, formats, inputs,
};
use crate::{
    model::Wanted,
    table::{
        Look, Role,
        fill_in::{Asked, Filled, PERCENT},
    },
    values::{Number, Ratio},
};

/// The least height of a row, in points: a reason is seldom shorter than two lines.
const LEAST: f64 = 36.0;

/// How a day is written, beside where it is asked for.
const DAY: &str = "年-月-日";

/// How long a day is that is written like 2026-11-20.
const DAY_LENGTH: usize = 10;

/// What stands beside a choice.
const YES_OR_NO: &str = "是/否";

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
        inputs::values(self.sheet, form, first, (column::ACTUAL, COLUMNS[usize::from(column::ACTUAL)].0))?;
        if let Some(forecast) = self.columns.forecast {
            inputs::values(self.sheet, form, first, (forecast.value, FORECAST.0))?;
            inputs::likelihoods(self.sheet, form, first, forecast.likelihood)?;
        }
        match self.columns.score {
            Some(column) => inputs::scores(self.sheet, form, first, column),
            None => Ok(()),
        }
    }

    fn asked(&mut self, asked: &Asked) -> Result<(), XlsxError> {
        let locked = |role| formats::locked(role, &self.look);
        let (name, value) = (locked(Role::Text), locked(Role::Value));
        let kind = kind(asked);
        let input = input(kind, &self.look);
        let (points, words) = (formats::number(&self.look), formats::words(&self.look));
        self.text(column::NAME, &asked.name, name)?;
        self.text(column::TARGET, &asked.target, value.clone())?;
        self.number(column::WEIGHT, &asked.weight, value.clone())?;
        self.text(column::UNIT, beside(asked), value.clone())?;
        self.text(self.columns.key, &asked.category, value)?;
        let Filled { value, forecast, likelihood, score, reason, note } = &asked.filled;
        self.value(column::ACTUAL, value, kind, &input)?;
        if let Some(columns) = self.columns.forecast {
            self.value(columns.value, forecast, kind, &input)?;
            self.text(columns.likelihood, likelihood, points.clone())?;
        }
        if let Some(column) = self.columns.score {
            self.value(column, score, Kind::Number, &points)?;
        }
        self.text(self.columns.reason, reason, words.clone())?;
        self.text(self.columns.note, note, words)
    }

    /// What is filled in already, as if it had been typed.
    pub(super) fn value(&mut self, column: u16, typed: &str, kind: Kind, format: &Format) -> Result<(), XlsxError> {
        let (sheet, row) = (&mut *self.sheet, self.row);
        match entry(typed, kind) {
            Entry::Number(number) => sheet.write_number_with_format(row, column, number, format)?,
            // Zeros at its end are kept, and what is typed instead is not rounded.
            Entry::Decimal(number, shown) => {
                let format = format.clone().set_num_format(format!("{shown}########"));
                sheet.write_number_with_format(row, column, number, &format)?
            }
            Entry::Day(day) => sheet.write_datetime_with_format(row, column, &day, format)?,
            Entry::Words => return self.text(column, typed, format.clone()),
        };
        Ok(())
    }

    /// How high a row must be for all that is asked to be seen.
    fn high(&self, asked: &Asked) -> f64 {
        let forecast = self.columns.forecast.map_or(column::ACTUAL, |columns| columns.value);
        let texts = [
            (column::LEVEL2, &asked.level2),
            (column::NAME, &asked.name),
            (column::TARGET, &asked.target),
            (column::UNIT, &asked.unit),
            (column::ACTUAL, &asked.filled.value),
            (forecast, &asked.filled.forecast),
            (self.columns.reason, &asked.filled.reason),
            (self.columns.note, &asked.filled.note),
        ];
        let width = |column| self.pixels.get(usize::from(column)).copied().unwrap_or_default();
        let heights = texts.map(|(column, text)| height(text, width(column), &self.look.body));
        heights.into_iter().fold(LEAST, f64::max).min(MOST)
    }

    fn text(&mut self, column: u16, words: &str, format: Format) -> Result<(), XlsxError> {
        write_text(self.sheet, Area::cell(self.row, column), words, &text(format, words))
    }

    fn number(&mut self, column: u16, points: &str, format: Format) -> Result<(), XlsxError> {
        match number_of(points) {
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

/// What something typed becomes in a cell.
enum Entry {
    Number(f64),
    /// With the format in which it shows its digits.
    Decimal(f64, String),
    Day(ExcelDateTime),
    Words,
}

/// What the cell is for becomes what it is; all else stays words, so that no format shows it as something else.
fn entry(typed: &str, kind: Kind) -> Entry {
    let entry = match kind {
        Kind::Number => number_of(typed).map(|(number, shown)| match shown.contains('.') {
            true => Entry::Decimal(number, shown),
            false => Entry::Number(number),
        }),
        Kind::Percent => typed.strip_suffix(PERCENT).and_then(share).map(Entry::Number),
        Kind::Day => ExcelDateTime::parse_from_str(typed).ok().filter(|_| typed.len() == DAY_LENGTH).map(Entry::Day),
        Kind::Choice | Kind::Any => None,
    };
    entry.unwrap_or(Entry::Words)
}

/// The share of a percentage, where a spreadsheet keeps it as it is.
fn share(percent: &str) -> Option<f64> {
    let share = Ratio::from(Number::read(percent).ok()?.value).over(Ratio::ONE_HUNDRED)?.decimal()?;
    Some(number_of(&share.normalize().to_string())?.0)
}

/// What the cell of a result is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Percent,
    Day,
    Choice,
    Any,
}

/// What the cell of a result is for.
pub(super) fn kind(asked: &Asked) -> Kind {
    match asked.wanted {
        Wanted::Number if asked.unit == PERCENT => Kind::Percent,
        Wanted::Number => Kind::Number,
        Wanted::Share => Kind::Percent,
        Wanted::Day => Kind::Day,
        Wanted::YesNo => Kind::Choice,
        Wanted::Any => Kind::Any,
    }
}

fn input(kind: Kind, look: &Look) -> Format {
    match kind {
        Kind::Number | Kind::Choice => formats::number(look),
        Kind::Percent => formats::percent(look),
        Kind::Day => formats::day(look),
        Kind::Any => formats::any(look),
    }
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
