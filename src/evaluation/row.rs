//! The score of an indicator: what was achieved of its target, and the share of the points that this earns.

use super::{
    compare::{Pair, pair},
    curve, deadline,
    missing::Missing,
    rule::statement,
    share::{Earned, of_number},
};
use crate::{
    diagnostic::{Phrase, Text, Value},
    field::{Direction, Field, Method, Standard, Subject},
    model::{Achievement, Indicator, Interval, Meaning, Project, Quantity, Target},
    values::{Decimal, Ratio},
    words::Comparison,
};

/// All that a row is scored by.
pub(super) struct Row<'r, 's> {
    pub project: &'r Project<'s>,
    pub indicator: &'r Indicator<'s>,
    pub achievement: &'r Achievement<'s>,
    pub rules: &'r Standard,
    pub field: &'r Field,
}

impl<'r, 's> Row<'r, 's> {
    /// The share of the points that was earned.
    ///
    /// # Errors
    /// What is missing to tell.
    pub fn earned(&self) -> Result<Earned, Missing> {
        let target = self.indicator.target.as_ref().ok_or(Missing::NoTarget)?;
        let value = self.achievement.value.as_ref().ok_or(Missing::Unread)?;
        if value.meaning == Meaning::Open {
            return Err(Missing::Open);
        }
        match &target.meaning {
            Meaning::Open => Err(Missing::NoTarget),
            Meaning::Number(aim) => self.number(aim, target, value),
            Meaning::Range(range) => self.range(range, target, value),
            Meaning::Date { .. } | Meaning::Period { .. } => {
                let (method, rule) = self.method(Subject::Deadline)?;
                Ok(deadline::earned(self.project, method, target, value)?.by(rule))
            }
            Meaning::Text(text) => self.words(text, value),
            Meaning::Boolean(wanted) => match &value.meaning {
                Meaning::Boolean(is) => Ok(Earned::all_or_nothing(is == wanted)),
                _ => Err(other_kind("“是”或“否”", "yes or no")),
            },
            Meaning::Graded(_) | Meaning::Steps(_) => self.threshold(target, value),
        }
    }

    /// How a subject is scored: as the rules say of the category, else as they say of the subject; and the statement
    /// that says it.
    pub fn method(&self, subject: Subject) -> Result<(&'r Method, Value), Missing> {
        let category = self.project.standard.category(self.indicator.category);
        let own = self.rules.find_category(&category.id).map(Subject::Category);
        let stated = own.into_iter().chain([subject]);
        let mut methods = stated.filter_map(|subject| Some((subject, self.rules.scoring.method(subject)?)));
        let (subject, method) = methods.next().ok_or(Missing::NoRule)?;
        Ok((method, statement(subject, method, self.rules)))
    }

    fn number(&self, aim: &Quantity<'_>, target: &Target<'_>, value: &Target<'_>) -> Result<Earned, Missing> {
        let actual = self.quantity(value)?;
        let pair = pair((aim.number.value.value, aim.unit.as_ref()), target, actual, value)?;
        let subject = match aim.comparison.map(|comparison| comparison.value) {
            Some(Comparison::AtLeast | Comparison::Above) => Subject::Numbers(Direction::More),
            Some(Comparison::AtMost | Comparison::Below) => Subject::Numbers(Direction::Less),
            Some(Comparison::Equal) => Subject::Exact,
            // Nobody aims at no less than nothing: 0 起 means that there shall be none.
            None if pair.target.is_zero() && self.direction(aim) == Direction::More => Subject::Exact,
            None => Subject::Numbers(self.direction(aim)),
        };
        let comparison = aim.comparison.map_or_else(|| default_comparison(subject), |comparison| comparison.value);
        let (method, rule) = self.method(subject)?;
        Ok(of_number(&pair, subject, comparison, method, &printed(aim), self.rules)?.by(rule))
    }

    /// Which way is better where no sign is printed.
    fn direction(&self, aim: &Quantity<'_>) -> Direction {
        let category = self.project.standard.category(self.indicator.category);
        category.direction_of(aim.unit.and_then(|unit| unit.meaning), &self.field.units)
    }

    /// A number that was achieved.
    fn quantity<'v>(&self, value: &'v Target<'s>) -> Result<&'v Quantity<'s>, Missing> {
        match &value.meaning {
            Meaning::Number(quantity) if !self.achievement.is_share => Ok(quantity),
            _ => Err(other_kind("数值", "a number")),
        }
    }

    /// Within a range all is earned; below it as if its lower end had been aimed at, above it as with its upper end.
    fn range(&self, range: &Interval<'_>, target: &Target<'_>, value: &Target<'s>) -> Result<Earned, Missing> {
        let actual = self.quantity(value)?;
        let beside = |number: Decimal| pair((number, range.unit.as_ref()), target, actual, value);
        let (low, high) = (beside(range.low.value.value)?, beside(range.high.value.value)?);
        let unit = range.unit.map(|unit| unit.printed().into_owned()).unwrap_or_default();
        let (pair, direction, end): (Pair, _, _) = if low.actual < low.target {
            (low, Direction::More, &range.low)
        } else {
            (high, Direction::Less, &range.high)
        };
        let subject = Subject::Numbers(direction);
        let text = format!("{}{unit}", end.value.text);
        let (method, rule) = self.method(subject)?;
        Ok(of_number(&pair, subject, default_comparison(subject), method, &text, self.rules)?.by(rule))
    }

    /// A target in words: somebody has judged how far it was achieved, or says just the same words.
    fn words(&self, wanted: &str, value: &Target<'_>) -> Result<Earned, Missing> {
        if self.achievement.is_share {
            return self.judged(value);
        }
        match &value.meaning {
            Meaning::Text(text) if text.trim() == wanted.trim() => Ok(Earned::all(None)),
            Meaning::Text(_) | Meaning::Boolean(_) => Err(Missing::NotJudged),
            _ => {
                Err(other_kind("文字，或达成了多少（达成 85%）", "words, or how far it was achieved (`achieved 85%`)"))
            }
        }
    }

    fn judged(&self, value: &Target<'_>) -> Result<Earned, Missing> {
        let Meaning::Number(share) = &value.meaning else { return Err(Missing::ShareOutOfRange) };
        let number = share.number.value.value;
        let scale = share.unit.and_then(|unit| unit.meaning).filter(|unit| unit.dimension.is_pure());
        let share = scale.and_then(|unit| Ratio::from(number).times(unit.scale));
        let share =
            share.filter(|share| *share >= Ratio::ZERO && *share <= Ratio::ONE).ok_or(Missing::ShareOutOfRange)?;
        let (judgement, _) = self.rules.scoring.judgement(share).ok_or(Missing::NoRule)?;
        let how = Phrase::new(Text { zh: "{judgement}：{weight} × {share}", en: "{judgement}: {weight} × {share}" })
            .with("judgement", &judgement.names);
        let curve = curve::judged(number.scale());
        Ok(Earned { judgement: Some(judgement.names.clone()), curve, ..Earned::share(share, None, how) })
    }

    /// Thresholds: the grade that is reached earns the share at which that grade begins among the grades of the standard,
    /// the best one all; steps earn their points.
    fn threshold(&self, target: &Target<'s>, value: &Target<'s>) -> Result<Earned, Missing> {
        let actual = self.quantity(value)?;
        let mut reached = None;
        for (at, bound) in target.thresholds().enumerate() {
            let pair = pair((bound.number.value.value, bound.unit.as_ref()), target, actual, value)?;
            let direction = Subject::Numbers(self.direction(bound));
            let comparison = bound.comparison.map_or_else(|| default_comparison(direction), |sign| sign.value);
            if comparison.holds(&pair.actual, &pair.target) && reached.is_none() {
                reached = Some((at, bound.printed()));
            }
        }
        let Some((at, bound)) = reached else {
            let how = Text { zh: "没有达到任何一档", en: "no threshold is reached" };
            return Ok(Earned::share(Ratio::ZERO, None, Phrase::new(how)));
        };
        match &target.meaning {
            Meaning::Graded(grades) => Ok(self.graded(at, grades[at].grade, &bound)),
            Meaning::Steps(steps) => {
                let how = Text { zh: "达到 {bound}，得 {points} 分", en: "{bound} is reached: {points} points" };
                let points = &steps[at].points.value;
                let how = Phrase::new(how).with("bound", bound).with("points", &*points.text);
                Ok(Earned::points(points.value, at == 0, how))
            }
            _ => Err(Missing::NoTarget),
        }
    }

    fn graded(&self, at: usize, grade: usize, bound: &str) -> Earned {
        let grade = &self.project.standard.grades.list[grade];
        let theirs = self.rules.grades.find(&grade.id).map(|number| &self.rules.grades.list[number]);
        let begins = theirs.and_then(|grade| grade.bound).filter(|(sign, _)| *sign == Comparison::AtLeast);
        let begins = begins.and_then(|(_, score)| Ratio::from(score).over(Ratio::ONE_HUNDRED));
        let share = if at == 0 { Ratio::ONE } else { begins.unwrap_or(Ratio::ZERO) };
        let how = Text {
            zh: "达到 {bound}（{grade}）：{weight} × {share}",
            en: "{bound} ({grade}) is reached: {weight} × {share}",
        };
        let mut earned = Earned::share(share, None, Phrase::new(how).with("bound", bound).with("grade", &grade.names));
        earned.met = at == 0;
        earned
    }
}

fn other_kind(zh: &'static str, en: &'static str) -> Missing {
    Missing::OtherKind { wanted: Text { zh, en } }
}

/// A target without its sign.
fn printed(aim: &Quantity<'_>) -> String {
    let unit = aim.unit.map(|unit| unit.printed().into_owned()).unwrap_or_default();
    format!("{}{unit}", aim.number.value.text)
}

/// What a number means without a sign.
fn default_comparison(subject: Subject) -> Comparison {
    match subject {
        Subject::Numbers(Direction::Less) => Comparison::AtMost,
        Subject::Exact => Comparison::Equal,
        _ => Comparison::AtLeast,
    }
}
