//! The language: a source, what was found in it, and the rows that came of it.

mod allowances;
mod arithmetic;
mod recovery;
mod results;
mod sharing;
mod statements;
mod targets;

use perfc::{diagnostic::Lang, json::Options};

use crate::support::{Compiled, Memory, compiled_with};

/// What a snapshot shows.
fn shown(source: &str, compiled: &Compiled) -> String {
    let findings = compiled.listed(Lang::Zh);
    format!("{}\n\n---- findings\n{findings}\n---- rows\n{}", source.trim_end(), compiled.rows)
}

/// A source alone.
fn report(source: &str) -> String {
    shown(source, &crate::support::compiled(source))
}

/// Rows of a project; their lines count from 2.
fn rows(source: &str) -> String {
    shown(source, &crate::support::compiled_rows(source))
}

/// A source with the files that it imports.
fn report_with(files: &[(&str, &str)]) -> String {
    let (name, text) = files[0];
    let compiled = compiled_with(name, text, &Memory(files), Options::default());
    let sources: Vec<String> = files.iter().map(|(name, text)| format!("// {name}\n{}", text.trim())).collect();
    shown(&sources.join("\n\n"), &compiled)
}
