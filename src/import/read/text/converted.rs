//! Texts of converters that put each cell on a line of its own behind a tab.
//!
//! A blank line ends a row; several do not end the table, for a page may have ended there. A line without a tab is a
//! title and ends the table; the lines with tabs that follow it at once stand above the table too. The blank cells that
//! a row begins with are covered by the cells above them: such converters leave nothing else of a merged cell.

use super::{
    super::{
        super::document::{Cell, ReadError},
        lines::Writer,
    },
    unmarked,
};

/// Whether most lines are cells, and some row has two.
pub(super) fn is(lines: &[&str]) -> bool {
    let is_cell = |line: &&str| line.strip_prefix('\t').is_some_and(|cell| !cell.contains('\t'));
    let cells = lines.iter().copied().filter(|line| is_cell(line)).count();
    let others = lines.iter().filter(|line| !is_cell(line) && !line.trim().is_empty()).count();
    cells > others && rows(lines).any(|row| row.len() > 1)
}

/// The rows, those above the tables left out.
fn rows<'l>(lines: &'l [&'l str]) -> impl Iterator<Item = &'l [&'l str]> {
    let runs = lines.chunk_by(|one, other| one.starts_with('\t') == other.starts_with('\t'));
    let mut is_above = false;
    runs.filter(move |run| {
        let is_row = run[0].starts_with('\t') && !is_above;
        is_above = !run[0].starts_with('\t') && run.last().is_some_and(|line| !line.trim().is_empty());
        is_row
    })
}

pub(super) fn read(lines: &[&str], writer: &mut Writer) -> Result<(), ReadError> {
    writer.has_room(lines.iter().filter(|line| line.starts_with('\t')).count())?;
    let mut reader = Reader { writer, rows: Vec::new(), row: Vec::new(), is_above: false };
    for line in lines {
        match line.strip_prefix('\t') {
            Some(cell) => reader.row.push(unmarked(cell)),
            None => reader.line(line)?,
        }
    }
    reader.end_row()?;
    reader.end_table()
}

struct Reader<'w> {
    writer: &'w mut Writer,
    /// The rows of the table.
    rows: Vec<Vec<String>>,
    /// The cells of the row.
    row: Vec<String>,
    /// Whether the cells follow a title at once.
    is_above: bool,
}

impl Reader<'_> {
    /// Takes a line that is no cell.
    fn line(&mut self, line: &str) -> Result<(), ReadError> {
        self.end_row()?;
        self.is_above = !line.trim().is_empty();
        if self.is_above {
            self.end_table()?;
            self.writer.paragraph(&unmarked(line))?;
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        let row = std::mem::take(&mut self.row);
        match self.is_above {
            true => row.iter().try_for_each(|line| self.writer.paragraph(line)),
            false if row.is_empty() => Ok(()),
            false => {
                self.rows.push(row);
                Ok(())
            }
        }
    }

    /// Writes the rows; those that have but one cell each are no table.
    fn end_table(&mut self) -> Result<(), ReadError> {
        let rows = std::mem::take(&mut self.rows);
        match rows.iter().any(|row| row.len() > 1) {
            true => self.writer.grid(cells(rows)),
            false => rows.iter().flatten().try_for_each(|line| self.writer.paragraph(line)),
        }
    }
}

/// The cells of rows, the blank ones at the begin of a row added to those above them.
fn cells(rows: Vec<Vec<String>>) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    // The cell that covers each square of the row above, by its place in `cells`.
    let mut above: Vec<Option<usize>> = Vec::new();
    for (row, texts) in rows.into_iter().enumerate() {
        let blanks = texts.iter().take_while(|text| text.trim().is_empty()).count();
        let covered = if blanks < texts.len() { blanks } else { 0 };
        let mut below = Vec::with_capacity(texts.len());
        for (column, text) in texts.into_iter().enumerate() {
            let cover = above.get(column).copied().flatten().filter(|_| column < covered);
            if let Some(cell) = cover.and_then(|at| cells.get_mut(at)) {
                cell.rows += 1;
                below.push(cover);
            } else if text.trim().is_empty() {
                below.push(None);
            } else {
                below.push(Some(cells.len()));
                cells.push(Cell { row, column, rows: 1, columns: 1, text, held: None });
            }
        }
        above = below;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn blank_cells_are_covered_by_those_above() {
        let text = " [bookmark: _Toc1]1.甲表\n\t甲局\n\t单位：元\n\n\t用途\n\t预算数\n\t \n\t1\n\n\t\n\t用于\n\n\n \n\
                    \t一级\n\t二级\n\t值\n\n\t产出\n\t数量\n\t1\n\n\t \n\t\n\t2\n 2.乙表\n\t乙局\n\n\t \n\t项目\n\n注\n";
        let first = vec![
            "0:0 2x1 用途",
            "0:1 预算数",
            "0:3 1",
            "1:1 用于",
            "2:0 一级",
            "2:1 二级",
            "2:2 值",
            "3:0 2x1 产出",
            "3:1 2x1 数量",
            "3:2 1",
            "4:2 2",
        ];
        let expected = [
            vec!["1.甲表"],
            vec!["甲局"],
            vec!["单位：元"],
            first,
            vec!["2.乙表"],
            vec!["乙局"],
            vec!["0:1 项目"],
            vec!["注"],
        ];
        assert_eq!(told(text), expected);
    }

    #[test]
    fn indented_paragraphs_are_no_table() {
        assert_eq!(told("标题\n\t一\n\t二\n\n\t三\n\n\t四\n"), [["标题"], ["一"], ["二"], ["三"], ["四"]]);
    }

    #[test]
    fn the_published_document() {
        let blocks = told(include_str!("../../../../tests/fixtures/seed.txt"));
        let sizes: Vec<usize> = blocks.iter().map(Vec::len).collect();
        // The cells of the head, of the names of the columns, and of the rows, whose first ones are merged.
        let [first, second] = [11 + 5 + 23 * 5 - 18, 11 - 1 + 1 + 5 + 6 * 5 - 3];
        assert_eq!(sizes, [1, 1, 1, first, 1, 1, 1, second, 1, 1, 1, second]);
        assert_eq!(blocks[0], ["1.2026年滨海新区知识产权运营促进保护发展工作经费绩效目标表"]);
        assert_eq!(blocks[9..11], [["610101天津市滨海新区知识产权局"], ["单位：元"]]);
        assert!(blocks[3].contains(&"5:0 19x1 产出指标".to_owned()), "{blocks:?}");
        assert!(blocks[3].contains(&"1:0 2x1 预算规模及资金用途".to_owned()));
        assert!(blocks[3].contains(&"1:3 其中：财政    资金".to_owned()));
        assert!(blocks[11].contains(&"5:0 4x1 产出指标".to_owned()));
    }
}
