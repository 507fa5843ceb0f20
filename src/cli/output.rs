//! What leaves the program: texts to the terminal, files whole or not at all.

use std::{
    fs,
    io::{self, IsTerminal, Write},
    path::Path,
};

use clap::ColorChoice;
use perfc::diagnostic::{Findings, Lang, Text, render};

use super::Status;

/// Where texts go and how they look there.
#[derive(Debug)]
pub struct Terminal {
    /// The language of all texts.
    pub lang: Lang,
    color: ColorChoice,
}

impl Terminal {
    /// A terminal with the user's choices.
    pub fn new(lang: Lang, color: ColorChoice) -> Self {
        Self { lang, color }
    }

    /// How findings look on standard output.
    pub fn stdout_style(&self) -> render::Style {
        self.style(io::stdout().is_terminal())
    }

    /// How findings look on standard error.
    pub fn stderr_style(&self) -> render::Style {
        self.style(io::stderr().is_terminal())
    }

    fn style(&self, is_terminal: bool) -> render::Style {
        let colour = match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => is_terminal && wants_colour(),
        };
        render::Style { lang: self.lang, colour, width: width() }
    }

    /// Writes findings for people to standard error.
    pub fn show(&self, findings: &Findings, sources: &perfc::source::Sources) {
        let text = render::render(render::Format::Human, findings, sources, self.stderr_style(), None);
        // Nothing can be done about an error stream that is closed.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Whether the output of a run is written: not where a file could not be read, nor, without force, where there are
    /// errors, which is said.
    pub fn may_write(&self, status: Status, force: bool) -> bool {
        let may = status == Status::Clean || (status == Status::Findings && force);
        if status == Status::Findings && !force {
            self.say(
                "检查没有通过，没有输出（--force 可强制输出）",
                "the check did not pass; nothing was written (--force writes all the same)",
            );
        }
        may
    }

    /// Says what went wrong with a path.
    pub fn complain(&self, path: &Path, reason: &str) {
        match self.lang {
            Lang::Zh => eprintln!("错误：{}：{reason}", path.display()),
            Lang::En => eprintln!("error: {}: {reason}", path.display()),
        }
    }

    /// Says that there is nothing to make a table of, and how a project is written.
    pub fn say_no_project(&self) {
        self.say(
            "警告：文件里没有项目，也就没有绩效目标表\n  帮助：项目写成：项目 \"项目名称\" { … }；用 perfc new 可以新建一张填好样例的表",
            "warning: no project in these files, and so no table of targets\n  help: a project is written: project \"name\" { … }; `perfc new` begins a table with examples filled in",
        );
    }

    /// Says a sentence on standard error.
    pub fn say(&self, zh: &str, en: &str) {
        eprintln!("{}", if self.lang == Lang::Zh { zh } else { en });
    }

    /// Writes to standard output.
    pub fn print(&self, bytes: &[u8]) -> Status {
        self.write_with(None, |out| out.write_all(bytes))
    }

    /// Writes a file whole or not at all.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Status {
        self.write_with(Some(path), |out| out.write_all(bytes))
    }

    /// Writes piece by piece to a file, whole or not at all; to standard output for `-` or no path. A reader of that
    /// who has gone (`| head`) is no failure.
    pub fn write_with(&self, path: Option<&Path>, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Status {
        let path = path.filter(|path| path.as_os_str() != "-");
        let written = match path {
            Some(path) => replace(path, write),
            None => to_stdout(write),
        };
        match written {
            Ok(()) => Status::Clean,
            Err(error) if path.is_none() && error.kind() == io::ErrorKind::BrokenPipe => Status::Clean,
            Err(error) => {
                // A file to be written need not be there, but its folder must.
                let reason = match error.kind() {
                    io::ErrorKind::NotFound => {
                        Text { zh: "文件夹不存在", en: "there is no such folder" }.get(self.lang).to_owned()
                    }
                    _ => io_reason(&error, self.lang),
                };
                self.complain(path.unwrap_or(Path::new("<stdout>")), &reason);
                Status::Failed
            }
        }
    }
}

fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    write(&mut out)?;
    out.flush()
}

/// Writes beside the file first and then takes its place, so that no reader ever sees half of it.
fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // A link stays a link: what it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let old = fs::metadata(&path).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        // A device or pipe cannot be replaced.
        return write(&mut fs::OpenOptions::new().write(true).open(&path)?);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".perfc-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = io::BufWriter::new(builder.tempfile_in(folder)?);
    write(&mut file)?;
    let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

fn wants_colour() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// The columns of the terminal; 100 where there is none.
pub fn width() -> usize {
    let columns = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let size = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    columns().or_else(size).unwrap_or(100)
}

/// Why a file cannot be read or written; in the words of the system where it is an uncommon reason.
pub fn io_reason(error: &io::Error, lang: Lang) -> String {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => Text { zh: "文件不存在", en: "there is no such file" },
        io::ErrorKind::PermissionDenied => Text { zh: "没有权限", en: "permission denied" },
        io::ErrorKind::IsADirectory => Text { zh: "这是一个文件夹", en: "this is a folder" },
        io::ErrorKind::AlreadyExists => {
            Text { zh: "已有同名的文件", en: "a file of this name is there already" }
        }
        io::ErrorKind::NotADirectory => {
            Text { zh: "路径中有一段不是文件夹", en: "a part of the path is no folder" }
        }
        io::ErrorKind::StorageFull => Text { zh: "磁盘已满", en: "the disk is full" },
        io::ErrorKind::ReadOnlyFilesystem => Text { zh: "磁盘是只读的", en: "the disk is read-only" },
        _ => return error.to_string(),
    };
    reason.get(lang).to_owned()
}
