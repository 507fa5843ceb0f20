//! Findings and their numbers.

use std::{fs, path::PathBuf};

use perfc::{
    diagnostic::{
        Applicability, Findings, Lang, Severity,
        render::{Format, Style, json, render, statistics},
    },
    source::Sources,
};
use serde_json::{Value, json};

use super::Contract;
use crate::{
    catalogue::{self, mistakes, repaired},
    examples,
    schema::with,
    support,
};

pub fn findings() -> Contract {
    Contract::new(json::SCHEMA)
}

pub fn statistics() -> Contract {
    Contract::new(statistics::SCHEMA)
}

fn listed(findings: &Findings, sources: &Sources, lang: Lang) -> Value {
    let text = render(Format::Json, findings, sources, Style { lang, ..Style::default() }, None);
    serde_json::from_str(&text).unwrap()
}

fn counted(findings: &Findings, lang: Lang) -> Value {
    serde_json::from_str(&statistics::render(Format::Json, findings, lang)).unwrap()
}

/// The documents of findings in both languages are as both schemas say.
#[track_caller]
fn accepted(contracts: &[Contract; 2], findings: &Findings, sources: &Sources, what: &str) {
    for lang in [Lang::Zh, Lang::En] {
        contracts[0].accepts(&listed(findings, sources, lang), what);
        contracts[1].accepts(&counted(findings, lang), what);
    }
}

#[test]
fn each_mistake_and_each_repair_is_as_the_schemas_say() {
    let contracts = [findings(), statistics()];
    let mut empty = 0;
    for folder in [mistakes(), repaired()] {
        let files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        for path in files.iter().filter(|path| path.is_file()) {
            let compiled = catalogue::Compiled::file(path);
            accepted(&contracts, &compiled.findings, &compiled.sources, &path.to_string_lossy());
            empty += usize::from(compiled.findings.is_empty());
        }
    }
    assert!(empty > 50, "few files without findings: {empty}");
    for (name, compiled) in examples::all(perfc::json::Options::default()) {
        accepted(&contracts, &compiled.findings, &compiled.sources, &name);
    }
}

/// More than are kept of a run.
fn too_many() -> support::Compiled {
    let rows: String = (0..10_100).map(|number| format!("quantity \"{number}\" 5 加\n")).collect();
    support::compiled(&format!("org 1 \"甲局\"; year 2026; project \"乙\" {{\n{rows}}}"))
}

#[test]
fn what_is_left_out_is_as_the_schemas_say() {
    let compiled = too_many();
    assert!(compiled.findings.left_out() > 0);
    accepted(&[findings(), statistics()], &compiled.findings, &compiled.sources, "too many");
}

/// Findings with several places, repairs of one and of two edits, and all degrees of severity.
fn everything() -> support::Compiled {
    support::compiled(
        "org 1 \"甲局\"; year 2026; project \"乙\" {
    quantity \"𠮷一\" 5 加; quantity \"办班\" 5..3 次; quantity \"办班\" 5 次
    timeliness \"完成\" by 2027-03; social \"知晓率\" is \"提高\"; cost \"费用\" >= 5 万元
}",
    )
}

#[test]
fn a_field_that_is_missing_or_of_another_type_is_refused() {
    let compiled = everything();
    let document = listed(&compiled.findings, &compiled.sources, Lang::Zh);
    let found = document["findings"].as_array().unwrap();
    assert!(found.iter().any(|finding| finding["fixes"][0]["edits"][1].is_object()));
    assert!(found.iter().any(|finding| finding["labels"][1].is_object()));
    let mutants = findings().refuses_mutants_of(&document, &[]);
    assert!(mutants > 300, "{mutants}");
    let mutants = statistics().refuses_mutants_of(&counted(&compiled.findings, Lang::Zh), &[]);
    assert!(mutants > 40, "{mutants}");
}

#[test]
fn later_versions_may_add_fields() {
    let compiled = everything();
    findings().is_closed_at(&listed(&compiled.findings, &compiled.sources, Lang::En), &[]);
    statistics().is_closed_at(&counted(&compiled.findings, Lang::En), &[]);
}

#[test]
fn codes_names_words_and_positions_have_their_bounds() {
    let compiled = everything();
    let document = listed(&compiled.findings, &compiled.sources, Lang::En);
    let refused = |path: &str, values: &[Value]| {
        for value in values {
            findings().refuses(&with(&document, path, value.clone()), &format!("{path} {value}"));
        }
    };
    refused("/format", &[json!("perf-findings/1"), json!("")]);
    refused("/left_out", &[json!(-1)]);
    refused("/findings/0/code", &[json!("301"), json!("P3011"), json!("p301"), json!("P301 ")]);
    refused("/findings/0/name", &[json!("Unknown unit"), json!(""), json!("unknown-")]);
    refused("/findings/0/severity", &[json!("note"), json!("错误")]);
    refused("/findings/0/labels", &[json!([])]);
    for field in ["line", "column", "utf16"] {
        refused(&format!("/findings/0/labels/0/start/{field}"), &[json!(0), json!(-1)]);
    }
    refused("/findings/0/labels/0/end/offset", &[json!(-1)]);
    let counts = counted(&compiled.findings, Lang::En);
    statistics().refuses(&with(&counts, "/codes/0/count", json!(0)), "a code that was not found");
}

/// The words of the schema are those of the program.
#[test]
fn severities_and_applicabilities_are_those_of_the_program() {
    let contract = findings();
    let severities = [Severity::Error, Severity::Warning, Severity::Advice].map(Severity::id);
    assert_eq!(contract.words("finding/properties/severity"), severities);
    let applicabilities = [Applicability::Safe, Applicability::Unsafe].map(Applicability::id);
    assert_eq!(contract.words("fix/properties/applicability"), applicabilities);
}
