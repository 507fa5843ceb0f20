//! Documents that are damaged or made to do harm, from their bytes to the file that is written: each ends soon, as an
//! error that can be shown or as a file, and nothing but the document is read and nothing but the file is written. What
//! the readers do with the parts of each format is tested beside them; what time and memory it takes is in
//! `docs/performance.md`.

mod archives;
mod damaged;
mod made;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use perfc::{
    diagnostic::Lang,
    import::{Document, Excess, Imported, Options, ReadError, import, read},
};

use made::{cells, one_sheet, rows, sheet_row, spreadsheet, word, word_table};

/// No document may take longer; most take milliseconds, but machines are slow at times.
const PATIENCE: Duration = Duration::from_secs(120);

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

/// What does harm must not panic; where it does, it is said of what.
fn survives<T>(what: impl FnOnce() -> String, act: impl FnOnce() -> T) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(act)) {
        eprintln!("{}", what());
        std::panic::resume_unwind(panic);
    }
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
