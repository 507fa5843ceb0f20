//! P221 to P223: a project, an indicator or a label that occurs twice.

use std::hash::Hash;

use foldhash::HashMap;

use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    model::{Model, Project},
    source::{Span, folded},
};

pub fn projects_differ(model: &Model<'_>, findings: &mut Findings) {
    let names = model.heads.iter().filter(|head| !head.name.value.is_empty());
    let names = names.map(|head| (&*head.name.value, head.name.span, &*head.name.value));
    all_differ(names, Code::DuplicateProject, findings);
}

/// Names may recur in different categories: 完成率 under quality and under timeliness are two indicators.
pub fn indicators_differ(project: &Project<'_>, findings: &mut Findings) {
    let names = project.indicators.iter().map(|indicator| {
        let name = &*indicator.name.value;
        ((indicator.category, name), indicator.name.span, name)
    });
    all_differ(names, Code::DuplicateIndicator, findings);
}

pub fn labels_differ(project: &Project<'_>, findings: &mut Findings) {
    let labels = project.indicators.iter().filter_map(|indicator| indicator.label);
    all_differ(labels.map(|label| (folded(label.value), label.span, label.value)), Code::DuplicateLabel, findings);
}

fn all_differ<'n, K: Hash + Eq>(named: impl Iterator<Item = (K, Span, &'n str)>, code: Code, findings: &mut Findings) {
    let mut seen: HashMap<K, Span> = HashMap::default();
    for (key, span, name) in named {
        if let Some(&first) = seen.get(&key) {
            findings.report(Diagnostic::new(code, span).with("name", name).also(1, first));
        } else {
            seen.insert(key, span);
        }
    }
}
