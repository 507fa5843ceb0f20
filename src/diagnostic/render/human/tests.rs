use insta::assert_snapshot;

use crate::diagnostic::render::fixture::{Fixture, duplicate, unknown_unit};
use crate::diagnostic::render::{Format, Style, render};
use crate::diagnostic::{Code, Diagnostic, Findings, Fix, Lang, Severity};
use crate::source::{FileId, Range};

/// What a reader in China sees of one finding: without the summary.
fn zh(files: &Fixture, finding: Diagnostic) -> String {
    let text = files.render(Format::Human, Lang::Zh, [finding]);
    text.split_once("\n\n").unwrap().0.to_owned()
}

#[test]
fn chinese() {
    let files = Fixture::file("项目 “工作经费” {\n    数量 “支撑服务知识产权保护工作站” ≥ 12 加\n}\n");
    let unit = files.at("加");
    assert_snapshot!(files.render(Format::Human, Lang::Zh, [unknown_unit(unit).fix(Fix::guess(unit, "家"))]), @r"
    错误[P301]: 没有“加”这个单位
       ╭─[表.perf:2:29]
     1 │ 项目 “工作经费” {
     2 │     数量 “支撑服务知识产权保护工作站” ≥ 12 加
       ·                                            ─┬
       ·                                             ╰── 不认识这个单位
     3 │ }
       ╰────
      帮助：是不是想写“家”？
      修改（先核对）：把 `加` 改成 `家`

    共 1 个错误
    ");
}

#[test]
fn english() {
    let files =
        Fixture::file("project \"站\" {\n    quantity \"stations\" >= 12 加\n    cost \"a station\" <= 1 加\n}\n");
    let (one, other) = (files.at("12 加"), files.at("1 加"));
    let findings = [unknown_unit(one), unknown_unit(other).severity(Severity::Warning)];
    assert_snapshot!(files.render(Format::Human, Lang::En, findings), @r#"
    error[P301]: unknown unit `加`
       ╭─[表.perf:2:28]
     1 │ project "站" {
     2 │     quantity "stations" >= 12 加
       ·                            ──┬──
       ·                              ╰── unknown unit
     3 │     cost "a station" <= 1 加
       ╰────
      help: did you mean `家`?

    warning[P301]: unknown unit `加`
       ╭─[表.perf:3:25]
     2 │     quantity "stations" >= 12 加
     3 │     cost "a station" <= 1 加
       ·                         ──┬─
       ·                           ╰── unknown unit
     4 │ }
       ╰────
      help: did you mean `家`?

    1 error, 1 warning
    "#);
}

#[test]
fn the_words_of_the_summary() {
    let files = Fixture::file("加");
    let all = [Severity::Advice, Severity::Error, Severity::Error, Severity::Advice, Severity::Warning];
    let last = |lang, number| {
        let findings = all.map(|severity| unknown_unit(files.at("加")).severity(severity)).into_iter().take(number);
        files.render(Format::Human, lang, findings).lines().last().unwrap().to_owned()
    };
    assert_snapshot!(last(Lang::Zh, 5), @"共 2 个错误、1 个警告、2 条建议");
    assert_snapshot!(last(Lang::En, 5), @"2 errors, 1 warning, 2 pieces of advice");
    assert_snapshot!(last(Lang::En, 2), @"1 error, 1 piece of advice");
}

#[test]
fn what_is_left_out_is_told() {
    let files = Fixture::file("加");
    let end = |lang| {
        let text = files.render(Format::Human, lang, (0..10_035).map(|_| unknown_unit(files.at("加"))));
        text.rsplit_once("\n\n").unwrap().1.to_owned()
    };
    assert_snapshot!(end(Lang::Zh), @r"
    共 10035 个错误
    其中 35 条没有列出
    ");
    assert_snapshot!(end(Lang::En), @r"
    10035 errors
    35 of them not shown
    ");
}

#[test]
fn two_labels_on_a_line() {
    let files = Fixture::file("check \"经费\" 站数 + 每站费用 <= budget\n");
    let finding = Diagnostic::new(Code::DimensionMismatch, files.at("每站费用"))
        .with("left", "数量")
        .with("right", "金额")
        .with("operation", "相加")
        .with("leftunit", "家")
        .with("rightunit", "元")
        .label(1)
        .also(0, files.at("站数"));
    assert_snapshot!(zh(&files, finding), @r#"
    错误[P303]: 数量与金额不能相加
       ╭─[表.perf:1:17]
     1 │ check "经费" 站数 + 每站费用 <= budget
       ·              ──┬─   ────┬───
       ·                │        ╰── 这一边是金额，元
       ·                ╰── 这一边是数量，家
       ╰────
      帮助：两边要量同一种东西；单价要写成 1 万元/家 或 1 万元 每 家，乘以家数才是金
            额
    "#);
}

#[test]
fn labels_on_near_lines_share_a_frame() {
    let files = Fixture::file("数量 “报告” 1 份\n\n数量 “调研” 2 次\n数量 “报告” 3 份\n质量 “合格率” 90%\n");
    let first = files.at("“报告” 1");
    assert_snapshot!(zh(&files, duplicate(files.at("“报告” 3"), first)), @"
    错误[P222]: 指标“报告”出现了两次
       ╭─[表.perf:4:4]
     1 │ 数量 “报告” 1 份
       ·      ────┬───
       ·          ╰── 第一次在这里
     2 │
     3 │ 数量 “调研” 2 次
     4 │ 数量 “报告” 3 份
       ·      ────┬───
       ·          ╰── 第二次
     5 │ 质量 “合格率” 90%
       ╰────
      帮助：删除重复的一条，或改名称，把两者区分开
    ");
}

#[test]
fn labels_far_apart_have_frames_of_their_own_and_the_mistake_comes_first() {
    let text = format!("数量 “报告” 1 份\n{}数量 “报告” 3 份\n", "// 注释\n".repeat(9));
    let files = Fixture::file(&text);
    assert_snapshot!(zh(&files, duplicate(files.at("“报告” 3"), files.at("“报告” 1"))), @"
    错误[P222]: 指标“报告”出现了两次
        ╭─[表.perf:11:4]
     10 │ // 注释
     11 │ 数量 “报告” 3 份
        ·      ────┬───
        ·          ╰── 第二次
        ╰────
       ╭─[表.perf:1:4]
     1 │ 数量 “报告” 1 份
       ·      ────┬───
       ·          ╰── 第一次在这里
     2 │ // 注释
       ╰────
      帮助：删除重复的一条，或改名称，把两者区分开
    ");
}

#[test]
fn labels_in_two_files() {
    let files =
        Fixture::new(&[("共用.perf", "项目 “经费” {\n}\n"), ("2026/项目.perf", "年度 2026\n项目 “经费” {\n}\n")]);
    let finding = Diagnostic::new(Code::DuplicateProject, files.at_in(1, "“经费”"));
    assert_snapshot!(zh(&files, finding.with("name", "经费").also(1, files.at("“经费”"))), @r"
    错误[P221]: 项目“经费”出现了两次
       ╭─[2026/项目.perf:2:4]
     1 │ 年度 2026
     2 │ 项目 “经费” {
       ·      ───┬──
       ·         ╰── 第二次
     3 │ }
       ╰────
       ╭─[共用.perf:1:4]
     1 │ 项目 “经费” {
       ·      ───┬──
       ·         ╰── 第一次在这里
     2 │ }
       ╰────
      帮助：如果是两个项目，请用不同的名称；如果是一个，请合并
    ");
}

#[test]
fn the_end_of_a_file() {
    let finding = |files: &Fixture| zh(files, Diagnostic::new(Code::UnclosedBlock, files.end()).label(1));
    assert_snapshot!(finding(&Fixture::file("项目 “经费” {")), @"
    错误[P102]: “{”没有对应的“}”
       ╭─[表.perf:1:10]
     1 │ 项目 “经费” {
       ·              ▲
       ·              ╰── 文件到这里结束，还缺 {count} 个“}”
       ╰────
      帮助：在这一段的末尾另起一行写“}”
    ");
    assert_snapshot!(finding(&Fixture::file("项目 “经费” {\r\n")), @"
    错误[P102]: “{”没有对应的“}”
       ╭─[表.perf:2:1]
     1 │ 项目 “经费” {
     2 │
       · ▲
       · ╰── 文件到这里结束，还缺 {count} 个“}”
       ╰────
      帮助：在这一段的末尾另起一行写“}”
    ");
    assert_snapshot!(finding(&Fixture::file("")), @"
    错误[P102]: “{”没有对应的“}”
       ╭─[表.perf:1:1]
     1 │
       · ▲
       · ╰── 文件到这里结束，还缺 {count} 个“}”
       ╰────
      帮助：在这一段的末尾另起一行写“}”
    ");
}

#[test]
fn a_place_that_is_only_a_line_end() {
    let files = Fixture::file("数量 “报告”\r\n质量 “合格率” 90%\r\n");
    assert_snapshot!(zh(&files, Diagnostic::new(Code::MissingTarget, files.at("\r\n")).with("name", "报告")), @r#"
    错误[P310]: 指标“报告”没有指标值
       ╭─[表.perf:1:8]
     1 │ 数量 “报告”
       ·            ▲
       ·            ╰── 这后面应写指标值
     2 │ 质量 “合格率” 90%
       ╰────
      帮助：例如 >= 12 家、100%、2026年11月底前、为 "明显提升"；还没定的写 待定
    "#);
}

#[test]
fn a_label_over_several_lines_is_drawn_on_the_first() {
    let files = Fixture::file("年度 2026 /* 注释\n没有\n结束\n");
    let span = files.at("/*").to(files.end());
    assert_snapshot!(zh(&files, Diagnostic::new(Code::UnclosedComment, span)), @"
    错误[P105]: 注释“/*”没有结束
       ╭─[表.perf:1:9]
     1 │ 年度 2026 /* 注释
       ·           ───┬───
       ·              ╰── 从这里直到文件末尾都成了注释
     2 │ 没有
       ╰────
      帮助：在注释末尾写 */，或改用只管一行的 //
    ");
}

#[test]
fn labels_over_one_another() {
    let files = Fixture::file("数量 “报告” ≥ 12 加\n");
    let finding = |first, second| {
        zh(
            &files,
            Diagnostic::new(Code::ReversedRange, files.at(first))
                .with("low", "3")
                .with("high", "2")
                .also(1, files.at(second)),
        )
    };
    assert_snapshot!(finding("≥ 12 加", "12 加"), @"
    错误[P306]: 范围的两端写反了：从 3 到 2
       ╭─[表.perf:1:9]
     1 │ 数量 “报告” ≥ 12 加
       ·             ─┬──┬──
       ·              │  ╰── 终点 2
       ·              ╰── 起点 3
       ╰────
      帮助：把小的、早的写在前面
    ");
    assert_snapshot!(finding("12 加", "≥ 12 加"), @"
    错误[P306]: 范围的两端写反了：从 3 到 2
       ╭─[表.perf:1:11]
     1 │ 数量 “报告” ≥ 12 加
       ·             ─┬──┬──
       ·              │  ╰── 起点 3
       ·              ╰── 终点 2
       ╰────
      帮助：把小的、早的写在前面
    ");
    assert_snapshot!(finding("12 加", "12"), @"
    错误[P306]: 范围的两端写反了：从 3 到 2
       ╭─[表.perf:1:11]
     1 │ 数量 “报告” ≥ 12 加
       ·               ──┬──
       ·                 ╰─┤ 起点 3
       ·                   │ 终点 2
       ╰────
      帮助：把小的、早的写在前面
    ");
    assert_snapshot!(finding("12", "12"), @"
    错误[P306]: 范围的两端写反了：从 3 到 2
       ╭─[表.perf:1:11]
     1 │ 数量 “报告” ≥ 12 加
       ·               ─┬
       ·                ╰─┤ 起点 3
       ·                  │ 终点 2
       ╰────
      帮助：把小的、早的写在前面
    ");
}

#[test]
fn tabs_and_wide_characters_align() {
    let files = Fixture::file("\t数量\t“ＡＢ𠮷”\t≥\t１２　加\n");
    assert_snapshot!(zh(&files, unknown_unit(files.at("加"))), @r"
    错误[P301]: 没有“加”这个单位
       ╭─[表.perf:1:16]
     1 │     数量    “ＡＢ𠮷”    ≥   １２　加
       ·                                   ─┬
       ·                                    ╰── 不认识这个单位
       ╰────
      帮助：是不是想写“家”？
    ");
}

#[test]
fn a_long_line_is_shown_in_part() {
    let purpose = "推动知识产权保护体系向基层延伸，提高知识产权保护服务的便利性。".repeat(60);
    let files = Fixture::file(&format!("用途 “{purpose}加{purpose}”\n目标 “{purpose}”\n"));
    assert_snapshot!(zh(&files, unknown_unit(files.at("加"))), @r"
    错误[P301]: 没有“加”这个单位
       ╭─[表.perf:1:1865]
     1 │ …伸，提高知识产权保护服务的便利性。加推动知识产权保护体系向基层延伸，提高…
       ·                                    ─┬
       ·                                     ╰── 不认识这个单位
     2 │ 目标 “推动知识产权保护体系向基层延伸，提高知识产权保护服务的便利性。推动知…
       ╰────
      帮助：是不是想写“家”？
    ");
    assert_snapshot!(zh(&files, unknown_unit(files.at("”"))), @r"
    错误[P301]: 没有“加”这个单位
       ╭─[表.perf:1:3726]
     1 │ …产权保护体系向基层延伸，提高知识产权保护服务的便利性。”
       ·                                                        ┬
       ·                                                        ╰── 不认识这个单位
     2 │ 目标 “推动知识产权保护体系向基层延伸，提高知识产权保护服务的便利性。推动知…
       ╰────
      帮助：是不是想写“家”？
    ");
    assert_snapshot!(zh(&files, duplicate(files.at("”"), files.at("加"))), @"
    错误[P222]: 指标“报告”出现了两次
       ╭─[表.perf:1:3726]
     1 │ …护服务的便利性。加推动知识产权保护…保护服务的便利性。”
       ·                  ─┬                                   ┬
       ·                   │                                   ╰── 第二次
       ·                   ╰── 第一次在这里
     2 │ 目标 “推动知识产权保护体系向基层延伸，提高知识产权保护服务的便利性。推动知…
       ╰────
      帮助：删除重复的一条，或改名称，把两者区分开
    ");
}

#[test]
fn what_is_said_at_the_right_edge_stays_within_it() {
    let files = Fixture::file("    社会效益 “提升滨海新区企业在海外市场的竞争力和抗风险能力” ≥ 900%\n");
    let finding = Diagnostic::new(Code::PercentageRange, files.at("900%"));
    let finding = finding.with("value", "900%").with("category", "社会效益指标");
    assert_snapshot!(zh(&files, finding), @"
    警告[P307]: 百分比 900% 超出了 0 到 100%
       ╭─[表.perf:1:38]
     1 │ …新区企业在海外市场的竞争力和抗风险能力” ≥ 900%
       ·                                            ──┬─
       ·                                              ╰─┤ 社会效益指标的比例应
       ·                                                │ 在 0 到 100% 之间
       ╰────
      帮助：检查是否多写或少写了一位；增长率、变动率之类，请在名称里写明“增长”“变动”
    ");
}

#[test]
fn control_characters_are_pictures() {
    let files = Fixture::new(&[("a\x1B[2J.perf", "年度 \x1B[31m2026\u{202E} // \u{7}\n")]);
    let finding = Diagnostic::new(Code::ControlCharacter, files.at("\u{202E}")).with("character", "\u{202E}");
    assert_snapshot!(zh(&files, finding), @"
    错误[P003]: 文件里有看不见的控制字符 �
       ╭─[a␛[2J.perf:1:13]
     1 │ 年度 ␛[31m2026� // ␇
       ·               ┬
       ·               ╰── 控制字符在这里
       ╰────
      帮助：请删除它：它看不见，却会改变别的程序读到的内容
    ");
}

#[test]
fn colours() {
    let files = Fixture::file("数量 “报告” 1 份\n数量 “报告” 3 份\n");
    let mut findings = Findings::default();
    findings.report(duplicate(files.at("“报告” 3"), files.at("“报告” 1")));
    let style = Style { colour: true, ..Style::default() };
    assert_snapshot!(render(Format::Human, &findings, &files.0, style, None).replace('\x1B', "␛"), @"
    ␛[31;1m错误[P222]: ␛[0m指标“报告”出现了两次
       ╭─[␛[1m表.perf:2:4␛[0m]
     ␛[2m1␛[0m │ 数量 “报告” 1 份
       · ␛[94m     ────┬───␛[0m
       ·          ␛[94m╰── ␛[94m第一次在这里␛[0m␛[0m
     ␛[2m2␛[0m │ 数量 “报告” 3 份
       · ␛[31;1m     ────┬───␛[0m
       ·          ␛[31;1m╰── ␛[31;1m第二次␛[0m␛[0m
       ╰────
    ␛[36m  帮助：␛[0m删除重复的一条，或改名称，把两者区分开

    共 ␛[31;1m1 个错误␛[0m
    ");
}

#[test]
fn narrow_pages() {
    let files = Fixture::file("项目 “工作经费” {\n    数量 “支撑服务知识产权保护工作站” ≥ 12 加\n}\n");
    let mut findings = Findings::default();
    findings.report(unknown_unit(files.at("加")).help(0));
    let style = |width| Style { width, ..Style::default() };
    assert_snapshot!(render(Format::Human, &findings, &files.0, style(0), None), @"
    错误[P301]: 没有“加”这个单位
       ╭─[表.perf:2:29]
     1 │ 项目 “工作经费” {
     2 │ …护工作站” ≥ 12 加
       ·                 ─┬
       ·                  ╰─┤ 不认识这
       ·                    │ 个单位
     3 │ }
       ╰────
      帮助：如果确实要用它，请在文件开头写：
            计量单位 加

    共 1 个错误
    ");
    assert_eq!(
        render(Format::Human, &findings, &files.0, style(0), None),
        render(Format::Human, &findings, &files.0, style(40), None),
    );
}

proptest::proptest! {
    /// Whatever the spans are, even outside of the text or inside of a character, nothing is lost and nothing panics.
    #[test]
    fn every_label_is_shown(
        text in "[数a 𠮷\t\r\n\u{301}]{0,60}",
        spans in proptest::collection::vec((0..200_u32, 0..40_u32), 1..5),
        width in 0..90_usize,
    ) {
        let files = Fixture::file(&text);
        let mut spans = spans.into_iter().map(|(start, length)| Range::new(start, start + length).of(FileId(0)));
        let finding = Diagnostic::new(Code::CheckFailed, spans.next().unwrap()).label(1);
        let mut finding = finding.with("label", "L0").with("value", "V");
        for (number, span) in spans.enumerate() {
            let values = [("label", format!("L{}", number + 1).into()), ("value", "V".into())];
            finding = finding.also_with(1, span, values);
        }
        let count = finding.labels.len();
        let mut findings = Findings::default();
        findings.report(finding);
        let drawn = render(Format::Human, &findings, &files.0, Style { width, ..Style::default() }, None);
        for number in 0..count {
            proptest::prop_assert!(drawn.contains(&format!("L{number}")), "{drawn}");
        }
    }
}
