//! What all benchmarks share: generated sources, and the same content as typed JSON.

#![allow(dead_code, reason = "each benchmark is a program of its own and uses a part")]

pub mod corpus;
pub mod yardstick;

use std::io::{self, Seek};

use tempfile::SpooledTempFile;

use perfc::{
    compile::{Compiled, Count},
    json::{Options, Projects, write_document},
    model::NoFiles,
};

/// Source to JSON in memory; asserts that the generated source is sound.
pub fn compile(source: &str) -> Vec<u8> {
    let mut document = Vec::with_capacity(source.len() * 4);
    compile_to(source, &mut document, Vec::new(), io::Cursor::new);
    document
}

/// Source to JSON as `perfc build` does it: much of it waits in a file until it is clear that there are no errors.
pub fn compile_to_sink(source: &str) {
    compile_to(source, &mut io::sink(), SpooledTempFile::new(perfc::json::SPOOL), |mut body| {
        body.rewind().expect("a temporary file can be read");
        body
    });
}

fn compile_to<W: io::Write, R: io::Read>(source: &str, out: &mut dyn io::Write, body: W, read: impl Fn(W) -> R) {
    let options = Options::default();
    let projects = Projects::new(options, ",", body);
    let compiled = perfc::compile::compile("bench.perf", source.as_bytes().to_vec(), &NoFiles, projects);
    assert_sound(&compiled);
    let (header, body) = compiled.output.finish().expect("memory takes all");
    write_document(out, &header, [read(body)], options).expect("memory takes all");
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
