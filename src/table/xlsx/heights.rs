//! How high rows must be for all their text to be seen.

use crate::table::{Ambiguous, Letters, Look, Role, Table, text::wrap};

/// The most that Excel allows for a row, with some room, in points.
pub(super) const MOST: f64 = 400.0;

/// How high a line is, in sizes of its letters. Fonts differ; the highest are reckoned with.
const LINE: f64 = 1.4;

/// The blank over and under a text, in points.
const PADDING: f64 = 6.0;

/// The blank beside a text, in points. Excel breaks lines a little earlier than it must.
const BESIDE: f64 = 7.0;

/// How many points a pixel is.
pub(super) const POINTS: f64 = 0.75;

/// The letters of a cell.
pub(super) fn letters(role: Role, look: &Look) -> &Letters {
    match role {
        Role::Heading | Role::Label => &look.heading,
        _ => &look.body,
    }
}

/// How high a text is in a cell that is so many pixels wide, in points.
pub(super) fn height(text: &str, pixels: u32, letters: &Letters) -> f64 {
    let size = letters.size.points();
    // A column of a terminal is half as wide as a Chinese character, which is as wide as its size.
    let columns = ((f64::from(pixels) * POINTS - BESIDE) / (size / 2.0)).max(2.0) as usize;
    let lines = wrap(text, columns, Ambiguous::Wide).len();
    lines as f64 * size * LINE + PADDING
}

/// The heights of the rows of a table, in points. What a cell over several rows needs beyond them goes to the last.
pub(super) fn heights(table: &Table<'_>, pixels: &[u32]) -> Vec<f64> {
    let mut heights = vec![0.0_f64; table.rows.len()];
    let mut merged = Vec::new();
    for (row, cells) in table.rows.iter().enumerate() {
        for cell in &cells.cells {
            let columns = pixels.get(cell.column..cell.column + cell.columns).unwrap_or_default();
            let needed = height(&cell.text, columns.iter().sum(), letters(cell.role, &table.look));
            match (cell.rows, heights.get_mut(row)) {
                (1, Some(height)) => *height = height.max(needed),
                _ => merged.push((row, cell.rows, needed)),
            }
        }
    }
    for (row, rows, needed) in merged {
        let last = (row + rows).min(heights.len());
        if let Some([over @ .., lowest]) = heights.get_mut(row..last) {
            *lowest = lowest.max(needed - over.iter().sum::<f64>());
        }
    }
    heights
}

/// How many rows of a sheet a row of this height becomes.
pub(super) fn pieces(height: f64) -> u32 {
    (height / MOST).ceil().max(1.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_high() {
        let letters = &Look::default().body;
        let one = height("一", 100, letters);
        assert_eq!(one, height("一二三四五", 100, letters));
        assert!(height("一二三四五六七", 100, letters) > one);
        assert_eq!(height("一\n二", 100, letters), height("", 100, letters) + 10.5 * LINE);
        assert_eq!([1.0, 400.0, 401.0].map(pieces), [1, 1, 2]);
    }
}
