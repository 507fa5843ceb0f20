//! Readers of archives and XML that know nothing of the writers.

use std::io::{Cursor, Read};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

/// An element of XML.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element at the end of a path of names.
    pub fn find(&self, path: &[&str]) -> Option<&Self> {
        match path {
            [] => Some(self),
            [name, rest @ ..] => self.elements().find(|element| element.name == *name)?.find(rest),
        }
    }

    /// All elements of a name in it, at any depth.
    pub fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        for element in self.elements() {
            found.extend((element.name == name).then_some(element));
            found.extend(element.all(name));
        }
        found
    }

    /// The value of the attribute `w:val` of an element at the end of a path.
    pub fn value(&self, path: &[&str]) -> Option<&str> {
        self.find(path)?.attribute("w:val")
    }
}

/// The names of the files in an archive.
pub fn names(bytes: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.file_names().map(|name| name.unwrap().into_owned()).collect()
}

/// A file in an archive.
pub fn file(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The first element of a text.
pub fn parse(text: &str) -> Element {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(opened(&start)),
            Event::Empty(start) => close(&mut open, opened(&start)),
            Event::End(_) => {
                let element = open.pop().unwrap();
                close(&mut open, element);
            }
            Event::Text(text) => push(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let c = match &*reference.xml10_content() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    _ => reference.resolve_char_ref().unwrap().unwrap(),
                };
                push(&mut open, &c.to_string());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match open.remove(0).children.into_iter().find(|node| matches!(node, Node::Element(_))).unwrap() {
        Node::Element(root) => root,
        Node::Text(text) => panic!("{text}"),
    }
}

fn opened(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).unwrap();
        (attribute.key.as_ref().to_owned(), value.into_owned())
    });
    Element { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), children: Vec::new() }
}

fn close(open: &mut [Element], element: Element) {
    open.last_mut().unwrap().children.push(Node::Element(element));
}

fn push(open: &mut [Element], text: &str) {
    open.last_mut().unwrap().children.push(Node::Text(text.to_owned()));
}
