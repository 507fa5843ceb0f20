//! What all benchmarks share: generated sources, and the same content as typed JSON.

#![allow(dead_code, reason = "each benchmark is a program of its own and uses a part")]

pub mod corpus;
pub mod yardstick;

use perfc::{
    compile::{Compiled, Count},
    json::{Options, Projects, write_document},
    model::NoFiles,
};

/// Source to JSON, as `perfc build` does it; asserts that the generated source is sound.
pub fn compile(source: &str) -> Vec<u8> {
    let options = Options::default();
    let compiled = perfc::compile::compile("bench.perf", source.as_bytes().to_vec(), &NoFiles, Projects::new(options));
    assert_sound(&compiled);
    let projects = compiled.output;
    drop(compiled.workspace);
    let mut document = Vec::new();
    write_document(&mut document, projects.header(), projects.iter(), options).expect("memory takes all");
    document
}

/// Source to findings, as `perfc check` does it.
pub fn check(source: &str) -> usize {
    let compiled = perfc::compile::compile("bench.perf", source.as_bytes().to_vec(), &NoFiles, Count::default());
    assert_sound(&compiled);
    compiled.output.0
}

fn assert_sound<T>(compiled: &Compiled<T>) {
    let messages = compiled.findings.iter().map(|finding| finding.message(Default::default()));
    assert!(compiled.findings.is_empty(), "{:?}", messages.collect::<Vec<_>>());
}
