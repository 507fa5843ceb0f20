//! What can be done for the author at a place, beside the repairs that findings propose.

use super::{NameKind, View, rename::allowed, site::Site};
use crate::{
    check::{Missing, example, missing_categories},
    diagnostic::{Edit, Lang},
    field::{Category, Need, Standard},
    format::place::Inside,
    format::{Options, format},
    model::{Indicator, Project, Workspace},
    source::{Range, line_start},
    words::{Keyword, Place, folded},
};

/// What an action is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionKind {
    /// Rows that a table must have.
    FillIn,
    /// A label for checks.
    Label,
    /// The words of the whole file in the other language.
    Words,
}

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What it is for.
    pub kind: ActionKind,
    /// What it is called.
    pub title: String,
    /// What changes, in the file itself.
    pub edits: Vec<Edit>,
}

/// The longest name that makes a label by itself, in characters.
const LONGEST_LABEL: usize = 8;

impl View<'_> {
    /// What can be done at a place. What takes long has no edits yet; [`View::in_other_words`] tells them.
    pub fn actions(&self, at: u32, lang: Lang) -> Vec<Action> {
        let project = self.project_at(at);
        let label = project.as_ref().and_then(|project| self.label(project, at, lang));
        let rows = project.as_ref().and_then(|project| self.missing_rows(project, at, lang));
        rows.into_iter().chain(label).chain(self.other_words(lang)).collect()
    }

    /// Rows for the categories that the project lacks, those that it must have or most have.
    fn missing_rows(&self, project: &Project<'_>, at: u32, lang: Lang) -> Option<Action> {
        let words = self.written_in(lang);
        let missing = missing_categories(project);
        let missing = needed(&project.standard, &missing);
        let rows: Vec<String> =
            missing.into_iter().map(|category| format!("{}\n", example(category).get(words))).collect();
        let block = self.document.tree.get(self.head_at(at)?.statement.id).block?;
        if rows.is_empty() || block.close.is_empty() {
            return None;
        }
        let edit = self.before_close(block.close, &rows);
        let title = match lang {
            Lang::Zh => format!("补上缺少的指标（{} 条）", rows.len()),
            Lang::En => format!("add the indicators that are missing ({})", rows.len()),
        };
        Some(Action { kind: ActionKind::FillIn, title, edits: vec![edit] })
    }

    /// Lines before a `}`, indented by one step more than it.
    fn before_close(&self, close: Range, rows: &[String]) -> Edit {
        let tree = self.document.tree;
        let start = line_start(self.document.text, close.start);
        let indent = &self.document.text[start..close.start as usize];
        if indent.trim().is_empty() {
            let lines: String = rows.iter().map(|row| format!("{indent}    {row}")).collect();
            return Edit { span: tree.span(Range::new(start as u32, start as u32)), replacement: lines };
        }
        let lines: String = rows.iter().map(|row| format!("    {row}")).collect();
        Edit { span: tree.span(Range::new(close.start, close.start)), replacement: format!("\n{lines}") }
    }

    /// A label for the indicator at a place, if it has none.
    fn label(&self, project: &Project<'_>, at: u32, lang: Lang) -> Option<Action> {
        let site = Site::of(self.document, at, &self.model.standard);
        let head = self.document.tree.head(site.statement?);
        let is_there = |row: &&Indicator<'_>| row.word.file == Workspace::MAIN && head.touches(row.word.range.start);
        let row = project.indicators.iter().find(is_there)?;
        let end = row.target.as_ref()?.span.behind();
        if row.label.is_some() || row.broken || !matches!(site.inside, Inside::Place(Place::Project)) {
            return None;
        }
        let words = if self.document.slice(row.word.range).is_ascii() { Lang::En } else { Lang::Zh };
        let name = free_label(project, row, words);
        let title = match lang {
            Lang::Zh => format!("给这条指标加上标记 `{name}`，供校验使用"),
            Lang::En => format!("give this indicator the label `{name}`, for use in checks"),
        };
        let replacement = format!(" {} {name}", Keyword::As.spelling(words));
        Some(Action { kind: ActionKind::Label, title, edits: vec![Edit { span: end, replacement }] })
    }

    /// That all words can be turned into the other language.
    fn other_words(&self, lang: Lang) -> Option<Action> {
        if !self.document.tree.braces_match() || self.document.text.trim().is_empty() {
            return None;
        }
        let title = match (self.other_language(lang), lang) {
            (Lang::Zh, Lang::Zh) => "全文关键词改为中文",
            (Lang::En, Lang::Zh) => "全文关键词改为英文",
            (Lang::Zh, Lang::En) => "turn all words into Chinese",
            (Lang::En, Lang::En) => "turn all words into English",
        };
        Some(Action { kind: ActionKind::Words, title: title.to_owned(), edits: Vec::new() })
    }

    /// All keywords and words of the standard in the other language than the file is written in.
    pub fn in_other_words(&self, lang: Lang) -> Edit {
        let (text, tree) = (self.document.text, self.document.tree);
        let options = Options { words: Some(self.other_language(lang)), vocabulary: Some(&*self.model.standard) };
        let whole = tree.span(Range::new(0, text.len() as u32));
        Edit { span: whole, replacement: format(text, tree, options) }
    }

    fn other_language(&self, lang: Lang) -> Lang {
        match self.written_in(lang) {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }
}

/// The categories that are needed of those that are missing, in the order of the standard; of a level that is wholly
/// absent those that it needs, or the first.
pub(super) fn needed<'t>(standard: &'t Standard, missing: &[Missing]) -> Vec<&'t Category> {
    let mut numbers: Vec<usize> = Vec::new();
    for missing in missing {
        match *missing {
            Missing::Level(level) if standard.level(level).need != Need::Optional => {
                let of_level = |number: &usize| standard.categories.list[*number].level == level;
                let all: Vec<usize> = (0..standard.categories.list.len()).filter(of_level).collect();
                let is_needed = |number: &usize| standard.categories.list[*number].need != Need::Optional;
                let own: Vec<usize> = all.iter().copied().filter(is_needed).collect();
                numbers.extend(if own.is_empty() { all.first().copied().into_iter().collect() } else { own });
            }
            Missing::Category(category) if standard.category(category).need != Need::Optional => {
                numbers.push(category.0)
            }
            Missing::Level(_) | Missing::Category(_) => {}
        }
    }
    numbers.sort_unstable();
    numbers.into_iter().map(|number| &standard.categories.list[number]).collect()
}

/// A label that the project does not have: the name of the row where that is short and one word, else a number.
fn free_label(project: &Project<'_>, row: &Indicator<'_>, words: Lang) -> String {
    let is_free = |label: &str| {
        let is_taken = |row: &Indicator<'_>| row.label.is_some_and(|taken| folded(taken.value) == folded(label));
        !project.indicators.iter().any(is_taken) && !project.said.labels.contains(&*folded(label))
    };
    let name = &*row.name.value;
    let is_short = name.chars().count() <= LONGEST_LABEL;
    if is_short && allowed(NameKind::Label, name, &project.standard).is_ok() && is_free(name) {
        return name.to_owned();
    }
    let stem = if words == Lang::Zh { "指标" } else { "row" };
    let numbered = (1..=project.indicators.len() + 1).map(|number| format!("{stem}{number}"));
    numbered.into_iter().find(|label| is_free(label)).unwrap_or_else(|| stem.to_owned())
}
