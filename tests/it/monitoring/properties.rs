//! What holds of all lights, whatever the numbers are.

use perfc::{field::Light, values::Ratio};
use proptest::prelude::*;

use super::monitored;

/// The light of a row and its share of what is due.
type Told = (Option<Light>, Option<Ratio>);

/// How one row stands.
fn told(target: &str, actual: &str, day: &str) -> Told {
    let source = format!(
        "year 2026\nproject \"p\" {{ budget 1 元; {target} }}\nactual \"p\" at {day} {{ \"x\" {actual}; spent 1 元 }}"
    );
    let mut told = (None, None);
    monitored(&source, None, |_, _, monitoring| {
        let row = &monitoring.rows[0];
        told = (row.light(), row.progress.as_ref().ok().and_then(|progress| progress.share));
        assert_eq!(monitoring.light, told.0);
    });
    told
}

/// A number of few digits: thousandths.
fn number(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    format!("{sign}{}.{:03}", thousandths.abs() / 1000, thousandths.abs() % 1000)
}

fn day() -> impl Strategy<Value = String> {
    (1..=12_u8, 1..=28_u8).prop_map(|(month, day)| format!("2026-{month:02}-{day:02}"))
}

/// The head of a row, and whether more is better.
fn head() -> impl Strategy<Value = (&'static str, bool)> {
    prop::sample::select(vec![
        ("quantity \"x\" >=", true),
        ("quantity \"x\" >", true),
        ("quantity \"x\"", true),
        ("quantity \"x\" =", true),
        ("quality \"x\" >=", true),
        ("quality \"x\" =", true),
        ("social \"x\" >=", true),
        ("quantity \"x\" <=", false),
        ("quality \"x\" <", false),
        ("cost \"x\"", false),
        ("cost \"x\" =", false),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn better_results_have_no_worse_light(
        (head, is_more) in head(), target in 1..100_000_i64, one in 0..200_000_i64, other in 0..200_000_i64, day in day(),
    ) {
        let target = format!("{head} {} 元", number(target));
        let light = |actual: i64| told(&target, &format!("{} 元", number(actual)), &day).0;
        let (lower, higher) = (light(one.min(other)), light(one.max(other)));
        prop_assert!(lower.is_some() && higher.is_some());
        prop_assert!(if is_more { lower <= higher } else { lower >= higher }, "{target}: {lower:?} {higher:?}");
    }

    #[test]
    fn time_makes_no_light_better(target in 1..100_000_i64, actual in 0..200_000_i64, one in day(), other in day()) {
        let target = format!("quantity \"x\" >= {} 元", number(target));
        let light = |day: &str| told(&target, &format!("{} 元", number(actual)), day).0;
        let (sooner, later) = if one <= other { (&one, &other) } else { (&other, &one) };
        prop_assert!(light(sooner) >= light(later));
    }

    #[test]
    fn other_units_change_nothing(
        (head, _) in head(), target in -1_000..100_000_i64, actual in -1_000..200_000_i64, day in day(),
    ) {
        let target = format!("{head} {} 元", number(target));
        let plain = told(&target, &format!("{} 元", number(actual)), &day);
        let converted = told(&target, &format!("{} 角", number(actual * 10)), &day);
        prop_assert_eq!(plain, converted);
    }

    #[test]
    fn what_does_not_add_up_has_the_same_light_on_any_day(
        target in 1..100_000_i64, actual in 0..200_000_i64, one in day(), other in day(),
    ) {
        let target = format!("clients \"x\" >= {}%", number(target));
        let actual = format!("{}%", number(actual));
        prop_assert_eq!(told(&target, &actual, &one), told(&target, &actual, &other));
    }
}
