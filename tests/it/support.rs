//! Sources compiled, and what came out of them as text.

use std::{
    fmt::Write,
    fs,
    sync::LazyLock,
    time::{Duration, Instant},
};

use perfc::{
    compile::{Visitor, compile},
    diagnostic::{Code, Family, Findings, Lang, Severity},
    json::{Form, Options, Projects},
    model::{Files, ImportError, Indicator, Loaded, Model, NoFiles, Project, Results, Workspace},
    source::{Sources, Spots},
};

/// Compares a text with its snapshot. The snapshot bears the name of the test, and shows the text alone.
macro_rules! assert_shown {
    ($($arguments:expr),+ $(,)?) => {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!($($arguments),+);
        })
    };
}

pub(crate) use assert_shown;

/// A source that was compiled.
pub struct Compiled {
    pub findings: Findings,
    pub sources: Sources,
    /// A line for each row of the tables.
    pub rows: String,
    /// The file as JSON.
    json: String,
}

/// Compiles a source that imports nothing.
pub fn compiled(text: &str) -> Compiled {
    compiled_with("main.perf", text, &NoFiles, Options::default())
}

/// Compiles a source.
pub fn compiled_with(name: &str, text: &str, files: &dyn Files, options: Options) -> Compiled {
    let look = Look { rows: String::new(), json: Projects::new(options, Form::Document, Vec::new()) };
    let compiled = compile(name, text.as_bytes().to_vec(), files, look);
    let Look { rows, json } = compiled.output;
    let json = String::from_utf8(json.finish().unwrap().body).unwrap();
    Compiled { findings: compiled.findings, sources: compiled.workspace.sources, rows, json }
}

/// Compiles rows of a project that is otherwise complete. The rows begin at line 2; what the project lacks for them is
/// left out of the findings, and so is what reviewers would say of such rows.
pub fn compiled_rows(rows: &str) -> Compiled {
    let head = "org 1 \"甲局\"; year 2026; project \"乙\" { budget 1000 万元; purpose \"丙\"; goal \"丁\"";
    let mut compiled = compiled(&format!("{head}\n{rows}\n}}"));
    compiled
        .findings
        .retain(|finding| finding.code != Code::MissingCategory && finding.code.rule().family != Family::Practice);
    compiled
}

impl Compiled {
    /// A line for each finding: place, code, title. The main file goes without its name.
    pub fn listed(&self, lang: Lang) -> String {
        let mut lines = String::new();
        for finding in &self.findings {
            let span = finding.span();
            let source = self.sources.get(span.file);
            let place = source.place(span.range.start);
            if span.file.0 > 0 {
                write!(lines, "{}:", source.name).unwrap();
            }
            let title = finding.message(lang).title;
            writeln!(lines, "{}:{} {} {title}", place.line + 1, place.column + 1, finding.code.rule().code).unwrap();
        }
        lines
    }

    /// The findings with all that they say, in one language.
    pub fn told(&self, lang: Lang) -> String {
        let mut lines = String::new();
        for finding in &self.findings {
            let message = finding.message(lang);
            writeln!(lines, "{} {}", finding.code.rule().code, message.title).unwrap();
            for label in message.labels {
                writeln!(lines, "  [{}] {}", self.sources.slice(label.span), label.text).unwrap();
            }
            for help in message.help {
                writeln!(lines, "  = {help}").unwrap();
            }
        }
        lines
    }

    /// How many findings are errors.
    pub fn errors(&self) -> usize {
        self.findings.count(Severity::Error)
    }

    /// The document as JSON.
    pub fn document(&self) -> &str {
        &self.json
    }

    /// The document as a value.
    pub fn value(&self) -> serde_json::Value {
        serde_json::from_str(&self.json).unwrap()
    }

    /// Each project as a value.
    pub fn projects(&self) -> Vec<serde_json::Value> {
        self.value()["projects"].as_array().unwrap().clone()
    }

    /// What each project achieved as a value.
    pub fn results(&self) -> Vec<serde_json::Value> {
        self.value()["results"].as_array().cloned().unwrap_or_default()
    }
}

struct Look {
    rows: String,
    json: Projects<Vec<u8>>,
}

impl Visitor for Look {
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, workspace: &Workspace) {
        for indicator in &project.indicators {
            self.rows += &row(project, indicator, model);
        }
        self.json.project(project, model, workspace);
    }

    fn begin(&mut self, model: &Model<'_>) {
        self.json.begin(model);
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, spots: &dyn Spots) {
        self.json.results(project, results, model, spots);
    }
}

/// `quantity 站点 ≥12家 (number, per 家, as 站数, weight 5)`
fn row(project: &Project<'_>, indicator: &Indicator<'_>, model: &Model<'_>) -> String {
    let category = &project.standard.category(indicator.category).id;
    let target = indicator.target.as_ref();
    let cell = target.map_or_else(|| "—".to_owned(), |target| target.printed(&project.standard));
    let mut facts = vec![target.map_or("unread", |target| target.kind(&model.field.units)).to_owned()];
    facts.extend(target.and_then(|target| target.per.as_ref()).map(|per| format!("per {}", per.text)));
    facts.extend(indicator.label.map(|label| format!("as {}", label.value)));
    facts.extend(indicator.weight.as_ref().map(|weight| format!("weight {}", weight.value.text)));
    format!("{category} {} {cell} ({})\n", indicator.name.value, facts.join(", "))
}

/// Files in memory, by their names; nothing lies outside of them.
pub struct Memory<'m>(pub &'m [(&'m str, &'m str)]);

impl Files for Memory<'_> {
    fn read(&self, importer: &str, path: &str) -> Result<Loaded, ImportError> {
        let mut parts: Vec<&str> = importer.split('/').collect();
        parts.pop();
        for part in path.split('/') {
            match part {
                "." => {}
                ".." => drop(parts.pop().ok_or_else(|| ImportError::Outside("tables".to_owned()))?),
                _ => parts.push(part),
            }
        }
        let name = parts.join("/");
        let file = self.0.iter().find(|(known, _)| *known == name);
        let (_, text) = file.ok_or_else(|| ImportError::NotFound("no such file".to_owned()))?;
        Ok(Loaded { name, bytes: text.as_bytes().to_vec() })
    }
}

/// How long this thread has worked, where the system says it: other tests run beside it. Elsewhere the time of day.
pub fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let worked = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = worked.and_then(|text| text.split(' ').next()?.parse().ok());
    worked.map_or_else(|| START.elapsed(), Duration::from_nanos)
}
