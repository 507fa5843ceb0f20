//! Mistakes of which the tokens tell what was meant: a text without its first quote or over several lines, a comma where
//! a statement ends. What follows is read as it was meant.

use super::{MAX_DEPTH, Reader, Rule};
use crate::{
    diagnostic::{Code, Diagnostic, Fix},
    source::{Range, first_line, indent},
    syntax::{StatementId, Token, TokenKind, quoted, quotes},
    words::{Keyword, Place, folded},
};

/// Whether a keyword is followed by a sentence and nothing else.
fn takes_only_text(keyword: Keyword) -> bool {
    use Keyword::{Basis, Describe, Goal, Note, Purpose, Reason, Source};
    matches!(keyword, Purpose | Goal | Describe | Source | Basis | Note | Reason)
}

impl Reader<'_> {
    /// Something behind a `}` on its line. What belongs to the statement of the block, 记作 …, is no statement of its own.
    pub(super) fn text_after_block(&mut self, kind: TokenKind, range: Range) {
        let keyword = if kind == TokenKind::Word { Keyword::find(&folded(self.slice(range))) } else { None };
        let is_late = keyword.is_some_and(|keyword| matches!(keyword, Keyword::As | Keyword::Weight | Keyword::Show));
        let before = Range::new(range.start, range.start).of(self.file);
        let finding = self.finding(Code::TextAfterBlock, range);
        self.builder.token(kind, range);
        if is_late {
            let finding = finding.with("word", self.slice(range)).label(1).help(1);
            self.builder.mark_broken();
            self.findings.report(finding);
        } else {
            self.findings.report(finding.fix(Fix::safe_if(
                kind == TokenKind::Word,
                before,
                self.new_line(range.start),
            )));
        }
    }

    /// Before a text: whether the words before it begin another statement on the line of the first, with a comma or
    /// nothing where a `;` belongs. No statement takes a word and a text behind a comma, so that is told by the tokens
    /// alone, and the second statement is read as if it stood on its own line.
    pub(super) fn second_statement(&mut self) {
        let Some(id) = self.builder.current() else { return };
        let finding = match self.builder.tree.tokens(id) {
            // In a block of texts: “提高”，“健全”
            [head, .., comma] if head.kind == TokenKind::Text && comma.kind == TokenKind::Comma => {
                let finding = self.instead_of_separator(*head, *comma);
                self.builder.mark_broken();
                self.findings.report(finding);
                return self.builder.end_statement();
            }
            [head, second, middle @ .., word] if word.kind == TokenKind::Word && head.kind == TokenKind::Word => {
                match middle.last() {
                    Some(comma) if comma.kind == TokenKind::Comma && second.kind == TokenKind::Text => {
                        self.instead_of_separator(*head, *comma)
                    }
                    _ if second.kind == TokenKind::Comma => return,
                    _ if self.begins_another(id, word.range) => self.without_separator(*head, *word),
                    _ => return,
                }
            }
            _ => return,
        };
        self.builder.mark_broken();
        self.findings.report(finding);
        self.builder.split_off_last();
    }

    /// Whether a word that stands behind others can only begin a statement of its own. In the line of an indicator it
    /// may be one of those that belong into its block.
    fn begins_another(&self, id: StatementId, word: Range) -> bool {
        // What stands before texts most often: 为 “…”.
        if word.len() <= "为".len() {
            return false;
        }
        let Some(keyword) = Keyword::find(&folded(self.slice(word))) else { return false };
        let in_row = self.keyword_of(id).is_none() && (keyword.fits(Place::Indicator) || keyword.fits(Place::Result));
        let begins = [Place::File, Place::Project, Place::Actual].into_iter().any(|place| keyword.fits(place));
        begins && !in_row && !keyword.fits(Place::Argument)
    }

    /// The finding for a comma that stands where a statement ends.
    fn instead_of_separator(&self, head: Token, comma: Token) -> Diagnostic {
        let text = self.slice(comma.range);
        let right = if text.is_ascii() { ";" } else { "；" };
        self.finding(Code::UnexpectedArgument, comma.range)
            .with("word", self.slice(head.range))
            .with("text", text)
            .with("right", right)
            .help(11)
            .fix(Fix::safe(comma.range.of(self.file), right))
    }

    /// The finding for a statement that begins on the line of another.
    fn without_separator(&self, head: Token, word: Token) -> Diagnostic {
        let before = Range::new(word.range.start, word.range.start).of(self.file);
        self.finding(Code::UnexpectedArgument, word.range)
            .with("word", self.slice(head.range))
            .with("text", self.slice(word.range))
            .help(1)
            .fix(Fix::safe(before, self.new_line(word.range.start)))
    }

    /// A line end, and the blanks that the line begins with in which a place stands.
    pub(super) fn new_line(&self, at: u32) -> String {
        format!("\n{}", indent(self.text, at))
    }

    /// A sentence without quotes, perhaps behind a colon, where a statement wants nothing but a text: 用途：用于培训。
    /// It is read up to the end of its line.
    pub(super) fn bare_text(&mut self, rule: Rule, token: Range) -> Option<usize> {
        if matches!(rule, Rule::text | Rule::newline | Rule::foreign_text | Rule::close | Rule::open) {
            return None;
        }
        let id = self.builder.current().filter(|_| self.state.parens.is_empty() && !self.state.after_block)?;
        let is_meant = self.builder.tree.tokens(id).len() == 1 && self.keyword_of(id).is_some_and(takes_only_text);
        if !is_meant || self.findings.is_full() {
            return None;
        }
        let range = quotes::bare(self.text, token.start as usize)?;
        let right = quoted(self.slice(range));
        let replaced = Range::new(token.start, range.end).of(self.file);
        let gap = if range.start > token.start { " " } else { "" };
        let finding = self
            .finding(Code::UnquotedName, range)
            .with("right", right.as_str())
            .fix(Fix::safe(replaced, format!("{gap}{right}")));
        self.argument(TokenKind::Text, range);
        self.findings.report(finding);
        self.builder.mark_broken();
        Some(range.end as usize)
    }

    /// A text whose opening quote is missing and that ends with the mark at this place.
    pub(super) fn unopened_text(&mut self, mark: u32) -> Option<usize> {
        let id = self.builder.current().filter(|_| self.state.parens.is_empty())?;
        let tokens = self.builder.tree.tokens(id);
        let touches = tokens.last().is_some_and(|last| last.range.end == mark);
        if !touches || !quotes::ends_text(self.text, mark as usize) {
            return None;
        }
        let is_part = |token: &Token| match token.kind {
            TokenKind::Text | TokenKind::Comparison | TokenKind::Broken => false,
            TokenKind::Word => Keyword::find(&folded(self.slice(token.range))).is_none(),
            _ => true,
        };
        let head = usize::from(tokens.len() > 1);
        let mut first = tokens.len() - tokens[head..].iter().rev().take_while(|token| is_part(token)).count();
        // 预算单位 330106 某某局”
        let is_code = |token: &Token| token.kind == TokenKind::Number && self.keyword_of(id) == Some(Keyword::Org);
        first += usize::from(first + 1 < tokens.len() && is_code(&tokens[first]));
        let run = tokens.get(first)?;
        let start = run.range.start;
        if self.builder.tree.comments.last().is_some_and(|comment| comment.start > start) {
            return None;
        }
        // ≥ 24 家”: what it ends is no text but a value.
        let is_value = |token: &Token| matches!(token.kind, TokenKind::Text | TokenKind::Comparison);
        let is_extra = matches!(run.kind, TokenKind::Number | TokenKind::Date) && tokens[..first].iter().any(is_value);
        let end = mark as usize + self.text[mark as usize..].chars().next().map_or(0, char::len_utf8);
        let range = Range::new(start, end as u32);
        if is_extra {
            let mark = Range::new(mark, end as u32);
            self.argument(TokenKind::Broken, mark);
            self.findings.report(quotes::extra(self.file, self.text, mark));
            return Some(end);
        }
        self.builder.merge_from(first, TokenKind::Text, range);
        self.findings.report(quotes::unopened(self.file, self.text, range));
        self.builder.mark_broken();
        Some(end)
    }

    /// A text that goes on over the end of its line.
    pub(super) fn text_over_lines(&mut self, start: usize) -> Option<usize> {
        let end = quotes::end_over_lines(self.text, start)?;
        let id = self.builder.current();
        let repair = match id.map(|id| (self.builder.tree.tokens(id).len(), self.keyword_of(id))) {
            None => Some(quotes::Lines::Bare),
            Some((1, Some(Keyword::Goal | Keyword::Purpose))) => Some(quotes::Lines::InBlock),
            _ => None,
        };
        let range = Range::new(start as u32, end as u32);
        self.argument(TokenKind::Text, range);
        self.findings.report(quotes::over_lines(self.file, self.text, range, repair));
        self.builder.mark_broken();
        Some(end)
    }

    /// The keyword that a statement begins with.
    fn keyword_of(&self, id: StatementId) -> Option<Keyword> {
        let head = self.builder.tree.tokens(id).first().filter(|token| token.kind == TokenKind::Word)?;
        Keyword::find(&folded(self.slice(head.range)))
    }

    /// A `（` at the end of a line, 项目 “甲” （, where no formula goes on on the next: a brace is meant, and the block is
    /// read.
    pub(super) fn paren_for_brace(&mut self) -> bool {
        let (&[paren], Some(id)) = (self.state.parens.as_slice(), self.builder.current()) else { return false };
        let tokens = self.builder.tree.tokens(id);
        let is_last = tokens.len() > 1 && tokens.last().is_some_and(|last| last.range == paren);
        let takes_block = match self.keyword_of(id) {
            Some(keyword) => keyword != Keyword::Check,
            // What follows a row or a misspelt word are statements where they hold texts, which formulas never do.
            None => {
                let behind = self.text[paren.end as usize..].trim_start();
                first_line(behind).contains(['"', '“', '「'])
            }
        };
        if !is_last || !takes_block || self.builder.open.len() >= MAX_DEPTH {
            return false;
        }
        self.builder.drop_last_token();
        self.state.parens.clear();
        self.wrong_bracket(paren, "{");
        self.builder.open_block(paren);
        true
    }

    /// The `）` that closes a block which was opened so.
    pub(super) fn paren_for_closing_brace(&mut self, paren: Range) -> bool {
        let block = self.builder.open.last().and_then(|id| self.builder.tree.get(*id).block);
        let is_meant = block.is_some_and(|block| matches!(self.slice(block.open), "(" | "（"));
        if !is_meant || !self.state.parens.is_empty() || self.builder.current().is_some() {
            return false;
        }
        self.wrong_bracket(paren, "}");
        self.builder.close_block(paren);
        self.state.after_block = true;
        true
    }

    fn wrong_bracket(&mut self, bracket: Range, right: &str) {
        let finding = self
            .finding(Code::WrongBracket, bracket)
            .with("bracket", self.slice(bracket))
            .with("right", right)
            .fix(Fix::safe(bracket.of(self.file), right));
        self.findings.report(finding);
    }
}
