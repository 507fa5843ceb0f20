//! Details that stand behind a row, `数量 "…" 24 家 备注 "…"`, instead of in its block.
//!
//! On a line of its own such a note would be one of the project, so the repair writes the block.

use crate::{
    arguments::Arguments,
    diagnostic::{Code, Diagnostic, Fix},
    syntax::{Token, TokenKind},
    words::{Keyword, Place, folded},
};

/// Reports the details that come next, if any do, and passes over them up to a label.
pub(super) fn loose_details(arguments: &mut Arguments<'_, '_>, place: Place) -> bool {
    if !arguments.peek_keyword().is_some_and(|keyword| keyword.fits(place)) {
        return false;
    }
    let finding = finding(arguments, place);
    arguments.report(finding);
    arguments.skip_to(&[Keyword::As]);
    true
}

/// The finding with the rest of the line put right: first a label that stands among the details, then the block.
fn finding(arguments: &Arguments<'_, '_>, place: Place) -> Diagnostic {
    let rest = arguments.rest();
    let keyword = |token: &Token| match token.kind {
        TokenKind::Word => Keyword::find(&folded(arguments.slice(*token))),
        _ => None,
    };
    let begins = |token: &Token| keyword(token).is_some_and(|word| word == Keyword::As || word.fits(place));
    // Behind a text nothing is left that the block could take.
    let cut = |part: &'_ [Token]| match part {
        [_, text, _, ..] if text.kind == TokenKind::Text => 2,
        _ => part.len(),
    };
    let parts: Vec<&[Token]> = rest.chunk_by(|_, next| !begins(next)).collect();
    let is_clear = parts.iter().all(|part| cut(part) == part.len());
    let text = |part: &[Token]| match part.get(..cut(part)) {
        Some([first, .., last]) => arguments.text_of(arguments.span(*first).to(arguments.span(*last))).to_owned(),
        Some([only]) => arguments.slice(*only).to_owned(),
        _ => String::new(),
    };
    let is_label = |part: &&&[Token]| part.first().and_then(keyword) == Some(Keyword::As);
    let details: Vec<String> = parts.iter().filter(|part| !is_label(part)).map(|part| text(part)).collect();
    let mut right: String = parts.iter().filter(is_label).map(|part| text(part) + " ").collect();
    let span = arguments.here();
    let whole = rest.last().filter(|_| is_clear).map_or(span, |last| span.to(arguments.span(*last)));
    let block = format!("{{ {} }}", details.join("; "));
    let finding = Diagnostic::new(Code::UnexpectedArgument, whole)
        .with("word", arguments.head())
        .with("text", details.first().map_or("", |detail| detail.as_str()))
        .with("block", block.as_str())
        .help(10);
    match arguments.block() {
        _ if !is_clear => finding,
        None => finding.fix(Fix::safe(whole, right + &block)),
        Some(open) => {
            right += &format!("{{ {}; ", details.join("; "));
            finding.fix(Fix::safe(whole.to(open), right))
        }
    }
}
