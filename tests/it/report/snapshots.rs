//! A short year as it is written.

use perfc::{diagnostic::Lang, table::Format};

use super::{YEAR, reports, text};
use crate::support::assert_shown;

#[test]
fn a_year_in_chinese() {
    assert_shown!(text(&reports(YEAR), Format::Markdown, Lang::Zh));
}

#[test]
fn a_year_in_english() {
    assert_shown!(text(&reports(YEAR), Format::Markdown, Lang::En));
}

/// Nobody has said anything yet.
#[test]
fn a_year_without_results() {
    let targets = YEAR.split_once("actual").unwrap().0;
    assert_shown!(text(&reports(targets), Format::Markdown, Lang::Zh));
}

#[test]
fn a_page() {
    assert_shown!(text(&reports(YEAR), Format::Html, Lang::Zh));
}
