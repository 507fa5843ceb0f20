//! `perfc report`: what was achieved, scored.

use std::{
    collections::HashMap,
    iter,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use perfc::{
    compile::Visitor,
    diagnostic::closest,
    evaluation::evaluate,
    field::{Field, Standard},
    model::{Model, Project, Results, Workspace},
    monitoring::monitor,
    report::{
        Report, compare, explain, json,
        monitoring::{Monitored, monitored},
        report, text,
        written::{self, Subject},
    },
    source::{Span, Spots},
    table::{Format, Layout, Options, Outcome, RenderError, Table, build_with, render},
};

use super::{
    forms,
    watch::{self, Way},
};
use crate::cli::{
    Status, args,
    compile::compile_in_order_with,
    output::{Terminal, width},
};

/// What is made of each project.
struct Entry {
    report: Report,
    compared: Option<Report>,
    form: Option<Table<'static>>,
    /// The form at the end of a written report.
    annex: Option<Table<'static>>,
    monitored: Monitored,
    /// Whether its results are of a day before the end of the year, if it has any.
    is_early: Option<bool>,
}

/// The form that a written report has at its end.
const ANNEX: &str = "self-evaluation";

/// How a report is written.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Json,
    Written(Format),
    /// In a format that only forms have.
    Form,
}

/// Reports on each project, with results or without.
struct Reports<'n> {
    arguments: &'n args::Report,
    layout: Option<&'n Layout>,
    annex: Option<&'n Layout>,
    way: Way,
    count: &'n AtomicUsize,
    list: Vec<Entry>,
    /// The number of each entry, by the place where its project is named.
    places: HashMap<Span, usize>,
    /// A standard that the file does not know.
    unknown: Option<Unknown>,
}

/// A standard that was asked for in vain, and what there is.
struct Unknown {
    id: String,
    known: Vec<String>,
}

impl Visitor for Reports<'_> {
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, _: &Workspace) {
        self.add(project, None, &model.field);
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, _: &dyn Spots) {
        self.add(project, self.way.results(project, results), &model.field);
    }
}

impl Reports<'_> {
    fn add(&mut self, project: &Project<'_>, results: Option<&Results<'_>>, field: &Field) {
        let standard = |id: &Option<String>| match id {
            Some(id) => field.standard(id).cloned().ok_or_else(|| Unknown::new(id, field)),
            None => Ok(project.standard.clone()),
        };
        let rules = standard(&self.arguments.standard);
        let other = self.arguments.compare.is_some().then(|| standard(&self.arguments.compare)).transpose();
        match (rules, other) {
            (Ok(rules), Ok(other)) => self.entry(project, results, &rules, other.as_deref(), field),
            (Err(unknown), _) | (_, Err(unknown)) => self.unknown = Some(unknown),
        }
    }

    fn entry(
        &mut self,
        project: &Project<'_>,
        results: Option<&Results<'_>>,
        rules: &Arc<Standard>,
        other: Option<&Standard>,
        field: &Field,
    ) {
        let name = project.name.span;
        let known = self.places.get(&name).copied();
        let next = self.count.load(Ordering::Relaxed) + 1;
        let number = known.map_or(next, |at| next + at - self.list.len());
        let evaluation = evaluate(project, results, rules, field);
        let monitoring = monitor(project, results, rules, field);
        let outcome = Outcome { results, evaluation: &evaluation, monitoring: Some(&monitoring), rules };
        let entry = Entry {
            report: report(project, results, &evaluation, rules),
            compared: other.map(|other| report(project, results, &evaluate(project, results, other, field), other)),
            form: self.layout.map(|layout| build_with(project, number, layout, outcome).into_owned()),
            annex: self.annex.map(|layout| build_with(project, number, layout, outcome).into_owned()),
            monitored: monitored(project, results, &monitoring, rules),
            is_early: results.map(|results| watch::is_early(project, results)),
        };
        match known {
            Some(at) => self.list[at] = entry,
            None => {
                self.count.store(next, Ordering::Relaxed);
                self.places.insert(name, self.list.len());
                self.list.push(entry);
            }
        }
    }
}

impl Unknown {
    fn new(id: &str, field: &Field) -> Self {
        Self { id: id.to_owned(), known: field.standards.iter().map(|standard| standard.id.clone()).collect() }
    }

    fn say(&self, terminal: &Terminal) {
        let Self { id, known } = self;
        let near = closest(id, known.iter().map(String::as_str));
        let meant = |before: &str, behind: &str| near.map(|near| [before, near, behind].concat()).unwrap_or_default();
        terminal.say(
            &format!("错误：没有标准 {id}；{}有：{}", meant("是不是 ", "？"), known.join("、")),
            &format!(
                "error: there is no standard {id}; {}there are: {}",
                meant("did you mean ", "? "),
                known.join(", ")
            ),
        );
    }
}

pub fn run(arguments: &args::Report, terminal: &Terminal) -> Status {
    let output = arguments.output.as_deref().filter(|path| path.as_os_str() != "-");
    let Some(kind) = kind(arguments, output, terminal) else { return Status::Failed };
    let layout = match arguments.layout.as_deref().map(|name| forms::layout(name, terminal)) {
        Some(None) => return Status::Failed,
        layout => layout.flatten(),
    };
    let way = Way::of(arguments, layout.as_deref());
    let written = if let Kind::Written(format) = kind { Some(format) } else { None };
    let layout = layout.as_deref().or_else(|| way.form(forms::format(arguments.format.as_deref(), output)));
    let annex = written.and_then(|_| Layout::find(ANNEX));
    let count = AtomicUsize::new(0);
    let new = || Reports {
        arguments,
        layout,
        annex,
        way,
        count: &count,
        list: Vec::new(),
        places: HashMap::new(),
        unknown: None,
    };
    let batch = compile_in_order_with(&arguments.inputs, &arguments.results.actuals, terminal, new);
    terminal.show(&batch.findings, &batch.sources);
    let status = batch.status();
    if !terminal.may_write(status, arguments.force) {
        return status;
    }
    if let Some(unknown) = batch.results.iter().find_map(|(_, reports)| reports.unknown.as_ref()) {
        unknown.say(terminal);
        return Status::Failed;
    }
    if output.is_some_and(|path| batch.read.has(path, terminal)) {
        return Status::Failed;
    }
    let entries: Vec<Entry> = batch.results.into_iter().flat_map(|(_, reports)| reports.list).collect();
    if entries.is_empty() {
        terminal.say_no_project();
        return Status::Findings;
    }
    let is_watched = way.watches(entries.iter().map(|entry| entry.is_early));
    write(entries, is_watched, kind, arguments, output, terminal).max(status)
}

fn write(
    entries: Vec<Entry>,
    is_watched: bool,
    kind: Kind,
    arguments: &args::Report,
    output: Option<&Path>,
    terminal: &Terminal,
) -> Status {
    let options = Options { width: arguments.width.unwrap_or_else(width), ..Options::default() };
    if let Some(name) = &arguments.explain {
        let reports = entries.iter().flat_map(|entry| iter::once(&entry.report).chain(&entry.compared));
        return match explain::explain(reports, name, terminal.lang) {
            Ok(text) => terminal.write_with(output, |out| out.write_all(text.as_bytes())),
            Err(near) => {
                say_unknown(name, near.as_deref(), terminal);
                Status::Failed
            }
        };
    }
    let is_form = is_watched && entries.iter().any(|entry| entry.form.is_some());
    if arguments.layout.is_some() || is_form {
        let forms: Vec<Table<'_>> = entries.into_iter().filter_map(|entry| entry.form).collect();
        let format = forms::format(arguments.format.as_deref(), output);
        return write_document(format, output, terminal, || render(format, &forms, &options));
    }
    if is_watched {
        let watched = entries.iter().map(|entry| &entry.monitored);
        return watch::write(watched, matches!(kind, Kind::Json), output, &options, terminal);
    }
    match kind {
        Kind::Form => {
            say_not_written(arguments.format.as_deref().unwrap_or("csv"), terminal);
            Status::Failed
        }
        Kind::Json => {
            let reports = entries.iter().map(|entry| &entry.report);
            let compared = entries.iter().filter_map(|entry| entry.compared.as_ref());
            terminal.write_with(output, |out| json::write(out, reports, compared))
        }
        Kind::Text => {
            let one = |entry: &Entry| match &entry.compared {
                Some(other) => compare::render(&entry.report, other, terminal.lang, &options),
                None => text::render(&entry.report, terminal.lang, &options),
            };
            let text = entries.iter().map(one).collect::<Vec<_>>().join("\n");
            terminal.write_with(output, |out| out.write_all(text.as_bytes()))
        }
        Kind::Written(format) => {
            let subjects: Vec<Subject<'_>> = entries.iter().filter_map(Entry::subject).collect();
            write_document(format, output, terminal, || written::render(format, &subjects, terminal.lang))
        }
    }
}

impl Entry {
    fn subject(&self) -> Option<Subject<'_>> {
        Some(Subject { report: &self.report, other: self.compared.as_ref(), form: self.annex.as_ref()? })
    }
}

/// How the report is to be written: as is asked for, or as the name of the file says. What cannot be is said.
fn kind(arguments: &args::Report, output: Option<&Path>, terminal: &Terminal) -> Option<Kind> {
    let ending = output.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let of_ending = ending.as_deref().map(|ending| Format::of_extension(ending).map_or(ending, |format| format.id()));
    let name = arguments.format.as_deref().or(of_ending).unwrap_or("text");
    let written = written::FORMATS.iter().find(|format| format.id() == name);
    match (name, written) {
        ("json", _) => Some(Kind::Json),
        (_, Some(format)) => Some(Kind::Written(*format)),
        // What a form is printed in is told by the form.
        _ if name == "text" || arguments.layout.is_some() => Some(Kind::Text),
        _ if Format::find(name).is_some() => Some(Kind::Form),
        _ => {
            say_not_written(name, terminal);
            None
        }
    }
}

/// Says that no report is written in a format.
fn say_not_written(name: &str, terminal: &Terminal) {
    let formats: Vec<&str> =
        ["text", "json"].into_iter().chain(written::FORMATS.iter().map(|format| format.id())).collect();
    terminal.say(
        &format!("错误：报告不能写成 {name}；可以是：{}；加上 --layout 可以印成表格", formats.join("、")),
        &format!("error: no report in {name}; there are: {}; with --layout a form is printed", formats.join(", ")),
    );
}

/// Writes a document in a format that its place can take.
fn write_document(
    format: Format,
    output: Option<&Path>,
    terminal: &Terminal,
    render: impl FnOnce() -> Result<Vec<u8>, RenderError>,
) -> Status {
    if !forms::can_write(format, output, terminal) {
        return Status::Failed;
    }
    match render() {
        Ok(bytes) => terminal.write_with(output, |out| out.write_all(&bytes)),
        Err(error) => {
            let message = error.message(terminal.lang);
            terminal.say(&format!("错误：{message}"), &format!("error: {message}"));
            Status::Failed
        }
    }
}

fn say_unknown(name: &str, near: Option<&str>, terminal: &Terminal) {
    match near {
        Some(near) => terminal.say(
            &format!("错误：没有指标“{name}”；是不是“{near}”？"),
            &format!("error: there is no indicator “{name}”; did you mean “{near}”?"),
        ),
        None => terminal.say(&format!("错误：没有指标“{name}”"), &format!("error: there is no indicator “{name}”")),
    }
}
