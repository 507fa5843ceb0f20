//! Texts that formats might take for something else come out as they went in.

use perfc::{diagnostic::Lang, table::Format};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{Pair, YEAR, rendered, reports, text};
use crate::table::{documents::readers, readers::page};

const ODD: [&str; 9] = [
    "=HYPERLINK(\"x\")",
    "+1+cmd|'/c calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "<script>alert(1)</script>&amp;",
    "</title></svg>\"'><b>",
    "| a | *b* _c_ `d` [e](f) ~~g~~ \\ # $x$",
    "一行\n- 另一行\n# 又一行",
    "{name} {count} %s",
];

/// The year with one text for all that people can write.
fn odd(text: &str) -> Vec<Pair> {
    let mut pairs = reports(YEAR);
    let (report, form) = &mut pairs[0];
    report.project = text.to_owned();
    report.note = Some(text.to_owned());
    if let Some(org) = &mut report.org {
        org.name = text.to_owned();
    }
    for row in &mut report.rows {
        row.name = text.to_owned();
        row.target = text.to_owned();
        row.actual = row.actual.as_ref().map(|_| text.to_owned());
        row.reason = row.reason.as_ref().map(|_| text.to_owned());
    }
    for cell in form.rows.iter_mut().flat_map(|row| &mut row.cells).filter(|cell| !cell.text.is_empty()) {
        cell.text = text.to_owned().into();
    }
    form.computed.clear();
    pairs
}

#[test]
fn pages_show_texts_and_run_nothing() {
    for odd_text in ODD {
        for lang in [Lang::Zh, Lang::En] {
            let page = page(&text(&odd(odd_text), Format::Html, lang));
            assert!(page.all("script").is_empty() && page.all("a").is_empty());
            let labels: Vec<String> = page.all("b").iter().map(|name| name.texts()).collect();
            assert!(labels.iter().any(|label| label == odd_text), "{labels:?}");
            for picture in page.all("svg") {
                assert_eq!(picture.attribute("role"), Some("img"));
                assert_eq!((picture.all("title").len(), picture.all("desc").len()), (1, 1));
            }
        }
    }
}

#[test]
fn markdown_shows_texts() {
    for odd_text in ODD {
        let markdown = text(&odd(odd_text), Format::Markdown, Lang::Zh);
        let (mut cells, mut cell) = (Vec::new(), String::new());
        for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::TableCell) => cell.clear(),
                Event::Text(text) => cell.push_str(&text),
                Event::InlineHtml(html) if &*html == "<br>" => cell.push('\n'),
                Event::End(pulldown_cmark::TagEnd::TableCell) => cells.push(cell.clone()),
                Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
                Event::Code(_) | Event::Start(Tag::Link { .. } | Tag::Emphasis | Tag::Strikethrough) => {
                    panic!("{markdown}")
                }
                _ => {}
            }
        }
        assert!(cells.iter().any(|cell| cell == odd_text), "{odd_text}\n{cells:?}");
    }
}

#[test]
fn word_shows_texts() {
    for odd_text in ODD {
        let document = rendered(&odd(odd_text), Format::Docx, Lang::Zh);
        let document = readers::parse(&readers::file(&document, "word/document.xml"));
        let texts = document.all("w:t");
        let first = odd_text.lines().next().unwrap();
        let text = |element: &readers::Element| -> String {
            let texts = element.children.iter().map(|child| match child {
                readers::Node::Text(text) => text.as_str(),
                readers::Node::Element(element) => panic!("{element:?}"),
            });
            texts.collect()
        };
        assert!(texts.iter().any(|element| text(element) == first), "{odd_text}");
    }
}

#[test]
fn no_text_becomes_a_formula() {
    for odd_text in ODD {
        let pairs: Vec<Pair> = [odd(odd_text), odd("乙")].concat();
        let book = rendered(&pairs, Format::Xlsx, Lang::Zh);
        for formula in super::sheets::formulas(&book) {
            assert!(super::sheets::is_own(&formula), "{formula}");
        }
    }
}
