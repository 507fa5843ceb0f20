//! Targets and units.

use super::{report, rows};
use crate::support::assert_shown;

#[test]
fn comparisons_in_signs_and_words() {
    assert_shown!(rows(
        "
quantity \"a1\" >= 12 家
quantity \"a2\" ≥12家
quantity \"a3\" ≧ 12家
quantity \"a4\" 不少于12家
quantity \"a5\" 不低于 12 家
quantity \"a6\" 至少12家
quantity \"a7\" 大于等于12家
quantity \"a8\" 12家以上
quantity \"a9\" 12 家 及以上
cost \"b1\" 不超过 5万元
cost \"b2\" 不高于5万元
cost \"b3\" 5万元以内
cost \"b4\" 5万元以下
quantity \"c1\" 大于 12 家
quantity \"c2\" 超过12家
quantity \"c3\" 低于12家
quantity \"c4\" 等于12家
quantity \"c5\" ﹦12家
quantity \"d1\" => 12 家
quantity \"d2\" >= 12家以上
quantity \"d3\" 约12家"
    ));
}

#[test]
fn ranges() {
    assert_shown!(rows(
        "
quantity \"a1\" 3..5 次
quantity \"a2\" 3-5次
quantity \"a3\" 3－5 次
quantity \"a4\" 3～5 次
quantity \"a5\" 3至5次
quantity \"a6\" 3 至 5 次
quantity \"a7\" 3次至5次
quality \"b1\" 3%-5%
quality \"b2\" -2..5 ℃
quality \"b3\" -5～-3 ℃
quantity \"c1\" 5..3 次
quantity \"c2\" 3次-5个
quantity \"c3\" 3.. 次
quantity \"c4\" 3-5次以上"
    ));
}

#[test]
fn dates() {
    assert_shown!(rows(
        "
timeliness \"a1\" by 2026-11
timeliness \"a2\" 2026年11月底前
timeliness \"a3\" 2026 年 11 月 底前
timeliness \"a4\" 不晚于2026-11
timeliness \"a5\" <= 2026-11
timeliness \"a6\" before 2026-06
timeliness \"a7\" 2026年6月前
timeliness \"a8\" 早于 2026年6月
timeliness \"a9\" by 2026-11-20
timeliness \"b1\" 2026/11/20
timeliness \"b2\" 2026.11.20
timeliness \"b3\" by 2026.11
timeliness \"b4\" 2026年11月20日之前
timeliness \"b5\" 2026年
timeliness \"b6\" by 2026
timeliness \"b7\" 2026年底
timeliness \"b8\" ２０２６年１１月
timeliness \"b9\" by ２０２６－１１－２０
timeliness \"c0\" 2026－11
timeliness \"c1\" 2026-13
timeliness \"c2\" by 2026-02-30
timeliness \"c3\" by 99
timeliness \"c4\" 11月底前
timeliness \"c5\" 2026年全年
timeliness \"c6\" by \"2026年\"
timeliness \"c7\" by 2027-01"
    ));
}

#[test]
fn periods_and_durations() {
    assert_shown!(rows(
        "
timeliness \"a1\" 2026-01..2026-06
timeliness \"a2\" 2026.01-2026.06
timeliness \"a3\" 2026-01-2026-06
timeliness \"a4\" 2026年1月至2026年6月
timeliness \"a5\" 2026年1月-6月
timeliness \"a6\" 2026-06..2026-01
timeliness \"a7\" 2026-06..
timeliness \"a8\" ２０２６－０１．．２０２６－０６
timeliness \"b1\" <= 11 天
timeliness \"b2\" <24小时
timeliness \"b3\" =5年
timeliness \"b4\" 3个工作日内
timeliness \"b5\" 2 个月
timeliness \"b6\" 90%
timeliness \"b7\" 12
timeliness \"b8\" 5 个"
    ));
}

#[test]
fn words_grades_and_steps() {
    assert_shown!(rows(
        "
social \"a1\" is \"明显提升\"
social \"a2\" 为“明显提升”
social \"a3\" 为 「明显提升」
social \"a4\" yes
social \"a5\" 否
social \"a6\" is 是
social \"a7\" tbd
social \"b1\" 分档 优100% 良90% 中85% 差85%
social \"b2\" graded 优 >= 90%, 良 >= 80%, 中 >= 60%, 差 < 60%
social \"b3\" 阶梯 ≥70% 3分，≥65% 1分
social \"c1\" “明显提升”
social \"c2\" 明显提升
social \"c3\" is 明显提升
social \"c4\" graded 优秀 90%
social \"c5\" graded 优 60%, 良 80%, 中 70%
social \"c6\" steps >= 70%
social \"c7\" graded
social \"c8\" 比较满意 as x weight 5
social \"c9\" is \"\""
    ));
}

#[test]
fn numbers_are_exact() {
    assert_shown!(rows(
        "
quantity \"a1\" 1,020,000.00 元
quantity \"a2\" 12232.20 元
quantity \"a3\" １２．５０ 个
quantity \"a4\" 007 个
quantity \"a5\" -3 个
quantity \"a6\" 9999999999999999999999999999 个
quantity \"b1\" 1,02 个
quantity \"b2\" 1.2.3 个
quantity \"b3\" 99999999999999999999999999999 个"
    ));
}

#[test]
fn units_and_compounds() {
    assert_shown!(rows(
        "
quantity \"a1\" 3 万人次
quantity \"a2\" 1.5 万亩
quantity \"a3\" 20 ㎡
quantity \"a4\" 98百分比
cost \"b1\" >= 530 元/人·月
cost \"b2\" <= 530 元/月/人
cost \"b3\" <= 530 元/人*月
cost \"b4\" <= 530 元/人、天
cost \"c1\" <= 1 万元 per 家
cost \"c2\" <= 1 万元 每家
cost \"c3\" <= 1万元每家
cost \"c4\" <= 1 万元 as x 每 家
cost \"c5\" <= 1 万元/家
cost \"d1\" <= 1 万元 per
cost \"d2\" <= 1 万元 per 加
quantity \"d3\" 5 座位
quantity \"d4\" 5 平方来
quantity \"d5\" 5个/10个
cost \"d6\" 每亩300"
    ));
}

#[test]
fn units_of_the_user() {
    assert_shown!(report(
        "
计量单位 工位 机位
unit 千件 = 1000 件
unit 张床 also 床位
dimension 工作量 \"工作量\" \"work\"
unit 标准课时 measures 工作量
unit 半课时 = 0.5 标准课时
multiplier 打 12
unit 折 = 0.1
unit 个
unit 千件 = 10 件
unit 甲 = 5 乙
org 1 \"甲局\"; year 2026
project \"p\" { budget 1 万元; purpose \"x\"; goal \"y\"
    quantity \"a1\" 5 万工位
    quantity \"a2\" 3 千件 as 千件数
    quantity \"a3\" 3 床位 as 床位数
    quantity \"a4\" 3 打件 as 打
    quality  \"a5\" 9 折
    timeliness \"a6\" 5 天
    cost     \"a7\" <= 5000 元
    social   \"a8\" 6 半课时 as 课时
    clients  \"a9\" >= 90%
    check 千件数 = 3000 件
    check 千件数 > 床位数
    check 课时 = 3 标准课时
    check 打 = 36 件
}"
    ));
}

#[test]
fn ranges_in_several_units() {
    assert_shown!(rows(
        "
quantity \"a1\" 3 千米..5 公里
quantity \"a2\" 3 平方米..5 ㎡
quantity \"a3\" 3%-5个百分点
quantity \"a4\" 5 千米-3 公里
quantity \"b1\" 500 米..3 公里
quantity \"b2\" 3 公里-500 米
quantity \"b3\" 3 次..5 场
quantity \"b4\" 5 次..3 场
quantity \"b5\" 5 打..3 场"
    ));
}

#[test]
fn thresholds_have_units() {
    assert_shown!(rows(
        "
cost \"a1\" graded 优 8 个, 良 5 家
cost \"a2\" steps <= 8 个 2 分, <= 9 家 1 分
quantity \"a3\" steps >= 8 个 5 分, >= 5 家 2 分
quantity \"a4\" graded 优 95%, 良 90, 中 80%
quantity \"a5\" graded 优 9 打, 良 8 打, 中 7 家
clients \"b1\" graded 优 120%, 良 110%
quality \"b2\" steps >= 70% 3 分, >= 130% 1 分
clients \"c1\" graded 优 80%, 良 90%
clients \"c2\" graded 优 90%, 良 80%, 差 <80%
clients \"c3\" steps >= 80% 3 分, >= 90% 5 分
clients \"c4\" steps >= 80% 5 分, >= 90% 3 分
cost \"c5\" graded 优 10%, 良 5%
cost \"c6\" graded 优 5 元, 良 10 元
quality \"c7\" graded 优 1%, 良 2%, 中 3%"
    ));
}

#[test]
fn other_targets_measure_the_same() {
    assert_shown!(rows(
        "
quantity \"a1\" >= 12 家 { baseline 10 元 }
quantity \"a2\" >= 12 家 { stretch 13 个 }
quality \"a3\" >= 90% { baseline 10 家; total 300 家 }
cost \"a4\" <= 5 万元 { baseline 10 家 }
cost \"a5\" <= 1 万元 per 家 { baseline 9000 元; total <= 1 万元/家; stretch 8000 元 per 个 }
quantity \"a6\" 3..5 次 { baseline 4 次; total >= 9 场 }
quantity \"a7\" >= 12 家 { baseline 10; total 36 家; stretch 15 家 }
quantity \"b1\" >= 12 家 { stretch 11 家 }
cost \"b2\" <= 5 万元 { stretch 60000 元 }
clients \"b3\" 90% { stretch 85% }
quantity \"b4\" 12 家 { stretch 11 家 }
timeliness \"c1\" by 2026-11 { baseline by 2025-11; total by 2028-11; stretch by 2026-10 }
timeliness \"c2\" by 2026-11 { total by 2025-11 }
timeliness \"c3\" by 2027-11 { stretch by 2027-10 }"
    ));
}
