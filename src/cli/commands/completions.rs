//! `perfc completions`: completion scripts for shells.

use crate::cli::{Status, args, output::Terminal};

pub fn run(arguments: &args::Completions, terminal: &Terminal) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut args::command(terminal.lang), "perfc", &mut script);
    terminal.print(&script)
}
