//! Targets with thresholds: the grade that is reached earns the share at which that grade begins among the grades of the
//! standard, the best one all; steps earn their points.

use super::{
    achieved::direction,
    compare::{Pair, pair},
    curve::{self, Threshold},
    missing::Missing,
    row::{Row, default_comparison},
    rule,
    share::{Earned, Share},
};
use crate::{
    diagnostic::{Phrase, Text},
    field::{Grade, Subject},
    model::{Meaning, Quantity, Target},
    values::Ratio,
    words::Comparison,
};

impl<'s> Row<'_, 's> {
    /// What a result earns of a target with thresholds.
    ///
    /// # Errors
    /// What is missing to tell.
    pub fn threshold(&self, target: &Target<'s>, value: &Target<'s>) -> Result<Earned, Missing> {
        let actual = self.quantity(value)?;
        let bounds: Vec<&Quantity<'_>> = target.thresholds().collect();
        let beside =
            |bound: &&Quantity<'_>| pair((bound.number.value.value, bound.unit.as_ref()), target, actual, value);
        let pairs = bounds.iter().map(beside).collect::<Result<Vec<Pair>, Missing>>()?;
        let threshold = |(at, pair)| self.bound(target, at, bounds[at], pair);
        let all: Vec<Threshold> = pairs.iter().enumerate().map(threshold).collect();
        let is_reached =
            |(pair, threshold): (&Pair, &Threshold)| threshold.comparison.holds(&pair.actual, &threshold.bound);
        let earned = match pairs.iter().zip(&all).position(is_reached) {
            Some(at) => self.reached(target, at, all[at].earns).with("bound", bounds[at].printed()),
            None => {
                let how = Text { zh: "没有达到任何一档", en: "no threshold is reached" };
                Earned::share(Ratio::ZERO, None, Phrase::new(how))
            }
        };
        let curve = pairs.first().map(|pair| curve::thresholds(pair, all));
        Ok(Earned { curve, ..earned }.by(rule::thresholds(target, &self.project.standard)))
    }

    /// A threshold of a target, and what it earns.
    fn bound(&self, target: &Target<'_>, at: usize, bound: &Quantity<'_>, pair: &Pair) -> Threshold {
        let direction = Subject::Numbers(direction(bound, self.category(), &self.field.units));
        let comparison = bound.comparison.map_or_else(|| default_comparison(direction), |sign| sign.value);
        let earns = match &target.meaning {
            Meaning::Graded(grades) if at > 0 => Share::Of(begin(self.grade(grades[at].grade))),
            Meaning::Steps(steps) => Share::Points(steps[at].points.value.value),
            _ => Share::Of(Ratio::ONE),
        };
        Threshold { comparison, bound: pair.target, earns }
    }

    /// A grade of the project, as the rules have it.
    fn grade(&self, grade: usize) -> Option<&Grade> {
        let own = &self.project.standard.grades.list[grade];
        self.rules.grades.find(&own.id).map(|number| &self.rules.grades.list[number])
    }

    /// What a threshold earns that is reached; the best one meets the target.
    fn reached(&self, target: &Target<'_>, at: usize, earns: Share) -> Earned {
        let how = match earns {
            Share::Of(_) => Text {
                zh: "达到 {bound}（{grade}）：{weight} × {share}",
                en: "{bound} ({grade}) is reached: {weight} × {share}",
            },
            Share::Points(_) => {
                Text { zh: "达到 {bound}，得 {points} 分", en: "{bound} is reached: {points} points" }
            }
        };
        let earned = Earned { share: earns, met: at == 0, ..Earned::share(Ratio::ZERO, None, Phrase::new(how)) };
        match &target.meaning {
            Meaning::Graded(grades) => {
                let earned = earned.with("grade", &self.project.standard.grades.list[grades[at].grade].names);
                let theirs = self.grade(grades[at].grade).filter(|_| at > 0);
                theirs.into_iter().fold(earned, |earned, grade| earned.by(rule::grade(grade)))
            }
            Meaning::Steps(steps) => earned.with("points", &*steps[at].points.value.text),
            _ => earned,
        }
    }
}

/// The share of the points at which a grade begins.
fn begin(grade: Option<&Grade>) -> Ratio {
    let bound = grade.and_then(|grade| grade.bound).filter(|(sign, _)| *sign == Comparison::AtLeast);
    bound.and_then(|(_, score)| Ratio::from(score).over(Ratio::ONE_HUNDRED)).unwrap_or(Ratio::ZERO)
}
