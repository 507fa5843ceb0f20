//! `perfc build`: JSON for pipelines.

use std::{
    fs,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use perfc::json::{Header, Options, Projects, write_document};

use crate::cli::{
    Status,
    args::{self, BuildFormat},
    compile::{Batch, compile},
    input::Input,
    output::{Terminal, io_reason},
};

pub fn run(arguments: &args::Build, terminal: &Terminal) -> Status {
    let options = Options { pretty: is_pretty(arguments), positions: arguments.positions };
    let batch = compile(&arguments.inputs, terminal, || Projects::new(options));
    terminal.show(&batch.findings, &batch.sources);
    let status = batch.status();
    if status == Status::Failed || (status == Status::Findings && !arguments.force) {
        terminal.say(
            "有错误，没有输出（--force 可强制输出）",
            "there are errors; nothing was written (--force writes all the same)",
        );
        return status;
    }
    let written = match &arguments.out_dir {
        Some(folder) => each(&batch, folder, arguments, options, terminal),
        None => terminal.write_with(arguments.output.as_deref(), |out| {
            write(out, batch.results.iter().map(|(_, projects)| projects), arguments.format, options)
        }),
    };
    written.max(status)
}

/// Indented where a person reads it, compact for programs.
fn is_pretty(arguments: &args::Build) -> bool {
    let to_terminal = arguments.output.is_none() && arguments.out_dir.is_none() && io::stdout().is_terminal();
    arguments.pretty || to_terminal
}

fn write<'p>(
    out: &mut dyn Write,
    files: impl Iterator<Item = &'p Projects> + Clone,
    format: BuildFormat,
    options: Options,
) -> io::Result<()> {
    let header = Header::common(files.clone().map(|projects| projects.header().clone()));
    let mut projects = files.flat_map(Projects::iter);
    match format {
        BuildFormat::Json => write_document(out, &header, projects, options),
        BuildFormat::Ndjson => {
            projects.try_for_each(|project| out.write_all(project).and_then(|()| out.write_all(b"\n")))
        }
    }
}

/// A file for each input file, under the same names.
fn each(
    batch: &Batch<Projects>,
    folder: &Path,
    arguments: &args::Build,
    options: Options,
    terminal: &Terminal,
) -> Status {
    let mut status = Status::Clean;
    for (input, projects) in &batch.results {
        let path = target(folder, input, arguments.format);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        status = status.max(match made {
            Ok(()) => {
                terminal.write_with(Some(&path), |out| write(out, std::iter::once(projects), arguments.format, options))
            }
            Err(error) => {
                terminal.complain(&path, &io_reason(&error, terminal.lang));
                Status::Failed
            }
        });
    }
    status
}

/// Where the output for an input goes: the same path below the folder, with another ending.
fn target(folder: &Path, input: &Input, format: BuildFormat) -> PathBuf {
    let ending = match format {
        BuildFormat::Json => "json",
        BuildFormat::Ndjson => "ndjson",
    };
    let name = input.path().map_or_else(|| PathBuf::from("stdin"), |_| PathBuf::from(input.name()));
    // Files from elsewhere keep their name alone.
    let name = if name.is_absolute() { PathBuf::from(name.file_name().unwrap_or_default()) } else { name };
    folder.join(name).with_extension(ending)
}
