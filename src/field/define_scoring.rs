//! How results are scored, read from the statements of a standard.

use super::{
    define::{names, only},
    define_lights::colour,
    rules::Subject,
    scoring::{Judgement, Method, Overshoot, Step},
    standard::{Direction, Standard},
};
use crate::{
    arguments::{Arguments, Document, Located},
    diagnostic::{Findings, Text},
    syntax::{StatementId, TokenKind},
    values::Ratio,
    words::Keyword,
};

/// Reads `scoring less linear`, `scoring clients steps >= 90% 100%, >= 80% 80%`.
pub(super) fn scoring(document: Document<'_>, id: StatementId, standard: &mut Standard, findings: &mut Findings) {
    let mut arguments = Arguments::of(document, id, Keyword::Scoring, findings);
    let Some(subject) = subject(&mut arguments, standard) else {
        return arguments.missing(SUBJECT);
    };
    let Some(method) = method(&mut arguments) else {
        return arguments.missing(METHOD);
    };
    arguments.finish_line();
    standard.scoring.methods.set(subject, method);
}

/// What a rule can be for, for messages.
pub(super) const SUBJECT: Text = Text {
    zh: "越大越好、越小越好、恰好、期限、预算执行率，或一类指标",
    en: "`more`, `less`, `exact`, `deadline`, `execution` or a category",
};

const METHOD: Text = Text {
    zh: "按比例、按差额、按反比、全或无或阶梯",
    en: "`proportional`, `linear`, `inverse`, `all-or-nothing` or `steps`",
};

/// Takes what a rule is for, if that comes next.
pub(super) fn subject(arguments: &mut Arguments<'_, '_>, standard: &Standard) -> Option<Subject> {
    let subject = match arguments.peek_keyword() {
        Some(Keyword::More) => Some(Subject::Numbers(Direction::More)),
        Some(Keyword::Less) => Some(Subject::Numbers(Direction::Less)),
        Some(Keyword::Exact) => Some(Subject::Exact),
        Some(Keyword::Deadline) => Some(Subject::Deadline),
        Some(Keyword::Execution) => Some(Subject::Execution),
        _ => {
            let token = arguments.peek().filter(|token| token.kind == TokenKind::Word)?;
            standard.find_category(arguments.slice(token)).map(Subject::Category)
        }
    };
    arguments.advance_if(subject.is_some());
    subject
}

fn method(arguments: &mut Arguments<'_, '_>) -> Option<Method> {
    let method = match arguments.peek_keyword()? {
        Keyword::Proportional => Method::Proportional { passing: None },
        Keyword::Linear => Method::Linear,
        Keyword::Inverse => Method::Inverse,
        Keyword::AllOrNothing => Method::AllOrNothing,
        Keyword::Steps => Method::Steps(Vec::new()),
        _ => return None,
    };
    arguments.advance();
    Some(match method {
        Method::Proportional { .. } if arguments.keyword(Keyword::Passing).is_some() => {
            Method::Proportional { passing: share(arguments).map(|share| share.value) }
        }
        Method::Steps(_) => Method::Steps(steps(arguments)),
        method => method,
    })
}

/// `>= 90% 100%, >= 80% 80%`
fn steps(arguments: &mut Arguments<'_, '_>) -> Vec<Step> {
    let mut steps = Vec::new();
    loop {
        let Some(comparison) = arguments.comparison() else {
            arguments.missing(Text { zh: "界限，例如 ≥ 90%", en: "a threshold, as in >= 90%" });
            break;
        };
        let Some((bound, share)) = share(arguments).zip(share(arguments)) else { break };
        steps.push(Step { comparison: comparison.value, bound: bound.value, share: share.value });
        arguments.take(TokenKind::Comma);
        if arguments.is_done() {
            break;
        }
    }
    steps
}

/// `80%`, `0.8`; what is missing is reported.
pub(super) fn share(arguments: &mut Arguments<'_, '_>) -> Option<Located<Ratio>> {
    let Some(number) = arguments.number() else {
        arguments.missing(Text { zh: "百分比", en: "a percentage" });
        return None;
    };
    let is_percent = arguments.peek().is_some_and(|token| matches!(arguments.slice(token), "%" | "％"));
    arguments.advance_if(is_percent);
    let number = number.value.value;
    let share = if is_percent { Ratio::from(number).over(Ratio::ONE_HUNDRED)? } else { number.into() };
    Some(Located::new(share, arguments.here()))
}

/// Reads `overshoot 130% reduced`.
pub(super) fn overshoot(document: Document<'_>, id: StatementId, standard: &mut Standard, findings: &mut Findings) {
    let mut arguments = Arguments::of(document, id, Keyword::Overshoot, findings);
    let Some(limit) = share(&mut arguments) else { return };
    let reduces = arguments.keyword(Keyword::Reduced).is_some();
    arguments.finish_line();
    standard.scoring.overshoot = Some(Overshoot { limit: limit.value, reduces });
}

/// Reads `decimals 2`.
pub(super) fn decimals(document: Document<'_>, id: StatementId, standard: &mut Standard, findings: &mut Findings) {
    let mut arguments = Arguments::of(document, id, Keyword::Decimals, findings);
    // Nobody needs more, and numbers have no more than 28 digits.
    let digits = |text: &str| text.parse().ok().filter(|digits| *digits <= MOST_DECIMALS);
    match arguments.number().map(|number| digits(&number.value.text)) {
        Some(Some(digits)) => {
            arguments.finish_line();
            standard.scoring.decimals = Some(digits);
        }
        _ => arguments.missing(Text { zh: "0 到 6 的整数", en: "a whole number from 0 to 6" }),
    }
}

/// The most decimals that a standard may ask for.
const MOST_DECIMALS: u32 = 6;

/// Reads `judgement achieved "达成年度指标" "Achieved" >= 80% green`.
pub(super) fn judgement(document: Document<'_>, id: StatementId, standard: &mut Standard, findings: &mut Findings) {
    let mut arguments = Arguments::of(document, id, Keyword::Judgement, findings);
    let Some(word) = arguments.any_word() else {
        return arguments.missing(Text { zh: "评判的词", en: "its word" });
    };
    let judgements = &standard.scoring.judgements;
    let known = judgements.find(word.value).map(|number| judgements.list[number].clone());
    let (known, lit) = known.map_or((None, None), |judgement| (Some(judgement.names), judgement.light));
    let names = names(&mut arguments).or(known).unwrap_or_else(|| only(word.value));
    let Some(comparison) = arguments.comparison() else {
        return arguments
            .missing(Text { zh: "得分比例，例如 ≥ 80%", en: "the share of the points, as in >= 80%" });
    };
    let Some(least) = share(&mut arguments) else { return };
    let light = colour(&mut arguments).or(lit);
    arguments.finish_line();
    let id = word.value.to_owned();
    let judgement = Judgement { id, names, least: (comparison.value, least.value), light };
    standard.scoring.judgements.put(&judgement.id.clone(), judgement);
}
