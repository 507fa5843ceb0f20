//! A strict reader of the HTML that is rendered: what a browser would mend is a failure.

use super::Form;

/// An element of a page.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// Elements that have no end tag.
const VOID: [&str; 3] = ["meta", "col", "br"];

pub fn from_html(html: &str) -> Vec<Form> {
    let root = page(html);
    assert_eq!(root.attribute("lang"), Some("zh-CN"));
    assert!(root.all("meta").iter().any(|meta| meta.attribute("charset") == Some("utf-8")));
    root.all("section").into_iter().map(form).collect()
}

/// The first element of a page, of which nothing needs to be mended.
pub fn page(html: &str) -> Element {
    parse(html.strip_prefix("<!DOCTYPE html>\n").expect("a document type"))
}

fn form(section: &Element) -> Form {
    let rows = section.all("table").into_iter().flat_map(rows).collect();
    let before = section.all("p").iter().map(|line| line.text()).collect();
    Form { title: section.all("h1")[0].text(), before, rows }
}

/// The rows of a table, its grid filled exactly.
fn rows(table: &Element) -> Vec<Vec<String>> {
    let columns = table.all("col").len();
    let rows = table.all("tr");
    // For each square: its text, and whether its cell begins in this column.
    let mut squares: Vec<Vec<Option<(String, bool)>>> = vec![vec![None; columns]; rows.len()];
    for (at, row) in rows.iter().enumerate() {
        for cell in row.children.iter().map(Node::element) {
            let start = squares[at].iter().position(Option::is_none).expect("a free square");
            for covered in &mut squares[at..at + cell.span("rowspan")] {
                for (offset, square) in covered[start..start + cell.span("colspan")].iter_mut().enumerate() {
                    let before = square.replace((cell.text(), offset == 0));
                    assert_eq!(before, None, "overlapping cells");
                }
            }
        }
    }
    let row = |row: Vec<Option<(String, bool)>>| {
        let squares = row.into_iter().map(|square| square.expect("a filled grid"));
        squares.filter(|(_, begins)| *begins).map(|(text, _)| text).collect()
    };
    squares.into_iter().map(row).collect()
}

impl Node {
    fn element(&self) -> &Element {
        match self {
            Self::Element(element) => element,
            Self::Text(text) => panic!("stray text {text:?}"),
        }
    }
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn span(&self, name: &str) -> usize {
        self.attribute(name).map_or(1, |value| value.parse().unwrap())
    }

    /// All texts in it, at any depth, whatever breaks lines being a line end.
    pub fn texts(&self) -> String {
        let text = |child: &Node| match child {
            Node::Text(text) => text.clone(),
            Node::Element(element) if element.name == "br" => "\n".to_owned(),
            Node::Element(element) => element.texts(),
        };
        self.children.iter().map(text).collect()
    }

    /// All elements of a name within this one.
    pub fn all(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        for child in &self.children {
            if let Node::Element(child) = child {
                found.extend((child.name == name).then_some(child));
                found.extend(child.all(name));
            }
        }
        found
    }

    fn text(&self) -> String {
        let parts = self.children.iter().map(|child| match child {
            Node::Text(text) => text.clone(),
            Node::Element(element) if element.name == "br" => "\n".to_owned(),
            Node::Element(element) => panic!("<{}> in a text", element.name),
        });
        parts.collect()
    }
}

fn parse(mut rest: &str) -> Element {
    let mut open = vec![Element { name: String::new(), attributes: Vec::new(), children: Vec::new() }];
    while !rest.is_empty() {
        let end = rest.find('<').unwrap_or(rest.len());
        let text = decoded(&rest[..end]);
        // Line ends between elements are there for people.
        let is_layout = text.chars().all(|c| c == '\n') && !text.is_empty();
        if !text.is_empty() && !is_layout {
            open.last_mut().unwrap().children.push(Node::Text(text));
        }
        rest = &rest[end..];
        if let Some(tag) = rest.strip_prefix('<') {
            let (tag, behind) = tag.split_once('>').expect("a closed tag");
            rest = take_tag(tag, behind, &mut open);
        }
    }
    assert_eq!(open.len(), 1, "open elements");
    let mut root = open.remove(0);
    match root.children.remove(0) {
        Node::Element(html) if html.name == "html" => html,
        other => panic!("{other:?}"),
    }
}

/// Takes in a tag; answers where reading goes on.
fn take_tag<'h>(tag: &str, behind: &'h str, open: &mut Vec<Element>) -> &'h str {
    let mut rest = behind;
    if let Some(name) = tag.strip_prefix('/') {
        let closed = open.pop().unwrap();
        assert_eq!(closed.name, name);
        open.last_mut().unwrap().children.push(Node::Element(closed));
        return rest;
    }
    // An element of SVG may be closed where it is opened.
    let (tag, is_closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
    let element = opened(tag);
    if element.name == "style" {
        rest = behind.split_once("</style>").expect("the end of the style").1;
    }
    match is_closed || VOID.contains(&element.name.as_str()) || element.name == "style" {
        true => open.last_mut().unwrap().children.push(Node::Element(element)),
        false => open.push(element),
    }
    rest
}

fn opened(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.chars().all(|c| c.is_ascii_alphanumeric()), "{tag}");
    let mut attributes = Vec::new();
    while !rest.is_empty() {
        let (name, behind) = rest.split_once("=\"").expect("a quoted attribute");
        let (value, behind) = behind.split_once('"').expect("a closed attribute");
        attributes.push((name.trim_start().to_owned(), decoded(value)));
        rest = behind;
    }
    Element { name: name.to_owned(), attributes, children: Vec::new() }
}

fn decoded(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (entity, behind) = part.split_once(';').expect("the end of an entity");
        out.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => panic!("&{entity};"),
        });
        out.push_str(behind);
    }
    assert!(!out.contains(['\0', '\r', '\u{1b}']), "control characters");
    out
}
