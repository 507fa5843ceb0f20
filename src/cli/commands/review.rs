//! `perfc review`: the opinion of a reviewer on each project.

use std::path::Path;

use perfc::{
    review::{Opinion, Subject, Subjects, opinions, text, written},
    table::{Format, Options},
};

use super::forms;
use crate::cli::{
    Status, args,
    compile::compile_in_order,
    output::{Terminal, width},
};

/// Errors do not keep an opinion from being written: it is what tells them.
pub fn run(arguments: &args::Review, terminal: &Terminal) -> Status {
    let output = arguments.output.as_deref().filter(|path| path.as_os_str() != "-");
    let Some(format) = format(arguments, output, terminal) else { return Status::Failed };
    let batch = compile_in_order(&arguments.inputs, terminal, Subjects::default);
    let status = batch.status();
    if status == Status::Failed || output.is_some_and(|path| batch.read.has(path, terminal)) {
        return Status::Failed;
    }
    let subjects: Vec<Subject> = batch.results.into_iter().flat_map(|(_, subjects)| subjects.list).collect();
    if subjects.is_empty() {
        terminal.show(&batch.findings, &batch.sources);
        terminal.say_no_project();
        return Status::Findings;
    }
    let opinions = opinions(&subjects, &batch.findings, &batch.sources, terminal.lang);
    write(&opinions, format, arguments.width, output, terminal).max(status)
}

/// How it is to be written: as is asked for, or as the name of the file says. What cannot be is said.
fn format(arguments: &args::Review, output: Option<&Path>, terminal: &Terminal) -> Option<Format> {
    let format = forms::format(arguments.format.as_deref(), output);
    if format == Format::Text || written::FORMATS.contains(&format) {
        return forms::can_write(format, output, terminal).then_some(format);
    }
    let formats: Vec<&str> = ["text"].into_iter().chain(written::FORMATS.iter().map(|format| format.id())).collect();
    terminal.say(
        &format!("错误：审核意见不能写成 {}；可以是：{}", format.id(), formats.join("、")),
        &format!("error: no review in {}; there are: {}", format.id(), formats.join(", ")),
    );
    None
}

fn write(
    opinions: &[Opinion<'_>],
    format: Format,
    columns: Option<usize>,
    output: Option<&Path>,
    terminal: &Terminal,
) -> Status {
    if format == Format::Text {
        let options = Options { width: columns.unwrap_or_else(width), ..Options::default() };
        let texts: Vec<String> =
            opinions.iter().map(|opinion| text::render(opinion, terminal.lang, &options)).collect();
        return terminal.write_with(output, |out| out.write_all(texts.join("\n").as_bytes()));
    }
    match written::render(format, opinions, terminal.lang) {
        Ok(bytes) => terminal.write_with(output, |out| out.write_all(&bytes)),
        Err(error) => {
            let message = error.message(terminal.lang);
            terminal.say(&format!("错误：{message}"), &format!("error: {message}"));
            Status::Failed
        }
    }
}
