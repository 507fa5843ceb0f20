//! The sheet that compares projects.

use rust_xlsxwriter::{Formula as Written, Url, Worksheet, XlsxError};

use super::{
    super::{
        facts::{Counts, approximate, of_same_unit, percentage},
        overview::summary,
        tables::points,
        titles::{shared_facts, title},
    },
    Source,
    charts::{Charts, Place},
    project::look,
    scores::{cell, row},
};
use crate::{
    diagnostic::{Lang, Text},
    report::Report,
    table::{
        Align, Cell, Computed, Formula, Line, Role, Row, Run, Section, Table,
        xlsx::{Plan, footer, format_of, format_of_number, link, write},
    },
};

const COLUMNS: [(Text, u16, Role); 11] = [
    (Text { zh: "序号", en: "No." }, 6, Role::Value),
    (Text { zh: "项目名称", en: "Project" }, 56, Role::Text),
    (Text { zh: "全年预算数", en: "Budget" }, 17, Role::Amount),
    (Text { zh: "全年执行数", en: "Spent" }, 17, Role::Amount),
    (Text { zh: "单位", en: "Unit" }, 8, Role::Category),
    (Text { zh: "执行率", en: "Rate" }, 11, Role::Rate),
    (Text { zh: "达到", en: "Met" }, 9, Role::Value),
    (Text { zh: "未达到", en: "Missed" }, 9, Role::Value),
    (Text { zh: "不能评分", en: "Open" }, 10, Role::Value),
    (Text { zh: "总分", en: "Total" }, 11, Role::Value),
    (Text { zh: "等级", en: "Grade" }, 11, Role::Category),
];

const NUMBER: usize = 0;
const PROJECT: usize = 1;
const BUDGET: usize = 2;
const SPENT: usize = 3;
const RATE: usize = 5;
const COUNTS: [usize; 3] = [6, 7, 8];
const TOTAL: usize = 9;

/// The row that is left to the chart, below the sentences.
const CHART: usize = 1;

/// The first row with a project: behind the names.
const FIRST: usize = 3;

/// How high the chart is without its bars, and for each of them, in points.
const HEIGHT: f64 = 70.0;
const BAR: f64 = 26.0;

/// A sheet can have no more links.
const MOST_LINKS: usize = 65_530;

/// A chart of more would be no picture.
const MOST_BARS: usize = 60;

/// What the sheet says.
pub(super) struct Overview {
    pub table: Table<'static>,
    count: usize,
    /// The most points that a project can have.
    end: f64,
}

impl Overview {
    pub fn of(reports: &[&Report], lang: Lang) -> Self {
        let sentences = cell(summary(reports, lang), Role::Text, 0, COLUMNS.len());
        let names = COLUMNS.iter().enumerate().map(|(at, (name, ..))| cell(name.get(lang), Role::Heading, at, 1));
        let chart = cell("", Role::Text, 0, COLUMNS.len());
        let heads = [vec![sentences], vec![chart]].map(|cells| row(Section::Head, cells));
        let mut rows: Vec<Row<'static>> = heads.into_iter().chain([row(Section::Names, names.collect())]).collect();
        rows.extend(reports.iter().enumerate().map(|(at, report)| project(at + 1, report, lang)));
        rows.push(all(reports, lang));
        let table = Table {
            title: title(reports, lang).replace('\n', if lang == Lang::Zh { "" } else { " · " }),
            before: vec![Line { text: shared_facts(reports, lang).join("　").replace('\n', " "), align: Align::Left }],
            columns: COLUMNS.iter().map(|(_, width, _)| *width).collect(),
            rows,
            look: look(),
            computed: computed(reports.len()),
            ..Table::default()
        };
        let weights = reports.iter().filter_map(|report| report.total.weight).map(approximate);
        Self { table, count: reports.len(), end: weights.fold(100.0, f64::max) }
    }

    pub fn write(&self, sources: &[Source<'_>], lang: Lang) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        let name = Text { zh: "总览", en: "Overview" }.get(lang);
        sheet.set_name(name)?;
        let has_chart = self.count <= MOST_BARS;
        let height = if has_chart { HEIGHT + BAR * self.count as f64 } else { 0.0 };
        let plan = write(&mut sheet, &self.table, &[(CHART, height)])?;
        sheet.set_footer(footer(lang));
        for (at, source) in sources.iter().enumerate() {
            self.write_total(&mut sheet, &plan, FIRST + at, source)?;
            if at < MOST_LINKS {
                self.write_link(&mut sheet, &plan, FIRST + at, source)?;
            }
        }
        if has_chart {
            let charts = Charts { sheet: name, look: &self.table.look, columns: &self.table.columns, lang };
            let last = FIRST + self.count - 1;
            let place = |column| Place { from: plan.square((FIRST, column)), to: plan.square((last, column)) };
            // 96 pixels are 72 points.
            let pixels = (height * 96.0 / 72.0) as u32 - 8;
            charts.totals(&mut sheet, plan.square((CHART, 0)), [place(PROJECT), place(TOTAL)], (self.end, pixels))?;
        }
        Ok(sheet)
    }

    fn cell(&self, row: usize, column: usize) -> Option<&Cell<'static>> {
        self.table.rows.get(row)?.cells.get(column)
    }

    /// The total is taken from the sheet of the project.
    fn write_total(
        &self,
        sheet: &mut Worksheet,
        plan: &Plan,
        row: usize,
        source: &Source<'_>,
    ) -> Result<(), XlsxError> {
        let (Some(cell), Some(formula)) = (self.cell(row, TOTAL), &source.formula) else { return Ok(()) };
        let format = format_of_number(format_of(cell.role, &self.table.look), "0.00");
        let at = plan.square((row, TOTAL));
        sheet.write_formula_with_format(at.0, at.1, Written::new(formula).set_result(&*cell.text), &format)?;
        Ok(())
    }

    /// The number of a project leads to its sheet. Some programs do not break texts that are links.
    fn write_link(&self, sheet: &mut Worksheet, plan: &Plan, row: usize, source: &Source<'_>) -> Result<(), XlsxError> {
        let (at, number) = (plan.square((row, NUMBER)), row + 1 - FIRST);
        let format = link(format_of_number(format_of(Role::Value, &self.table.look), "0"));
        let url = Url::new(format!("internal:'{}'!A1", source.sheet)).set_text(number.to_string());
        sheet.write_url_with_format(at.0, at.1, url, &format)?;
        // The number takes the place of the link's text.
        sheet.write_number_with_format(at.0, at.1, number as f64, &format)?;
        Ok(())
    }
}

fn cells(texts: [String; 11], section: Section) -> Row<'static> {
    let cells = texts.into_iter().zip(COLUMNS).enumerate();
    row(section, cells.map(|(at, (text, (.., role)))| cell(text, role, at, 1)).collect())
}

fn project(number: usize, report: &Report, lang: Lang) -> Row<'static> {
    let (money, counts) = (&report.money, Counts::of(&report.rows));
    let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
    let texts = [
        number.to_string(),
        report.project.clone(),
        or_dash(&money.adjusted),
        or_dash(&money.spent),
        money.unit.clone(),
        or_dash(&money.rate),
        counts.met.to_string(),
        counts.missed.to_string(),
        counts.open.to_string(),
        points(report.total.points),
        report.total.grade.as_ref().map_or("—", |grade| grade.names.get(lang)).to_owned(),
    ];
    cells(texts, Section::Indicators)
}

/// All projects together; of money only where it has one unit.
fn all(reports: &[&Report], lang: Lang) -> Row<'static> {
    let counts = Counts::of(reports.iter().flat_map(|report| &report.rows));
    let dash = || "—".to_owned();
    let (unit, budget, spent, rate) = match of_same_unit(reports) {
        Some((unit, budget, spent)) => {
            let rate = percentage(spent, budget).unwrap_or_else(dash);
            (unit.to_owned(), budget.to_string(), spent.to_string(), rate)
        }
        None => (dash(), dash(), dash(), dash()),
    };
    let name = Text { zh: "合计", en: "All" }.get(lang).to_owned();
    let counts = [counts.met, counts.missed, counts.open].map(|count| count.to_string());
    let [met, missed, open] = counts;
    cells([dash(), name, budget, spent, unit, rate, met, missed, open, dash(), dash()], Section::Foot)
}

/// The rates, and the sums in the last row.
fn computed(count: usize) -> Vec<Computed> {
    let last = FIRST + count;
    let rate = |row| Computed { at: (row, RATE), formula: Formula::Share([(row, SPENT), (row, BUDGET)]) };
    let sum = |column: &usize| Computed {
        at: (last, *column),
        formula: Formula::Total(vec![Run { first: (FIRST, *column), rows: count }]),
    };
    (FIRST..=last).map(rate).chain([BUDGET, SPENT].iter().chain(&COUNTS).map(sum)).collect()
}
