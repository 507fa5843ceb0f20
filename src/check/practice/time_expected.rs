//! P807: a target under timeliness that tells no time.
//!
//! 时效 says when something is done or how long it takes. `完成时间 100%` says neither: a reviewer sends it back. Advice
//! where a percentage is that of no time at all (工程完工率 100%), or where 及时 or 按计划 stands alone. Rates of what is done
//! in time (及时率, 按期完成率) are left alone: half of the published tables have them, and they can be computed.
//!
//! No repair: nobody but the author knows the day.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic, Severity},
    field::{Kind, Term, Word},
    model::Quantity,
};

pub fn timeliness_tells_a_time(line: &Line<'_, '_>) -> Option<Diagnostic> {
    if !line.is(Kind::Timeliness) || tells_a_time(line)? {
        return None;
    }
    let finding = line.finding(Code::TimeExpected)?;
    if line.words.say(Word::Time) {
        return Some(finding.also(3, line.indicator.name.span));
    }
    let finding = finding.severity(Severity::Advice);
    Some(if line.expression().is_some() { finding.label(1) } else { finding.label(2).help(1) })
}

/// Whether a target tells when or how long, or at least how much of it is in time; `None` of other kinds of targets.
fn tells_a_time(line: &Line<'_, '_>) -> Option<bool> {
    if let Some(value) = line.expression() {
        return Some(value.is_timed() || value.is_wholly(Term::Open));
    }
    let Quantity { unit: Some(unit), .. } = line.quantity()? else { return None };
    let is_rate_of_time = line.words.say(Word::Timely) && !line.words.say(Word::Time);
    Some(!line.is_ratio(unit) || is_rate_of_time)
}
