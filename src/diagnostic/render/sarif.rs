//! Findings as SARIF 2.1.0, which code scanning services and editors read.
//!
//! The names of the fields are explained in the standard: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Value, json};

use super::uri::uri;
use super::{Extent, fix_in_words, left_out};
use crate::diagnostic::{Code, Diagnostic, Edit, Findings, Fix, LabelText, Lang, Rule, Severity};
use crate::source::{FileId, Source, Sources, Span};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn render(findings: &Findings, sources: &Sources, lang: Lang) -> String {
    // The rules that were broken, not all: a service shows what it is given.
    let codes: Vec<Code> = findings.iter().map(|finding| finding.code).collect::<BTreeSet<_>>().into_iter().collect();
    let mut results = Results { sources, lang, codes: &codes, lines: HashMap::new(), seen: HashMap::new() };
    let results: Vec<Value> = findings.iter().map(|finding| results.result(finding)).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(code.rule(), lang)).collect();
    let driver = json!({ "name": "perfc", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let mut run = json!({
        "tool": { "driver": driver },
        "language": match lang { Lang::Zh => "zh-CN", Lang::En => "en" },
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    if let Some(text) = left_out(findings, lang) {
        let notification = json!({ "level": "warning", "message": { "text": text } });
        run["invocations"] = json!([{ "executionSuccessful": true, "toolExecutionNotifications": [notification] }]);
    }
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] });
    // It fails for maps whose keys are no strings; a `Value` has none.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn rule(rule: &Rule, lang: Lang) -> Value {
    let (title, page) = (without_names(rule.title.get(lang)), rule.page.get(lang).trim());
    json!({
        "id": rule.code,
        "name": pascal_case(rule.name),
        "shortDescription": { "text": title },
        "fullDescription": { "text": first_paragraph(page).unwrap_or(&title) },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "family": rule.family.id() },
    })
}

/// `unknown-unit` becomes `UnknownUnit`.
fn pascal_case(name: &str) -> String {
    let capital =
        |word: &str| word.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(word.chars().skip(1)).collect();
    name.split('-').map(|word| -> String { capital(word) }).collect()
}

/// A template with `…` for each `{name}`: a rule has no values. Braces around anything else are text.
fn without_names(template: &str) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, inner)) = rest.split_once('{') {
        let name = inner.find(|character: char| !character.is_ascii_lowercase()).unwrap_or(0);
        let is_name = name > 0 && inner[name..].starts_with('}');
        text.extend([before, if is_name { "…" } else { "{" }]);
        rest = if is_name { &inner[name + 1..] } else { inner };
    }
    text + rest
}

/// The first paragraph of a page that is no headline.
fn first_paragraph(page: &str) -> Option<&str> {
    page.split("\n\n").map(str::trim).find(|paragraph| !paragraph.is_empty() && !paragraph.starts_with('#'))
}

/// What the results of a run have in common.
struct Results<'r> {
    sources: &'r Sources,
    lang: Lang,
    codes: &'r [Code],
    /// Hashes of lines: a line may be very long and hold thousands of findings.
    lines: HashMap<(FileId, usize), u64>,
    /// How often each fingerprint has occurred: the same mistake may stand in several lines of the same text.
    seen: HashMap<u64, usize>,
}

impl Results<'_> {
    fn result(&mut self, finding: &Diagnostic) -> Value {
        let (code, message) = (finding.code, finding.message(self.lang));
        let text = [&[message.title], message.help.as_slice()].concat().join("\n");
        let mut locations = message.labels.iter().map(|label| self.location(label));
        let main = locations.next();
        let related: Vec<Value> = locations.zip(1..).map(|(location, id)| with_id(location, id)).collect();
        let mut result = json!({
            "ruleId": code.rule().code,
            "ruleIndex": self.codes.binary_search(&code).unwrap_or_default(),
            "level": level(finding.severity),
            "message": { "text": text },
            "locations": main.as_slice(),
            "partialFingerprints": { "perfc/v1": self.fingerprint(finding) },
        });
        if !related.is_empty() {
            result["relatedLocations"] = related.into();
        }
        if !finding.fixes.is_empty() {
            result["fixes"] = finding.fixes.iter().map(|fix| self.fix(fix)).collect();
        }
        result
    }

    fn location(&self, label: &LabelText) -> Value {
        let physical = json!({ "artifactLocation": self.artifact(label.span), "region": self.region(label.span) });
        let mut location = json!({ "physicalLocation": physical });
        if !label.text.is_empty() {
            location["message"] = json!({ "text": label.text });
        }
        location
    }

    fn artifact(&self, span: Span) -> Value {
        json!({ "uri": uri(&self.sources.get(span.file).name) })
    }

    /// Lines and columns from 1; the end is behind the last character.
    fn region(&self, span: Span) -> Value {
        let Extent { start, end, .. } = Extent::of(span, self.sources);
        json!({
            "startLine": start.line + 1,
            "startColumn": start.column + 1,
            "endLine": end.line + 1,
            "endColumn": end.column + 1,
        })
    }

    fn fix(&self, fix: &Fix) -> Value {
        let changes = fix.edits().chunk_by(|one, next| one.span.file == next.span.file).map(|edits| {
            let replacements: Vec<Value> = edits.iter().map(|edit| self.replacement(edit)).collect();
            json!({ "artifactLocation": self.artifact(edits[0].span), "replacements": replacements })
        });
        json!({
            "description": { "text": fix_in_words(fix, self.sources, self.lang) },
            "artifactChanges": changes.collect::<Vec<_>>(),
            "properties": { "applicability": fix.applicability.id() },
        })
    }

    fn replacement(&self, edit: &Edit) -> Value {
        let inserted = json!({ "text": edit.replacement });
        json!({ "deletedRegion": self.region(edit.span), "insertedContent": inserted })
    }

    /// What tells the finding from others and stays when lines are added above it: the rule, the file, the text of the
    /// line, and a number where the same occurs again.
    fn fingerprint(&mut self, finding: &Diagnostic) -> String {
        let file = finding.span().file;
        let source = self.sources.get(file);
        let line = source.lines().line_of(finding.span().range.start);
        let text = *self.lines.entry((file, line)).or_insert_with(|| hash_line(source, line));
        let key =
            [finding.code.rule().code.as_bytes(), &[0], source.name.as_bytes(), &[0], &text.to_be_bytes()].concat();
        let key = hash(&key);
        let count = self.seen.entry(key).or_default();
        *count += 1;
        format!("{key:016x}:{count}")
    }
}

fn with_id(mut location: Value, id: usize) -> Value {
    location["id"] = id.into();
    location
}

fn hash_line(source: &Source, line: usize) -> u64 {
    hash(source.lines().text(&source.text, line).trim().as_bytes())
}

/// FNV-1a. The standard library's hash may change with its version, and fingerprints are compared over years.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::render::Format;
    use crate::diagnostic::render::fixture::{Fixture, duplicate, unknown_unit};

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
                    "uri": "2026%E5%B9%B4/%E8%A1%A8.perf"
                  },
                  "region": {
                    "startLine": 1,
                    "startColumn": 13,
                    "endLine": 1,
                    "endColumn": 14
                  }
                },
                "message": {
                  "text": "不认识这个单位"
                }
              }
            ],
            "partialFingerprints": {
              "perfc/v1": "fc4483ef417d5558:1"
            },
            "fixes": [
              {
                "description": {
                  "text": "把 `加` 改成 `家`"
                },
                "artifactChanges": [
                  {
                    "artifactLocation": {
                      "uri": "2026%E5%B9%B4/%E8%A1%A8.perf"
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
                    "uri": "2026%E5%B9%B4/%E8%A1%A8.perf"
                  },
                  "region": {
                    "startLine": 2,
                    "startColumn": 4,
                    "endLine": 2,
                    "endColumn": 10
                  }
                },
                "message": {
                  "text": "第二次"
                }
              }
            ],
            "partialFingerprints": {
              "perfc/v1": "89266dd6dee1dacd:1"
            },
            "relatedLocations": [
              {
                "physicalLocation": {
                  "artifactLocation": {
                    "uri": "2026%E5%B9%B4/%E8%A1%A8.perf"
                  },
                  "region": {
                    "startLine": 1,
                    "startColumn": 4,
                    "endLine": 1,
                    "endColumn": 10
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
            page: crate::diagnostic::Text { zh: "# P102\n\n一段\n文字。\n\n又一段。\n", en: "" },
            ..copy(Code::UnclosedBlock)
        };
        insta::assert_snapshot!(format!("{:#}", super::rule(&rule, Lang::Zh)), @r##"
        {
          "id": "P102",
          "name": "UnclosedBlock",
          "shortDescription": {
            "text": "“{”没有对应的“}”"
          },
          "fullDescription": {
            "text": "一段\n文字。"
          },
          "help": {
            "text": "# P102\n\n一段\n文字。\n\n又一段。",
            "markdown": "# P102\n\n一段\n文字。\n\n又一段。"
          },
          "defaultConfiguration": {
            "level": "error"
          },
          "properties": {
            "family": "syntax"
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
        let indices: Vec<_> =
            run["results"].as_array().unwrap().iter().map(|result| result["ruleIndex"].clone()).collect();
        assert_eq!((ids, indices), (vec![json!("P222"), json!("P301")], vec![json!(1), json!(0), json!(1)]));
    }

    #[test]
    fn titles_of_rules_have_no_names() {
        assert_eq!(without_names("没有“{unit}”这个单位"), "没有“…”这个单位");
        assert_eq!(without_names("`{` 没有对应的 `}`"), "`{` 没有对应的 `}`");
        assert_eq!(without_names("{left}与{right}不能{operation}"), "…与…不能…");
    }

    #[test]
    fn fingerprints_stay_when_lines_move() {
        let prints = |text: &str| {
            let files = Fixture::file(text);
            let log =
                files.render(Format::Sarif, Lang::Zh, [unknown_unit(files.at("加")), unknown_unit(files.at("加"))]);
            let log: Value = serde_json::from_str(&log).unwrap();
            [0, 1].map(|number| log["runs"][0]["results"][number]["partialFingerprints"].to_string())
        };
        insta::assert_snapshot!(prints("数量 “报告” 1 加").join("\n"), @r#"
        {"perfc/v1":"8b1c39c38ae61d1a:1"}
        {"perfc/v1":"8b1c39c38ae61d1a:2"}
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
}
