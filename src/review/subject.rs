//! What a review needs of a project: whose it is, and where it and its rows stand.

use std::{collections::BTreeMap, sync::Arc};

use foldhash::HashMap;

use crate::{
    arguments::Document,
    compile::Visitor,
    model::{Model, Project, Workspace},
    source::{FileId, Range},
    syntax::{StatementId, TokenKind, unquoted},
};

/// A project under review.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Its name.
    pub project: String,
    /// The budget unit.
    pub org: Option<String>,
    /// The budget year.
    pub year: Option<i16>,
    /// The file that it stands in, by its name.
    file: String,
    /// The files that were read with it: what is wrong in them is wrong for it.
    files: Arc<[String]>,
    /// Where it stands, its block included.
    extent: Range,
    /// The places of its rows with their names, in their order.
    rows: Vec<(u32, String)>,
}

impl Subject {
    /// The name of the row that begins within these places, if one does.
    pub(super) fn row(&self, file: &str, start: u32, end: u32) -> Option<&str> {
        let (place, name) = self.rows.get(self.rows.partition_point(|(place, _)| *place < start))?;
        (self.file == file && *place <= end).then_some(name)
    }
}

/// The projects of a file, as they are compiled.
#[derive(Debug, Default)]
pub struct Subjects {
    /// The projects.
    pub list: Vec<Subject>,
    /// The statements of each file outside of all blocks, by where they begin.
    roots: HashMap<FileId, HashMap<u32, StatementId>>,
    /// The names of all that was read.
    files: Option<Arc<[String]>>,
}

/// Which projects a place concerns.
#[derive(Debug, Default)]
pub(super) struct Index<'s> {
    /// Of each file, where its projects begin and end, with their numbers.
    projects: HashMap<&'s str, BTreeMap<u32, (u32, usize)>>,
    /// The numbers of the projects that a file was read with.
    readers: HashMap<&'s str, Vec<usize>>,
}

impl<'s> Index<'s> {
    /// Where projects stand.
    pub fn of(subjects: &'s [Subject]) -> Self {
        let mut index = Self::default();
        for (number, subject) in subjects.iter().enumerate() {
            let Range { start, end } = subject.extent;
            index.projects.entry(&*subject.file).or_default().insert(start, (end.max(start + 1), number));
            for file in &*subject.files {
                index.readers.entry(&**file).or_default().push(number);
            }
        }
        index
    }

    /// Names the project that holds a place; where none does, all that its file was read with.
    pub fn concerned(&self, file: &str, place: u32, mut name: impl FnMut(usize)) {
        let before = self.projects.get(file).and_then(|starts| starts.range(..=place).next_back());
        match before {
            Some((_, (end, number))) if place < *end => name(*number),
            _ => self.readers.get(file).into_iter().flatten().copied().for_each(name),
        }
    }
}

impl Visitor for Subjects {
    fn project(&mut self, project: &Project<'_>, _: &Model<'_>, workspace: &Workspace) {
        let file = project.head.file;
        let document = workspace.document(file);
        let roots = self.roots.entry(file).or_insert_with(|| {
            let tree = document.tree;
            tree.roots().map(|id| (tree.extent(id).start, id)).collect()
        });
        let start = project.head.range.start;
        let statement = roots.get(&start).copied();
        let names = || workspace.sources.iter().map(|(_, source)| source.name.clone()).collect();
        let files = self.files.get_or_insert_with(names).clone();
        let own = project.indicators.iter().filter(|indicator| indicator.word.file == file);
        let mut rows: Vec<(u32, String)> =
            own.map(|indicator| (indicator.word.range.start, indicator.name.value.to_string())).collect();
        // Those that were read go before.
        rows.extend(statement.into_iter().flat_map(|id| written_rows(document, id)));
        rows.sort_by_key(|(place, _)| *place);
        rows.dedup_by_key(|(place, _)| *place);
        self.list.push(Subject {
            project: project.name.value.to_string(),
            org: project.org.as_ref().map(|org| org.value.name.to_string()),
            year: project.year.map(|year| year.value),
            file: workspace.sources.get(file).name.clone(),
            files,
            extent: Range::new(start, statement.map_or(project.head.range, |id| document.tree.extent(id)).end),
            rows,
        });
    }
}

/// The statements of a project that look like rows, a word that is no keyword and a text, with their places and names:
/// a row whose category is misspelt has a name all the same.
fn written_rows(document: Document<'_>, project: StatementId) -> impl Iterator<Item = (u32, String)> {
    let tree = document.tree;
    let within = tree.children(project).flat_map(|id| std::iter::once(id).chain(tree.children(id)));
    within.filter(move |id| document.keyword(*id).is_none()).filter_map(move |id| match tree.tokens(id) {
        [word, name, ..] if word.kind == TokenKind::Word && name.kind == TokenKind::Text => {
            Some((word.range.start, unquoted(document.slice(name.range)).into_owned()))
        }
        _ => None,
    })
}
