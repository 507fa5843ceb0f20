//! What the command line takes, and its help in both languages.

mod chinese;
mod mistake;

use std::{
    ffi::OsString,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{
    Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, builder::PossibleValuesParser,
    error::ErrorKind,
};
use clap_complete::Shell;
use perfc::{
    diagnostic::Lang,
    difference::render as difference,
    review,
    table::{Format, Layout},
};

/// The arguments of a run.
#[derive(Debug, Parser)]
#[command(name = "perfc", version, about, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// The language of messages; by default that of the system
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<LangName>,
    /// When to colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum LangName {
    Zh,
    En,
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Self {
        match name {
            LangName::Zh => Self::Zh,
            LangName::En => Self::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what is wrong in files
    Check(Check),
    /// Compile files to JSON
    Build(Build),
    /// Print the official table
    Table(Table),
    /// Score what was achieved and report it
    Report(Report),
    /// Write the opinion of a review of targets
    Review(Review),
    /// Tell which targets were added, removed, renamed, tightened or relaxed
    Diff(Diff),
    /// Write the workbook in which results are filled in
    #[cfg(feature = "documents")]
    Actuals(Actuals),
    /// Make the repairs that `check` proposes
    Fix(Fix),
    /// Format files
    Fmt(Fmt),
    /// Explain a code such as P301
    Explain(Explain),
    /// List the rules that hold here
    Rule(Rule),
    /// Print the JSON Schema of what other commands write
    Schema(Schema),
    /// Turn Word, Excel, web pages and text into .perf files
    Import(Import),
    /// Begin a new table of targets
    New(New),
    /// Serve editors: the language server, on standard input and output
    #[cfg(feature = "lsp")]
    Lsp(Lsp),
    /// Print completions for a shell
    Completions(Completions),
}

/// What commands that compile have in common.
#[derive(Debug, Args)]
pub struct Inputs {
    /// Files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Let warnings fail the run like errors
    #[arg(long)]
    pub deny_warnings: bool,
    #[command(flatten)]
    pub rules: Rules,
}

/// Which rules hold.
#[derive(Debug, Default, Args)]
pub struct Rules {
    /// For handing in: a target still open (tbd) is an error
    #[arg(long)]
    pub release: bool,
    /// Of rules that are no errors, only these: codes, names or families, such as P3 or deadline-outside-year
    #[arg(long, value_name = "CODES")]
    pub select: Vec<String>,
    /// Not these rules
    #[arg(long, value_name = "CODES")]
    pub ignore: Vec<String>,
}

/// What commands that know results have in common.
#[derive(Debug, Args)]
pub struct Results {
    /// A file with the results of one file of targets: xlsx, xls, ods, csv, docx, json, perf; may be given several times
    #[arg(long, value_name = "FILE")]
    pub actuals: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub results: Results,
    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = ["human", "short", "json", "sarif", "github"])]
    pub format: String,
    /// Count the findings of each code instead of showing them
    #[arg(long)]
    pub statistics: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BuildFormat {
    Json,
    Ndjson,
}

#[derive(Debug, Args)]
pub struct Build {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub results: Results,
    /// What to write: json is one object with all projects, ndjson one project a line, then its results
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub format: BuildFormat,
    /// The file to write; standard output without it
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    pub output: Option<PathBuf>,
    /// A folder to write a file into for each input file
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    /// Indent the JSON
    #[arg(long)]
    pub pretty: bool,
    /// Say for each indicator and each result where it stands
    #[arg(long)]
    pub positions: bool,
    /// Write even where there are errors
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Table {
    #[command(flatten)]
    pub inputs: Inputs,
    /// How the table is written; by default as the name of the file to write ends, else text
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(Format::ALL.iter().map(|format| format.id())))]
    pub format: Option<String>,
    /// The form: its id, or a JSON file that describes one; `list` tells which there are
    #[arg(long, value_name = "LAYOUT", default_value = Layout::DEFAULT)]
    pub layout: String,
    /// The file to write; standard output without it
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The columns of a text table; by default those of the terminal
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
    /// Write even where there are errors
    #[arg(long)]
    pub force: bool,
}

#[cfg(feature = "documents")]
#[derive(Debug, Args)]
pub struct Actuals {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub results: Results,
    /// The workbook to write, such as fill-in.xlsx; standard output without it
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The day that the results will be of, such as 2026-12-31; left open without it
    #[arg(long, value_name = "DATE")]
    pub at: Option<String>,
    /// Write over a file that exists
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Report {
    #[command(flatten)]
    pub inputs: Inputs,
    #[command(flatten)]
    pub results: Results,
    /// How the report is written; by default as the name of the file to write ends, else text
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(report_formats()))]
    pub format: Option<String>,
    /// Only the official form, in any format of `table`: self-evaluation, monitoring, or a JSON file that describes one
    #[arg(long, value_name = "LAYOUT")]
    pub layout: Option<String>,
    /// The standard whose rules score the results, instead of that of the files
    #[arg(long, value_name = "STANDARD")]
    pub standard: Option<String>,
    /// How the year goes on, instead of scores; by itself where all results are of a day before its end
    #[arg(long, conflicts_with_all = ["score", "compare", "explain"])]
    pub monitor: bool,
    /// Scores, even where the year is not over
    #[arg(long)]
    pub score: bool,
    /// Another standard, to see where its scores differ
    #[arg(long, value_name = "STANDARD")]
    pub compare: Option<String>,
    /// Only how a score came: the name or the label of an indicator, or execution
    #[arg(long, value_name = "NAME")]
    pub explain: Option<String>,
    /// The file to write; standard output without it
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The columns of a text report; by default those of the terminal
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
    /// Write even where there are errors
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Review {
    #[command(flatten)]
    pub inputs: Inputs,
    /// How the opinion is written; by default as the name of the file to write ends, else text
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(review_formats()))]
    pub format: Option<String>,
    /// The file to write; standard output without it
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The columns of a text; by default those of the terminal
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
}

/// The formats of an opinion.
fn review_formats() -> Vec<&'static str> {
    ["text"].into_iter().chain(review::written::FORMATS.iter().map(|format| format.id())).collect()
}

/// The formats of a report, and those of forms.
fn report_formats() -> Vec<&'static str> {
    Format::ALL.iter().map(|format| format.id()).chain(["json"]).collect()
}

#[derive(Debug, Args)]
#[command(
    after_help = "Exit code: 0 no difference, 1 differences, 2 a file cannot be read, or has mistakes and may not have been compared whole"
)]
pub struct Diff {
    /// The file or folder as it was; - for standard input
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The file or folder as it is; - for standard input
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// How the differences are written
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = PossibleValuesParser::new(difference::Format::ALL.map(difference::Format::id)))]
    pub format: String,
}

#[derive(Debug, Args)]
#[command(after_help = "Exit code, as of `check`: of the files as they are then; with --diff, as they are now")]
pub struct Fix {
    #[command(flatten)]
    pub inputs: Inputs,
    /// Make the repairs as well that are guesses or change what a table says
    #[arg(long = "unsafe")]
    pub guesses: bool,
    /// Change nothing; show what would change
    #[arg(long)]
    pub diff: bool,
}

#[derive(Debug, Args)]
pub struct Fmt {
    /// Files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Change nothing; say which files are not formatted
    #[arg(long)]
    pub check: bool,
    /// Turn all words into this language
    #[arg(long, value_name = "LANG")]
    pub words: Option<LangName>,
}

#[derive(Debug, Args)]
pub struct Explain {
    /// A code or name; without one, all are listed
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
    /// Write the pages of all codes, in both languages, into this folder as web pages
    #[arg(short, long, value_name = "DIR", conflicts_with = "code")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Rule {
    /// List all rules, those that do not hold as well
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct Schema {
    /// Which output: that of a command, `monitoring` of `report` in mid-year, `statistics` of `check --statistics`
    #[arg(value_name = "KIND", default_value = "build")]
    pub of: Contract,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Contract {
    Build,
    Report,
    Monitoring,
    Diff,
    Check,
    Statistics,
}

#[derive(Debug, Args)]
pub struct Import {
    /// Documents: docx, xlsx, xls, ods, html, csv, text; doc and pdf where LibreOffice and poppler-utils are installed
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The file to write, or a folder; standard output without it
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The language of the words; by default that of the messages
    #[arg(long, value_name = "LANG")]
    pub words: Option<LangName>,
    /// The budget year, which few forms say
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i16>,
    /// Write over files that exist
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct New {
    /// The file to write; targets.perf without it
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The language of its words; by default that of the messages
    #[arg(long, value_name = "LANG")]
    pub words: Option<LangName>,
}

/// What editors pass on to any server; standard input and output are all that there is.
#[cfg(feature = "lsp")]
#[derive(Debug, Args)]
pub struct Lsp {
    /// Accepted for editors that pass it
    #[arg(long, hide = true)]
    pub stdio: bool,
}

#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// The command with its help in one language.
pub fn command(lang: Lang) -> clap::Command {
    // `--layout list` needs no file.
    let command = Arguments::command().mut_subcommand("table", |table| {
        table.mut_args(|argument| match argument.get_id() == "paths" {
            true => argument.required(false).required_unless_present("layout"),
            false => argument,
        })
    });
    match lang {
        Lang::En => command,
        Lang::Zh => chinese::in_chinese(command),
    }
}

/// Parses the arguments; help and usage errors are printed here.
pub fn parse(arguments: &[OsString], lang: Lang) -> Result<Arguments, ExitCode> {
    let parsed = command(lang)
        .try_get_matches_from(help_as_option(arguments))
        .and_then(|mut matches| Arguments::from_arg_matches_mut(&mut matches));
    parsed.map_err(|error| {
        let is_mistake = error.use_stderr() && error.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
        match lang {
            // `perfc --lang zh` is no mistake to be told: what commands there are helps more.
            _ if error.kind() == ErrorKind::MissingSubcommand => {
                eprint!("{}", punctuated(&command(lang).render_help().to_string(), lang));
            }
            Lang::Zh if is_mistake => eprintln!("错误：{}", mistake::text(&error)),
            Lang::Zh => show_help(&punctuated(&error.render().to_string(), lang), error.use_stderr()),
            // A closed pipe behind `--help | head` is no failure.
            Lang::En => drop(error.print()),
        }
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
    })
}

/// Help with the colons and dots of its language, which clap writes in ASCII.
fn punctuated(help: &str, lang: Lang) -> String {
    match lang {
        Lang::En => help.to_owned(),
        Lang::Zh => help.replace(":\n", "：\n").replace(">...", ">…").replace("]...", "]…"),
    }
}

fn show_help(text: &str, to_stderr: bool) {
    // A closed pipe behind `--help | head` is no failure.
    drop(if to_stderr { io::stderr().write_all(text.as_bytes()) } else { io::stdout().write_all(text.as_bytes()) });
}

/// `perfc help check` is what many try first: it means `perfc check --help`.
fn help_as_option(arguments: &[OsString]) -> Vec<OsString> {
    let mut arguments = arguments.to_vec();
    if arguments.get(1).is_some_and(|word| word == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_sound() {
        command(Lang::En).debug_assert();
        command(Lang::Zh).debug_assert();
    }
}
