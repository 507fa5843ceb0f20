//! `perfc.toml` is looked for in the folder of each file and in those above it.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use ignore::gitignore::GitignoreBuilder;
use perfc::{
    compile::Settings,
    config::{Config, FILE},
    diagnostic::{Code, Findings, Lang, Pages, Severity, closest},
    source::{Source, Sources, decode},
};

use super::{
    args, disk,
    input::Input,
    output::{Terminal, io_reason},
};

/// A file of settings that was read, and the folder that it holds for.
#[derive(Debug)]
struct Found {
    folder: PathBuf,
    config: Config,
}

/// The settings of all files of a run.
#[derive(Debug, Default)]
pub struct Configs {
    is_release: bool,
    select: Vec<Code>,
    ignore: Vec<Code>,
    found: Vec<Found>,
    /// Which of them holds in a folder.
    by_folder: HashMap<PathBuf, Option<usize>>,
}

impl Configs {
    /// Reads the settings for all inputs; what is wrong with them is said, and there is nothing then.
    pub fn read(arguments: &args::Rules, inputs: &[Input], terminal: &Terminal) -> Option<Self> {
        let select = codes(&arguments.select, terminal)?;
        let ignore = codes(&arguments.ignore, terminal)?;
        let is_release = arguments.release;
        let mut configs = Self { is_release, select, ignore, ..Self::default() };
        let (mut sources, mut findings) = (Sources::default(), Findings::default());
        let mut is_read = true;
        for input in inputs {
            if let Err((path, error)) = configs.take_in(&folder(input), &mut sources, &mut findings) {
                terminal.complain(&path, &io_reason(&error, terminal.lang));
                is_read = false;
            }
        }
        let findings = findings.sorted();
        terminal.show(&findings, &sources);
        (is_read && findings.is_empty()).then_some(configs)
    }

    /// Finds and reads the settings of a folder; the error comes with the file that could not be read.
    fn take_in(
        &mut self,
        folder: &Path,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Result<(), (PathBuf, io::Error)> {
        if self.by_folder.contains_key(folder) {
            return Ok(());
        }
        let Some(path) = find(folder) else {
            self.by_folder.insert(folder.to_owned(), None);
            return Ok(());
        };
        let root = path.parent().unwrap_or(folder).to_owned();
        let known = self.found.iter().position(|found| found.folder == root);
        if known.is_none() {
            let text = decode(fs::read(&path).map_err(|error| (path.clone(), error))?).text;
            let file = sources.add(Source::new(disk::display(&path), text.as_str()));
            let config = Config::read(file, &text, findings);
            let is_pattern = |pattern: &str| GitignoreBuilder::new("").add_line(None, pattern).is_ok();
            config.wrong_patterns(is_pattern).for_each(|finding| findings.report(finding));
            self.found.push(Found { folder: root, config });
        }
        self.by_folder.insert(folder.to_owned(), Some(known.unwrap_or(self.found.len() - 1)));
        Ok(())
    }

    /// Where the pages of the codes are published: one run names one place, that of the first settings that tell it.
    pub fn pages(&self) -> Option<Pages> {
        self.found.iter().find_map(|found| found.config.pages.clone())
    }

    /// What holds of an input: what its settings say, and above that what the command line says.
    pub fn of(&self, input: &Input) -> Settings {
        let found = self.by_folder.get(&folder(input)).copied().flatten().map(|at| &self.found[at]);
        let mut settings = found.map_or_else(Settings::default, |found| found.settings(input));
        if self.select.is_empty() && self.ignore.is_empty() && !self.is_release {
            return settings;
        }
        let mut levels = (*settings.levels).clone();
        if !self.select.is_empty() {
            levels.select(&self.select);
        }
        levels.ignore(&self.ignore);
        if self.is_release {
            levels.set(Code::TargetOpen, Severity::Error);
        }
        settings.levels = levels.into();
        settings
    }
}

impl Found {
    fn settings(&self, input: &Input) -> Settings {
        let path = input.path().map(disk::absolute);
        self.config.settings(|pattern| {
            let mut builder = GitignoreBuilder::new(&self.folder);
            let is_sound = builder.add_line(None, pattern).is_ok();
            let matcher = builder.build();
            let fits = |path: &PathBuf| {
                let matched =
                    matcher.as_ref().map(|matcher| matcher.matched_path_or_any_parents(path, false).is_ignore());
                path.starts_with(&self.folder) && matched.unwrap_or(false)
            };
            is_sound && path.as_ref().is_some_and(fits)
        })
    }
}

/// What holds of one file, for as long as nobody changes its settings.
#[cfg(feature = "lsp")]
#[derive(Debug, Default)]
pub struct OfFile {
    /// What holds.
    pub settings: Settings,
    /// The language of messages, where the settings choose one.
    pub language: Option<Lang>,
    /// Where the pages of the codes are published, if the settings tell it.
    pub pages: Option<Pages>,
    /// The file of settings, if there is one: a path and a text that findings point into.
    pub sources: Sources,
    /// What is wrong with it; the rest of it holds.
    pub findings: Findings,
}

#[cfg(feature = "lsp")]
impl OfFile {
    /// Reads the settings of a file. Those that cannot be read do not hold.
    pub fn read(path: &Path) -> Self {
        let input = Input::File(path.to_owned());
        let mut configs = Configs::default();
        let mut of_file = Self::default();
        drop(configs.take_in(&folder(&input), &mut of_file.sources, &mut of_file.findings));
        of_file.settings = configs.of(&input);
        of_file.pages = configs.pages();
        of_file.language = configs.found.first().and_then(|found| found.config.language);
        of_file
    }
}

/// What holds in the working folder; what is wrong with its settings is said, and there is nothing then.
pub fn here(terminal: &Terminal) -> Option<Settings> {
    plain(&[Input::Stdin], terminal).map(|configs| configs.of(&Input::Stdin))
}

/// The settings of inputs where the command line says nothing of rules.
pub fn plain(inputs: &[Input], terminal: &Terminal) -> Option<Configs> {
    Configs::read(&args::Rules::default(), inputs, terminal)
}

/// The language that the settings of the working folder choose.
pub fn language() -> Option<Lang> {
    let text = decode(fs::read(find(&std::env::current_dir().ok()?)?).ok()?).text;
    let file = Sources::default().add(Source::new("", ""));
    Config::read(file, &text, &mut Findings::default()).language
}

fn folder(input: &Input) -> PathBuf {
    let here = || std::env::current_dir().unwrap_or_default();
    match input.path() {
        Some(path) => disk::absolute(path).parent().map_or_else(here, Path::to_path_buf),
        None => here(),
    }
}

fn find(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join(FILE)).find(|path| path.is_file())
}

/// The codes that words of the command line mean; one that means none is said.
fn codes(words: &[String], terminal: &Terminal) -> Option<Vec<Code>> {
    let mut codes = Vec::new();
    for word in words.iter().flat_map(|words| words.trim().split([',', '，', '、'])).map(str::trim) {
        let meant = Code::meant_by(word);
        if meant.is_empty() {
            say_unknown(word, terminal);
            return None;
        }
        codes.extend(meant);
    }
    Some(codes)
}

fn say_unknown(word: &str, terminal: &Terminal) {
    match closest(word, Code::words()) {
        _ if word.is_empty() => terminal.say(
            "错误：--select、--ignore 里缺少代码；写成 P305，几个的用逗号隔开：P305,P8",
            "error: a code is missing in --select or --ignore; write P305, or several with commas: P305,P8",
        ),
        Some(near) => terminal.say(
            &format!("错误：没有代码 {word}；是不是 {near}？用 perfc explain 列出全部"),
            &format!("error: there is no code {word}; did you mean {near}? `perfc explain` lists them all"),
        ),
        None => terminal.say(
            &format!("错误：没有代码 {word}；用 perfc explain 列出全部"),
            &format!("error: there is no code {word}; `perfc explain` lists them all"),
        ),
    }
}
