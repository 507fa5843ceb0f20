//! What reviewers criticise: each rule with rows that it finds, and rows much like them that it leaves alone.

pub mod corpus;
mod files;
mod names;
pub mod properties;
mod rows;
mod sums;

use std::{collections::BTreeSet, fmt::Write};

use perfc::{
    compile::{Count, Settings, compile_with},
    diagnostic::{Code, Family, Findings, Lang, Levels},
    model::{Loaded, NoFiles},
    source::Sources,
};

/// A file compiled with one rule and no other switched on.
pub struct Compiled {
    pub sources: Sources,
    pub findings: Findings,
}

/// Compiles a file where these rules hold.
pub fn compiled(name: &str, text: &str, levels: Levels) -> Compiled {
    let file = Loaded { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let settings = Settings { levels: levels.into(), ..Settings::default() };
    let compiled = compile_with(file, Vec::new(), &NoFiles, &settings, Count::default());
    Compiled { sources: compiled.workspace.sources, findings: compiled.findings }
}

impl Compiled {
    /// The lines, from 0, that findings of a rule point at.
    fn lines(&self, code: Code) -> BTreeSet<usize> {
        let findings = self.findings.iter().filter(|finding| finding.code == code);
        let place = |finding: &perfc::diagnostic::Diagnostic| {
            let span = finding.span();
            self.sources.get(span.file).place(span.range.start).line
        };
        findings.map(place).collect()
    }

    fn told(&self) -> String {
        let mut lines = String::new();
        for finding in &self.findings {
            writeln!(lines, "{} {}", finding.code.rule().code, finding.message(Lang::Zh).title).unwrap();
        }
        lines
    }
}

/// Asserts that a rule finds something in just those rows that end with `// !`.
#[track_caller]
pub fn assert_found(code: Code, rows: &str) {
    let mut levels = Levels::default();
    levels.select(&[code]);
    // The rows begin in the line of the brace, with an empty one.
    let text =
        format!("org 1 \"甲局\"; year 2026; project \"乙\" {{ budget 1000 万元; purpose \"丙\"; goal \"丁\"{rows}\n}}");
    let compiled = compiled("main.perf", &text, levels);
    let lines: Vec<&str> = text.lines().collect();
    let marked: BTreeSet<usize> = (0..lines.len()).filter(|at| lines[*at].ends_with("// !")).collect();
    let found = compiled.lines(code);
    let show = |only: &BTreeSet<usize>, other: &BTreeSet<usize>| -> Vec<&str> {
        only.difference(other).map(|at| lines[*at].trim()).collect()
    };
    assert!(
        found == marked,
        "{}: not found: {:#?}\nfound though right: {:#?}\n{}",
        code.rule().code,
        show(&marked, &found),
        show(&found, &marked),
        compiled.told()
    );
    assert!(!marked.is_empty() && lines.len() > marked.len() + 2, "rows that are found, and rows that are not");
    // What cannot be read would be left alone for that reason.
    let unread = |family| matches!(family, Family::Syntax | Family::Values);
    let others = compiled.findings.iter().filter(|finding| finding.code != code);
    assert!(!others.map(|finding| finding.code.rule().family).any(unread), "{}", compiled.told());
}

/// How often a rule finds something in a file.
fn found(code: Code, text: &str) -> usize {
    let mut levels = Levels::default();
    levels.select(&[code]);
    compiled("main.perf", text, levels).findings.iter().filter(|finding| finding.code == code).count()
}
