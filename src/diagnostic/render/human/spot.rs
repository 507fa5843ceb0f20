//! Labels brought into a form that can be drawn: each on one line, none over another, near ones together.

use std::ops::Range;

use crate::diagnostic::LabelText;
use crate::source::{FileId, Place, Sources};

/// How many lines are shown above and below a line with a label.
pub const CONTEXT: usize = 1;

/// A label on a line.
#[derive(Debug, Clone)]
pub struct Spot {
    /// The file.
    pub file: FileId,
    /// The line, from 0.
    pub line: usize,
    /// The bytes of the line that it covers, without those that another label covers; empty to point between two.
    pub range: Range<usize>,
    /// Where the label begins, which may be before the range.
    pub place: Place,
    /// What stands there, in several lines where several labels begin at the same place.
    pub text: String,
    /// Whether it is the place of the mistake.
    pub main: bool,
}

impl Spot {
    /// A label on its first line. What it covers of later lines is not drawn: a statement is a line, and a comment that is
    /// never closed may have a million.
    fn new(label: &LabelText, main: bool, sources: &Sources) -> Self {
        let source = sources.get(label.span.file);
        let place = source.place(label.span.range.start);
        let (line, start) = (source.lines().text(&source.text, place.line), source.lines().start(place.line));
        let within = |offset: u32| line.floor_char_boundary(offset.saturating_sub(start) as usize);
        let begin = within(label.span.range.start);
        let range = begin..within(label.span.range.end).max(begin);
        Self { file: label.span.file, line: place.line, range, place, text: label.text.clone(), main }
    }
}

/// The labels of a finding, in groups of near lines of one file. The group with the place of the mistake comes first,
/// then the others in the order of their places.
pub fn groups(labels: &[LabelText], sources: &Sources) -> Vec<Vec<Spot>> {
    let spots = labels.iter().enumerate().map(|(number, label)| Spot::new(label, number == 0, sources));
    let mut spots: Vec<Spot> = spots.collect();
    spots.sort_by_key(|spot| (spot.file, spot.line, spot.range.start));
    let mut groups: Vec<Vec<Spot>> = Vec::new();
    for spot in spots {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| near(last, &spot)) => join(group, spot),
            _ => groups.push(vec![spot]),
        }
    }
    groups.sort_by_key(|group| !group.iter().any(|spot| spot.main));
    groups
}

/// Whether the lines around the one touch the lines around the other.
fn near(one: &Spot, next: &Spot) -> bool {
    one.file == next.file && next.line <= one.line + 2 * CONTEXT + 1
}

/// Adds a spot behind the others. The one before it ends where it begins; if both begin at the same place, they become
/// one with both texts.
fn join(group: &mut Vec<Spot>, spot: Spot) {
    match group.last_mut() {
        Some(last) if last.line == spot.line && last.range.start == spot.range.start => {
            last.range.end = last.range.end.max(spot.range.end);
            last.main |= spot.main;
            last.text = [last.text.as_str(), &spot.text].join("\n").trim_matches('\n').to_owned();
        }
        Some(last) if last.line == spot.line => {
            last.range.end = last.range.end.min(spot.range.start);
            group.push(spot);
        }
        _ => group.push(spot),
    }
}
