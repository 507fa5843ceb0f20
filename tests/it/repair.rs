//! What repairs do to files: they end, they help, and the safe ones keep what the file says.

use std::collections::{HashMap, HashSet};

use perfc::{
    diagnostic::{Code, Severity},
    json::Options,
    model::{Files, NoFiles},
    repair::{self, Repaired, Wanted},
    words::folded,
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{
    catalogue::{self, files_beside, mistakes, read},
    examples,
    format::generators::{SAMPLE, SEEDS, damaged, soup},
    support::{Compiled, compiled_with},
};

/// A file before its repairs and after.
struct Case {
    before: Compiled,
    text: String,
    after: Compiled,
    repaired: Repaired,
}

fn case(name: &str, text: &str, files: &dyn Files, guesses: bool) -> Case {
    let compile = |text: &str| compiled_with(name, text, files, Options::default());
    let may_change = |changed: &str| changed == name;
    let repaired = repair::run(Wanted { guesses, may_change: &may_change }, |texts| {
        let compiled = compile(texts.get(name).map_or(text, String::as_str));
        (compiled.findings, compiled.sources)
    });
    let now = repaired.texts.get(name).map_or(text, String::as_str).to_owned();
    Case { before: compile(text), after: compile(&now), text: now, repaired }
}

impl Case {
    fn open(&self, guesses: bool) -> usize {
        let wanted = Wanted { guesses, may_change: &|_| true };
        let of_file = |name: &str| name == self.after.sources.iter().next().unwrap().1.name;
        repair::open(&self.repaired.findings, &self.repaired.sources, Wanted { may_change: &of_file, ..wanted })
    }

    /// The rows of the tables before the repairs of which nothing wrong was found: those whose names stand in no line to
    /// which a finding points.
    fn sound_rows(&self) -> impl Iterator<Item = &str> {
        let wrong = self.wrong_lines();
        let is_sound = move |row: &&str| {
            let is_read = !row.contains("(unread");
            let name = row.split(' ').nth(1).unwrap_or_default();
            is_read && !wrong.iter().any(|line| line.contains(name))
        };
        self.before.rows.lines().filter(is_sound)
    }

    /// The lines of the text before the repairs to which a finding points.
    fn wrong_lines(&self) -> HashSet<&str> {
        let (_, source) = self.before.sources.iter().next().unwrap();
        let places = self.before.findings.iter().flat_map(|finding| &finding.labels).map(|label| label.span.range);
        let lines = places.flat_map(|range| source.place(range.start).line..=source.place(range.end).line);
        lines.map(|line| source.lines().text(&source.text, line)).collect()
    }

    /// What of a row must stay: all but its category where the categories themselves were repaired.
    fn stays<'r>(&self, row: &'r str) -> &'r str {
        let declares = |line: &&str| ["二级指标", "category"].iter().any(|word| line.contains(word));
        let is_declared_anew = self.wrong_lines().iter().any(declares);
        row.split_once(' ').filter(|_| is_declared_anew).map_or(row, |(_, rest)| rest)
    }

    fn is_changed(&self) -> bool {
        !self.repaired.made.is_empty()
    }
}

/// How often each of some things occurs.
fn counts<'t>(of: impl Iterator<Item = &'t str>) -> HashMap<String, usize> {
    of.fold(HashMap::new(), |mut counts, one| {
        *counts.entry(one.to_owned()).or_default() += 1;
        counts
    })
}

/// What of one list occurs less often in another.
fn lost<'t>(before: impl Iterator<Item = &'t str>, after: impl Iterator<Item = &'t str>) -> Vec<String> {
    let after = counts(after);
    let is_lost = |(one, count): &(String, usize)| after.get(one).copied().unwrap_or_default() < *count;
    counts(before).into_iter().filter(is_lost).map(|(one, _)| one).collect()
}

/// The numbers that stand in a text, without zeros before them: a date has them in one notation and not in the other.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit())
        .map(|digits| digits.trim_start_matches('0'))
        .filter(|digits| !digits.is_empty())
}

/// What holds of safe repairs in any text.
fn keeps(text: &str, case: &Case) -> Result<(), TestCaseError> {
    prop_assert_eq!(case.open(false), 0, "{}", case.text);
    // Where a brace is missing, what belongs to what is a guess, which may change with all around it.
    let is_guessed = |code| case.before.findings.has(code);
    if ![Code::UnclosedBlock, Code::UnopenedBlock, Code::UnmarkedBlock].into_iter().any(is_guessed) {
        let (before, after) = (case.sound_rows(), case.after.rows.lines());
        let lost = lost(before.map(|row| case.stays(row)), after.map(|row| case.stays(row)));
        prop_assert_eq!(lost, [""; 0], "{}\n{}", text, case.text);
    }
    // Whoever writes １２ may read 12.
    let (before, after) = (folded(text), folded(&case.text));
    prop_assert_eq!(lost(numbers(&before), numbers(&after)), [""; 0], "{}\n{}", text, case.text);
    if !case.is_changed() {
        prop_assert_eq!(text, &case.text);
    }
    Ok(())
}

/// What holds of all repairs of a text as analysts write it, made together: what was repaired is no longer found, and
/// nothing comes for it, unless that was there as well: who writes 预算总额 beside 预算 says one thing twice.
fn helps(case: &Case) -> Result<(), TestCaseError> {
    let errors = |compiled: &Compiled| compiled.findings.count(Severity::Error);
    prop_assert!(errors(&case.after) <= errors(&case.before), "{}", case.text);
    let all = |compiled: &Compiled| compiled.findings.iter().count();
    prop_assert!(all(&case.after) <= all(&case.before), "{}", case.text);
    for &code in case.repaired.made.keys() {
        let of_code = |compiled: &Compiled| compiled.findings.iter().filter(|finding| finding.code == code).count();
        prop_assert!(of_code(&case.after) < of_code(&case.before), "{}", case.text);
    }
    Ok(())
}

#[test]
fn the_catalogue() {
    for path in std::fs::read_dir(mistakes()).unwrap().map(|entry| entry.unwrap().path()) {
        let Some(text) = perf_text(&path) else { continue };
        let files = files_beside(&path);
        let name = path.to_string_lossy();
        let safe = case(&name, &text, &files, false);
        keeps(&text, &safe).and_then(|()| helps(&safe)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let all = case(&name, &text, &files, true);
        assert_eq!(all.open(true), 0, "{name}");
        helps(&all).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

fn perf_text(path: &std::path::Path) -> Option<String> {
    let is_source = path.extension().is_some_and(|ending| ending == "perf");
    is_source.then(|| perfc::source::decode(read(path)).text)
}

#[test]
fn typical_mistakes() {
    for mistake in catalogue::typical() {
        let safe = case("typical.perf", &mistake, &NoFiles, false);
        keeps(&mistake, &safe).and_then(|()| helps(&safe)).unwrap_or_else(|error| panic!("{mistake}: {error}"));
        let all = case("typical.perf", &mistake, &NoFiles, true);
        assert_eq!(all.open(true), 0, "{mistake}");
    }
}

/// A check that names rows by their names gets its labels, a unit that a blank divides is one.
#[test]
fn names_in_checks_and_divided_units() {
    let text = "项目 \"p\" {\n预算 300万 元\n数量 \"人数\" 2,000人 as 训\n成本 \"单价\" <= 1500 元/人\n校验 人数 * 单价 <= 300万 元\n}\n";
    let case = case("main.perf", text, &NoFiles, false);
    let right = text.replace("万 元", "万元").replace("元/人", "元/人 记作 单价").replace("校验 人数", "校验 训");
    assert_eq!(case.text, right);
    assert!(!case.after.findings.iter().any(|finding| matches!(finding.code, Code::UnknownLabel | Code::UnknownUnit)));
}

/// A quote behind a value goes; one between two digits may stand for anything.
#[test]
fn quotes_beside_numbers() {
    let text = "project \"p\" {\nquantity \"a\" >= 12」 家\nquantity \"b\" >= 1」2 家\n}\n";
    assert_eq!(case("main.perf", text, &NoFiles, false).text, text.replace("12」", "12"));
    assert_eq!(case("main.perf", text, &NoFiles, true).text, text.replace('」', ""));
}

/// A name that quotes cannot hold is suggested, but not written.
#[test]
fn names_with_line_ends() {
    let text = "project \"p\" {\nquantity \"\r工作站\" >= 12 家\n}\nactual \"p\" at 2026 {\n\"工作站\" 13 家\n}\n";
    let case = case("main.perf", text, &NoFiles, true);
    assert_eq!((case.text.as_str(), case.open(true)), (text, 0));
}

/// Days in digits with a Chinese word behind them.
#[test]
fn days_with_a_bound() {
    let text = "project \"p\" {\n时效 \"a\" 2026-09-15前\n时效 \"b\" 2026.9.15之前\n时效 \"c\" 2026-09底前\n}\n";
    let right = text.replace("2026-09-15前", "2026年9月15日前").replace("2026.9.15之前", "2026年9月15日之前");
    let right = right.replace("2026-09底前", "2026年9月底前");
    assert_eq!(case("main.perf", text, &NoFiles, false).text, right);
}

/// A rate in the form of a fraction was meant in percent, which is a guess; one end of a range alone is left as it is.
#[test]
fn rates_without_a_sign() {
    let text = "项目 \"p\" {\n质量 \"合格率\" >= 0.95\n质量 \"优良率\" 0.8..0.9\n}\n";
    assert_eq!(case("main.perf", text, &NoFiles, false).text, text);
    assert_eq!(case("main.perf", text, &NoFiles, true).text, text.replace("0.95", "95%"));
}

#[test]
fn sound_files_are_left_alone() {
    let repaired = std::fs::read_dir(catalogue::repaired()).unwrap().map(|entry| entry.unwrap().path());
    for path in repaired.chain(examples::files()) {
        let Some(text) = perf_text(&path) else { continue };
        let case = case(&path.to_string_lossy(), &text, &files_beside(&path), false);
        assert_eq!((case.text.as_str(), case.repaired.made.len()), (text.as_str(), 0), "{}", path.display());
    }
}

/// What analysts write for something else.
const SLIPS: &[(&str, &str)] = &[
    ("≥", "》="),
    (">= ", "> ="),
    ("\"", "'"),
    ("“", "”"),
    (" {\n", "\n{\n"),
    ("\n", "，"),
    (" ", "，"),
    (" ", "："),
    ("万元", "万元整"),
    ("%", "percent"),
    ("预算 ", "预算总额 "),
    ("目标 ", "年度目标 "),
    ("记作", "记做"),
    ("{", "（"),
    ("}", "）"),
    ("\n", "。\n"),
    ("-", "/"),
    ("为 ", ""),
    ("is ", ""),
    ("budget", "Budget"),
    ("*", "x"),
    ("\"\n", "\" 备注 \"a\"\n"),
];

/// A real file with some slips in it.
fn slipped() -> impl Strategy<Value = String> {
    let slip = (select(SLIPS), any::<prop::sample::Index>());
    (select(SEEDS), vec(slip, 1..6)).prop_map(|(file, slips)| {
        let mut text = file.to_owned();
        for ((right, wrong), at) in slips {
            let places: Vec<usize> = text.match_indices(right).map(|(place, _)| place).collect();
            if let Some(place) = (!places.is_empty()).then(|| places[at.index(places.len())]) {
                text.replace_range(place..place + right.len(), wrong);
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_any_tokens(text in soup()) {
        keeps(&text, &case("a.perf", &text, &NoFiles, false))?;
    }

    #[test]
    fn of_damaged_files(text in damaged(SAMPLE)) {
        keeps(&text, &case("a.perf", &text, &NoFiles, false))?;
    }

    #[test]
    fn of_damaged_real_files(text in damaged(SEEDS)) {
        keeps(&text, &case("a.perf", &text, &NoFiles, false))?;
    }

    #[test]
    fn of_files_with_slips(text in slipped()) {
        keeps(&text, &case("a.perf", &text, &NoFiles, false))?;
    }

    #[test]
    fn guesses_end(text in damaged(SAMPLE)) {
        prop_assert_eq!(case("a.perf", &text, &NoFiles, true).open(true), 0);
    }
}
