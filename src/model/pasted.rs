//! A row copied from a spreadsheet or a Word table: cells with tabs between them instead of a statement.
//!
//! `数量指标 ⇥ 支撑服务知识产权保护工作站 ⇥ ≥12家` says all that a statement says, so the finding writes the statement.

use crate::{
    arguments::{Document, Located},
    diagnostic::{Code, Diagnostic, Fix, Lang},
    field::{Category, Field, Standard},
    syntax::{StatementId, quoted, unquoted},
    words::{Comparison, Keyword},
};

/// The finding for a statement that is a copied row; `None` for any other.
pub(super) fn pasted_row(
    document: Document<'_>,
    id: StatementId,
    field: &Field,
    standard: &Standard,
) -> Option<Diagnostic> {
    let line = document.tree.head(id);
    let text = document.slice(line);
    let cells: Vec<&str> = text.split('\t').map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let (&category, cells) = match cells.split_first()? {
        // 产出指标	数量指标	…
        (first, rest) if standard.levels.find(first).is_some() => rest.split_first()?,
        (first, rest) => (first, rest),
    };
    let category = standard.category(standard.find_category(category)?);
    let (name, values) = cells.split_first().filter(|(name, _)| !name.starts_with(['"', '“', '「']))?;
    let row = row(document.word(id)?, category, name, values, field);
    let span = document.tree.span(line);
    Some(Diagnostic::new(Code::PastedRow, span).with("row", row.as_str()).fix(Fix::guess(span, row)))
}

/// The statement that says what the cells say. Between name and value some forms have a description, behind the value
/// a unit of its own.
fn row(word: Located<&str>, category: &Category, name: &str, cells: &[&str], field: &Field) -> String {
    let lang = if word.value.is_ascii() { Lang::En } else { Lang::Zh };
    let word = if lang == Lang::En { &category.id } else { &category.word };
    let at = cells.iter().position(|cell| is_value(cell)).or(cells.len().checked_sub(1));
    let value = at.map_or_else(|| Keyword::Tbd.spelling(lang).to_owned(), |at| written(cells[at], lang));
    let unit = at.and_then(|at| cells.get(at + 1)).filter(|unit| field.units.find(unit).is_some());
    let unit = unit.map_or_else(String::new, |unit| format!(" {unit}"));
    let description = at.and_then(|at| cells[..at].first()).filter(|text| **text != name);
    let describe = Keyword::Describe.spelling(lang);
    let block = description.map_or_else(String::new, |text| format!(" {{ {describe} {} }}", quoted(text)));
    format!("{word} {} {value}{unit}{block}", quoted(name))
}

/// Whether a cell begins like a number or a comparison.
fn is_value(cell: &str) -> bool {
    let signs = || Comparison::ALL.into_iter().flat_map(|sign| sign.spellings().iter().copied().chain([sign.sign()]));
    cell.starts_with(|c: char| c.is_ascii_digit() || "＞＜＝".contains(c)) || signs().any(|sign| cell.starts_with(sign))
}

/// A cell as a target.
fn written(cell: &str, lang: Lang) -> String {
    let is = Keyword::Is.spelling(lang);
    match cell {
        _ if is_value(cell) => cell.to_owned(),
        "/" | "-" | "—" | "…" | "无" => Keyword::Tbd.spelling(lang).to_owned(),
        _ if cell.starts_with(['"', '“']) => format!("{is} {}", quoted(&unquoted(cell))),
        _ => format!("{is} {}", quoted(cell)),
    }
}
