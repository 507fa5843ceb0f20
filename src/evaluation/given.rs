//! Scores that no rule tells: somebody judges, and fills in the points.

use super::{
    Score, finished,
    missing::Missing,
    share::{Earned, Share},
};
use crate::{
    diagnostic::{Phrase, Text},
    field::{Judgement, Standard},
    model::{Achievement, Meaning},
    values::{Decimal, Ratio},
};

/// The score of a result that the rules cannot tell.
///
/// # Errors
/// Why they cannot, or which points a judgement asks for.
pub(super) fn score(
    missing: Missing,
    achievement: &Achievement<'_>,
    weight: Decimal,
    rules: &Standard,
) -> Result<Score, Missing> {
    let judgement = judgement(achievement, rules).filter(|_| missing == Missing::NotJudged);
    match (judgement, points(achievement, weight), missing) {
        (Some(judgement), points, _) => judged(judgement, points, weight, rules),
        (None, Some(points), Missing::NotJudged | Missing::NoRule) => {
            let how = Phrase::new(Text { zh: "按填报的得分", en: "as it was filled in" });
            given(Earned::share(Ratio::ZERO, None, how), points, weight, rules)
        }
        (_, _, missing) => Err(missing),
    }
}

/// The judgement that a result names, as forms have it: 部分达成年度指标并具有一定效果.
fn judgement<'r>(achievement: &Achievement<'_>, rules: &'r Standard) -> Option<(usize, &'r Judgement)> {
    match &achievement.value.as_ref()?.meaning {
        Meaning::Text(text) => rules.scoring.judgement_of(text.trim()),
        _ => None,
    }
}

/// The points that were filled in, if they can be.
fn points(achievement: &Achievement<'_>, weight: Decimal) -> Option<Decimal> {
    let points = achievement.score.as_ref()?.value.value;
    (points >= Decimal::ZERO && points <= weight).then_some(points)
}

/// What was judged earns as many points as were filled in, within what the judgement may earn.
fn judged(
    (at, judgement): (usize, &Judgement),
    points: Option<Decimal>,
    weight: Decimal,
    rules: &Standard,
) -> Result<Score, Missing> {
    let (low, high) = rules.scoring.band(at, weight).ok_or(Missing::TooLong)?;
    let points = points.filter(|points| *points >= low && *points <= high);
    let points = points.ok_or_else(|| Missing::NoPoints { judgement: judgement.names.clone(), band: (low, high) })?;
    let how = Text {
        zh: "{judgement}（{low} 到 {high} 分），按填报的得分",
        en: "{judgement} ({low} to {high} points), as it was filled in",
    };
    let how = Phrase::new(how)
        .with("judgement", &judgement.names)
        .with("low", low.normalize().to_string())
        .with("high", high.normalize().to_string());
    let earned = Earned::share(Ratio::ZERO, None, how).by(super::rule::judgement(judgement));
    let score = given(earned, points, weight, rules)?;
    Ok(Score { judgement: Some(judgement.names.clone()), ..score })
}

fn given(earned: Earned, points: Decimal, weight: Decimal, rules: &Standard) -> Result<Score, Missing> {
    let earned = Earned { share: Share::Points(points), met: points == weight, ..earned };
    Ok(Score { is_given: true, ..finished(earned, weight, rules)? })
}
