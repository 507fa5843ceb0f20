//! The model as JSON: the contract `perf/1`.
//!
//! Decimals are strings with the scale that was written, so that no reader rounds them; the printed text of each cell
//! stands beside its meaning. [`SCHEMA`] describes it all.

mod view;

use std::io;

use serde::Serialize;

use crate::{
    model::{Model, Org, Project},
    source::Sources,
};

pub use view::{OrgView, ProjectView};

/// The name and version of the format.
pub const FORMAT: &str = "perf/1";

/// The JSON Schema (2020-12) of the format.
pub const SCHEMA: &str = include_str!("perf-1.schema.json");

/// How JSON is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// With line ends and indentation.
    pub pretty: bool,
    /// With the place of each indicator in its source.
    pub positions: bool,
}

/// What stands at the top of a document beside the projects. Where files differ in it, it is null.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    org: Option<(Option<String>, String)>,
    year: Option<i16>,
}

impl Header {
    /// What a file says.
    pub fn of(model: &Model<'_>) -> Self {
        let own = |org: &Org<'_>| (org.code.as_deref().map(str::to_owned), org.name.clone().into_owned());
        Self { org: model.org.as_ref().map(|org| own(&org.value)), year: model.year.map(|year| year.value) }
    }

    /// What several files say in common.
    pub fn common(headers: impl IntoIterator<Item = Self>) -> Self {
        let common = |first: Self, other: Self| Self {
            org: first.org.filter(|org| other.org.as_ref() == Some(org)),
            year: first.year.filter(|year| other.year == Some(*year)),
        };
        headers.into_iter().reduce(common).unwrap_or_default()
    }
}

/// One project as a JSON object without line ends.
///
/// # Errors
/// None of its own; those of `out`.
pub fn write_project(
    out: &mut impl io::Write,
    project: &Project<'_>,
    model: &Model<'_>,
    sources: &Sources,
    options: Options,
) -> io::Result<()> {
    let view = ProjectView::new(project, &model.field, options.positions.then_some(sources));
    Ok(serde_json::to_writer(out, &view)?)
}

/// A document from projects that are JSON already.
///
/// # Errors
/// Those of `out`; or where a project is no JSON.
pub fn write_document<'p>(
    out: &mut impl io::Write,
    header: &Header,
    projects: impl IntoIterator<Item = &'p [u8]>,
    options: Options,
) -> io::Result<()> {
    if options.pretty {
        return write_pretty(out, header, projects);
    }
    let org = header.org.as_ref().map(|(code, name)| OrgView { code: code.as_deref(), name });
    write!(out, "{{\"format\":\"{FORMAT}\",\"org\":")?;
    serde_json::to_writer(&mut *out, &org)?;
    out.write_all(b",\"year\":")?;
    serde_json::to_writer(&mut *out, &header.year)?;
    out.write_all(b",\"projects\":[")?;
    for (at, project) in projects.into_iter().enumerate() {
        out.write_all(if at > 0 { b"," } else { b"" })?;
        out.write_all(project)?;
    }
    out.write_all(b"]}\n")
}

/// The same with line ends and indentation.
fn write_pretty<'p>(
    out: &mut impl io::Write,
    header: &Header,
    projects: impl IntoIterator<Item = &'p [u8]>,
) -> io::Result<()> {
    let mut compact = Vec::new();
    write_document(&mut compact, header, projects, Options::default())?;
    let document: serde_json::Value = serde_json::from_slice(&compact)?;
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

/// Any value as JSON text; for small things such as names.
pub fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
