//! Texts that stand above each other, made columns.

/// A text on a line: where it begins and where it ends, by whatever measure.
pub(super) struct Piece {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// Where each column ends, from left to right.
pub(super) struct Columns(Vec<usize>);

impl Columns {
    /// Pieces that overlap are one column. Lines of one piece, which may be titles over several columns, do not count.
    pub(super) fn of(lines: &[Vec<Piece>]) -> Self {
        let several = lines.iter().filter(|line| line.len() > 1).flatten();
        let mut places: Vec<(usize, usize)> = several.map(|piece| (piece.start, piece.end)).collect();
        places.sort_unstable();
        let mut ends: Vec<usize> = Vec::new();
        for (start, end) in places {
            match ends.last_mut() {
                Some(last) if start < *last => *last = end.max(*last),
                _ => ends.push(end),
            }
        }
        Self(ends)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The pieces of a line, which stand from left to right, by their columns; two that share one are joined by blanks.
    pub(super) fn row(&self, line: Vec<Piece>) -> Vec<(usize, String)> {
        let mut row: Vec<(usize, String)> = Vec::new();
        for Piece { start, text, .. } in line {
            let column = self.0.partition_point(|end| *end <= start).min(self.0.len().saturating_sub(1));
            match row.last_mut().filter(|(last, _)| *last == column) {
                Some((_, cell)) => cell.extend(["  ", &text]),
                None => row.push((column, text)),
            }
        }
        row
    }
}

/// Whether lines are the rows of a table rather than prose: half of them have several pieces, and at least two.
pub(super) fn are_rows(lines: usize, several: usize) -> bool {
    several >= 2 && several * 2 >= lines
}
