use serde_json::{Value, json};

use super::rule;
use crate::diagnostic::render::Format;
use crate::diagnostic::render::fixture::{Fixture, duplicate, unknown_unit};
use crate::diagnostic::{Code, Fix, Lang, Rule, Severity, Text};

#[test]
fn results() {
    let files = Fixture::new(&[("2026年/表.perf", "数量 “报告” ≥ 1 加\n数量 “报告” 2 份\n")]);
    let unit = files.at("加");
    let findings = [
        unknown_unit(unit).fix(Fix::guess(unit, "家")),
        duplicate(files.at("“报告” 2"), files.at("“报告” ≥")).severity(Severity::Advice),
    ];
    let log: Value = serde_json::from_str(&files.render(Format::Sarif, Lang::Zh, findings)).unwrap();
    insta::assert_snapshot!(format!("{:#}", log["runs"][0]["results"]), @r#"
    [
      {
        "ruleId": "P301",
        "ruleIndex": 1,
        "level": "error",
        "message": {
          "text": "没有“加”这个单位\n是不是想写“家”？"
        },
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "2026%E5%B9%B4/%E8%A1%A8.perf",
                "uriBaseId": "%SRCROOT%"
              },
              "region": {
                "startLine": 1,
                "startColumn": 13,
                "endLine": 1,
                "endColumn": 14,
                "snippet": {
                  "text": "加"
                }
              },
              "contextRegion": {
                "startLine": 1,
                "endLine": 2,
                "snippet": {
                  "text": "数量 “报告” ≥ 1 加\n数量 “报告” 2 份"
                }
              }
            },
            "message": {
              "text": "不认识这个单位"
            }
          }
        ],
        "partialFingerprints": {
          "perfc/v1": "11b9e64437430607:1"
        },
        "fixes": [
          {
            "description": {
              "text": "把 `加` 改成 `家`"
            },
            "artifactChanges": [
              {
                "artifactLocation": {
                  "uri": "2026%E5%B9%B4/%E8%A1%A8.perf",
                  "uriBaseId": "%SRCROOT%"
                },
                "replacements": [
                  {
                    "deletedRegion": {
                      "startLine": 1,
                      "startColumn": 13,
                      "endLine": 1,
                      "endColumn": 14
                    },
                    "insertedContent": {
                      "text": "家"
                    }
                  }
                ]
              }
            ],
            "properties": {
              "applicability": "unsafe"
            }
          }
        ]
      },
      {
        "ruleId": "P222",
        "ruleIndex": 0,
        "level": "note",
        "message": {
          "text": "指标“报告”出现了两次\n删除重复的一条，或改名称，把两者区分开"
        },
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "2026%E5%B9%B4/%E8%A1%A8.perf",
                "uriBaseId": "%SRCROOT%"
              },
              "region": {
                "startLine": 2,
                "startColumn": 4,
                "endLine": 2,
                "endColumn": 10,
                "snippet": {
                  "text": "“报告” 2"
                }
              },
              "contextRegion": {
                "startLine": 1,
                "endLine": 3,
                "snippet": {
                  "text": "数量 “报告” ≥ 1 加\n数量 “报告” 2 份\n"
                }
              }
            },
            "message": {
              "text": "第二次"
            }
          }
        ],
        "partialFingerprints": {
          "perfc/v1": "7ffcc7e8887be725:1"
        },
        "relatedLocations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "uri": "2026%E5%B9%B4/%E8%A1%A8.perf",
                "uriBaseId": "%SRCROOT%"
              },
              "region": {
                "startLine": 1,
                "startColumn": 4,
                "endLine": 1,
                "endColumn": 10,
                "snippet": {
                  "text": "“报告” ≥"
                }
              },
              "contextRegion": {
                "startLine": 1,
                "endLine": 2,
                "snippet": {
                  "text": "数量 “报告” ≥ 1 加\n数量 “报告” 2 份"
                }
              }
            },
            "message": {
              "text": "第一次在这里"
            },
            "id": 1
          }
        ]
      }
    ]
    "#);
}

#[test]
fn rules() {
    let rule = Rule {
        page: Text { zh: "# P102 unclosed-block：缺“}”\n\n一段\n文字。\n\n又一段。\n", en: "" },
        ..copy(Code::UnclosedBlock)
    };
    insta::assert_snapshot!(format!("{:#}", rule::of(&rule, Lang::Zh, None)), @r##"
    {
      "id": "P102",
      "name": "UnclosedBlock",
      "shortDescription": {
        "text": "缺“}”"
      },
      "fullDescription": {
        "text": "一段\n文字。"
      },
      "help": {
        "text": "# P102 unclosed-block：缺“}”\n\n一段\n文字。\n\n又一段。",
        "markdown": "# P102 unclosed-block：缺“}”\n\n一段\n文字。\n\n又一段。"
      },
      "defaultConfiguration": {
        "level": "error",
        "enabled": true
      },
      "properties": {
        "family": "syntax",
        "tags": [
          "syntax"
        ],
        "problem.severity": "error"
      }
    }
    "##);
}

/// A rule is no `Clone`: there is one of each.
fn copy(code: Code) -> Rule {
    let &Rule { code, name, severity, family, title, labels, help, page, is_on } = code.rule();
    Rule { code, name, severity, family, title, labels, help, page, is_on }
}

#[test]
fn only_the_rules_that_were_broken_in_their_order() {
    let files = Fixture::file("加");
    let findings = [unknown_unit(files.end()), duplicate(files.end(), files.end()), unknown_unit(files.end())];
    let log: Value = serde_json::from_str(&files.render(Format::Sarif, Lang::En, findings)).unwrap();
    let run = &log["runs"][0];
    let ids: Vec<_> =
        run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| rule["id"].clone()).collect();
    let indices: Vec<_> = run["results"].as_array().unwrap().iter().map(|result| result["ruleIndex"].clone()).collect();
    assert_eq!((ids, indices), (vec![json!("P222"), json!("P301")], vec![json!(1), json!(0), json!(1)]));
}

#[test]
fn titles_of_rules_have_no_names() {
    assert_eq!(rule::without_names("没有“{unit}”这个单位"), "没有“…”这个单位");
    assert_eq!(rule::without_names("`{` 没有对应的 `}`"), "`{` 没有对应的 `}`");
    assert_eq!(rule::without_names("{left}与{right}不能{operation}"), "…与…不能…");
}

#[test]
fn fingerprints_stay_when_lines_move() {
    let prints = |text: &str| {
        let files = Fixture::file(text);
        let log = files.render(Format::Sarif, Lang::Zh, [unknown_unit(files.at("加")), unknown_unit(files.at("加"))]);
        let log: Value = serde_json::from_str(&log).unwrap();
        [0, 1].map(|number| log["runs"][0]["results"][number]["partialFingerprints"].to_string())
    };
    insta::assert_snapshot!(prints("数量 “报告” 1 加").join("\n"), @r#"
    {"perfc/v1":"6363040130cd11b9:1"}
    {"perfc/v1":"6363040130cd11b9:2"}
    "#);
    assert_eq!(prints("数量 “报告” 1 加"), prints("年度 2026\n\t数量 “报告” 1 加\n"));
    assert_ne!(prints("数量 “报告” 1 加")[0], prints("数量 “报告” 2 加")[0]);
}

#[test]
fn what_is_left_out_is_told() {
    let files = Fixture::file("加");
    let log = files.render(Format::Sarif, Lang::En, (0..10_001).map(|_| unknown_unit(files.end())));
    let log: Value = serde_json::from_str(&log).unwrap();
    let notification = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0];
    assert_eq!(notification["message"]["text"], "1 more not shown");
}
