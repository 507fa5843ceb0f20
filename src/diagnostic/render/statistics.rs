//! How many findings there are of each code: a line each for people, `perf-statistics/1` for programs.
//!
//! The types of this module are the format, as those of [`json`](super::json) are theirs.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::Serialize;

use super::{Format, left_out};
use crate::diagnostic::{Code, Findings, Lang, Severity};

/// The name and version of the format for programs.
pub const FORMAT: &str = "perf-statistics/1";

/// The JSON Schema (2020-12) of the format for programs.
pub const SCHEMA: &str = include_str!("perf-statistics-1.schema.json");

/// The formats that there are of it.
pub const FORMATS: &[Format] = &[
    #[cfg(feature = "cli")]
    Format::Human,
    Format::Json,
];

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Statistics {
    /// [`FORMAT`].
    pub format: &'static str,
    /// How many findings are errors, those that are left out among them; so with the next two.
    pub errors: usize,
    /// How many are warnings.
    pub warnings: usize,
    /// How many are advice.
    pub advice: usize,
    /// The codes that were found, the most frequent first.
    pub codes: Vec<Count>,
    /// How many findings are counted under no code; only so many are kept of a run.
    pub left_out: usize,
}

/// How often a code was found.
#[derive(Debug, Serialize)]
pub struct Count {
    /// The stable code of the rule, `P301`.
    pub code: &'static str,
    /// The stable name of the rule, `unknown-unit`.
    pub name: &'static str,
    /// What the rule is about, in the language of the run.
    pub title: &'static str,
    /// How many findings there are.
    pub count: usize,
}

/// Counts the findings of each code.
pub fn statistics(findings: &Findings, lang: Lang) -> Statistics {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    findings.iter().for_each(|finding| *counts.entry(finding.code).or_default() += 1);
    let mut counts: Vec<(Code, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(code, count)| (Reverse(*count), *code));
    let count = |(code, count): (Code, usize)| {
        let rule = code.rule();
        Count { code: rule.code, name: rule.name, title: rule.heading(lang), count }
    };
    Statistics {
        format: FORMAT,
        errors: findings.count(Severity::Error),
        warnings: findings.count(Severity::Warning),
        advice: findings.count(Severity::Advice),
        codes: counts.into_iter().map(count).collect(),
        left_out: findings.left_out(),
    }
}

/// Writes the numbers, as JSON or else for people.
pub fn render(format: Format, findings: &Findings, lang: Lang) -> String {
    let statistics = statistics(findings, lang);
    if format == Format::Json {
        // It fails for maps whose keys are no strings; there are no maps in the document.
        return serde_json::to_string_pretty(&statistics).unwrap_or_default() + "\n";
    }
    let width = statistics.codes.first().map_or(1, |most| most.count.to_string().len());
    let line = |Count { code, title, count, .. }: &Count| format!("{count:>width$}  {code}  {title}\n");
    let rest = left_out(findings, lang).map(|text| text + "\n");
    statistics.codes.iter().map(line).chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::render::fixture::{Fixture, duplicate, unknown_unit};

    #[test]
    fn what_is_left_out_is_told() {
        let files = Fixture::file("加");
        let mut findings = Findings::default();
        findings.report(duplicate(files.end(), files.end()));
        (0..10_000).for_each(|_| findings.report(unknown_unit(files.end())));
        assert_eq!(
            render(Format::Short, &findings, Lang::En),
            "9999  P301  unknown unit\n   1  P222  an indicator occurs twice\n1 more not shown\n"
        );
        let statistics = statistics(&findings, Lang::En);
        assert_eq!((statistics.errors, statistics.left_out), (10_001, 1));
    }
}
