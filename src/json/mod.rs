//! The model as JSON: the contract `perf/1`.
//!
//! Decimals are strings with the scale that was written, so that no reader rounds them; the printed text of each cell
//! stands beside its meaning. [`SCHEMA`] describes it all.

mod results;
mod target;
mod view;

use std::io;

use serde::Serialize;

use crate::{
    compile::Visitor,
    model::{Model, Org, Project, Results, Workspace},
    source::Spots,
};

use results::ResultsView;
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
    /// With the place of each indicator, and of each result, in its source.
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
    /// One object with all of them: `{"format": "perf/1", …, "projects": […], "results": […]}`.
    Document,
    /// A line each, then a line for each of their results.
    Lines,
}

/// What stands between the projects of a document and what they achieved, where anything is said of that.
const RESULTS: &[u8] = b"],\"results\":[";

/// What a document ends with.
const TAIL: &[u8] = b"]}\n";

/// Writes a file as JSON while it is compiled.
#[derive(Debug)]
pub struct Projects<W> {
    options: Options,
    form: Form,
    part: Part<W>,
    categories: Option<Categories>,
    /// What is being written.
    text: Vec<u8>,
    error: Option<io::Error>,
}

/// A file as JSON, complete in itself; a document of several files takes the projects out of each.
#[derive(Debug)]
pub struct Part<W> {
    header: Header,
    /// What was written.
    pub body: W,
    projects: Piece,
    results: Piece,
}

/// A list of things with commas between them, as it stands in a body.
#[derive(Debug, Clone, Copy, Default)]
struct Piece {
    /// Where it begins, in bytes.
    start: u64,
    /// How many bytes it takes.
    length: u64,
}

impl Piece {
    /// Where it ends.
    const fn end(self) -> u64 {
        self.start + self.length
    }
}

impl<W: io::Write> Projects<W> {
    /// Projects that are written to `body`.
    pub fn new(options: Options, form: Form, body: W) -> Self {
        let (projects, results) = (Piece::default(), Piece::default());
        let part = Part { header: Header::default(), body, projects, results };
        Self { options, form, part, categories: None, text: Vec::new(), error: None }
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
            self.part.projects.start = self.text.len() as u64;
        }
        Ok(())
    }

    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) -> io::Result<()> {
        let Self { options, form, part, categories, text, .. } = self;
        let spots = options.positions.then_some(&workspace.sources as &dyn Spots);
        let view = ProjectView::new(project, known(categories, project)?, &model.field, spots);
        let is_first = part.projects.length == 0;
        part.projects.length += add(&mut part.body, text, *form, is_first, &view)?;
        Ok(())
    }

    fn results(
        &mut self,
        project: &Project<'_>,
        results: &Results<'_>,
        model: &Model<'_>,
        spots: &dyn Spots,
    ) -> io::Result<()> {
        let Self { options, form, part, categories, text, .. } = self;
        let spots = options.positions.then_some(spots);
        let view = ResultsView::new(project, results, known(categories, project)?, &model.field, spots);
        let is_first = part.results.length == 0;
        if is_first {
            let between = if *form == Form::Document { RESULTS } else { b"" };
            part.body.write_all(between)?;
            part.results.start = part.projects.end() + between.len() as u64;
        }
        part.results.length += add(&mut part.body, text, *form, is_first, &view)?;
        Ok(())
    }
}

/// The categories of a project as JSON; most projects have those of the one before.
fn known<'c>(categories: &'c mut Option<Categories>, project: &Project<'_>) -> io::Result<&'c Categories> {
    let known = categories.take().filter(|categories| categories.are_of(&project.standard));
    Ok(categories.insert(known.map_or_else(|| Categories::new(&project.standard), Ok)?))
}

/// Adds a thing to a list in a body in one piece, for that may be a file. Answers how many bytes that takes.
fn add(
    body: &mut impl io::Write,
    text: &mut Vec<u8>,
    form: Form,
    is_first: bool,
    thing: &impl Serialize,
) -> io::Result<u64> {
    text.clear();
    if form == Form::Document && !is_first {
        text.push(b',');
    }
    serde_json::to_writer(&mut *text, thing)?;
    if form == Form::Lines {
        text.push(b'\n');
    }
    body.write_all(text)?;
    Ok(text.len() as u64)
}

impl<W: io::Write> Visitor for Projects<W> {
    fn begin(&mut self, model: &Model<'_>) {
        self.part.header = Header::of(model);
        self.error = Self::begin(self).err();
    }

    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) {
        if self.error.is_none() {
            self.error = Self::project(self, project, model, workspace).err();
        }
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, spots: &dyn Spots) {
        for results in results {
            if self.error.is_none() {
                self.error = Self::results(self, project, results, model, spots).err();
            }
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
    write_list(out, &mut parts, |part| part.projects)?;
    if parts.iter().any(|part| part.results.length > 0) {
        out.write_all(RESULTS)?;
        write_list(out, &mut parts, |part| part.results)?;
    }
    out.write_all(TAIL)
}

/// A list out of each of several files as one.
fn write_list<R: io::Read + io::Seek>(
    mut out: &mut dyn io::Write,
    parts: &mut [Part<R>],
    list: impl Fn(&Part<R>) -> Piece,
) -> io::Result<()> {
    let mut is_first = true;
    // A file that has nothing of it gives nothing to put a comma before.
    for part in parts {
        let Piece { start, length } = list(part);
        if length == 0 {
            continue;
        }
        out.write_all(if is_first { b"" } else { b"," })?;
        is_first = false;
        part.body.seek(io::SeekFrom::Start(start))?;
        io::copy(&mut io::Read::take(&mut part.body, length), &mut out)?;
    }
    Ok(())
}

/// The same with line ends and indentation.
fn write_pretty<R: io::Read + io::Seek>(mut out: &mut dyn io::Write, parts: Vec<Part<R>>) -> io::Result<()> {
    let mut compact = Vec::new();
    write_document(&mut compact, parts, Options::default())?;
    let document: serde_json::Value = serde_json::from_slice(&compact)?;
    serde_json::to_writer_pretty(&mut out, &document)?;
    out.write_all(b"\n")
}
