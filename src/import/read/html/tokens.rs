//! The text of a page divided into tags and texts, as the standard has it. Comments, declarations and the contents of
//! elements that show no text are left out.

use std::borrow::Cow;

use super::super::references;

/// Elements whose content is no markup and is not shown where a browser runs scripts.
const RAW: [&str; 9] = ["script", "style", "title", "textarea", "noscript", "iframe", "noembed", "noframes", "xmp"];

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Characters, with their references.
    Text(&'t str),
    /// `<td colspan="2">`
    Start { name: &'t str, attributes: Attributes<'t> },
    /// `</td>`
    End(&'t str),
    /// The text of a style sheet.
    Style(&'t str),
}

/// What stands in a tag behind its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attributes<'t>(&'t str);

/// The pieces of a page, in order. Names of elements keep the case they have.
pub(super) struct Tokens<'t> {
    rest: &'t str,
    /// Whether elements may end in their begin: `<script src="a"/>`.
    is_xml: bool,
}

impl<'t> Tokens<'t> {
    pub(super) fn new(page: &'t str) -> Self {
        Self { rest: page, is_xml: page.trim_start().starts_with("<?xml") }
    }

    /// Takes this many bytes off.
    fn split(&mut self, at: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(at);
        self.rest = rest;
        taken
    }

    /// Goes on behind the next `end`, or at the end of the page.
    fn skip(&mut self, end: &str) {
        self.rest = self.rest.split_once(end).map_or("", |(_, behind)| behind);
    }

    /// What begins with `<`; nothing where it is to be left out.
    fn markup(&mut self) -> Option<Token<'t>> {
        let is_name = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
        let behind = &self.rest[1..];
        if is_name(behind) {
            return self.start();
        }
        if let Some(name) = behind.strip_prefix('/') {
            if is_name(name) {
                self.split(2);
                return Some(Token::End(self.tag()?.0));
            }
            self.skip(">");
        } else if behind.starts_with("!--") {
            // The signs of the begin may be those of the end: `<!-->`.
            self.split(2);
            self.skip("-->");
        } else if behind.starts_with(['!', '?']) {
            self.skip(">");
        } else {
            return Some(Token::Text(self.split(1)));
        }
        None
    }

    fn start(&mut self) -> Option<Token<'t>> {
        self.split(1);
        let (name, attributes) = self.tag()?;
        let Some(raw) = RAW.iter().find(|raw| raw.eq_ignore_ascii_case(name)) else {
            return Some(Token::Start { name, attributes });
        };
        if self.is_xml && attributes.0.ends_with('/') {
            return None;
        }
        let end = raw_end(self.rest, raw).unwrap_or(self.rest.len());
        let content = self.split(end);
        (*raw == "style").then_some(Token::Style(content))
    }

    /// The name and the attributes of a tag. A tag that the page ends in is none.
    fn tag(&mut self) -> Option<(&'t str, Attributes<'t>)> {
        let end =
            self.rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(self.rest.len());
        let name = self.split(end);
        let Some(end) = tag_end(self.rest) else {
            self.rest = "";
            return None;
        };
        let attributes = self.split(end);
        self.split(1);
        Some((name, Attributes(attributes)))
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        while !self.rest.is_empty() {
            match memchr::memchr(b'<', self.rest.as_bytes()) {
                Some(0) => {
                    if let Some(token) = self.markup() {
                        return Some(token);
                    }
                }
                at => return Some(Token::Text(self.split(at.unwrap_or(self.rest.len())))),
            }
        }
        None
    }
}

/// Where the `>` stands that ends a tag: not one in a value in quotes.
fn tag_end(tag: &str) -> Option<usize> {
    #[derive(Clone, Copy)]
    enum State {
        Name,
        BeforeValue,
        Value,
        Quoted(u8),
    }
    let mut state = State::Name;
    for (at, byte) in tag.bytes().enumerate() {
        state = match (state, byte) {
            (State::Quoted(quote), _) if byte == quote => State::Name,
            (State::Quoted(_), _) => state,
            (_, b'>') => return Some(at),
            (State::Name, b'=') => State::BeforeValue,
            (State::BeforeValue, b'"' | b'\'') => State::Quoted(byte),
            (State::BeforeValue, _) if !byte.is_ascii_whitespace() => State::Value,
            (State::Value, _) if byte.is_ascii_whitespace() => State::Name,
            _ => state,
        };
    }
    None
}

/// Where the end tag of a raw element begins.
fn raw_end(text: &str, name: &str) -> Option<usize> {
    memchr::memchr_iter(b'<', text.as_bytes()).find(|&at| {
        let tag = text.as_bytes().get(at + 1..).unwrap_or_default();
        let found = tag.strip_prefix(b"/").and_then(|tag| tag.split_at_checked(name.len()));
        found.is_some_and(|(found, behind)| {
            let is_whole = behind.first().is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
            found.eq_ignore_ascii_case(name.as_bytes()) && is_whole
        })
    })
}

impl<'t> Attributes<'t> {
    /// The value of an attribute, the first of that name; empty where it has none.
    pub(super) fn get(self, name: &str) -> Option<Cow<'t, str>> {
        self.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| references::decoded(value))
    }

    /// Names and values, with their references.
    pub(super) fn iter(self) -> impl Iterator<Item = (&'t str, &'t str)> {
        let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '=');
        let mut rest = self.0;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| is_end(c) || matches!(c, '"' | '\''));
            let end = rest.find(is_end);
            let name = Some(take(&mut rest, end)).filter(|name| !name.is_empty())?;
            let Some(value) = rest.trim_ascii_start().strip_prefix('=') else { return Some((name, "")) };
            rest = value.trim_ascii_start();
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = match quote {
                Some(quote) => {
                    take(&mut rest, Some(1));
                    let end = rest.find(quote);
                    take(&mut rest, end)
                }
                None => {
                    let end = rest.find(|c: char| c.is_ascii_whitespace());
                    take(&mut rest, end)
                }
            };
            Some((name, value))
        })
    }
}

/// Takes what is before a place, or all, off a text.
fn take<'t>(rest: &mut &'t str, at: Option<usize>) -> &'t str {
    let (taken, behind) = rest.split_at(at.unwrap_or(rest.len()));
    *rest = behind;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> Vec<String> {
        let token = |token| match token {
            Token::Text(text) => text.to_owned(),
            Token::End(name) => format!("/{name}"),
            Token::Style(css) => format!("style {css}"),
            Token::Start { name, attributes } => {
                let attributes = attributes.iter().map(|(name, value)| format!(" {name}[{value}]"));
                format!("<{name}{}", attributes.collect::<String>())
            }
        };
        Tokens::new(page).map(token).collect()
    }

    #[test]
    fn tags_and_texts() {
        assert_eq!(told("<!DOCTYPE html><P>a</P >b"), ["<P", "a", "/P", "b"]);
        assert_eq!(
            told("<td Colspan=2 rowspan = '3' class=\"a>b\" hidden>"),
            ["<td Colspan[2] rowspan[3] class[a>b] hidden[]"]
        );
        assert_eq!(told("<br/><a href=x/y>"), ["<br", "<a href[x/y]"]);
        assert_eq!(told("a < b <= c </ d> e"), ["a ", "<", " b ", "<", "= c ", " e"]);
        assert_eq!(told("<td a"), [""; 0]);
        assert_eq!(told("<td a='x><td>"), [""; 0]);
    }

    #[test]
    fn comments_are_left_out() {
        assert_eq!(
            told("a<!-- <p> -- > -->b<!-->c<!---->d<![if !x]>e<![endif]><?xml:namespace />f"),
            ["a", "b", "c", "d", "e", "f"]
        );
        assert_eq!(told("a<!-- b"), ["a"]);
    }

    #[test]
    fn raw_elements_are_left_out() {
        assert_eq!(told("<script>if (a<b) '<p>'</scripts></SCRIPT>c"), ["/SCRIPT", "c"]);
        assert_eq!(told("<style>td{}</style>"), ["style td{}", "/style"]);
        assert_eq!(told("<title>a"), [""; 0]);
        assert_eq!(told("<?xml version='1.0'?><script src='a'/><p>b"), ["<p", "b"]);
    }

    #[test]
    fn values_have_references() {
        let Some(Token::Start { attributes, .. }) = Tokens::new("<a x='1&amp;2' X=3>").next() else { panic!() };
        assert_eq!(attributes.get("x").as_deref(), Some("1&2"));
        assert_eq!(attributes.get("y"), None);
    }
}
