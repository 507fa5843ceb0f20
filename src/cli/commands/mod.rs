//! The commands, a file each.

pub mod build;
pub mod check;
pub mod completions;
pub mod diff;
pub mod explain;
pub mod fmt;
mod forms;
pub mod import;
pub mod new;
pub mod report;
pub mod rule;
pub mod schema;
pub mod table;
