//! `perfc diff`: what differs between the targets of two files.

use std::path::Path;

use perfc::{
    diagnostic::{Diagnostic, Family, Severity},
    difference::{
        Snapshot, Snapshots, compare,
        render::{Format, render},
        summary,
    },
};

use crate::cli::{Status, args, compile::compile, output::Terminal};

pub fn run(arguments: &args::Diff, terminal: &Terminal) -> Status {
    let Some(format) = Format::find(&arguments.format) else { return Status::Failed };
    if [&arguments.old, &arguments.new].iter().all(|path| path.as_os_str() == "-") {
        terminal.say(
            "错误：标准输入只有一个：- 只能写在一边",
            "error: there is but one standard input: - may stand on one side only",
        );
        return Status::Failed;
    }
    let [(old, old_status), (new, new_status)] = [&arguments.old, &arguments.new].map(|path| side(path, terminal));
    let (Some(old), Some(new)) = (old, new) else { return Status::Failed };
    if old.is_empty() && new.is_empty() {
        terminal.say_no_project();
    }
    let difference = compare(&old, &new);
    let text = render(format, &difference, terminal.stdout_style());
    let printed = terminal.print(text.as_bytes());
    if format == Format::Text && printed == Status::Clean && difference.is_empty() {
        say_same(old_status.max(new_status), summary(&difference).respelt, terminal);
    }
    let differs = if difference.is_empty() { Status::Clean } else { Status::Findings };
    printed.max(differs).max(old_status).max(new_status)
}

/// The projects of one side, and whether all of them could be read; `None` where a file could not be read at all. What
/// could not be read of a file is said.
fn side(path: &Path, terminal: &Terminal) -> (Option<Vec<Snapshot>>, Status) {
    let inputs = args::Inputs { paths: vec![path.to_path_buf()], deny_warnings: false, rules: args::Rules::default() };
    let mut batch = compile(&inputs, terminal, Snapshots::default);
    if batch.failed {
        return (None, Status::Failed);
    }
    batch.findings.retain(hides_something);
    // What is left out of the list may hide something too.
    let is_whole = batch.findings.count(Severity::Error) == 0;
    if !is_whole {
        terminal.show(&batch.findings, &batch.sources);
        let name = path.display();
        terminal.say(
            &format!("注意：{name} 有错误，没有读懂的内容没有比较\n"),
            &format!("note: {name} has mistakes; what could not be read was not compared\n"),
        );
    }
    let status = if is_whole { Status::Clean } else { Status::Failed };
    (Some(batch.results.into_iter().flat_map(|(_, snapshots)| snapshots.list).collect()), status)
}

/// Whether something of a file was not read for a mistake in it. Sums and checks that do not hold hide nothing.
fn hides_something(finding: &Diagnostic) -> bool {
    let family = finding.code.rule().family;
    finding.severity == Severity::Error && !matches!(family, Family::Sums | Family::Checks)
}

/// Says that nothing differs, which the text does by silence.
fn say_same(read: Status, respelt: usize, terminal: &Terminal) {
    match respelt {
        _ if read != Status::Clean => {
            terminal.say("读懂的内容没有差别", "no difference in what could be read");
        }
        0 => terminal.say("没有差别", "no difference"),
        1 => {
            terminal.say("没有差别（有 1 处只是写法不同，值没有变）", "no difference (but for the spelling of a value)")
        }
        count => terminal.say(
            &format!("没有差别（有 {count} 处只是写法不同，值没有变）"),
            &format!("no difference (but for the spelling of {count} values)"),
        ),
    }
}
