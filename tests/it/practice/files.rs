//! What is said of files does not depend on the order in which they are told.

use std::{collections::BTreeSet, fs, process::Command};

/// What the program says of files, a line each.
fn said(files: &[String]) -> BTreeSet<String> {
    let run = Command::new(env!("CARGO_BIN_EXE_perfc")).args(["check", "--format", "short"]).args(files).output();
    let said = String::from_utf8(run.unwrap().stdout).unwrap();
    said.lines().map(str::to_owned).collect()
}

#[test]
fn files_may_be_told_in_any_order() {
    let paths = fs::read_dir("examples/mistakes").unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.extension().is_some_and(|ending| ending == "perf"));
    let mut files: Vec<String> = files.map(|path| path.to_string_lossy().into_owned()).collect();
    files.sort();
    let before = said(&files);
    assert!(before.len() > files.len() / 2);
    files.reverse();
    assert_eq!(said(&files), before);
    let middle = files.len() / 2;
    files.rotate_left(middle);
    assert_eq!(said(&files), before);
    let apart = files.iter().flat_map(|file| said(std::slice::from_ref(file)));
    assert_eq!(apart.collect::<BTreeSet<String>>(), before);
}
