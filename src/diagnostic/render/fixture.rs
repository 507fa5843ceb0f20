//! Sources and findings for the tests of all formats.

use super::{Format, Style, render};
use crate::diagnostic::{Code, Diagnostic, Findings, Lang};
use crate::source::{FileId, Range, Source, Sources, Span};

/// Some files, and the places in them by what stands there.
pub struct Fixture(pub Sources);

impl Fixture {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let mut sources = Sources::default();
        for &(name, text) in files {
            sources.add(Source::new(name, text));
        }
        Self(sources)
    }

    /// A file named `表.perf`.
    pub fn file(text: &str) -> Self {
        Self::new(&[("表.perf", text)])
    }

    /// Where a text occurs first in the first file.
    pub fn at(&self, text: &str) -> Span {
        self.at_in(0, text)
    }

    pub fn at_in(&self, file: u32, text: &str) -> Span {
        let start = self.0.get(FileId(file)).text.find(text).unwrap() as u32;
        Range::new(start, start + text.len() as u32).of(FileId(file))
    }

    /// The end of the first file.
    pub fn end(&self) -> Span {
        let end = self.0.get(FileId(0)).text.len() as u32;
        Range::new(end, end).of(FileId(0))
    }

    pub fn render(&self, format: Format, lang: Lang, findings: impl IntoIterator<Item = Diagnostic>) -> String {
        let mut list = Findings::default();
        findings.into_iter().for_each(|finding| list.report(finding));
        render(format, &list, &self.0, Style { lang, ..Style::default() }, None)
    }
}

/// A misspelt unit.
pub fn unknown_unit(span: Span) -> Diagnostic {
    Diagnostic::new(Code::UnknownUnit, span).with("unit", "加").with("suggestion", "家").help(1)
}

/// A name that is used a second time.
pub fn duplicate(second: Span, first: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateIndicator, second).with("name", "报告").also(1, first)
}
