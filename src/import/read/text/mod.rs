//! Plain text: what converters leave of documents, what is copied out of them, and our own tables.
//!
//! A text whose cells stand on lines of their own behind tabs is [`converted`]. Any other is divided into runs of lines
//! of one sort: tables [`drawn`] with lines, tables between bars as in [`markdown`], values between tabs, and columns
//! that are [`aligned`] by blanks. What is none of them is a paragraph for each line.

mod aligned;
mod converted;
mod drawn;
mod markdown;

use super::{
    super::document::{Document, ReadError},
    limit,
    lines::Writer,
};
use crate::source::decode;

pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    limit(bytes)?;
    let text = decode(bytes.to_vec()).text;
    // Converters of pages end each of them with a form feed.
    let lines: Vec<&str> = text.split(['\n', '\u{C}']).map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    let mut writer = Writer::new();
    match converted::is(&lines) {
        true => converted::read(&lines, &mut writer)?,
        false => read_runs(&lines, &mut writer)?,
    }
    Ok(writer.finish())
}

/// What a line is by its signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Blank,
    /// Begins with a line of a drawing.
    Drawn,
    /// Begins with a bar, or is a line of a drawing made of `+` and `-`.
    Bar,
    /// Holds a tab.
    Tab,
    Other,
}

fn sort(line: &str) -> Sort {
    match line.trim() {
        "" => Sort::Blank,
        line if line.starts_with(drawn::is_box) => Sort::Drawn,
        line if line.starts_with('|') || drawn::is_plain_rule(line) => Sort::Bar,
        _ if line.contains('\t') => Sort::Tab,
        _ => Sort::Other,
    }
}

fn read_runs(lines: &[&str], writer: &mut Writer) -> Result<(), ReadError> {
    let runs: Vec<&[&str]> = lines.chunk_by(|one, other| sort(one) == sort(other)).collect();
    let is_markdown = runs.iter().any(|run| sort(run[0]) == Sort::Bar && markdown::is_table(run));
    for run in runs {
        match sort(run[0]) {
            Sort::Blank => writer.end_grid(),
            Sort::Drawn => read_drawn(run, writer)?,
            Sort::Bar if drawn::is_plain_rule(run[0].trim()) => read_drawn(run, writer)?,
            Sort::Bar => markdown::read_rows(run, is_markdown, writer)?,
            Sort::Tab if run.iter().any(|line| line.trim().contains('\t')) => read_values(run, writer)?,
            Sort::Other if !is_markdown && aligned::is(run) => aligned::read(run, writer)?,
            Sort::Tab | Sort::Other => read_paragraphs(run, is_markdown, writer)?,
        }
    }
    Ok(())
}

fn read_drawn(run: &[&str], writer: &mut Writer) -> Result<(), ReadError> {
    match drawn::grids(run) {
        Some(grids) => grids.into_iter().try_for_each(|grid| writer.grid(grid)),
        None => read_paragraphs(run, false, writer),
    }
}

fn read_values(run: &[&str], writer: &mut Writer) -> Result<(), ReadError> {
    for line in run {
        let values = line.split('\t').map(|value| unmarked(value).trim_matches(' ').to_owned());
        writer.row(values.enumerate())?;
    }
    writer.end_grid();
    Ok(())
}

fn read_paragraphs(run: &[&str], is_markdown: bool, writer: &mut Writer) -> Result<(), ReadError> {
    for line in run {
        match is_markdown {
            true => writer.paragraph(&markdown::paragraph(line))?,
            false => writer.paragraph(&unmarked(line))?,
        }
    }
    Ok(())
}

/// The text without the marks that converters make of bookmarks.
fn unmarked(text: &str) -> String {
    let mut parts = text.split("[bookmark: ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((_, behind)) => out.push_str(behind),
            None => out.extend(["[bookmark: ", part]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{
        super::super::document::{Block, Cell},
        *,
    };

    /// Paragraphs as they are, grids as rows of `row:column text`, with the size behind the place of larger cells.
    pub(super) fn told(text: &str) -> Vec<Vec<String>> {
        let cell = |Cell { row, column, rows, columns, text, .. }| match (rows, columns) {
            (1, 1) => format!("{row}:{column} {text}"),
            _ => format!("{row}:{column} {rows}x{columns} {text}"),
        };
        let block = |block| match block {
            Block::Paragraph(line) => vec![line],
            Block::Grid(grid) => grid.cells.into_iter().map(cell).collect(),
        };
        read(text.as_bytes()).unwrap().blocks.into_iter().map(block).collect()
    }

    #[test]
    fn lines_are_paragraphs() {
        let text = "绩效目标表\r\n\r\n  单位：元\r\n\u{3000}\r\n\t缩进的一段\r\n";
        assert_eq!(told(text), [["绩效目标表"], ["单位：元"], ["缩进的一段"]]);
        assert_eq!(told(""), [[""; 0]; 0]);
    }

    #[test]
    fn values_between_tabs() {
        let text = "标题\n一级\t二级 \t值\n\t数量\t1\n\t\t2\n\n备注\n";
        let grid = vec!["0:0 一级", "0:1 二级", "0:2 值", "1:1 数量", "1:2 1", "2:2 2"];
        assert_eq!(told(text), [vec!["标题"], grid, vec!["备注"]]);
    }

    #[test]
    fn marks_are_dropped() {
        assert_eq!(told(" [bookmark: _Toc1]1.甲[bookmark: _Toc2]表"), [["1.甲表"]]);
        assert_eq!(told("[bookmark: _Toc1"), [["[bookmark: _Toc1"]]);
    }
}
