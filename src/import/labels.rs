//! Rows of labels with facts beside them, as they stand above the indicators. Whatever stands beside no label that is
//! known is kept with the text before it, or by itself.

use std::{collections::BTreeMap, ops::Range};

use super::{
    document::Cell,
    facts::{Facts, Said},
    form::Entry,
    lines,
    matrix::{Line, Matrix},
    money,
    months::Months,
    squares::{Squares, own},
    words::{Fact, Label, Stage, Words, label, trimmed},
};

/// The most characters of a label.
const LONGEST: usize = 30;

/// Takes in rows of labels and facts.
pub(super) fn read<'d>(block: usize, squares: &Squares<'d>, rows: Range<usize>, facts: &mut Facts<'d>) {
    let mut reader = Reader {
        block,
        squares,
        facts,
        last: None,
        above: None,
        matrix: None,
        totals: BTreeMap::new(),
        is_alone: false,
    };
    for row in rows {
        let own: Vec<&Cell> = own(squares.row(row), row).collect();
        if !reader.matrix(&own) {
            reader.row(row);
        }
    }
}

/// What a cell is to the one behind it.
#[derive(Clone)]
enum Part<'d> {
    /// A label that is known.
    Label(Label, Entry<'d>),
    /// Any other text, which may be a label or not.
    Text(Entry<'d>),
}

impl Part<'_> {
    fn fact(&self) -> Option<Fact> {
        match self {
            Self::Label(label, _) => Words::get().fact(label),
            Self::Text(_) => None,
        }
    }
}

struct Reader<'r, 'd> {
    block: usize,
    squares: &'r Squares<'d>,
    facts: &'r mut Facts<'d>,
    /// What the next value belongs to.
    last: Option<Part<'d>>,
    /// The label that begins the rows above, whose cell may reach down where it is blank below, and its column.
    above: Option<(usize, Part<'d>)>,
    /// The columns that the rows above have named.
    matrix: Option<Matrix<'d>>,
    /// By the places of the labels of all money: whether that is the money of the whole period, and then its label.
    totals: BTreeMap<usize, Option<&'d str>>,
    /// Whether the row at hand has but one cell that says something.
    is_alone: bool,
}

impl<'d> Reader<'_, 'd> {
    /// Takes in a row that names the columns of a matrix, or one below them; answers whether it is one.
    fn matrix(&mut self, own: &[&'d Cell]) -> bool {
        let named = Matrix::of(own);
        let Some(matrix) = named.clone().or_else(|| self.matrix.take()) else { return false };
        let (labels, cells) = own.split_at(own.partition_point(|cell| cell.column < matrix.first()));
        if named.is_some() {
            own.iter().for_each(|cell| self.facts.bracket(&label(&cell.text), Entry::of(cell, self.block)));
            self.facts.until = self.facts.until.or_else(|| self.until(own));
            self.labels(labels);
        } else if labels.iter().all(|cell| matrix.has(&label(&cell.text))) && !is_text(labels, cells) {
            self.below(&matrix, labels, cells);
        } else {
            return false;
        }
        self.matrix = Some(matrix);
        true
    }

    /// The part of the year that a column of money is about, and where that stands.
    fn until(&self, own: &[&'d Cell]) -> Option<(Months, Entry<'d>)> {
        let cell = own.iter().find(|cell| Words::get().stage(trimmed(&cell.text)) == Some(Stage::Progress))?;
        Some((Words::months(&cell.text)?, Entry::of(cell, self.block)))
    }

    /// Takes in a row below the columns of a matrix, of which the last label says what it is about.
    fn below(&mut self, matrix: &Matrix<'d>, labels: &[&'d Cell], cells: &[&'d Cell]) {
        let (about, others) = labels.split_last().map_or((None, labels), |(about, others)| (Some(about), others));
        let entry = about.map(|cell| Entry::of(cell, self.block)).unwrap_or_default();
        let name = label(entry.text);
        self.total(&name, entry, false);
        let fund = Words::get().fund(&name);
        let line = match (Words::get().fact(&name), &fund) {
            (Some(Fact::Total), _) => Line::Total,
            (None, Some(fund)) if self.whole(entry).is_none() => Line::Fund(fund),
            _ => Line::Other,
        };
        let cells: Vec<Entry<'d>> = cells.iter().map(|cell| Entry::of(cell, self.block)).collect();
        let is_blank = cells.iter().all(|entry| Words::get().is_blank(entry.text));
        self.labels(if is_blank { labels } else { others });
        matrix.read(line, entry.text, &cells, self.facts);
    }

    /// Labels without anything beside them; others are texts by themselves.
    fn labels(&mut self, cells: &[&'d Cell]) {
        for cell in cells {
            let label = label(&cell.text);
            if !label.word.is_empty() && !Words::get().is_printed(&label) {
                self.alone(Entry::of(cell, self.block));
            }
        }
    }

    fn row(&mut self, row: usize) {
        let cells = self.squares.row(row);
        self.is_alone = own(cells, row).count() == 1;
        let begins_blank = cells.first().is_none_or(|cell| cell.column > 0 || trimmed(&cell.text).is_empty());
        if begins_blank && self.is_alone {
            let above = self.above.as_ref().map(|(_, label)| label.clone());
            self.last = above.filter(|label| label.fact() == Some(Fact::Money));
        }
        let mut end = 0;
        for (at, cell) in cells.iter().enumerate() {
            // Blank squares are left out of grids: what stands behind one does not belong to the label before it.
            let next = cells.get(at + 1..).and_then(<[_]>::first).copied();
            if cell.column > end && at > 0 && !self.is_awaited_amount(cell) && !self.is_awaited_name(cell, next) {
                self.let_go();
            }
            end = cell.column.saturating_add(cell.columns.max(1));
            match self.part(cell) {
                // A label beside several rows speaks for each of them.
                Some(Part::Label(label, entry)) => {
                    self.let_go();
                    if cell.row == row {
                        self.facts.bracket(&label, entry);
                        self.total(&label, entry, at == 0);
                    }
                    let label = Part::Label(label, entry);
                    if at == 0 && self.above.as_ref().is_none_or(|(column, _)| cell.column <= *column) {
                        self.above = Some((cell.column, label.clone()));
                    }
                    self.last = Some(label);
                }
                Some(Part::Text(entry)) if cell.row == row => self.text(entry),
                // A blank cell is what its label says: nothing.
                None if cell.row == row && at > 0 => self.let_go(),
                Some(Part::Text(_)) | None => {}
            }
        }
        self.let_go();
    }

    /// Notes where the label of all money stands, of the year or of the whole period; other labels begin anew.
    fn total(&mut self, label: &Label, entry: Entry<'d>, is_first: bool) {
        match Words::get().fact(label) {
            Some(Fact::Total) => drop(self.totals.insert(entry.place.column, None)),
            Some(Fact::Whole) => drop(self.totals.insert(entry.place.column, Some(entry.text))),
            Some(_) if is_first => self.totals.clear(),
            _ => {}
        }
    }

    /// The label of the money of the whole period that a fund below it is of: 其中：财政拨款 below 实施期资金总额.
    fn whole(&self, fund: Entry<'d>) -> Option<&'d str> {
        self.totals.range(..=fund.place.column).next_back().and_then(|(_, whole)| *whole)
    }

    fn part(&self, cell: &'d Cell) -> Option<Part<'d>> {
        let text = trimmed(&cell.text);
        if text.is_empty() {
            return None;
        }
        let entry = Entry::of(cell, self.block);
        let label = label(text);
        let is_label =
            text.chars().count() <= LONGEST && is_label(&label, self.is_purpose()) && !self.is_awaited(&label);
        Some(if is_label { Part::Label(label, entry) } else { Part::Text(entry) })
    }

    /// Whether a text is the value of the label before it, whatever it is: a project may be called 其他资金. But 总体目标
    /// may be divided into 中期目标 and 年度目标.
    fn is_awaited(&self, label: &Label) -> bool {
        use Fact::{Basis, Code, Goals, Note, Org, Outcome, Project, Purpose, Whole};
        match self.last.as_ref().and_then(Part::fact) {
            Some(Goals | Whole) => !matches!(Words::get().fact(label), Some(Goals | Whole | Outcome)),
            last => matches!(last, Some(Project | Code | Org | Purpose | Basis | Note | Outcome)),
        }
    }

    /// Whether a cell is the money that a label before blank squares names.
    fn is_awaited_amount(&self, cell: &Cell) -> bool {
        let Some(Part::Label(label, _)) = &self.last else { return false };
        let is_of_money = Words::get().fact(label) == Some(Fact::Total) || Words::get().is_fund(label);
        is_of_money && money::is_amount(&cell.text)
    }

    /// Whether a cell is what a label before blank squares names, as programs leave them that know no merged cells:
    /// 项目名称 over two columns. A label behind it, or nothing, tells that it is none itself.
    fn is_awaited_name(&self, cell: &Cell, next: Option<&Cell>) -> bool {
        let fact = self.last.as_ref().and_then(Part::fact);
        let is_named = |cell: &Cell| is_label(&label(&cell.text), false);
        matches!(fact, Some(Fact::Project | Fact::Org)) && !is_named(cell) && next.is_none_or(is_named)
    }

    /// Whether a text that comes next alone in its row most likely says what the money is for.
    fn is_purpose(&self) -> bool {
        self.last.as_ref().and_then(Part::fact) == Some(Fact::Money) && self.is_alone
    }

    /// Takes in a text by the label before it. Where there is none it may name what stands behind it.
    fn text(&mut self, entry: Entry<'d>) {
        let words = Words::get();
        match self.last.take() {
            Some(Part::Label(label, over)) => {
                let said = Said::beside(over.text, entry);
                match (words.fact(&label), words.fund(&label), self.whole(over)) {
                    (Some(fact), _, _) => self.facts.take(fact, said),
                    (None, Some(_), Some(whole)) => {
                        self.facts.others.push(Said { label: whole, over: over.text, entry })
                    }
                    (None, Some(fund), None) => self.facts.budget.parts.push((fund, said)),
                    (None, None, _) => self.facts.others.push(said),
                }
            }
            // 某某局 | 单位：元
            before if lines::has_label(entry) => {
                self.last = before;
                self.let_go();
                self.alone(entry);
            }
            Some(Part::Text(over)) => self.facts.others.push(Said::beside(over.text, entry)),
            None => self.last = Some(Part::Text(entry)),
        }
    }

    /// Forgets what nothing stands behind: a label says nothing then, any other text stands by itself.
    fn let_go(&mut self) {
        match self.last.take() {
            Some(Part::Label(label, _)) if Words::get().is_printed(&label) => {}
            Some(Part::Label(_, entry) | Part::Text(entry)) => self.alone(entry),
            None => {}
        }
    }

    /// A text by itself. The heads of columns, which may stand in two rows, need not be told.
    fn alone(&mut self, entry: Entry<'d>) {
        if !lines::read(entry, self.facts) && Words::get().column(entry.text).is_none() {
            self.facts.others.push(Said::alone(entry));
        }
    }
}

/// Whether a row is a text by itself: nothing stands behind it, and it is no label.
fn is_text(labels: &[&Cell], cells: &[&Cell]) -> bool {
    cells.is_empty() && labels.iter().any(|cell| !is_label(&label(&cell.text), false))
}

/// Whether a text names what stands beside it; of sources of money only one of the usual where it may be a purpose.
fn is_label(label: &Label, may_be_purpose: bool) -> bool {
    let words = Words::get();
    words.fact(label).is_some() || words.is_usual_fund(label) || (!may_be_purpose && words.is_fund(label))
}
