//! What was found in a document as the text of a `.perf` file, before it is formatted.
//!
//! The text is written anew after each reading by the compiler, each time with more of the values as the text that they
//! are; it remembers where each value stands in it.

use std::{collections::BTreeSet, ops::Range};

use foldhash::{HashMap, HashSet};

use super::{
    facts::{Facts, Said, year},
    filing::{Filing, plain, points},
    form::{Entry, Form, Row},
    money::{self, Money},
    period::is_period,
    value::{self, Value, one_line},
    words::{Column, Fact, Words, trimmed},
};
use crate::{
    diagnostic::Lang,
    field::{Field, Standard},
    syntax::quoted,
    words::Keyword,
};

/// What a project says once, however often the form says it.
const ONCE: [Fact; 6] = [Fact::Project, Fact::Code, Fact::Org, Fact::Period, Fact::Basis, Fact::Note];

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Writing {
    /// As it could be read.
    Read,
    /// The same, with the text of the cell beside it.
    Shown,
    /// The text of the cell alone.
    Text,
}

/// What may stand in the place of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// The annual target.
    Target,
    /// Another target of an indicator.
    Other,
    /// What was achieved.
    Actual,
}

/// A value, and where it stands in the text.
#[derive(Debug)]
pub(super) struct Slot<'d> {
    pub value: Value<'d>,
    pub writing: Writing,
    pub range: Range<usize>,
}

/// The text with its values.
#[derive(Debug, Default)]
pub(super) struct Source<'d> {
    pub text: String,
    pub slots: Vec<Slot<'d>>,
    /// Cells that no statement has a place for; they stand in comments.
    pub comments: Vec<Entry<'d>>,
    /// Money without a unit.
    pub bare_money: Vec<Entry<'d>>,
}

/// All that the text is written from.
#[derive(Debug)]
pub(super) struct Plan<'p, 'd> {
    pub forms: &'p [Form<'d>],
    pub filing: &'p Filing<'p>,
    pub standard: &'p Standard,
    pub field: &'p Field,
    /// The budget year, where the user says it.
    pub year: Option<i16>,
    /// Units that the document uses and nobody knows.
    pub units: BTreeSet<String>,
}

/// Writes the text, with the values written as they were found best before.
pub(super) fn write<'d>(plan: &Plan<'_, 'd>, before: &[Writing]) -> Source<'d> {
    let mut writer = Writer { plan, source: Source::default(), before };
    writer.head();
    for form in plan.forms {
        writer.project(form);
    }
    for form in plan.forms.iter().filter(|form| form.rows.iter().any(Row::has_results)) {
        writer.results(form);
    }
    writer.source
}

/// The name of a form's project: as it says, else as its title or its sheet is called.
pub(super) fn name(facts: &Facts<'_>) -> String {
    let named = facts.first(Fact::Project).map(|entry| one_line(entry.text)).filter(|name| !name.is_empty());
    let titled = || titled(facts.title?.text).map(|(name, _)| one_line(name)).filter(|name| !name.is_empty());
    let sheet = || facts.sheet.map(|sheet| one_line(sheet.text));
    named.or_else(titled).or_else(sheet).unwrap_or_else(|| "未命名项目".to_owned())
}

/// What a title says of the project, without its number and the kind of spending, and what stands in its bracket.
fn titled(text: &str) -> Option<(&str, &str)> {
    let (name, bracket) = Words::get().titled(text)?;
    Some((unnumbered(trimmed(name).trim_end_matches("项目支出")), bracket))
}

/// A text without the number before it: `1.2026年某项目` is `2026年某项目`. Of `1.5亿元` nothing is taken.
fn unnumbered(text: &str) -> &str {
    let behind_digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at(behind_digits(text));
    let Some(bare) = rest.strip_prefix(['.', '．', '、']).filter(|_| !number.is_empty()).map(trimmed) else {
        return text;
    };
    let digits = behind_digits(bare);
    let is_year = digits == 4 && bare[digits..].starts_with('年');
    if digits == 0 || is_year { bare } else { text }
}

/// The title, where it says what nothing else does.
fn unsaid_title<'d>(facts: &Facts<'d>) -> Option<Entry<'d>> {
    let title = facts.title?;
    let (said, bracket) = titled(title.text)?;
    let is_said = said.is_empty() || one_line(said) == name(facts);
    (!is_said || (!bracket.is_empty() && year(bracket).is_none())).then_some(title)
}

/// `610101某单位` as code and name.
fn org(text: &str) -> (&str, &str) {
    let text = text.trim_start_matches(['[', '［', '【']);
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (code, name) = text.split_at(end);
    if code.len() < 3 {
        ("", text)
    } else {
        (code, name.trim_start_matches([']', '］', '】', '-', '—', ' ', '\u{3000}']))
    }
}

struct Writer<'w, 'p, 'd> {
    plan: &'w Plan<'p, 'd>,
    source: Source<'d>,
    before: &'w [Writing],
}

impl<'d> Writer<'_, '_, 'd> {
    fn line(&mut self, keyword: Keyword, rest: &str) {
        let text = &mut self.source.text;
        text.extend([keyword.spelling(Lang::Zh), " ", rest, "\n"]);
    }

    fn text_line(&mut self, keyword: Keyword, text: &str) {
        self.line(keyword, &quoted(&one_line(text)));
    }

    /// A cell that no statement has a place for.
    fn comment(&mut self, label: &str, entry: Entry<'d>) {
        self.source.comments.push(entry);
        self.remark(label, entry);
    }

    fn comments(&mut self, cells: impl IntoIterator<Item = Said<'d>>) {
        cells.into_iter().for_each(|said| self.comment(said.label, said.entry));
    }

    fn remark(&mut self, label: &str, entry: Entry<'d>) {
        let label = one_line(label);
        let label = label.trim_end_matches([':', '：']);
        let colon = if label.is_empty() { "" } else { "：" };
        self.source.text.extend(["// ", label, colon, &one_line(entry.text), "\n"]);
    }

    fn head(&mut self) {
        let plan = self.plan;
        for unit in &plan.units {
            self.line(Keyword::Unit, unit);
        }
        let mut funds: Vec<(String, String)> = Vec::new();
        for (fund, _) in plan.forms.iter().flat_map(|form| &form.facts.funds) {
            if money::fund(fund, plan.standard).is_none() && !funds.iter().any(|(_, name)| name == fund) {
                funds.push((money::fund_word(fund), fund.clone()));
            }
        }
        self.source.text += &plan.filing.statement(&funds);
        // What all projects have in common stands before them.
        let orgs: Vec<Option<&str>> = plan.forms.iter().map(|form| org_of(&form.facts)).collect();
        if let Some(org) = same(&orgs) {
            self.org(org);
        }
        if let Some(year) = same(&self.years()) {
            self.line(Keyword::Year, &year.to_string());
        }
    }

    fn years(&self) -> Vec<Option<i16>> {
        self.plan.forms.iter().map(|form| self.plan.year.or_else(|| year_of(form))).collect()
    }

    fn org(&mut self, text: &str) {
        let (code, name) = org(text);
        let name = quoted(&one_line(name));
        let rest = if code.is_empty() { name } else { format!("{code} {name}") };
        self.line(Keyword::Org, &rest);
    }

    fn project(&mut self, form: &Form<'d>) {
        let facts = &form.facts;
        self.source.text.push('\n');
        self.line(Keyword::Project, &format!("{} {{", quoted(&name(facts))));
        let orgs: Vec<Option<&str>> = self.plan.forms.iter().map(|form| org_of(&form.facts)).collect();
        if let Some(org) = org_of(facts).filter(|_| same(&orgs).is_none()) {
            self.org(org);
        }
        let years = self.years();
        let own = year_of(form);
        if let Some(year) = own.filter(|_| same(&years).is_none()) {
            self.line(Keyword::Year, &year.to_string());
        }
        let written = self.plan.year.or(own);
        self.comments(unsaid_title(facts).map(Said::alone));
        self.comments(facts.all(Fact::Year).filter(|said| year(said.entry.text) != written || written.is_none()));
        self.facts(facts);
        self.weights(form);
        for row in &form.rows {
            self.row(row);
        }
        self.source.text += "}\n";
    }

    fn facts(&mut self, facts: &Facts<'d>) {
        if let Some(code) = facts.first(Fact::Code) {
            self.text_line(Keyword::Code, code.text);
        }
        self.money(facts);
        for purpose in facts.all(Fact::Purpose) {
            for paragraph in paragraphs(purpose.entry.text) {
                self.text_line(Keyword::Purpose, paragraph);
            }
        }
        for goal in facts.all(Fact::Goals) {
            for paragraph in goals(goal.entry.text) {
                self.text_line(Keyword::Goal, paragraph);
            }
        }
        for (fact, keyword) in [(Fact::Basis, Keyword::Basis), (Fact::Note, Keyword::Note)] {
            if let Some(entry) = facts.first(fact) {
                self.text_line(keyword, entry.text);
            }
        }
        match facts.all(Fact::Period).next() {
            Some(period) if is_period(period.entry.text) => self.line(Keyword::Period, &one_line(period.entry.text)),
            period => self.comments(period),
        }
        ONCE.into_iter().for_each(|fact| self.comments(facts.besides(fact)));
        self.comments(facts.others.iter().copied());
    }

    fn money(&mut self, facts: &Facts<'d>) {
        let (standard, field) = (self.plan.standard, self.plan.field);
        match money::read(facts, standard, field) {
            Money::None => {}
            Money::Budget(text) => self.line(Keyword::Budget, &text),
            Money::Unreadable(cells) => self.comments(cells),
            Money::NoUnit(cells) => {
                self.source.bare_money.extend(cells.iter().map(|said| said.entry));
                cells.into_iter().for_each(|said| self.remark(said.label, said.entry));
            }
        }
        self.comments(money::unsaid(facts, standard, field));
    }

    /// The points in the brackets of levels. Others for the same level, and those of level-2 categories, have no place.
    fn weights(&mut self, form: &Form<'d>) {
        let (mut weights, mut besides): (Vec<String>, Vec<Entry<'d>>) = Default::default();
        let mut known: HashMap<&str, String> = HashMap::default();
        let mut last = ("", "");
        for row in &form.rows {
            let (level1, level2) = (row.level1, row.level2);
            let is_new = level1.text != last.0;
            let points1 = points(level1.text).filter(|_| is_new).zip(self.plan.filing.level(level1.text));
            if let Some((points, level)) = points1 {
                match known.get(level) {
                    None => weights.push(format!("{level} {points}")),
                    Some(known) if *known != points => besides.push(level1),
                    Some(_) => {}
                }
                known.entry(level).or_insert(points);
            }
            if level2.text != last.1 && points(level2.text).is_some() {
                besides.push(level2);
            }
            last = (level1.text, level2.text);
        }
        if !weights.is_empty() {
            self.line(Keyword::Weights, &format!("{{ {} }}", weights.join("; ")));
        }
        for entry in besides {
            self.comment(&plain(entry.text), entry);
        }
    }

    fn row(&mut self, row: &Row<'d>) {
        let (filing, standard) = (self.plan.filing, self.plan.standard);
        self.source.text.extend([filing.word(row), " ", &quoted(&indicator_name(row)), " "]);
        let target = value::target(row, standard);
        let unsaid = value::unsaid(row, &target);
        self.slot(target, Role::Target);
        let unread = row.get(Column::Weight).filter(|weight| !self.weight(weight.text));
        let block = self.open();
        if let Some(weight) = unread {
            self.comment(Words::get().name(Column::Weight), weight);
        }
        let description = row.get(Column::Description).map(|entry| one_line(entry.text));
        if let Some(description) = description.filter(|text| *text != indicator_name(row)) {
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

    /// Opens a block; answers where.
    fn open(&mut self) -> usize {
        let start = self.source.text.len();
        self.source.text += " {\n";
        start
    }

    /// Closes it again, or takes it away where nothing is in it.
    fn close(&mut self, start: usize) {
        if self.source.text.len() == start + " {\n".len() {
            self.source.text.truncate(start);
            self.source.text.push('\n');
        } else {
            self.source.text += "}\n";
        }
    }

    /// The remark, what the value does not say of the cells beside it, and what stands in columns that are not known.
    fn note(&mut self, row: &Row<'d>, unsaid: &[(Column, Entry<'d>)]) {
        let own = row.get(Column::Note).filter(|_| !row.has_results()).map(|entry| one_line(entry.text));
        let labelled = |label: &str, entry: &Entry<'_>| match label {
            "" => one_line(entry.text),
            label => format!("{}：{}", one_line(label), one_line(entry.text)),
        };
        let unsaid = unsaid.iter().map(|(column, entry)| labelled(Words::get().name(*column), entry));
        let others = row.others.iter().map(|(over, entry)| labelled(over, entry));
        let parts: Vec<String> = own.into_iter().chain(unsaid).chain(others).collect();
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

    fn slot(&mut self, value: Value<'d>, role: Role) {
        let writing = self.before.get(self.source.slots.len()).copied().unwrap_or(Writing::Read);
        let start = self.source.text.len();
        let show = value::shown(&value.cell);
        let text = &mut self.source.text;
        match (writing, role) {
            (Writing::Read, _) => text.push_str(&value.target),
            (Writing::Shown, Role::Target | Role::Other) => text.extend([&*value.target, " ", &show]),
            (Writing::Text, Role::Target) => text.push_str(&show),
            (Writing::Shown | Writing::Text, _) => text.push_str(&value::text(&value.cell)),
        }
        let range = start..text.len();
        self.source.slots.push(Slot { value, writing, range });
    }

    /// What was achieved.
    fn results(&mut self, form: &Form<'d>) {
        self.source.text.push('\n');
        self.line(Keyword::Actual, &format!("{} {{", quoted(&name(&form.facts))));
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
                for column in [Column::Actual, Column::Score, Column::Reason, Column::Note] {
                    let label = format!("{name} {}", Words::get().name(column));
                    row.get(column).into_iter().for_each(|entry| self.comment(&label, entry));
                }
            }
        }
        self.source.text += "}\n";
    }

    fn result(&mut self, row: &Row<'d>) {
        let block = self.open();
        if let Some(reason) = row.get(Column::Reason) {
            self.text_line(Keyword::Reason, reason.text);
        }
        let score = row.get(Column::Score).map(|entry| format!("得分 {}", one_line(entry.text)));
        let note = row.get(Column::Note).map(|entry| one_line(entry.text));
        let parts: Vec<String> = score.into_iter().chain(note).collect();
        if !parts.is_empty() {
            self.text_line(Keyword::Note, &parts.join("；"));
        }
        self.close(block);
    }
}

/// The name without the number that the form gives each row: `指标1：机柜数量`.
pub(super) fn indicator_name(row: &Row<'_>) -> String {
    let name = one_line(row.name.text);
    let rest = name.strip_prefix("指标").map(|rest| rest.trim_start_matches(|c: char| c.is_numeric()));
    let rest = rest.filter(|rest| rest.len() + "指标".len() < name.len());
    let bare = rest.map(|rest| trimmed(rest.trim_start_matches([':', '：', '.', '．', '、', ' '])));
    match bare.filter(|bare| !bare.is_empty()) {
        Some(bare) => bare.to_owned(),
        None if name.is_empty() => "未命名指标".to_owned(),
        None => name,
    }
}

/// Whether a form says its budget year.
pub(super) fn has_year(form: &Form<'_>) -> bool {
    year_of(form).is_some()
}

fn year_of(form: &Form<'_>) -> Option<i16> {
    form.facts.all(Fact::Year).find_map(|said| year(said.entry.text))
}

fn org_of<'d>(facts: &Facts<'d>) -> Option<&'d str> {
    facts.first(Fact::Org).map(|entry| entry.text)
}

/// What all say alike, if all say something.
fn same<T: PartialEq + Copy>(all: &[Option<T>]) -> Option<T> {
    let first = all.first().copied()??;
    all.iter().all(|other| *other == Some(first)).then_some(first)
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).map(trimmed).filter(|line| !line.is_empty())
}

/// Goals without the numbers that the form gives them: `1.`, `目标1：`.
fn goals(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = paragraphs(text).collect();
    let bare: Option<Vec<&str>> = lines.iter().enumerate().map(|(at, line)| numbered(line, at + 1)).collect();
    bare.unwrap_or(lines)
}

fn numbered(line: &str, number: usize) -> Option<&str> {
    let rest = line.strip_prefix("目标").unwrap_or(line);
    let rest = rest.strip_prefix(&number.to_string())?;
    let bare = trimmed(rest.strip_prefix(['.', '．', '、', ':', '：'])?);
    // 1.5 亿元 is no number of a goal.
    (!bare.is_empty() && !bare.starts_with(|c: char| c.is_numeric())).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::unnumbered;

    #[test]
    fn numbers_before_titles_are_left_out() {
        for (text, bare) in [
            ("1.维修", "维修"),
            ("12、2026年维修", "2026年维修"),
            ("1.5亿元专项", "1.5亿元专项"),
            ("2026年维修", "2026年维修"),
            ("1.", ""),
        ] {
            assert_eq!(unnumbered(text), bare);
        }
    }
}
