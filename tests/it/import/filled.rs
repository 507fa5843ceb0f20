//! Forms with results, printed and imported: what they say of results comes back as well.

use perfc::{
    import::read,
    syntax::quoted,
    table::{Format, Layout, Options, Table, render},
};
use proptest::prelude::*;
use serde_json::Value;

use super::{
    models::{budget as amounts, difference, forget_ids, lines_that_differ},
    properties::text,
    roundtrip::{document, imported},
};
use crate::{support::compiled, table::outcomes_of};

/// What no form of a year says of its results, and why, or what it says besides.
const OF_THE_YEAR: &[(&str, &str)] = &[
    ("at", "it has no cell for the day"),
    ("note", "nor for a remark on all"),
    ("forecast", "the year is over"),
    ("execution", "rates and points are printed as they are computed, and imported as they are filled in"),
    ("execution_score", "the same"),
    ("score", "the same"),
    ("grade", "the same"),
];

/// The same of a row.
const OF_THE_YEAR_IN_ROWS: &[&str] = &["label", "score", "note", "forecast", "likelihood"];

/// What no form of a part of the year says.
const OF_A_PART: &[(&str, &str)] =
    &[("goals", "it does not ask what became of the goals"), ("note", "nor for a remark on all")];

const OF_A_PART_IN_ROWS: &[&str] = &["label", "score"];

/// Targets, each with what may have been achieved of it and is expected.
const TARGETS: &[(&str, &[&str], &[&str])] = &[
    ("quantity \"次数\" >= 12 次", &["9 次", "13 次", "12.50 次"], &["11 次", "1,200 次"]),
    ("quantity \"户数\" 3..5 户", &["4 户", "0 户"], &["5 户"]),
    ("quality \"合格率\" 100%", &["98.5%", "100.00%"], &["99%"]),
    ("timeliness \"完成时间\" by 2026-11", &["2026-06-20", "2026-07"], &["2026-11-20", "2026年底"]),
    ("cost \"费用\" <= 10 万元", &["9.8 万元", "98000 元"], &["10.5 万元"]),
    ("social \"知晓程度\" is \"明显提升\"", &["achieved 75%", "is \"明显提升\"", "achieved 82.5%"], &["achieved 90%"]),
    ("social \"建成档案\" yes", &["yes", "no"], &["yes"]),
    ("economic \"收入\" >= 1.5 亿元", &["1.2 亿元", "-3 万元"], &["2 亿元"]),
    ("clients \"满意度\" graded 优 95%, 良 85%, 中 70%", &["88%"], &["90%"]),
];

/// A file of targets and what was achieved of them up to a day.
fn file(day: &'static str) -> impl Strategy<Value = String> {
    let pick = |list: &'static [&'static str]| prop::option::weighted(0.8, prop::sample::select(list));
    let rows: Vec<_> = TARGETS
        .iter()
        .map(|(target, actual, forecast)| {
            let likelihood = prop::sample::select(vec!["", "certain", "likely", "impossible"]);
            let texts = (prop::option::of(text()), prop::option::of(text()));
            (Just(*target), pick(actual), pick(forecast), likelihood, texts, 1..9_u8)
        })
        .collect();
    let money = |word: &'static str| {
        let amounts = [
            "",
            "9.8 万元 { fiscal 8 万元; other 1.80 万元 }",
            "98000 元",
            "10 万元 { fiscal 7.5 万元; carryover 2.5 万元 }",
            "9 万元 { fiscal 8 万元; bond 1 万元 }",
        ];
        prop::sample::select(amounts.to_vec()).prop_map(move |amount| match amount {
            "" => String::new(),
            amount => format!("{word} {amount}\n"),
        })
    };
    let goals = prop::collection::vec(text().prop_map(|text| format!("已{text}")), 0..3);
    (rows, [money("budget"), money("spent"), money("forecast")], goals).prop_map(move |(rows, mut money, goals)| {
        // The form of a part of the year has no cell for an adjusted budget, though its rates are shares of that.
        if day < "2026-12" {
            money[0].clear();
        }
        let (mut targets, mut results) = (String::new(), String::new());
        for (target, actual, forecast, likelihood, (reason, note), weight) in rows {
            targets += &format!("{target} weight {weight}\n");
            let name = target.split('"').nth(1).unwrap();
            // A form in which nothing is filled in says nothing.
            let Some(actual) = actual.or_else(|| results.is_empty().then_some("待定")) else { continue };
            let expected = forecast.map(str::to_owned).unwrap_or_default();
            let forecast = match (&*expected, likelihood, day < "2026-12") {
                (_, _, false) | ("", "", _) => String::new(),
                _ => format!(" forecast {expected} {likelihood}"),
            };
            let detail = |word: &str, text: Option<String>| text.map_or_else(String::new, |text| format!("{word} {}; ", quoted(&text)));
            let details = detail("reason", reason) + &detail("note", note);
            results += &format!("\"{name}\" {actual}{forecast} {{ {details} }}\n");
        }
        let goals: String = goals.iter().map(|goal| format!("goal {}\n", quoted(goal))).collect();
        format!(
            "standard own extends mof-2020 {{ fund bond \"专项债券资金\" \"Bonds\" }}\norg 610101 \"某某局\"\nyear 2026\n\
             project \"政策宣传\" {{\nbudget 10 万元 {{ fiscal 8 万元; other 2 万元 }}\ngoal \"让企业了解政策。\"\n{targets}}}\n\
             actual \"政策宣传\" at {day} {{\n{}{goals}{results}}}\n",
            money.concat()
        )
    })
}

/// What a source says of results, but for what forms do not.
fn results(source: &str, unsaid: &[(&str, &str)], unsaid_in_rows: &[&str]) -> Vec<Value> {
    let mut results = compiled(source).results();
    for result in &mut results {
        let fields = result.as_object_mut().unwrap();
        unsaid.iter().for_each(|(key, _)| drop(fields.remove(*key)));
        fields.retain(|_, value| !value.is_null());
        for key in ["budget", "spent", "forecast"] {
            if let Some(budget) = fields.get_mut(key) {
                amounts(budget);
            }
        }
        for row in fields["indicators"].as_array_mut().unwrap() {
            let row = row.as_object_mut().unwrap();
            unsaid_in_rows.iter().for_each(|key| drop(row.remove(*key)));
        }
        forget_ids(result);
    }
    results
}

/// What is lost or changed where the form of a source is imported; none where nothing is.
fn wrong(source: &str, imported: &str, layout: &Layout) -> Option<String> {
    let (unsaid, in_rows) =
        if layout.has_forecasts() { (OF_A_PART, OF_A_PART_IN_ROWS) } else { (OF_THE_YEAR, OF_THE_YEAR_IN_ROWS) };
    let other_results = || {
        let said = |source| results(source, unsaid, in_rows);
        let (expected, found) = (said(source), said(imported));
        (expected != found).then(|| lines_that_differ(&expected, &found))
    };
    let other_tables = || {
        let (expected, found) = (outcomes_of(source, layout), outcomes_of(imported, layout));
        (expected != found).then(|| format!("{:?}\n{:?}", shown(&expected), shown(&found)))
    };
    let wrong = difference(source, imported, layout).or_else(other_results).or_else(other_tables);
    wrong.map(|wrong| format!("{} {wrong}\n{source}\n{imported}", layout.id))
}

fn shown(tables: &[Table<'_>]) -> Vec<String> {
    let row = |row: &perfc::table::Row<'_>| row.cells.iter().map(|cell| format!("{}|", cell.text)).collect::<String>();
    tables.iter().flat_map(|table| &table.rows).map(row).collect()
}

fn survives(source: &str, layout: &str) -> Result<(), TestCaseError> {
    let layout = Layout::find(layout).unwrap();
    let tables = outcomes_of(source, layout);
    for text in imported(&document(&tables)) {
        let wrong = wrong(source, &text, layout);
        prop_assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
    }
    for &format in Format::ALL {
        let bytes = render(format, &tables, &Options { width: 4000, ..Options::default() }).unwrap();
        let [text, _] = imported(&read(&bytes).unwrap().1);
        let wrong = wrong(source, &text, layout);
        prop_assert!(wrong.is_none(), "{format:?} {}", wrong.unwrap_or_default());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn results_of_the_year(source in file("2026-12-31")) {
        survives(&source, "self-evaluation")?;
    }

    #[test]
    fn results_of_a_part_of_the_year(source in file("2026-07-31")) {
        survives(&source, "monitoring")?;
    }
}
