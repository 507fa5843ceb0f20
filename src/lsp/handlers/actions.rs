//! Code actions.

use std::collections::HashMap;

use gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, Diagnostic, TextEdit, Uri, WorkspaceEdit,
};
use perfc::{
    diagnostic::{self, render::fix_in_words},
    query::{Action, ActionKind},
    source,
};

use super::Asked;
use crate::lsp::{convert, documents::Documents, server::Server};

impl Server {
    /// What can be done about a range.
    pub fn actions(&mut self, params: CodeActionParams) -> Option<Vec<CodeActionResponse>> {
        let uris = self.documents.uris();
        let only = params.context.only.clone();
        let found = self.ask(&params.text_document.uri, |asked| {
            let within = asked.offsets(params.range);
            let repairs = repairs(asked, within, &params.context.diagnostics, &uris);
            let others = asked.view.actions(within.start, asked.lang).into_iter().map(|one| other(asked, one));
            repairs.into_iter().chain(others).collect::<Vec<CodeAction>>()
        })?;
        let is_wanted =
            |action: &CodeAction| only.as_ref().is_none_or(|only| only.iter().any(|kind| holds(kind, action)));
        Some(found.into_iter().filter(is_wanted).map(CodeActionResponse::CodeAction).collect())
    }
}

/// Whether a kind that is asked for is that of an action, or one above it: `refactor` above `refactor.rewrite`.
fn holds(kind: &CodeActionKind, action: &CodeAction) -> bool {
    let own = action.kind.clone().map(String::from).unwrap_or_default();
    let asked = String::from(kind.clone());
    own == asked || own.strip_prefix(&asked).is_some_and(|rest| rest.starts_with('.')) || asked.is_empty()
}

/// The repairs that the findings of a range propose.
fn repairs(
    asked: &Asked<'_>,
    within: source::Range,
    told: &[Diagnostic],
    uris: &HashMap<String, Uri>,
) -> Vec<CodeAction> {
    let file = perfc::model::Workspace::MAIN;
    let touches = |finding: &&diagnostic::Diagnostic| {
        let range = finding.span().range;
        finding.span().file == file && range.start <= within.end && within.start <= range.end
    };
    let findings = asked.compiled.findings.iter().filter(touches);
    findings.filter_map(|finding| repair(asked, finding, told, uris)).collect()
}

fn repair(
    asked: &Asked<'_>,
    finding: &diagnostic::Diagnostic,
    told: &[Diagnostic],
    uris: &HashMap<String, Uri>,
) -> Option<CodeAction> {
    let sources = &asked.compiled.workspace.sources;
    let fix = finding.fix.as_ref()?;
    let source = sources.get(fix.span.file);
    let uri = uris.get(&source.name).cloned().unwrap_or_else(|| crate::lsp::paths::uri_of(&source.name));
    let edit =
        TextEdit { range: convert::range(source, fix.span.range, asked.units), new_text: fix.replacement.clone() };
    let range = asked.range(finding.span().range);
    let code = finding.code.rule().code;
    let is_it = |one: &&Diagnostic| {
        one.range == range && matches!(&one.code, Some(gen_lsp_types::Code::String(known)) if known == code)
    };
    let diagnostics: Vec<Diagnostic> = told.iter().filter(is_it).cloned().collect();
    Some(CodeAction {
        title: fix_in_words(fix, sources, asked.lang),
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: (!diagnostics.is_empty()).then_some(diagnostics),
        is_preferred: Some(true),
        edit: Some(edits_of(uri, vec![edit])),
        ..CodeAction::default()
    })
}

fn other(asked: &Asked<'_>, action: Action) -> CodeAction {
    let kind = match action.kind {
        ActionKind::FillIn => CodeActionKind::QuickFix,
        ActionKind::Label | ActionKind::Words => CodeActionKind::RefactorRewrite,
    };
    let edits = action.edits.into_iter().map(|edit| asked.edit(edit)).collect();
    CodeAction {
        title: action.title,
        kind: Some(kind),
        edit: Some(edits_of(asked.document.uri.clone(), edits)),
        ..CodeAction::default()
    }
}

fn edits_of(uri: Uri, edits: Vec<TextEdit>) -> WorkspaceEdit {
    WorkspaceEdit { changes: Some(HashMap::from([(uri, edits)])), ..WorkspaceEdit::default() }
}

impl Documents {
    /// What the editor calls the open documents, by the names that the compiler knows them by.
    pub fn uris(&self) -> HashMap<String, Uri> {
        self.iter().map(|document| (document.name().to_owned(), document.uri.clone())).collect()
    }
}
