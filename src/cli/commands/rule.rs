//! `perfc rule`: the rules, how bad a breach of each is, and whether they hold.

use perfc::diagnostic::{Code, Lang, Levels, Text};

use crate::cli::{Status, args, output::Terminal, settings};

pub fn run(arguments: &args::Rule, terminal: &Terminal) -> Status {
    match settings::here(terminal) {
        Some(settings) => terminal.print(list(arguments.all, &settings.levels, terminal.lang).as_bytes()),
        None => Status::Failed,
    }
}

/// A line for each rule, by family: its code, how bad a breach is, whether it holds, its name, what it is about.
fn list(all: bool, levels: &Levels, lang: Lang) -> String {
    let mut text = String::new();
    let mut family = None;
    let longest = Code::all().map(|code| code.rule().name.len()).max().unwrap_or(0);
    for code in Code::all().filter(|code| all || levels.wants(*code)) {
        let rule = code.rule();
        if family.replace(rule.family) != Some(rule.family) {
            let gap = if text.is_empty() { "" } else { "\n" };
            text += &format!("{gap}{} ({}, P{})\n", rule.family.name().get(lang), rule.family.id(), &rule.code[1..2]);
        }
        let severity = levels.usual(code).name().get(lang);
        let width = if lang == Lang::Zh { 2 } else { 7 };
        let off = Text { zh: "关", en: "off" }.get(lang);
        let severity = if levels.wants(code) { severity } else { off };
        text += &format!("  {}  {severity:width$}  {:longest$}  {}\n", rule.code, rule.name, rule.heading(lang));
    }
    text
}
