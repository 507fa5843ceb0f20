//! The score of an indicator: what was achieved of its target, and the share of the points that this earns.

use super::{
    achieved::{judged_share, other_kind, quantity, same_words, subject},
    compare::{Pair, pair},
    curve, deadline,
    missing::Missing,
    rule::{self, statement},
    share::{Earned, of_number},
};
use crate::{
    diagnostic::{Phrase, Text, Value},
    field::{Category, Direction, Field, Method, Standard, Subject},
    model::{Achievement, Indicator, Interval, Meaning, Project, Quantity, Target},
    values::Decimal,
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
                Meaning::Boolean(is) => Ok(Earned::all_or_nothing(is == wanted).by(rule::all_or_nothing())),
                _ => Err(other_kind("“是”或“否”", "yes or no")),
            },
            Meaning::Graded(_) | Meaning::Steps(_) => self.threshold(target, value),
        }
    }

    /// How a subject is scored: as the rules say of the category, else as they say of the subject; and the statement
    /// that says it.
    pub fn method(&self, subject: Subject) -> Result<(&'r Method, Value), Missing> {
        let stated = self.rules.stated_of(&self.category().id, subject);
        let (subject, method) = self.rules.scoring.methods.first_of(stated).ok_or(Missing::NoRule)?;
        Ok((method, statement(subject, method, self.rules)))
    }

    fn number(&self, aim: &Quantity<'_>, target: &Target<'_>, value: &Target<'_>) -> Result<Earned, Missing> {
        let actual = self.quantity(value)?;
        let pair = pair((aim.number.value.value, aim.unit.as_ref()), target, actual, value)?;
        let subject = subject(aim, self.category(), &self.field.units);
        let comparison = aim.comparison.map_or_else(|| default_comparison(subject), |comparison| comparison.value);
        let (method, rule) = self.method(subject)?;
        Ok(of_number(&pair, subject, comparison, method, &printed(aim), self.rules)?.by(rule))
    }

    /// The category of the indicator.
    pub fn category(&self) -> &Category {
        self.project.standard.category(self.indicator.category)
    }

    /// A number that was achieved.
    pub fn quantity<'v>(&self, value: &'v Target<'s>) -> Result<&'v Quantity<'s>, Missing> {
        quantity(value, self.achievement.is_share)
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
        match same_words(wanted, value, self.achievement.is_share)? {
            Some(()) => Ok(Earned::all(None).by(rule::same_words())),
            None => self.judged(value),
        }
    }

    fn judged(&self, value: &Target<'_>) -> Result<Earned, Missing> {
        let (share, decimals) = judged_share(value)?;
        let (judgement, _) = self.rules.scoring.judgement(share).ok_or(Missing::NoRule)?;
        let how = Phrase::new(Text { zh: "{judgement}：{weight} × {share}", en: "{judgement}: {weight} × {share}" })
            .with("judgement", &judgement.names);
        let earned = Earned::share(share, None, how).by(rule::judgement(judgement));
        Ok(Earned { judgement: Some(judgement.names.clone()), curve: curve::judged(share, decimals), ..earned })
    }
}

/// A target without its sign.
fn printed(aim: &Quantity<'_>) -> String {
    let unit = aim.unit.map(|unit| unit.printed().into_owned()).unwrap_or_default();
    format!("{}{unit}", aim.number.value.text)
}

/// What a number means without a sign.
pub(super) fn default_comparison(subject: Subject) -> Comparison {
    match subject {
        Subject::Numbers(Direction::Less) => Comparison::AtMost,
        Subject::Exact => Comparison::Equal,
        _ => Comparison::AtLeast,
    }
}
