//! What a statement may begin with.

use super::{Completion, CompletionKind, Insert, List};
use crate::{
    check::Missing,
    diagnostic::Lang,
    field::{Category, Direction, LevelId, MONEY, Standard},
    format::place::Inside,
    query::actions::needed,
    words::{Comparison, Keyword, Place, Role, WORDS},
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
            let row = self.row(category, 0);
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
        let rows: Vec<String> = needed.enumerate().map(|(number, category)| self.row(category, number)).collect();
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
        let rows = needed.enumerate().map(|(number, category)| format!("    {}\n", self.row(category, number + 2)));
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

    /// A row to be filled in: `质量 "${1:指标名称}" ${2:待定}`. `number` says which of several it is, whose places are
    /// numbered on.
    fn row(&self, category: &Category, number: usize) -> String {
        let (word, name) = match self.words {
            Lang::Zh => (&category.word, "指标名称"),
            Lang::En => (&category.id, "name"),
        };
        let (first, second) = (2 * number + 1, 2 * number + 2);
        format!("{word} \"${{{first}:{name}}}\" {}", self.target_of(category, second))
    }

    /// The target of a row to be filled in, with the number of its place: a bound where the category tells which way is
    /// better and what it measures, else that it is still open.
    fn target_of(&self, category: &Category, place: usize) -> String {
        let takes = |unit: &str| self.view.units().find(unit).is_some_and(|unit| category.takes(&unit));
        match category.direction {
            Some(Direction::More) if category.bounded && takes("%") => {
                format!("{} ${{{place}:90}}%", self.sign(Comparison::AtLeast))
            }
            Some(Direction::Less) if !category.measures.is_empty() && takes(MONEY[1]) => {
                format!("{} ${{{place}:10}} {}", self.sign(Comparison::AtMost), MONEY[1])
            }
            _ => format!("${{{place}:{}}}", Keyword::Tbd.spelling(self.words)),
        }
    }
}

/// What a table without rows lacks.
fn everything(standard: &Standard) -> Vec<Missing> {
    (0..standard.levels.list.len()).map(LevelId).map(Missing::Level).collect()
}
