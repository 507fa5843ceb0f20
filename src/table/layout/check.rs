//! Whether a form can be printed: no renderer has to think of one that cannot.

use std::{error::Error, fmt};

use super::{Content, Layout, Slot};
use crate::table::pattern;

/// What the places of title and lines may be called.
const PLACES: [&str; 6] = ["number", "project", "year", "org.code", "org.name", "unit"];

/// Why a text is no form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutError {
    /// It is no JSON, or lacks something, or has too much; with what the reader says.
    Unreadable(String),
    /// The cells of this row above the indicators, counted from 1, do not fill the columns that cells from above leave;
    /// or such a cell reaches down into the row where the indicators begin.
    UnevenRow(usize),
    /// The columns of the indicators, of which there must be one, do not fill the grid.
    UnevenIndicators,
    /// There is nothing to fill this place with.
    UnknownPlace(String),
    /// Below this row, counted from 1, there is no room for funds that the form does not name: two columns that no
    /// cell from above takes.
    NoRoomForFunds(usize),
    /// This column is merged, one to its left is not.
    MergedBehind(String),
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(reason) => write!(f, "{reason}"),
            Self::UnevenRow(row) => write!(f, "the cells of row {row} do not fill the columns"),
            Self::UnevenIndicators => write!(f, "the indicators do not fill the columns"),
            Self::UnknownPlace(name) => write!(f, "unknown place {{{name}}}"),
            Self::NoRoomForFunds(row) => write!(f, "no room for further funds below row {row}"),
            Self::MergedBehind(name) => write!(f, "column {name} is merged, a column to its left is not"),
        }
    }
}

impl Error for LayoutError {}

pub(super) fn run(layout: &Layout) -> Result<(), LayoutError> {
    places(layout)?;
    head(layout)?;
    indicators(layout)
}

fn places(layout: &Layout) -> Result<(), LayoutError> {
    let lines = layout.before.iter().map(|line| line.text.as_str()).chain([layout.title.as_str()]);
    let goals = layout.head.iter().flatten().filter_map(|slot| match &slot.put {
        Content::Goals(pattern) => Some(pattern.as_str()),
        _ => None,
    });
    let unknown = lines.flat_map(pattern::places).filter(|name| !PLACES.contains(name));
    let unknown_of_goals = goals.flat_map(pattern::places).filter(|name| *name != "number");
    match unknown.chain(unknown_of_goals).next() {
        Some(name) => Err(LayoutError::UnknownPlace(name.to_owned())),
        None => Ok(()),
    }
}

fn head(layout: &Layout) -> Result<(), LayoutError> {
    // For each column, how many further rows a cell from above takes.
    let mut above = vec![0; layout.columns.len()];
    for (row, slots) in layout.head.iter().enumerate() {
        let starts = free_runs(&above, slots).ok_or(LayoutError::UnevenRow(row + 1))?;
        for (slot, start) in slots.iter().zip(starts) {
            above[start..start + slot.columns].fill(slot.rows);
        }
        above.iter_mut().for_each(|rows| *rows -= 1);
        let has_fund = slots.iter().any(|slot| matches!(slot.put, Content::Fund(_)));
        if has_fund && !above.windows(2).any(|pair| pair == [0, 0]) {
            return Err(LayoutError::NoRoomForFunds(row + 1));
        }
    }
    let reaches_down = above.iter().any(|rows| *rows > 0);
    if reaches_down { Err(LayoutError::UnevenRow(layout.head.len())) } else { Ok(()) }
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
        assert!(matches!(read(r#"[[{"put": "projekt", "columns": 3}]]"#), Err(LayoutError::Unreadable(_))));
        assert!(matches!(read("["), Err(LayoutError::Unreadable(_))));
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
