//! Many files compiled side by side, their findings gathered in order.

use std::{collections::HashSet, path::Path};

use perfc::{
    compile::{Compiled, Visitor},
    diagnostic::{Code, Findings, Severity},
    source::Sources,
};
use rayon::prelude::*;

use super::{
    Status, args,
    disk::Disk,
    input::{self, Input},
    output::{Terminal, io_reason},
    progress,
};

/// All files of a run, compiled.
#[derive(Debug)]
pub struct Batch<T> {
    /// What was made of each file that could be read.
    pub results: Vec<(Input, T)>,
    /// The texts that findings point into.
    pub sources: Sources,
    /// All findings, by file in the order given, then by place.
    pub findings: Findings,
    /// Whether a path could not be read, which has been said.
    pub failed: bool,
    deny_warnings: bool,
}

impl<T> Batch<T> {
    /// How the run ends as far as compiling goes.
    pub fn status(&self) -> Status {
        let deny = self.deny_warnings && self.findings.count(Severity::Warning) > 0;
        if self.failed {
            Status::Failed
        } else if deny || self.findings.count(Severity::Error) > 0 {
            Status::Findings
        } else {
            Status::Clean
        }
    }
}

/// Compiles what the arguments name, each file with a visitor of its own.
pub fn compile<V: Visitor + Send>(
    arguments: &args::Inputs,
    terminal: &Terminal,
    visitor: impl Fn() -> V + Sync,
) -> Batch<V> {
    let inputs = input::find(&arguments.paths, terminal);
    let bar = progress::over(inputs.list.len());
    let compiled: Vec<_> = inputs
        .list
        .into_par_iter()
        .map(|input| {
            let one = input.read().map(|bytes| one(&input, bytes, arguments, terminal, visitor()));
            bar.inc(1);
            (input, one)
        })
        .collect();
    bar.finish_and_clear();
    let mut batch = Batch {
        results: Vec::with_capacity(compiled.len()),
        sources: Sources::default(),
        findings: Findings::default(),
        failed: inputs.failed,
        deny_warnings: arguments.deny_warnings,
    };
    let mut seen = HashSet::new();
    for (input, one) in compiled {
        match one {
            Ok(compiled) => {
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

fn one<V: Visitor>(
    input: &Input,
    bytes: Vec<u8>,
    arguments: &args::Inputs,
    terminal: &Terminal,
    visitor: V,
) -> Compiled<V> {
    let disk = Disk::new(input.path(), terminal.lang);
    let mut compiled = perfc::compile::compile(&input.name(), bytes, &disk, visitor);
    if arguments.release {
        compiled.findings.set_severity(Code::TargetOpen, Severity::Error);
    }
    compiled
}

/// What tells a finding from all others: its file, its place and its code.
type Key = (String, u32, u32, Code);

impl<T> Batch<T> {
    /// Takes in the findings of one file. What was found in a file that several import counts once.
    fn gather(&mut self, sources: Sources, mut findings: Findings, seen: &mut HashSet<Key>) {
        if findings.is_empty() {
            return;
        }
        findings.retain(|finding| {
            let span = finding.span();
            let name = sources.get(span.file).name.clone();
            seen.insert((name, span.range.start, span.range.end, finding.code))
        });
        let before = self.sources.absorb(sources);
        self.findings.append(findings.moved(before));
    }
}
