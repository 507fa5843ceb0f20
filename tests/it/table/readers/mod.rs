//! What was rendered is read back by means that know nothing of the renderers.

mod drawing;
mod html;

pub use drawing::from_text;
pub use html::{from_html, page};

use perfc::table::Table;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A form as a reader sees it. The text of a cell merged over several rows stands in each of them, that of a cell
/// merged over several columns once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    pub title: String,
    pub before: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Form {
    /// Adds a row in which a blank first cell is the lower part of the one above.
    pub fn push_merged(&mut self, mut row: Vec<String>) {
        if let Some(above) = self.rows.last().filter(|_| row.first().is_some_and(String::is_empty)) {
            row[0] = above[0].clone();
        }
        self.rows.push(row);
    }

    /// The form with blank cells at the end of each row, up to this many.
    pub fn padded(mut self, cells: usize) -> Self {
        self.rows.iter_mut().for_each(|row| row.resize(cells, String::new()));
        self
    }
}

pub fn from_table(table: &Table<'_>) -> Form {
    let grid = table.grid();
    let row = |row| grid.row(row).map(|placed| placed.cell.text.to_string()).collect();
    Form {
        title: table.title.clone(),
        before: table.before.iter().map(|line| line.text.clone()).collect(),
        rows: (0..table.rows.len()).map(row).collect(),
    }
}

/// The records of CSV with a byte order mark; all must be equally long.
pub fn records(csv: &str) -> Vec<Vec<String>> {
    let csv = csv.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(csv.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Reads forms from CSV. Blank records separate them; one with a single text before the first one with two is a line
/// above the grid.
pub fn from_csv(csv: &str) -> Vec<Form> {
    let records = records(csv);
    let blocks = records.split(|record| record.iter().all(String::is_empty));
    blocks
        .map(|block| {
            let lines = block.iter().take_while(|record| record[1..].iter().all(String::is_empty)).count();
            let mut before: Vec<String> = block[..lines].iter().map(|record| record[0].clone()).collect();
            Form { title: before.remove(0), before, rows: block[lines..].to_vec() }
        })
        .collect()
}

/// Reads Markdown: a heading begins a form, its tables are one below the other.
pub fn from_markdown(markdown: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let (mut text, mut row) = (String::new(), Vec::new());
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::InlineHtml(html) if &*html == "<br>" => text.push('\n'),
            Event::End(TagEnd::Heading(_)) => {
                forms.push(Form { title: std::mem::take(&mut text), ..Form::default() });
            }
            Event::End(TagEnd::Paragraph) => forms.last_mut().unwrap().before.push(std::mem::take(&mut text)),
            Event::End(TagEnd::TableCell) => row.push(std::mem::take(&mut text)),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => {
                forms.last_mut().unwrap().push_merged(std::mem::take(&mut row));
            }
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Table(_)) => {}
            Event::Start(Tag::TableHead | Tag::TableRow | Tag::TableCell) | Event::End(TagEnd::Table) => {}
            other => panic!("{other:?}"),
        }
    }
    forms
}

/// All texts of Markdown that are not empty: of headings, paragraphs and cells.
pub fn markdown_texts(markdown: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut text = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::InlineHtml(html) if &*html == "<br>" => text.push('\n'),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell) => {
                texts.push(std::mem::take(&mut text));
            }
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Table(_)) => {}
            Event::Start(Tag::TableHead | Tag::TableRow | Tag::TableCell) => {}
            Event::End(TagEnd::TableHead | TagEnd::TableRow | TagEnd::Table) => {}
            other => panic!("{other:?}"),
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}
