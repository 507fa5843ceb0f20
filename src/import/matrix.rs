//! Money and goals in rows and columns: what was planned beside what was spent, what was hoped for beside what came of
//! it, the whole period beside the year.

use super::{
    document::Cell,
    facts::{Facts, Said, Sums},
    form::Entry,
    money,
    words::{Fact, Label, Stage, Words, trimmed},
};

/// The columns of a matrix.
#[derive(Debug, Clone)]
pub(super) struct Matrix<'d> {
    heads: Vec<(Stage, &'d str, usize)>,
}

/// What a row of money is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line<'l> {
    /// All of it.
    Total,
    /// A fund, by its id or its name.
    Fund(&'l str),
    /// Something else.
    Other,
}

impl<'d> Matrix<'d> {
    /// The matrix whose columns a row names: two or more, with nothing else behind them.
    pub fn of(cells: &[&'d Cell]) -> Option<Self> {
        let stage = |cell: &&'d Cell| Words::get().stage(trimmed(&cell.text));
        let mut labels = cells.iter().take_while(|cell| stage(cell).is_none()).count();
        // 年度总体目标 before 预期目标 is the label of that and what stands beside it.
        if let [first, second, _, ..] = cells
            && stage(first) == Some(Stage::Goal)
            && stage(second) == Some(Stage::Goal)
        {
            labels = 1;
        }
        let heads = cells.get(labels..)?.iter();
        let heads = heads.map(|cell| Some((stage(cell)?, trimmed(&cell.text), cell.column)));
        let heads = heads.collect::<Option<Vec<_>>>()?;
        let is_aside = |(stage, _, _): &(Stage, &str, usize)| {
            matches!(stage, Stage::Aside | Stage::Outcome | Stage::Rate | Stage::Points)
        };
        (heads.len() > 1 && !heads.iter().all(is_aside)).then_some(Self { heads })
    }

    /// Where its columns begin.
    pub fn first(&self) -> usize {
        self.heads.first().map_or(0, |(_, _, at)| *at)
    }

    /// Whether a row with this label stands below the names.
    pub fn has(&self, label: &Label) -> bool {
        let fact = Words::get().fact(label);
        if self.heads.iter().any(|(stage, _, _)| *stage == Stage::Goal) {
            matches!(fact, Some(Fact::Goals | Fact::Whole))
        } else {
            matches!(fact, None | Some(Fact::Money | Fact::Total | Fact::Whole))
        }
    }

    /// The column that a cell stands in.
    fn at(&self, column: usize) -> Option<(Stage, &'d str)> {
        let after = self.heads.partition_point(|(_, _, at)| *at <= column);
        self.heads.get(after.checked_sub(1)?).map(|(stage, text, _)| (*stage, *text))
    }

    /// Takes in the cells of a row below the names of the columns, which has a label itself where it is about money.
    pub fn read(&self, line: Line<'_>, label: &'d str, cells: &[Entry<'d>], facts: &mut Facts<'d>) {
        let has_plan = self.has_column(Stage::Budget);
        let planned = self.said_of(Stage::Budget, cells);
        for entry in cells {
            let Some((stage, over)) = self.at(entry.place.column) else { continue };
            let said = Said { label, over, entry: *entry };
            match stage {
                _ if !said.says_something() => {}
                Stage::Goal => facts.known.push((Fact::Goals, said)),
                Stage::Outcome => facts.known.push((Fact::Outcome, said)),
                Stage::Budget => money(line, said, &mut facts.budget, &mut facts.others),
                Stage::Initial if !has_plan => money(line, said, &mut facts.budget, &mut facts.others),
                Stage::Initial if line == Line::Other && planned == Some(entry.text) => {}
                Stage::Initial => money(line, said, &mut facts.initial, &mut facts.others),
                Stage::Spent => money(line, said, &mut facts.spent, &mut facts.others),
                Stage::Progress => money(line, said, &mut facts.progress, &mut facts.others),
                Stage::Forecast => money(line, said, &mut facts.forecast, &mut facts.others),
                Stage::Rate => self.rate(line, said, cells, facts),
                Stage::Points if line == Line::Total => facts.known.push((Fact::Points, said)),
                Stage::Aside | Stage::Points => facts.others.push(said),
            }
        }
    }

    /// Takes in a rate of execution. One that follows from the money beside it is computed again, unless it earned points;
    /// beside what was spent in the year that of a part of it is not told.
    fn rate(&self, line: Line<'_>, said: Said<'d>, cells: &[Entry<'d>], facts: &mut Facts<'d>) {
        let is_of_part = Words::months(said.over).is_some() && self.has_column(Stage::Spent);
        let has_points = || line == Line::Total && self.said_of(Stage::Points, cells).is_some();
        if is_of_part {
            facts.others.push(said);
        } else if !has_points() && self.follows(said.entry.text, cells) {
            facts.computed.push(said);
        } else if line == Line::Total {
            facts.known.push((Fact::Rate, said));
        } else {
            facts.others.push(said);
        }
    }

    /// Whether a rate is that of the money in its row.
    fn follows(&self, rate: &str, cells: &[Entry<'d>]) -> bool {
        let said = |[one, other]: [Stage; 2]| self.said_of(one, cells).or_else(|| self.said_of(other, cells));
        let (spent, budget) = (said([Stage::Spent, Stage::Progress]), said([Stage::Budget, Stage::Initial]));
        spent.zip(budget).is_some_and(|(spent, budget)| money::is_rate_of(rate, spent, budget))
    }

    fn has_column(&self, wanted: Stage) -> bool {
        self.heads.iter().any(|(stage, _, _)| *stage == wanted)
    }

    /// What a row says in a column.
    fn said_of(&self, wanted: Stage, cells: &[Entry<'d>]) -> Option<&'d str> {
        let is_said = |entry: &&Entry<'d>| {
            let is_wanted = self.at(entry.place.column).is_some_and(|(stage, _)| stage == wanted);
            is_wanted && !Words::get().is_blank(entry.text)
        };
        cells.iter().find(is_said).map(|entry| entry.text)
    }
}

fn money<'d>(line: Line<'_>, said: Said<'d>, sums: &mut Sums<'d>, others: &mut Vec<Said<'d>>) {
    match line {
        Line::Total => sums.totals.push(said),
        Line::Fund(fund) => sums.parts.push((fund.to_owned(), said)),
        Line::Other => others.push(said),
    }
}
