//! What a file declares of its own: units, what they measure, and standards. The order of the statements does not matter.

use std::sync::Arc;

use super::order::{Circle, Declaration, Need, ordered};
use crate::{
    arguments::{Document, Located},
    diagnostic::{Code, Diagnostic, Findings},
    field::{Field, Standard, Units, define_dimension, define_multiplier, define_standard, define_unit},
    syntax::{StatementId, TokenKind},
    words::{Keyword, folded},
};

/// A way to read a declaration into the field.
type Define = fn(Document<'_>, StatementId, &mut Field, &mut Findings);

/// Reads the units of a file, each behind those that it is made of.
pub(super) fn units(
    document: Document<'_>,
    roots: &[(StatementId, Keyword)],
    field: &mut std::borrow::Cow<'static, Field>,
    findings: &mut Findings,
) {
    let of = |keyword| roots.iter().filter(move |root| root.1 == keyword).map(|root| root.0);
    let first: [(Keyword, Define); 2] =
        [(Keyword::Dimension, define_dimension), (Keyword::Multiplier, define_multiplier)];
    for (keyword, define) in first {
        of(keyword).for_each(|id| define(document, id, field.to_mut(), findings));
    }
    let declarations: Vec<Declaration<'_>> = of(Keyword::Unit).map(|id| unit(document, id, &field.units)).collect();
    for (id, circle) in ordered(&declarations) {
        define(define_unit, document, (id, circle), field.to_mut(), findings);
    }
}

/// Reads the standards that a file defines, each behind the one that it extends. The last of them is the answer.
pub(super) fn standards(
    document: Document<'_>,
    roots: &[(StatementId, Keyword)],
    field: &mut std::borrow::Cow<'static, Field>,
    findings: &mut Findings,
) -> Option<Arc<Standard>> {
    let is_definition = |id: StatementId| document.tree.get(id).block.is_some();
    let definitions = roots.iter().filter(|root| root.1 == Keyword::Standard && is_definition(root.0));
    let declarations: Vec<Declaration<'_>> = definitions.map(|root| standard(document, root.0, field)).collect();
    for (id, circle) in ordered(&declarations) {
        define(define_standard, document, (id, circle), field.to_mut(), findings);
    }
    let last = declarations.iter().rev().find_map(|declaration| declaration.gives.first())?;
    field.standard(last.value).cloned()
}

/// Reads a declaration. That what it builds upon leads back to it is told instead of that it is not known.
fn define(
    define: Define,
    document: Document<'_>,
    (id, circle): (StatementId, Option<Circle<'_>>),
    field: &mut Field,
    findings: &mut Findings,
) {
    let Some(Circle { word, name }) = circle else { return define(document, id, field, findings) };
    let mut own = Findings::default();
    define(document, id, field, &mut own);
    own.retain(|finding| finding.span() != word.span);
    own.report(Diagnostic::new(Code::DefinitionCycle, word.span).with("word", name.value).also(1, name.span));
    findings.append(own);
}

/// `unit 千箱 = 1000 箱 measures 工作量 also 千箱子`: what is given and needed.
fn unit<'s>(document: Document<'s>, id: StatementId, units: &Units) -> Declaration<'s> {
    let mut declaration = Declaration { id, gives: Vec::new(), needs: Vec::new() };
    let mut is_need = false;
    for token in document.tree.tokens(id).iter().skip(1) {
        let word = Located::new(document.slice(token.range), document.tree.span(token.range));
        let keyword = if token.kind == TokenKind::Word { Keyword::find(&folded(word.value)) } else { None };
        match (token.kind, keyword) {
            (TokenKind::Comparison, _) | (_, Some(Keyword::Measures)) => is_need = true,
            (_, Some(Keyword::Also)) => is_need = false,
            (TokenKind::Word, _) if !is_need => declaration.gives.push(word),
            (TokenKind::Word, _) if units.find(word.value).is_none() && units.measure(word.value).is_none() => {
                declaration.needs.extend(units.parts(word.value).map(|name| Need { word, name }));
            }
            _ => {}
        }
    }
    declaration
}

/// `standard 我的标准 extends 某省标准`: what is given and needed.
fn standard<'s>(document: Document<'s>, id: StatementId, field: &Field) -> Declaration<'s> {
    let words = document.tree.tokens(id).iter().filter(|token| token.kind == TokenKind::Word);
    let words: Vec<Located<&str>> =
        words.map(|token| Located::new(document.slice(token.range), document.tree.span(token.range))).collect();
    let extends = words.iter().position(|word| Keyword::find(&folded(word.value)) == Some(Keyword::Extends));
    let base = extends.and_then(|at| words.get(at + 1)).filter(|base| field.standard(base.value).is_none());
    Declaration {
        id,
        gives: words.get(1).copied().into_iter().collect(),
        needs: base.map(|word| Need { word: *word, name: word.value }).into_iter().collect(),
    }
}
