//! Forms and formats that commands are asked for by name.

use std::{
    borrow::Cow,
    io::{self, IsTerminal},
    path::Path,
};

use perfc::{
    diagnostic::{Lang, closest},
    table::{Format, Layout},
};
use unicode_width::UnicodeWidthStr;

use crate::cli::output::{Terminal, io_reason};

/// Endings of documents in formats that are not written. Text in such a file could not be opened.
const NOT_WRITTEN: [&str; 8] = ["doc", "docx", "xls", "xlsx", "pdf", "odt", "ods", "wps"];

/// The format that is asked for, or that the name of the file says.
pub fn format(name: Option<&str>, output: Option<&Path>) -> Format {
    let ending = || output?.extension()?.to_str().and_then(Format::of_extension);
    name.and_then(Format::find).or_else(ending).unwrap_or(Format::Text)
}

/// Whether a format can be written to its place; what is amiss is said.
pub fn can_write(format: Format, output: Option<&Path>, terminal: &Terminal) -> bool {
    let ending = output.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    if let Some(ending) = ending.filter(|ending| format == Format::Text && NOT_WRITTEN.contains(&ending.as_str())) {
        let formats: Vec<&str> = Format::ALL.iter().map(|format| format.id()).collect();
        terminal.say(
            &format!("错误：写不出 .{ending} 文件；可以是：{}", formats.join("、")),
            &format!("error: .{ending} files cannot be written; there are: {}", formats.join(", ")),
        );
        return false;
    }
    let is_shown = output.is_none() && io::stdout().is_terminal();
    if is_shown && !format.is_text() {
        let (id, extension) = (format.id(), format.extension());
        terminal.say(
            &format!("错误：{id} 不能显示在屏幕上；请写到文件：-o 绩效目标表.{extension}"),
            &format!("error: a terminal cannot show {id}; write it to a file: -o targets.{extension}"),
        );
        return false;
    }
    true
}

/// The form with this id or in this file; what is wrong with it is said.
pub fn layout(name: &str, terminal: &Terminal) -> Option<Cow<'static, Layout>> {
    if let Some(layout) = Layout::find(name) {
        return Some(Cow::Borrowed(layout));
    }
    let path = Path::new(name);
    let is_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) || path.is_file();
    if !is_file {
        unknown(name, terminal);
        return None;
    }
    let reason = match std::fs::read_to_string(path) {
        Ok(text) => match Layout::read(text.trim_start_matches('\u{FEFF}')) {
            Ok(layout) => return Some(Cow::Owned(layout)),
            Err(error) => error.message(terminal.lang),
        },
        Err(error) => io_reason(&error, terminal.lang),
    };
    terminal.complain(path, &reason);
    None
}

fn unknown(name: &str, terminal: &Terminal) {
    let ids = Layout::embedded().iter().map(|layout| layout.id.as_str());
    match closest(name, ids) {
        Some(near) => terminal.say(
            &format!("错误：没有表样 {name}；是不是 {near}？用 --layout list 列出全部"),
            &format!("error: there is no layout {name}; did you mean {near}? `--layout list` lists them all"),
        ),
        None => terminal.say(
            &format!("错误：没有表样 {name}；用 --layout list 列出全部，也可以写 .json 文件"),
            &format!("error: there is no layout {name}; `--layout list` lists them all, or name a .json file"),
        ),
    }
}

/// All forms with what they are called, one a line.
pub fn list(lang: Lang) -> String {
    let layouts = Layout::embedded();
    let width = layouts.iter().map(|layout| layout.id.width()).max().unwrap_or(0);
    let line = |layout: &Layout| {
        let name = match lang {
            Lang::Zh => &layout.names.zh,
            Lang::En => &layout.names.en,
        };
        format!("{:width$}  {name}\n", layout.id)
    };
    layouts.iter().map(line).collect()
}
