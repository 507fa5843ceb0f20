//! `perfc fmt`: files in their canonical form.

use std::path::Path;

use perfc::{
    diagnostic::{Code, Diagnostic, Findings, Lang},
    format::{self, Options},
    model::{self, Workspace},
    source::{Encoding, decode, is_document},
};

use crate::cli::{
    Status, args,
    disk::Disk,
    input::{self, Input},
    output::{Terminal, io_reason},
    settings,
};

pub fn run(arguments: &args::Fmt, terminal: &Terminal) -> Status {
    let inputs = input::find(&arguments.paths, terminal);
    let Some(configs) = settings::plain(&inputs.list, terminal) else { return Status::Failed };
    let formatter = Formatter { arguments, terminal, configs };
    let failed = if inputs.failed { Status::Failed } else { Status::Clean };
    inputs.list.iter().map(|input| formatter.file(input)).fold(failed, Status::max)
}

struct Formatter<'f> {
    arguments: &'f args::Fmt,
    terminal: &'f Terminal,
    configs: settings::Configs,
}

impl Formatter<'_> {
    fn file(&self, input: &Input) -> Status {
        let path = input.path().unwrap_or(Path::new("-"));
        let bytes = match input.read() {
            Ok(bytes) => bytes,
            Err(error) => {
                self.terminal.complain(path, &io_reason(&error, self.terminal.lang));
                return Status::Failed;
            }
        };
        let decoded = decode(bytes.clone());
        if decoded.damaged.is_some() || is_document(&bytes) {
            // To write it would make the loss final.
            return self.damaged(input, bytes);
        }
        let Some(text) = self.formatted(input, bytes.clone()) else { return self.unbalanced(input, &decoded.text) };
        let changes = text.as_bytes() != bytes || decoded.encoding != Encoding::Utf8;
        match input {
            _ if self.arguments.check => self.told(&input.name(), changes),
            Input::Stdin => self.terminal.print(text.as_bytes()),
            Input::File(_) if changes => self.terminal.write(path, text.as_bytes()),
            Input::File(_) => Status::Clean,
        }
    }

    /// The canonical text; what the standard in force says decides how its words are turned. `None` where braces do not
    /// match.
    fn formatted(&self, input: &Input, bytes: Vec<u8>) -> Option<String> {
        let mut findings = Findings::default();
        let disk = Disk::new(input.path(), self.terminal.lang);
        let workspace = model::load(&input.name(), bytes, &disk, &mut findings);
        let standard = self.configs.of(input).standard;
        let model = model::resolve_with(&workspace, standard.as_deref(), &mut findings);
        let words = self.arguments.words.map(Lang::from);
        let document = workspace.document(Workspace::MAIN);
        let vocabulary = Some(&*model.standard as _);
        document
            .tree
            .braces_match()
            .then(|| format::format(document.text, document.tree, Options { words, vocabulary }))
    }

    /// A text whose braces do not match is left as it is: its indentation is all that shows where one is missing. What
    /// comes from standard input goes out again, so that an editor loses nothing.
    fn unbalanced(&self, input: &Input, text: &str) -> Status {
        let printed = match input {
            Input::Stdin if !self.arguments.check => self.terminal.print(text.as_bytes()),
            _ => Status::Clean,
        };
        let name = input.name();
        self.terminal.say(
            &format!("没有整理 {name}：花括号 {{ }} 不配对；先用 perfc check 找出是哪一个，改正后再整理"),
            &format!(
                "left as it is: {name}: its braces {{ }} do not match; `perfc check` says where, then format it again"
            ),
        );
        printed.max(Status::Findings)
    }

    fn damaged(&self, input: &Input, bytes: Vec<u8>) -> Status {
        let mut findings = Findings::default();
        let workspace = model::load(&input.name(), bytes, &model::NoFiles, &mut findings);
        findings.retain(|finding: &Diagnostic| finding.code == Code::DamagedText);
        self.terminal.show(&findings, &workspace.sources);
        Status::Findings
    }

    /// With `--check`: whether the file is formatted already.
    fn told(&self, name: &str, changes: bool) -> Status {
        if !changes {
            return Status::Clean;
        }
        self.terminal.say(&format!("格式需要整理：{name}"), &format!("not formatted: {name}"));
        Status::Findings
    }
}
