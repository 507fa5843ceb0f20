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

impl Disk {
    /// The file that `importer` names by `path`, whether or not there is one.
    ///
    /// # Errors
    /// [`ImportError::Outside`] where it lies outside of the root.
    pub fn find(&self, importer: &str, path: &str) -> Result<PathBuf, ImportError> {
        let path = PathBuf::from(path.replace('\\', "/"));
        let outside = || ImportError::Outside(display(&self.root));
        if path.components().any(|part| matches!(part, Component::RootDir | Component::Prefix(_))) {
            return Err(outside());
        }
        let folder = Path::new(importer).parent().unwrap_or(Path::new(""));
        let wanted = normal(&absolute(folder), &path);
        if !wanted.starts_with(&self.root) {
            return Err(outside());
        }
        let Ok(real) = fs::canonicalize(folder.join(&path)) else { return Ok(wanted) };
        // A link inside the folder may lead out of it.
        if !real.starts_with(fs::canonicalize(&self.root).unwrap_or_else(|_| self.root.clone())) {
            return Err(outside());
        }
        Ok(real)
    }

    /// The bytes of a file that was found.
    ///
    /// # Errors
    /// [`ImportError::NotFound`] where it cannot be read.
    pub fn load(&self, file: &Path) -> Result<Vec<u8>, ImportError> {
        fs::read(file).map_err(|error| ImportError::NotFound(io_reason(&error, self.lang)))
    }
}

impl Files for Disk {
    fn read(&self, importer: &str, path: &str) -> Result<Loaded, ImportError> {
        let file = self.find(importer, path)?;
        Ok(Loaded { bytes: self.load(&file)?, name: display(&file) })
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
