//! XML written element by element.

use std::borrow::Cow;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

use crate::table::paper::legal;

/// An attribute: its name and its value.
pub(crate) type Attribute<'a> = (&'static str, Cow<'a, str>);

/// The attribute by which WordprocessingML gives most values.
pub(crate) fn val<'a>(value: impl Into<Cow<'a, str>>) -> Attribute<'a> {
    ("w:val", value.into())
}

/// An attribute with a number.
pub(crate) fn number(name: &'static str, value: impl ToString) -> Attribute<'static> {
    (name, value.to_string().into())
}

/// A document that is being written.
pub(crate) struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A document that begins with this element.
    pub fn new(root: &'static str, attributes: &[Attribute<'_>]) -> Self {
        let mut xml = Self { writer: Writer::new(Vec::new()) };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml.start(root, attributes);
        xml
    }

    /// The document, its first element ended.
    pub fn finish(mut self, root: &'static str) -> Vec<u8> {
        self.end(root);
        self.writer.into_inner()
    }

    /// Begins an element.
    pub fn start(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.event(Event::Start(element(name, attributes)));
    }

    /// Ends an element.
    pub fn end(&mut self, name: &'static str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with others in it.
    pub fn within(&mut self, name: &'static str, attributes: &[Attribute<'_>], write: impl FnOnce(&mut Self)) {
        self.start(name, attributes);
        write(self);
        self.end(name);
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.event(Event::Empty(element(name, attributes)));
    }

    /// An element with a text in it.
    pub fn text(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.start(name, attributes);
        self.event(Event::Text(BytesText::new(&legal(text))));
        self.end(name);
    }

    fn event(&mut self, event: Event<'_>) {
        // Writing to memory does not fail.
        drop(self.writer.write_event(event));
    }
}

fn element<'a>(name: &'static str, attributes: &[Attribute<'a>]) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for (name, value) in attributes {
        element.push_attribute((*name, &*legal(value)));
    }
    element
}
