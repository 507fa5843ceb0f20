//! The grammar at work: the text becomes tokens, a window after the other.

use std::collections::VecDeque;

use pest::{Parser, Token as Event};
use pest_derive::Parser;

use crate::source::Range;

/// How much text the parser library sees at a time. Its memory is proportional to this, not to the file.
pub(super) const WINDOW: usize = 16 * 1024;

/// How many windows are scanned at once at the most: more than there are threads, and so few that their tokens weigh
/// nothing beside the tree.
#[cfg(feature = "parallel")]
const AT_ONCE: usize = 8;

#[derive(Parser)]
#[grammar = "../grammar/perf.pest"]
struct Grammar;

/// What the parser library sees at a time of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub start: usize,
    pub end: usize,
    /// Whether tokens cannot run over its end.
    pub whole: bool,
}

impl Window {
    /// The window that begins at a place and holds no more than a length, cut at a line end where it has one.
    pub fn of(text: &str, start: usize, length: usize) -> Self {
        let rest = &text.as_bytes()[start..];
        if rest.len() <= length {
            return Self { start, end: text.len(), whole: true };
        }
        match memchr::memrchr(b'\n', &rest[..length]) {
            Some(newline) => Self { start, end: start + newline + 1, whole: true },
            None => Self { start, end: text.floor_char_boundary(start + length), whole: false },
        }
    }
}

/// The tokens of a window, with what the grammar calls them and where in the text they stand.
pub(super) type Tokens = Vec<(Rule, Range)>;

/// The tokens of a text, window by window. Where threads are to be had, the windows that most likely follow are scanned
/// along with the one that is asked for.
pub(super) struct Ahead<'t> {
    text: &'t str,
    ready: VecDeque<(Window, Option<Tokens>)>,
    /// How many windows are scanned at once.
    count: usize,
}

impl<'t> Ahead<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, ready: VecDeque::new(), count: 1 }
    }

    /// The tokens of a window; `None` where the grammar does not take it.
    pub fn tokens(&mut self, window: Window) -> Option<Tokens> {
        if self.ready.front().is_none_or(|(known, _)| *known != window) {
            // After a mistake the reader starts anew elsewhere, and what was scanned ahead was in vain.
            self.count = if self.ready.is_empty() { self.count } else { 1 };
            self.ready = self.scanned(window);
        }
        self.ready.pop_front()?.1
    }

    #[cfg(not(feature = "parallel"))]
    fn scanned(&mut self, window: Window) -> VecDeque<(Window, Option<Tokens>)> {
        [(window, scan(self.text, window))].into()
    }

    /// A window scanned, and those behind it: the more, the longer no scan was in vain.
    #[cfg(feature = "parallel")]
    fn scanned(&mut self, window: Window) -> VecDeque<(Window, Option<Tokens>)> {
        use rayon::prelude::*;

        let is_full = window.end - window.start > WINDOW / 2;
        let count = if is_full && self.count > 1 && rayon::current_num_threads() > 1 { self.count } else { 1 };
        self.count = if is_full { (self.count * 2).min(AT_ONCE) } else { self.count };
        let next = |last: &Window| (last.end < self.text.len()).then(|| Window::of(self.text, last.end, WINDOW));
        let windows: Vec<Window> = std::iter::successors(Some(window), next).take(count).collect();
        let scan = |window| (window, scan(self.text, window));
        match windows.len() {
            1 => windows.into_iter().map(scan).collect(),
            _ => windows.into_par_iter().map(scan).collect::<Vec<_>>().into(),
        }
    }
}

fn scan(text: &str, window: Window) -> Option<Tokens> {
    let pairs = Grammar::parse(Rule::piece, &text[window.start..window.end]).ok()?;
    // A guess from real files, so that the list seldom grows.
    let mut tokens = Tokens::with_capacity((window.end - window.start) / 10 + 4);
    let mut start = 0;
    for event in pairs.tokens() {
        match event {
            Event::Start { pos, .. } => start = window.start + pos.pos(),
            Event::End { rule: Rule::piece | Rule::EOI, .. } => {}
            Event::End { rule, pos } => {
                tokens.push((rule, Range::new(start as u32, (window.start + pos.pos()) as u32)));
            }
        }
    }
    Some(tokens)
}
