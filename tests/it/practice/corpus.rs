//! What the rules say of real tables: a snapshot for each, with every row and what is found in it.
//!
//! Each line of these was read: a rule that is on by itself should find what a reviewer would send back or mention.
//! The agency, the year and the form that a table was taken from stand at its head.

use std::fmt::Write;

use perfc::diagnostic::{Code, Diagnostic, Family, Lang, Levels};

use super::{Compiled, compiled};
use crate::import::corpus::{Table, imported, tables};

/// Whether a finding is about what reviewers criticise: see the table in `docs/practice.md`.
fn is_criticism(finding: &Diagnostic) -> bool {
    let rule = finding.code.rule();
    let others = ["P307", "P308", "P309", "P310", "P313"];
    rule.family == Family::Practice || others.contains(&rule.code) || rule.code == "P403"
}

/// `!` stands before what is found by itself, `-` before what is off unless it is asked for.
fn said(compiled: &Compiled, on: &Levels) -> String {
    let mut text = String::new();
    let source = compiled.sources.iter().next().map(|(_, source)| source).unwrap();
    let place = |finding: &&Diagnostic| source.place(finding.span().range.start).line;
    let findings: Vec<&Diagnostic> = compiled.findings.iter().filter(|finding| is_criticism(finding)).collect();
    // What was achieved is another matter.
    let targets = source.text.split("\n实际 ").next().unwrap_or_default();
    for (at, line) in targets.lines().enumerate() {
        if !line.trim().is_empty() && !line.trim().starts_with("备注") {
            writeln!(text, "{line}").unwrap();
        }
        for finding in findings.iter().filter(|finding| place(finding) == at) {
            let sign = if on.wants(finding.code) { '!' } else { '-' };
            let (rule, severity) = (finding.code.rule(), finding.severity.name().zh);
            writeln!(text, "{sign} {} {severity}：{}", rule.code, finding.message(Lang::Zh).title).unwrap();
        }
    }
    text
}

fn everything() -> Levels {
    let mut levels = Levels::default();
    for code in Code::all().filter(|code| !code.rule().is_on) {
        levels.set(code, code.rule().severity);
    }
    levels
}

#[test]
fn what_is_said_of_real_tables() {
    for table in tables() {
        let Table { name, about, .. } = &table;
        let compiled = compiled(name, &imported(&table).text, everything());
        let text = format!("{about}\n\n{}", said(&compiled, &Levels::default()));
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "corpus" }, {
            insta::assert_snapshot!(name.as_str(), text);
        });
    }
}
