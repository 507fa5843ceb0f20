//! Reports as JSON: the contract `perf-report/1`, which [`SCHEMA`] describes. Decimals are strings.

use std::io;

use serde::{Serialize, Serializer};

use super::Report;
use crate::values::Decimal;

/// The name and version of the format.
pub const FORMAT: &str = "perf-report/1";

/// The JSON Schema (2020-12) of the format.
pub const SCHEMA: &str = include_str!("perf-report-1.schema.json");

#[derive(Serialize)]
struct Document<'d> {
    format: &'static str,
    reports: Vec<&'d Report>,
    /// The same projects, scored by another standard.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    compared: Vec<&'d Report>,
}

/// Writes reports as one document, indented; behind them those by another standard, if there are any.
///
/// # Errors
/// Those of `out`.
pub fn write<'r>(
    mut out: &mut dyn io::Write,
    reports: impl Iterator<Item = &'r Report>,
    compared: impl Iterator<Item = &'r Report>,
) -> io::Result<()> {
    let document = Document { format: FORMAT, reports: reports.collect(), compared: compared.collect() };
    serde_json::to_writer_pretty(&mut out, &document)?;
    out.write_all(b"\n")
}

/// A decimal as a string with its scale, or null.
pub(super) fn decimal<S: Serializer>(decimal: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    decimal.map(|decimal| decimal.to_string()).serialize(serializer)
}
