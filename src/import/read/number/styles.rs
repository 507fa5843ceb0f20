//! The formats of a workbook.

use std::collections::HashMap;

use super::{Format, standard};

/// Formats by the number of a style.
#[derive(Default)]
pub(in super::super) struct Styles {
    formats: Vec<Format>,
    /// Which of the formats a style has.
    of_style: Vec<usize>,
}

impl Styles {
    /// Styles that have these formats by their ids, of which some have codes of their own.
    pub(in super::super) fn of(ids: &[usize], codes: &HashMap<usize, String>) -> Self {
        // Each format once, in whatever many styles it is.
        let (mut formats, mut known) = (Vec::new(), HashMap::new());
        let of_style = ids.iter().map(|&id| {
            *known.entry(id).or_insert_with(|| {
                formats.push(Format::parse(codes.get(&id).map_or(standard(id), |code| code)));
                formats.len() - 1
            })
        });
        let of_style = of_style.collect();
        Self { formats, of_style }
    }

    /// The format of a style; none where there is no such style.
    pub(in super::super) fn format(&self, style: usize) -> Option<&Format> {
        self.formats.get(*self.of_style.get(style)?)
    }
}
