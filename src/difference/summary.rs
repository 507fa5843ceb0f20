//! The differences in numbers.

use super::{Change, Difference, How, Item, Pair, ProjectDifference, Row};

/// How many of what there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Projects that are new.
    pub projects_added: usize,
    /// Projects that are gone.
    pub projects_removed: usize,
    /// Projects in which something differs.
    pub projects_changed: usize,
    /// Indicators that are new, those of new projects not counted.
    pub added: usize,
    /// Indicators that are gone, those of projects that are gone not counted.
    pub removed: usize,
    /// Indicators that go by another name.
    pub renamed: usize,
    /// Indicators that stand under another category.
    pub moved: usize,
    /// Indicators that ask for more.
    pub tightened: usize,
    /// Indicators that ask for less.
    pub relaxed: usize,
    /// Indicators whose target was left open, or told in words where there was a number or a date.
    pub softened: usize,
    /// Indicators of which something else differs, and nothing of the above.
    pub changed: usize,
    /// Values in another spelling, which make no difference.
    pub respelt: usize,
}

/// Counts the differences.
pub fn summary(difference: &Difference<'_>) -> Summary {
    let mut summary = Summary::default();
    for project in &difference.projects {
        summary.project(project);
        project.rows.iter().for_each(|row| summary.row(row));
    }
    summary
}

impl Summary {
    fn project(&mut self, project: &ProjectDifference<'_>) {
        match project.pair {
            Pair::Added(_) => self.projects_added += 1,
            Pair::Removed(_) => self.projects_removed += 1,
            Pair::Both(..) => self.projects_changed += usize::from(project.differs()),
        }
        self.respelt += respelt(&project.changes);
    }

    fn row(&mut self, row: &Item<'_, Row>) {
        let has = |wanted: fn(&Change) -> bool| usize::from(row.changes.iter().any(wanted));
        let found = [
            has(|change| change.how == How::Renamed),
            has(|change| change.how == How::Moved),
            has(|change| change.how == How::Tightened),
            has(|change| change.how == How::Relaxed),
            has(|change| change.is_weaker() && change.how != How::Relaxed),
        ];
        let counts = [&mut self.renamed, &mut self.moved, &mut self.tightened, &mut self.relaxed, &mut self.softened];
        counts.into_iter().zip(found).for_each(|(count, found)| *count += found);
        match row.pair {
            Pair::Added(_) => self.added += 1,
            Pair::Removed(_) => self.removed += 1,
            Pair::Both(..) => self.changed += usize::from(row.differs() && found == [0; 5]),
        }
        self.respelt += respelt(&row.changes);
    }
}

fn respelt(changes: &[Change]) -> usize {
    changes.iter().filter(|change| change.is_spelling()).count()
}
