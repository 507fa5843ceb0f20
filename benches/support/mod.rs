//! What all benchmarks share: generated sources, and the same content as typed JSON.

#![allow(dead_code, reason = "each benchmark is a program of its own and uses a part")]

pub mod corpus;
pub mod yardstick;

use std::io;

use tempfile::SpooledTempFile;

use perfc::{
    compile::{Compiled, Count},
    diagnostic::Severity,
    json::{Form, Options, Part, Projects, write_document},
    model::NoFiles,
};

/// Source to JSON in memory; asserts that the generated source has no error.
pub fn compile(source: impl Into<Vec<u8>>) -> Vec<u8> {
    compile_to(source.into(), Vec::new()).body
}

/// Source to JSON as `perfc build` does it: much of it waits in a file until it is clear that there are no errors.
pub fn compile_to_sink(source: &str) {
    let part = compile_to(source.into(), SpooledTempFile::new(perfc::json::SPOOL));
    write_document(&mut io::sink(), vec![part], Options::default()).expect("a temporary file can be read");
}

fn compile_to<W: io::Write + Send>(source: Vec<u8>, body: W) -> Part<W> {
    let projects = Projects::new(Options::default(), Form::Document, body);
    let compiled = perfc::compile::compile("bench.perf", source, &NoFiles, projects);
    assert_sound(&compiled);
    compiled.output.finish().expect("memory takes all")
}

/// Source to findings, as `perfc check` does it.
pub fn check(source: &str) -> usize {
    let compiled = perfc::compile::compile("bench.perf", source.into(), &NoFiles, Count::default());
    assert_sound(&compiled);
    compiled.output.0
}

fn assert_sound<T>(compiled: &Compiled<T>) {
    // What reviewers would say of a source that is made up is no matter.
    let errors = compiled.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let messages: Vec<_> = errors.map(|finding| finding.message(Default::default())).collect();
    assert!(messages.is_empty(), "{messages:?}");
}
