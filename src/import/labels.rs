//! Rows of labels with facts beside them, as they stand above the indicators. Whatever stands beside no label that is
//! known is kept with the text before it, or by itself.

use std::ops::Range;

use super::{
    document::Cell,
    facts::{self, Facts, Said},
    form::Entry,
    money,
    squares::{Squares, own},
    words::{Fact, Label, Words, label, trimmed},
};
use crate::field::Field;

/// The most characters of a label.
const LONGEST: usize = 30;

/// Takes in rows of labels and facts.
pub(super) fn read<'d>(block: usize, squares: &Squares<'d>, rows: Range<usize>, facts: &mut Facts<'d>) {
    let mut reader = Reader { block, squares, facts, last: None, above: None, is_alone: false };
    for row in rows {
        reader.row(row);
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
    /// The label that begins the rows above, whose cell may reach down where it is blank below.
    above: Option<Part<'d>>,
    /// Whether the row at hand has but one cell that says something.
    is_alone: bool,
}

impl<'d> Reader<'_, 'd> {
    fn row(&mut self, row: usize) {
        let cells = self.squares.row(row);
        self.is_alone = own(cells, row).count() == 1;
        let begins_blank = cells.first().is_none_or(|cell| cell.column > 0 || trimmed(&cell.text).is_empty());
        if begins_blank && self.is_alone {
            self.last = self.above.clone().filter(|label| label.fact() == Some(Fact::Money));
        }
        let mut end = 0;
        for (at, cell) in cells.iter().enumerate() {
            // Blank squares are left out of grids: what stands behind one does not belong to the label before it.
            if cell.column > end && at > 0 {
                self.let_go();
            }
            end = cell.column.saturating_add(cell.columns.max(1));
            match self.part(cell) {
                // A label beside several rows speaks for each of them.
                Some(Part::Label(label, entry)) => {
                    self.let_go();
                    if cell.row == row {
                        self.unit(&label, entry);
                    }
                    let label = Part::Label(label, entry);
                    if at == 0 {
                        self.above = Some(label.clone());
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

    /// The unit of money in the brackets of a label.
    fn unit(&mut self, label: &Label, entry: Entry<'d>) {
        let bracket = label.bracket.as_deref().map(|bracket| bracket.rsplit(':').next().unwrap_or(bracket));
        let bracket = bracket.filter(|unit| money::is_money(unit, Field::embedded()));
        let text = bracket.and_then(|bracket| {
            let start = entry.text.find(bracket)?;
            entry.text.get(start..start + bracket.len())
        });
        self.facts.units.extend(text.map(|text| Said { label: entry.text, entry: Entry { text, ..entry } }));
    }

    fn part(&self, cell: &'d Cell) -> Option<Part<'d>> {
        let text = trimmed(&cell.text);
        if text.is_empty() {
            return None;
        }
        let entry = Entry::of(cell, self.block);
        let label = label(text);
        let is_label = text.chars().count() <= LONGEST && is_label(&label, self.is_purpose()) && !self.awaits_text();
        Some(if is_label { Part::Label(label, entry) } else { Part::Text(entry) })
    }

    /// Whether whatever comes next is the value of the label before it: a project may be called 其他资金.
    fn awaits_text(&self) -> bool {
        use Fact::{Basis, Code, Goals, Note, Org, Project, Purpose};
        matches!(self.last.as_ref().and_then(Part::fact), Some(Project | Code | Org | Purpose | Goals | Basis | Note))
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
                let said = Said { label: over.text, entry };
                match (words.fact(&label), words.fund(&label)) {
                    (Some(fact), _) => self.facts.take(fact, said),
                    (None, Some(fund)) => self.facts.funds.push((fund.to_owned(), said)),
                    (None, None) => self.facts.others.push(said),
                }
            }
            // 某某局 | 单位：元
            before if facts::labelled(entry).is_some() => {
                self.last = before;
                self.let_go();
                self.alone(entry);
            }
            Some(Part::Text(over)) => self.facts.others.push(Said { label: over.text, entry }),
            None => self.last = Some(Part::Text(entry)),
        }
    }

    /// Forgets what nothing stands behind: a label says nothing then, a text stands by itself.
    fn let_go(&mut self) {
        if let Some(Part::Text(entry)) = self.last.take() {
            self.alone(entry);
        }
    }

    /// A text by itself. The heads of columns, which may stand in two rows, need not be told.
    fn alone(&mut self, entry: Entry<'d>) {
        if !facts::line(entry, self.facts) && Words::get().column(entry.text).is_none() {
            self.facts.others.push(Said::alone(entry));
        }
    }
}

/// Whether a text names what stands beside it; of sources of money only one of the usual where it may be a purpose.
fn is_label(label: &Label, may_be_purpose: bool) -> bool {
    let words = Words::get();
    let fund = words.fund(label).filter(|fund| !may_be_purpose || *fund != label.word);
    words.fact(label).is_some() || fund.is_some()
}
