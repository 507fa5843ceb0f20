//! How an indicator stands: what was achieved of it, beside what is due by that day.

use super::{
    Elapsed, Expected, Progress, Unlit,
    aim::{Aim, comparison},
    rule::statement,
};
use crate::{
    diagnostic::{Phrase, Text, Value},
    evaluation::{Missing, days, direction, judged_share, no_date, other_kind, pair, quantity, same_words, subject},
    field::{Category, Direction, Field, Light, Lighting, Standard, Subject},
    model::{Achievement, Forecast, Indicator, Interval, Meaning, Project, Quantity, Target, UnitUse},
    values::{Decimal, Ratio},
    words::Comparison,
};

/// All that a row is watched by.
pub(super) struct Row<'r, 's> {
    pub project: &'r Project<'s>,
    pub indicator: &'r Indicator<'s>,
    pub rules: &'r Standard,
    pub field: &'r Field,
}

/// A value as somebody says it: what was achieved, or what is expected.
#[derive(Clone, Copy)]
pub(super) struct Said<'v, 's> {
    pub value: &'v Target<'s>,
    /// Whether it is how far the target is achieved: `achieved 95%`.
    pub is_share: bool,
}

impl<'r, 's> Row<'r, 's> {
    /// How it stands on the day of the results.
    ///
    /// # Errors
    /// Why that is not known.
    pub fn standing(&self, achievement: Option<&Achievement<'s>>, elapsed: &Elapsed) -> Result<Progress, Unlit> {
        let said = achievement.map(|row| Said::achieved(row).ok_or(Missing::Unread)).transpose()?;
        let due = self.indicator.target.as_ref().and_then(|target| days(&target.meaning));
        let is_done = said.is_some_and(|said| days(&said.value.meaning).is_some());
        match (due, said) {
            (Some((_, due)), _) if !is_done && due > elapsed.at => Err(Unlit::NotDue),
            (Some(_), Some(said)) if said.value.meaning == Meaning::Open => Ok(self.deadline_missed()?),
            (_, Some(said)) => Ok(self.progress(said, elapsed.share)?),
            (_, None) => Err(Missing::NoResult.into()),
        }
    }

    /// What somebody expects by the end of the year.
    pub fn expected(&self, said: Said<'_, 's>) -> Expected {
        let printed = said.value.printed(&self.project.standard);
        let judgement = judged_share(said.value).ok().and_then(|(share, _)| self.rules.scoring.judgement(share));
        let value = match judgement.filter(|_| said.is_share) {
            Some((judgement, _)) => format!("{}（{printed}）", judgement.names.zh),
            None => printed,
        };
        let met = self.progress(said, Ratio::ONE).ok().map(|progress| progress.met);
        Expected { value, is_computed: false, met }
    }

    /// What numbers come to by the end of the year if all goes on as it did.
    pub fn extrapolated(&self, said: Said<'_, 's>, elapsed: &Elapsed) -> Option<Expected> {
        let target = self.indicator.target.as_ref()?;
        let (value, met) = match &target.meaning {
            Meaning::Number(aim) => self.aim(aim, target, said).ok()?.extrapolated(elapsed.share)?,
            Meaning::Range(range) => {
                let (low, high) = self.ends(range, target, said).ok()?;
                let (number, is_enough) = low.extrapolated(elapsed.share)?;
                (number, is_enough && high.extrapolated(elapsed.share)?.1)
            }
            _ => return None,
        };
        Some(Expected { value, is_computed: true, met: Some(met) })
    }

    /// What a value says when a part of the time has gone by.
    fn progress(&self, said: Said<'_, 's>, elapsed: Ratio) -> Result<Progress, Missing> {
        let target = self.indicator.target.as_ref().ok_or(Missing::NoTarget)?;
        if said.value.meaning == Meaning::Open {
            return Err(Missing::Open);
        }
        match &target.meaning {
            Meaning::Open => Err(Missing::NoTarget),
            Meaning::Number(aim) => self.number(&self.aim(aim, target, said)?, aim, elapsed),
            Meaning::Range(range) => self.range(range, target, said, elapsed),
            Meaning::Date { .. } | Meaning::Period { .. } => self.deadline(target, said.value),
            Meaning::Text(wanted) => self.words(wanted, said),
            Meaning::Boolean(wanted) => match &said.value.meaning {
                Meaning::Boolean(is) => Ok(told(is == wanted, yes_or_no(is == wanted))),
                _ => Err(other_kind("“是”或“否”", "yes or no")),
            },
            Meaning::Graded(_) | Meaning::Steps(_) => self.thresholds(target, said, elapsed),
        }
    }

    fn category(&self) -> &'r Category {
        self.project.standard.category(self.indicator.category)
    }

    /// How a light is told: as the rules say of the category, else as they say of the subject; and the statement that
    /// says it.
    fn lighting(&self, subject: Subject) -> Result<(&'r Lighting, Value), Missing> {
        let stated = self.rules.stated_of(&self.category().id, subject);
        let (subject, lighting) = self.rules.lights.first_of(stated).ok_or(Missing::NoRule)?;
        Ok((lighting, statement(subject, lighting, self.rules)))
    }

    /// A number beside the one that was achieved.
    fn aim(&self, aim: &Quantity<'_>, target: &Target<'_>, said: Said<'_, 's>) -> Result<Aim, Missing> {
        let actual = quantity(said.value, said.is_share)?;
        let pair = pair((aim.number.value.value, aim.unit.as_ref()), target, actual, said.value)?;
        let units = &self.field.units;
        let subject = subject(aim, self.category(), units);
        let is_less = direction(aim, self.category(), units) == Direction::Less;
        let sign = aim.comparison.map(|sign| sign.value);
        let comparison = comparison(subject, sign, is_less, pair.target);
        let adds_up = self.adds_up(aim.unit.as_ref(), target, comparison);
        Ok(Aim { pair, comparison, adds_up, printed: aim.printed() })
    }

    /// Whether amounts in a unit add up over time. A time limit does not, and nothing that is told for each of another
    /// thing.
    fn adds_up(&self, unit: Option<&UnitUse<'_>>, target: &Target<'_>, comparison: Comparison) -> bool {
        let units = &self.field.units;
        let is_limit = matches!(comparison, Comparison::AtMost | Comparison::Below);
        let meaning = unit.and_then(|unit| unit.meaning);
        let adds_up = |unit| units.adds_up(unit) && !(is_limit && units.is_time(unit.measure));
        target.per.is_none() && meaning.is_none_or(adds_up)
    }

    fn number(&self, aim: &Aim, wanted: &Quantity<'_>, elapsed: Ratio) -> Result<Progress, Missing> {
        let subject = match subject(wanted, self.category(), &self.field.units) {
            _ if aim.is_limit() => Subject::Numbers(Direction::Less),
            subject => subject,
        };
        let (lighting, rule) = self.lighting(subject)?;
        Ok(Progress { rule: Some(rule), ..aim.progress(elapsed, lighting)? })
    }

    /// The two ends of a range: one that must be reached, one that must not be passed.
    fn ends(&self, range: &Interval<'_>, target: &Target<'_>, said: Said<'_, 's>) -> Result<(Aim, Aim), Missing> {
        let actual = quantity(said.value, said.is_share)?;
        let end = |number: Decimal, comparison| {
            let pair = pair((number, range.unit.as_ref()), target, actual, said.value)?;
            let adds_up = self.adds_up(range.unit.as_ref(), target, Comparison::AtLeast);
            Ok(Aim { pair, comparison, adds_up, printed: target.printed(&self.project.standard) })
        };
        Ok((end(range.low.value.value, Comparison::AtLeast)?, end(range.high.value.value, Comparison::AtMost)?))
    }

    /// Above a range is off the target; else its lower end is what is aimed at.
    fn range(
        &self,
        range: &Interval<'_>,
        target: &Target<'_>,
        said: Said<'_, 's>,
        elapsed: Ratio,
    ) -> Result<Progress, Missing> {
        let (low, high) = self.ends(range, target, said)?;
        if !high.is_reached(elapsed)? {
            return high.progress(elapsed, &Lighting::AllOrNothing);
        }
        let (lighting, rule) = self.lighting(Subject::Numbers(Direction::More))?;
        Ok(Progress { rule: Some(rule), ..low.progress(elapsed, lighting)? })
    }

    fn deadline(&self, target: &Target<'_>, value: &Target<'_>) -> Result<Progress, Missing> {
        let (_, due) = days(&target.meaning).ok_or(Missing::NoTarget)?;
        let (first, last) = days(&value.meaning).ok_or_else(no_date)?;
        if last > due && first.is_some_and(|first| first <= due) {
            return Err(Missing::DayOpen);
        }
        self.deadline_told(
            last <= due,
            match last <= due {
                true => Text { zh: "在期限之内完成", en: "done in time" },
                false => Text { zh: "完成时已过期限", en: "done too late" },
            },
        )
    }

    /// The deadline has gone by, and somebody says that it is not done.
    fn deadline_missed(&self) -> Result<Progress, Missing> {
        self.deadline_told(
            false,
            Text { zh: "期限已过，还没有完成", en: "the deadline has gone by, and it is not done" },
        )
    }

    fn deadline_told(&self, met: bool, how: Text) -> Result<Progress, Missing> {
        let (lighting, rule) = self.lighting(Subject::Deadline)?;
        let light = lighting.light(if met { Ratio::ONE } else { Ratio::ZERO });
        Ok(Progress { light, rule: Some(rule), ..told(met, how) })
    }

    /// A target in words: somebody has judged how far it was achieved, or says just the same words.
    fn words(&self, wanted: &str, said: Said<'_, 's>) -> Result<Progress, Missing> {
        if same_words(wanted, said.value, said.is_share)?.is_some() {
            return Ok(told(true, Text { zh: "达到目标", en: "the target is met" }));
        }
        let (share, _) = judged_share(said.value)?;
        let (judgement, _) = self.rules.scoring.judgement(share).ok_or(Missing::NoRule)?;
        let light = judgement.light.ok_or(Missing::NoRule)?;
        let how = Phrase::new(Text { zh: "{judgement}", en: "{judgement}" }).with("judgement", &judgement.names);
        Ok(Progress { light, due: None, share: None, met: light >= Light::Green, how, rule: None })
    }

    /// Thresholds: the best is as it should be, another is behind, none is off the target.
    fn thresholds(&self, target: &Target<'_>, said: Said<'_, 's>, elapsed: Ratio) -> Result<Progress, Missing> {
        for (at, bound) in target.thresholds().enumerate() {
            let aim = self.aim(bound, target, said)?;
            if aim.is_reached(elapsed)? {
                let how = Phrase::new(Text { zh: "达到 {bound}", en: "{bound} is reached" });
                let how = how.with("bound", bound.printed());
                let light = if at == 0 { Light::Green } else { Light::Yellow };
                return Ok(Progress { light, due: None, share: None, met: at == 0, how, rule: None });
            }
        }
        Ok(told(false, Text { zh: "没有达到任何一档", en: "no threshold is reached" }))
    }
}

impl<'v, 's> Said<'v, 's> {
    /// What was achieved; `None` where that could not be read.
    pub fn achieved(row: &'v Achievement<'s>) -> Option<Self> {
        Some(Self { value: row.value.as_ref()?, is_share: row.is_share })
    }

    /// What is expected, if a value is said.
    pub fn expected(forecast: &'v Forecast<'s>) -> Option<Self> {
        Some(Self { value: forecast.value.as_ref()?, is_share: forecast.is_share })
    }
}

/// Green or red, without a number.
fn told(met: bool, how: Text) -> Progress {
    let light = Lighting::all_or_nothing(met);
    Progress { light, due: None, share: None, met, how: Phrase::new(how), rule: None }
}

fn yes_or_no(met: bool) -> Text {
    match met {
        true => Text { zh: "达到目标", en: "the target is met" },
        false => Text { zh: "没有达到目标", en: "the target is missed" },
    }
}
