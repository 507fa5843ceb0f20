//! Where results stand, for programs that ask: in a cell, in JSON, in a source.

use perfc::{
    compile::Settings,
    import::{
        Block, Document, Grid,
        results::{self, Content, Given},
    },
    json::{Form, Options, Projects},
    model::{Loaded, NoFiles},
};
use serde_json::Value;

use super::{TARGETS, tables};
use crate::import::grid;

/// The places of the results of documents, each behind the name of its indicator.
fn places(given: &[Given], positions: bool) -> Vec<String> {
    let targets = Loaded { name: "targets.perf".to_owned(), bytes: TARGETS.into() };
    let visitor = Projects::new(Options { positions, pretty: false }, Form::Document, Vec::new());
    let compiled = results::compile(targets, given, &NoFiles, &Settings::default(), visitor);
    let document: Value = serde_json::from_slice(&compiled.output.finish().unwrap().body).unwrap();
    let place = |row: &Value| match &row["at"] {
        Value::Null => format!("{} -", row["name"].as_str().unwrap()),
        at => format!(
            "{} {}:{}:{}",
            row["name"].as_str().unwrap(),
            at["file"].as_str().unwrap(),
            at["line"],
            at["column"]
        ),
    };
    let all = document["results"].as_array().unwrap().iter();
    all.flat_map(|results| results["indicators"].as_array().unwrap()).map(place).collect()
}

fn given() -> [Given; 3] {
    let rows = |rows: &[[&str; 2]]| {
        let rows = [["指标", "实际完成值"]].iter().chain(rows).map(|row| row.to_vec());
        Block::Grid(Grid { name: Some("第二季度".to_owned()), ..grid(&rows.collect::<Vec<_>>()) })
    };
    let sheets =
        Document { blocks: vec![rows(&[]), rows(&[["举办活动", "126场"], ["参加人数", "3.2万人次"]])] };
    let json =
        "{ \"results\": [\n  { \"indicator\": \"完成时间\", \"actual\": \"2026-11-20\" },\n  { \"label\": \"无\" } ] }";
    let source = "actual \"群众文化活动\" {\n    economic \"带动消费增长\" 4 个百分点\n}\n";
    [
        tables("结果.xlsx", sheets),
        Given { name: "结果.json".to_owned(), content: Content::Json(json.to_owned()) },
        Given { name: "结果.perf".to_owned(), content: Content::Source(source.into()) },
    ]
}

#[test]
fn results_say_where_they_stand() {
    let mut places = places(&given(), true);
    places.sort_unstable();
    let expected = [
        "举办活动 结果.xlsx!第二季度!A2:1:1",
        "参加人数 结果.xlsx!第二季度!A3:1:1",
        "完成时间 结果.json:2:18",
        "带动消费增长 结果.perf:2:14",
    ];
    assert_eq!(places, expected);
}

#[test]
fn only_on_request() {
    assert!(places(&given(), false).iter().all(|place| place.ends_with(" -")));
}
