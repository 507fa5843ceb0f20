//! The phases in their order.

mod runs;

use std::sync::Arc;

use crate::{
    check,
    diagnostic::{Findings, Levels},
    model::{self, Files, Head, Loaded, Model, Project, Results, Workspace},
    source::Spots,
};

use runs::in_runs;

/// A file compiled: its texts, what was found in them, and what a visitor made of its projects.
#[derive(Debug)]
pub struct Compiled<T> {
    /// The file and those that it imports.
    pub workspace: Workspace,
    /// All findings, by place.
    pub findings: Findings,
    /// What the visitor made.
    pub output: T,
}

/// What is made of the projects of a file as they are compiled, in their order.
pub trait Visitor: Sized + Send {
    /// Takes what the file says beside its projects, before the first of them.
    fn begin(&mut self, _model: &Model<'_>) {}

    /// Takes a project that has been resolved and checked.
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace);

    /// A visitor of the same kind that has seen no project, for some of the projects, so that threads can share them;
    /// `None` where one must see them all.
    fn fork(&self) -> Option<Self> {
        None
    }

    /// Takes in what a fork has made of the projects behind those that were taken in before.
    fn join(&mut self, _fork: Self) {}

    /// Takes what the file says that a project achieved, after the last project.
    fn results(&mut self, _project: &Project<'_>, _results: &[Results<'_>], _model: &Model<'_>, _spots: &dyn Spots) {}
}

/// How files are compiled, where they do not say it themselves.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Which rules hold.
    pub levels: Arc<Levels>,
    /// The standard in force where a file names none.
    pub standard: Option<String>,
}

/// Compiles a file as usual.
pub fn compile<V: Visitor>(name: &str, bytes: Vec<u8>, files: &dyn Files, visitor: V) -> Compiled<V> {
    let file = Loaded { name: name.to_owned(), bytes };
    compile_with(file, Vec::new(), files, &Settings::default(), visitor)
}

/// Compiles a file: decoded and parsed with all that it imports, declarations resolved, then each project resolved,
/// checked and handed to the visitor; in the end what the projects achieved, which other files may say as well.
pub fn compile_with<V: Visitor>(
    file: Loaded,
    results: Vec<Loaded>,
    files: &dyn Files,
    settings: &Settings,
    mut visitor: V,
) -> Compiled<V> {
    let mut findings = Findings::by(settings.levels.clone());
    let workspace = model::load_with(file, results, files, &mut findings);
    let model = model::resolve_with(&workspace, settings.standard.as_deref(), &mut findings);
    check::file(&model, &mut findings);
    visitor.begin(&model);
    in_runs(&model.heads, &mut visitor, &mut findings, |head: &Head<'_>, visitor: &mut V, findings| {
        let project = model.project(head, findings);
        check::project(&project, &model.field, findings);
        visitor.project(&project, &model, &workspace);
    });
    model.results(&mut findings, |project, results, findings| {
        for results in results {
            check::results(project, results, &model.field, findings);
        }
        visitor.results(project, results, &model, &workspace.sources);
    });
    drop(model);
    let findings = check::allowed(&workspace, findings.sorted());
    Compiled { workspace, findings, output: visitor }
}

/// Counts the projects.
#[derive(Debug, Default)]
pub struct Count(pub usize);

impl Visitor for Count {
    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        self.0 += 1;
    }

    fn fork(&self) -> Option<Self> {
        Some(Self::default())
    }

    fn join(&mut self, fork: Self) {
        self.0 += fork.0;
    }
}
