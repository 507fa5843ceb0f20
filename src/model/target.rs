//! Targets: what an indicator is to reach.

use std::borrow::Cow;

use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic, Text},
    field::{Field, Standard, Unit, Units, unknown_unit},
    source::Span,
    syntax::{Token, TokenKind},
    values::{Bound, Date, Number, read_date},
    words::{Comparison, Keyword},
};

/// A unit where it is used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitUse<'s> {
    /// As written, which is as forms print it.
    pub text: &'s str,
    /// Its meaning; `None` where it is unknown, which has been reported.
    pub meaning: Option<Unit>,
    /// Where it stands.
    pub span: Span,
}

/// A number with its comparison and its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity<'s> {
    /// The comparison that is printed, if one is.
    pub comparison: Option<Located<Comparison>>,
    /// The number.
    pub number: Located<Number<'s>>,
    /// The unit, if one is given.
    pub unit: Option<UnitUse<'s>>,
}

/// The threshold of one grade.
#[derive(Debug, Clone, PartialEq)]
pub struct GradeBound<'s> {
    /// The number of the grade in the standard.
    pub grade: usize,
    /// From where on it is earned.
    pub bound: Quantity<'s>,
}

/// A threshold that earns points.
#[derive(Debug, Clone, PartialEq)]
pub struct StepBound<'s> {
    /// From where on they are earned.
    pub bound: Quantity<'s>,
    /// The points.
    pub points: Located<Number<'s>>,
}

/// Two ends and their unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Interval<'s> {
    /// The lower end.
    pub low: Located<Number<'s>>,
    /// The upper end.
    pub high: Located<Number<'s>>,
    /// The unit of both.
    pub unit: Option<UnitUse<'s>>,
}

/// What a target means. The usual kind stands in place, the rare large one in a box: a table has many targets.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning<'s> {
    /// `>= 12 家`, `100%`, `<= 11 天`.
    Number(Quantity<'s>),
    /// `3..5 次`.
    Range(Box<Interval<'s>>),
    /// `by 2026-11`.
    Date {
        /// The date.
        date: Date,
        /// How it bounds.
        bound: Bound,
    },
    /// `2023-07..2024-01`.
    Period {
        /// Its begin.
        from: Located<Date>,
        /// Its end.
        to: Located<Date>,
    },
    /// `is "明显提升"`.
    Text(Cow<'s, str>),
    /// `yes`, `no`.
    Boolean(bool),
    /// `graded 优 100%, 良 90%`.
    Graded(Vec<GradeBound<'s>>),
    /// `steps >= 70% 3 分, >= 65% 1 分`.
    Steps(Vec<StepBound<'s>>),
    /// `tbd`.
    Open,
}

/// A target where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Target<'s> {
    /// What it means.
    pub meaning: Meaning<'s>,
    /// What forms print instead, where they print something irregular.
    pub show: Option<Cow<'s, str>>,
    /// What a unit cost is for: `1 万元 per 家`. Forms do not print it.
    pub per: Option<Box<UnitUse<'s>>>,
    /// Where it stands.
    pub span: Span,
}

impl Quantity<'_> {
    /// As forms print it: `≥12家`.
    fn print(&self, cell: &mut String) {
        if let Some(comparison) = self.comparison {
            cell.push_str(comparison.value.printed());
        }
        cell.push_str(&self.number.value.text);
        cell.push_str(self.unit.map_or("", |unit| unit.text));
    }
}

impl Target<'_> {
    /// The text of the cell, character for character.
    pub fn printed(&self, standard: &Standard) -> String {
        let mut cell = String::new();
        self.print(standard, &mut cell);
        cell
    }

    /// Appends the text of the cell.
    pub fn print(&self, standard: &Standard, cell: &mut String) {
        if let Some(show) = &self.show {
            return cell.push_str(show);
        }
        match &self.meaning {
            Meaning::Number(quantity) => quantity.print(cell),
            Meaning::Range(range) => {
                let unit = range.unit.map_or("", |unit| unit.text);
                cell.extend([&range.low.value.text, "-", &range.high.value.text, unit]);
            }
            Meaning::Date { date, bound } => cell.push_str(&bound.printed(*date)),
            Meaning::Period { from, to } => cell.extend([from.value.dotted(), "-".to_owned(), to.value.dotted()]),
            Meaning::Text(text) => cell.push_str(text),
            Meaning::Boolean(yes) => cell.push_str(if *yes { "是" } else { "否" }),
            Meaning::Graded(grades) => {
                for (at, grade) in grades.iter().enumerate() {
                    cell.push_str(if at > 0 { " " } else { "" });
                    cell.push_str(&standard.grades.list[grade.grade].names.zh);
                    grade.bound.print(cell);
                }
            }
            Meaning::Steps(steps) => {
                for (at, step) in steps.iter().enumerate() {
                    cell.push_str(if at > 0 { "，" } else { "" });
                    step.bound.print(cell);
                    cell.extend(["得", &step.points.value.text, "分"]);
                }
            }
            Meaning::Open => cell.push_str("待定"),
        }
    }

    /// The kind of target, as JSON names it.
    pub fn kind(&self, units: &Units) -> &'static str {
        match &self.meaning {
            Meaning::Number(quantity) => {
                let measure = quantity.unit.and_then(|unit| unit.meaning).map(|unit| unit.measure);
                if measure.is_some_and(|measure| units.is_time(measure)) { "duration" } else { "number" }
            }
            Meaning::Range(_) => "range",
            Meaning::Date { .. } => "date",
            Meaning::Period { .. } => "period",
            Meaning::Text(_) => "text",
            Meaning::Boolean(_) => "boolean",
            Meaning::Graded(_) => "graded",
            Meaning::Steps(_) => "steps",
            Meaning::Open => "tbd",
        }
    }

    /// The comparison that is printed, if one is.
    pub fn comparison(&self) -> Option<Comparison> {
        match &self.meaning {
            Meaning::Number(quantity) => quantity.comparison.map(|comparison| comparison.value),
            _ => None,
        }
    }

    /// The unit, if it has one.
    pub fn unit(&self) -> Option<UnitUse<'_>> {
        match &self.meaning {
            Meaning::Number(quantity) => quantity.unit,
            Meaning::Range(range) => range.unit,
            _ => None,
        }
    }
}

/// Reads the target that comes next. `None` where there is none or it makes no sense, which has been reported.
pub(super) fn read<'s>(
    arguments: &mut Arguments<'s, '_>,
    field: &Field,
    standard: &Standard,
    owner: &str,
) -> Option<Target<'s>> {
    let start = arguments.here();
    let meaning = Reader { arguments, field, standard }.meaning(owner)?;
    let span = arguments.since(start);
    Some(Target { meaning, show: None, per: None, span })
}

struct Reader<'r, 's, 'f> {
    arguments: &'r mut Arguments<'s, 'f>,
    field: &'r Field,
    standard: &'r Standard,
}

impl<'s> Reader<'_, 's, '_> {
    fn meaning(&mut self, owner: &str) -> Option<Meaning<'s>> {
        let Some(token) = self.arguments.peek() else {
            let finding = Diagnostic::new(Code::MissingTarget, self.arguments.here()).with("name", owner);
            self.arguments.report(finding);
            return None;
        };
        match (token.kind, self.arguments.peek_keyword()) {
            (_, Some(keyword)) => self.worded(keyword),
            (TokenKind::Comparison, _) => self.compared(),
            (TokenKind::Date, _) => self.date_or_period(),
            _ if self.arguments.has_number() => self.number_or_range(),
            _ => self.unreadable(token),
        }
    }

    /// A target that begins with a word.
    fn worded(&mut self, keyword: Keyword) -> Option<Meaning<'s>> {
        let token = self.arguments.advance()?;
        match keyword {
            Keyword::Is => self.text(),
            Keyword::Yes => Some(Meaning::Boolean(true)),
            Keyword::No => Some(Meaning::Boolean(false)),
            Keyword::Tbd => Some(Meaning::Open),
            Keyword::By => self.bounded_date(Bound::By),
            Keyword::Before => self.bounded_date(Bound::Before),
            Keyword::Graded => self.graded(),
            Keyword::Steps => self.steps(),
            _ => self.unreadable(token),
        }
    }

    /// Behind `is`: a text, or `yes` and `no`.
    fn text(&mut self) -> Option<Meaning<'s>> {
        match self.arguments.peek_keyword() {
            Some(keyword @ (Keyword::Yes | Keyword::No)) => {
                self.arguments.advance();
                Some(Meaning::Boolean(keyword == Keyword::Yes))
            }
            _ => Some(Meaning::Text(self.arguments.name(Text { zh: "文字", en: "a text" })?.value)),
        }
    }

    /// A comparison and a number; a date behind `<=` or `<` is a deadline.
    fn compared(&mut self) -> Option<Meaning<'s>> {
        let comparison = self.arguments.comparison()?;
        if let Some(date) = self.arguments.peek().filter(|token| token.kind == TokenKind::Date) {
            return match comparison.value {
                Comparison::AtMost => self.bounded_date(Bound::By),
                Comparison::Below => self.bounded_date(Bound::Before),
                _ => self.unreadable(date),
            };
        }
        let quantity = self.quantity(Some(comparison))?;
        Some(Meaning::Number(quantity))
    }

    fn quantity(&mut self, comparison: Option<Located<Comparison>>) -> Option<Quantity<'s>> {
        let Some(number) = self.arguments.number() else {
            self.arguments.missing(Text { zh: "数值", en: "a number" });
            return None;
        };
        self.rest_of_quantity(comparison, number)
    }

    fn rest_of_quantity(
        &mut self,
        comparison: Option<Located<Comparison>>,
        number: Located<Number<'s>>,
    ) -> Option<Quantity<'s>> {
        let (unit, suffix) = self.unit();
        if let (Some(_), Some(suffix)) = (comparison, suffix) {
            let finding = Diagnostic::new(Code::UnreadableTarget, suffix.span);
            self.arguments.report(finding);
        }
        Some(Quantity { comparison: comparison.or(suffix), number, unit })
    }

    /// A unit, and the comparison that may hang on it: 12家以上.
    fn unit(&mut self) -> (Option<UnitUse<'s>>, Option<Located<Comparison>>) {
        let word = match self.arguments.peek_keyword() {
            Some(keyword) if keyword.fits(crate::words::Place::Argument) => None,
            _ => self.arguments.any_word(),
        };
        let Some(word) =
            word.filter(|word| !word.value.starts_with('每') || self.field.units.find(word.value).is_some())
        else {
            return (None, None);
        };
        if let Some(meaning) = self.field.units.find(word.value) {
            return (Some(UnitUse { text: word.value, meaning: Some(meaning), span: word.span }), self.suffix());
        }
        if let Some((unit, suffix)) = split_suffix(word) {
            let meaning = self.field.units.find(unit.value);
            if unit.value.is_empty() {
                return (None, Some(suffix));
            }
            if meaning.is_some() {
                return (Some(UnitUse { text: unit.value, meaning, span: unit.span }), Some(suffix));
            }
        }
        let finding = unknown_unit(self.field, word);
        self.arguments.findings.report(finding);
        (Some(UnitUse { text: word.value, meaning: None, span: word.span }), None)
    }

    /// 以上 or 以内 as a word of its own.
    fn suffix(&mut self) -> Option<Located<Comparison>> {
        let token = self.arguments.peek().filter(|token| token.kind == TokenKind::Word)?;
        let word = Located::new(self.arguments.slice(token), self.arguments.span(token));
        let (unit, suffix) = split_suffix(word)?;
        unit.value.is_empty().then(|| {
            self.arguments.advance();
            suffix
        })
    }

    fn number_or_range(&mut self) -> Option<Meaning<'s>> {
        let low = self.arguments.number()?;
        if !self.at_range_sign() {
            return Some(Meaning::Number(self.rest_of_quantity(None, low)?));
        }
        self.arguments.advance();
        let Some(high) = self.arguments.number() else {
            self.arguments.missing(Text { zh: "范围的终点", en: "the end of the range" });
            return None;
        };
        let (unit, _) = self.unit();
        if low.value.value > high.value.value {
            let finding = Diagnostic::new(Code::ReversedRange, low.span)
                .with("low", low.value.text.as_ref())
                .with("high", high.value.text.as_ref())
                .also(1, high.span);
            self.arguments.findings.report(finding);
        }
        Some(Meaning::Range(Box::new(Interval { low, high, unit })))
    }

    /// `..`, or a hyphen between two numbers or dates.
    fn at_range_sign(&self) -> bool {
        self.arguments.peek().is_some_and(|token| match token.kind {
            TokenKind::Range => true,
            TokenKind::Operator => matches!(self.arguments.slice(token), "-" | "－" | "−"),
            TokenKind::Word => self.arguments.slice(token) == "至",
            _ => false,
        })
    }

    fn bounded_date(&mut self, bound: Bound) -> Option<Meaning<'s>> {
        let date = self.date()?;
        Some(Meaning::Date { date: date.value.0, bound })
    }

    fn date_or_period(&mut self) -> Option<Meaning<'s>> {
        let from = self.date()?;
        let (date, bound) = from.value;
        if !self.at_range_sign() {
            return Some(Meaning::Date { date, bound });
        }
        self.arguments.advance();
        let to = self.date()?;
        let (from, to) = (Located::new(date, from.span), Located::new(to.value.0, to.span));
        if from.value.first_day() > to.value.last_day() {
            let finding = Diagnostic::new(Code::ReversedRange, from.span)
                .with("low", from.value.iso())
                .with("high", to.value.iso())
                .also(1, to.span);
            self.arguments.findings.report(finding);
        }
        Some(Meaning::Period { from, to })
    }

    fn date(&mut self) -> Option<Located<(Date, Bound)>> {
        date(self.arguments)
    }

    /// `优 100%, 良 90%, …`
    fn graded(&mut self) -> Option<Meaning<'s>> {
        let mut grades: Vec<GradeBound<'s>> = Vec::new();
        while let Some(word) = self.arguments.word() {
            let Some(grade) = self.standard.grades.find(word.value) else {
                let list: Vec<&str> = self.standard.grades.list.iter().map(|grade| grade.names.zh.as_str()).collect();
                let finding = Diagnostic::new(Code::UnknownGrade, word.span)
                    .with("word", word.value)
                    .with("standard", self.standard.id.as_str())
                    .with("list", list.join("、"));
                self.arguments.report(finding);
                return None;
            };
            let comparison = self.arguments.comparison();
            let bound = self.quantity(comparison)?;
            grades.push(GradeBound { grade, bound });
            self.arguments.take(TokenKind::Comma);
        }
        if grades.is_empty() {
            self.arguments.missing(Text { zh: "各等级的界限", en: "the threshold of each grade" });
            return None;
        }
        Some(Meaning::Graded(grades))
    }

    /// `>= 70% 3 分, >= 65% 1 分`
    fn steps(&mut self) -> Option<Meaning<'s>> {
        let mut steps: Vec<StepBound<'s>> = Vec::new();
        while self.arguments.has_number()
            || self.arguments.peek().is_some_and(|token| token.kind == TokenKind::Comparison)
        {
            let comparison = self.arguments.comparison();
            let bound = self.quantity(comparison)?;
            let Some(points) = self.arguments.number() else {
                self.arguments.missing(Text { zh: "这一段的得分", en: "the points of this step" });
                return None;
            };
            self.arguments.word();
            self.arguments.take(TokenKind::Comma);
            steps.push(StepBound { bound, points });
        }
        if steps.is_empty() {
            self.arguments.missing(Text { zh: "各段的界限和得分", en: "the thresholds and their points" });
            return None;
        }
        Some(Meaning::Steps(steps))
    }

    fn unreadable(&mut self, token: Token) -> Option<Meaning<'s>> {
        let text = self.arguments.slice(token);
        let finding = Diagnostic::new(Code::UnreadableTarget, self.arguments.span(token));
        let finding = match token.kind {
            TokenKind::Text => {
                let content = crate::syntax::unquoted(text);
                let fix = format!("is {}", crate::syntax::quoted(&content));
                finding.with("text", content.as_ref()).help(1).fix(self.arguments.span(token), fix)
            }
            TokenKind::Word => finding.with("text", text).help(1).and_help(0),
            _ => finding,
        };
        self.arguments.report(finding);
        None
    }
}

/// Reads a date; one that the calendar does not have is reported.
pub(super) fn date(arguments: &mut Arguments<'_, '_>) -> Option<Located<(Date, Bound)>> {
    // A year alone looks like a number.
    let token = match arguments.take(TokenKind::Date).or_else(|| arguments.take(TokenKind::Number)) {
        Some(token) => token,
        None => {
            arguments.missing(Text { zh: "日期，如 2026-11", en: "a date such as 2026-11" });
            return None;
        }
    };
    let (text, span) = (arguments.slice(token), arguments.span(token));
    match read_date(text) {
        Ok(date) => Some(Located::new(date, span)),
        Err(error) => {
            let finding = Diagnostic::new(Code::ImpossibleDate, span).with("text", text).with("reason", error.reason());
            arguments.report(finding);
            None
        }
    }
}

/// Splits 家以上 into 家 and `>=`.
fn split_suffix(word: Located<&str>) -> Option<(Located<&str>, Located<Comparison>)> {
    Comparison::ALL.into_iter().find_map(|comparison| {
        let suffix = comparison.suffixes().iter().find(|suffix| word.value.ends_with(**suffix))?;
        let unit = word.value.strip_suffix(suffix)?;
        let (mut before, mut behind) = (word.span, word.span);
        before.range.end = word.span.range.start + unit.len() as u32;
        behind.range.start = before.range.end;
        Some((Located::new(unit, before), Located::new(comparison, behind)))
    })
}
