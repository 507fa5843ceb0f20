//! `perfc explain`: the page of a code.

use perfc::diagnostic::{Lang, Rule, closest, render::explanation, rules::RULES};

use crate::cli::{Status, args, output::Terminal};

pub fn run(arguments: &args::Explain, terminal: &Terminal) -> Status {
    let Some(word) = &arguments.code else { return terminal.print(list(terminal.lang).as_bytes()) };
    if let Some(rule) = Rule::find(word) {
        return terminal.print(explanation(rule, terminal.stdout_style()).as_bytes());
    }
    let names = RULES.iter().flat_map(|rule| [rule.code, rule.name]);
    match closest(&word.to_uppercase(), names.clone()).or_else(|| closest(word, names)) {
        Some(near) => terminal.say(
            &format!("错误：没有代码 {word}；是不是 {near}？用 perfc explain 列出全部"),
            &format!("error: there is no code {word}; did you mean {near}? `perfc explain` lists them all"),
        ),
        None => terminal.say(
            &format!("错误：没有代码 {word}；用 perfc explain 列出全部"),
            &format!("error: there is no code {word}; `perfc explain` lists them all"),
        ),
    }
    Status::Failed
}

/// All codes with what they say, by family.
fn list(lang: Lang) -> String {
    let mut text = String::new();
    let mut family = None;
    for rule in RULES {
        if family.replace(rule.family) != Some(rule.family) {
            text += &format!("{}{}\n", if text.is_empty() { "" } else { "\n" }, rule.family.name().get(lang));
        }
        text += &format!("  {}  {}\n", rule.code, rule.heading(lang));
    }
    text
}
