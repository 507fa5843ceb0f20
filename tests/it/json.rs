//! Each form of target, in both keyword languages, with the JSON that it becomes.

use std::io::Cursor;

use perfc::{
    compile::{Visitor, compile},
    diagnostic::{Code, Lang},
    json::{Form, Options, Projects, write_document},
    model::{Model, NoFiles, Project, Results, Workspace},
    source::Spots,
};
use serde_json::Value;

use crate::{
    schema::RESULTS,
    support::{Memory, assert_shown, compiled_rows, compiled_with},
};

/// A form of target: its name, and a row in each keyword language.
pub const FORMS: &[(&str, &str, &str)] = &[
    ("number", "quantity \"支撑工作站\" >= 12 家", "数量 “支撑工作站” 不少于12家"),
    ("number_bare", "quantity \"重点项目\" 4 个", "数量 “重点项目” 4个"),
    ("number_exact", "quantity \"重点项目\" = 1,020.50 元", "数量 “重点项目” 等于１，０２０．５０元"),
    ("number_plain", "quantity \"得分\" > 12.50", "数量 “得分” ＞12.50"),
    ("number_negative", "economic \"成本变动\" < -3%", "经济 “成本变动” 低于-3%"),
    ("number_multiplied", "social \"受益\" >= 3 万人次", "社会效益 “受益” 3万人次以上"),
    ("number_compound", "cost \"补助\" <= 530 元/人·月", "成本 “补助” 不超过 530元/人·月"),
    ("number_per", "cost \"费用\" <= 1 万元 per 家 as 费用", "成本 “费用” ≤1万元每家 记作 费用"),
    ("range", "quantity \"巡查\" 3..5 次", "数量 “巡查” 3至5次"),
    ("range_twice", "quality \"故障率\" 0.5%-1.5%", "质量 “故障率” 0.5%～1.5%"),
    ("range_negative", "quality \"温度\" -2..26 ℃", "质量 “温度” -2～26 ℃"),
    ("date_by", "timeliness \"完成\" by 2026-11", "时效 “完成” 2026年11月底前"),
    ("date_before", "timeliness \"完成\" before 2026-06", "时效 “完成” 2026年6月前"),
    ("date_at", "timeliness \"开幕\" 2026-09-28", "时效 “开幕” 2026年9月28日"),
    ("date_end", "timeliness \"完成\" 2026年底", "时效 “完成” 2026 年 底"),
    ("period", "timeliness \"工期\" 2026-01..2026-06", "时效 “工期” 2026年1月至6月"),
    ("duration", "timeliness \"时限\" <= 11 天", "时效 “时限” 11天内"),
    ("duration_bare", "timeliness \"年限\" 5 年", "时效 “年限” 5年"),
    ("text", "social \"实力\" is \"明显提升\"", "社会效益 “实力” 为 “明显提升”"),
    ("boolean_yes", "social \"机制\" yes", "社会效益 “机制” 是"),
    ("boolean_no", "social \"事故\" is no", "社会效益 “事故” 为 否"),
    ("graded", "social \"率\" graded 优 100%, 良 >= 90%, 差 < 60%", "社会效益 “率” 分档 优100%、良≥90%、差<60%"),
    ("steps", "social \"率\" steps >= 70% 3 分, >= 65% 1.5 分", "社会效益 “率” 阶梯 ≥70% 3分，≥65% 1.5分"),
    ("tbd", "social \"率\" tbd", "社会效益 “率” 待定"),
    ("show", "quantity \"家数\" >= 12 家 show \"12家以上\"", "数量 “家数” ≥12家 显示 “12家以上”"),
    ("show_alone", "quantity \"家数\" show \"5个/10个\"", "数量 “家数” { 显示 “5个/10个” }"),
    (
        "everything",
        "quantity \"家数\" >= 12 家 as 家数 weight 10 { describe \"描述\"; source \"来源\"; basis \"依据\"; \
         note \"备注\"; baseline 10 家; total >= 36 家 show \"36家\"; stretch 15 家 }",
        "数量 “家数” ≥12家 分值 10 记作 家数 { 绩效指标描述 “描述”；来源 “来源”；依据 “依据”；备注 “备注”；\
         基期值 10家；总期值 ≥36家 印作 “36家”；力争 15家 }",
    ),
];

/// The first indicator of the first project.
fn indicator(row: &str) -> Value {
    let mut compiled = compiled_rows(row);
    compiled.findings.retain(|finding| finding.code != Code::WeightSum);
    assert_eq!(compiled.errors(), 0, "{row}\n{}", compiled.listed(Lang::Zh));
    compiled.value()["projects"][0]["indicators"][0].take()
}

#[test]
fn each_form_in_both_languages() {
    let mut all = String::new();
    for (name, english, chinese) in FORMS {
        let value = indicator(english);
        assert_eq!(indicator(chinese), value, "{chinese}");
        let shown = if *name == "everything" { &value } else { &value["target"] };
        all += &format!("---- {name}\n{english}\n{chinese}\n{shown:#}\n\n");
    }
    assert_shown!("forms", all);
}

#[test]
fn a_project_with_all_that_it_may_say() {
    let text = r#"
standard mof-2020
org 007001 "某局"
year 2026年
project "甲" {
    code A-01
    period 2025-03..2027
    budget 1,020,000.00 元 { fiscal 100 万元; other 20000 元 }
    purpose { "第一段"; "第二段" }
    goal "目标一"
    goal "目标二"
    basis "依据"
    note "备注"
    weights { output 60; benefit 20; satisfaction 10 }
    quantity "乙" 5 个 as 乙
    check "成立" 乙 <= 5 个
    check 乙×2 > 20 个
    check "算不出" 乙 <= budget
}
"#;
    let mut value = crate::support::compiled(text).value();
    value["projects"][0]["indicators"] = Value::Null;
    assert_shown!("project", format!("{}\n\n{value:#}", text.trim()));
}

/// Each value of a result as it was written, and how far a target in words was achieved told from a number.
#[test]
fn what_projects_achieved() {
    let rows = "quantity \"标记\" 5 个 as 甲; quantity \"支撑工作站\" >= 12 家; social \"实力\" is \"明显提升\"
        social \"机制\" yes; timeliness \"开幕\" 2026-09-28; timeliness \"工期\" 2026-01..2026-06";
    let text = format!("org 1 \"甲局\"; year 2026\nproject \"甲\" {{ {rows} }}\nproject \"乙\" {{ }}\n{RESULTS}");
    let compiled = crate::support::compiled(&text);
    assert_shown!("results", format!("{RESULTS}\n\n{:#}", serde_json::Value::from(compiled.results())));
}

/// The results of a file whose targets stand in another one.
#[test]
fn results_without_projects() {
    let targets = "project \"甲\" { quantity \"标记\" 5 个 }";
    let text = "import \"a.perf\"\nactual \"甲\" at 2026 { 数量 \"标记\" 1,005.50 个 }";
    let files = Memory(&[("a.perf", targets)]);
    let value = compiled_with("b.perf", text, &files, Options::default()).value();
    assert_eq!(value["projects"], serde_json::json!([]));
    let results = &value["results"][0];
    assert_eq!((&results["project"], &results["at"]), (&"甲".into(), &"2026".into()));
    assert_eq!(results["indicators"][0]["actual"]["value"], "1005.50");
}

/// Several files as one document: all projects first, then all results, whatever each file has of them.
#[test]
fn several_files_as_one_document() {
    let part = |text: &str| {
        let projects = Projects::new(Options::default(), Form::Document, Cursor::new(Vec::new()));
        compile("a.perf", text.as_bytes().to_vec(), &NoFiles, projects).output.finish().unwrap()
    };
    let both = "project \"甲\" {}; project \"乙\" {}; actual \"乙\" at 2026-06 {}; actual \"乙\" at 2026-12 {}";
    let texts = ["", "project \"丙\" {}", both, "", "project \"丁\" {}; actual \"丁\" {}"];
    for count in 0..=texts.len() {
        let mut document = Vec::new();
        write_document(&mut document, texts[..count].iter().map(|text| part(text)).collect(), Options::default())
            .unwrap();
        let value: Value = serde_json::from_slice(&document).unwrap();
        let names = |list: &str, name: &str| -> String {
            let list = value[list].as_array().map_or(&[][..], Vec::as_slice);
            list.iter().map(|one| one[name].as_str().unwrap()).collect()
        };
        let (projects, results) =
            [("", ""), ("", ""), ("丙", ""), ("丙甲乙", "乙乙"), ("丙甲乙", "乙乙"), ("丙甲乙丁", "乙乙丁")][count];
        assert_eq!((&*names("projects", "name"), &*names("results", "project")), (projects, results));
    }
}

/// A visitor that sees all projects on one thread.
struct Alone(Projects<Vec<u8>>);

impl Visitor for Alone {
    fn begin(&mut self, model: &Model<'_>) {
        self.0.begin(model);
    }

    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) {
        self.0.project(project, model, workspace);
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, spots: &dyn Spots) {
        self.0.results(project, results, model, spots);
    }
}

/// Whatever threads share the projects of a file, what is made and found of them is the same and in the same order.
#[test]
fn many_projects_are_written_by_several_threads_as_by_one() {
    let project = |number: usize| {
        let rows = format!("数量 \"站\" ≥ {number} 家\n质量 \"率\" 1{number}0%\n数量 \"页\" 3 夜\n").repeat(number % 3);
        format!("项目 \"第{number}\" {{\n预算 {number} 万元\n{rows}}}\n")
    };
    let results = "实际 \"第7\" { \"站\" 8 家 }\n实际 \"第299\" { \"站\" 300 家 }\n";
    for count in [0, 1, 8, 9, 127, 128, 129, 300] {
        let source = format!("年度 2026\n{}{results}", (0..count).map(project).collect::<String>());
        for form in [Form::Document, Form::Lines] {
            let new = || Projects::new(Options { positions: true, ..Options::default() }, form, Vec::new());
            let bytes = || source.clone().into_bytes();
            let shared = compile("a.perf", bytes(), &NoFiles, new());
            let alone = compile("a.perf", bytes(), &NoFiles, Alone(new()));
            assert_eq!(shared.findings.iter().collect::<Vec<_>>(), alone.findings.iter().collect::<Vec<_>>());
            let [shared, alone] = [shared.output, alone.output.0].map(|json| json.finish().unwrap().body);
            assert_eq!(String::from_utf8(shared).unwrap(), String::from_utf8(alone).unwrap());
        }
    }
}

#[test]
fn a_project_that_says_nothing() {
    let value = crate::support::compiled("project \"甲\" { }").value();
    assert_shown!("empty", format!("{value:#}"));
}

/// However a condition is written, its formula in JSON is one.
#[test]
fn formulas_are_spelt_alike() {
    let rows = "quantity \"a\" 5 个 as 站数\ncost \"b\" <= 1 万元 per 个 as 费用\n";
    for (written, formula) in [
        ("站数×费用≤预算", "站数 * 费用 <= budget"),
        ("( 站数 + 2个 ) ÷ 2 不超过 7 个", "(站数 + 2 个) / 2 <= 7 个"),
        ("合计（数量） ＝ 5个", "sum(quantity) = 5 个"),
        ("个数(产出) ≥ 1", "count(output) >= 1"),
        ("count( output )>=1", "count(output) >= 1"),
        ("财政资金 ≤ 预算 × 80 ％", "fiscal <= budget * 80%"),
        ("1 万元 每 个 * 站数 < budget", "1 万元 per 个 * 站数 < budget"),
        ("- 站数 < － 3 个", "-站数 < -3 个"),
        ("(站数 // 注释\n + 1 个) > 3 个", "(站数 + 1 个) > 3 个"),
    ] {
        let compiled = compiled_rows(&format!("{rows}check {written}"));
        let check = &compiled.value()["projects"][0]["checks"][0];
        assert_eq!((&check["formula"], &check["name"]), (&formula.into(), &formula.into()), "{written}");
    }
}
