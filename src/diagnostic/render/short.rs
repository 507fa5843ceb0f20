//! A line for each finding: `path:line:column: error[P301]: title`.

use super::{Extent, left_out, one_line};
use crate::diagnostic::{Diagnostic, Findings, Lang};
use crate::source::Sources;

pub(super) fn render(findings: &Findings, sources: &Sources, lang: Lang) -> String {
    let lines = findings.iter().map(|finding| line(finding, sources, lang));
    lines.chain(left_out(findings, lang)).map(|line| line + "\n").collect()
}

fn line(finding: &Diagnostic, sources: &Sources, lang: Lang) -> String {
    let Extent { source, start, .. } = Extent::of(finding.span(), sources);
    let (name, title) = (one_line(&source.name), one_line(&finding.message(lang).title));
    let (severity, code) = (finding.severity.id(), finding.code.rule().code);
    format!("{name}:{}:{}: {severity}[{code}]: {title}", start.line + 1, start.column + 1)
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::render::Format;
    use crate::diagnostic::render::fixture::{Fixture, duplicate, unknown_unit};
    use crate::diagnostic::{Lang, Severity};

    #[test]
    fn a_line_each() {
        let files = Fixture::file("数量 “报告” ≥ 1 加\r数量 “报告” 2 份");
        let findings = || {
            [unknown_unit(files.at("加")), duplicate(files.at("“报告” 2"), files.at("“")).severity(Severity::Warning)]
        };
        insta::assert_snapshot!(files.render(Format::Short, Lang::Zh, findings()), @r"
        表.perf:1:13: error[P301]: 没有“加”这个单位
        表.perf:2:4: warning[P222]: 指标“报告”出现了两次
        ");
        insta::assert_snapshot!(files.render(Format::Short, Lang::En, findings()), @r"
        表.perf:1:13: error[P301]: unknown unit `加`
        表.perf:2:4: warning[P222]: the indicator “报告” occurs twice
        ");
    }

    #[test]
    fn names_and_titles_stay_on_the_line() {
        let files = Fixture::new(&[("a\nb.perf", "加")]);
        let finding = unknown_unit(files.at("加")).with("unit", "x");
        insta::assert_snapshot!(files.render(Format::Short, Lang::Zh, [finding]), @"a␊b.perf:1:1: error[P301]: 没有“加”这个单位");
    }

    #[test]
    fn what_is_left_out_is_told() {
        let files = Fixture::file("加");
        let text = files.render(Format::Short, Lang::Zh, (0..10_001).map(|_| unknown_unit(files.end())));
        insta::assert_snapshot!(text.lines().last().unwrap_or_default(), @"另有 1 条没有列出");
        assert_eq!(text.lines().count(), 10_001);
    }
}
