//! What the command line takes, and its help in both languages.

use std::{
    ffi::OsString,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{
    Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum,
    builder::PossibleValuesParser,
    error::{ContextKind, ErrorKind},
};
use clap_complete::Shell;
use perfc::{
    diagnostic::Lang,
    difference::render as difference,
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
    lang: Option<LangName>,
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
    /// Tell which targets were added, removed, renamed, tightened or relaxed
    Diff(Diff),
    /// Write the workbook in which results are filled in
    #[cfg(feature = "documents")]
    Actuals(Actuals),
    /// Format files
    Fmt(Fmt),
    /// Explain a code such as P301
    Explain(Explain),
    /// List the rules that hold here
    Rule(Rule),
    /// Print the JSON Schema of what `build` or `diff` writes
    Schema(Schema),
    /// Turn Word, Excel, web pages and text into .perf files
    Import(Import),
    /// Begin a new table of targets
    New(New),
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
    /// What to write: json is one object with all projects, ndjson one project a line
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
    /// Say for each indicator where it stands
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
    /// Only how the score of an indicator came: its name or its label
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
}

#[derive(Debug, Args)]
pub struct Rule {
    /// List all rules, those that do not hold as well
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct Schema {
    /// The command whose JSON is described
    #[arg(value_name = "COMMAND", default_value = "build")]
    pub of: Contract,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Contract {
    Build,
    Diff,
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

#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// Chinese for each text of the help above: the command it belongs to (empty for the program), the argument (empty for
/// the command itself), the text. A test asserts that none is missing.
const CHINESE: &[(&str, &str, &str)] = &[
    ("", "", "绩效目标表的语言和编译器"),
    ("", "lang", "提示信息的语言（zh 或 en），默认随系统"),
    ("", "color", "何时使用颜色（auto、always、never）"),
    ("check", "", "检查文件，说明哪里不对"),
    ("check", "paths", "文件、文件夹，或 -（标准输入）"),
    ("check", "deny_warnings", "有警告也算不通过"),
    ("check", "release", "上报前的检查：待定（tbd）的指标值算错误"),
    ("check", "select", "只查这些警告和建议：代码、名称或类别，如 P3、deadline-outside-year"),
    ("check", "ignore", "不查这些"),
    ("check", "statistics", "只统计各代码出现的次数"),
    ("check", "format", "检查结果的格式（human、short、json、sarif、github）"),
    ("check", "actuals", "这些目标的完成情况：xlsx、xls、ods、csv、docx、json 或 perf 文件；可以写几次"),
    ("build", "", "编译成 JSON"),
    ("build", "paths", "文件、文件夹，或 -（标准输入）"),
    ("build", "deny_warnings", "有警告也算不通过"),
    ("build", "release", "上报前的检查：待定（tbd）的指标值算错误"),
    ("build", "select", "只查这些警告和建议：代码、名称或类别，如 P3、deadline-outside-year"),
    ("build", "ignore", "不查这些"),
    ("build", "format", "输出格式：json 是含全部项目的一个对象，ndjson 每行一个项目"),
    ("build", "output", "输出文件；不写则输出到屏幕"),
    ("build", "out_dir", "输出文件夹，每个输入文件对应一个文件"),
    ("build", "pretty", "带换行和缩进"),
    ("build", "positions", "注明每个指标在源文件中的位置"),
    ("build", "force", "有错误也输出"),
    ("table", "", "印出正式表格"),
    ("table", "paths", "文件、文件夹，或 -（标准输入）"),
    ("table", "deny_warnings", "有警告也算不通过"),
    ("table", "release", "上报前的检查：待定（tbd）的指标值算错误"),
    ("table", "select", "只查这些警告和建议：代码、名称或类别，如 P3、deadline-outside-year"),
    ("table", "ignore", "不查这些"),
    ("table", "format", "表格的格式（text、markdown、html、csv、docx、xlsx），默认随输出文件的扩展名，否则为 text"),
    ("table", "layout", "表样：名称，或描述表样的 JSON 文件；list 列出全部，默认为 tianjin"),
    ("table", "output", "输出文件；不写则输出到屏幕"),
    ("table", "width", "文字表格的宽度，默认随屏幕"),
    ("table", "force", "有错误也输出"),
    ("report", "", "给实际完成情况评分，写出报告"),
    ("report", "paths", "文件、文件夹，或 -（标准输入）"),
    ("report", "deny_warnings", "有警告也算不通过"),
    ("report", "release", "上报前的检查：待定（tbd）的指标值算错误"),
    ("report", "select", "只查这些警告和建议：代码、名称或类别，如 P3、deadline-outside-year"),
    ("report", "ignore", "不查这些"),
    (
        "report",
        "format",
        "报告的格式（text、markdown、html、docx、xlsx、json；与 --layout 一起时与 table 相同），默认随输出文件的扩展名，否则为 text",
    ),
    (
        "report",
        "layout",
        "只印正式表格，可用 table 的各种格式：self-evaluation（自评表）、monitoring（监控表），或描述表样的 JSON 文件",
    ),
    ("report", "actuals", "这些目标的完成情况：xlsx、xls、ods、csv、docx、json 或 perf 文件；可以写几次"),
    ("report", "standard", "用哪个标准的规则评分，代替文件选定的标准"),
    ("report", "monitor", "看年中进展，不评分；结果都是年底以前的，自动这样"),
    ("report", "score", "年度没有结束也评分"),
    ("report", "compare", "再用另一个标准评一次，看哪里不同"),
    ("report", "explain", "只说明一条指标的得分是怎样得来的：指标名称或标记"),
    ("report", "output", "输出文件；不写则输出到屏幕"),
    ("report", "width", "文字报告的宽度，默认随屏幕"),
    ("report", "force", "有错误也输出"),
    ("diff", "", "比较两个文件：新增、删除、改名、收紧、放宽的指标，预算的增减"),
    ("diff", "old", "原来的文件或文件夹，或 -（标准输入）"),
    ("diff", "new", "现在的文件或文件夹，或 -（标准输入）"),
    ("diff", "format", "比较结果的格式（text、markdown、json），默认为 text"),
    ("diff", AFTER, "退出码：0 没有差别，1 有差别，2 文件不能读取，或有错误、可能没有全部比较"),
    ("actuals", "", "生成填报实际完成情况的 Excel 表"),
    ("actuals", "paths", "文件、文件夹，或 -（标准输入）"),
    ("actuals", "deny_warnings", "有警告也算不通过"),
    ("actuals", "release", "上报前的检查：待定（tbd）的指标值算错误"),
    ("actuals", "select", "只查这些警告和建议：代码、名称或类别，如 P3、deadline-outside-year"),
    ("actuals", "ignore", "不查这些"),
    ("actuals", "actuals", "已经有的完成情况，先填进表里；可以写几次"),
    ("actuals", "output", "要写的 Excel 文件，如 填报表.xlsx；不写则输出到屏幕"),
    ("actuals", "at", "结果截至哪一天，如 2026-12-31；不写则留空"),
    ("actuals", "force", "覆盖已有的文件"),
    ("fmt", "", "整理格式"),
    ("fmt", "paths", "文件、文件夹，或 -（标准输入）"),
    ("fmt", "check", "不改动文件，只说明哪些文件的格式需要整理"),
    ("fmt", "words", "把关键词统一成这种语言（zh 或 en）"),
    ("explain", "", "解释一个代码，如 P301"),
    ("explain", "code", "代码或名称；不写则列出全部"),
    ("rule", "", "列出这里有效的规则"),
    ("rule", "all", "列出全部规则，包括无效的"),
    ("schema", "", "输出 JSON 的结构定义（JSON Schema）"),
    ("schema", "of", "哪个命令输出的 JSON（build、diff），默认为 build"),
    ("import", "", "把 Word、Excel、网页和文本变成 .perf 文件"),
    ("import", "paths", "文件：docx、xlsx、xls、ods、html、csv、文本；装有 LibreOffice、poppler-utils 时还有 doc、pdf"),
    ("import", "output", "输出文件或文件夹；不写则输出到屏幕"),
    ("import", "words", "关键词用哪种语言（zh 或 en），默认随提示信息"),
    ("import", "year", "预算年度（多数表上没有写）"),
    ("import", "force", "覆盖已有的文件"),
    ("new", "", "新建一张绩效目标表"),
    ("new", "file", "要新建的文件；不写则为 绩效目标表.perf"),
    ("new", "words", "关键词用哪种语言（zh 或 en），默认随提示信息"),
    ("completions", "", "输出命令行的自动补全脚本"),
    ("completions", "shell", "命令行的种类（bash、zsh、fish、powershell、elvish）"),
];

/// Stands for what a command says below its arguments.
const AFTER: &str = "after_help";

const CHINESE_TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";

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
        Lang::Zh => in_chinese(command),
    }
}

fn in_chinese(command: clap::Command) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = texts(command, "")
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .override_usage("perfc <命令> [选项] …");
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |sub| {
            let usage = usage(&sub);
            texts(sub, &name).override_usage(usage)
        })
    })
}

/// Puts the Chinese texts of one command in.
fn texts(command: clap::Command, name: &str) -> clap::Command {
    let ids: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    let command = ids.into_iter().enumerate().fold(command, |command, (at, id)| {
        let text = chinese(name, &id).unwrap_or_default();
        command.mut_arg(&id, |argument| {
            let name = value_name(&argument);
            // Under a heading of their own, arguments would be sorted by their names.
            let argument = match argument.is_positional() {
                true => argument.help_heading("参数").display_order(at),
                false => argument.help_heading("选项"),
            };
            let argument = argument.help(text);
            if !argument.get_action().takes_values() {
                return argument;
            }
            // The Chinese texts name the values themselves.
            argument.value_name(name).hide_possible_values(true).hide_default_value(true)
        })
    });
    let flag = |id: &'static str, short, text: &'static str, action| {
        clap::Arg::new(id).short(short).long(id).help(text).help_heading("选项").action(action)
    };
    let command =
        command.disable_help_flag(true).help_template(CHINESE_TEMPLATE).about(chinese(name, "").unwrap_or_default());
    let command = command.arg(flag("help", 'h', "显示帮助", clap::ArgAction::Help));
    let command = match chinese(name, AFTER) {
        Some(text) => command.after_help(text),
        None => command,
    };
    if name.is_empty() {
        let version = flag("version", 'V', "显示版本", clap::ArgAction::Version);
        return command.disable_version_flag(true).arg(version);
    }
    command
}

/// `perfc check [选项] <路径>…`
fn usage(command: &clap::Command) -> String {
    let positional = command.get_positionals().map(|argument| {
        let many = if argument.get_id() == "paths" { "…" } else { "" };
        let name = value_name(argument);
        // All but one command need their paths.
        let is_required = argument.is_required_set() || argument.get_id() == "paths";
        if is_required { format!(" <{name}>{many}") } else { format!(" [{name}]{many}") }
    });
    format!("perfc {} [选项]{}", command.get_name(), positional.collect::<String>())
}

/// What an argument's value is called in Chinese.
fn value_name(argument: &clap::Arg) -> &'static str {
    match argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str()) {
        "PATH" => "路径",
        "FILE" => "文件",
        "OLD" => "原文件",
        "NEW" => "新文件",
        "COMMAND" => "命令",
        "DIR" => "文件夹",
        "FORMAT" => "格式",
        "LANG" => "语言",
        "CODE" | "CODES" => "代码",
        "SHELL" => "命令行",
        "COLUMNS" => "列数",
        "YEAR" => "年份",
        "DATE" => "日期",
        "LAYOUT" => "表样",
        "STANDARD" => "标准",
        "NAME" => "名称",
        _ => "取值",
    }
}

fn chinese(command: &str, argument: &str) -> Option<&'static str> {
    let global = |row: &&(&str, &str, &str)| row.0.is_empty() && !argument.is_empty() && row.1 == argument;
    let exact = CHINESE.iter().find(|row| row.0 == command && row.1 == argument);
    exact.or_else(|| CHINESE.iter().find(global)).map(|row| row.2)
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
            Lang::Zh if is_mistake => eprintln!("错误：{}", mistake(&error)),
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

/// A usage error in Chinese.
fn mistake(error: &clap::Error) -> String {
    let value = |kind| {
        let text = error.get(kind).map(ToString::to_string).unwrap_or_default();
        text.replace("...", "…").replace(", ", "、")
    };
    let (argument, given) = (value(ContextKind::InvalidArg), value(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => format!("多了参数 {argument}"),
        ErrorKind::UnknownArgument => format!("没有选项 {argument}"),
        ErrorKind::InvalidSubcommand => format!("没有命令 {}", value(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::InvalidValue if given.is_empty() => format!("{argument} 缺少取值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("{argument} 不能是 {given}"),
        ErrorKind::ArgumentConflict if argument == value(ContextKind::PriorArg) => format!("{argument} 写了两次"),
        ErrorKind::ArgumentConflict => format!("{argument} 与 {} 不能同时使用", value(ContextKind::PriorArg)),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => format!("{argument} 的取值个数不对"),
        _ => error.to_string(),
    };
    let similar: Vec<String> =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .map(value)
            .filter(|suggestion| !suggestion.is_empty())
            .map(|suggestion| nearest(&value(ContextKind::InvalidSubcommand), suggestion))
            .collect();
    let choices = value(ContextKind::ValidValue);
    let mut lines = vec![what];
    lines.extend((!similar.is_empty()).then(|| format!("是不是想写 {}？", similar.join("、"))));
    lines.extend((!choices.is_empty()).then(|| format!("可以是：{choices}")));
    lines.push("用 perfc --help 查看用法".to_owned());
    lines.join("\n")
}

/// Of several words the one that a misspelt one is nearest to, if one is near.
fn nearest(word: &str, suggestions: String) -> String {
    let near = perfc::diagnostic::closest(word, suggestions.split('、')).map(str::to_owned);
    near.unwrap_or(suggestions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_sound() {
        command(Lang::En).debug_assert();
        command(Lang::Zh).debug_assert();
    }

    #[test]
    fn every_text_has_its_chinese() {
        let program = Arguments::command();
        for command in std::iter::once(&program).chain(program.get_subcommands()) {
            let name = if command.get_name() == "perfc" { "" } else { command.get_name() };
            assert!(chinese(name, "").is_some(), "{name}");
            assert_eq!(chinese(name, AFTER).is_some(), command.get_after_help().is_some(), "{name}");
            for argument in command.get_arguments() {
                assert!(chinese(name, argument.get_id().as_str()).is_some(), "{name} {}", argument.get_id());
            }
        }
    }
}
