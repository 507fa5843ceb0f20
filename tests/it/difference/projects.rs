//! Which row and which project is which, and all that is told of two files.

use perfc::{
    diagnostic::Lang,
    difference::{Pair, compare, render::Format},
};

use super::{rows, snapshots, told};
use crate::support::assert_shown;

/// `old → new`, for each row that differs.
fn pairs(old: &str, new: &str) -> String {
    let (old, new) = (snapshots("old.perf", &rows(old)), snapshots("new.perf", &rows(new)));
    let mut text = String::new();
    for row in compare(&old, &new).projects.iter().flat_map(|project| &project.rows) {
        let name = |row: &perfc::difference::Row| format!("{} {}", row.category.own.id, row.name);
        text += &match row.pair {
            Pair::Both(old, new) => format!("{} → {}\n", name(old), name(new)),
            Pair::Added(new) => format!("+ {}\n", name(new)),
            Pair::Removed(old) => format!("- {}\n", name(old)),
        };
    }
    text
}

#[test]
fn rows_are_known_by_name_label_and_likeness() {
    let old = "quantity \"举办宣传活动\" 5 次 as 次数
quantity \"2026年培训人次\" 5 人次
quantity \"检查企业\" 5 家 as 家数
quantity \"发放材料\" 5 份
quality  \"合格率\" 95%
quality  \"服务企业满意度\" 95%";
    let new = "quantity \"举办大型宣传活动\" 5 次
quantity \"2027年培训人次\" 5 人次
quantity \"走访单位\" 5 家 as 家数
quantity \"抽检食品\" 5 份
quality  \"合格比例\" 95%
clients  \"服务企业满意度\" 95%";
    assert_shown!(pairs(old, new));
}

#[test]
fn the_same_name_under_two_categories() {
    assert_eq!(
        pairs("quality \"满意度\" 85%; clients \"满意度\" 90%", "clients \"满意度\" 91%; quality \"满意度\" 86%"),
        "clients 满意度 → clients 满意度\nquality 满意度 → quality 满意度\n"
    );
}

#[test]
fn rows_that_stand_there_twice() {
    let (old, new) = ("quantity \"x\" 5 家; quantity \"x\" 6 家", "quantity \"x\" 6 家; quantity \"x\" 5 家");
    assert_eq!(pairs(old, new), "");
    assert_eq!(pairs(old, "quantity \"x\" 6 家"), "- quantity x\n");
}

#[test]
fn the_order_of_rows_is_no_difference() {
    let (one, other) = ("quantity \"x\" 5 家; cost \"y\" 6 元", "cost \"y\" 6 元; quantity \"x\" 5 家");
    assert_eq!(pairs(one, other), "");
}

/// Two files of several projects.
const OLD: &str = "standard mof-2020
org 610101 \"甲局\"
year 2026

project \"2026年宣传经费\" {
    code A-1
    budget 100 万元 { fiscal 100 万元 }
    purpose { \"用于宣传。\"; \"用于培训。\" }
    goal \"让企业了解政策，举办12场宣传活动。\"
    goal \"让企业满意。\"
    weights { output 50; benefit 30; satisfaction 10 }
    quantity \"宣传活动\" >= 12 场 as 场次
    cost     \"每场费用\" <= 0.8 万元 per 场 as 费用
    social   \"知晓度\" >= 60%
    clients  \"企业满意度\" >= 90%
    check \"不超预算\" 场次 * 费用 <= budget
    check 场次 >= 1 场
}

project \"检查经费\" {
    budget 20 万元
    quantity \"检查企业\" >= 50 家
}

project \"办公经费\" {
    budget 5 万元
    quantity \"采购设备\" 3 台
}

project \"不变的项目\" {
    budget 5 万元
    quantity \"采购设备\" 3 台
}
";

const NEW: &str = "standard mof-2021
org 610101 \"甲市局\"
year 2027

project \"不变的项目\" {
    budget 50000 元
    quantity \"采购设备\" 3.0 台
}

project \"2027年宣传和培训经费\" {
    code A-1
    period 2027-01..2027-12
    budget 1,200,000.00 元 { fiscal 110 万元; other 10 万元 }
    purpose { \"用于培训。\"; \"用于调研。\" }
    goal \"让企业了解政策，举办10场宣传活动。\"
    goal \"让企业满意。\"
    weights { output 40; benefit 20; satisfaction 10; cost 20 }
    quantity \"宣传活动\" >= 10 场 as 场次
    quantity \"培训班\" >= 2 期
    cost     \"每场费用\" <= 0.8 万元 per 场 as 费用
    social   \"知晓度\" is \"明显提高\"
    clients  \"企业满意度\" tbd
    check \"不超预算\" 场次 * 费用 <= fiscal
    check \"有活动\" 场次 >= 1 场
}

project \"执法检查经费\" {
    budget 20 万元
    quantity \"检查企业\" >= 60 家
}

project \"信息化经费\" {
    budget 5 万元
    quantity \"建设系统\" 1 个
}
";

#[test]
fn text_in_chinese() {
    assert_shown!(told(OLD, NEW, Format::Text, Lang::Zh));
}

#[test]
fn text_in_english() {
    assert_shown!(told(OLD, NEW, Format::Text, Lang::En));
}

#[test]
fn markdown_in_both_languages() {
    assert_shown!([Lang::Zh, Lang::En].map(|lang| told(OLD, NEW, Format::Markdown, lang)).join("----\n"));
}

#[test]
fn json() {
    assert_shown!("difference_as_json", told(OLD, NEW, Format::Json, Lang::Zh));
}

/// The text of a block of code by the words behind its fence.
fn block<'p>(page: &'p str, fence: &str) -> &'p str {
    let start = page.find(&format!("```{fence}\n")).unwrap() + fence.len() + 4;
    let length = page[start..].find("```").unwrap();
    &page[start..start + length]
}

#[test]
fn the_page_shows_what_is_told() {
    let page = include_str!("../../../docs/diff.md");
    let (old, new) = (rows(block(page, "perf,old").trim_end()), rows(block(page, "perf,new").trim_end()));
    assert_eq!(told(&old, &new, Format::Text, Lang::Zh), block(page, "text,zh"));
    assert_eq!(told(&old, &new, Format::Text, Lang::En), block(page, "text,en"));
}

#[test]
fn nothing_is_told_of_what_is_the_same() {
    for format in [Format::Text, Format::Markdown] {
        assert_eq!(told(OLD, OLD, format, Lang::Zh), "");
    }
    let document: serde_json::Value = serde_json::from_str(&told(OLD, OLD, Format::Json, Lang::Zh)).unwrap();
    assert_eq!((&document["differs"], &document["projects"]), (&false.into(), &serde_json::json!([])));
}

#[test]
fn another_spelling_is_told_to_programs_alone() {
    let (old, new) = (rows("cost \"x\" <= 1 万元 weight 5"), rows("cost \"x\" <= 10000 元 weight 5.0"));
    assert_eq!(told(&old, &new, Format::Text, Lang::Zh), "");
    let document: serde_json::Value = serde_json::from_str(&told(&old, &new, Format::Json, Lang::Zh)).unwrap();
    assert_eq!((&document["differs"], &document["summary"]["respelt"]), (&false.into(), &2.into()));
}

#[test]
fn what_all_projects_have_in_common_is_told_once() {
    let source = |year: i16, cost: u8| {
        let project = |name: &str| format!("project \"{name}\" {{ cost \"x\" <= {cost} 元 }}\n");
        format!("org 1 \"甲局\"; year {year}\n{}{}", project("一"), project("二"))
    };
    assert_shown!(told(&source(2026, 5), &source(2027, 5), Format::Text, Lang::Zh));
    let markdown = told(&source(2026, 5), &source(2027, 5), Format::Markdown, Lang::En);
    assert!(markdown.starts_with("## all projects\n"), "{markdown}");
    assert_eq!(told(&source(2026, 5), &source(2027, 4), Format::Text, Lang::Zh).matches("2027").count(), 1);
}

#[test]
fn a_line_that_cannot_be_read_whole_is_not_compared() {
    assert_eq!(pairs("quantity \"x\" >= 5 家", "quantity \"x\" >= 5 => 家"), "");
    assert_eq!(pairs("quantity \"x\" >= 5 家", "quantity \"x\" 五 家"), "");
}

#[test]
fn projects_of_one_name_are_told_apart_by_their_units() {
    let project =
        |org: &str, amount: u32| format!("project \"办公经费\" {{ org {org} \"局{org}\"; budget {amount} 元 }}\n");
    let (old, new) = (project("1", 10) + &project("2", 20), project("2", 25) + &project("1", 10));
    assert_shown!(told(&old, &new, Format::Text, Lang::Zh));
}

#[test]
fn many_that_are_relaxed_are_listed_once_all() {
    let rows = |least: usize| {
        rows(&(0..30).map(|at| format!("quantity \"指标{at}\" >= {} 家\n", least + at)).collect::<String>())
    };
    assert_shown!(told(&rows(5), &rows(4), Format::Text, Lang::En).lines().take(26).collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_would_steer_the_terminal_is_not_handed_on() {
    let source = |target: &str| format!("project \"甲\u{1B}[31m\" {{ social \"乙\u{202E}\" is \"{target}\u{9B}\" }}");
    let text = told(&source("丙"), &source("丁"), Format::Text, Lang::Zh);
    assert!(text.contains("改写") && !text.contains(['\u{1B}', '\u{202E}', '\u{9B}']), "{text}");
}
