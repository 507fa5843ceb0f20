//! `actual` statements: what projects achieved.

use super::{report, report_with};
use crate::support::assert_shown;

const TARGETS: &str = "
org 1 \"a\"; year 2026
project \"p\" { budget 10 万元; purpose \"x\"; goal \"y\"
    quantity \"举办场次\" >= 10 次 as 场次
    quality \"满意度\" >= 85%
    timeliness \"完成时间\" by 2026-11
    cost \"费用\" <= 10 万元
    social \"知晓程度\" is \"明显提升\"
    clients \"满意度\" >= 90%
}";

fn with_targets(results: &str) -> String {
    report(&format!("{TARGETS}\n{results}"))
}

#[test]
fn results_are_told_by_name_label_or_category() {
    assert_shown!(with_targets(
        "actual \"p\" at 2026-12-31 {
    spent 9.8 万元 { fiscal 9.8 万元 }
    场次 9 次 { reason \"停办一次\"; note \"已说明\" }
    quality “满意度” 88%
    服务对象满意度 「满意度」 91.5%
    \"完成时间\" 2026-11-20
    \"知晓程度\" achieved 95%
}"
    ));
}

#[test]
fn mistakes_in_results() {
    assert_shown!(with_targets(
        "actual p2 at 2026-12-31 { spent 1 元 }
actual \"p\" at 2026-13-01 {
    spent 9.8 次
    spent 1 元
    场地 9 次
    \"举办场所\" 9 次
    \"举办场次\" 9 次
    场次 8 次
    \"满意度\" 88%
    clients \"费用\" 1 万元
    quantity
    \"完成时间\"
    \"知晓程度\" achieved 95% { raeson \"a\"; goal \"b\" }
    project \"q\" { }
}"
    ));
}

#[test]
fn targets_may_be_imported() {
    assert_shown!(report_with(&[
        ("results.perf", "import \"targets.perf\"\nactual \"p\" { 场次 9 次; \"场次\" 9 次 }\nactual \"q\" { }"),
        ("targets.perf", TARGETS),
    ]));
}

#[test]
fn what_may_stand_in_a_missing_import_is_not_reported() {
    assert_shown!(report_with(&[("results.perf", "import \"targets.perf\"\nactual \"p\" { 场次 9 次 }")]));
}
