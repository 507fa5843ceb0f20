//! The sheet of a project.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{
    super::{
        facts::share_of,
        summary::summary,
        titles::{own_facts, title},
    },
    charts::{Charts, Place},
    scores::{
        ADJUSTED, ATTAINED, COLUMNS, LOST, MONEY, RATE, RESULTS, SCORE, SPENT, WEIGHT, cell, indicator, levels, names,
        row, total,
    },
};
use crate::{
    diagnostic::Lang,
    report::{Report, text::way},
    table::{
        Align, Computed, Formula, Letters, Line, Look, Margins, Page, Points, Role, Row, Run, Section, Square, Summary,
        Table, xlsx::Plan,
    },
};

/// The rows below the sentences that are left to the charts.
const FIRST_CHARTS: usize = 1;
const SECOND_CHART: usize = 2;

/// The row with the names of the levels.
const LEVELS: usize = 3;

/// How high the rows of the charts are, in points.
const CHART: f64 = 170.0;

/// The table of a project, and where the numbers of its charts stand.
pub(super) struct Project {
    pub table: Table<'static>,
    /// Where the total stands.
    pub total: Square,
    /// How many levels there are.
    levels: usize,
    /// The first indicator.
    first: usize,
    indicators: usize,
    /// The share of a target from which on a reason is asked for.
    limit: Option<f64>,
}

impl Project {
    pub fn of(report: &Report, lang: Lang) -> Self {
        let width = COLUMNS.len();
        let mut rows = vec![
            row(Section::Head, vec![cell(summary(report, lang), Role::Text, 0, width)]),
            row(
                Section::Head,
                vec![cell("", Role::Text, 0, ATTAINED), cell("", Role::Text, ATTAINED, width - ATTAINED)],
            ),
            row(Section::Head, vec![cell("", Role::Text, 0, width)]),
        ];
        rows.extend(levels(report, lang));
        rows.push(names(lang));
        let first = rows.len();
        let indicators = report.rows.iter().enumerate();
        rows.extend(indicators.map(|(at, row)| indicator(report, at + 1, row, lang)));
        let foot = rows.len();
        rows.push(total(report, lang));
        let next = report.next.iter().map(|next| way(report, next, lang).join("\n"));
        rows.extend(next.map(|way| row(Section::Foot, vec![cell(way, Role::Text, 0, width)])));
        let project = Self {
            table: table(report, rows, lang),
            total: (foot, SCORE),
            levels: report.levels.len(),
            first,
            indicators: report.rows.len(),
            limit: report.overshoot.as_deref().and_then(share_of).filter(|limit| *limit > 1.0),
        };
        project.computed(report)
    }

    /// Says which numbers follow from others.
    fn computed(mut self, report: &Report) -> Self {
        let mut computed: Vec<Computed> = Vec::new();
        let mut first = self.first;
        for (at, level) in report.levels.iter().enumerate() {
            let rows = report.rows.iter().filter(|row| row.level1 == level.level).count();
            computed.extend(sums(LEVELS + 1 + at, &|column| vec![Run { first: (first, column), rows }]));
            first += rows;
        }
        let all = LEVELS + 1 + self.levels;
        let rows = self.indicators;
        let indicators = |column| if rows > 0 { vec![Run { first: (self.first, column), rows }] } else { Vec::new() };
        computed.extend(sums(all, &indicators));
        let execution = report.money.score.is_some().then_some(all + 1);
        computed.extend(execution.into_iter().flat_map(rates));
        let with_execution = |column| {
            let execution = execution.map(|row| Run { first: (row, column), rows: 1 });
            indicators(column).into_iter().chain(execution).collect()
        };
        computed.extend(sums(self.total.0, &with_execution).into_iter().filter(|sum| sum.at.1 != ATTAINED));
        computed.extend((self.first..self.first + rows).map(difference));
        let money = |row| (LEVELS + row, MONEY + 1);
        computed.push(Computed { at: money(RATE), formula: Formula::Share([money(SPENT), money(ADJUSTED)]) });
        computed.push(Computed { at: money(RESULTS), formula: Formula::Share([(all, SCORE), (all, WEIGHT)]) });
        self.table.computed = computed;
        self
    }

    /// How high rows are at the least.
    pub fn heights(&self) -> [(usize, f64); 2] {
        [(FIRST_CHARTS, CHART), (SECOND_CHART, CHART)]
    }

    /// Draws the charts, and lets the indicators be sorted and sifted.
    pub fn finish(&self, sheet: &mut Worksheet, plan: &Plan, name: &str, lang: Lang) -> Result<(), XlsxError> {
        let charts = Charts { sheet: name, look: &self.table.look, columns: &self.table.columns, lang };
        let place = |from: Square, to: Square| Place { from: plan.square(from), to: plan.square(to) };
        let (first, last) = (LEVELS + 1, LEVELS + self.levels);
        if self.levels > 0 {
            let levels = |column| place((first, column), (last, column));
            charts.levels(sheet, plan.square((FIRST_CHARTS, 0)), [levels(0), levels(SCORE), levels(LOST)])?;
        }
        let money = |column| place((LEVELS + RATE, column), (LEVELS + RESULTS, column));
        charts.money(sheet, plan.square((FIRST_CHARTS, ATTAINED)), [money(MONEY), money(MONEY + 1)])?;
        if self.indicators == 0 {
            return Ok(());
        }
        let last = self.first + self.indicators - 1;
        let indicators = |column| place((self.first, column), (last, column));
        let at = plan.square((SECOND_CHART, 0));
        charts.attainment(sheet, at, [indicators(0), indicators(ATTAINED)], self.limit)?;
        let ((top, left), (bottom, right)) = (plan.square((self.first - 1, 0)), plan.square((last, COLUMNS.len() - 1)));
        sheet.autofilter(top, left, bottom, right)?;
        Ok(())
    }
}

fn table(report: &Report, rows: Vec<Row<'static>>, lang: Lang) -> Table<'static> {
    let facts = own_facts(report, &[], lang).join("　");
    Table {
        title: title(&[report], lang).replace('\n', if lang == Lang::Zh { "" } else { " · " }),
        before: vec![Line { text: facts.replace('\n', " "), align: Align::Left }],
        columns: COLUMNS.iter().map(|(_, width, _)| *width).collect(),
        rows,
        look: look(),
        summary: Summary { project: report.project.clone().into(), ..Summary::default() },
        computed: Vec::new(),
    }
}

/// Many columns: a page on its side, and small letters.
pub(super) fn look() -> Look {
    let look = Look::default();
    let small = |letters: Letters| Letters { size: Points::of_half(18), ..letters };
    let margins = Margins { top: 16, right: 12, bottom: 16, left: 12 };
    Look { page: Page::Landscape, margins, heading: small(look.heading), body: small(look.body), ..look }
}

/// The points of a row, what was earned and lost of them, and the rate: sums of the same columns elsewhere.
fn sums(row: usize, runs: &dyn Fn(usize) -> Vec<Run>) -> Vec<Computed> {
    let sums = [
        Computed { at: (row, WEIGHT), formula: Formula::Sum(runs(WEIGHT)) },
        Computed { at: (row, SCORE), formula: Formula::Total(runs(SCORE)) },
    ];
    sums.into_iter().chain(rates(row)).collect()
}

/// What follows from the points and the score of a row.
fn rates(row: usize) -> [Computed; 2] {
    let rate = Formula::Share([(row, SCORE), (row, WEIGHT)]);
    [difference(row), Computed { at: (row, ATTAINED), formula: rate }]
}

fn difference(row: usize) -> Computed {
    Computed { at: (row, LOST), formula: Formula::Difference([(row, WEIGHT), (row, SCORE)]) }
}
