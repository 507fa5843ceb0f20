//! What stands above the indicators: the title, the budget unit, labels with the facts beside them.

use super::{
    document::Cell,
    form::Entry,
    money,
    months::Months,
    value::labelled,
    words::{Fact, Label, Words, label, trimmed},
};

/// The most characters of the name of a unit that no label or code tells.
const LONGEST_NAME: usize = 30;

/// What a form says of its project.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts<'d> {
    /// The line that is the title.
    pub title: Option<Entry<'d>>,
    /// The name of the sheet that it stands on.
    pub sheet: Option<Entry<'d>>,
    /// The facts beside labels that are known, in their order.
    pub known: Vec<(Fact, Said<'d>)>,
    /// How much money there is.
    pub budget: Sums<'d>,
    /// How much there was at first, where the form has a column for what there is now.
    pub initial: Sums<'d>,
    /// How much there is now, where that is not what there was at first.
    pub adjusted: Sums<'d>,
    /// How much of it was spent.
    pub spent: Sums<'d>,
    /// How much of it was spent in a part of the year.
    pub progress: Sums<'d>,
    /// How much of it will be spent by its end.
    pub forecast: Sums<'d>,
    /// That part of the year, and where it is named.
    pub until: Option<(Months, Entry<'d>)>,
    /// Units of money, from the line above the form or from the label of the money.
    pub units: Vec<Said<'d>>,
    /// What stands beside other labels.
    pub others: Vec<Said<'d>>,
    /// Rates that follow from the money beside them.
    pub computed: Vec<Said<'d>>,
    /// Lines that say none of these.
    pub lines: Vec<Entry<'d>>,
    /// What was said before another form began, and so belongs to none.
    pub dropped: Vec<Said<'d>>,
}

/// Money and its parts.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums<'d> {
    /// All of it, as often as it is said.
    pub totals: Vec<Said<'d>>,
    /// Its parts by their funds, each an id of a standard or a name.
    pub parts: Vec<(String, Said<'d>)>,
}

/// A text and the label beside it, which is empty where it stands by itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said<'d> {
    pub label: &'d str,
    /// The name of its column, where there is one.
    pub over: &'d str,
    pub entry: Entry<'d>,
}

impl<'d> Sums<'d> {
    pub fn is_empty(&self) -> bool {
        self.totals.is_empty() && self.parts.is_empty()
    }

    /// Whether it has the same text in the row of the same label.
    fn says(&self, other: &Said<'d>) -> bool {
        self.all().any(|said| said.label == other.label && said.entry.text == other.entry.text)
    }

    pub fn all(&self) -> impl Iterator<Item = Said<'d>> {
        self.totals.iter().chain(self.parts.iter().map(|(_, said)| said)).copied()
    }
}

impl<'d> Said<'d> {
    /// A text that stands by itself.
    pub fn alone(entry: Entry<'d>) -> Self {
        Self { entry, ..Self::default() }
    }

    /// A text beside a label.
    pub fn beside(label: &'d str, entry: Entry<'d>) -> Self {
        Self { label, over: "", entry }
    }

    /// The text behind its label and the name of its column.
    pub fn labelled(&self) -> String {
        labelled(trimmed(&[self.label, self.over].join(" ")), self.entry.text)
    }

    /// Whether there is a text, and not just a sign that there is none.
    pub fn says_something(&self) -> bool {
        !Words::get().is_blank(self.entry.text)
    }
}

impl<'d> Facts<'d> {
    /// Takes in a title. Where one or a project was said since the last form, it begins another, and what was said
    /// before it belongs to none.
    pub fn begin(&mut self, title: Entry<'d>) {
        if self.begins() {
            let before = std::mem::take(self);
            self.dropped = before.all_said().chain(before.dropped.iter().copied()).collect();
            self.lines = before.lines;
        }
        self.title = Some(title);
    }

    /// Takes in what stands beside a known label.
    pub fn take(&mut self, fact: Fact, said: Said<'d>) {
        match fact {
            Fact::Unit => self.units.push(said),
            Fact::Whole | Fact::Aside => self.others.push(said),
            Fact::Total => self.budget.totals.push(said),
            // What stands beside the label of the money says how much there is, or else what it is for.
            Fact::Money if money::is_amount(said.entry.text) => self.budget.totals.push(said),
            Fact::Money => self.known.push((Fact::Purpose, said)),
            fact => self.known.push((fact, said)),
        }
    }

    /// Takes in what stands in the brackets of a label: a unit of money, a year, or else a remark.
    pub fn bracket(&mut self, label: &Label, entry: Entry<'d>) {
        let words = Words::get();
        self.unit(label, entry);
        let is_kept = matches!(words.fact(label), Some(Fact::Whole | Fact::Aside));
        let Some(remark) = words.remark_in(label).filter(|_| !is_kept) else { return };
        if year(remark).is_some() {
            let text = entry.text.find(remark).map_or(entry.text, |at| &entry.text[at..at + remark.len()]);
            self.known.push((Fact::Year, Said::beside(entry.text, Entry { text, ..entry })));
        } else if words.fact(label).is_some() || words.is_usual_fund(label) {
            self.others.push(Said::alone(entry));
        }
    }

    fn unit(&mut self, label: &Label, entry: Entry<'d>) {
        let text = label.bracket.as_deref().and_then(money::unit_in).and_then(|bracket| {
            let start = entry.text.find(bracket)?;
            entry.text.get(start..start + bracket.len())
        });
        self.units.extend(text.map(|text| Said::beside(entry.text, Entry { text, ..entry })));
    }

    /// Takes what money there was at first for the budget, and what there is now for the adjusted one where that differs.
    /// Parts of what there was at first are no budget without all of it.
    pub fn settle(&mut self) {
        let initial = std::mem::take(&mut self.initial);
        if self.budget.is_empty() {
            self.budget = initial;
        } else if initial.totals.is_empty() {
            let new = initial.all().filter(|said| !self.budget.says(said));
            self.others.extend(new.collect::<Vec<_>>());
        } else if initial.all().any(|said| !self.budget.says(&said))
            || self.budget.all().any(|said| !initial.says(&said))
        {
            self.adjusted = std::mem::replace(&mut self.budget, initial);
        }
    }

    /// All that is said of money: how much there was at first, there is now, was and will be spent.
    pub fn sums(&self) -> [&Sums<'d>; 4] {
        [&self.budget, &self.adjusted, &self.spent, &self.forecast]
    }

    /// Whether nothing is said at all.
    pub fn says_nothing(&self) -> bool {
        self.all_said().next().is_none() && self.lines.is_empty() && self.dropped.is_empty()
    }

    /// Whether something is said that only another form can begin with.
    pub fn begins(&self) -> bool {
        self.title.is_some() || self.first(Fact::Project).is_some()
    }

    /// Whether nothing but a title has been said, perhaps with its year.
    pub fn are_begun(&self) -> bool {
        let is_year = |(fact, _): &(Fact, Said<'_>)| *fact == Fact::Year;
        self.title.is_some() && self.known.iter().all(is_year) && self.all_said().count() == 1 + self.known.len()
    }

    /// All that was read, the title first.
    pub fn all_said(&self) -> impl Iterator<Item = Said<'d>> {
        let known = self.known.iter().map(|(_, said)| said).chain(&self.units).chain(&self.others);
        let known = known.chain(&self.computed).copied();
        self.title
            .map(Said::alone)
            .into_iter()
            .chain(known)
            .chain(self.budget.all())
            .chain(self.initial.all())
            .chain(self.adjusted.all())
            .chain(self.spent.all())
            .chain(self.progress.all())
            .chain(self.forecast.all())
    }

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

/// Whether a text names what is said of the whole period: 中期目标（2024-2026年）.
pub(super) fn is_of_whole(text: &str) -> bool {
    Words::get().fact(&label(text)) == Some(Fact::Whole)
}

/// Whether a text is a code and the name of a unit: `610101天津市滨海新区知识产权局`.
pub(super) fn is_org(text: &str) -> bool {
    let text = text.trim_start_matches(['[', '［', '【']);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let name = text[digits..].trim_start_matches(|c: char| !c.is_alphabetic());
    (3..=12).contains(&digits) && name.chars().count() >= 3 && Words::get().is_org(name)
}

/// Whether a text is the name of a unit and nothing else: 天津市滨海新区知识产权局.
pub(super) fn is_name_of_org(text: &str) -> bool {
    let is_name = |c: char| c.is_alphabetic() || matches!(c, '(' | ')' | '（' | '）');
    let length = text.chars().count();
    (3..=LONGEST_NAME).contains(&length) && text.chars().all(is_name) && Words::get().is_org(text)
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
        assert!(!is_org("100万元以内"));
        assert!(!is_org("500强企业"));
        assert_eq!(year("（2026年度）"), Some(2026));
        assert_eq!(year("2026年"), Some(2026));
        assert_eq!(year("2026年某项目"), None);
    }
}
