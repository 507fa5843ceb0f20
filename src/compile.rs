//! The phases in their order.

use crate::{
    check,
    diagnostic::Findings,
    model::{self, Files, Loaded, Model, Project, Results, Workspace},
};

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

/// What is made of the projects of a file as they are compiled, one after the other.
pub trait Visitor {
    /// Takes what the file says beside its projects, before the first of them.
    fn begin(&mut self, _model: &Model<'_>) {}

    /// Takes a project that has been resolved and checked.
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace);

    /// Takes what the file says that a project achieved, after the last project.
    fn results(&mut self, _project: &Project<'_>, _results: &[Results<'_>], _model: &Model<'_>) {}
}

/// Compiles a file: decoded and parsed with all that it imports, declarations resolved, then each project resolved,
/// checked and handed to the visitor.
pub fn compile<V: Visitor>(name: &str, bytes: Vec<u8>, files: &dyn Files, visitor: V) -> Compiled<V> {
    compile_with(Loaded { name: name.to_owned(), bytes }, Vec::new(), files, visitor)
}

/// The same with files that say what its projects achieved.
pub fn compile_with<V: Visitor>(file: Loaded, results: Vec<Loaded>, files: &dyn Files, mut visitor: V) -> Compiled<V> {
    let mut findings = Findings::default();
    let workspace = model::load_with(file, results, files, &mut findings);
    let model = model::resolve(&workspace, &mut findings);
    check::file(&model, &mut findings);
    visitor.begin(&model);
    for head in &model.heads {
        let project = model.project(head, &mut findings);
        check::project(&project, &model.field, &mut findings);
        visitor.project(&project, &model, &workspace);
    }
    model.results(&mut findings, |project, results, _| visitor.results(project, results, &model));
    drop(model);
    Compiled { workspace, findings: findings.sorted(), output: visitor }
}

/// Counts the projects.
#[derive(Debug, Default)]
pub struct Count(pub usize);

impl Visitor for Count {
    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        self.0 += 1;
    }
}
