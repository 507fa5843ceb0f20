//! The elements that are open, divided by the cells of tables: no tag in a cell ends an element around it.

use std::collections::HashMap;

/// How text is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct State {
    /// Not at all.
    pub hidden: bool,
    /// With its blanks and line ends as they are.
    pub keeps: bool,
}

/// What elements are open in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Page,
    /// A table, outside of its cells.
    Table,
    Caption,
    Cell,
}

/// The elements that are open within the page, a table or a cell.
#[derive(Debug)]
pub(super) struct Scope {
    pub place: Place,
    /// How text is shown in it unless an element says otherwise.
    pub base: State,
    elements: Vec<(String, State)>,
    /// How many elements are open by name.
    open: HashMap<String, usize>,
}

impl Scope {
    pub(super) fn new(place: Place, base: State) -> Self {
        Self { place, base, elements: Vec::new(), open: HashMap::new() }
    }

    /// How text is shown here.
    pub(super) fn state(&self) -> State {
        self.elements.last().map_or(self.base, |(_, state)| *state)
    }

    pub(super) fn push(&mut self, name: String, state: State) {
        *self.open.entry(name.clone()).or_default() += 1;
        self.elements.push((name, state));
    }

    /// The name of the innermost element.
    pub(super) fn last(&self) -> Option<&str> {
        self.elements.last().map(|(name, _)| name.as_str())
    }

    pub(super) fn is_open(&self, name: &str) -> bool {
        self.open.get(name).is_some_and(|count| *count > 0)
    }

    /// Closes the innermost element of a name, and those in it; answers whether there was one.
    pub(super) fn close(&mut self, name: &str) -> bool {
        // The count spares a walk through all elements for each end tag that has no element.
        if !self.is_open(name) {
            return false;
        }
        while let Some((last, _)) = self.elements.pop() {
            if let Some(count) = self.open.get_mut(&last) {
                *count -= 1;
            }
            if last == name {
                break;
            }
        }
        true
    }

    /// Closes all elements.
    pub(super) fn clear(&mut self) {
        self.elements.clear();
        self.open.clear();
    }
}
