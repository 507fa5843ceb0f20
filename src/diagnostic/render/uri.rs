//! Paths as URIs.

/// The URI reference of a path: relative where the path is, with `/` between its parts, and in ASCII.
pub fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    // The long form of Windows paths, `\\?\C:\…`.
    let path = path.strip_prefix("//?/").unwrap_or(&path);
    match path.as_bytes() {
        [b'/', b'/', ..] => format!("file:{}", encode(path)),
        [b'/', ..] => format!("file://{}", encode(path)),
        [drive, b':', b'/', ..] if drive.is_ascii_alphabetic() => {
            format!("file:///{}:{}", &path[..1], encode(&path[2..]))
        }
        _ => encode(path.strip_prefix("./").unwrap_or(path)),
    }
}

/// Writes each byte that is not allowed to stand in the path of a URI as `%` and two digits.
fn encode(path: &str) -> String {
    encode_but(b"-._~/", path)
}

/// The same of a path that is part of an address already: what has a meaning there keeps it.
pub(crate) fn encode_rest(path: &str) -> String {
    encode_but(b"-._~/%:@!$&'()*+,;=", path)
}

/// Writes each byte as `%` and two digits, but letters, digits and these.
fn encode_but(plain: &[u8], path: &str) -> String {
    let mut text = String::with_capacity(path.len() * 3);
    for byte in path.bytes() {
        match byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            true => text.push(char::from(byte)),
            false => text += &format!("%{byte:02X}"),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_of_all_kinds() {
        assert_eq!(uri("天津/2026 表.perf"), "%E5%A4%A9%E6%B4%A5/2026%20%E8%A1%A8.perf");
        assert_eq!(uri(r".\tables\a#1.perf"), "tables/a%231.perf");
        assert_eq!(uri("../a:b%.perf"), "../a%3Ab%25.perf");
        assert_eq!(uri("/srv/a.perf"), "file:///srv/a.perf");
        assert_eq!(uri(r"C:\Tables\a.perf"), "file:///C:/Tables/a.perf");
        assert_eq!(uri(r"\\?\D:\a.perf"), "file:///D:/a.perf");
        assert_eq!(uri(r"\\server\share\a.perf"), "file://server/share/a.perf");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
    }
}
