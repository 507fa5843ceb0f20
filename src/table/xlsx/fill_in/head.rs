//! What stands above the indicators: the project, the day, the money, the goals.

use rust_xlsxwriter::{Format, XlsxError};

use super::{
    super::{
        formats::{plain, text},
        heights::{height, pieces},
        number::number,
        sheet::{Area, write_number, write_text},
    },
    Writer, formats, inputs,
    rows::Kind,
};
use crate::table::{Align, Role, fill_in::Fund};

/// What stands above all.
const TITLE: &str = "绩效目标完成情况填报表";

/// What to do.
const HINT: &str = "请填写黄色的格子，其余的格子已锁定。没有完成的指标，请写明原因。";

/// What is asked for besides during the year.
const EARLY: &str = "全年预计可以不填，由程序按进度推算。";

/// The budget as it was adjusted.
pub(super) const ADJUSTED: &str = "全年预算数";

/// What was spent in all of the year.
const ALL_SPENT: &str = "全年执行数";

/// The least height of the goals, in points: there must be room to say what became of them.
const LEAST_GOALS: f64 = 60.0;

/// The columns of a cell of the head: the first and the last.
type Columns = (u16, u16);

/// What is asked of the money: where, under which name, and what is filled in already.
type Amounts = (Columns, &'static str, fn(&Fund) -> &str);

/// Those that are the same in each sheet.
mod span {
    use super::Columns;

    pub const LABEL: Columns = (0, 1);
    pub const FIRST: Columns = (2, 2);
    pub const SECOND: Columns = (3, 4);
    pub const THIRD: Columns = (5, 6);
    /// What will be spent, below which what will be achieved is asked for.
    pub const FOURTH: Columns = (7, 8);
    pub const AIM: Columns = (2, 4);
}

impl super::Columns {
    fn all(&self) -> Columns {
        (0, self.note)
    }

    /// Those beside the label.
    fn value(&self) -> Columns {
        (span::FIRST.0, self.note)
    }

    fn outcome(&self) -> Columns {
        (span::THIRD.0, self.note)
    }

    /// Those beside the money.
    fn rest(&self) -> Columns {
        (if self.forecast.is_some() { span::FOURTH.1 + 1 } else { span::FOURTH.0 }, self.note)
    }
}

impl Writer<'_> {
    pub(super) fn head(&mut self) -> Result<(), XlsxError> {
        let title = plain(&self.look.title, Align::Center);
        self.line(TITLE, &title, height(TITLE, self.width(self.columns.all()), &self.look.title))?;
        let hint = plain(&self.look.body, Align::Left);
        let text = [HINT, if self.form.is_early { EARLY } else { "" }].concat();
        self.line(&text, &hint, height(&text, self.width(self.columns.all()), &self.look.body))?;
        self.project()?;
        self.day()?;
        self.money()?;
        if self.form.goals.is_empty() { Ok(()) } else { self.goals() }
    }

    /// How wide some columns are, in pixels.
    fn width(&self, (first, last): Columns) -> u32 {
        self.pixels.get(usize::from(first)..=usize::from(last)).unwrap_or_default().iter().sum()
    }

    fn line(&mut self, text: &str, format: &Format, height: f64) -> Result<(), XlsxError> {
        self.put(self.columns.all(), text, format)?;
        self.end_row(height)
    }

    /// Writes a text into the row.
    fn put(&mut self, (first, last): Columns, text: &str, format: &Format) -> Result<(), XlsxError> {
        write_text(self.sheet, Area::across(self.row, first, last), text, format)
    }

    fn end_row(&mut self, height: f64) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        self.height += height;
        Ok(())
    }

    fn project(&mut self) -> Result<(), XlsxError> {
        let project = &self.form.project;
        let high = height(project, self.width(self.columns.value()), &self.look.body);
        self.put(span::LABEL, "项目名称", &formats::name(&self.look))?;
        self.put(self.columns.value(), project, &text(formats::locked(Role::Text, &self.look), project))?;
        self.end_row(high)
    }

    fn day(&mut self) -> Result<(), XlsxError> {
        let format = formats::day(&self.look);
        self.put(span::LABEL, "截至日期", &formats::name(&self.look))?;
        match self.form.at {
            Some(day) => {
                let day =
                    rust_xlsxwriter::ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8)?;
                self.sheet.write_datetime_with_format(self.row, span::FIRST.0, &day, &format)?;
            }
            None => self.put(span::FIRST, "", &format)?,
        }
        let hint = "结果截至哪一天，例如 2026-12-31";
        self.put((span::SECOND.0, self.columns.note), hint, &formats::locked(Role::Text, &self.look))?;
        inputs::day(self.sheet, self.row, span::FIRST.0)?;
        let high = height(hint, self.width(self.columns.value()), &self.look.body);
        self.end_row(high)
    }

    /// All of the budget and its sources, each as it was set, as it was adjusted, as it was spent, and as it will be.
    fn money(&mut self) -> Result<(), XlsxError> {
        let (name, form) = (formats::name(&self.look), self.form);
        let unit = format!("资金（{}）", form.unit);
        self.put(span::LABEL, &unit, &name)?;
        self.put(span::FIRST, "年初预算数", &name)?;
        let asked = self.asked_of_money();
        for (columns, text, _) in &asked {
            self.put(*columns, text, &name)?;
        }
        let (rest, locked) = (self.columns.rest(), formats::locked(Role::Text, &self.look));
        let hint = "全年预算数没有调整的，可以不填";
        self.put(rest, hint, &locked)?;
        let first = self.row + 1;
        self.end_row(height(hint, self.width(rest), &self.look.body))?;
        for fund in &form.funds {
            self.put(span::LABEL, &fund.name, &text(name.clone(), &fund.name))?;
            self.amount(&fund.budget)?;
            let input = formats::number(&self.look);
            for (columns, _, filled) in &asked {
                self.put(*columns, "", &input)?;
                self.value(columns.0, filled(fund), Kind::Number, &input)?;
            }
            self.put(rest, "", &locked)?;
            let high = height(&fund.name, self.width(span::LABEL), &self.look.heading);
            self.end_row(high)?;
        }
        for (columns, title, _) in &asked {
            inputs::money(self.sheet, (first, self.row - 1), columns.0, title, &form.unit)?;
        }
        Ok(())
    }

    /// What is asked of the money; during the year also what will be spent by its end.
    fn asked_of_money(&self) -> Vec<Amounts> {
        let spent = if self.form.is_early { "累计执行数" } else { ALL_SPENT };
        let mut asked: Vec<Amounts> =
            vec![(span::SECOND, ADJUSTED, |fund| &fund.adjusted), (span::THIRD, spent, |fund| &fund.spent)];
        if self.columns.forecast.is_some() {
            asked.push((span::FOURTH, "全年预计执行数", |fund| &fund.forecast));
        }
        asked
    }

    fn amount(&mut self, budget: &str) -> Result<(), XlsxError> {
        let format = formats::locked(Role::Amount, &self.look);
        let area = Area::cell(self.row, span::FIRST.0);
        match number(budget) {
            Some((value, shown)) => write_number(self.sheet, area, value, &format.set_num_format(shown)),
            None => write_text(self.sheet, area, budget, &text(format, budget)),
        }
    }

    /// The goals, and beside them what became of them. What is higher than a row can be takes several.
    fn goals(&mut self) -> Result<(), XlsxError> {
        let name = formats::name(&self.look);
        let (goals, outcome) = (&self.form.goals, &self.form.outcome);
        let both = [(goals, span::AIM), (outcome, self.columns.outcome())];
        let heights = both.map(|(text, columns)| height(text, self.width(columns), &self.look.body));
        let needed = heights.into_iter().fold(LEAST_GOALS, f64::max);
        let rows = pieces(needed);
        let (top, bottom) = (self.row + 1, self.row + rows);
        let label = Area::across(self.row, span::LABEL.0, span::LABEL.1).down_to(bottom);
        write_text(self.sheet, label, "年度总体目标", &name)?;
        self.put(span::AIM, "预期目标", &name)?;
        self.put(self.columns.outcome(), "实际完成情况", &name)?;
        self.end_row(height("", 1, &self.look.body))?;
        let below = |(first, last)| Area::across(top, first, last).down_to(bottom);
        write_text(self.sheet, below(span::AIM), goals, &text(formats::locked(Role::Text, &self.look), goals))?;
        write_text(self.sheet, below(self.columns.outcome()), outcome, &text(formats::words(&self.look), outcome))?;
        for _ in 0..rows {
            self.end_row(needed / f64::from(rows))?;
        }
        Ok(())
    }

    /// The names of the columns.
    pub(super) fn names(&mut self) -> Result<(), XlsxError> {
        let name = formats::name(&self.look);
        let mut high = 0.0_f64;
        for (at, (text, _)) in self.columns.list.clone().into_iter().enumerate() {
            self.put((at as u16, at as u16), text, &name)?;
            high = high.max(height(text, self.width((at as u16, at as u16)), &self.look.heading));
        }
        self.put((self.columns.key, self.columns.key), super::KEY, &name)?;
        self.end_row(high)
    }
}
