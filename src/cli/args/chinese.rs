//! The help of the command line in Chinese.

/// Chinese for each text of the help: the command it belongs to (empty for all of them), the argument (empty for the
/// command itself), the text. A test asserts that none is missing.
const CHINESE: &[(&str, &str, &str)] = &[
    ("", "", "绩效目标表的语言和编译器"),
    ("", "lang", "提示信息的语言（zh 或 en），默认随系统"),
    ("", "color", "何时使用颜色（auto、always、never）"),
    ("", "paths", "文件、文件夹，或 -（标准输入）"),
    ("", "deny_warnings", "有警告也算不通过"),
    ("", "release", "上报前的检查：待定（tbd）的指标值算错误"),
    ("", "select", "只查这些警告和建议：代码、名称或类别，如 P3、deadline-outside-year"),
    ("", "ignore", "不查这些"),
    ("", "actuals", "这些目标的完成情况：xlsx、xls、ods、csv、docx、json 或 perf 文件；可以写几次"),
    ("", "output", "输出文件；不写则输出到屏幕"),
    ("", "words", "关键词用哪种语言（zh 或 en），默认随提示信息"),
    ("check", "", "检查文件，说明哪里不对"),
    ("check", "statistics", "只统计各代码出现的次数"),
    ("check", "format", "检查结果的格式（human、short、json、sarif、github）"),
    ("build", "", "编译成 JSON"),
    ("build", "format", "输出格式：json 是含全部项目的一个对象，ndjson 每行一个项目，后面是完成情况"),
    ("build", "out_dir", "输出文件夹，每个输入文件对应一个文件"),
    ("build", "pretty", "带换行和缩进"),
    ("build", "positions", "注明每个指标、每条结果的位置"),
    ("build", "force", "有错误也输出"),
    ("table", "", "印出正式表格"),
    ("table", "format", "表格的格式（text、markdown、html、csv、docx、xlsx），默认随输出文件的扩展名，否则为 text"),
    ("table", "layout", "表样：名称，或描述表样的 JSON 文件；list 列出全部，默认为 tianjin"),
    ("table", "width", "文字表格的宽度，默认随屏幕"),
    ("table", "force", "有错误也输出"),
    ("report", "", "给实际完成情况评分，写出报告"),
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
    ("report", "standard", "用哪个标准的规则评分，代替文件选定的标准"),
    ("report", "monitor", "看年中进展，不评分；结果都是年底以前的，自动这样"),
    ("report", "score", "年度没有结束也评分"),
    ("report", "compare", "再用另一个标准评一次，看哪里不同"),
    ("report", "explain", "只说明一个得分是怎样得来的：指标名称或标记，或者 预算执行率"),
    ("report", "width", "文字报告的宽度，默认随屏幕"),
    ("report", "force", "有错误也输出"),
    ("review", "", "审核绩效目标，写出审核意见"),
    ("review", "format", "审核意见的格式（text、markdown、html、docx），默认随输出文件的扩展名，否则为 text"),
    ("review", "width", "文字的宽度，默认随屏幕"),
    ("diff", "", "比较两个文件：新增、删除、改名、收紧、放宽的指标，预算的增减"),
    ("diff", "old", "原来的文件或文件夹，或 -（标准输入）"),
    ("diff", "new", "现在的文件或文件夹，或 -（标准输入）"),
    ("diff", "format", "比较结果的格式（text、markdown、json），默认为 text"),
    ("diff", AFTER, "退出码：0 没有差别，1 有差别，2 文件不能读取，或有错误、可能没有全部比较"),
    ("actuals", "", "生成填报实际完成情况的 Excel 表"),
    ("actuals", "actuals", "已经有的完成情况，先填进表里；可以写几次"),
    ("actuals", "output", "要写的 Excel 文件，如 填报表.xlsx；不写则输出到屏幕"),
    ("actuals", "at", "结果截至哪一天，如 2026-12-31；不写则留空"),
    ("actuals", "force", "覆盖已有的文件"),
    ("fix", "", "按检查结果改正文件：只做不改变意思的修改"),
    ("fix", "guesses", "需要核对的修改（推测的，或会改变表上内容的）也做"),
    ("fix", "diff", "不改动文件，只显示会改动哪里"),
    ("fix", AFTER, "退出码与 check 相同：按改正后的文件；有 --diff 时按现在的文件"),
    ("fmt", "", "整理格式"),
    ("fmt", "check", "不改动文件，只说明哪些文件的格式需要整理"),
    ("fmt", "words", "把关键词统一成这种语言（zh 或 en）"),
    ("explain", "", "解释一个代码，如 P301"),
    ("explain", "code", "代码或名称；不写则列出全部"),
    ("explain", "output", "把全部代码的说明（中文、英文）写成网页，放在这个文件夹里"),
    ("rule", "", "列出这里有效的规则"),
    ("rule", "all", "列出全部规则，包括无效的"),
    ("schema", "", "输出 JSON 的结构定义（JSON Schema）"),
    ("schema", "of", "哪种输出：build、report、monitoring（年中）、diff、check、statistics（统计），默认为 build"),
    ("import", "", "把 Word、Excel、网页和文本变成 .perf 文件"),
    ("import", "paths", "文件：docx、xlsx、xls、ods、html、csv、文本；装有 LibreOffice、poppler-utils 时还有 doc、pdf"),
    ("import", "output", "输出文件或文件夹；不写则输出到屏幕"),
    ("import", "year", "预算年度（多数表上没有写）"),
    ("import", "force", "覆盖已有的文件"),
    ("new", "", "新建一张绩效目标表"),
    ("new", "file", "要新建的文件；不写则为 绩效目标表.perf"),
    ("lsp", "", "编辑器的语言服务（标准输入和输出）"),
    ("lsp", "stdio", "为传这个参数的编辑器而设"),
    ("completions", "", "输出命令行的自动补全脚本"),
    ("completions", "shell", "命令行的种类（bash、zsh、fish、powershell、elvish）"),
];

/// Stands for what a command says below its arguments.
const AFTER: &str = "after_help";

const CHINESE_TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";

/// A command with its help in Chinese.
pub fn in_chinese(command: clap::Command) -> clap::Command {
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
        "KIND" => "种类",
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{super::Arguments, *};

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
