//! Templates and values become sentences.

use super::{Diagnostic, Label, Lang, Text, Value};
use crate::source::Span;

/// The texts of a finding in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong, in a sentence.
    pub title: String,
    /// What stands at each place, the place of the mistake first.
    pub labels: Vec<LabelText>,
    /// What to do about it, a sentence each.
    pub help: Vec<String>,
}

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelText {
    /// The place.
    pub span: Span,
    /// The text.
    pub text: String,
}

/// A sentence with the values that it names, said in either language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    text: Text,
    values: Vec<(&'static str, Value)>,
}

impl Phrase {
    /// A sentence whose `{name}` are given later.
    pub fn new(text: Text) -> Self {
        Self { text, values: Vec::new() }
    }

    /// Gives a value that the sentence names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// The sentence in one language, its values whole: what a report says is not cut off.
    pub fn get(&self, lang: Lang) -> String {
        fill(self.text.get(lang), self.values.iter(), lang, String::push_str)
    }
}

impl From<Phrase> for Value {
    fn from(phrase: Phrase) -> Self {
        Self::Localized { zh: phrase.get(Lang::Zh).into(), en: phrase.get(Lang::En).into() }
    }
}

/// Puts the values of a finding into the texts of its rule.
pub(super) fn message(finding: &Diagnostic, lang: Lang) -> Message {
    let rule = finding.code.rule();
    let fill = |text: Text, label: Option<&Label>| {
        let own = label.map(|label| label.values.as_slice()).unwrap_or_default();
        fill(text.get(lang), own.iter().chain(&finding.values), lang, push_shortened)
    };
    Message {
        title: fill(rule.title, None),
        labels: finding
            .labels
            .iter()
            .map(|label| LabelText {
                span: label.span,
                text: rule.labels.get(label.text).map(|&text| fill(text, Some(label))).unwrap_or_default(),
            })
            .collect(),
        help: finding.helps.iter().filter_map(|&number| rule.help.get(number)).map(|&text| fill(text, None)).collect(),
    }
}

/// Replaces each `{name}` of a template by the first value of that name. A name without a value stays as it is, so that
/// the tests over the examples can find it.
fn fill<'v>(
    template: &str,
    values: impl Iterator<Item = &'v (&'static str, Value)> + Clone,
    lang: Lang,
    push: fn(&mut String, &str),
) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, name, after)) = next_name(rest) {
        text.push_str(before);
        match values.clone().find(|(known, _)| *known == name) {
            Some((_, value)) => push(&mut text, value.get(lang)),
            None => text.extend(["{", name, "}"]),
        }
        rest = after;
    }
    text + rest
}

/// How many characters of a value the sentence of a finding repeats.
const MOST: usize = 200;

/// A sentence stays one, even where a word of the source is a megabyte long.
fn push_shortened(text: &mut String, value: &str) {
    match value.char_indices().nth(MOST) {
        Some((end, _)) => text.extend([&value[..end], "…"]),
        None => text.push_str(value),
    }
}

/// The next `{name}` of a template with what stands before and behind it. Other braces are text: messages speak of them.
fn next_name(template: &str) -> Option<(&str, &str, &str)> {
    template.match_indices('{').find_map(|(at, _)| {
        let (name, after) = template[at + 1..].split_once('}')?;
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
        is_name.then(|| (&template[..at], name, after))
    })
}
