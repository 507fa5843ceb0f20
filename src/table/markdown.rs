//! Tables in GitHub Flavored Markdown.
//!
//! The title is a heading, a line above the grid a paragraph. The grid becomes one table for the facts of the project
//! and one for its indicators, since Markdown has no merged cells and the two have different columns: what a merged
//! cell covers is blank. What Markdown or HTML would take for a sign of its own is escaped.

use super::{Grid, Row, Table};

pub(super) fn render(tables: &[Table<'_>]) -> String {
    let mut out = String::new();
    for (at, table) in tables.iter().enumerate() {
        out.push_str(if at > 0 { "\n" } else { "" });
        write_table(table, &mut out);
    }
    out
}

fn write_table(table: &Table<'_>, out: &mut String) {
    out.push_str("## ");
    escape(&table.title, out);
    out.push('\n');
    for line in &table.before {
        out.push('\n');
        escape_begin(&line.text, out);
        out.push('\n');
    }
    out.push('\n');
    write_grid(table, out);
}

/// Writes the grid of a table, a blank line between its parts.
pub(crate) fn write_grid(table: &Table<'_>, out: &mut String) {
    let grid = table.grid();
    let mut start = 0;
    for part in table.rows.chunk_by(|above, below| !below.begins_part(above)) {
        out.push_str(if start > 0 { "\n" } else { "" });
        write_part(&grid, start, part, out);
        start += part.len();
    }
}

/// Writes rows as a table with only those columns of the grid in which one of its cells begins.
fn write_part(grid: &Grid<'_, '_>, start: usize, rows: &[Row<'_>], out: &mut String) {
    let mut columns: Vec<usize> = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    for row in 0..rows.len() {
        for &column in &columns {
            let begins = |placed: &super::Placed<'_, '_>| placed.row == start + row && placed.cell.column == column;
            out.push_str("| ");
            if let Some(placed) =
                grid.at(start + row, column).filter(begins).filter(|placed| !placed.cell.text.is_empty())
            {
                escape(&placed.cell.text, out);
                out.push(' ');
            }
        }
        out.push_str("|\n");
        if row == 0 {
            out.push_str(&"| --- ".repeat(columns.len()));
            out.push_str("|\n");
        }
    }
}

/// Appends a paragraph whose first characters must not begin a list, a heading or the like.
pub(crate) fn escape_begin(text: &str, out: &mut String) {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (begin, rest) = text.split_at(digits);
    out.push_str(begin);
    let behind = rest.strip_prefix(['.', ')']);
    let is_list = digits > 0 && behind.is_some_and(|behind| behind.is_empty() || behind.starts_with([' ', '\t']));
    if is_list || (digits == 0 && rest.starts_with(['+', '-', '='])) {
        out.push('\\');
    }
    escape(rest, out);
}

/// Appends a text so that it is shown as it is, on one line of the source.
pub(crate) fn escape(text: &str, out: &mut String) {
    let inside = text.trim_start().trim_end();
    let start = text.len() - text.trim_start().len();
    for (at, c) in text.char_indices() {
        // Markdown drops blanks at both ends.
        let is_outer_blank = at < start || at >= start + inside.len();
        match c {
            '\n' => out.push_str("<br>"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' => out.extend(['\\', c]),
            c if c.is_control() || (c == ' ' && is_outer_blank) => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
}
