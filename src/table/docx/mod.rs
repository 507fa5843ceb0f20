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

pub(crate) use document::{NAMESPACE, RELATIONS, nothing, run, run_with, write_grid};
pub(crate) use page::{section, twips};
pub(crate) use styles::{Style, fonts_of};
pub(crate) use xml::{Xml, number, val};

use super::{Look, RenderError, Table};
use crate::diagnostic::Lang;

/// The title of a document of several tables.
const SEVERAL: &str = "绩效目标表";

pub(super) fn render(tables: &[Table<'_>]) -> Result<Vec<u8>, RenderError> {
    // A document has one look: forms that differ in more than the page are printed into documents of their own.
    let look = tables.first().map_or_else(Look::default, |table| table.look.clone());
    let title = match tables {
        [table] => &table.title,
        _ => SEVERAL,
    };
    let body = document::body(tables, &look);
    pack(body, &Dress { title, look: &look, styles: &[], lang: Lang::Zh })
}

/// What a document has besides its text.
pub(crate) struct Dress<'d> {
    /// What programs show as its title.
    pub title: &'d str,
    /// Its fonts.
    pub look: &'d Look,
    /// Styles besides those of forms.
    pub styles: &'d [Style<'d>],
    /// Its language.
    pub lang: Lang,
}

/// A document with this text, `word/document.xml`.
pub(crate) fn pack(body: Vec<u8>, dress: &Dress<'_>) -> Result<Vec<u8>, RenderError> {
    let parts = [
        package::types(),
        package::relations(),
        package::core(dress.title, dress.lang),
        package::app(),
        package::document_relations(),
        package::Part { name: "word/document.xml", body },
        styles::styles(dress.look, dress.styles, dress.lang),
        styles::settings(),
        styles::fonts(dress.look),
        page::footer(dress.lang),
    ];
    package::zip(&parts)
}
