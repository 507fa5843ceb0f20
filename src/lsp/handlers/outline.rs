//! The outline of documents and of folders, folds, selections, links.

use std::ops::ControlFlow;

use gen_lsp_types::{
    BaseSymbolInformation, DocumentLink, DocumentLinkParams, DocumentSymbol, DocumentSymbolParams,
    DocumentSymbolResponse, FoldingRange, FoldingRangeKind, FoldingRangeParams, Location, SelectionRange,
    SelectionRangeParams, SymbolKind, WorkspaceSymbol, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};
use lsp_server::RequestId;
use perfc::query::{self, Fold, FoldKind, Symbol};

use super::Asked;
use crate::lsp::{output::Failure, server::Server};

/// How many entries are listed of all folders.
const MOST: usize = 2_000;

impl Server {
    /// The outline of a document.
    pub fn document_symbols(&mut self, params: DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
        self.ask(&params.text_document.uri, |asked| {
            let list: Vec<DocumentSymbol> = asked.view.symbols().into_iter().map(|one| symbol(asked, one)).collect();
            list.into()
        })
    }

    /// The entries of all documents and folders that a query means.
    pub fn workspace_symbols(
        &mut self,
        id: &RequestId,
        params: &WorkspaceSymbolParams,
    ) -> Result<Option<WorkspaceSymbolResponse>, Failure> {
        let query = params.query.to_lowercase();
        let mut list: Vec<WorkspaceSymbol> = Vec::new();
        // Quotes are doubled in the text, and what has no name yet is shown as `…`.
        let is_verbatim = !query.contains(['"', '…']);
        let may_hold = |text: &str| !is_verbatim || text.to_lowercase().contains(&query);
        self.each_file(id, may_hold, |asked| {
            for entry in asked.view.symbols() {
                take_in(asked, &entry, None, &query, &mut list);
            }
            if list.len() < MOST { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(Some(list.into()))
    }

    /// What can be folded.
    pub fn folds(&mut self, params: FoldingRangeParams) -> Option<Vec<FoldingRange>> {
        self.ask(&params.text_document.uri, |asked| {
            asked.view.folds().into_iter().filter_map(|one| fold(asked, one)).collect()
        })
    }

    /// What selections grow to.
    pub fn selections(&mut self, params: SelectionRangeParams) -> Option<Vec<SelectionRange>> {
        self.ask(&params.text_document.uri, |asked| {
            let nested = |position| {
                let ranges = asked.view.selections(asked.offset(position)).into_iter().rev();
                let nested = ranges.fold(None, |parent: Option<Box<SelectionRange>>, range| {
                    Some(Box::new(SelectionRange { range: asked.range(range), parent }))
                });
                nested.map_or_else(SelectionRange::default, |range| *range)
            };
            params.positions.into_iter().map(nested).collect()
        })
    }

    /// The files that are imported.
    pub fn links(&mut self, params: DocumentLinkParams) -> Option<Vec<DocumentLink>> {
        self.ask(&params.text_document.uri, |asked| {
            let link = |(range, path): (_, String)| {
                let target = Some(asked.documents.uri_of(&asked.imported(&path)?.to_string_lossy()));
                Some(DocumentLink { range: asked.range(range), target, tooltip: None, data: None })
            };
            asked.view.imports().into_iter().filter_map(link).collect()
        })
    }
}

fn symbol(asked: &Asked<'_>, symbol: Symbol) -> DocumentSymbol {
    let children: Vec<DocumentSymbol> = symbol.children.into_iter().map(|child| self::symbol(asked, child)).collect();
    DocumentSymbol::new(
        symbol.name,
        Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind(symbol.kind),
        None,
        None,
        asked.range(symbol.range),
        asked.range(symbol.name_range),
        (!children.is_empty()).then_some(children),
    )
}

fn kind(kind: query::SymbolKind) -> SymbolKind {
    match kind {
        query::SymbolKind::Project => SymbolKind::Class,
        query::SymbolKind::Actual => SymbolKind::Event,
        query::SymbolKind::Template => SymbolKind::Interface,
        query::SymbolKind::Standard => SymbolKind::Module,
        query::SymbolKind::Category => SymbolKind::Enum,
        query::SymbolKind::Unit => SymbolKind::Constant,
        query::SymbolKind::Indicator => SymbolKind::Property,
        query::SymbolKind::Result => SymbolKind::Field,
        query::SymbolKind::Check => SymbolKind::Function,
    }
}

/// Takes in an entry whose name holds the query, and those in it.
fn take_in(asked: &Asked<'_>, entry: &Symbol, container: Option<&str>, query: &str, list: &mut Vec<WorkspaceSymbol>) {
    if list.len() < MOST && entry.name.to_lowercase().contains(query) {
        let location = Location::new(asked.document.uri.clone(), asked.range(entry.name_range));
        let base_symbol_information = BaseSymbolInformation {
            name: entry.name.clone(),
            kind: kind(entry.kind),
            tags: None,
            container_name: container.map(str::to_owned),
        };
        list.push(WorkspaceSymbol { location: location.into(), data: None, base_symbol_information });
    }
    for child in &entry.children {
        take_in(asked, child, Some(&entry.name), query, list);
    }
}

/// The lines of a fold; of a block without that of its `}`, which stays in sight.
fn fold(asked: &Asked<'_>, fold: Fold) -> Option<FoldingRange> {
    let range = asked.range(fold.range);
    let closes = asked.source().slice(fold.range).ends_with(['}', '｝']);
    let end_line = if fold.kind == FoldKind::Block && closes { range.end.line - 1 } else { range.end.line };
    let kind = match fold.kind {
        FoldKind::Block => None,
        FoldKind::Comment => Some(FoldingRangeKind::Comment),
        FoldKind::Imports => Some(FoldingRangeKind::Imports),
    };
    let lines = FoldingRange { start_line: range.start.line, end_line, kind, ..FoldingRange::default() };
    (end_line > range.start.line).then_some(lines)
}
