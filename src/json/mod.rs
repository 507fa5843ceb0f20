//! The model as JSON: the contract `perf/1`.
//!
//! Decimals are strings with the scale that was written, so that no reader rounds them; the printed text of each cell
//! stands beside its meaning. [`SCHEMA`] describes it all.

mod view;

use std::io;

use crate::{
    compile::Visitor,
    model::{Model, Org, Project, Workspace},
};

use view::{OrgView, ProjectView};

/// The name and version of the format.
pub const FORMAT: &str = "perf/1";

/// The JSON Schema (2020-12) of the format.
pub const SCHEMA: &str = include_str!("perf-1.schema.json");

/// How much JSON of one file is best kept in memory while it is not clear yet whether the file has errors, in bytes;
/// beyond that it should wait in a temporary file.
pub const SPOOL: usize = 8 << 20;

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

/// The projects of one file as JSON, written while it is compiled.
#[derive(Debug)]
pub struct Projects<W> {
    options: Options,
    separator: &'static [u8],
    header: Header,
    body: W,
    /// The project at hand: written to the body in one piece, for that may be a file.
    text: Vec<u8>,
    count: usize,
    error: Option<io::Error>,
}

impl<W: io::Write> Projects<W> {
    /// Projects that are written to `body`, with `separator` between two of them.
    pub fn new(options: Options, separator: &'static str, body: W) -> Self {
        let (separator, header) = (separator.as_bytes(), Header::default());
        Self { options, separator, header, body, text: Vec::new(), count: 0, error: None }
    }

    /// What the file says beside its projects, and where these were written to.
    ///
    /// # Errors
    /// The first one of the body.
    pub fn finish(self) -> io::Result<(Header, W)> {
        self.error.map_or(Ok((self.header, self.body)), Err)
    }

    fn write(&mut self, project: &ProjectView<'_>) -> io::Result<()> {
        self.text.clear();
        self.text.extend_from_slice(if self.count > 0 { self.separator } else { b"" });
        self.count += 1;
        serde_json::to_writer(&mut self.text, project)?;
        self.body.write_all(&self.text)
    }
}

impl<W: io::Write> Visitor for Projects<W> {
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) {
        let sources = self.options.positions.then_some(&workspace.sources);
        let view = ProjectView::new(project, &model.field, sources);
        if self.error.is_none() {
            self.error = self.write(&view).err();
        }
    }

    fn file(&mut self, model: &Model<'_>) {
        self.header = Header::of(model);
    }
}

/// A document from files whose projects are JSON already, with commas between them.
///
/// # Errors
/// Those of `out` and of the bodies.
pub fn write_document<R: io::Read>(
    mut out: &mut dyn io::Write,
    header: &Header,
    bodies: impl IntoIterator<Item = R>,
    options: Options,
) -> io::Result<()> {
    if options.pretty {
        return write_pretty(out, header, bodies);
    }
    let org = header.org.as_ref().map(|(code, name)| OrgView { code: code.as_deref(), name });
    write!(out, "{{\"format\":\"{FORMAT}\",\"org\":")?;
    serde_json::to_writer(&mut out, &org)?;
    out.write_all(b",\"year\":")?;
    serde_json::to_writer(&mut out, &header.year)?;
    out.write_all(b",\"projects\":[")?;
    let mut is_first = true;
    for body in bodies {
        // A file without projects gives nothing to put a comma before.
        let mut body = io::BufReader::new(body);
        if io::BufRead::fill_buf(&mut body)?.is_empty() {
            continue;
        }
        out.write_all(if is_first { b"" } else { b"," })?;
        is_first = false;
        io::copy(&mut body, &mut out)?;
    }
    out.write_all(b"]}\n")
}

/// The same with line ends and indentation.
fn write_pretty<R: io::Read>(
    mut out: &mut dyn io::Write,
    header: &Header,
    bodies: impl IntoIterator<Item = R>,
) -> io::Result<()> {
    let mut compact = Vec::new();
    write_document(&mut compact, header, bodies, Options::default())?;
    let document: serde_json::Value = serde_json::from_slice(&compact)?;
    serde_json::to_writer_pretty(&mut out, &document)?;
    out.write_all(b"\n")
}
