//! The texts that cells share, and what all texts of a workbook have in common.

use super::super::super::document::ReadError;
use super::super::xml::{Space, Token, Xml};

/// Texts by their number.
pub(super) struct Strings(Vec<String>);

impl Strings {
    pub(super) fn read(text: &str) -> Result<Self, ReadError> {
        let (mut xml, mut all) = (Xml::new(text), Vec::new());
        while let Some(token) = xml.next()? {
            if let Token::Open(element) = token
                && (element.space, element.name()) == (Space::Sheet, "si")
            {
                all.push(rich(&mut xml)?);
            }
        }
        Ok(Self(all))
    }

    /// The text that a cell names by its number.
    pub(super) fn get(&self, number: &str) -> Option<&str> {
        Some(self.0.get(number.trim().parse::<usize>().ok()?)?)
    }
}

/// The text of the element that was opened last, of all its runs. How it is pronounced is left out.
pub(super) fn rich(xml: &mut Xml<'_>) -> Result<String, ReadError> {
    let (within, mut all) = (xml.depth(), String::new());
    while let Some(token) = xml.next_within(within)? {
        let Token::Open(element) = token else { continue };
        match (element.space, element.name()) {
            (Space::Sheet, "t") => all.push_str(&xml.text()?),
            (Space::Sheet, "rPh") => xml.skip()?,
            _ => {}
        }
    }
    Ok(unescaped(all))
}

/// A text in which characters that XML cannot hold are written as `_x000D_`; all ends of lines become `\n`.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") && !text.contains('\r') {
        return text;
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), &*text);
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (character, length) = escape(rest).unwrap_or(('_', 1));
        out.push(character);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out.replace("\r\n", "\n").replace('\r', "\n")
}

/// The character that an escape at the begin of a text stands for, and how long the escape is.
fn escape(text: &str) -> Option<(char, usize)> {
    let code = text.get(2..6).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let ends = text[6..].starts_with('_');
    Some((char::from_u32(u32::from_str_radix(code, 16).ok()?).filter(|_| ends)?, 7))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        for (text, expected) in [
            ("a_x000D_\nb", "a\nb"),
            ("a_x000A_b", "a\nb"),
            ("_x005F_x000A_", "_x000A_"),
            ("_x12", "_x12"),
            ("_xABCD", "_xABCD"),
            ("_xD800_", "_xD800_"),
            ("_x中文字_", "_x中文字_"),
            ("a\rb", "a\nb"),
        ] {
            assert_eq!(unescaped(text.to_owned()), expected);
        }
    }
}
