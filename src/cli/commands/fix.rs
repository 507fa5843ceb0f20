//! `perfc fix`: the repairs that `check` proposes, made.

use std::{
    collections::{BTreeMap, HashSet},
    path::Path,
};

use perfc::{
    compile::{self, Compiled, Count},
    diagnostic::{Code, Findings, render},
    model::{Files, ImportError, Loaded},
    repair::{self, Repaired, Texts, Wanted},
    source::{Sources, decode, encode, is_document},
};
use rayon::prelude::*;
use similar::TextDiff;

use crate::cli::{
    Status, args,
    compile::{Batch, Seen, status_of},
    disk::Disk,
    input::{self, Input},
    output::{Terminal, io_reason},
    settings::Configs,
};

pub fn run(arguments: &args::Fix, terminal: &Terminal) -> Status {
    let inputs = input::find(&arguments.inputs.paths, terminal);
    let Some(configs) = Configs::read(&arguments.inputs.rules, &inputs.list, terminal) else { return Status::Failed };
    let files: Vec<Option<File>> = inputs.list.into_iter().map(|input| File::read(input, terminal)).collect();
    let failed = inputs.failed || files.iter().any(Option::is_none);
    let files: Vec<File> = files.into_iter().flatten().collect();
    if files.is_empty() {
        return Status::Failed;
    }
    let status = Fixer { arguments, terminal, configs, files }.run();
    if failed { Status::Failed } else { status }
}

/// A file as it is.
struct File {
    input: Input,
    name: String,
    bytes: Vec<u8>,
    /// Whether it is a text without damage: to write another would make the loss final.
    is_sound: bool,
}

impl File {
    /// Reads a file; that it cannot be read is said.
    fn read(input: Input, terminal: &Terminal) -> Option<Self> {
        match input.read() {
            Ok(bytes) => {
                let is_sound = !is_document(&bytes) && decode(bytes.clone()).damaged.is_none();
                Some(Self { name: input.name(), input, bytes, is_sound })
            }
            Err(error) => {
                let path = input.path().unwrap_or(Path::new("<stdin>"));
                terminal.complain(path, &io_reason(&error, terminal.lang));
                None
            }
        }
    }
}

struct Fixer<'f> {
    arguments: &'f args::Fix,
    terminal: &'f Terminal,
    configs: Configs,
    files: Vec<File>,
}

impl Fixer<'_> {
    fn run(&self) -> Status {
        // Files that are only imported were not asked for.
        let sound: HashSet<&str> = self.files.iter().filter(|file| file.is_sound).map(|file| &*file.name).collect();
        let may_change = |name: &str| sound.contains(name);
        let wanted = Wanted { guesses: self.arguments.guesses, may_change: &may_change };
        let repaired = repair::run(wanted, |texts| self.compile(texts));
        let written = self.files.iter().map(|file| self.put(file, &repaired.texts)).fold(Status::Clean, Status::max);
        self.say_made(&repaired);
        if self.arguments.diff {
            return written.max(self.status(&self.compile(&Texts::new()).0));
        }
        let shown = self.show_rest(&repaired);
        self.say_rest(&repaired, Wanted { guesses: true, may_change: &may_change });
        written.max(shown).max(self.status(&repaired.findings))
    }

    fn status(&self, findings: &Findings) -> Status {
        status_of(findings, self.arguments.inputs.deny_warnings)
    }

    /// All files compiled, with these texts in the place of what they hold.
    fn compile(&self, texts: &Texts) -> (Findings, Sources) {
        let one = |file: &File| self.one(file, texts);
        let compiled: Vec<Compiled<Count>> = self.files.par_iter().map(one).collect();
        let (mut batch, mut seen) = (Batch::<()>::failed(&self.arguments.inputs), Seen::new());
        for compiled in compiled {
            batch.gather(compiled.workspace.sources, compiled.findings, &mut seen);
        }
        (batch.findings, batch.sources)
    }

    fn one(&self, file: &File, texts: &Texts) -> Compiled<Count> {
        let disk = Overlay { disk: Disk::new(file.input.path(), self.terminal.lang), texts };
        let loaded = over(Loaded { name: file.name.clone(), bytes: file.bytes.clone() }, texts);
        compile::compile_with(loaded, Vec::new(), &disk, &self.configs.of(&file.input), Count::default())
    }

    /// Writes a file that has changed, or shows what would change in it.
    fn put(&self, file: &File, texts: &Texts) -> Status {
        let changed = texts.get(&file.name);
        if self.arguments.diff {
            return changed.map_or(Status::Clean, |text| self.show_diff(file, text));
        }
        match (&file.input, changed) {
            (Input::Stdin, None) => self.terminal.print(&file.bytes),
            (Input::Stdin, Some(text)) => self.terminal.print(&encode(text, &file.bytes)),
            (Input::File(_), None) => Status::Clean,
            (Input::File(path), Some(text)) => self.terminal.write(path, &encode(text, &file.bytes)),
        }
    }

    fn show_diff(&self, file: &File, text: &str) -> Status {
        let old = decode(file.bytes.clone()).text;
        let diff = TextDiff::from_lines(&*old, text);
        let diff = diff.unified_diff().header(&file.name, &file.name).to_string();
        let coloured = |line: &str| match line.as_bytes() {
            [b'+', ..] => format!("\x1B[32m{line}\x1B[0m\n"),
            [b'-', ..] => format!("\x1B[31m{line}\x1B[0m\n"),
            _ => format!("{line}\n"),
        };
        let shown = if self.terminal.stdout_style().colour { diff.lines().map(coloured).collect() } else { diff };
        self.terminal.print(shown.as_bytes())
    }

    /// Says how many repairs were made, by code.
    fn say_made(&self, repaired: &Repaired) {
        let Repaired { texts, made, .. } = repaired;
        let (count, files): (usize, _) = (made.values().sum(), texts.len());
        if count == 0 {
            return self.terminal.say("没有可以直接改正的地方", "nothing to repair");
        }
        let list = by_code(made, self.terminal);
        match self.arguments.diff {
            true => self.terminal.say(
                &format!("可以改正 {count} 处（{files} 个文件），没有改动文件：\n{list}"),
                &format!("{} in {}, nothing written:\n{list}", counted(count, "repair"), counted(files, "file")),
            ),
            false => self.terminal.say(
                &format!("已改正 {count} 处（{files} 个文件）：\n{list}"),
                &format!("{} made in {}:\n{list}", counted(count, "repair"), counted(files, "file")),
            ),
        }
    }

    /// Shows what is still found: on standard error where standard output takes the text.
    fn show_rest(&self, repaired: &Repaired) -> Status {
        let Repaired { findings, sources, .. } = repaired;
        if self.files.iter().any(|file| file.input == Input::Stdin) {
            self.terminal.show(findings, sources);
            return Status::Clean;
        }
        let text = render::render(render::Format::Human, findings, sources, self.terminal.stdout_style(), None);
        self.terminal.print(text.as_bytes())
    }

    /// Says what could be repaired still, and that nothing is wrong any more.
    fn say_rest(&self, repaired: &Repaired, wanted: Wanted<'_>) {
        let open = repair::open(&repaired.findings, &repaired.sources, wanted);
        if open > 0 && !self.arguments.guesses {
            self.terminal.say(
                &format!("另有 {open} 处修改要先核对：加 --unsafe --diff 看会怎样改，加 --unsafe 一起改正"),
                &format!(
                    "{} to be checked first: --unsafe --diff shows what they change, --unsafe makes them too",
                    counted(open, "more repair")
                ),
            );
        }
        if repaired.findings.is_empty() {
            self.terminal.say("没有发现其他问题", "nothing else is wrong");
        }
    }
}

/// Imported files as they are after repairs.
struct Overlay<'o> {
    disk: Disk,
    texts: &'o Texts,
}

impl Files for Overlay<'_> {
    fn read(&self, importer: &str, path: &str) -> Result<Loaded, ImportError> {
        Ok(over(self.disk.read(importer, path)?, self.texts))
    }
}

/// A file with its text of this name, if there is one.
fn over(file: Loaded, texts: &Texts) -> Loaded {
    match texts.get(&file.name) {
        Some(text) => Loaded { bytes: text.clone().into_bytes(), ..file },
        None => file,
    }
}

/// A line for each code: how many, and what it is about.
fn by_code(made: &BTreeMap<Code, usize>, terminal: &Terminal) -> String {
    let width = made.values().max().map_or(1, |count| count.to_string().len());
    let line = |(code, count): (&Code, &usize)| {
        let rule = code.rule();
        format!("  {count:>width$}  {}  {}", rule.code, rule.heading(terminal.lang))
    };
    made.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// `1 repair`, `2 repairs`
fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}
