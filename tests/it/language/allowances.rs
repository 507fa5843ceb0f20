//! Comments that allow what would be reported.

use super::{report, report_with};
use crate::support::assert_shown;

/// A project in whose rows each line may break a rule.
fn project(rows: &str) -> String {
    format!(
        "org 1 \"a\"; year 2026
project \"p\" {{ budget 10 万元; purpose \"x\"; goal \"y\"
{rows}
    quality \"r\" >= 85%; timeliness \"t\" by 2026-11; cost \"c\" <= 10 万元; social \"s\" is \"好\"; clients \"m\" >= 90%
}}"
    )
}

#[test]
fn above_a_statement_or_beside_it() {
    assert_shown!(report(&project(
        "    // perfc: allow P315 见合同
    quantity \"一\" 5
    quantity \"二\" 5 // perfc: 允许 P315 见合同
    quantity \"三\" 5 { // perfc: allow missing-unit 见合同
        baseline 4
    }
    /* perfc：允许 P3 见合同 */
    quantity \"四\" 5
    quantity \"五\" 5"
    )));
}

#[test]
fn what_it_reaches() {
    assert_shown!(report(
        "// perfc: allow-file P404 另表说明
org 1 \"a\"; year 2026
// perfc: allow P315, P403 全部见合同
project \"p\" { budget 10 万元; goal \"y\"
    quantity \"一\" 5; social \"s\" is \"好\"
}
project \"q\" { budget 10 万元; goal \"y\"
    quantity \"一\" 5; social \"s\" is \"好\"
}"
    ));
}

#[test]
fn mistakes_in_them() {
    assert_shown!(report(&project(
        "    // perfc: allow
    // perfc:
    // perfc: allow P999 x
    // perfc: allow P315
    // perfc: allow P301, P305 x
    // perfc: ingore P315 x
    // perfc is not meant here
    quantity \"一\" 5"
    )));
}

/// A family that allows nothing, capitals, and reasons that begin with the word for a family.
#[test]
fn words_of_all_kinds() {
    assert_shown!(report(&project(
        "    // PERFC: Allow p315 见合同
    quantity \"一\" 5
    // perfc: allow P315 values come later
    quantity \"二\" 5
    // perfc: 允许 P3 见合同
    quantity \"三\" 5
    // perfc: 允许 P3 没有问题
    quantity \"四\" 5 个
    // perfc: 全文允许 practice 没有问题"
    )));
}

#[test]
fn imported_files_have_their_own() {
    assert_shown!(report_with(&[
        ("main.perf", &format!("import \"shared.perf\"\n{}", project("    quantity \"一\" 5; use t"))),
        (
            "shared.perf",
            "template t {\n    // perfc: allow P315 见合同\n    quantity \"二\" 5\n    // perfc: allow P999\n}"
        ),
    ]));
}
