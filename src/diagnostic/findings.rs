//! The list that every phase reports to.

use super::{Code, Diagnostic, Severity};

/// How many findings of one run are kept. A file that is no `.perf` file at all would otherwise fill the memory.
const MOST: usize = 10_000;

/// The findings of one run.
#[derive(Debug, Default)]
pub struct Findings {
    list: Vec<Diagnostic>,
    left_out: usize,
}

impl Findings {
    /// Takes in a finding.
    pub fn report(&mut self, finding: Diagnostic) {
        if self.list.len() < MOST {
            self.list.push(finding);
        } else {
            self.left_out += 1;
        }
    }

    /// Takes in a finding if there is one.
    pub fn report_if(&mut self, finding: Option<Diagnostic>) {
        if let Some(finding) = finding {
            self.report(finding);
        }
    }

    /// Takes in all findings of another list.
    pub fn append(&mut self, other: Self) {
        self.left_out += other.left_out;
        for finding in other.list {
            self.report(finding);
        }
    }

    /// The findings in the order of their places.
    pub fn sorted(mut self) -> Self {
        self.list.sort_by_key(|finding| (finding.span().file, finding.span().range.start, finding.code));
        self
    }

    /// The findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// How many further findings there were beyond those that are kept.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// How many findings are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether a rule was broken anywhere.
    pub fn has(&self, code: Code) -> bool {
        self.list.iter().any(|finding| finding.code == code)
    }
}

impl<'f> IntoIterator for &'f Findings {
    type Item = &'f Diagnostic;
    type IntoIter = std::slice::Iter<'f, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}
