//! `perfc schema`: the contracts of what other commands write as JSON.

use perfc::{difference, json};

use crate::cli::{
    Status,
    args::{self, Contract},
    output::Terminal,
};

pub fn run(arguments: &args::Schema, terminal: &Terminal) -> Status {
    let schema = match arguments.of {
        Contract::Build => json::SCHEMA,
        Contract::Diff => difference::render::SCHEMA,
    };
    terminal.print(schema.as_bytes())
}
