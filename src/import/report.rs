//! What an import did, in numbers, and what a reader of its result should look at, each at its cell.

use std::collections::BTreeMap;

use foldhash::HashSet;

use super::{
    document::{Block, Document, Place},
    facts::Said,
    filing::Filing,
    form::{Entry, Form, Found, Lack},
    indicators::indicator_name,
    money, project,
    source::{Slot, Source, Writing},
    words::{Words, trimmed},
};
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Text},
    field::Field,
    source::{Range, Sources, Span},
};

/// What was read, kept and passed over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// How many forms became projects.
    pub tables: usize,
    /// How many rows became indicators.
    pub rows: usize,
    /// How many cells of the document hold something.
    pub cells: usize,
    /// How many values are kept as the text of their cells.
    pub texts: usize,
    /// How many cells stand in comments, for no statement has a place for them.
    pub comments: usize,
    /// How many rates are left out, for they follow from the money beside them.
    pub computed: usize,
    /// How many tables do not say their budget year.
    pub without_year: usize,
    /// The grids without indicators, by the names of their places.
    pub passed_over: Vec<String>,
    /// Rows that are no indicators: each with the name of its place and its texts.
    pub skipped: Vec<(String, String)>,
    /// How many paragraphs outside of the tables stand in comments, for they say nothing that was read.
    pub remarks: usize,
    /// How many other paragraphs say nothing that was read.
    pub unread: usize,
}

/// The document as findings name its places: `results.xlsx!Sheet1!D7`.
pub(super) struct Places<'d> {
    name: &'d str,
    document: &'d Document,
    /// How many grids stand before each block.
    before: Vec<usize>,
    pub sources: Sources,
}

impl<'d> Places<'d> {
    pub fn new(name: &'d str, document: &'d Document) -> Self {
        let is_grid = |block: &Block| usize::from(matches!(block, Block::Grid(_)));
        let before = document.blocks.iter().scan(0, |count, block| {
            *count += is_grid(block);
            Some(*count - is_grid(block))
        });
        Self { name, document, before: before.collect(), sources: Sources::default() }
    }

    /// The name of the document.
    pub fn document(&self) -> &str {
        self.name
    }

    /// The name of a place: that of the file, of the sheet or the number of the table, and of the cell.
    pub fn name(&self, place: Place) -> String {
        let cell = format!("{}{}", letters(place.column), place.row + 1);
        match self.document.blocks.get(place.block) {
            Some(Block::Grid(_)) => format!("{}!{cell}", self.grid(place.block)),
            _ => self.name.to_owned(),
        }
    }

    /// The name of a grid.
    pub fn grid(&self, block: usize) -> String {
        match self.document.blocks.get(block) {
            Some(Block::Grid(grid)) => match &grid.name {
                Some(sheet) => format!("{}!{sheet}", self.name),
                None => format!("{}!{}", self.name, self.before.get(block).map_or(1, |before| before + 1)),
            },
            _ => self.name.to_owned(),
        }
    }

    /// The text of a cell as a source of its own, and the whole of it as a place.
    pub fn span(&mut self, entry: Entry<'_>) -> Span {
        let name = self.name(entry.place);
        let file = self.sources.add(crate::source::Source::new(name, entry.text));
        Range::new(0, entry.text.len() as u32).of(file)
    }
}

/// `A` … `Z`, `AA` …, as spreadsheets call their columns.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// What a reader should look at.
pub(super) fn findings(
    found: &Found<'_>,
    filing: &Filing<'_>,
    source: &Source<'_>,
    field: &Field,
    places: &mut Places<'_>,
) -> Findings {
    let mut findings = Findings::default();
    for slot in &source.slots {
        findings.report_if(value(slot, places));
        if let Some(unit) = slot.value.conflict {
            let span = places.span(unit);
            let finding =
                Diagnostic::new(Code::UnitConflict, span).with("one", slot.value.entry.text).with("other", unit.text);
            findings.report(finding.also(1, places.span(slot.value.entry)));
        }
    }
    names(found, places, &mut findings);
    amounts(found, source, field, places, &mut findings);
    categories(found, filing, places, &mut findings);
    shown_otherwise(found, places, &mut findings);
    for entry in &source.comments {
        findings.report(Diagnostic::new(Code::NoPlace, places.span(*entry)).with("text", entry.text));
    }
    findings
}

/// A value that is kept as text.
fn value(slot: &Slot<'_>, places: &mut Places<'_>) -> Option<Diagnostic> {
    let is_number = slot.value.cell.contains(|c: char| c.is_numeric());
    let is_text = slot.writing == Writing::Text && !Words::get().is_blank(&slot.value.cell);
    (is_number && is_text).then(|| {
        let span = places.span(slot.value.entry);
        Diagnostic::new(Code::KeptAsText, span).with("text", &*slot.value.cell)
    })
}

/// Names that were made, for the document has none that can be used.
fn names(found: &Found<'_>, places: &mut Places<'_>, findings: &mut Findings) {
    let mut report = |entry: Entry<'_>, reason: Text, name: &str| {
        let finding = Diagnostic::new(Code::NameMade, places.span(entry));
        findings.report(finding.with("reason", reason).with("name", name));
    };
    for form in &found.forms {
        if let Some((lack, entry)) = form.name.made {
            report(entry, lack.reason(), &form.name.text);
        }
        for row in form.rows.iter().filter(|row| row.nameless > 0) {
            report(row.begin(), NO_INDICATOR, &indicator_name(row));
        }
    }
}

/// Why an indicator has a name that was made.
const NO_INDICATOR: Text = Text { zh: "这一行没有写指标名称", en: "the row does not name its indicator" };

impl Lack {
    fn reason(self) -> Text {
        match self {
            Self::NoName => Text { zh: "没有写项目名称", en: "the project has no name" },
            Self::Taken => Text { zh: "前面已有同名的项目", en: "a project above has the same name" },
        }
    }
}

/// Money without a unit, and units that contradict each other.
fn amounts(found: &Found<'_>, source: &Source<'_>, field: &Field, places: &mut Places<'_>, findings: &mut Findings) {
    for entry in &source.bare_money {
        findings.report(Diagnostic::new(Code::NoMoneyUnit, places.span(*entry)).with("text", entry.text));
    }
    for form in &found.forms {
        let is_money = |entry: &Entry<'_>| money::is_money(entry.text, field);
        let units: Vec<Entry<'_>> = form.facts.units.iter().map(|said| said.entry).filter(is_money).collect();
        let Some(first) = units.first() else { continue };
        let scale = |entry: &Entry<'_>| field.units.find(entry.text).map(|unit| unit.scale);
        if let Some(other) = units.iter().find(|unit| scale(unit) != scale(first)) {
            let span = places.span(*other);
            let finding = Diagnostic::new(Code::UnitConflict, span).with("one", first.text).with("other", other.text);
            findings.report(finding.also(1, places.span(*first)));
        }
    }
}

/// Categories that the standard does not have, the first row of each.
fn categories(found: &Found<'_>, filing: &Filing<'_>, places: &mut Places<'_>, findings: &mut Findings) {
    let mut told: HashSet<(&str, &str)> = HashSet::default();
    for row in found.forms.iter().flat_map(|form| &form.rows) {
        let key = (row.level1.text, row.level2.text);
        if filing.is_known(row) || !told.insert(key) {
            continue;
        }
        let entry = [row.level2, row.level1, row.name].into_iter().find(|entry| !entry.text.is_empty());
        let Some(entry) = entry else { continue };
        let is_missing = row.level2.text.is_empty();
        let finding =
            Diagnostic::new(if is_missing { Code::NoCategory } else { Code::LocalCategory }, places.span(entry));
        findings
            .report(finding.with("text", entry.text).with("standard", filing.base()).with("word", filing.shown(row)));
    }
}

/// Cells of forms that show other numbers than they hold, for what they show was taken.
fn shown_otherwise<'d>(found: &Found<'d>, places: &mut Places<'_>, findings: &mut Findings) {
    let document = places.document;
    let held = |entry: Entry<'d>| Some((entry.place, (entry, document.cell(entry.place)?.held.as_deref()?)));
    // What was read twice is told once.
    let cells: BTreeMap<_, _> = found.forms.iter().flat_map(Form::entries).filter_map(held).collect();
    for (entry, held) in cells.into_values() {
        let finding = Diagnostic::new(Code::ShownOtherwise, places.span(entry));
        findings.report(finding.with("shown", entry.text).with("held", held));
    }
}

/// The numbers.
pub(super) fn summary(document: &Document, found: &Found<'_>, source: &Source<'_>, places: &Places<'_>) -> Summary {
    let cells = document.blocks.iter().map(|block| match block {
        Block::Grid(grid) => grid.cells.iter().filter(|cell| !trimmed(&cell.text).is_empty()).count(),
        Block::Paragraph(_) => 0,
    });
    let is_text = |slot: &&Slot<'_>| slot.writing == Writing::Text;
    Summary {
        tables: found.forms.len(),
        rows: found.forms.iter().map(|form| form.rows.len()).sum(),
        cells: cells.sum(),
        texts: source.slots.iter().filter(is_text).count(),
        comments: source.comments.len(),
        computed: found.forms.iter().map(|form| form.facts.computed.len()).sum(),
        without_year: found.forms.iter().filter(|form| project::year_of(&form.facts).is_none()).count(),
        passed_over: found.passed_over.iter().map(|block| places.grid(*block)).collect(),
        skipped: found.skipped.iter().map(|(place, texts)| (places.name(*place), texts.clone())).collect(),
        remarks: blocks(remarks(found), document).len(),
        unread: unread(document, found),
    }
}

/// The lines that became comments.
fn remarks<'f, 'd: 'f>(found: &'f Found<'d>) -> impl Iterator<Item = Said<'d>> {
    found.forms.iter().flat_map(|form| &form.before).chain(&found.after).copied()
}

/// The paragraphs in which something is said.
fn blocks<'d>(said: impl Iterator<Item = Said<'d>>, document: &Document) -> HashSet<usize> {
    let blocks = said.map(|said| said.entry.place.block);
    blocks.filter(|block| matches!(document.blocks.get(*block), Some(Block::Paragraph(_)))).collect()
}

/// How many paragraphs say nothing that was read.
fn unread(document: &Document, found: &Found<'_>) -> usize {
    let facts = found.forms.iter().flat_map(|form| form.facts.all_said());
    let between = found.forms.iter().flat_map(|form| form.remarks.iter().map(|(_, said)| *said));
    let read = blocks(facts.chain(between).chain(remarks(found)), document);
    document.blocks.iter().filter(|block| matches!(block, Block::Paragraph(_))).count() - read.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
