//! `perfc fmt`: files in their canonical form.

use crate::cli::{Status, args, output::Terminal};

pub fn run(_arguments: &args::Fmt, _terminal: &Terminal) -> Status {
    Status::Failed
}
