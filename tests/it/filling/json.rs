//! Results in JSON.

use perfc::{
    import::results::{Given, read},
    model::NoFiles,
};

use super::{OTHER, TARGETS, assert_sound, by_hand, report};
use crate::support::assert_shown;

fn json(text: &str) -> Given {
    read("results.json", text.as_bytes()).unwrap()
}

#[test]
fn a_whole_project() {
    let text = r#"{
  "project": "群众文化活动", "at": "2026-12-31", "unit": "万元",
  "budget": "1185000 元",
  "spent": { "total": 115.0, "fiscal": "95.00", "other": 20 },
  "execution": { "rate": "97.05%", "score": 9.70 },
  "score": 97.84, "grade": "优", "goals": ["覆盖了全部街道", "参加人数更多"], "note": "自评",
  "results": [
    { "indicator": "举办活动", "actual": 126, "unit": "场", "score": 20 },
    { "label": "场次2", "actual": null },
    { "indicator": "参加人数", "actual": "3.20 万人次", "reason": "天气\n不好", "note": null },
    { "indicator": "满意度", "category": "quality", "actual": "88.5%" },
    { "indicator": "群众文化生活", "actual": "95%" },
    { "indicator": "是否建成档案", "actual": true }
  ]
}"#;
    let compiled = super::read(TARGETS, &[json(text)], &NoFiles);
    assert_sound(&compiled);
    let expected = by_hand(
        TARGETS,
        "actual \"群众文化活动\" at 2026-12-31 {
            budget 1185000 元
            spent 115.0 万元 { fiscal 95.00 万元; other 20 万元 }
            execution 97.05% score 9.70
            score 97.84; grade 优; goal \"覆盖了全部街道\"; goal \"参加人数更多\"; note \"自评\"
            场次 126 场 score 20
            \"参加人数\" 3.20 万人次 { reason \"天气不好\" }
            quality \"满意度\" 88.5%
            \"群众文化生活\" achieved 95%
            \"是否建成档案\" yes
        }",
    );
    assert_eq!(compiled.output.0, expected);
}

/// Digits are what they are, however many; a number that computers write in another way is none of ours.
#[test]
fn digits_are_kept() {
    let text = r#"[
  { "indicator": "举办活动", "actual": 1234567890123456789012.345678, "unit": "场" },
  { "indicator": "参加人数", "actual": 12345678901234567890123456789, "unit": "人次" },
  { "indicator": "带动消费增长", "actual": 1.5e3, "unit": "个百分点" },
  { "indicator": "设备完好", "actual": 92.5000, "unit": "%" }
]"#;
    assert_shown!(report(TARGETS, json(text)));
}

#[test]
fn rows_that_each_say_their_project() {
    let text = r#"[
  { "project": "群众文化活动", "label": "场次", "actual": "126 场" },
  { "project": "图书购置", "indicator": "购置图书", "actual": "10500 册" },
  { "project": "图书购买", "indicator": "购置图书", "actual": "1 册" },
  { "indicator": "购置图书", "actual": "1 册" }
]"#;
    assert_shown!(report(&format!("{TARGETS}{OTHER}"), json(text)));
}

#[test]
fn mistakes_are_told_where_they_stand() {
    let text = r#"{ "project": "群众文化活动", "at": "年底", "spend": 3, "spent": 115,
  "results": [
    { "indicator": "举办场次", "actual": 126, "unit": "常" },
    { "indicator": "说\"好\"的人数", "actual": { "value": 3 } },
    { "label": "场数", "actual": "12 场" },
    { "actual": "12 场" },
    "完成时间",
    { "indicator": "参加人数", "actual": "3.2 万人次", "actual": "3.6 万人次" },
    { "indicator": "完成时间", "actual": "2026-11-31", "reson": "" }
  ]
}"#;
    assert_shown!(report(TARGETS, json(text)));
}

#[test]
fn what_is_no_json() {
    for text in ["{", "[1, 2", "{\"a\": }", "[{\"indicator\": \"甲\" \"actual\": 1}]", "{\"甲\u{1}\": 1}", "[] []"] {
        let told = report(TARGETS, json(text));
        assert!(told.contains("P611"), "{text}: {told}");
    }
    for text in ["[]", "{}", "[[]]", "[null]", "[{\"results\": {}}]", "{\"results\": 3}"] {
        let told = report(TARGETS, json(text));
        assert!(told.contains("P608") || told.contains("P613"), "{text}: {told}");
    }
}
