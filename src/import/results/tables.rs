//! Results in tables: rows of indicators below the names of their columns, with what stands above and below them.

use super::{
    super::{
        document::Document,
        facts, filing, finder,
        form::{self, Entry, Form},
        indicators::indicator_name,
        project::year_of,
        words::{Column, Fact, Words},
    },
    head,
    lines::{Line, lines, squares},
    said::{Origin, Outcome, Row, Said},
    words::{Word, word},
};
use crate::table::{COMPUTED, fill_in::KEY};

/// What tables say of results, a table each.
pub(super) fn outcomes(document: &Document) -> Vec<Outcome<'_>> {
    let squares = squares(document);
    let (lines, starts) = lines(document, &squares);
    let forms = finder::find(document).forms;
    let extents: Vec<(usize, usize)> = forms.iter().map(|form| extent(form, &starts)).collect();
    let mut outcomes = Vec::new();
    let mut above = 0;
    for (at, (form, &(first, last))) in forms.iter().zip(&extents).enumerate() {
        let next = extents.get(at + 1).map_or(lines.len(), |next| next.0);
        let behind = lines.get(last + 1..next).unwrap_or_default();
        let block = lines.get(last).map(|line| line.block);
        let foot = behind.iter().take_while(|line| Some(line.block) == block && !begins_form(line)).count();
        let mut outcome = outcome(form);
        head::above(lines.get(above..first).unwrap_or_default(), &mut outcome);
        head::below(&behind[..foot], points(form), &mut outcome);
        add_names(form, &mut outcome);
        outcomes.push(outcome);
        // What no form begins may stand above the next one as well as below this.
        above = last + 1 + if behind.iter().any(begins_form) { foot } else { 0 };
    }
    outcomes
}

fn begins_form(line: &Line<'_, '_>) -> bool {
    line.text.is_none() && facts::begins_form(line.cells)
}

/// The first and the last line of the rows of a form.
fn extent(form: &Form<'_>, starts: &[usize]) -> (usize, usize) {
    let row = |row: &form::Row<'_>| {
        let cells = [Column::Actual, Column::Progress, Column::Value].into_iter().filter_map(|column| row.get(column));
        let place = cells.map(|entry| entry.place).max().unwrap_or(row.name.place).max(row.name.place);
        starts.get(place.block).map_or(0, |start| start + place.row)
    };
    let rows = (form.rows.first().map_or(0, row), form.rows.last().map_or(0, row));
    (rows.0, rows.1.max(rows.0))
}

/// The column of the points.
fn points(form: &Form<'_>) -> Option<usize> {
    form.rows.iter().find_map(|row| row.get(Column::Score)).map(|entry| entry.place.column)
}

fn outcome<'d>(form: &Form<'d>) -> Outcome<'d> {
    let begin = form.rows.first().map(|row| row.name).unwrap_or_default();
    let mut outcome = Outcome::new(Origin::Cell(begin));
    (outcome.until, outcome.year) = (form.part(), year_of(&form.facts));
    let achieved = if outcome.until.is_some() { Column::Progress } else { Column::Actual };
    for read in &form.rows {
        let mut row = row(read, achieved);
        // A cell over several rows is told in the first of them.
        row.project = row.project.or_else(|| outcome.rows.last()?.project.clone());
        outcome.rows.push(row);
    }
    outcome
}

/// What the form may be called, where nothing beside a label says it.
fn add_names<'d>(form: &Form<'d>, outcome: &mut Outcome<'d>) {
    let facts = &form.facts;
    if let Some(entry) = facts.first(Fact::Project).filter(|_| outcome.sure == 0) {
        outcome.names.insert(0, entry.into());
        outcome.sure = 1;
    }
    let title = facts.title.and_then(|title| Some(Entry { text: Words::get().titled(title.text)?.0, ..title }));
    outcome.names.extend(title.into_iter().chain(facts.sheet).map(Said::from));
}

/// What a row says, of which this column holds what was achieved.
fn row<'d>(read: &form::Row<'d>, achieved: Column) -> Row<'d> {
    let get = |column| read.get(column).map(Said::from);
    let other = |wanted: &dyn Fn(&str) -> bool| {
        read.others.iter().find(|(over, _)| wanted(over)).map(|(_, entry)| Said::from(*entry))
    };
    let over = |wanted: Word| other(&|text| word(text) == Some(wanted));
    let key = other(&|text| text == KEY);
    let is_ours = key.is_some();
    // A row without a name is known by what it says.
    let begin = [achieved, Column::Score, Column::Reason].into_iter().find_map(|column| read.get(column));
    let begin = if read.name.text.is_empty() { begin.unwrap_or(read.name) } else { read.name };
    let named = |entry: Entry<'d>| {
        // Our own sheets do not number the names.
        let name = || if is_ours { entry.text.into() } else { indicator_name(read).into() };
        (!entry.text.is_empty()).then(|| Said { text: name(), origin: Origin::Cell(entry) })
    };
    let level2 = || Some(Said { text: filing::plain(read.level2.text).into(), origin: Origin::Cell(read.level2) });
    Row {
        project: over(Word::Project),
        category: key.or_else(|| over(Word::Category)).or_else(level2),
        name: named(read.name),
        label: over(Word::Label),
        value: get(achieved),
        unit: get(Column::Unit),
        // What a form of ours has computed nobody has said.
        forecast: get(Column::Forecast).filter(|said| !said.text.ends_with(COMPUTED)),
        likelihood: get(Column::Likelihood),
        score: get(Column::Score),
        reason: read.reason().map(|(entry, text)| Said { text, origin: Origin::Cell(entry) }),
        note: get(Column::Note),
        target: get(Column::Value).filter(|_| is_ours),
        is_ours,
        ..Row::new(Origin::Cell(begin))
    }
}
