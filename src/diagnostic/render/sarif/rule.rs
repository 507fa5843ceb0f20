//! Rules, as a service shows them beside their results.

use serde_json::{Value, json};

use super::{REPOSITORY, level};
use crate::diagnostic::{Lang, Rule, Severity};

/// A rule with all that there is to read about it.
pub(super) fn of(rule: &Rule, lang: Lang) -> Value {
    let page = rule.page.get(lang).trim();
    let title = without_names(rule.title.get(lang));
    let mut descriptor = json!({
        "id": rule.code,
        "name": pascal_case(rule.name),
        "shortDescription": { "text": rule.heading(lang) },
        "fullDescription": { "text": first_paragraph(page).unwrap_or(&title) },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(rule.severity), "enabled": rule.is_on },
        "properties": {
            "family": rule.family.id(),
            "tags": [rule.family.id()],
            // What GitHub sorts by.
            "problem.severity": problem(rule.severity),
        },
    });
    if let Some(uri) = help_uri(REPOSITORY, rule.code, lang) {
        descriptor["helpUri"] = uri.into();
    }
    descriptor
}

/// Where the page of a rule is published, if the package says where it is.
pub(super) fn help_uri(repository: &str, code: &str, lang: Lang) -> Option<String> {
    let folder = match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    };
    let repository = repository.trim_end_matches('/');
    (!repository.is_empty()).then(|| format!("{repository}/blob/main/docs/codes/{folder}/{code}.md"))
}

const fn problem(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "recommendation",
    }
}

/// `unknown-unit` becomes `UnknownUnit`.
fn pascal_case(name: &str) -> String {
    let capital =
        |word: &str| word.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(word.chars().skip(1)).collect();
    name.split('-').map(|word| -> String { capital(word) }).collect()
}

/// A template with `…` for each `{name}`: a rule has no values. Braces around anything else are text.
pub(super) fn without_names(template: &str) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, inner)) = rest.split_once('{') {
        let name = inner.find(|character: char| !character.is_ascii_lowercase()).unwrap_or(0);
        let is_name = name > 0 && inner[name..].starts_with('}');
        text.extend([before, if is_name { "…" } else { "{" }]);
        rest = if is_name { &inner[name + 1..] } else { inner };
    }
    text + rest
}

/// The first paragraph of a page that is no headline.
fn first_paragraph(page: &str) -> Option<&str> {
    page.split("\n\n").map(str::trim).find(|paragraph| !paragraph.is_empty() && !paragraph.starts_with('#'))
}
