//! Tables drawn with lines, as our own for terminals: a cell is what lines enclose.
//!
//! The walk goes down the drawing with the cells that are open between their left and right lines. A line of the drawing
//! that is a rule from the one to the other closes a cell; below it, new ones begin where strokes go on downwards. Lines
//! of a text that was broken are joined as it was broken: with nothing between them, with a blank or with a line end,
//! whichever makes it break there. Several blanks at such a place cannot be told from one, none or a line end.

use super::super::super::document::Cell;
use crate::table::{Ambiguous, wrap};

/// Whether a drawing has this character as a line or corner.
pub(super) fn is_box(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{257F}')
}

/// `+---+-----+`
pub(super) fn is_plain_rule(line: &str) -> bool {
    line.starts_with("+-") && line.ends_with('+')
}

/// The cells of the tables of a drawing; nothing where its lines do not fit each other.
pub(super) fn grids(run: &[&str]) -> Option<Vec<Vec<Cell>>> {
    let is_plain = run.first()?.trim().starts_with('+');
    // Only where lines are two columns wide are drawings made of other signs.
    let measures: &[Ambiguous] =
        if is_plain { &[Ambiguous::Wide, Ambiguous::Narrow] } else { &[Ambiguous::Narrow, Ambiguous::Wide] };
    measures.iter().find_map(|&ambiguous| walk(run, Measure { is_plain, ambiguous }))
}

#[derive(Debug, Clone, Copy)]
struct Measure {
    is_plain: bool,
    ambiguous: Ambiguous,
}

impl Measure {
    /// Whether the character may be part of a line between cells of a row, or a corner.
    fn is_stroke(self, c: char) -> bool {
        match self.is_plain {
            true => matches!(c, '|' | '+'),
            false => is_box(c) && !matches!(c, '─' | '━' | '═' | '┄' | '┈'),
        }
    }

    /// Whether a piece of a line is a rule.
    fn is_rule(self, piece: &str) -> bool {
        !piece.is_empty()
            && match self.is_plain {
                true => piece.chars().all(|c| matches!(c, '-' | '=' | '+')),
                false => piece.chars().all(|c| is_box(c) && !matches!(c, '│' | '┃' | '║')),
            }
    }
}

/// A line with the places of its strokes.
struct Line<'l> {
    text: &'l str,
    /// The column of each stroke and where it begins in the text.
    strokes: Vec<(u32, u32)>,
}

impl<'l> Line<'l> {
    fn new(text: &'l str, measure: Measure) -> Self {
        let text = text.trim_end();
        let mut strokes = Vec::new();
        let (mut column, mut from) = (0, 0);
        for (at, stroke) in text.char_indices().filter(|(_, c)| measure.is_stroke(*c)) {
            column += measure.ambiguous.width(&text[from..at]);
            strokes.push((column as u32, at as u32));
            column += 1;
            from = at + stroke.len_utf8();
        }
        Self { text, strokes }
    }

    /// The stroke in a column: where it begins in the text, and what is from there on.
    fn stroke(&self, column: u32) -> Option<(usize, &'l str)> {
        let at = self.strokes.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        let at = self.strokes.get(at)?.1 as usize;
        Some((at, self.text.get(at..)?))
    }

    /// What stands between the strokes in two columns.
    fn between(&self, left: u32, right: u32) -> Option<&'l str> {
        let (left, rest) = self.stroke(left)?;
        let (right, _) = self.stroke(right)?;
        self.text.get(left + rest.chars().next()?.len_utf8()..right)
    }

    /// The columns from `left` to `right` in which a stroke goes on in the line below.
    fn downward(&self, below: &Self, left: u32, right: u32) -> Vec<u32> {
        let first = self.strokes.partition_point(|(column, _)| *column < left);
        let columns = self.strokes.iter().skip(first).map(|(column, _)| *column);
        let inside = columns.take_while(|column| *column <= right);
        let goes_on = |column: &u32| {
            let is_end = self.stroke(*column).is_some_and(|(_, text)| text.starts_with(['└', '┘', '┴']));
            !is_end && below.stroke(*column).is_some()
        };
        inside.filter(goes_on).collect()
    }
}

/// A cell between its left and right lines.
struct Open<'l> {
    left: u32,
    right: u32,
    /// The line of the drawing above it.
    top: usize,
    /// The line of the drawing below it.
    bottom: usize,
    texts: Vec<&'l str>,
}

fn walk(run: &[&str], measure: Measure) -> Option<Vec<Vec<Cell>>> {
    let mut grids = Vec::new();
    let mut closed: Vec<Open<'_>> = Vec::new();
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut next = run.first().map(|line| Line::new(line, measure));
    for at in 0..run.len() {
        let line = next.take()?;
        next = run.get(at + 1).map(|line| Line::new(line, measure));
        let mut gaps = Vec::new();
        let is_begin = open.is_empty();
        if is_begin {
            if !measure.is_rule(line.text.trim_start()) {
                return None;
            }
            grids.extend((!closed.is_empty()).then(|| cells(std::mem::take(&mut closed), measure)));
            gaps.push((line.strokes.first()?.0, line.strokes.last()?.0));
        }
        let mut still = Vec::new();
        for mut cell in open {
            let piece = line.between(cell.left, cell.right)?;
            if measure.is_rule(piece) {
                cell.bottom = at;
                add_gap(&mut gaps, cell.left, cell.right);
                closed.push(cell);
            } else {
                cell.texts.push(piece);
                still.push(cell);
            }
        }
        open = still;
        if let Some(below) = &next {
            for (left, right) in gaps {
                let columns = line.downward(below, left, right);
                let pairs = columns.iter().zip(columns.iter().skip(1));
                open.extend(pairs.map(|(&left, &right)| Open { left, right, top: at, bottom: at, texts: Vec::new() }));
            }
            open.sort_by_key(|cell| cell.left);
            if is_begin && open.is_empty() {
                return None;
            }
        }
    }
    // The end of the drawing may be cut off.
    closed.extend(open.into_iter().map(|cell| Open { bottom: run.len(), ..cell }));
    grids.push(cells(closed, measure));
    Some(grids)
}

/// Adds columns between which new cells may begin; those beside the last ones are one gap with them.
fn add_gap(gaps: &mut Vec<(u32, u32)>, left: u32, right: u32) {
    match gaps.last_mut() {
        Some(last) if last.1 == left => last.1 = right,
        _ => gaps.push((left, right)),
    }
}

fn cells(regions: Vec<Open<'_>>, measure: Measure) -> Vec<Cell> {
    let tops = sorted(regions.iter().map(|cell| cell.top));
    let lefts = sorted(regions.iter().map(|cell| cell.left as usize));
    let count = |places: &[usize], from: usize, to: usize| {
        let first = places.partition_point(|place| *place < from);
        (first, (places.partition_point(|place| *place < to) - first).max(1))
    };
    let pieces = || regions.iter().flat_map(|cell| &cell.texts);
    let padding = usize::from(pieces().all(|piece| piece.starts_with(' ') && piece.ends_with(' ')));
    let cell = |region: &Open<'_>| {
        let (row, rows) = count(&tops, region.top, region.bottom);
        let (column, columns) = count(&lefts, region.left as usize, region.right as usize);
        let width = ((region.right - region.left) as usize).saturating_sub(1 + 2 * padding);
        Cell { row, column, rows, columns, text: joined(&region.texts, width, measure.ambiguous), held: None }
    };
    regions.iter().map(cell).collect()
}

fn sorted(places: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// The text of which these are the lines.
fn joined(lines: &[&str], width: usize, ambiguous: Ambiguous) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    let mut text = String::new();
    let mut above = "";
    for line in lines {
        if !text.is_empty() {
            let is_next = is_next_item(text.rsplit('\n').next().unwrap_or_default(), line);
            text.push_str(if is_next { "\n" } else { joint(above, line, width, ambiguous) });
        }
        text.push_str(line);
        above = line;
    }
    text.truncate(text.trim_end().len());
    text
}

/// Whether a line is the next item of a list: 2.… below 1.….
fn is_next_item(above: &str, below: &str) -> bool {
    let number = |line: &str| line.split_once('.')?.0.parse::<usize>().ok();
    number(above).zip(number(below)).is_some_and(|(one, next)| one + 1 == next)
}

fn joint(above: &str, below: &str, width: usize, ambiguous: Ambiguous) -> &'static str {
    let breaks = |joint: &&str| {
        let lines = wrap(&format!("{above}{joint}{below}"), width, ambiguous);
        lines == [above, below]
    };
    ["", " "].into_iter().filter(|_| !above.is_empty() && !below.is_empty()).find(breaks).unwrap_or("\n")
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn lines_enclose_cells() {
        let text = "  标题\n┌────┬────────┐\n│ 甲 │ 乙     │\n├────┼───┬────┤\n│    │ a │ 第 │\n│    │ b │ 一 │\n│ 丙 ├───┴────┤\n│    │ foo    │\n│    │ bar    │\n└────┴────────┘\n后面\n";
        let grid = vec!["0:0 甲", "0:1 1x2 乙", "1:0 2x1 丙", "1:1 ab", "1:2 第一", "2:1 1x2 foo bar"];
        assert_eq!(told(text), [vec!["标题"], grid, vec!["后面"]]);
    }

    #[test]
    fn lines_of_texts_are_joined() {
        let text = "┌──────────┐\n│ one two  │\n│ three甲乙│\n│ 丙       │\n│          │\n│ 丁       │\n│ 戊       │\n└──────────┘\n";
        assert_eq!(told(text), [["0:0 one two three甲乙丙\n\n丁\n戊"]]);
    }

    #[test]
    fn drawings_with_other_signs() {
        let text = "+-----+-------+\n| “| | a-b+c |\n+-----+-------+\n| --  | --    |\n+-----+-------+\n";
        assert_eq!(told(text), [["0:0 “|", "0:1 a-b+c", "1:0 --", "1:1 --"]]);
    }

    #[test]
    fn two_drawings_are_two_tables() {
        let text = "┌─┬─┐\n│a│b│\n└─┴─┘\n┌─┬─┐\n│c│d│\n└─┴─┘\n";
        assert_eq!(told(text), [["0:0 a", "0:1 b"], ["0:0 c", "0:1 d"]]);
    }

    #[test]
    fn what_is_drawn_badly_is_text() {
        assert_eq!(told("┌─┬─┐\n│a b│\n└─┴\n"), [["┌─┬─┐"], ["│a b│"], ["└─┴"]]);
        assert_eq!(told("│"), [["│"]]);
        assert_eq!(told("┌─┬─┐\n│a│b│"), [["0:0 a", "0:1 b"]]);
    }
}
