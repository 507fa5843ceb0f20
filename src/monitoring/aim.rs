//! A number that is aimed at: what of it is due by a day, and how far that is reached.

use std::cmp::Ordering;

use super::Progress;
use crate::{
    diagnostic::{Phrase, Text},
    evaluation::{Missing, Pair, percent},
    field::{Light, Lighting, Subject},
    values::{Decimal, Ratio},
    words::Comparison,
};

/// How many decimals a computed number has at the most; more only where the target has more.
const DECIMALS: u32 = 2;

/// A number that is aimed at, and the one that was achieved.
pub(super) struct Aim {
    pub pair: Pair,
    /// How the achieved number must compare; what is to be equal may be exceeded where more is better, and kept below
    /// where less is.
    pub comparison: Comparison,
    /// Whether amounts of it add up over time.
    pub adds_up: bool,
    /// The target as forms print it.
    pub printed: String,
}

impl Aim {
    /// Whether it is a limit, which holds from the first day on.
    pub fn is_limit(&self) -> bool {
        matches!(self.comparison, Comparison::AtMost | Comparison::Below)
    }

    /// Whether only a part of it is due during the year.
    fn is_due_in_part(&self) -> bool {
        self.adds_up && !self.is_limit() && self.pair.target > Ratio::ZERO
    }

    /// What of it is due when a part of the time has gone by, in base units.
    fn due(&self, elapsed: Ratio) -> Result<Ratio, Missing> {
        if !self.is_due_in_part() {
            return Ok(self.pair.target);
        }
        self.pair.target.times(elapsed).ok_or(Missing::TooLong)
    }

    /// Whether what is due is reached.
    ///
    /// # Errors
    /// [`Missing::TooLong`].
    pub fn is_reached(&self, elapsed: Ratio) -> Result<bool, Missing> {
        Ok(self.comparison.holds(&self.pair.actual, &self.due(elapsed)?))
    }

    /// How it stands when a part of the time has gone by.
    ///
    /// # Errors
    /// [`Missing::TooLong`].
    pub fn progress(&self, elapsed: Ratio, lighting: &Lighting) -> Result<Progress, Missing> {
        let due = self.due(elapsed)?;
        let met = self.is_reached(elapsed)?;
        let share = self.share(due);
        let light = match share {
            Some(share) if *lighting != Lighting::AllOrNothing => lighting.light(share),
            _ => Lighting::all_or_nothing(met),
        };
        let text = if self.is_due_in_part() { self.shown(due) } else { self.printed.clone() };
        let how = match (lighting, share) {
            (Lighting::Steps(_), Some(share)) => self.quotient(due, share),
            _ => self.verdict(&text, light != Light::Red),
        };
        Ok(Progress { light, due: Some(text), share, met, how, rule: None })
    }

    /// Achieved ÷ due, for a limit the other way round; `None` where that says nothing.
    fn share(&self, due: Ratio) -> Option<Ratio> {
        let actual = self.pair.actual;
        match self.is_limit() {
            _ if due <= Ratio::ZERO => None,
            true if actual <= Ratio::ZERO => None,
            true => due.over(actual),
            false => actual.over(due),
        }
    }

    fn quotient(&self, due: Ratio, share: Ratio) -> Phrase {
        let text = match self.is_limit() {
            true => Text { zh: "{due} ÷ {actual} = {share}", en: "{due} ÷ {actual} = {share}" },
            false => Text { zh: "{actual} ÷ 应完成的 {due} = {share}", en: "{actual} ÷ {due} due = {share}" },
        };
        let phrase = Phrase::new(text).with("due", self.shown(due)).with("share", percent(share));
        phrase.with("actual", self.pair.shown.as_str())
    }

    fn verdict(&self, due: &str, is_good: bool) -> Phrase {
        let text = match is_good {
            true => Text { zh: "{actual}，符合 {due}", en: "{actual} is within {due}" },
            false => Text { zh: "{actual}，不符合 {due}", en: "{actual} is not within {due}" },
        };
        Phrase::new(text).with("due", due).with("actual", self.pair.shown.as_str())
    }

    /// The number at the end of the time if all goes on as it did: in proportion where it adds up, else the same. With
    /// whether it meets the target.
    pub fn extrapolated(&self, elapsed: Ratio) -> Option<(String, bool)> {
        let actual = self.pair.actual;
        let end = if self.adds_up { actual.over(elapsed)? } else { actual };
        let text = self.cautious(end).unwrap_or_else(|| self.shown(end));
        Some((text, self.comparison.holds(&end, &self.pair.target)))
    }

    /// A computed amount, rounded to the side that does not meet the target, so that no target is met by rounding. What
    /// is counted one by one stays whole.
    fn cautious(&self, base: Ratio) -> Option<String> {
        let (unit, scale) = &self.pair.unit;
        let is_whole = self.pair.decimals == 0 && *scale == Ratio::ONE;
        let decimals = if is_whole { 0 } else { self.pair.decimals.max(DECIMALS) };
        let exact = base.over(*scale)?;
        let near = exact.rounded(decimals)?;
        let step = Decimal::try_new(1, decimals).ok()?;
        let is_better_low = self.is_limit() || self.comparison == Comparison::Equal;
        let number = match (Ratio::from(near).cmp(&exact), is_better_low) {
            (Ordering::Greater, false) => near.checked_sub(step)?,
            (Ordering::Less, true) => near.checked_add(step)?,
            _ => near,
        };
        Some(format!("{}{unit}", number.normalize()))
    }

    /// An amount in base units in the unit of the target.
    fn shown(&self, base: Ratio) -> String {
        let (unit, scale) = &self.pair.unit;
        let number = base.over(*scale);
        let rounded = number.and_then(|number| number.rounded(self.pair.decimals.max(DECIMALS)));
        let text = rounded.map(|decimal| decimal.normalize().to_string());
        text.unwrap_or_else(|| base.to_string()) + unit
    }
}

/// How a number must compare with what it is aimed at.
pub(super) fn comparison(subject: Subject, sign: Option<Comparison>, is_less: bool, target: Ratio) -> Comparison {
    match (subject, sign) {
        (Subject::Exact, _) if target.is_zero() => Comparison::Equal,
        (Subject::Exact, _) if is_less => Comparison::AtMost,
        (Subject::Exact, _) => Comparison::AtLeast,
        (_, Some(sign)) => sign,
        (_, None) if is_less => Comparison::AtMost,
        (_, None) => Comparison::AtLeast,
    }
}
