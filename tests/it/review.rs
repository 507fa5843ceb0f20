//! Opinions of a review: what is filed where, and what grade comes of it.

use perfc::{
    compile::{Compiled, compile},
    diagnostic::{Lang, Severity},
    model::NoFiles,
    review::{Opinion, Subjects, opinions, text, written},
    table::{Format, Options},
};

fn compiled(text: &str) -> Compiled<Subjects> {
    compile("a.perf", text.as_bytes().to_vec(), &NoFiles, Subjects::default())
}

fn review<'c>(compiled: &'c Compiled<Subjects>, lang: Lang) -> Vec<Opinion<'c>> {
    opinions(&compiled.output.list, &compiled.findings, &compiled.workspace.sources, lang)
}

/// A project in which nothing is wrong but what a row adds.
fn project(name: &str, row: &str) -> String {
    format!(
        "project \"{name}\" {{
    budget 5 万元 {{ fiscal 5 万元 }}
    purpose \"宣传\"
    goal \"提高知晓率\"
    quantity \"宣传活动\" >= 2 次
    quality \"活动完成率\" >= 95%
    timeliness \"完成时间\" by 2026-11
    cost \"宣传费用\" <= 5 万元
    social \"知晓率\" >= 80%
    clients \"群众满意度\" >= 90%
    {row}
}}
"
    )
}

const HEAD: &str = "org 1 \"甲局\"; year 2026\n";

/// `completeness P404 a.perf:3 row`, a line each.
fn filed(opinion: &Opinion<'_>) -> Vec<String> {
    let of_part = |part: &'_ perfc::review::Part| {
        let line = |remark: &perfc::review::Remark| {
            let row = remark.row.as_deref().unwrap_or("—");
            format!("{} {} {} {row}", part.aspect.id, remark.code.rule().code, remark.place)
        };
        part.remarks.iter().map(line).collect::<Vec<_>>()
    };
    opinion.parts.iter().flat_map(of_part).collect()
}

#[test]
fn a_sound_project_is_excellent() {
    let compiled = compiled(&(HEAD.to_owned() + &project("甲", "")));
    let opinions = review(&compiled, Lang::Zh);
    assert_eq!(filed(&opinions[0]), [""; 0]);
    assert_eq!((opinions[0].grade.id.as_str(), opinions[0].points.to_string().as_str()), ("excellent", "100"));
}

#[test]
fn what_is_wrong_is_filed_under_its_project_and_aspect() {
    let text = HEAD.to_owned()
        + "unit 件套 = 0 件\n"
        + &project("甲", "quality \"合格率\" >= 100%")
        + &project("乙", "timeliness \"验收时间\" by 2027-03");
    let compiled = compiled(&text);
    let opinions = review(&compiled, Lang::Zh);
    let [first, second] = opinions.as_slice() else { panic!("{opinions:#?}") };
    // What is wrong beside them is said of both.
    let shared: Vec<String> = filed(first).into_iter().filter(|line| line.contains("a.perf:2 ")).collect();
    assert_eq!(shared.len(), 1, "{:?}", filed(first));
    assert!(filed(second).contains(&shared[0]));
    let own = |opinion| filed(opinion).into_iter().filter(|line| !shared.contains(line)).collect::<Vec<_>>();
    assert_eq!(own(first), ["fitness P308 a.perf:13 合格率"]);
    assert_eq!(own(second), ["feasibility P305 a.perf:25 验收时间"]);
}

#[test]
fn an_error_forbids_a_good_grade() {
    let compiled = compiled(&(HEAD.to_owned() + &project("甲", "quantity \"册子\" 5..3 本")));
    let opinions = review(&compiled, Lang::Zh);
    let opinion = &opinions[0];
    assert_eq!(opinion.count(Severity::Error), 1, "{:?}", filed(opinion));
    assert_eq!((opinion.points.to_string().as_str(), opinion.grade.id.as_str()), ("88", "fair"));
    let text = text::render(opinion, Lang::Zh, &Options::default());
    assert!(text.contains("有错误，不能评为“良”"), "{text}");
}

/// A row whose category is misspelt is none of the table, and has a name all the same.
#[test]
fn rows_that_cannot_be_read_have_names() {
    let compiled = compiled(&(HEAD.to_owned() + &project("甲", "实效 “验收时间” 2026年13月")));
    let filed = filed(&review(&compiled, Lang::Zh)[0]);
    assert_eq!(filed, ["completeness P202 a.perf:12 验收时间", "feasibility P304 a.perf:12 验收时间"]);
}

#[test]
fn what_is_allowed_is_not_said() {
    let row = "// perfc: allow P308 年检必须全部合格\n    quality \"合格率\" >= 100%";
    let compiled = compiled(&(HEAD.to_owned() + &project("甲", row)));
    assert_eq!(filed(&review(&compiled, Lang::Zh)[0]), [""; 0]);
}

/// A name that is written in quotes does not get a second pair.
#[test]
fn what_to_write_stands_in_one_pair_of_quotes() {
    let compiled = compiled(&(HEAD.to_owned() + &project("甲", "quantity \"指标1：办班\" >= 3 期")));
    let opinions = review(&compiled, Lang::Zh);
    let remarks = opinions[0].parts.iter().flat_map(|part| &part.remarks);
    let advice: Vec<&String> = remarks.flat_map(|remark| &remark.advice).collect();
    assert_eq!(advice, ["名称改成：办班", "把 “指标1：办班” 改成 “办班”"]);
}

#[test]
fn the_same_opinions_give_the_same_bytes() {
    let compiled = compiled(&(HEAD.to_owned() + &project("甲", "cost \"乙\" >= 3 元")));
    for lang in [Lang::Zh, Lang::En] {
        for &format in written::FORMATS {
            let bytes = || written::render(format, &review(&compiled, lang), lang).unwrap();
            assert_eq!(bytes(), bytes());
            assert!(bytes().len() > 500);
        }
    }
    assert!(written::render(Format::Csv, &[], Lang::Zh).is_err());
}
