//! Usage errors in Chinese.

use clap::error::{ContextKind, ErrorKind};

/// What is wrong with the arguments.
pub fn text(error: &clap::Error) -> String {
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
