//! What is written as JSON is as its schema says, and what is not so is refused.

use boon::{Compiler, SchemaIndex, Schemas};
use perfc::{
    diagnostic::Lang,
    difference::render::{FORMAT, Format, SCHEMA},
};
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};

use super::told;
use crate::schema::{close, described_in_both, statement, walk, with};

const ID: &str = "urn:perfc:schema:perf-diff:1";

struct Validator {
    schemas: Schemas,
    document: SchemaIndex,
}

impl Validator {
    fn of(schema: Value) -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.add_resource(ID, schema).unwrap();
        let document = compiler.compile(ID, &mut schemas).unwrap();
        Self { schemas, document }
    }

    fn published() -> Self {
        Self::of(serde_json::from_str(SCHEMA).unwrap())
    }

    /// One that refuses fields which the schema does not name.
    fn strict() -> Self {
        let mut schema = serde_json::from_str(SCHEMA).unwrap();
        name_all(&mut schema);
        close(&mut schema);
        Self::of(schema)
    }

    /// What is wrong with a document; empty where nothing is.
    fn complaint(&self, document: &Value) -> String {
        self.schemas.validate(document, self.document).err().map_or_else(String::new, |error| format!("{error:#}"))
    }
}

/// Says of each object that describes its fields that there may be others, so that `close` can forbid that.
fn name_all(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.contains_key("properties") && fields.get("type") == Some(&json!("object")) {
                fields.insert("additionalProperties".to_owned(), true.into());
            }
            fields.values_mut().for_each(name_all);
        }
        Value::Array(items) => items.iter_mut().for_each(name_all),
        _ => {}
    }
}

fn document(old: &str, new: &str) -> Value {
    serde_json::from_str(&told(old, new, Format::Json, Lang::Zh)).unwrap()
}

/// Two projects that differ in all that can.
fn everything() -> Value {
    document(
        "year 2026; project \"甲\" { code 1; budget 10 万元 { fiscal 10 万元 }; goal \"一\"; goal \"二\"; weights { output 50 }
            quantity \"a\" >= 5 家 weight 5; quantity \"b\" 3..5 家; timeliness \"t\" by 2026-11; social \"s\" >= 5%
            quantity \"gone\" 5 家; cost \"c\" <= 1 万元; check \"x\" count(quantity) > 1; check \"y\" budget > 1 元 }
         project \"乙\" { budget 1 元 }",
        "year 2026; project \"甲\" { org 1 \"o\"; budget 12 万元 { other 12 万元 }; goal \"三\"; weights { output 40 }
            quantity \"a\" >= 4 家 weight 6; quantity \"b\" 4..5 家; timeliness \"t\" by 2026-12; social \"s\" is \"好\"
            quantity \"come\" 5 家; cost \"c\" <= 10000 元; check \"x\" count(quantity) > 2; check \"z\" 1 > 2 }
         project \"丙\" { quantity \"a\" 1 家 }",
    )
}

#[test]
fn all_that_can_differ_is_as_the_schema_says() {
    let document = everything();
    assert_eq!(document["format"], FORMAT);
    assert_eq!(Validator::published().complaint(&document), "");
    assert_eq!(Validator::strict().complaint(&document), "");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_differs_gives_sound_json(old in vec(statement(), 0..8), new in vec(statement(), 0..8)) {
        thread_local!(static STRICT: Validator = Validator::strict());
        let project = |statements: &[String]| format!("year 2026; project \"p\" {{\n{}\n}}", statements.join("\n"));
        let document = document(&project(&old), &project(&new));
        STRICT.with(|strict| assert_eq!(strict.complaint(&document), "", "{document:#}"));
    }
}

#[test]
fn a_field_that_is_missing_or_of_another_type_is_refused() {
    let validator = Validator::published();
    let document = everything();
    let mut mutants = 0;
    let mut refuse = |mutant: Value, what: String| {
        assert_ne!(validator.complaint(&mutant), "", "accepted: {what}");
        mutants += 1;
    };
    walk(&document, &mut String::new(), &mut |path, value| match value {
        Value::Object(fields) => {
            for name in fields.keys().filter(|name| *name != "by") {
                let mut less = fields.clone();
                less.remove(name);
                refuse(with(&document, path, Value::Object(less)), format!("{path} without {name}"));
            }
        }
        Value::Array(_) => refuse(with(&document, path, json!({})), format!("{path} as an object")),
        Value::String(_) | Value::Bool(_) => refuse(with(&document, path, json!(1.5)), format!("{path} as a number")),
        Value::Null => refuse(with(&document, path, json!(true)), format!("{path} as a truth value")),
        Value::Number(_) => refuse(with(&document, path, json!("1")), format!("{path} as a text")),
    });
    assert!(mutants > 500, "{mutants}");
}

#[test]
fn each_field_is_described_in_both_languages() {
    let described = described_in_both(&serde_json::from_str(SCHEMA).unwrap());
    assert!(described > 50, "{described}");
}
