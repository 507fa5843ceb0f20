//! `perfc schema`: the contract of what `build` writes.

use crate::cli::{Status, output::Terminal};

pub fn run(terminal: &Terminal) -> Status {
    terminal.print(perfc::json::SCHEMA.as_bytes())
}
