//! XML as a row of tokens that know their namespaces.
//!
//! Nothing here calls itself, so nesting costs a counter and no stack. Entities that a document declares are not
//! expanded, but stand in the text as they are written; document types and what they refer to are passed over.

use std::borrow::Cow;

use quick_xml::{Reader, XmlVersion, events::BytesStart, events::Event, name::QName};

use super::super::document::ReadError;

/// How deep elements may lie within elements. Documents of people stay below a hundred.
const MOST_DEPTH: usize = 4096;

/// How many prefixes may be declared at one place. Word declares thirty.
const MOST_PREFIXES: usize = 1024;

/// The vocabularies that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// WordprocessingML.
    Word,
    /// SpreadsheetML.
    Sheet,
    /// The formulas of Word.
    Math,
    /// The choice of one thing in several forms.
    Choice,
    /// OpenDocument: the frame.
    Office,
    /// OpenDocument: styles.
    Style,
    /// OpenDocument: tables.
    Table,
    /// OpenDocument: text.
    Text,
    /// Any other, or none.
    Other,
}

impl Space {
    /// The vocabulary of a name, in either of the two editions of Office Open XML.
    fn of(uri: &str) -> Self {
        match uri {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            | "http://purl.oclc.org/ooxml/spreadsheetml/main" => Self::Sheet,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Choice,
            "urn:oasis:names:tc:opendocument:xmlns:office:1.0" => Self::Office,
            "urn:oasis:names:tc:opendocument:xmlns:style:1.0" => Self::Style,
            "urn:oasis:names:tc:opendocument:xmlns:table:1.0" => Self::Table,
            "urn:oasis:names:tc:opendocument:xmlns:text:1.0" => Self::Text,
            _ => Self::Other,
        }
    }
}

/// What stands next in a document.
pub(super) enum Token<'t> {
    /// An element begins; its [`Token::Close`] follows even where it is empty.
    Open(Element<'t>),
    /// An element ends.
    Close(Element<'t>),
    /// Text, or a part of it.
    Text(Cow<'t, str>),
}

/// The begin of an element, or its end, which has a name only.
pub(super) struct Element<'t> {
    /// The vocabulary it belongs to.
    pub space: Space,
    tag: BytesStart<'t>,
}

impl Element<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.tag.local_name().into_inner()
    }

    /// The value of an attribute, by its name without the prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.tag.attributes();
        let found = attributes.with_checks(false).flatten().find(|at| at.key.local_name().into_inner() == name)?;
        Some(match found.normalized_value(XmlVersion::Implicit1_0) {
            Ok(value) => value,
            Err(_) => found.value,
        })
    }

    /// The value of an attribute as a number, if it is one.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// The meaning of a prefix within an element.
struct Binding {
    /// How deep the element lies.
    depth: usize,
    /// Empty for names without a prefix.
    prefix: String,
    space: Space,
}

/// Reads a document token by token.
pub(super) struct Xml<'t> {
    reader: Reader<&'t [u8]>,
    bindings: Vec<Binding>,
    depth: usize,
}

impl<'t> Xml<'t> {
    /// From the begin of a text.
    pub(super) fn new(text: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, bindings: Vec::new(), depth: 0 }
    }

    /// The next token; none behind the last.
    ///
    /// # Errors
    /// [`ReadError::Damaged`] where the text is no XML.
    pub(super) fn next(&mut self) -> Result<Option<Token<'t>>, ReadError> {
        loop {
            let event = self.reader.read_event().map_err(|error| ReadError::Damaged(error.to_string()))?;
            return Ok(Some(match event {
                Event::Start(tag) | Event::Empty(tag) => Token::Open(self.open(tag)?),
                Event::End(tag) => Token::Close(self.close(tag.name())),
                Event::Text(text) => Token::Text(text.xml10_content()),
                Event::CData(text) => Token::Text(text.xml10_content()),
                Event::GeneralRef(reference) => Token::Text(meant(&reference)),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
                Event::Eof if self.depth > 0 => return Err(ReadError::Damaged("the end is missing".to_owned())),
                Event::Eof => return Ok(None),
            }));
        }
    }

    /// The next token within an element that was just opened; none where it ends. `within` is [`Self::depth`] as it is
    /// after its begin.
    pub(super) fn next_within(&mut self, within: usize) -> Result<Option<Token<'t>>, ReadError> {
        Ok(self.next()?.filter(|_| self.depth >= within))
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Passes over the rest of the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        let within = self.depth;
        while self.next_within(within)?.is_some() {}
        Ok(())
    }

    /// All text up to the end of the element that was opened last.
    pub(super) fn text(&mut self) -> Result<String, ReadError> {
        let (within, mut all) = (self.depth, String::new());
        while let Some(token) = self.next_within(within)? {
            if let Token::Text(text) = token {
                all.push_str(&text);
            }
        }
        Ok(all)
    }

    fn open(&mut self, tag: BytesStart<'t>) -> Result<Element<'t>, ReadError> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(ReadError::Damaged(format!("elements lie more than {MOST_DEPTH} deep")));
        }
        if tag.attributes_raw().contains("xmlns") {
            self.bind(&tag)?;
        }
        Ok(Element { space: self.space(tag.name()), tag })
    }

    fn bind(&mut self, tag: &BytesStart<'_>) -> Result<(), ReadError> {
        for attribute in tag.attributes().with_checks(false).flatten() {
            let prefix = match attribute.key.0.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) if rest.starts_with(':') => &rest[1..],
                _ => continue,
            };
            let binding =
                Binding { depth: self.depth, prefix: prefix.to_owned(), space: Space::of(attribute.value.trim()) };
            self.bindings.push(binding);
        }
        if self.bindings.len() > MOST_PREFIXES {
            return Err(ReadError::Damaged(format!("more than {MOST_PREFIXES} prefixes are declared")));
        }
        Ok(())
    }

    fn close(&mut self, name: QName<'_>) -> Element<'t> {
        let space = self.space(name);
        while self.bindings.last().is_some_and(|last| last.depth >= self.depth) {
            self.bindings.pop();
        }
        self.depth = self.depth.saturating_sub(1);
        Element { space, tag: BytesStart::new(name.local_name().into_inner().to_owned()) }
    }

    fn space(&self, name: QName<'_>) -> Space {
        let prefix = name.0.split_once(':').map_or("", |(prefix, _)| prefix);
        self.bindings.iter().rev().find(|at| at.prefix == prefix).map_or(Space::Other, |at| at.space)
    }
}

/// What a reference stands for: a character, or itself where only a document type could tell.
fn meant(reference: &quick_xml::events::BytesRef<'_>) -> Cow<'static, str> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Cow::Owned(character.to_string());
    }
    match reference.as_ref() {
        "lt" => Cow::Borrowed("<"),
        "gt" => Cow::Borrowed(">"),
        "amp" => Cow::Borrowed("&"),
        "quot" => Cow::Borrowed("\""),
        "apos" => Cow::Borrowed("'"),
        other => Cow::Owned(format!("&{other};")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Result<String, ReadError> {
        let (mut xml, mut out) = (Xml::new(text), String::new());
        while let Some(token) = xml.next()? {
            match token {
                Token::Open(element) => out.push_str(&format!("<{:?} {}>", element.space, element.name())),
                Token::Close(element) => out.push_str(&format!("</{:?} {}>", element.space, element.name())),
                Token::Text(text) => out.push_str(&text),
            }
        }
        Ok(out)
    }

    #[test]
    fn names_are_known_by_their_namespace() {
        let word = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        let text = format!("<p xmlns='{word}'><a:p xmlns:a='urn:x' xmlns='urn:y'><p/></a:p><p>&lt;</p></p>");
        let expected = "<Word p><Other p><Other p></Other p></Other p><Word p><</Word p></Word p>";
        assert_eq!(all(&text).unwrap(), expected);
    }

    #[test]
    fn entities_are_not_expanded() {
        let text = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>\
                    <x>&b;&c;&#65;&#0;</x>";
        assert_eq!(all(text).unwrap(), "<Other x>&b;&c;A&#0;</Other x>");
        let mut xml = Xml::new("<x y='&b;' z='&lt;1'/>");
        let Some(Token::Open(element)) = xml.next().unwrap() else { panic!("no element") };
        assert_eq!(element.attribute("y").unwrap(), "&b;");
        assert_eq!(element.attribute("z").unwrap(), "<1");
    }

    #[test]
    fn deep_and_broken_documents_are_refused() {
        for text in ["<a>".repeat(1_000_000), "<a".repeat(9), "<a><b></a>".into(), "<a>".into(), "</a>".into()] {
            assert!(matches!(all(&text), Err(ReadError::Damaged(_))), "{:.40}", text);
        }
        let declared = (0..2000).map(|at| format!(" xmlns:a{at}='urn:x'")).collect::<String>();
        assert!(matches!(all(&format!("<a{declared}/>")), Err(ReadError::Damaged(_))));
    }
}
