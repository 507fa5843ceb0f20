//! How the three tables look.

use perfc::table::{Format, Options};

use super::{SOURCE, rendered, tables, text_of};

/// The short one of the three.
fn third(format: Format) -> String {
    text_of(format, &tables(SOURCE)[2..], &Options::default())
}

#[test]
fn text_of_80_columns() {
    insta::assert_snapshot!(rendered(SOURCE, Format::Text, 80));
}

#[test]
fn text_of_120_columns() {
    insta::assert_snapshot!(rendered(SOURCE, Format::Text, 120));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(third(Format::Markdown));
}

#[test]
fn html() {
    insta::assert_snapshot!(third(Format::Html));
}
