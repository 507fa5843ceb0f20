//! Which cells of a form follow from others.

use super::{
    layout::{Content, Detail, Layout, Slot, free_runs},
    outcome::TOTAL,
    tree::{Computed, Formula, Row, Run, Section, Square},
};

/// The cells of a filled form that follow from others: the rate of execution, and the totals at its foot.
pub(super) fn formulas(layout: &Layout, rows: &[Row<'_>]) -> Vec<Computed> {
    let Some(names) = rows.iter().position(|row| row.section == Section::Names) else { return Vec::new() };
    let foot = rows.iter().position(|row| row.section == Section::Foot).unwrap_or(rows.len());
    let form = Form { layout, inserted: names - layout.head.len(), indicators: (names + 1, foot - names - 1), foot };
    [
        (Content::Rate, form.rate()),
        (Content::Weights, form.sum(Detail::Weight, &Content::Points).map(Formula::Sum)),
        (Content::Score, form.sum(Detail::Score, &Content::Earned).map(Formula::Total)),
    ]
    .into_iter()
    .filter_map(|(content, formula)| Some(Computed { at: form.find(&content)?, formula: formula? }))
    .collect()
}

/// A filled form and where its parts lie.
struct Form<'l> {
    layout: &'l Layout,
    /// How many rows for further funds were put below the last row of the head that has a fund.
    inserted: usize,
    /// The first row of the indicators, and how many there are.
    indicators: (usize, usize),
    /// The first row of the foot.
    foot: usize,
}

impl Form<'_> {
    /// Where the cell with this content begins.
    fn find(&self, content: &Content) -> Option<Square> {
        let columns = self.layout.columns.len();
        let in_head = place(&self.layout.head, columns, content).map(|(row, column)| (self.moved(row), column));
        in_head.or_else(|| place(&self.layout.foot, columns, content).map(|(row, column)| (self.foot + row, column)))
    }

    /// Where a row of the head came to lie.
    fn moved(&self, row: usize) -> usize {
        let is_fund = |slot: &Slot| matches!(slot.put, Content::Fund(_));
        let last = self.layout.head.iter().rposition(|slots| slots.iter().any(is_fund));
        if last.is_some_and(|last| row > last) { row + self.inserted } else { row }
    }

    /// Spent ÷ adjusted budget.
    fn rate(&self) -> Option<Formula> {
        let all = |content: fn(String) -> Content| self.find(&content(TOTAL.to_owned()));
        Some(Formula::Share([all(Content::Spent)?, all(Content::Adjusted)?]))
    }

    /// The cells of a column of the indicators, and what executing the budget adds to them.
    fn sum(&self, detail: Detail, besides: &Content) -> Option<Vec<Run>> {
        let (first, rows) = self.indicators;
        let at = self.layout.indicators.iter().position(|column| column.put == detail)?;
        let column = self.layout.indicators[..at].iter().map(|column| column.columns).sum();
        let column = (rows > 0).then_some(Run { first: (first, column), rows });
        let besides = self.find(besides).map(|first| Run { first, rows: 1 });
        Some(column.into_iter().chain(besides).collect())
    }
}

/// The row and column of the first slot with this content.
fn place(rows: &[Vec<Slot>], columns: usize, content: &Content) -> Option<Square> {
    let mut above = vec![0; columns];
    for (row, slots) in rows.iter().enumerate() {
        for (slot, column) in slots.iter().zip(free_runs(&above, slots)?) {
            if slot.put == *content {
                return Some((row, column));
            }
            above[column..column + slot.columns].fill(slot.rows);
        }
        above.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }
    None
}
