use super::super::super::document::Excess;
use super::super::build::outline;
use super::*;

/// A record.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

fn numbers(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// A container with this stream as `Workbook`, in sectors behind one another.
fn container(stream: &[u8]) -> Vec<u8> {
    let length = stream.len().max(4096);
    let sectors = length.div_ceil(512);
    let tables = (sectors + 200).div_ceil(128);
    let mut bytes = vec![0; 512];
    bytes[..8].copy_from_slice(super::super::super::compound::SIGNATURE);
    bytes[30..32].copy_from_slice(&9_u16.to_le_bytes());
    // The directory is sector 0, the tables follow, then the stream.
    for (at, value) in [(48, 0), (60, u32::MAX - 1), (68, u32::MAX - 1)] {
        bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    for at in 0..109 {
        let number = if at < tables { at as u32 + 1 } else { u32::MAX };
        bytes[76 + at * 4..80 + at * 4].copy_from_slice(&number.to_le_bytes());
    }
    let mut directory = vec![0; 512];
    // The root folder, whose only stream is the second entry.
    directory[76] = 1;
    let entry = &mut directory[128..];
    for (at, unit) in "Workbook".encode_utf16().enumerate() {
        entry[at * 2..at * 2 + 2].copy_from_slice(&unit.to_le_bytes());
    }
    entry[66] = 2;
    entry[116..120].copy_from_slice(&(tables as u32 + 1).to_le_bytes());
    entry[120..124].copy_from_slice(&(length as u32).to_le_bytes());
    bytes.extend(directory);
    for at in 0..tables * 128 {
        let is_last = at <= tables || at >= tables + sectors;
        bytes.extend(if is_last { u32::MAX - 1 } else { at as u32 + 1 }.to_le_bytes());
    }
    bytes.extend(stream);
    bytes.resize(512 * (2 + tables + sectors), 0);
    bytes
}

/// A workbook of one sheet, with these records before the sheet and in it.
fn workbook(version: u16, before: &[u8], within: &[u8]) -> Vec<u8> {
    let begin = record(record::BEGIN, &numbers(&[version, 5]));
    let end = record(record::END, &[]);
    let name: &[u8] = if version == 0x0600 { &[1, 0, b'S'] } else { &[1, b'S'] };
    let listed = |at: usize| record(record::SHEET, &[&(at as u32).to_le_bytes()[..], &[0, 0], name].concat());
    let at = begin.len() + before.len() + listed(0).len() + end.len();
    container(&[&begin, before, &listed(at), &end, &begin, within, &end].concat())
}

#[track_caller]
fn reads(version: u16, before: &[u8], within: &[u8], expected: &str) {
    assert_eq!(outline(&read(&workbook(version, before, within)).unwrap()), format!("grid S\n{expected}"));
}

#[test]
fn numbers_in_each_form() {
    let number = |value: f64| record(record::NUMBER, &[numbers(&[0, 0, 0]), value.to_le_bytes().to_vec()].concat());
    let small = |column: u16, packed: u32| {
        record(record::SMALL_NUMBER, &[numbers(&[0, column, 1]), packed.to_le_bytes().to_vec()].concat())
    };
    let many = record(record::SMALL_NUMBERS, &numbers(&[1, 2, 0, 6, 0, 0, 10, 0, 3]));
    let styles = [record(record::STYLE, &numbers(&[0, 0])), record(record::STYLE, &numbers(&[0, 10]))].concat();
    let within =
        [number(12232.2), small(1, 0x3FF0_0000), small(2, (1234 << 2) | 3), small(3, (-5_i32 << 2) as u32 | 2), many];
    let expected =
        "  0,0 \"12232.2\"\n  0,1 \"100.00%\"\n  0,2 \"1234.00%\"\n  0,3 \"-500.00%\"\n  1,2 \"1\"\n  1,3 \"2\"\n";
    reads(0x0600, &styles, &within.concat(), expected);
}

#[test]
fn strings_go_on_in_other_records() {
    // Two strings: one of Latin letters that goes on with wide ones, one with formats of its own.
    let first = [&numbers(&[2, 0, 2, 0])[..], &numbers(&[4]), &[0], b"ab"].concat();
    let second = [&[1][..], &numbers(&[0x4E2D, 0x6587]), &numbers(&[1]), &[8], &numbers(&[1]), b"c", &[9; 4]].concat();
    let strings = [record(record::STRINGS, &first), record(record::CONTINUE, &second)].concat();
    let cell = |column: u16, string: u16| record(record::SHARED_STRING, &numbers(&[0, column, 0, string, 0]));
    let within = [cell(0, 0), cell(1, 1), cell(2, 99)].concat();
    reads(0x0600, &strings, &within, "  0,0 \"ab中文\"\n  0,1 \"c\"\n");
}

#[test]
fn results_of_formulas() {
    let formula = |column: u16, result: [u8; 8]| {
        record(record::FORMULA, &[&numbers(&[0, column, 0])[..], &result, &[0; 8]].concat())
    };
    let special = |kind: u8, value: u8| [kind, 0, value, 0, 0, 0, 0xFF, 0xFF];
    let text = record(record::RESULT_STRING, &[&numbers(&[1])[..], &[0], b"x"].concat());
    let within = [
        formula(0, 2.5_f64.to_le_bytes()),
        formula(1, special(0, 0)),
        text,
        formula(2, special(1, 1)),
        formula(3, special(2, 7)),
        formula(4, special(3, 0)),
    ];
    let expected = "  0,0 \"2.5\"\n  0,1 \"x\"\n  0,2 \"TRUE\"\n  0,3 \"#DIV/0!\"\n";
    reads(0x0600, &[], &within.concat(), expected);
}

#[test]
fn excel_95_writes_in_the_encoding_of_the_system() {
    let text = encoding_rs::GB18030.encode("名称").0.into_owned();
    let cell = record(record::STRING, &[numbers(&[0, 0, 0, 4]), text].concat());
    reads(0x0500, &record(record::ENCODING, &numbers(&[936])), &cell, "  0,0 \"名称\"\n");
}

#[test]
fn charts_within_sheets_are_passed_over() {
    let cell = |row: u16| record(record::TRUTH_OR_ERROR, &[&numbers(&[row, 0, 0])[..], &[1, 0]].concat());
    let chart = [record(record::BEGIN, &numbers(&[0x0600, 0x20])), cell(1), record(record::END, &[])].concat();
    reads(0x0600, &[], &[cell(0), chart, cell(2)].concat(), "  0,0 \"TRUE\"\n  2,0 \"TRUE\"\n");
}

#[test]
fn what_a_file_says_of_itself_is_not_believed() {
    let damaged = |bytes: &[u8]| assert!(matches!(read(bytes), Err(ReadError::Damaged(_))));
    let whole = workbook(0x0600, &[], &[]);
    // A directory that is its own next sector is read once and again; a stream like that has no end.
    let mut cycle = whole.clone();
    cycle[1024..1028].copy_from_slice(&[0; 4]);
    assert_eq!(read(&cycle), read(&whole));
    let mut cycle = whole.clone();
    cycle[1024 + 4 * 4..1024 + 5 * 4].copy_from_slice(&4_u32.to_le_bytes());
    damaged(&cycle);
    // A stream longer than the file.
    let mut long = whole.clone();
    long[512 + 128 + 120..512 + 128 + 124].copy_from_slice(&[0xFF; 4]);
    damaged(&long);
    // Many sheets of the same bytes.
    let begin = record(record::BEGIN, &numbers(&[0x0600, 5]));
    let sheet = record(record::SHEET, &[0, 0, 0, 0, 0, 0, 1, 0, b'S']);
    damaged(&container(&[begin, sheet.repeat(1000), record(record::END, &[])].concat()));
    // Cells far out.
    let far = record(record::TRUTH_OR_ERROR, &[&numbers(&[0xFFFF, 0xFFFF, 0])[..], &[1, 0]].concat());
    assert!(matches!(read(&workbook(0x0600, &[], &far)), Err(ReadError::TooLarge { what: Excess::Columns, .. })));
}

#[test]
fn encrypted_workbooks_are_known() {
    let password = record(record::PASSWORD, &numbers(&[1, 1]));
    assert_eq!(read(&workbook(0x0600, &password, &[])), Err(ReadError::Encrypted));
}
