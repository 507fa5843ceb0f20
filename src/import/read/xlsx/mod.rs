//! Workbooks of Excel since 2007: each visible sheet is a grid, each cell the text that Excel shows.
//!
//! What a formula has come to is read as it was stored, nothing is computed. A formula whose result was never stored is
//! shown itself.

mod sheet;
mod strings;
mod styles;

use std::collections::HashMap;

use self::strings::Strings;
use super::super::document::{Block, Document, ReadError};
use super::{
    cells::Budget,
    number::{Epoch, Styles},
    package::Package,
    xml::{Space, Token, Xml},
};

/// A workbook.
///
/// # Errors
/// [`ReadError`] where it is damaged, encrypted or too large.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part("spreadsheetml", "xl/workbook.xml")?;
    let relations = package.relations(&main)?;
    let listed = sheets(&package.needed(&main)?)?;
    let part = |role: &str| relations.iter().find(|relation| relation.role == role).map(|relation| &*relation.part);
    let mut workbook = Workbook {
        strings: Strings::read(&optional(&mut package, part("sharedStrings"))?)?,
        styles: styles::read(&optional(&mut package, part("styles"))?)?,
        epoch: listed.epoch,
        budget: Budget::new(),
    };
    let parts: HashMap<&str, &str> = relations
        .iter()
        .filter(|relation| relation.role == "worksheet")
        .map(|relation| (&*relation.id, &*relation.part))
        .collect();
    let mut document = Document::default();
    for (name, id) in listed.visible {
        // Sheets of charts and the like have other roles.
        let Some(part) = parts.get(&*id) else { continue };
        let text = package.needed(part)?;
        document.blocks.extend(sheet::read(&mut workbook, name, &text)?.map(Block::Grid));
    }
    Ok(document)
}

/// What all sheets share.
struct Workbook {
    strings: Strings,
    styles: Styles,
    epoch: Epoch,
    budget: Budget,
}

/// The text of a part that may be missing: then it is as if it were empty.
fn optional(package: &mut Package<'_>, part: Option<&str>) -> Result<String, ReadError> {
    match part {
        Some(part) => Ok(package.part(part)?.unwrap_or_default()),
        None => Ok(String::new()),
    }
}

/// What the main part says.
struct Listed {
    /// Sheets by name and how the main part calls their parts.
    visible: Vec<(String, String)>,
    epoch: Epoch,
}

fn sheets(text: &str) -> Result<Listed, ReadError> {
    let mut listed = Listed { visible: Vec::new(), epoch: Epoch::Since1900 };
    let mut xml = Xml::new(text);
    while let Some(token) = xml.next()? {
        let Token::Open(element) = token else { continue };
        match (element.space, element.name()) {
            (Space::Sheet, "workbookPr") if matches!(element.attribute("date1904").as_deref(), Some("1" | "true")) => {
                listed.epoch = Epoch::Since1904;
            }
            (Space::Sheet, "sheet") => {
                let is_hidden = element.attribute("state").is_some_and(|state| state != "visible");
                if let (false, Some(id)) = (is_hidden, element.attribute("id")) {
                    let name = element.attribute("name").unwrap_or_default().into_owned();
                    listed.visible.push((name, id.into_owned()));
                }
            }
            _ => {}
        }
    }
    Ok(listed)
}

#[cfg(test)]
mod tests;
