//! Code actions.

use std::collections::{BTreeMap, HashMap};

use gen_lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CodeActionResponse, Diagnostic, Location, TextEdit, Uri,
    WorkspaceEdit,
};
use perfc::{
    diagnostic::{self, Edit, Fix, Lang, render::fix_in_words},
    model::Workspace,
    query::{Action, ActionKind},
    source,
};

use serde_json::json;

use super::Asked;
use crate::lsp::server::Server;

impl Server {
    /// What can be done about a range.
    pub fn actions(&mut self, params: CodeActionParams) -> Option<Vec<CodeActionResponse>> {
        let only = params.context.only.clone();
        let is_lazy = self.client.resolves;
        let found = self.ask(&params.text_document.uri, |asked| {
            let within = asked.offsets(params.range);
            let repairs = repairs(asked, within, &params.context.diagnostics);
            let others = asked.view.actions(within.start, asked.lang).into_iter().map(|one| other(asked, one, is_lazy));
            repairs.into_iter().chain(others).chain(all_repairs(asked)).collect::<Vec<CodeAction>>()
        })?;
        let is_wanted =
            |action: &CodeAction| only.as_ref().is_none_or(|only| only.iter().any(|kind| holds(kind, action)));
        Some(found.into_iter().filter(is_wanted).map(CodeActionResponse::CodeAction).collect())
    }
}

impl Server {
    /// The edits of an action that is chosen.
    pub fn chosen(&mut self, mut action: CodeAction) -> CodeAction {
        let uri = action.data.as_ref().and_then(|data| data.as_str()).map(|uri| Uri(uri.to_owned()));
        if let Some(uri) = uri {
            let edit = self.ask(&uri, |asked| asked.edit(asked.view.in_other_words(asked.lang)));
            action.edit = edit.map(|edit| edit_of(uri, vec![edit]));
        }
        action
    }
}

/// Whether a kind that is asked for is that of an action, or one above it: `refactor` above `refactor.rewrite`.
fn holds(kind: &CodeActionKind, action: &CodeAction) -> bool {
    let own = action.kind.clone().map(String::from).unwrap_or_default();
    let asked = String::from(kind.clone());
    own == asked || own.strip_prefix(&asked).is_some_and(|rest| rest.starts_with('.')) || asked.is_empty()
}

/// The repairs that the findings of a range propose.
fn repairs(asked: &Asked<'_>, within: source::Range, told: &[Diagnostic]) -> Vec<CodeAction> {
    let touches = |finding: &&diagnostic::Diagnostic| {
        let range = finding.span().range;
        finding.span().file == Workspace::MAIN && range.start <= within.end && within.start <= range.end
    };
    let findings = asked.compiled.findings.iter().filter(touches);
    let fixes = findings.flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix)));
    fixes.map(|(finding, fix)| repair(asked, finding, fix, told)).collect()
}

fn repair(asked: &Asked<'_>, finding: &diagnostic::Diagnostic, fix: &Fix, told: &[Diagnostic]) -> CodeAction {
    let range = asked.range(finding.span().range);
    let code = finding.code.rule().code;
    let is_it = |one: &&Diagnostic| {
        one.range == range && matches!(&one.code, Some(gen_lsp_types::Code::String(known)) if known == code)
    };
    let diagnostics: Vec<Diagnostic> = told.iter().filter(is_it).cloned().collect();
    CodeAction {
        title: fix_in_words(fix, &asked.compiled.workspace.sources, asked.lang),
        kind: Some(CodeActionKind::QuickFix),
        diagnostics: (!diagnostics.is_empty()).then_some(diagnostics),
        is_preferred: Some(fix.is_safe()),
        edit: Some(made(asked, fix.edits())),
        ..CodeAction::default()
    }
}

/// All repairs that may be made unasked; of two that are in each other's way the first.
fn all_repairs(asked: &Asked<'_>) -> Option<CodeAction> {
    let mut edits: Vec<Edit> = Vec::new();
    // Where an edit begins, and where it ends.
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    for finding in &asked.compiled.findings {
        let Some(fix) = finding.fixes.first().filter(|fix| fix.is_safe()) else { continue };
        let is_free = |edit: &Edit| {
            let range = edit.span.range;
            let before = taken.range(..=range.end).next_back();
            edit.span.file == Workspace::MAIN && before.is_none_or(|(_, end)| *end < range.start)
        };
        if fix.edits().iter().all(is_free) {
            taken.extend(fix.edits().iter().map(|edit| (edit.span.range.start, edit.span.range.end)));
            edits.extend(fix.edits().iter().cloned());
        }
    }
    let title = match asked.lang {
        Lang::Zh => "改正全部有把握的错误",
        Lang::En => "make all safe repairs",
    };
    (!edits.is_empty()).then(|| CodeAction {
        title: title.to_owned(),
        kind: Some(CodeActionKind::SourceFixAll),
        edit: Some(made(asked, &edits)),
        ..CodeAction::default()
    })
}

/// Edits of the document or of files that it imports.
fn made(asked: &Asked<'_>, edits: &[Edit]) -> WorkspaceEdit {
    let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
    for edit in edits {
        let Location { uri, range } = asked.location(edit.span);
        changes.entry(uri).or_default().push(TextEdit { range, new_text: edit.replacement.clone() });
    }
    WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
}

/// An action beside the repairs. What an editor asks for once it is chosen has no edits before.
fn other(asked: &Asked<'_>, action: Action, is_lazy: bool) -> CodeAction {
    let kind = match action.kind {
        ActionKind::FillIn => CodeActionKind::QuickFix,
        ActionKind::Label | ActionKind::Words => CodeActionKind::RefactorRewrite,
    };
    let uri = asked.document.uri.clone();
    if action.kind == ActionKind::Words && is_lazy {
        return CodeAction { title: action.title, kind: Some(kind), data: Some(json!(uri)), ..CodeAction::default() };
    }
    let edits = match action.kind {
        ActionKind::Words => vec![asked.view.in_other_words(asked.lang)],
        ActionKind::FillIn | ActionKind::Label => action.edits,
    };
    CodeAction {
        title: action.title,
        kind: Some(kind),
        edit: Some(edit_of(uri, edits.into_iter().map(|edit| asked.edit(edit)).collect())),
        ..CodeAction::default()
    }
}

fn edit_of(uri: Uri, edits: Vec<TextEdit>) -> WorkspaceEdit {
    WorkspaceEdit { changes: Some(HashMap::from([(uri, edits)])), ..WorkspaceEdit::default() }
}
