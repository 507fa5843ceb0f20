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

use view::{Categories, OrgView, ProjectView};

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

    /// A document up to its projects.
    fn write(&self, mut out: &mut dyn io::Write) -> io::Result<()> {
        let org = self.org.as_ref().map(|(code, name)| OrgView { code: code.as_deref(), name });
        write!(out, "{{\"format\":\"{FORMAT}\",\"org\":")?;
        serde_json::to_writer(&mut out, &org)?;
        out.write_all(b",\"year\":")?;
        serde_json::to_writer(&mut out, &self.year)?;
        out.write_all(b",\"projects\":[")
    }
}

/// How the projects of a file stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One object with all of them: `{"format": "perf/1", …, "projects": […]}`.
    Document,
    /// A line each.
    Lines,
}

/// What a document ends with behind its projects.
const TAIL: &[u8] = b"]}\n";

/// Writes a file as JSON while it is compiled.
#[derive(Debug)]
pub struct Projects<W> {
    options: Options,
    form: Form,
    part: Part<W>,
    categories: Option<Categories>,
    /// The project at hand: written to the body in one piece, for that may be a file.
    text: Vec<u8>,
    count: usize,
    error: Option<io::Error>,
}

/// A file as JSON, complete in itself; a document of several files takes the projects out of each.
#[derive(Debug)]
pub struct Part<W> {
    header: Header,
    /// What was written.
    pub body: W,
    /// Where in it the projects begin, in bytes.
    start: u64,
    /// How many bytes they take.
    length: u64,
}

impl<W: io::Write> Projects<W> {
    /// Projects that are written to `body`.
    pub fn new(options: Options, form: Form, body: W) -> Self {
        let part = Part { header: Header::default(), body, start: 0, length: 0 };
        Self { options, form, part, categories: None, text: Vec::new(), count: 0, error: None }
    }

    /// The whole of what was written.
    ///
    /// # Errors
    /// The first one of the body.
    pub fn finish(mut self) -> io::Result<Part<W>> {
        if self.form == Form::Document && self.error.is_none() {
            self.error = self.part.body.write_all(TAIL).err();
        }
        self.error.map_or(Ok(self.part), Err)
    }

    fn begin(&mut self) -> io::Result<()> {
        if self.form == Form::Document {
            self.text.clear();
            self.part.header.write(&mut self.text)?;
            self.part.body.write_all(&self.text)?;
            self.part.start = self.text.len() as u64;
        }
        Ok(())
    }

    fn write(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) -> io::Result<()> {
        let known = self.categories.take().filter(|categories| categories.are_of(&project.standard));
        let categories = self.categories.insert(known.map_or_else(|| Categories::new(&project.standard), Ok)?);
        let sources = self.options.positions.then_some(&workspace.sources);
        let view = ProjectView::new(project, categories, &model.field, sources);
        self.text.clear();
        if self.form == Form::Document && self.count > 0 {
            self.text.push(b',');
        }
        self.count += 1;
        serde_json::to_writer(&mut self.text, &view)?;
        if self.form == Form::Lines {
            self.text.push(b'\n');
        }
        self.part.length += self.text.len() as u64;
        self.part.body.write_all(&self.text)
    }
}

impl<W: io::Write> Visitor for Projects<W> {
    fn begin(&mut self, model: &Model<'_>) {
        self.part.header = Header::of(model);
        self.error = Self::begin(self).err();
    }

    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) {
        if self.error.is_none() {
            self.error = self.write(project, model, workspace).err();
        }
    }
}

/// The parts of several files as one document.
///
/// # Errors
/// Those of `out` and of the bodies.
pub fn write_document<R: io::Read + io::Seek>(
    mut out: &mut dyn io::Write,
    mut parts: Vec<Part<R>>,
    options: Options,
) -> io::Result<()> {
    if options.pretty {
        return write_pretty(out, parts);
    }
    if let [part] = &mut parts[..] {
        part.body.rewind()?;
        return io::copy(&mut part.body, &mut out).map(drop);
    }
    Header::common(parts.iter().map(|part| part.header.clone())).write(out)?;
    let mut is_first = true;
    // A file without projects gives nothing to put a comma before.
    for mut part in parts.into_iter().filter(|part| part.length > 0) {
        out.write_all(if is_first { b"" } else { b"," })?;
        is_first = false;
        part.body.seek(io::SeekFrom::Start(part.start))?;
        io::copy(&mut part.body.take(part.length), &mut out)?;
    }
    out.write_all(TAIL)
}

/// The same with line ends and indentation.
fn write_pretty<R: io::Read + io::Seek>(mut out: &mut dyn io::Write, parts: Vec<Part<R>>) -> io::Result<()> {
    let mut compact = Vec::new();
    write_document(&mut compact, parts, Options::default())?;
    let document: serde_json::Value = serde_json::from_slice(&compact)?;
    serde_json::to_writer_pretty(&mut out, &document)?;
    out.write_all(b"\n")
}
