//! Reports that people read: what came out, what is missing, what went well and what did not, by number.
//!
//! [`written`] puts a [`Document`] together, which knows no format: headings, sentences, tables, pictures as data. The
//! renderers stand beside it; [`render`] chooses one. A workbook is no text to be read from its begin to its end, so
//! [`Format::Xlsx`] has sheets of its own, with the same sentences, numbers that can be reckoned with, and charts.

mod chapter;
mod document;
#[cfg(feature = "documents")]
mod docx;
mod facts;
mod html;
mod markdown;
mod overview;
mod pictures;
mod points;
mod summary;
mod svg;
mod tables;
mod titles;
#[cfg(feature = "documents")]
mod xlsx;

pub(crate) use chapter::numbered;
pub(crate) use tables::grid;

pub use document::{Annex, Bar, Block, Chapter, Document, Figure, Item, Mark, Picture, Section, Tone};

use super::Report;
use crate::{
    diagnostic::Lang,
    table::{Format, RenderError, Table},
};

/// A project of a written report.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'r> {
    /// What became of it.
    pub report: &'r Report,
    /// The same by the rules of another standard, to see where they differ.
    pub other: Option<&'r Report>,
    /// The official form, filled in with it.
    pub form: &'r Table<'r>,
}

/// The formats that written reports have.
pub const FORMATS: &[Format] = &[
    Format::Markdown,
    Format::Html,
    #[cfg(feature = "documents")]
    Format::Docx,
    #[cfg(feature = "documents")]
    Format::Xlsx,
];

/// Writes a report on projects. The same projects always give the same bytes.
///
/// # Errors
/// [`RenderError`] where the format cannot hold it, or is none of [`FORMATS`].
pub fn render(format: Format, subjects: &[Subject<'_>], lang: Lang) -> Result<Vec<u8>, RenderError> {
    match format {
        #[cfg(feature = "documents")]
        Format::Xlsx => xlsx::render(subjects, lang),
        _ => render_document(format, &written(subjects, lang)),
    }
}

/// Writes a document that has been put together, in a format that documents have.
pub(crate) fn render_document(format: Format, document: &Document<'_>) -> Result<Vec<u8>, RenderError> {
    match format {
        Format::Markdown => Ok(markdown::render(document).into_bytes()),
        Format::Html => Ok(html::render(document).into_bytes()),
        #[cfg(feature = "documents")]
        Format::Docx => docx::render(document),
        _ => Err(RenderError::Broken(format!("no document in {}", format.id()))),
    }
}

/// Puts a report on projects together.
pub fn written<'r>(subjects: &[Subject<'r>], lang: Lang) -> Document<'r> {
    let reports: Vec<&Report> = subjects.iter().map(|subject| subject.report).collect();
    let facts = titles::shared_facts(&reports, lang);
    let chapters = match subjects {
        [subject] => vec![chapter::chapter(subject, None, &facts, lang)],
        _ => {
            let projects = subjects.iter().enumerate();
            let projects = projects.map(|(at, subject)| chapter::chapter(subject, Some(at + 1), &facts, lang));
            std::iter::once(overview::overview(&reports, lang)).chain(projects).collect()
        }
    };
    Document { lang, title: titles::title(&reports, lang), facts, chapters }
}
