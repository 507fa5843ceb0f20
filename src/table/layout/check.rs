//! Whether a form can be printed: no renderer has to think of one that cannot.

use super::{Content, Layout, LayoutError, Slot};
use crate::table::pattern;

/// What the places of title and lines may be called.
pub(super) const PLACES: [&str; 9] =
    ["number", "project", "year", "period", "org.code", "org.name", "unit", "at", "months"];

/// Word has no tables with more columns.
pub(super) const MOST_COLUMNS: usize = 63;

/// How much of a page a form needs at least, in millimetres each way.
const LEAST_PAGE: u16 = 80;

pub(super) fn run(layout: &Layout) -> Result<(), LayoutError> {
    paper(layout)?;
    places(layout)?;
    rows(&layout.head, layout.columns.len())?;
    rows(&layout.foot, layout.columns.len())?;
    indicators(layout)
}

/// Whether the form can be drawn on its page.
fn paper(layout: &Layout) -> Result<(), LayoutError> {
    if layout.columns.len() > MOST_COLUMNS {
        return Err(LayoutError::TooManyColumns);
    }
    if let Some(column) = layout.columns.iter().position(|width| *width == 0) {
        return Err(LayoutError::NoWidth(column + 1));
    }
    let is_wide = layout.look.width() >= LEAST_PAGE && layout.look.height() >= LEAST_PAGE;
    if is_wide { Ok(()) } else { Err(LayoutError::NoRoomOnPage) }
}

fn places(layout: &Layout) -> Result<(), LayoutError> {
    let slots = || layout.head.iter().chain(&layout.foot).flatten();
    let cells = slots().filter_map(|slot| match &slot.put {
        Content::Label(pattern) | Content::Text(pattern) => Some(pattern.as_str()),
        _ => None,
    });
    let columns = layout.indicators.iter().map(|column| column.name.as_str());
    let lines = layout.before.iter().map(|line| line.text.as_str()).chain([layout.title.as_str()]).chain(cells);
    let lines = lines.chain(columns);
    let goals = slots().filter_map(|slot| match &slot.put {
        Content::Goals(pattern) | Content::Outcome(pattern) => Some(pattern.as_str()),
        _ => None,
    });
    let unknown = lines.flat_map(pattern::places).filter(|name| !PLACES.contains(name));
    let unknown_of_goals = goals.flat_map(pattern::places).filter(|name| *name != "number");
    match unknown.chain(unknown_of_goals).next() {
        Some(name) => Err(LayoutError::UnknownPlace(name.to_owned())),
        None => Ok(()),
    }
}

/// Whether the rows above or below the indicators fill the grid.
fn rows(rows: &[Vec<Slot>], columns: usize) -> Result<(), LayoutError> {
    // For each column, how many further rows a cell from above takes.
    let mut above = vec![0; columns];
    for (row, slots) in rows.iter().enumerate() {
        let starts = free_runs(&above, slots).ok_or(LayoutError::UnevenRow(row + 1))?;
        // A cell that reaches down to funds is their common label, and goes on beside further ones.
        let from_above: Vec<bool> = above.iter().map(|rows| *rows > 0).collect();
        for (slot, start) in slots.iter().zip(starts) {
            above[start..start + slot.columns].fill(slot.rows);
        }
        above.iter_mut().for_each(|rows| *rows -= 1);
        let has_fund = slots.iter().any(|slot| matches!(slot.put, Content::Fund(_)));
        let free: Vec<bool> = above.iter().zip(&from_above).map(|(rows, taken)| *rows == 0 && !taken).collect();
        if has_fund && !free.windows(2).any(|pair| pair == [true, true]) {
            return Err(LayoutError::NoRoomForFunds(row + 1));
        }
    }
    let reaches_down = above.iter().any(|rows| *rows > 0);
    if reaches_down { Err(LayoutError::UnevenRow(rows.len())) } else { Ok(()) }
}

/// The columns where the cells of a row begin, given how many further rows cells from above take in each column; `None`
/// where the cells do not fit exactly.
pub(in crate::table) fn free_runs(above: &[usize], slots: &[Slot]) -> Option<Vec<usize>> {
    let mut starts = Vec::with_capacity(slots.len());
    let mut column = 0;
    for slot in slots {
        column += above[column..].iter().take_while(|rows| **rows > 0).count();
        let is_free = above.get(column..column + slot.columns)?.iter().all(|rows| *rows == 0);
        if !is_free || slot.columns == 0 || slot.rows == 0 {
            return None;
        }
        starts.push(column);
        column += slot.columns;
    }
    above[column..].iter().all(|rows| *rows > 0).then_some(starts)
}

fn indicators(layout: &Layout) -> Result<(), LayoutError> {
    let columns = &layout.indicators;
    let taken: usize = columns.iter().map(|column| column.columns).sum();
    if columns.is_empty() || taken != layout.columns.len() || columns.iter().any(|column| column.columns == 0) {
        return Err(LayoutError::UnevenIndicators);
    }
    match columns.iter().skip_while(|column| column.merge).find(|column| column.merge) {
        Some(column) => Err(LayoutError::MergedBehind(column.name.clone())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A form of three columns with these rows above its indicators.
    fn read(head: &str) -> Result<Layout, LayoutError> {
        Layout::read(&format!(
            r#"{{"id": "x", "names": {{"zh": "", "en": ""}}, "title": "{{project}}", "before": [], "columns": [1, 1, 1],
            "head": {head}, "indicators": [{{"name": "三级指标", "put": "name", "columns": 3}}]}}"#
        ))
    }

    #[test]
    fn a_form_fills_its_grid() {
        assert!(read("[]").is_ok());
        assert!(
            read(
                r#"[[{"put": "project", "rows": 2}, {"put": "total", "columns": 2}], [{"put": "code", "columns": 2}]]"#
            )
            .is_ok()
        );
        assert_eq!(read(r#"[[{"put": "project"}]]"#), Err(LayoutError::UnevenRow(1)));
        assert_eq!(read(r#"[[{"put": "project", "columns": 4}]]"#), Err(LayoutError::UnevenRow(1)));
        assert_eq!(read(r#"[[{"put": "project", "columns": 3, "rows": 2}]]"#), Err(LayoutError::UnevenRow(1)));
        assert_eq!(read(r#"[[{"put": "project", "columns": 0}]]"#), Err(LayoutError::UnevenRow(1)));
        let middle =
            r#"[[{"put": "code"}, {"put": "project", "rows": 2}, {"put": "code"}], [{"put": "code", "columns": 2}]]"#;
        assert_eq!(read(middle), Err(LayoutError::UnevenRow(2)));
        let fund = r#"[[{"put": "project", "columns": 2, "rows": 2}, {"put": {"fund": "a"}}], [{"put": "code"}]]"#;
        assert_eq!(read(fund), Err(LayoutError::NoRoomForFunds(1)));
    }

    #[test]
    fn a_form_names_what_there_is() {
        assert_eq!(
            read(r#"[[{"put": {"goals": "{year}."}, "columns": 3}]]"#),
            Err(LayoutError::UnknownPlace("year".to_owned()))
        );
        assert!(matches!(read(r#"[[{"put": "projekt", "columns": 3}]]"#), Err(LayoutError::Unreadable { .. })));
        assert!(matches!(read("["), Err(LayoutError::Unreadable { .. })));
    }

    #[test]
    fn a_form_fits_on_its_page() {
        let form = |look: &str, columns: &str, taken: usize| {
            Layout::read(&format!(
                r#"{{"id": "x", "names": {{"zh": "", "en": ""}}, "look": {look}, "title": "", "before": [],
                "columns": {columns}, "head": [], "indicators": [{{"name": "三级指标", "put": "name", "columns": {taken}}}]}}"#
            ))
        };
        assert!(form("{}", "[1]", 1).is_ok());
        assert_eq!(form(r#"{"margins": {"left": 200}}"#, "[1]", 1), Err(LayoutError::NoRoomOnPage));
        assert_eq!(form("{}", "[1, 0]", 2), Err(LayoutError::NoWidth(2)));
        let many = format!("[{}1]", "1, ".repeat(63));
        assert_eq!(form("{}", &many, 64), Err(LayoutError::TooManyColumns));
    }

    #[test]
    fn a_form_has_columns() {
        let empty = r#"{"id": "x", "names": {"zh": "", "en": ""}, "title": "", "before": [], "columns": [], "head": [],
            "indicators": []}"#;
        assert_eq!(Layout::read(empty), Err(LayoutError::UnevenIndicators));
    }

    #[test]
    fn the_embedded_forms_have_no_mistake() {
        for json in super::super::EMBEDDED {
            Layout::read(json).unwrap();
        }
        assert!(Layout::find(Layout::DEFAULT).is_some());
    }
}
