//! What may stand among the arguments of a statement.

use std::cmp::Reverse;

use foldhash::HashSet;

use super::{Completion, CompletionKind, Insert, List};
use crate::{
    diagnostic::Lang,
    field::{Category, MONEY, Unit},
    format::place::{Expected, Inside},
    model::Project,
    query::tokens::Kind,
    source::{Range, line_start},
    syntax::{TokenKind, quoted},
    words::{Comparison, Keyword, Place, Role},
};

/// How often a unit is used in rows of the category at hand and in all, and where first.
type Uses = (usize, usize, Reverse<u32>);

impl<'s> List<'_, 's> {
    /// What may follow in the row of an indicator.
    pub(super) fn in_row(&mut self) {
        let kinds: Vec<TokenKind> = self.site.before().iter().map(|token| token.kind).collect();
        match kinds.as_slice() {
            [_] => self.name_to_write(),
            [.., TokenKind::Text] if kinds.len() == 2 => self.targets(),
            [.., TokenKind::Comparison | TokenKind::Operator | TokenKind::Range | TokenKind::Comma] => {}
            _ => self.modifiers(),
        }
    }

    /// The name comes behind the category.
    fn name_to_write(&mut self) {
        let label = if self.words == Lang::Zh { "\"指标名称\"" } else { "\"name\"" };
        let snippet = Insert::Snippet("\"$1\"".to_owned());
        self.items.push(Completion::new(CompletionKind::Title, label, self.range).insert(snippet));
    }

    /// What a target may begin with.
    fn targets(&mut self) {
        for comparison in Comparison::ALL {
            let sign = if self.words == Lang::Zh { comparison.printed() } else { comparison.sign() };
            let mut item =
                Completion::new(CompletionKind::Operator, sign, self.range).detail(comparison.name().get(self.lang));
            for spelling in
                comparison.spellings().iter().chain([&comparison.sign()]).filter(|spelling| **spelling != sign)
            {
                item = item.alias(spelling);
            }
            self.items.push(item.insert(Insert::Plain(format!("{sign} "))));
        }
        use Keyword::{Before, By, Graded, Is, No, Steps, Tbd, Yes};
        [By, Before, Is, Yes, No, Graded, Steps, Tbd].into_iter().for_each(|keyword| self.keyword(keyword));
    }

    /// What may follow a number: a unit, then the rest.
    pub(super) fn behind_number(&mut self, head: Option<Keyword>) {
        match head {
            Some(Keyword::Budget | Keyword::Spent | Keyword::Forecast) => self.units_of(MONEY[0]),
            Some(Keyword::Weight | Keyword::Score | Keyword::Execution | Keyword::Grade) => self.units_of("分"),
            Some(_) => self.units(None),
            None => {
                self.units(None);
                self.modifiers();
            }
        }
    }

    /// What may follow a target.
    fn modifiers(&mut self) {
        use Keyword::{As, Per, Show, Weight};
        [As, Per, Weight, Show].into_iter().for_each(|keyword| self.keyword(keyword));
    }

    fn units_of(&mut self, unit: &str) {
        self.units(self.view.units().find(unit));
    }

    /// Units: those of what is measured, or that the category takes; first those that the file uses already.
    pub(super) fn units(&mut self, like: Option<Unit>) {
        let view = self.view;
        let category = self.category();
        let fits = |unit: &Unit| match (like, &category) {
            (Some(like), _) => like.measure == unit.measure,
            (None, Some(category)) => category.measures.is_empty() || category.measures.contains(&unit.measure),
            (None, None) => true,
        };
        let mut seen: HashSet<String> = HashSet::default();
        let used = self.used_units();
        let money = MONEY.map(str::to_owned);
        let declared = view.units().spellings();
        let declared = declared.iter().map(|(word, _)| (*word).to_owned());
        for word in used.into_iter().chain(money).chain(declared) {
            let Some(unit) = view.units().find(&word).filter(fits) else { continue };
            if seen.insert(word.clone()) {
                let measure = view.units().measure_name(unit.measure);
                self.add(CompletionKind::Unit, word, measure.get(self.lang).to_owned());
            }
        }
    }

    /// The category of the row at hand, or of the row in whose block this stands.
    fn category(&self) -> Option<Category> {
        let standard = &self.view.model.standard;
        let of = |id| Some(standard.category(standard.find_category(self.site.document.word(id)?.value)?).clone());
        self.site.statement.and_then(of).or_else(|| self.site.parent().and_then(of))
    }

    /// The units that the file uses: those in rows of the same category first, then those used most.
    fn used_units(&self) -> Vec<String> {
        let document = self.site.document;
        let standard = &self.view.model.standard;
        let own = self.category().and_then(|category| standard.find_category(&category.id));
        let mut counts: foldhash::HashMap<&str, Uses> = foldhash::HashMap::default();
        let mut row = None;
        for token in self.view.tokens(Range::new(0, document.text.len() as u32)) {
            let word = document.slice(token.range);
            match token.kind {
                Kind::Category => row = standard.find_category(word),
                // A keyword behind a line end begins another statement.
                Kind::Keyword if line_start(document.text, token.range.start) == self.indented(token.range) => {
                    row = None
                }
                Kind::Unit if !token.range.touches(self.site.at) => {
                    let count = counts.entry(word).or_insert((0, 0, Reverse(token.range.start)));
                    count.0 += usize::from(row.is_some() && row == own);
                    count.1 += 1;
                }
                _ => {}
            }
        }
        let mut words: Vec<(&str, Uses)> = counts.into_iter().collect();
        words.sort_by_key(|(_, count)| Reverse(*count));
        words.into_iter().map(|(word, _)| word.to_owned()).collect()
    }

    /// Where the blanks begin that a token stands behind.
    fn indented(&self, token: Range) -> usize {
        let before = &self.site.document.text[..token.start as usize];
        before.trim_end_matches([' ', '\t', '\u{3000}']).len()
    }

    /// What may stand in the formula of a check.
    pub(super) fn in_formula(&mut self, expected: Expected) {
        if expected == Expected::Group {
            return self.groups();
        }
        if expected == Expected::Unit {
            return self.units(None);
        }
        let view = self.view;
        if let Some(project) = view.project_at(self.site.at).or_else(|| self.template_at()) {
            for row in &project.indicators {
                let Some(label) = row.label else { continue };
                let target = row.target.as_ref().map(|target| target.printed(&project.standard)).unwrap_or_default();
                self.add(CompletionKind::Label, label.value, format!("{} {target}", row.name.value));
            }
        }
        self.keyword(Keyword::Budget);
        for (keyword, zh, en) in [(Keyword::Sum, "合计($1)", "sum($1)"), (Keyword::Count, "个数($1)", "count($1)")]
        {
            self.keyword(keyword);
            if let Some(item) = self.items.last_mut() {
                item.insert = Insert::Snippet(if self.words == Lang::Zh { zh } else { en }.to_owned());
            }
        }
        self.funds();
    }

    /// The template in which the place lies, read as a project.
    fn template_at(&self) -> Option<Project<'s>> {
        let name = self.site.document.tree.tokens(*self.site.path.first()?).get(1)?.range;
        self.view.model.templates_as_projects().find(|project| project.name.span.range == name)
    }

    fn groups(&mut self) {
        let standard = self.view.model.standard.clone();
        for category in &standard.categories.list {
            self.add(
                CompletionKind::Category,
                self.word_of(&category.id, Role::Category),
                category.names.get(self.lang),
            );
        }
        for level in &standard.levels.list {
            let label = self.word_of(&level.id, Role::Level);
            // Categories go first: a level can only be meant with a word that no category has.
            if standard.categories.find(&label).is_none() {
                self.add(CompletionKind::Standard, label, level.names.get(self.lang));
            }
        }
    }

    pub(super) fn grades(&mut self) {
        let standard = self.view.model.standard.clone();
        for grade in &standard.grades.list {
            self.add(CompletionKind::Standard, self.word_of(&grade.id, Role::Grade), grade.names.get(self.lang));
        }
    }

    pub(super) fn templates(&mut self) {
        let names: Vec<&str> = self.view.model.templates.names().collect();
        names.into_iter().for_each(|name| self.add(CompletionKind::Label, name, ""));
    }

    pub(super) fn standards(&mut self) {
        let view = self.view;
        for standard in &view.model.field.standards {
            self.add(CompletionKind::Label, standard.id.as_str(), standard.names.get(self.lang));
        }
    }

    pub(super) fn measures(&mut self) {
        let view = self.view;
        for id in view.units().measure_ids() {
            let name = view.units().measure(id).map(|measure| view.units().measure_name(measure));
            self.add(CompletionKind::Label, id, name.map_or_else(String::new, |name| name.get(self.lang).to_owned()));
        }
    }

    /// What may follow a keyword that a statement begins with.
    pub(super) fn behind_keyword(&mut self, head: Keyword, last: Option<Keyword>) {
        use Keyword::{Actual, At, Forecast};
        let count = self.site.before().len();
        match head {
            Actual if count == 1 => self.projects(),
            Actual if last != Some(At) => self.keyword(At),
            Keyword::Execution | Forecast if count > 1 => self.keyword(Keyword::Score),
            Keyword::Grade if matches!(self.site.inside, Inside::Place(Place::Actual)) => {
                self.grades();
            }
            Keyword::Baseline | Keyword::Total | Keyword::Stretch if count == 1 => self.targets(),
            _ => {}
        }
    }

    /// The names of the projects that results may be of, in quotes.
    fn projects(&mut self) {
        let view = self.view;
        for head in view.model.heads.iter().chain(&view.model.imported) {
            self.add(CompletionKind::Title, quoted(&head.name.value), "");
        }
    }

    /// What may stand in quotes.
    pub(super) fn in_text(&mut self, text: Range, files: &[String]) {
        let Some(id) = self.site.statement else { return };
        let head = self.site.document.keyword(id);
        self.range = text;
        match head {
            Some(Keyword::Import) => {
                for file in files {
                    self.add(CompletionKind::File, quoted(file), "");
                }
            }
            Some(Keyword::Actual) => self.projects(),
            _ if matches!(self.site.inside, Inside::Place(Place::Actual)) && head.is_none() => {
                self.results_left();
            }
            _ => {}
        }
    }
}
