//! What was achieved, as it is written for the compiler to read. Nothing is guessed: what it cannot read is its finding.

use std::borrow::Cow;

use super::{
    super::{
        money,
        value::{self, is_plain, one_line, text},
        words::{Words, trimmed},
    },
    said::{Row, Said},
};
use crate::{
    diagnostic::Lang,
    field::{Field, Standard, Unit},
    model::Wanted,
    syntax::quoted,
    words::Keyword,
};

/// The unit of percentages.
const PERCENT: &str = "%";

/// A text as it stands, where it can end nothing and say nothing else; in quotes otherwise, for the compiler to report.
pub(super) fn raw(said: &str) -> String {
    if is_plain(said) { one_line(said) } else { quoted(&one_line(said)) }
}

/// A value as it is written: what its cell says, and what the cell of its unit adds to that.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Written {
    pub value: String,
    pub unit: String,
}

impl From<String> for Written {
    fn from(value: String) -> Self {
        Self { value, unit: String::new() }
    }
}

/// A number with the unit beside it; a text that says its own as it stands.
pub(super) fn amount(said: &str, unit: Option<&str>) -> Written {
    match unit.filter(|_| money::number(said).is_some()) {
        Some(unit) => Written { value: said.to_owned(), unit: raw(unit) },
        None => raw(said).into(),
    }
}

/// Points, without the word behind them.
pub(super) fn points(said: &str) -> String {
    raw(trimmed(said.trim_end_matches('分')))
}

/// What was achieved of an indicator, or is expected of it.
pub(super) fn said(
    value: Option<&Said<'_>>,
    row: &Row<'_>,
    wanted: Option<Wanted>,
    standard: Option<&Standard>,
) -> Written {
    let blank = |said: &&Said<'_>| !Words::get().is_blank(&said.text);
    let Some(said) = value.filter(blank) else {
        return Keyword::Tbd.spelling(Lang::Zh).to_owned().into();
    };
    let said = if row.is_ours { bare_percentage(&said.text) } else { Cow::Borrowed(&*said.text) };
    let unit = unit(row, wanted).filter(|_| money::number(&said).is_some());
    if let Some(unit) = unit {
        let head = if wanted == Some(Wanted::Share) { achieved() } else { String::new() };
        return Written { value: format!("{head}{said}"), unit: raw(unit) };
    }
    match wanted {
        Some(Wanted::Share) if value::is_share(&said) || money::number(&said).is_some() => achieved() + &said,
        Some(Wanted::Share) => {
            let judged = standard.and_then(|standard| value::judged(&said, standard));
            judged.map_or_else(|| text(&said), |share| achieved() + share)
        }
        Some(Wanted::YesNo) => yes_or_no(&said),
        _ => written(&said),
    }
    .into()
}

/// How likely a target will be met: one of the words for that, else a text for the compiler to report.
pub(super) fn likelihood(said: &str) -> String {
    value::likelihood(said).map_or_else(|| raw(said), |word| word.spelling(Lang::Zh).to_owned())
}

fn achieved() -> String {
    format!("{} ", Keyword::Achieved.spelling(Lang::Zh))
}

/// A cell as a value.
fn written(cell: &str) -> String {
    let is_word = matches!(Keyword::find(cell), Some(Keyword::Yes | Keyword::No | Keyword::Tbd));
    let is_value = cell.contains(|c: char| c.is_numeric()) && is_plain(cell);
    if is_word || is_value { one_line(cell) } else { text(cell) }
}

/// The answer to a question, also as spreadsheets and JSON have it.
fn yes_or_no(cell: &str) -> String {
    let keyword = match cell.to_ascii_lowercase().as_str() {
        "true" | "√" | "✓" => Some(Keyword::Yes),
        "false" | "×" | "✗" => Some(Keyword::No),
        _ => None,
    };
    keyword.map_or_else(|| written(cell), |keyword| keyword.spelling(Lang::Zh).to_owned())
}

/// The unit that a number without one has: that beside it. A sheet of ours says there how a day or a choice is written.
fn unit<'r>(row: &'r Row<'_>, wanted: Option<Wanted>) -> Option<&'r str> {
    match (row.is_ours, wanted) {
        (true, Some(Wanted::Share)) => Some(PERCENT),
        (true, Some(Wanted::Day | Wanted::YesNo | Wanted::Any)) => None,
        _ => row.unit.as_ref().map(|unit| &*unit.text).filter(|unit| !Words::get().is_blank(unit)),
    }
}

/// The unit beside a value that says another itself, with both. In a sheet of ours it is that of the target, and whoever
/// says another means it.
pub(super) fn contradiction<'r, 'd>(row: &'r Row<'d>, field: &Field) -> Option<(&'r Said<'d>, &'r Said<'d>)> {
    let (value, unit) = row.value.as_ref().zip(row.unit.as_ref()).filter(|_| !row.is_ours)?;
    let own = value.text.trim_start_matches(|c: char| !c.is_numeric());
    let own = trimmed(own.trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | ',' | '．' | '，')));
    let (own, other): (Unit, Unit) = field.units.find(own).zip(field.units.find(&unit.text))?;
    (own.scale != other.scale || own.dimension != other.dimension).then_some((value, unit))
}

/// `90.00%` as `90%`: the format of our cells shows two decimals, whatever was typed.
fn bare_percentage(said: &str) -> Cow<'_, str> {
    match said.strip_suffix('%').filter(|number| number.contains('.') && money::number(number).is_some()) {
        Some(number) => Cow::Owned(format!("{}%", number.trim_end_matches('0').trim_end_matches('.'))),
        None => Cow::Borrowed(said),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::said::Origin, *};
    use crate::source::Range;

    fn said(text: &str) -> Option<Said<'_>> {
        Some(Said { text: text.into(), origin: Origin::Text(Range::default()) })
    }

    fn standard() -> Option<&'static Standard> {
        Field::embedded().standard("mof-2020").map(|standard| &**standard)
    }

    fn of(value: &'static str, unit: &'static str, wanted: Wanted, is_ours: bool) -> String {
        let unit = said(unit).filter(|unit| !unit.text.is_empty());
        let row = Row { value: said(value), unit, is_ours, ..Row::new(Origin::Text(Range::default())) };
        let Written { value, unit } = super::said(row.value.as_ref(), &row, Some(wanted), standard());
        if unit.is_empty() { value } else { format!("{value} {unit}") }
    }

    #[test]
    fn numbers_take_the_unit_beside_them() {
        assert_eq!(of("13", "家", Wanted::Number, true), "13 家");
        assert_eq!(of("13 家", "家", Wanted::Number, false), "13 家");
        assert_eq!(of("1.3万", "家", Wanted::Number, false), "1.3万");
        assert_eq!(of("13", "", Wanted::Number, false), "13");
        assert_eq!(of("-3", "个百分点", Wanted::Number, false), "-3 个百分点");
        assert_eq!(of("－3", "个百分点", Wanted::Number, false), "－3 个百分点");
        assert_eq!(of("－3％", "", Wanted::Share, false), "达成 －3％");
        assert_eq!(of("1,020,000.00", "元", Wanted::Number, false), "1,020,000.00 元");
        assert_eq!(of("98.50%", "%", Wanted::Number, true), "98.5%");
        assert_eq!(of("98.50%", "%", Wanted::Number, false), "98.50%");
        assert_eq!(of("100.00%", "%", Wanted::Number, true), "100%");
    }

    #[test]
    fn words_stay_words() {
        assert_eq!(of("已完成", "", Wanted::Number, false), "为 \"已完成\"");
        assert_eq!(of("12家}；项目 \"乙\" {", "", Wanted::Number, false), "为 \"12家}；项目 \"\"乙\"\" {\"");
        assert_eq!(of("12家 得分 9", "", Wanted::Number, false), "为 \"12家 得分 9\"");
        assert_eq!(of("=1+1", "", Wanted::Number, false), "=1+1");
        assert_eq!(of("/", "", Wanted::Number, false), "待定");
    }

    #[test]
    fn each_kind_is_written_as_it_is_read() {
        assert_eq!(of("95.00%", "达成%", Wanted::Share, true), "达成 95%");
        assert_eq!(of("95", "达成%", Wanted::Share, true), "达成 95 %");
        assert_eq!(of("95%", "", Wanted::Share, false), "达成 95%");
        assert_eq!(of("达成年度指标（95%）", "", Wanted::Share, false), "达成 95%");
        assert_eq!(of("Partly achieved (75%)", "", Wanted::Share, false), "达成 75%");
        assert_eq!(of("明显提升（95%）", "", Wanted::Share, false), "为 \"明显提升（95%）\"");
        assert_eq!(of("明显提升 5%", "", Wanted::Share, false), "为 \"明显提升 5%\"");
        assert_eq!(of("是", "是/否", Wanted::YesNo, true), "是");
        assert_eq!(of("FALSE", "", Wanted::YesNo, false), "否");
        assert_eq!(of("2026-11-20", "年-月-日", Wanted::Day, true), "2026-11-20");
    }
}
