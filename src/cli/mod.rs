//! The command line: it reads, writes and shows, and knows nothing of the field.

#![allow(clippy::disallowed_methods, reason = "the core has no IO because it is done here")]

mod args;
mod commands;
mod compile;
mod convert;
pub mod disk;
mod input;
pub mod language;
mod output;
mod program;
mod progress;
mod results;
pub mod settings;

use std::{ffi::OsString, process::ExitCode};

use args::Command;
use output::Terminal;

/// How a run ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing to complain about: 0.
    Clean,
    /// Findings of error severity, or files that are not formatted, or that differ: 1.
    Findings,
    /// The program was called wrongly, or a file cannot be read or written: 2.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Runs the program with its arguments, the program's own name first.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let lang = language::choose(&arguments);
    let parsed = match args::parse(&arguments, lang) {
        Ok(parsed) => parsed,
        Err(exit) => return exit,
    };
    let terminal = Terminal::new(lang, parsed.color);
    let status = match parsed.command {
        Command::Check(options) => commands::check::run(&options, &terminal),
        Command::Build(options) => commands::build::run(&options, &terminal),
        Command::Table(options) => commands::table::run(&options, &terminal),
        Command::Report(options) => commands::report::run(&options, &terminal),
        Command::Review(options) => commands::review::run(&options, &terminal),
        Command::Rule(options) => commands::rule::run(&options, &terminal),
        Command::Diff(options) => commands::diff::run(&options, &terminal),
        #[cfg(feature = "documents")]
        Command::Actuals(options) => commands::actuals::run(&options, &terminal),
        Command::Fix(options) => commands::fix::run(&options, &terminal),
        Command::Fmt(options) => commands::fmt::run(&options, &terminal),
        Command::Explain(options) => commands::explain::run(&options, &terminal),
        Command::Schema(options) => commands::schema::run(&options, &terminal),
        Command::Import(options) => commands::import::run(&options, &terminal),
        Command::New(options) => commands::new::run(&options, &terminal),
        #[cfg(feature = "lsp")]
        Command::Lsp(_) => return crate::lsp::run(parsed.lang.map(Into::into)),
        Command::Completions(options) => commands::completions::run(&options, &terminal),
    };
    status.into()
}
