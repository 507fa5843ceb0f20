//! `perfc explain`: the page of a code, or all pages as a folder of web pages.

use std::{fs, path::Path};

use perfc::diagnostic::{
    Lang, Rule, closest,
    pages::{INDEX, site},
    render::explanation,
    rules::RULES,
};

use crate::cli::{
    Status, args,
    output::{Terminal, io_reason},
};

pub fn run(arguments: &args::Explain, terminal: &Terminal) -> Status {
    if let Some(folder) = &arguments.output {
        return write_site(folder, terminal);
    }
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

/// Writes the pages of all codes into a folder, which is made if it is not there. The first file that cannot be written
/// is said and ends it.
fn write_site(folder: &Path, terminal: &Terminal) -> Status {
    if folder.as_os_str() == "-" {
        terminal.say(
            "错误：网页有许多个文件，-o 后面要写一个文件夹",
            "error: the pages are many files; name a folder behind -o",
        );
        return Status::Failed;
    }
    let mut count = 0;
    for (name, text) in site() {
        let file = folder.join(name);
        let parent = file.parent().unwrap_or(folder);
        if let Err(error) = fs::create_dir_all(parent) {
            terminal.complain(parent, &io_reason(&error, terminal.lang));
            return Status::Failed;
        }
        let status = terminal.write(&file, text.as_bytes());
        if status != Status::Clean {
            return status;
        }
        count += 1;
    }
    let index = folder.join(INDEX);
    let index = index.display();
    terminal.say(&format!("已写 {count} 个网页，从 {index} 看起"), &format!("wrote {count} pages; begin with {index}"));
    Status::Clean
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
