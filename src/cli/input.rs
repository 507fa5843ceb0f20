//! From paths to the files that are meant.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use ignore::WalkBuilder;
use perfc::diagnostic::Lang;

use super::output::{Terminal, io_reason};

/// The ending of the files that are looked for in folders.
const ENDING: &str = "perf";

/// Something to compile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// `-`
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// Its bytes.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes)?;
                Ok(bytes)
            }
            Self::File(path) => fs::read(path),
        }
    }

    /// The path, unless it is standard input.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin => None,
            Self::File(path) => Some(path),
        }
    }

    /// The name that users know it by.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path) => super::disk::display(&super::disk::absolute(path)),
        }
    }
}

/// The inputs that paths name, and how many paths were no use.
#[derive(Debug)]
pub struct Inputs {
    /// Each once, in the order given; within a folder by name.
    pub list: Vec<Input>,
    /// Whether a path could not be followed, which has been said.
    pub failed: bool,
}

/// Follows paths: files are taken as they are, folders are searched for `.perf` files with .gitignore respected.
pub fn find(paths: &[PathBuf], terminal: &Terminal) -> Inputs {
    let mut inputs = Inputs { list: Vec::new(), failed: false };
    let mut seen = BTreeSet::new();
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.list.extend(seen.insert(PathBuf::from("-")).then_some(Input::Stdin));
        } else if path.is_dir() {
            folder(path, &mut inputs, &mut seen, terminal);
        } else if seen.insert(super::disk::absolute(path)) {
            inputs.list.push(Input::File(path.clone()));
        }
    }
    inputs
}

fn folder(path: &Path, inputs: &mut Inputs, seen: &mut BTreeSet<PathBuf>, terminal: &Terminal) {
    let mut found = Vec::new();
    for entry in WalkBuilder::new(path).require_git(false).build() {
        match entry {
            Ok(entry) if is_wanted(&entry) => found.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => {
                let reason =
                    error.io_error().map_or_else(|| error.to_string(), |error| io_reason(error, terminal.lang));
                terminal.complain(path, &reason);
                inputs.failed = true;
            }
        }
    }
    if found.is_empty() && !inputs.failed {
        let reason = match terminal.lang {
            Lang::Zh => "文件夹里没有 .perf 文件",
            Lang::En => "no .perf file in this folder",
        };
        terminal.complain(path, reason);
        inputs.failed = true;
    }
    found.sort();
    let new = found.into_iter().filter(|file| seen.insert(super::disk::absolute(file)));
    inputs.list.extend(new.map(Input::File));
}

fn is_wanted(entry: &ignore::DirEntry) -> bool {
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
    is_file && entry.path().extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}
