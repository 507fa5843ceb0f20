//! The commands, a file each.

#[cfg(feature = "documents")]
pub mod actuals;
pub mod build;
pub mod check;
pub mod completions;
pub mod explain;
pub mod fmt;
pub mod import;
pub mod new;
pub mod schema;
pub mod table;
