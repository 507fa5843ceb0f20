//! Tables as a Word document.
//!
//! Each table is a heading, the lines above its grid, and its grid in two parts: the facts of the project, and the
//! indicators with the names of their columns, which Word repeats on each page only where they stand at the top of a
//! table. Between the parts lies a hidden paragraph, for without one Word makes one table of two.
//! Each project begins a new page. Headings are real ones, so that the navigation pane lists the projects.
//!
//! A line end in a cell begins a new paragraph; elsewhere it is a line break. What XML cannot hold becomes `\u{FFFD}`.

mod document;
mod grid;
mod package;
mod page;
mod styles;
mod xml;

use super::{Look, RenderError, Table};

/// The title of a document of several tables.
const TITLE: &str = "绩效目标表";

pub(super) fn render(tables: &[Table<'_>]) -> Result<Vec<u8>, RenderError> {
    // A document has one look: forms that differ in more than the page are printed into documents of their own.
    let look = tables.first().map_or_else(Look::default, |table| table.look.clone());
    let title = match tables {
        [table] => &table.title,
        _ => TITLE,
    };
    let parts = [
        package::types(),
        package::relations(),
        package::core(title),
        package::app(),
        package::document_relations(),
        document::part(tables, &look),
        styles::styles(&look),
        styles::settings(),
        styles::fonts(&look),
        page::footer(),
    ];
    package::zip(&parts)
}
