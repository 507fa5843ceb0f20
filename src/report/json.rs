//! Reports as JSON: the contract `perf-report/1`. Decimals are strings.

use std::io;

use serde::{Serialize, Serializer};

use super::Report;
use crate::values::Decimal;

/// The name and version of the format.
pub const FORMAT: &str = "perf-report/1";

#[derive(Serialize)]
struct Document<'d> {
    format: &'static str,
    reports: &'d [Report],
}

/// Writes reports as one document, indented.
///
/// # Errors
/// Those of `out`.
pub fn write(mut out: &mut dyn io::Write, reports: &[Report]) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, &Document { format: FORMAT, reports })?;
    out.write_all(b"\n")
}

/// A decimal as a string with its scale, or null.
pub(super) fn decimal<S: Serializer>(decimal: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    decimal.map(|decimal| decimal.to_string()).serialize(serializer)
}
