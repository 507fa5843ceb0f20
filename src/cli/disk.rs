//! Imported files come from the disk, and only from within the project's folder.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use perfc::{
    diagnostic::Lang,
    model::{Files, ImportError, Loaded},
};

use super::output::io_reason;

/// What marks the root of a project.
const ROOT_MARKS: [&str; 2] = [".git", "perfc.toml"];

/// The files on disk as seen from one entry file.
#[derive(Debug)]
pub struct Disk {
    /// The folder that imports must not leave.
    root: PathBuf,
    /// The language of the system's reasons.
    lang: Lang,
}

impl Disk {
    /// The disk as seen from a file, or from the working folder for standard input.
    pub fn new(entry: Option<&Path>, lang: Lang) -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        let folder = match entry {
            Some(entry) => absolute(entry).parent().map_or_else(|| here.clone(), Path::to_path_buf),
            None => here.clone(),
        };
        let marked = folder.ancestors().find(|folder| ROOT_MARKS.iter().any(|mark| folder.join(mark).exists()));
        let root = match marked {
            Some(root) => root.to_path_buf(),
            None if folder.starts_with(&here) => here,
            None => folder,
        };
        Self { root, lang }
    }
}

impl Files for Disk {
    fn read(&self, importer: &str, path: &str) -> Result<Loaded, ImportError> {
        let path = PathBuf::from(path.replace('\\', "/"));
        let outside = || ImportError::Outside(display(&self.root));
        if path.components().any(|part| matches!(part, Component::RootDir | Component::Prefix(_))) {
            return Err(outside());
        }
        let folder = Path::new(importer).parent().unwrap_or(Path::new(""));
        let wanted = folder.join(&path);
        if !normal(&absolute(folder), &path).starts_with(&self.root) {
            return Err(outside());
        }
        let real = fs::canonicalize(&wanted).map_err(|error| ImportError::NotFound(io_reason(&error, self.lang)))?;
        // A link inside the folder may lead out of it.
        if !real.starts_with(fs::canonicalize(&self.root).unwrap_or_else(|_| self.root.clone())) {
            return Err(outside());
        }
        let bytes = fs::read(&real).map_err(|error| ImportError::NotFound(io_reason(&error, self.lang)))?;
        Ok(Loaded { name: display(&real), bytes })
    }
}

/// A path from the root of the file system, links resolved as far as the path exists.
pub fn absolute(path: &Path) -> PathBuf {
    fs::canonicalize(if path.as_os_str().is_empty() { Path::new(".") } else { path })
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_path_buf())
}

/// A relative path followed from a folder, `..` resolved by name.
fn normal(folder: &Path, path: &Path) -> PathBuf {
    path.components().fold(folder.to_path_buf(), |mut folder, part| {
        match part {
            Component::ParentDir => {
                folder.pop();
            }
            Component::Normal(name) => folder.push(name),
            _ => {}
        }
        folder
    })
}

/// A path as users know it: from the working folder where it lies in that, else whole.
pub fn display(path: &Path) -> String {
    let here = std::env::current_dir().map(|here| absolute(&here)).unwrap_or_default();
    let path = path.strip_prefix(&here).unwrap_or(path);
    path.to_string_lossy().into_owned()
}
