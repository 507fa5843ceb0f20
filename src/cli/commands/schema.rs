//! `perfc schema`: the contracts of what other commands write as JSON.

use perfc::{
    diagnostic::render::{json as findings, statistics},
    difference, json,
    report::{json as report, monitoring},
};

use crate::cli::{
    Status,
    args::{self, Contract},
    output::Terminal,
};

pub fn run(arguments: &args::Schema, terminal: &Terminal) -> Status {
    let schema = match arguments.of {
        Contract::Build => json::SCHEMA,
        Contract::Report => report::SCHEMA,
        Contract::Monitoring => monitoring::SCHEMA,
        Contract::Diff => difference::render::SCHEMA,
        Contract::Check => findings::SCHEMA,
        Contract::Statistics => statistics::SCHEMA,
    };
    terminal.print(schema.as_bytes())
}
