//! Charts that Excel draws of the numbers in a sheet.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartLineDashType, ChartSolidFill, ChartType, Color, Format, Worksheet, XlsxError,
};

use crate::{
    diagnostic::{Lang, Text},
    table::{Look, xlsx::pixels},
};

/// What was earned, and what was lost of it.
const BLUE: Color = Color::RGB(0x1F_4E_79);
const GREY: Color = Color::RGB(0xD5_DC_E4);

/// How high the first charts and the one below them are, in pixels; how far they stay off the lines around them.
const HEIGHT: u32 = 218;
const INSET: u32 = 4;

/// How far the scale goes on behind the limit.
const BEYOND: f64 = 0.2;

/// Cells one below the other, from the first to the last.
pub(super) struct Place {
    pub from: (u32, u16),
    pub to: (u32, u16),
}

/// Where charts are drawn.
pub(super) struct Charts<'c> {
    pub sheet: &'c str,
    pub look: &'c Look,
    pub columns: &'c [u16],
    pub lang: Lang,
}

impl Charts<'_> {
    /// What the levels earned and lost: their names, and the numbers.
    pub fn levels(&self, sheet: &mut Worksheet, at: (u32, u16), places: [Place; 3]) -> Result<(), XlsxError> {
        let [names, earned, lost] = &places;
        let mut chart = self.bars(ChartType::BarStacked, Text { zh: "各级指标得分", en: "Points by level" });
        for (numbers, name, colour) in
            [(earned, Text { zh: "得分", en: "Score" }, BLUE), (lost, Text { zh: "失分", en: "Lost" }, GREY)]
        {
            let series = chart.add_series().set_name(name.get(self.lang));
            series.set_categories(self.range(names)).set_values(self.range(numbers));
            series.set_gap(60).set_format(&mut fill(colour));
        }
        chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&self.font());
        chart.set_width(self.width(0, 6)).set_height(HEIGHT);
        self.insert(sheet, at, &chart)
    }

    /// The rate of execution beside that of the points: their names, and the numbers.
    pub fn money(&self, sheet: &mut Worksheet, at: (u32, u16), places: [Place; 2]) -> Result<(), XlsxError> {
        let [names, rates] = &places;
        let mut chart = self.bars(ChartType::Bar, Text { zh: "资金与效果", en: "Money and results" });
        let mut label = ChartDataLabel::new();
        label
            .show_value()
            .set_position(ChartDataLabelPosition::InsideEnd)
            .set_font(self.font().set_color(Color::White));
        let series = chart.add_series().set_categories(self.range(names)).set_values(self.range(rates));
        series.set_gap(60).set_format(&mut fill(BLUE)).set_data_label(&label);
        chart.x_axis().set_min(0).set_max(1).set_num_format("0%");
        chart.legend().set_hidden();
        chart.set_width(self.width(6, self.columns.len())).set_height(HEIGHT);
        self.insert(sheet, at, &chart)
    }

    /// What the indicators achieved of their targets, by number, with lines at the target and at the limit. The lines
    /// need numbers, which stand in columns that are not shown.
    pub fn attainment(
        &self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        places: [Place; 2],
        limit: Option<f64>,
    ) -> Result<(), XlsxError> {
        let [numbers, rates] = &places;
        let mut chart = Chart::new(ChartType::Column);
        let attained = Text { zh: "完成率", en: "Attained" };
        let series = chart.add_series().set_name(attained.get(self.lang)).set_format(&mut fill(BLUE)).set_gap(60);
        series.set_categories(self.range(numbers)).set_values(self.range(rates));
        let target = Text { zh: "指标值", en: "Target" }.get(self.lang).to_owned();
        let mut lines = vec![(target, 1.0, ChartLineDashType::Solid)];
        let name = |limit: f64| {
            let asked = Text { zh: "要说明原因", en: "Asks for a reason:" }.get(self.lang);
            format!("{asked} {}%", (limit * 100.0).round())
        };
        lines.extend(limit.map(|limit| (name(limit), limit, ChartLineDashType::Dash)));
        let mut drawn = Chart::new(ChartType::Line);
        for (at, (name, height, dash)) in lines.iter().enumerate() {
            let column = (self.columns.len() + at) as u16;
            write_hidden(sheet, column, rates, *height)?;
            let mut line = ChartLine::new();
            line.set_color(Color::Black).set_width(1.25).set_dash_type(*dash);
            let place = Place { from: (rates.from.0, column), to: (rates.to.0, column) };
            let series = drawn.add_series().set_name(name).set_values(self.range(&place));
            series.set_categories(self.range(numbers)).set_format(ChartFormat::new().set_line(&line));
        }
        chart.combine(&drawn);
        self.title(
            &mut chart,
            Text {
                zh: "各项指标完成率（按序号；文字和日期没有完成率）",
                en: "Attainment by number of the indicator (words and dates have none)",
            },
        );
        chart.y_axis().set_min(0).set_max(limit.unwrap_or(1.0) + BEYOND).set_num_format("0%").set_font(&self.font());
        chart.y_axis().set_major_gridlines_line(&thin());
        chart.x_axis().set_font(&self.font());
        chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&self.font());
        chart.show_hidden_data().set_width(self.width(0, self.columns.len())).set_height(HEIGHT);
        self.insert(sheet, at, &chart)
    }

    /// The totals of projects: their names, and the numbers; with the end of the scale, so many pixels high.
    pub fn totals(
        &self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        places: [Place; 2],
        (end, height): (f64, u32),
    ) -> Result<(), XlsxError> {
        let [names, totals] = &places;
        let mut chart = self.bars(ChartType::Bar, Text { zh: "各项目总分", en: "Totals by project" });
        let mut label = ChartDataLabel::new();
        label.show_value().set_font(&self.font());
        let series = chart.add_series().set_categories(self.range(names)).set_values(self.range(totals));
        series.set_gap(60).set_format(&mut fill(BLUE)).set_data_label(&label);
        chart.x_axis().set_min(0).set_max(end);
        chart.legend().set_hidden();
        chart.set_width(self.width(0, self.columns.len())).set_height(height);
        self.insert(sheet, at, &chart)
    }

    /// A chart of bars in the order of their rows.
    fn bars(&self, kind: ChartType, title: Text) -> Chart {
        let mut chart = Chart::new(kind);
        self.title(&mut chart, title);
        // Of bars the axis of names is the upright one. Turned round, it would bring the other one to the top.
        chart.y_axis().set_reverse().set_font(&self.font()).set_crossing(ChartAxisCrossing::Max);
        chart.x_axis().set_font(&self.font()).set_major_gridlines_line(&thin());
        chart
    }

    fn title(&self, chart: &mut Chart, title: Text) {
        let mut font = self.font();
        chart.title().set_name(title.get(self.lang)).set_font(font.set_size(10.5));
        chart.set_alt_text(title.get(self.lang));
    }

    fn font(&self) -> ChartFont {
        let mut font = ChartFont::new();
        font.set_name(&self.look.heading.font).set_size(9).unset_bold();
        font
    }

    fn range(&self, place: &Place) -> (&str, u32, u16, u32, u16) {
        let (Place { from, to }, sheet) = (place, self.sheet);
        (sheet, from.0, from.1, to.0, to.1)
    }

    /// How wide some columns are, in pixels.
    fn width(&self, from: usize, to: usize) -> u32 {
        let pixels = pixels(self.columns, self.look);
        let width: u32 = pixels.get(from..to).unwrap_or_default().iter().sum();
        width.saturating_sub(INSET * 2)
    }

    fn insert(&self, sheet: &mut Worksheet, at: (u32, u16), chart: &Chart) -> Result<(), XlsxError> {
        sheet.insert_chart_with_offset(at.0, at.1, chart, INSET, INSET)?;
        Ok(())
    }
}

/// The lines behind the bars.
fn thin() -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(GREY).set_width(0.5);
    line
}

fn fill(colour: Color) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(colour));
    format
}

/// The same number beside each of some cells, in a column that is not shown.
fn write_hidden(sheet: &mut Worksheet, column: u16, beside: &Place, number: f64) -> Result<(), XlsxError> {
    let format = Format::new().set_num_format("0%");
    for row in beside.from.0..=beside.to.0 {
        sheet.write_number_with_format(row, column, number, &format)?;
    }
    sheet.set_column_hidden(column)?;
    Ok(())
}
