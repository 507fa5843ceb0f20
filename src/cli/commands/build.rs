//! `perfc build`: JSON for pipelines.

use std::{
    fs,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
};

use perfc::{
    json::{Header, Options, write_document, write_project},
    model::{Model, Workspace},
};

use crate::cli::{
    Status,
    args::{self, BuildFormat},
    compile::{Batch, compile},
    input::Input,
    output::{Terminal, io_reason},
};

/// What a file gives: its part of the head and its projects as JSON.
struct Part {
    header: Header,
    projects: Vec<Vec<u8>>,
}

pub fn run(arguments: &args::Build, terminal: &Terminal) -> Status {
    let options = Options { pretty: is_pretty(arguments), positions: arguments.positions };
    let batch = compile(&arguments.inputs, terminal, |model, workspace| part(model, workspace, options));
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
        None => {
            let parts = batch.results.iter().map(|(_, part)| part);
            text(parts, arguments.format, options)
                .map_or(Status::Failed, |text| terminal.write(arguments.output.as_deref(), &text))
        }
    };
    written.max(status)
}

/// Indented where a person reads it, compact for programs.
fn is_pretty(arguments: &args::Build) -> bool {
    let to_terminal = arguments.output.is_none() && arguments.out_dir.is_none() && io::stdout().is_terminal();
    arguments.pretty || to_terminal
}

fn part(model: &Model<'_>, workspace: &Workspace, options: Options) -> Part {
    let projects = model.projects.iter().map(|project| {
        let mut json = Vec::new();
        // Writing to memory does not fail.
        let _ = write_project(&mut json, project, model, &workspace.sources, options);
        json
    });
    Part { header: Header::of(model), projects: projects.collect() }
}

fn text<'p>(
    parts: impl Iterator<Item = &'p Part> + Clone,
    format: BuildFormat,
    options: Options,
) -> io::Result<Vec<u8>> {
    let header = Header::common(parts.clone().map(|part| part.header.clone()));
    let projects = parts.flat_map(|part| part.projects.iter().map(Vec::as_slice));
    match format {
        BuildFormat::Json => {
            let mut text = Vec::new();
            write_document(&mut text, &header, projects, options)?;
            Ok(text)
        }
        BuildFormat::Ndjson => Ok(projects.flat_map(|project| [project, b"\n"]).collect::<Vec<_>>().concat()),
    }
}

/// A file for each input file, under the same names.
fn each(batch: &Batch<Part>, folder: &Path, arguments: &args::Build, options: Options, terminal: &Terminal) -> Status {
    let mut status = Status::Clean;
    for (input, part) in &batch.results {
        let path = target(folder, input, arguments.format);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        let text = made.and_then(|()| text(std::iter::once(part), arguments.format, options));
        status = status.max(match text {
            Ok(text) => terminal.write(Some(&path), &text),
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
