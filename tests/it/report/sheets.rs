//! Workbooks: totals, rates and losses are formulas with their results.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use perfc::{diagnostic::Lang, table::Format};

use super::{YEAR, rendered, reports};

fn open(book: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(book)).unwrap()
}

/// All formulas of a workbook.
pub fn formulas(book: &[u8]) -> Vec<String> {
    let mut book = open(book);
    let names = book.sheet_names();
    let formulas = names.iter().flat_map(|name| {
        let range = book.worksheet_formula(name).unwrap();
        range.used_cells().map(|(_, _, formula)| formula.clone()).collect::<Vec<_>>()
    });
    formulas.filter(|formula| !formula.is_empty()).collect()
}

/// Whether it is made of cells and of what totals, rates and losses need.
pub fn is_own(formula: &str) -> bool {
    let sheet = formula.strip_prefix('\'').and_then(|rest| rest.split_once("'!")).map(|(_, cell)| cell);
    let words = ["SUM(", "COUNT(", "IF(", "\"—\"", "\"\""];
    let rest = words.iter().fold(sheet.unwrap_or(formula).to_owned(), |rest, word| rest.replace(word, ""));
    !formula.contains("()")
        && rest.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "$:,<()+-/".contains(c))
}

/// The cells of a row that begins with this text, blanks left out.
fn row(book: &[u8], sheet: &str, begin: &str) -> Vec<String> {
    let range = open(book).worksheet_range(sheet).unwrap();
    let is_row = |row: &&[Data]| row[0] == *begin;
    let row = range.rows().find(is_row).unwrap();
    row.iter().map(ToString::to_string).filter(|text| !text.is_empty()).collect()
}

#[test]
fn totals_follow_from_the_rows() {
    let book =
        rendered(&reports(&YEAR.replace("achieved 90%", "achieved 90%; \"满意度\" 88%")), Format::Xlsx, Lang::Zh);
    let sheet = open(&book).worksheet_formula("1.乙项目").unwrap();
    let total =
        sheet.rows().next_back().unwrap().iter().filter(|formula| !formula.is_empty()).cloned().collect::<Vec<_>>();
    assert_eq!(total, ["SUM(H13:H19,H11)", "IF(COUNT(I13:I19,I11)<8,\"—\",SUM(I13:I19,I11))", "H20-I20"]);
    // Their results are known without computing.
    let total = row(&book, "1.乙项目", "总分（含预算执行率）");
    let (points, lost): (f64, f64) = (total[2].parse().unwrap(), total[3].parse().unwrap());
    assert_eq!(total[1], "100");
    assert!((points + lost - 100.0).abs() < 1e-9, "{total:?}");
    let form = row(&book, "附1 自评表", "总分");
    assert_eq!((&form[1], &form[2]), (&total[1], &total[2]));
}

#[test]
fn a_total_waits_for_what_is_missing() {
    let book = rendered(&reports(YEAR), Format::Xlsx, Lang::Zh);
    let total = row(&book, "1.乙项目", "总分（含预算执行率）");
    assert_eq!(total, ["总分（含预算执行率）", "100", "—", "—", "—"]);
    assert!(formulas(&book).contains(&"IF(COUNT(I13:I19,I11)<8,\"—\",SUM(I13:I19,I11))".to_owned()));
}

/// LibreOffice finds the rows that each page repeats only where a name with a dot in it is quoted.
#[test]
fn rows_to_repeat_are_found_by_other_programs() {
    let pairs = [reports(YEAR), reports(&YEAR.replace("乙项目", "丙项目"))].concat();
    let book = rendered(&pairs, Format::Xlsx, Lang::Zh);
    let names = names_in(&book);
    let titles: Vec<&String> = names.iter().filter(|name| name.ends_with("$11:$11")).collect();
    assert_eq!(titles, ["'附1 自评表'!$11:$11", "'附2 自评表'!$11:$11"], "{names:?}");
    assert!(names.iter().all(|name| name.starts_with('\'') || !name.contains('.')), "{names:?}");
}

/// What the names of a workbook stand for.
fn names_in(book: &[u8]) -> Vec<String> {
    open(book).defined_names().iter().map(|(_, place)| place.clone()).collect()
}

/// Whatever projects are called, no two sheets have one name.
#[test]
fn sheets_have_names_of_their_own() {
    let names = ["自评表", "附1 自评表", "总览", "Form 1", "乙项目", "乙项目"];
    let pairs = names.map(|name| reports(&YEAR.replace("乙项目", name))).concat();
    for lang in [Lang::Zh, Lang::En] {
        let book = rendered(&pairs, Format::Xlsx, lang);
        let mut names = open(&book).sheet_names();
        assert_eq!(names.len(), 1 + 2 * pairs.len());
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 1 + 2 * pairs.len());
    }
}

#[test]
fn the_rate_is_spent_by_budget() {
    let book = rendered(&reports(YEAR), Format::Xlsx, Lang::Zh);
    let (form, own) = (formulas(&book), "F5/E5".to_owned());
    assert!(form.contains(&own) && form.contains(&"L9/L8".to_owned()), "{form:?}");
    assert_eq!(row(&book, "附1 自评表", "项目资金（万元）")[0], "项目资金（万元）");
}

#[test]
fn the_overview_takes_totals_from_the_projects() {
    let pairs = [reports(YEAR), reports(&YEAR.replace("乙项目", "(丙)'项目"))].concat();
    let book = rendered(&pairs, Format::Xlsx, Lang::Zh);
    assert_eq!(open(&book).sheet_names(), ["总览", "1.乙项目", "附1 自评表", "2.(丙)’项目", "附2 自评表"]);
    let formulas = formulas(&book);
    assert!(formulas.contains(&"'1.乙项目'!$I$20".to_owned()), "{formulas:?}");
    // What stands before a bracket would be taken for a function.
    assert!(!formulas.iter().any(|formula| formula.contains("丙")), "{formulas:?}");
    assert!(formulas.iter().all(|formula| is_own(formula)), "{formulas:?}");
}
