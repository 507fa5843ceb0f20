//! `perfc.toml`: which rules hold, and what is taken for granted.
//!
//! ```toml
//! standard = "mof-2021"     # where a file names none
//! language = "zh"           # of messages
//! pages = "https://…"       # where the pages of the codes are published
//! select = ["P8"]           # rules that hold, of those that are no errors; without it the usual ones
//! ignore = ["P305"]         # rules that do not hold
//!
//! [severity]                # how bad a breach is
//! P404 = "error"
//!
//! [[files]]                 # the same for some files
//! paths = ["drafts/**"]
//! ignore = ["P313"]
//! ```
//!
//! Codes may be told by their numbers (`P305`), their names (`deadline-outside-year`), or by family (`P3`, `values`).

use std::ops::Range as Bytes;

use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use crate::{
    compile::Settings,
    diagnostic::{
        Code, Diagnostic, Findings, Fix, Lang, Levels, Pages, Severity, Text, Value, closest, render::uri::uri, respelt,
    },
    field::Field,
    source::{FileId, Range, Span},
};

/// The name of the file.
pub const FILE: &str = "perfc.toml";

/// What a file of settings says.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The language of messages.
    pub language: Option<Lang>,
    /// Where the pages of the codes are published.
    pub pages: Option<Pages>,
    all: Part,
    files: Vec<Part>,
}

/// What holds of all files, or of some.
#[derive(Debug, Clone, Default)]
struct Part {
    /// The patterns of the files, in the manner of `.gitignore`.
    paths: Vec<(String, Span)>,
    standard: Option<String>,
    select: Option<Vec<Code>>,
    ignore: Vec<Code>,
    severity: Vec<(Code, Severity)>,
}

impl Config {
    /// Reads a file of settings. What is wrong with it is reported, the rest holds.
    pub fn read(file: FileId, text: &str, findings: &mut Findings) -> Self {
        let mut config = Self::default();
        match DeTable::parse(text) {
            Ok(table) => Reader { file, findings }.table(table.get_ref(), &mut config),
            Err(error) => findings.report(unreadable(file, text, &error)),
        }
        config
    }

    /// The findings for patterns of files that cannot be read as such.
    pub fn wrong_patterns(&self, is_pattern: impl Fn(&str) -> bool) -> impl Iterator<Item = Diagnostic> {
        let patterns = self.files.iter().flat_map(|part| &part.paths);
        let expected = Text {
            zh: "路径，写法与 .gitignore 相同，例如 \"drafts/**\"",
            en: "paths as in .gitignore, such as \"drafts/**\"",
        };
        let wrong = move |(_, place): &(String, Span)| wrong("paths", *place, expected);
        patterns.filter(move |(pattern, _)| !is_pattern(pattern)).map(wrong)
    }

    /// What holds of a file, given which patterns fit it.
    pub fn settings(&self, fits: impl Fn(&str) -> bool) -> Settings {
        let mut settings = Settings::default();
        let mut levels = Levels::default();
        let parts = self.files.iter().filter(|part| part.paths.iter().any(|(pattern, _)| fits(pattern)));
        for part in std::iter::once(&self.all).chain(parts) {
            part.apply(&mut levels);
            settings.standard = part.standard.clone().or(settings.standard);
        }
        settings.levels = levels.into();
        settings
    }
}

impl Part {
    fn apply(&self, levels: &mut Levels) {
        if let Some(select) = &self.select {
            levels.select(select);
        }
        self.severity.iter().for_each(|(code, severity)| levels.set(*code, *severity));
        levels.ignore(&self.ignore);
    }
}

/// The settings of all files.
const ALL: [&str; 7] = ["standard", "language", "pages", "select", "ignore", "severity", "files"];

/// The settings of some files.
const SOME: [&str; 5] = ["paths", "standard", "select", "ignore", "severity"];

type Key<'t> = Spanned<DeString<'t>>;
type Setting<'t> = Spanned<DeValue<'t>>;

fn span(file: FileId, bytes: Bytes<usize>) -> Span {
    Range::new(bytes.start as u32, bytes.end as u32).of(file)
}

/// A file that is no TOML.
fn unreadable(file: FileId, text: &str, error: &toml::de::Error) -> Diagnostic {
    let place = span(file, error.span().unwrap_or_default());
    let finding = Diagnostic::new(Code::SettingsSyntax, place).with("reason", reason(error.message()));
    // Chinese keyboards write these.
    let is_wide = text.contains(['“', '”', '‘', '’', '，', '＝', '【', '】', '［', '］']);
    if is_wide { finding.help(1).and_help(0) } else { finding }
}

/// What the reader of TOML says, in Chinese as far as it is known.
fn reason(message: &str) -> Value {
    let known = REASONS.iter().find(|(begin, _)| message.starts_with(begin));
    Value::Localized { zh: known.map_or("读不懂", |(_, zh)| zh).into(), en: message.to_owned().into() }
}

/// How its messages begin about what is mostly wrong.
const REASONS: [(&str, &str); 7] = [
    ("duplicate key", "同一个名称写了两次"),
    ("string values must be quoted", "文字没有放在引号里"),
    ("missing comma", "缺少逗号，或者方括号不成对"),
    ("invalid basic string", "引号不成对"),
    ("key with no value", "缺少等号"),
    ("unexpected key or value", "一行写了两个设置"),
    ("unclosed array", "方括号不成对"),
];

fn wrong(word: &str, place: Span, expected: impl Into<Value>) -> Diagnostic {
    Diagnostic::new(Code::WrongSetting, place).with("word", word).with("expected", expected)
}

const ADDRESS: Text = Text {
    zh: "完整的网址，如 \"https://example.org/perfc\"；本机的文件夹写成 \"file:///D:/perfc\"",
    en: "a whole address, as in \"https://example.org/perfc\", or \"file:///D:/perfc\" for a folder of this machine",
};

/// The address that is meant by a name without `https://`, or by the path of a folder.
fn completed(word: &str) -> Option<String> {
    let local = uri(word);
    let is_host = word.split_once('/').map_or(word, |(host, _)| host).contains('.') && !word.starts_with('.');
    let right = if local.starts_with("file:") { local } else { format!("https://{word}") };
    let is_meant = right.starts_with("file:") || is_host && !word.contains("//");
    (is_meant && Pages::at(&right).is_some()).then_some(right)
}

struct Reader<'f> {
    file: FileId,
    findings: &'f mut Findings,
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>, config: &mut Config) {
        for (key, value) in table {
            match &**key.get_ref() {
                "language" => config.language = self.language(key, value),
                "pages" => config.pages = self.pages(key, value),
                "files" => {
                    let parts = value.get_ref().as_array().map(|list| list.iter().collect::<Vec<_>>());
                    for part in parts.unwrap_or_else(|| vec![value]) {
                        config.files.extend(self.part(key, part));
                    }
                }
                word if ALL.contains(&word) => self.setting(key, value, &mut config.all),
                _ => self.unknown(key, &ALL),
            }
        }
    }

    fn part(&mut self, key: &Key<'_>, value: &Setting<'_>) -> Option<Part> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, value, Text { zh: "写在 [[files]] 下面的几行", en: "lines below [[files]]" });
            return None;
        };
        let mut part = Part::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "paths" => part.paths = self.list(key, value),
                word if SOME.contains(&word) => self.setting(key, value, &mut part),
                _ => self.unknown(key, &SOME),
            }
        }
        // A misspelt one has been told.
        if !table.keys().any(|key| closest(key.get_ref(), ["paths"]).is_some()) {
            let expected = Text {
                zh: "有 paths 一行，写明管哪些文件",
                en: "lines with paths, the files that they are for",
            };
            self.wrong(key, value, expected);
        }
        Some(part)
    }

    fn setting(&mut self, key: &Key<'_>, value: &Setting<'_>, part: &mut Part) {
        match &**key.get_ref() {
            "standard" => part.standard = self.standard(key, value),
            "select" => part.select = Some(self.codes(key, value)),
            "ignore" => part.ignore = self.codes(key, value),
            _ => self.severities(key, value, part),
        }
    }

    fn language(&mut self, key: &Key<'_>, value: &Setting<'_>) -> Option<Lang> {
        match value.get_ref().as_str() {
            Some("zh") => Some(Lang::Zh),
            Some("en") => Some(Lang::En),
            _ => {
                self.wrong(key, value, Text { zh: "\"zh\" 或 \"en\"", en: "\"zh\" or \"en\"" });
                None
            }
        }
    }

    /// An address. One that only lacks its begin is put right.
    fn pages(&mut self, key: &Key<'_>, value: &Setting<'_>) -> Option<Pages> {
        let word = value.get_ref().as_str().unwrap_or_default();
        let pages = Pages::at(word);
        if pages.is_none() {
            let place = span(self.file, value.span());
            self.findings.report(match completed(word) {
                Some(right) => {
                    let right = format!("\"{right}\"");
                    wrong(key.get_ref(), place, right.clone()).fix(Fix::guess(place, right))
                }
                None => wrong(key.get_ref(), place, ADDRESS),
            });
        }
        pages
    }

    /// One of the usual standards: what files define is not known beside them.
    fn standard(&mut self, key: &Key<'_>, value: &Setting<'_>) -> Option<String> {
        let standards = &Field::embedded().standards;
        let word = value.get_ref().as_str().filter(|word| standards.iter().any(|standard| standard.id == *word));
        if word.is_none() {
            let ids = standards.iter().map(|standard| format!("\"{}\"", standard.id)).collect::<Vec<_>>();
            let (zh, en) = (format!("{} 之一", ids.join("、")), format!("one of {}", ids.join(", ")));
            let expected = Value::Localized { zh: zh.into(), en: en.into() };
            self.wrong(key, value, expected);
        }
        word.map(str::to_owned)
    }

    /// Words in a list, each with its place.
    fn list(&mut self, key: &Key<'_>, value: &Setting<'_>) -> Vec<(String, Span)> {
        let word = |value: &Setting<'_>| Some((value.get_ref().as_str()?.to_owned(), span(self.file, value.span())));
        let words = value.get_ref().as_array().and_then(|list| list.iter().map(word).collect::<Option<Vec<_>>>());
        if words.is_none() {
            self.wrong(
                key,
                value,
                Text { zh: "方括号里的几个词，如 [\"P305\"]", en: "words in brackets, as in [\"P305\"]" },
            );
        }
        words.unwrap_or_default()
    }

    fn codes(&mut self, key: &Key<'_>, value: &Setting<'_>) -> Vec<Code> {
        let words = self.list(key, value);
        words.into_iter().flat_map(|(word, place)| self.meant_by(&word, place)).collect()
    }

    fn meant_by(&mut self, word: &str, place: Span) -> Vec<Code> {
        let codes = Code::meant_by(word);
        if codes.is_empty() {
            let finding = Diagnostic::new(Code::UnknownRule, place).severity(Severity::Error).with("word", word);
            self.findings.report(match closest(word, Code::words()) {
                Some(near) => finding.with("suggestion", near).help(1).and_help(0),
                None => finding,
            });
        }
        codes
    }

    fn severities(&mut self, key: &Key<'_>, value: &Setting<'_>, part: &mut Part) {
        let Some(table) = value.get_ref().as_table() else {
            return self.wrong(key, value, Text { zh: "写在 [severity] 下面的几行", en: "lines below [severity]" });
        };
        for (key, value) in table {
            let codes = self.meant_by(key.get_ref(), span(self.file, key.span()));
            let severity = match value.get_ref().as_str() {
                Some("advice") => Some(Severity::Advice),
                Some("warning") => Some(Severity::Warning),
                Some("error") => Some(Severity::Error),
                _ => None,
            };
            match severity {
                Some(severity) => {
                    part.severity.extend(codes.into_iter().map(|code| (code, severity)));
                }
                None => self.wrong(
                    key,
                    value,
                    Text { zh: "\"advice\"、\"warning\" 或 \"error\"", en: "\"advice\", \"warning\" or \"error\"" },
                ),
            }
        }
    }

    fn unknown(&mut self, key: &Key<'_>, known: &[&'static str]) {
        let word = &**key.get_ref();
        let place = span(self.file, key.span());
        let list = Value::list(known.iter().map(|word| (*word, *word)));
        let finding = Diagnostic::new(Code::UnknownSetting, place).with("word", word).with("list", list);
        self.findings.report(match closest(word, known.iter().copied()) {
            Some(near) => finding.with("suggestion", near).help(1).and_help(0).fix(respelt(word, place, near)),
            None => finding,
        });
    }

    fn wrong(&mut self, key: &Key<'_>, value: &Setting<'_>, expected: impl Into<Value>) {
        self.findings.report(wrong(key.get_ref(), span(self.file, value.span()), expected));
    }
}
