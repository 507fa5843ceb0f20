//! Files of the catalogue, compiled as the program compiles them.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use perfc::{
    compile::{Count, Settings, compile_with},
    config::Config,
    diagnostic::{Code, Diagnostic, Findings, Levels, Severity},
    import::{Options, import, results},
    model::{Files, ImportError, Loaded},
    source::{Source, Sources},
};

use crate::import::csv_document;

/// A file with what was found in it.
pub struct Compiled {
    /// The text of the file itself, decoded.
    pub text: String,
    pub sources: Sources,
    pub findings: Findings,
}

impl Compiled {
    /// Compiles a text as a file of this name; one that is no source is imported, or read as results.
    pub fn new(name: &Path, bytes: Vec<u8>) -> Self {
        match name.extension().and_then(|extension| extension.to_str()) {
            Some("csv") => return Self::imported(name, String::from_utf8(bytes).unwrap()),
            Some("html") => return Self::page(name, bytes),
            Some("tsv" | "json") => return Self::results(name, &bytes),
            _ => {}
        }
        if name.extension().is_some_and(|extension| extension == "toml") {
            return Self::settings(name, String::from_utf8(bytes).unwrap());
        }
        let files = Folder { root: folder(name) };
        let file = Loaded { name: name.to_string_lossy().into_owned(), bytes };
        let compiled = compile_with(file, Vec::new(), &files, &settings_for(name), Count::default());
        let text = compiled.workspace.sources.iter().next().map(|(_, source)| source.text.clone()).unwrap();
        Self { text, sources: compiled.workspace.sources, findings: compiled.findings }
    }

    /// Reads a file of settings.
    fn settings(name: &Path, text: String) -> Self {
        let (mut sources, mut findings) = (Sources::default(), Findings::default());
        let file = sources.add(Source::new(name.to_string_lossy(), text.as_str()));
        Config::read(file, &text, &mut findings);
        Self { text, sources, findings }
    }

    fn imported(name: &Path, text: String) -> Self {
        let imported = import(&name.to_string_lossy(), &csv_document(&text), Options::default());
        Self { text, sources: imported.sources, findings: imported.findings }
    }

    fn page(name: &Path, bytes: Vec<u8>) -> Self {
        let imported = import(&name.to_string_lossy(), &perfc::import::read(&bytes).unwrap().1, Options::default());
        let text = String::from_utf8(bytes).unwrap();
        Self { text, sources: imported.sources, findings: imported.findings }
    }

    /// Compiles the targets that all results of the catalogue are of, with a document of results.
    fn results(name: &Path, bytes: &[u8]) -> Self {
        let targets = mistakes().join("parts/文化活动.perf");
        let files = Folder { root: folder(&targets) };
        let loaded = Loaded { bytes: read(&targets), name: targets.to_string_lossy().into_owned() };
        let given = [results::read(&name.to_string_lossy(), bytes).unwrap()];
        let compiled = results::compile(loaded, &given, &files, &Settings::default(), Count::default());
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Self { text, sources: compiled.workspace.sources, findings: compiled.findings }
    }

    /// Compiles a file.
    pub fn file(path: &Path) -> Self {
        Self::new(path, read(path))
    }

    pub fn codes(&self) -> Vec<&'static str> {
        self.findings.iter().map(|finding| finding.code.rule().code).collect()
    }

    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error)
    }
}

/// Reads a file.
#[allow(clippy::disallowed_methods, reason = "the library has no IO; its tests do")]
pub fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The folder with the wrong files.
pub fn mistakes() -> PathBuf {
    PathBuf::from("examples/mistakes")
}

/// The folder with the same files put right.
pub fn repaired() -> PathBuf {
    mistakes().join("repaired")
}

/// A file about a rule, which its name begins with, is compiled with that rule switched on.
fn settings_for(name: &Path) -> Settings {
    let name = name.file_stem().unwrap_or_default().to_string_lossy();
    let mut levels = Levels::default();
    for code in Code::all().filter(|code| !code.rule().is_on && name.starts_with(code.rule().code)) {
        levels.set(code, code.rule().severity);
    }
    Settings { levels: levels.into(), ..Settings::default() }
}

fn folder(file: &Path) -> PathBuf {
    file.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The files that a file may import.
pub fn files_beside(file: &Path) -> impl Files {
    Folder { root: folder(file) }
}

/// Imports from within a folder.
struct Folder {
    root: PathBuf,
}

impl Files for Folder {
    fn read(&self, importer: &str, path: &str) -> Result<Loaded, ImportError> {
        let mut wanted = folder(Path::new(importer));
        for part in Path::new(path).components() {
            match part {
                Component::ParentDir if !wanted.pop() => return Err(self.outside()),
                Component::ParentDir => {}
                part => wanted.push(part),
            }
        }
        if !wanted.starts_with(&self.root) {
            return Err(self.outside());
        }
        if !wanted.exists() {
            return Err(ImportError::NotFound("没有这个文件".to_owned()));
        }
        Ok(Loaded { bytes: read(&wanted), name: wanted.to_string_lossy().into_owned() })
    }
}

impl Folder {
    fn outside(&self) -> ImportError {
        ImportError::Outside(self.root.to_string_lossy().into_owned())
    }
}
