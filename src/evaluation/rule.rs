//! Rules in the words of the standard, or of the target, that states them.

use super::share::percent;
use crate::{
    diagnostic::{Lang, Text, Value},
    field::{Direction, Grade, Judgement, Method, Overshoot, Standard, Step, Subject},
    model::{Meaning, Target},
    words::Keyword,
};

/// The statement by which a subject is scored: `scoring less linear`.
pub(super) fn statement(subject: Subject, method: &Method, rules: &Standard) -> Value {
    said(Keyword::Scoring, |lang| format!("{} {}", subject_word(subject, rules, lang), method_words(method, lang)))
}

/// The statement by which what is beyond a limit takes points away: `overshoot 120% reduced`.
pub(super) fn overshoot(overshoot: Overshoot) -> Value {
    said(Keyword::Overshoot, |lang| format!("{} {}", percent(overshoot.limit), Keyword::Reduced.spelling(lang)))
}

/// The statement by which a target in words was judged: `judgement partly ≥ 60%`.
pub(super) fn judgement(judgement: &Judgement) -> Value {
    let (comparison, least) = judgement.least;
    said(Keyword::Judgement, |_| format!("{} {} {}", judgement.id, comparison.printed(), percent(least)))
}

/// The statement that says where a grade begins: `grade good ≥ 80`.
pub(super) fn grade(grade: &Grade) -> Value {
    let bound = grade.bound.map(|(comparison, score)| format!(" {} {}", comparison.printed(), score.normalize()));
    said(Keyword::Grade, |_| format!("{}{}", grade.id, bound.as_deref().unwrap_or_default()))
}

/// The thresholds that a target has itself: `steps ≥70%得3分，≥65%得1分`.
pub(super) fn thresholds(target: &Target<'_>, standard: &Standard) -> Value {
    let keyword = if matches!(target.meaning, Meaning::Graded(_)) { Keyword::Graded } else { Keyword::Steps };
    said(keyword, |_| target.printed(standard))
}

/// How what is met or not is scored whatever the standard.
pub(super) fn all_or_nothing() -> Value {
    said(Keyword::AllOrNothing, |_| String::new())
}

/// How a target in words is scored where the result is the same words.
pub(super) fn same_words() -> Value {
    Text { zh: "文字与指标值相同", en: "the words of the target" }.into()
}

/// A keyword and what stands behind it, in both languages.
fn said(keyword: Keyword, rest: impl Fn(Lang) -> String) -> Value {
    let said = |lang: Lang| format!("{} {}", keyword.spelling(lang), rest(lang)).trim_end().to_owned();
    Value::Localized { zh: said(Lang::Zh).into(), en: said(Lang::En).into() }
}

/// What a rule is for, in the words of the standard that states it.
pub(crate) fn subject_word(subject: Subject, rules: &Standard, lang: Lang) -> String {
    let keyword = match subject {
        Subject::Numbers(Direction::More) => Keyword::More,
        Subject::Numbers(Direction::Less) => Keyword::Less,
        Subject::Exact => Keyword::Exact,
        Subject::Deadline => Keyword::Deadline,
        Subject::Execution => Keyword::Execution,
        Subject::Category(category) => {
            let category = rules.category(category);
            return if lang == Lang::Zh { category.word.clone() } else { category.id.clone() };
        }
    };
    keyword.spelling(lang).to_owned()
}

fn method_words(method: &Method, lang: Lang) -> String {
    let word = |keyword: Keyword| keyword.spelling(lang).to_owned();
    match method {
        Method::Proportional { passing: None } => word(Keyword::Proportional),
        Method::Proportional { passing: Some(passing) } => {
            format!("{} {} {}", word(Keyword::Proportional), word(Keyword::Passing), percent(*passing))
        }
        Method::Linear => word(Keyword::Linear),
        Method::Inverse => word(Keyword::Inverse),
        Method::AllOrNothing => word(Keyword::AllOrNothing),
        Method::Steps(steps) => {
            format!("{} {}", word(Keyword::Steps), steps.iter().map(step).collect::<Vec<_>>().join(", "))
        }
    }
}

fn step(step: &Step) -> String {
    format!("{} {} {}", step.comparison.printed(), percent(step.bound), percent(step.share))
}
