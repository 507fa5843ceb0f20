//! The files in `examples/mistakes`.

use std::path::PathBuf;

use perfc::diagnostic::{Edit, Family, Fix, Lang, Rule, rules::RULES};

use super::{
    compile::{Compiled, mistakes, read, repaired},
    messages::{lines, visible},
};
use crate::format::formatted;

fn name(rule: &Rule) -> String {
    let ending = match rule.code {
        "P608" | "P609" | "P610" => "tsv",
        "P611" | "P612" | "P613" | "P614" => "json",
        "P616" => "html",
        _ if rule.family == Family::Import => "csv",
        _ if rule.family == Family::Settings && is_of_file(rule) => "toml",
        _ => "perf",
    };
    format!("{}-{}.{ending}", rule.code, rule.name)
}

/// Whether a rule is about the file of settings, not about what a source allows.
fn is_of_file(rule: &Rule) -> bool {
    rule.code > "P910"
}

/// Whether a rule is about documents or settings, which say nothing of themselves.
fn is_import(rule: &Rule) -> bool {
    rule.family == Family::Import || (rule.family == Family::Settings && is_of_file(rule))
}

/// The file that breaks a rule.
pub fn wrong(rule: &Rule) -> PathBuf {
    mistakes().join(name(rule))
}

/// The same file put right.
pub fn right(rule: &Rule) -> PathBuf {
    repaired().join(name(rule))
}

/// All files that break a rule, compiled.
pub fn all() -> Vec<Compiled> {
    RULES.iter().map(|rule| Compiled::file(&wrong(rule))).collect()
}

#[test]
fn each_rule_is_broken_by_its_file() {
    for rule in RULES {
        let compiled = Compiled::file(&wrong(rule));
        assert!(compiled.codes().contains(&rule.code), "{}: {:?}", rule.code, compiled.codes());
        let comment = compiled.text.lines().next().unwrap_or_default().to_owned();
        let severity = format!("// {}：", rule.severity.name().zh);
        assert!(is_import(rule) || comment.starts_with(&severity), "{}: {comment}", rule.code);
    }
}

/// One mistake, one finding: what follows from it is not reported as well.
#[test]
fn a_file_has_little_else_wrong() {
    // A second brace in a row stands behind no statement; an error that is allowed stays one.
    let also = [("P106", "P114"), ("P904", "P302")];
    for rule in RULES {
        let codes = Compiled::file(&wrong(rule)).codes();
        let other = codes.iter().find(|code| **code != rule.code && !also.contains(&(rule.code, code)));
        assert_eq!(other, None, "{}", rule.code);
    }
}

#[test]
fn each_mistake_is_repaired() {
    for rule in RULES {
        let compiled = Compiled::file(&right(rule));
        assert_eq!(compiled.codes(), [""; 0], "{}", rule.code);
        assert!(is_import(rule) || compiled.text.starts_with("// 改正："), "{}", rule.code);
    }
}

/// The files that are right are written as the formatter writes them.
#[test]
fn repaired_files_are_formatted() {
    for rule in RULES.iter().filter(|rule| !is_import(rule)) {
        let text = String::from_utf8(read(&right(rule))).unwrap();
        assert_eq!(formatted(&text), text, "{}", rule.code);
    }
}

/// A repair that is offered does away with the finding.
#[test]
fn offered_repairs_help() {
    for rule in RULES {
        let compiled = Compiled::file(&wrong(rule));
        for finding in &compiled.findings {
            let Some(fix) = finding.fixes.first() else { continue };
            let text = replaced(&compiled.text, fix);
            let again = Compiled::new(&wrong(rule), text.into_bytes());
            let count =
                |compiled: &Compiled| compiled.findings.iter().filter(|other| other.code == finding.code).count();
            assert!(count(&again) < count(&compiled), "{} in {}", finding.code.rule().code, rule.code);
            assert!(again.errors().count() <= compiled.errors().count(), "{}", rule.code);
        }
    }
}

/// A text with a repair made in it, the last edit first so that the places of the others hold.
pub fn replaced(text: &str, fix: &Fix) -> String {
    let mut text = text.to_owned();
    for Edit { span, replacement } in fix.edits().iter().rev() {
        text.replace_range(span.range.start as usize..span.range.end as usize, replacement);
    }
    text
}

#[test]
fn what_is_said_of_each() {
    for rule in RULES {
        let compiled = Compiled::file(&wrong(rule));
        let source: String = (visible(&compiled.text).lines().enumerate())
            .map(|(at, line)| format!("{:>2} | {line}\n", at + 1))
            .collect();
        let said = format!("{source}\n{}\n{}", lines(&compiled, Lang::Zh), lines(&compiled, Lang::En));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(rule.code, said);
        });
    }
}

#[test]
fn no_file_is_left_over() {
    let known: Vec<String> = RULES.iter().map(name).collect();
    for folder in [mistakes(), repaired()] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            assert!(entry.path().is_dir() || known.contains(&name), "{name}");
        }
    }
}

#[test]
fn one_file_is_gbk() {
    let rule = Rule::find("P001").unwrap();
    assert!(String::from_utf8(read(&wrong(rule))).is_err());
}
