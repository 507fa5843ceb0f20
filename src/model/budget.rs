//! A project's money.

use std::collections::hash_map::Entry;

use foldhash::HashMap;

use super::no_unit::no_unit;
use crate::{
    arguments::{Arguments, Document, Located},
    diagnostic::{Code, Diagnostic, Findings, Fix, Text},
    field::{Field, Standard, Unit, unknown_fund},
    source::Span,
    syntax::{StatementId, Token, TokenKind},
    values::{Number, Ratio},
    words::Keyword,
};

/// An amount of money.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount<'s> {
    /// How much, as written.
    pub number: Number<'s>,
    /// The unit as written: 元, 万元.
    pub unit: &'s str,
    /// The unit's meaning.
    pub meaning: Unit,
}

impl Amount<'_> {
    /// The amount in base units (元); `None` where that has too many digits.
    pub fn base(&self) -> Option<Ratio> {
        Ratio::from(self.number.value).times(self.meaning.scale)
    }
}

/// Money from one source.
#[derive(Debug, Clone, PartialEq)]
pub struct Part<'s> {
    /// The number of the source in the standard's funds.
    pub fund: usize,
    /// How much.
    pub amount: Located<Amount<'s>>,
}

/// The budget of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Budget<'s> {
    /// All of it.
    pub total: Located<Amount<'s>>,
    /// Where it comes from; a source that is not named is blank, not zero.
    pub parts: Vec<Part<'s>>,
    /// Whether a source could not be read, which has been reported: what the others add up to says nothing then.
    pub is_partial: bool,
}

/// Reads `budget 1020000.00 元 { fiscal 1020000.00 元 }`, or the same behind `spent`.
pub(super) fn read<'s>(
    document: Document<'s>,
    id: StatementId,
    keyword: Keyword,
    field: &Field,
    standard: &Standard,
    findings: &mut Findings,
) -> Option<Budget<'s>> {
    let mut arguments = Arguments::of(document, id, keyword, findings);
    let total = amount(&mut arguments, field);
    if total.is_some() {
        arguments.finish();
    }
    let mut parts = Parts::default();
    let mut is_partial = false;
    for child in document.tree.children(id) {
        let mut arguments = Arguments::of(document, child, keyword, findings).with_head();
        loop {
            match part(&mut arguments, field, standard) {
                Some(part) => parts.take_in(part, standard, arguments.findings),
                None => is_partial = true,
            }
            if !at_next_part(&mut arguments, standard) {
                break;
            }
        }
        arguments.finish_line();
        is_partial |= arguments.is_broken();
    }
    Some(Budget { total: total?, parts: parts.list, is_partial })
}

/// The sources as they are read.
#[derive(Default)]
struct Parts<'s> {
    list: Vec<Part<'s>>,
    /// Where each fund was named first.
    places: HashMap<usize, Span>,
}

impl<'s> Parts<'s> {
    /// Takes in a source; one that has been named before is reported.
    fn take_in(&mut self, part: Part<'s>, standard: &Standard, findings: &mut Findings) {
        match self.places.entry(part.fund) {
            Entry::Occupied(first) => {
                let finding = Diagnostic::new(Code::RepeatedStatement, part.amount.span)
                    .with("word", &standard.funds.list[part.fund].names)
                    .also(1, *first.get());
                findings.report(finding);
            }
            Entry::Vacant(free) => {
                free.insert(part.amount.span);
                self.list.push(part);
            }
        }
    }
}

/// Whether another source follows on the line; what stands there for the `;` between them is reported.
fn at_next_part(arguments: &mut Arguments<'_, '_>, standard: &Standard) -> bool {
    let comma = arguments.peek().filter(|token| token.kind == TokenKind::Comma);
    let next = if comma.is_some() { arguments.peek_second() } else { arguments.peek() };
    let is_fund = |token: &Token| standard.funds.find(arguments.slice(*token)).is_some();
    let Some(next) = next.filter(is_fund) else { return false };
    let (text, place) = match comma {
        Some(comma) => (arguments.slice(comma), arguments.span(comma)),
        None => ("", arguments.span(next).before()),
    };
    let right = if text.is_ascii() { ";" } else { "；" };
    let finding = Diagnostic::new(Code::UnexpectedArgument, arguments.span(comma.unwrap_or(next)))
        .with("word", arguments.head())
        .with("text", arguments.slice(comma.unwrap_or(next)))
        .with("right", right)
        .help(if comma.is_some() { 11 } else { 15 });
    arguments.remark(finding.fix(Fix::safe(place, if comma.is_some() { right } else { "; " })));
    arguments.advance_if(comma.is_some());
    true
}

fn part<'s>(arguments: &mut Arguments<'s, '_>, field: &Field, standard: &Standard) -> Option<Part<'s>> {
    let Some(word) = arguments.any_word() else {
        arguments.missing(Text { zh: "资金来源", en: "a source of money" });
        return None;
    };
    let Some(fund) = standard.funds.find(word.value) else {
        arguments.report(unknown_fund(standard, word, arguments.findings));
        return None;
    };
    let amount = amount(arguments, field)?;
    Some(Part { fund, amount })
}

/// Reads a number and a unit of money.
pub(super) fn amount<'s>(arguments: &mut Arguments<'s, '_>, field: &Field) -> Option<Located<Amount<'s>>> {
    let Some(number) = arguments.number() else {
        arguments.missing(Text { zh: "金额", en: "an amount" });
        return None;
    };
    let Some(word) = arguments.any_word() else {
        arguments.missing(Text { zh: "金额的单位（元、万元）", en: "the unit of the amount (元, 万元)" });
        return None;
    };
    let Some(meaning) = field.units.find(word.value) else {
        let finding = no_unit(arguments, field, word, "");
        arguments.report(finding);
        return None;
    };
    if !field.units.is_money(meaning.measure) {
        let finding = Diagnostic::new(Code::UnitForCategory, word.span)
            .with("unit", word.value)
            .with("category", Text { zh: "金额", en: "an amount of money" })
            .with("dimension", field.units.measure_name(meaning.measure))
            .with("allowed", Text { zh: "金额", en: "money" });
        arguments.report(finding);
        return None;
    }
    let span = number.span.to(word.span);
    Some(Located::new(Amount { number: number.value, unit: word.value, meaning }, span))
}
