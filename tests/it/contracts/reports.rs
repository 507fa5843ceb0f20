//! Reports and progress: what is told of the projects of a source by each standard.

use std::{fs, path::PathBuf};

use perfc::{
    compile::{Visitor, compile},
    evaluation::{Missing, evaluate},
    field::{Light, Names},
    model::{Files, Likelihood, Model, NoFiles, Project, Results, Workspace},
    monitoring::{Unlit, monitor},
    report::{
        self, Report,
        monitoring::{self, Monitored, monitored},
    },
    source::Spots,
    values::Decimal,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::Contract;
use crate::{
    catalogue::{files_beside, mistakes, read},
    evaluation::properties::{rows, source as year},
    examples,
    report::{YEAR, properties::source},
    schema::with,
};

pub fn scores() -> Contract {
    Contract::new(report::json::SCHEMA)
}

pub fn progress() -> Contract {
    Contract::new(monitoring::SCHEMA)
}

/// All projects of a source, by their own standard and by each other.
#[derive(Default)]
struct Look {
    reports: Vec<Report>,
    compared: Vec<Report>,
    monitored: Vec<Monitored>,
}

impl Visitor for Look {
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, _: &Workspace) {
        self.add(project, None, model);
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, _: &dyn Spots) {
        results.iter().for_each(|results| self.add(project, Some(results), model));
    }
}

impl Look {
    fn add(&mut self, project: &Project<'_>, results: Option<&Results<'_>>, model: &Model<'_>) {
        for rules in &model.field.standards {
            let report = report::report(project, results, &evaluate(project, results, rules, &model.field), rules);
            let is_own = rules.id == project.standard.id;
            if is_own { &mut self.reports } else { &mut self.compared }.push(report);
            let monitoring = monitor(project, results, rules, &model.field);
            self.monitored.push(monitored(project, results, &monitoring, rules));
        }
    }

    /// The document of scores, with those by the first so many other standards behind them.
    fn scores(&self, compared: usize) -> Value {
        let mut out = Vec::new();
        report::json::write(&mut out, self.reports.iter(), self.compared.iter().take(compared)).unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    fn progress(&self) -> Value {
        let mut out = Vec::new();
        monitoring::write(&mut out, &self.monitored).unwrap();
        serde_json::from_slice(&out).unwrap()
    }
}

fn look(name: &str, text: impl Into<Vec<u8>>, files: &dyn Files) -> Look {
    compile(name, text.into(), files, Look::default()).output
}

struct Contracts {
    scores: Contract,
    progress: Contract,
}

impl Contracts {
    fn new() -> Self {
        Self { scores: scores(), progress: progress() }
    }

    #[track_caller]
    fn accept(&self, look: &Look, what: &str) {
        self.scores.accepts(&look.scores(0), what);
        self.scores.accepts(&look.scores(usize::MAX), what);
        self.progress.accepts(&look.progress(), what);
    }
}

/// The sources of the examples, the mistakes, and the transcripts of the command line.
fn sources() -> impl Iterator<Item = PathBuf> {
    let inside = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let transcripts = inside("tests/cli".into()).filter(|path| path.extension().is_some_and(|ending| ending == "in"));
    let files = examples::files().chain(inside(mistakes())).chain(transcripts.flat_map(inside));
    files.filter(|path| path.extension().is_some_and(|ending| ending == "perf"))
}

#[test]
fn all_files_are_told_as_the_schemas_say() {
    let contracts = Contracts::new();
    let (mut scored, mut watched) = (0, 0);
    for path in sources() {
        let name = path.to_string_lossy();
        let look = look(&name, read(&path), &files_beside(&path));
        contracts.accept(&look, &name);
        scored += look.reports.iter().filter(|report| report.at.is_some()).count();
        watched += look.monitored.iter().filter(|project| project.light.is_some()).count();
    }
    assert!(scored > 20 && watched > 20, "{scored} {watched}");
}

/// Numbers of so many digits that their percentages cannot be computed, or only nearly.
#[test]
fn the_longest_numbers_are_told_as_the_schemas_say() {
    let (nines, contracts) = ("9".repeat(28), Contracts::new());
    for (target, result) in
        [("3", &*nines), (&*nines, "3"), (&*nines, &*nines), ("0.0000000000000000000000000003", "7")]
    {
        for day in ["2026-07-31", "2026-12-31"] {
            let text = format!(
                "year 2026; project \"p\" {{ budget {target} 元; quantity \"x\" >= {target} 件 }}
                 actual \"p\" at {day} {{ spent {result} 元; \"x\" {result} 件 score 1,000.0 }}"
            );
            contracts.accept(&look("test.perf", text.as_str(), &NoFiles), &text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_achieved_gives_sound_json(odd in source(), rows in rows(), spent in 0..2000_u32) {
        thread_local!(static CONTRACTS: Contracts = Contracts::new());
        let order: Vec<usize> = (0..rows.len()).collect();
        let whole = year(&rows, &order, &order, spent, |_| String::new());
        let july = whole.replace("at 2026-12-31", "at 2026-07-31");
        for text in [odd, whole, july] {
            CONTRACTS.with(|contracts| contracts.accept(&look("test.perf", text.as_str(), &NoFiles), &text));
        }
    }
}

/// A report in which something is missing, one in which nothing is, and one by another standard: all that can be told.
fn everything() -> Value {
    let (mut some, text) = (with_results(everything_in_words()), everything_in_words());
    some.reports.extend(with_results(text.replace("achieved 90%", "achieved 65%; \"满意度\" 45%")).reports);
    some.scores(1)
}

/// What is told of a source with results, without what is told before these are known.
fn with_results(text: String) -> Look {
    let mut look = look("test.perf", text, &NoFiles);
    look.reports.retain(|report| report.at.is_some());
    look.compared.retain(|report| report.at.is_some());
    look.monitored.retain(|project| project.time.is_some());
    look
}

fn everything_in_words() -> String {
    let label = YEAR.replace("12 场; quantity", "12 场 as 活动数; quantity");
    label.replace("\"活动\" 9 场;", "\"活动\" 9 场 score 6 { note \"附注\" }; note \"备注\"; goal \"办了\";")
}

/// A project in July that has all that can be said of progress.
fn july() -> Value {
    let text = everything_in_words().replace("at 2026-12-31", "at 2026-07-31");
    let text = text.replace("\"知晓度\" achieved 90%", "\"知晓度\" achieved 75% forecast achieved 90% likely");
    with_results(text.replace("spent 9.5 万元", "spent 9.5 万元; forecast 9.8 万元")).progress()
}

#[test]
fn a_field_that_is_missing_or_of_another_type_is_refused() {
    let mutants = scores().refuses_mutants_of(&everything(), &["compared"]);
    assert!(mutants > 700, "{mutants}");
    let mutants = progress().refuses_mutants_of(&july(), &[]);
    assert!(mutants > 700, "{mutants}");
}

#[test]
fn only_names_and_texts_are_closed() {
    let closed = ["org", "names", "how", "rule", "standard", "level1", "level2", "level", "grade"];
    scores().is_closed_at(&everything(), &closed);
    progress().is_closed_at(&july(), &closed);
}

/// Decimals are strings: nowhere in the documents is a number but counts, years, and the share for pictures.
#[test]
fn numbers_are_counts_years_and_shares() {
    for document in [everything(), july()] {
        crate::schema::walk(&document, &mut String::new(), &mut |path, value| {
            let field = path.rsplit('/').next().unwrap();
            assert!(!value.is_number() || ["year", "row", "share", "missing"].contains(&field), "{path}: {value}");
        });
    }
}

#[test]
fn decimals_percentages_and_days_have_their_patterns() {
    let (scores, progress) = (scores(), progress());
    let refused = |contract: &Contract, document: &Value, path: &str, values: &[&str]| {
        assert!(document.pointer(path).is_some_and(Value::is_string), "{path}: {document:#}");
        for value in values {
            contract.refuses(&with(document, path, json!(value)), &format!("{path} {value:?}"));
        }
    };
    let decimals = ["", "12.", ".5", "1,020", "１２", "1e5", "+3", "007", "--1", " 1", "1 ", "9.38分"];
    let percentages = ["98.5", "98,5%", "98.5 %", "０%", "%", "0.985"];
    let report = everything();
    for path in ["/total/known", "/levels/0/weight", "/rows/0/score/weight", "/rows/0/score/points", "/lost/0/points"] {
        refused(&scores, &report, &format!("/reports/0{path}"), &decimals);
    }
    for path in ["/money/rate", "/rows/0/attainment", "/overshoot"] {
        refused(&scores, &report, &format!("/reports/0{path}"), &percentages);
    }
    refused(&scores, &report, "/reports/0/money/spent", &["", "1,02", "12.", "万元", "1e5", "3美元5"]);
    refused(&scores, &report, "/reports/0/rows/0/given", &["", "9分", "1,02", "9.", "1e5"]);
    refused(&scores, &report, "/reports/0/at", &["2026-13", "2026/12/31", "", "26-12-31"]);
    let stand = july();
    refused(&progress, &stand, "/projects/0/time/elapsed", &percentages);
    refused(&progress, &stand, "/projects/0/time/at", &["2026-07", "2026", "2026-7-31", ""]);
    refused(&progress, &stand, "/projects/0/money/forecast/value", &["", "1,02", "12."]);
    refused(&progress, &stand, "/projects/0/light", &["绿灯", "black", ""]);
}

/// What has a score misses nothing, and what misses something has none; so it is of lights.
#[test]
fn what_is_known_misses_nothing() {
    let (report, stand) = (everything(), july());
    scores().refuses(&with(&report, "/reports/0/rows/0/score/missing", json!("open")), "a score that misses something");
    scores().refuses(&with(&report, "/reports/0/rows/0/score/points", json!(null)), "no score, and nothing missing");
    let standing = "/projects/0/rows/0/standing";
    progress().refuses(&with(&stand, &format!("{standing}/missing"), json!("open")), "a light that misses something");
    progress().refuses(&with(&stand, &format!("{standing}/light"), json!(null)), "no light, and nothing missing");
}

/// Each thing that may be missing, one after the other; a new one must be told here, so that the schemas name it.
fn after(missing: &Missing) -> Option<Missing> {
    let judgement = || Names { zh: String::new(), en: String::new() };
    Some(match missing {
        Missing::NoResult => Missing::Open,
        Missing::Open => Missing::NoTarget,
        Missing::NoTarget => Missing::Unread,
        Missing::Unread => Missing::NoUnit { unit: String::new() },
        Missing::NoUnit { .. } => Missing::OtherUnit { target: String::new(), actual: String::new() },
        Missing::OtherUnit { .. } => Missing::OtherKind { wanted: perfc::diagnostic::Text { zh: "", en: "" } },
        Missing::OtherKind { .. } => Missing::NotJudged,
        Missing::NotJudged => Missing::NoPoints { judgement: judgement(), band: (Decimal::ZERO, Decimal::ONE) },
        Missing::NoPoints { .. } => Missing::ShareOutOfRange,
        Missing::ShareOutOfRange => Missing::DayOpen,
        Missing::DayOpen => Missing::NoRule,
        Missing::NoRule => Missing::NoWeight,
        Missing::NoWeight => Missing::WeightOutOfRange,
        Missing::WeightOutOfRange => Missing::NoSpending,
        Missing::NoSpending => Missing::NoBudget,
        Missing::NoBudget => Missing::TooLong,
        Missing::TooLong => return None,
    })
}

/// The same of lights, before what a score misses as well.
fn after_light(unlit: &Unlit) -> Option<Unlit> {
    Some(match unlit {
        Unlit::NoDay => Unlit::NotBegun,
        Unlit::NotBegun => Unlit::NotDue,
        Unlit::NotDue => Unlit::NoRule,
        Unlit::NoRule | Unlit::Missing(_) => return None,
    })
}

/// The words of the schemas are those of the program.
#[test]
fn words_are_those_of_the_program() {
    let all = std::iter::successors(Some(Missing::NoResult), after);
    let missing: Vec<&str> = all.map(|missing| missing.id()).collect();
    assert_eq!(scores().words("missing"), missing);
    let own = std::iter::successors(Some(Unlit::NoDay), after_light).map(|unlit| unlit.id());
    let unlit: Vec<&str> = own.filter(|id| !missing.contains(id)).chain(missing.iter().copied()).collect();
    assert_eq!(progress().words("missing"), unlit);
    assert_eq!(progress().words("light"), Light::ALL.map(Light::id));
    assert_eq!(progress().words("row/properties/likelihood"), Likelihood::ALL.map(Likelihood::id));
}
