//! Lines of pieces become lines of the canonical form.

use unicode_width::UnicodeWidthStr;

use super::{
    Options,
    code::Code,
    columns::Columns,
    lines::Line,
    spacing::{Before, has_blank, is_operand, is_sign},
    spelling,
    wording::Wording,
};
use crate::{
    source::Range,
    syntax::{Piece, PieceKind, StatementId, TokenKind, Tree},
};

/// How much deeper than its parent a statement is indented.
const INDENT: &str = "    ";

/// The deepest indentation, in steps; no form needs more than four. What is nested deeper stays at this margin, so that
/// indentation cannot make a long text out of a short one.
const DEEPEST: usize = 8;

/// What was written last.
#[derive(Debug, Clone, Copy)]
enum Last {
    /// A line, ended but for its line end.
    Line,
    /// The indentation of a line, or the mark between two statements on one.
    Begin,
    Token(Before),
    Comment,
    /// `{`
    Open,
    /// `}`
    Close,
}

/// A statement that is aligned with its neighbours.
#[derive(Debug, Clone, Copy)]
struct Row {
    /// How many words stand before its text.
    words: usize,
    /// How many of them have been written.
    written: usize,
    /// Where they begin in the finished text.
    start: usize,
}

/// Writes the canonical form.
pub struct Layout<'t> {
    text: &'t str,
    tree: &'t Tree,
    wording: Wording<'t>,
    columns: Columns,
    out: String,
    last: Last,
    /// How many blocks over several lines are open.
    depth: usize,
    /// How many blocks on one line are open within them.
    inline: usize,
    /// Whether a blank line is due before the next line.
    blank: bool,
    /// Whether the last line ended with the begin of a block, so that no blank line may follow.
    opened: bool,
    /// Whether the comment written last belongs to the statement that follows on its line.
    led: bool,
    /// The row at hand, until its head words are written.
    row: Option<Row>,
    /// Whether the statement as far as it is written ends with something to calculate with.
    operand: bool,
    /// The code that the statement holds, if it does.
    code: Option<Code>,
    /// Whether the token before was a head word.
    after_head: bool,
    /// Where the last token ended in the text.
    end: u32,
}

impl<'t> Layout<'t> {
    pub fn new(text: &'t str, tree: &'t Tree, options: Options<'t>) -> Self {
        Self {
            text,
            tree,
            wording: Wording::new(text, tree, options),
            columns: Columns::new(),
            out: String::with_capacity(text.len() + text.len() / 8),
            last: Last::Line,
            depth: 0,
            inline: 0,
            blank: false,
            opened: false,
            led: false,
            row: None,
            operand: false,
            code: None,
            after_head: false,
            end: 0,
        }
    }

    /// Takes in a line of the text.
    pub fn line(&mut self, line: &Line) {
        if line.frozen {
            self.copy(line);
        } else if line.pieces.is_empty() {
            self.blank_line();
        } else {
            self.lay_out(line);
        }
        self.last = Last::Line;
    }

    /// The finished text, with one line end at its end.
    pub fn finish(mut self) -> String {
        // A comment that is never closed may end with line ends of its own.
        self.out.truncate(self.out.trim_end_matches('\n').len());
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.columns.pad(&self.out)
    }

    /// A line that must not be touched.
    fn copy(&mut self, line: &Line) {
        self.columns.end_run();
        let closes = line.pieces.first().is_some_and(|piece| piece.kind == PieceKind::Close);
        self.end_line(!closes);
        let mut at = line.range.start;
        for &piece in &line.pieces {
            self.copy_gap(at, piece.range.start);
            self.copy_piece(piece);
            at = piece.range.end;
        }
        self.copy_gap(at, line.range.end);
        let last = line.pieces.iter().rfind(|piece| piece.kind != PieceKind::Comment);
        self.opened = last.is_some_and(|piece| piece.kind == PieceKind::Open);
    }

    fn copy_gap(&mut self, start: u32, end: u32) {
        let blanks = self.slice(Range::new(start, end));
        spelling::write_lines(&mut self.out, blanks);
    }

    fn copy_piece(&mut self, piece: Piece) {
        let text = self.slice(piece.range);
        match piece.kind {
            PieceKind::Comment => return spelling::write_lines(&mut self.out, text),
            PieceKind::Token { kind, first } => self.wording.pass(kind, text, first),
            PieceKind::Open => self.begin_block(piece.statement),
            PieceKind::Close => self.end_block(),
            PieceKind::Separator | PieceKind::Newline | PieceKind::Stray => {}
        }
        self.out.push_str(text);
    }

    fn blank_line(&mut self) {
        self.columns.end_run();
        self.blank = !self.opened && !self.out.is_empty();
    }

    fn lay_out(&mut self, line: &Line) {
        let mut at = 0;
        while let Some(&piece) = line.pieces.get(at) {
            match piece.kind {
                PieceKind::Token { kind, first } => {
                    self.go_to_token(line, at, kind, first);
                    self.token(piece, kind, first);
                }
                PieceKind::Open => self.open(line, at),
                PieceKind::Close => self.close(),
                PieceKind::Comment => {
                    at = self.comments(line, at);
                    continue;
                }
                PieceKind::Separator | PieceKind::Newline | PieceKind::Stray => {}
            }
            at += 1;
        }
    }

    // ---- tokens

    /// Goes to the place of a token: a statement begins, or goes on inside parentheses.
    fn go_to_token(&mut self, line: &Line, at: usize, kind: TokenKind, first: bool) {
        if first {
            let is_led = self.led;
            self.begin_statement();
            if self.inline == 0 && !is_led {
                self.begin_row(line, at);
            }
        } else if matches!(self.last, Last::Line) {
            let closing = usize::from(kind == TokenKind::CloseParen);
            self.begin_line(self.depth + line.parens.saturating_sub(closing));
        }
    }

    /// Takes note of a row, or of its lack.
    fn begin_row(&mut self, line: &Line, at: usize) {
        let words = line.head_words(at).filter(|&words| self.is_table(line, at, words));
        self.row = words.map(|words| Row { words, written: 0, start: self.out.len() });
        if words.is_none() {
            self.columns.end_run();
        }
    }

    /// Whether a statement can be part of a table. Rows of indicators can with all that stands in their blocks; other
    /// statements of several lines are no rows, and outside of all blocks there are only neighbours by chance.
    fn is_table(&self, line: &Line, at: usize, words: usize) -> bool {
        let block = self.tree.get(line.pieces[at].statement).block;
        words == 1 && self.depth > 0 || block.is_none_or(|block| line.holds(block))
    }

    fn token(&mut self, piece: Piece, kind: TokenKind, first: bool) {
        let text = self.slice(piece.range);
        if first {
            self.code = Code::of(self.text, self.tree, piece.statement);
        }
        // The tokens of a code stay together or apart as they are. The head may be turned into a word that what follows
        // it would continue.
        let code = self.code.filter(|_| !first && Code::may_hold(kind));
        let may_touch =
            matches!(self.last, Last::Token(before) if Code::may_hold(before.kind) || before.kind == TokenKind::Text);
        let is_apart = piece.range.start > self.end || self.after_head;
        if if code.is_some() && may_touch { is_apart } else { self.needs_blank(kind, text) } {
            self.out.push(' ');
        }
        self.end = piece.range.end;
        match code {
            Some(code) => {
                self.wording.pass(kind, text, first);
                self.out.push_str(&code.spelt(text));
            }
            None => self.wording.write(&mut self.out, kind, text, first),
        }
        self.row_token();
        self.last = Last::Token(Before { kind, sign: is_sign(kind, text, self.operand) });
        self.operand = is_operand(kind, text, first);
        self.after_head = first;
    }

    /// A token has been written: the last head word of a row is where the row is padded.
    fn row_token(&mut self) {
        let Some(row) = &mut self.row else { return };
        row.written += 1;
        if row.written == row.words {
            self.columns.row(self.out.len(), self.out[row.start..].width(), row.words);
            self.row = None;
        }
    }

    fn needs_blank(&self, kind: TokenKind, text: &str) -> bool {
        match self.last {
            Last::Token(before) => has_blank(before, self.operand, kind, text),
            Last::Comment => !matches!(kind, TokenKind::CloseParen | TokenKind::Comma),
            _ => false,
        }
    }

    // ---- blocks

    fn open(&mut self, line: &Line, at: usize) {
        let id = line.pieces[at].statement;
        if self.tree.tokens(id).is_empty() {
            self.begin_statement();
            self.end_run();
        }
        if !matches!(self.last, Last::Begin) {
            self.out.push(' ');
        }
        self.out.push('{');
        self.last = Last::Open;
        if self.tree.get(id).block.is_some_and(|block| line.holds(block)) {
            self.inline += 1;
            self.wording.begin_block(id);
        } else {
            self.opened = true;
            self.begin_block(id);
        }
    }

    fn close(&mut self) {
        if self.inline > 0 {
            self.inline -= 1;
            self.wording.end_block();
            self.out.push_str(if matches!(self.last, Last::Open) { "}" } else { " }" });
        } else {
            self.end_block();
            self.blank = false;
            self.begin_line(self.depth);
            self.out.push('}');
        }
        self.opened = false;
        self.last = Last::Close;
    }

    /// A block over several lines begins.
    fn begin_block(&mut self, id: StatementId) {
        self.depth += 1;
        self.columns.begin_block();
        self.wording.begin_block(id);
    }

    /// A block over several lines ends.
    fn end_block(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.columns.end_block();
        self.wording.end_block();
    }

    // ---- comments

    /// Writes the comments that stand next to each other from this piece on; answers which piece follows them.
    fn comments(&mut self, line: &Line, from: usize) -> usize {
        let count = line.pieces[from..].iter().take_while(|piece| piece.kind == PieceKind::Comment).count();
        let next = line.pieces.get(from + count);
        if self.leads(next) {
            self.begin_statement();
            self.end_run();
            self.led = true;
        } else if matches!(self.last, Last::Line) {
            self.columns.end_run();
            self.begin_line(self.depth + line.parens);
        }
        let ends = matches!(next.map(|piece| piece.kind), None | Some(PieceKind::Separator | PieceKind::Close));
        for piece in &line.pieces[from..from + count] {
            self.out.push_str(self.before_comment(ends && self.inline == 0));
            spelling::write_comment(&mut self.out, &self.text[piece.range.start as usize..piece.range.end as usize]);
            self.last = Last::Comment;
        }
        from + count
    }

    /// What stands before a comment; `trailing` says whether nothing but comments follows on its line.
    fn before_comment(&self, trailing: bool) -> &'static str {
        match self.last {
            Last::Line | Last::Begin => "",
            Last::Comment => " ",
            _ if trailing => "  ",
            Last::Token(Before { kind: TokenKind::OpenParen, .. }) => "",
            _ => " ",
        }
    }

    /// Whether a statement begins with this piece, so that comments before it belong to it.
    fn leads(&self, piece: Option<&Piece>) -> bool {
        piece.is_some_and(|piece| match piece.kind {
            PieceKind::Token { first, .. } => first,
            PieceKind::Open => self.tree.tokens(piece.statement).is_empty(),
            _ => false,
        })
    }

    // ---- lines

    /// What stands on a line of its own here is no row.
    fn end_run(&mut self) {
        if self.inline == 0 {
            self.columns.end_run();
        }
    }

    /// Goes to where a statement begins: a new line or, in a block on one line, behind the statement before.
    fn begin_statement(&mut self) {
        (self.operand, self.row) = (false, None);
        if std::mem::take(&mut self.led) {
            return;
        }
        if self.inline > 0 {
            self.out.push_str(if matches!(self.last, Last::Open) { " " } else { "; " });
            self.last = Last::Begin;
            return;
        }
        self.begin_line(self.depth);
    }

    fn begin_line(&mut self, depth: usize) {
        self.end_line(true);
        self.out.extend(std::iter::repeat_n(INDENT, depth.min(DEEPEST)));
        self.opened = false;
        self.last = Last::Begin;
    }

    /// Ends the line before, with the blank line that is due unless `blank` forbids it.
    fn end_line(&mut self, blank: bool) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        if std::mem::take(&mut self.blank) && blank {
            self.out.push('\n');
        }
    }

    fn slice(&self, range: Range) -> &'t str {
        &self.text[range.start as usize..range.end as usize]
    }
}
