//! What is found in results during the year.

use perfc::diagnostic::Family;

use crate::support::compiled;

/// The codes of what is found in results of a day.
fn codes(day: &str, results: &str) -> Vec<&'static str> {
    let source = format!(
        "org 1 \"a\"; year 2026
project \"p\" {{ budget 12 万元 {{ fiscal 12 万元 }}; purpose \"x\"; goal \"y\"
    quantity \"场次\" >= 12 场; quality \"合格率\" >= 90%; timeliness \"完成\" by 2026-06-30; timeliness \"验收\" by 2026-11
    cost \"费用\" <= 12 万元; social \"效果\" is \"好\"; clients \"满意\" >= 90%
}}
actual \"p\" at {day} {{ {results} }}"
    );
    let compiled = compiled(&source);
    let rules = compiled.findings.iter().map(|finding| finding.code.rule());
    rules.filter(|rule| matches!(rule.family, Family::Results | Family::Sums)).map(|rule| rule.code).collect()
}

fn in_july(results: &str) -> Vec<&'static str> {
    codes("2026-07-31", results)
}

#[test]
fn red_lights_ask_for_a_reason() {
    assert_eq!(in_july("\"场次\" 4 场"), ["P721"]);
    assert_eq!(in_july("\"场次\" 4 场 { reason \"晚\" }"), [""; 0]);
    assert_eq!(in_july("\"合格率\" 89%"), ["P721"]);
    assert_eq!(in_july("\"费用\" 12.1 万元"), ["P721"]);
    assert_eq!(in_july("\"完成\" tbd"), ["P721"]);
    assert_eq!(in_july("\"完成\" 2026-07-02"), ["P721"]);
    assert_eq!(in_july("\"效果\" achieved 50%"), ["P721"]);
}

#[test]
fn expected_misses_ask_for_a_reason() {
    assert_eq!(in_july("\"场次\" 5 场"), ["P722"]);
    assert_eq!(in_july("\"场次\" 5 场 forecast 12 场"), [""; 0]);
    assert_eq!(in_july("\"场次\" 6 场"), [""; 0]);
    assert_eq!(in_july("\"场次\" 7 场 forecast 11 场"), ["P722"]);
    assert_eq!(in_july("\"场次\" 7 场 forecast 11 场 { reason \"少\" }"), [""; 0]);
    assert_eq!(in_july("\"费用\" 12 万元"), [""; 0]);
    assert_eq!(in_july("\"费用\" 9 万元 forecast 13 万元"), ["P722"]);
    assert_eq!(in_july("\"验收\" tbd forecast 2026-12-10"), ["P722"]);
    assert_eq!(in_july("\"验收\" tbd forecast 2026-11-30"), [""; 0]);
    assert_eq!(in_july("\"效果\" achieved 85% forecast impossible"), ["P722"]);
}

#[test]
fn forecasts_fit_their_likelihood() {
    assert_eq!(in_july("\"场次\" 7 场 forecast 11 场 certain { reason \"少\" }"), ["P723"]);
    assert_eq!(in_july("\"场次\" 7 场 forecast 12 场 impossible"), ["P723"]);
    assert_eq!(in_july("\"场次\" 7 场 forecast 11 场 likely { reason \"少\" }"), [""; 0]);
    assert_eq!(in_july("\"场次\" 6 场 forecast certain"), [""; 0]);
}

#[test]
fn results_are_not_of_the_future() {
    assert_eq!(in_july("\"验收\" 2026-11-20"), ["P724"]);
    assert_eq!(in_july("\"验收\" 2026-08"), ["P724"]);
    assert_eq!(in_july("\"验收\" 2026-07-31"), [""; 0]);
    assert_eq!(in_july("\"验收\" 2026-07"), [""; 0]);
}

#[test]
fn words_may_say_how_far_a_deadline_is() {
    assert_eq!(in_july("\"验收\" is \"进行中\""), [""; 0]);
    assert_eq!(in_july("\"场次\" is \"进行中\""), ["P702"]);
    assert!(codes("2026-12-31", "\"验收\" is \"进行中\"").contains(&"P702"));
}

#[test]
fn expected_spending_is_money_like_other() {
    assert_eq!(in_july("forecast 12 万元 { fiscal 12 万元 }"), [""; 0]);
    assert_eq!(in_july("forecast 12 万元 { fiscal 11 万元 }"), ["P401"]);
    assert_eq!(in_july("forecast 13 万元"), ["P714"]);
    assert_eq!(in_july("budget 14 万元; forecast 13 万元"), [""; 0]);
}

#[test]
fn a_mistake_is_told_once() {
    assert_eq!(in_july("\"完成\" by 2026-06-30 forecast 2026-12-10 certain"), ["P707"]);
    assert_eq!(in_july("\"场次\" 4 场 forecast 11 场 certain"), ["P723"]);
}

#[test]
fn at_the_end_of_the_year_there_are_no_lights() {
    let found = codes("2026-12-31", "\"场次\" 4 场 forecast 11 场 certain; \"合格率\" 89%");
    assert!(!found.iter().any(|code| ("P720".."P729").contains(code)), "{found:?}");
}
