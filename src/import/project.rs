//! What a form says of its project, as statements.

use foldhash::HashMap;

use super::{
    facts::{Facts, Said, year},
    filing::points,
    form::{Entry, Form, Lack, Name, Row},
    indicators::is_described,
    lines::{begins_with_year, unnumbered},
    money::{self, Money},
    period::is_period,
    source::Writer,
    value::one_line,
    words::{Column, Fact, Words, label, trimmed},
};
use crate::{syntax::quoted, values::Number, words::Keyword};

/// What programs call sheets, with a number behind it.
const SHEETS: [&str; 4] = ["Sheet", "sheet", "工作表", "表"];

/// What a project is called that has no name.
const NAMELESS: &str = "未命名项目";

/// What a project says once, however often the form says it.
const ONCE: [Fact; 6] = [Fact::Project, Fact::Code, Fact::Org, Fact::Period, Fact::Basis, Fact::Note];

impl<'d> Writer<'_, '_, 'd> {
    /// `预算单位 610101 "某单位"`
    pub fn org(&mut self, text: &str) {
        let (code, name) = org(text);
        let name = quoted(&one_line(name));
        let rest = if code.is_empty() { name } else { format!("{code} {name}") };
        self.line(Keyword::Org, &rest);
    }

    pub fn project(&mut self, form: &Form<'d>) {
        let facts = &form.facts;
        self.source.text.push('\n');
        self.remarks(&form.before);
        self.line(Keyword::Project, &format!("{} {{", quoted(&form.name.text)));
        if let Some(org) = org_of(facts).filter(|_| self.org.is_none()) {
            self.org(org);
        }
        let own = year_of(facts);
        if let Some(year) = own.filter(|_| self.year.is_none()) {
            self.line(Keyword::Year, &year.to_string());
        }
        let written = self.plan.year.or(own);
        self.comments(unsaid_title(facts).map(Said::alone));
        self.comments(facts.all(Fact::Year).filter(|said| year(said.entry.text) != written || written.is_none()));
        self.facts(facts);
        self.weights(form);
        let mut remarks = form.remarks.iter().peekable();
        let are_described = form.rows.iter().any(is_described);
        for (at, row) in form.rows.iter().enumerate() {
            while let Some((_, said)) = remarks.next_if(|(above, _)| *above <= at) {
                self.comment(*said);
            }
            self.row(row, are_described);
        }
        self.comments(remarks.map(|(_, said)| *said));
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
        for goal in goals(facts.all(Fact::Goals).map(|said| said.entry.text)) {
            self.text_line(Keyword::Goal, goal);
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
        // 实施单位 is most often the budget unit, which is printed in both places.
        let org = org_of(facts).map(|text| org(text).1);
        let is_org = |said: &&Said<'d>| Some(said.entry.text) == org && Words::get().fact(&label(said.label)).is_some();
        let others = facts.others.iter().filter(|said| !is_org(said) && !self.is_weight_of_execution(said));
        let others: Vec<Said<'d>> = others.copied().collect();
        self.comments(others);
    }

    /// Whether a cell says how many points the execution of the budget is worth, and the standard says the same.
    fn is_weight_of_execution(&self, said: &Said<'d>) -> bool {
        let is_of_points = Words::get().column(said.over).is_some_and(|(column, _)| column == Column::Weight);
        let points = Number::read(trimmed(said.entry.text.trim_end_matches('分'))).ok();
        let is_total = Words::get().fact(&label(said.label)) == Some(Fact::Total);
        is_of_points && is_total && points.is_some_and(|points| Some(points.value) == self.plan.standard.execution)
    }

    fn money(&mut self, facts: &Facts<'d>) {
        let (funds, field) = (self.plan.funds, self.plan.field);
        if let Money::Read(text) = money::read(&facts.budget, facts, funds, field) {
            self.line(Keyword::Budget, &text);
        }
        for sums in facts.sums() {
            match money::read(sums, facts, funds, field) {
                Money::None | Money::Read(_) => {}
                Money::Unreadable(cells) => self.comments(cells),
                Money::NoUnit(cells) => {
                    self.source.bare_money.extend(cells.iter().map(|said| said.entry));
                    cells.into_iter().for_each(|said| self.remark(said));
                }
            }
        }
        self.comments(money::unsaid(facts, funds, field));
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
            self.comment(Said::alone(entry));
        }
    }
}

/// Gives each form the name of its project, one that no other has.
pub(super) fn name_all(forms: &mut [Form<'_>]) {
    let mut names: HashMap<String, usize> =
        forms.iter().filter_map(|form| Some((said_name(&form.facts)?, 0))).collect();
    for form in forms {
        let said = said_name(&form.facts);
        let lack = if said.is_none() { Lack::NoName } else { Lack::Taken };
        let base = said.clone().unwrap_or_else(|| NAMELESS.to_owned());
        let text = unused(&base, &mut names);
        let entry = form.facts.first(Fact::Project).or(form.facts.title);
        let entry = entry.or_else(|| form.rows.first().map(Row::begin)).unwrap_or_default();
        let is_made = said.as_ref() != Some(&text);
        form.name = Name { text, made: is_made.then_some((lack, entry)) };
    }
}

/// A name, or where it is taken the name with a number behind it that makes it another.
fn unused(name: &str, names: &mut HashMap<String, usize>) -> String {
    let count = names.entry(name.to_owned()).or_default();
    *count += 1;
    let first = *count;
    if first == 1 {
        return name.to_owned();
    }
    let numbered = |number: usize| format!("{name}（{number}）");
    let number = (first..).find(|number| !names.contains_key(&numbered(*number))).unwrap_or(first);
    names.insert(numbered(number), 1);
    names.insert(name.to_owned(), number);
    numbered(number)
}

/// The name of a form's project: as it says, else as its title or its sheet is called.
fn said_name(facts: &Facts<'_>) -> Option<String> {
    let named = facts.first(Fact::Project).map(|entry| one_line(entry.text)).filter(|name| !name.is_empty());
    let is_name = |name: &String| !name.is_empty() && year(name).is_none();
    let titled = || titled(facts.title?.text).map(|(name, _)| one_line(name)).filter(is_name);
    let is_given = |name: &String| !SHEETS.contains(&name.trim_end_matches(|c: char| c.is_ascii_digit()));
    let sheet = || facts.sheet.map(|sheet| one_line(sheet.text)).filter(is_given);
    named.or_else(titled).or_else(sheet)
}

/// What a title says of the project, without its number and the kind of spending, and what stands in its bracket.
fn titled(text: &str) -> Option<(&str, &str)> {
    let (name, bracket) = Words::get().titled(text)?;
    Some((unnumbered(trimmed(name).trim_end_matches("项目支出")), bracket))
}

/// The title, where it says what nothing else does.
fn unsaid_title<'d>(facts: &Facts<'d>) -> Option<Entry<'d>> {
    let title = facts.title?;
    let (said, bracket) = titled(title.text)?;
    let is_said = said.is_empty() || year(said).is_some() || Some(one_line(said)) == said_name(facts);
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

/// The budget year of a form.
pub(super) fn year_of(facts: &Facts<'_>) -> Option<i16> {
    facts.all(Fact::Year).find_map(|said| year(said.entry.text))
}

/// The budget unit of a form.
pub(super) fn org_of<'d>(facts: &Facts<'d>) -> Option<&'d str> {
    facts.first(Fact::Org).map(|entry| entry.text)
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).map(trimmed).filter(|line| !line.is_empty())
}

/// Goals without the numbers that the form gives them: `1.`, `目标1：`.
pub(super) fn goals<'d>(texts: impl Iterator<Item = &'d str>) -> Vec<&'d str> {
    let each: Vec<Vec<&str>> = texts.map(|text| paragraphs(text).collect()).collect();
    // Each of several cells may begin anew, or go on.
    bare(&each.concat()).unwrap_or_else(|| each.into_iter().flat_map(|lines| bare(&lines).unwrap_or(lines)).collect())
}

/// Lines without their numbers, if they are numbered from 1 on: one at least in such a way that it is sure.
fn bare<'d>(lines: &[&'d str]) -> Option<Vec<&'d str>> {
    let bare: Vec<&str> = lines.iter().enumerate().map(|(at, line)| numbered(line, at + 1)).collect::<Option<_>>()?;
    bare.iter().any(|line| is_surely_bare(line)).then_some(bare)
}

fn numbered(line: &str, number: usize) -> Option<&str> {
    let rest = line.strip_prefix("目标").unwrap_or(line);
    let rest = rest.strip_prefix(&number.to_string())?;
    let bare = trimmed(rest.strip_prefix(['.', '．', '、', ':', '：'])?);
    (!bare.is_empty()).then_some(bare)
}

/// Whether what stood before a text was its number. 1.5 亿元 has none, 1.2026年 has.
fn is_surely_bare(text: &str) -> bool {
    begins_with_year(text) || !text.starts_with(|c: char| c.is_numeric())
}
