//! Findings as SARIF 2.1.0, which code scanning services and editors read.
//!
//! The names of the fields are explained in the standard: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

mod result;
mod rule;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::left_out;
use crate::diagnostic::{Code, Findings, Lang, Pages, Severity, Text};
use crate::source::Sources;
use result::Results;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The folder that relative names of files begin in, for whoever reads the log to fill in.
const ROOT: &str = "%SRCROOT%";

/// What services tell the runs of one tool from those of another by; what stands before the slash is the kind of run.
const RUN: &str = "perfc/";

pub(super) fn render(findings: &Findings, sources: &Sources, lang: Lang, pages: Option<&Pages>) -> String {
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run(findings, sources, lang, pages)] });
    // It fails for maps whose keys are no strings; a `Value` has none.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn run(findings: &Findings, sources: &Sources, lang: Lang, pages: Option<&Pages>) -> Value {
    let allowed = findings.allowed().iter().map(|allowed| allowed.finding.code);
    // The rules that were broken, not all: a service shows what it is given.
    let codes: BTreeSet<Code> = findings.iter().map(|finding| finding.code).chain(allowed).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let results = Results::new(sources, lang, &codes).all(findings);
    let rules: Vec<Value> = codes.iter().map(|code| rule::of(code.rule(), lang, pages)).collect();
    let root = Text { zh: "运行 perfc 的文件夹", en: "the folder in which perfc ran" };
    json!({
        "tool": { "driver": driver(rules, pages) },
        "automationDetails": { "id": RUN },
        "invocations": [invocation(findings, lang)],
        "originalUriBaseIds": { ROOT: { "description": { "text": root.get(lang) } } },
        "language": lang.tag(),
        "columnKind": "utf16CodeUnits",
        "results": results,
    })
}

fn driver(rules: Vec<Value>, pages: Option<&Pages>) -> Value {
    let version = env!("CARGO_PKG_VERSION");
    let full_name = format!("perfc {version}");
    let mut driver = json!({
        "name": "perfc", "fullName": full_name, "version": version, "semanticVersion": version, "rules": rules,
    });
    if let Some(pages) = pages {
        driver["informationUri"] = pages.index().into();
    }
    driver
}

/// How the run went. That not all findings are listed is said here.
fn invocation(findings: &Findings, lang: Lang) -> Value {
    let notifications: Vec<Value> = left_out(findings, lang)
        .into_iter()
        .map(|text| json!({ "level": "warning", "message": { "text": text } }))
        .collect();
    json!({ "executionSuccessful": true, "toolExecutionNotifications": notifications })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

#[cfg(test)]
mod tests;
