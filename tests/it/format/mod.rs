//! The formatter: what it makes of each thing, and what it never does.

pub mod generators;
mod meaning;
mod mistakes;
mod properties;
mod rules;
mod shape;
mod words;

use perfc::{
    diagnostic::Findings,
    format::{self, Options},
    source::FileId,
    syntax,
};

fn formatted_with(text: &str, options: Options<'_>) -> String {
    let tree = syntax::parse(FileId(0), text, &mut Findings::default());
    format::format(text, &tree, options)
}

/// A text in canonical form.
pub fn formatted(text: &str) -> String {
    formatted_with(text, Options::default())
}
