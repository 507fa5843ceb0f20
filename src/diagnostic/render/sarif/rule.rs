//! Rules, as a service shows them beside their results.

use serde_json::{Value, json};

use super::level;
use crate::diagnostic::{Lang, Pages, Rule, Severity};

/// A rule with all that there is to read about it, and the address of its page where that is published.
pub(super) fn of(rule: &Rule, lang: Lang, pages: Option<&Pages>) -> Value {
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
    if let Some(pages) = pages {
        descriptor["helpUri"] = pages.of(rule, lang).into();
    }
    descriptor
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
