//! Rows of published self-evaluations, with the scores that their units gave themselves.

use std::{fmt::Write, fs};

use perfc::{
    compile::{Compiled, Visitor, compile},
    diagnostic::{Family, Rule},
    evaluation::{Missing, Score, evaluate},
    model::{Model, NoFiles, Project, Results, Workspace},
    source::Spots,
    syntax::quoted,
    values::Decimal,
};

use crate::support::assert_shown;

/// A row as it is printed, and how the one who gathered it sees it.
struct Row<'t> {
    class: &'t str,
    table: &'t str,
    level2: &'t str,
    level3: &'t str,
    target: &'t str,
    unit: &'t str,
    actual: &'t str,
    weight: &'t str,
    score: &'t str,
    /// The score of a missed target in proportion, to three decimals.
    computed: &'t str,
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let row = |line| {
        let mut cells = str::split(line, '\t');
        let mut next = || cells.next().unwrap();
        let [class, table, level2, level3, target, unit, actual, weight, score, computed] = [(); 10].map(|()| next());
        Row { class, table, level2, level3, target, unit, actual, weight, score, computed }
    };
    text.lines().skip(1).map(row).collect()
}

/// The word of the category: what stands in brackets behind it are points. A table without level-2 categories has rates
/// and counts, of which more is better.
fn category(level2: &str) -> &str {
    match level2.split('(').next() {
        Some(category) if !category.is_empty() => category,
        _ => "质量指标",
    }
}

/// A cell as a source has it: a number gets the unit of the column beside it, words stand behind 为.
fn value(cell: &str, unit: &str, is_readable: impl Fn(&str) -> bool) -> String {
    let number =
        if cell.ends_with(|last: char| last.is_ascii_digit()) { format!("{cell}{unit}") } else { cell.to_owned() };
    if is_readable(&number) { number } else { format!("为 {}", quoted(cell)) }
}

/// Whether a target reads without a mistake.
fn is_readable(target: &str) -> bool {
    let compiled = crate::support::compiled_rows(&format!("质量 \"甲\" {target}"));
    compiled.errors() == 0
}

impl Row<'_> {
    /// The rules that applied to it: those of its province, else the central ones. Tables are named by province, place,
    /// unit, and year.
    fn standard(&self) -> &'static str {
        if self.table.starts_with("hb_") { "hubei" } else { "mof-2020" }
    }

    fn source(&self) -> String {
        let [target, actual] = [self.target, self.actual].map(|cell| value(cell, self.unit, is_readable));
        let (category, name, standard) = (category(self.level2), quoted(self.level3), self.standard());
        format!(
            "standard {standard}\nproject \"p\" {{\n    {category} {name} {target} 分值 {}\n}}\nactual \"p\" {{\n    {name} {actual} 得分 {}\n}}\n",
            self.weight, self.score
        )
    }
}

/// What a row is worth.
#[derive(Default)]
struct Look(Option<Result<Score, Missing>>);

impl Visitor for Look {
    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {}

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, _: &dyn Spots) {
        let evaluation = evaluate(project, results.first(), &project.standard, &model.field);
        self.0 = evaluation.rows.into_iter().next().map(|row| row.score);
    }
}

fn scored(row: &Row<'_>) -> (Result<Score, Missing>, Vec<&'static Rule>) {
    let Compiled { findings, output, .. } = compile("row.perf", row.source().into_bytes(), &NoFiles, Look::default());
    let rules = findings.iter().map(|finding| finding.code.rule());
    (output.0.unwrap(), rules.filter(|rule| rule.family == Family::Results).collect())
}

#[allow(clippy::disallowed_methods, reason = "the library has no IO; its tests do")]
fn table() -> String {
    fs::read_to_string("tests/fixtures/scored.tsv").unwrap()
}

/// Whether a rule is about a score that is not the computed one.
fn names_difference(rule: &&Rule) -> bool {
    ["P703", "P704", "P705", "P717"].contains(&rule.code)
}

/// A row, and below it: target with weight → result with score | the computed score, whether the two agree, the finding
/// that names their difference, and behind it what else is found.
#[test]
fn each_row_agrees_or_is_told() {
    let text = table();
    let mut shown = String::new();
    for row in rows(&text) {
        let (score, rules) = scored(&row);
        let source = row.source();
        let value = |line: usize| source.lines().nth(line).unwrap().replace(&quoted(row.level3), "…").trim().to_owned();
        let points = score.as_ref().map_or_else(|missing| missing.id().to_owned(), |score| score.points.to_string());
        let is_same = points.parse::<Decimal>().ok() == row.score.parse::<Decimal>().ok();
        let (named, others): (Vec<&Rule>, Vec<&Rule>) = rules.into_iter().partition(names_difference);
        let told =
            |rules: &[&Rule]| rules.iter().map(|rule| format!(" {} {}", rule.code, rule.name)).collect::<String>();
        let (sign, besides) = (if is_same { '=' } else { '≠' }, told(&others));
        let besides = if besides.is_empty() { besides } else { format!(" ;{besides}") };
        writeln!(shown, "{} | {} | {} | {}", row.class, row.table, row.level3, row.standard()).unwrap();
        writeln!(shown, "    {} → {} | {points} {sign}{}{besides}", value(2), value(5), told(&named)).unwrap();
    }
    assert_shown!(shown);
}

/// Whoever gathered the rows computed what missed targets earn, with a calculator.
#[test]
fn scores_in_proportion_are_those_that_were_computed_by_hand() {
    let text = table();
    let mut count = 0;
    for row in rows(&text).iter().filter(|row| !row.computed.is_empty()) {
        let (score, _) = scored(row);
        let off = score.unwrap().points - row.computed.parse::<Decimal>().unwrap();
        assert!(off.abs() <= Decimal::new(5, 3), "{}: {off}", row.level3);
        count += 1;
    }
    assert_eq!(count, 17);
}

/// A score that differs is named by one finding, whatever the row, and none is named that does not.
#[test]
fn no_difference_goes_unnamed() {
    let text = table();
    for row in rows(&text) {
        let (score, rules) = scored(&row);
        let filled: Decimal = row.score.parse().unwrap();
        let Ok(score) = score else { continue };
        let named = rules.iter().filter(|rule| names_difference(rule)).count();
        assert_eq!(
            named,
            usize::from(score.points != filled),
            "{} {}: {} {filled}",
            row.table,
            row.level3,
            score.points
        );
    }
}

/// Each row is read as it is printed, or as words where it is none of the values that the language knows.
#[test]
fn cells_are_read() {
    let text = table();
    let cells = rows(&text);
    let cells = cells.iter().flat_map(|row| [(row.target, row.unit), (row.actual, row.unit)]);
    let mut words: Vec<String> =
        cells.map(|(cell, unit)| value(cell, unit, is_readable)).filter(|cell| cell.starts_with('为')).collect();
    words.sort_unstable();
    words.dedup();
    assert_shown!(words.join("\n"));
}
