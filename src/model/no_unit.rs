//! The finding for a word that should be a unit and is none, where what stands behind it tells more than the word alone.

use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic, Fix},
    field::{Field, unknown_unit},
    syntax::TokenKind,
};

/// The finding for a unit that is not known, of what this names. Of `300万 元` both words are taken: the blank stands within a
/// unit.
pub(super) fn no_unit(arguments: &mut Arguments<'_, '_>, field: &Field, word: Located<&str>, name: &str) -> Diagnostic {
    let next = arguments.peek().filter(|token| token.kind == TokenKind::Word && field.units.is_multiplier(word.value));
    let whole = next.map(|token| [word.value, arguments.slice(token)].concat());
    let (Some(next), Some(whole)) = (next, whole.filter(|whole| field.units.find(whole).is_some())) else {
        return unknown_unit(field, word, name, arguments.findings);
    };
    arguments.advance();
    let finding = Diagnostic::new(Code::UnknownUnit, word.span).with("unit", word.value);
    let fix = Fix::safe(word.span.to(arguments.span(next)), whole.as_str());
    finding.with("suggestion", whole).help(1).fix(fix)
}
