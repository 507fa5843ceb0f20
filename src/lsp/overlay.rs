//! Imported files: what is open in the editor goes before what the disk holds.

use std::path::Path;

use perfc::{
    diagnostic::Lang,
    model::{Files, ImportError, Loaded},
};

use super::documents::Documents;
use crate::cli::disk::Disk;

/// The files as seen from one of them.
#[derive(Debug)]
pub struct Overlay<'d> {
    disk: Disk,
    documents: &'d Documents,
}

impl<'d> Overlay<'d> {
    /// The files as seen from the file of this name.
    pub fn new(name: &str, documents: &'d Documents, lang: Lang) -> Self {
        Self { disk: disk(name, lang), documents }
    }
}

/// The disk as seen from the file of this name, which need not be a path.
pub fn disk(name: &str, lang: Lang) -> Disk {
    let path = Path::new(name);
    Disk::new(path.is_absolute().then_some(path), lang)
}

impl Files for Overlay<'_> {
    fn read(&self, importer: &str, path: &str) -> Result<Loaded, ImportError> {
        let file = self.disk.find(importer, path)?;
        let name = file.to_string_lossy().into_owned();
        let bytes = match self.documents.get(&name) {
            Some(document) => document.bytes(),
            None => self.disk.load(&file)?,
        };
        Ok(Loaded { name, bytes })
    }
}
