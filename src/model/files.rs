//! A file and the files that it imports, read and parsed.

use std::collections::HashMap;

use crate::{
    arguments::{Arguments, Document, Located},
    diagnostic::{Code, Diagnostic, Findings, Text},
    source::{Encoding, FileId, MAX_LENGTH, Range, Source, Sources, decode, is_document},
    syntax::{Tree, parse},
    words::Keyword,
};

/// How many files one file may import, all told.
const MAX_FILES: usize = 1000;

/// Where imported files come from. The core reads none itself.
pub trait Files {
    /// Reads the file that `importer` names by `path`.
    ///
    /// # Errors
    /// [`ImportError`] where there is none, or none that may be read.
    fn read(&self, importer: &str, path: &str) -> Result<Loaded, ImportError>;
}

/// An imported file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The name that tells it from all others, and that users know it by.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why a file cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// It cannot be read; with what the system says.
    NotFound(String),
    /// It lies outside of this folder.
    Outside(String),
}

/// For texts that stand alone: nothing can be imported.
#[derive(Debug, Clone, Copy)]
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &str, path: &str) -> Result<Loaded, ImportError> {
        Err(ImportError::NotFound(path.to_owned()))
    }
}

/// A file with all that it imports.
#[derive(Debug)]
pub struct Workspace {
    /// The texts; the first is the file itself.
    pub sources: Sources,
    /// The trees, by file.
    trees: Vec<Tree>,
    /// The files, imported ones before those that import them.
    pub order: Vec<FileId>,
    /// The files with results that were given beside the first.
    pub results: Vec<FileId>,
}

impl Workspace {
    /// A file's statements and text.
    pub fn document(&self, file: FileId) -> Document<'_> {
        Document::new(&self.trees[file.0 as usize], &self.sources.get(file).text)
    }

    /// The file that all others are imported for.
    pub const MAIN: FileId = FileId(0);
}

/// Reads a file and all that it imports.
pub fn load(name: &str, bytes: Vec<u8>, files: &dyn Files, findings: &mut Findings) -> Workspace {
    load_with(Loaded { name: name.to_owned(), bytes }, Vec::new(), files, findings)
}

/// Reads a file and all that it imports, and files with results of its projects. What these declare holds as if the file
/// imported them.
pub fn load_with(file: Loaded, results: Vec<Loaded>, files: &dyn Files, findings: &mut Findings) -> Workspace {
    let workspace =
        Workspace { sources: Sources::default(), trees: Vec::new(), order: Vec::new(), results: Vec::new() };
    let mut loader = Loader { workspace, known: HashMap::new(), stack: Vec::new(), files, findings };
    loader.file(file);
    let Some(main) = loader.workspace.order.pop() else { return loader.workspace };
    for given in results {
        let known = loader.known.get(&given.name).copied();
        let id = known.unwrap_or_else(|| loader.file(given));
        // What the file itself says is read anyway.
        if id != main && !loader.workspace.results.contains(&id) {
            loader.workspace.results.push(id);
        }
    }
    loader.workspace.order.push(main);
    loader.workspace
}

struct Loader<'l> {
    workspace: Workspace,
    known: HashMap<String, FileId>,
    /// The files being read, each with the place where the next one is imported.
    stack: Vec<(FileId, Option<Located<String>>)>,
    files: &'l dyn Files,
    findings: &'l mut Findings,
}

impl Loader<'_> {
    fn file(&mut self, loaded: Loaded) -> FileId {
        let Loaded { name, bytes } = loaded;
        let id = self.take_in(&name, bytes);
        self.known.insert(name, id);
        self.stack.push((id, None));
        for import in self.imports(id) {
            if let Some(top) = self.stack.last_mut() {
                top.1 = Some(import.clone());
            }
            self.import(id, &import);
        }
        self.stack.pop();
        self.workspace.order.push(id);
        id
    }

    /// Decodes and parses a file.
    fn take_in(&mut self, name: &str, mut bytes: Vec<u8>) -> FileId {
        bytes.truncate(MAX_LENGTH);
        if is_document(&bytes) {
            return self.document(name, &bytes);
        }
        let decoded = decode(bytes);
        let id = self.workspace.sources.add(Source::new(name, decoded.text));
        let text = &self.workspace.sources.get(id).text;
        let at = |offset: u32| Range::new(offset, text.ceil_char_boundary(offset as usize + 1) as u32).of(id);
        if decoded.encoding != Encoding::Utf8 {
            self.findings.report(Diagnostic::new(Code::OtherEncoding, at(0)).with("encoding", decoded.encoding.name()));
        }
        if let Some(offset) = decoded.damaged {
            let rest = &text[offset as usize..];
            let length = rest.find(|c| c != '\u{FFFD}').unwrap_or(rest.len()) as u32;
            self.findings.report(Diagnostic::new(Code::DamagedText, Range::new(offset, offset + length).of(id)));
        }
        let tree = parse(id, text, self.findings);
        self.workspace.trees.push(tree);
        id
    }

    /// A document of another program: that it is one is all that is said of it.
    fn document(&mut self, name: &str, bytes: &[u8]) -> FileId {
        let is_shown = |byte: &&u8| byte.is_ascii_graphic();
        let begin: String = bytes.iter().take_while(is_shown).take(8).map(|byte| char::from(*byte)).collect();
        let begin = if begin.is_empty() { char::REPLACEMENT_CHARACTER.to_string() } else { begin };
        let length = begin.len() as u32;
        let id = self.workspace.sources.add(Source::new(name, begin));
        self.findings.report(Diagnostic::new(Code::DamagedText, Range::new(0, length).of(id)).label(1).help(1));
        self.workspace.trees.push(parse(id, "", self.findings));
        id
    }

    /// The paths that a file imports.
    fn imports(&mut self, id: FileId) -> Vec<Located<String>> {
        let document = self.workspace.document(id);
        let mut paths = Vec::new();
        for statement in document.tree.roots() {
            if document.keyword(statement) == Some(Keyword::Import) {
                let mut arguments = Arguments::of(document, statement, Keyword::Import, self.findings);
                let path = arguments.name(Text { zh: "要导入的文件", en: "the file to import" });
                arguments.finish_line();
                // `import common.perf`: that the name lacks its quotes is the one mistake to tell.
                let path = path.filter(|_| !arguments.is_broken());
                paths.extend(path.map(|path| Located::new(path.value.into_owned(), path.span)));
            }
        }
        paths
    }

    fn import(&mut self, importer: FileId, path: &Located<String>) {
        let name = self.workspace.sources.get(importer).name.clone();
        let loaded = match self.files.read(&name, &path.value) {
            Ok(loaded) => loaded,
            Err(error) => return self.not_read(path, error),
        };
        match self.known.get(&loaded.name) {
            Some(&known) if self.stack.iter().any(|(open, _)| *open == known) => self.cycle(known, path),
            Some(_) => {}
            None if self.workspace.trees.len() >= MAX_FILES => {
                self.not_read(path, ImportError::NotFound(format!("> {MAX_FILES}")));
            }
            None => drop(self.file(loaded)),
        }
    }

    fn not_read(&mut self, path: &Located<String>, error: ImportError) {
        let finding = |code| Diagnostic::new(code, path.span).with("path", path.value.as_str());
        self.findings.report(match error {
            ImportError::NotFound(reason) => finding(Code::ImportNotFound).with("reason", reason),
            ImportError::Outside(root) => finding(Code::ImportOutside).with("root", root),
        });
    }

    /// The import that closes a circle, and those on the way to it.
    fn cycle(&mut self, known: FileId, path: &Located<String>) {
        let mut finding = Diagnostic::new(Code::ImportCycle, path.span).with("path", path.value.as_str());
        for (file, import) in self.stack.iter().skip_while(|(open, _)| *open != known) {
            if let Some(import) = import.as_ref().filter(|import| import.span != path.span && *file == import.span.file)
            {
                finding = finding.also(1, import.span);
            }
        }
        self.findings.report(finding);
    }
}
