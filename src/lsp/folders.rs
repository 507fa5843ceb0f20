//! The `.perf` files of folders.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

/// How many files of the folders are looked at, so that a server on a whole disk still answers.
const MOST: usize = 10_000;

/// How deep below a file those are looked for that it may import.
const DEPTH: usize = 4;

/// The `.perf` files in folders, those left out that `.gitignore` leaves out.
pub fn files(folders: &[PathBuf]) -> Vec<PathBuf> {
    let all = folders.iter().flat_map(|folder| WalkBuilder::new(folder).require_git(false).build().flatten());
    let files = all.map(ignore::DirEntry::into_path).filter(|path| is_perf(path));
    let mut files: Vec<PathBuf> = files.take(MOST).collect();
    files.sort();
    files.dedup();
    files
}

/// The files that a file may import, as it would name them: those in its folder and below.
pub fn importable(file: &Path) -> Vec<String> {
    let Some(folder) = file.parent().filter(|_| file.is_absolute()) else { return Vec::new() };
    let walk = WalkBuilder::new(folder).require_git(false).max_depth(Some(DEPTH)).build().flatten();
    let others = walk.map(ignore::DirEntry::into_path).filter(|path| is_perf(path) && path != file).take(MOST);
    let named = others.filter_map(|path| Some(path.strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/")));
    let mut names: Vec<String> = named.collect();
    names.sort();
    names
}

fn is_perf(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("perf"))
}
