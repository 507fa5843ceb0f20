//! What stands above the indicators: the title, the budget unit, labels with the facts beside them.

use std::ops::Range;

use super::{
    document::Cell,
    form::{Entry, Place},
    money,
    squares::Squares,
    words::{Fact, Label, Words, label, trimmed},
};
use crate::field::Field;

/// What a form says of its project.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts<'d> {
    /// The line that is the title.
    pub title: Option<Entry<'d>>,
    /// The name of the sheet that it stands on.
    pub sheet: Option<Entry<'d>>,
    /// The facts beside labels that are known, in their order.
    pub known: Vec<(Fact, Said<'d>)>,
    /// Money by its funds, each an id of a standard or a name.
    pub funds: Vec<(String, Said<'d>)>,
    /// Units of money, from the line above the form or from the label of the money.
    pub units: Vec<Said<'d>>,
    /// What stands beside other labels.
    pub others: Vec<Said<'d>>,
}

/// A text and the label beside it, which is empty where it stands by itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said<'d> {
    pub label: &'d str,
    pub entry: Entry<'d>,
}

impl<'d> Said<'d> {
    /// Of a text that stands by itself.
    fn alone(entry: Entry<'d>) -> Self {
        Self { label: "", entry }
    }

    /// Whether there is a text, and not just a sign that there is none.
    pub fn says_something(&self) -> bool {
        !Words::get().is_blank(self.entry.text)
    }
}

impl<'d> Facts<'d> {
    /// What is said first of a fact.
    pub fn first(&self, fact: Fact) -> Option<Entry<'d>> {
        self.all(fact).next().map(|said| said.entry)
    }

    /// What is said of a fact besides, where it is something else.
    pub fn besides(&self, fact: Fact) -> impl Iterator<Item = Said<'d>> {
        let first = self.first(fact).map(|entry| entry.text);
        self.all(fact).filter(move |said| Some(said.entry.text) != first)
    }

    /// All that is said of a fact.
    pub fn all(&self, fact: Fact) -> impl Iterator<Item = Said<'d>> {
        let said = self.known.iter().filter(move |(known, _)| *known == fact).map(|(_, said)| *said);
        said.filter(Said::says_something)
    }
}

/// Takes in a line that stands by itself: a title, `610101某单位`, `单位：元`, `（2026年度）`.
pub(super) fn line<'d>(entry: Entry<'d>, facts: &mut Facts<'d>) {
    let words = Words::get();
    if let Some((_, bracket)) = words.titled(entry.text) {
        // A title begins another form: what was said before it belongs to none.
        let year = year(bracket).map(|_| (Fact::Year, Said::alone(Entry { text: bracket, ..entry })));
        *facts = Facts { title: Some(entry), known: year.into_iter().collect(), ..Facts::default() };
    } else if let Some((before, value)) = entry.text.split_once([':', '：']) {
        let said = Said { label: trimmed(before), entry: Entry { text: trimmed(value), ..entry } };
        match words.fact(&label(before)) {
            Some(Fact::Unit) => facts.units.push(said),
            Some(fact) => facts.known.push((fact, said)),
            None => {}
        }
    } else if is_org(entry.text) {
        facts.known.push((Fact::Org, Said::alone(entry)));
    } else if year(entry.text).is_some() {
        facts.known.push((Fact::Year, Said::alone(entry)));
    }
}

/// Whether a text is a code and the name of a unit: `610101天津市滨海新区知识产权局`.
fn is_org(text: &str) -> bool {
    let text = text.trim_start_matches(['[', '［', '【']);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let name = text[digits..].trim_start_matches(|c: char| !c.is_alphabetic());
    (3..=12).contains(&digits) && name.chars().count() >= 3 && !name.contains(['年', '，', '。'])
}

/// `（2026年度）`, `2026年`
pub(super) fn year(text: &str) -> Option<i16> {
    let inner = trimmed(text).trim_matches(['(', ')', '（', '）', '[', ']', '〔', '〕']);
    let digits = inner.strip_suffix("年度").or_else(|| inner.strip_suffix('年')).unwrap_or(inner);
    digits.trim().parse().ok().filter(|year| (1990..=2100).contains(year))
}

/// Whether a row begins the next form, below the indicators of another.
pub(super) fn begins_form(cells: &[&Cell]) -> bool {
    let words = Words::get();
    let mut texts = cells.iter().map(|cell| trimmed(&cell.text)).filter(|text| !text.is_empty());
    let Some(first) = texts.next() else { return false };
    words.fact(&label(first)) == Some(Fact::Project) || (texts.next().is_none() && words.is_title(first))
}

/// Takes in rows of labels and facts.
pub(super) fn grid<'d>(block: usize, squares: &Squares<'d>, rows: Range<usize>, facts: &mut Facts<'d>) {
    let mut reader = Reader { block, squares, facts, last: None, above: None, is_alone: false };
    for row in rows {
        reader.row(row);
    }
}

/// What a cell is beside others.
enum Part<'d> {
    Label(Label, Entry<'d>),
    Value(Entry<'d>),
}

struct Reader<'r, 'd> {
    block: usize,
    squares: &'r Squares<'d>,
    facts: &'r mut Facts<'d>,
    /// The label that the next value belongs to.
    last: Option<(Label, Entry<'d>)>,
    /// The label that begins the rows above, whose cell may reach down where it is blank below.
    above: Option<(Label, Entry<'d>)>,
    /// Whether the row at hand has but one cell that says something.
    is_alone: bool,
}

impl<'d> Reader<'_, 'd> {
    fn row(&mut self, row: usize) {
        let cells = self.squares.row(row);
        let own = cells.iter().filter(|cell| cell.row == row && !trimmed(&cell.text).is_empty()).count();
        self.is_alone = own == 1;
        self.last = None;
        let begins_blank = cells.first().is_none_or(|cell| cell.column > 0 || trimmed(&cell.text).is_empty());
        if begins_blank && self.is_alone {
            self.last = self.above.clone().filter(|(label, _)| Words::get().fact(label) == Some(Fact::Money));
        }
        let mut end = 0;
        for (at, cell) in cells.iter().enumerate() {
            // Blank squares are left out of grids: what stands behind one does not belong to the label before it.
            self.last = self.last.take().filter(|_| cell.column <= end || at == 0);
            end = cell.column.saturating_add(cell.columns.max(1));
            match self.part(cell) {
                // A label beside several rows speaks for each of them.
                Some(Part::Label(label, entry)) => {
                    if cell.row == row {
                        self.unit(&label, entry);
                    }
                    if at == 0 {
                        self.above = Some((label.clone(), entry));
                    }
                    self.last = Some((label, entry));
                }
                Some(Part::Value(entry)) if cell.row == row => self.value(entry),
                // A blank cell is what its label says: nothing.
                None if cell.row == row && at > 0 => self.last = None,
                Some(Part::Value(_)) | None => {}
            }
        }
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
        let place = Place { block: self.block, row: cell.row, column: cell.column };
        let entry = Entry { text, place };
        let label = label(text);
        let is_label = text.chars().count() <= 30 && is_label(&label, self.is_purpose()) && !self.awaits_text();
        Some(if is_label { Part::Label(label, entry) } else { Part::Value(entry) })
    }

    /// Whether whatever comes next is the value of the label before it: a project may be called 其他资金.
    fn awaits_text(&self) -> bool {
        let fact = self.last.as_ref().and_then(|(label, _)| Words::get().fact(label));
        use Fact::{Basis, Code, Goals, Note, Org, Project, Purpose};
        matches!(fact, Some(Project | Code | Org | Purpose | Goals | Basis | Note))
    }

    /// Whether a text that comes next alone in its row most likely says what the money is for.
    fn is_purpose(&self) -> bool {
        let fact = self.last.as_ref().and_then(|(label, _)| Words::get().fact(label));
        fact == Some(Fact::Money) && self.is_alone
    }

    fn value(&mut self, entry: Entry<'d>) {
        let words = Words::get();
        let Some((label, over)) = self.last.take() else {
            // What stands beside nothing names what stands behind it, or is a line of its own.
            return if self.is_alone { line(entry, self.facts) } else { self.last = Some((label(entry.text), entry)) };
        };
        let said = Said { label: over.text, entry };
        match words.fact(&label) {
            Some(Fact::Unit) => self.facts.units.push(said),
            Some(Fact::Money) => self.facts.known.push((Fact::Purpose, said)),
            Some(fact) => self.facts.known.push((fact, said)),
            None => match words.fund(&label) {
                Some(fund) => self.facts.funds.push((fund.to_owned(), said)),
                None => self.facts.others.push(said),
            },
        }
    }
}

/// Whether a text names what stands beside it; of sources of money only one of the usual where it may be a purpose.
fn is_label(label: &Label, may_be_purpose: bool) -> bool {
    let words = Words::get();
    let fund = words.fund(label).filter(|fund| !may_be_purpose || *fund != label.word);
    words.fact(label).is_some() || fund.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        assert!(is_org("610101天津市滨海新区知识产权局"));
        assert!(is_org("[042]六安市金安区体育局"));
        assert!(is_org("776001-扎赉特旗人民检察院"));
        assert!(!is_org("2026年某项目"));
        assert!(!is_org("12家"));
        assert_eq!(year("（2026年度）"), Some(2026));
        assert_eq!(year("2026年"), Some(2026));
        assert_eq!(year("2026年某项目"), None);
    }
}
