//! Which of two targets asks for more.

use perfc::{
    diagnostic::Lang,
    difference::{By, Change, How, What, compare, render::Format},
};

use super::{rows, snapshots, told};
use crate::support::assert_shown;

/// The one change between two rows.
fn change(old: &str, new: &str) -> Option<Change> {
    let (old, new) = (snapshots("old.perf", &rows(old)), snapshots("new.perf", &rows(new)));
    let mut difference = compare(&old, &new);
    let mut project = difference.projects.pop()?;
    assert_eq!((project.rows.len(), project.changes.len()), (1, 0), "{project:#?}");
    let mut changes = project.rows.pop()?.changes;
    assert_eq!(changes.len(), 1, "{changes:#?}");
    changes.pop()
}

/// `relaxed -2家 -16.67%`
fn shown(change: &Change) -> String {
    let by = match &change.by {
        None => String::new(),
        Some(By::Amount { number, unit, percent }) => {
            let number = number.map_or("?".to_owned(), |number| number.to_string());
            format!(" {number}{unit}{}", percent.map(|percent| format!(" {percent}%")).unwrap_or_default())
        }
        Some(By::Days { days, .. }) => format!(" {days} days"),
    };
    format!("{}{by}", change.how.id())
}

/// Each as category, old target, new target, and what is to be told.
#[track_caller]
fn are_told(cases: &[(&str, &str, &str, &str)]) {
    for (category, old, new, expected) in cases {
        let row = |target: &str| format!("{category} \"x\" {target}");
        let change = change(&row(old), &row(new)).map_or("same".to_owned(), |change| shown(&change));
        assert_eq!(change, *expected, "{category} {old} → {new}");
        let mirrored = super::targets::change(&row(new), &row(old)).map_or("same", |change| change.how.id());
        let how = expected.split(' ').next().unwrap();
        assert_eq!(mirrored, mirror(how), "{category} {new} → {old}");
    }
}

fn mirror(how: &str) -> &str {
    match how {
        "tightened" => "relaxed",
        "relaxed" => "tightened",
        "raised" => "lowered",
        "lowered" => "raised",
        "settled" => "opened",
        "opened" => "settled",
        other => other,
    }
}

#[test]
fn numbers_go_by_their_signs() {
    are_told(&[
        ("quantity", ">= 12 家", ">= 10 家", "relaxed -2家 -16.67%"),
        ("quantity", ">= 12 家", ">= 12.0 家", "respelt"),
        ("quantity", "≥12家", "不少于 12 家", "same"),
        ("quantity", "<= 12 次", "<= 10 次", "tightened -2次 -16.67%"),
        ("quantity", "> 99 人", ">= 99 人", "relaxed"),
        ("quantity", "< 3 场", "<= 3 场", "relaxed"),
        ("quantity", ">= 10 家", "<= 10 家", "reversed"),
        ("quantity", ">= 0 家", ">= 3 家", "tightened 3家"),
        ("quantity", ">= -3%", ">= -2%", "tightened 1% 33.33%"),
        ("quality", ">= 9999999999999999999999999999 件", ">= 0.0001 件", "relaxed"),
        ("clients", ">= 90%", ">= 85%", "relaxed -5% -5.56%"),
        ("clients", ">= 0.1%", ">= 1‰", "respelt"),
    ]);
}

#[test]
fn without_a_sign_the_category_says_which_way_is_better() {
    are_told(&[
        ("quantity", "12 家", "10 家", "relaxed -2家 -16.67%"),
        ("quantity", "= 22 个", "= 20 个", "relaxed -2个 -9.09%"),
        ("cost", "10 万元", "12 万元", "relaxed 2万元 20%"),
        ("cost", "= 10 万元", "= 9 万元", "tightened -1万元 -10%"),
        ("timeliness", "10 天", "12 天", "relaxed 2天 20%"),
        ("timeliness", "95%", "90%", "relaxed -5% -5.26%"),
        // The sign of one side speaks for both.
        ("quality", "5 次", "<= 3 次", "tightened -2次 -40%"),
        ("quality", "= 5 次", ">= 4 次", "relaxed -1次 -20%"),
        // Of nothing it is not known whether more of it is better.
        ("quality", "0 次", "1 次", "changed 1次"),
        ("quality", "= 1 次", "= 0 次", "changed -1次 -100%"),
        ("quality", "<= 1 次", "<= 0 次", "tightened -1次 -100%"),
        ("cost", "0 元", "1 元", "relaxed 1元"),
    ]);
}

#[test]
fn signs_alone() {
    are_told(&[
        ("quantity", "12 家", ">= 12 家", "sign"),
        ("quantity", "= 12 家", ">= 12 家", "sign"),
        ("quantity", "= 12 家", "12 家", "sign"),
        ("cost", "10 万元", "<= 10 万元", "sign"),
        ("cost", "10 万元", ">= 10 万元", "reversed"),
        ("quality", "= 0 次", "0 次", "sign"),
    ]);
}

#[test]
fn units_are_converted_where_they_can_be() {
    are_told(&[
        ("cost", "<= 1 万元", "<= 10000 元", "respelt"),
        ("cost", "<= 1 万元", "<= 1.2 万元", "relaxed 0.2万元 20%"),
        ("cost", "<= 12232.20 元", "<= 1.3 万元", "relaxed 0.07678万元 6.28%"),
        ("cost", "<= 1 万元 per 家", "<= 10000 元/家", "respelt"),
        ("cost", "<= 1 万元 per 家", "<= 0.9 万元 per 家", "tightened -0.1万元 -10%"),
        ("cost", "<= 1 万元 per 家", "<= 1 万元", "unit"),
        ("cost", "<= 1 万元", "<= 1 美元", "unit"),
        ("quantity", ">= 12 家", ">= 12 个", "unit"),
        ("quantity", ">= 12", ">= 12 个", "unit"),
        ("quantity", ">= 100 人", ">= 100 人次", "unit"),
        ("quantity", ">= 3 亩", ">= 2000 平方米", "respelt"),
        ("quantity", ">= 3 亩", ">= 1999 平方米", "relaxed -1平方米 -0.05%"),
        ("timeliness", "<= 24 小时", "<= 2 天", "relaxed 1天 100%"),
    ]);
}

#[test]
fn dates_and_periods_go_by_their_last_day() {
    are_told(&[
        ("timeliness", "by 2026-11", "by 2026-12", "relaxed 31 days"),
        ("timeliness", "by 2026-11", "before 2026-12", "respelt"),
        ("timeliness", "2026年11月底前", "2026年11月30日前", "respelt"),
        ("timeliness", "by 2026-11", "2026-11", "sign"),
        ("timeliness", "2026年底", "by 2026", "sign"),
        ("timeliness", "2026-09-28", "2026-09-20", "tightened -8 days"),
        ("timeliness", "2026-06..2026-10", "2026-06..2026-11", "relaxed 30 days"),
        ("timeliness", "2026-06..2026-10", "2026-07..2026-10", "changed"),
        ("timeliness", "2026-06..2026-10", "by 2026-10", "kind"),
        ("timeliness", "2026-06..2026-10", "by 2026-09", "tightened -31 days"),
        ("timeliness", "by 2026-11", "<= 11 天", "kind"),
        ("timeliness", "by 2026-11", "95%", "kind"),
    ]);
}

#[test]
fn ranges_go_by_what_they_allow() {
    are_told(&[
        ("quantity", "3..5 次", "2..5 次", "relaxed"),
        ("quantity", "3..5 次", "4..5 次", "tightened"),
        ("quantity", "3..5 次", "4..6 次", "changed"),
        ("quantity", "3..5 次", "2..6 次", "relaxed"),
        ("quantity", "3..5 次", "3..5 家", "unit"),
        ("quantity", "1000..2000 元", "0.1..0.2 万元", "respelt"),
        ("quantity", "3..5 次", ">= 3 次", "relaxed"),
        ("quantity", "3..5 次", "<= 2 次", "kind"),
        ("quantity", "3..5 次", "= 4 次", "tightened"),
        ("quantity", "3..5 次", "4 次", "kind"),
        ("cost", "3..5 万元", "5 万元", "relaxed"),
        ("quantity", "5..5 次", "= 5 次", "kind"),
    ]);
}

#[test]
fn words_grades_steps_and_what_is_open() {
    are_told(&[
        ("social", "is \"明显提升\"", "is \"有所提升\"", "reworded"),
        ("social", "yes", "no", "changed"),
        ("social", "yes", "is \"是\"", "kind"),
        ("social", ">= 90%", "is \"明显提升\"", "kind"),
        ("social", "tbd", ">= 90%", "settled"),
        ("social", "tbd", "tbd", "same"),
        ("social", "graded 优 95%, 良 85%", "graded 优 95%, 良 85.0%", "respelt"),
        ("social", "graded 优 95%, 良 85%", "graded 优 90%, 良 80%", "relaxed"),
        ("social", "graded 优 95%, 良 85%", "graded 优 95%, 良 80%", "relaxed"),
        ("social", "graded 优 95%, 良 85%", "graded 优 96%, 良 80%", "changed"),
        ("social", "graded 优 95%, 良 85%", "graded 优 95%, 中 85%", "changed"),
        ("social", "steps >= 70% 3 分, >= 65% 1 分", "steps >= 75% 3 分, >= 65% 1 分", "tightened"),
        ("social", "steps >= 70% 3 分, >= 65% 1 分", "steps >= 70% 3 分, >= 65% 2 分", "changed"),
        ("social", ">= 90%", ">= 90% show \"90%以上\"", "shown"),
        ("social", "show \"5个/10个\"", "show \"5个/8个\"", "reworded"),
    ]);
}

#[test]
fn what_prints_the_same_is_told_by_its_meaning() {
    let change = |old, new| change(&format!("quantity \"x\" {old}"), &format!("quantity \"x\" {new}")).unwrap();
    let texts =
        |change: &Change| [&change.old, &change.new].map(|said| said.as_ref().unwrap().text.get(Lang::Zh).to_owned());
    let relaxed = change(">= 200 人 show \"许多\"", ">= 150 人 show \"许多\"");
    assert_eq!((relaxed.how, texts(&relaxed)), (How::Relaxed, ["≥200人".to_owned(), "≥150人".to_owned()]));
    let per = change("<= 1 万元 per 家", "<= 1 万元 per 次");
    assert_eq!((per.how, texts(&per)), (How::Unit, ["≤1万元 每家".to_owned(), "≤1万元 每次".to_owned()]));
}

#[test]
fn other_values_of_a_row() {
    let rows = |details: &str| rows(&format!("quantity \"x\" >= 5 家 {details}"));
    let old =
        "as a weight 10 { describe \"甲\"; source \"乙\"; basis \"丙\"; baseline 4 家; total >= 15 家; stretch 6 家 }";
    let new = "as b weight 8.5 { describe \"x\"; source \"丁\"; note \"戊\"; baseline 3 家; total >= 12 家 }";
    assert_shown!(told(&rows(old), &rows(new), Format::Text, Lang::Zh));
}

#[test]
fn unlike_baselines_ask_for_nothing() {
    let change = |old, new| {
        change(
            &format!("quantity \"x\" >= 5 家 {{ baseline {old} }}"),
            &format!("quantity \"x\" >= 5 家 {{ baseline {new} }}"),
        )
        .unwrap()
    };
    let lowered = change("4 家", "3 家");
    assert_eq!((lowered.what.clone(), lowered.how, lowered.is_weaker()), (What::Baseline, How::Lowered, false));
    assert_eq!(change("2025-03", "2025-02").how, How::Changed);
    assert!(!change("3 家", "tbd").is_weaker());
}

#[test]
fn deadlines_move_along_with_the_budget_year() {
    let source = |year: i16, target: &str| {
        format!("year {year}; project \"{year}年工作经费\" {{ timeliness \"x\" {target}; timeliness \"y\" 95% }}")
    };
    let told = |old, new| told(&source(2027, old), &source(2028, new), Format::Text, Lang::Zh);
    assert_shown!(
        [
            told("by 2027-11", "by 2028-11"),
            told("by 2027-11", "by 2028-12"),
            told("by 2027-11", "by 2027-11"),
            told("2027年2月底前", "2028年2月底前"),
            told("2027-01..2027-11", "2028-01..2028-10"),
        ]
        .join("----\n")
    );
}
