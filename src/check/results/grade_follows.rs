//! P710: the grade that was filled in is not the one of the score.

use super::account::Account;
use crate::{
    diagnostic::{Code, Diagnostic, Value},
    field::{Grade, Standard},
    values::Decimal,
};

/// The score is the total that was filled in, else the sum of the scores. Where the two differ, either is enough.
pub fn grade_is_that_of_the_score(account: &Account<'_, '_>) -> Option<Diagnostic> {
    let standard = &account.project.standard;
    let grade = account.results.grade.as_ref().filter(|_| account.evaluation.total.weight == Decimal::ONE_HUNDRED)?;
    let total = account.results.score.as_ref();
    let sum = account.sum().map(|sum| sum.points);
    let fits = |score: Decimal| standard.grade(score).is_none_or(|right| right == grade.value);
    let scores = [total.map(|total| total.value.value), sum];
    if scores.into_iter().flatten().any(fits) {
        return None;
    }
    let score = scores.into_iter().flatten().next()?;
    let names = |grade: usize| Value::from(&standard.grades.list[grade].names);
    let finding = Diagnostic::new(Code::GradeOff, grade.span)
        .with("score", score.normalize().to_string())
        .with("right", names(standard.grade(score)?))
        .with("filled", names(grade.value))
        .with("standard", standard.id.as_str())
        .with("list", bounds(standard));
    Some(match total {
        Some(total) => finding.also(1, total.span),
        None => finding.also(2, account.results.head),
    })
}

/// `优 ≥90、良 ≥80`
fn bounds(standard: &Standard) -> Value {
    let bound = |grade: &Grade| {
        let (comparison, score) = grade.bound?;
        let said = |name: &str| format!("{name} {}{}", comparison.printed(), score.normalize());
        Some((said(&grade.names.zh), said(&grade.names.en)))
    };
    let bounds: Vec<(String, String)> = standard.grades.list.iter().filter_map(bound).collect();
    Value::list(bounds.iter().map(|(zh, en)| (zh.as_str(), en.as_str())))
}
