//! Findings for programs, as `perf-findings/2`, which [`SCHEMA`] describes.
//!
//! The types of this module are the format: their fields, in this order, under these names. New fields may be added;
//! anything else would make it `perf-findings/3`.

use serde::Serialize;

use super::{Extent, fix_in_words};
use crate::diagnostic::{Diagnostic, Findings, LabelText, Lang};
use crate::source::{Place, Sources, Span};

/// The name and version of the format.
pub const FORMAT: &str = "perf-findings/2";

/// The JSON Schema (2020-12) of the format.
pub const SCHEMA: &str = include_str!("perf-findings-2.schema.json");

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Report<'s> {
    /// [`FORMAT`].
    pub format: &'static str,
    /// The findings, in the order in which they were given.
    pub findings: Vec<Finding<'s>>,
    /// How many more there were; only so many are kept of a run.
    pub left_out: usize,
}

/// One finding.
#[derive(Debug, Serialize)]
pub struct Finding<'s> {
    /// The stable code of the rule, `P301`; `perfc explain P301` has its page.
    pub code: &'static str,
    /// The stable name of the rule, `unknown-unit`.
    pub name: &'static str,
    /// `error`, `warning` or `advice`.
    pub severity: &'static str,
    /// What is wrong, in a sentence, in the language of the run.
    pub title: String,
    /// What to do about it, a sentence each.
    pub help: Vec<String>,
    /// The places: that of the mistake first, then those that it contradicts. There is at least one.
    pub labels: Vec<Label<'s>>,
    /// Repairs, the likeliest first: each of them is enough.
    pub fixes: Vec<Fix<'s>>,
}

/// A place, and what stands there.
#[derive(Debug, Serialize)]
pub struct Label<'s> {
    /// The file, as it was named to the program.
    pub file: &'s str,
    /// What is to be said about this place; may be empty.
    pub text: String,
    /// Where it begins.
    pub start: Position,
    /// Where it ends: the position behind its last character.
    pub end: Position,
}

/// A repair: edits that are made together or not at all.
#[derive(Debug, Serialize)]
pub struct Fix<'s> {
    /// What it does, in the language of the run.
    pub title: String,
    /// `safe` where it keeps the meaning, or writes what was meant beyond doubt; `unsafe` where it is a guess, or changes
    /// what the table says.
    pub applicability: &'static str,
    /// In the order of their places, none over another.
    pub edits: Vec<Edit<'s>>,
}

/// What is to stand between two positions of a file.
#[derive(Debug, Serialize)]
pub struct Edit<'s> {
    /// The file, as it was named to the program.
    pub file: &'s str,
    /// Where the text begins that is replaced.
    pub start: Position,
    /// Where it ends; the same as `start` where text is inserted.
    pub end: Position,
    /// What stands there afterwards; empty to delete.
    pub replacement: String,
}

/// A position in a file, counted in each of the ways that programs count.
#[derive(Debug, Serialize)]
pub struct Position {
    /// The line; the first is 1.
    pub line: usize,
    /// The column in characters (Unicode code points); the first is 1.
    pub column: usize,
    /// The column in UTF-16 code units, as JavaScript and Java count; the first is 1.
    pub utf16: usize,
    /// The offset in bytes of the text in UTF-8, without a byte order mark, whatever the encoding of the file; the first
    /// is 0.
    pub offset: u32,
}

impl Position {
    fn new(place: Place, offset: u32) -> Self {
        Self { line: place.line + 1, column: place.column + 1, utf16: place.utf16 + 1, offset }
    }
}

/// The findings as a value, for programs that link this library.
pub fn report<'s>(findings: &Findings, sources: &'s Sources, lang: Lang) -> Report<'s> {
    Report {
        format: FORMAT,
        findings: findings.iter().map(|finding| of(finding, sources, lang)).collect(),
        left_out: findings.left_out(),
    }
}

pub(super) fn render(findings: &Findings, sources: &Sources, lang: Lang) -> String {
    // It fails for maps whose keys are no strings; there are no maps in the report.
    serde_json::to_string_pretty(&report(findings, sources, lang)).unwrap_or_default() + "\n"
}

fn of<'s>(finding: &Diagnostic, sources: &'s Sources, lang: Lang) -> Finding<'s> {
    let (rule, message) = (finding.code.rule(), finding.message(lang));
    let label = |LabelText { span, text }| {
        let (file, start, end) = positions(span, sources);
        Label { file, text, start, end }
    };
    let edit = |edit: &super::Edit| {
        let (file, start, end) = positions(edit.span, sources);
        Edit { file, start, end, replacement: edit.replacement.clone() }
    };
    let fix = |fix: &super::Fix| Fix {
        title: fix_in_words(fix, sources, lang),
        applicability: fix.applicability.id(),
        edits: fix.edits().iter().map(edit).collect(),
    };
    Finding {
        code: rule.code,
        name: rule.name,
        severity: finding.severity.id(),
        title: message.title,
        help: message.help,
        labels: message.labels.into_iter().map(label).collect(),
        fixes: finding.fixes.iter().map(fix).collect(),
    }
}

fn positions(span: Span, sources: &Sources) -> (&str, Position, Position) {
    let Extent { source, start, end } = Extent::of(span, sources);
    (&source.name, Position::new(start, span.range.start), Position::new(end, span.range.end))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::render::Format;
    use crate::diagnostic::render::fixture::{Fixture, duplicate, unknown_unit};
    use crate::diagnostic::{Fix, Lang};

    #[test]
    fn all_fields() {
        let files = Fixture::file("数量 “𠮷” ≥ 1 加\n");
        let unit = files.at("加");
        insta::assert_snapshot!(files.render(Format::Json, Lang::Zh, [unknown_unit(unit).fix(Fix::guess(unit, "家"))]), @r#"
        {
          "format": "perf-findings/2",
          "findings": [
            {
              "code": "P301",
              "name": "unknown-unit",
              "severity": "error",
              "title": "没有“加”这个单位",
              "help": [
                "是不是想写“家”？"
              ],
              "labels": [
                {
                  "file": "表.perf",
                  "text": "不认识这个单位",
                  "start": {
                    "line": 1,
                    "column": 12,
                    "utf16": 13,
                    "offset": 24
                  },
                  "end": {
                    "line": 1,
                    "column": 13,
                    "utf16": 14,
                    "offset": 27
                  }
                }
              ],
              "fixes": [
                {
                  "title": "把 `加` 改成 `家`",
                  "applicability": "unsafe",
                  "edits": [
                    {
                      "file": "表.perf",
                      "start": {
                        "line": 1,
                        "column": 12,
                        "utf16": 13,
                        "offset": 24
                      },
                      "end": {
                        "line": 1,
                        "column": 13,
                        "utf16": 14,
                        "offset": 27
                      },
                      "replacement": "家"
                    }
                  ]
                }
              ]
            }
          ],
          "left_out": 0
        }
        "#);
    }

    #[test]
    fn several_places_in_english() {
        let files = Fixture::new(&[("a.perf", "数量 “报告” 1 份\n"), ("b.perf", "")]);
        let finding = duplicate(files.end(), files.at("“报告”"));
        insta::assert_snapshot!(files.render(Format::Json, Lang::En, [finding]), @r#"
        {
          "format": "perf-findings/2",
          "findings": [
            {
              "code": "P222",
              "name": "duplicate-indicator",
              "severity": "error",
              "title": "the indicator “报告” occurs twice",
              "help": [
                "delete one of them, or let their names tell them apart"
              ],
              "labels": [
                {
                  "file": "a.perf",
                  "text": "the second time",
                  "start": {
                    "line": 2,
                    "column": 1,
                    "utf16": 1,
                    "offset": 26
                  },
                  "end": {
                    "line": 2,
                    "column": 1,
                    "utf16": 1,
                    "offset": 26
                  }
                },
                {
                  "file": "a.perf",
                  "text": "first here",
                  "start": {
                    "line": 1,
                    "column": 4,
                    "utf16": 4,
                    "offset": 7
                  },
                  "end": {
                    "line": 1,
                    "column": 8,
                    "utf16": 8,
                    "offset": 19
                  }
                }
              ],
              "fixes": []
            }
          ],
          "left_out": 0
        }
        "#);
    }
}
