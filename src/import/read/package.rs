//! Documents that are ZIP archives of XML parts.
//!
//! Only parts that are asked for by name are unpacked, into memory. What all of them hold together is bounded while it
//! is read; the sizes that an archive says are not believed.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::{ZipArchive, result::ZipError};

use super::super::{
    compound::SIGNATURE,
    document::{Excess, ReadError},
};
use super::xml::{Token, Xml};

/// How many bytes are unpacked of one document.
const MOST_BYTES: usize = 128 << 20;

/// A document and how much of it may still be unpacked.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: usize,
}

/// Another part that a part refers to.
pub(super) struct Relation {
    /// How the part calls it.
    pub id: String,
    /// What it is: the last word of its type.
    pub role: String,
    /// Its name in the archive.
    pub part: String,
}

impl<'b> Package<'b> {
    /// # Errors
    /// [`ReadError::Encrypted`] and, where the bytes are no such archive, [`ReadError::Damaged`].
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        if bytes.starts_with(SIGNATURE) && is_encrypted(bytes) {
            return Err(ReadError::Encrypted);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(refused)?;
        Ok(Self { archive, left: MOST_BYTES })
    }

    /// The text of a part, by its name in any case; none where there is no such part.
    ///
    /// # Errors
    /// [`ReadError::TooLarge`] once all parts together are, [`ReadError::Damaged`] where a part is no text.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let file = self.archive.by_index(index).map_err(refused)?;
        let mut bytes = Vec::new();
        let most = self.left as u64 + 1;
        file.take(most).read_to_end(&mut bytes).map_err(|error| ReadError::Damaged(error.to_string()))?;
        self.left =
            self.left.checked_sub(bytes.len()).ok_or(ReadError::TooLarge { what: Excess::Bytes, most: MOST_BYTES })?;
        let decoded = crate::source::decode(bytes);
        match decoded.damaged {
            Some(_) => Err(ReadError::Damaged(format!("{name} is no text"))),
            None => Ok(Some(decoded.text)),
        }
    }

    /// The text of a part that the document must have.
    pub(super) fn needed(&mut self, name: &str) -> Result<String, ReadError> {
        self.part(name)?.ok_or_else(|| ReadError::Damaged(format!("{name} is missing")))
    }

    fn index(&self, name: &str) -> Option<usize> {
        let same = |other: &[u8]| other.eq_ignore_ascii_case(name.as_bytes());
        self.archive.index_for_name(name).or_else(|| self.archive.file_names_raw().position(same))
    }

    /// The name of the main part of an Office Open XML document: what the package says it is, else what it lists as of
    /// this type, else the usual one.
    pub(super) fn main_part(&mut self, kind: &str, usual: &str) -> Result<String, ReadError> {
        let main = self.relations("")?.into_iter().find(|relation| relation.role == "officeDocument");
        if let Some(main) = main.filter(|main| self.index(&main.part).is_some()) {
            return Ok(main.part);
        }
        let Some(types) = self.part("[Content_Types].xml")? else { return Ok(usual.to_owned()) };
        let mut xml = Xml::new(&types);
        while let Some(token) = xml.next()? {
            let Token::Open(element) = token else { continue };
            let is_main = |of: &str| of.contains(kind) && of.ends_with("main+xml");
            if element.name() == "Override"
                && element.attribute("ContentType").is_some_and(|of| is_main(&of))
                && let Some(part) = element.attribute("PartName")
            {
                return Ok(resolved("", &part));
            }
        }
        Ok(usual.to_owned())
    }

    /// What a part, or with an empty name the package, refers to within the archive. What lies outside is not followed.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, ReadError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let listed = resolved(folder, &format!("_rels/{name}.rels"));
        let Some(text) = self.part(&listed)? else { return Ok(Vec::new()) };
        let (mut xml, mut relations) = (Xml::new(&text), Vec::new());
        while let Some(token) = xml.next()? {
            if let Token::Open(element) = token
                && element.name() == "Relationship"
                && element.attribute("TargetMode").is_none_or(|mode| mode != "External")
                && let (Some(id), Some(role), Some(target)) =
                    (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
            {
                let role = role.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id: id.into_owned(), role, part: resolved(folder, &target) });
            }
        }
        Ok(relations)
    }
}

/// Encrypted documents lie in the older container, in a stream of this name.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &name).is_some()
}

/// The name of a part that a part in `folder` calls `target`.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.retain(|step| !matches!(*step, "" | "."));
    steps.join("/")
}

fn refused(error: ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => ReadError::Encrypted,
        other => ReadError::Damaged(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::build::zipped;
    use super::*;

    #[test]
    fn parts_are_found_where_the_package_says() {
        let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        let types = format!("<Types><Override PartName='/w/main.xml' ContentType='{kind}'/></Types>");
        let relation = |mode: &str| {
            format!("<R><Relationship Id='a' Type='urn:x/officeDocument' Target='./b/../w/doc.xml'{mode}/></R>")
        };
        let main = |members: &[(&str, &str)]| {
            Package::open(&zipped(members)).unwrap().main_part("wordprocessingml", "word/document.xml").unwrap()
        };
        let types = ("[Content_Types].xml", &*types);
        assert_eq!(main(&[("_rels/.rels", &relation("")), types, ("W/DOC.xml", "")]), "w/doc.xml");
        assert_eq!(main(&[("_rels/.rels", &relation(" TargetMode='External'")), types]), "w/main.xml");
        assert_eq!(main(&[("_rels/.rels", &relation("")), types]), "w/main.xml");
        assert_eq!(main(&[("x", "")]), "word/document.xml");
    }

    #[test]
    fn names_do_not_leave_the_archive() {
        assert_eq!(resolved("a/b", "../../../../etc/passwd"), "etc/passwd");
        assert_eq!(resolved("a/b", "/c//./d"), "c/d");
        assert_eq!(resolved("a", "b.xml"), "a/b.xml");
    }

    #[test]
    fn bombs_are_bounded() {
        let many = " ".repeat(40 << 20);
        let archive = zipped(&[("a", &*many), ("b", &*many), ("c", &*many), ("d", &*many)]);
        assert!(archive.len() < 1 << 20);
        let mut package = Package::open(&archive).unwrap();
        for name in ["a", "b", "c"] {
            assert!(package.part(name).unwrap().is_some());
        }
        assert_eq!(package.part("d"), Err(ReadError::TooLarge { what: Excess::Bytes, most: MOST_BYTES }));
        assert_eq!(package.part("e"), Ok(None));
    }

    #[test]
    fn encrypted_documents_are_known() {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let bytes = [SIGNATURE, &[0; 600], &name].concat();
        assert_eq!(Package::open(&bytes).err(), Some(ReadError::Encrypted));
        assert!(matches!(Package::open(SIGNATURE).err(), Some(ReadError::Damaged(_))));
    }
}
