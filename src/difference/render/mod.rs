//! Differences as text for people and for programs.
//!
//! Each format has a file of its own; `words` says in both languages what the formats for people have in common.

mod json;
mod markdown;
mod text;
mod words;

use super::{Difference, Pair, Place, ProjectDifference};
use crate::diagnostic::render::Style;

pub use json::{FORMAT, SCHEMA};

/// A form in which differences are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people at a terminal.
    Text,
    /// GitHub Flavored Markdown, for a comment under a change.
    Markdown,
    /// [`FORMAT`], for programs.
    Json,
}

impl Format {
    /// All formats, the usual one first.
    pub const ALL: [Self; 3] = [Self::Text, Self::Markdown, Self::Json];

    /// The word that chooses the format.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Json => "json",
        }
    }

    /// The format that a word chooses.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}

/// Writes differences in a format. The formats for people are empty where there is none; JSON heeds neither language nor
/// colour.
pub fn render(format: Format, difference: &Difference<'_>, style: Style) -> String {
    match format {
        Format::Text => text::render(difference, style),
        Format::Markdown => markdown::render(difference, style.lang),
        Format::Json => json::render(difference),
    }
}

/// `old.perf:9 → new.perf:9`, or the one place that there is.
fn places<T>(pair: &Pair<'_, T>, place: impl Fn(&T) -> &Place) -> String {
    let places = [pair.before(), pair.after()].into_iter().flatten().map(|thing| place(thing).to_string());
    places.collect::<Vec<_>>().join(" → ")
}

/// The projects of which people are told.
fn told<'a, 'd>(difference: &'a Difference<'d>) -> impl Iterator<Item = &'a ProjectDifference<'d>> {
    difference.projects.iter().filter(|project| project.differs())
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn formats_are_chosen_by_their_ids() {
        for format in Format::ALL {
            assert_eq!(Format::find(format.id()), Some(format));
        }
        assert_eq!(Format::find("html"), None);
    }
}
