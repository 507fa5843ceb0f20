//! Texts that stand above each other, made columns.

/// Where a text begins and ends on its line, by whatever measure.
pub(super) type Span = (usize, usize);

/// Where each column ends, from left to right.
pub(super) struct Columns(Vec<usize>);

impl Columns {
    /// Texts that overlap are one column. Lines that have only half as many texts as others, or fewer, do not count: they
    /// may hold titles over several columns.
    pub(super) fn of(lines: &[Vec<Span>]) -> Self {
        let most = lines.iter().map(Vec::len).max().unwrap_or(0);
        let mut spans: Vec<Span> = lines.iter().filter(|line| line.len() * 2 > most).flatten().copied().collect();
        spans.sort_unstable();
        let mut ends: Vec<usize> = Vec::new();
        for (start, end) in spans {
            match ends.last_mut() {
                Some(last) if start < *last => *last = end.max(*last),
                _ => ends.push(end),
            }
        }
        Self(ends)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The column of a text that begins there.
    pub(super) fn column(&self, start: usize) -> usize {
        self.0.partition_point(|end| *end <= start).min(self.0.len().saturating_sub(1))
    }

    /// Where a column ends.
    pub(super) fn end(&self, column: usize) -> usize {
        self.0.get(column).copied().unwrap_or(usize::MAX)
    }
}
