//! One run tells every mistake, and no finding only follows from another.

use perfc::diagnostic::Lang;

use super::{report, rows};
use crate::support::{assert_shown, compiled, compiled_rows};

#[test]
fn rows_of_an_unknown_category() {
    assert_shown!(rows(
        "    quantiy \"甲\" >= 12 佳 as 站数 { discribe \"x\"; foo \"y\"; baseline 2026-02-30 }
    沥青 \"乙\" by 2026-02-30 as 甲数 { foo \"x\"; 上年植 5 佳 }
    quantiy \"没有指标值\"
    沥青 \"也没有\"
    负责人 \"张三\"
    数置 食堂 24 佳
    check 站数 + 甲数 + 乙数 <= 预算"
    ));
}

#[test]
fn several_mistakes_in_one_row() {
    assert_shown!(rows(
        "    quantity \"甲\" >= 12 佳 10分 as 站数 { foo \"x\" }
    quantity \"乙\" >= 12 佳 每 糸 as 预算
    quantity \"丙\" graded 良 80佳, 忧 20 佳, 差 5 佳 weight 1,00 as 丙数
    quantity \"丁\" ** as 站 数 weight 1,0
    quantity >= 12 佳 { foo \"x\" }
    数量：“戊” ≥ 12 佳。
    timeliness \"己\" 2026-02-30..2026-13-01
    period 2026-02-30..2026-13-01
    数量 “庚” 约 12 佳 记作 预算 { baselin 10 佳 }
    数量 “辛” 5 次以上左右 记作 辛 数
    # 数量 “壬” 5 佳
    数量 “癸” 3佳..5佳 { 上年值 3 佳; 备注 “一”; 备住 “二” }"
    ));
}

#[test]
fn a_check_names_all_that_it_does_not_know() {
    assert_shown!(rows(
        "    quantity \"甲\" 5 个 as 甲数
    check \"多处\" 乙 + 丙 * 甲数 + 乙 <= 丁 + 5 佳 + sum(沥青) + avg(成本) + 戊"
    ));
}

/// What one mistake keeps from being known is not told as a mistake of its own.
#[test]
fn nothing_follows_from_a_row_that_cannot_be_read() {
    let table = |row: &str| {
        format!(
            "    quality \"甲\" 90% weight 20
    timeliness \"乙\" by 2026-11 weight 10
    cost \"丙\" <= 5 万元 as 丙数 weight 10
    social \"丁\" is \"好\" weight 30
    clients \"戊\" >= 90% weight 10
    {row}
    check sum(成本) <= 5 万元
    check count(数量) = 1
    check count(产出) = 4
    check 己数 * 丙数 <= 50 万元·个"
        )
    };
    assert_eq!(compiled_rows(&table("quantity \"己\" 5 个 as 己数 weight 10")).listed(Lang::Zh), "");
    for (row, code) in [
        ("quantiy \"己\" 5 个 as 己数 weight 10", "P202"),
        ("沥青 \"己\" 5 个 as 己数 weight 10", "P202"),
        ("quantity 5 个 as 己数 weight 10", "P204"),
        ("quantity \"己\" 5 佳 as 己数 weight 10", "P301"),
        ("quantity \"己\" ** as 己数 weight 10", "P311"),
        ("quantity \"己\" 5 个 as 己 数 weight 10", "P205"),
        ("quantity \"己\" 5 个 weight 10 { as 己数 }", "P203"),
        ("use 己", "P214"),
        ("us 己", "P201"),
    ] {
        let told = compiled_rows(&table(row)).listed(Lang::Zh);
        let codes: Vec<&str> = told.lines().filter_map(|line| line.split(' ').nth(1)).collect();
        assert_eq!(codes, [code], "{row}\n{told}");
    }
}

#[test]
fn what_stands_below_a_misspelt_word() {
    assert_shown!(report(
        "
ogr 1 \"甲局\" 多余
年底 2026
unt 工位 = 5 佳
mutiplier 打 12
templte 共用 { quantity \"共\" 5 佳 }
standrad 省 extends mof-2021 { level output { category media \"媒体\" { foo } } }
项木 \"甲\" {
    bugdet 100 万元 { fiscal 60 万园; othr 40 万元 }
    puropse 没有引号
    gaol \"目标\"
    成本 \"费用\" ≤ 2 万元 { baseline 5 佳 }
    社会成本 \"扰民\" 5 打次
    数量 \"工位数\" 5 工位
    media \"报道\" 5 佳
    us 共用
    chekc 无 <= 预算
    year 26
}
工程 \"乙\" {
    预算 10 万元
    数量 \"数\" 5 佳
}
actaul \"甲\" {
    \"扰民\" 3 次
    spnet 5 佳
    \"不存在\" 3 次
}
实绩 \"乙\" {
    支出 5 佳
}
单价 5 元"
    ));
}

/// A slip in a word of the file is one finding: what is declared with it, chosen or imported counts as said.
#[test]
fn nothing_follows_from_a_misspelt_word() {
    let file = |word: &str, slip: &str| {
        let file = "org 1 \"甲局\"
year 2026
unit 工位
multiplier 打 12
dimension 货运 \"货运\"
unit 车皮 measures 货运
standard mof-2021
template 共用 { quantity \"共\" 5 工位 as 共数; check 共数 <= 9 工位 }
project \"甲\" {
    budget 10 万元
    purpose \"x\"
    goal \"y\"
    use 共用
    成本 \"费用\" ≤ 2 万元
    社会成本 \"扰民\" 2 打车皮
    quality \"a\" 90%
    social \"b\" is \"好\"
    check \"费用\" sum(成本) <= 预算
}
actual \"甲\" { 共数 5 工位 score 1; spent 1 万元 }";
        assert!(file.contains(word), "{word}");
        compiled(&file.replacen(word, slip, 1)).listed(Lang::Zh)
    };
    // What the results lack is told, whatever the file is like.
    let usual = file("org", "org");
    for (word, slip) in [
        ("org 1", "ogr 1"),
        ("year", "yaer"),
        ("unit 工位", "unt 工位"),
        ("multiplier", "mutliplier"),
        ("dimension", "dimesion"),
        ("standard", "standrad"),
        ("standard mof-2021", "standard mof-2012"),
        ("template", "templte"),
        ("project", "projct"),
        ("project", "项木"),
        ("budget", "bugdet"),
        ("purpose", "puropse"),
        ("goal", "gaol"),
        ("check \"费用\"", "chekc \"费用\""),
        ("actual", "actaul"),
    ] {
        let told = file(word, slip);
        let new: Vec<&str> = told.lines().filter(|line| !usual.contains(line)).collect();
        assert_eq!(new.len(), 1, "{slip}\\n{told}");
    }
}

#[test]
fn what_a_standard_or_an_import_that_is_missing_would_say_is_not_told() {
    for (source, codes) in [
        (
            "standard 某省标准; project \"p\" { 进度类 \"a\" 5 个; 数量 \"b\" 5 个; budget 5 元 { 债券 5 元 } }",
            ["P210"],
        ),
        (
            "standard 某省 extends 全国 { }; project \"p\" { 进度类 \"a\" 5 个; weights { 影响 5 }; 质量 \"b\" graded 特优 5 个 }",
            ["P210"],
        ),
        ("import \"省.perf\"; project \"p\" { 进度类 \"a\" 5 个 weight 5; 数量 \"b\" 5 工位 weight 9 }", ["P211"]),
        (
            "improt \"省.perf\"; standard 省; project \"p\" { 进度类 \"a\" 5 工位; use 共用 }; actual \"q\" { }",
            ["P201"],
        ),
    ] {
        let told = compiled(source).listed(Lang::Zh);
        let found: Vec<&str> =
            told.lines().filter_map(|line| line.split(' ').nth(1)).filter(|code| *code != "P404").collect();
        assert_eq!(found, codes, "{source}\\n{told}");
    }
}
