//! What is shown between the words of a document: hints, lenses.

use gen_lsp_types::{CodeLens, CodeLensParams, Command, InlayHint, InlayHintKind, InlayHintParams, Position};
use perfc::query::HintKind;

use crate::lsp::server::Server;

impl Server {
    /// What is written beside values.
    pub fn hints(&mut self, params: InlayHintParams) -> Option<Vec<InlayHint>> {
        self.ask(&params.text_document.uri, |asked| {
            let hints = asked.view.hints(asked.offsets(params.range), asked.lang);
            let hint = |hint: perfc::query::Hint| InlayHint {
                position: asked.position(hint.at),
                label: hint.text.into(),
                kind: (hint.kind == HintKind::Points).then_some(InlayHintKind::Parameter),
                text_edits: None,
                tooltip: None,
                padding_left: Some(true),
                padding_right: None,
                data: None,
            };
            hints.into_iter().map(hint).collect()
        })
    }

    /// A line above each project.
    pub fn lenses(&mut self, params: CodeLensParams) -> Option<Vec<CodeLens>> {
        self.ask(&params.text_document.uri, |asked| {
            let lens = |lens: perfc::query::Lens| {
                let start: Position = asked.position(lens.range.start);
                // It says something and does nothing.
                let command = Command { title: lens.text, tooltip: None, command: String::new(), arguments: None };
                CodeLens { range: gen_lsp_types::Range::new(start, start), command: Some(command), data: None }
            };
            asked.view.lenses(asked.lang).into_iter().map(lens).collect()
        })
    }
}
