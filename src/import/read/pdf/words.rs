//! The words of pages, as `pdftotext -bbox` lists them.

use super::{
    super::{
        super::document::ReadError,
        limit,
        xml::{Element, Token, Xml},
    },
    area::{Area, Length, length},
};

/// What stands together without a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub area: Area,
    pub text: String,
}

/// The words of a page, and its size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Page {
    pub width: Length,
    pub height: Length,
    pub words: Vec<Word>,
}

/// The pages of a document.
///
/// # Errors
/// [`ReadError::Damaged`] where the list is none, [`ReadError::NoText`] where there is no word in it.
pub(super) fn read(list: &[u8]) -> Result<Vec<Page>, ReadError> {
    limit(list)?;
    let list = String::from_utf8_lossy(list);
    let mut xml = Xml::new(&list);
    let mut pages: Vec<Page> = Vec::new();
    while let Some(token) = xml.next()? {
        let Token::Open(element) = token else { continue };
        match element.name() {
            "page" => {
                let side = |name| number(&element, name).unwrap_or(0);
                pages.push(Page { width: side("width"), height: side("height"), words: Vec::new() });
            }
            "word" => {
                let area = area(&element);
                let text = xml.text()?.trim().to_owned();
                if let (Some(page), Some(area)) = (pages.last_mut(), area.filter(|_| !text.is_empty())) {
                    page.words.push(Word { area, text });
                }
            }
            _ => {}
        }
    }
    match pages.iter().all(|page| page.words.is_empty()) {
        true if pages.is_empty() => Err(ReadError::Damaged("no pages".to_owned())),
        true => Err(ReadError::NoText),
        false => Ok(pages),
    }
}

fn number(element: &Element<'_>, name: &str) -> Option<Length> {
    let number = element.attribute(name)?.parse().ok();
    number.filter(|number: &f64| number.is_finite()).map(length)
}

/// Where a word stands, if that is sensible.
fn area(word: &Element<'_>) -> Option<Area> {
    let side = |name| number(word, name);
    let area = Area { left: side("xMin")?, top: side("yMin")?, right: side("xMax")?, bottom: side("yMax")? };
    (area.width() >= 0 && area.height() >= 0).then_some(area)
}
