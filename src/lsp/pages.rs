//! The pages of the codes: where they are published, or else as files that any editor can open.

use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use gen_lsp_types::Uri;
use perfc::diagnostic::{Code, Lang, Pages};

use super::paths;

/// The URI of a code's page. Where none is published, it is written when it is first asked for, into the folder where the
/// user's programs keep what they can make again.
pub fn of(code: Code, lang: Lang, published: Option<&Pages>) -> Option<Uri> {
    match published {
        Some(pages) => Some(Uri::from(pages.of(code.rule(), lang))),
        None => written(code, lang),
    }
}

fn written(code: Code, lang: Lang) -> Option<Uri> {
    static WRITTEN: Mutex<Option<HashSet<PathBuf>>> = Mutex::new(None);
    let rule = code.rule();
    let file = folder()?.join(lang.id()).join(format!("{}.md", rule.code));
    let mut written = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    let written = written.get_or_insert_default();
    if !written.contains(&file) {
        write(&file, rule.page.get(lang)).ok()?;
        written.insert(file.clone());
    }
    Some(paths::uri_of(&file.to_string_lossy()))
}

fn write(file: &Path, page: &str) -> io::Result<()> {
    if fs::read(file).is_ok_and(|known| known == page.as_bytes()) {
        return Ok(());
    }
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, page)
}

/// The user's folder for such files; there is none without a home.
fn folder() -> Option<PathBuf> {
    let of = |name: &str| std::env::var(name).ok().map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = of("XDG_CACHE_HOME").or_else(|| of("LOCALAPPDATA")).or_else(|| Some(of("HOME")?.join(".cache")))?;
    Some(cache.join("perfc").join(env!("CARGO_PKG_VERSION")).join("codes"))
}
