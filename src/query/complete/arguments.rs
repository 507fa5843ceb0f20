//! What may stand among the arguments of a statement.

use super::{Completion, CompletionKind, Insert, List};
use crate::{
    diagnostic::Lang,
    format::place::{Expected, Inside},
    model::Project,
    source::Range,
    syntax::{TokenKind, quoted},
    words::{Comparison, Keyword, Place, Role, folded},
};

/// The signs of formulas and their names.
const OPERATORS: [(&str, &str, &str); 4] =
    [("+", "加", "plus"), ("-", "减", "minus"), ("*", "乘", "times"), ("/", "除以", "divided by")];

impl<'s> List<'_, 's> {
    /// What may follow in the row of an indicator.
    pub(super) fn in_row(&mut self, last: Option<Keyword>) {
        let kinds: Vec<TokenKind> = self.site.before().iter().map(|token| token.kind).collect();
        match kinds.as_slice() {
            [_] => self.name_to_write(),
            [.., TokenKind::Text] if kinds.len() == 2 => self.targets(),
            [.., TokenKind::Comparison | TokenKind::Operator | TokenKind::Range | TokenKind::Comma] => {}
            _ if self.is_unfinished(last) => {}
            _ => self.modifiers(),
        }
    }

    /// Whether the last word is a keyword that something has to follow that no list can tell: a date, a text, points.
    fn is_unfinished(&self, last: Option<Keyword>) -> bool {
        use Keyword::{No, Tbd, Yes};
        let word = self.site.before().last().map(|token| folded(self.site.document.slice(token.range)));
        let keyword = word.and_then(|word| Keyword::find(&word)).filter(|keyword| last == Some(*keyword));
        keyword.is_some_and(|keyword| !matches!(keyword, Yes | No | Tbd))
    }

    /// The name comes behind the category.
    fn name_to_write(&mut self) {
        let label = if self.words == Lang::Zh { "\"指标名称\"" } else { "\"name\"" };
        let snippet = Insert::Snippet("\"$1\"".to_owned());
        self.items.push(Completion::new(CompletionKind::Title, label, self.range).insert(snippet));
    }

    /// What a target may begin with.
    fn targets(&mut self) {
        self.comparisons();
        use Keyword::{Before, By, Graded, Is, No, Steps, Tbd, Yes};
        [By, Before, Is, Yes, No, Graded, Steps, Tbd].into_iter().for_each(|keyword| self.keyword(keyword));
        if self.category().is_some_and(|category| self.is_about_time(&category)) {
            self.items.sort_by_key(|item| item.kind != CompletionKind::Keyword);
        }
    }

    fn comparisons(&mut self) {
        for comparison in Comparison::ALL {
            let sign = self.sign(comparison);
            let mut item =
                Completion::new(CompletionKind::Operator, sign, self.range).detail(comparison.name().get(self.lang));
            for spelling in
                comparison.spellings().iter().chain([&comparison.sign()]).filter(|spelling| **spelling != sign)
            {
                item = item.alias(spelling);
            }
            self.items.push(item.insert(Insert::Plain(format!("{sign} "))));
        }
    }

    /// A comparison sign in the language at hand.
    pub(super) fn sign(&self, comparison: Comparison) -> &'static str {
        if self.words == Lang::Zh { comparison.printed() } else { comparison.sign() }
    }

    /// What may follow a target.
    pub(super) fn modifiers(&mut self) {
        use Keyword::{As, Per, Show, Weight};
        [As, Per, Weight, Show].into_iter().for_each(|keyword| self.keyword(keyword));
    }

    /// What may stand in the formula of a check.
    pub(super) fn in_formula(&mut self, expected: Expected) {
        if expected == Expected::Group {
            return self.groups();
        }
        match (expected, self.site.before()) {
            (Expected::Function, _) => return,
            (Expected::Unit, _) => {
                self.units(None);
                return self.operators();
            }
            (_, [_, .., last]) if matches!(last.kind, TokenKind::Word | TokenKind::CloseParen) => {
                return self.operators();
            }
            _ => {}
        }
        self.operands();
    }

    /// What may stand behind a value.
    fn operators(&mut self) {
        for (sign, zh, en) in OPERATORS {
            let name = if self.lang == Lang::Zh { zh } else { en };
            let insert = Insert::Plain(format!("{sign} "));
            self.items.push(Completion::new(CompletionKind::Operator, sign, self.range).detail(name).insert(insert));
        }
        self.comparisons();
    }

    /// What has a value in formulas.
    fn operands(&mut self) {
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
        use Keyword::{Actual, At, Forecast, Import};
        let count = self.site.before().len();
        match head {
            Import if count == 1 => self.files(),
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

    /// The files that may be imported, in quotes.
    fn files(&mut self) {
        (self.files)().iter().for_each(|file| self.add(CompletionKind::File, quoted(file), ""));
    }

    /// What may stand in quotes.
    pub(super) fn in_text(&mut self, text: Range) {
        let Some(id) = self.site.statement else { return };
        let head = self.site.document.keyword(id);
        self.range = text;
        match head {
            Some(Keyword::Import) => self.files(),
            Some(Keyword::Actual) => self.projects(),
            _ if matches!(self.site.inside, Inside::Place(Place::Actual)) && head.is_none() => {
                self.results_left();
            }
            _ => {}
        }
    }
}
