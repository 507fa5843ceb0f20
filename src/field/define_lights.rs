//! How progress is shown as a light, read from the statements of a standard.

use super::{
    define_scoring::{SUBJECT, share, subject},
    lights::{Light, LightStep, Lighting},
    standard::Standard,
};
use crate::{
    arguments::{Arguments, Document},
    diagnostic::{Findings, Text},
    syntax::{StatementId, TokenKind},
    words::Keyword,
};

/// Reads `light less all-or-nothing`, `light more steps >= 120% blue, >= 80% green, >= 60% yellow`.
pub(super) fn light(document: Document<'_>, id: StatementId, standard: &mut Standard, findings: &mut Findings) {
    let mut arguments = Arguments::of(document, id, Keyword::Light, findings);
    let Some(subject) = subject(&mut arguments, standard) else {
        return arguments.missing(SUBJECT);
    };
    let Some(lighting) = lighting(&mut arguments) else {
        return arguments.missing(Text { zh: "全或无，或阶梯", en: "`all-or-nothing` or `steps`" });
    };
    arguments.finish_line();
    standard.lights.set(subject, lighting);
}

fn lighting(arguments: &mut Arguments<'_, '_>) -> Option<Lighting> {
    match arguments.peek_keyword()? {
        Keyword::AllOrNothing => {
            arguments.advance();
            Some(Lighting::AllOrNothing)
        }
        Keyword::Steps => {
            arguments.advance();
            Some(Lighting::Steps(steps(arguments)))
        }
        _ => None,
    }
}

/// `>= 120% blue, >= 80% green`
fn steps(arguments: &mut Arguments<'_, '_>) -> Vec<LightStep> {
    let mut steps = Vec::new();
    loop {
        let Some(comparison) = arguments.comparison() else {
            arguments.missing(Text { zh: "界限，例如 ≥ 80%", en: "a threshold, as in >= 80%" });
            break;
        };
        let Some(bound) = share(arguments) else { break };
        let Some(light) = colour(arguments) else {
            arguments
                .missing(Text { zh: "红灯、黄灯、绿灯或蓝灯", en: "`red`, `yellow`, `green` or `blue`" });
            break;
        };
        steps.push(LightStep { comparison: comparison.value, bound: bound.value, light });
        arguments.take(TokenKind::Comma);
        if arguments.is_done() {
            break;
        }
    }
    steps
}

/// Takes the light that comes next, if one does.
pub(super) fn colour(arguments: &mut Arguments<'_, '_>) -> Option<Light> {
    let light = Light::of(arguments.peek_keyword()?)?;
    arguments.advance();
    Some(light)
}
