//! Text as it flows: blanks put together, lines broken where elements begin and end.

use unicode_width::UnicodeWidthChar;

use super::super::super::document::Grid;

/// What stands in a page or in a cell.
#[derive(Debug)]
pub(super) enum Part {
    /// Lines.
    Text(String),
    Grid(Grid),
}

/// The text of a page or of a cell, as far as it is read.
#[derive(Debug, Default)]
pub(super) struct Flow {
    parts: Vec<Part>,
    text: String,
    blank: Option<Blank>,
    /// Whether what comes begins a line.
    breaks: bool,
    /// Whether a line end that comes at once does not count.
    is_begin_of_pre: bool,
}

/// Blanks that are shown as one, if text follows on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blank {
    OnLine,
    /// With a line end among them, which is nothing between wide characters.
    OverLines,
}

impl Flow {
    /// Adds text whose blanks are put together.
    pub(super) fn push(&mut self, text: &str) {
        self.is_begin_of_pre = false;
        for c in text.chars() {
            match c {
                '\n' => self.blank = Some(Blank::OverLines),
                ' ' | '\t' | '\u{C}' => self.blank = self.blank.or(Some(Blank::OnLine)),
                c => {
                    self.settle(Some(c));
                    self.text.push(c);
                }
            }
        }
    }

    /// Adds text as it is.
    pub(super) fn push_kept(&mut self, text: &str) {
        let is_begin = std::mem::take(&mut self.is_begin_of_pre);
        let text = if is_begin { text.strip_prefix('\n').unwrap_or(text) } else { text };
        if !text.is_empty() {
            self.settle(None);
            self.text.push_str(text);
        }
    }

    /// Writes the line end or the blank that is due before a character.
    fn settle(&mut self, next: Option<char>) {
        let blank = self.blank.take();
        if self.is_at_begin() {
            self.breaks = false;
        } else if std::mem::take(&mut self.breaks) {
            self.text.push('\n');
        } else if let Some(blank) = blank {
            let is_between_wide = self.text.chars().next_back().is_some_and(is_wide) && next.is_some_and(is_wide);
            if blank == Blank::OnLine || !is_between_wide {
                self.text.push(' ');
            }
        }
    }

    fn is_at_begin(&self) -> bool {
        self.text.is_empty() || self.text.ends_with('\n')
    }

    /// An element begins or ends that has lines of its own.
    pub(super) fn end_line(&mut self) {
        self.breaks = true;
        self.blank = None;
    }

    /// A line break of its own.
    pub(super) fn break_line(&mut self) {
        self.blank = None;
        if std::mem::take(&mut self.breaks) && !self.is_at_begin() {
            self.text.push('\n');
        }
        self.text.push('\n');
    }

    /// Text begins that is as it is, but for a line end before it.
    pub(super) fn begin_pre(&mut self) {
        self.is_begin_of_pre = true;
    }

    /// Adds what stood in a table.
    pub(super) fn extend(&mut self, parts: Vec<Part>) {
        self.end_part();
        for part in parts {
            match (part, self.parts.last_mut()) {
                (Part::Text(text), Some(Part::Text(last))) => last.extend(["\n", &text]),
                (part, _) => self.parts.push(part),
            }
        }
    }

    fn end_part(&mut self) {
        self.end_line();
        if !self.text.is_empty() {
            self.parts.push(Part::Text(std::mem::take(&mut self.text)));
        }
    }

    /// All of it.
    pub(super) fn finish(mut self) -> Vec<Part> {
        self.end_part();
        self.parts
    }
}

/// Chinese and Japanese characters, between which a line end in the source is no blank.
fn is_wide(c: char) -> bool {
    c.width() == Some(2) && !matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(flow: Flow) -> String {
        match &flow.finish()[..] {
            [] => String::new(),
            [Part::Text(text)] => text.clone(),
            parts => panic!("{parts:?}"),
        }
    }

    #[test]
    fn blanks_are_put_together() {
        let mut flow = Flow::default();
        flow.push("  甲 \t 乙\n  丙\u{3000}\u{A0} a\n");
        flow.push("\nb \n中  ");
        assert_eq!(text(flow), "甲 乙丙\u{3000}\u{A0} a b 中");
    }

    #[test]
    fn lines() {
        let mut flow = Flow::default();
        flow.end_line();
        flow.push(" a ");
        flow.break_line();
        flow.end_line();
        flow.push(" b ");
        flow.end_line();
        flow.break_line();
        flow.end_line();
        flow.push("c");
        assert_eq!(text(flow), "a\nb\n\nc");
    }

    #[test]
    fn kept_blanks() {
        let mut flow = Flow::default();
        flow.push("a ");
        flow.begin_pre();
        flow.push_kept("\n  b\n");
        flow.push_kept(" c ");
        assert_eq!(text(flow), "a   b\n c ");
    }
}
