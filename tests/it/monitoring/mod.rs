//! Progress during the year: lights, what is due, what is expected.

mod findings;
mod lights;
mod properties;
mod reports;

use std::fmt::Write;

use perfc::{
    compile::{Visitor, compile},
    diagnostic::Lang,
    evaluation::percent,
    model::{Model, NoFiles, Project, Results, Workspace},
    monitoring::{Monitoring, Watched, monitor},
    source::Spots,
};

/// What is made of each project that has results.
struct Look<F> {
    standard: Option<&'static str>,
    take: F,
}

impl<F: FnMut(&Project<'_>, &Results<'_>, Monitoring) + Send> Visitor for Look<F> {
    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {}

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, _: &dyn Spots) {
        let rules = self.standard.map_or(&*project.standard, |id| model.field.standard(id).unwrap());
        for results in results {
            (self.take)(project, results, monitor(project, Some(results), rules, &model.field));
        }
    }
}

/// Hands on how each project of a source stands; what was found in it is the answer.
fn monitored(
    source: &str,
    standard: Option<&'static str>,
    take: impl FnMut(&Project<'_>, &Results<'_>, Monitoring) + Send,
) -> String {
    let compiled = compile("test.perf", source.as_bytes().to_vec(), &NoFiles, Look { standard, take });
    let mut found = String::new();
    for finding in &compiled.findings {
        writeln!(found, "! {} {}", finding.code.rule().code, finding.message(Lang::Zh).title).unwrap();
    }
    found
}

/// How each project of a source stands, as text.
fn shown(source: &str, standard: Option<&'static str>, lang: Lang) -> String {
    let mut text = String::new();
    let found = monitored(source, standard, |project, _, monitoring| text += &all(project, &monitoring, lang));
    text + &found
}

fn all(project: &Project<'_>, monitoring: &Monitoring, lang: Lang) -> String {
    let mut text = String::new();
    match &monitoring.elapsed {
        Ok(elapsed) => {
            writeln!(text, "{}..{}, {}: {}", elapsed.from, elapsed.to, elapsed.at, percent(elapsed.share)).unwrap();
        }
        Err(unlit) => writeln!(text, "? {}", unlit.phrase().get(lang)).unwrap(),
    }
    for (indicator, row) in project.indicators.iter().zip(&monitoring.rows) {
        writeln!(text, "{} | {}", indicator.name.value, line(row, lang)).unwrap();
    }
    match &monitoring.money.progress {
        Ok(progress) => writeln!(text, "预算 | {} | {}", progress.light.id(), progress.how.get(lang)).unwrap(),
        Err(unlit) => writeln!(text, "预算 | ? {}", unlit.phrase().get(lang)).unwrap(),
    }
    let light = monitoring.light.map_or("-", |light| light.id());
    writeln!(text, "= {light}, {} missing", monitoring.missing).unwrap();
    text
}

/// `灯 | 应完成 | 怎样得出 | 预计`
fn line(row: &Watched, lang: Lang) -> String {
    let mut text = match &row.progress {
        Ok(progress) => {
            let due = progress.due.as_deref().unwrap_or("-");
            format!("{} | {due} | {}", progress.light.id(), progress.how.get(lang))
        }
        Err(unlit) => format!("? {} ({})", unlit.phrase().get(lang), unlit.id()),
    };
    if let Some(expected) = &row.expected {
        let mark = if expected.is_computed { "~" } else { "" };
        let met = expected.met.map_or("?", |met| if met { "+" } else { "-" });
        write!(text, " | {mark}{} {met}", expected.value).unwrap();
    }
    if let Some(likelihood) = row.likelihood {
        write!(text, " | {}", likelihood.name().get(lang)).unwrap();
    }
    text
}
