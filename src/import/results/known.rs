//! What the targets ask for: which projects there are, with which indicators, and what kind of result each wants.

use std::sync::Arc;

use foldhash::HashMap;

use crate::{
    diagnostic::Findings,
    field::{CategoryId, Standard},
    model::{self, Files, Indicator, Loaded, Project, Target, Wanted},
    source::{Span, folded},
};

/// The projects of a file of targets.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub projects: Vec<Asking>,
    names: HashMap<String, usize>,
}

/// A project.
#[derive(Debug)]
pub(super) struct Asking {
    pub name: String,
    pub standard: Arc<Standard>,
    /// The budget year.
    pub year: Option<i16>,
    pub rows: Vec<Asked>,
    names: HashMap<String, Vec<usize>>,
    labels: HashMap<String, usize>,
}

/// An indicator.
#[derive(Debug)]
pub(super) struct Asked {
    pub category: CategoryId,
    pub name: String,
    pub wanted: Wanted,
    /// The target as forms print it, and where it stands.
    pub target: Option<(String, Span)>,
}

/// The indicators that a row of a document may be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// Just one.
    One(usize),
    /// Several of one name, this the first.
    Several(usize),
    None,
}

/// A name without blanks and line ends, full-width letters made ASCII: spreadsheets break names into lines.
pub(super) fn plain(name: &str) -> String {
    folded(name).chars().filter(|c| !c.is_whitespace()).collect()
}

impl Known {
    /// Reads the targets, by this standard where they name none. What is wrong in them is found when they are compiled.
    pub fn of(file: &Loaded, files: &dyn Files, standard: Option<&str>) -> Self {
        let mut unsaid = Findings::default();
        let workspace = model::load(&file.name, file.bytes.clone(), files, &mut unsaid);
        let model = model::resolve_with(&workspace, standard, &mut unsaid);
        let mut known = Self::default();
        for head in &model.heads {
            // Ten thousand projects may have as many mistakes each.
            let asking = Asking::of(&model.project(head, &mut Findings::default()));
            known.names.entry(plain(&asking.name)).or_insert(known.projects.len());
            known.projects.push(asking);
        }
        known
    }

    /// The number of the project with this name.
    pub fn project(&self, name: &str) -> Option<usize> {
        self.names.get(&plain(name)).copied()
    }
}

impl Asking {
    fn of(project: &Project<'_>) -> Self {
        let mut names: HashMap<String, Vec<usize>> = HashMap::default();
        let mut labels = HashMap::default();
        for (number, indicator) in project.indicators.iter().enumerate() {
            names.entry(plain(&indicator.name.value)).or_default().push(number);
            if let Some(label) = indicator.label {
                labels.entry(label.value.to_owned()).or_insert(number);
            }
        }
        let rows = project.indicators.iter().map(|indicator| Asked::of(indicator, &project.standard)).collect();
        let name = project.name.value.clone().into_owned();
        let year = project.year.map(|year| year.value);
        Self { name, standard: project.standard.clone(), year, rows, names, labels }
    }

    /// The indicator of a name, told from others of that name by its category.
    pub fn named(&self, name: &str, category: Option<&str>) -> Match {
        let fitting = self.names.get(&plain(name)).map(Vec::as_slice).unwrap_or_default();
        let category = category.and_then(|word| self.standard.find_category(word));
        let rows = fitting.iter().filter_map(|number| Some((*number, self.rows.get(*number)?)));
        let only = |fits: &dyn Fn(&Asked) -> bool| {
            let mut fitting = rows.clone().filter(|(_, row)| fits(row));
            fitting.next().filter(|_| fitting.next().is_none())
        };
        let told = only(&|_| true)
            .or_else(|| only(&|row| Some(row.category) == category))
            .or_else(|| only(&|row| row.name == name));
        match (told, fitting) {
            (Some((one, _)), _) => Match::One(one),
            (None, [first, ..]) => Match::Several(*first),
            (None, []) => Match::None,
        }
    }

    /// The indicator of a label.
    pub fn labelled(&self, label: &str) -> Match {
        self.labels.get(label).map_or(Match::None, |number| Match::One(*number))
    }
}

impl Asked {
    fn of(indicator: &Indicator<'_>, standard: &Standard) -> Self {
        let target = indicator.target.as_ref();
        Self {
            category: indicator.category,
            name: indicator.name.value.clone().into_owned(),
            wanted: target.map_or(Wanted::Any, Target::wanted),
            target: target.map(|target| (target.printed(standard), target.span)),
        }
    }
}
