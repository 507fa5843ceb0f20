//! How wide each column of a table is drawn.

use std::cmp::Reverse;

use super::{
    super::{Options, Role, Table},
    wrap::{Wish, wish},
};

/// The least width of a column: one Chinese character.
const LEAST: usize = 2;

/// A table with fewer columns than this for each column of its grid has no blanks beside its texts.
const ROOMY: usize = 10;

/// The shares of the width that a value may take to stay whole, as divisors: the largest that leaves room is taken.
const SHARES: std::ops::RangeInclusive<usize> = 4..=8;

/// How many columns are moved at once, at most.
const STRIDE: usize = 4;

/// How many rows are measured. The rest of a table that long is like them.
const MEASURED: usize = 500;

/// The widths of a table's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Widths {
    /// For text, column by column.
    pub text: Vec<usize>,
    /// The blanks on each side of a text.
    pub padding: usize,
}

impl Widths {
    /// How wide the text of a cell may be that takes these columns.
    pub fn cell(&self, column: usize, columns: usize) -> usize {
        self.text[column..column + columns].iter().sum::<usize>() + columns.saturating_sub(1) * self.between()
    }

    /// How wide a cell is between its two lines.
    pub fn inner(&self, column: usize, columns: usize) -> usize {
        self.cell(column, columns) + 2 * self.padding
    }

    /// How wide the table is.
    pub fn total(&self) -> usize {
        self.inner(0, self.text.len()) + 2
    }

    /// What lies between the texts of two columns: a line and its blanks.
    fn between(&self) -> usize {
        1 + 2 * self.padding
    }
}

/// Shares out the width. Values and categories get the room to stay whole where there is enough; what remains goes,
/// column by column, to where it spares most lines. A table that needs less than the width is narrower.
pub(super) fn widths(table: &Table<'_>, options: &Options) -> Widths {
    let columns = table.columns.len();
    let padding = usize::from(options.width >= ROOMY * columns);
    let frame = columns + 1 + 2 * padding * columns;
    let available = options.width.saturating_sub(frame).max(LEAST * columns);
    let needs = needs(table, options);
    let least = least(&needs, columns, available);
    let mut widths = Widths { text: least.clone(), padding };
    let mut left = available - least.iter().sum::<usize>();
    while left > 0 && widen(&mut widths, &needs) {
        left -= 1;
    }
    // Each step makes the table lower, so this ends; the limit is for tables that are broken in odd ways.
    (0..available).take_while(|_| shift(&mut widths, &needs, &least)).for_each(drop);
    widths
}

/// What a cell needs.
struct Need {
    row: usize,
    column: usize,
    columns: usize,
    wish: Wish,
    role: Role,
}

fn needs(table: &Table<'_>, options: &Options) -> Vec<Need> {
    let rows = table.rows.iter().take(MEASURED).enumerate();
    let cells = rows.flat_map(|(row, cells)| cells.cells.iter().map(move |cell| (row, cell)));
    let needs = cells.map(|(row, cell)| Need {
        row,
        column: cell.column,
        columns: cell.columns,
        wish: wish(&cell.text, options.ambiguous),
        role: cell.role,
    });
    needs.filter(|need| need.wish.whole > 0).collect()
}

/// The widths that keep values and categories whole, and words of cells over one column. The longest of them break where
/// they would leave too little for the other texts; then all is cut down, the widest first, to what there is.
fn least(needs: &[Need], columns: usize, available: usize) -> Vec<usize> {
    let leaves_room = |widths: &Vec<usize>| widths.iter().sum::<usize>() * 6 <= available * 5;
    let kept = |share| kept(needs, columns, available, share);
    let mut widths = SHARES.map(kept).find(leaves_room).unwrap_or_else(|| kept(*SHARES.start()));
    while widths.iter().sum::<usize>() > available {
        if let Some(widest) = widths.iter_mut().max() {
            *widest -= 1;
        }
    }
    widths
}

/// The widths that keep those values and categories whole that take no more than such a share of what there is.
fn kept(needs: &[Need], columns: usize, available: usize, share: usize) -> Vec<usize> {
    let mut widths = vec![LEAST; columns];
    for need in needs.iter().filter(|need| need.columns == 1) {
        let most = match need.role {
            Role::Value | Role::Rate | Role::Amount => available / share,
            Role::Category => available / (share + 1),
            _ => 0,
        };
        let two = if need.role == Role::Category { 2 * LEAST } else { LEAST };
        let word = need.wish.word.max(two).min(available / SHARES.start());
        let wanted = if need.wish.whole <= most { need.wish.whole } else { word };
        widths[need.column] = widths[need.column].max(wanted);
    }
    widths
}

/// Gives one more to the column that gains most by it, the narrowest of equals; `false` where none gains.
fn widen(widths: &mut Widths, needs: &[Need]) -> bool {
    let mut gains = vec![0.0; widths.text.len()];
    for need in needs {
        let width = widths.cell(need.column, need.columns);
        if need.wish.whole > width {
            let spared = need.wish.whole as f64 / (width * (width + 1)) as f64;
            gains[need.column..need.column + need.columns].iter_mut().for_each(|gain| *gain += spared);
        }
    }
    let width = |column: usize| Reverse(widths.text[column]);
    let best = (0..gains.len())
        .max_by(|&left, &right| gains[left].total_cmp(&gains[right]).then(width(left).cmp(&width(right))));
    match best.filter(|&best| gains[best] > 0.0) {
        Some(best) => {
            widths.text[best] += 1;
            true
        }
        None => false,
    }
}

/// Moves columns from one place to another if that makes the table lower; `false` where nothing does.
fn shift(widths: &mut Widths, needs: &[Need], least: &[usize]) -> bool {
    let columns = widths.text.len();
    let mut lowest = height(widths, needs);
    let before = lowest;
    let mut best = widths.text.clone();
    for (from, to) in (0..columns).flat_map(|from| (0..columns).map(move |to| (from, to))) {
        for count in 1..=STRIDE {
            if from == to || widths.text[from] < least[from] + count {
                break;
            }
            widths.text[from] -= count;
            widths.text[to] += count;
            let height = height(widths, needs);
            if height < lowest {
                lowest = height;
                best.clone_from(&widths.text);
            }
            widths.text[from] += count;
            widths.text[to] -= count;
        }
    }
    widths.text = best;
    lowest < before
}

/// How many lines the rows have, about: words that are kept whole are not thought of.
fn height(widths: &Widths, needs: &[Need]) -> usize {
    let rows = needs.chunk_by(|one, other| one.row == other.row);
    rows.map(|cells| cells.iter().map(|need| lines(widths, need)).max().unwrap_or(0)).sum()
}

fn lines(widths: &Widths, need: &Need) -> usize {
    let width = widths.cell(need.column, need.columns);
    // Chinese characters leave the last column of an odd width empty.
    if need.wish.whole <= width { 1 } else { need.wish.whole.div_ceil(width & !1) }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::table::{Cell, Row, Section};

    /// A row as reports have it, with a name that is longer than its value.
    fn table() -> Table<'static> {
        let cells = [
            ("产出指标", Role::Category),
            ("知识产权运营促进保护发展工作完成时间", Role::Text),
            ("2026年11月底前", Role::Value),
            ("2026年12月08日", Role::Value),
            ("12.50", Role::Value),
            ("11.75", Role::Value),
            ("逾期 8 天：12.5 ×（1 − 8 ÷ 334 天）= 11.75", Role::Text),
        ];
        let cell = |(column, (text, role))| Cell { text: Cow::Borrowed(text), role, column, columns: 1, rows: 1 };
        let cells = cells.into_iter().enumerate().map(cell).collect();
        Table { columns: vec![1; 7], rows: vec![Row { section: Section::Indicators, cells }], ..Table::default() }
    }

    #[test]
    fn values_stay_whole_where_there_is_room() {
        let widths = widths(&table(), &Options { width: 140, ..Options::default() });
        assert!(widths.text[2] >= 14 && widths.text[3] >= 14, "{widths:?}");
    }

    #[test]
    fn values_do_not_starve_names() {
        let widths = widths(&table(), &Options { width: 80, ..Options::default() });
        assert!(widths.text[1] >= 8 && widths.text[1] >= widths.text[2], "{widths:?}");
    }
}
