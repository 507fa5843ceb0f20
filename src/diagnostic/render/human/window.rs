//! The part of a line that is shown: all of it if it fits, else what is around the places of interest.

use std::ops::Range;

use super::layout::{columns, head, tail};
use crate::diagnostic::render::visible;

/// The columns that each place gets at least in a line that is too long, however many there are.
const SMALLEST_SHARE: usize = 16;

/// What is shown of a line.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The text, with `…` for what is left out.
    pub text: String,
    /// The places of interest, as bytes of `text`.
    pub marks: Vec<Range<usize>>,
}

/// Fits a line into so many columns. The marks are bytes of the line, in order and without overlap. From the middle of a
/// mark that stands alone, `beside` columns are kept for what is said about it; half of them if that keeps the line whole,
/// for it begins with the keyword. The time it takes grows with the window, not with the line.
pub fn cut(line: &str, marks: &[Range<usize>], room: usize, beside: usize) -> Window {
    let mut window = Window { text: String::new(), marks: vec![0..0; marks.len()] };
    let mut shown = 0;
    for piece in pieces(line, marks, room, beside) {
        if piece.start > shown {
            window.text.push('…');
        }
        window.show(line, &piece, marks);
        shown = piece.end;
    }
    if shown < line.len() {
        window.text.push('…');
    }
    window
}

impl Window {
    /// Adds a piece of the line and notes where the marks that begin in it come to lie.
    fn show(&mut self, line: &str, piece: &Range<usize>, marks: &[Range<usize>]) {
        let first = marks.partition_point(|mark| mark.start < piece.start);
        let mut inside = marks.iter().enumerate().skip(first).take_while(|(_, mark)| mark.start <= piece.end);
        let mut at = piece.start;
        for (number, mark) in inside.by_ref() {
            let start = self.push(&line[at..mark.start]);
            let end = mark.end.min(piece.end);
            self.marks[number] = start..self.push(&line[mark.start..end]);
            at = end;
        }
        self.push(&line[at..piece.end]);
    }

    /// Adds text and tells where it ends.
    fn push(&mut self, text: &str) -> usize {
        self.text.extend(text.chars().map(visible));
        self.text.len()
    }
}

/// The pieces of the line that are shown, in order.
fn pieces(line: &str, marks: &[Range<usize>], room: usize, beside: usize) -> Vec<Range<usize>> {
    if head(line, room).len() == line.len() && leaves_room(line, marks, room, beside / 2) {
        let whole = 0..line.len();
        return vec![whole];
    }
    if marks.is_empty() {
        let begin = 0..head(line, room - 1).len();
        return vec![begin];
    }
    // Two columns are for the `…` on both sides.
    let share = (room / marks.len()).max(SMALLEST_SHARE) - 2;
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for piece in marks.iter().map(|mark| around(line, mark, share, beside)) {
        match pieces.last_mut() {
            Some(last) if piece.start <= last.end => last.end = last.end.max(piece.end),
            _ => pieces.push(piece),
        }
    }
    pieces
}

/// Whether there is room beside the only mark, or there is another number of them.
fn leaves_room(line: &str, marks: &[Range<usize>], room: usize, beside: usize) -> bool {
    let [mark] = marks else { return true };
    columns(&line[..mark.start]) + columns(&line[mark.clone()]) / 2 + beside <= room
}

/// The surroundings of a mark: as much of its begin as takes two thirds of the room, the rest divided between both
/// sides. What the left does not need goes to the right; what the right does not need goes to the left as far as the
/// columns beside the mark allow.
fn around(line: &str, mark: &Range<usize>, room: usize, beside: usize) -> Range<usize> {
    let (left, right) = (&line[..mark.start], &line[mark.start..]);
    let marked = head(&line[mark.clone()], room * 2 / 3);
    let spare = room - columns(marked);
    let half = tail(left, spare / 2);
    let after = head(&right[marked.len()..], spare - columns(half));
    let limit = room.saturating_sub(beside + columns(marked) / 2).max(spare / 2);
    let before = tail(left, limit.min(spare - columns(after)));
    mark.start - before.len()..mark.start + marked.len() + after.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts a line in which the marks stand in brackets, and shows the outcome the same way.
    fn shown(marked: &str, room: usize) -> String {
        let (mut line, mut marks) = (String::new(), Vec::new());
        for (number, piece) in marked.split(['[', ']']).enumerate() {
            let start = line.len();
            line.push_str(piece);
            marks.extend((number % 2 == 1).then_some(start..line.len()));
        }
        let mut window = cut(&line, &marks, room, 0);
        for mark in window.marks.iter().rev() {
            window.text.insert(mark.end, ']');
            window.text.insert(mark.start, '[');
        }
        window.text
    }

    #[test]
    fn a_line_that_fits_stays_whole() {
        assert_eq!(shown("数量 “报告” ≥ 1 [加]", 40), "数量 “报告” ≥ 1 [加]");
        assert_eq!(shown("", 40), "");
        assert_eq!(shown("[]", 40), "[]");
    }

    #[test]
    fn a_long_line_is_shown_around_its_marks() {
        let long = "推动知识产权保护体系向基层延伸".repeat(3);
        insta::assert_snapshot!(shown(&long, 20), @"推动知识产权保护体…");
        insta::assert_snapshot!(shown(&format!("[x]{long}"), 20), @"[x]推动知识产权保护…");
        insta::assert_snapshot!(shown(&format!("{long}[x]{long}"), 20), @"…基层延伸[x]推动知识…");
        insta::assert_snapshot!(shown(&format!("{long}[]"), 20), @"…保护体系向基层延伸[]");
        insta::assert_snapshot!(shown(&format!("{long}[{long}]{long}"), 20), @"…伸[推动知识产权保护]…");
        insta::assert_snapshot!(shown(&format!("{long}[x]{long}[y]{long}"), 40), @"…基层延伸[x]推动知识…基层延伸[y]推动知识…");
        insta::assert_snapshot!(shown(&format!("{long}[x]推动[y]{long}"), 40), @"…基层延伸[x]推动[y]推动知识产…");
    }

    #[test]
    fn its_time_does_not_grow_with_the_line() {
        let line = "长".repeat(30_000_000);
        let mark = 45_000_000..60_000_000;
        for _ in 0..10_000 {
            assert!(cut(&line, std::slice::from_ref(&mark), 60, 20).text.len() < 200);
        }
    }
}
