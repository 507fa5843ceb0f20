//! One round: as many repairs at once as do not lie over each other.

use std::collections::BTreeMap;

use super::{Texts, Wanted};
use crate::{
    diagnostic::{Code, Diagnostic, Edit, Findings, Fix},
    source::{LINE_ENDS, Range, Sources},
};

/// What one round changes.
#[derive(Debug, Default)]
pub(super) struct Round {
    /// The texts that change, as they are afterwards.
    pub texts: Texts,
    /// The rules whose findings were repaired, once for each repair.
    pub made: Vec<Code>,
}

/// The repairs that can be made side by side: the safe ones, or guesses where there is none and they are wanted.
pub(super) fn of(findings: &Findings, sources: &Sources, wanted: Wanted<'_>) -> Round {
    let safe = made(findings, sources, Wanted { guesses: false, ..wanted });
    if safe.texts.is_empty() && wanted.guesses { made(findings, sources, wanted) } else { safe }
}

/// The repair of a finding that is wanted, the likeliest where there are several.
pub(super) fn proposed<'f>(finding: &'f Diagnostic, sources: &Sources, wanted: Wanted<'_>) -> Option<&'f Fix> {
    let may_change = |edit: &Edit| (wanted.may_change)(&sources.get(edit.span.file).name);
    let is_wanted = |fix: &&Fix| (wanted.guesses || fix.is_safe()) && fix.edits().iter().all(may_change);
    finding.fixes.iter().find(is_wanted)
}

fn made(findings: &Findings, sources: &Sources, wanted: Wanted<'_>) -> Round {
    let mut files: BTreeMap<&str, Changes<'_>> = BTreeMap::new();
    let mut round = Round::default();
    for finding in findings {
        let Some(fix) = proposed(finding, sources, wanted) else { continue };
        let file = |edit: &Edit| sources.get(edit.span.file);
        let is_free = |edit: &Edit| files.get(&*file(edit).name).is_none_or(|changes| changes.is_free(edit.span.range));
        if !fix.edits().iter().all(is_free) {
            continue;
        }
        for edit in fix.edits() {
            let source = file(edit);
            files.entry(&source.name).or_insert_with(|| Changes::of(&source.text)).take(edit);
        }
        round.made.push(finding.code);
    }
    round.texts = files.into_iter().map(|(name, changes)| (name.to_owned(), changes.text())).collect();
    round
}

/// A text and the edits to be made in it.
#[derive(Debug)]
struct Changes<'t> {
    text: &'t str,
    /// By the places where they begin.
    edits: BTreeMap<u32, &'t Edit>,
}

impl<'t> Changes<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, edits: BTreeMap::new() }
    }

    /// Whether no edit lies over a place or beside it: of two at one place, it is not said which goes first.
    fn is_free(&self, range: Range) -> bool {
        let before = self.edits.range(..=range.end).next_back();
        before.is_none_or(|(_, edit)| edit.span.range.end < range.start)
    }

    fn take(&mut self, edit: &'t Edit) {
        self.edits.insert(edit.span.range.start, edit);
    }

    /// The text with all edits made, its line ends as they are.
    fn text(&self) -> String {
        let line_end = line_end(self.text);
        let (mut text, mut from) = (String::with_capacity(self.text.len()), 0);
        for Edit { span, replacement } in self.edits.values() {
            text += self.text.get(from..span.range.start as usize).unwrap_or_default();
            text += &replacement.replace('\n', line_end);
            from = span.range.end as usize;
        }
        text + self.text.get(from..).unwrap_or_default()
    }
}

/// How the first line of a text ends.
fn line_end(text: &str) -> &'static str {
    match text.find(LINE_ENDS).map(|at| &text[at..]) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        Some(rest) if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Source, Span};

    /// Findings in one text, each with a repair, made in one round.
    fn round(text: &str, fixes: impl IntoIterator<Item = Fix>, guesses: bool) -> (Option<String>, usize) {
        let mut sources = Sources::default();
        sources.add(Source::new("a.perf", text));
        let mut findings = Findings::default();
        for fix in fixes {
            findings.report(Diagnostic::new(Code::UnknownUnit, fix.edits()[0].span).fix(fix));
        }
        let round = of(&findings, &sources, Wanted { guesses, may_change: &|name| name == "a.perf" });
        (round.texts.get("a.perf").cloned(), round.made.len())
    }

    fn at(start: u32, end: u32) -> Span {
        Range::new(start, end).of(FileId(0))
    }

    #[test]
    fn what_lies_over_another_waits() {
        let fixes =
            [Fix::safe(at(0, 2), "x"), Fix::safe(at(1, 3), "y"), Fix::safe(at(2, 2), "z"), Fix::safe(at(4, 5), "")];
        assert_eq!(round("abcdef", fixes, false), (Some("xcdf".to_owned()), 2));
    }

    #[test]
    fn all_edits_of_a_repair_or_none() {
        let fixes = [Fix::safe(at(3, 4), "x"), Fix::safe(at(0, 1), "y").and(at(3, 4), "y")];
        assert_eq!(round("abcdef", fixes, false), (Some("abcxef".to_owned()), 1));
    }

    #[test]
    fn guesses_are_made_where_nothing_is_safe() {
        let guess = || Fix::guess(at(0, 1), "g");
        assert_eq!(round("abcdef", [guess()], false), (None, 0));
        assert_eq!(round("abcdef", [guess()], true), (Some("gbcdef".to_owned()), 1));
        assert_eq!(round("abcdef", [guess(), Fix::safe(at(4, 5), "s")], true), (Some("abcdsf".to_owned()), 1));
    }

    #[test]
    fn line_ends_stay_as_they_are() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("ab{end}c");
            assert_eq!(round(&text, [Fix::safe(at(1, 1), "\n")], false).0, Some(format!("a{end}b{end}c")));
        }
    }
}
