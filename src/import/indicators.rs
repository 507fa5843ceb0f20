//! The rows of a form, as indicators and as what was achieved of them.

use foldhash::{HashMap, HashSet};

use super::{
    facts::{Facts, Said},
    form::{Entry, Form, Row},
    money::{self, Money},
    project,
    source::{Role, Writer},
    total::Total,
    value::{self, labelled, one_line},
    words::{Column, Fact, Words, trimmed},
};
use crate::{diagnostic::Lang, field::is_same_name, syntax::quoted, words::Keyword};

/// What an indicator is called that has no name.
const NAMELESS: &str = "未命名指标";

impl<'d> Writer<'_, '_, 'd> {
    /// An indicator. A description that repeats its name is what the form prints where there is none; where other rows have
    /// one of their own, it is what the author wrote.
    pub fn row(&mut self, row: &Row<'d>, are_described: bool) {
        let (filing, standard) = (self.plan.filing, self.plan.standard);
        self.source.text.extend([filing.word(row), " ", &quoted(&indicator_name(row)), " "]);
        let target = value::target(row, standard);
        let unsaid = value::unsaid(row, &target);
        self.slot(target, Role::Target);
        let unread = row.get(Column::Weight).filter(|weight| !self.weight(weight.text));
        let block = self.open();
        if let Some(weight) = unread {
            self.comment(Said::beside(Words::get().name(Column::Weight), weight));
        }
        let description = row.get(Column::Description).map(|entry| one_line(entry.text));
        if let Some(description) = description.filter(|text| are_described || *text != indicator_name(row)) {
            self.text_line(Keyword::Describe, &description);
        }
        let others = [
            (Column::Baseline, Keyword::Baseline),
            (Column::Total, Keyword::Total),
            (Column::Stretch, Keyword::Stretch),
        ];
        for (column, keyword) in others {
            if let Some(entry) = row.get(column) {
                self.source.text.extend([keyword.spelling(Lang::Zh), " "]);
                self.slot(value::other(entry, row.get(Column::Unit), standard), Role::Other);
                self.source.text.push('\n');
            }
        }
        for (column, keyword) in [(Column::Source, Keyword::Source), (Column::Basis, Keyword::Basis)] {
            if let Some(entry) = row.get(column) {
                self.text_line(keyword, entry.text);
            }
        }
        self.note(row, &unsaid);
        self.close(block);
    }

    /// The remark, what the value does not say of the cells beside it, and what stands in columns that are not known.
    fn note(&mut self, row: &Row<'d>, unsaid: &[(Column, Entry<'d>)]) {
        let own = row.get(Column::Note).filter(|_| !row.has_results()).map(|entry| one_line(entry.text));
        let unsaid = unsaid.iter().map(|(column, entry)| labelled(Words::get().name(*column), entry.text));
        let reason = row.reason().filter(|_| !row.has_results());
        let reason = reason.map(|(_, text)| labelled(Words::get().name(Column::Reason), &text));
        let others = row.others.iter().map(|(over, entry)| labelled(over, entry.text));
        let parts: Vec<String> = own.into_iter().chain(unsaid).chain(reason).chain(others).collect();
        if !parts.is_empty() {
            self.text_line(Keyword::Note, &parts.join("；"));
        }
    }

    /// Writes the points of a row; answers whether they could be read.
    fn weight(&mut self, text: &str) -> bool {
        let points = text.trim_end_matches(['分', '%', '％']);
        let is_number = money::number(points).is_some();
        if is_number {
            self.source.text.extend([" ", Keyword::Weight.spelling(Lang::Zh), " ", points]);
        }
        is_number || Words::get().is_blank(text)
    }

    /// Writes the score of a row; answers whether it could be read.
    fn score(&mut self, text: &str) -> bool {
        let number = money::number(text.trim_end_matches('分')).filter(|number| !number.starts_with('-'));
        if let Some(number) = number {
            self.source.text.extend([" ", Keyword::Score.spelling(Lang::Zh), " ", number]);
        }
        number.is_some() || Words::get().is_blank(text)
    }

    /// What was spent and achieved, if the form says any of it.
    pub fn results(&mut self, form: &Form<'d>) {
        let read = |sums| match money::read(sums, &form.facts, self.plan.funds, self.plan.field) {
            Money::Read(text) => Some(text),
            _ => None,
        };
        let Facts { adjusted, spent, forecast, .. } = &form.facts;
        let money = [(Keyword::Budget, adjusted), (Keyword::Spent, spent), (Keyword::Forecast, forecast)];
        let money: Vec<(Keyword, String)> =
            money.into_iter().filter_map(|(keyword, sums)| Some((keyword, read(sums)?))).collect();
        if money.is_empty() && !form.says_outcome() && !form.rows.iter().any(Row::has_results) {
            return;
        }
        self.source.text.push('\n');
        let at = |day: &String| format!(" {} {day}", Keyword::At.spelling(Lang::Zh));
        let at = form.day.as_ref().map(at).unwrap_or_default();
        self.line(Keyword::Actual, &format!("{}{at} {{", quoted(&form.name.text)));
        for (keyword, text) in money {
            self.line(keyword, &text);
        }
        self.execution(&form.facts);
        self.total(&form.total);
        for goal in project::goals(form.facts.all(Fact::Outcome).map(|said| said.entry.text)) {
            self.text_line(Keyword::Goal, goal);
        }
        self.achievements(form);
        self.source.text += "}\n";
    }

    /// `预算执行率 98.5% 得分 9.85`
    fn execution(&mut self, facts: &Facts<'d>) {
        let (rate, points) = (facts.first(Fact::Rate), facts.first(Fact::Points));
        let is_read = rate.is_none_or(|rate| value::is_share(rate.text));
        if is_read && (rate.is_some() || points.is_some()) {
            let rate = rate.map(|rate| format!(" {}", rate.text)).unwrap_or_default();
            self.source.text.extend([Keyword::Execution.spelling(Lang::Zh), &rate]);
            let is_read = points.is_none_or(|points| self.score(points.text));
            self.source.text.push('\n');
            self.comments(facts.all(Fact::Points).filter(|_| !is_read));
        } else {
            self.comments(facts.all(Fact::Rate).chain(facts.all(Fact::Points)));
        }
        self.comments([Fact::Rate, Fact::Points].into_iter().flat_map(|fact| facts.besides(fact)));
    }

    /// `得分 92.5`, `等级 优`
    fn total(&mut self, total: &Total<'d>) {
        if let Some(score) = total.score {
            self.line(Keyword::Score, score.text.trim_end_matches('分'));
        }
        if let Some(grade) = total.grade {
            self.line(Keyword::Grade, grade.text);
        }
    }

    /// What was achieved.
    fn achievements(&mut self, form: &Form<'d>) {
        let mut names: HashMap<String, usize> = HashMap::default();
        for row in &form.rows {
            *names.entry(indicator_name(row)).or_default() += 1;
        }
        let mut told: HashSet<(&str, String)> = HashSet::default();
        for row in form.rows.iter().filter(|row| row.has_results()) {
            let (word, name) = (self.plan.filing.word(row), indicator_name(row));
            let is_unique = names.get(&name) == Some(&1);
            if told.insert((word, name.clone())) {
                let head = if is_unique { String::new() } else { format!("{word} ") };
                self.source.text.extend([&*head, &quoted(&name), " "]);
                self.slot(value::actual(row, self.plan.standard), Role::Actual);
                self.result(row);
            } else {
                // Which of two rows of one name it belongs to could not be told.
                let columns = [Column::Actual, Column::Score, Column::Reason, Column::Note].into_iter();
                let cells = columns.filter_map(|column| Some((Words::get().name(column), row.get(column)?)));
                self.comments(cells.map(|(over, entry)| Said { label: row.name.text, over, entry }));
            }
        }
    }

    /// Writes what will be achieved and whether the target will be met: ` 预计 11 次 有可能`. Answers what cannot be read.
    fn forecast(&mut self, row: &Row<'d>) -> Option<Entry<'d>> {
        let get = |column| row.get(column).filter(|entry| !Words::get().is_blank(entry.text));
        let (forecast, said) = (get(Column::Forecast), get(Column::Likelihood));
        let likelihood = said.and_then(|entry| value::likelihood(entry.text));
        if forecast.is_some() || likelihood.is_some() {
            self.source.text.extend([" ", Keyword::Forecast.spelling(Lang::Zh), " "]);
        }
        if let Some(forecast) = forecast {
            let value = value::result(forecast, row, self.plan.standard);
            self.slot(value, Role::Actual);
        }
        if let Some(likelihood) = likelihood {
            self.source.text.extend([" ", likelihood.spelling(Lang::Zh)]);
        }
        said.filter(|_| likelihood.is_none())
    }

    fn result(&mut self, row: &Row<'d>) {
        let score = row.get(Column::Score).filter(|score| !self.score(score.text));
        let likelihood = self.forecast(row);
        let block = self.open();
        if let Some((_, reason)) = row.reason() {
            self.text_line(Keyword::Reason, &reason);
        }
        let unread = [(Column::Score, score), (Column::Likelihood, likelihood)].into_iter();
        let unread = unread.filter_map(|(column, entry)| Some(labelled(Words::get().name(column), entry?.text)));
        let note = row.get(Column::Note).map(|entry| one_line(entry.text));
        let parts: Vec<String> = unread.chain(note).collect();
        if !parts.is_empty() {
            self.text_line(Keyword::Note, &parts.join("；"));
        }
        self.close(block);
    }
}

/// Whether the form says of a row what its name does not.
pub(super) fn is_described(row: &Row<'_>) -> bool {
    row.get(Column::Description).is_some_and(|entry| !is_same_name(&one_line(entry.text), &indicator_name(row)))
}

/// The name without the number that the form gives each row: `指标1：机柜数量`.
pub(super) fn indicator_name(row: &Row<'_>) -> String {
    let name = one_line(row.name.text);
    let rest = name.strip_prefix("指标").map(|rest| rest.trim_start_matches(|c: char| c.is_numeric()));
    let rest = rest.filter(|rest| rest.len() + "指标".len() < name.len());
    let bare = rest.map(|rest| trimmed(rest.trim_start_matches([':', '：', '.', '．', '、', ' '])));
    match bare.filter(|bare| !bare.is_empty()) {
        Some(bare) => bare.to_owned(),
        None if name.is_empty() && row.nameless > 1 => format!("{NAMELESS}（{}）", row.nameless),
        None if name.is_empty() => NAMELESS.to_owned(),
        None => name,
    }
}
