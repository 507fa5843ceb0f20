//! The rules of lights in the words of the standard that states them.

use crate::{
    diagnostic::{Lang, Value},
    evaluation::{percent, subject_word},
    field::{LightStep, Lighting, Standard, Subject},
    words::Keyword,
};

/// The statement by which a light is told: `light less all-or-nothing`.
pub(super) fn statement(subject: Subject, lighting: &Lighting, rules: &Standard) -> Value {
    let said = |lang: Lang| {
        let words =
            [Keyword::Light.spelling(lang), &subject_word(subject, rules, lang), &lighting_words(lighting, lang)];
        words.join(" ")
    };
    Value::Localized { zh: said(Lang::Zh).into(), en: said(Lang::En).into() }
}

fn lighting_words(lighting: &Lighting, lang: Lang) -> String {
    let step = |step: &LightStep| {
        let light = step.light.keyword().spelling(lang);
        format!("{} {} {light}", step.comparison.printed(), percent(step.bound))
    };
    match lighting {
        Lighting::AllOrNothing => Keyword::AllOrNothing.spelling(lang).to_owned(),
        Lighting::Steps(steps) => {
            let steps: Vec<String> = steps.iter().map(step).collect();
            format!("{} {}", Keyword::Steps.spelling(lang), steps.join(", "))
        }
    }
}
