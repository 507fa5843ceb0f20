//! Workflow commands: `::error file=…,line=…,title=P301::message`.
//!
//! GitHub shows each beside the line that it names. It shows one place only, so further places are told in the message. The
//! address of the page is its last line: commands have no field for it.

use super::{Extent, fix_in_words, left_out};
use crate::diagnostic::{Diagnostic, Findings, LabelText, Lang, Pages, Severity};
use crate::source::{Sources, Span};

pub(super) fn render(findings: &Findings, sources: &Sources, lang: Lang, pages: Option<&Pages>) -> String {
    let commands = findings.iter().map(|finding| command(finding, sources, lang, pages));
    let rest = left_out(findings, lang).map(|text| format!("::notice title=perfc::{}", escape(&text)));
    commands.chain(rest).map(|command| command + "\n").collect()
}

fn command(finding: &Diagnostic, sources: &Sources, lang: Lang, pages: Option<&Pages>) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let (place, rule) = (place(finding.span(), sources), finding.code.rule());
    let title = escape_property(&format!("{} {}", rule.code, rule.heading(lang)));
    let mut text = text(finding, sources, lang);
    if let Some(pages) = pages {
        text += &format!("\n{}", pages.of(rule, lang));
    }
    format!("::{level} {place},title={title}::{}", escape(&text))
}

/// File, lines and columns. The file is as in the repository, without a `./` before it. Columns are left out where the place
/// has several lines: the runner refuses them there.
fn place(span: Span, sources: &Sources) -> String {
    let Extent { source, start, end } = Extent::of(span, sources);
    let path = source.name.replace('\\', "/");
    let file = escape_property(path.strip_prefix("./").unwrap_or(&path));
    let lines = format!("file={file},line={},endLine={}", start.line + 1, end.line + 1);
    if start.line == end.line {
        format!("{lines},col={},endColumn={}", start.column + 1, end.column + 1)
    } else {
        lines
    }
}

/// All that the finding says, a line each: title, label, further places, help, repair.
fn text(finding: &Diagnostic, sources: &Sources, lang: Lang) -> String {
    let message = finding.message(lang);
    let mut lines = vec![message.title];
    for (number, LabelText { span, text }) in message.labels.into_iter().enumerate() {
        if number == 0 || text.is_empty() {
            lines.push(text);
        } else {
            let Extent { source, start, .. } = Extent::of(span, sources);
            lines.push(format!("{text} ({}:{}:{})", source.name, start.line + 1, start.column + 1));
        }
    }
    lines.extend(message.help);
    lines.extend(finding.fixes.iter().map(|fix| fix_in_words(fix, sources, lang)));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::render::Format;
    use crate::diagnostic::render::fixture::{Fixture, duplicate, unknown_unit};
    use crate::diagnostic::{Code, Diagnostic, Fix, Lang, Severity};

    #[test]
    fn commands() {
        let files = Fixture::new(&[(r".\表\a,b:100%.perf", "数量 “报告” ≥ 1 加\n数量 “报告” 2 份 /*\n\n")]);
        let unit = files.at("加");
        let findings = [
            unknown_unit(unit).with("unit", "%\r\n").fix(Fix::guess(unit, "家")),
            duplicate(files.at("“报告” 2"), files.at("“报告” ≥")).severity(Severity::Warning),
            Diagnostic::new(Code::UnclosedComment, files.at("/*\n\n")).severity(Severity::Advice),
        ];
        insta::assert_snapshot!(files.render(Format::Github, Lang::Zh, findings), @r"
        ::error file=表/a%2Cb%3A100%25.perf,line=1,endLine=1,col=13,endColumn=14,title=P301 不认识这个单位::没有“加”这个单位%0A不认识这个单位%0A是不是想写“家”？%0A把 `加` 改成 `家`
        ::warning file=表/a%2Cb%3A100%25.perf,line=2,endLine=2,col=4,endColumn=10,title=P222 指标重复::指标“报告”出现了两次%0A第二次%0A第一次在这里 (.\表\a,b:100%25.perf:1:4)%0A删除重复的一条，或改名称，把两者区分开
        ::notice file=表/a%2Cb%3A100%25.perf,line=2,endLine=4,title=P105 注释“/*”没有结束::注释“/*”没有结束%0A从这里直到文件末尾都成了注释%0A在注释末尾写 */，或改用只管一行的 //
        ");
    }

    #[test]
    fn what_is_left_out_is_told() {
        let files = Fixture::file("加");
        let text = files.render(Format::Github, Lang::En, (0..10_001).map(|_| unknown_unit(files.end())));
        insta::assert_snapshot!(text.lines().last().unwrap_or_default(), @"::notice title=perfc::1 more not shown");
    }
}
