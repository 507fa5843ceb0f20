//! The names that editors give files, and paths.

use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;
use perfc::diagnostic::render::uri::uri;

use crate::cli::disk;

/// The path that a URI names; `None` for texts that are no files.
pub fn path_of(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.0.strip_prefix("file://")?;
    let (host, path) = rest.split_at(rest.find('/')?);
    let path = decoded(path);
    let path = match path.as_bytes() {
        [b'/', drive, b':', ..] if drive.is_ascii_alphabetic() => path[1..].to_owned(),
        _ if !host.is_empty() && host != "localhost" => format!("//{host}{path}"),
        _ => path,
    };
    Some(real(Path::new(&path)))
}

/// The name by which a text is known to the compiler: the path of a file, the URI of any other text.
pub fn name_of(uri: &Uri) -> String {
    path_of(uri).map_or_else(|| uri.0.clone(), |path| path.to_string_lossy().into_owned())
}

/// The URI of such a name.
pub fn uri_of(name: &str) -> Uri {
    let is_path = Path::new(name).is_absolute();
    Uri(if is_path { uri(name) } else { name.to_owned() })
}

/// A path without links, also of a file that is not there yet.
fn real(path: &Path) -> PathBuf {
    match (path.exists(), path.parent(), path.file_name()) {
        (false, Some(folder), Some(name)) => disk::absolute(folder).join(name),
        _ => disk::absolute(path),
    }
}

/// A text in which `%` and two digits stand for a byte.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.filter(|_| first == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let path = |uri: &str| path_of(&Uri(uri.to_owned()));
        assert_eq!(path("file:///no/%E8%A1%A8%201.perf"), Some(PathBuf::from("/no/表 1.perf")));
        assert_eq!(path("file://localhost/no/a.perf"), Some(PathBuf::from("/no/a.perf")));
        assert_eq!(path("untitled:Untitled-1"), None);
        assert_eq!(uri_of("/no/表 1.perf").0, "file:///no/%E8%A1%A8%201.perf");
        assert_eq!(uri_of("untitled:Untitled-1").0, "untitled:Untitled-1");
    }
}
