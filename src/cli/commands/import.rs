//! `perfc import`: documents as `.perf` files.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use perfc::{
    compile::Settings,
    diagnostic::{Lang, Severity},
    import::{Document, Imported, Options, ReadError, Summary, import, read},
};

use crate::cli::{
    Status, args,
    convert::convert,
    input::Input,
    output::{Terminal, io_reason},
    settings,
};

/// The largest document that is read, in bytes.
const MAX_BYTES: u64 = 512 << 20;

pub fn run(arguments: &args::Import, terminal: &Terminal) -> Status {
    let to_folder = arguments.output.as_deref().is_some_and(is_folder);
    if arguments.paths.len() > 1 && !to_folder {
        terminal.say("错误：几个文件要写进一个文件夹：-o 文件夹/", "error: several files go into a folder: -o FOLDER/");
        return Status::Failed;
    }
    let inputs: Vec<Input> = arguments.paths.iter().map(|path| written(path, arguments)).collect();
    let Some(configs) = settings::plain(&inputs, terminal) else { return Status::Failed };
    let importer = Importer { arguments, terminal };
    let each = arguments.paths.iter().zip(&inputs);
    each.map(|(path, input)| importer.file(path, &configs.of(input))).fold(Status::Clean, Status::max)
}

/// The file whose settings hold: the one that is written, or the document itself where nothing is.
fn written(path: &Path, arguments: &args::Import) -> Input {
    match target(path, arguments) {
        Some(target) => Input::File(target),
        None if path.as_os_str() == "-" => Input::Stdin,
        None => Input::File(path.to_path_buf()),
    }
}

/// The file that is written; `None` for standard output.
fn target(path: &Path, arguments: &args::Import) -> Option<PathBuf> {
    let output = arguments.output.as_deref().filter(|output| output.as_os_str() != "-")?;
    Some(if is_folder(output) { output.join(file_name(path)) } else { output.to_path_buf() })
}

/// Whether a path is a folder, or is meant as one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(['/', '\\'])
}

struct Importer<'i> {
    arguments: &'i args::Import,
    terminal: &'i Terminal,
}

impl Importer<'_> {
    fn file(&self, path: &Path, settings: &Settings) -> Status {
        let lang = self.terminal.lang;
        let document =
            bytes(path).map_err(|error| io_reason(&error, lang)).and_then(|bytes| self.document(path, &bytes));
        let document = match document {
            Ok(document) => document,
            Err(reason) => {
                self.terminal.complain(path, &reason);
                return Status::Failed;
            }
        };
        let words = self.arguments.words.map_or(lang, Lang::from);
        let options = Options { words, year: self.arguments.year, standard: settings.standard.as_deref() };
        let imported = import(&path.to_string_lossy(), &document, options);
        self.terminal.show(&imported.findings, &imported.sources);
        let found = if imported.findings.count(Severity::Error) > 0 { Status::Findings } else { Status::Clean };
        if imported.text.is_empty() {
            return found;
        }
        let written = self.write(path, &imported);
        if written == Status::Clean {
            self.say(path, &imported.summary);
        }
        written.max(found)
    }

    /// Reads a document, with the help of another program where it is in a format that needs one.
    fn document(&self, path: &Path, bytes: &[u8]) -> Result<Document, String> {
        match read(bytes) {
            Ok((_, document)) => Ok(document),
            Err(ReadError::NeedsConversion(kind)) => convert(path, bytes, kind, self.terminal),
            Err(error) => Err(error.reason(self.terminal.lang)),
        }
    }

    fn write(&self, path: &Path, imported: &Imported) -> Status {
        let Some(target) = target(path, self.arguments) else {
            return self.terminal.print(imported.text.as_bytes());
        };
        if target.exists() && !self.arguments.force {
            let reason = "文件已存在，没有改动它（--force 可覆盖）";
            let reason = if self.terminal.lang == Lang::Zh {
                reason
            } else {
                "the file exists and was left as it is (--force writes over it)"
            };
            self.terminal.complain(&target, reason);
            return Status::Failed;
        }
        let folder = self.arguments.output.as_deref().filter(|output| is_folder(output));
        if let Some(folder) = folder
            && let Err(error) = fs::create_dir_all(folder)
        {
            self.terminal.complain(folder, &io_reason(&error, self.terminal.lang));
            return Status::Failed;
        }
        self.terminal.write(&target, imported.text.as_bytes())
    }

    /// What was read, kept and passed over.
    fn say(&self, path: &Path, summary: &Summary) {
        let Summary { tables, rows, cells, texts, comments, computed, without_year, .. } = summary;
        let Summary { passed_over, skipped, remarks, unread, .. } = summary;
        let path = path.display();
        let mut zh = format!("{path}：{tables} 张表，{rows} 行指标，{cells} 个单元格");
        let mut en = format!("{path}: tables {tables}, rows {rows}, cells {cells}");
        let mut add = |count: usize, zh_text: &str, en_text: &str| {
            if count > 0 {
                zh += &format!("\n  {count} {zh_text}");
                en += &format!("\n  {en_text}: {count}");
            }
        };
        add(*texts, "个值按原文保留", "values kept as text");
        add(*comments, "个单元格写成了注释", "cells in comments");
        add(
            *computed,
            "个执行率与预算数、执行数相符，不另写，印表时再算",
            "rates that follow from the money beside them, left out to be computed again",
        );
        if self.arguments.year.is_none() {
            add(*without_year, "张表没有写年度，可用 --year 2026 指定", "tables without a year (--year 2026 gives it)");
        }
        add(*remarks, "段表格以外的文字写成了注释", "paragraphs outside of tables in comments");
        add(*unread, "段表格以外的文字没有读入", "paragraphs outside of tables that were not read");
        for (place, text) in skipped {
            zh += &format!("\n  略过一行：{place} “{text}”（不是指标）");
            en += &format!("\n  a row passed over: {place} “{text}” (no indicator)");
        }
        for place in passed_over {
            zh += &format!("\n  略过一张表：{place}（没有指标名称和指标值两列）");
            en += &format!("\n  a table passed over: {place} (no columns of names and values)");
        }
        self.terminal.say(&zh, &en);
    }
}

/// The same name with another ending; a document from standard input has none.
fn file_name(path: &Path) -> PathBuf {
    let name = path.file_name().filter(|name| *name != "-").unwrap_or("stdin".as_ref());
    Path::new(name).with_extension("perf")
}

fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        std::io::stdin().lock().take(MAX_BYTES).read_to_end(&mut bytes)?;
    } else {
        fs::File::open(path)?.take(MAX_BYTES).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
