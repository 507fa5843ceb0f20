//! All that is written as JSON is as the schema says, and what is not so is refused.

use std::fmt::Write;

use boon::{Compiler, SchemaIndex, Schemas};
use perfc::json::{Options, SCHEMA};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{
    examples,
    json::FORMS,
    support::{Compiled, compiled, compiled_rows, compiled_with},
};

const ID: &str = "urn:perfc:schema:perf:1";

/// Fields that are left out where there is nothing to say.
const OPTIONAL: &[&str] =
    &["code", "period", "basis", "note", "weights", "source", "baseline", "total", "stretch", "per", "at"];

/// Those of results. Projects must have some of the same name.
const OPTIONAL_OF_RESULTS: &[&str] =
    &["budget", "forecast", "execution", "execution_score", "score", "grade", "note", "likelihood"];

/// The schema, ready to use.
struct Validator {
    schemas: Schemas,
    document: SchemaIndex,
    project: SchemaIndex,
    results: SchemaIndex,
}

impl Validator {
    fn of(schema: Value) -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.add_resource(ID, schema).unwrap();
        let document = compiler.compile(ID, &mut schemas).unwrap();
        let project = compiler.compile(&format!("{ID}#project"), &mut schemas).unwrap();
        let results = compiler.compile(&format!("{ID}#results"), &mut schemas).unwrap();
        Self { schemas, document, project, results }
    }

    fn published() -> Self {
        Self::of(serde_json::from_str(SCHEMA).unwrap())
    }

    /// One that refuses fields which the schema does not name.
    fn strict() -> Self {
        let mut schema = serde_json::from_str(SCHEMA).unwrap();
        close(&mut schema);
        Self::of(schema)
    }

    /// What is wrong with a document; empty where nothing is.
    fn complaint(&self, document: &Value) -> String {
        self.schemas.validate(document, self.document).err().map_or_else(String::new, |error| format!("{error:#}"))
    }

    #[track_caller]
    fn accepts(&self, compiled: &Compiled, what: &str) {
        assert_eq!(self.complaint(&compiled.value()), "", "{what}");
        for project in compiled.projects() {
            self.schemas.validate(&project, self.project).unwrap_or_else(|error| panic!("{what}: {error:#}"));
        }
        for results in compiled.results() {
            self.schemas.validate(&results, self.results).unwrap_or_else(|error| panic!("{what}: {error:#}"));
        }
    }

    #[track_caller]
    fn refuses(&self, document: &Value, what: &str) {
        assert_ne!(self.complaint(document), "", "accepted: {what}");
    }
}

/// Makes a schema refuse fields that it does not name.
pub fn close(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if let Some(open) = fields.get_mut("additionalProperties") {
                *open = false.into();
            }
            fields.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

/// Results that say everything, and some that say nothing.
pub const RESULTS: &str = "actual \"甲\" at 2026-07-31 {
    budget 1,030,000.00 元 { fiscal 101 万元; other 20000 元 }
    spent 515000 元 { fiscal 50 万元; other 15000 元 }
    forecast 103 万元
    goal \"目标的一半\"
    goal \"另一半\"
    execution 50.00% score 5.0
    score 88.50
    grade 良
    note \"附注\"
    甲 5 个 forecast 6 个 certain score 9.50 { reason \"原因\"; note \"说明\" }
    \"支撑工作站\" tbd forecast likely
    \"实力\" achieved 78.0% forecast achieved 90% impossible
    \"机制\" yes
    \"开幕\" 2026-06-30
    \"工期\" 2026-01-05..2026-06-20
}
actual \"乙\" { }";

/// A source that has everything: each form of target, each optional field.
fn everything() -> Compiled {
    let rows: Vec<&str> = FORMS.iter().map(|(_, row, _)| *row).collect();
    let text = format!(
        "standard mof-2020; org 007001 \"某局\"; year 2026
         project \"甲\" {{
             code A-01; period 2025-03..2027; basis \"依据\"; note \"备注\"
             budget 1,020,000.00 元 {{ fiscal 100 万元; other 20000 元 }}
             purpose {{ \"第一段\"; \"第二段\" }}
             goal \"目标\"
             weights {{ output 60; benefit 20; satisfaction 10 }}
             quantity \"标记\" 5 个 as 甲
             {}
             check \"成立\" 甲 <= 5 个
             check \"算不出\" 甲 <= budget
         }}
         project \"乙\" {{ org 2 \"乙局\"; year 2025 }}
         {RESULTS}",
        rows.join("\n")
    );
    compiled_with("甲.perf", &text, &perfc::model::NoFiles, Options { positions: true, pretty: false })
}

#[test]
fn examples_are_as_the_schema_says() {
    let (published, strict) = (Validator::published(), Validator::strict());
    for positions in [false, true] {
        for (name, compiled) in examples::all(Options { positions, pretty: false }) {
            published.accepts(&compiled, &name);
            strict.accepts(&compiled, &name);
        }
    }
}

/// Values without an exact decimal are marked, and the schema tells readers so.
#[test]
fn the_schema_tells_of_what_is_not_exact() {
    let value = compiled_rows("check 1 万元 / 3 > 1 元\ncheck 1 / 3 < 1").value();
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    for side in ["left", "right"] {
        let field = &schema["$defs"]["check"]["properties"][side];
        // Once in each language.
        assert_eq!(field["description"].as_str().unwrap().matches('≈').count(), 2);
        for check in value["projects"][0]["checks"].as_array().unwrap() {
            assert!(field["examples"].as_array().unwrap().contains(&check["left"]), "{check}");
        }
    }
}

#[test]
fn each_form_is_as_the_schema_says() {
    let strict = Validator::strict();
    for (name, english, _) in FORMS {
        strict.accepts(&compiled_rows(english), name);
    }
    strict.accepts(&everything(), "everything");
}

#[test]
fn broken_sources_give_sound_json() {
    let strict = Validator::strict();
    for source in [
        "",
        "project",
        "project \"\" { budget; goal; quantity; quantity \"a\"; quantity \"b\" => 5 佳; check a > 1; check }",
        "org; year; project \"p\" { period 2026; weights { x 5 }; timeliness \"t\" by 2026-13; social \"s\" show \"\" }",
    ] {
        strict.accepts(&compiled(source), source);
    }
}

#[test]
fn each_field_is_described_in_both_languages() {
    let described = described_in_both(&serde_json::from_str(SCHEMA).unwrap());
    assert!(described > 100, "{described}");
}

/// Both texts of each field of a schema are in both languages. Says how many fields there are.
pub fn described_in_both(schema: &Value) -> usize {
    let mut described = 0;
    walk(schema, &mut String::new(), &mut |path, value| {
        let is_field = path.rsplit('/').nth(1) == Some("properties");
        if !is_field || ["/then/", "/if/", "/else/"].iter().any(|part| path.contains(part)) {
            return;
        }
        let target = value["$ref"].as_str().and_then(|reference| schema.pointer(&reference[1..]));
        for text in ["title", "description"] {
            let text = value[text].as_str().or_else(|| target?[text].as_str()).unwrap_or_default();
            let (english, chinese) = text.split_once(" / ").unwrap_or_default();
            assert!(!english.is_empty() && chinese.chars().any(|c| c >= '\u{4E00}'), "{path}: {text}");
        }
        described += 1;
    });
    described
}

/// Calls a function for each value with its path.
pub fn walk(value: &Value, path: &mut String, visit: &mut impl FnMut(&str, &Value)) {
    visit(path, value);
    let length = path.len();
    let mut step = |name: &str, inner: &Value| {
        write!(path, "/{}", name.replace('~', "~0").replace('/', "~1")).unwrap();
        walk(inner, path, visit);
        path.truncate(length);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, inner)| step(name, inner)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, inner)| step(&at.to_string(), inner)),
        _ => {}
    }
}

/// The document with the value at a path replaced.
pub fn with(document: &Value, path: &str, value: Value) -> Value {
    let mut mutant = document.clone();
    *mutant.pointer_mut(path).unwrap() = value;
    mutant
}

#[test]
fn a_field_that_is_missing_or_of_another_type_is_refused() {
    let validator = Validator::published();
    let document = everything().value();
    assert_eq!(validator.complaint(&document), "");
    let mut mutants = 0;
    walk(&document, &mut String::new(), &mut |path, value| {
        let mut refuse = |mutant: Value, what: &str| {
            validator.refuses(&mutant, &format!("{path} {what}"));
            mutants += 1;
        };
        match value {
            Value::Object(fields) => {
                let of_results = if path.starts_with("/results") { OPTIONAL_OF_RESULTS } else { &["results"] };
                let is_optional = |name: &str| [OPTIONAL, of_results].iter().any(|list| list.contains(&name));
                for name in fields.keys().filter(|name| !is_optional(name)) {
                    let mut less = fields.clone();
                    less.remove(name);
                    refuse(with(&document, path, Value::Object(less)), &format!("without {name}"));
                }
                refuse(with(&document, path, json!([])), "as a list");
            }
            Value::Array(_) => refuse(with(&document, path, json!({})), "as an object"),
            Value::String(_) | Value::Bool(_) | Value::Null => refuse(with(&document, path, json!(1.5)), "as a number"),
            Value::Number(_) => refuse(with(&document, path, json!("1")), "as a text"),
        }
    });
    assert!(mutants > 500, "{mutants}");
}

#[test]
fn each_kind_has_its_own_fields() {
    let validator = Validator::published();
    let document = everything().value();
    let kinds = ["number", "range", "date", "period", "duration", "text", "boolean", "graded", "steps", "tbd"];
    let rows = document["projects"][0]["indicators"].as_array().unwrap();
    for (at, row) in rows.iter().enumerate() {
        let path = format!("/projects/0/indicators/{at}/target");
        let own = row["target"]["kind"].as_str().unwrap();
        for kind in kinds.into_iter().chain(["numbers", ""]) {
            // A duration is a number of a unit of time: these two differ in nothing else.
            let alike = |kind: &str| matches!(kind, "number" | "duration");
            if kind == own || (alike(own) && alike(kind) && row["target"]["unit"].is_string()) {
                continue;
            }
            validator.refuses(&with(&document, &format!("{path}/kind"), kind.into()), &format!("{own} as {kind}"));
        }
        for surplus in ["op2", "grades", "steps", "bound", "from"] {
            if row["target"].get(surplus).is_none() {
                let mut target = row["target"].clone();
                target[surplus] = json!("2026");
                validator.refuses(&with(&document, &path, target), &format!("{own} with {surplus}"));
            }
        }
    }
}

#[test]
fn numbers_dates_and_signs_have_their_patterns() {
    let validator = Validator::published();
    let refused = |row: &str, field: &str, values: &[&str]| {
        let document = compiled_rows(row).value();
        let path = format!("/projects/0/indicators/0/target/{field}");
        assert!(document.pointer(&path).is_some_and(|value| !value.is_null()), "{row} {field}");
        for value in values {
            validator.refuses(&with(&document, &path, (*value).into()), &format!("{field} {value:?}"));
        }
    };
    let decimals = ["", "12.", ".5", "1,020", "１２", "1e5", "+3", "007", "--1", " 1", "1 "];
    refused("quantity \"a\" >= 12 家", "value", &decimals);
    refused("quantity \"a\" 3..5 家", "from", &decimals);
    refused("quantity \"a\" >= 12 家", "op", &["=>", "≥", "at least", ""]);
    let dates = ["", "26-11", "2026-13", "2026-00", "2026-11-32", "2026-1", "2026/11", "2026年11月"];
    refused("timeliness \"a\" by 2026-11", "value", &dates);
    refused("timeliness \"a\" 2026-01..2026-06", "to", &dates);
    refused("timeliness \"a\" by 2026-11", "bound", &["after", ""]);
}

/// The document and the objects in it that may grow stay open; the others are closed.
#[test]
fn later_versions_may_add_fields_where_the_schema_says_so() {
    let validator = Validator::published();
    let document = everything().value();
    walk(&document, &mut String::new(), &mut |path, value| {
        if let Value::Object(fields) = value {
            let mut more = fields.clone();
            more.insert("later".to_owned(), json!(true));
            let complaint = validator.complaint(&with(&document, path, Value::Object(more)));
            let lists = ["projects", "indicators", "checks", "results"];
            let is_open = path.rsplit('/').nth(1).is_none_or(|list| lists.contains(&list));
            assert_eq!(complaint.is_empty(), is_open, "{path}: {complaint}");
        }
    });
}

/// A text in quotes.
fn quoted() -> impl Strategy<Value = String> {
    "[a-z0-9一-龥 “”，。%/\\\\\"]{0,12}".prop_map(|text| format!("\"{}\"", text.replace('"', "\"\"")))
}

/// A target as someone may write it, not always a right one.
fn target() -> impl Strategy<Value = String> {
    let number = || prop_oneof!["-?[0-9]{1,9}(\\.[0-9]{1,4})?", "[0-9]{1,3},[0-9]{3}", "[0-9０-９]{1,30}"];
    let sign = || prop::sample::select(vec![">=", "≤", "不少于", "超过 ", "=", "", "", "=>"]);
    let unit = || prop::sample::select(vec!["家", "万元", "%", "元/人·月", "天", "座位", "", "家以上", "万元每家"]);
    let date =
        || prop_oneof!["20[0-9]{2}-[01][0-9]", "20[0-9]{2}年[0-9]{1,2}月底前", "20[0-9]{2}\\.[0-9]{2}", "[0-9]{4}"];
    prop_oneof![
        4 => (sign(), number(), unit()).prop_map(|(sign, number, unit)| format!("{sign}{number}{unit}")),
        1 => (number(), number(), unit()).prop_map(|(low, high, unit)| format!("{low}..{high}{unit}")),
        1 => date().prop_map(|date| format!("by {date}")),
        1 => date(),
        1 => (date(), date()).prop_map(|(from, to)| format!("{from}..{to}")),
        1 => quoted().prop_map(|text| format!("is {text}")),
        1 => (number(), number()).prop_map(|(good, fair)| format!("graded 优 {good}%, 良 {fair}%")),
        1 => (number(), number()).prop_map(|(bound, points)| format!("steps >= {bound}% {points} 分")),
        1 => prop::sample::select(vec!["yes", "否", "tbd", "明显", ""]).prop_map(str::to_owned),
    ]
}

fn row() -> impl Strategy<Value = String> {
    let category = prop::sample::select(vec!["quantity", "质量", "timeliness", "成本", "social", "clients", "quantiy"]);
    let modifier = prop_oneof![
        3 => Just(String::new()),
        1 => "[a-c]".prop_map(|label| format!(" as {label}")),
        1 => "[0-9]{1,2}(\\.5)?".prop_map(|weight| format!(" weight {weight}")),
        1 => quoted().prop_map(|text| format!(" show {text}")),
    ];
    let word = prop::sample::select(vec!["describe", "数据来源", "basis", "note"]);
    let other = prop::sample::select(vec!["baseline", "total", "挑战值"]);
    let detail = prop_oneof![
        (word, quoted()).prop_map(|(word, text)| format!("{word} {text}")),
        (other, target()).prop_map(|(word, target)| format!("{word} {target}")),
    ];
    let block = prop_oneof![
        2 => Just(String::new()),
        1 => prop::collection::vec(detail, 0..3).prop_map(|details| format!(" {{ {} }}", details.join("; "))),
    ];
    (category, quoted(), target(), modifier, block)
        .prop_map(|(category, name, target, modifier, block)| format!("{category} {name} {target}{modifier}{block}"))
}

/// A statement of a project as someone may write it.
pub fn statement() -> impl Strategy<Value = String> {
    let amount = || ("[0-9]{1,7}(\\.[0-9]{2})?", prop::sample::select(vec!["元", "万元", "个", ""]));
    prop_oneof![
        8 => row(),
        1 => quoted().prop_map(|text| format!("goal {text}")),
        1 => (amount(), amount()).prop_map(|((a, u), (b, v))| format!("budget {a} {u} {{ fiscal {b} {v} }}")),
        1 => "check (a \\* [0-9]+ <= |sum\\(成本\\) [<>] budget|[ab] [+/] [bc] = ){1,2}[ab(]",
        1 => "period 20[0-9]{2}\\.\\.20[0-9]{2}|code [A-Z0-9-]{1,8}|weights \\{ output [0-9]{1,2}; x \\}",
        1 => "[ -~一-龥{}；“”\"]{0,16}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_gives_sound_json(statements in prop::collection::vec(statement(), 0..12)) {
        thread_local!(static STRICT: Validator = Validator::strict());
        let text = format!("org 1 \"a\"; year 2026; project \"p\" {{\n{}\n}}", statements.join("\n"));
        STRICT.with(|strict| strict.accepts(&compiled(&text), &text));
    }
}
