//! Results: findings with their places, repairs and fingerprints, and those that the source allows.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::super::{Extent, fix_in_words, uri::uri};
use super::{ROOT, level};
use crate::diagnostic::{Allowed, Code, Diagnostic, Edit, Findings, Fix, LabelText, Lang};
use crate::source::{FileId, Source, Sources, Span};

/// The longest piece of a source that is repeated, in bytes: a line may be a whole file.
const LONGEST: usize = 2_000;

/// What the results of a run have in common.
pub(super) struct Results<'r> {
    sources: &'r Sources,
    lang: Lang,
    codes: &'r [Code],
    /// Hashes of lines: a line may be very long and hold thousands of findings.
    lines: HashMap<(FileId, usize), u64>,
    /// How often each fingerprint has occurred: the same mistake may stand in several lines of the same text.
    seen: HashMap<u64, usize>,
}

impl<'r> Results<'r> {
    /// No results yet of rules in this order.
    pub fn new(sources: &'r Sources, lang: Lang, codes: &'r [Code]) -> Self {
        Self { sources, lang, codes, lines: HashMap::new(), seen: HashMap::new() }
    }

    /// All findings, and behind them those that the source allows.
    pub fn all(mut self, findings: &Findings) -> Vec<Value> {
        let mut results: Vec<Value> = findings.iter().map(|finding| self.result(finding)).collect();
        if findings.allowed().is_empty() {
            return results;
        }
        // Where some say that they are suppressed, all are to say that they are not.
        results.iter_mut().for_each(|result| result["suppressions"] = json!([]));
        results.extend(findings.allowed().iter().map(|allowed| self.suppressed(allowed)));
        results
    }

    fn result(&mut self, finding: &Diagnostic) -> Value {
        let (code, message) = (finding.code, finding.message(self.lang));
        let text = [&[message.title], message.help.as_slice()].concat().join("\n");
        let mut locations = message.labels.iter().map(|label| self.location(label));
        let main = locations.next();
        let related: Vec<Value> = locations.zip(1..).map(|(location, id)| with_id(location, id)).collect();
        let mut result = json!({
            "ruleId": code.rule().code,
            "ruleIndex": self.codes.binary_search(&code).unwrap_or_default(),
            "level": level(finding.severity),
            "message": { "text": text },
            "locations": main.as_slice(),
            "partialFingerprints": { "perfc/v1": self.fingerprint(finding) },
        });
        if !related.is_empty() {
            result["relatedLocations"] = related.into();
        }
        if !finding.fixes.is_empty() {
            result["fixes"] = finding.fixes.iter().map(|fix| self.fix(fix)).collect();
        }
        result
    }

    /// A finding that a comment allows, with the comment.
    fn suppressed(&mut self, Allowed { finding, by, reason }: &Allowed) -> Value {
        let mut suppression =
            json!({ "kind": "inSource", "status": "accepted", "location": { "physicalLocation": self.physical(*by) } });
        if !reason.is_empty() {
            suppression["justification"] = reason.as_str().into();
        }
        let mut result = self.result(finding);
        result["suppressions"] = json!([suppression]);
        result
    }

    fn location(&self, label: &LabelText) -> Value {
        let mut location = json!({ "physicalLocation": self.physical(label.span) });
        if !label.text.is_empty() {
            location["message"] = json!({ "text": label.text });
        }
        location
    }

    fn physical(&self, span: Span) -> Value {
        let mut region = self.region(span);
        let text = self.sources.slice(span);
        if !text.is_empty() && text.len() <= LONGEST {
            region["snippet"] = json!({ "text": text });
        }
        let mut physical = json!({ "artifactLocation": self.artifact(span.file), "region": region });
        if let Some(context) = self.context(span) {
            physical["contextRegion"] = context;
        }
        physical
    }

    /// A file by its name, which begins in the root unless it says where the file is.
    fn artifact(&self, file: FileId) -> Value {
        let uri = uri(&self.sources.get(file).name);
        if uri.starts_with("file:") { json!({ "uri": uri }) } else { json!({ "uri": uri, "uriBaseId": ROOT }) }
    }

    /// Lines and columns from 1; the end is behind the last character.
    fn region(&self, span: Span) -> Value {
        let Extent { start, end, .. } = Extent::of(span, self.sources);
        json!({
            "startLine": start.line + 1,
            "startColumn": start.utf16 + 1,
            "endLine": end.line + 1,
            "endColumn": end.utf16 + 1,
        })
    }

    /// The lines of a place with the one before and the one behind; `None` where they are very long.
    fn context(&self, span: Span) -> Option<Value> {
        let Extent { source, start, end } = Extent::of(span, self.sources);
        let lines = source.lines();
        let first = start.line.saturating_sub(1);
        // What only ends at the begin of a line does not reach into it.
        let last = (end.line + 1).min(lines.count().saturating_sub(1));
        let from = lines.start(first) as usize;
        let to = lines.start(last) as usize + lines.text(&source.text, last).len();
        let text = source.text.get(from..to).filter(|text| !text.is_empty() && text.len() <= LONGEST)?;
        Some(json!({ "startLine": first + 1, "endLine": last + 1, "snippet": { "text": text } }))
    }

    fn fix(&self, fix: &Fix) -> Value {
        let changes = fix.edits().chunk_by(|one, next| one.span.file == next.span.file).map(|edits| {
            let replacements: Vec<Value> = edits.iter().map(|edit| self.replacement(edit)).collect();
            json!({ "artifactLocation": self.artifact(edits[0].span.file), "replacements": replacements })
        });
        json!({
            "description": { "text": fix_in_words(fix, self.sources, self.lang) },
            "artifactChanges": changes.collect::<Vec<_>>(),
            "properties": { "applicability": fix.applicability.id() },
        })
    }

    fn replacement(&self, edit: &Edit) -> Value {
        let mut replacement = json!({ "deletedRegion": self.region(edit.span) });
        if !edit.replacement.is_empty() {
            replacement["insertedContent"] = json!({ "text": edit.replacement });
        }
        replacement
    }

    /// What tells the finding from others and stays when lines are added above it: the rule, the file, the text of the
    /// line, what is said of it, and a number where all that occurs again.
    fn fingerprint(&mut self, finding: &Diagnostic) -> String {
        let file = finding.span().file;
        let source = self.sources.get(file);
        let line = source.lines().line_of(finding.span().range.start);
        let line = *self.lines.entry((file, line)).or_insert_with(|| hash_line(source, line));
        let (code, title) = (finding.code.rule().code, finding.message(Lang::Zh).title);
        let key = [code.as_bytes(), source.name.as_bytes(), &line.to_be_bytes(), title.as_bytes()].join(&0);
        let key = hash(&key);
        let count = self.seen.entry(key).or_default();
        *count += 1;
        format!("{key:016x}:{count}")
    }
}

fn with_id(mut location: Value, id: usize) -> Value {
    location["id"] = id.into();
    location
}

fn hash_line(source: &Source, line: usize) -> u64 {
    hash(source.lines().text(&source.text, line).trim().as_bytes())
}

/// FNV-1a. The standard library's hash may change with its version, and fingerprints are compared over years.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}
