//! A sheet of a workbook.

use super::super::super::document::{Cell, Grid, ReadError};
use super::super::{
    cells::{MOST_ROWS, Shown, grid},
    number,
    xml::{Element, Space, Token, Xml},
};
use super::{
    Workbook,
    strings::{rich, unescaped},
};

/// The sheet in a part; none where nothing is on it.
pub(super) fn read(workbook: &mut Workbook, name: String, text: &str) -> Result<Option<Grid>, ReadError> {
    let mut sheet = Sheet { workbook, xml: Xml::new(text), row: 0, column: 0, cells: Vec::new() };
    while let Some(token) = sheet.xml.next()? {
        let Token::Open(element) = token else { continue };
        match (element.space, element.name()) {
            (Space::Sheet, "row") => sheet.begin_row(&element),
            (Space::Sheet, "c") => sheet.cell(&element)?,
            (Space::Sheet, "mergeCell") => sheet.merge(&element)?,
            _ => {}
        }
    }
    Ok(grid(Some(name), sheet.cells))
}

struct Sheet<'t> {
    workbook: &'t mut Workbook,
    xml: Xml<'t>,
    /// The row that is read, from 1; 0 before the first.
    row: usize,
    /// The next column, from 0.
    column: usize,
    cells: Vec<Cell>,
}

/// What stands in a cell.
#[derive(Default)]
struct Content {
    value: Option<String>,
    formula: String,
    inline: Option<String>,
}

impl Sheet<'_> {
    /// A row without a number follows the one before it.
    fn begin_row(&mut self, element: &Element<'_>) {
        self.row = element.number("r").unwrap_or(self.row + 1).clamp(1, MOST_ROWS + 1);
        self.column = 0;
    }

    /// A cell without a place follows the one before it.
    fn cell(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let place = element.attribute("r").and_then(|name| place(&name));
        let (row, column) = place.unwrap_or((self.row.saturating_sub(1), self.column));
        self.column = column + 1;
        let kind = element.attribute("t").unwrap_or_default().into_owned();
        let style = element.number("s").unwrap_or(0);
        let content = self.content()?;
        let shown = self.shown(&kind, style, content);
        if !shown.text.is_empty() {
            self.cells.push(self.workbook.budget.cell(row, column, shown)?);
        }
        Ok(())
    }

    fn content(&mut self) -> Result<Content, ReadError> {
        let (within, mut content) = (self.xml.depth(), Content::default());
        while let Some(token) = self.xml.next_within(within)? {
            let Token::Open(element) = token else { continue };
            match (element.space, element.name()) {
                (Space::Sheet, "v") => content.value = Some(self.xml.text()?),
                (Space::Sheet, "f") => content.formula = self.xml.text()?,
                (Space::Sheet, "is") => content.inline = Some(rich(&mut self.xml)?),
                _ => {}
            }
        }
        Ok(content)
    }

    /// What Excel shows of a cell.
    fn shown(&self, kind: &str, style: usize, content: Content) -> Shown {
        if kind == "inlineStr" {
            return self.formatted(style, content.inline.unwrap_or_default()).into();
        }
        let value = content.value.filter(|value| !value.is_empty());
        let Some(value) = value else {
            let has_formula = !content.formula.is_empty() && kind != "str";
            return if has_formula { format!("={}", content.formula) } else { String::new() }.into();
        };
        let text = match kind {
            "s" => self.formatted(style, self.workbook.strings.get(&value).unwrap_or_default().to_owned()),
            "str" => self.formatted(style, unescaped(value)),
            "b" => if matches!(value.trim(), "1" | "true") { "TRUE" } else { "FALSE" }.to_owned(),
            "e" => value,
            "d" => match number::serial(&value, self.workbook.epoch) {
                Some(serial) => return self.number(style, &serial),
                None => value,
            },
            _ => return self.number(style, &value),
        };
        text.into()
    }

    fn number(&self, style: usize, stored: &str) -> Shown {
        match self.workbook.styles.format(style) {
            Some(format) => format.number(stored, self.workbook.epoch),
            None => number::general(stored),
        }
    }

    fn formatted(&self, style: usize, text: String) -> String {
        match self.workbook.styles.format(style) {
            Some(format) => format.text(text),
            None => text,
        }
    }

    fn merge(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let Some(area) = element.attribute("ref") else { return Ok(()) };
        let corners = area.split_once(':').and_then(|(from, to)| Some((place(from)?, place(to)?)));
        let Some((from, to)) = corners else { return Ok(()) };
        let (row, column) = (from.0.min(to.0), from.1.min(to.1));
        let (rows, columns) = (from.0.abs_diff(to.0) + 1, from.1.abs_diff(to.1) + 1);
        self.cells.push(self.workbook.budget.merged(row, column, rows, columns, String::new())?);
        Ok(())
    }
}

/// The row and column, from 0, of a name like `$B$12`.
fn place(name: &str) -> Option<(usize, usize)> {
    let name = name.trim().trim_start_matches('$');
    let digits = name.find(|c: char| !c.is_ascii_alphabetic())?;
    let (letters, row) = name.split_at(digits);
    // The columns of Excel have three letters at most. One of four is told as too far, more are no name.
    if letters.is_empty() || letters.len() > 4 {
        return None;
    }
    let column = letters.bytes().fold(0, |all, letter| all * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: usize = row.trim_start_matches('$').parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_places() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("$xfd$1048576"), Some((1_048_575, 16_383)));
        assert_eq!(place("AA10"), Some((9, 26)));
        for wrong in ["", "A", "1", "A0", "AAAAA1", "A1B", "A-1", "中1"] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }
}
