//! What a statement may begin with.

use super::{Completion, CompletionKind, Insert, List};
use crate::{
    check::Missing,
    diagnostic::Lang,
    field::{Category, Direction, LevelId, Standard},
    format::place::Inside,
    query::actions::needed,
    words::{Keyword, Place, Role, WORDS},
};

impl List<'_, '_> {
    /// What a statement may begin with here.
    pub(super) fn heads(&mut self) {
        match self.site.inside {
            Inside::Place(Place::Project) => self.rows(),
            Inside::Place(Place::Actual) => self.results_left(),
            Inside::Role(Role::Fund) => self.funds(),
            Inside::Role(Role::Level) => self.levels(),
            _ => {}
        }
        if let Inside::Place(place) = self.site.inside {
            WORDS.iter().filter(|word| word.keyword.fits(place)).for_each(|word| self.keyword(word.keyword));
            if place == Place::File {
                self.project();
            }
        }
    }

    /// The categories of the standard, as words and as whole rows.
    fn rows(&mut self) {
        let standard = self.view.model.standard.clone();
        for category in &standard.categories.list {
            let (word, other) = match self.words {
                Lang::Zh => (&category.word, &category.id),
                Lang::En => (&category.id, &category.word),
            };
            let level = standard.level(category.level);
            let detail = format!("{} · {}", category.names.get(self.lang), level.names.get(self.lang));
            let row = row(category, word, self.words);
            let item = Completion::new(CompletionKind::Category, word, self.range).detail(detail);
            self.items.push(item.alias(other).alias(&category.names.zh).insert(Insert::Snippet(row)));
        }
        self.table();
    }

    /// All rows that a table must have, and those that most have.
    fn table(&mut self) {
        let standard = self.view.model.standard.clone();
        let label = if self.words == Lang::Zh { "全部必填指标" } else { "all required rows" };
        let detail = match self.lang {
            Lang::Zh => "标准要求的各类指标，每类一行",
            Lang::En => "a row for each category that the standard asks for",
        };
        let needed = needed(&standard, &everything(&standard)).into_iter();
        let rows: Vec<String> =
            needed.enumerate().map(|(number, category)| numbered(category, self.words, number)).collect();
        let item = Completion::new(CompletionKind::Skeleton, label, self.range).detail(detail);
        self.items.push(item.alias("table 表格").insert(Insert::Snippet(rows.join("\n") + "\n$0")));
    }

    /// A whole project to be filled in.
    fn project(&mut self) {
        let (label, detail) = match (self.words, self.lang) {
            (Lang::Zh, Lang::Zh) => ("项目 …", "一张新的绩效目标表"),
            (Lang::Zh, Lang::En) => ("项目 …", "a new table of targets"),
            (Lang::En, Lang::Zh) => ("project …", "一张新的绩效目标表"),
            (Lang::En, Lang::En) => ("project …", "a new table of targets"),
        };
        let standard = self.view.model.standard.clone();
        let needed = needed(&standard, &everything(&standard)).into_iter();
        let rows = needed
            .enumerate()
            .map(|(number, category)| format!("    {}\n", numbered(category, self.words, number + 2)));
        let rows: String = rows.collect();
        let text = match self.words {
            Lang::Zh => format!(
                "项目 \"${{1:项目名称}}\" {{\n    预算 ${{2:10}} 万元\n    用途 \"${{3:资金用途}}\"\n    目标 \"${{4:绩效目标}}\"\n\n{rows}}}\n$0"
            ),
            Lang::En => format!(
                "project \"${{1:name}}\" {{\n    budget ${{2:10}} 万元\n    purpose \"${{3:purpose}}\"\n    goal \"${{4:goal}}\"\n\n{rows}}}\n$0"
            ),
        };
        let item = Completion::new(CompletionKind::Skeleton, label, self.range).detail(detail);
        self.items.push(item.alias("project 项目").insert(Insert::Snippet(text)));
    }

    pub(super) fn funds(&mut self) {
        let standard = self.view.model.standard.clone();
        for fund in &standard.funds.list {
            let label = self.word_of(&fund.id, Role::Fund);
            let item = Completion::new(CompletionKind::Standard, label, self.range).detail(fund.names.get(self.lang));
            self.items.push(item.alias(&fund.id).alias(&fund.names.zh));
        }
    }

    fn levels(&mut self) {
        let standard = self.view.model.standard.clone();
        for level in &standard.levels.list {
            let label = self.word_of(&level.id, Role::Level);
            let item = Completion::new(CompletionKind::Standard, label, self.range).detail(level.names.get(self.lang));
            self.items.push(item.alias(&level.id).alias(&level.names.zh));
        }
    }
}

/// What a table without rows lacks.
fn everything(standard: &Standard) -> Vec<Missing> {
    (0..standard.levels.list.len()).map(LevelId).map(Missing::Level).collect()
}

/// `数量 "$1" ≥ $2`
fn row(category: &Category, word: &str, words: Lang) -> String {
    let (name, target) = parts(category, words);
    format!("{word} \"${{1:{name}}}\" {}", target.replace("{n}", "2"))
}

/// The same among several, whose places are numbered on.
fn numbered(category: &Category, words: Lang, number: usize) -> String {
    let word = if words == Lang::Zh { &category.word } else { &category.id };
    let (name, target) = parts(category, words);
    let (first, second) = (2 * number + 1, 2 * number + 2);
    format!("{word} \"${{{first}:{name}}}\" {}", target.replace("{n}", &second.to_string()))
}

/// The name and the target of a row to be filled in: a bound where the category tells which way is better, a deadline
/// where it is about time.
fn parts(category: &Category, words: Lang) -> (&'static str, String) {
    let name = if words == Lang::Zh { "指标名称" } else { "name" };
    let (tbd, least, most) = match words {
        Lang::Zh => (Keyword::Tbd.spelling(words), "≥", "≤"),
        Lang::En => (Keyword::Tbd.spelling(words), ">=", "<="),
    };
    let target = match category.direction {
        Some(Direction::More) if category.bounded => format!("{least} ${{{{n}}:90}}%"),
        Some(Direction::Less) if !category.measures.is_empty() => format!("{most} ${{{{n}}:10}} 万元"),
        _ => format!("${{{{n}}:{tbd}}}"),
    };
    (name, target)
}
