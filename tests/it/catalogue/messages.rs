//! What findings say, in both languages.

use std::{collections::BTreeSet, fmt::Write, path::Path};

use perfc::{
    diagnostic::{Code, Diagnostic, Lang, Text, rules::RULES},
    source::{FileId, Span},
};

use super::compile::Compiled;

/// The names in braces that a text has values for.
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    let names = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    names.filter(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase())).collect()
}

/// All findings as plain lines: place, title, labels with their source, help.
pub fn lines(compiled: &Compiled, lang: Lang) -> String {
    let mut text = String::new();
    for finding in &compiled.findings {
        lines_of(&mut text, finding, compiled, lang);
    }
    text
}

fn lines_of(text: &mut String, finding: &Diagnostic, compiled: &Compiled, lang: Lang) {
    let message = finding.message(lang);
    // The file itself is the one that is shown; others are named.
    let place = |span: Span| {
        let source = compiled.sources.get(span.file);
        let place = source.place(span.range.start);
        let file = if span.file == FileId(0) { String::new() } else { format!("{}:", source.name) };
        format!("{file}{}:{}", place.line + 1, place.column + 1)
    };
    let code = finding.code.rule().code;
    writeln!(text, "{code} {} {}：{}", place(finding.span()), finding.severity.name().get(lang), message.title)
        .unwrap();
    for label in &message.labels {
        let source = visible(compiled.sources.slice(label.span));
        writeln!(text, "     {} [{source}] {}", place(label.span), label.text).unwrap();
    }
    for help in &message.help {
        writeln!(text, "   = {help}").unwrap();
    }
    for fix in &finding.fixes {
        // What is safe is marked with ~, a guess with ?.
        let mark = if fix.is_safe() { '~' } else { '?' };
        for edit in fix.edits() {
            let before = visible(compiled.sources.slice(edit.span));
            writeln!(text, "   {mark} [{before}] → [{}]", visible(&edit.replacement)).unwrap();
        }
    }
}

/// A text with its control characters made visible, shortened where it is long.
pub fn visible(text: &str) -> String {
    let shown: String = text
        .chars()
        .map(|c| match c {
            '\t' => '⇥',
            '\0'..'\u{20}' if c != '\n' => char::from_u32(0x2400 + c as u32).unwrap(),
            c => c,
        })
        .collect();
    let lines: Vec<String> = shown.lines().map(shortened).collect();
    lines.join("\n")
}

fn shortened(line: &str) -> String {
    const MOST: usize = 160;
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// Whether a text can be made from a template by filling in its placeholders.
fn is_made_from(text: &str, template: &str) -> bool {
    let names = placeholders(template);
    let mut fixed = template.to_owned();
    for name in names {
        fixed = fixed.replace(&format!("{{{name}}}"), "\0");
    }
    let parts: Vec<&str> = fixed.split('\0').collect();
    let mut rest = text;
    for (at, part) in parts.iter().enumerate() {
        let found = if at == 0 { rest.starts_with(part).then_some(0) } else { rest.find(part) };
        let Some(found) = found else { return false };
        rest = &rest[found + part.len()..];
    }
    parts.last().is_some_and(|last| last.is_empty()) || rest.is_empty()
}

#[test]
fn both_languages_name_the_same_values() {
    for rule in RULES {
        let texts = std::iter::once(&rule.title).chain(rule.labels).chain(rule.help);
        for Text { zh, en } in texts {
            assert_eq!(placeholders(zh), placeholders(en), "{}: {zh}", rule.code);
            assert!(!zh.is_empty() && !en.is_empty(), "{}", rule.code);
        }
        assert!(!rule.labels.is_empty() && !rule.help.is_empty(), "{}", rule.code);
    }
}

#[test]
fn every_value_is_given() {
    for compiled in super::mistakes::all().into_iter().chain(super::typical::all()) {
        for finding in &compiled.findings {
            for lang in [Lang::Zh, Lang::En] {
                let message = finding.message(lang);
                let labels = message.labels.into_iter().map(|label| label.text);
                for text in [message.title].into_iter().chain(labels).chain(message.help) {
                    assert!(!text.is_empty(), "{} says nothing", finding.code.rule().code);
                    assert_eq!(placeholders(&text), BTreeSet::new(), "{}: {text}", finding.code.rule().code);
                }
            }
        }
    }
}

/// A budget from more sources than a finding points at.
fn many_sources() -> Compiled {
    let funds: String = (0..200).map(|number| format!("fund f{number}\n")).collect();
    let parts: String = (0..200).map(|number| format!("f{number} 1 元\n")).collect();
    let text = format!(
        "standard s extends mof-2020 {{ {funds} }}\nstandard s\nproject \"甲\" {{ budget 1 元 {{ {parts} }} }}"
    );
    Compiled::new(Path::new("examples/many.perf"), text.into_bytes())
}

#[test]
fn a_finding_about_many_places_points_at_some() {
    let many = many_sources();
    let finding = many.findings.iter().find(|finding| finding.code == Code::BudgetSum).unwrap();
    let message = finding.message(Lang::Zh);
    assert_eq!(message.labels.len(), 102);
    assert_eq!(message.labels[101].text, "从这里起还有 100 项，没有一一标出");
}

#[test]
fn every_text_is_said_somewhere() {
    let mut said: Vec<(&str, String)> = Vec::new();
    let all = super::mistakes::all().into_iter().chain(super::typical::all()).chain([many_sources()]);
    for compiled in all {
        for finding in &compiled.findings {
            let message = finding.message(Lang::En);
            let labels = message.labels.into_iter().map(|label| label.text);
            said.extend(labels.chain(message.help).map(|text| (finding.code.rule().code, text)));
        }
    }
    let texts = RULES.iter().flat_map(|rule| rule.labels.iter().chain(rule.help).map(move |text| (rule.code, text.en)));
    let silent: Vec<_> =
        texts.filter(|(code, text)| !said.iter().any(|(by, said)| by == code && is_made_from(said, text))).collect();
    assert_eq!(silent, []);
}
