//! Documents in formats that are not read, converted by programs that the user may have: LibreOffice and pdftotext.

use std::{
    fs,
    io::Read,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use perfc::{diagnostic::Lang, import::Kind};
use tempfile::TempDir;

/// How long a program may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// The most that is taken from a program, in bytes.
const MOST: u64 = 512 << 20;

/// Why nothing came of it, in words for the user.
struct Failure<'f> {
    zh: &'f str,
    en: &'f str,
}

/// The document in a format that is read.
///
/// # Errors
/// A sentence that says why there is none: the program is not installed, failed, or took too long.
pub fn convert(bytes: &[u8], kind: Kind, lang: Lang) -> Result<Vec<u8>, String> {
    let converted = in_folder(bytes, kind);
    converted.map_err(|failure| if lang == Lang::Zh { failure.zh.to_owned() } else { failure.en.to_owned() })
}

fn in_folder(bytes: &[u8], kind: Kind) -> Result<Vec<u8>, Failure<'static>> {
    let no_folder = |_| Failure { zh: "无法建立临时文件", en: "a temporary file cannot be made" };
    let folder = TempDir::new().map_err(no_folder)?;
    let input = folder.path().join(format!("document.{}", kind.name()));
    fs::write(&input, bytes).map_err(no_folder)?;
    if kind == Kind::Pdf { pdf(&folder, &input) } else { word(&folder, &input) }
}

/// The text of a PDF, laid out as on its pages.
fn pdf(folder: &TempDir, input: &Path) -> Result<Vec<u8>, Failure<'static>> {
    let output = folder.path().join("document.txt");
    let mut command = Command::new("pdftotext");
    command.args(["-layout", "-enc", "UTF-8"]).arg(input).arg(&output);
    run(command).ok_or(Failure {
        zh: "导入 pdf 需要 pdftotext（poppler-utils），没有找到；也可以先另存为 docx 或文本",
        en: "importing pdf needs pdftotext (poppler-utils), which was not found; or save it as docx or text first",
    })?;
    result(&output)
}

/// An old Word document as a new one.
fn word(folder: &TempDir, input: &Path) -> Result<Vec<u8>, Failure<'static>> {
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let programs = ["soffice", "libreoffice"];
    let found = programs.into_iter().find_map(|program| {
        let mut command = Command::new(program);
        // A profile of its own, so that a LibreOffice which is open does not stand in the way.
        command.args([&*profile, "--headless", "--convert-to", "docx", "--outdir"]).arg(folder.path()).arg(input);
        run(command)
    });
    found.ok_or(Failure {
        zh: "导入 doc 需要 LibreOffice，没有找到；也可以先在 Word 里另存为 docx",
        en: "importing doc needs LibreOffice, which was not found; or save it as docx in Word first",
    })?;
    result(&folder.path().join("document.docx"))
}

fn result(path: &Path) -> Result<Vec<u8>, Failure<'static>> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(MOST).read_to_end(&mut bytes));
    match read {
        Ok(length) if length > 0 => Ok(bytes),
        _ => Err(Failure {
            zh: "转换没有成功，文件可能已损坏", en: "it could not be converted; it may be damaged"
        }),
    }
}

/// Runs a program; `None` where there is none of this name. That it failed shows in what it did not write.
fn run(mut command: Command) -> Option<()> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    wait(&mut child.ok()?);
    Some(())
}

/// Waits until a program ends, or ends it.
fn wait(child: &mut Child) {
    let start = Instant::now();
    while matches!(child.try_wait(), Ok(None)) {
        if start.elapsed() > PATIENCE {
            // Nothing can be done about a program that does not even end when it is told to.
            let _ = child.kill();
            let _ = child.wait();
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
