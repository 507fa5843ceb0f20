//! Findings, their numbers, reports and progress as JSON: they are as their schemas say, and what is not so is refused.

mod findings;
mod reports;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};

use crate::schema::{close, described_in_both, walk, with};

/// What a format promises.
pub struct Contract {
    schema: Value,
    published: Validator,
    /// Refuses fields that the schema does not name.
    strict: Validator,
}

/// A schema, ready to use.
struct Validator {
    schemas: Schemas,
    document: SchemaIndex,
}

impl Validator {
    fn of(schema: &Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let id = schema["$id"].as_str().unwrap();
        compiler.add_resource(id, schema.clone()).unwrap();
        let document = compiler.compile(id, &mut schemas).unwrap();
        Self { schemas, document }
    }

    /// What is wrong with a document; empty where nothing is.
    fn complaint(&self, document: &Value) -> String {
        self.schemas.validate(document, self.document).err().map_or_else(String::new, |error| format!("{error:#}"))
    }
}

impl Contract {
    pub fn new(schema: &str) -> Self {
        let schema: Value = serde_json::from_str(schema).unwrap();
        let mut closed = schema.clone();
        close(&mut closed);
        Self { published: Validator::of(&schema), strict: Validator::of(&closed), schema }
    }

    /// A document is as the schema says, and has no other field than those that it names.
    #[track_caller]
    pub fn accepts(&self, document: &Value, what: &str) {
        assert_eq!(self.published.complaint(document), "", "{what}");
        assert_eq!(self.strict.complaint(document), "", "{what}");
    }

    #[track_caller]
    pub fn refuses(&self, document: &Value, what: &str) {
        assert_ne!(self.published.complaint(document), "", "accepted: {what}");
    }

    /// Of a sound document each field that is gone or of another type is refused, unless it may be left out. Says how many
    /// were tried.
    fn refuses_mutants_of(&self, document: &Value, optional: &[&str]) -> usize {
        self.accepts(document, "as it is");
        self.is_said_whole_by(document);
        let mut mutants = 0;
        let mut refuse = |path: &str, value: Value| {
            self.refuses(&with(document, path, value.clone()), &format!("{path} as {value}"));
            mutants += 1;
        };
        walk(document, &mut String::new(), &mut |path, value| match value {
            Value::Object(fields) => {
                for name in fields.keys().filter(|name| !optional.contains(&name.as_str())) {
                    let mut less = fields.clone();
                    less.remove(name);
                    refuse(path, Value::Object(less));
                }
            }
            Value::Array(_) => refuse(path, json!({})),
            Value::String(_) | Value::Bool(_) => refuse(path, json!(1.5)),
            // Some may be true, none a list.
            Value::Null => refuse(path, json!([])),
            Value::Number(_) => refuse(path, json!("1")),
        });
        mutants
    }

    /// A document has each field that the schema names, not null.
    fn is_said_whole_by(&self, document: &Value) {
        let (mut named, mut said) = (BTreeSet::new(), BTreeSet::new());
        walk(&self.schema, &mut String::new(), &mut |path, _| {
            let (rest, field) = path.rsplit_once('/').unwrap_or_default();
            named.extend(rest.ends_with("/properties").then(|| field.to_owned()));
        });
        walk(document, &mut String::new(), &mut |path, value| {
            let field = path.rsplit('/').next().filter(|_| !value.is_null());
            said.extend(field.map(str::to_owned));
        });
        assert_eq!(named.difference(&said).collect::<Vec<_>>(), [""; 0]);
    }

    /// The published schema takes fields that it does not know where later versions may add some, and nowhere else; the
    /// strict one, by which the tests judge, takes them nowhere.
    fn is_closed_at(&self, document: &Value, closed: &[&str]) {
        walk(document, &mut String::new(), &mut |path, value| {
            let Value::Object(fields) = value else { return };
            let mut more = fields.clone();
            more.insert("later".to_owned(), json!(true));
            let mutant = with(document, path, Value::Object(more));
            let is_closed = path.rsplit('/').next().is_some_and(|field| closed.contains(&field));
            assert_eq!(!self.published.complaint(&mutant).is_empty(), is_closed, "{path}");
            assert_ne!(self.strict.complaint(&mutant), "", "{path}");
        });
    }

    /// The words that a definition lists.
    fn words(&self, definition: &str) -> Vec<&str> {
        let list = self.schema.pointer(&format!("/$defs/{definition}/enum")).unwrap().as_array().unwrap();
        list.iter().filter_map(Value::as_str).collect()
    }
}

fn contracts() -> [Contract; 4] {
    [findings::findings(), findings::statistics(), reports::scores(), reports::progress()]
}

#[test]
fn each_field_is_described_in_both_languages() {
    for (contract, fields) in contracts().iter().zip([20, 10, 60, 50]) {
        let described = described_in_both(&contract.schema);
        assert!(described >= fields, "{described}: {}", contract.schema["$id"]);
    }
}

/// What the program writes in the transcripts of the command line, on the terminal and into files.
fn transcribed() -> Vec<Value> {
    let inside = |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let paths = inside(Path::new("tests/cli"));
    let paths = paths.into_iter().flat_map(|path| if path.is_dir() { inside(&path) } else { vec![path] });
    let is_text = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "md" || ending == "json");
    let texts = paths.filter(is_text).map(|path| fs::read_to_string(path).unwrap());
    let document = |block: &str| serde_json::from_str(&block[block.find('{')?..]).ok();
    texts.flat_map(|text| text.split("```").filter_map(document).collect::<Vec<_>>()).collect()
}

#[test]
fn transcripts_are_as_the_schemas_say() {
    let all = transcribed();
    for contract in contracts() {
        let format = &contract.schema["properties"]["format"]["const"];
        let documents: Vec<&Value> = all.iter().filter(|document| document["format"] == *format).collect();
        assert!(!documents.is_empty(), "{format}");
        documents.iter().for_each(|document| contract.accepts(document, "in a transcript"));
    }
}

/// What may grow says so, what may not as well: no object leaves it open whether it does.
#[test]
fn each_object_says_whether_it_may_grow() {
    for contract in contracts() {
        walk(&contract.schema, &mut String::new(), &mut |path, value| {
            if value.get("type") == Some(&json!("object")) {
                assert!(value.get("additionalProperties").is_some_and(Value::is_boolean), "{path}");
            }
        });
    }
}
