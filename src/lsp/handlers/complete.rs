//! Completion.

use std::path::Path;

use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionParams, CompletionResponse, InsertTextFormat,
    TextEdit,
};
use perfc::query::{Completion, CompletionKind, Insert};

use super::Asked;
use crate::lsp::{folders, server::Server};

impl Server {
    /// What may stand at a place.
    pub fn completion(&mut self, params: CompletionParams) -> Option<CompletionResponse> {
        let place = params.text_document_position_params;
        let snippets = self.client.snippets;
        let blank = params.context.is_some_and(|context| context.trigger_character.as_deref() == Some(" "));
        self.ask(&place.text_document.uri, |asked| {
            let at = asked.offset(place.position);
            let files = || folders::importable(Path::new(asked.document.name()));
            let list = match blank && !asked.view.is_awaited(at) {
                true => Vec::new(),
                false => asked.view.completions(at, asked.lang, &files),
            };
            let items = list.into_iter().enumerate();
            let items = items.map(|(rank, completion)| item(asked, rank, completion, snippets)).collect();
            CompletionList { is_incomplete: false, items, ..CompletionList::default() }.into()
        })
    }
}

fn item(asked: &Asked<'_>, rank: usize, completion: Completion, snippets: bool) -> CompletionItem {
    let (text, format) = match completion.insert {
        Insert::Snippet(text) if snippets => (text, InsertTextFormat::Snippet),
        Insert::Snippet(text) => (without_places(&text), InsertTextFormat::PlainText),
        Insert::Plain(text) => (text, InsertTextFormat::PlainText),
    };
    let edit = TextEdit { range: asked.range(completion.range), new_text: text };
    CompletionItem {
        filter_text: Some(format!("{}{}", completion.label, completion.aliases)),
        label: completion.label,
        kind: Some(kind(completion.kind)),
        detail: Some(completion.detail).filter(|detail| !detail.is_empty()),
        sort_text: Some(format!("{rank:05}")),
        insert_text_format: Some(format),
        text_edit: Some(edit.into()),
        ..CompletionItem::default()
    }
}

fn kind(kind: CompletionKind) -> CompletionItemKind {
    match kind {
        CompletionKind::Keyword => CompletionItemKind::Keyword,
        CompletionKind::Category => CompletionItemKind::Class,
        CompletionKind::Standard => CompletionItemKind::EnumMember,
        CompletionKind::Unit => CompletionItemKind::Unit,
        CompletionKind::Operator => CompletionItemKind::Operator,
        CompletionKind::Label => CompletionItemKind::Variable,
        CompletionKind::Title => CompletionItemKind::Value,
        CompletionKind::File => CompletionItemKind::File,
        CompletionKind::Skeleton => CompletionItemKind::Snippet,
    }
}

/// A snippet for editors that fill in none: `${1:名称}` becomes 名称, `$1` nothing.
fn without_places(snippet: &str) -> String {
    let mut text = String::with_capacity(snippet.len());
    let mut rest = snippet;
    while let Some(at) = rest.find('$') {
        text.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let named = behind.strip_prefix('{').and_then(|named| named.split_once('}'));
        match named.and_then(|(place, rest)| Some((place.split_once(':')?.1, rest))) {
            Some((default, after)) => {
                text.push_str(default);
                rest = after;
            }
            None => rest = behind.trim_start_matches(|digit: char| digit.is_ascii_digit()),
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::without_places;

    #[test]
    fn snippets_without_places() {
        assert_eq!(without_places("数量 \"${1:指标名称}\" ≥ ${2:90}%\n$0"), "数量 \"指标名称\" ≥ 90%\n");
        assert_eq!(without_places("合计($1)"), "合计()");
    }
}
