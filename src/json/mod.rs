//! The model as JSON: the contract `perf/1`.
//!
//! Decimals are strings with the scale that was written, so that no reader rounds them; the printed text of each cell
//! stands beside its meaning. [`SCHEMA`] describes it all.

mod projects;
mod results;
mod target;
mod view;

use std::io;

use crate::model::{Model, Org};

use projects::Piece;
use view::OrgView;

pub use projects::{Part, Projects};

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
