//! The number formats of a workbook.

use std::collections::HashMap;

use super::super::super::document::ReadError;
use super::super::number::Styles;
use super::super::xml::{Space, Token, Xml};

/// The formats that the cells of a workbook have.
pub(super) fn read(text: &str) -> Result<Styles, ReadError> {
    let mut codes: HashMap<usize, String> = HashMap::new();
    let (mut ids, mut within) = (Vec::new(), false);
    let mut xml = Xml::new(text);
    while let Some(token) = xml.next()? {
        match token {
            Token::Open(element) if element.space == Space::Sheet => match element.name() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (element.number("numFmtId"), element.attribute("formatCode")) {
                        codes.insert(id, code.into_owned());
                    }
                }
                "cellXfs" => within = true,
                "xf" if within => ids.push(element.number("numFmtId").unwrap_or(0)),
                // Formats of parts of tables and the like, with ids of their own.
                "dxfs" => xml.skip()?,
                _ => {}
            },
            Token::Close(element) if element.name() == "cellXfs" => within = false,
            _ => {}
        }
    }
    Ok(Styles::of(&ids, &codes))
}
