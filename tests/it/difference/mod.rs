//! What differs between two files, and how that is told.

mod projects;
mod properties;
mod schema;
mod targets;

use perfc::{
    compile::compile,
    diagnostic::{Lang, render::Style},
    difference::{
        Snapshot, Snapshots, compare,
        render::{Format, render},
    },
    model::NoFiles,
};

/// The projects of a source.
fn snapshots(name: &str, text: &str) -> Vec<Snapshot> {
    compile(name, text.as_bytes().to_vec(), &NoFiles, Snapshots::default()).output.list
}

/// What differs between two sources, in a format.
fn told(old: &str, new: &str, format: Format, lang: Lang) -> String {
    let (old, new) = (snapshots("old.perf", old), snapshots("new.perf", new));
    render(format, &compare(&old, &new), Style { lang, colour: false, width: 100 })
}

/// Rows as a project that is otherwise complete; they begin at line 2.
fn rows(rows: &str) -> String {
    format!("org 1 \"甲局\"; year 2026; project \"乙\" {{ budget 1000 万元; purpose \"丙\"; goal \"丁\"\n{rows}\n}}")
}
