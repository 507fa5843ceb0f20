//! A file as JSON, written while it is compiled.

use std::{io, sync::Arc};

use serde::Serialize;

use super::{
    Form, Header, Options, RESULTS, TAIL,
    results::ResultsView,
    view::{Categories, ProjectView},
};
use crate::{
    compile::Visitor,
    model::{Model, Project, Results, Workspace},
    source::Spots,
};

/// Writes a file as JSON while it is compiled.
#[derive(Debug)]
pub struct Projects<W> {
    options: Options,
    form: Form,
    header: Header,
    /// Where it is written; a fork has none, and keeps its text.
    body: Option<W>,
    projects: Piece,
    results: Piece,
    categories: Option<Arc<Categories>>,
    /// What has not been written yet.
    text: Vec<u8>,
    error: Option<io::Error>,
}

/// A file as JSON, complete in itself; a document of several files takes the projects out of each.
#[derive(Debug)]
pub struct Part<W> {
    pub(super) header: Header,
    /// What was written.
    pub body: W,
    pub(super) projects: Piece,
    pub(super) results: Piece,
}

/// A list of things with commas between them, as it stands in a body.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Piece {
    /// Where it begins, in bytes.
    pub start: u64,
    /// How many bytes it takes.
    pub length: u64,
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
        Self { body: Some(body), ..Self::apart(options, form) }
    }

    fn apart(options: Options, form: Form) -> Self {
        Self {
            options,
            form,
            header: Header::default(),
            body: None,
            projects: Piece::default(),
            results: Piece::default(),
            categories: None,
            text: Vec::new(),
            error: None,
        }
    }

    /// The whole of what was written.
    ///
    /// # Errors
    /// The first one of the body; a fork has none.
    pub fn finish(mut self) -> io::Result<Part<W>> {
        if self.form == Form::Document {
            self.text.extend(TAIL);
            self.go_on(Self::flush);
        }
        let Self { header, body, projects, results, error, .. } = self;
        match (body, error) {
            (Some(body), None) => Ok(Part { header, body, projects, results }),
            (_, error) => Err(error.unwrap_or_else(|| io::Error::other("a fork is written by whom it joins"))),
        }
    }

    /// Does something, unless something before it went wrong.
    fn go_on(&mut self, step: impl FnOnce(&mut Self) -> io::Result<()>) {
        if self.error.is_none() {
            self.error = step(self).err();
        }
    }

    fn write_header(&mut self) -> io::Result<()> {
        if self.form == Form::Document {
            self.header.write(&mut self.text)?;
            self.projects.start = self.text.len() as u64;
        }
        self.flush()
    }

    fn write_project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) -> io::Result<()> {
        let categories = self.categories(project)?;
        let spots = self.options.positions.then_some(&workspace.sources as &dyn Spots);
        let view = ProjectView::new(project, &categories, &model.field, spots);
        self.projects.length += self.add(self.projects, &view)?;
        self.flush()
    }

    fn write_fork(&mut self, fork: &Self) -> io::Result<()> {
        let is_first = self.form == Form::Document && self.projects.length == 0;
        let text = if is_first { fork.text.strip_prefix(b",").unwrap_or(&fork.text) } else { &fork.text };
        self.projects.length += text.len() as u64;
        match &mut self.body {
            Some(body) => body.write_all(text)?,
            None => self.text.extend(text),
        }
        Ok(())
    }

    fn write_results(
        &mut self,
        project: &Project<'_>,
        results: &Results<'_>,
        model: &Model<'_>,
        spots: &dyn Spots,
    ) -> io::Result<()> {
        let categories = self.categories(project)?;
        let spots = self.options.positions.then_some(spots);
        let view = ResultsView::new(project, results, &categories, &model.field, spots);
        if self.results.length == 0 {
            self.text.extend(if self.form == Form::Document { RESULTS } else { b"" });
            self.results.start = self.projects.end() + self.text.len() as u64;
        }
        self.results.length += self.add(self.results, &view)?;
        self.flush()
    }

    /// The categories of a project as JSON; most projects have those of the one before.
    fn categories(&mut self, project: &Project<'_>) -> io::Result<Arc<Categories>> {
        let known = self.categories.take().filter(|categories| categories.are_of(&project.standard));
        let categories = known.map_or_else(|| Categories::new(&project.standard).map(Arc::new), Ok)?;
        Ok(self.categories.insert(categories).clone())
    }

    /// Adds a thing to a list, of which a fork does not know whether it has begun. Answers how many bytes that takes.
    fn add(&mut self, list: Piece, thing: &impl Serialize) -> io::Result<u64> {
        let before = self.text.len();
        if self.form == Form::Document && (list.length > 0 || self.body.is_none()) {
            self.text.push(b',');
        }
        serde_json::to_writer(&mut self.text, thing)?;
        if self.form == Form::Lines {
            self.text.push(b'\n');
        }
        Ok((self.text.len() - before) as u64)
    }

    /// Writes the text in one piece, for the body may be a file.
    fn flush(&mut self) -> io::Result<()> {
        let Some(body) = &mut self.body else { return Ok(()) };
        body.write_all(&self.text)?;
        self.text.clear();
        Ok(())
    }
}

impl<W: io::Write + Send> Visitor for Projects<W> {
    fn begin(&mut self, model: &Model<'_>) {
        self.header = Header::of(model);
        self.go_on(Self::write_header);
    }

    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) {
        self.go_on(|all| all.write_project(project, model, workspace));
    }

    fn fork(&self) -> Option<Self> {
        Some(Self { categories: self.categories.clone(), ..Self::apart(self.options, self.form) })
    }

    fn join(&mut self, mut fork: Self) {
        self.error = self.error.take().or(fork.error.take());
        self.go_on(|all| all.write_fork(&fork));
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, spots: &dyn Spots) {
        for results in results {
            self.go_on(|all| all.write_results(project, results, model, spots));
        }
    }
}
