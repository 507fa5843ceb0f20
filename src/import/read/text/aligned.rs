//! Columns that are aligned by blanks, as programs print pages of text.
//!
//! What two blanks or more part are pieces. The pieces of all lines that stand above each other are a column, whether
//! the program took Chinese characters to be one or two columns wide. Each line is a row: which of them belong to one
//! cell is not to be seen any more.

use super::{
    super::{super::document::ReadError, columns::Columns, lines::Writer},
    unmarked,
};
use crate::table::Ambiguous;

/// Whether half of the lines have several pieces, and at least two.
pub(super) fn is(run: &[&str]) -> bool {
    let several = run.iter().filter(|line| pieces(line).nth(1).is_some()).count();
    several >= 2 && several * 2 >= run.len()
}

pub(super) fn read(run: &[&str], writer: &mut Writer) -> Result<(), ReadError> {
    let above = run.iter().take_while(|line| pieces(line).nth(1).is_none()).count();
    let (above, rows) = run.split_at(above);
    above.iter().try_for_each(|line| writer.paragraph(&unmarked(line)))?;
    let narrow = Aligned::new(rows, |text| text.chars().count());
    let wide = Aligned::new(rows, |text| Ambiguous::Narrow.width(text));
    // Where pieces of one line share a column, or more columns are needed, the measure is the wrong one.
    let aligned = if wide.faults < narrow.faults { wide } else { narrow };
    aligned.rows.into_iter().for_each(|row| writer.row(row));
    writer.end_grid()
}

/// What more than one blank parts: where it begins, and its text.
fn pieces(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = line.get(from..)?;
        let begin = from + (rest.len() - rest.trim_start().len());
        let text = line.get(begin..).filter(|text| !text.is_empty())?;
        let mut was_blank = false;
        let end = text.char_indices().find_map(|(at, c)| {
            let is_end = c.is_whitespace() && was_blank;
            was_blank = c.is_whitespace();
            is_end.then_some(at)
        });
        let end = end.unwrap_or(text.len());
        from = begin + end;
        Some((begin, text[..end].trim_end()))
    })
}

/// Rows whose cells are found by a measure.
struct Aligned {
    rows: Vec<Vec<(usize, String)>>,
    /// How many pieces share a column with another of their line, and how many columns there are.
    faults: (usize, usize),
}

impl Aligned {
    fn new(lines: &[&str], measure: impl Fn(&str) -> usize) -> Self {
        let lines: Vec<Vec<Piece<'_>>> = lines.iter().map(|line| placed(line, &measure)).collect();
        let spans = |line: &Vec<Piece<'_>>| line.iter().map(|piece| (piece.start, piece.end)).collect();
        let columns = Columns::of(&lines.iter().map(spans).collect::<Vec<_>>());
        let mut shared = 0;
        let mut row = |line: Vec<Piece<'_>>| {
            let mut row: Vec<(usize, String)> = Vec::new();
            for Piece { start, text, .. } in line {
                let column = columns.column(start);
                match row.last_mut().filter(|(last, _)| *last == column) {
                    Some((_, cell)) => {
                        shared += 1;
                        cell.extend(["  ", text]);
                    }
                    None => row.push((column, text.to_owned())),
                }
            }
            row
        };
        let rows = lines.into_iter().map(&mut row).collect();
        Self { rows, faults: (shared, columns.len()) }
    }
}

/// A piece of a line with its place by a measure.
struct Piece<'l> {
    start: usize,
    end: usize,
    text: &'l str,
}

fn placed(line: &str, measure: impl Fn(&str) -> usize) -> Vec<Piece<'_>> {
    let (mut from, mut column) = (0, 0);
    let place = |(begin, text)| {
        column += measure(&line[from..begin]);
        let start = column;
        column += measure(text);
        from = begin + text.len();
        Piece { start, end: column, text }
    };
    pieces(line).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn pieces_stand_in_columns() {
        let text = "   绩效目标表\n一级指标    二级指标    指标值\n产出指标    数量指标    ≥12 家\n            质量指标    ≥90%\n            （续）\n";
        let grid = vec![
            "0:0 一级指标",
            "0:1 二级指标",
            "0:2 指标值",
            "1:0 产出指标",
            "1:1 数量指标",
            "1:2 ≥12 家",
            "2:1 质量指标",
            "2:2 ≥90%",
            "3:1 （续）",
        ];
        assert_eq!(told(text), [vec!["绩效目标表"], grid]);
    }

    #[test]
    fn characters_of_either_width() {
        let narrow = "指标  值\n数量  1\nabcd   2\n";
        let wide = "指标      值\n数量      1\nabcdefg   2\n";
        let grid = |name: &str| {
            vec![
                "0:0 指标".to_owned(),
                "0:1 值".into(),
                "1:0 数量".into(),
                "1:1 1".into(),
                format!("2:0 {name}"),
                "2:1 2".into(),
            ]
        };
        assert_eq!(told(wide), [grid("abcdefg")]);
        assert_eq!(told(narrow), [grid("abcd")]);
    }

    #[test]
    fn prose_is_no_table() {
        let text = "第一行  有空格\n第二行\n第三行\n";
        assert_eq!(told(text), [["第一行  有空格"], ["第二行"], ["第三行"]]);
    }
}
