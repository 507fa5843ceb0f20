//! What holds of all results.

use perfc::{evaluation::Score, values::Decimal};
use proptest::prelude::*;
use rust_decimal::RoundingStrategy;

use super::codes;
use crate::evaluation::properties::{evaluation, rows, source};

/// What is said where a number that was filled in is not the one that is computed.
const DEPARTURES: [&str; 8] = ["P703", "P704", "P705", "P708", "P709", "P710", "P716", "P717"];

fn rounded(points: Decimal, decimals: u32) -> Decimal {
    points.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_computed_can_be_filled_in(rows in rows(), spent in 0..1_000_u32, decimals in 1..3_u32) {
        let evaluation = evaluation(&rows, spent);
        let filled = |score: &Score| rounded(score.points, decimals);
        let scores: Vec<Option<Decimal>> =
            evaluation.rows.iter().map(|row| row.score.as_ref().ok().map(filled)).collect();
        let execution = filled(evaluation.execution.as_ref().unwrap().score.as_ref().unwrap());
        let total: Decimal = scores.iter().flatten().copied().sum::<Decimal>() + execution;
        let order: Vec<usize> = (0..rows.len()).collect();
        let added = |number: usize| scores[number].map_or_else(String::new, |score| format!(" 得分 {score}"));
        let rate = rounded(Decimal::from(spent) / Decimal::TEN, decimals);
        let of_all = format!("    预算执行率 {rate}% 得分 {execution}\n    得分 {total}\n}}\n");
        let source = source(&rows, &order, &order, spent, added);
        let codes = codes(&(source.trim_end().trim_end_matches('}').to_owned() + &of_all));
        // What is told of scores of one decimal is that they have lost the second one.
        let is_told = |code: &&str| DEPARTURES.contains(code) && (decimals > 1 || *code != "P717");
        let departures: Vec<_> = codes.into_iter().filter(is_told).collect();
        prop_assert_eq!(departures, [""; 0], "{}", source);
    }

    /// Whatever numbers stand there: findings, or none.
    #[test]
    fn any_numbers_are_looked_at(rows in rows(), number in "-?[0-9]{1,28}|-?[0-9]{1,14}[.][0-9]{1,14}|0[.]0{0,26}1") {
        let order: Vec<usize> = (0..rows.len()).collect();
        let source = source(&rows, &order, &order, 900, |_| format!(" 得分 {number}"));
        let of_all = format!("    预算执行率 {number}% 得分 {number}; 得分 {number}; 等级 良; 预算 {number} 万元\n}}\n");
        let source = source.trim_end().trim_end_matches('}').to_owned() + &of_all;
        let none = source.replace("spent 900 元", &format!("spent {number} 元"));
        prop_assert!(codes(&source).len() <= 2 * rows.len() + 8);
        prop_assert!(codes(&none).len() <= 2 * rows.len() + 8);
    }
}
