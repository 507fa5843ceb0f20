//! The share of the points that a number earns.

use super::{
    compare::Pair,
    curve::{self, Curve},
    missing::Missing,
    rule,
};
use crate::{
    diagnostic::{Phrase, Text, Value},
    field::{Direction, Method, Names, Standard, Step, Subject},
    values::{Decimal, Ratio},
    words::Comparison,
};

/// What was earned.
#[derive(Debug, Clone)]
pub(super) struct Earned {
    /// The share of the points, 1 for all; or the points themselves.
    pub share: Share,
    /// Actual ÷ target, where both are numbers above zero.
    pub attainment: Option<Ratio>,
    /// Whether the target is met.
    pub met: bool,
    /// How a target in words was judged.
    pub judgement: Option<Names>,
    /// The statement of the standard that it follows, where it follows one.
    pub rule: Option<Value>,
    /// The formula, with all numbers put in but the points.
    pub how: Phrase,
    /// What would earn another share, of numbers that fall short.
    pub curve: Option<Curve>,
}

/// A part of the points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// Of all of them.
    Of(Ratio),
    /// So many.
    Points(Decimal),
}

impl Share {
    /// The share of so many points.
    pub fn of(self, weight: Decimal) -> Option<Ratio> {
        match self {
            Self::Of(share) => Some(share),
            Self::Points(points) => Ratio::from(points).over(weight.into()),
        }
    }
}

impl Earned {
    /// All of the points.
    pub fn all(attainment: Option<Ratio>) -> Self {
        let how = Phrase::new(Text { zh: "达到目标，得满分", en: "the target is met: all points" });
        Self { share: Share::Of(Ratio::ONE), attainment, met: true, judgement: None, how, curve: None, rule: None }
    }

    /// All of the points or none.
    pub fn all_or_nothing(met: bool) -> Self {
        let none = Text { zh: "没有达到目标，不得分", en: "the target is missed: no points" };
        if met { Self::all(None) } else { Self::share(Ratio::ZERO, None, Phrase::new(none)) }
    }

    /// A share of a target that is missed.
    pub fn share(share: Ratio, attainment: Option<Ratio>, how: Phrase) -> Self {
        Self {
            share: Share::Of(share),
            attainment,
            met: share == Ratio::ONE,
            judgement: None,
            how,
            curve: None,
            rule: None,
        }
    }

    /// Puts a value into the formula.
    pub fn with(self, name: &'static str, value: impl Into<Value>) -> Self {
        Self { how: self.how.with(name, value), ..self }
    }

    /// Says which rule it follows, unless that is said already.
    pub fn by(self, rule: Value) -> Self {
        Self { rule: self.rule.or(Some(rule)), ..self }
    }
}

/// The share that a number earns by a method.
///
/// # Errors
/// [`Missing::TooLong`].
pub(super) fn of_number(
    pair: &Pair,
    subject: Subject,
    comparison: Comparison,
    method: &Method,
    target: &str,
    rules: &Standard,
) -> Result<Earned, Missing> {
    let (aim, actual) = (pair.target, pair.actual);
    let attainment = if aim > Ratio::ZERO { actual.over(aim) } else { None };
    let met = comparison.holds(&actual, &aim);
    if let Method::Steps(steps) = method {
        return Ok(Earned { attainment, met, ..stepped(steps, pair, actual) });
    }
    if let Some(earned) = beyond(subject, attainment, rules) {
        return Ok(Earned { met, ..earned });
    }
    if met {
        return Ok(Earned::all(attainment));
    }
    if let Some(how) = exceeded(aim, actual, subject, method) {
        let how = Phrase::new(how).with("target", target).with("actual", pair.shown.as_str());
        return Ok(Earned { how, ..Earned::all(attainment) });
    }
    let share = missed(aim, actual, subject, method).ok_or(Missing::TooLong)?;
    let curve = curve::curve(pair, subject, comparison, method);
    let how = formula(pair, subject, method, share).with("target", target).with("actual", pair.shown.as_str());
    Ok(Earned { met, curve: Some(curve), ..Earned::share(share, attainment, how) })
}

/// What is aimed at exactly may be exceeded as well, and where that is zero there may be less: so it is scored in practice.
fn exceeded(aim: Ratio, actual: Ratio, subject: Subject, method: &Method) -> Option<Text> {
    let may_differ = subject == Subject::Exact && matches!(method, Method::Proportional { .. });
    if may_differ && aim > Ratio::ZERO && actual > aim {
        return Some(Text {
            zh: "{actual} 超过 {target}，得满分", en: "{actual} is more than {target}: all points"
        });
    }
    let is_less = may_differ && aim.is_zero() && actual < aim;
    is_less.then_some(Text {
        zh: "{actual} 不到 {target}，得满分", en: "{actual} is less than {target}: all points"
    })
}

/// What is beyond the limit takes points away, where the rules say so.
fn beyond(subject: Subject, attainment: Option<Ratio>, rules: &Standard) -> Option<Earned> {
    let overshoot = rules.scoring.overshoot.filter(|overshoot| overshoot.reduces)?;
    let attainment = attainment.filter(|_| subject == Subject::Numbers(Direction::More))?;
    let excess = attainment.minus(overshoot.limit).filter(|excess| *excess > Ratio::ZERO)?;
    let share = Ratio::ONE.minus(excess)?.max(Ratio::ZERO);
    let how = Text {
        zh: "完成 {attainment}，超过 {limit} 的部分扣分：{weight} × {share}",
        en: "{attainment} of the target; what is beyond {limit} takes points away: {weight} × {share}",
    };
    let how = Phrase::new(how).with("attainment", percent(attainment)).with("limit", percent(overshoot.limit));
    Some(Earned::share(share, Some(attainment), how).by(rule::overshoot(overshoot)))
}

/// The share of a missed target; `None` where it has too many digits.
fn missed(aim: Ratio, actual: Ratio, subject: Subject, method: &Method) -> Option<Ratio> {
    let between = |share: Ratio| share.clamp(Ratio::ZERO, Ratio::ONE);
    let linear = || Ratio::ONE.minus(actual.minus(aim)?.abs().over(aim.abs())?).map(between);
    // A proportion to nothing, or to less than nothing, says nothing.
    match method {
        _ if aim.is_zero() => Some(Ratio::ZERO),
        Method::AllOrNothing | Method::Steps(_) => Some(Ratio::ZERO),
        Method::Linear => linear(),
        _ if aim < Ratio::ZERO => linear(),
        Method::Inverse => match actual > Ratio::ZERO {
            true => aim.over(actual).map(between),
            false => Some(Ratio::ZERO),
        },
        Method::Proportional { passing } if subject == Subject::Numbers(Direction::Less) => {
            let share = if actual > Ratio::ZERO { between(aim.over(actual)?) } else { Ratio::ZERO };
            Some(passed(share, *passing))
        }
        Method::Proportional { passing } => Some(passed(between(actual.over(aim)?), *passing)),
    }
}

fn passed(share: Ratio, passing: Option<Ratio>) -> Ratio {
    if passing.is_some_and(|passing| share < passing) { Ratio::ZERO } else { share }
}

/// How the share was computed, as a formula that `target` and `actual` are put into.
fn formula(pair: &Pair, subject: Subject, method: &Method, share: Ratio) -> Phrase {
    let (aim, actual) = (pair.target, pair.actual);
    let phrase = |zh, en| Phrase::new(Text { zh, en });
    match method {
        _ if aim.is_zero() => {
            phrase("目标是零，实际 {actual}，不得分", "the target is zero, the result {actual}: no points")
        }
        Method::AllOrNothing | Method::Steps(_) => {
            phrase("{actual} 没有达到 {target}，不得分", "{actual} misses {target}: no points")
        }
        Method::Linear => linear_formula(aim, actual, share),
        _ if aim < Ratio::ZERO => linear_formula(aim, actual, share),
        Method::Inverse => phrase("{weight} × {target} ÷ {actual}", "{weight} × {target} ÷ {actual}"),
        Method::Proportional { .. } if share.is_zero() => {
            phrase("{actual} ÷ {target} 不够得分", "{actual} ÷ {target} is too little for any points")
        }
        Method::Proportional { .. } if subject == Subject::Numbers(Direction::Less) => {
            phrase("{weight} × {target} ÷ {actual}", "{weight} × {target} ÷ {actual}")
        }
        Method::Proportional { .. } => phrase("{weight} × {actual} ÷ {target}", "{weight} × {actual} ÷ {target}"),
    }
}

/// The larger of the two numbers first, so that the difference needs no bars.
fn linear_formula(aim: Ratio, actual: Ratio, share: Ratio) -> Phrase {
    let phrase = |zh, en| Phrase::new(Text { zh, en });
    match (share.is_zero(), aim < Ratio::ZERO, actual > aim) {
        (true, ..) => {
            phrase("{actual} 与 {target} 相差一倍以上，不得分", "{actual} is off {target} by all of it: no points")
        }
        (_, true, _) => phrase(
            "{weight} ×（1 − |{actual} − ({target})| ÷ |{target}|）",
            "{weight} × (1 − |{actual} − ({target})| ÷ |{target}|)",
        ),
        (_, _, true) => phrase(
            "{weight} ×（1 −（{actual} − {target}）÷ {target}）",
            "{weight} × (1 − ({actual} − {target}) ÷ {target})",
        ),
        _ => phrase(
            "{weight} ×（1 −（{target} − {actual}）÷ {target}）",
            "{weight} × (1 − ({target} − {actual}) ÷ {target})",
        ),
    }
}

/// The share of the first step that a value reaches.
fn stepped(steps: &[Step], pair: &Pair, actual: Ratio) -> Earned {
    let step = steps.iter().find(|step| step.comparison.holds(&actual, &step.bound));
    let how = match step {
        Some(step) => Phrase::new(Text {
            zh: "{actual} {sign} {bound}：{weight} × {share}",
            en: "{actual} {sign} {bound}: {weight} × {share}",
        })
        .with("sign", step.comparison.printed())
        .with("bound", percent(step.bound)),
        None => Phrase::new(Text { zh: "{actual} 没有达到任何一档", en: "{actual} reaches no threshold" }),
    };
    let how = how.with("actual", pair.shown.as_str());
    let curve = Some(curve::stepped(pair, steps));
    Earned { curve, ..Earned::share(step.map_or(Ratio::ZERO, |step| step.share), None, how) }
}

/// A ratio as a percentage: `93.33%`; behind ≈ where it has too many digits to be told exactly.
pub fn percent(ratio: Ratio) -> String {
    // Rounded before it is multiplied, for of a hundred times as much there may be too many digits.
    let text = match ratio.rounded(4) {
        Some(share) => hundredfold(share),
        None => ratio.times(Ratio::ONE_HUNDRED).map_or_else(|| nearly(ratio), |percentage| percentage.to_string()),
    };
    format!("{text}%")
}

fn hundredfold(share: Decimal) -> String {
    let about = if share.fract().is_zero() { "" } else { "≈" };
    let shifted = || format!("{about}{}00", share.trunc());
    share.checked_mul(Decimal::ONE_HUNDRED).map_or_else(shifted, |percentage| percentage.normalize().to_string())
}

fn nearly(ratio: Ratio) -> String {
    format!("≈{:.0}", ratio.approximate() * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_of_many_digits() {
        let number = |text: &str| Ratio::from(text.parse::<Decimal>().unwrap());
        let large = number("9999999999999999999999999999");
        let over = |other: &str| percent(large.over(number(other)).unwrap());
        assert_eq!(percent(number("0.98765")), "98.77%");
        assert_eq!(over("9999999999999999999999999998"), "100%");
        assert_eq!(over("19999999999999999999999999998"), "50%");
        assert_eq!(over("3"), "333333333333333333333333333300%");
        assert_eq!(percent(large), "999999999999999999999999999900%");
        assert_eq!(percent(number("7999999999999999999999999.75")), "799999999999999999999999975%");
    }
}
