//! What a rule that is switched off takes along: its own findings, and nothing else.
//!
//! Of the rules about one result only the first that holds speaks. Where it is switched off, one behind it may; that is the
//! only way in which a finding can come up.

use std::{collections::BTreeSet, path::Path};

use perfc::{
    compile::{Count, Settings, compile_with},
    diagnostic::{Code, Lang, Levels, Severity},
    model::Loaded,
};
use proptest::prelude::*;

use crate::{
    catalogue::{files_beside, mistakes, read, repaired},
    evaluation, practice,
    practice::corpus::{everything, with_head},
};

/// A finding: its code, whether it is an error, and where it stands and what it says.
type Said = (Code, bool, String);

/// What is said of a file where these rules hold.
fn said(name: &Path, bytes: &[u8], levels: Levels) -> BTreeSet<Said> {
    let file = Loaded { name: name.to_string_lossy().into_owned(), bytes: bytes.to_vec() };
    let settings = Settings { levels: levels.into(), ..Settings::default() };
    let compiled = compile_with(file, Vec::new(), &files_beside(name), &settings, Count::default());
    let one = |finding: &perfc::diagnostic::Diagnostic| {
        let text = format!("{:?} {:?} {:?}", finding.labels, finding.fixes, finding.message(Lang::Zh));
        (finding.code, finding.severity == Severity::Error, text)
    };
    compiled.findings.iter().map(one).collect()
}

/// The rules about one result, in the order in which they may speak (`docs/settings.md`).
const OF_A_RESULT: [Code; 13] = [
    Code::ResultNotScored,
    Code::ResultIsBound,
    Code::ResultInFuture,
    Code::ScoreOutOfRange,
    Code::DirectionUndeclared,
    Code::FullScoreMissed,
    Code::PointsLost,
    Code::ScoreOffRule,
    Code::OvershootUnexplained,
    Code::MissUnexplained,
    Code::LikelihoodOff,
    Code::RedLightUnexplained,
    Code::ForecastShort,
];

/// Whether one rule may speak where another is switched off.
fn is_behind(later: Code, off: Code) -> bool {
    let place = |code: Code| OF_A_RESULT.iter().position(|other| *other == code);
    let is_of_a_row = place(off).is_some_and(|off| place(later).is_some_and(|later| later > off));
    // The points for executing the budget have rules of their own.
    is_of_a_row || (off == Code::ScoreOutOfRange || off == Code::ExecutionOff) && later == Code::ExecutionOff
}

/// Switches each rule that finds something off, and then all others. Returns how many were tried.
#[track_caller]
fn assert_apart(name: &Path, bytes: &[u8]) -> usize {
    let all = said(name, bytes, everything());
    // Whether a comment allows something is asked of rules that hold, and of no others.
    let codes: BTreeSet<Code> =
        all.iter().map(|(code, ..)| *code).filter(|code| *code != Code::UnusedAllowance).collect();
    for &off in &codes {
        let mut levels = everything();
        levels.ignore(&[off]);
        let left = said(name, bytes, levels);
        let expected = |said: &&Said| said.0 != Code::UnusedAllowance && (said.0 != off || said.1);
        let gone: Vec<&Said> = all.iter().filter(expected).filter(|one| !left.contains(*one)).collect();
        assert!(gone.is_empty(), "{}: with {off:?} off, gone are {gone:#?}", name.display());
        let new: Vec<&Said> = left.difference(&all).filter(|(code, ..)| !is_behind(*code, off)).collect();
        assert!(new.is_empty(), "{}: with {off:?} off, new are {new:#?}", name.display());

        let mut levels = everything();
        levels.select(&[off]);
        let alone = said(name, bytes, levels);
        let gone: Vec<&Said> = all.iter().filter(|one| one.0 == off && !alone.contains(*one)).collect();
        assert!(gone.is_empty(), "{}: with {off:?} alone, gone are {gone:#?}", name.display());
        let is_first = |one: &&Said| !OF_A_RESULT[1..].contains(&one.0) && one.0 != Code::ExecutionOff;
        let new: Vec<&Said> = alone.difference(&all).filter(is_first).collect();
        assert!(new.is_empty(), "{}: with {off:?} alone, new are {new:#?}", name.display());
    }
    codes.len()
}

#[test]
fn a_rule_that_is_off_takes_only_its_own_findings_along() {
    let mut tried = 0;
    for folder in [mistakes(), repaired(), "examples".into()] {
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "perf")) {
            tried += assert_apart(&path, &read(&path));
        }
    }
    for table in crate::import::corpus::tables() {
        tried += assert_apart(Path::new(&table.name), with_head(&table).as_bytes());
    }
    assert!(tried > 300, "{tried}");
}

/// A result that breaks several rules is told of by the next one where the first is off.
#[test]
fn the_next_rule_speaks_of_a_result() {
    let text = "org 1 \"甲局\"; year 2026
project \"乙\" {
    budget 10 万元; purpose \"丙\"; goal \"丁\"
    quantity \"宣讲场次\" >= 10 场 weight 10
}
actual \"乙\" at 2026-12-31 { spent 10 万元; quantity \"宣讲场次\" 8 场 score 10 }
";
    let codes = |off: &[Code]| -> Vec<Code> {
        let mut levels = Levels::default();
        levels.ignore(off);
        let said = said(Path::new("a.perf"), text.as_bytes(), levels);
        said.into_iter().map(|(code, ..)| code).filter(|code| OF_A_RESULT.contains(code)).collect()
    };
    let order = [Code::FullScoreMissed, Code::ScoreOffRule, Code::MissUnexplained];
    for number in 0..order.len() {
        assert_eq!(codes(&order[..number]), order[number..=number]);
    }
    assert_eq!(codes(&order), []);
}

/// The page of settings tells the order.
#[test]
fn the_order_is_documented() {
    let order = |separator: &str| OF_A_RESULT.map(|code| code.rule().code).join(separator);
    let page = std::fs::read_to_string("docs/settings.md").unwrap();
    let (zh, en) = (order("、").replace("、P723", "，年中再加 P723"), order(", "));
    assert!(page.contains(&zh), "{zh}");
    assert!(page.contains(&en.replace(", P723", ", and during the year P723")), "{en}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn a_rule_about_targets_takes_only_its_own_along(project in practice::properties::project()) {
        assert_apart(Path::new("a.perf"), format!("预算单位 \"甲局\"\n年度 2026\n项目 \"乙\" {{\n{project}}}\n").as_bytes());
    }

    #[test]
    fn a_rule_about_results_takes_only_its_own_along(
        rows in evaluation::properties::rows(),
        points in prop::collection::vec(prop::option::of(0..40_u32), 20),
        day in prop::sample::select(vec!["06-30", "09-30", "12-31"]),
    ) {
        let order: Vec<usize> = (0..rows.len()).collect();
        let added = |at: usize| points.get(at).copied().flatten().map_or_else(String::new, |score| format!(" 得分 {score}"));
        let text = evaluation::properties::source(&rows, &order, &order, 500, added).replace("12-31", day);
        assert_apart(Path::new("a.perf"), text.as_bytes());
    }
}
