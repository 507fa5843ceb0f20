//! P812: text of the empty form that was to be filled in or taken away.
//!
//! Why: a table that is handed in with `**` or `指标1：` in it was not read over once more (rules of practice, V12).
//!
//! Example: `"资产入股贫困人口总数(≥**人)"` is meant as `"资产入股贫困人口总数"`: the template asks for a number there, and the
//! number stands in the column of values. A single star before a name marks it as compulsory and is no template text.
//!
//! Repair: the name without it. Not safe: the name is printed, and results may go by it.

use std::ops::Range;

use memchr::{memchr2_iter, memchr3_iter};

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Fix, Text},
    field::{Field, behind_row},
    model::{Indicator, Meaning, Project},
    source::Span,
    syntax::quoted,
};

const PROJECT: Text = Text { zh: "项目名称", en: "the name of the project" };
const GOAL: Text = Text { zh: "绩效目标", en: "the goal" };
const PURPOSE: Text = Text { zh: "资金用途", en: "the purpose" };
const NAME: Text = Text { zh: "指标名称", en: "the name of an indicator" };
const TARGET: Text = Text { zh: "指标值", en: "a target" };
const DESCRIPTION: Text = Text { zh: "指标描述", en: "a description" };
const NOTE: Text = Text { zh: "备注", en: "a note" };

pub fn no_template_text_is_left(project: &Project<'_>, _: &Field, findings: &mut Findings) {
    report(&project.name.value, project.name.span, PROJECT, findings);
    for (texts, place) in [(&project.goals, GOAL), (&project.purpose, PURPOSE)] {
        texts.iter().for_each(|text| report(&text.value, text.span, place, findings));
    }
    for indicator in &project.indicators {
        name_is_filled_in(indicator, findings);
        values_are_filled_in(indicator, findings);
    }
}

fn name_is_filled_in(indicator: &Indicator<'_>, findings: &mut Findings) {
    let name = &indicator.name;
    let Some(left) = left_over(&name.value) else { return };
    // Some forms number the rows and say beside the number what they are about.
    let is_described = indicator.details.as_ref().is_some_and(|details| details.description.is_some());
    if left.len() == name.value.len() && is_described {
        return;
    }
    let finding = finding(&name.value, left.clone(), name.span, NAME);
    findings.report(match without(&name.value, left) {
        Some(right) => finding.with("right", right.as_str()).help(1).fix(Fix::guess(name.span, quoted(&right))),
        None => finding,
    });
}

fn values_are_filled_in(indicator: &Indicator<'_>, findings: &mut Findings) {
    if let Some(target) = &indicator.target {
        let text = match (&target.show, &target.meaning) {
            (Some(show), _) => show,
            (None, Meaning::Text(text)) => text,
            _ => "",
        };
        report(text, target.span, TARGET, findings);
    }
    // Details have no place of their own: the row has.
    if let Some(details) = &indicator.details {
        let texts = [(&details.description, DESCRIPTION), (&details.note, NOTE)];
        for (text, place) in texts.into_iter().filter_map(|(text, place)| Some((text.as_ref()?, place))) {
            report(text, indicator.name.span, place, findings);
        }
    }
}

fn report(text: &str, span: Span, place: Text, findings: &mut Findings) {
    if let Some(left) = placeholder(text) {
        findings.report(finding(text, left, span, place));
    }
}

fn finding(text: &str, left: Range<usize>, span: Span, place: Text) -> Diagnostic {
    Diagnostic::new(Code::TemplateText, span).with("place", place).with("text", &text[left])
}

/// Where signs stand that hold a place, two or more of one kind: `**`, `××`, `XX`, with the brackets around them.
fn placeholder(text: &str) -> Option<Range<usize>> {
    if !may_hold_a_place(text.as_bytes()) {
        return None;
    }
    let (mut start, mut sign) = (0, ' ');
    for (at, next) in text.char_indices().chain([(text.len(), ' ')]) {
        if next == sign {
            continue;
        }
        let run = start..at;
        if holds_a_place(sign) && run.len() > sign.len_utf8() && !is_in_a_word(text, &run, sign) {
            return Some(bracketed(text, &run).unwrap_or(run));
        }
        (start, sign) = (at, next);
    }
    None
}

/// Whether a sign that begins like one of these stands twice. In most texts none does, which is seen many bytes at a time.
fn may_hold_a_place(text: &[u8]) -> bool {
    let is_doubled = |at: usize| {
        let length = if text[at].is_ascii() { 1 } else { text[at].leading_ones() as usize };
        text[at..].split_at_checked(length).is_some_and(|(sign, rest)| rest.starts_with(sign))
    };
    memchr3_iter(b'*', b'_', 0xC3, text).any(is_doubled)
        || memchr2_iter(b'X', b'x', text).any(is_doubled)
        || memchr2_iter(0xE2, 0xEF, text).any(is_doubled)
}

fn holds_a_place(sign: char) -> bool {
    matches!(sign, '*' | '＊' | '×' | 'X' | 'x' | 'Ｘ' | '_' | '＿' | '△' | '□')
}

/// Letters hold a place only where no others stand beside them: not in `XXL`. 20XX年 is a year to be filled in.
fn is_in_a_word(text: &str, run: &Range<usize>, sign: char) -> bool {
    let is_before = text[..run.start].ends_with(|c: char| c.is_ascii_alphabetic() || c == '-');
    let is_behind = text[run.end..].starts_with(|c: char| c.is_ascii_alphanumeric());
    sign.is_ascii_alphabetic() && (is_before || is_behind)
}

/// The brackets around a place, with all that stands in them: `(≥**人)`.
fn bracketed(text: &str, place: &Range<usize>) -> Option<Range<usize>> {
    let start = text[..place.start].rfind(['(', '（'])?;
    let behind = text[place.end..].find([')', '）'])? + place.end;
    let end = behind + text[behind..].chars().next()?.len_utf8();
    let is_nested = text[start..behind].contains([')', '）']);
    (!is_nested).then_some(start..end)
}

/// `指标1：` before a name, or instead of one, as signs alone are: `……`.
fn row_number(name: &str) -> Option<Range<usize>> {
    let rest = behind_row(name);
    let named = rest.unwrap_or(name);
    // What most names begin with is found sooner than by the table of all letters.
    let is_letter = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}') || c.is_alphanumeric();
    if !named.is_empty() && !named.contains(is_letter) {
        return Some(0..name.len());
    }
    let rest = rest?;
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let sign = behind.chars().next().filter(|sign| ":：.．、".contains(*sign)).map_or(0, char::len_utf8);
    let is_all = behind.is_empty();
    (behind.len() < rest.len() && (is_all || sign > 0)).then_some(0..name.len() - behind.len() + sign)
}

/// Names with more pieces of a template than this get no repair.
const MOST_PIECES: usize = 8;

/// The name without what is left of the template, if a name remains. Where that holds the place of a word, 为××村修路, the
/// word has to be written.
fn without(name: &str, left: Range<usize>) -> Option<String> {
    let (mut rest, mut piece) = (name.to_owned(), Some(left));
    for _ in 0..MOST_PIECES {
        let Some(left) = piece else { break };
        let is_apart = rest[left.clone()].starts_with(['(', '（']) || behind_row(&rest[left.clone()]).is_some();
        if !is_apart {
            return None;
        }
        rest = [rest[..left.start].trim_end(), rest[left.end..].trim_start()].concat();
        piece = left_over(&rest);
    }
    (piece.is_none() && !rest.is_empty()).then_some(rest)
}

/// Where text of the template stands in a name.
fn left_over(name: &str) -> Option<Range<usize>> {
    row_number(name).or_else(|| placeholder(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_seen_by_their_first_bytes() {
        for sign in ['*', '＊', '×', 'X', 'x', 'Ｘ', '_', '＿', '△', '□'] {
            assert!(holds_a_place(sign) && placeholder(&format!("为{sign}{sign}村")).is_some(), "{sign}");
        }
    }

    #[test]
    fn what_is_left_of_a_template() {
        for (name, left, right) in [
            ("资产入股贫困人口总数(≥**人)", "(≥**人)", Some("资产入股贫困人口总数")),
            ("*资产股权年收益率( ≥**% )", "( ≥**% )", Some("*资产股权年收益率")),
            ("指标1：完工率", "指标1：", Some("完工率")),
            ("指标12.培训人员覆盖率", "指标12.", Some("培训人员覆盖率")),
            ("指标1：发放及时率(≥**%)", "指标1：", Some("发放及时率")),
            ("指标1：……", "指标1：", None),
            ("为××村修路", "××", None),
            ("建设XX个站点", "XX", None),
            ("20XX年任务", "XX", None),
        ] {
            let found = left_over(name).unwrap();
            assert_eq!((&name[found.clone()], without(name, found).as_deref()), (left, right));
        }
        assert_eq!(row_number("目标1").map(|left| without("目标1", left)), Some(None));
        let many = "人数".to_owned() + &"(**人)".repeat(100_000);
        assert_eq!(left_over(&many).map(|left| without(&many, left)), Some(None));
    }

    #[test]
    fn what_only_looks_like_it() {
        for name in
            ["*资产入股人数", "★种植作物成活率", "XXL号工装", "指标完成率", "目标1000户", "ISO-XX标准", "30×40米大棚"]
        {
            assert_eq!(left_over(name), None, "{name}");
        }
    }
}
