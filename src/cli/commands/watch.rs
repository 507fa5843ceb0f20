//! `perfc report` during the year: whether a run scores its projects or watches them, and what it writes then.

use std::path::Path;

use perfc::{
    model::{Project, Results},
    monitoring::elapsed,
    report::monitoring::{self, Monitored},
    table::{Format, Layout, Options},
};

use crate::cli::{Status, args, output::Terminal};

/// The form of projects that are watched.
const FORM: &str = "monitoring";

/// Whether projects are scored or watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Scored, whatever the day of their results is.
    Score,
    /// Watched, by their last results before the end of the time.
    Watch,
    /// Watched where all results of the run are of a day before the end of the time, else scored.
    ByDay,
}

impl Way {
    /// What is asked for.
    pub fn of(arguments: &args::Report, layout: Option<&Layout>) -> Self {
        if arguments.monitor || layout.is_some_and(Layout::has_forecasts) {
            Self::Watch
        } else if arguments.score || arguments.explain.is_some() || arguments.compare.is_some() || layout.is_some() {
            Self::Score
        } else {
            Self::ByDay
        }
    }

    /// The results of a project that count: the last ones; without a day they are those of the whole time.
    pub fn results<'r, 's>(self, project: &Project<'s>, all: &'r [Results<'s>]) -> Option<&'r Results<'s>> {
        let last =
            |results: &&Results<'_>| results.at.map(|at| at.value.last_day()).map_or((1, None), |at| (0, Some(at)));
        let early = all.iter().filter(|results| is_early(project, results)).max_by_key(last);
        early.filter(|_| self == Self::Watch).or_else(|| all.iter().max_by_key(last))
    }

    /// Whether a run watches its projects, of whose results is known whether they are early.
    pub fn watches(self, early: impl Iterator<Item = Option<bool>>) -> bool {
        let mut known = early.flatten().peekable();
        match self {
            Self::Score => false,
            Self::Watch => true,
            Self::ByDay => known.peek().is_some() && known.all(|is_early| is_early),
        }
    }

    /// The form that is filled in where none is named, but a format of forms is.
    pub fn form(self, format: Format) -> Option<&'static Layout> {
        let is_asked = self != Self::Score && format != Format::Text;
        Layout::find(FORM).filter(|_| is_asked)
    }
}

/// Whether results are of a day before the end of the time for the targets.
pub fn is_early(project: &Project<'_>, results: &Results<'_>) -> bool {
    elapsed(project, Some(results)).is_ok_and(|elapsed| !elapsed.is_over())
}

/// Writes how projects stand, as text or JSON.
pub fn write<'m>(
    projects: impl Iterator<Item = &'m Monitored>,
    is_json: bool,
    output: Option<&Path>,
    options: &Options,
    terminal: &Terminal,
) -> Status {
    if is_json {
        return terminal.write_with(output, |out| monitoring::write(out, projects));
    }
    let colours = output.is_none() && terminal.stdout_style().colour;
    let one = |monitored| monitoring::text::render(monitored, terminal.lang, options, colours);
    let text = projects.map(one).collect::<Vec<_>>().join("\n");
    terminal.write_with(output, |out| out.write_all(text.as_bytes()))
}
