//! What the cells take, and what is said where they are selected.

use foldhash::HashMap;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule as Rule, ExcelDateTime, Worksheet, XlsxError,
    utility::{cell_range, row_col_to_cell},
};

use super::{
    super::super::paper::legal,
    FORECAST, LIKELIHOOD,
    head::ADJUSTED,
    rows::{Kind, kind},
};
use crate::{
    model::{Likelihood, Wanted},
    table::fill_in::{Asked, FillIn, Judged},
};

/// A spreadsheet keeps no more digits than numbers below this have.
const MOST: f64 = 1e15;

/// Percentages above this are most likely typed without their point.
const MOST_PERCENT: f64 = 10.0;

/// The most points where a row says none.
const MOST_POINTS: f64 = 100.0;

/// The most characters of a title and of a message, as UTF-16 counts them.
const MOST_TEXT: (usize, usize) = (32, 255);

/// How many different checks a sheet can have is limited.
const MOST_CHECKS: usize = 30_000;

/// How many ranges one check has at the most.
const MOST_RANGES: usize = 200;

/// Lets a cell take a day alone.
pub(super) fn day(sheet: &mut Worksheet, row: u32, column: u16) -> Result<(), XlsxError> {
    let check = said(days()?, "截至日期", "结果截至哪一天，例如 2026-12-31。", DAY)?;
    sheet.add_data_validation(row, column, row, column, &check)?;
    Ok(())
}

/// Lets cells of a column take amounts of money alone.
pub(super) fn money(
    sheet: &mut Worksheet,
    (first, last): (u32, u32),
    column: u16,
    title: &str,
    unit: &str,
) -> Result<(), XlsxError> {
    let amount = DataValidation::new().allow_decimal_number(Rule::Between(0.0, MOST));
    let more = if title == ADJUSTED { "没有调整的可以不填。" } else { "" };
    let check = said(amount, title, &format!("只填数字，单位是{unit}。{more}"), "请只填数字，不带单位。")?;
    sheet.add_data_validation(first, column, last, column, &check)?;
    Ok(())
}

/// Lets the cells of results take what their targets ask for, be it achieved or expected.
pub(super) fn values(
    sheet: &mut Worksheet,
    form: &FillIn,
    first: u32,
    (column, title): (u16, &str),
) -> Result<(), XlsxError> {
    let groups = groups(&form.rows, |asked| (asked.wanted, asked.unit.as_str()));
    for (asked, numbers) in groups {
        if let Some(check) = value(asked, title, form)? {
            add(sheet, column, first, &numbers, &check)?;
        }
    }
    Ok(())
}

/// Lets cells take a word for how likely a target will be met.
pub(super) fn likelihoods(sheet: &mut Worksheet, form: &FillIn, first: u32, column: u16) -> Result<(), XlsxError> {
    let words = Likelihood::ALL.map(|likelihood| likelihood.name().zh);
    let listed = words.join("、");
    let ask = format!("到年底能不能完成目标：{listed}。");
    let check =
        said(DataValidation::new().allow_list_strings(&words)?, LIKELIHOOD.0, &ask, &format!("请选：{listed}。"))?;
    let numbers: Vec<u32> = (0..form.rows.len() as u32).collect();
    add(sheet, column, first, &numbers, &check)
}

/// Lets the cells of points take as many as there are.
pub(super) fn scores(sheet: &mut Worksheet, form: &FillIn, first: u32, column: u16) -> Result<(), XlsxError> {
    for (asked, numbers) in groups(&form.rows, |asked| asked.weight.as_str()) {
        let most = asked.weight.parse().ok().filter(|most| (0.0..=1000.0).contains(most)).unwrap_or(MOST_POINTS);
        let points = DataValidation::new().allow_decimal_number(Rule::Between(0.0, most));
        let range = format!("0～{most} 分");
        let check = said(
            points,
            "得分",
            &format!("自评得分，{range}；可以不填，由程序计算。"),
            &format!("得分应在 {range}之间。"),
        )?;
        add(sheet, column, first, &numbers, &check)?;
    }
    Ok(())
}

/// What is said where no date was typed.
const DAY: &str = "请填日期，例如 2026-11-20。";

fn value(asked: &Asked, title: &str, form: &FillIn) -> Result<Option<DataValidation>, XlsxError> {
    let unit = &asked.unit;
    let decimal = |low, high| DataValidation::new().allow_decimal_number(Rule::Between(low, high));
    Ok(Some(match asked.wanted {
        Wanted::Number if kind(asked) == Kind::Percent => {
            let ask = "填百分数，例如 95 或 95%。";
            let check = said(
                decimal(-MOST_PERCENT, MOST_PERCENT),
                title,
                ask,
                "这个百分数超过 1000%，或者不是数字。确定要填它吗？",
            )?;
            check.set_error_style(DataValidationErrorStyle::Warning)
        }
        Wanted::Number if unit.is_empty() => said(decimal(-MOST, MOST), title, "只填数字。", "请只填数字。")?,
        Wanted::Number => {
            let ask = format!("只填数字，单位是“{unit}”，已写在右边。");
            said(decimal(-MOST, MOST), title, &ask, &format!("请只填数字，不带单位；单位是“{unit}”。"))?
        }
        Wanted::Day if title == FORECAST.0 => said(days()?, title, "预计完成的日期，例如 2026-11-20。", DAY)?,
        Wanted::Day => said(days()?, title, "完成的日期，例如 2026-11-20。还没有完成的不填，写明原因。", DAY)?,
        Wanted::Share => judged(form, title, decimal(0.0, 1.0))?,
        Wanted::YesNo => {
            let choice = DataValidation::new().allow_list_strings(&["是", "否"])?;
            said(choice, title, "选“是”或“否”。", "请选“是”或“否”。")?
        }
        Wanted::Any => return Ok(None),
    }))
}

/// Where points are asked for as well, one judges by a choice, which the points then make exact, or by a percentage;
/// elsewhere by a percentage alone. A list keeps nothing else out, so that both can be typed.
fn judged(form: &FillIn, title: &str, percentage: DataValidation) -> Result<DataValidation, XlsxError> {
    let line = |judged: &Judged| format!("\n{}：{}", judged.name, judged.range);
    let lines: String = form.judgements.iter().map(line).collect();
    let names: Vec<&str> = form.judgements.iter().map(|judged| &*judged.name).collect();
    let is_list = !form.is_early && names.iter().all(|name| !name.contains([',', '"']));
    if !is_list || names.is_empty() || names.join(",").encode_utf16().count() > MOST_TEXT.1 {
        let ask = format!("达成程度，0～100%，例如 95 或 95%。{lines}");
        return said(percentage, title, &ask, "达成程度应在 0～100% 之间。");
    }
    let ask = format!("填达成程度，例如 95 或 95%；或者选一级，再填得分。{lines}");
    let choice = DataValidation::new().allow_list_strings(&names)?.show_error_message(false);
    said(choice, title, &ask, "")
}

/// Dates that a budget may be about.
fn days() -> Result<DataValidation, XlsxError> {
    let between = Rule::Between(ExcelDateTime::from_ymd(1990, 1, 1)?, ExcelDateTime::from_ymd(2199, 12, 31)?);
    Ok(DataValidation::new().allow_date(between))
}

/// A check with what is asked where its cell is selected, and what is answered where it fails.
fn said(check: DataValidation, title: &str, ask: &str, answer: &str) -> Result<DataValidation, XlsxError> {
    let (short, long) = MOST_TEXT;
    check
        .set_input_title(cut(title, short))?
        .set_input_message(cut(ask, long))?
        .set_error_title(cut("填写有误", short))?
        .set_error_message(cut(answer, long))
}

/// The text, or its begin.
fn cut(text: &str, most: usize) -> String {
    let text = legal(text.trim_end());
    if text.encode_utf16().count() <= most {
        return text.into_owned();
    }
    let mut left = most - 1;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// The rows that are alike in something, by the first of them, each with the numbers of all.
fn groups<'r, K: std::hash::Hash + Eq>(
    rows: &'r [Asked],
    alike: impl Fn(&'r Asked) -> K,
) -> Vec<(&'r Asked, Vec<u32>)> {
    let mut known: HashMap<K, usize> = HashMap::default();
    let mut groups: Vec<(&Asked, Vec<u32>)> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let at = *known.entry(alike(row)).or_insert_with(|| {
            groups.push((row, Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(number as u32);
    }
    groups.truncate(MOST_CHECKS);
    groups
}

/// Adds a check of some rows of a column; those that stand together are one range.
fn add(
    sheet: &mut Worksheet,
    column: u16,
    first: u32,
    numbers: &[u32],
    check: &DataValidation,
) -> Result<(), XlsxError> {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let range = |run: &[u32]| match run {
        [one] => row_col_to_cell(first + one, column),
        [one, .., last] => cell_range(first + one, column, first + last, column),
        [] => String::new(),
    };
    let ranges: Vec<String> = runs.map(range).collect();
    for ranges in ranges.chunks(MOST_RANGES) {
        let check = check.clone().set_multi_range(ranges.join(" "));
        sheet.add_data_validation(first, column, first, column, &check)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_where_they_are_too_long() {
        assert_eq!(cut("一二三\n", 3), "一二三");
        assert_eq!(cut("一二三四", 3), "一二…");
        assert_eq!(cut("𠮷𠮷𠮷", 4), "𠮷…");
        assert_eq!(cut("a\u{1}", 3), "a\u{FFFD}");
    }
}
