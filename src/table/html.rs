//! Tables as an HTML document that needs nothing beside it and prints on A4, each table from a new page.

use super::{
    Align, Cell, Letters, Look, Page, Role, Row, Section, Table,
    look::{Font, foot},
};
use crate::{
    diagnostic::Lang,
    markup::{element, escape},
};

/// How it looks.
const STYLE: &str = include_str!("html.css");

pub(super) fn render(tables: &[Table<'_>]) -> String {
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    let title = match tables {
        [table] => &table.title,
        [table, ..] => &*table.summary.form,
        [] => "",
    };
    element("title", title, &mut out);
    out.push_str("<style>\n");
    out.push_str(STYLE);
    let mut looks: Vec<&Look> = Vec::new();
    let numbers: Vec<usize> = tables.iter().map(|table| number(&table.look, &mut looks)).collect();
    looks.iter().enumerate().for_each(|(number, look)| write_look(number, look, &mut out));
    out.push_str("</style>\n</head>\n<body>\n");
    for (table, number) in tables.iter().zip(numbers) {
        write_table(table, number, &mut out);
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// The number of a look among those that came before, which it joins if it is new.
fn number<'l>(look: &'l Look, looks: &mut Vec<&'l Look>) -> usize {
    looks.iter().position(|known| *known == look).unwrap_or_else(|| {
        looks.push(look);
        looks.len() - 1
    })
}

/// The rules of a look.
fn write_look(number: usize, look: &Look, out: &mut String) {
    let Look { page, margins, title, heading, body } = look;
    let edges = format!("{}mm {}mm {}mm {}mm", margins.top, margins.right, margins.bottom, margins.left);
    let side = if *page == Page::Portrait { "portrait" } else { "landscape" };
    let width = page.size().0;
    // On a narrow screen a form keeps its width, so that no number is broken, and is moved sideways.
    let least = look.width();
    let [before, between, behind] = foot(Lang::Zh);
    out.push_str(&format!(
        ".look{number} {{ width: {width}mm; padding: {edges}; {}; page: look{number}; }}\n",
        font(body)
    ));
    out.push_str(&format!(".look{number} h1 {{ {}; }}\n.look{number} th {{ {}; }}\n", font(title), font(heading)));
    out.push_str(&format!("@media screen {{ .look{number} table {{ min-width: {least}mm; }} }}\n"));
    out.push_str(&format!("@page look{number} {{ size: A4 {side}; margin: {edges}; @bottom-center {{ "));
    out.push_str(&format!("content: \"{before}\" counter(page) \"{between}\" counter(pages) \"{behind}\"; "));
    out.push_str(&format!("{}; }} }}\n", font(body)));
}

/// The declarations of letters: their font, with those that come near where it is not installed, size and weight.
fn font(Letters { font, size, bold }: &Letters) -> String {
    let near = match Font::find(font) {
        Some(known) => format!("{}, {}", known.other, known.near),
        None => "serif".to_owned(),
    };
    let weight = if *bold { "bold" } else { "normal" };
    format!("font-family: {}, {near}; font-size: {}pt; font-weight: {weight}", quoted(font), size.points())
}

/// A text as CSS quotes it. What could end the text or the style sheet is written by its number.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' | '<' | '&' => out.push_str(&format!("\\{:X} ", u32::from(c))),
            c if c.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
    out + "\""
}

fn write_table(table: &Table<'_>, look: usize, out: &mut String) {
    out.push_str(&format!("<section class=\"look{look}\">\n"));
    element("h1", &table.title, out);
    for line in &table.before {
        out.push_str(&format!("<p class=\"{}\">", side(line.align)));
        escape(&line.text, out);
        out.push_str("</p>\n");
    }
    write_grid(table, out);
    out.push_str("</section>\n");
}

/// Writes the grid of a table, a table for each of its parts.
pub(crate) fn write_grid(table: &Table<'_>, out: &mut String) {
    // Browsers repeat the names of the columns on each page only where they stand at the top of a table.
    for part in table.rows.chunk_by(|above, below| !below.begins_part(above)) {
        write_part(part, &table.columns, out);
    }
}

fn write_part(rows: &[Row<'_>], columns: &[u16], out: &mut String) {
    out.push_str("<table>\n");
    write_columns(columns, out);
    for section in rows.chunk_by(|above, below| above.section == below.section) {
        let group = if section[0].section == Section::Names { "thead" } else { "tbody" };
        out.push_str(&format!("<{group}>\n"));
        section.iter().for_each(|row| write_row(row, out));
        out.push_str(&format!("</{group}>\n"));
    }
    out.push_str("</table>\n");
}

fn side(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

/// The widths of the columns as shares of the table's.
fn write_columns(columns: &[u16], out: &mut String) {
    let all: f64 = columns.iter().copied().map(f64::from).sum();
    out.push_str("<colgroup>");
    for &column in columns {
        out.push_str(&format!("<col style=\"width:{:.2}%\">", f64::from(column) * 100.0 / all));
    }
    out.push_str("</colgroup>\n");
}

fn write_row(row: &Row<'_>, out: &mut String) {
    out.push_str("<tr>");
    row.cells.iter().for_each(|cell| write_cell(cell, out));
    out.push_str("</tr>\n");
}

fn write_cell(cell: &Cell<'_>, out: &mut String) {
    let (name, scope) = match cell.role {
        Role::Heading => ("th", " scope=\"col\""),
        Role::Label => ("th", " scope=\"row\""),
        _ => ("td", ""),
    };
    out.push_str(&format!("<{name}{scope} class=\"{}\"", cell.role.id()));
    for (attribute, count) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
        if count > 1 {
            out.push_str(&format!(" {attribute}=\"{count}\""));
        }
    }
    out.push('>');
    escape(&cell.text, out);
    out.push_str(&format!("</{name}>"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_fonts_stay_in_their_quotes() {
        assert_eq!(quoted("仿宋_GB2312"), "\"仿宋_GB2312\"");
        assert_eq!(quoted("a\"\\</style>\n"), "\"a\\22 \\5C \\3C /style>\u{FFFD}\"");
    }

    #[test]
    fn equal_looks_are_one() {
        let (one, other) = (Look::default(), Look { page: Page::Landscape, ..Look::default() });
        let mut looks = Vec::new();
        assert_eq!([&one, &other, &one].map(|look| number(look, &mut looks)), [0, 1, 0]);
    }
}
