//! Forms of monitoring, which tell how things stand on a day of the year. Where that day is known, what they tell are the
//! results of that day; else it could be taken for those of the year, and is kept beside the targets.

use super::{
    facts::{Facts, Sums},
    form::{Entry, Form, Row},
    months::Months,
    project::year_of,
    words::{Column, Fact, Words},
};
use crate::table::COMPUTED;

/// Takes what was achieved in a part of the year for results where its last day is known: the year is the one that the
/// user says, or else the form's.
pub(super) fn settle(form: &mut Form<'_>, year: Option<i16>) {
    let year = year.or_else(|| year_of(&form.facts));
    let part = form.part();
    form.day = part.and_then(|(months, _)| months.end(year?));
    form.facts.forecast.drop_computed();
    form.rows.iter_mut().for_each(Row::drop_computed);
    if form.day.is_some() {
        form.facts.take_progress();
        form.rows.iter_mut().for_each(Row::take_progress);
    } else {
        form.facts.let_go_of_progress(part.is_some());
        form.rows.iter_mut().for_each(Row::let_go_of_progress);
    }
}

impl<'d> Form<'d> {
    /// The part of the year that its results are of; none where it has those of the year, perhaps beside them.
    pub fn part(&self) -> Option<(Months, Entry<'d>)> {
        let is_of_year = || self.rows.iter().any(|row| row.get(Column::Actual).is_some());
        let has_both = || !self.facts.spent.is_empty() && !self.facts.progress.is_empty();
        self.until.filter(|_| !is_of_year() && !has_both())
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
    /// 执行数 beside 1-7月执行情况 is what was spent by then, as 1-7月执行数 is.
    fn take_progress(&mut self) {
        if self.spent.is_empty() {
            self.spent = std::mem::take(&mut self.progress);
        }
    }

    /// Keeps beside the budget what was spent in a part of the year, of which all that is said may be.
    fn let_go_of_progress(&mut self, is_of_part: bool) {
        let spent = if is_of_part { std::mem::take(&mut self.spent) } else { Sums::default() };
        for sums in [spent, std::mem::take(&mut self.progress), std::mem::take(&mut self.forecast)] {
            self.others.extend(sums.all());
        }
        let is_of_results = |fact| matches!(fact, Fact::Outcome | Fact::Rate | Fact::Points);
        if is_of_part {
            let known = self.known.extract_if(.., |(fact, _)| is_of_results(*fact));
            self.others.extend(known.map(|(_, said)| said));
            self.others.append(&mut self.computed);
            self.others.extend(std::mem::take(&mut self.adjusted).all());
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
