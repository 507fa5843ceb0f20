//! How a project stands, for terminals.

use std::borrow::Cow;

use super::{Forecast, Monitored, Row as Indicator, Standing};
use crate::{
    diagnostic::{Lang, Text},
    field::Light,
    report::{sheet::merge_first, text::say},
    table::{self, Cell, Format, Options, Role, Row, Section, Table, marked, wrap},
};

/// A column: its name, its width relative to the others, what its cells are.
type Column = (Text, u16, Role);

const COLUMNS: [Column; 7] = [
    (Text { zh: "一级指标", en: "Level" }, 12, Role::Category),
    (Text { zh: "三级指标", en: "Indicator" }, 24, Role::Text),
    (Text { zh: "年度指标值", en: "Target" }, 14, Role::Value),
    (Text { zh: "实际完成值", en: "Result" }, 12, Role::Value),
    (Text { zh: "灯", en: "Light" }, 8, Role::Value),
    (Text { zh: "全年预计", en: "Forecast" }, 16, Role::Value),
    (Text { zh: "怎样得出，或缺少什么", en: "How, or what is missing" }, 28, Role::Text),
];

const NOT_DUE: Text = Text { zh: "未到期", en: "not due" };
const MISSING: Text = Text { zh: "缺结果", en: "missing" };

/// What stands before the name of a light.
const LAMP: &str = "●";

/// Writes how a project stands; with colours where the terminal shows them.
pub fn render(monitored: &Monitored, lang: Lang, options: &Options, colours: bool) -> String {
    let table = table::render(Format::Text, &[sheet(monitored, lang)], options).unwrap_or_default();
    let head = head(monitored, lang).into_iter();
    let mut lines: Vec<String> = head.flat_map(|line| wrap(&line, options.width, options.ambiguous)).collect();
    lines.push(String::from_utf8_lossy(&table).trim_matches('\n').to_owned());
    lines.push(whole(monitored, lang));
    lines.extend(monitored.rows.iter().filter(|row| row.behind).map(|row| behind(row, lang)));
    let text = lines.join("\n") + "\n";
    if colours { coloured(text, lang) } else { text }
}

fn head(monitored: &Monitored, lang: Lang) -> Vec<String> {
    let org = monitored.org.as_ref().map(|org| [org.code.as_deref().unwrap_or_default(), &org.name].concat());
    let time = monitored.time.as_ref().map(|time| {
        let values = [("at", time.at.as_str()), ("elapsed", &time.elapsed)];
        say("截至 {at}，时间进度 {elapsed}", "at {at}, {elapsed} of the time", &values, lang)
    });
    let rules = say("亮灯规则 {rules}", "lights by {rules}", &[("rules", &monitored.standard.id)], lang);
    let facts: Vec<String> = org.into_iter().chain(time).chain([rules]).collect();
    vec![monitored.project.clone(), facts.join(" · ")]
}

/// The light of the project, and how many rows have which.
fn whole(monitored: &Monitored, lang: Lang) -> String {
    let worst = monitored.light.map_or_else(|| "—".to_owned(), |light| lamp(light, lang));
    let mut counts = Vec::new();
    for light in Light::ALL {
        let count = monitored.rows.iter().filter(|row| row.standing.light == Some(light)).count();
        if count > 0 {
            counts.push(format!("{} {count}", light.name().get(lang)));
        }
    }
    let unlit = monitored.rows.iter().filter(|row| row.standing.light.is_none()).count();
    for (count, text) in [(unlit - monitored.missing, NOT_DUE), (monitored.missing, MISSING)] {
        if count > 0 {
            counts.push(format!("{} {count}", text.get(lang)));
        }
    }
    let values = [("light", worst.as_str()), ("counts", &counts.join(" · "))];
    say("项目 {light}（{counts}）", "project {light} ({counts})", &values, lang)
}

/// Why a row is behind, as far as somebody says it; and what is expected of it, where that is too little.
fn behind(row: &Indicator, lang: Lang) -> String {
    let nothing = Text { zh: "没有说明原因", en: "no reason is given" }.get(lang);
    let reason = row.reason.as_deref().unwrap_or(nothing);
    let short = row.forecast.as_ref().filter(|forecast| forecast.met == Some(false));
    let short = short.map(|forecast| expected(forecast, "", lang));
    let reason = match short {
        Some(short) => {
            let values = [("target", row.target.as_str()), ("short", &short), ("reason", reason)];
            say("{target}，预计 {short}；{reason}", "{target}, {short} expected; {reason}", &values, lang)
        }
        None => reason.to_owned(),
    };
    let light = row.standing.light.map_or(Cow::Borrowed("—"), |light| lamp(light, lang).into());
    let values = [("light", &*light), ("name", &row.name), ("reason", &reason)];
    say("{light} {name}：{reason}", "{light} {name}: {reason}", &values, lang)
}

fn lamp(light: Light, lang: Lang) -> String {
    format!("{LAMP}{}", light.name().get(lang))
}

/// The lamps in their colours.
fn coloured(text: String, lang: Lang) -> String {
    let code = |light| match light {
        Light::Red => 31,
        Light::Yellow => 33,
        Light::Green => 32,
        Light::Blue => 34,
    };
    Light::ALL.into_iter().fold(text, |text, light| {
        let lamp = lamp(light, lang);
        text.replace(&lamp, &format!("\u{1b}[{}m{lamp}\u{1b}[0m", code(light)))
    })
}

/// All rows and the budget.
fn sheet(monitored: &Monitored, lang: Lang) -> Table<'_> {
    let mut rows = vec![cells(COLUMNS.map(|(name, ..)| name.get(lang).into()), Section::Names)];
    rows.extend(monitored.rows.iter().map(|row| indicator(row, lang)));
    merge_first(&mut rows);
    rows.push(money(monitored, lang));
    Table {
        title: String::new(),
        before: Vec::new(),
        columns: COLUMNS.iter().map(|(_, width, _)| *width).collect(),
        rows,
        ..Table::default()
    }
}

fn cells<'c>(texts: [Cow<'c, str>; 7], section: Section) -> Row<'c> {
    let cell = |(column, text): (usize, Cow<'c, str>)| {
        let role = if section == Section::Names { Role::Heading } else { COLUMNS[column].2 };
        Cell { text, role, column, columns: 1, rows: 1 }
    };
    Row { section, cells: texts.into_iter().enumerate().map(cell).collect() }
}

fn indicator(row: &Indicator, lang: Lang) -> Row<'_> {
    let forecast = row.forecast.as_ref().map_or_else(String::new, |forecast| expected(forecast, "", lang));
    let likelihood = row.likelihood.map_or("", |likelihood| likelihood.name().get(lang));
    let separator = if forecast.is_empty() || likelihood.is_empty() { "" } else { "\n" };
    let texts = [
        row.level1.names.get(lang).into(),
        (&*row.name).into(),
        (&*row.target).into(),
        row.actual.as_deref().unwrap_or_default().into(),
        light(&row.standing, lang),
        [&forecast, separator, likelihood].concat().into(),
        row.standing.how.get(lang).into(),
    ];
    cells(texts, Section::Indicators)
}

fn money(monitored: &Monitored, lang: Lang) -> Row<'_> {
    let money = &monitored.money;
    let amount =
        |amount: &Option<String>| amount.as_ref().map_or_else(String::new, |text| format!("{text}{}", money.unit));
    let forecast = money.forecast.as_ref().map_or_else(String::new, |forecast| expected(forecast, &money.unit, lang));
    let texts = [
        Text { zh: "预算执行", en: "Budget" }.get(lang).into(),
        Text { zh: "预算执行率", en: "Spent of the budget" }.get(lang).into(),
        amount(&money.adjusted).into(),
        amount(&money.spent).into(),
        light(&money.standing, lang),
        forecast.into(),
        money.standing.how.get(lang).into(),
    ];
    cells(texts, Section::Indicators)
}

fn light(standing: &Standing, lang: Lang) -> Cow<'static, str> {
    standing.light.map_or_else(Cow::default, |light| lamp(light, lang).into())
}

/// What is expected; computed numbers bear a mark.
fn expected(forecast: &Forecast, unit: &str, lang: Lang) -> String {
    let value = format!("{}{unit}", forecast.value);
    match lang {
        Lang::Zh => marked(value, forecast.computed),
        Lang::En if forecast.computed => value + " (computed)",
        Lang::En => value,
    }
}
