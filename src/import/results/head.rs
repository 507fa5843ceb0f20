//! What stands above and below the indicators: the project, the day, the money, what became of the goals; the total and
//! the grade.

use super::{
    super::{
        document::{Cell, Place},
        form::Entry,
        money,
        words::{Fact, Words, label, trimmed},
    },
    lines::Line,
    said::{Money, Origin, Outcome, Said},
    words::{Word, word},
};
use crate::{field::Field, table::COMPUTED};

/// Reads what stands above the indicators.
pub(super) fn above<'d>(lines: &[Line<'_, 'd>], outcome: &mut Outcome<'d>) {
    outcome.unit = lines.iter().find_map(unit);
    for (at, line) in lines.iter().enumerate() {
        if let Some(text) = line.text {
            paragraph(line, text, outcome);
        }
        for cell in line.own() {
            labelled(lines, at, cell, outcome);
        }
        if line.own().any(|cell| matches!(word(&cell.text), Some(Word::Spent | Word::Adjusted))) {
            let is_grid = money(line, &lines[at + 1..], outcome);
            if !is_grid {
                beside(line, outcome);
            }
        }
    }
}

/// Reads what stands below them; the points of the rows stand in this column.
pub(super) fn below<'d>(lines: &[Line<'_, 'd>], points: Option<usize>, outcome: &mut Outcome<'d>) {
    for line in lines {
        let is_total = line.own().next().is_some_and(|cell| word(&cell.text) == Some(Word::Total));
        let total = points.filter(|_| is_total).and_then(|column| said(line, column));
        outcome.score = outcome.score.take().or(total);
        for cell in line.own().filter(|cell| word(&cell.text) == Some(Word::Grade)) {
            let grade = value(line, cell).map(Said::from);
            outcome.grade = outcome.grade.take().or(grade);
        }
    }
}

/// `项目名称：…`, `截至日期：…`
fn paragraph<'d>(line: &Line<'_, 'd>, text: &'d str, outcome: &mut Outcome<'d>) {
    let Some((before, behind)) = text.split_once([':', '：']) else { return };
    let place = Place { block: line.block, ..Place::default() };
    let said = Said::from(Entry { text: trimmed(behind), place });
    match (Words::get().fact(&label(before)), word(before)) {
        (Some(Fact::Project), _) => name(said, outcome),
        (_, Some(Word::At)) => outcome.at = outcome.at.take().or(Some(said)),
        _ => {}
    }
}

fn name<'d>(said: Said<'d>, outcome: &mut Outcome<'d>) {
    outcome.names.insert(outcome.sure, said);
    outcome.sure += 1;
}

/// What a label says by itself.
fn labelled<'d>(lines: &[Line<'_, 'd>], at: usize, cell: &'d Cell, outcome: &mut Outcome<'d>) {
    let line = &lines[at];
    let said = || value(line, cell).map(Said::from);
    match (Words::get().fact(&label(&cell.text)), word(&cell.text)) {
        (Some(Fact::Project), _) => {
            if let Some(said) = said() {
                name(said, outcome);
            }
        }
        (_, Some(Word::At)) => outcome.at = outcome.at.take().or_else(said),
        (_, Some(Word::Outcome)) => {
            let under = lines.get(at + cell.rows).filter(|under| under.block == line.block);
            let under = under.and_then(|under| Some(under.entry(under.at(cell.column)?)));
            let said = under.filter(|entry| !is_label(entry.text)).or_else(|| value(line, cell));
            outcome.goals.extend(said.map(Said::from));
        }
        _ => {}
    }
}

/// What stands right behind a label, unless that is a label itself.
fn value<'d>(line: &Line<'_, 'd>, cell: &Cell) -> Option<Entry<'d>> {
    let entry = line.entry(line.beside(cell)?);
    (!is_label(entry.text) && !Words::get().is_blank(entry.text)).then_some(entry)
}

fn is_label(text: &str) -> bool {
    let fact = Words::get().fact(&label(text));
    word(text).is_some() || matches!(fact, Some(Fact::Total | Fact::Money | Fact::Project | Fact::Goals))
}

/// The unit of money that a line says: in the brackets of a label, or behind 单位.
fn unit<'d>(line: &Line<'_, 'd>) -> Option<Said<'d>> {
    let behind = |text: &'d str| {
        let (before, unit) = text.split_once([':', '：'])?;
        (Words::get().fact(&label(before)) == Some(Fact::Unit)).then_some(trimmed(unit))
    };
    if let Some(unit) = line.text.and_then(behind).filter(|unit| is_money(unit)) {
        return Some(Entry { text: unit, place: Place { block: line.block, ..Place::default() } }.into());
    }
    line.own().find_map(|cell| {
        let entry = line.entry(cell);
        let bracket = label(entry.text).bracket.filter(|bracket| is_money(bracket));
        let own = bracket.or_else(|| behind(entry.text).filter(|unit| is_money(unit)).map(str::to_owned));
        own.map(|unit| Said { text: unit.into(), origin: Origin::Cell(entry) })
    })
}

fn is_money(unit: &str) -> bool {
    money::is_money(unit, Field::embedded())
}

/// Money by its sources, below the names of its columns. Answers whether there is any.
fn money<'d>(names: &Line<'_, 'd>, below: &[Line<'_, 'd>], outcome: &mut Outcome<'d>) -> bool {
    let column = |wanted| {
        let named = names.own().filter(|cell| word_of(cell, outcome) == Some(wanted));
        named.min_by_key(|cell| is_of_months(cell) != outcome.until.is_some()).map(|cell| cell.column)
    };
    let [adjusted, spent, expected] = [Word::Adjusted, Word::Spent, Word::Expected].map(column);
    let [rate, points] = [Word::Rate, Word::Points].map(column);
    let mut any = false;
    for line in below.iter().take_while(|line| line.block == names.block) {
        let Some((name, is_total)) = line.own().find_map(|cell| Some((cell, source(&cell.text)?))) else { break };
        any = true;
        let said = |column: Option<usize>| said(line, column?);
        let Outcome { budget, spent: paid, forecast, .. } = &mut *outcome;
        for (money, column) in [(budget, adjusted), (paid, spent), (forecast, expected)] {
            take(money, line.entry(name), is_total, said(column).filter(|said| !said.text.ends_with(COMPUTED)));
        }
        if is_total {
            outcome.rate = outcome.rate.take().or_else(|| said(rate));
            outcome.points = outcome.points.take().or_else(|| said(points));
        }
    }
    any
}

/// What a cell says as a label of money; none of a part of the year where the results are not known to be of one.
fn word_of(cell: &Cell, outcome: &Outcome<'_>) -> Option<Word> {
    let is_of_part = outcome.until.is_some() || outcome.at.is_some();
    word(&cell.text).filter(|_| is_of_part || !is_of_months(cell))
}

/// Whether a label names months: 1-7月执行数.
fn is_of_months(cell: &Cell) -> bool {
    Words::months(&cell.text).is_some()
}

/// What a line says in a column.
fn said<'d>(line: &Line<'_, 'd>, column: usize) -> Option<Said<'d>> {
    let entry = line.entry(line.at(column)?);
    (!Words::get().is_blank(entry.text)).then(|| Said::from(entry))
}

/// Whether a label is that of all the money, or else that of a source of it.
fn source(text: &str) -> Option<bool> {
    let (words, label) = (Words::get(), label(text));
    match words.fact(&label) {
        Some(Fact::Total) => Some(true),
        Some(_) => None,
        None if word(text) == Some(Word::Total) => Some(true),
        None => words.fund(&label).is_some().then_some(false),
    }
}

fn take<'d>(money: &mut Money<'d>, name: Entry<'d>, is_total: bool, amount: Option<Said<'d>>) {
    match amount {
        Some(amount) if is_total => money.total = money.total.take().or(Some(amount)),
        Some(amount) => money.parts.push((name.into(), amount)),
        None => {}
    }
}

/// Money behind its labels.
fn beside<'d>(line: &Line<'_, 'd>, outcome: &mut Outcome<'d>) {
    for cell in line.own() {
        let said = || value(line, cell).map(Said::from);
        match word_of(cell, outcome) {
            Some(Word::Adjusted) => outcome.budget.total = outcome.budget.total.take().or_else(said),
            Some(Word::Spent) => outcome.spent.total = outcome.spent.total.take().or_else(said),
            Some(Word::Expected) => outcome.forecast.total = outcome.forecast.total.take().or_else(said),
            Some(Word::Rate) => outcome.rate = outcome.rate.take().or_else(said),
            _ => {}
        }
    }
}
