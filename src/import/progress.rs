//! Forms of monitoring, which tell how things stand on a day of the year. Where that day is known, what they tell are the
//! results of that day; else it could be taken for those of the year, and is kept beside the targets.

use super::{
    facts::{Facts, Sums},
    form::{Form, Row},
    project::year_of,
    words::{Column, Words},
};
use crate::table::COMPUTED;

/// Takes what was achieved in a part of the year for results where its last day is known: the year is the one that the
/// user says, or else the form's.
pub(super) fn settle(form: &mut Form<'_>, year: Option<i16>) {
    let year = year.or_else(|| year_of(&form.facts));
    let is_of_year = !form.facts.spent.is_empty() || form.rows.iter().any(|row| row.get(Column::Actual).is_some());
    form.day = form.until.filter(|_| !is_of_year).and_then(|(months, _)| months.end(year?));
    form.facts.forecast.drop_computed();
    form.rows.iter_mut().for_each(Row::drop_computed);
    if form.day.is_some() {
        form.facts.spent = std::mem::take(&mut form.facts.progress);
        form.rows.iter_mut().for_each(Row::take_progress);
    } else {
        form.facts.let_go_of_progress();
        form.rows.iter_mut().for_each(Row::let_go_of_progress);
    }
}

impl Sums<'_> {
    /// Forgets what a form of ours has computed, for nobody has said it.
    fn drop_computed(&mut self) {
        self.totals.retain(|said| !said.entry.text.ends_with(COMPUTED));
        self.parts.retain(|(_, said)| !said.entry.text.ends_with(COMPUTED));
    }
}

impl Facts<'_> {
    fn let_go_of_progress(&mut self) {
        for sums in [std::mem::take(&mut self.progress), std::mem::take(&mut self.forecast)] {
            self.others.extend(sums.all());
        }
        self.others.sort_by_key(|said| said.entry.place);
    }
}

impl Row<'_> {
    fn drop_computed(&mut self) {
        self.cells.retain(|(column, entry)| *column != Column::Forecast || !entry.text.ends_with(COMPUTED));
    }

    fn take_progress(&mut self) {
        let progress = self.cells.iter_mut().filter(|(column, _)| *column == Column::Progress);
        progress.for_each(|(column, _)| *column = Column::Actual);
    }

    fn let_go_of_progress(&mut self) {
        let is_progress = |column| matches!(column, Column::Progress | Column::Forecast | Column::Likelihood);
        let cells = self.cells.extract_if(.., |(column, _)| is_progress(*column));
        self.others.extend(cells.map(|(column, entry)| (Words::get().name(column), entry)));
    }
}
