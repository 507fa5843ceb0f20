//! The list that every phase reports to.

use std::sync::{Arc, LazyLock};

use super::{Code, Diagnostic, Levels, Severity, closest};
use crate::source::Span;

/// How many findings of one run are kept. A file that is no `.perf` file at all would otherwise fill the memory.
const MOST: usize = 10_000;

/// How many names are compared in one run to tell what was meant: each finding costs a look at all that are known.
const MOST_COMPARED: usize = 500_000;

/// A finding that a comment in the source allows.
#[derive(Debug, Clone)]
pub struct Allowed {
    /// The finding, which is not said.
    pub finding: Diagnostic,
    /// What allows it.
    pub by: Span,
    /// Why, in the words of the comment; empty where it gives no reason.
    pub reason: String,
}

/// The findings of one run.
#[derive(Debug)]
pub struct Findings {
    list: Vec<Diagnostic>,
    /// Those that are not said, for the formats that tell of them as well.
    allowed: Vec<Allowed>,
    /// Which rules hold.
    levels: Arc<Levels>,
    /// How many more there were, by severity: 10,000 warnings do not hide that there is an error.
    left_out: [usize; 3],
}

impl Default for Findings {
    fn default() -> Self {
        static USUAL: LazyLock<Arc<Levels>> = LazyLock::new(Arc::default);
        Self::by(USUAL.clone())
    }
}

impl Findings {
    /// No findings yet, where these rules hold.
    pub fn by(levels: Arc<Levels>) -> Self {
        Self { list: Vec::new(), allowed: Vec::new(), levels, left_out: [0; 3] }
    }

    /// No findings yet, where the same rules hold.
    pub fn fork(&self) -> Self {
        Self::by(self.levels.clone())
    }

    /// Whether a rule holds: what nobody wants to know need not be computed.
    pub fn wants(&self, code: Code) -> bool {
        self.levels.wants(code)
    }

    /// Whether a finding is said: its rule holds, or it is an error.
    pub fn says(&self, finding: &Diagnostic) -> bool {
        self.levels.severity(finding).is_some()
    }

    /// Takes in a finding, if its rule holds.
    pub fn report(&mut self, mut finding: Diagnostic) {
        let Some(severity) = self.levels.severity(&finding) else { return };
        finding.severity = severity;
        self.keep(finding);
    }

    fn keep(&mut self, finding: Diagnostic) {
        if self.list.len() < MOST {
            self.list.push(finding);
        } else {
            self.left_out[finding.severity as usize] += 1;
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
        for (mine, others) in self.left_out.iter_mut().zip(other.left_out) {
            *mine += others;
        }
        for finding in other.list {
            self.keep(finding);
        }
        other.allowed.into_iter().for_each(|allowed| self.allow(allowed));
    }

    /// Takes in a finding that is allowed.
    pub fn allow(&mut self, allowed: Allowed) {
        if self.allowed.len() < MOST {
            self.allowed.push(allowed);
        }
    }

    /// The findings that comments in the sources allow.
    pub fn allowed(&self) -> &[Allowed] {
        &self.allowed
    }

    /// The findings with the numbers of their files raised, for texts that became part of a larger collection.
    #[must_use]
    pub fn moved(mut self, files: u32) -> Self {
        for finding in &mut self.list {
            finding.move_files(files);
        }
        for allowed in &mut self.allowed {
            allowed.finding.move_files(files);
            allowed.by.file.0 += files;
        }
        self
    }

    /// Keeps the findings that a test accepts, of those that are allowed as well.
    pub fn retain(&mut self, mut accept: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(&mut accept);
        self.allowed.retain(|allowed| accept(&allowed.finding));
    }

    /// Takes out the findings that a test accepts.
    pub fn extract(&mut self, accept: impl Fn(&Diagnostic) -> bool) -> Vec<Diagnostic> {
        self.list.extract_if(.., |finding| accept(finding)).collect()
    }

    /// Gives each finding of one rule another severity.
    pub fn set_severity(&mut self, code: Code, severity: Severity) {
        for finding in self.list.iter_mut().filter(|finding| finding.code == code) {
            finding.severity = severity;
        }
    }

    /// The findings in the order of their places. The same one is kept once: a template with a mistake is read for each
    /// project that uses it.
    pub fn sorted(mut self) -> Self {
        let place = |finding: &Diagnostic| (finding.span().file, finding.span().range.start, finding.code);
        self.list.sort_by_key(place);
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(self.list.len());
        for finding in self.list {
            let mut same_place = kept.iter().rev().take_while(|other| place(other) == place(&finding));
            if !same_place.any(|other| *other == finding) {
                kept.push(finding);
            }
        }
        self.list = kept;
        self
    }

    /// The findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// How many further findings there were beyond those that are kept.
    pub fn left_out(&self) -> usize {
        self.left_out.iter().sum()
    }

    /// How many findings are of this severity, those that are left out among them.
    pub fn count(&self, severity: Severity) -> usize {
        let kept = self.list.iter().filter(|finding| finding.severity == severity).count();
        kept + self.left_out[severity as usize]
    }

    /// The name that a misspelt one most likely stands for, among names that a file may have any number of. The more
    /// names there are, the sooner none is looked for any more: behind a thousand findings where there are 500.
    pub fn closest<'c>(&self, word: &str, names: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        let most = MOST_COMPARED / (self.list.len() + 1);
        let names: Vec<&str> = names.into_iter().take(most + 1).collect();
        if names.len() <= most { closest(word, names) } else { None }
    }

    /// Whether further findings will only be counted.
    pub fn is_full(&self) -> bool {
        self.list.len() >= MOST
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Range};

    #[test]
    fn what_is_left_out_still_counts() {
        let finding = |code| Diagnostic::new(code, Range::new(0, 1).of(FileId(0)));
        let mut findings = Findings::default();
        (0..MOST).for_each(|_| findings.report(finding(Code::PercentageRange)));
        let mut more = Findings::default();
        more.report(finding(Code::UnknownUnit));
        findings.append(more);
        assert_eq!(findings.left_out(), 1);
        assert_eq!((findings.count(Severity::Warning), findings.count(Severity::Error)), (MOST, 1));
    }
}
