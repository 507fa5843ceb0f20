//! The `perfc` program.

mod cli;
#[cfg(feature = "lsp")]
mod lsp;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os().collect())
}
