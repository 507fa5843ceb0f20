//! Tables for spreadsheets: RFC 4180, UTF-8 with a byte order mark, by which Excel knows the encoding.
//!
//! Each table is a block: its title, the lines above the grid, then the grid, in which the text of a merged cell is
//! repeated in each row, so that each row says all by itself. Blocks are separated by an empty record. All records have
//! the same number of fields.
//!
//! # Formulas
//! A spreadsheet computes what begins with `=`, `+`, `-` or `@`, whatever quotes stand around it. So a cell that begins
//! like that, or with their full-width forms, a tab or a line end, perhaps behind blanks, gets an apostrophe before it:
//! `=22个` becomes `'=22个`. That is the usual guard, which other programs know and take away again. Some spreadsheets
//! show it, none computes the cell; nothing else in it is changed. A text that looks as if it had such a guard gets one
//! more, so that [`unguarded`] finds each text again.
//!
//! One kind of cell is left as it is: a sign before a number and what follows it without any other sign: `-5%`, `-3`,
//! `+2.5个百分点`. There is nothing in it to compute, so an apostrophe would only harm: it is the value of a target,
//! and a program that reads the column expects a number. How a spreadsheet shows numbers is its own affair: the file has
//! `12232.20` where Excel shows `12232.2`.

use std::borrow::Cow;

use super::Table;

/// What makes Excel read a file as UTF-8.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

pub(super) fn render(tables: &[Table<'_>]) -> String {
    let mut writer = Writer {
        out: String::from(BYTE_ORDER_MARK),
        fields: tables.iter().map(|table| table.columns.len()).max().unwrap_or(0).max(1),
    };
    for (at, table) in tables.iter().enumerate() {
        if at > 0 {
            writer.record([]);
        }
        writer.record([&*table.title]);
        for line in &table.before {
            writer.record([&*line.text]);
        }
        let grid = table.grid();
        for row in 0..table.rows.len() {
            writer.record(grid.row(row).map(|placed| &*placed.cell.text));
        }
    }
    writer.out
}

struct Writer {
    out: String,
    /// How many fields each record has.
    fields: usize,
}

impl Writer {
    fn record<'f>(&mut self, fields: impl IntoIterator<Item = &'f str>) {
        let mut fields = fields.into_iter();
        for at in 0..self.fields {
            self.out.push_str(if at > 0 { "," } else { "" });
            self.field(fields.next().unwrap_or_default());
        }
        self.out.push_str("\r\n");
    }

    fn field(&mut self, text: &str) {
        let text = guarded(text);
        // A record of one empty field would be an empty line, which readers pass over.
        let is_whole_record = self.fields == 1 && text.is_empty();
        let needs_quotes = text.contains([',', '"', '\r', '\n']) || text.trim() != text || is_whole_record;
        if !needs_quotes {
            return self.out.push_str(&text);
        }
        self.out.push('"');
        self.out.push_str(&text.replace('"', "\"\""));
        self.out.push('"');
    }
}

/// The text with an apostrophe before it if a spreadsheet would take it for a formula.
fn guarded(text: &str) -> Cow<'_, str> {
    match needs_guard(text) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// The text without the apostrophe that guards it from spreadsheets.
pub(crate) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|text| needs_guard(text)).unwrap_or(text)
}

/// Whether a spreadsheet would take the text for a formula, or a reader would take an apostrophe off.
fn needs_guard(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let begin = text.trim_start_matches([' ', '\u{3000}', '\u{A0}', '\u{FEFF}']);
    begin.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']) && !is_signed_number(text)
}

/// `-5%`, `+2.5个百分点`: a sign, digits, and letters that are no Latin ones. `-5e3` and `-A1` are none.
fn is_signed_number(text: &str) -> bool {
    let Some(number) = text.strip_prefix(['+', '-']) else { return false };
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let is_unit = |c: char| matches!(c, '%' | '‰' | '℃') || (c.is_alphabetic() && !c.is_ascii());
    number.starts_with(|c: char| c.is_ascii_digit()) && unit.chars().all(is_unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded() {
        for formula in [
            "=22个",
            "=HYPERLINK(\"x\")",
            "+1+cmd|'/c calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r",
            "＝1",
            "  =1",
            "-A1",
            "-",
            "-5e3",
            "--5",
            "'=1",
            "''-",
        ] {
            assert_eq!(guarded(formula), format!("'{formula}"), "{formula}");
            assert_eq!(unguarded(&guarded(formula)), formula);
        }
    }

    #[test]
    fn targets_are_left_alone() {
        for value in [
            "-5%",
            "-3",
            "+2.5个百分点",
            "-1,020,000.00元",
            "≥12家",
            "≤-5%",
            "2026年6月前",
            "'",
            "'a",
            "'-5%",
            "",
            "12232.20",
            "a=b",
        ] {
            assert_eq!(guarded(value), value);
            assert_eq!(unguarded(value), value);
        }
    }
}
