//! What stands above the indicators: the title, the budget unit, labels with the facts beside them.

use super::{
    document::Cell,
    form::Entry,
    money,
    words::{Fact, Words, label, trimmed},
};

/// What a form says of its project.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts<'d> {
    /// The line that is the title.
    pub title: Option<Entry<'d>>,
    /// The name of the sheet that it stands on.
    pub sheet: Option<Entry<'d>>,
    /// The facts beside labels that are known, in their order.
    pub known: Vec<(Fact, Said<'d>)>,
    /// Money by its funds, each an id of a standard or a name.
    pub funds: Vec<(String, Said<'d>)>,
    /// Units of money, from the line above the form or from the label of the money.
    pub units: Vec<Said<'d>>,
    /// What stands beside other labels.
    pub others: Vec<Said<'d>>,
    /// What was said before another form began, and so belongs to none.
    pub dropped: Vec<Entry<'d>>,
}

/// A text and the label beside it, which is empty where it stands by itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said<'d> {
    pub label: &'d str,
    pub entry: Entry<'d>,
}

impl<'d> Said<'d> {
    /// Of a text that stands by itself.
    pub fn alone(entry: Entry<'d>) -> Self {
        Self { label: "", entry }
    }

    /// Whether there is a text, and not just a sign that there is none.
    pub fn says_something(&self) -> bool {
        !Words::get().is_blank(self.entry.text)
    }
}

impl<'d> Facts<'d> {
    /// Takes in a title. Where one or a project was said since the last form, it begins another, and what was said
    /// before it belongs to none.
    fn begin(&mut self, title: Entry<'d>) {
        if self.title.is_some() || self.first(Fact::Project).is_some() {
            let before = std::mem::take(self);
            self.dropped = before.entries().chain(before.dropped.iter().copied()).collect();
        }
        self.title = Some(title);
    }

    /// Takes in what stands beside a known label.
    pub fn take(&mut self, fact: Fact, said: Said<'d>) {
        match fact {
            Fact::Unit => self.units.push(said),
            Fact::Aside => self.others.push(said),
            // What stands beside the label of the money says how much there is, or else what it is for.
            Fact::Money if money::is_amount(said.entry.text) => self.known.push((Fact::Total, said)),
            Fact::Money => self.known.push((Fact::Purpose, said)),
            fact => self.known.push((fact, said)),
        }
    }

    /// All that was read.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'d>> {
        let known = self.known.iter().map(|(_, said)| said).chain(self.funds.iter().map(|(_, said)| said));
        let said = known.chain(&self.units).chain(&self.others).map(|said| said.entry);
        self.title.into_iter().chain(said)
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

/// Takes in a line that stands by itself: a title, `610101某单位`, `单位：元`, `（2026年度）`. Answers whether it says
/// any of these.
pub(super) fn line<'d>(entry: Entry<'d>, facts: &mut Facts<'d>) -> bool {
    if let Some((_, bracket)) = Words::get().titled(entry.text) {
        facts.begin(entry);
        let year = year(bracket).map(|_| (Fact::Year, Said::alone(Entry { text: bracket, ..entry })));
        facts.known.extend(year);
        return true;
    }
    if let Some((fact, said)) = labelled(entry) {
        facts.take(fact, said);
        return true;
    }
    let fact = if is_org(entry.text) { Some(Fact::Org) } else { year(entry.text).map(|_| Fact::Year) };
    facts.known.extend(fact.map(|fact| (fact, Said::alone(entry))));
    fact.is_some()
}

/// A known label and the text behind it in the same line: `单位：元`.
pub(super) fn labelled(entry: Entry<'_>) -> Option<(Fact, Said<'_>)> {
    let (before, text) = entry.text.split_once([':', '：'])?;
    let fact = Words::get().fact(&label(before))?;
    Some((fact, Said { label: trimmed(before), entry: Entry { text: trimmed(text), ..entry } }))
}

/// Whether a text is a code and the name of a unit: `610101天津市滨海新区知识产权局`.
fn is_org(text: &str) -> bool {
    let text = text.trim_start_matches(['[', '［', '【']);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let name = text[digits..].trim_start_matches(|c: char| !c.is_alphabetic());
    (3..=12).contains(&digits) && name.chars().count() >= 3 && !name.contains(['年', '，', '。'])
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
        assert_eq!(year("（2026年度）"), Some(2026));
        assert_eq!(year("2026年"), Some(2026));
        assert_eq!(year("2026年某项目"), None);
    }
}
