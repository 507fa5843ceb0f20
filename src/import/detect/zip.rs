//! Archives: what their parts say of themselves tells Word, Excel and OpenDocument apart.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Kind;

/// How much is read of a part that tells the format.
const MOST: u64 = 1 << 20;

/// The types of main parts, documents and templates, without and with macros.
const MAIN: [(&str, Kind); 8] = [
    ("wordprocessingml.document.main+xml", Kind::Docx),
    ("wordprocessingml.template.main+xml", Kind::Docx),
    ("ms-word.document.macroenabled.main+xml", Kind::Docx),
    ("ms-word.template.macroenabledtemplate.main+xml", Kind::Docx),
    ("spreadsheetml.sheet.main+xml", Kind::Xlsx),
    ("spreadsheetml.template.main+xml", Kind::Xlsx),
    ("ms-excel.sheet.macroenabled.main+xml", Kind::Xlsx),
    ("ms-excel.template.macroenabled.main+xml", Kind::Xlsx),
];

/// Parts by which a document is known that does not say what it is, or is cut off.
const PARTS: [(&str, Kind); 2] = [("word/document.xml", Kind::Docx), ("xl/workbook.xml", Kind::Xlsx)];

/// The type of OpenDocument spreadsheets; templates have more behind it.
const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

pub(super) fn detect(bytes: &[u8]) -> Option<Kind> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return cut_off(bytes) };
    if let Some(types) = part("[Content_Types].xml", &mut archive) {
        let types = types.to_ascii_lowercase();
        if let Some((_, kind)) = MAIN.iter().find(|(main, _)| types.contains(main)) {
            return Some(*kind);
        }
    }
    if let Some(media) = part("mimetype", &mut archive) {
        return media.starts_with(ODS).then_some(Kind::Ods);
    }
    PARTS.iter().find(|(name, _)| archive.index_for_name(name).is_some()).map(|(_, kind)| *kind)
}

/// A part as text, as far as it can be read.
fn part(name: &str, archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<String> {
    let mut bytes = Vec::new();
    // What was read before a mistake in the packing is still good enough to tell the format.
    let _ = archive.by_name(name).ok()?.take(MOST).read_to_end(&mut bytes);
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The format of an archive without a list of its parts: their names stand before each of them too.
fn cut_off(bytes: &[u8]) -> Option<Kind> {
    let has = |name: &str| memchr::memmem::find(bytes, name.as_bytes()).is_some();
    let ods = has(ODS).then_some(Kind::Ods);
    ods.or_else(|| PARTS.iter().find(|(name, _)| has(name)).map(|(_, kind)| *kind))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn office(main: &str) -> Vec<u8> {
        let types = format!(
            "<Types><Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.\
             spreadsheetml.sheet\"/><Override PartName=\"/a.xml\" ContentType=\"application/vnd.{main}\"/></Types>"
        );
        archive(&[("[Content_Types].xml", &types)])
    }

    #[test]
    fn main_parts_tell_the_format() {
        for (main, kind) in [
            ("openxmlformats-officedocument.wordprocessingml.document.main+xml", Some(Kind::Docx)),
            ("ms-word.document.macroEnabled.main+xml", Some(Kind::Docx)),
            ("ms-word.template.macroEnabledTemplate.main+xml", Some(Kind::Docx)),
            ("openxmlformats-officedocument.spreadsheetml.sheet.main+xml", Some(Kind::Xlsx)),
            ("ms-excel.sheet.macroEnabled.main+xml", Some(Kind::Xlsx)),
            ("openxmlformats-officedocument.spreadsheetml.template.main+xml", Some(Kind::Xlsx)),
            ("openxmlformats-officedocument.presentationml.presentation.main+xml", None),
        ] {
            assert_eq!(detect(&office(main)), kind, "{main}");
        }
    }

    #[test]
    fn media_types_tell_open_documents() {
        let detect = |media: &str| detect(&archive(&[("mimetype", media), ("content.xml", "")]));
        assert_eq!(detect(ODS), Some(Kind::Ods));
        assert_eq!(detect("application/vnd.oasis.opendocument.spreadsheet-template"), Some(Kind::Ods));
        assert_eq!(detect("application/vnd.oasis.opendocument.text"), None);
        assert_eq!(detect("application/epub+zip"), None);
    }

    #[test]
    fn parts_tell_the_format_too() {
        assert_eq!(detect(&archive(&[("word/document.xml", "")])), Some(Kind::Docx));
        assert_eq!(detect(&archive(&[("a.txt", "word/document.xml")])), None);
        let whole = archive(&[("xl/workbook.xml", "<workbook/>"), ("b", "")]);
        assert_eq!(detect(&whole[..80]), Some(Kind::Xlsx));
        for length in 0..whole.len() {
            let _ = detect(&whole[..length]);
        }
    }
}
