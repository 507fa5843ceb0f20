//! What a file compiles to is the same before and after.

use perfc::{
    compile::compile,
    diagnostic::{Code, Lang},
    field::Field,
    format::Options,
    json::{self, Form, Projects},
    model::NoFiles,
    words::folded,
};
use proptest::prelude::*;
use serde_json::Value;

use super::{
    formatted, formatted_with,
    generators::{SAMPLE, damaged},
};

/// The projects of a text and its mistakes.
fn compiled(text: &str) -> (Vec<Value>, Vec<Code>) {
    let visitor = Projects::new(json::Options::default(), Form::Lines, Vec::new());
    let compiled = compile("a.perf", text.as_bytes().to_vec(), &NoFiles, visitor);
    let part = compiled.output.finish().unwrap();
    let lines = part.body.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    let mut projects: Vec<Value> = lines.map(|line| serde_json::from_slice(line).unwrap()).collect();
    projects.iter_mut().for_each(forget_layout);
    // Their order is that of places, which formatting may change where two stand at one.
    let mut codes: Vec<Code> = compiled.findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    (projects, codes)
}

/// Formulas, which name checks without a name, are told as they are written, and so are units with full-width letters.
fn forget_layout(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            let formula = fields.remove("formula");
            fields.retain(|_, value| Some(&*value) != formula.as_ref());
            fields.values_mut().for_each(forget_layout);
        }
        Value::String(text) => *text = folded(text).into_owned(),
        Value::Array(values) => values.iter_mut().for_each(forget_layout),
        _ => {}
    }
}

#[test]
fn of_real_files_in_each_language() {
    let standard = Field::embedded().standard("mof-2020").unwrap();
    for text in [include_str!("seed.en.perf"), include_str!("seed.zh.perf"), CHECKED] {
        let before = compiled(text);
        assert!(!before.0.is_empty() && before.0.iter().all(|project| !project.to_string().contains("\"holds\":null")));
        assert_eq!(compiled(&formatted(text)), before);
        for lang in [Lang::En, Lang::Zh] {
            let turned = formatted_with(text, Options { words: Some(lang), vocabulary: Some(&**standard) });
            assert_eq!(compiled(&turned), before, "{turned}");
        }
    }
}

/// A minus sign is a hyphen, even where only a misspelt word says that a code follows.
#[test]
fn of_a_code_with_a_minus() {
    for (line, code) in [("预算单位 A−610101", "A-610101"), ("单−610101", "-610101")] {
        let text = format!("{line} \"甲\"\n项目 \"乙\" {{ }}\n");
        let before = compiled(&text);
        assert_eq!(before.0[0]["org"]["code"], code);
        assert_eq!(compiled(&formatted(&text)), before);
    }
}

const CHECKED: &str = "
template 共用 { clients \"满意度\" graded 优100%，良90％; check 站数 > 0 家 }
project “工作站” {
    套用 共用
    budget 102 万元 { fiscal 100万元; 其他资金 2 万元 }
    weights { output 50; 效益 30; satisfaction 10 }
    quantity “工作站” ≥12家 as 站数
    cost     “费用” 不超过 1 万元 每 家 记作 单价
    社会效益 “实力” is “明显提升” { 备注 “a” }
    check “预算” 站数×单价 ＋ 5 万元 <= 预算 － 其他资金
    check sum (数量) >= 12 家
}
";

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_damaged_files(text in damaged(SAMPLE)) {
        prop_assert_eq!(compiled(&formatted(&text)), compiled(&text), "{}", formatted(&text));
    }

    #[test]
    fn of_damaged_files_in_each_language(text in damaged(&[CHECKED])) {
        let standard = Field::embedded().standard("mof-2020").unwrap();
        for lang in [Lang::En, Lang::Zh] {
            let turned = formatted_with(&text, Options { words: Some(lang), vocabulary: Some(&**standard) });
            prop_assert_eq!(compiled(&turned), compiled(&text), "{}", turned);
        }
    }
}
