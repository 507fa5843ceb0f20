//! Rules about money, deadlines and points.

use perfc::{
    diagnostic::{Code, Lang, Severity},
    repair::{self, Wanted},
};

use super::{assert_found, compiled, found};

/// What is said of costs in a project with so much money.
fn costs(budget: &str, rows: &str) -> Vec<(Severity, String)> {
    let mut levels = perfc::diagnostic::Levels::default();
    levels.select(&[Code::CostsAgainstBudget]);
    let compiled = compiled("main.perf", &format!("project \"p\" {{\nbudget {budget}\n{rows}\n}}"), levels);
    let said = compiled.findings.iter().filter(|finding| finding.code == Code::CostsAgainstBudget);
    said.map(|finding| (finding.severity, finding.message(Lang::Zh).title)).collect()
}

const STATIONS: &str = "quantity \"支撑保护工作站\" >= 12 家\n";

#[test]
fn prices_times_counts_are_compared_with_the_budget() {
    let each = "cost \"每家保护工作站支撑费用\" <= 1 万元";
    for price in [each, "cost \"保护工作站费用\" <= 1 万元 per 家", "cost \"保护工作站费用\" <= 10000 元/家"]
    {
        let rows = format!("{STATIONS}{price}");
        assert_eq!(
            costs("10 万元", &rows),
            [(Severity::Warning, "按指标值算，成本合计 12 万元，超过了预算数".to_owned())],
            "{price}"
        );
        // Where a check could compute it, it is enough that it fits.
        let advice = (Severity::Advice, "按指标值算，成本合计 12 万元，没有写校验".to_owned());
        let expected = if price == each { vec![advice] } else { Vec::new() };
        assert_eq!(costs("20 万元", &rows), expected, "{price}");
    }
}

/// Where the unit or the names do not tell which number goes with a price, nothing is multiplied.
#[test]
fn what_does_not_go_together_is_not_multiplied() {
    for rows in [
        // another unit
        "quantity \"实施重点项目\" 4 批\ncost \"每项重点项目费用\" <= 15 万元",
        // another unit, and hardly the same name
        "quantity \"培训教材\" 30 个\ncost \"每次培训费用\" <= 2 万元",
        // what is done is not what it is done for
        "quantity \"建设平台\" 3 个\ncost \"每个站点建设费用\" <= 5 万元",
        "quantity \"走访慰问老党员\" 500 人\ncost \"讲师授课费\" <= 5500 元/人",
        // other things
        "quantity \"走访企业\" 400 家\ncost \"每家工作站费用\" <= 1 万元",
        // two that it may be
        "quantity \"一期工作站\" 4 家\nquantity \"二期工作站\" 8 家\ncost \"每家工作站费用\" <= 1 万元",
        // times of the calendar are what the budget is for
        "quantity \"运行维护\" 3 年\ncost \"每年运行维护费用\" <= 9 万元",
        // the author computes with it
        "quantity \"支撑工作站\" 4 家 as 站数\ncost \"每家工作站费用\" <= 1 万元 per 家 as 单价\ncheck 站数 * 单价 <= 20 万元",
        "quantity \"支撑工作站\" 12 家\ncost \"工作站总费用\" <= 9 万元",
        "quantity \"支撑工作站\" 12 家\ncost \"每家工作站费用占比\" <= 5%",
    ] {
        assert_eq!(costs("10 万元", rows), [], "{rows}");
    }
}

/// As real tables write them: the unit is in the name, in the price or behind it; the names share what they are about.
#[test]
fn prices_go_with_counts_as_tables_name_them() {
    for (rows, sum) in [
        ("quantity \"培训人数\" 500 人\ncost \"培训费\" <= 550 元/人", "27.5"),
        ("quantity \"培训人数\" 500 人\ncost \"人均培训费用\" <= 550 元", "27.5"),
        ("quantity \"新建道路里程\" 3 公里\ncost \"每公里道路造价\" <= 40 万元", "120"),
        ("quantity \"高标准农田建设面积\" 500 亩\ncost \"亩均建设成本\" <= 1500 元", "75"),
        ("quantity \"购置电脑\" 20 台\nquantity \"购置打印机\" 5 台\ncost \"电脑采购单价\" <= 6000 元/台", "12"),
        ("quantity \"入股合作社个数\" 10 个\ncost \"补助合作社平均标准\" = 23 万元/个", "230"),
        // 4 个 are 4 项
        ("quantity \"实施专利转化运用重点项目\" 4 个\ncost \"平均实施1项专利转化运用重点项目\" <= 15 万元", "60"),
        ("quantity \"支撑工作站\" 12 家\ncost \"每个工作站费用\" <= 1 万元", "12"),
    ] {
        let expected = (Severity::Warning, format!("按指标值算，成本合计 {sum} 万元，超过了预算数"));
        assert_eq!(costs("10 万元", rows), [expected], "{rows}");
    }
}

/// The check that is offered can be computed: what is found of it is gone, and nothing comes for it.
#[test]
fn offered_checks_hold() {
    for (rows, check) in [
        ("数量 「支撑工作站」 12 家\n成本 「每家工作站费用」 ≤ 1 万元", "家数 * 每家费用"),
        ("数量 「重点项目」 4 个\n成本 「平均实施1项重点项目」 ≤ 1 万元", "共几个 * 每个费用"),
        (
            "数量 「工作站」 4 家\n数量 「培训人数」 9 人 记作 学员\n成本 「每家工作站费用」 ≤ 1 万元\n成本 「培训费」 ≤ 50 元/人",
            "家数 * 每家费用 + 学员 * 每人费用",
        ),
    ] {
        let text = format!("项目 \"甲\" {{\n预算 20 万元\n{rows}\n}}\n");
        let compile = |text: &str| {
            let mut levels = perfc::diagnostic::Levels::default();
            levels.select(&[Code::CostsAgainstBudget]);
            compiled("main.perf", text, levels)
        };
        let repaired = repair::run(Wanted { guesses: true, may_change: &|_| true }, |texts| {
            let compiled = compile(texts.get("main.perf").map_or(&text, |text| text));
            (compiled.findings, compiled.sources)
        });
        let now = repaired.texts.get("main.perf").unwrap();
        assert!(now.contains(&format!("校验 \"费用不超过预算\" {check} <= 预算")), "{now}");
        let (before, after) = (compile(&text).told(), compile(now).told());
        assert_eq!(
            before.lines().filter(|line| !line.starts_with("P819")).collect::<Vec<_>>(),
            after.lines().collect::<Vec<_>>()
        );
        assert_ne!(before, after);
    }
}

/// Of several rows in the unit of a price the one counts whose name it shares.
#[test]
fn names_tell_which_number_goes_with_a_price() {
    let rows = format!("{STATIONS}quantity \"走访重点企业\" 200 家\ncost \"每家保护工作站支撑费用\" <= 1 万元");
    assert_eq!(costs("20 万元", &rows).len(), 1);
}

#[test]
fn all_of_the_budget_may_be_spent() {
    assert_eq!(costs("1681680 元", "cost \"维护成本\" < 1681680 元").len(), 1);
    assert_eq!(costs("168.168 万元", "cost \"维护成本\" < 1681680 元").len(), 1);
    for cost in ["<= 1681680 元", "< 1681679 元", "< 1681680 元 per 个"] {
        assert_eq!(costs("1681680 元", &format!("cost \"维护成本\" {cost}")), [], "{cost}");
    }
}

#[test]
fn deadlines_say_by_when() {
    assert_found(
        Code::VagueDeadline,
        "
    timeliness \"任务完成时间\" 2026年 // !
    timeliness \"服务期\" 1-12 月 // !
    timeliness \"建设时间\" is \"2026年内\" // !
    timeliness \"建设年度\" 2026年度 // !
    timeliness \"建设时限\" show \"2026年全年\" // !
    timeliness \"竣工时间\" is \"2026年内竣工验收\"
    timeliness \"验收时间\" 2026年底
    timeliness \"上线时间\" by 2026
    timeliness \"工期\" 3..6 个月
    timeliness \"建设期\" 2026年1月-12月
    timeliness \"任务完成月份\" 2026年11月
    timeliness \"值守时段\" 13-18 月
    social \"机制运行到\" 2026年",
    );
}

#[test]
fn no_row_carries_most_of_the_points() {
    assert_found(
        Code::DominantWeight,
        "
    quantity \"系统建设\" 1 套 weight 60 // !
    quantity \"平台建设\" 1 套 weight 90.5 // !
    quantity \"设备采购\" 1 套 weight 59.9
    quality \"合格率\" 100%",
    );
}

#[test]
fn weights_of_levels_are_those_of_the_standard() {
    let project = |head: &str, weights: &str| {
        let rows = "quantity \"a\" 1 个\nsocial \"b\" is \"c\"\nclients \"d\" 90%";
        found(Code::UnusualWeights, &format!("{head}\nproject \"p\" {{\n{weights}\n{rows}\n}}"))
    };
    assert_eq!(project("", "weights { output 70; benefit 10; satisfaction 10 }"), 1);
    assert_eq!(project("", "weights { output 50; benefit 30; satisfaction 10 }"), 0);
    assert_eq!(project("", ""), 0);
    assert_eq!(project("", "weights { output 70; benefit 10; satisfaction 10 }; note \"经批准\""), 0);
    // A standard of one's own says what is usual with it.
    let own = "standard mine extends mof-2020 { scheme { output 70; benefit 10; satisfaction 10 } }";
    assert_eq!(project(own, "weights { output 70; benefit 10; satisfaction 10 }"), 0);
    assert_eq!(project(own, "weights { output 50; benefit 30; satisfaction 10 }"), 1);
}

/// What older codes find already: V20, a range that is reversed and a deadline in another year; V22, sums of weights. A
/// project that is named after the year in which its money was given is none of these.
#[test]
fn a_year_in_the_name_of_a_project_is_no_mistake() {
    let text = "year 2026; project \"中央2025年安可替代专项\" { timeliness \"采购完成时限\" by 2026-11 }";
    let compiled = compiled("main.perf", text, perfc::diagnostic::Levels::default());
    let codes: Vec<_> = compiled.findings.iter().map(|finding| finding.code).collect();
    assert!(!codes.contains(&Code::DeadlineOutsideYear) && !codes.contains(&Code::VagueDeadline), "{codes:?}");
}
