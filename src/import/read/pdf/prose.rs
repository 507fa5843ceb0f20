//! Lines outside of tables: paragraphs, or a table without rules where they stand in columns, each line of it a row.

use super::{
    super::{
        super::document::ReadError,
        columns::{Columns, Piece, are_rows},
        lines::Writer,
    },
    area::Length,
    text::{Line, joined},
};

pub(super) fn write(lines: Vec<Line>, tells_blanks: bool, writer: &mut Writer) -> Result<(), ReadError> {
    let mut lines: Vec<Vec<Line>> = lines.into_iter().map(Line::pieces).collect();
    let several = lines.iter().filter(|pieces| pieces.len() > 1).count();
    let first = lines.iter().position(|pieces| pieces.len() > 1);
    let rows = match first.filter(|_| are_rows(lines.len(), several)) {
        Some(first) => lines.split_off(first),
        None => Vec::new(),
    };
    for paragraph in paragraphs(lines.into_iter().flatten()) {
        writer.paragraph(&joined(&paragraph, tells_blanks))?;
    }
    let piece = |line: Line| Piece { start: at(line.area.left), end: at(line.area.right), text: line.text() };
    let rows: Vec<Vec<Piece>> = rows.into_iter().map(|pieces| pieces.into_iter().map(piece).collect()).collect();
    let columns = Columns::of(&rows);
    rows.into_iter().for_each(|row| writer.row(columns.row(row)));
    writer.end_grid()
}

/// The lines by paragraphs.
fn paragraphs(lines: impl Iterator<Item = Line>) -> Vec<Vec<Line>> {
    let mut paragraphs: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match paragraphs.last_mut().filter(|above| above.last().is_some_and(|above| is_next(above, &line))) {
            Some(paragraph) => paragraph.push(line),
            None => paragraphs.push(vec![line]),
        }
    }
    paragraphs
}

/// Whether a line is the next one of a paragraph: the text goes on in it, in letters of the same size, close below, and
/// begins with the line above but for an indent, or is centred as that is.
fn is_next(above: &Line, line: &Line) -> bool {
    let (one, other) = (above.area, line.area);
    let height = one.height();
    let is_below = (0..2 * height).contains(&(other.middle() - one.middle()));
    let is_alike = (other.height() - height).abs() <= height / 8;
    let centres_off = (one.left + one.right - other.left - other.right).abs() / 2;
    let is_aligned = (one.left - other.left).abs() <= 3 * height || centres_off <= height;
    is_below && is_alike && is_aligned && above.goes_on(line)
}

fn at(place: Length) -> usize {
    usize::try_from(place).unwrap_or(0)
}
