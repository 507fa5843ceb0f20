//! What the formats for people say, in both languages.

use std::sync::Arc;

use crate::{
    diagnostic::{Lang, Text},
    difference::{By, Change, Check, How, Item, Known, Pair, Row, Summary, What},
    values::Decimal,
};

/// What differs: `指标值`, `target`.
pub fn what(what: &What, lang: Lang) -> String {
    let text = match what {
        What::Name => Text { zh: "名称", en: "name" },
        What::Category => Text { zh: "类别", en: "category" },
        What::Label => Text { zh: "标记", en: "label" },
        What::Code => Text { zh: "项目代码", en: "code" },
        What::Org => Text { zh: "预算单位", en: "org" },
        What::Year => Text { zh: "年度", en: "year" },
        What::Standard => Text { zh: "标准", en: "standard" },
        What::Period => Text { zh: "项目期", en: "period" },
        What::Basis => Text { zh: "依据", en: "basis" },
        What::Note => Text { zh: "备注", en: "note" },
        What::Description => Text { zh: "描述", en: "description" },
        What::Source => Text { zh: "数据来源", en: "source" },
        What::Purpose(number) => return numbered(Text { zh: "用途", en: "purpose" }, *number, lang),
        What::Goal(number) => return numbered(Text { zh: "目标", en: "goal" }, *number, lang),
        What::Budget => Text { zh: "预算数", en: "budget" },
        What::Fund(fund) => return fund.names.get(lang).to_owned(),
        What::Level(level) => return level_points(level, lang),
        What::Target => Text { zh: "指标值", en: "target" },
        What::Baseline => Text { zh: "上年值", en: "baseline" },
        What::Total => Text { zh: "实施期值", en: "total" },
        What::Stretch => Text { zh: "挑战值", en: "stretch" },
        What::Weight => Text { zh: "分值", en: "weight" },
        What::Formula => Text { zh: "算式", en: "formula" },
    };
    text.get(lang).to_owned()
}

fn numbered(text: Text, number: usize, lang: Lang) -> String {
    format!("{} {number}", text.get(lang))
}

fn level_points(level: &Arc<Known>, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}分值", level.names.zh),
        Lang::En => format!("{} points", level.names.en),
    }
}

/// How it changed, in a word or two.
pub fn how(how: How, lang: Lang) -> &'static str {
    let text = match how {
        How::Added => Text { zh: "新增", en: "added" },
        How::Removed => Text { zh: "删除", en: "removed" },
        How::Renamed => Text { zh: "改名", en: "renamed" },
        How::Moved => Text { zh: "换类别", en: "moved" },
        How::Raised => Text { zh: "调增", en: "raised" },
        How::Lowered => Text { zh: "调减", en: "lowered" },
        How::Tightened => Text { zh: "收紧", en: "tightened" },
        How::Relaxed => Text { zh: "放宽", en: "relaxed" },
        How::Changed => Text { zh: "改动", en: "changed" },
        How::Reversed => Text { zh: "方向相反", en: "turned round" },
        How::Sign => Text { zh: "只改符号", en: "sign only" },
        How::Unit => Text { zh: "单位不同", en: "other unit" },
        How::Kind { .. } => Text { zh: "换类型", en: "other kind" },
        How::Reworded => Text { zh: "改写", en: "reworded" },
        How::Settled => Text { zh: "定下", en: "settled" },
        How::Opened => Text { zh: "改为待定", en: "left open" },
        How::Shown => Text { zh: "只改印法", en: "print only" },
        How::Shifted => Text { zh: "随年顺延", en: "with the year" },
        How::Respelt => Text { zh: "只改写法", en: "spelling only" },
    };
    text.get(lang)
}

/// What is to be added about a change: by how much, or from which kind to which; mostly nothing.
pub fn remark(change: &Change, lang: Lang) -> String {
    match (&change.by, change.how) {
        // Points are parts of a hundred as they are.
        (Some(By::Amount { number: Some(number), .. }), _) if matches!(change.what, What::Weight | What::Level(_)) => {
            signed(number)
        }
        (Some(by), _) => amount(by, lang),
        (None, How::Kind { old, new }) => match lang {
            Lang::Zh => format!("{}改为{}", kind(old).zh, kind(new).zh),
            Lang::En => format!("{} became {}", kind(old).en, kind(new).en),
        },
        _ => String::new(),
    }
}

/// A kind of target as people call it.
fn kind(id: &str) -> Text {
    match id {
        "number" => Text { zh: "数值", en: "a number" },
        "duration" => Text { zh: "时长", en: "a duration" },
        "range" => Text { zh: "范围", en: "a range" },
        "date" => Text { zh: "日期", en: "a date" },
        "period" => Text { zh: "时段", en: "a period" },
        "text" => Text { zh: "文字", en: "words" },
        "boolean" => Text { zh: "是否", en: "yes or no" },
        "graded" => Text { zh: "分档", en: "grades" },
        "steps" => Text { zh: "阶梯", en: "steps" },
        _ => Text { zh: "待定", en: "open" },
    }
}

/// `-2家（-16.67%）`, `-5个百分点`, `+30天`
fn amount(by: &By, lang: Lang) -> String {
    match by {
        By::Amount { number, unit, percent } if matches!(unit.as_str(), "%" | "百分比" | "百分点") => {
            // A percentage of a percentage would be misread.
            let points = Text { zh: "个百分点", en: " points" }.get(lang);
            match (number, percent) {
                (Some(number), _) => format!("{}{points}", signed(number)),
                (None, percent) => percent.as_ref().map(share).unwrap_or_default(),
            }
        }
        By::Amount { number: Some(number), unit, percent: Some(percent) } => match lang {
            Lang::Zh => format!("{}{unit}（{}）", signed(number), share(percent)),
            Lang::En => format!("{}{unit} ({})", signed(number), share(percent)),
        },
        By::Amount { number: Some(number), unit, percent: None } => format!("{}{unit}", signed(number)),
        By::Amount { number: None, percent, .. } => percent.as_ref().map(share).unwrap_or_default(),
        By::Days { days, within_year } => {
            let unit = match (lang, days.abs()) {
                (Lang::Zh, _) => "天",
                (Lang::En, 1) => " day",
                (Lang::En, _) => " days",
            };
            let note = Text { zh: "（各按本年度）", en: " (each within its year)" }.get(lang);
            format!("{}{unit}{}", signed(&Decimal::from(*days)), if *within_year { note } else { "" })
        }
    }
}

fn share(percent: &Decimal) -> String {
    format!("{}%", signed(percent))
}

/// With its sign, be it plus.
fn signed(number: &Decimal) -> String {
    let sign = if number.is_sign_negative() || number.is_zero() { "" } else { "+" };
    format!("{sign}{number}")
}

/// `数量指标 举办宣传活动`
pub fn row(row: &Row, lang: Lang) -> String {
    format!("{} {}", row.category.own.names.get(lang), row.name)
}

/// `校验 活动费用不超过预算`
pub fn check(check: &Check, lang: Lang) -> String {
    let name = check.name.as_deref().unwrap_or_else(|| check.formula.text.get(lang));
    format!("{} {name}", Text { zh: "校验", en: "check" }.get(lang))
}

/// The change in which a row has become weaker, if it is still there.
pub fn weakness<'a>(item: &'a Item<'_, Row>) -> Option<&'a Change> {
    item.changes.iter().find(|change| change.is_weaker())
}

/// What stands before a thing: whether it is gone, new, weaker, or only different.
pub fn mark<T>(pair: &Pair<'_, T>, is_weaker: bool) -> &'static str {
    match pair {
        Pair::Removed(_) => "-",
        Pair::Added(_) => "+",
        Pair::Both(..) if is_weaker => "⚠",
        Pair::Both(..) => "~",
    }
}

/// `放宽 2，收紧 1，新增 1`: how many of what there are; zeros are left out.
pub fn counts(summary: &Summary, lang: Lang) -> String {
    let indicators = [
        (summary.relaxed, Text { zh: "放宽", en: "relaxed" }),
        (summary.softened, Text { zh: "改为待定或文字", en: "left open or told in words" }),
        (summary.removed, Text { zh: "删除", en: "removed" }),
        (summary.tightened, Text { zh: "收紧", en: "tightened" }),
        (summary.added, Text { zh: "新增", en: "added" }),
        (summary.renamed, Text { zh: "改名", en: "renamed" }),
        (summary.moved, Text { zh: "换类别", en: "moved" }),
        (summary.changed, Text { zh: "其他改动", en: "otherwise changed" }),
    ];
    let projects = [
        (summary.projects_removed, Text { zh: "删除", en: "removed" }),
        (summary.projects_added, Text { zh: "新增", en: "added" }),
        (summary.projects_changed, Text { zh: "有改动", en: "changed" }),
    ];
    let (colon, end) = match lang {
        Lang::Zh => ("：", "；"),
        Lang::En => (": ", "; "),
    };
    let groups = [
        (Text { zh: "指标", en: "indicators" }, listed(&indicators, lang)),
        (Text { zh: "项目", en: "projects" }, listed(&projects, lang)),
    ];
    let told = groups.iter().filter(|(_, list)| !list.is_empty());
    told.map(|(name, list)| format!("{}{colon}{list}", name.get(lang))).collect::<Vec<_>>().join(end)
}

fn listed(counts: &[(usize, Text)], lang: Lang) -> String {
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told = told.map(|(count, text)| match lang {
        Lang::Zh => format!("{} {count}", text.zh),
        Lang::En => format!("{count} {}", text.en),
    });
    told.collect::<Vec<_>>().join(Text { zh: "，", en: ", " }.get(lang))
}

/// What a project that is on one side alone has: `预算 10万元，指标 12 项`.
pub fn size(budget: Option<&str>, rows: usize, lang: Lang) -> String {
    match (lang, budget) {
        (Lang::Zh, Some(budget)) => format!("预算数 {budget}，指标 {rows} 项"),
        (Lang::Zh, None) => format!("指标 {rows} 项"),
        (Lang::En, Some(budget)) => format!("budget {budget}, indicators: {rows}"),
        (Lang::En, None) => format!("indicators: {rows}"),
    }
}

/// `没有列出的另有 3 处只是写法不同，值相同`; nothing where there is none.
pub fn respelt(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("另有 {count} 处只是写法不同，值没有变，没有列出"),
        (1, Lang::En) => "1 value is only spelt differently, and not listed".to_owned(),
        (_, Lang::En) => format!("{count} values are only spelt differently, and not listed"),
    }
}

/// What heads the list of what differs in all projects alike.
pub const ALL: Text = Text { zh: "全部项目", en: "all projects" };

/// What heads the list of what has become weaker.
pub fn weaker(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("放宽或取消的指标（{count} 项）"),
        Lang::En => format!("targets relaxed or given up ({count})"),
    }
}

/// The end of a list that is cut.
pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 项，见下文"),
        Lang::En => format!("{count} more, see below"),
    }
}

/// What old and new text stand behind where they stand on lines of their own.
pub const SIDES: [Text; 2] = [Text { zh: "原", en: "was" }, Text { zh: "现", en: "now" }];
