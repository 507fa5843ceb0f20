//! After a mistake the rest of a file is read all the same.

use super::report;
use crate::support::{assert_shown, compiled};

#[test]
fn ten_mistakes_and_the_rows_between_them() {
    let source = "
standard mof-2020
org 610101 \"某局\"
year 2026
project \"p\" {
    budget 100 万元 { fiscal 60 万元 }
    purpose 用途没有引号
    goal \"目标\"
    quantiy \"类别拼错\" >= 12 家
    quantity \"好的一\" >= 12 家 as 站数
    quantity \"单位不明\" >= 12 佳
    quantity \"引号没有闭合 >= 12 家
    quantity \"好的二\" >= 13 家
    quality \"符号写错\" => 90%
    timeliness \"日期不存在\" by 2026-02-30
    cost \"缺值\"
    cost \"好的三\" <= 5 万元 as 费用
    check (站数 * 费用 <= budget
    social \"好的四\" is \"明显提升\"
    clients \"多余\" >= 90% 95%
    clients \"好的五\" >= 95%
}
projct \"q\" { quantity \"x\" 5 个 }";
    let compiled = compiled(source);
    assert!(compiled.findings.iter().count() >= 10);
    assert_shown!(super::shown(source, &compiled));
}

#[test]
fn braces_left_open_or_closed_twice() {
    assert_shown!(report(
        "
org 1 \"a\"; year 2026
project \"p\" {
    quantity \"a\" 5 个 { describe \"d\"
    quality \"b\" 90%
    cost \"c\" <= 1 万元 { note \"n\" }
}
}
project \"q\" { } }
{ quantity \"c\" 5 个 }
project \"r\" { } year 2027
project \"s\" {
    quantity \"d\" 5 个"
    ));
}

#[test]
fn stray_characters() {
    assert_shown!(report(
        "
project 'p' {
    quantity: \"a\" >= 5 个。
    # quantity \"b\" 5 个
    quantity 《c》 5 个
    quantity [d] 5 个
    quantity \"e\" 5 个 )
    quantity “f” 5 个”
    quantity \"g\" 5 个 \u{7}
    /* 没有结束
    quantity \"h\" 5 个
}"
    ));
}

#[test]
fn sentences_without_quotes() {
    assert_shown!(report(
        "
标准：mof-2020
org 610101 \"某局\"; year 2026
project \"p\" {
    budget 100 万元
    用途：用于开展培训、宣传（含线上）等。
    目标 1.提升意识；2.办好活动；备注 每年一次！ // 待补
    quantity \"甲\" 5 个 {
        说明：
        依据 2021年第5号文《办法》
        来源 《统计年鉴》
    }
    check 用途 > 1
}"
    ));
}

#[test]
fn nothing_at_all() {
    for source in ["", "\n\n", "// 注释", ";;；", "\u{FEFF}"] {
        let compiled = compiled(source);
        assert!(compiled.findings.is_empty(), "{source:?}");
        assert_eq!(compiled.document(), "{\"format\":\"perf/1\",\"org\":null,\"year\":null,\"projects\":[]}\n");
    }
}
