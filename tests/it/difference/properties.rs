//! What holds of all differences, whatever is compared.

use perfc::{
    diagnostic::{Findings, Lang, render::Style},
    difference::{
        By, Change, Difference, How, Pair, What, compare,
        render::{Format, render},
    },
    field::Field,
    format::{self, Options},
    source::FileId,
    syntax,
    table::Ambiguous,
};
use proptest::{collection::vec, prelude::*};

use super::{snapshots, told};
use crate::schema::statement;

/// Real files.
const FILES: [&str; 3] = [
    include_str!("../format/seed.en.perf"),
    include_str!("../format/seed.zh.perf"),
    include_str!("../../../examples/forms.perf"),
];

fn project(statements: &[String]) -> String {
    format!("org 1 \"a\"; year 2026; project \"p\" {{\n{}\n}}", statements.join("\n"))
}

/// Statements of which some stand on both sides, in any order on the new one.
fn sides() -> impl Strategy<Value = (Vec<String>, Vec<String>)> {
    (vec(statement(), 0..6), vec(statement(), 0..6), vec(statement(), 0..6)).prop_flat_map(|(both, old, new)| {
        let olds = [&both[..], &old].concat();
        (Just(olds), Just([both, new].concat()).prop_shuffle())
    })
}

/// A line for each thing that differs; with the sides exchanged, what the mirror image would say.
fn lines(difference: &Difference<'_>, mirrored: bool) -> Vec<String> {
    let mut lines: Vec<String> = difference.changes.iter().map(|change| line(change, mirrored)).collect();
    for project in &difference.projects {
        let name =
            |pair: [Option<&str>; 2]| swapped(pair, mirrored).map(|name| name.unwrap_or("-").to_owned()).join(" → ");
        let own = name([project.pair.before().map(|old| &*old.name), project.pair.after().map(|new| &*new.name)]);
        lines.push(own);
        lines.extend(project.changes.iter().map(|change| line(change, mirrored)));
        for row in &project.rows {
            let row_name = name([row.pair.before().map(|old| &*old.name), row.pair.after().map(|new| &*new.name)]);
            lines.push(format!("{row_name} {}", matches!(row.pair, Pair::Both(..))));
            lines.extend(row.changes.iter().map(|change| format!("{row_name}: {}", line(change, mirrored))));
        }
        for check in &project.checks {
            let formula = |check: &perfc::difference::Check| check.formula.text.get(Lang::En).to_owned();
            let formulas = [check.pair.before().map(formula), check.pair.after().map(formula)];
            lines.push(format!("{:?}", swapped(formulas, mirrored)));
            lines.extend(check.changes.iter().map(|change| line(change, mirrored)));
        }
    }
    lines.sort();
    lines
}

fn swapped<T>([old, new]: [T; 2], mirrored: bool) -> [T; 2] {
    if mirrored { [new, old] } else { [old, new] }
}

fn line(change: &Change, mirrored: bool) -> String {
    // A paragraph that is on both sides is counted on the new one.
    let what = match change.what {
        What::Purpose(_) => What::Purpose(0),
        What::Goal(_) => What::Goal(0),
        ref other => other.clone(),
    };
    let texts = [&change.old, &change.new].map(|said| said.as_ref().map(|said| said.text.get(Lang::En)));
    let how = if mirrored { mirror(change.how) } else { change.how };
    let days = match change.by {
        Some(By::Days { days, .. }) => Some(if mirrored { -days } else { days }),
        _ => None,
    };
    format!("{what:?} {how:?} {:?} {days:?}", swapped(texts, mirrored))
}

fn mirror(how: How) -> How {
    match how {
        How::Added => How::Removed,
        How::Removed => How::Added,
        How::Raised => How::Lowered,
        How::Lowered => How::Raised,
        How::Tightened => How::Relaxed,
        How::Relaxed => How::Tightened,
        How::Settled => How::Opened,
        How::Opened => How::Settled,
        How::Kind { old, new } => How::Kind { old: new, new: old },
        other => other,
    }
}

#[test]
fn nothing_differs_from_itself() {
    for text in FILES {
        let list = snapshots("a.perf", text);
        assert!(!list.is_empty());
        assert_eq!(lines(&compare(&list, &list), false), [""; 0]);
    }
}

#[test]
fn formatting_and_the_language_of_words_make_no_difference() {
    let standard = Field::embedded().standard("mof-2020").unwrap();
    for text in FILES {
        for words in [None, Some(Lang::Zh), Some(Lang::En)] {
            let tree = syntax::parse(FileId(0), text, &mut Findings::default());
            let formatted = format::format(text, &tree, Options { words, vocabulary: Some(&**standard) });
            let (old, new) = (snapshots("a.perf", text), snapshots("b.perf", &formatted));
            assert_eq!(lines(&compare(&old, &new), false), [""; 0], "{words:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_other_way_round_it_is_the_mirror_image((old, new) in sides()) {
        let (old, new) = (snapshots("a.perf", &project(&old)), snapshots("b.perf", &project(&new)));
        prop_assert_eq!(lines(&compare(&old, &new), false), lines(&compare(&new, &old), true));
    }

    #[test]
    fn what_is_written_differs_from_itself_in_nothing(statements in vec(statement(), 0..12)) {
        let text = project(&statements);
        let list = snapshots("a.perf", &text);
        prop_assert_eq!(lines(&compare(&list, &list), false), [""; 0]);
    }

    #[test]
    fn the_order_of_rows_is_no_difference(order in Just((0..FILES[1].lines().count()).collect::<Vec<_>>()).prop_shuffle()) {
        for text in FILES {
            let (old, new) = (snapshots("a.perf", text), snapshots("b.perf", &shuffled(text, &order)));
            prop_assert_eq!(lines(&compare(&old, &new), false), [""; 0]);
        }
    }

    #[test]
    fn it_can_be_told_in_any_width((old, new) in sides(), width in 0..140_usize) {
        let (old, new) = (snapshots("a.perf", &project(&old)), snapshots("b.perf", &project(&new)));
        let difference = compare(&old, &new);
        for lang in [Lang::Zh, Lang::En] {
            let text = render(Format::Text, &difference, Style { lang, colour: false, width });
            prop_assert_eq!(text.is_empty(), difference.is_empty());
            prop_assert!(text.lines().all(|line| Ambiguous::Narrow.width(line) <= width.max(40)), "{}", text);
        }
    }
}

/// A file with the rows of each project in another order: lines that begin with a category and have no block of their own.
fn shuffled(text: &str, order: &[usize]) -> String {
    let standard = Field::embedded().standard("mof-2020").unwrap();
    let is_row = |line: &&str| {
        let word = line.split_whitespace().next().unwrap_or_default();
        line.starts_with("    ")
            && !line.starts_with("     ")
            && standard.find_category(word).is_some()
            && !line.trim_end().ends_with('{')
    };
    let mut out = String::new();
    for part in text.split_inclusive("\n}") {
        let rows: Vec<&str> = part.lines().filter(is_row).collect();
        let mut turned: Vec<&str> = order.iter().filter_map(|at| rows.get(*at).copied()).collect();
        turned.extend(rows.iter().skip(order.len()));
        let mut turned = turned.into_iter();
        let lines = part.lines().map(|line| if is_row(&line) { turned.next().unwrap() } else { line });
        out += &(lines.collect::<Vec<_>>().join("\n") + "\n");
    }
    out
}

#[test]
fn rows_are_really_shuffled() {
    let order: Vec<usize> = (0..100).rev().collect();
    let turned = shuffled(FILES[0], &order);
    assert_ne!(turned.trim(), FILES[0].trim());
    assert_eq!(told(FILES[0], &turned, Format::Text, Lang::Zh), "");
}
