//! Programs that are run for the user, bounded in time and in what they write.

use std::{
    ffi::OsStr,
    io::{self, Read},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use perfc::diagnostic::Lang;

/// How long a program may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// The most that is taken from a program, in bytes.
pub const MOST: u64 = 256 << 20;

/// How much is kept of what a program says of its errors, in bytes.
const MOST_SAID: u64 = 4096;

/// Why nothing came of a program.
#[derive(Debug)]
pub enum Failure {
    /// It is not installed.
    Missing,
    /// It took too long and was ended.
    Slow,
    /// It wrote too much and was ended.
    Large,
    /// It ended by itself, without a result; with the first line that it said.
    Failed(String),
}

impl Failure {
    /// Why, in a sentence for users. `program` is what they would install.
    pub fn reason(&self, program: &str, lang: Lang) -> String {
        let (seconds, megabytes) = (PATIENCE.as_secs(), MOST >> 20);
        match (self, lang) {
            (Self::Missing, Lang::Zh) => format!("需要 {program}，没有找到；请安装，或者先把文件另存为 docx"),
            (Self::Missing, Lang::En) => {
                format!("{program} is needed and was not found; install it, or save the file as docx first")
            }
            (Self::Slow, Lang::Zh) => format!("{program} 用了 {seconds} 秒还没有转换完，已停止"),
            (Self::Slow, Lang::En) => format!("{program} was stopped: it took more than {seconds} seconds"),
            (Self::Large, Lang::Zh) => format!("{program} 转换出的内容超过 {megabytes} MB，已停止"),
            (Self::Large, Lang::En) => format!("{program} was stopped: it wrote more than {megabytes} MB"),
            (Self::Failed(said), Lang::Zh) => format!("{program} 无法转换，文件可能已损坏{}", in_brackets(said)),
            (Self::Failed(said), Lang::En) => {
                format!("{program} cannot convert it; it may be damaged{}", in_brackets(said))
            }
        }
    }
}

fn in_brackets(said: &str) -> String {
    if said.is_empty() { String::new() } else { format!(" ({said})") }
}

/// Runs a program: what it writes to its standard output.
///
/// # Errors
/// Why there is nothing.
pub fn output(name: &str, arguments: &[&OsStr]) -> Result<Vec<u8>, Failure> {
    let mut command = Command::new(name);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // A group of its own, so that it ends with all programs that it starts.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|_| Failure::Missing)?;
    let (written, said) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        let written = scope.spawn(|| written.map(|pipe| first(pipe, MOST + 1)).unwrap_or_default());
        let said = scope.spawn(|| said.map(|pipe| first(pipe, MOST_SAID)).unwrap_or_default());
        let is_done = wait(&mut child);
        let (written, said) = (written.join().unwrap_or_default(), said.join().unwrap_or_default());
        match is_done {
            None => Err(Failure::Slow),
            _ if written.len() as u64 > MOST => Err(Failure::Large),
            Some(true) => Ok(written),
            Some(false) => {
                let said = String::from_utf8_lossy(&said).lines().next().unwrap_or_default().trim().to_owned();
                Err(Failure::Failed(said))
            }
        }
    })
}

/// The first bytes that a program writes; the rest is passed over.
fn first(mut pipe: impl Read, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    // What was read before an error is the result.
    let _ = pipe.by_ref().take(most).read_to_end(&mut bytes);
    if most < MOST {
        let _ = io::copy(&mut pipe, &mut io::sink());
    }
    bytes
}

/// Waits until a program ends: whether it says that all went well, or nothing where it had to be ended.
fn wait(child: &mut Child) -> Option<bool> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status.success()),
            Ok(None) if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(10)),
            _ => break,
        }
    }
    end(child);
    None
}

/// Ends a program and those that it has started. Nothing can be done about one that does not end even so.
fn end(child: &mut Child) {
    #[cfg(unix)]
    let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).status();
    let _ = child.kill();
    let _ = child.wait();
}
