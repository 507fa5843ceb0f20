//! A form that is filled in: texts with spans and roles, without a format.

use std::borrow::Cow;

use serde::Deserialize;

use super::Look;

/// A form that is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table<'t> {
    /// What stands above it, large.
    pub title: String,
    /// What stands between the title and the grid.
    pub before: Vec<Line>,
    /// The columns of the grid, with their widths relative to each other.
    pub columns: Vec<u16>,
    /// The rows from top to bottom.
    pub rows: Vec<Row<'t>>,
    /// How it looks on paper.
    pub look: Look,
    /// What a list of several tables says of this one.
    pub summary: Summary<'t>,
    /// The cells whose numbers follow from others: spreadsheets compute them anew.
    pub computed: Vec<Computed>,
}

/// A square of the grid: its row and its column.
pub type Square = (usize, usize);

/// A cell whose number follows from those of others. Its text is that number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// Where it begins.
    pub at: Square,
    /// How its number comes.
    pub formula: Formula,
}

/// How a number follows from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// All together. What is no number is passed over.
    Sum(Vec<Run>),
    /// All together; not known as long as one of them is no number.
    Total(Vec<Run>),
    /// The first less the second.
    Difference([Square; 2]),
    /// The first as a percentage of the second.
    Share([Square; 2]),
}

/// Cells one below the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Where the first begins.
    pub first: Square,
    /// How many there are, at least 1.
    pub rows: usize,
}

/// A table in short.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary<'t> {
    /// The name of the form in Chinese.
    pub form: Cow<'t, str>,
    /// The name of the project.
    pub project: Cow<'t, str>,
    /// Its budget as the form prints it; blank where there is none.
    pub total: Cow<'t, str>,
    /// The unit of money; blank where there is no budget.
    pub unit: Cow<'t, str>,
}

impl Summary<'_> {
    fn into_owned(self) -> Summary<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        let Self { form, project, total, unit } = self;
        Summary { form: owned(form), project: owned(project), total: owned(total), unit: owned(unit) }
    }
}

/// A line outside of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its text, without line ends.
    pub text: String,
    /// On which side it stands.
    pub align: Align,
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'t> {
    /// Which part of the form it belongs to.
    pub section: Section,
    /// The cells that begin in it, from left to right; one that reaches down from above is not among them.
    pub cells: Vec<Cell<'t>>,
}

impl Row<'_> {
    fn into_owned(self) -> Row<'static> {
        let cells = self.cells.into_iter().map(Cell::into_owned);
        Row { section: self.section, cells: cells.collect() }
    }

    /// Whether the table can be divided between the row above and this one: where the names of the columns begin.
    pub fn begins_part(&self, above: &Row<'_>) -> bool {
        self.section == Section::Names && above.section != Section::Names
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell<'t> {
    /// Its text; `\n` between paragraphs.
    pub text: Cow<'t, str>,
    /// What it is.
    pub role: Role,
    /// The number of the grid column where it begins.
    pub column: usize,
    /// How many columns of the grid it takes, at least 1.
    pub columns: usize,
    /// How many rows it takes, at least 1.
    pub rows: usize,
}

impl Cell<'_> {
    fn into_owned(self) -> Cell<'static> {
        let Self { text, role, column, columns, rows } = self;
        Cell { text: Cow::Owned(text.into_owned()), role, column, columns, rows }
    }
}

/// The parts of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Facts of the project: name, budget, goals.
    Head,
    /// The names of the columns of the indicators.
    Names,
    /// The indicators.
    Indicators,
    /// What stands below them: totals.
    Foot,
}

/// What a cell is, from which renderers take how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The name of a column.
    Heading,
    /// The name of what stands beside it.
    Label,
    /// A level of indicators.
    Category,
    /// Words.
    Text,
    /// What is to be reached, points.
    Value,
    /// A percentage that is reckoned with.
    Rate,
    /// Money.
    Amount,
    /// A word for what should be there and is not.
    Gap,
}

/// The side that a text keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// The left.
    Left,
    /// Neither.
    Center,
    /// The right.
    Right,
}

impl Role {
    /// The name of a role: `heading`, `label` …
    pub fn id(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Label => "label",
            Self::Category => "category",
            Self::Text => "text",
            Self::Value => "value",
            Self::Rate => "rate",
            Self::Amount => "amount",
            Self::Gap => "gap",
        }
    }

    /// On which side of the cell its text stands: as in the forms that people know, only words keep to the left.
    pub fn align(self) -> Align {
        match self {
            Self::Text | Self::Gap => Align::Left,
            _ => Align::Center,
        }
    }
}

/// A cell and where it begins.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a, 't> {
    /// The row.
    pub row: usize,
    /// Its place among the cells of that row.
    pub index: usize,
    /// The cell.
    pub cell: &'a Cell<'t>,
}

impl Placed<'_, '_> {
    /// Whether both are the same cell.
    pub fn is(self, other: Self) -> bool {
        (self.row, self.index) == (other.row, other.index)
    }
}

/// Which cell covers each square of a table.
#[derive(Debug)]
pub struct Grid<'a, 't> {
    columns: usize,
    squares: Vec<Option<Placed<'a, 't>>>,
}

impl<'t> Table<'t> {
    /// The same table, its texts copied, so that it can outlive the project.
    pub fn into_owned(self) -> Table<'static> {
        let Self { title, before, columns, rows, look, summary, computed } = self;
        let rows = rows.into_iter().map(Row::into_owned).collect();
        Table { title, before, columns, rows, look, summary: summary.into_owned(), computed }
    }

    /// Which cell covers each square.
    pub fn grid(&self) -> Grid<'_, 't> {
        let columns = self.columns.len();
        let mut squares = vec![None; columns * self.rows.len()];
        for (row, cells) in self.rows.iter().enumerate() {
            for (index, cell) in cells.cells.iter().enumerate() {
                let last = (row + cell.rows).min(self.rows.len());
                for covered in row..last {
                    let from = covered * columns + cell.column;
                    squares[from..from + cell.columns].fill(Some(Placed { row, index, cell }));
                }
            }
        }
        Grid { columns, squares }
    }
}

impl<'a, 't> Grid<'a, 't> {
    /// The cell over a square; `None` outside of the table and where no cell lies.
    pub fn at(&self, row: usize, column: usize) -> Option<Placed<'a, 't>> {
        if column >= self.columns {
            return None;
        }
        self.squares.get(row * self.columns + column).copied().flatten()
    }

    /// The cells that touch a row, from left to right, those reaching down from above included.
    pub fn row(&self, row: usize) -> impl Iterator<Item = Placed<'a, 't>> {
        (0..self.columns).filter_map(move |column| self.at(row, column).filter(|placed| placed.cell.column == column))
    }
}
