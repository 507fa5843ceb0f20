//! Web pages, also those that Word and Excel save: paragraphs and tables as a browser shows them.
//!
//! Not a browser's tree is built but what its reader sees: the steps are [`tokens`], of which a [`flow`] of text for the
//! page and for each open cell is made, and [`table`]s, whose cells find their places by the algorithm of the standard.
//! The mistakes that pages have are mended as browsers do, as far as texts and tables depend on it. Each step takes time
//! in proportion to the page, whatever is nested or left open in it.
//!
//! # Tables within tables
//! Where the tables within a table hold more filled cells than it has itself beside them, it only arranges the page:
//! its texts become paragraphs and the inner tables stay tables. Else the inner ones are parts of the texts of its
//! cells, their cells divided by tabs and their rows by line ends.

mod builder;
mod charset;
mod flow;
mod scope;
mod style;
mod table;
mod tokens;

use super::{
    super::document::{Document, ReadError},
    limit,
};
use builder::Builder;
use tokens::Tokens;

pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    limit(bytes)?;
    let text = charset::decode(bytes);
    let mut builder = Builder::new();
    for token in Tokens::new(&text) {
        builder.take(token)?;
    }
    builder.finish()
}

#[cfg(test)]
mod tests;
