//! Places and findings as the protocol has them.

use gen_lsp_types::{
    Code, CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Position, Range,
};
use perfc::{
    diagnostic::{self, Lang, Pages, Severity},
    source::{self, Source, Sources, Span, Units},
};

use super::{documents::Documents, pages};

/// The offset of a position.
pub fn offset(source: &Source, position: Position, units: Units) -> u32 {
    source.lines().offset(&source.text, position.line as usize, position.character as usize, units)
}

/// The position of an offset.
pub fn position(source: &Source, offset: u32, units: Units) -> Position {
    let (line, column) = source.lines().column(&source.text, offset, units);
    Position::new(line as u32, column as u32)
}

/// A range of a text.
pub fn range(source: &Source, range: source::Range, units: Units) -> Range {
    Range::new(position(source, range.start, units), position(source, range.end, units))
}

/// Turns findings of one run into diagnostics.
pub struct Converter<'c> {
    /// The texts that they point into.
    pub sources: &'c Sources,
    /// The open documents, which know their URIs.
    pub documents: &'c Documents,
    /// How the editor counts.
    pub units: Units,
    /// The language of the sentences.
    pub lang: Lang,
    /// Where the pages of the codes are published, if the settings tell it.
    pub pages: Option<&'c Pages>,
}

impl Converter<'_> {
    /// A place.
    pub fn location(&self, span: Span) -> Location {
        let source = self.sources.get(span.file);
        Location::new(self.documents.uri_of(&source.name), range(source, span.range, self.units))
    }

    /// A finding.
    pub fn diagnostic(&self, finding: &diagnostic::Diagnostic) -> Diagnostic {
        let message = finding.message(self.lang);
        let mut labels = message.labels.into_iter();
        let main = labels.next().map(|label| label.text).unwrap_or_default();
        let related = labels.map(|label| DiagnosticRelatedInformation::new(self.location(label.span), label.text));
        let related: Vec<_> = related.collect();
        let code = finding.code.rule().code;
        Diagnostic {
            range: range(self.sources.get(finding.span().file), finding.span().range, self.units),
            severity: Some(severity(finding.severity)),
            code: Some(Code::String(code.to_owned())),
            code_description: pages::of(finding.code, self.lang, self.pages).map(|href| CodeDescription { href }),
            source: Some("perfc".to_owned()),
            message: sentences(&message.title, &main, &message.help, self.lang).into(),
            tags: None,
            related_information: (!related.is_empty()).then_some(related),
            data: None,
        }
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::Error,
        Severity::Warning => DiagnosticSeverity::Warning,
        Severity::Advice => DiagnosticSeverity::Information,
    }
}

/// What is wrong with what stands there, and what to do about it, a line each.
fn sentences(title: &str, label: &str, help: &[String], lang: Lang) -> String {
    let first = match (label, lang) {
        ("", _) => title.to_owned(),
        (label, Lang::Zh) => format!("{title}：{label}"),
        (label, Lang::En) => format!("{title}: {label}"),
    };
    std::iter::once(first.as_str()).chain(help.iter().map(String::as_str)).collect::<Vec<_>>().join("\n")
}
