//! Units read from statements, and what they share with standards.

use std::sync::Arc;

use super::{EMBEDDED_FILE, Field, standard::Names, unknown::unknown_unit};
use crate::{
    arguments::{Arguments, Document, Located, comparison_meaning, reserved_word},
    diagnostic::{Code, Diagnostic, Findings, Text},
    source::Span,
    syntax::{StatementId, TokenKind},
    values::Ratio,
    words::{Keyword, Place, folded},
};

/// Reads `dimension money "金额" "money"`, `dimension ratio "比例" "a ratio" steady`.
pub fn define_dimension(document: Document<'_>, id: StatementId, field: &mut Field, findings: &mut Findings) {
    let mut arguments = Arguments::of(document, id, Keyword::Dimension, findings);
    let Some(word) = own_word(&mut arguments, Text { zh: "量纲的词", en: "a word" }) else { return };
    let names = names(&mut arguments).unwrap_or_else(|| only(word.value));
    let is_steady = arguments.keyword(Keyword::Steady).is_some();
    arguments.finish_line();
    let units = Arc::make_mut(&mut field.units);
    let before = units.add_measure(word.value, names.zh, names.en, word.span);
    if is_steady && before.is_none() {
        units.set_steady(word.value);
    }
    findings.report_if(before.map(|first| defined_twice(word, first)));
}

/// Reads `multiplier 万 10000`.
pub fn define_multiplier(document: Document<'_>, id: StatementId, field: &mut Field, findings: &mut Findings) {
    let mut arguments = Arguments::of(document, id, Keyword::Multiplier, findings);
    let Some(word) = own_word(&mut arguments, Text { zh: "倍数的词", en: "a word" }) else { return };
    let Some(number) = arguments.number() else { return arguments.missing(Text { zh: "倍数", en: "a number" }) };
    arguments.finish_line();
    let before = Arc::make_mut(&mut field.units).add_multiplier(word.value, number.value.value, word.span);
    findings.report_if(before.map(|first| defined_twice(word, first)));
}

/// Reads `unit 工位 机位`, `unit 千件 = 1000 件`, `unit 平方米 measures area also ㎡`.
pub fn define_unit(document: Document<'_>, id: StatementId, field: &mut Field, findings: &mut Findings) {
    let mut arguments = Arguments::of(document, id, Keyword::Unit, findings);
    let mut words = Vec::new();
    while let Some(word) = unit_word(&mut arguments) {
        words.push(word);
    }
    if words.is_empty() {
        return arguments.missing(Text { zh: "单位的名称", en: "the name of the unit" });
    }
    let size = definition(&mut arguments, field);
    let measure = match arguments.keyword(Keyword::Measures) {
        Some(_) => measure(&mut arguments, field),
        None => None,
    };
    let mut also = also(&mut arguments);
    arguments.finish_line();
    words.retain(|word| may_be_unit(*word, findings));
    also.retain(|word| may_be_unit(*word, findings));
    let units = Arc::make_mut(&mut field.units);
    for word in &words {
        let unit = match size {
            Some((scale, Some(unit))) => {
                let unit = super::Unit { scale, measure: measure.unwrap_or(unit.measure), ..unit };
                units.derive(word.value, unit);
                unit
            }
            Some((scale, None)) => units.pure(scale, measure),
            None => units.base(word.value, measure),
        };
        for spelling in also.iter().filter(|_| words.len() == 1).chain([word]) {
            let before = units.name(spelling.value, unit, spelling.span);
            findings.report_if(before.map(|first| defined_twice(*spelling, first)));
        }
    }
}

/// The finding for a second definition; the first may be embedded, where no user can look. What is read first is not
/// always what stands first: a unit may be made of one that is declared below it.
pub(super) fn defined_twice(word: Located<&str>, first: Span) -> Diagnostic {
    let is_before = word.span.file == first.file && word.span.range.start < first.range.start;
    let (first, second) = if is_before { (word.span, first) } else { (first, word.span) };
    let finding = Diagnostic::new(Code::DuplicateDefinition, second).with("word", word.value);
    if first.file == EMBEDDED_FILE { finding.label(2).help(1) } else { finding.also(1, first) }
}

/// A word that may name a unit: any word but the keywords that may follow.
fn unit_word<'s>(arguments: &mut Arguments<'s, '_>) -> Option<Located<&'s str>> {
    match arguments.peek_keyword() {
        Some(Keyword::Measures | Keyword::Also) => None,
        _ => arguments.any_word(),
    }
}

/// Whether a unit can be called so; what cannot is reported. A word that goes on with a statement behind a number, `5 每`,
/// is never read as its unit.
fn may_be_unit(word: Located<&str>, findings: &mut Findings) -> bool {
    let keyword = Keyword::find(&folded(word.value)).filter(|keyword| keyword.fits(Place::Argument));
    let meaning = keyword.map(|keyword| keyword.word().meaning.into()).or_else(|| comparison_meaning(word.value));
    let is_free = meaning.is_none();
    findings.report_if(meaning.map(|meaning| reserved_word(word, meaning)));
    is_free
}

/// `= 1000 件` or `= 0.01`: how much a unit is, in base units, and what it is made of.
fn definition(arguments: &mut Arguments<'_, '_>, field: &Field) -> Option<(Ratio, Option<super::Unit>)> {
    arguments.take(TokenKind::Comparison)?;
    let start = arguments.here();
    let number = size(arguments)?;
    let whole = arguments.since(start);
    let unit = match unit_word(arguments) {
        None => None,
        Some(word) => {
            let unit = field.units.find(word.value);
            if unit.is_none() {
                arguments.report(unknown_unit(field, word, "", arguments.findings));
            }
            Some(unit?)
        }
    };
    let scale = number.and_then(|number| number.times(unit.map_or(Ratio::ONE, |unit| unit.scale)));
    let Some(scale) = scale.filter(|scale| !scale.is_zero()) else {
        let reason =
            Text { zh: "单位的大小是零，或超过 28 位", en: "a unit of no size, or of more than 28 digits" };
        arguments.report(Diagnostic::new(Code::ImpossibleArithmetic, whole).with("reason", reason).label(2).help(2));
        return None;
    };
    Some((scale, unit))
}

/// `1000`, or `2000 / 3` where no decimal says it; with nothing in it where it cannot be computed.
fn size(arguments: &mut Arguments<'_, '_>) -> Option<Option<Ratio>> {
    let above = number(arguments)?;
    let is_divided = arguments.peek().is_some_and(|token| matches!(arguments.slice(token), "/" | "／" | "÷"));
    if !is_divided {
        return Some(Some(above));
    }
    arguments.advance();
    Some(above.over(number(arguments)?))
}

fn number(arguments: &mut Arguments<'_, '_>) -> Option<Ratio> {
    let number = arguments.number();
    if number.is_none() {
        arguments.missing(Text { zh: "数值", en: "a number" });
    }
    Some(number?.value.value.into())
}

pub(super) fn measure(arguments: &mut Arguments<'_, '_>, field: &Field) -> Option<super::Measure> {
    let word = arguments.any_word()?;
    let measure = field.units.measure(word.value).or_else(|| field.units.find(word.value).map(|unit| unit.measure));
    if measure.is_none() {
        arguments.report(unknown_unit(field, word, "", arguments.findings));
    }
    measure
}

/// `also 数量 数量指标`: further spellings.
pub(super) fn also<'s>(arguments: &mut Arguments<'s, '_>) -> Vec<Located<&'s str>> {
    let mut spellings = Vec::new();
    if arguments.keyword(Keyword::Also).is_some() {
        while let Some(word) = arguments.any_word() {
            spellings.push(word);
        }
    }
    spellings
}

/// A word that the author chooses, so that it must be none of the language's own.
pub(super) fn own_word<'s>(arguments: &mut Arguments<'s, '_>, expected: Text) -> Option<Located<&'s str>> {
    let word = arguments.word();
    if word.is_none() && !arguments.reserved() {
        arguments.missing(expected);
    }
    word
}

/// One or two texts: the Chinese name and the English one.
pub(super) fn names(arguments: &mut Arguments<'_, '_>) -> Option<Names> {
    let zh = arguments.text()?.value.into_owned();
    let en = arguments.text().map_or_else(|| zh.clone(), |text| text.value.into_owned());
    Some(Names { zh, en })
}

/// The names of something that is called by its word alone.
pub(super) fn only(word: &str) -> Names {
    Names { zh: word.to_owned(), en: word.to_owned() }
}
