//! Rules in the words of the standard that states them.

use super::share::percent;
use crate::{
    diagnostic::{Lang, Value},
    field::{Direction, Method, Standard, Step, Subject},
    words::Keyword,
};

/// The statement by which a subject is scored: `scoring less linear`.
pub(super) fn statement(subject: Subject, method: &Method, rules: &Standard) -> Value {
    let said = |lang: Lang| {
        let words = [Keyword::Scoring.spelling(lang), &subject_word(subject, rules, lang), &method_words(method, lang)];
        words.join(" ")
    };
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
