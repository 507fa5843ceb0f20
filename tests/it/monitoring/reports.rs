//! What reports say of a year that goes on.

use perfc::{
    diagnostic::Lang,
    report::monitoring::{Monitored, monitored, text},
    table::Options,
};

use super::monitored as each;
use crate::support::assert_shown;

const YEAR: &str = include_str!("../../cli/monitoring.in/both.perf");

/// How the project stood in July.
fn july() -> Monitored {
    let mut reports = Vec::new();
    each(YEAR, None, |project, results, monitoring| {
        reports.push(monitored(project, Some(results), &monitoring, &project.standard));
    });
    reports.swap_remove(0)
}

#[test]
fn lights_have_their_colours_on_a_terminal() {
    let options = Options { width: 120, ..Options::default() };
    let plain = text::render(&july(), Lang::En, &options, false);
    let coloured = text::render(&july(), Lang::En, &options, true);
    for (light, code) in [("red", 31), ("yellow", 33), ("green", 32)] {
        assert!(coloured.contains(&format!("\u{1b}[{code}m●{light}\u{1b}[0m")), "{coloured}");
    }
    let bare = [31, 33, 32, 0].iter().fold(coloured, |text, code| text.replace(&format!("\u{1b}[{code}m"), ""));
    assert_eq!(bare, plain);
}

#[test]
fn rows_are_behind_by_light_or_by_what_is_expected() {
    let behind: Vec<String> = july().rows.into_iter().filter(|row| row.behind).map(|row| row.name).collect();
    assert_eq!(behind, ["养护里程", "验收合格率", "通行条件"]);
}

#[test]
fn the_year_in_words() {
    let options = Options { width: 90, ..Options::default() };
    assert_shown!(text::render(&july(), Lang::Zh, &options, false));
}
