//! Documents that are damaged or made to do harm, from their bytes to the file that is written: each ends soon, as an
//! error that can be shown or as a file, and nothing but the document is read and nothing but the file is written. What
//! the readers do with the parts of each format is tested beside them; what time and memory it takes is in
//! `docs/performance.md`.

use std::{
    fs,
    io::{Cursor, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    process::Command,
    time::{Duration, Instant},
};

use perfc::{
    diagnostic::Lang,
    import::{Document, Excess, Imported, Options, ReadError, import, read, read_pages},
    table::{Format, render},
};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    documents::pdf::{PICTURE, WORDS},
    table::{SOURCE, tables},
};

/// No document may take longer; most take milliseconds, but machines are slow at times.
const PATIENCE: Duration = Duration::from_secs(120);

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What stands over the columns of a form, and a row of it.
const HEAD: [&str; 4] = ["一级指标", "二级指标", "三级指标", "指标值"];
const ROW: [&str; 4] = ["产出指标", "数量指标", "名称", "≥1个"];

/// Imports what was read.
fn imported(document: &Document) -> Imported {
    import("a", document, Options::default())
}

/// Reads and imports a document; what goes wrong must be said in both languages.
fn taken(bytes: &[u8]) -> Result<Imported, ReadError> {
    let start = Instant::now();
    let imported = read(bytes).map(|(_, document)| imported(&document));
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    imported.inspect_err(|error| assert!(!error.reason(Lang::Zh).is_empty() && !error.reason(Lang::En).is_empty()))
}

fn text(bytes: &[u8]) -> String {
    taken(bytes).unwrap().text
}

fn is_too_large(bytes: &[u8], excess: Excess) {
    let error = taken(bytes).err();
    assert!(matches!(&error, Some(ReadError::TooLarge { what, .. }) if *what == excess), "{error:?}");
}

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A Word document with this before its first element, this body, and further members.
fn word(prolog: &str, body: &str, members: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!("{prolog}<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>");
    archive(&[&[("word/document.xml", document.as_bytes())], members].concat())
}

fn word_row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>())
}

fn word_table(rows: &[&[&str]]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(|row| word_row(row)).collect::<String>())
}

/// A workbook of as many sheets as there are parts, each of which is named by its number.
fn workbook(sheets: usize, members: &[(&str, &[u8])]) -> Vec<u8> {
    let relation = |id: String, role, target: String| {
        format!("<Relationship Id='{id}' Type='{RELATION}/{role}' Target='{target}'/>")
    };
    let listed = |at| format!("<sheet name='{at}' sheetId='{at}' r:id='r{at}'/>");
    let book = format!(
        "<workbook xmlns='{SHEET}' xmlns:r='urn:r'><sheets>{}</sheets></workbook>",
        (0..sheets).map(listed).collect::<String>()
    );
    let parts = (0..sheets).map(|at| relation(format!("r{at}"), "worksheet", format!("s{at}.xml")));
    let shared = [("styles", "styles.xml"), ("sharedStrings", "strings.xml")];
    let shared = shared.map(|(role, target)| relation(role.to_owned(), role, target.to_owned()));
    let relations = format!("<R>{}{}</R>", parts.collect::<String>(), shared.concat());
    let root = format!("<R>{}</R>", relation("x".to_owned(), "officeDocument", "xl/workbook.xml".to_owned()));
    let own: [(&str, &[u8]); 3] = [
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
    ];
    archive(&[&own, members].concat())
}

fn sheet(prolog: &str, content: &str) -> String {
    format!("{prolog}<worksheet xmlns='{SHEET}'>{content}</worksheet>")
}

/// A workbook of one sheet.
fn one_sheet(prolog: &str, content: &str, styles: &str) -> Vec<u8> {
    let styles = format!("<styleSheet xmlns='{SHEET}'>{styles}</styleSheet>");
    let sheet = sheet(prolog, content);
    workbook(1, &[("xl/s0.xml", sheet.as_bytes()), ("xl/styles.xml", styles.as_bytes())])
}

fn sheet_row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<c t='inlineStr'><is><t>{text}</t></is></c>");
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

fn rows(rows: &[&[&str]]) -> String {
    format!("<sheetData>{}</sheetData>", rows.iter().map(|row| sheet_row(row)).collect::<String>())
}

/// An OpenDocument spreadsheet of these rows.
fn spreadsheet(prolog: &str, rows: &[&[&str]]) -> Vec<u8> {
    let name = |of: &str| format!("xmlns:{of}='urn:oasis:names:tc:opendocument:xmlns:{of}:1.0' ");
    let names: String = ["office", "table", "text"].map(name).concat();
    let cell = |text: &&str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row =
        |row: &&[&str]| format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>());
    let content = format!(
        "{prolog}<office:document-content {names}><office:body><office:spreadsheet><table:table>{}</table:table>\
         </office:spreadsheet></office:body></office:document-content>",
        rows.iter().map(row).collect::<String>()
    );
    let media: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", media), ("content.xml", content.as_bytes())])
}

/// The published tables in each format that is read, all of which become the same file but for those without it.
fn documents() -> Vec<(String, Vec<u8>)> {
    let tables = tables(SOURCE);
    let own = [Format::Docx, Format::Xlsx, Format::Html, Format::Csv, Format::Text, Format::Markdown];
    let own = own.map(|format| (format!("{format:?}"), render(format, &tables, &Default::default()).unwrap()));
    let foreign: [(&str, &[u8]); 3] = [
        ("xls", include_bytes!("../../fixtures/office/tianjin.xls")),
        ("ods", include_bytes!("../../fixtures/office/tianjin.ods")),
        ("txt", include_bytes!("../../fixtures/seed.txt")),
    ];
    own.into_iter().chain(foreign.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))).collect()
}

/// What does harm must not panic; where it does, it is said of what.
fn survives<T>(what: impl FnOnce() -> String, act: impl FnOnce() -> T) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(act)) {
        eprintln!("{}", what());
        std::panic::resume_unwind(panic);
    }
}

#[test]
fn documents_that_end_too_early() {
    for (name, bytes) in documents() {
        assert!(!text(&bytes).is_empty(), "{name}");
        for part in 0..64 {
            let length = bytes.len() * part / 64;
            survives(|| format!("{name}, the first {length} bytes"), || taken(&bytes[..length]));
        }
    }
    for part in 0..64 {
        let (words, picture) = (WORDS.len() * part / 64, PICTURE.len() * part / 64);
        survives(
            || format!("pdf, {part} of 64 parts"),
            || {
                assert!(read_pages(&WORDS[..words], PICTURE).is_err());
                read_pages(WORDS, &picture_of(picture)).map(|pages| imported(&pages.document))
            },
        );
    }
}

/// The begin of the picture, its open elements closed: a program that was ended leaves no such thing, but a shorter one.
fn picture_of(length: usize) -> Vec<u8> {
    let text = String::from_utf8_lossy(&PICTURE[..length]);
    let whole = text.rfind("<page>").map_or("", |at| &text[..at]);
    if whole.is_empty() { Vec::new() } else { format!("{whole}</pageSet></svg>").into_bytes() }
}

/// Bytes without order, the same for the same seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> usize {
        // Xorshift: a row of numbers that does not come back for long.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize
    }

    /// The bytes, some of them others, or gone, or twice.
    fn changed(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..1 + self.next() % 20 {
            let at = self.next() % bytes.len();
            match self.next() % 4 {
                0 => drop(bytes.drain(at..bytes.len().min(at + 1 + self.next() % 50))),
                1 => bytes.extend_from_within(at..),
                _ => bytes[at] = self.next() as u8,
            }
            bytes.truncate(1 << 20);
        }
        bytes
    }
}

#[test]
fn documents_that_are_changed() {
    let begin = std::env::var("PERFC_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    println!("seeds from {begin} on; PERFC_SEED tells where to begin");
    let documents = documents();
    for seed in begin..begin + 24_u64 {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for (name, bytes) in &documents {
            let changed = random.changed(bytes);
            survives(|| format!("{name}, seed {seed}"), || taken(&changed));
        }
        let (words, picture) = (random.changed(WORDS), random.changed(PICTURE));
        survives(
            || format!("pdf, seed {seed}"),
            || {
                let _ = read_pages(&words, PICTURE).map(|pages| imported(&pages.document));
                read_pages(WORDS, &picture).map(|pages| imported(&pages.document))
            },
        );
    }
}

#[test]
fn archives_that_unpack_to_much() {
    let zeros = vec![0; 129 << 20];
    is_too_large(&archive(&[("word/document.xml", &zeros)]), Excess::Bytes);
    let blanks = format!("<w:document xmlns:w='{WORD}'>{}</w:document>", " ".repeat(129 << 20));
    is_too_large(&archive(&[("word/document.xml", blanks.as_bytes())]), Excess::Bytes);
    // What is in other members, archives among them, is not unpacked.
    let inner = archive(&[("word/document.xml", &zeros)]);
    let table = word_table(&[&HEAD, &ROW]);
    let nested = word("", &table, &[("word/embeddings/a.zip", &inner), ("word/media/b.png", &zeros)]);
    assert_eq!(text(&nested), text(&word("", &table, &[])));
    assert!(matches!(taken(&archive(&[("word/document.xml", &inner)])), Err(ReadError::Damaged(_))));
}

/// Many members that are one: each of the sheets is unpacked, but not all.
#[test]
fn archives_whose_members_overlap() {
    let blank = sheet("", &" ".repeat(10 << 20));
    let book = workbook(100, &[("xl/s0.xml", blank.as_bytes())]);
    let names: Vec<String> = (1..100).map(|at| format!("xl/s{at}.xml")).collect();
    let overlapping = overlapped(&book, &names);
    assert!(overlapping.len() < 100_000);
    is_too_large(&overlapping, Excess::Bytes);
}

/// The archive with its last member listed again under these names.
fn overlapped(archive: &[u8], names: &[String]) -> Vec<u8> {
    let find = |sign: &[u8]| archive.windows(4).rposition(|window| window == sign).unwrap();
    let (last, end) = (find(b"PK\x01\x02"), find(b"PK\x05\x06"));
    let number = |at: usize, width: usize| (0..width).rev().fold(0, |all, byte| all << 8 | archive[at + byte] as usize);
    let (mut entry, begin) = (archive[last..end].to_vec(), number(end + 16, 4));
    let length = number(last + 28, 2);
    let mut out = archive[..end].to_vec();
    for name in names {
        entry.splice(46..46 + length, name.bytes());
        out.extend(&entry[..28]);
        out.extend((name.len() as u16).to_le_bytes());
        out.extend(&entry[30..]);
        entry = archive[last..end].to_vec();
    }
    let count = (number(end + 10, 2) + names.len()) as u16;
    let size = (out.len() - begin) as u32;
    out.extend(&archive[end..end + 8]);
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend([size.to_le_bytes(), (begin as u32).to_le_bytes()].concat());
    out.extend([0, 0]);
    out
}

#[test]
fn entities_are_not_expanded_and_nothing_outside_is_read() {
    let entities: String =
        (1..10).map(|at| format!("<!ENTITY a{at} '{}'>", format!("&a{};", at - 1).repeat(10))).collect();
    let prolog = format!(
        "<?xml version='1.0'?><!DOCTYPE x SYSTEM 'file:///etc/hosts' [<!ENTITY a0 'ha'>{entities}\
         <!ENTITY f SYSTEM 'file:///etc/hosts'>]>"
    );
    let row: &[&str] = &["产出指标", "数量指标", "&a9;&f;", "≥1个"];
    let external = "<R><Relationship Id='a' Type='urn:officeDocument' TargetMode='External' \
                    Target='file:///etc/hosts'/><Relationship Id='b' Type='urn:officeDocument' \
                    Target='../../../../../../etc/hosts'/></R>";
    for bytes in [
        word(&prolog, &word_table(&[&HEAD, row]), &[("_rels/.rels", external.as_bytes())]),
        one_sheet(&prolog, &rows(&[&HEAD, row]), ""),
        spreadsheet(&prolog, &[&HEAD, row]),
    ] {
        let text = text(&bytes);
        assert!(text.contains("\"&a9;&f;\" ≥ 1 个"), "{text}");
    }
}

/// Names in archives that lead elsewhere lead nowhere.
#[test]
fn nothing_is_written_but_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("inner/most");
    fs::create_dir_all(&inner).unwrap();
    let outside = folder.path().join("absolute.txt");
    let names =
        ["../x.txt", "../../x.txt", "..\\x.txt", "C:\\x.txt", "\\\\host\\x.txt", "word/../../../x.txt", "x.txt"];
    let mut members: Vec<(&str, &[u8])> = names.map(|name| (name, &b"x"[..])).to_vec();
    members.push((outside.to_str().unwrap(), b"x"));
    fs::write(inner.join("a.docx"), word("", &word_table(&[&HEAD, &ROW]), &members)).unwrap();
    let perfc = Command::new(env!("CARGO_BIN_EXE_perfc"))
        .args(["import", "a.docx", "-o", "b.perf"])
        .current_dir(&inner)
        .output()
        .unwrap();
    assert!(perfc.status.success());
    let names = |path| {
        let mut names: Vec<_> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names(inner.clone()), ["a.docx", "b.perf"]);
    assert_eq!(names(folder.path().join("inner")), ["most"]);
    assert_eq!(names(folder.path().to_owned()), ["inner"]);
}

#[test]
fn tables_with_a_thousand_columns() {
    let columns: Vec<String> = (0..1000).map(|at| format!("列{at}")).collect();
    let head: Vec<&str> = HEAD.into_iter().chain(columns.iter().map(String::as_str)).collect();
    let row: Vec<&str> = ROW.into_iter().chain(columns.iter().map(|_| "x")).collect();
    let sheet = rows(&[&[&head[..]], &[&row[..]; 20][..]].concat());
    let imported = taken(&one_sheet("", &sheet, "")).unwrap();
    assert_eq!((imported.summary.rows, imported.text.matches("列999：x").count()), (20, 20));
    let line = |row: &[&str]| row.join(",") + "\n";
    let csv = line(&head) + &line(&row).repeat(20);
    assert_eq!(taken(csv.as_bytes()).unwrap().summary.rows, 20);
    assert!(matches!(taken(",".repeat(20_000).as_bytes()), Ok(_) | Err(ReadError::TooLarge { .. })));
}

/// Lines of two texts below one of thousands: no room is kept for what is not there.
#[test]
fn texts_that_are_narrow_below_a_wide_line() {
    let text = "一  ".repeat(16_000) + "\n" + &"a  b\n".repeat(100_000);
    assert!(taken(text.as_bytes()).unwrap().text.is_empty());
}

#[test]
fn cells_over_a_million_rows() {
    let merges = |areas: &str| one_sheet("", &(rows(&[&HEAD, &ROW]) + areas), "");
    let plain = text(&merges(""));
    let area = |columns: [&str; 2], from| {
        format!("<mergeCells><mergeCell ref='{}{from}:{}1048576'/></mergeCells>", columns[0], columns[1])
    };
    assert_eq!(text(&merges(&area(["A", "XFD"], 3))), plain);
    assert_eq!(text(&merges(&area(["D", "D"], 2))), plain);
    let many: String = (3..3000).map(|row| format!("<mergeCell ref='A{row}:XFD1048576'/>")).collect();
    assert_eq!(text(&merges(&format!("<mergeCells>{many}</mergeCells>"))), plain);
    let spans = "<html><table><tr><td>三级指标<td>指标值".to_owned() + &"<tr><td rowspan=65534>a<td>≥1个".repeat(2000);
    assert_eq!(taken(spans.as_bytes()).unwrap().summary.tables, 1);
}

/// A formula is worth what the program that wrote it computed; where it did not, its text is kept.
#[test]
fn formulas_are_not_computed() {
    let formula =
        |value: &str| format!("<row>{}<c><f>1+1</f>{value}</c></row>", cells(&["产出指标", "数量指标", "甲"]));
    let other = |text: &str| format!("<row>{}<c t='str'><f>A1&amp;\"\"</f>{text}</c></row>", cells(&["", "", "乙"]));
    let sheet = [sheet_row(&HEAD), formula("<v>2</v>"), formula(""), other("<v>≥3个</v>")].concat();
    let imported = taken(&one_sheet("", &format!("<sheetData>{sheet}</sheetData>"), "")).unwrap();
    assert!(imported.text.contains("\"甲\" 2\n"), "{}", imported.text);
    assert!(imported.text.contains("\"甲\" 显示 \"=1+1\"\n"), "{}", imported.text);
    assert!(imported.text.contains("\"乙\" ≥ 3 个\n"), "{}", imported.text);
}

fn cells(texts: &[&str]) -> String {
    sheet_row(texts).replace("<row>", "").replace("</row>", "")
}

#[test]
fn tables_within_tables_a_thousand_deep() {
    let deep = |begin: &str, end: &str| begin.repeat(1000) + "a" + &end.repeat(1000);
    is_too_large(&word("", &deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), &[]), Excess::Depth);
    is_too_large(deep("<table><tr><td>", "</table>").as_bytes(), Excess::Depth);
    let rows = deep("<row><c><is>", "</is></c></row>");
    survives(|| "xlsx".to_owned(), || taken(&one_sheet("", &format!("<sheetData>{rows}</sheetData>"), "")));
    let blocks = "{".repeat(1_000_000);
    survives(|| "text".to_owned(), || taken(blocks.as_bytes()));
}

/// A format of a megabyte: what it would print is bounded, and so is the time to see that.
#[test]
fn number_formats_that_are_long() {
    let styled = |code: &str, cells: usize| {
        let styles = format!(
            "<numFmts><numFmt numFmtId='200' formatCode='{code}'/></numFmts>\
             <cellXfs><xf numFmtId='0'/><xf numFmtId='200'/></cellXfs>"
        );
        let cells = "<row><c s='1'><v>1.5</v></c></row>".repeat(cells);
        one_sheet("", &format!("<sheetData>{cells}</sheetData>"), &styles)
    };
    for code in [format!("&quot;{}&quot;0", "x".repeat(1 << 20)), "0.".to_owned() + &"0".repeat(1 << 20)] {
        survives(|| "one".to_owned(), || taken(&styled(&code, 1)));
        let many = taken(&styled(&code, 1000));
        assert!(matches!(many, Ok(_) | Err(ReadError::TooLarge { what: Excess::Bytes, .. })));
    }
    for code in ["[".repeat(1 << 20), "#,".repeat(1 << 19), ";".repeat(1 << 20), "[h]:mm".repeat(1 << 17)] {
        survives(|| code[..6].to_owned(), || taken(&styled(&code, 100)));
    }
}
