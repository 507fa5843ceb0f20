//! P813: a description that only repeats the name, where others say how their indicators are measured.
//!
//! Why: the column 绩效指标描述 is there to say what is counted and how; a reviewer learns nothing from the name said twice
//! (rules of practice, V13). Some forms print the name in this column on all rows, as that of Tianjin does; so a project
//! is left alone in which no row has a description of its own.
//!
//! Example: `{ 描述 "举办培训" }` of "举办培训", beside `{ 描述 "按签到表统计的人数" }` of another row.
//!
//! Repair: none. What the description should say is the author's to know; without one the form prints the name.

use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    field::{Field, is_same_name},
    model::{Indicator, Project},
};

pub fn descriptions_say_more_than_names(project: &Project<'_>, _: &Field, findings: &mut Findings) {
    let own = |indicator: &&Indicator<'_>| repeats(indicator) == Some(false);
    let Some(example) = project.indicators.iter().find(own) else { return };
    for indicator in project.indicators.iter().filter(|indicator| repeats(indicator) == Some(true)) {
        let finding = Diagnostic::new(Code::RepeatedDescription, indicator.name.span)
            .with("name", &*indicator.name.value)
            .with("description", example.description())
            .also(1, example.name.span);
        findings.report(finding);
    }
}

/// Whether the description says what the name does, but for signs and small words; `None` where there is none.
fn repeats(indicator: &Indicator<'_>) -> Option<bool> {
    let description = indicator.details.as_ref()?.description.as_ref()?;
    Some(is_same_name(description, &indicator.name.value))
}
