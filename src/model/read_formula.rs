//! Reads the formulas of `check` statements.

use foldhash::HashSet;

use super::{
    Indicator,
    formula::{Check, Formula, Group, Operation, Step},
    formula_text,
    named::{Named, Rows},
    no_unit::no_unit,
};
use crate::{
    arguments::{Arguments, Document, Located},
    diagnostic::{Code, Diagnostic, Findings, Fix, Text, Value},
    field::{Field, LevelId, Standard, Unit, unknown_category},
    source::Span,
    syntax::{StatementId, Token, TokenKind},
    values::Number,
    words::{Comparison, Keyword, folded},
};

/// The labels of a project.
#[derive(Clone, Copy)]
pub(super) struct Known<'p, 's> {
    /// Those of its rows, with their numbers.
    pub labels: &'p Named<'s, usize>,
    /// The rows.
    pub rows: &'p Rows<'p, 's>,
    /// Those of lines that could not be read, which has been reported.
    pub unread: &'p HashSet<String>,
    /// Whether there may be others, in a template that is not known.
    pub more: bool,
}

/// Reads `check "站点支撑费用不超过预算" 站数 * 每站费用 <= budget`.
pub(super) fn read<'s>(
    document: Document<'s>,
    id: StatementId,
    known: Known<'_, 's>,
    field: &Field,
    standard: &Standard,
    findings: &mut Findings,
) -> Option<Check<'s>> {
    let mut arguments = Arguments::of(document, id, Keyword::Check, findings);
    let name = arguments.text();
    let start = arguments.here();
    let text = formula_text::spelt(document, arguments.rest(), known.labels, standard);
    let mut parser = Parser { arguments, known, unknown: HashSet::default(), field, standard };
    let left = parser.formula();
    let comparison = parser.arguments.comparison();
    if comparison.is_none() && left.is_some() && !parser.glued_comparison() {
        parser.expected(Text { zh: "比较符号，如 <=", en: "a comparison such as <=" });
    }
    let right = comparison.and_then(|_| parser.formula());
    parser.arguments.finish_line();
    let span = parser.arguments.since(start);
    Some(Check { name: name.map(|name| name.value), text, left, comparison, right, span })
}

impl Check<'_> {
    /// How messages call it: what it says in words, or else the condition itself.
    pub fn title(&self) -> Value {
        self.name.as_ref().map_or_else(|| (&self.text).into(), |name| Value::from(&**name))
    }
}

/// What waits for its right side.
enum Waiting {
    Operation(Operation, Span),
    Paren,
}

struct Parser<'p, 's, 'f> {
    arguments: Arguments<'s, 'f>,
    known: Known<'p, 's>,
    /// The labels that are not known, each once.
    unknown: HashSet<&'s str>,
    field: &'p Field,
    standard: &'p Standard,
}

impl<'s> Parser<'_, 's, '_> {
    /// One side of a condition: everything up to a comparison or the end.
    fn formula(&mut self) -> Option<Formula<'s>> {
        let mut formula = Formula::default();
        let mut waiting: Vec<Waiting> = Vec::new();
        loop {
            self.prefix(&mut waiting);
            let operand = self.operand()?;
            formula.steps.push(operand);
            self.close(&mut formula, &mut waiting);
            let Some((operation, span)) = self.operation() else { break };
            release(&mut formula, &mut waiting, operation.strength());
            waiting.push(Waiting::Operation(operation, span));
        }
        release(&mut formula, &mut waiting, 0);
        match waiting.pop() {
            // Reported as an unclosed parenthesis by the parser already, unless a comparison stands inside.
            Some(Waiting::Paren) => {
                self.expected(Text { zh: "`)`", en: "`)`" });
                None
            }
            _ => Some(formula),
        }
    }

    /// Open parentheses and signs before an operand.
    fn prefix(&mut self, waiting: &mut Vec<Waiting>) {
        while let Some(token) = self.arguments.peek() {
            let span = self.arguments.span(token);
            match token.kind {
                TokenKind::OpenParen => waiting.push(Waiting::Paren),
                TokenKind::Operator if operation(self.arguments.slice(token)) == Some(Operation::Subtract) => {
                    waiting.push(Waiting::Operation(Operation::Negate, span));
                }
                _ => break,
            }
            self.arguments.advance();
        }
    }

    /// Closing parentheses behind an operand.
    fn close(&mut self, formula: &mut Formula<'s>, waiting: &mut Vec<Waiting>) {
        while self.arguments.peek().is_some_and(|token| token.kind == TokenKind::CloseParen) {
            release(formula, waiting, 0);
            if !matches!(waiting.last(), Some(Waiting::Paren)) {
                return;
            }
            waiting.pop();
            self.arguments.advance();
        }
    }

    fn operation(&mut self) -> Option<(Operation, Span)> {
        if let Some(times) = self.letter_for_times() {
            return Some(times);
        }
        let token = self.arguments.peek().filter(|token| token.kind == TokenKind::Operator)?;
        self.arguments.advance();
        Some((operation(self.arguments.slice(token))?, self.arguments.span(token)))
    }

    /// The letter x for the sign of multiplication, reported and read as that.
    fn letter_for_times(&mut self) -> Option<(Operation, Span)> {
        let token = self.arguments.peek().filter(|token| token.kind == TokenKind::Word)?;
        let is_letter = matches!(self.arguments.slice(token), "x" | "X" | "ｘ" | "Ｘ" | "乘" | "乘以");
        let goes_on = self.arguments.peek_second().is_some_and(|next| next.kind != TokenKind::Comparison);
        if !is_letter || !goes_on {
            return None;
        }
        let span = self.arguments.span(token);
        let finding = Diagnostic::new(Code::FormulaSyntax, span)
            .with("expected", Text { zh: "乘号", en: "a multiplication sign" })
            .help(1)
            .fix(Fix::safe(span, "*"));
        self.arguments.remark(finding);
        self.arguments.advance();
        Some((Operation::Multiply, span))
    }

    /// A comparison word to which the next word is glued, 不超过预算: what lacks is a blank.
    fn glued_comparison(&mut self) -> bool {
        let Some(token) = self.arguments.peek().filter(|token| token.kind == TokenKind::Word) else { return false };
        let text = self.arguments.slice(token);
        let spellings = Comparison::ALL.into_iter().flat_map(|comparison| comparison.spellings());
        let longest =
            spellings.filter(|word| text.len() > word.len() && text.starts_with(**word)).max_by_key(|word| word.len());
        let Some(word) = longest else { return false };
        let right = format!("{word} {}", &text[word.len()..]);
        let span = self.arguments.span(token);
        let finding = Diagnostic::new(Code::FormulaSyntax, span)
            .with("expected", Text { zh: "空格", en: "a blank" })
            .with("right", right.as_str())
            .label(2)
            .help(2)
            .fix(Fix::safe(span, right));
        self.arguments.report(finding);
        true
    }

    fn operand(&mut self) -> Option<(Step<'s>, Span)> {
        let Some(token) = self.arguments.peek() else {
            self.expected(Text { zh: "数值或标记", en: "a number or a label" });
            return None;
        };
        let span = self.arguments.span(token);
        match (token.kind, self.arguments.peek_keyword()) {
            (TokenKind::Number, _) => {
                let number = self.arguments.number()?;
                self.quantity(number)
            }
            (TokenKind::Word, Some(Keyword::Budget)) => {
                self.arguments.advance();
                Some((Step::Budget, span))
            }
            (TokenKind::Word, _)
                if self.arguments.peek_second().is_some_and(|next| next.kind == TokenKind::OpenParen) =>
            {
                self.function()
            }
            (TokenKind::Word, Some(Keyword::Sum | Keyword::Count)) => {
                self.arguments.advance();
                self.expected(Text {
                    zh: "括号里的一类指标，如 (成本)",
                    en: "a category in parentheses, as in (cost)",
                });
                None
            }
            (TokenKind::Word, _) => Some(self.label(token)),
            _ => {
                self.expected(Text { zh: "数值或标记", en: "a number or a label" });
                None
            }
        }
    }

    /// `15 万元/个`, `1 万元 per 家`; `None` where a unit is not known, which is reported.
    fn quantity(&mut self, number: Located<Number<'s>>) -> Option<(Step<'s>, Span)> {
        let value = number.value.value;
        let Some(word) = self.arguments.word() else {
            return Some((Step::Number(value, None), number.span));
        };
        let mut unit = self.unit(word);
        let mut span = number.span.to(word.span);
        let mut text = word.value;
        if self.arguments.keyword(Keyword::Per).is_some()
            && let Some(below) = self.arguments.any_word()
        {
            span = span.to(below.span);
            unit = unit.zip(self.unit(below)).and_then(|units| self.quotient(units, span));
            text = "";
        }
        Some((unit.map_or(Step::Unknown, |unit| Step::Number(value, Some((unit, text)))), span))
    }

    fn quotient(&mut self, (above, below): (Unit, Unit), span: Span) -> Option<Unit> {
        let unit = above.per(below);
        if unit.is_none() {
            let reason = Text { zh: "单位太复杂", en: "a unit of too many parts" };
            let finding = Diagnostic::new(Code::ImpossibleArithmetic, span).with("reason", reason);
            self.arguments.report(finding.label(1).help(3));
        }
        unit
    }

    fn unit(&mut self, word: Located<&'s str>) -> Option<Unit> {
        let unit = self.field.units.find(word.value);
        if unit.is_none() {
            let finding = no_unit(&mut self.arguments, self.field, word, "");
            self.arguments.report(finding);
        }
        unit
    }

    /// `sum(cost)`
    fn function(&mut self) -> Option<(Step<'s>, Span)> {
        let keyword = self.arguments.peek_keyword();
        let word = self.arguments.any_word()?;
        let Some(make) = function(keyword) else {
            let finding = Diagnostic::new(Code::UnknownFunction, word.span)
                .with("word", word.value)
                .with("list", Text { zh: "合计（sum）、个数（count）", en: "sum, count" });
            self.arguments.report(finding);
            self.pass_parentheses();
            return Some((Step::Unknown, self.arguments.since(word.span)));
        };
        self.arguments.take(TokenKind::OpenParen)?;
        let group = self.group();
        let unknown = if group.is_none() { self.arguments.any_word() } else { None };
        if let Some(word) = unknown {
            let finding = unknown_category(self.field, self.standard, word, self.arguments.findings);
            self.arguments.report(finding);
        } else if group.is_none() {
            self.expected(Text { zh: "一类指标，如 成本", en: "a category such as cost" });
            return None;
        }
        if self.arguments.take(TokenKind::CloseParen).is_none() {
            self.expected(Text { zh: "`)`", en: "`)`" });
            return None;
        }
        Some((group.map_or(Step::Unknown, make), self.arguments.since(word.span)))
    }

    /// Passes over what stands in parentheses.
    fn pass_parentheses(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.arguments.advance() {
            match token.kind {
                TokenKind::OpenParen => depth += 1,
                TokenKind::CloseParen if depth <= 1 => return,
                TokenKind::CloseParen => depth -= 1,
                _ => {}
            }
        }
    }

    fn group(&mut self) -> Option<Group> {
        let token = self.arguments.peek().filter(|token| token.kind == TokenKind::Word)?;
        let word = self.arguments.slice(token);
        let category = self.standard.find_category(word).map(Group::Category);
        let group = category.or_else(|| self.standard.levels.find(word).map(|level| Group::Level(LevelId(level))))?;
        self.arguments.advance();
        Some(group)
    }

    fn label(&mut self, token: Token) -> (Step<'s>, Span) {
        self.arguments.advance();
        let (word, span) = (self.arguments.slice(token), self.arguments.span(token));
        if !self.known.unread.is_empty() && self.known.unread.contains(&*folded(word)) {
            return (Step::Unknown, span);
        }
        if let Some(number) = self.known.labels.find(word) {
            return (Step::Indicator(number), span);
        }
        if let Some(fund) = self.standard.funds.find(word) {
            return (Step::Fund(fund), span);
        }
        if !self.known.more && self.unknown.insert(word) {
            let finding = self.unknown_label(word, span);
            self.arguments.report(finding);
        }
        (Step::Unknown, span)
    }

    fn unknown_label(&self, word: &str, span: Span) -> Diagnostic {
        let finding =
            Diagnostic::new(Code::UnknownLabel, span).with("word", word).with("list", self.known.labels.listed());
        let near =
            self.arguments.findings.closest(word, ["budget", "预算"].into_iter().chain(self.known.labels.names()));
        if let Some(row) = self.known.rows.named(word) {
            return self.row_without_label(row, word, finding);
        }
        match near {
            Some(suggestion) => finding.with("suggestion", suggestion).help(1).fix(Fix::guess(span, suggestion)),
            None if word.contains(['-', '/']) => finding.help(2),
            None if self.known.labels.names().count() > 0 => finding.and_help(3),
            None => finding,
        }
    }

    /// The name of a row is no label: its label is meant, or it is to become one.
    fn row_without_label(&self, row: &Indicator<'_>, word: &str, finding: Diagnostic) -> Diagnostic {
        match (row.label, &row.target) {
            (Some(label), _) => {
                let fix = Fix::safe(finding.span(), label.value);
                finding.with("suggestion", label.value).help(1).fix(fix)
            }
            (None, Some(target)) if !row.broken => finding
                .fix(Fix::safe(target.span.behind(), format!(" {} {word}", self.arguments.spelling(Keyword::As)))),
            _ => finding,
        }
    }

    fn expected(&mut self, expected: Text) {
        let finding = Diagnostic::new(Code::FormulaSyntax, self.arguments.here())
            .label(usize::from(self.arguments.is_done()))
            .with("expected", expected);
        self.arguments.report(finding);
    }
}

/// Moves operations that bind at least as close as `strength` from the waiting list into the formula.
fn release(formula: &mut Formula<'_>, waiting: &mut Vec<Waiting>, strength: u8) {
    while let Some(Waiting::Operation(operation, span)) = waiting.last() {
        if operation.strength() < strength {
            break;
        }
        formula.steps.push((Step::Apply(*operation), *span));
        waiting.pop();
    }
}

fn operation(sign: &str) -> Option<Operation> {
    match sign {
        "+" | "＋" => Some(Operation::Add),
        "-" | "－" | "−" => Some(Operation::Subtract),
        "*" | "＊" | "×" => Some(Operation::Multiply),
        "/" | "／" | "÷" => Some(Operation::Divide),
        _ => None,
    }
}

fn function(keyword: Option<Keyword>) -> Option<fn(Group) -> Step<'static>> {
    match keyword? {
        Keyword::Sum => Some(Step::Sum),
        Keyword::Count => Some(Step::Count),
        _ => None,
    }
}
