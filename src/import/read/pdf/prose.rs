//! Lines outside of tables with rules at all sides: paragraphs, or tables whose cells stand above each other in columns.
//!
//! Where lines are drawn across between the rows, what stands between two of them is a row. Where none are, a line goes
//! on with the row above it if each of its texts does.

use std::{collections::BTreeMap, ops::Range};

use super::{
    super::{
        super::document::{Cell, ReadError},
        columns::{Columns, Span},
        lines::Writer,
    },
    area::{Length, place, places},
    text::{Line, joined},
};

/// Lines one below the other.
#[derive(Default)]
pub(super) struct Prose {
    lines: Vec<Pieces>,
    is_ruled: bool,
}

/// The pieces of a line.
struct Pieces {
    pieces: Vec<Line>,
    /// Whether a rule lies above it.
    is_ruled: bool,
}

/// The texts of a row by their columns.
type Row = BTreeMap<usize, Vec<Line>>;

impl Prose {
    pub(super) fn line(&mut self, line: Line) {
        self.lines.push(Pieces { pieces: line.pieces(), is_ruled: std::mem::take(&mut self.is_ruled) });
    }

    /// A rule across the page, below the last line.
    pub(super) fn rule(&mut self) {
        self.is_ruled = true;
    }

    pub(super) fn write(mut self, tells_blanks: bool, writer: &mut Writer) -> Result<(), ReadError> {
        let table = table(&self.lines);
        let below = self.lines.split_off(table.end);
        let table = rows(self.lines.split_off(table.start));
        write_paragraphs(self.lines, tells_blanks, writer)?;
        let cells = table.into_iter().enumerate().flat_map(|(row, cells)| {
            let cell = move |(column, lines): (usize, Vec<Line>)| Cell {
                row,
                column,
                rows: 1,
                columns: 1,
                text: joined(&lines, tells_blanks),
                held: None,
            };
            cells.into_iter().map(cell)
        });
        writer.grid(cells.collect())?;
        write_paragraphs(below, tells_blanks, writer)
    }
}

/// The lines that are a table: from the first to the last with several pieces, if enough of them have some. Cells of
/// several lines leave lines of one piece between, and below the last.
fn table(lines: &[Pieces]) -> Range<usize> {
    let several: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].pieces.len() > 1).collect();
    let (Some(first), Some(last)) = (several.first(), several.last()) else { return 0..0 };
    if several.len() < 2 || several.len() * 5 <= last - first {
        return 0..0;
    }
    let pieces = lines[*first..=*last].iter().flat_map(|line| &line.pieces);
    let lefts = places(pieces.map(|piece| piece.area.left).collect());
    let goes_on = |pair: &&[Pieces]| {
        let is_below = |piece: &Line| pair[0].pieces.iter().any(|above| is_close(above, piece));
        let mut below = pair[1].pieces.iter();
        !pair[1].is_ruled && below.all(|piece| place(&lefts, piece.area.left).is_some() && is_below(piece))
    };
    *first..last + 1 + lines[*last..].windows(2).take_while(goes_on).count()
}

fn write_paragraphs(lines: Vec<Pieces>, tells_blanks: bool, writer: &mut Writer) -> Result<(), ReadError> {
    let paragraphs = paragraphs(lines.into_iter().flat_map(|line| line.pieces));
    paragraphs.iter().try_for_each(|lines| writer.paragraph(&joined(lines, tells_blanks)))
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
    let centres_off = (one.left + one.right - other.left - other.right).abs() / 2;
    let is_aligned = (one.left - other.left).abs() <= 3 * one.height() || centres_off <= one.height();
    let is_alike = (other.height() - one.height()).abs() <= one.height() / 8;
    is_close(above, line) && is_alike && is_aligned && above.goes_on(line)
}

/// Whether a line stands close below another, or at the top of the next page.
fn is_close(above: &Line, line: &Line) -> bool {
    line.area.middle() - above.area.middle() < 2 * above.area.height()
}

/// The rows of a table without rules at its sides.
fn rows(lines: Vec<Pieces>) -> Vec<Row> {
    let at = |place: Length| usize::try_from(place).unwrap_or(0);
    let span = |piece: &Line| -> Span { (at(piece.area.left), at(piece.area.right)) };
    let spans: Vec<Vec<Span>> = lines.iter().map(|line| line.pieces.iter().map(span).collect()).collect();
    let columns = Columns::of(&spans);
    let are_ruled = lines.iter().skip(1).filter(|line| line.is_ruled).count() > 1;
    let mut rows: Vec<Row> = Vec::new();
    for line in lines {
        let mut cells = Row::new();
        for mut piece in line.pieces {
            let column = columns.column(at(piece.area.left));
            piece.limit = Length::try_from(columns.end(column)).unwrap_or(Length::MAX).max(piece.area.right);
            cells.entry(column).or_default().push(piece);
        }
        match rows.last_mut().filter(|row| if are_ruled { !line.is_ruled } else { goes_on(row, &cells) }) {
            Some(row) => cells.into_iter().for_each(|(column, lines)| row.entry(column).or_default().extend(lines)),
            None => rows.push(cells),
        }
    }
    rows
}

/// Whether a line goes on with a row: each of its texts does with the one above it, and others have ended.
fn goes_on(row: &Row, line: &Row) -> bool {
    let text_goes_on = |(column, below): (&usize, &Vec<Line>)| {
        let above = row.get(column).and_then(|lines| lines.last());
        above.zip(below.first()).is_some_and(|(above, below)| is_close(above, below) && above.goes_on(below))
    };
    line.len() < row.len() && line.iter().all(text_goes_on)
}
