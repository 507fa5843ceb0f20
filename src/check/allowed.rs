//! What the source allows: `// perfc: allow P305 reason`.
//!
//! Such a comment stands above a statement or at the end of its first line, and takes away the findings of that code in
//! the statement and its block. `allow-file` does so in the whole file. Errors stay.

use std::cell::OnceCell;

use foldhash::HashSet;

use crate::{
    arguments::Document,
    diagnostic::{Allowed, Code, Diagnostic, Findings, Severity, closest, respelt},
    model::Workspace,
    source::{FileId, Range, Span},
    syntax::StatementId,
};

/// The mark of a comment that is meant for the compiler.
const MARK: &str = "perfc";

/// What a comment allows.
struct Allowance {
    code: Code,
    /// The word that names the code, as written.
    word: String,
    place: Span,
    /// Why, as written.
    reason: String,
    /// Where it is allowed.
    within: Range,
    is_used: bool,
}

/// What the files allow, by file, code and begin.
struct Allowances {
    list: Vec<Allowance>,
    /// How far any of the same file and code up to each of them reaches.
    reach: Vec<u32>,
}

/// Takes away the findings that the files allow, and reports what is wrong with how they say it.
#[must_use]
pub fn allowed(workspace: &Workspace, mut findings: Findings) -> Findings {
    let (mut list, mut wrong) = (Vec::new(), Vec::new());
    for &file in &workspace.order {
        let starts = OnceCell::new();
        let document = workspace.document(file);
        Reader { document, file, starts, allowances: &mut list, wrong: &mut wrong }.read();
    }
    if list.is_empty() && wrong.is_empty() {
        return findings;
    }
    let mut allowances = Allowances::new(list);
    let mut taken = Vec::new();
    findings.retain(|finding| match allowances.take(finding, &mut wrong) {
        Some(allowance) => {
            taken.push(Allowed { finding: finding.clone(), by: allowance.place, reason: allowance.reason.clone() });
            false
        }
        None => true,
    });
    taken.into_iter().for_each(|allowed| findings.allow(allowed));
    // What is wrong with imported files is said where they are compiled themselves.
    wrong.extend(allowances.unused(&findings));
    wrong.retain(|finding| finding.span().file == Workspace::MAIN);
    wrong.into_iter().for_each(|finding| findings.report(finding));
    findings.sorted()
}

impl Allowances {
    fn new(mut list: Vec<Allowance>) -> Self {
        list.sort_by_key(Allowance::key);
        let mut reach: Vec<u32> = Vec::with_capacity(list.len());
        for (at, allowance) in list.iter().enumerate() {
            let before = at.checked_sub(1).filter(|before| list[*before].group() == allowance.group());
            reach.push(before.map_or(0, |before| reach[before]).max(allowance.within.end));
        }
        Self { list, reach }
    }

    /// What allows a finding where it stands, which has been of use then. Errors are not allowed, which is said.
    fn take(&mut self, finding: &Diagnostic, wrong: &mut Vec<Diagnostic>) -> Option<&Allowance> {
        let (place, start) = (finding.span().file, finding.span().range.start);
        let group = (place, finding.code);
        let behind = self.list.partition_point(|allowance| allowance.key() <= (place, finding.code, start));
        let mut near = (0..behind).rev().take_while(|at| self.list[*at].group() == group && self.reach[*at] >= start);
        let at = near.find(|at| self.list[*at].within.end >= start)?;
        let allowance = &mut self.list[at];
        allowance.is_used = true;
        if finding.severity == Severity::Error {
            let refused = Diagnostic::new(Code::ErrorAllowed, allowance.place).also(1, finding.span());
            wrong.push(refused.with("code", finding.code.rule().code));
        }
        (finding.severity != Severity::Error).then_some(allowance)
    }

    /// The findings for words that allow nothing. Of a family it is enough that one code is of use.
    fn unused(&self, findings: &Findings) -> impl Iterator<Item = Diagnostic> {
        let used = self.list.iter().filter(|allowance| allowance.is_used).map(|allowance| allowance.place);
        let mut told: HashSet<Span> = used.collect();
        let wanted = self.list.iter().filter(|allowance| findings.wants(allowance.code));
        wanted.filter(move |allowance| told.insert(allowance.place)).map(|allowance| {
            Diagnostic::new(Code::UnusedAllowance, allowance.place).with("code", allowance.word.as_str())
        })
    }
}

impl Allowance {
    fn group(&self) -> (FileId, Code) {
        (self.place.file, self.code)
    }

    fn key(&self) -> (FileId, Code, u32) {
        (self.place.file, self.code, self.within.start)
    }
}

/// Reads the comments of one file.
struct Reader<'r, 's> {
    document: Document<'s>,
    file: FileId,
    /// Where the statements begin.
    starts: OnceCell<Vec<(u32, StatementId)>>,
    allowances: &'r mut Vec<Allowance>,
    wrong: &'r mut Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        for &comment in self.document.tree.comments() {
            let text = self.document.slice(comment);
            let inner = text.trim_start_matches(['/', '*', '／', ' ', '\t', '\u{3000}']);
            let marked =
                inner.get(..MARK.len()).filter(|mark| mark.eq_ignore_ascii_case(MARK)).map(|mark| &inner[mark.len()..]);
            if let Some(rest) = marked.and_then(|rest| rest.trim_start().strip_prefix([':', '：'])) {
                let at = comment.start + (text.len() - rest.len()) as u32;
                self.directive(comment, at, rest.trim_end_matches(['*', '/']));
            }
        }
    }

    /// `allow P305 reason`, which begins at a place.
    fn directive(&mut self, comment: Range, at: u32, text: &str) {
        let mut words = Words { text, at: 0 };
        let Some((word, range)) = words.next() else { return };
        let within = match &*word.to_ascii_lowercase() {
            "allow" | "允许" => self.beside(comment),
            "allow-file" | "全文允许" => Some(Range::new(0, self.document.text.len() as u32)),
            _ => {
                let place = self.place(at, range);
                self.wrong.push(Diagnostic::new(Code::UnknownDirective, place).with("word", word));
                return;
            }
        };
        let mut found = Vec::new();
        while let Some((word, range)) = words.peek().filter(|(word, _)| found.is_empty() || looks_like_code(word)) {
            words.next();
            found.push((word, self.place(at, range)));
        }
        let reason = words.rest().trim();
        if found.is_empty() {
            let finding = Diagnostic::new(Code::UnknownDirective, self.place(at, range)).with("word", word);
            self.wrong.push(finding.label(1));
        }
        for (word, place) in found {
            self.allowance(word, place, within, reason);
        }
    }

    fn allowance(&mut self, word: &str, place: Span, within: Option<Range>, reason: &str) {
        let codes = Code::meant_by(word);
        if codes.is_empty() {
            let finding = Diagnostic::new(Code::UnknownRule, place).with("word", word);
            let near = closest(word, Code::words());
            self.wrong.push(match near {
                Some(near) => finding.with("suggestion", near).help(1).and_help(0).fix(respelt(word, place, near)),
                None => finding,
            });
            return;
        }
        if reason.is_empty() {
            self.wrong.push(Diagnostic::new(Code::UnexplainedAllowance, place).with("code", word));
        }
        let within = within.unwrap_or_default();
        self.allowances.extend(codes.into_iter().map(|code| Allowance {
            code,
            word: word.to_owned(),
            place,
            reason: reason.to_owned(),
            within,
            is_used: false,
        }));
    }

    /// The statement that begins on the line of a comment, else the next one, with its block and the rest of its line.
    fn beside(&self, comment: Range) -> Option<Range> {
        let text = self.document.text;
        let line = text[..comment.start as usize].rfind('\n').map_or(0, |end| end + 1);
        let is_alone = text[line..comment.start as usize].trim().is_empty();
        let from = if is_alone { comment.end as usize } else { line };
        let tree = self.document.tree;
        let starts = self.starts.get_or_init(|| tree.all().map(|id| (tree.head(id).start, id)).collect());
        let (_, statement) = *starts.get(starts.partition_point(|(start, _)| (*start as usize) < from))?;
        let extent = tree.extent(statement);
        let end = text[extent.end as usize..].find('\n').map_or(text.len(), |end| extent.end as usize + end);
        let limit = if is_alone { end } else { end.max(comment.start as usize) };
        Some(Range::new(line.min(extent.start as usize) as u32, limit as u32))
    }

    fn place(&self, at: u32, range: (usize, usize)) -> Span {
        Range::new(at + range.0 as u32, at + range.1 as u32).of(self.file)
    }
}

/// Whether a word behind the first one is another code. Words of families may begin the reason: values, results.
fn looks_like_code(word: &str) -> bool {
    word.starts_with(['P', 'p']) && word.len() <= 4 && word[1..].bytes().all(|byte| byte.is_ascii_digit())
        || Code::meant_by(word).len() == 1
}

/// Words between blanks and commas, each with its begin and end.
struct Words<'w> {
    text: &'w str,
    at: usize,
}

impl<'w> Words<'w> {
    fn peek(&self) -> Option<(&'w str, (usize, usize))> {
        let is_gap = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、');
        let rest = &self.text[self.at..];
        let start = self.at + rest.find(|c| !is_gap(c))?;
        let word = self.text[start..].split(is_gap).next()?;
        Some((word, (start, start + word.len())))
    }

    /// What follows, without the gap before it.
    fn rest(&self) -> &'w str {
        self.peek().map_or("", |(_, (start, _))| &self.text[start..])
    }

    fn next(&mut self) -> Option<(&'w str, (usize, usize))> {
        let (word, range) = self.peek()?;
        self.at = range.1;
        Some((word, range))
    }
}
