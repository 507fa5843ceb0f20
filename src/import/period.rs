//! Periods of projects, which the compiler alone can tell from other texts.

use super::value;
use crate::{
    compile::{Visitor, compile},
    diagnostic::{Lang, Severity},
    model::{Model, NoFiles, Project, Workspace},
    words::Keyword,
};

/// Whether a text can be written as a period as it stands.
pub(super) fn is_period(text: &str) -> bool {
    if !value::is_plain(text) {
        return false;
    }
    let (project, period) = (Keyword::Project.spelling(Lang::Zh), Keyword::Period.spelling(Lang::Zh));
    let head = format!("{project} \"\" {{\n");
    let source = format!("{head}{period} {text}\n}}\n");
    let compiled = compile("imported.perf", source.into_bytes(), &NoFiles, HasPeriod(false));
    let mut errors = compiled.findings.iter().filter(|finding| finding.severity == Severity::Error);
    compiled.output.0 && errors.all(|finding| (finding.span().range.start as usize) < head.len())
}

/// Whether a project says its period.
struct HasPeriod(bool);

impl Visitor for HasPeriod {
    fn project(&mut self, project: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        self.0 = project.period.is_some();
    }
}

#[cfg(test)]
mod tests {
    use super::is_period;

    #[test]
    fn periods_are_told_from_other_texts() {
        for text in ["2023.07-2024.01", "2026-01..2026-12", "2026年1月-2026年12月"] {
            assert!(is_period(text), "{text}");
        }
        for text in ["一年", "2026年", "2026", "长期", "2026年1月开始", "2026-13..2026-14", ""] {
            assert!(!is_period(text), "{text}");
        }
    }
}
