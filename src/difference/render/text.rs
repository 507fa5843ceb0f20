//! Differences for people at a terminal: in numbers, then what has become weaker, then all of it project by project.

use super::{places, told, words};
use crate::{
    diagnostic::{Lang, Text, render::Style},
    difference::{Change, Check, Difference, How, Item, Pair, ProjectDifference, Row, Said, Snapshot, What, summary},
    table::{Ambiguous, wrap},
};

/// The narrowest page.
const NARROWEST: usize = 40;

/// How many rows are listed at the top.
const MOST: usize = 20;

/// How many letters are kept of what two long texts have in common, before and behind what differs.
const CONTEXT: usize = 12;

/// ANSI colours.
const RED: &str = "31";
const GREEN: &str = "32";
const CYAN: &str = "36";
const BOLD: &str = "1";
const ALARM: &str = "1;31";

pub(super) fn render(difference: &Difference<'_>, style: Style) -> String {
    if difference.is_empty() {
        return String::new();
    }
    let summary = summary(difference);
    let mut page = Page { style, widths: Widths::of(difference, style.lang), out: String::new() };
    let counts = words::counts(&summary, style.lang);
    // What differs in all projects alike is not counted.
    if !counts.is_empty() {
        page.line(0, &[], &counts);
    }
    page.weaker(difference, summary.relaxed + summary.softened + summary.removed);
    if !difference.changes.is_empty() {
        page.gap();
        page.line(0, &[], words::ALL.get(style.lang));
        difference.changes.iter().for_each(|change| page.change(4, page.widths.project, change));
    }
    told(difference).for_each(|project| page.project(project));
    let respelt = words::respelt(summary.respelt, style.lang);
    if !respelt.is_empty() {
        page.gap();
        page.line(0, &[], &respelt);
    }
    page.out
}

/// A word that stands before a text, with its colour; the text begins behind it in the same column on all lines.
type Lead<'l> = (&'l str, &'static str);

/// How wide the columns of changes are.
#[derive(Default)]
struct Widths {
    /// What differs of a project.
    project: usize,
    /// What differs of a row or a check.
    item: usize,
    /// How it changed.
    how: usize,
}

impl Widths {
    fn of(difference: &Difference<'_>, lang: Lang) -> Self {
        let mut widths = Self { how: columns(words::how(How::Removed, lang)), ..Self::default() };
        for project in told(difference) {
            let rows = project.rows.iter().flat_map(|row| &row.changes);
            let checks = project.checks.iter().flat_map(|check| &check.changes);
            let items = rows.chain(checks).map(|change| (change, false));
            let all = items.chain(project.changes.iter().map(|change| (change, true)));
            all.filter(|(change, _)| !change.is_spelling())
                .for_each(|(change, outside)| widths.take(change, outside, lang));
        }
        difference.changes.iter().for_each(|change| widths.take(change, true, lang));
        widths
    }

    /// Makes room for a change, in a table or outside of one.
    fn take(&mut self, change: &Change, is_outside: bool, lang: Lang) {
        let what = if is_outside { &mut self.project } else { &mut self.item };
        *what = (*what).max(columns(&words::what(&change.what, lang)));
        self.how = self.how.max(columns(words::how(change.how, lang)));
    }
}

struct Page {
    style: Style,
    widths: Widths,
    out: String,
}

impl Page {
    fn lang(&self) -> Lang {
        self.style.lang
    }

    /// A text behind its leads, its further lines under its first.
    fn line(&mut self, indent: usize, leads: &[Lead<'_>], text: &str) {
        let before: usize = indent + leads.iter().map(|(word, _)| columns(word) + 1).sum::<usize>();
        let lines = wrap(text, self.style.width.max(NARROWEST).saturating_sub(before).max(2), Ambiguous::Narrow);
        self.out.push_str(&" ".repeat(indent));
        for (word, colour) in leads {
            self.out.push_str(&self.painted(word, colour));
            self.out.push(' ');
        }
        let joint = "\n".to_owned() + &" ".repeat(before);
        self.out.push_str(&lines.join(&joint));
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
    }

    /// An empty line, but not at the top.
    fn gap(&mut self) {
        self.out.push_str(if self.out.is_empty() { "" } else { "\n" });
    }

    fn painted(&self, word: &str, colour: &str) -> String {
        if self.style.colour && !colour.is_empty() { format!("\x1B[{colour}m{word}\x1B[0m") } else { word.to_owned() }
    }

    /// What asks for less than before, in a line each.
    fn weaker(&mut self, difference: &Difference<'_>, count: usize) {
        if count == 0 {
            return;
        }
        let lang = self.lang();
        self.gap();
        self.line(0, &[("⚠", ALARM)], &words::weaker(count, lang));
        let is_many = told(difference).filter(|project| project.rows.iter().any(Item::is_weaker)).count() > 1;
        let mut left = MOST;
        for project in told(difference) {
            let rows = project.rows.iter().filter(|row| row.is_weaker()).take(left);
            let rows: Vec<&Item<'_, Row>> = rows.collect();
            if is_many && !rows.is_empty() {
                self.line(2, &[], &project.pair.latest().name);
            }
            left -= rows.len();
            rows.into_iter().for_each(|row| self.weak_row(row));
        }
        if count > MOST {
            self.line(4, &[], &words::more(count - MOST, lang));
        }
    }

    fn weak_row(&mut self, item: &Item<'_, Row>) {
        let lang = self.lang();
        let name = words::row(item.pair.latest(), lang);
        let change = words::weakness(item);
        let how = change.map_or(How::Removed, |change| change.how);
        let text = match change {
            Some(change) => [name, sides(change, lang), words::remark(change, lang)],
            None => [name, target(item.pair.latest()), String::new()],
        };
        let place = item.pair.latest().place.to_string();
        let text: Vec<String> = text.into_iter().chain([place]).filter(|part| !part.is_empty()).collect();
        let how = padded(words::how(how, lang), self.widths.how);
        self.line(4, &[(&how, RED)], &text.join("  "));
    }

    fn project(&mut self, project: &ProjectDifference<'_>) {
        self.gap();
        self.project_head(&project.pair);
        let changes = project.changes.iter().filter(|change| !change.is_spelling());
        changes.for_each(|change| self.change(4, self.widths.project, change));
        project.rows.iter().filter(|row| row.differs()).for_each(|row| self.row(row));
        project.checks.iter().filter(|check| check.differs()).for_each(|check| self.check(check));
    }

    fn project_head(&mut self, pair: &Pair<'_, Snapshot>) {
        let lang = self.lang();
        let project = pair.latest();
        let budget = project.budget().map(|budget| budget.text.get(lang));
        let size = words::size(budget, project.rows.len(), lang);
        let word = Text { zh: "项目", en: "project" }.get(lang);
        let head = format!("{word} {}", project.name);
        let (lead, text) = match pair {
            Pair::Both(..) => (None, head),
            Pair::Added(_) => (Some(("+", GREEN)), format!("{head}  {size}")),
            Pair::Removed(_) => (Some(("-", RED)), format!("{head}  {size}")),
        };
        let text = format!("{text}  {}", places(pair, |project| &project.place));
        match lead {
            Some(lead) => self.line(0, &[lead], &text),
            None => self.line(0, &[], &text),
        }
    }

    fn row(&mut self, item: &Item<'_, Row>) {
        let lang = self.lang();
        let row = item.pair.latest();
        let mut text = vec![words::row(row, lang)];
        if !matches!(item.pair, Pair::Both(..)) {
            text.push(target(row));
            let weight = row.weight.as_ref().map(|weight| weight.said.text.get(lang));
            text.extend(weight.map(|weight| format!("{} {weight}", words::what(&What::Weight, lang))));
        }
        text.push(places(&item.pair, |row| &row.place));
        let mark = words::mark(&item.pair, item.is_weaker());
        self.line(2, &[(mark, colour_of(mark))], &text.join("  "));
        self.changes(&item.changes);
    }

    fn check(&mut self, item: &Item<'_, Check>) {
        let lang = self.lang();
        let check = item.pair.latest();
        let formula = check.formula.text.get(lang).to_owned();
        let is_alone = !matches!(item.pair, Pair::Both(..)) && check.name.is_some();
        let places = places(&item.pair, |check| &check.formula.place);
        let text = [Some(words::check(check, lang)), is_alone.then_some(formula), Some(places)];
        let mark = words::mark(&item.pair, false);
        self.line(2, &[(mark, colour_of(mark))], &text.into_iter().flatten().collect::<Vec<_>>().join("  "));
        self.changes(&item.changes);
    }

    fn changes(&mut self, changes: &[Change]) {
        let changes = changes.iter().filter(|change| !change.is_spelling());
        changes.for_each(|change| self.change(6, self.widths.item, change));
    }

    /// `指标值 放宽 ≥12次 → ≥10次  -2次（-16.67%）`; long texts stand on lines of their own.
    fn change(&mut self, indent: usize, width: usize, change: &Change) {
        let lang = self.lang();
        let (what, how) = (words::what(&change.what, lang), words::how(change.how, lang));
        let colour = if change.is_weaker() { RED } else { CYAN };
        let (what, how) = (padded(&what, width), padded(how, self.widths.how));
        let leads = [(&*what, ""), (&*how, colour)];
        let remark = words::remark(change, lang);
        let line = [sides(change, lang), remark.clone()];
        let line = line.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("  ");
        let room = self.style.width.max(NARROWEST).saturating_sub(indent + width + self.widths.how + 2);
        let is_long = columns(&line) > room || line.contains('\n');
        match (&change.old, &change.new) {
            (Some(old), Some(new)) if is_long => {
                self.line(indent, &leads, &remark);
                let texts = shortened(old.text.get(lang), new.text.get(lang));
                for (side, text) in words::SIDES.iter().zip([&texts.0, &texts.1]) {
                    self.line(indent + 2, &[(side.get(lang), "")], text);
                }
            }
            _ => self.line(indent, &leads, &line),
        }
    }
}

fn columns(text: &str) -> usize {
    Ambiguous::Narrow.width(text)
}

/// A word with blanks up to a width, without what would steer the terminal.
fn padded(word: &str, width: usize) -> String {
    let word = wrap(word, usize::MAX, Ambiguous::Narrow).concat();
    let blanks = width.saturating_sub(columns(&word));
    word + &" ".repeat(blanks)
}

fn colour_of(mark: &str) -> &'static str {
    match mark {
        "-" => RED,
        "+" => GREEN,
        "⚠" => ALARM,
        _ => BOLD,
    }
}

/// `≥12次 → ≥10次`, or the one text that there is.
fn sides(change: &Change, lang: Lang) -> String {
    let texts = [&change.old, &change.new].into_iter().flatten().map(|said: &Said| said.text.get(lang));
    texts.collect::<Vec<_>>().join(" → ")
}

fn target(row: &Row) -> String {
    row.target().map(|target| target.text.clone()).unwrap_or_default()
}

/// Two long texts without most of what they have in common before and behind what differs.
fn shortened(old: &str, new: &str) -> (String, String) {
    let same = |(one, other): &(char, char)| one == other;
    let before = old.chars().zip(new.chars()).take_while(same).count();
    let behind = old.chars().rev().zip(new.chars().rev()).take_while(same).count();
    let behind = behind.min(old.chars().count().min(new.chars().count()) - before);
    (cut(old, before, behind), cut(new, before, behind))
}

/// A text without all but a few of its first and last letters.
fn cut(text: &str, before: usize, behind: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    // What is cut is longer than the sign that it is cut.
    let start = if before > CONTEXT + 1 { before - CONTEXT } else { 0 };
    let end = letters.len() - if behind > CONTEXT + 1 { behind - CONTEXT } else { 0 };
    let inside = letters.get(start..end).unwrap_or_default().iter().collect::<String>();
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    [dots(start > 0), &inside, dots(end < letters.len())].concat()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn what_long_texts_share_is_cut() {
        let text = |number| {
            format!("通过支撑知识产权保护工作站和维权援助中心建设，支撑{number}家工作站，推动服务体系向基层延伸")
        };
        let (old, new) = shortened(&text("12"), &text("10"));
        assert_eq!(old, "…维权援助中心建设，支撑12家工作站，推动服务体系向…");
        assert_eq!(new, "…维权援助中心建设，支撑10家工作站，推动服务体系向…");
        assert_eq!(shortened("一二", "一二三"), ("一二".to_owned(), "一二三".to_owned()));
        assert_eq!(shortened("aaaa", "aa"), ("aaaa".to_owned(), "aa".to_owned()));
        assert_eq!(shortened("", "一"), (String::new(), "一".to_owned()));
    }
}
