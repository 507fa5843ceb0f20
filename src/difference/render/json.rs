//! Differences for programs: the contract `perf-diff/1`, which [`SCHEMA`] describes.

use serde::Serialize;

use crate::{
    diagnostic::Lang,
    difference::{
        By, Category, Change, Check, Difference, How, Item, Known, Pair, Place, ProjectDifference, Row, Said, Snapshot,
        Summary, What, summary,
    },
};

/// The name and version of the format.
pub const FORMAT: &str = "perf-diff/1";

/// The JSON Schema (2020-12) of the format.
pub const SCHEMA: &str = include_str!("../../json/perf-diff-1.schema.json");

#[derive(Debug, Serialize)]
struct Document<'v> {
    format: &'static str,
    differs: bool,
    summary: SummaryView,
    changes: Vec<ChangeView<'v>>,
    projects: Vec<ProjectView<'v>>,
}

#[derive(Debug, Serialize)]
struct SummaryView {
    projects: ProjectCounts,
    indicators: RowCounts,
    respelt: usize,
}

#[derive(Debug, Serialize)]
struct ProjectCounts {
    added: usize,
    removed: usize,
    changed: usize,
}

#[derive(Debug, Serialize)]
struct RowCounts {
    added: usize,
    removed: usize,
    renamed: usize,
    moved: usize,
    tightened: usize,
    relaxed: usize,
    softened: usize,
    changed: usize,
}

#[derive(Debug, Serialize)]
struct ProjectView<'v> {
    change: &'static str,
    old: Option<ProjectSide<'v>>,
    new: Option<ProjectSide<'v>>,
    changes: Vec<ChangeView<'v>>,
    indicators: Vec<RowView<'v>>,
    checks: Vec<CheckView<'v>>,
}

#[derive(Debug, Serialize)]
struct ProjectSide<'v> {
    name: &'v str,
    code: Option<&'v str>,
    budget: Option<&'v str>,
    indicators: usize,
    at: PlaceView<'v>,
}

#[derive(Debug, Serialize)]
struct RowView<'v> {
    change: &'static str,
    weaker: bool,
    old: Option<RowSide<'v>>,
    new: Option<RowSide<'v>>,
    changes: Vec<ChangeView<'v>>,
}

#[derive(Debug, Serialize)]
struct RowSide<'v> {
    level1: KnownView<'v>,
    level2: KnownView<'v>,
    name: &'v str,
    target: Option<&'v str>,
    weight: Option<&'v str>,
    at: PlaceView<'v>,
}

#[derive(Debug, Serialize)]
struct CheckView<'v> {
    change: &'static str,
    old: Option<CheckSide<'v>>,
    new: Option<CheckSide<'v>>,
    changes: Vec<ChangeView<'v>>,
}

#[derive(Debug, Serialize)]
struct CheckSide<'v> {
    name: Option<&'v str>,
    formula: &'v str,
    at: PlaceView<'v>,
}

#[derive(Debug, Serialize)]
struct ChangeView<'v> {
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<KnownView<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<usize>,
    how: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kinds: Option<Kinds>,
    old: Option<SaidView<'v>>,
    new: Option<SaidView<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<ByView<'v>>,
}

#[derive(Debug, Serialize)]
struct Kinds {
    old: &'static str,
    new: &'static str,
}

#[derive(Debug, Serialize)]
struct SaidView<'v> {
    text: &'v str,
    at: PlaceView<'v>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ByView<'v> {
    Amount { amount: Option<String>, unit: &'v str, percent: Option<String> },
    Days { days: i32, within_year: bool },
}

#[derive(Debug, Serialize)]
struct KnownView<'v> {
    id: &'v str,
    name: &'v str,
}

#[derive(Debug, Serialize)]
struct PlaceView<'v> {
    file: &'v str,
    line: usize,
    column: usize,
}

pub(super) fn render(difference: &Difference<'_>) -> String {
    let document = Document {
        format: FORMAT,
        differs: !difference.is_empty(),
        summary: SummaryView::new(&summary(difference)),
        changes: changes(&difference.changes),
        projects: difference.projects.iter().map(ProjectView::new).collect(),
    };
    // It fails for maps whose keys are no strings; there are no maps in the document.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

impl SummaryView {
    fn new(summary: &Summary) -> Self {
        Self {
            projects: ProjectCounts {
                added: summary.projects_added,
                removed: summary.projects_removed,
                changed: summary.projects_changed,
            },
            indicators: RowCounts {
                added: summary.added,
                removed: summary.removed,
                renamed: summary.renamed,
                moved: summary.moved,
                tightened: summary.tightened,
                relaxed: summary.relaxed,
                softened: summary.softened,
                changed: summary.changed,
            },
            respelt: summary.respelt,
        }
    }
}

impl<'v> ProjectView<'v> {
    fn new(project: &'v ProjectDifference<'_>) -> Self {
        Self {
            change: change(&project.pair, project.differs()),
            old: project.pair.before().map(ProjectSide::new),
            new: project.pair.after().map(ProjectSide::new),
            changes: changes(&project.changes),
            indicators: project.rows.iter().map(RowView::new).collect(),
            checks: project.checks.iter().map(CheckView::new).collect(),
        }
    }
}

/// What became of a thing.
fn change<T>(pair: &Pair<'_, T>, differs: bool) -> &'static str {
    match pair {
        Pair::Added(_) => How::Added.id(),
        Pair::Removed(_) => How::Removed.id(),
        Pair::Both(..) if differs => How::Changed.id(),
        Pair::Both(..) => How::Respelt.id(),
    }
}

fn changes(changes: &[Change]) -> Vec<ChangeView<'_>> {
    changes.iter().map(ChangeView::new).collect()
}

impl<'v> ProjectSide<'v> {
    fn new(project: &'v Snapshot) -> Self {
        Self {
            name: &project.name,
            code: project.code(),
            budget: project.budget().map(|budget| budget.text.get(Lang::Zh)),
            indicators: project.rows.len(),
            at: PlaceView::new(&project.place),
        }
    }
}

impl<'v> RowView<'v> {
    fn new(item: &'v Item<'_, Row>) -> Self {
        Self {
            change: change(&item.pair, item.differs()),
            weaker: item.is_weaker(),
            old: item.pair.before().map(RowSide::new),
            new: item.pair.after().map(RowSide::new),
            changes: changes(&item.changes),
        }
    }
}

impl<'v> RowSide<'v> {
    fn new(row: &'v Row) -> Self {
        let category: &Category = &row.category;
        Self {
            level1: KnownView::new(&category.level),
            level2: KnownView::new(&category.own),
            name: &row.name,
            target: row.target().map(|target| target.text.as_str()),
            weight: row.weight.as_ref().map(|weight| weight.said.text.get(Lang::Zh)),
            at: PlaceView::new(&row.place),
        }
    }
}

impl<'v> CheckView<'v> {
    fn new(item: &'v Item<'_, Check>) -> Self {
        Self {
            change: change(&item.pair, item.differs()),
            old: item.pair.before().map(CheckSide::new),
            new: item.pair.after().map(CheckSide::new),
            changes: changes(&item.changes),
        }
    }
}

impl<'v> CheckSide<'v> {
    fn new(check: &'v Check) -> Self {
        let formula = &check.formula;
        Self { name: check.name.as_deref(), formula: formula.text.get(Lang::En), at: PlaceView::new(&formula.place) }
    }
}

impl<'v> ChangeView<'v> {
    fn new(change: &'v Change) -> Self {
        let (what, of, number) = what(&change.what);
        // Formulas are told in English, as in perf/1; names of categories as forms print them.
        let lang = if change.what == What::Formula { Lang::En } else { Lang::Zh };
        let kinds = match change.how {
            How::Kind { old, new } => Some(Kinds { old, new }),
            _ => None,
        };
        Self {
            what,
            of: of.map(KnownView::new),
            number,
            how: change.how.id(),
            kinds,
            old: change.old.as_ref().map(|said| SaidView::new(said, lang)),
            new: change.new.as_ref().map(|said| SaidView::new(said, lang)),
            by: change.by.as_ref().map(ByView::new),
        }
    }
}

/// What differs: its name, of which fund or level, in which paragraph.
fn what(what: &What) -> (&'static str, Option<&Known>, Option<usize>) {
    match what {
        What::Name => ("name", None, None),
        What::Category => ("category", None, None),
        What::Label => ("label", None, None),
        What::Code => ("code", None, None),
        What::Org => ("org", None, None),
        What::Year => ("year", None, None),
        What::Standard => ("standard", None, None),
        What::Period => ("period", None, None),
        What::Basis => ("basis", None, None),
        What::Note => ("note", None, None),
        What::Description => ("description", None, None),
        What::Source => ("source", None, None),
        What::Purpose(number) => ("purpose", None, Some(*number)),
        What::Goal(number) => ("goal", None, Some(*number)),
        What::Budget => ("budget", None, None),
        What::Fund(fund) => ("fund", Some(fund), None),
        What::Level(level) => ("level", Some(level), None),
        What::Target => ("target", None, None),
        What::Baseline => ("baseline", None, None),
        What::Total => ("total", None, None),
        What::Stretch => ("stretch", None, None),
        What::Weight => ("weight", None, None),
        What::Formula => ("formula", None, None),
    }
}

impl<'v> SaidView<'v> {
    fn new(said: &'v Said, lang: Lang) -> Self {
        Self { text: said.text.get(lang), at: PlaceView::new(&said.place) }
    }
}

impl<'v> ByView<'v> {
    fn new(by: &'v By) -> Self {
        match by {
            By::Amount { number, unit, percent } => Self::Amount {
                amount: number.map(|number| number.to_string()),
                unit,
                percent: percent.map(|percent| percent.to_string()),
            },
            By::Days { days, within_year } => Self::Days { days: *days, within_year: *within_year },
        }
    }
}

impl<'v> KnownView<'v> {
    fn new(known: &'v Known) -> Self {
        Self { id: &known.id, name: &known.names.zh }
    }
}

impl<'v> PlaceView<'v> {
    fn new(place: &'v Place) -> Self {
        Self { file: &place.file, line: place.line, column: place.column }
    }
}
