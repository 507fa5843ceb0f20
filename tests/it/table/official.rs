//! The three published tables come out of each format character for character.

use perfc::table::Format;

use super::{
    SOURCE,
    readers::{Form, from_csv, from_html, from_markdown, from_table, from_text},
    rendered, seed, tables,
};

/// Compares row by row, so that a failure shows the row.
fn assert_same(actual: &[Form], expected: &[Form]) {
    assert_eq!(actual.len(), expected.len());
    for (actual, expected) in actual.iter().zip(expected) {
        assert_eq!(actual.title, expected.title);
        assert_eq!(actual.before, expected.before);
        for (actual, expected) in actual.rows.iter().zip(&expected.rows) {
            assert_eq!(actual, expected);
        }
        assert_eq!(actual.rows.len(), expected.rows.len());
    }
}

/// The published forms; each row has seven cells, blank ones at its end, as formats without merged cells print them.
fn expected_padded() -> Vec<Form> {
    seed::forms().into_iter().map(|form| form.padded(7)).collect()
}

#[test]
fn table() {
    let actual: Vec<Form> = tables(SOURCE).iter().map(from_table).collect();
    assert_same(&actual, &seed::forms());
}

#[test]
fn html() {
    assert_same(&from_html(&rendered(SOURCE, Format::Html, 0)), &seed::forms());
}

#[test]
fn csv() {
    assert_same(&from_csv(&rendered(SOURCE, Format::Csv, 0)), &expected_padded());
}

#[test]
fn markdown() {
    let actual: Vec<Form> =
        from_markdown(&rendered(SOURCE, Format::Markdown, 0)).into_iter().map(|form| form.padded(7)).collect();
    assert_same(&actual, &expected_padded());
}

/// Wide enough, nothing is broken into lines.
#[test]
fn text() {
    assert_same(&from_text(&rendered(SOURCE, Format::Text, 1000)), &seed::forms());
}

/// Broken into lines, only blanks are lost.
#[test]
fn text_of_all_widths() {
    let expected: Vec<Form> = seed::forms().iter().map(without_blanks).collect();
    for width in [40, 60, 80, 81, 100, 120, 200] {
        let text = rendered(SOURCE, Format::Text, width);
        let mut actual: Vec<Form> = from_text(&text).iter().map(without_blanks).collect();
        for (actual, expected) in actual.iter_mut().zip(&expected) {
            join_lines(actual, expected.before.len());
        }
        assert_same(&actual, &expected);
    }
}

fn without_blanks(form: &Form) -> Form {
    let plain = |text: &String| text.replace(' ', "");
    Form {
        title: plain(&form.title),
        before: form.before.iter().map(plain).collect(),
        rows: form.rows.iter().map(|row| row.iter().map(plain).collect()).collect(),
    }
}

/// A title that goes over several lines is read as lines of their own.
fn join_lines(form: &mut Form, lines: usize) {
    let further = form.before.len() - lines;
    for line in form.before.drain(..further) {
        form.title.push_str(&line);
    }
}
