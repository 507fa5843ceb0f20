//! OpenDocument spreadsheets: each visible sheet is a grid, each cell the text that is shown in it.
//!
//! Rows and cells that repeat are repeated only where they hold something, so the million empty rows at the end of a
//! sheet cost nothing.

use std::collections::HashSet;

use super::super::document::{Block, Cell, Document, ReadError};
use super::{
    cells::{Budget, Shown, grid},
    number,
    package::Package,
    xml::{Element, Space, Token, Xml},
};

/// A spreadsheet.
///
/// # Errors
/// [`ReadError`] where it is damaged, encrypted or too large.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let manifest = package.part("META-INF/manifest.xml")?;
    if manifest.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ReadError::Encrypted);
    }
    let text = package.needed("content.xml")?;
    let mut reader = Reader {
        xml: Xml::new(&text),
        budget: Budget::new(),
        style: String::new(),
        hidden: HashSet::new(),
        document: Document::default(),
    };
    reader.read()?;
    Ok(reader.document)
}

struct Reader<'t> {
    xml: Xml<'t>,
    budget: Budget,
    /// The style whose properties are read.
    style: String,
    /// The styles of sheets that are not shown.
    hidden: HashSet<String>,
    document: Document,
}

/// A row or what is known of a sheet.
#[derive(Default)]
struct Sheet {
    cells: Vec<Cell>,
    /// The next row.
    row: usize,
    /// The next column.
    column: usize,
    /// Where the cells of the row begin among all cells.
    begin: usize,
    /// How often the row stands there.
    repeated: usize,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), ReadError> {
        while let Some(token) = self.xml.next()? {
            let Token::Open(element) = token else { continue };
            match (element.space, element.name()) {
                (Space::Style, "style") => self.style = element.attribute("name").unwrap_or_default().into_owned(),
                (Space::Style, "table-properties") if element.attribute("display").as_deref() == Some("false") => {
                    self.hidden.insert(self.style.clone());
                }
                // What was changed, and sheets of other files that are kept for reference.
                (Space::Table, "tracked-changes" | "dde-links") => self.xml.skip()?,
                (Space::Table, "table") => self.table(&element)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn table(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        if element.attribute("style-name").is_some_and(|style| self.hidden.contains(&*style)) {
            return self.xml.skip();
        }
        let name = element.attribute("name").map(|name| name.into_owned());
        let (within, mut sheet) = (self.xml.depth(), Sheet::default());
        while let Some(token) = self.xml.next_within(within)? {
            match token {
                Token::Open(element) if element.space == Space::Table => self.part(&mut sheet, &element)?,
                Token::Close(element) if (element.space, element.name()) == (Space::Table, "table-row") => {
                    self.end_row(&mut sheet)?;
                }
                _ => {}
            }
        }
        self.document.blocks.extend(grid(name, sheet.cells).map(Block::Grid));
        Ok(())
    }

    fn part(&mut self, sheet: &mut Sheet, element: &Element<'_>) -> Result<(), ReadError> {
        match element.name() {
            "table-row" => {
                (sheet.column, sheet.begin) = (0, sheet.cells.len());
                sheet.repeated = element.number("number-rows-repeated").unwrap_or(1).max(1);
            }
            "table-cell" => self.cell(sheet, element)?,
            "covered-table-cell" => {
                sheet.column = sheet.column.saturating_add(repeated(element));
                self.xml.skip()?;
            }
            // Drawings that lie upon the sheet, and what the sheet is made from.
            "shapes" | "table-source" | "scenario" | "table" => self.xml.skip()?,
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, sheet: &mut Sheet, element: &Element<'_>) -> Result<(), ReadError> {
        let count = |name: &str| element.number(name).unwrap_or(1).max(1);
        let (rows, columns) = (count("number-rows-spanned"), count("number-columns-spanned"));
        let (begin, times) = (sheet.column, repeated(element));
        let shown = self.content()?.map(|text| shown(text, element)).or_else(|| value(element)).unwrap_or_default();
        sheet.column = begin.saturating_add(times);
        if shown.text.is_empty() && rows == 1 && columns == 1 {
            return Ok(());
        }
        for column in begin..sheet.column {
            sheet.cells.push(self.budget.merged(sheet.row, column, rows, columns, shown.clone())?);
        }
        Ok(())
    }

    /// Repeats what the row holds.
    fn end_row(&mut self, sheet: &mut Sheet) -> Result<(), ReadError> {
        let (begin, end, row) = (sheet.begin, sheet.cells.len(), sheet.row);
        sheet.row = row.saturating_add(sheet.repeated);
        if begin == end {
            return Ok(());
        }
        for row in row + 1..sheet.row {
            for at in begin..end {
                let Some(cell) = sheet.cells.get(at) else { continue };
                let shown = Shown { text: cell.text.clone(), held: cell.held.clone() };
                let (column, rows, columns) = (cell.column, cell.rows, cell.columns);
                sheet.cells.push(self.budget.merged(row, column, rows, columns, shown)?);
            }
        }
        Ok(())
    }

    /// The paragraphs of a cell; none where it has none.
    fn content(&mut self) -> Result<Option<String>, ReadError> {
        let (within, mut all) = (self.xml.depth(), None);
        while let Some(token) = self.xml.next_within(within)? {
            let Token::Open(element) = token else { continue };
            match (element.space, element.name()) {
                (Space::Text, "p" | "h") => {
                    let text = self.paragraph()?;
                    all = Some(all.map_or_else(|| text.clone(), |all: String| all + "\n" + &text));
                }
                (Space::Text, _) => {}
                // Comments, drawings and tables that lie in the cell.
                _ => self.xml.skip()?,
            }
        }
        Ok(all)
    }

    /// A paragraph. Blanks in a row are one; those that are meant have elements of their own.
    fn paragraph(&mut self) -> Result<String, ReadError> {
        let (within, mut text, mut blank) = (self.xml.depth(), String::new(), true);
        while let Some(token) = self.xml.next_within(within)? {
            match token {
                Token::Text(more) => append(&more, &mut text, &mut blank),
                Token::Open(element) => match (element.space, element.name()) {
                    (Space::Text, "s") => {
                        let count = element.number("c").unwrap_or(1);
                        self.budget.text(count)?;
                        text.extend(std::iter::repeat_n(' ', count));
                        blank = false;
                    }
                    (Space::Text, "tab") => (text, blank) = (text + "\t", false),
                    (Space::Text, "line-break") => (text, blank) = (text + "\n", true),
                    (Space::Text, "ruby-text" | "note") => self.xml.skip()?,
                    (Space::Text, _) => {}
                    _ => self.xml.skip()?,
                },
                Token::Close(_) => {}
            }
        }
        if blank && text.ends_with(' ') {
            text.pop();
        }
        Ok(text)
    }
}

/// Adds text. `blank`: a blank now would add nothing, for there is one, or the line begins.
fn append(more: &str, text: &mut String, blank: &mut bool) {
    for character in more.chars() {
        let is_blank = matches!(character, ' ' | '\t' | '\n' | '\r');
        if !is_blank {
            text.push(character);
        } else if !*blank {
            text.push(' ');
        }
        *blank = is_blank;
    }
}

/// How often a cell stands there.
fn repeated(element: &Element<'_>) -> usize {
    element.number("number-columns-repeated").unwrap_or(1).max(1)
}

/// What a cell with a text shows.
fn shown(text: String, element: &Element<'_>) -> Shown {
    let kind = element.attribute("value-type");
    let is_number = matches!(kind.as_deref(), Some("float" | "percentage" | "currency"));
    let stored = element.attribute("value").filter(|_| is_number);
    Shown { held: stored.and_then(|stored| number::held(&text, &stored)), text }
}

/// What a cell without text holds: some programs write only that.
fn value(element: &Element<'_>) -> Option<Shown> {
    let kind = element.attribute("value-type")?;
    let text = match &*kind {
        "string" => element.attribute("string-value").map(|text| text.into_owned()),
        "date" => element.attribute("date-value").map(|text| text.into_owned()),
        "time" => element.attribute("time-value").map(|text| text.into_owned()),
        "boolean" => element.attribute("boolean-value").map(|text| text.to_uppercase()),
        "percentage" => element.attribute("value").map(|text| number::percent(&text)),
        _ => return element.attribute("value").map(|text| number::general(&text)),
    };
    text.map(Shown::from)
}

#[cfg(test)]
mod tests {
    use super::super::super::document::Excess;
    use super::super::build::{outline, spreadsheet, zipped};
    use super::super::cells::MOST_COLUMNS;
    use super::*;

    #[track_caller]
    fn reads(tables: &str, expected: &str) {
        let styles = "<style:style style:name='藏'><style:table-properties table:display='false'/></style:style>\
                      <style:style style:name='示'><style:table-properties table:display='true'/></style:style>";
        assert_eq!(outline(&read(&spreadsheet(styles, tables)).unwrap()), expected);
    }

    fn table(rows: &str) -> String {
        format!("<table:table table:name='表' table:style-name='示'>{rows}</table:table>")
    }

    fn cell(attributes: &str, inside: &str) -> String {
        format!("<table:table-cell {attributes}>{inside}</table:table-cell>")
    }

    #[test]
    fn texts_as_they_are_shown() {
        let row = cell("office:value-type='percentage' office:value='0.9'", "<text:p>90%</text:p>")
            + &cell(
                "",
                "<text:p> 甲  乙<text:s text:c='2'/>丙<text:tab/>丁\n </text:p><text:p>二<text:line-break/>三</text:p>",
            )
            + &cell(
                "",
                "<office:annotation><text:p>批注</text:p></office:annotation><text:p><text:span>有</text:span></text:p>",
            )
            + &cell("office:value-type='float' office:value='12232.200000000001'", "")
            + &cell("office:value-type='percentage' office:value='0.95'", "");
        let expected = "grid 表\n  0,0 \"90%\"\n  0,1 \"甲 乙  丙\\t丁\\n二\\n三\"\n  0,2 \"有\"\n  0,3 \"12232.2\"\n  0,4 \"95%\"\n";
        reads(&table(&format!("<table:table-row>{row}</table:table-row>")), expected);
    }

    #[test]
    fn numbers_that_are_not_shown_as_they_are() {
        let row = cell(
            "office:value-type='percentage' office:value='0.12345' table:number-columns-repeated='2'",
            "<text:p>12%</text:p>",
        ) + &cell("office:value-type='currency' office:value='1234.5'", "<text:p>¥1,234.50</text:p>")
            + &cell("office:value-type='date' office:value='46023'", "<text:p>2026</text:p>");
        let expected = "grid 表\n  0,0 \"12%\" holds 12.345%\n  0,1 \"12%\" holds 12.345%\n  0,2 \"¥1,234.50\"\n  \
                        0,3 \"2026\"\n";
        reads(&table(&format!("<table:table-row>{row}</table:table-row>")), expected);
    }

    #[test]
    fn repeats_and_spans() {
        let rows = format!(
            "<table:table-header-rows><table:table-row table:number-rows-repeated='2'>{}{}</table:table-row>\
             </table:table-header-rows><table:table-row table:number-rows-repeated='3'>{}</table:table-row>\
             <table:table-row>{}<table:covered-table-cell><text:p>隐</text:p></table:covered-table-cell>{}</table:table-row>\
             <table:table-row table:number-rows-repeated='1048000'>{}</table:table-row>",
            cell("table:number-columns-repeated='2'", ""),
            cell("table:number-columns-repeated='2'", "<text:p>重</text:p>"),
            cell("table:number-columns-repeated='16384'", ""),
            cell("table:number-columns-spanned='2' table:number-rows-spanned='2'", "<text:p>大</text:p>"),
            cell("", "<text:p>小</text:p>"),
            cell("table:number-columns-repeated='16384'", ""),
        );
        let expected =
            "grid 表\n  0,2 \"重\"\n  0,3 \"重\"\n  1,2 \"重\"\n  1,3 \"重\"\n  5,0 2x2 \"大\"\n  5,2 \"小\"\n";
        reads(&table(&rows), expected);
    }

    #[test]
    fn hidden_sheets_and_changes_are_not_read() {
        let row = format!("<table:table-row>{}</table:table-row>", cell("", "<text:p>a</text:p>"));
        let hidden = format!("<table:table table:name='b' table:style-name='藏'>{row}</table:table>");
        let changes = format!("<table:tracked-changes>{row}</table:tracked-changes>");
        reads(&(changes + &hidden + &table(&row) + &table("")), "grid 表\n  0,0 \"a\"\n");
    }

    #[test]
    fn repeats_are_bounded() {
        let of = |row: &str, column: &str| {
            let cell = cell(&format!("table:number-columns-repeated='{column}'"), "<text:p>很长的文字</text:p>");
            let row = format!("<table:table-row table:number-rows-repeated='{row}'>{cell}</table:table-row>");
            read(&spreadsheet("", &table(&row)))
        };
        assert_eq!(of("1", "99999999999"), Err(ReadError::TooLarge { what: Excess::Columns, most: MOST_COLUMNS }));
        assert!(matches!(of("1000000", "16384"), Err(ReadError::TooLarge { what: Excess::Cells, .. })));
        assert!(matches!(of("18446744073709551615", "1"), Err(ReadError::Damaged(_))));
        assert!(of("100000", "2").is_ok());
        let blanks = cell("", "<text:p>a<text:s text:c='999999999999'/></text:p>");
        let read = read(&spreadsheet("", &table(&format!("<table:table-row>{blanks}</table:table-row>"))));
        assert!(matches!(read, Err(ReadError::TooLarge { what: Excess::Bytes, .. })));
    }

    #[test]
    fn encrypted_documents_are_known() {
        let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
        let archive = zipped(&[("META-INF/manifest.xml", manifest), ("content.xml", "\u{1}\u{2}")]);
        assert_eq!(read(&archive), Err(ReadError::Encrypted));
    }
}
