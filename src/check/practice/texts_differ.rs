//! P816: the same description or note on each row.
//!
//! Why: a text that fits all indicators says nothing of any; reviewers see that it was pasted (rules of practice, V16).
//!
//! Example: `{ 备注 "根据年度工作计划和历年完成情况设定" }` on each of ten rows. Short words from the lists of forms, such as 计划标准,
//! are meant to recur, and so are sources of data; they are left alone.
//!
//! Repair: none. What is to be said of each row is the author's to know.

use super::super::MOST_PLACES;
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Text},
    field::Field,
    model::{Details, Indicator, Project},
};

/// How many rows make it a habit.
const FEWEST: usize = 4;

/// How many letters a text has that is no word from a list.
const SHORTEST: usize = 7;

const DESCRIPTION: Text = Text { zh: "描述", en: "description" };
const BASIS: Text = Text { zh: "设定依据", en: "basis" };
const NOTE: Text = Text { zh: "备注", en: "note" };

pub fn texts_differ(project: &Project<'_>, _: &Field, findings: &mut Findings) {
    findings.report_if(repeated(project, DESCRIPTION, |details| details.description.as_deref()));
    findings.report_if(repeated(project, BASIS, |details| details.basis.as_deref()));
    findings.report_if(repeated(project, NOTE, |details| details.note.as_deref()));
}

/// The finding for a text that most of the rows bear which have one at all.
fn repeated<'r>(
    project: &'r Project<'_>,
    what: Text,
    text: impl Fn(&'r Details<'_>) -> Option<&'r str>,
) -> Option<Diagnostic> {
    let of = |indicator: &'r Indicator<'_>| text(indicator.details.as_deref()?);
    let texts = || project.indicators.iter().filter_map(of);
    let common = majority(texts()).filter(|text| text.chars().count() >= SHORTEST)?;
    let rows = || project.indicators.iter().filter(|indicator| of(indicator) == Some(common));
    let (all, count) = (texts().count(), rows().count());
    if count < FEWEST || count * 4 < all * 3 {
        return None;
    }
    let finding = Diagnostic::new(Code::PastedText, rows().next()?.name.span)
        .with("what", what)
        .with("count", count.to_string())
        .with("text", common);
    Some(rows().skip(1).take(MOST_PLACES).fold(finding, |finding, row| finding.also(1, row.name.span)))
}

/// The text that more than half of them are, if there is one; else any of them. Each other one takes a vote from it.
fn majority<'t>(texts: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let mut leading = (None, 0_usize);
    for text in texts {
        leading = match leading {
            (_, 0) => (Some(text), 1),
            (Some(first), votes) if first == text => (Some(first), votes + 1),
            (first, votes) => (first, votes - 1),
        };
    }
    leading.0
}
