//! Each rule of the canonical form: a text, and what becomes of it.

use insta::assert_snapshot;

use super::formatted;

#[test]
fn real_files() {
    let english = include_str!("seed.en.perf");
    assert_eq!(formatted(english), english);
    let chinese = include_str!("seed.zh.perf");
    assert_eq!(formatted(chinese).matches('≥').count(), chinese.matches('≥').count());
    assert_eq!(formatted(chinese).lines().count(), chinese.lines().count());
}

#[test]
fn indentation_and_blocks() {
    assert_snapshot!(formatted(r#"
project "a" { quantity "b" >= 1 家 {
describe "c"
        source "d" }
  budget 1020000.00 元 {   fiscal 1020000.00 元 ；other 5 元;} }
"#), @r#"
    project "a" {
        quantity "b" >= 1 家 {
            describe "c"
            source   "d"
        }
        budget 1020000.00 元 { fiscal 1020000.00 元; other 5 元 }
    }
    "#);
}

#[test]
fn one_statement_a_line() {
    assert_snapshot!(formatted("standard mof-2020;; year 2026； org 1 \"a\"\r\nyear 2027\ryear 2028;"), @r#"
    standard mof-2020
    year 2026
    org 1 "a"
    year 2027
    year 2028
    "#);
}

#[test]
fn empty_blocks() {
    assert_snapshot!(formatted("a { }\nb {\n\n  ;\n}\nc { /* 待补 */ }\nd {\n// 待补\n}\n{ {} }"), @r"
    a {}
    b {}
    c { /* 待补 */ }
    d {
        // 待补
    }
    { {} }
    ");
}

#[test]
fn blank_lines() {
    assert_snapshot!(formatted("\n\n\na {\n\n  b\n\u{3000}\n\n\n  c\n\n}\n\n\n\nd {} \n\n"), @r"
    a {
        b

        c
    }

    d {}
    ");
}

#[test]
fn nothing_remains_of_blanks() {
    assert_eq!(formatted(" \n\u{FEFF}\u{3000}\n ;"), "");
    assert_eq!(formatted("a"), "a\n");
}

#[test]
fn blanks_between_tokens() {
    assert_snapshot!(formatted(r#"
quantity   "a">=12家 as 站数
quality "b" >=  90 %
quality "c" 5‰..8 ‰
cost "d" 1  ..  2万元 per 家
graded 优 100%,良 90%  ,  中 85%
check "e" ( 站数*每站费用+sum (cost)) /2<=budget
check "f" - 5 + 3 -2 >= -a
period 2023-07 ..2024-01
"#), @r#"
    quantity "a" >= 12 家 as 站数
    quality  "b" >= 90%
    quality  "c" 5‰..8‰
    cost     "d" 1..2 万元 per 家
    graded 优 100%, 良 90%, 中 85%
    check "e" (站数 * 每站费用 + sum(cost)) / 2 <= budget
    check "f" -5 + 3 - 2 >= -a
    period 2023-07..2024-01
    "#);
}

/// A hyphen between two values is a range, but not where one calculates, in codes, or where something is wrong.
#[test]
fn hyphens_of_ranges() {
    assert_snapshot!(formatted(r#"
quantity "a" 3-5次 as 次
quality "b" 3% － 5% { baseline 2-4% }
timeliness "c" 2026.06-2026.10
"d" 12 - 14 家
period 2025-03-2027-12
quality "e" -2 - 26 ℃
quality "f" -5 - -3 ℃
quantity "g" >= 3-5 次
check "h" 次 - 3 > 5-3
chek "i" 5-3 > 1
code 2026-15
"#), @r#"
    quantity   "a" 3..5 次 as 次
    quality    "b" 3%..5% { baseline 2..4% }
    timeliness "c" 2026.06..2026.10
    "d" 12..14 家
    period 2025-03..2027-12
    quality  "e" -2..26 ℃
    quality  "f" -5..-3 ℃
    quantity "g" >= 3 - 5 次
    check    "h" 次 - 3 > 5 - 3
    chek     "i" 5 - 3 > 1
    code 2026-15
    "#);
}

#[test]
fn full_width_forms() {
    assert_snapshot!(formatted("
ｑｕａｎｔｉｔｙ　“支撑“工作”站”　≥　１２家；quality「a\"b」不少于９０．５％
预算　１，０２０，０００．００元　｛ 财政资金 5 元 ｝　／／ 预算　
数量 “区间” ３～５ 次
检查 “式” （站数 × 单价 ＋ ５ － ３）÷ ２ ＜＝ 预算、 1
"), @r#"
    quantity "支撑“工作”站" >= 12 家
    quality  "a""b" >= 90.5%
    预算 1,020,000.00 元 { 财政资金 5 元 }  // 预算
    数量 "区间" 3..5 次
    检查 "式" (站数 * 单价 + 5 - 3) / 2 ≤ 预算, 1
    "#);
}

#[test]
fn codes() {
    assert_snapshot!(formatted("
org ６１０１０１ \"某局１\"
预算单位　００７－００１ “某局”
项目代码 ＷＬ－２０２６－００１２
code ２０２６－11-0012
code A１/＊7
code ６／*7
"), @r#"
    org 610101 "某局１"
    预算单位 007-001 "某局"
    项目代码 WL-2026-0012
    code 2026-11-0012
    code A１/＊7
    code ６／*7
    "#);
}

#[test]
fn numbers_and_dates() {
    assert_snapshot!(formatted("
a 12232.20 元
b 1，020，000．00 元
c 2026-11-20
d ２０２６ 年　１１ 月 底前
e 2026年度
"), @r"
    a 12232.20 元
    b 1,020,000.00 元
    c 2026-11-20
    d 2026年11月底前
    e 2026年度
    ");
}

#[test]
fn texts_begin_in_one_column() {
    assert_snapshot!(formatted(r#"
project "a" {
quantity "b" >= 1 家
服务对象满意度 "c" >= 90% { describe "d" }
cost "e" <= 1 万元 {
describe "f"
source "g"

note "h"
}
social "i" is "j"
// 注释
cost "k" 5 元
quantity "l" 6 个
budget 5 元
an_extraordinarily_long_name "m" 7 个
cost "n" 8 元
grade excellent "o" >= 90 分
grade good "p"
level q "r" {
required
}
level stuv "w" {}
}
"#), @r#"
    project "a" {
        quantity       "b" >= 1 家
        服务对象满意度 "c" ≥ 90% { describe "d" }
        cost           "e" <= 1 万元 {
            describe "f"
            source   "g"

            note "h"
        }
        social         "i" is "j"
        // 注释
        cost     "k" 5 元
        quantity "l" 6 个
        budget 5 元
        an_extraordinarily_long_name "m" 7 个
        cost "n" 8 元
        grade excellent "o" >= 90 分
        grade good      "p"
        level q "r" {
            required
        }
        level stuv "w" {}
    }
    "#);
}

#[test]
fn neighbours_outside_of_blocks_are_no_table() {
    assert_snapshot!(formatted(r#"
import "a.perf"
project "b" {
    year 2026
}
use "c"
import "d"
"#), @r#"
    import "a.perf"
    project "b" {
        year 2026
    }
    use    "c"
    import "d"
    "#);
}

#[test]
fn comments() {
    assert_snapshot!(formatted("
/* eins
     zwei */
a { // behind the brace
/* before */ b /* within */ 1 // behind
      // of the block
}// behind the block
／／　full-width　
c ; /* of d */ d { e /* of e */; /* of f */ f }
"), @r"
    /* eins
         zwei */
    a {  // behind the brace
        /* before */ b /* within */ 1  // behind
        // of the block
    }  // behind the block
    //　full-width
    c
    /* of d */ d { e /* of e */; /* of f */ f }
    ");
}

#[test]
fn parentheses_over_several_lines() {
    assert_snapshot!(formatted("
project {
check \"a\" (  // one
b * (
c, // two

/* three */ d
)
) <= 5 // four
}
"), @r#"
    project {
        check "a" (  // one
            b * (
                c,  // two

                /* three */ d
            )
        ) <= 5  // four
    }
    "#);
}

#[test]
fn indentation_has_an_end() {
    let deep = formatted(&"{\n".repeat(60));
    assert!(deep.lines().all(|line| line.len() <= 33));
    assert_eq!(deep.lines().count(), 60);
}
