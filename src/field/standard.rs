//! A standard: which categories of indicators there are and what holds of them.

use foldhash::HashMap;

use serde::Deserialize;

use crate::{
    diagnostic::{Lang, Value},
    field::{Kind, Lighting, Measure, Rules, Scoring, Subject, Unit, Units},
    source::Span,
    values::Decimal,
    words::{Comparison, folded},
};

/// A name in both languages; the Chinese one is what forms print.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct Names {
    /// Chinese: 数量指标.
    pub zh: String,
    /// English: Quantity.
    pub en: String,
}

impl Names {
    /// The name in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl From<&Names> for Value {
    fn from(names: &Names) -> Self {
        Self::Localized { zh: names.zh.clone().into(), en: names.en.clone().into() }
    }
}

/// Whether more or less of something is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    More,
    /// Less is better.
    Less,
}

/// How much a table needs a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Need {
    /// Where it applies.
    #[default]
    Optional,
    /// Most projects have one.
    Expected,
    /// Each project has one.
    Required,
}

/// The number of a level-1 category within its standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LevelId(pub usize);

/// The number of a level-2 category within its standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CategoryId(pub usize);

/// A level-1 category: 产出指标.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The id in JSON: `output`.
    pub id: String,
    /// What forms print.
    pub names: Names,
    /// Whether a table must have it.
    pub need: Need,
}

/// A level-2 category: 数量指标.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// The id in JSON and the English word of its statements: `quantity`.
    pub id: String,
    /// What forms print.
    pub names: Names,
    /// The Chinese word that the formatter writes: 数量.
    pub word: String,
    /// What it is about, if its name tells.
    pub kind: Option<Kind>,
    /// The level that it belongs to.
    pub level: LevelId,
    /// Whether a table must have it.
    pub need: Need,
    /// Which way is better, where the category tells.
    pub direction: Option<Direction>,
    /// What its numbers may measure; anything where empty.
    pub measures: Vec<Measure>,
    /// Whether its percentages cannot be above 100 %.
    pub bounded: bool,
    /// Whether it counts the work itself: where that came to nothing, nothing else of the level was achieved.
    pub premise: bool,
}

impl Category {
    /// Whether its numbers may have a unit.
    pub fn takes(&self, unit: &Unit) -> bool {
        self.measures.is_empty() || self.measures.contains(&unit.measure)
    }

    /// Which way is better, where the category says so for certain. Only cost and satisfaction do: under quantity or
    /// quality there are rates of faults and accidents, where less is better.
    pub fn certain_direction(&self) -> Option<Direction> {
        self.direction.filter(|direction| *direction == Direction::Less || self.bounded)
    }

    /// Which way is better of numbers in a unit where no sign tells: what the category says; of spans of time less, of
    /// other things more.
    pub fn direction_of(&self, unit: Option<Unit>, units: &Units) -> Direction {
        let is_time = unit.is_some_and(|unit| units.is_time(unit.measure));
        self.direction.unwrap_or(if is_time { Direction::Less } else { Direction::More })
    }
}

/// A source of money: 财政资金.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// The id in JSON and the English word: `fiscal`.
    pub id: String,
    /// What forms print.
    pub names: Names,
}

/// A grade of an evaluation: 优.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// The id in JSON: `excellent`.
    pub id: String,
    /// What forms print.
    pub names: Names,
    /// The score that earns it.
    pub bound: Option<(Comparison, Decimal)>,
}

/// The weights of the levels for projects that have just these levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheme {
    /// Each level with its points.
    pub weights: Vec<(LevelId, Decimal)>,
}

impl Scheme {
    /// The levels that it is for, sorted.
    pub fn levels(&self) -> Vec<LevelId> {
        let mut levels: Vec<LevelId> = self.weights.iter().map(|&(level, _)| level).collect();
        levels.sort_unstable();
        levels
    }
}

/// Things with an id and spellings.
#[derive(Debug, Clone)]
pub struct Table<T> {
    /// The things, in the order in which forms print them.
    pub list: Vec<T>,
    words: HashMap<String, usize>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { list: Vec::new(), words: HashMap::default() }
    }
}

impl<T> Table<T> {
    /// The number of the thing with this spelling.
    pub fn find(&self, word: &str) -> Option<usize> {
        self.words.get(word).or_else(|| self.words.get(&*folded(word))).copied()
    }

    /// Gives the thing of this number a further spelling.
    pub(super) fn spell(&mut self, number: usize, word: impl Into<String>) {
        self.words.insert(word.into(), number);
    }

    /// Takes in a thing by its id; it takes the place of one with the same.
    pub(super) fn put(&mut self, id: &str, thing: T) -> usize {
        let number = match self.words.get(id) {
            Some(&number) => {
                self.list[number] = thing;
                number
            }
            None => {
                self.list.push(thing);
                self.list.len() - 1
            }
        };
        self.spell(number, id);
        number
    }

    /// All spellings, sorted.
    pub fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.words.keys().map(String::as_str).collect();
        words.sort_unstable();
        words
    }
}

/// A standard.
#[derive(Debug, Clone, Default)]
pub struct Standard {
    /// Its id: `mof-2020`.
    pub id: String,
    /// Its name for people.
    pub names: Names,
    /// The level-1 categories.
    pub levels: Table<Level>,
    /// The level-2 categories.
    pub categories: Table<Category>,
    /// The sources of money.
    pub funds: Table<Fund>,
    /// The grades, best first.
    pub grades: Table<Grade>,
    /// The weights by the levels that a project has; the first that fits holds.
    pub schemes: Vec<Scheme>,
    /// The points for executing the budget.
    pub execution: Option<Decimal>,
    /// How results are scored.
    pub scoring: Scoring,
    /// How progress during the year is shown as a light.
    pub lights: Rules<Lighting>,
    /// Percentages with one of these in their names may be above 100 % or below 0.
    pub unbounded: Vec<String>,
    /// Where a file defines it.
    pub defined_at: Option<Span>,
    /// Whether the one that it extends is not known, so that what it lacks may stand there.
    pub is_partial: bool,
}

impl Standard {
    /// A level by its number.
    pub fn level(&self, id: LevelId) -> &Level {
        &self.levels.list[id.0]
    }

    /// A category by its number.
    pub fn category(&self, id: CategoryId) -> &Category {
        &self.categories.list[id.0]
    }

    /// The category that statements with this word belong to.
    pub fn find_category(&self, word: &str) -> Option<CategoryId> {
        self.categories.find(word).map(CategoryId)
    }

    /// What a rule for a subject may be stated of, the first that counts first: the category of this id, if the standard
    /// has it, then the subject.
    pub fn stated_of(&self, category: &str, subject: Subject) -> impl Iterator<Item = Subject> {
        self.find_category(category).map(Subject::Category).into_iter().chain([subject])
    }

    /// The number of the grade that a score out of a hundred earns.
    pub fn grade(&self, score: Decimal) -> Option<usize> {
        let earns = |grade: &Grade| grade.bound.is_some_and(|(comparison, bound)| comparison.holds(&score, &bound));
        self.grades.list.iter().position(earns)
    }

    /// Categories as messages list them: with their Chinese words, or with their English ones.
    pub(super) fn listed<'c>(&self, categories: impl Iterator<Item = &'c Category>) -> Value {
        Value::list(categories.map(|category| (category.word.as_str(), category.id.as_str())))
    }

    /// The weights for a project with just these levels, execution not counted.
    pub fn scheme(&self, mut levels: Vec<LevelId>) -> Option<&Scheme> {
        levels.sort_unstable();
        levels.dedup();
        self.schemes.iter().find(|scheme| scheme.levels() == levels)
    }
}
