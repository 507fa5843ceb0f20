//! The commands, a file each.

#[cfg(feature = "documents")]
pub mod actuals;
pub mod build;
pub mod check;
pub mod completions;
pub mod diff;
pub mod explain;
pub mod fix;
pub mod fmt;
mod forms;
pub mod import;
pub mod new;
pub mod report;
pub mod review;
pub mod rule;
pub mod schema;
pub mod table;
mod watch;
