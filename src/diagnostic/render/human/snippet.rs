//! The lines of the source that a finding points at, drawn by miette.
//!
//! miette is given a *sheet*: the few lines to show, already cut to the width, with everything in them visible, and the
//! labels as places on the sheet. So a snippet costs the same in a file of any size; lines and columns are our own count
//! of characters; and what miette misdraws (labels that overlap, that take several lines, that lie behind the last
//! character) does not occur on a sheet.

use std::fmt;
use std::ops::Range;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode};
use miette::{SourceSpan, SpanContents, ThemeCharacters, ThemeStyles};

use super::layout::{LONGEST_SENTENCE, clip, columns, head, wrap};
use super::spot::{CONTEXT, Spot, groups};
use super::window::cut;
use crate::diagnostic::LabelText;
use crate::diagnostic::render::one_line;
use crate::source::{Place, Source, Sources};

/// What miette writes before a label's text: `╰── `.
const HOOK: usize = 5;

/// The columns that a label's text gets if it needs them, at the cost of the line.
const USUAL_TEXT: usize = 24;

/// The columns that a label's text gets at least, even where it begins near the right edge.
const NARROWEST_TEXT: usize = 10;

/// Draws the lines with the labels, the place of the mistake first. The colour of that place is that of `error` in the
/// given styles.
pub fn draw(labels: &[LabelText], sources: &Sources, width: usize, styles: &ThemeStyles) -> String {
    let sheet = Sheet::new(labels, sources, width);
    let others = styles.highlights.first().copied().unwrap_or(styles.error);
    let highlights = sheet.marks.iter().map(|mark| if mark.main { styles.error } else { others }).collect();
    let styles = ThemeStyles { highlights, ..styles.clone() };
    let theme = GraphicalTheme { characters: ThemeCharacters::unicode(), styles };
    let handler = GraphicalReportHandler::new_themed(theme).with_context_lines(CONTEXT);
    let mut drawn = String::new();
    // Writing to a string does not fail; if it did, the rest of the finding could still be read.
    handler.render_report(&mut drawn, &sheet).ok();
    // The first line is for the title of the report, which a sheet has not.
    drawn.lines().skip(1).map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// What miette is given to draw.
#[derive(Debug, Default)]
struct Sheet {
    text: String,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
}

/// Consecutive lines of one file.
#[derive(Debug)]
struct Block {
    name: String,
    /// The numbers of the lines, from 0.
    lines: Range<usize>,
    /// Where they stand on the sheet.
    on_sheet: Range<usize>,
}

/// A label on the sheet.
#[derive(Debug)]
struct Mark {
    on_sheet: Range<usize>,
    text: String,
    /// Where it is in its file.
    place: Place,
    main: bool,
}

impl Sheet {
    fn new(labels: &[LabelText], sources: &Sources, width: usize) -> Self {
        let mut sheet = Self::default();
        for group in groups(labels, sources) {
            if let Some(spot) = group.first() {
                sheet.add_block(sources.get(spot.file), &group, width);
            }
        }
        sheet
    }

    /// Adds the lines around the spots, which lie in this source and in the order of their places.
    fn add_block(&mut self, source: &Source, spots: &[Spot], width: usize) {
        let lines = lines_around(source, spots, width);
        // miette writes ` 12 │ ` before a line.
        let room = width.saturating_sub(lines.end.to_string().len() + 4);
        let start = self.text.len();
        for line in lines.clone() {
            let first = spots.partition_point(|spot| spot.line < line);
            let behind = spots.partition_point(|spot| spot.line <= line);
            self.add_line(source.lines().text(&source.text, line), &spots[first..behind], room);
        }
        self.blocks.push(Block { name: one_line(&source.name), lines, on_sheet: start..self.text.len() });
    }

    /// Adds a line, always with a line end, so that there is room to point behind its last character.
    fn add_line(&mut self, line: &str, spots: &[Spot], room: usize) {
        let ranges: Vec<_> = spots.iter().map(|spot| spot.range.clone()).collect();
        let longest = spots.iter().flat_map(|spot| spot.text.lines()).map(|text| columns(head(text, USUAL_TEXT))).max();
        let window = cut(line, &ranges, room, longest.map_or(0, |text| HOOK + text));
        let start = self.text.len();
        for (spot, mark) in spots.iter().zip(window.marks) {
            let before = columns(&window.text[..mark.start]) + columns(&window.text[mark.clone()]) / 2;
            let text = fold(&spot.text, room.saturating_sub(before + HOOK).max(NARROWEST_TEXT));
            let on_sheet = start + mark.start..start + mark.end;
            self.marks.push(Mark { on_sheet, text, place: spot.place, main: spot.main });
        }
        self.text.extend([&window.text, "\n"]);
    }
}

/// The lines of the spots with those above and below; one that would be shown empty tells nothing there.
fn lines_around(source: &Source, spots: &[Spot], width: usize) -> Range<usize> {
    let (first, last) = (spots.first().map_or(0, |spot| spot.line), spots.last().map_or(0, |spot| spot.line));
    let empty = |line: usize| head(source.lines().text(&source.text, line), width).trim().is_empty();
    let start = (first.saturating_sub(CONTEXT)..first).find(|&line| !empty(line)).unwrap_or(first);
    let end = (last + 1..(last + 1 + CONTEXT).min(source.lines().count())).rfind(|&line| !empty(line)).unwrap_or(last);
    start..end + 1
}

/// Breaks each line of a text to the width, into parts of about the same length.
fn fold(text: &str, room: usize) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| clip(&one_line(line), LONGEST_SENTENCE)).collect();
    let parts = lines.iter().flat_map(|line| {
        let parts = columns(line).div_ceil(room).max(1);
        wrap(line, (columns(line).div_ceil(parts) + 2).min(room))
    });
    parts.collect::<Vec<_>>().join("\n")
}

impl SourceCode for Sheet {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        // A span that reaches into another block is refused: miette then draws each in a frame of its own. No label reaches
        // the end of its block, for that is behind a line end.
        let holds = |block: &&Block| block.on_sheet.contains(&start) && block.on_sheet.contains(&end);
        let block = self.blocks.iter().find(holds).ok_or(MietteError::OutOfBounds)?;
        // Without lines around it, the span is read for the line and column that the frame names.
        let mark = self.marks.iter().find(|mark| lines_before == 0 && mark.on_sheet.start == start);
        let (line, column) = mark.map_or((block.lines.start, 0), |mark| (mark.place.line, mark.place.column));
        let on_sheet = block.on_sheet.clone();
        let data = self.text[on_sheet.clone()].as_bytes();
        let span = (on_sheet.start, on_sheet.len()).into();
        Ok(Box::new(MietteSpanContents::new_named(block.name.clone(), data, span, line, column, block.lines.len())))
    }
}

impl miette::Diagnostic for Sheet {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.marks.iter().map(|mark| {
            let text = (!mark.text.is_empty()).then(|| mark.text.clone());
            let span = (mark.on_sheet.start, mark.on_sheet.len());
            if mark.main {
                LabeledSpan::new_primary_with_span(text, span)
            } else {
                LabeledSpan::new_with_span(text, span)
            }
        })))
    }
}

impl std::error::Error for Sheet {}

impl fmt::Display for Sheet {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}
