//! The archive around the parts of a document, and the parts that tell of the others.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use super::xml::{Attribute, Xml};
use crate::{diagnostic::Lang, table::RenderError};

/// A file of the archive.
#[derive(Debug)]
pub(super) struct Part {
    /// Its name in the archive.
    pub name: &'static str,
    /// What it holds.
    pub body: Vec<u8>,
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// What begins the names of the types of most parts.
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// The parts of the document itself: relation, file, type.
const DOCUMENT_PARTS: [(&str, &str, &str); 4] = [
    ("styles", "styles.xml", "styles+xml"),
    ("settings", "settings.xml", "settings+xml"),
    ("fontTable", "fontTable.xml", "fontTable+xml"),
    ("footer", "footer1.xml", "footer+xml"),
];

/// The id of the footer among the relations of the document.
pub(super) const FOOTER: &str = "rId4";

/// Which type each part has.
pub(super) fn types() -> Part {
    let types = format!("{PACKAGE}/content-types");
    let mut xml = Xml::new("Types", &[("xmlns", types.into())]);
    for (extension, kind) in
        [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")]
    {
        xml.empty("Default", &[("Extension", extension.into()), ("ContentType", kind.into())]);
    }
    let mut part = |name: String, kind: String| {
        xml.empty("Override", &[("PartName", name.into()), ("ContentType", kind.into())]);
    };
    part("/word/document.xml".to_owned(), format!("{WORD_TYPE}document.main+xml"));
    for (_, file, kind) in DOCUMENT_PARTS {
        part(format!("/word/{file}"), format!("{WORD_TYPE}{kind}"));
    }
    part("/docProps/core.xml".to_owned(), "application/vnd.openxmlformats-package.core-properties+xml".to_owned());
    part(
        "/docProps/app.xml".to_owned(),
        "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
    );
    Part { name: "[Content_Types].xml", body: xml.finish("Types") }
}

/// Where the document and its properties are.
pub(super) fn relations() -> Part {
    let list = [
        (format!("{OFFICE}/relationships/officeDocument"), "word/document.xml"),
        (format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        (format!("{OFFICE}/relationships/extended-properties"), "docProps/app.xml"),
    ];
    Part { name: "_rels/.rels", body: relationships(&list) }
}

/// Where the parts of the document are.
pub(super) fn document_relations() -> Part {
    let list = DOCUMENT_PARTS.map(|(kind, file, _)| (format!("{OFFICE}/relationships/{kind}"), file));
    Part { name: "word/_rels/document.xml.rels", body: relationships(&list) }
}

fn relationships(list: &[(String, &'static str)]) -> Vec<u8> {
    let namespace: Attribute<'_> = ("xmlns", format!("{PACKAGE}/relationships").into());
    let mut xml = Xml::new("Relationships", &[namespace]);
    for (at, (kind, target)) in list.iter().enumerate() {
        let id = format!("rId{}", at + 1);
        xml.empty("Relationship", &[("Id", id.into()), ("Type", kind.into()), ("Target", (*target).into())]);
    }
    xml.finish("Relationships")
}

/// The title; no author and no date, for the same tables are to give the same bytes.
pub(super) fn core(title: &str, lang: Lang) -> Part {
    let namespaces = [
        ("xmlns:cp", format!("{PACKAGE}/metadata/core-properties").into()),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/".into()),
    ];
    let mut xml = Xml::new("cp:coreProperties", &namespaces);
    xml.text("dc:title", &[], title);
    xml.text("dc:language", &[], lang.tag());
    Part { name: "docProps/core.xml", body: xml.finish("cp:coreProperties") }
}

/// The program that wrote it.
pub(super) fn app() -> Part {
    let mut xml = Xml::new("Properties", &[("xmlns", format!("{OFFICE}/extended-properties").into())]);
    xml.text("Application", &[], "perfc");
    Part { name: "docProps/app.xml", body: xml.finish("Properties") }
}

/// Packs the parts, all with the first date that archives know.
pub(super) fn zip(parts: &[Part]) -> Result<Vec<u8>, RenderError> {
    pack(parts).map_err(|error| RenderError::Broken(error.to_string()))
}

fn pack(parts: &[Part]) -> ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for part in parts {
        writer.start_file(part.name, options)?;
        writer.write_all(&part.body)?;
    }
    Ok(writer.finish()?.into_inner())
}
