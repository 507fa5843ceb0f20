//! `perfc new`: a table to begin with.

use std::path::{Path, PathBuf};

use perfc::diagnostic::Lang;

use crate::cli::{Status, args, output::Terminal};

const STARTER_ZH: &str = include_str!("new/starter.zh.perf");
const STARTER_EN: &str = include_str!("new/starter.en.perf");

pub fn run(arguments: &args::New, terminal: &Terminal) -> Status {
    let words = arguments.words.map_or(terminal.lang, Lang::from);
    let file = arguments.file.clone().unwrap_or_else(|| PathBuf::from(default_name(terminal.lang)));
    let file = if file.extension().is_none() { file.with_extension("perf") } else { file };
    if file.exists() {
        let reason = match terminal.lang {
            Lang::Zh => "文件已存在，没有改动它",
            Lang::En => "the file exists and was left as it is",
        };
        terminal.complain(&file, reason);
        return Status::Failed;
    }
    let status = terminal.write(&file, starter(words).as_bytes());
    if status == Status::Clean {
        say_next_steps(&file, terminal);
    }
    status
}

fn default_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "绩效目标表.perf",
        Lang::En => "targets.perf",
    }
}

/// The text with this year filled in.
fn starter(words: Lang) -> String {
    let year = jiff::Zoned::now().year().to_string();
    let text = match words {
        Lang::Zh => STARTER_ZH,
        Lang::En => STARTER_EN,
    };
    text.replace("{year}", &year)
}

fn say_next_steps(file: &Path, terminal: &Terminal) {
    let file = file.display();
    terminal.say(
        &format!("已新建 {file}\n接下来：\n  用文字编辑器打开它，把内容换成自己的\n  perfc check {file}    检查\n  perfc table {file}    看表格"),
        &format!("wrote {file}\nnext:\n  open it in a text editor and put your own content in\n  perfc check {file}    to check it\n  perfc table {file}    to see the table"),
    );
}

#[cfg(test)]
mod tests {
    use perfc::{
        compile::{Count, compile},
        diagnostic::Findings,
        format::{Options, format},
        model::NoFiles,
        source::FileId,
        syntax::parse,
    };

    use super::*;

    #[test]
    fn a_new_table_has_no_mistake() {
        for words in [Lang::Zh, Lang::En] {
            let compiled = compile("new.perf", starter(words).into_bytes(), &NoFiles, Count::default());
            let titles: Vec<_> = compiled.findings.iter().map(|finding| finding.message(Lang::En).title).collect();
            assert_eq!((titles, compiled.output.0), (Vec::new(), 1));
        }
    }

    #[test]
    fn a_new_table_is_formatted() {
        for words in [Lang::Zh, Lang::En] {
            let text = starter(words);
            let tree = parse(FileId(0), &text, &mut Findings::default());
            assert_eq!(format(&text, &tree, Options::default()), text);
        }
    }
}
