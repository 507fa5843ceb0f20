//! Findings as SARIF: by the schema of the standard, and by what the schema cannot say.

use std::{
    collections::{HashMap, HashSet},
    fs,
};

use boon::{Compiler, SchemaIndex, Schemas};
use perfc::{
    diagnostic::{
        Findings, Lang, Pages,
        pages::site,
        render::{Format, Style, render},
    },
    model::NoFiles,
    source::Sources,
};
use serde_json::Value;

use crate::{
    catalogue::{Compiled, mistakes, repaired},
    support::compiled_with,
};

/// The schema of the standard, as OASIS publishes it.
struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn read() -> Self {
        let text = fs::read_to_string("tests/fixtures/sarif-schema-2.1.0.json").unwrap();
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("sarif.json", serde_json::from_str(&text).unwrap()).unwrap();
        compiler.enable_format_assertions();
        let index = compiler.compile("sarif.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// Asserts that a log is valid, and what the standard says besides.
    fn holds(&self, log: &Value, name: &str) {
        if let Err(error) = self.schemas.validate(log, self.index) {
            panic!("{name}: {error:#}");
        }
        let run = &log["runs"][0];
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let rules = list(&run["tool"]["driver"]["rules"]);
        let mut prints = HashSet::new();
        for result in list(&run["results"]) {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(rule["id"], result["ruleId"], "{name}");
            assert!(prints.insert(result["partialFingerprints"].to_string()), "{name}: {result}");
        }
        each(log, &mut |key, value| match key {
            "region" | "deletedRegion" => assert!(is_forward(value), "{name}: {value}"),
            "artifactLocation" => {
                let (uri, base) = (value["uri"].as_str().unwrap(), value.get("uriBaseId"));
                assert_eq!(base.is_none(), uri.starts_with("file:"), "{name}: {uri}");
                assert!(base.is_none_or(|base| run["originalUriBaseIds"].get(base.as_str().unwrap()).is_some()));
            }
            _ => {}
        });
    }
}

/// Whether a region ends where it begins, or behind.
fn is_forward(region: &Value) -> bool {
    let place = |line: &str, column: &str| (region[line].as_u64().unwrap(), region[column].as_u64().unwrap());
    let (start, end) = (place("startLine", "startColumn"), place("endLine", "endColumn"));
    start.0 >= 1 && start.1 >= 1 && start <= end
}

/// Visits each field of a value.
fn each(value: &Value, visit: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            visit(key, value);
            each(value, visit);
        }),
        Value::Array(values) => values.iter().for_each(|value| each(value, visit)),
        _ => {}
    }
}

fn log(findings: &Findings, sources: &Sources, lang: Lang) -> Value {
    log_with(findings, sources, lang, None)
}

fn log_with(findings: &Findings, sources: &Sources, lang: Lang, pages: Option<&Pages>) -> Value {
    let text = render(Format::Sarif, findings, sources, Style { lang, ..Style::default() }, pages);
    serde_json::from_str(&text).unwrap()
}

/// Each rule links to its page, which is one of those that `perfc explain -o` writes.
#[test]
fn rules_link_to_published_pages() {
    let (schema, address) = (Schema::read(), "https://example.org/perfc/");
    let (pages, site) = (Pages::at(address).unwrap(), site().collect::<HashMap<String, String>>());
    let page = |uri: &Value| site[uri.as_str().unwrap().strip_prefix(address).unwrap()].as_str();
    let files = fs::read_dir(mistakes()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    for (path, lang) in files.flat_map(|path| [Lang::Zh, Lang::En].map(|lang| (path.clone(), lang))) {
        let compiled = Compiled::file(&path);
        let log = log_with(&compiled.findings, &compiled.sources, lang, Some(&pages));
        schema.holds(&log, &path.to_string_lossy());
        let driver = &log["runs"][0]["tool"]["driver"];
        assert!(page(&driver["informationUri"]).contains("zh/P301.html"));
        for rule in driver["rules"].as_array().unwrap() {
            let heading = format!("<h1>{} ", rule["id"].as_str().unwrap());
            let language = if lang == Lang::Zh { "<html lang=\"zh-CN\">" } else { "<html lang=\"en\">" };
            let page = page(&rule["helpUri"]);
            assert!(page.contains(&heading) && page.contains(language), "{rule}");
        }
    }
}

#[test]
fn each_mistake_is_told_as_the_standard_wants() {
    let schema = Schema::read();
    for folder in [mistakes(), repaired()] {
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
        for path in files {
            let compiled = Compiled::file(&path);
            for lang in [Lang::Zh, Lang::En] {
                schema.holds(&log(&compiled.findings, &compiled.sources, lang), &path.to_string_lossy());
            }
        }
    }
}

#[test]
fn what_is_allowed_is_suppressed() {
    let text = "org 1 \"甲局\"; year 2026; project \"乙\" {
    // perfc: allow P404 用途见附件，第二季度补
    budget 10 万元
    // perfc: allow P305 跨年验收
    timeliness \"丙\" by 2027-03
    quantity \"丁\" 5..3 次
}";
    let compiled = compiled_with("a.perf", text, &NoFiles, perfc::json::Options::default());
    let log = log(&compiled.findings, &compiled.sources, Lang::Zh);
    Schema::read().holds(&log, "a.perf");
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressed: Vec<&Value> = results.iter().filter(|result| result["suppressions"][0].is_object()).collect();
    let [only] = suppressed.as_slice() else { panic!("{results:#?}") };
    assert_eq!(only["ruleId"], "P305");
    assert_eq!(only["suppressions"][0]["justification"], "跨年验收");
    assert!(results.iter().all(|result| result["suppressions"].is_array()));
    // A repair of two edits is one change of one file.
    let fixed = results.iter().find(|result| result["ruleId"] == "P306").unwrap();
    assert_eq!(fixed["fixes"][0]["artifactChanges"][0]["replacements"].as_array().unwrap().len(), 2);
}

/// Moving lines, or writing more above them, leaves the fingerprints as they are.
#[test]
fn fingerprints_stay_when_lines_move() {
    let rows = ["    quantity \"甲\" 5 加\n", "    quality \"乙\" >= 100%\n", "    cost \"丙\" 7..3 元\n"];
    let prints = |rows: &[&str], above: &str| {
        let text = format!("org 1 \"甲局\"; year 2026\n{above}project \"乙\" {{\n{}}}\n", rows.concat());
        let compiled = compiled_with("a.perf", &text, &NoFiles, perfc::json::Options::default());
        let log = log(&compiled.findings, &compiled.sources, Lang::En);
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results.iter().map(|result| result["partialFingerprints"].to_string()).collect::<HashSet<_>>()
    };
    let before = prints(&rows, "");
    assert!(before.len() > 5);
    assert_eq!(prints(&[rows[2], rows[0], rows[1]], "// 一\n\n"), before);
}
