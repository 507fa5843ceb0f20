//! Texts of Word since 2007: paragraphs and tables in reading order, as Word shows them with all changes accepted.
//!
//! Deleted text is left out, inserted text is not; of a field its result is read, of a thing in several forms one. What
//! stands in a text box comes behind the paragraph that the box is tied to. Notes, headers and comments are other parts,
//! and the numbers that Word counts by itself are no text.

mod table;

use self::table::Table;
use super::super::document::{Block, Document, Excess, ReadError};
use super::{
    cells::{Budget, grid},
    package::Package,
    xml::{Element, Space, Token, Xml},
};

/// How many tables and text boxes may lie within one another.
const MOST_DEPTH: usize = 16;

/// A text.
///
/// # Errors
/// [`ReadError`] where it is damaged, encrypted or too large.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part("wordprocessingml", "word/document.xml")?;
    let text = package.needed(&main)?;
    let mut reader = Reader {
        xml: Xml::new(&text),
        open: Vec::new(),
        chosen: Vec::new(),
        budget: Budget::new(),
        document: Document::default(),
    };
    reader.read()?;
    Ok(reader.document)
}

struct Reader<'t> {
    xml: Xml<'t>,
    /// What is open, from the outside to the inside.
    open: Vec<Open>,
    /// For each open choice, whether one of its forms was read.
    chosen: Vec<bool>,
    budget: Budget,
    document: Document,
}

/// A thing whose end was not yet read.
enum Open {
    Paragraph(Paragraph),
    Table(Table),
    /// A cell of the table before it.
    Cell(table::Content),
}

#[derive(Default)]
struct Paragraph {
    text: String,
    /// Whether its end is deleted, so that nothing is left of it when it is empty.
    joined: bool,
    /// What stands in its text boxes.
    boxes: Vec<Whole>,
}

/// A thing that was read to its end.
enum Whole {
    Paragraph(Paragraph),
    Table(Table),
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), ReadError> {
        while let Some(token) = self.xml.next()? {
            match token {
                Token::Open(element) => self.begin(&element)?,
                Token::Close(element) => self.end(&element)?,
                Token::Text(_) => {}
            }
        }
        Ok(())
    }

    fn begin(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        match element.space {
            Space::Word => self.begin_word(element),
            Space::Choice => self.choose(element.name()),
            Space::Math => self.formula(element.name()),
            _ => Ok(()),
        }
    }

    fn begin_word(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        match element.name() {
            "p" => self.push(Open::Paragraph(Paragraph::default()))?,
            "tbl" => self.push(Open::Table(Table::default()))?,
            "tr" => self.in_table(Table::begin_row),
            "tc" => self.push(Open::Cell(table::Content::default()))?,
            "pPr" => self.properties()?,
            "gridBefore" => {
                let columns = element.number("val").unwrap_or(0);
                self.in_table(|table| table.skip(columns));
            }
            name @ ("gridSpan" | "vMerge" | "hMerge") => {
                if let Some(Open::Cell(cell)) = self.open.last_mut() {
                    cell.set(name, element.attribute("val").as_deref());
                }
            }
            "t" => self.text(element)?,
            "tab" | "ptab" => self.say("\t"),
            "br" | "cr" => self.say("\n"),
            "noBreakHyphen" => self.say("-"),
            // What is deleted, what a field is made of, how characters are pronounced, and what properties were before.
            "del" | "moveFrom" | "instrText" | "rPr" | "rt" | "sdtPr" => self.xml.skip()?,
            name if name.ends_with("Change") => self.xml.skip()?,
            _ => {}
        }
        Ok(())
    }

    /// Of a thing in several forms the first is read, or what stands there for programs that know none of them.
    fn choose(&mut self, name: &str) -> Result<(), ReadError> {
        match (name, self.chosen.last_mut()) {
            ("AlternateContent", _) => self.chosen.push(false),
            ("Choice" | "Fallback", Some(true)) => self.xml.skip()?,
            ("Choice" | "Fallback", Some(chosen)) => *chosen = true,
            _ => {}
        }
        Ok(())
    }

    /// Formulas in one line: what stands below and above keeps apart.
    fn formula(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "t" => {
                let text = self.xml.text()?;
                self.say(&text);
            }
            "den" => self.say("/"),
            "sup" => self.say("^"),
            "sub" => self.say("_"),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        match (element.space, element.name()) {
            (Space::Choice, "AlternateContent") => drop(self.chosen.pop()),
            (Space::Word, "p" | "tbl" | "tc") => {
                if let Some(open) = self.open.pop() {
                    self.close(open)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, open: Open) -> Result<(), ReadError> {
        match open {
            Open::Paragraph(paragraph) => self.hand_on(Whole::Paragraph(paragraph)),
            Open::Table(table) => self.hand_on(Whole::Table(table)),
            Open::Cell(content) => {
                // A cell outside of a table is none; what stands in it is kept as a paragraph.
                let Some(Open::Table(table)) = self.open.last_mut() else {
                    return self.hand_on(Whole::Paragraph(Paragraph { text: content.text, ..Paragraph::default() }));
                };
                table.put(content, &mut self.budget)
            }
        }
    }

    /// Gives a thing to the one that it stands in.
    fn hand_on(&mut self, whole: Whole) -> Result<(), ReadError> {
        let holder = self.open.iter_mut().rfind(|open| !matches!(open, Open::Table(_)));
        match holder {
            Some(Open::Paragraph(paragraph)) => paragraph.boxes.push(whole),
            Some(Open::Cell(cell)) => cell.take(whole),
            _ => place(whole, &mut self.document.blocks),
        }
        Ok(())
    }

    /// # Errors
    /// [`ReadError::TooLarge`] where too many things lie within one another.
    fn push(&mut self, open: Open) -> Result<(), ReadError> {
        self.open.push(open);
        // Between two tables there are a cell and perhaps the paragraph of a text box.
        if self.open.len() > 3 * MOST_DEPTH {
            return Err(ReadError::TooLarge { what: Excess::Depth, most: MOST_DEPTH });
        }
        Ok(())
    }

    fn in_table(&mut self, act: impl FnOnce(&mut Table)) {
        if let Some(Open::Table(table)) = self.open.last_mut() {
            act(table);
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(Open::Paragraph(paragraph)) = self.open.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    /// Word takes blanks at the ends of a text for layout of the file, unless told otherwise.
    fn text(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        let is_kept = element.attribute("space").is_some_and(|space| space == "preserve");
        let text = self.xml.text()?.replace('\n', " ");
        self.say(if is_kept { &text } else { text.trim_matches([' ', '\t']) });
        Ok(())
    }

    /// The properties of a paragraph: only whether its end is deleted.
    fn properties(&mut self) -> Result<(), ReadError> {
        let (within, mut joined) = (self.xml.depth(), false);
        while let Some(token) = self.xml.next_within(within)? {
            if let Token::Open(element) = token {
                match (element.space, element.name()) {
                    (Space::Word, "del" | "moveFrom") => joined = true,
                    (Space::Word, name) if name.ends_with("Change") => self.xml.skip()?,
                    _ => {}
                }
            }
        }
        if let Some(Open::Paragraph(paragraph)) = self.open.last_mut() {
            paragraph.joined = joined;
        }
        Ok(())
    }
}

/// Puts a thing and what stands in its text boxes into a document.
fn place(whole: Whole, blocks: &mut Vec<Block>) {
    // What is yet to be placed, the next last. Text boxes lie in text boxes no deeper than is read.
    let mut waiting = vec![whole];
    while let Some(next) = waiting.pop() {
        match next {
            Whole::Table(table) => blocks.extend(grid(None, table.cells).map(Block::Grid)),
            Whole::Paragraph(paragraph) => {
                let text = paragraph.text.trim();
                if !text.is_empty() {
                    blocks.push(Block::Paragraph(text.to_owned()));
                }
                waiting.extend(paragraph.boxes.into_iter().rev());
            }
        }
    }
}

#[cfg(test)]
mod tests;
