//! Workbooks that are filled in: a sheet a project. What was asked for is locked, what is to be said stands in coloured
//! cells, each of which takes only what it is for. A hidden column names the categories, so that each row is found again.
//!
//! Rows of indicators have room for two lines at least, and whoever says more can make them and the columns larger.

mod formats;
mod head;
mod inputs;
mod rows;

use rust_xlsxwriter::{ProtectionOptions, Worksheet, XlsxError};

use super::{
    MOST_ROWS, check_texts, names, print_on,
    sheet::{MOST_FROZEN, pixels, set_widths},
    workbook,
};
use crate::table::{
    Look, Page, RenderError,
    fill_in::{Asked, FillIn, Filled},
};

/// The columns that each sheet has first, with their widths.
const COLUMNS: [(&str, u16); 7] =
    [("一级指标", 9), ("二级指标", 11), ("三级指标", 26), ("指标值", 15), ("分值", 7), ("实际完成值", 13), ("单位", 8)];

/// Those that follow, each where it is asked for.
const FORECAST: (&str, u16) = ("全年预计完成值", 13);
const LIKELIHOOD: (&str, u16) = ("完成目标可能性", 14);
const SCORE: (&str, u16) = ("得分", 7);
const REASON: (&str, u16) = ("偏差原因分析及改进措施", 26);
const NOTE: (&str, u16) = ("备注", 14);

/// What stands over the hidden column. It tells our own sheets from others.
const KEY: &str = crate::table::fill_in::KEY;

/// The number of a column that each sheet has.
mod column {
    pub const LEVEL1: u16 = 0;
    pub const LEVEL2: u16 = 1;
    pub const NAME: u16 = 2;
    pub const TARGET: u16 = 3;
    pub const WEIGHT: u16 = 4;
    pub const ACTUAL: u16 = 5;
    pub const UNIT: u16 = 6;
}

/// The columns of a sheet.
struct Columns {
    list: Vec<(&'static str, u16)>,
    /// Those of what is expected by the end of the year, which is asked for before that.
    forecast: Option<Forecast>,
    /// That of the points, which are a matter of the end of the year.
    score: Option<u16>,
    reason: u16,
    note: u16,
    /// What is hidden stands behind all of them.
    key: u16,
}

/// The columns of what is expected.
#[derive(Clone, Copy)]
struct Forecast {
    value: u16,
    likelihood: u16,
}

impl Columns {
    fn of(form: &FillIn) -> Self {
        let mut list = COLUMNS.to_vec();
        let mut add = |column| {
            list.push(column);
            (list.len() - 1) as u16
        };
        let is_scored = !form.is_early || form.rows.iter().any(|row| !row.filled.score.is_empty());
        let forecast = form.is_early.then(|| Forecast { value: add(FORECAST), likelihood: add(LIKELIHOOD) });
        let score = is_scored.then(|| add(SCORE));
        let (reason, note) = (add(REASON), add(NOTE));
        Self { list, forecast, score, reason, note, key: note + 1 }
    }
}

/// Whether sheets can hold what is asked for.
pub(super) fn check(form: &FillIn) -> Result<(), RenderError> {
    // The goals and the head take some rows beside those of the indicators.
    if form.rows.len() + form.funds.len() > MOST_ROWS / 2 {
        return Err(RenderError::ManyRows { title: form.project.clone(), most: MOST_ROWS / 2 });
    }
    let rows = form.rows.iter().flat_map(|row: &Asked| {
        let Filled { value, forecast, reason, note, .. } = &row.filled;
        [&row.level1, &row.level2, &row.name, &row.target, &row.unit, value, forecast, reason, note]
    });
    check_texts([&form.project, &form.goals, &form.outcome].into_iter().chain(rows).map(String::as_str))
}

pub(super) fn write(forms: &[FillIn]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = workbook()?;
    for (at, form) in forms.iter().enumerate() {
        let sheet = workbook.add_worksheet().set_name(names::sheet(at + 1, &form.project))?;
        Writer::new(sheet, form).write()?;
    }
    workbook.save_to_buffer()
}

/// A page of A4 on its side: there are ten columns and more.
fn look() -> Look {
    Look { page: Page::Landscape, ..Look::default() }
}

struct Writer<'w> {
    sheet: &'w mut Worksheet,
    form: &'w FillIn,
    look: Look,
    columns: Columns,
    /// The widths of the columns.
    pixels: Vec<u32>,
    /// The next row.
    row: u32,
    /// How high the rows above it are, in points.
    height: f64,
}

impl<'w> Writer<'w> {
    fn new(sheet: &'w mut Worksheet, form: &'w FillIn) -> Self {
        let (look, columns) = (look(), Columns::of(form));
        let widths: Vec<u16> = columns.list.iter().map(|(_, width)| *width).collect();
        let pixels = pixels(&widths, &look);
        Self { sheet, form, look, columns, pixels, row: 0, height: 0.0 }
    }

    fn write(mut self) -> Result<(), XlsxError> {
        set_widths(self.sheet, &self.pixels)?;
        self.sheet.set_column_hidden(self.columns.key)?;
        self.head()?;
        let names = self.row;
        self.names()?;
        let first = self.row;
        if self.height <= MOST_FROZEN {
            self.sheet.set_freeze_panes(first, 0)?;
        }
        self.rows()?;
        self.sheet.set_repeat_rows(names, names)?;
        self.sheet.set_selection(first, column::ACTUAL, first, column::ACTUAL)?;
        print_on(self.sheet, &self.look, (self.row.saturating_sub(1), self.columns.note))?;
        let may = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::default() };
        self.sheet.protect_with_options(&may);
        Ok(())
    }
}
