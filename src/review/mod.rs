//! Reviews of targets (审核意见): what is found in a project, as a reviewer says it.
//!
//! [`Subjects`] keeps of each project as it is compiled what a review needs; [`opinions`] files the findings of a run under
//! the projects and the four things that reviews look at, and grades each project. What counts for what, and how much,
//! stands in one table of the field ([`Criteria`]). [`written`] makes a document of opinions, [`text`] a page for terminals.

mod criteria;
mod subject;
pub mod text;
pub mod written;

pub use criteria::{Aspect, Criteria, Grade};
use subject::Index;
pub use subject::{Subject, Subjects};

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Fix, Lang, Severity, render},
    source::Sources,
    values::Decimal,
};

/// What a reviewer says of a project.
#[derive(Debug)]
pub struct Opinion<'s> {
    /// The project.
    pub subject: &'s Subject,
    /// What is said under each aspect of the criteria, in their order.
    pub parts: Vec<Part>,
    /// The points, of 100.
    pub points: Decimal,
    /// The grade.
    pub grade: &'static Grade,
    /// A better grade whose points were reached, but which errors forbid.
    pub forbidden: Option<&'static Grade>,
}

/// What is said under one aspect.
#[derive(Debug)]
pub struct Part {
    /// The aspect.
    pub aspect: &'static Aspect,
    /// Its points that are left.
    pub points: Decimal,
    /// What is said, by place.
    pub remarks: Vec<Remark>,
}

/// One thing that is criticised.
#[derive(Debug)]
pub struct Remark {
    /// Its code.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// `file:line`
    pub place: String,
    /// The name of the row, if it is about one.
    pub row: Option<String>,
    /// What is wrong.
    pub text: String,
    /// What to write instead, a sentence each.
    pub advice: Vec<String>,
}

impl Opinion<'_> {
    /// How many remarks are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.parts.iter().flat_map(|part| &part.remarks).filter(|remark| remark.severity == severity).count()
    }
}

/// The opinions on projects, by what was found in them. What is found in a file beside its projects goes for all of them.
pub fn opinions<'s>(subjects: &'s [Subject], findings: &Findings, sources: &Sources, lang: Lang) -> Vec<Opinion<'s>> {
    let index = Index::of(subjects);
    let mut filed: Vec<Vec<&Diagnostic>> = subjects.iter().map(|_| Vec::new()).collect();
    for finding in findings {
        let file = &sources.get(finding.span().file).name;
        index.concerned(file, finding.span().range.start, |number| filed[number].push(finding));
    }
    subjects.iter().zip(filed).map(|(subject, findings)| opinion(subject, &findings, sources, lang)).collect()
}

fn opinion<'s>(subject: &'s Subject, findings: &[&Diagnostic], sources: &Sources, lang: Lang) -> Opinion<'s> {
    let criteria = Criteria::of_field();
    let mut remarks: Vec<Vec<Remark>> = criteria.aspects.iter().map(|_| Vec::new()).collect();
    for finding in findings {
        if let Some(aspect) = criteria.aspect(finding.code) {
            remarks[aspect].push(remark(finding, subject, sources, lang));
        }
    }
    let parts: Vec<Part> =
        criteria.aspects.iter().zip(remarks).map(|(aspect, remarks)| part(aspect, remarks, criteria)).collect();
    let points = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.points));
    let errors = parts.iter().flat_map(|part| &part.remarks).filter(|it| it.severity == Severity::Error).count();
    let reached = |grade: &&Grade| points >= Decimal::from(grade.from);
    let is_free = |grade: &&Grade| grade.most_errors.is_none_or(|most| errors <= most);
    let best = criteria.grades.iter().find(reached);
    let grade = criteria.grades.iter().filter(reached).find(is_free).unwrap_or(&WORST);
    let forbidden = best.filter(|best| best.id != grade.id);
    Opinion { subject, parts, points, grade, forbidden }
}

/// What is left where the criteria have no grade, which a test rules out.
static WORST: Grade = Grade {
    id: String::new(),
    names: crate::report::Both { zh: String::new(), en: String::new() },
    from: 0,
    most_errors: None,
};

/// The points of an aspect that its remarks leave.
fn part(aspect: &'static Aspect, remarks: Vec<Remark>, criteria: &Criteria) -> Part {
    let taken: u32 = remarks.iter().map(|remark| criteria.taken(remark.severity)).sum();
    let left = i64::from(aspect.weight) * i64::from(100 - taken.min(100));
    Part { aspect, points: Decimal::new(left, 2).normalize(), remarks }
}

/// A sentence with quotes for the marks that set off what is written in a terminal. A text that stands in quotes in the
/// file does not get more of them.
fn quoted(sentence: &str) -> String {
    let plain = |text: &str| {
        let bare = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        bare.filter(|bare| !bare.contains('"')).unwrap_or(text).to_owned()
    };
    let pieces = sentence.split('`').enumerate();
    pieces.map(|(at, piece)| if at % 2 == 1 { format!("“{}”", plain(piece)) } else { piece.to_owned() }).collect()
}

fn remark(finding: &Diagnostic, subject: &Subject, sources: &Sources, lang: Lang) -> Remark {
    let (span, message) = (finding.span(), finding.message(lang));
    let source = sources.get(span.file);
    let line = source.lines().line_of(span.range.start);
    let line_text = (source.lines().start(line), source.lines().text(&source.text, line).len() as u32);
    // What the help has in it need not be said again.
    let is_said = |fix: &&Fix| {
        let written = fix.only().map_or("", |edit| edit.replacement.trim());
        !written.is_empty() && message.help.iter().any(|sentence| sentence.contains(written))
    };
    let fixes = finding.fixes.iter().filter(|fix| !is_said(fix)).map(|fix| render::fix_in_words(fix, sources, lang));
    let fixes: Vec<String> = fixes.collect();
    Remark {
        code: finding.code,
        severity: finding.severity,
        place: format!("{}:{}", source.name, line + 1),
        row: subject.row(&source.name, line_text.0, line_text.0 + line_text.1).map(str::to_owned),
        text: quoted(&message.title),
        advice: message.help.into_iter().chain(fixes).map(|sentence| quoted(&sentence)).collect(),
    }
}
