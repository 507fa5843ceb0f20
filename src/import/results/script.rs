//! What documents say of results as the text of a `.perf` file, and where in the documents each piece of it stands.

use super::{
    super::{
        value::one_line,
        words::{Words, label, trimmed},
    },
    known::{Asked, Asking, Known, Match, plain},
    notes::Note,
    said::{Money, Origin, Outcome, Row, Said},
    statements::{Statement, statements},
    value::{self, Written},
};
use crate::{
    diagnostic::Lang,
    field::{Field, Standard},
    model::Wanted,
    syntax::quoted,
    words::Keyword,
};

/// A text, and from where it comes.
#[derive(Debug, Default)]
pub(super) struct Script<'d> {
    pub text: String,
    /// The pieces, in their order.
    pub pieces: Vec<Piece<'d>>,
    /// What is to be said beside what the compiler finds.
    pub notes: Vec<Note<'d>>,
}

impl<'d> Script<'d> {
    /// The piece that a place of the text lies in.
    pub fn piece(&self, offset: u32) -> Option<Piece<'d>> {
        let behind = self.pieces.partition_point(|piece| piece.start <= offset);
        self.pieces.get(behind.checked_sub(1)?).copied()
    }
}

/// A piece of a text, up to the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'d> {
    /// Where it begins.
    pub start: u32,
    /// The number of the document that it comes from.
    pub document: usize,
    /// Its place there.
    pub origin: Origin<'d>,
}

/// Writes the results.
pub(super) fn write<'d>(outcomes: &[Outcome<'d>], known: &Known) -> Script<'d> {
    let mut script = Script::default();
    for statement in statements(outcomes, known, &mut script.notes) {
        let Statement { asking, document, .. } = statement;
        Writer { script: &mut script, asking, document }.statement(&statement);
    }
    script
}

struct Writer<'w, 'd> {
    script: &'w mut Script<'d>,
    /// The project, where it is known.
    asking: Option<&'w Asking>,
    /// The document that is read.
    document: usize,
}

impl<'w, 'd> Writer<'w, 'd> {
    /// Adds text that comes from a place.
    fn put(&mut self, origin: Origin<'d>, text: &str) {
        let start = u32::try_from(self.script.text.len()).unwrap_or(u32::MAX);
        self.script.pieces.push(Piece { start, document: self.document, origin });
        self.script.text.push_str(text);
    }

    /// The standard of the project.
    fn standard(&self) -> Option<&'w Standard> {
        self.asking.map(|asking| &*asking.standard)
    }

    fn note(&mut self, note: Note<'d>) {
        self.script.notes.push(note.of(self.document));
    }

    /// A keyword and what stands behind it, on a line of its own.
    fn line(&mut self, keyword: Keyword, origin: Origin<'d>, rest: &str) {
        self.put(origin, &format!("{} {rest}\n", keyword.spelling(Lang::Zh)));
    }

    fn statement(&mut self, statement: &Statement<'w, 'd>) {
        let Statement { name, at, .. } = statement;
        let head = format!("{} {}", Keyword::Actual.spelling(Lang::Zh), quoted(&one_line(&name.text)));
        self.put(name.origin, &head);
        if let Some(at) = at {
            self.put(at.origin, &format!(" {} {}", Keyword::At.spelling(Lang::Zh), value::raw(&at.text)));
        }
        self.put(name.origin, " {\n");
        for outcome in &statement.outcomes {
            self.document = outcome.document;
            self.whole(outcome);
        }
        for row in &statement.rows {
            self.document = row.document;
            self.row(row);
        }
        self.document = statement.document;
        self.put(name.origin, "}\n");
    }

    /// What is said of all.
    fn whole(&mut self, outcome: &Outcome<'d>) {
        let unit = outcome.unit.as_ref();
        self.money(Keyword::Budget, &outcome.budget, unit);
        self.money(Keyword::Spent, &outcome.spent, unit);
        self.money(Keyword::Forecast, &outcome.forecast, unit);
        self.execution(outcome);
        if let Some(score) = &outcome.score {
            self.line(Keyword::Score, score.origin, &value::points(&score.text));
        }
        if let Some(grade) = &outcome.grade {
            self.line(Keyword::Grade, grade.origin, &value::raw(&grade.text));
        }
        for goal in &outcome.goals {
            for paragraph in goal.text.split(['\n', '\r']).map(trimmed).filter(|line| !line.is_empty()) {
                self.line(Keyword::Goal, goal.origin, &quoted(paragraph));
            }
        }
        if let Some(note) = &outcome.note {
            self.line(Keyword::Note, note.origin, &quoted(&one_line(&note.text)));
        }
    }

    /// `支出 1015000 元 { fiscal 1015000 元 }`
    fn money(&mut self, keyword: Keyword, money: &Money<'d>, unit: Option<&Said<'d>>) {
        let total = money.total.as_ref();
        let Some(begin) = total.or(money.parts.first().map(|(_, amount)| amount)) else { return };
        self.put(begin.origin, &format!("{} ", keyword.spelling(Lang::Zh)));
        if let Some(total) = total {
            self.amount(total, unit);
        }
        for (at, (name, amount)) in money.parts.iter().enumerate() {
            let fund = fund_word(&name.text, self.standard());
            self.put(name.origin, &format!("{}{fund} ", if at == 0 { " { " } else { "; " }));
            self.amount(amount, unit);
        }
        self.put(begin.origin, if money.parts.is_empty() { "\n" } else { " }\n" });
    }

    fn amount(&mut self, amount: &Said<'d>, unit: Option<&Said<'d>>) {
        let written = value::amount(&amount.text, unit.map(|unit| &*unit.text));
        self.written(written, amount.origin, unit);
    }

    /// A value, and the unit that stands beside it.
    fn written(&mut self, written: Written, origin: Origin<'d>, unit: Option<&Said<'d>>) {
        self.put(origin, &written.value);
        if !written.unit.is_empty() {
            self.put(unit.map_or(origin, |unit| unit.origin), &format!(" {}", written.unit));
        }
    }

    /// `预算执行率 98.5% 得分 9.85`
    fn execution(&mut self, outcome: &Outcome<'d>) {
        let (rate, points) = (outcome.rate.as_ref(), outcome.points.as_ref());
        let Some(begin) = rate.or(points) else { return };
        let text = rate.map(|rate| value::raw(&rate.text)).unwrap_or_default();
        self.put(begin.origin, &format!("{} {text}", Keyword::Execution.spelling(Lang::Zh)));
        self.points(points);
        self.put(begin.origin, "\n");
    }

    fn points(&mut self, points: Option<&Said<'d>>) {
        if let Some(points) = points.filter(|points| !Words::get().is_blank(&points.text)) {
            let text = format!(" {} {}", Keyword::Score.spelling(Lang::Zh), value::points(&points.text));
            self.put(points.origin, &text);
        }
    }

    /// `数量 "研究报告" 2份 得分 9.5 { 原因 "…"; 备注 "…" }`
    fn row(&mut self, row: &Row<'d>) {
        if !row.says_something() {
            return;
        }
        let Some((origin, head, asked)) = self.indicator(row) else {
            return self.note(Note::nameless(row.origin));
        };
        self.notes(row, asked);
        self.put(origin, &format!("{head} "));
        let said = row.value.as_ref().map_or(origin, |value| value.origin);
        let wanted = asked.map(|asked| asked.wanted);
        self.written(value::said(row.value.as_ref(), row, wanted, self.standard()), said, row.unit.as_ref());
        self.points(row.score.as_ref());
        self.forecast(row, wanted);
        self.details(origin, row);
        self.put(origin, "\n");
    }

    /// ` 预计 11 次 有可能`
    fn forecast(&mut self, row: &Row<'d>, wanted: Option<Wanted>) {
        let is_said = |said: &&Said<'d>| !Words::get().is_blank(&said.text);
        let forecast = row.forecast.as_ref().filter(is_said);
        let likelihood = row.likelihood.as_ref().filter(is_said);
        let Some(begin) = forecast.or(likelihood) else { return };
        self.put(begin.origin, &format!(" {}", Keyword::Forecast.spelling(Lang::Zh)));
        if let Some(forecast) = forecast {
            self.put(forecast.origin, " ");
            self.written(value::said(Some(forecast), row, wanted, self.standard()), forecast.origin, row.unit.as_ref());
        }
        if let Some(likelihood) = likelihood {
            self.put(likelihood.origin, &format!(" {}", value::likelihood(&likelihood.text)));
        }
    }

    /// What names the indicator, and the indicator where it is known.
    fn indicator(&self, row: &Row<'d>) -> Option<(Origin<'d>, String, Option<&'w Asked>)> {
        let said = row.name.as_ref().or(row.label.as_ref())?;
        let category = row.category.as_ref().map(|category| &*category.text);
        let matched = |asking: &Asking| match (&row.name, &row.label) {
            (Some(name), _) => match asking.named(&name.text, category) {
                Match::None => asking.labelled(&name.text),
                known => known,
            },
            (None, Some(label)) => asking.labelled(&label.text),
            (None, None) => Match::None,
        };
        let asking = self.asking;
        let (head, number) = match asking.map_or(Match::None, matched) {
            Match::One(number) => (None, Some(number)),
            // Which of them is meant is for the compiler to ask.
            Match::Several(first) => (Some(quoted(&one_line(&said.text))), Some(first)),
            Match::None if row.name.is_none() => (Some(value::raw(&said.text)), None),
            Match::None => (Some(quoted(&one_line(&said.text))), None),
        };
        let asked = asking.zip(number).and_then(|(asking, number)| asking.rows.get(number));
        let whole = |(asking, asked): (&Asking, &Asked)| {
            format!("{} {}", asking.standard.category(asked.category).word, quoted(&asked.name))
        };
        let head = head.or_else(|| asking.zip(asked).map(whole))?;
        Some((said.origin, head, asked))
    }

    /// What is amiss between the sheet and the targets.
    fn notes(&mut self, row: &Row<'d>, asked: Option<&Asked>) {
        let target = row.target.as_ref().zip(asked.and_then(|asked| asked.target.as_ref()));
        if let Some((old, (new, place))) = target.filter(|(old, (new, _))| plain(&old.text) != plain(new)) {
            self.note(Note::target_changed(old, new, *place));
        }
        if let Some((value, unit)) = value::contradiction(row, Field::embedded()) {
            self.note(Note::unit_conflict(value, unit));
        }
    }

    /// The block of a row.
    fn details(&mut self, origin: Origin<'d>, row: &Row<'d>) {
        let details = [(Keyword::Reason, &row.reason), (Keyword::Note, &row.note)];
        let said = details.into_iter().filter_map(|(keyword, said)| Some((keyword, said.as_ref()?)));
        let mut joint = " { ";
        for (keyword, said) in said.filter(|(_, said)| !Words::get().is_blank(&said.text)) {
            let text = quoted(&one_line(&said.text));
            self.put(said.origin, &format!("{joint}{} {text}", keyword.spelling(Lang::Zh)));
            joint = "; ";
        }
        if joint == "; " {
            self.put(origin, " }");
        }
    }
}

/// The word of a source of money: as the standard has it, else as it is called, for the compiler to report.
fn fund_word(name: &str, standard: Option<&Standard>) -> String {
    let label = label(name);
    let id = Words::get().fund(&label).unwrap_or_else(|| label.word.clone());
    let known = standard.and_then(|standard| fund_of(&id, standard).or_else(|| fund_of(&label.word, standard)));
    known.unwrap_or_else(|| value::raw(&label.word))
}

/// The id of a fund that the standard knows.
fn fund_of(word: &str, standard: &Standard) -> Option<String> {
    standard.funds.find(word).map(|number| standard.funds.list[number].id.clone())
}
