//! Documents that the library does not read by itself: programs that the user may have, LibreOffice and those of
//! poppler, say what is in them.

use std::{ffi::OsStr, fs, path::Path};

use perfc::{
    diagnostic::Lang,
    import::{Document, Kind, Pages, ReadError, paper, read, read_pages},
};
use tempfile::TempDir;

use super::{
    output::Terminal,
    program::{Failure, MOST, output},
};

enum Problem {
    /// There is no place for files in between.
    NoFolder,
    Program(&'static str, Failure),
    Unreadable(ReadError),
}

/// Reads a document of a kind that needs another program. It is said which of its pages are pictures.
///
/// # Errors
/// A sentence that says why it cannot be read.
pub fn convert(path: &Path, bytes: &[u8], kind: Kind, terminal: &Terminal) -> Result<Document, String> {
    let pages = in_folder(bytes, kind).map_err(|problem| problem.reason(terminal.lang))?;
    if !pages.unread.is_empty() {
        say_unread(path, &pages.unread, terminal);
    }
    Ok(pages.document)
}

fn say_unread(path: &Path, pages: &[usize], terminal: &Terminal) {
    let path = path.display();
    let list = |comma: &str| pages.iter().map(usize::to_string).collect::<Vec<_>>().join(comma);
    let zh =
        format!("注意：{path}：第 {} 页只有图片，没有文字，没有读入；请用文字识别（OCR）软件转换后再导入", list("、"));
    let en = format!(
        "note: {path}: pages without text, only pictures, were not read: {}; let a program for text recognition (OCR) read them first",
        list(", ")
    );
    terminal.say(&zh, &en);
}

impl Problem {
    fn reason(&self, lang: Lang) -> String {
        match self {
            Self::NoFolder if lang == Lang::Zh => "无法建立临时文件".to_owned(),
            Self::NoFolder => "a temporary file cannot be made".to_owned(),
            Self::Program(program, failure) => failure.reason(program, lang),
            Self::Unreadable(error) => error.reason(lang),
        }
    }
}

/// Puts the document into a folder for the programs, which goes with all that they leave in it.
fn in_folder(bytes: &[u8], kind: Kind) -> Result<Pages, Problem> {
    let folder = TempDir::new().map_err(|_| Problem::NoFolder)?;
    let input = folder.path().join(format!("document.{}", kind.name()));
    fs::write(&input, bytes).map_err(|_| Problem::NoFolder)?;
    if kind == Kind::Pdf { pdf(input.as_os_str()) } else { word(folder.path(), &input) }
}

/// A PDF: its words, and a picture of what is drawn around them.
fn pdf(input: &OsStr) -> Result<Pages, Problem> {
    let words = poppler("pdftotext", &["-bbox", "-enc", "UTF-8"], input)?;
    let paper = paper(&words).map_err(Problem::Unreadable)?.to_string();
    let options = ["-svg", "-noshrink", "-nocenter", "-nocrop", "-paperw", &paper, "-paperh", &paper];
    let picture = poppler("pdftocairo", &options, input)?;
    read_pages(&words, &picture).map_err(Problem::Unreadable)
}

/// What a program of poppler writes of a document.
fn poppler(name: &str, options: &[&str], input: &OsStr) -> Result<Vec<u8>, Problem> {
    let arguments = options.iter().map(OsStr::new).chain([input, OsStr::new("-")]);
    output(name, &arguments.collect::<Vec<_>>()).map_err(problem)
}

fn problem(failure: Failure) -> Problem {
    match failure {
        Failure::Failed(said) if said.contains("Incorrect password") => Problem::Unreadable(ReadError::Encrypted),
        failure => Problem::Program("poppler-utils", failure),
    }
}

/// An old Word document, which LibreOffice saves as a new one.
fn word(folder: &Path, input: &Path) -> Result<Pages, Problem> {
    // A profile of its own, so that a LibreOffice which is open does not stand in the way.
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let options = [&*profile, "--headless", "--convert-to", "docx", "--outdir"].map(OsStr::new);
    let arguments: Vec<&OsStr> = options.into_iter().chain([folder.as_os_str(), input.as_os_str()]).collect();
    let problem = |failure| Problem::Program("LibreOffice", failure);
    match output("soffice", &arguments) {
        Err(Failure::Missing) => output("libreoffice", &arguments),
        other => other,
    }
    .map_err(problem)?;
    let result = folder.join("document.docx");
    match fs::metadata(&result) {
        Ok(data) if data.len() > MOST => return Err(problem(Failure::Large)),
        Ok(_) => {}
        Err(_) => return Err(problem(Failure::Failed(String::new()))),
    }
    let bytes = fs::read(&result).map_err(|_| Problem::NoFolder)?;
    read(&bytes).map(|(_, document)| Pages { document, unread: Vec::new() }).map_err(Problem::Unreadable)
}
