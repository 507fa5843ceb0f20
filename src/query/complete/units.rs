//! Units, those first that are likely.

use std::cmp::Reverse;

use foldhash::{HashMap, HashSet};

use super::{CompletionKind, List};
use crate::{
    field::{Category, Kind, MONEY, Unit, Units, is_counted},
    format::place::Inside,
    query::tokens,
    source::{Range, line_start},
    words::{Keyword, Place, Role},
};

/// How often a unit is used in rows of the category at hand and in all.
type Uses = (usize, usize);

impl<'s> List<'_, 's> {
    /// What may follow a number: a unit, then the rest.
    pub(super) fn behind_number(&mut self, head: Option<Keyword>) {
        match (head, self.site.inside) {
            (Some(Keyword::Budget | Keyword::Spent | Keyword::Forecast), _) | (None, Inside::Role(Role::Fund)) => {
                self.units_of(MONEY[0]);
            }
            (Some(Keyword::Weight | Keyword::Score | Keyword::Execution | Keyword::Grade), _)
            | (None, Inside::Role(Role::Level)) => self.units_of("分"),
            (None, Inside::Place(Place::Actual)) => self.behind_result(),
            (None, Inside::Place(Place::Project)) => {
                self.units(None);
                self.modifiers();
            }
            _ => self.units(None),
        }
    }

    fn units_of(&mut self, unit: &str) {
        self.units(self.view.units().find(unit));
    }

    /// Units: those of what is measured, or that the category takes. Those go first that rows of the category use
    /// already, then those that it is about, of these again those that the file uses.
    pub(super) fn units(&mut self, like: Option<Unit>) {
        let units = self.view.units();
        let category = self.category();
        let fits = |unit: &Unit| match (like, &category) {
            (Some(like), _) => like.measure == unit.measure,
            (None, Some(category)) => category.takes(unit),
            (None, None) => true,
        };
        let rank_of = |word: &str, unit: &Unit| {
            category.as_ref().map_or((false, 0), |category| rank(units, category, word, unit))
        };
        self.list_units(fits, rank_of);
    }

    /// Units of what a price is for: of things, then of times.
    pub(super) fn units_to_divide_by(&mut self) {
        let units = self.view.units();
        let rank = |word: &str, unit: &Unit| (!is_counted(unit, word, units), 0);
        self.list_units(|unit| !unit.dimension.is_pure() && !units.is_money(unit.measure), rank);
    }

    fn list_units(&mut self, fits: impl Fn(&Unit) -> bool, rank: impl Fn(&str, &Unit) -> (bool, usize)) {
        let view = self.view;
        let uses = self.uses();
        let mut seen: HashSet<&str> = HashSet::default();
        let spellings = view.units().spellings();
        let declared = spellings.iter().map(|(word, _)| *word);
        let words = uses.iter().map(|(word, _)| *word).chain(MONEY).chain(declared).filter(|word| seen.insert(word));
        let found = words.filter_map(|word| Some((word, view.units().find(word).filter(&fits)?)));
        let mut found: Vec<(&str, Unit)> = found.collect();
        let uses: HashMap<&str, Uses> = uses.iter().copied().collect();
        found.sort_by_cached_key(|(word, unit)| {
            let (own, all) = uses.get(word).copied().unwrap_or_default();
            let (is_far, rank) = rank(word, unit);
            (Reverse(own), is_far, Reverse(all), rank)
        });
        for (word, unit) in found {
            let measure = view.units().measure_name(unit.measure);
            self.add(CompletionKind::Unit, word, measure.get(self.lang));
        }
    }

    /// Whether a category is about time above all.
    pub(super) fn is_about_time(&self, category: &Category) -> bool {
        category.measures.first().is_some_and(|measure| self.view.units().is_time(*measure))
    }

    /// The category of the row at hand, or of the row in whose block this stands.
    pub(super) fn category(&self) -> Option<Category> {
        let standard = &self.view.model.standard;
        let of = |id| Some(standard.category(standard.find_category(self.site.document.word(id)?.value)?).clone());
        self.site.statement.and_then(of).or_else(|| self.site.parent().and_then(of))
    }

    /// The units that the file uses, in their order, and how often.
    fn uses(&self) -> Vec<(&'s str, Uses)> {
        let document = self.site.document;
        let standard = &self.view.model.standard;
        let own = self.category().and_then(|category| standard.find_category(&category.id));
        let mut counts: HashMap<&str, (u32, Uses)> = HashMap::default();
        let mut row = None;
        for token in self.view.tokens(Range::new(0, document.text.len() as u32)) {
            let word = document.slice(token.range);
            match token.kind {
                tokens::Kind::Category => row = standard.find_category(word),
                // A keyword behind a line end begins another statement.
                tokens::Kind::Keyword if line_start(document.text, token.range.start) == self.indented(token.range) => {
                    row = None;
                }
                tokens::Kind::Unit if !token.range.touches(self.site.at) => {
                    let (_, count) = counts.entry(word).or_insert((token.range.start, (0, 0)));
                    count.0 += usize::from(row.is_some() && row == own);
                    count.1 += 1;
                }
                _ => {}
            }
        }
        let mut words: Vec<(&str, (u32, Uses))> = counts.into_iter().collect();
        words.sort_by_key(|(_, (first, _))| *first);
        words.into_iter().map(|(word, (_, uses))| (word, uses)).collect()
    }

    /// Where the blanks begin that a token stands behind.
    fn indented(&self, token: Range) -> usize {
        let before = &self.site.document.text[..token.start as usize];
        before.trim_end_matches([' ', '\t', '\u{3000}']).len()
    }
}

/// How far a unit is from what a category is about, before and behind what the file uses. One of the measures that a
/// category takes is as good as another, though the first comes first; else quantities are counts, and the rest rates.
fn rank(units: &Units, category: &Category, word: &str, unit: &Unit) -> (bool, usize) {
    let measures = &category.measures;
    match category.kind {
        _ if !measures.is_empty() => {
            (false, measures.iter().position(|measure| *measure == unit.measure).unwrap_or(measures.len()))
        }
        Some(Kind::Quantity) => (!is_counted(unit, word, units), 0),
        _ => (!unit.dimension.is_pure(), 0),
    }
}
