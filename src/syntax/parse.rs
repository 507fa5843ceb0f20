//! Tokens are folded into statements.

mod slips;

use super::{
    balance::{self, Repair},
    quotes,
    scan::{Ahead, Rule, WINDOW, Window},
    tree::{Builder, StatementId, TokenKind, Tree},
};
use crate::diagnostic::{Code, Diagnostic, Findings, Fix};
use crate::source::{FileId, Range, Span, invisible, is_invisible};
use crate::words::{Comparison, Keyword, Place, folded};

/// How deep blocks may be nested. No form needs more than four.
pub const MAX_DEPTH: usize = 64;

/// How much it sees behind a mistake from which it starts anew, so that a file full of them costs no window each.
const RESTART: usize = 1024;

/// How far a token may look ahead of its own end; where a window is not cut at a line end, the tokens in its last
/// bytes are read again as part of the next one.
const LOOKAHEAD: usize = 256;

/// Parses a text. Mistakes go to `findings`; the tree holds all that is sound.
///
/// Where braces do not match, the text is read again with the most likely one put right, as long as that helps.
pub fn parse(file: FileId, text: &str, findings: &mut Findings) -> Tree {
    let mut best = Reading::of(file, text, Vec::new());
    while (1..=balance::MOST).contains(&best.unmatched()) && best.repairs.len() < balance::MOST {
        let Some(repairs) = best.with_repair(text) else { break };
        let next = Reading::of(file, text, repairs);
        if next.unmatched() >= best.unmatched() {
            break;
        }
        best = next;
    }
    for (at, character) in invisible(text) {
        let range = Range::new(at as u32, (at + character.len_utf8()) as u32);
        findings.report(Diagnostic::new(Code::ControlCharacter, range.of(file)).with("character", shown(character)));
    }
    best.finish(text.len() as u32, findings)
}

/// A text, read.
struct Reading {
    tree: Tree,
    findings: Findings,
    /// `{` without a `}`, the outermost first.
    open: Vec<StatementId>,
    /// `}` without a `{`.
    extra: usize,
    /// The braces that were put right, by their places.
    repairs: Vec<Repair>,
}

impl Reading {
    fn of(file: FileId, text: &str, repairs: Vec<Repair>) -> Self {
        let mut findings = Findings::default();
        let state = State::default();
        let builder = Builder::new(file, text.len());
        let mut reader = Reader { file, text, builder, findings: &mut findings, state, repairs: &repairs };
        reader.read();
        reader.paren_for_brace();
        reader.unclosed_parens();
        let (mut builder, extra) = (reader.builder, reader.state.extra);
        let (open, end) = (builder.open.clone(), text.len() as u32);
        while builder.close_block(Range::new(end, end)).is_some() {}
        Self { tree: builder.tree, findings, open, extra, repairs }
    }

    /// How many braces have no counterpart.
    fn unmatched(&self) -> usize {
        self.extra + self.open.len()
    }

    /// The repairs with one more; `None` where the text gives no hint.
    fn with_repair(&self, text: &str) -> Option<Vec<Repair>> {
        let guess = if self.extra > 0 { balance::missing_open } else { balance::missing_close };
        let guess = guess(&self.tree, text);
        let guess = guess.filter(|guess| !self.repairs.contains(guess))?;
        let mut repairs = self.repairs.clone();
        repairs.push(guess);
        repairs.sort_by_key(|repair| repair.at());
        Some(repairs)
    }

    /// Reports what the end of the text leaves open.
    fn finish(mut self, end: u32, findings: &mut Findings) -> Tree {
        let file = self.tree.file;
        // The outermost is named: what it swallowed is what the user wonders about.
        if let Some(&id) = self.open.first() {
            let brace = self.tree.get(id).block.map_or(Range::new(end, end), |block| block.open);
            let finding = Diagnostic::new(Code::UnclosedBlock, brace.of(file))
                .with("count", self.open.len().to_string())
                .also(1, Range::new(end, end).of(file));
            self.findings.report(finding);
        }
        self.tree.unmatched = self.unmatched() > 0 || !self.repairs.is_empty();
        findings.append(self.findings);
        self.tree
    }
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
    /// How many `}` had no `{`.
    extra: usize,
    /// How many of the repairs have been made.
    repaired: usize,
}

struct Reader<'t> {
    file: FileId,
    text: &'t str,
    builder: Builder,
    findings: &'t mut Findings,
    state: State,
    repairs: &'t [Repair],
}

impl Reader<'_> {
    /// Reads the text window by window.
    fn read(&mut self) {
        let mut ahead = Ahead::new(self.text);
        let (mut start, mut length) = (0, WINDOW);
        while start < self.text.len() {
            let window = Window::of(self.text, start, length);
            let next = match ahead.tokens(window) {
                Some(tokens) => self.tokens(window, &tokens),
                None => self.pass_over(window),
            };
            length = match next {
                // A token longer than the window: look at more of the text.
                _ if next == start => length * 2,
                _ if next < window.end => RESTART,
                _ => (length * 2).min(WINDOW),
            };
            start = next;
        }
    }

    /// The grammar takes any text. Should it ever not, that is reported, so that nothing is lost in silence.
    fn pass_over(&mut self, window: Window) -> usize {
        self.report(Code::UnexpectedCharacter, Range::new(window.start as u32, window.end as u32));
        window.end
    }

    /// Takes in the tokens of a window; answers where the next one begins.
    fn tokens(&mut self, window: Window, tokens: &[(Rule, Range)]) -> usize {
        let safe = if window.whole { window.end } else { window.end.saturating_sub(LOOKAHEAD) };
        for &(rule, range) in tokens {
            let (token_start, token_end) = (range.start as usize, range.end as usize);
            // A text that is not closed within the window takes in all the rest of it.
            let is_cut = rule != Rule::unclosed_text
                || self.findings.is_full()
                || quotes::closes(self.text, token_start, window.end);
            if token_end > safe && is_cut {
                return token_start;
            }
            if self.repair(range) {
                continue;
            }
            if rule == Rule::open_comment {
                return self.long_comment(token_start);
            }
            if let Some(next) = self.bare_text(rule, range) {
                return next;
            }
            if let Some(next) = self.bad_text(rule, range) {
                return next;
            }
            self.token(rule, range);
        }
        window.end
    }

    /// A block comment that its window does not end: the rest of the text is searched for the end.
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
            _ => self.junk(range),
        }
    }

    fn argument(&mut self, kind: TokenKind, range: Range) {
        if self.state.after_block {
            self.state.after_block = false;
            self.text_after_block(kind, range);
            return;
        }
        if !self.state.parens.is_empty() {
            self.end_before_statement(kind, range);
        } else if kind == TokenKind::Text {
            self.second_statement();
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
        if !explicit && self.paren_for_brace() {
            return;
        }
        if !explicit && !self.state.parens.is_empty() {
            self.state.line_in_parens = self.builder.tree.tokens.len();
            return;
        }
        self.unclosed_parens();
        self.state.after_block = false;
        self.builder.end_statement();
    }

    /// Puts the braces right that are due before this token; answers whether the token itself is passed over.
    fn repair(&mut self, token: Range) -> bool {
        while let Some(&repair) = self.repairs.get(self.state.repaired).filter(|repair| repair.at() <= token.start) {
            self.state.repaired += 1;
            match repair {
                Repair::Close(at) => self.close_early(at, token),
                Repair::Open(at) => self.open_early(at),
                Repair::Skip(_) => {
                    let finding = self.finding(Code::UnopenedBlock, token).label(1);
                    self.findings.report(finding.fix(Fix::guess(token.of(self.file), "")));
                    return true;
                }
            }
        }
        false
    }

    /// Closes the innermost block, whose `}` is missing before a token.
    fn close_early(&mut self, at: u32, token: Range) {
        let Some(&id) = self.builder.open.last() else { return };
        self.unclosed_parens();
        self.builder.close_block(Range::new(at, at));
        if let Some(block) = self.builder.tree.get(id).block {
            let finding = self
                .finding(Code::UnclosedBlock, block.open)
                .also(2, token.of(self.file))
                .fix(Fix::guess(Range::new(at, at).of(self.file), format!("}}{}", self.new_line(at))));
            self.findings.report(finding);
        }
    }

    /// Opens the block of the statement at hand, whose `{` is missing at its end.
    fn open_early(&mut self, at: u32) {
        let Some(id) = self.builder.current() else { return };
        let (head, place) = (self.builder.tree.head(id), Range::new(at, at));
        let word = self.builder.tree.tokens(id).first().map_or(head, |token| token.range);
        let finding = self
            .finding(Code::UnmarkedBlock, head)
            .with("word", self.slice(word))
            .fix(Fix::guess(place.of(self.file), " {"));
        self.findings.report(finding);
        self.builder.open_block(place);
    }

    fn open(&mut self, brace: Range) {
        self.unclosed_parens();
        self.state.after_block = false;
        if self.builder.open.len() < MAX_DEPTH {
            if self.builder.current().is_none() {
                self.lone_brace(brace);
            }
            self.builder.open_block(brace);
            return;
        }
        if self.state.too_deep == 0 {
            self.report(Code::NestedTooDeep, brace);
        }
        self.state.too_deep += 1;
        self.builder.end_statement();
    }

    /// A `{` without a statement on its line: that of the line before has its block, if it has none yet.
    fn lone_brace(&mut self, brace: Range) {
        let finding = self.finding(Code::LoneBrace, brace);
        match self.builder.resume() {
            Some(id) => {
                let head = self.builder.tree.head(id);
                let between = Range::new(head.end, brace.end);
                let only_blanks = self.slice(Range::new(head.end, brace.start)).trim().is_empty();
                self.builder.mark_broken();
                let finding = finding.also(1, head.of(self.file));
                let repair = |finding: Diagnostic| finding.fix(Fix::safe(between.of(self.file), " {"));
                self.findings.report(if only_blanks { repair(finding) } else { finding });
            }
            None => {
                let tree = &self.builder.tree;
                // Of several in a row the first is told.
                let follows = self.builder.open.last().is_some_and(|&id| tree.tokens(id).is_empty());
                self.findings.report_if((!follows).then(|| finding.help(1)));
                self.builder.begin_broken();
            }
        }
    }

    fn close(&mut self, brace: Range) {
        self.unclosed_parens();
        if self.state.too_deep > 0 {
            self.state.too_deep -= 1;
            self.builder.end_statement();
        } else if self.builder.close_block(brace).is_none() {
            self.state.extra += 1;
            self.report(Code::UnopenedBlock, brace);
        }
        self.state.after_block = true;
    }

    fn close_paren(&mut self, paren: Range) {
        if self.paren_for_closing_brace(paren) {
            return;
        }
        self.argument(TokenKind::CloseParen, paren);
        if self.state.parens.pop().is_none() {
            self.broken(Code::UnopenedParen, paren);
        }
    }

    /// Reports the parentheses that a statement leaves open, the innermost only: the others follow from it.
    fn unclosed_parens(&mut self) {
        if let Some(&paren) = self.state.parens.last() {
            let id = self.builder.current();
            let last = id.and_then(|id| self.builder.tree.tokens(id).last()).map_or(paren, |token| token.range);
            self.builder.mark_broken();
            self.findings.report(self.finding(Code::UnclosedParen, paren).also(1, last.of(self.file)));
            self.state.parens.clear();
            self.state.line_in_parens = 0;
        }
    }

    /// A text whose quotes are wrong is read up to where it was most likely meant to end. Answers where that is.
    fn bad_text(&mut self, rule: Rule, token: Range) -> Option<usize> {
        // Starting anew costs time, which nothing is gained for once nothing more is said.
        let is_worth_it = match rule {
            Rule::unclosed_text => !self.findings.is_full(),
            Rule::junk => !self.findings.is_full() && !self.is_reported(token),
            _ => false,
        };
        if !is_worth_it {
            return None;
        }
        let start = token.start as usize;
        let meant = quotes::meant_end(self.text, start);
        match meant {
            None if rule == Rule::unclosed_text => {
                if let Some(end) = self.unopened_text(token.start).or_else(|| self.text_over_lines(start)) {
                    return Some(end);
                }
            }
            _ => {
                let slip = Comparison::slip(&self.text[start..]);
                // 《2026年手册》 is a name.
                if let Some(length) = slip.filter(|length| meant.is_none() || *length > token.len()) {
                    let end = start + length;
                    self.argument(TokenKind::Comparison, Range::new(token.start, end as u32));
                    return Some(end);
                }
            }
        }
        let end = match meant {
            Some(end) => end,
            None if rule == Rule::unclosed_text => quotes::likely_end(self.text, start),
            None => return None,
        };
        let range = Range::new(start as u32, end as u32);
        self.argument(TokenKind::Text, range);
        self.findings.report(match meant {
            Some(_) => quotes::wrong(self.file, self.text, range),
            None => quotes::unclosed(self.file, self.text, range),
        });
        // What follows from a text that is only guessed is not held against its author.
        self.builder.mark_broken();
        Some(end)
    }

    /// Characters that mean nothing in the language; a run of the same ones, or of a pair, is one finding.
    fn junk(&mut self, range: Range) {
        let known = self.is_reported(range);
        self.state.after_block = false;
        self.argument(TokenKind::Broken, range);
        if known {
            return;
        }
        let character = self.slice(range).chars().next().unwrap_or(' ');
        let code = match character {
            '\u{FFFD}' => Code::DamagedText,
            // Reported wherever they stand, in texts as well.
            _ if is_invisible(character) => return,
            _ if character.is_control() => Code::ControlCharacter,
            _ => Code::UnexpectedCharacter,
        };
        let mut finding = self.finding(code, range).with("character", shown(character));
        if let Some(help) = look_alike(character) {
            finding = finding.help(help);
            // A point may as well belong to a name: `import common.perf`.
            if character == '.' {
                finding = finding.and_help(0);
            }
        }
        let place = range.of(self.file);
        let digits = self.text[..range.start as usize].ends_with(|c: char| c.is_ascii_digit());
        let value = self.text[range.end as usize..].trim_start_matches([' ', '\u{3000}']);
        let value = value.starts_with(|c: char| c.is_ascii_digit() || "\"“「><≥≤".contains(c));
        // 标准：mof-2020
        let tokens = self.builder.current().map_or(&[][..], |id| self.builder.tree.tokens(id));
        let head = matches!(tokens, [head, _] if head.kind == TokenKind::Word);
        finding = match character {
            // 12：5 and 12。5 are one number or the other, not two.
            _ if digits && value => finding,
            ':' | '：' if value || head => finding.fix(Fix::safe(place, " ")),
            '。' => {
                let goes_on = self.text[range.end as usize..].starts_with(|c: char| !c.is_whitespace());
                finding.fix(Fix::safe_if(!goes_on, place, if goes_on { " " } else { "" }))
            }
            _ => finding,
        };
        self.findings.report(finding);
    }

    /// Whether a character without a meaning only goes on with what the statement has been reported for.
    fn is_reported(&self, range: Range) -> bool {
        let Some(id) = self.builder.current() else { return false };
        let mut broken = self.builder.tree.tokens(id).iter().filter(|token| token.kind == TokenKind::Broken);
        let text = self.slice(range);
        let opening = match text {
            "]" | "］" => "[［",
            "〕" => "〔",
            _ => text,
        };
        // A drawn table is one mistake a line.
        let is_drawn = |text: &str| text.starts_with(|c| ('\u{2500}'..='\u{257F}').contains(&c));
        broken.next_back().is_some_and(|last| {
            let last = self.slice(last.range);
            opening.contains(last) || (is_drawn(text) && is_drawn(last))
        })
    }

    fn broken(&mut self, code: Code, range: Range) {
        self.builder.mark_broken();
        self.report(code, range);
    }

    fn report(&mut self, code: Code, range: Range) {
        let finding = self.finding(code, range);
        self.findings.report(finding);
    }

    fn slice(&self, range: Range) -> &str {
        &self.text[range.start as usize..range.end as usize]
    }

    fn finding(&self, code: Code, range: Range) -> Diagnostic {
        Diagnostic::new(code, Span { file: self.file, range })
    }
}

/// A character as a message can show it.
fn shown(character: char) -> String {
    if character.is_control() || is_invisible(character) || character == '\u{FFFD}' {
        format!("U+{:04X}", character as u32)
    } else {
        character.to_string()
    }
}

/// Which help line of [`Code::UnexpectedCharacter`] speaks of this character.
fn look_alike(character: char) -> Option<usize> {
    match character {
        '\'' | '‘' | '’' | '『' | '』' | '＂' | '《' | '》' | '〈' | '〉' | '`' | '【' | '】' => Some(1),
        '#' | '＃' => Some(2),
        '[' | ']' | '〔' | '〕' | '［' | '］' => Some(3),
        '。' | '．' | '.' => Some(4),
        ':' | '：' => Some(5),
        '¥' | '￥' | '$' | '＄' => Some(6),
        '!' | '！' | '?' | '？' | '…' => Some(7),
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
