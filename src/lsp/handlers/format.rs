//! The canonical form of a document, of some lines, of what has just been written.

use gen_lsp_types::{
    DocumentFormattingParams, DocumentOnTypeFormattingParams, DocumentRangeFormattingParams, Position, Range, TextEdit,
};
use perfc::{format::Options, model::Workspace, source};

use super::Asked;
use crate::lsp::{edits, server::Server};

/// The blanks of one block.
const STEP: usize = 4;

impl Server {
    /// The canonical form of a document.
    pub fn formatted(&mut self, params: DocumentFormattingParams) -> Option<Vec<TextEdit>> {
        self.ask(&params.text_document.uri, |asked| within(asked, None))
    }

    /// The canonical form of some lines.
    pub fn formatted_range(&mut self, params: DocumentRangeFormattingParams) -> Option<Vec<TextEdit>> {
        self.ask(&params.text_document.uri, |asked| within(asked, Some(lines(params.range))))
    }

    /// The canonical form of the line that has just been ended, and the indentation of the new one.
    pub fn formatted_on_type(&mut self, params: DocumentOnTypeFormattingParams) -> Option<Vec<TextEdit>> {
        let Position { line, .. } = params.position;
        self.ask(&params.text_document.uri, |asked| {
            if params.ch != "\n" {
                return within(asked, Some((line, line)));
            }
            let mut edits = within(asked, line.checked_sub(1).map(|before| (before, before)));
            edits.retain(|edit| edit.range.end.line < line || edit.range.end == Position::new(line, 0));
            edits.extend(indentation(asked, line));
            edits
        })
    }
}

/// The lines that a range touches; one that ends where a line begins does not touch that.
fn lines(range: Range) -> (u32, u32) {
    let last =
        if range.end.character == 0 && range.end.line > range.start.line { range.end.line - 1 } else { range.end.line };
    (range.start.line, last)
}

/// The edits of these lines, first and last, or of all.
fn within(asked: &Asked<'_>, lines: Option<(u32, u32)>) -> Vec<TextEdit> {
    let document = asked.compiled.workspace.document(Workspace::MAIN);
    let all = edits::formatted(document.text, document.tree, Options::default());
    let edits = all.into_iter().map(|edit| asked.edit(edit));
    let touches = |edit: &TextEdit| {
        let Range { start, end } = edit.range;
        let last = if end.character == 0 && end.line > start.line { end.line - 1 } else { end.line };
        lines.is_none_or(|(from, to)| start.line <= to && from <= last)
    };
    edits.filter(touches).collect()
}

/// The blanks before what will be written on a line that is empty so far: as deep as its block.
fn indentation(asked: &Asked<'_>, line: u32) -> Option<TextEdit> {
    let source = asked.source();
    let text = source.lines().text(&source.text, line as usize);
    let start = source.lines().start(line as usize);
    let depth = asked.view.depth(start);
    let closes = text.trim_start().starts_with(['}', '｝']);
    let blanks = " ".repeat(STEP * (depth - usize::from(closes && depth > 0)));
    let written = text.len() - text.trim_start_matches([' ', '\t', '\u{3000}']).len();
    let range = asked.range(source::Range::new(start, start + written as u32));
    (text[..written] != *blanks).then_some(TextEdit { range, new_text: blanks })
}
