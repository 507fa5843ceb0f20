//! Many files compiled side by side, their findings gathered in order.

use std::{
    collections::HashSet,
    io,
    path::{Path, PathBuf},
};

use perfc::{
    compile::{Compiled, Visitor},
    diagnostic::{Code, Findings, Lang, Pages, Severity, Text},
    import::results::Given,
    model::Loaded,
    source::Sources,
};
use rayon::prelude::*;

use super::{
    Status, args,
    disk::{self, Disk},
    input::{self, Input},
    output::{Terminal, io_reason},
    progress, results,
    settings::Configs,
};

/// The files that a run has read, by the names that users know them by: no output may take the place of one.
#[derive(Debug, Default)]
pub struct Read(HashSet<String>);

impl Read {
    fn take_in(&mut self, sources: &Sources) {
        self.0.extend(sources.iter().map(|(_, source)| source.name.clone()));
    }

    /// Whether a file to be written was read; that is said.
    pub fn has(&self, output: &Path, terminal: &Terminal) -> bool {
        let is_read = output.exists() && self.0.contains(&disk::display(&disk::absolute(output)));
        if is_read {
            let reason = Text {
                zh: "输出文件就是输入文件，没有改动它；请换一个文件名",
                en: "the output is one of the input files, and was left as it is; choose another name",
            };
            terminal.complain(output, reason.get(terminal.lang));
        }
        is_read
    }
}

/// All files of a run, compiled.
#[derive(Debug)]
pub struct Batch<T> {
    /// What was made of each file that could be read.
    pub results: Vec<(Input, T)>,
    /// The files that were read, imported ones as well.
    pub read: Read,
    /// The texts that findings point into.
    pub sources: Sources,
    /// All findings, by file in the order given, then by place.
    pub findings: Findings,
    /// Whether a path could not be read, which has been said.
    pub failed: bool,
    /// Where the pages of the codes are published, if the settings tell it.
    pub pages: Option<Pages>,
    deny_warnings: bool,
}

impl<T> Batch<T> {
    /// A run in which nothing was read.
    pub fn failed(arguments: &args::Inputs) -> Self {
        Self {
            results: Vec::new(),
            read: Read::default(),
            sources: Sources::default(),
            findings: Findings::default(),
            failed: true,
            pages: None,
            deny_warnings: arguments.deny_warnings,
        }
    }

    /// How the run ends as far as compiling goes.
    pub fn status(&self) -> Status {
        if self.failed { Status::Failed } else { status_of(&self.findings, self.deny_warnings) }
    }
}

/// How a run ends by what was found.
pub fn status_of(findings: &Findings, deny_warnings: bool) -> Status {
    let is_denied = deny_warnings && findings.count(Severity::Warning) > 0;
    if is_denied || findings.count(Severity::Error) > 0 { Status::Findings } else { Status::Clean }
}

/// A file that was read and compiled, or the reason why it could not be read.
type One<V> = (Input, io::Result<Compiled<V>>);

/// Compiles what the arguments name side by side, each file with a visitor of its own.
pub fn compile<V: Visitor>(arguments: &args::Inputs, terminal: &Terminal, visitor: impl Fn() -> V + Sync) -> Batch<V> {
    compile_with(arguments, &[], terminal, visitor)
}

/// The same with documents that say what the projects of the one file achieved.
pub fn compile_with<V: Visitor>(
    arguments: &args::Inputs,
    results: &[PathBuf],
    terminal: &Terminal,
    visitor: impl Fn() -> V + Sync,
) -> Batch<V> {
    let inputs = input::find(&arguments.paths, terminal);
    let (Some(given), Some(configs)) = known(&inputs.list, arguments, results, terminal) else {
        return Batch::failed(arguments);
    };
    let bar = progress::over(inputs.list.len());
    let one = |input: Input| {
        let compiled = one(input, &given, &configs, terminal, visitor());
        bar.inc(1);
        compiled
    };
    let compiled: Vec<One<V>> = inputs.list.into_par_iter().map(one).collect();
    bar.finish_and_clear();
    gather(compiled, inputs.failed, &configs, arguments, terminal)
}

/// The same one file after the other, for visitors that count across files.
pub fn compile_in_order<V: Visitor>(
    arguments: &args::Inputs,
    terminal: &Terminal,
    visitor: impl FnMut() -> V,
) -> Batch<V> {
    compile_in_order_with(arguments, &[], terminal, visitor)
}

/// The same with documents that say what the projects of the one file achieved.
pub fn compile_in_order_with<V: Visitor>(
    arguments: &args::Inputs,
    results: &[PathBuf],
    terminal: &Terminal,
    mut visitor: impl FnMut() -> V,
) -> Batch<V> {
    let inputs = input::find(&arguments.paths, terminal);
    let (Some(given), Some(configs)) = known(&inputs.list, arguments, results, terminal) else {
        return Batch::failed(arguments);
    };
    let list = inputs.list.into_iter();
    let compiled = list.map(|input| one(input, &given, &configs, terminal, visitor())).collect();
    gather(compiled, inputs.failed, &configs, arguments, terminal)
}

fn gather<V>(
    compiled: Vec<One<V>>,
    failed: bool,
    configs: &Configs,
    arguments: &args::Inputs,
    terminal: &Terminal,
) -> Batch<V> {
    let mut batch = Batch { failed, pages: configs.pages(), ..Batch::failed(arguments) };
    let mut seen = Seen::new();
    for (input, one) in compiled {
        match one {
            Ok(compiled) => {
                batch.read.take_in(&compiled.workspace.sources);
                batch.gather(compiled.workspace.sources, compiled.findings, &mut seen);
                batch.results.push((input, compiled.output));
            }
            Err(error) => {
                let reason = io_reason(&error, terminal.lang);
                terminal.complain(input.path().unwrap_or(Path::new("<stdin>")), &reason);
                batch.failed = true;
            }
        }
    }
    batch
}

/// The results and the settings that hold for all inputs; what is wrong with them has been said.
fn known(
    inputs: &[Input],
    arguments: &args::Inputs,
    results: &[PathBuf],
    terminal: &Terminal,
) -> (Option<Vec<Given>>, Option<Configs>) {
    (results::read_all(results, inputs.len(), terminal), Configs::read(&arguments.rules, inputs, terminal))
}

fn one<V: Visitor>(input: Input, given: &[Given], configs: &Configs, terminal: &Terminal, visitor: V) -> One<V> {
    let compiled = input.read().map(|bytes| {
        let disk = Disk::new(input.path(), terminal.lang);
        let file = Loaded { name: input.name(), bytes };
        perfc::import::results::compile(file, given, &disk, &configs.of(&input), visitor)
    });
    (input, compiled)
}

/// What tells a finding from all others: its file, its place, its code and what it says. One place may break a rule in
/// several ways: a project lacks two categories.
type Key = (String, u32, u32, Code, String);

/// The findings that have been gathered.
pub type Seen = HashSet<Key>;

impl<T> Batch<T> {
    /// Takes in the findings of one file. What was found in a file that several import counts once.
    pub fn gather(&mut self, sources: Sources, mut findings: Findings, seen: &mut Seen) {
        if findings.is_empty() && findings.allowed().is_empty() {
            return;
        }
        findings.retain(|finding| {
            let span = finding.span();
            let name = sources.get(span.file).name.clone();
            seen.insert((name, span.range.start, span.range.end, finding.code, finding.message(Lang::Zh).title))
        });
        let before = self.sources.absorb(sources);
        self.findings.append(findings.moved(before));
    }
}
