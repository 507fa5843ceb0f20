//! The model as JSON: the contract `perf/1`.
//!
//! Decimals are strings with the scale that was written, so that no reader rounds them; the printed text of each cell
//! stands beside its meaning. [`SCHEMA`] describes it all.

mod view;

use std::io;

use serde::Serialize;

use crate::{
    compile::Visitor,
    model::{Model, Org, Project, Workspace},
};

use view::{OrgView, ProjectView};

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

/// The projects of one file as JSON, made while it is compiled.
#[derive(Debug, Default)]
pub struct Projects {
    options: Options,
    header: Header,
    /// All of them, one behind the other.
    text: Vec<u8>,
    /// Where each of them ends.
    ends: Vec<usize>,
}

impl Projects {
    /// None yet.
    pub fn new(options: Options) -> Self {
        Self { options, ..Self::default() }
    }

    /// What the file says beside its projects.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Each project as a JSON object without line ends.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.text[start..end])
    }
}

impl Visitor for Projects {
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) {
        let sources = self.options.positions.then_some(&workspace.sources);
        let view = ProjectView::new(project, &model.field, sources);
        // Writing to memory does not fail, and nothing in the view can.
        if serde_json::to_writer(&mut self.text, &view).is_ok() {
            self.ends.push(self.text.len());
        }
    }

    fn file(&mut self, model: &Model<'_>) {
        self.header = Header::of(model);
    }
}

/// A document from projects that are JSON already.
///
/// # Errors
/// Those of `out`; or where a project is no JSON.
pub fn write_document<'p>(
    mut out: &mut dyn io::Write,
    header: &Header,
    projects: impl IntoIterator<Item = &'p [u8]>,
    options: Options,
) -> io::Result<()> {
    if options.pretty {
        return write_pretty(out, header, projects);
    }
    let org = header.org.as_ref().map(|(code, name)| OrgView { code: code.as_deref(), name });
    write!(out, "{{\"format\":\"{FORMAT}\",\"org\":")?;
    serde_json::to_writer(&mut out, &org)?;
    out.write_all(b",\"year\":")?;
    serde_json::to_writer(&mut out, &header.year)?;
    out.write_all(b",\"projects\":[")?;
    for (at, project) in projects.into_iter().enumerate() {
        out.write_all(if at > 0 { b"," } else { b"" })?;
        out.write_all(project)?;
    }
    out.write_all(b"]}\n")
}

/// The same with line ends and indentation.
fn write_pretty<'p>(
    mut out: &mut dyn io::Write,
    header: &Header,
    projects: impl IntoIterator<Item = &'p [u8]>,
) -> io::Result<()> {
    let mut compact = Vec::new();
    write_document(&mut compact, header, projects, Options::default())?;
    let document: serde_json::Value = serde_json::from_slice(&compact)?;
    serde_json::to_writer_pretty(&mut out, &document)?;
    out.write_all(b"\n")
}

/// Any value as JSON text; for small things such as names.
pub fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
