//! The categories of a document's rows, told in the words of a standard. What no standard knows extends one.

use foldhash::{HashMap, HashSet};

use super::{form::Row, words::label};
use crate::{
    diagnostic::Lang,
    field::{DEFAULT_STANDARD, Field, Standard},
    syntax::quoted,
    words::Keyword,
};

/// The name of the standard that a document's own categories make.
const OWN: &str = "本表分类";

/// The level of rows that say none, where their category does not tell.
const NO_LEVEL: &str = "未分类指标";

/// The categories of all rows of a document.
#[derive(Debug)]
pub(super) struct Filing<'f> {
    base: &'f Standard,
    levels: Vec<Shelf>,
    /// The numbers of the levels, by their names.
    by_name: HashMap<String, usize>,
    /// The word of each pair of level and category, as they are printed.
    words: HashMap<(String, String), String>,
    /// The names of the categories that the base has not, by their words.
    names: HashMap<String, String>,
    /// The words of levels and categories that are used.
    used: Used,
}

/// A level with the categories of it that are used.
#[derive(Debug)]
struct Shelf {
    id: String,
    name: String,
    categories: Vec<(String, String)>,
    /// Whether the base has it under just this name.
    is_known: bool,
}

/// The words that are used, and how often a number was put behind one.
#[derive(Debug, Default)]
struct Used {
    levels: HashSet<String>,
    categories: HashSet<String>,
    numbers: HashMap<String, usize>,
}

/// The printed name of a level without the points in the brackets behind it: 产出指标（50分）.
pub(super) fn plain(text: &str) -> String {
    let mut plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(open) = plain.find(['(', '（'])
        && points(text).is_some()
    {
        plain.truncate(open);
    }
    plain
}

/// The points in the brackets behind a level: 50.
pub(super) fn points(text: &str) -> Option<String> {
    let is_behind = text.trim_end().ends_with([')', '）']) && text.matches(['(', '（']).count() == 1;
    let bracket = label(text).bracket.filter(|_| is_behind)?;
    let points = bracket.trim_end_matches(['分', '%']).to_owned();
    let is_number = !points.is_empty() && points.chars().all(|c| c.is_ascii_digit() || c == '.');
    (is_number && points.starts_with(|c: char| c.is_ascii_digit()) && points.ends_with(|c: char| c.is_ascii_digit()))
        .then_some(points)
}

impl<'f> Filing<'f> {
    /// Files all rows under the standard that knows most of them, of equals under the one that is preferred, or else the
    /// usual one.
    pub fn of<'r, 'd: 'r>(
        rows: impl Iterator<Item = &'r Row<'d>> + Clone,
        field: &'f Field,
        preferred: Option<&str>,
    ) -> Option<Self> {
        let known = |standard: &&Standard| rows.clone().filter(|row| is_exact(standard, row)).count();
        let standards = field.standards.iter().map(|standard| &**standard);
        let is = |standard: &Standard, id| Some(&*standard.id) == id;
        let base = standards
            .max_by_key(|standard| (known(standard), is(standard, preferred), is(standard, Some(DEFAULT_STANDARD))))?;
        let mut filing = Self {
            base,
            levels: Vec::new(),
            by_name: HashMap::default(),
            words: HashMap::default(),
            names: HashMap::default(),
            used: Used::default(),
        };
        // What the base has under just these names keeps its words, whatever else stands above it.
        rows.clone().for_each(|row| filing.keep_level(row));
        rows.clone().filter(|row| is_exact(base, row)).for_each(|row| filing.file(row));
        rows.for_each(|row| filing.file(row));
        Some(filing)
    }

    /// Opens the level of a row if the base has it under just this name.
    fn keep_level(&mut self, row: &Row<'_>) {
        let name = plain(row.level1.text);
        if self.base.levels.find(&name).is_some_and(|at| self.base.levels.list[at].names.zh == name) {
            self.shelf(&name);
        }
    }

    /// The id of the standard that is built upon.
    pub fn base(&self) -> &str {
        &self.base.id
    }

    /// The word that begins a row.
    pub fn word(&self, row: &Row<'_>) -> &str {
        self.words.get(&key(row)).map_or("", String::as_str)
    }

    /// The same as the formatted file has it.
    pub fn shown(&self, row: &Row<'_>) -> &str {
        let word = self.word(row);
        self.names.get(word).map_or(word, |name| name.strip_suffix("指标").unwrap_or(name))
    }

    /// The word of a level in the weights of a project.
    pub fn level(&self, text: &str) -> Option<&str> {
        self.by_name.get(&plain(text)).and_then(|at| self.levels.get(*at)).map(|level| &*level.id)
    }

    /// Whether a row's category stands in the base as it is printed.
    pub fn is_known(&self, row: &Row<'_>) -> bool {
        is_exact(self.base, row)
    }

    fn file(&mut self, row: &Row<'_>) {
        let key = key(row);
        if self.words.contains_key(&key) {
            return;
        }
        let (level, category) = key.clone();
        let word = if is_exact(self.base, row) {
            let known = self.base.find_category(&category).map(|id| self.base.category(id).word.clone());
            self.shelf(&level);
            known.unwrap_or_default()
        } else {
            self.extend(&level, &category)
        };
        self.used.categories.insert(word.clone());
        self.words.insert(key, word);
    }

    /// The level of this name, opened if it is not yet used; answers its number.
    fn shelf(&mut self, name: &str) -> usize {
        if let Some(at) = self.by_name.get(name) {
            return *at;
        }
        let base = self.base.levels.find(name).map(|at| &self.base.levels.list[at]);
        let free = base.filter(|base| !self.used.levels.contains(&base.id));
        let is_known = free.is_some_and(|base| base.names.zh == name);
        let id = free.map_or_else(|| self.unused(name), |base| base.id.clone());
        self.used.levels.insert(id.clone());
        self.by_name.insert(name.to_owned(), self.levels.len());
        self.levels.push(Shelf { id, name: name.to_owned(), categories: Vec::new(), is_known });
        self.levels.len() - 1
    }

    /// Adds a category that the base has not, not under this name, or not in this level.
    fn extend(&mut self, level: &str, category: &str) -> String {
        let shelf = self.shelf(if level.is_empty() { NO_LEVEL } else { level });
        let name = if category.is_empty() { self.levels[shelf].name.clone() } else { category.to_owned() };
        let base = self.base.find_category(&name).map(|id| self.base.category(id));
        let in_level = base.filter(|base| self.base.level(base.level).id == self.levels[shelf].id);
        let is_free = |word: &str| !self.used.categories.contains(word);
        let word = match in_level {
            Some(base) if is_free(&base.id) && is_free(&base.word) => base.id.clone(),
            _ => self.unused(&name),
        };
        self.levels[shelf].categories.push((word.clone(), name.clone()));
        self.names.insert(word.clone(), name);
        word
    }

    /// A word made of a name that nothing else is called by.
    fn unused(&mut self, name: &str) -> String {
        let name = name.strip_suffix("指标").filter(|name| !name.is_empty()).unwrap_or(name);
        let word: String = name.chars().filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')).collect();
        let word = if word.is_empty() { "类别".to_owned() } else { word };
        let (base, used) = (self.base, &mut self.used);
        let is_taken = |word: &str| {
            Keyword::find(word).is_some()
                || base.find_category(word).is_some()
                || base.levels.find(word).is_some()
                || used.levels.contains(word)
                || used.categories.contains(word)
        };
        if !is_taken(&word) {
            return word;
        }
        let numbered = |number: usize| if number == 0 { format!("{word}类") } else { format!("{word}类{number}") };
        let first = used.numbers.get(&word).copied().unwrap_or_default();
        let number = (first..).find(|number| !is_taken(&numbered(*number))).unwrap_or(first);
        used.numbers.insert(word.clone(), number + 1);
        numbered(number)
    }

    /// The statement that chooses the standard, or makes one of the base and what this document adds to it.
    pub fn statement(&self, funds: &[(String, String)]) -> String {
        let keyword = |keyword: Keyword| keyword.spelling(Lang::Zh);
        let added: Vec<&Shelf> =
            self.levels.iter().filter(|level| !level.is_known || !level.categories.is_empty()).collect();
        if added.is_empty() && funds.is_empty() {
            return format!("{} {}\n", keyword(Keyword::Standard), self.base.id);
        }
        let mut text = format!(
            "{} {OWN} \"{OWN}\" {} {} {{\n",
            keyword(Keyword::Standard),
            keyword(Keyword::Extends),
            self.base.id
        );
        for level in added {
            text += &format!("{} {} {} {{\n", keyword(Keyword::Level), level.id, quoted(&level.name));
            for (word, name) in &level.categories {
                text += &format!("{} {word} {}\n", keyword(Keyword::Category), quoted(name));
            }
            text += "}\n";
        }
        for (word, name) in funds {
            text += &format!("{} {word} {}\n", keyword(Keyword::Fund), quoted(name));
        }
        text + "}\n"
    }
}

fn key(row: &Row<'_>) -> (String, String) {
    (plain(row.level1.text), plain(row.level2.text))
}

/// Whether a standard has a row's category in its level, both under the names that are printed.
fn is_exact(standard: &Standard, row: &Row<'_>) -> bool {
    let (level, name) = key(row);
    let category = standard.find_category(&name).map(|id| standard.category(id));
    category.is_some_and(|category| {
        category.names.zh == name && (level.is_empty() || standard.level(category.level).names.zh == level)
    })
}
