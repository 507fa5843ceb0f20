//! Any bytes through the whole compiler and the formatter.
#![no_main]

use libfuzzer_sys::fuzz_target;
use perfc::{
    compile::compile,
    diagnostic::{Findings, Lang},
    format,
    json::{Form, Options, Projects},
    model::NoFiles,
    source::FileId,
    syntax,
};

fuzz_target!(|bytes: &[u8]| {
    let projects = Projects::new(Options::default(), Form::Document, Vec::new());
    let compiled = compile("any.perf", bytes.to_vec(), &NoFiles, projects);
    for finding in &compiled.findings {
        finding.message(Lang::Zh);
        finding.message(Lang::En);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let once = formatted(text);
        assert_eq!(once, formatted(&once), "formatting twice changes something");
    }
});

fn formatted(text: &str) -> String {
    let tree = syntax::parse(FileId(0), text, &mut Findings::default());
    format::format(text, &tree, format::Options::default())
}
