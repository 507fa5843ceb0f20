//! The pages of the codes, and where they are published.
//!
//! Each code has a page in each language; [`site`] makes a folder of web pages of them, and [`Pages`] tells the address
//! of each where that folder is published. Services and editors link to it.

#[cfg(feature = "cli")]
mod html;

#[cfg(feature = "cli")]
pub use html::site;

use super::{Lang, Rule, render::uri::encode_rest};

/// The name of the page that lists all others.
pub const INDEX: &str = "index.html";

/// The address that the pages are published at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages(
    /// Ends with `/`.
    String,
);

impl Pages {
    /// The pages at an absolute address: `http://`, `https://` or `file://`, and no `?` or `#`. What may not stand in
    /// the path of an address is written with `%`. `None` for anything else.
    pub fn at(address: &str) -> Option<Self> {
        let (scheme, rest) = address.split_once("://")?;
        let scheme = ["http", "https", "file"].into_iter().find(|known| scheme.eq_ignore_ascii_case(known))?;
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let is_host = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:@[]".contains(&byte));
        let has_place = if scheme == "file" { !path.is_empty() } else { !host.is_empty() };
        let is_sound = is_host && has_place && !path.contains(['?', '#', '\\']);
        is_sound.then(|| Self(format!("{scheme}://{host}{}/", encode_rest(path.trim_end_matches('/')))))
    }

    /// The address of the list of all codes.
    pub fn index(&self) -> String {
        format!("{}{INDEX}", self.0)
    }

    /// The address of the page of a rule.
    pub fn of(&self, rule: &Rule, lang: Lang) -> String {
        format!("{}{}", self.0, name(rule, lang))
    }
}

/// The name of a page in the folder: `zh/P301.html`.
fn name(rule: &Rule, lang: Lang) -> String {
    format!("{}/{}.html", lang.id(), rule.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_absolute() {
        let index = |address: &str| Pages::at(address).map(|pages| pages.index());
        for (address, expected) in [
            ("https://example.org/perfc", "https://example.org/perfc/index.html"),
            ("HTTPS://example.org", "https://example.org/index.html"),
            ("http://10.1.2.3:8080/规则/", "http://10.1.2.3:8080/%E8%A7%84%E5%88%99/index.html"),
            ("https://example.org/a%20b c", "https://example.org/a%20b%20c/index.html"),
            ("file:///D:/规则", "file:///D:/%E8%A7%84%E5%88%99/index.html"),
            ("file://server/share/pages", "file://server/share/pages/index.html"),
        ] {
            assert_eq!(index(address).as_deref(), Some(expected));
        }
        for wrong in [
            "",
            "pages",
            "example.org/perfc",
            "https://",
            "https:///perfc",
            "file://",
            "ftp://example.org",
            "https://example.org/?page=",
            "https://example.org/#pages",
            "https://例子.cn/",
            r"file://D:\规则",
            "https://exam ple.org",
        ] {
            assert_eq!(index(wrong), None, "{wrong}");
        }
    }
}
