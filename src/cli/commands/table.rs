//! `perfc table`: the official form.

use std::{
    borrow::Cow,
    cell::Cell,
    io::{self, IsTerminal},
    path::Path,
};

use perfc::{
    compile::Visitor,
    diagnostic::{Lang, closest},
    model::{Model, Project, Workspace},
    table::{Format, Layout, Options, Table, build, render},
};
use unicode_width::UnicodeWidthStr;

use crate::cli::{
    Status, args,
    compile::compile_in_order,
    output::{Terminal, io_reason, width},
};

/// What to write in place of a layout to be told which there are.
const LIST: &str = "list";

/// Endings of documents in formats that are not written. Text in such a file could not be opened.
const NOT_WRITTEN: [&str; 8] = ["doc", "docx", "xls", "xlsx", "pdf", "odt", "ods", "wps"];

/// Fills in the form for each project, numbered through all files.
struct Tables<'n> {
    layout: &'n Layout,
    count: &'n Cell<usize>,
    list: Vec<Table<'static>>,
}

impl Visitor for Tables<'_> {
    fn project(&mut self, project: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        self.count.set(self.count.get() + 1);
        self.list.push(build(project, self.count.get(), self.layout).into_owned());
    }
}

pub fn run(arguments: &args::Table, terminal: &Terminal) -> Status {
    if arguments.layout.eq_ignore_ascii_case(LIST) {
        return terminal.print(list(terminal.lang).as_bytes());
    }
    let output = arguments.output.as_deref().filter(|path| path.as_os_str() != "-");
    let format = format(arguments.format.as_deref(), output);
    let Some(layout) = layout(&arguments.layout, terminal) else { return Status::Failed };
    if !is_sound(arguments, format, output, terminal) {
        return Status::Failed;
    }
    let count = Cell::new(0);
    let new = || Tables { layout: &layout, count: &count, list: Vec::new() };
    let batch = compile_in_order(&arguments.inputs, terminal, new);
    terminal.show(&batch.findings, &batch.sources);
    let status = batch.status();
    if !terminal.may_write(status, arguments.force) {
        return status;
    }
    let tables: Vec<Table<'_>> = batch.results.into_iter().flat_map(|(_, tables)| tables.list).collect();
    if tables.is_empty() {
        terminal.say_no_project();
        return Status::Findings;
    }
    if arguments.output.as_deref().is_some_and(|path| batch.read.has(path, terminal)) {
        return Status::Failed;
    }
    let options = Options { width: arguments.width.unwrap_or_else(width), ..Options::default() };
    match render(format, &tables, &options) {
        Ok(bytes) => terminal.write_with(output, |out| out.write_all(&bytes)).max(status),
        Err(error) => {
            let message = error.message(terminal.lang);
            terminal.say(&format!("错误：{message}"), &format!("error: {message}"));
            Status::Failed
        }
    }
}

/// The format that is asked for, or that the name of the file says.
fn format(name: Option<&str>, output: Option<&Path>) -> Format {
    let ending = || output?.extension()?.to_str().and_then(Format::of_extension);
    name.and_then(Format::find).or_else(ending).unwrap_or(Format::Text)
}

/// Whether there is something to read, and somewhere to write it; what is amiss is said.
fn is_sound(arguments: &args::Table, format: Format, output: Option<&Path>, terminal: &Terminal) -> bool {
    if arguments.inputs.paths.is_empty() {
        terminal.say(
            "错误：缺少 <路径>…\n用 perfc --help 查看用法",
            "error: the following required arguments were not provided:\n  <PATH>...\n\nFor more information, try '--help'.",
        );
        return false;
    }
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
fn layout(name: &str, terminal: &Terminal) -> Option<Cow<'static, Layout>> {
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
fn list(lang: Lang) -> String {
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
