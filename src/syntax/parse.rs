//! The grammar at work: pieces of the text become tokens, tokens are folded into statements.

use pest::{Parser, Token as Event};
use pest_derive::Parser;

use super::tree::{Builder, TokenKind, Tree};
use crate::diagnostic::{Code, Diagnostic, Findings};
use crate::source::{FileId, Range, Span};
use crate::words::{Keyword, Place, folded};

/// How deep blocks may be nested. No form needs more than four.
pub const MAX_DEPTH: usize = 64;

/// How much text the parser library sees at a time. Its memory is proportional to this, not to the file.
const WINDOW: usize = 16 * 1024;

/// How far a token may look ahead of its own end; where a piece is not cut at a line end, the tokens in its last
/// bytes are read again as part of the next piece.
const LOOKAHEAD: usize = 256;

#[derive(Parser)]
#[grammar = "../grammar/perf.pest"]
struct Grammar;

/// Parses a text. Mistakes go to `findings`; the tree holds all that is sound.
pub fn parse(file: FileId, text: &str, findings: &mut Findings) -> Tree {
    let mut reader = Reader { file, text, builder: Builder::new(file, text.len()), findings, state: State::default() };
    reader.read();
    reader.finish();
    reader.builder.tree
}

/// What the reader must remember between tokens.
#[derive(Default)]
struct State {
    /// Braces opened beyond [`MAX_DEPTH`]: counted, not nested.
    too_deep: usize,
    /// The open parentheses of the statement at hand.
    parens: Vec<Range>,
    /// Where a line begins inside parentheses, as an index into the tokens.
    line_in_parens: usize,
    /// Whether the statement at hand has just ended with its block, so that nothing may follow on its line.
    after_block: bool,
}

struct Reader<'t> {
    file: FileId,
    text: &'t str,
    builder: Builder,
    findings: &'t mut Findings,
    state: State,
}

impl Reader<'_> {
    /// Reads the text piece by piece.
    fn read(&mut self) {
        let mut start = 0;
        let mut window = WINDOW;
        while start < self.text.len() {
            let (end, whole) = self.cut(start, window);
            let next = self.piece(start, end, whole);
            // A token longer than the window: look at more of the text.
            window = if next == start { window * 2 } else { WINDOW };
            start = next;
        }
    }

    /// Where a piece ends that begins at `start`, and whether tokens cannot run over that end.
    fn cut(&self, start: usize, window: usize) -> (usize, bool) {
        let rest = &self.text.as_bytes()[start..];
        if rest.len() <= window {
            return (self.text.len(), true);
        }
        match memchr::memrchr(b'\n', &rest[..window]) {
            Some(newline) => (start + newline + 1, true),
            None => (self.text.floor_char_boundary(start + window), false),
        }
    }

    /// Takes in the tokens of one piece; answers where the next piece begins.
    fn piece(&mut self, start: usize, end: usize, whole: bool) -> usize {
        let Ok(pairs) = Grammar::parse(Rule::piece, &self.text[start..end]) else {
            // The grammar takes any text. Should it ever not, the piece is reported and passed over, not lost in silence.
            self.report(Code::UnexpectedCharacter, Range::new(start as u32, end as u32));
            return end;
        };
        let safe = if whole { end } else { end.saturating_sub(LOOKAHEAD) };
        let mut token_start = start;
        for event in pairs.tokens() {
            match event {
                Event::Start { pos, .. } => token_start = start + pos.pos(),
                Event::End { rule: Rule::piece | Rule::EOI, .. } => {}
                Event::End { rule, pos } => {
                    let token_end = start + pos.pos();
                    if token_end > safe {
                        return token_start;
                    }
                    if rule == Rule::open_comment {
                        return self.long_comment(token_start);
                    }
                    self.token(rule, Range::new(token_start as u32, token_end as u32));
                }
            }
        }
        end
    }

    /// A block comment that its piece does not end: the rest of the text is searched for the end.
    fn long_comment(&mut self, start: usize) -> usize {
        // The `*` of the opening mark does not close it: `/*/`.
        let inside = start + "/*".len();
        let end = match memchr::memmem::find(&self.text.as_bytes()[inside..], b"*/") {
            Some(length) => inside + length + "*/".len(),
            None => {
                self.report(Code::UnclosedComment, Range::new(start as u32, start as u32 + 2));
                self.text.len()
            }
        };
        self.builder.tree.comments.push(Range::new(start as u32, end as u32));
        end
    }

    fn token(&mut self, rule: Rule, range: Range) {
        match rule {
            Rule::newline => self.end_of_statement(false),
            Rule::separator => self.end_of_statement(true),
            Rule::open => self.open(range),
            Rule::close => self.close(range),
            Rule::line_comment | Rule::block_comment => self.builder.tree.comments.push(range),
            Rule::word | Rule::name | Rule::odd_name => self.argument(TokenKind::Word, range),
            Rule::text | Rule::foreign_text => self.argument(TokenKind::Text, range),
            Rule::number => self.argument(TokenKind::Number, range),
            Rule::date => self.argument(TokenKind::Date, range),
            Rule::comparison | Rule::comparison_word => self.argument(TokenKind::Comparison, range),
            Rule::operator => self.argument(TokenKind::Operator, range),
            Rule::range => self.argument(TokenKind::Range, range),
            Rule::comma => self.argument(TokenKind::Comma, range),
            Rule::open_paren => {
                self.argument(TokenKind::OpenParen, range);
                if self.state.parens.is_empty() {
                    self.state.line_in_parens = 0;
                }
                self.state.parens.push(range);
            }
            Rule::close_paren => self.close_paren(range),
            Rule::unclosed_text => self.unclosed_text(range),
            _ => self.junk(range),
        }
    }

    fn argument(&mut self, kind: TokenKind, range: Range) {
        if self.state.after_block {
            self.state.after_block = false;
            self.report(Code::TextAfterBlock, range);
        }
        if !self.state.parens.is_empty() {
            self.end_before_statement(kind, range);
        }
        self.builder.token(kind, range);
    }

    /// Inside parentheses a line end does not count. But where the new line can only be a statement of its own, a `)` is
    /// missing above, and the statements below must not be lost for it.
    fn end_before_statement(&mut self, kind: TokenKind, range: Range) {
        let tokens = &self.builder.tree.tokens;
        let first = self.state.line_in_parens;
        match tokens.len().checked_sub(first) {
            // `check …`
            Some(0) if first > 0 && kind == TokenKind::Word && self.begins_statement(range) => {
                self.unclosed_parens();
                self.builder.end_statement();
            }
            // `quantity "…"`: formulas hold no texts.
            Some(1) if first > 0 && kind == TokenKind::Text && tokens[first].kind == TokenKind::Word => {
                self.unclosed_parens();
                self.builder.split_off_last();
            }
            _ => {}
        }
    }

    /// Whether a word can begin a statement, and nothing else.
    fn begins_statement(&self, range: Range) -> bool {
        let word = &self.text[range.start as usize..range.end as usize];
        Keyword::find(&folded(word)).is_some_and(|keyword| !keyword.fits(Place::Argument))
    }

    /// A line end or a `;`. Inside parentheses a line end does not count.
    fn end_of_statement(&mut self, explicit: bool) {
        if !explicit && !self.state.parens.is_empty() {
            self.state.line_in_parens = self.builder.tree.tokens.len();
            return;
        }
        self.unclosed_parens();
        self.state.after_block = false;
        self.builder.end_statement();
    }

    fn open(&mut self, brace: Range) {
        self.unclosed_parens();
        self.state.after_block = false;
        if self.builder.open.len() < MAX_DEPTH {
            self.builder.open_block(brace);
            return;
        }
        if self.state.too_deep == 0 {
            self.report(Code::NestedTooDeep, brace);
        }
        self.state.too_deep += 1;
        self.builder.end_statement();
    }

    fn close(&mut self, brace: Range) {
        self.unclosed_parens();
        if self.state.too_deep > 0 {
            self.state.too_deep -= 1;
            self.builder.end_statement();
        } else if self.builder.close_block(brace).is_none() {
            self.report(Code::UnopenedBlock, brace);
        }
        self.state.after_block = true;
    }

    fn close_paren(&mut self, paren: Range) {
        self.argument(TokenKind::CloseParen, paren);
        if self.state.parens.pop().is_none() {
            self.broken(Code::UnopenedParen, paren);
        }
    }

    /// Reports the parentheses that a statement leaves open, the innermost only: the others follow from it.
    fn unclosed_parens(&mut self) {
        if let Some(&paren) = self.state.parens.last() {
            self.broken(Code::UnclosedParen, paren);
            self.state.parens.clear();
            self.state.line_in_parens = 0;
        }
    }

    fn unclosed_text(&mut self, range: Range) {
        self.argument(TokenKind::Broken, range);
        let text = &self.text[range.start as usize..range.end as usize];
        let quote = text.chars().next().unwrap_or('"');
        let closing = match quote {
            '“' | '”' => '”',
            '「' | '」' => '」',
            _ => '"',
        };
        let other = text.char_indices().skip(1).map(|(_, c)| c).find(|c| "\"“”「」＂".contains(*c));
        let mut finding = self
            .finding(Code::UnclosedText, range)
            .with("quote", quote.to_string())
            .with("closing", closing.to_string());
        if let Some(other) = other {
            finding = finding.with("other", other.to_string()).help(1);
        }
        self.findings.report(finding);
    }

    /// Characters that mean nothing in the language; a run of the same ones is one finding.
    fn junk(&mut self, range: Range) {
        let previous = self.builder.tree.tokens.last().copied();
        self.argument(TokenKind::Broken, range);
        let slice = |range: Range| &self.text[range.start as usize..range.end as usize];
        let repeated = previous.is_some_and(|last| {
            last.kind == TokenKind::Broken && last.range.end == range.start && slice(last.range) == slice(range)
        });
        if repeated {
            return;
        }
        let character = slice(range).chars().next().unwrap_or(' ');
        let code = if character.is_control() { Code::ControlCharacter } else { Code::UnexpectedCharacter };
        let mut finding = self.finding(code, range).with("character", shown(character));
        if let Some(help) = look_alike(character) {
            finding = finding.help(help);
            // A point may as well belong to a name: `import common.perf`.
            if character == '.' {
                finding = finding.and_help(0);
            }
        }
        self.findings.report(finding);
    }

    /// Reports what the end of the text leaves open.
    fn finish(&mut self) {
        self.unclosed_parens();
        let end = self.text.len() as u32;
        // The outermost is named: what it swallowed is what the user wonders about.
        if let Some(&id) = self.builder.open.first() {
            let tree = &self.builder.tree;
            let brace = tree.get(id).block.map_or(Range::new(end, end), |block| block.open);
            let last = Range::new(self.text.trim_end().len() as u32, self.text.trim_end().len() as u32);
            let finding = Diagnostic::new(Code::UnclosedBlock, brace.of(self.file))
                .with("count", self.builder.open.len().to_string())
                .also(1, last.of(self.file));
            self.findings.report(finding);
        }
        while self.builder.close_block(Range::new(end, end)).is_some() {}
    }

    fn broken(&mut self, code: Code, range: Range) {
        self.builder.mark_broken();
        self.report(code, range);
    }

    fn report(&mut self, code: Code, range: Range) {
        let finding = self.finding(code, range);
        self.findings.report(finding);
    }

    fn finding(&self, code: Code, range: Range) -> Diagnostic {
        Diagnostic::new(code, Span { file: self.file, range })
    }
}

/// A character as a message can show it.
fn shown(character: char) -> String {
    if character.is_control() || character == '\u{FFFD}' {
        format!("U+{:04X}", character as u32)
    } else {
        character.to_string()
    }
}

/// Which help line of [`Code::UnexpectedCharacter`] speaks of this character.
fn look_alike(character: char) -> Option<usize> {
    match character {
        '\'' | '‘' | '’' | '『' | '』' | '＂' | '《' | '》' | '〈' | '〉' | '`' => Some(1),
        '#' | '＃' => Some(2),
        '[' | ']' | '【' | '】' | '〔' | '〕' | '［' | '］' => Some(3),
        '。' | '．' | '.' => Some(4),
        ':' | '：' => Some(5),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<(TokenKind, &str)> {
        let tree = parse(FileId(0), text, &mut Findings::default());
        let slice = |range: Range| &text[range.start as usize..range.end as usize];
        tree.tokens.iter().map(|token| (token.kind, slice(token.range))).collect()
    }

    #[test]
    fn a_token_is_the_same_wherever_it_stands() {
        for tail in ["12 person-days", "12 km数", "12 不超过 15", "12 不超过15", "12 多边形 5", "12 少"] {
            let [row, formula] = [format!("quantity \"a\" {tail}"), format!("quantity + {tail}")];
            assert_eq!(tokens(&row)[2..], tokens(&formula)[2..]);
        }
    }

    #[test]
    fn values_are_found_behind_words() {
        use TokenKind::{Comma, Date, Number, Operator, Range, Word};
        for (text, kinds) in [
            ("优100%，良99.5%", &[Word, Number, Word, Comma, Word, Number, Word][..]),
            ("不晚于2026年11月底前", &[Word, Date]),
            ("截至2026-12-31", &[Word, Date]),
            ("费用1", &[Word]),
            ("3次至5次", &[Number, Word, Range, Number, Word]),
            ("2026年1月至 2026年6月 底前", &[Date, Range, Date]),
            ("2026-01-2026-06", &[Date, Operator, Date]),
            ("2026-01-05-2026-06-30", &[Date, Operator, Date]),
            ("2026/11/20 2026.11.20 2026.11", &[Date, Date, Number]),
            ("530 元/人、天", &[Number, Word]),
        ] {
            let found: Vec<TokenKind> = tokens(text).into_iter().map(|(kind, _)| kind).collect();
            assert_eq!(found, kinds, "{text}");
        }
    }

    #[test]
    fn an_open_parenthesis_ends_where_the_next_statement_begins() {
        let text = "project \"p\" {\n  check (a\n    + b > 3\n  quantity \"c\" 1\n  check (d\n  check e\n}\n";
        let mut findings = Findings::default();
        let tree = parse(FileId(0), text, &mut findings);
        let spans: Vec<u32> = findings.iter().map(|finding| finding.span().range.start).collect();
        assert_eq!(spans, [text.find("(a").unwrap() as u32, text.find("(d").unwrap() as u32]);
        let project = tree.roots().next().unwrap();
        let broken: Vec<bool> = tree.children(project).map(|id| tree.get(id).broken).collect();
        assert_eq!(broken, [true, false, true, false]);
    }

    #[test]
    fn a_comment_mark_does_not_close_itself() {
        let mut findings = Findings::default();
        assert_eq!(parse(FileId(0), "/*/ a */ b", &mut findings).tokens.len(), 1);
        assert!(findings.is_empty());
        assert_eq!(parse(FileId(0), "/*/ a", &mut findings).tokens.len(), 0);
        assert!(findings.has(Code::UnclosedComment));
    }

    /// The grammar spells the comparison words out; the table of words is where they come from.
    #[test]
    fn the_grammar_knows_every_comparison() {
        use TokenKind::{Comparison, Number, Text, Word};
        for comparison in crate::words::Comparison::ALL {
            for spelling in comparison.spellings().iter().chain([&comparison.sign(), &comparison.printed()]) {
                for text in [format!("数量 \"a\" {spelling} 12 家"), format!("数量 \"a\" {spelling}12家")] {
                    let kinds: Vec<TokenKind> = tokens(&text).into_iter().map(|(kind, _)| kind).collect();
                    assert_eq!(kinds, [Word, Text, Comparison, Number, Word], "{text}");
                }
            }
        }
    }
}
