//! What differs between the targets of two files, as a reviewer asks for it: which are gone, new or renamed, and which ask
//! for less than before.
//!
//! [`Snapshots`] keeps of each project what is compared while its file is compiled; [`compare`] finds what is what and how
//! it differs; [`render`] writes that. The order of projects and rows is no difference, nor is another spelling of the
//! same value. Compared the other way round, the answer is the mirror image.

mod aim;
mod change;
mod date;
mod near;
mod number;
mod pair;
mod project;
pub mod render;
mod row;
mod snapshot;
mod summary;
mod take;
mod target;

pub use aim::{Aim, Bound, Measured, Sense};
pub use change::{By, Change, How, What};
pub use pair::Pair;
pub use snapshot::{Category, Check, Figure, Known, Place, Row, Said, Snapshot};
pub use summary::{Summary, summary};
pub use take::Snapshots;

/// What differs between two lists of projects.
#[derive(Debug)]
pub struct Difference<'d> {
    /// What differs in the same way in all projects that are on both sides, where there are several: the heads of their
    /// files say it for all of them. It is not told of each again.
    pub changes: Vec<Change>,
    /// The projects that differ, in the order in which they stand now; those that are gone come last.
    pub projects: Vec<ProjectDifference<'d>>,
}

/// A project that differs.
#[derive(Debug)]
pub struct ProjectDifference<'d> {
    /// The project as it was and as it is.
    pub pair: Pair<'d, Snapshot>,
    /// What differs outside of its table. Of a project on one side alone nothing is told.
    pub changes: Vec<Change>,
    /// The rows that differ.
    pub rows: Vec<Item<'d, Row>>,
    /// The checks that differ.
    pub checks: Vec<Item<'d, Check>>,
}

/// A row or a check that differs.
#[derive(Debug)]
pub struct Item<'d, T> {
    /// It, as it was and as it is.
    pub pair: Pair<'d, T>,
    /// What differs; nothing is told of what is on one side alone.
    pub changes: Vec<Change>,
}

/// Finds what differs between two lists of projects.
pub fn compare<'d>(old: &'d [Snapshot], new: &'d [Snapshot]) -> Difference<'d> {
    let mut projects: Vec<ProjectDifference<'d>> = project::pairs(old, new).into_iter().map(project::compare).collect();
    let changes = project::take_common(&mut projects);
    projects.retain(ProjectDifference::is_told);
    Difference { changes, projects }
}

impl Difference<'_> {
    /// Whether there is no difference; other spellings of the same values are none.
    pub fn is_empty(&self) -> bool {
        !differ(&self.changes) && !self.projects.iter().any(ProjectDifference::differs)
    }
}

impl ProjectDifference<'_> {
    /// Whether there is anything to tell, be it another spelling.
    fn is_told(&self) -> bool {
        let is_alone = !matches!(self.pair, Pair::Both(..));
        is_alone || !(self.changes.is_empty() && self.rows.is_empty() && self.checks.is_empty())
    }

    /// Whether it differs; other spellings of the same values are no difference.
    pub fn differs(&self) -> bool {
        let is_alone = !matches!(self.pair, Pair::Both(..));
        is_alone
            || differ(&self.changes)
            || self.rows.iter().any(Item::differs)
            || self.checks.iter().any(Item::differs)
    }
}

impl<T> Item<'_, T> {
    /// Whether there is anything to tell, be it another spelling.
    fn is_told(&self) -> bool {
        !matches!(self.pair, Pair::Both(..)) || !self.changes.is_empty()
    }

    /// Whether it differs; other spellings of the same values are no difference.
    pub fn differs(&self) -> bool {
        !matches!(self.pair, Pair::Both(..)) || differ(&self.changes)
    }
}

impl Item<'_, Row> {
    /// Whether less is asked for than before, or what is asked for can be judged less well; a row that is gone asks for
    /// nothing.
    pub fn is_weaker(&self) -> bool {
        matches!(self.pair, Pair::Removed(_)) || self.changes.iter().any(Change::is_weaker)
    }
}

fn differ(changes: &[Change]) -> bool {
    changes.iter().any(|change| !change.is_spelling())
}
