//! Archives that unpack to much, and names in them that lead elsewhere.

use std::{fs, process::Command};

use perfc::import::{Excess, ReadError};

use super::{
    HEAD, ROW, is_too_large,
    made::{WORD, archive, sheet, word, word_table, workbook},
    taken, text,
};

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
