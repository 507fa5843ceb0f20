//! Neighbouring rows, aligned: the texts behind their head words begin in the same column.

/// The widest head that others are aligned to, in display columns. A wider one stands out by itself rather than pushing
/// all others away.
const WIDEST: usize = 24;

/// Where blanks are to go into the finished text.
#[derive(Debug)]
struct Row {
    /// The offset behind the head words.
    at: usize,
    /// The width of the head words in display columns.
    width: usize,
    /// The run that it belongs to.
    run: usize,
}

/// Collects the rows while the text is written, and pads them when all are known.
#[derive(Debug)]
pub struct Columns {
    rows: Vec<Row>,
    /// The widest head of each run.
    runs: Vec<usize>,
    /// The run at hand in each open block, with the number of head words that its rows have; the innermost last, the
    /// first is that of the file.
    open: Vec<Option<(usize, usize)>>,
}

impl Columns {
    pub fn new() -> Self {
        Self { rows: Vec::new(), runs: Vec::new(), open: vec![None] }
    }

    /// A block begins. The run around it goes on behind the block.
    pub fn begin_block(&mut self) {
        self.open.push(None);
    }

    /// The innermost block ends.
    pub fn end_block(&mut self) {
        self.open.pop();
    }

    /// Something other than a row stands here.
    pub fn end_run(&mut self) {
        if let Some(run) = self.open.last_mut() {
            *run = None;
        }
    }

    /// A row whose head, of so many words, ends at offset `at`.
    pub fn row(&mut self, at: usize, width: usize, words: usize) {
        let run = self.run(words);
        if width <= WIDEST {
            self.runs[run] = self.runs[run].max(width);
        }
        self.rows.push(Row { at, width, run });
    }

    /// The run at hand; a new one where there is none of such rows.
    fn run(&mut self, words: usize) -> usize {
        if let Some(&Some((run, same))) = self.open.last()
            && same == words
        {
            return run;
        }
        let run = self.runs.len();
        self.runs.push(0);
        if let Some(open) = self.open.last_mut() {
            *open = Some((run, words));
        }
        run
    }

    /// The text with its rows padded.
    pub fn pad(&self, text: &str) -> String {
        let missing = |row: &Row| self.runs[row.run].saturating_sub(row.width);
        let mut padded = String::with_capacity(text.len() + self.rows.iter().map(missing).sum::<usize>());
        let mut done = 0;
        for row in &self.rows {
            padded.push_str(&text[done..row.at]);
            padded.extend(std::iter::repeat_n(' ', missing(row)));
            done = row.at;
        }
        padded + &text[done..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_padded_each_for_itself() {
        let mut columns = Columns::new();
        columns.row(2, 2, 1);
        columns.begin_block();
        columns.row(4, 1, 2);
        columns.row(8, 3, 2);
        columns.end_block();
        columns.row(10, 1, 1);
        columns.end_run();
        columns.row(12, 1, 1);
        columns.row(41, 28, 1);
        columns.row(44, 2, 2);
        assert_eq!(
            columns.pad("aa|b|ccc|d|e|ffffffffffffffffffffffffffff|gg|"),
            "aa|b  |ccc|d |e|ffffffffffffffffffffffffffff|gg|"
        );
    }
}
