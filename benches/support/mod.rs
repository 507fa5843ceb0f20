//! What all benchmarks share: generated sources, and the same content as typed JSON.

#![allow(dead_code, reason = "each benchmark is a program of its own and uses a part")]

pub mod corpus;
pub mod yardstick;

use perfc::{
    check,
    diagnostic::Findings,
    json::{self, Header, Options},
    model::{self, NoFiles},
};

/// Source to JSON, as `perfc build` does it; asserts that the generated source is sound.
pub fn compile(source: &str) -> Vec<u8> {
    let mut findings = Findings::default();
    let workspace = model::load("bench.perf", source.as_bytes().to_vec(), &NoFiles, &mut findings);
    let model = model::resolve(&workspace, &mut findings);
    check::run(&model, &mut findings);
    assert!(findings.is_empty(), "{:?}", findings.iter().next().map(|finding| finding.message(Default::default())));
    let mut out = Vec::new();
    let options = Options::default();
    for (at, project) in model.projects.iter().enumerate() {
        if at > 0 {
            out.push(b'\n');
        }
        json::write_project(&mut out, project, &model, &workspace.sources, options).expect("memory takes all");
    }
    let mut document = Vec::with_capacity(out.len() + 100);
    json::write_document(&mut document, &Header::of(&model), out.split(|&byte| byte == b'\n'), options)
        .expect("memory takes all");
    document
}

/// Source to findings, as `perfc check` does it.
pub fn check(source: &str) -> usize {
    let mut findings = Findings::default();
    let workspace = model::load("bench.perf", source.as_bytes().to_vec(), &NoFiles, &mut findings);
    let model = model::resolve(&workspace, &mut findings);
    check::run(&model, &mut findings);
    model.projects.len()
}
