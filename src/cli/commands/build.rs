//! `perfc build`: JSON for pipelines.

use std::{
    collections::HashMap,
    fs,
    io::{self, IsTerminal, Seek, Write},
    path::{Component, Path, PathBuf},
};

use perfc::{
    diagnostic::Lang,
    json::{Form, Options, Part, Projects, SPOOL, write_document},
};
use tempfile::SpooledTempFile;

use crate::cli::{
    Status,
    args::{self, BuildFormat},
    compile::{Read, compile_with},
    input::Input,
    output::{Terminal, io_reason},
};

/// The projects of one file; what does not fit into memory waits on disk until it is clear that there are no errors.
type Waiting = Projects<SpooledTempFile>;

pub fn run(arguments: &args::Build, terminal: &Terminal) -> Status {
    let options = Options { pretty: is_pretty(arguments), positions: arguments.positions };
    let form = match arguments.format {
        BuildFormat::Json => Form::Document,
        BuildFormat::Ndjson => Form::Lines,
    };
    let waiting = || Waiting::new(options, form, SpooledTempFile::new(SPOOL));
    let batch = compile_with(&arguments.inputs, &arguments.results.actuals, terminal, waiting);
    terminal.show(&batch.findings, &batch.sources);
    let status = batch.status();
    if !terminal.may_write(status, arguments.force) {
        return status;
    }
    let writer = Writer { arguments, options, read: &batch.read, terminal };
    let written = match &arguments.out_dir {
        Some(folder) => writer.each(batch.results, folder),
        None => {
            let (_, parts): (Vec<Input>, Vec<Waiting>) = batch.results.into_iter().unzip();
            writer.write(arguments.output.as_deref(), parts)
        }
    };
    written.max(status)
}

/// Indented where a person reads it, compact for programs.
fn is_pretty(arguments: &args::Build) -> bool {
    let to_terminal = arguments.output.is_none() && arguments.out_dir.is_none() && io::stdout().is_terminal();
    arguments.pretty || to_terminal
}

struct Writer<'w> {
    arguments: &'w args::Build,
    options: Options,
    read: &'w Read,
    terminal: &'w Terminal,
}

impl Writer<'_> {
    /// A file for each input file, under the same names.
    fn each(&self, parts: Vec<(Input, Waiting)>, folder: &Path) -> Status {
        let target = |input: &Input| target(folder, input, self.arguments.format);
        let mut taken: HashMap<PathBuf, String> = HashMap::new();
        for (input, _) in &parts {
            if let Some(other) = taken.insert(target(input), input.name()) {
                self.both_go_to(&target(input), &other, &input.name());
                return Status::Failed;
            }
        }
        let mut status = Status::Clean;
        for (input, part) in parts {
            let path = target(&input);
            status = status.max(match path.parent().map_or(Ok(()), fs::create_dir_all) {
                Ok(()) => self.write(Some(&path), vec![part]),
                Err(error) => {
                    self.terminal.complain(&path, &io_reason(&error, self.terminal.lang));
                    Status::Failed
                }
            });
        }
        status
    }

    /// Says that two inputs would be written to one file, of which one would be lost.
    fn both_go_to(&self, path: &Path, one: &str, other: &str) {
        let reason = match self.terminal.lang {
            Lang::Zh => format!("{one} 和 {other} 会写进同一个文件，没有输出"),
            Lang::En => format!("{one} and {other} would both be written to it; nothing was written"),
        };
        self.terminal.complain(path, &reason);
    }

    /// All parts in one file.
    fn write(&self, path: Option<&Path>, parts: Vec<Waiting>) -> Status {
        if path.is_some_and(|path| self.read.has(path, self.terminal)) {
            return Status::Failed;
        }
        self.terminal.write_with(path, |out| {
            let parts = parts.into_iter().map(Waiting::finish).collect::<io::Result<Vec<_>>>()?;
            match self.arguments.format {
                BuildFormat::Json => write_document(out, parts, self.options),
                BuildFormat::Ndjson => lines(out, parts),
            }
        })
    }
}

fn lines(mut out: &mut dyn Write, parts: Vec<Part<SpooledTempFile>>) -> io::Result<()> {
    for mut part in parts {
        part.body.rewind()?;
        io::copy(&mut part.body, &mut out)?;
    }
    Ok(())
}

/// Where the output for an input goes: the same path below the folder, with another ending.
fn target(folder: &Path, input: &Input, format: BuildFormat) -> PathBuf {
    let ending = match format {
        BuildFormat::Json => "json",
        BuildFormat::Ndjson => "ndjson",
    };
    let name = input.path().map_or_else(|| PathBuf::from("stdin"), |_| PathBuf::from(input.name()));
    // Files from elsewhere keep their name alone.
    let is_elsewhere = name.components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir));
    let name = if is_elsewhere { PathBuf::from(name.file_name().unwrap_or_default()) } else { name };
    folder.join(name).with_extension(ending)
}
