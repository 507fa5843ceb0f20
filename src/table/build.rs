//! A form is filled in with a project.

use std::{borrow::Cow, collections::BTreeSet, iter::Peekable};

use super::{
    amount,
    formulas::formulas,
    layout::{Column, Content, Detail, Layout, Slot, free_runs},
    pattern, target,
    tree::{Cell, Line, Role, Row, Section, Summary, Table},
};
use crate::{
    arguments::Located,
    evaluation::Evaluation,
    field::{Fund, Standard},
    model::{Amount, Goal, Indicator, Period, Project, Results, Target},
    monitoring::Monitoring,
    values::{Bound, Date},
};

/// What became of a project, for the forms that say it.
#[derive(Debug, Clone, Copy)]
pub struct Outcome<'o> {
    /// What was achieved, if anything is said of it.
    pub results: Option<&'o Results<'o>>,
    /// The scores.
    pub evaluation: &'o Evaluation,
    /// How the year goes on, for the forms that say it.
    pub monitoring: Option<&'o Monitoring>,
    /// The standard whose rules they follow.
    pub rules: &'o Standard,
}

/// Fills in a form. `number` is what the title counts the project as, from 1.
///
/// What the project does not say is blank. Indicators stand in the order of the standard's levels, within a level as
/// written. Funds that the form has no cell for get cells of their own.
pub fn build<'t>(project: &'t Project<'_>, number: usize, layout: &'t Layout) -> Table<'t> {
    Filler { project, number, outcome: None }.table(layout)
}

/// Fills in a form with what became of the project.
pub fn build_with<'t>(project: &'t Project<'_>, number: usize, layout: &'t Layout, outcome: Outcome<'t>) -> Table<'t> {
    Filler { project, number, outcome: Some(outcome) }.table(layout)
}

pub(super) struct Filler<'t, 's> {
    pub project: &'t Project<'s>,
    number: usize,
    pub outcome: Option<Outcome<'t>>,
}

impl<'t> Filler<'t, '_> {
    fn table(&self, layout: &'t Layout) -> Table<'t> {
        let mut rows = Vec::new();
        self.head(layout, &mut rows);
        rows.push(self.names(layout));
        self.indicators(layout, &mut rows);
        self.slots(&layout.foot, layout.columns.len(), Section::Foot, &mut rows);
        let computed = self.outcome.map_or_else(Vec::new, |_| formulas(layout, &rows));
        Table {
            title: pattern::fill_all(&layout.title, |place| self.place(place)).0,
            before: layout
                .before
                .iter()
                .filter_map(|line| Some(Line { text: self.line(&line.text)?, align: line.align }))
                .collect(),
            columns: layout.columns.clone(),
            rows,
            look: layout.look.clone(),
            summary: self.summary(layout),
            computed,
        }
    }

    /// A pattern filled; `None` where there is nothing for any of its places.
    fn line(&self, pattern: &str) -> Option<String> {
        pattern::fill(pattern, |place| self.place(place))
    }

    /// A label filled. Brackets that there is nothing for are left out.
    fn label(&self, pattern: &'t str) -> Cow<'t, str> {
        if pattern::places(pattern).next().is_none() {
            return Cow::Borrowed(pattern);
        }
        Cow::Owned(pattern::fill_all(pattern, |place| self.place(place)).0.replace("（）", ""))
    }

    /// What stands in a place of a pattern.
    fn place(&self, name: &str) -> Option<Cow<'t, str>> {
        let project = self.project;
        let org = project.org.as_ref().map(|org| &org.value);
        match name {
            "number" => Some(self.number.to_string().into()),
            "project" => Some(Cow::Borrowed(&*project.name.value)),
            "year" => project.year.map(|year| year.value.to_string().into()),
            "period" => project.period.map(|Located { value: Period { from, to }, .. }| {
                Cow::Owned(format!("{}-{}", from.dotted(), to.dotted()))
            }),
            "org.code" => org?.code.as_deref().map(Cow::Borrowed),
            "org.name" => org.map(|org| Cow::Borrowed(&*org.name)),
            "unit" => self.total().map(|total| total.unit.into()),
            "months" => self.results().and_then(|results| results.at).map(|at| months(at.value).into()),
            "at" => self.results().and_then(|results| results.at).map(|at| Bound::At.printed(at.value).into()),
            _ => None,
        }
    }

    /// The row with the names of the indicators' columns.
    fn names(&self, layout: &'t Layout) -> Row<'t> {
        let mut start = 0;
        let mut cells = Vec::with_capacity(layout.indicators.len());
        for column in &layout.indicators {
            let text = self.label(&column.name);
            cells.push(Cell { text, role: Role::Heading, column: start, columns: column.columns, rows: 1 });
            start += column.columns;
        }
        Row { section: Section::Names, cells }
    }

    fn summary(&self, layout: &'t Layout) -> Summary<'t> {
        Summary {
            form: Cow::Borrowed(&layout.names.zh),
            project: Cow::Borrowed(&*self.project.name.value),
            total: self.total().map_or_else(Cow::default, |total| amount::printed(total, total)),
            unit: self.total().map_or("", |total| total.unit).into(),
        }
    }

    /// All of the budget, whose unit is the unit of the form.
    pub(super) fn total(&self) -> Option<&'t Amount<'t>> {
        self.project.budget.as_ref().map(|budget| &budget.total.value)
    }

    fn head(&self, layout: &'t Layout, rows: &mut Vec<Row<'t>>) {
        self.slots(&layout.head, layout.columns.len(), Section::Head, rows);
        self.further_funds(layout, rows);
    }

    /// The rows above or below the indicators.
    fn slots(&self, slots: &'t [Vec<Slot>], columns: usize, section: Section, rows: &mut Vec<Row<'t>>) {
        let mut above = vec![0; columns];
        for slots in slots {
            let mut cells = Vec::with_capacity(slots.len());
            for (slot, column) in slots.iter().zip(free_runs(&above, slots).unwrap_or_default()) {
                above[column..column + slot.columns].fill(slot.rows);
                cells.push(self.slot(slot, column));
            }
            above.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
            rows.push(Row { section, cells });
        }
    }

    fn slot(&self, slot: &'t Slot, column: usize) -> Cell<'t> {
        let project = self.project;
        let text = |text: &'t Option<Cow<'_, str>>| Cow::Borrowed(text.as_deref().unwrap_or_default());
        let text = match &slot.put {
            Content::Label(pattern) => self.label(pattern),
            Content::Text(pattern) => self.line(pattern).unwrap_or_default().into(),
            Content::Project => (&*project.name.value).into(),
            Content::Code => text(&project.code),
            Content::Basis => text(&project.basis),
            Content::Note => text(&project.note),
            Content::Total => self.total().map_or_else(Cow::default, |total| amount::printed(total, total)),
            Content::Fund(id) => self.fund(id),
            Content::Purpose => paragraphs(&project.purpose),
            Content::Goals(pattern) => goals(&project.goals, pattern).into(),
            content => self.outcome_slot(content),
        };
        Cell { text, role: slot.put.role(), column, columns: slot.columns, rows: slot.rows }
    }

    /// The money from a fund; blank where none is given, which is not zero.
    pub(super) fn fund(&self, id: &str) -> Cow<'t, str> {
        self.parts().find(|(known, ..)| *known == id).map(|(_, _, amount)| amount).unwrap_or_default()
    }

    /// The id and the name of each fund that is given, and the money from it.
    fn parts(&self) -> impl Iterator<Item = (&'t str, &'t str, Cow<'t, str>)> {
        let project = self.project;
        project.budget.iter().flat_map(|budget| {
            budget.parts.iter().map(|part| {
                let fund = &project.standard.funds.list[part.fund];
                let amount = amount::printed(&part.amount.value, &budget.total.value);
                (fund.id.as_str(), fund.names.zh.as_str(), amount)
            })
        })
    }

    /// Puts rows for the funds that the form does not name below the last row with a fund; what reaches down there, or
    /// down to that row from above, reaches down over them too.
    fn further_funds(&self, layout: &'t Layout, rows: &mut Vec<Row<'t>>) {
        let Some(last) = layout.head.iter().rposition(|slots| slots.iter().any(is_fund)) else { return };
        let named = |id: &str| layout.head.iter().flatten().any(|slot| slot.put == Content::Fund(id.to_owned()));
        let slots = &layout.head[last];
        let new = if slots.iter().filter(|slot| is_fund(slot)).count() == 1 {
            let further = self.funds().filter(|fund| !named(&fund.id));
            further.filter_map(|fund| self.fund_like(fund, slots, &rows[last])).collect()
        } else {
            let mut further = self.parts().filter(|(id, ..)| !named(id)).peekable();
            fund_rows(&mut further, &free_columns(rows, last, layout.columns.len()))
        };
        let at = last + 1;
        for (row, cells) in rows.iter_mut().enumerate().take(at) {
            cells.cells.iter_mut().filter(|cell| reaches_on(row, cell, last)).for_each(|cell| cell.rows += new.len());
        }
        rows.splice(at..at, new);
    }

    /// The funds of the budget and of what became of it, as they are named first.
    fn funds(&self) -> impl Iterator<Item = &'t Fund> {
        let project = self.project;
        let results =
            self.results().into_iter().flat_map(|results| [&results.budget, &results.spent, &results.forecast]);
        let budgets = project.budget.iter().chain(results.flatten());
        let mut told = BTreeSet::new();
        let new = budgets.flat_map(|budget| &budget.parts).filter(move |part| told.insert(part.fund));
        new.filter_map(|part| project.standard.funds.list.get(part.fund))
    }

    /// The row of another fund in a form that has a row for each; none where the form has nothing to say of it.
    fn fund_like(&self, fund: &'t Fund, slots: &'t [Slot], like: &Row<'t>) -> Option<Row<'t>> {
        let mut says_something = false;
        let cells = slots.iter().zip(&like.cells).enumerate().map(|(at, (slot, cell))| {
            let own = self.of_fund(&slot.put, &fund.id);
            says_something |= own.as_ref().is_some_and(|text| !text.is_empty());
            let is_name = matches!(slot.put, Content::Label(_)) && slots.get(at + 1).is_some_and(is_fund);
            let name = is_name.then_some(Cow::Borrowed(fund.names.zh.as_str()));
            Cell { text: own.or(name).unwrap_or_else(|| cell.text.clone()), ..cell.clone() }
        });
        let cells = cells.collect();
        says_something.then_some(Row { section: Section::Head, cells })
    }

    fn indicators(&self, layout: &'t Layout, rows: &mut Vec<Row<'t>>) {
        let mut indicators: Vec<Numbered<'t, '_>> = self.project.indicators.iter().enumerate().collect();
        indicators.sort_by_key(|(_, indicator)| self.project.level_of(indicator));
        let merged = layout.indicators.iter().filter(|column| column.merge).count();
        // For each merged column, the row in which the cell at its end begins.
        let mut tops = vec![0; merged];
        for (at, indicator) in indicators.into_iter().enumerate() {
            let mut cells = self.indicator(indicator, &layout.indicators);
            let same = if at == 0 { 0 } else { self.lengthen(&cells, &tops, rows) };
            tops[same..].fill(rows.len());
            cells.drain(..same);
            rows.push(Row { section: Section::Indicators, cells });
        }
    }

    /// Lengthens the cells above which say the same in the merged columns; answers how many.
    fn lengthen(&self, cells: &[Cell<'t>], tops: &[usize], rows: &mut [Row<'t>]) -> usize {
        let mut same = 0;
        for (cell, &top) in cells.iter().zip(tops) {
            let above = rows[top].cells.iter_mut().find(|above| above.column == cell.column);
            match above.filter(|above| above.text == cell.text) {
                Some(above) => above.rows += 1,
                None => break,
            }
            same += 1;
        }
        same
    }

    fn indicator(&self, indicator: Numbered<'t, '_>, columns: &'t [Column]) -> Vec<Cell<'t>> {
        let mut start = 0;
        let mut cells = Vec::with_capacity(columns.len());
        for &Column { put, columns, .. } in columns {
            cells.push(Cell { text: self.detail(indicator, put), role: put.role(), column: start, columns, rows: 1 });
            start += columns;
        }
        cells
    }

    fn detail(&self, (number, indicator): Numbered<'t, '_>, detail: Detail) -> Cow<'t, str> {
        let standard = &self.project.standard;
        let details = indicator.details.as_deref();
        let words = |words: Option<&'t Cow<'_, str>>| Cow::Borrowed(words.map_or("", |words| &**words));
        let category = standard.category(indicator.category);
        match detail {
            Detail::Level1 => Cow::Borrowed(&standard.level(category.level).names.zh),
            Detail::Level2 => Cow::Borrowed(&category.names.zh),
            Detail::Name => Cow::Borrowed(&indicator.name.value),
            Detail::Description => Cow::Borrowed(indicator.description()),
            Detail::Value => self.target(indicator.target.as_ref()),
            Detail::Sign => indicator.target.as_ref().map_or("", target::sign).into(),
            Detail::Number => {
                indicator.target.as_ref().map_or_else(Cow::default, |target| target::number(target, standard))
            }
            Detail::Unit => indicator.target.as_ref().map_or_else(Cow::default, target::unit),
            Detail::Weight => self.weight(number, indicator),
            Detail::Source => words(details.and_then(|details| details.source.as_ref())),
            Detail::Basis => words(details.and_then(|details| details.basis.as_ref())),
            Detail::Note => words(details.and_then(|details| details.note.as_ref())),
            Detail::Baseline => self.target(details.and_then(|details| details.baseline.as_ref())),
            Detail::Total => self.target(details.and_then(|details| details.total.as_ref())),
            Detail::Stretch => self.target(details.and_then(|details| details.stretch.as_ref())),
            Detail::Blank => Cow::default(),
            detail => self.result(number, detail),
        }
    }

    /// The cell of a target; empty where there is none, or none that could be read.
    fn target(&self, target: Option<&'t Target<'_>>) -> Cow<'t, str> {
        target.map_or_else(Cow::default, |target| target.printed(&self.project.standard).into())
    }
}

/// The months of a year up to a day: 1-7月.
fn months(at: Date) -> String {
    match at.last_day().month() {
        1 => "1月".to_owned(),
        last => format!("1-{last}月"),
    }
}

/// An indicator and its number in the project.
type Numbered<'t, 's> = (usize, &'t Indicator<'s>);

/// Whether a cell that begins in the row `at` goes on below another row: it reaches down there already, or is the common
/// label of what stands in several rows.
fn reaches_on(at: usize, cell: &Cell<'_>, row: usize) -> bool {
    let end = at + cell.rows;
    end > row + 1 || (at < row && end > row)
}

/// The first columns side by side, two at least, that no cell takes from this row down into the next.
fn free_columns(rows: &[Row<'_>], row: usize, columns: usize) -> Vec<usize> {
    let mut taken = vec![false; columns];
    for (at, cells) in rows.iter().enumerate().take(row + 1) {
        for cell in cells.cells.iter().filter(|cell| reaches_on(at, cell, row)) {
            taken[cell.column..cell.column + cell.columns].fill(true);
        }
    }
    let start = taken.windows(2).position(|pair| pair == [false, false]).unwrap_or(columns);
    (start..columns).take_while(|&column| !taken[column]).collect()
}

fn is_fund(slot: &Slot) -> bool {
    matches!(slot.put, Content::Fund(_))
}

/// Rows of funds; none where there are no columns for them.
fn fund_rows<'t>(
    funds: &mut Peekable<impl Iterator<Item = (&'t str, &'t str, Cow<'t, str>)>>,
    free: &[usize],
) -> Vec<Row<'t>> {
    let mut rows = Vec::new();
    while funds.peek().is_some() && !free.is_empty() {
        rows.push(fund_row(funds, free));
    }
    rows
}

/// A row of funds, each a label and an amount; the last cell takes what columns are left.
fn fund_row<'t>(funds: &mut impl Iterator<Item = (&'t str, &'t str, Cow<'t, str>)>, free: &[usize]) -> Row<'t> {
    let mut cells: Vec<Cell<'t>> = Vec::new();
    for (pair, (_, name, amount)) in free.chunks_exact(2).zip(funds) {
        cells.push(Cell { text: name.into(), role: Role::Label, column: pair[0], columns: 1, rows: 1 });
        cells.push(Cell { text: amount, role: Role::Amount, column: pair[1], columns: 1, rows: 1 });
    }
    if let (Some(cell), Some(end)) = (cells.last_mut(), free.last()) {
        cell.columns = end + 1 - cell.column;
    }
    Row { section: Section::Head, cells }
}

/// Paragraphs as the text of a cell.
fn paragraphs<'t>(texts: &'t [Goal<'_>]) -> Cow<'t, str> {
    match texts {
        [text] => Cow::Borrowed(&*text.value),
        _ => texts.iter().map(|text| &*text.value).collect::<Vec<_>>().join("\n").into(),
    }
}

/// Goals as the text of a cell, each behind its number.
pub(super) fn goals(goals: &[Goal<'_>], pattern: &str) -> String {
    let mut text = String::new();
    for (at, goal) in goals.iter().enumerate() {
        text.push_str(if at > 0 { "\n" } else { "" });
        text.push_str(&pattern::fill(pattern, |_| Some((at + 1).to_string().into())).unwrap_or_default());
        text.push_str(&goal.value);
    }
    text
}
