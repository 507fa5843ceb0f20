//! The outline of documents and of folders, folds, selections, links.

use std::path::Path;

use gen_lsp_types::{
    DocumentLink, DocumentLinkParams, DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, FoldingRange,
    FoldingRangeKind, FoldingRangeParams, SelectionRange, SelectionRangeParams, SymbolKind, WorkspaceSymbol,
    WorkspaceSymbolParams, WorkspaceSymbolResponse,
};
use lsp_server::{ErrorCode, RequestId};
use perfc::query::{self, Fold, FoldKind, Symbol};

use super::Asked;
use crate::{
    cli::disk::Disk,
    lsp::{output::Failure, paths, server::Server},
};

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
        self.each_file(
            id,
            |_| true,
            |asked, list_of| {
                let uri = asked.document.uri.clone();
                for entry in asked.view.symbols() {
                    take_in(asked, &uri, &entry, None, &query, list_of);
                }
            },
            &mut list,
        )?;
        list.truncate(MOST);
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
            let name = asked.document.name();
            let path = Path::new(name);
            let disk = Disk::new(path.is_absolute().then_some(path), asked.lang);
            let link = |(range, path): (_, String)| {
                let file = disk.find(name, &path).ok()?;
                let target = Some(paths::uri_of(&file.to_string_lossy()));
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
fn take_in(
    asked: &Asked<'_>,
    uri: &gen_lsp_types::Uri,
    entry: &Symbol,
    container: Option<&str>,
    query: &str,
    list: &mut Vec<WorkspaceSymbol>,
) {
    if list.len() < MOST && entry.name.to_lowercase().contains(query) {
        let location = gen_lsp_types::Location::new(uri.clone(), asked.range(entry.name_range));
        let base_symbol_information = gen_lsp_types::BaseSymbolInformation {
            name: entry.name.clone(),
            kind: kind(entry.kind),
            tags: None,
            container_name: container.map(str::to_owned),
        };
        list.push(WorkspaceSymbol { location: location.into(), data: None, base_symbol_information });
    }
    for child in &entry.children {
        take_in(asked, uri, child, Some(&entry.name), query, list);
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

impl Server {
    /// Does something with each file of the folders and each open document that is wanted by its text.
    ///
    /// # Errors
    /// The request is taken back.
    pub fn each_file<T>(
        &mut self,
        id: &RequestId,
        wants: impl Fn(&str) -> bool,
        mut take: impl FnMut(&Asked<'_>, &mut T),
        into: &mut T,
    ) -> Result<(), Failure> {
        for name in self.all_files() {
            if self.inbox.is_cancelled(id) {
                return Err(Failure::new(ErrorCode::RequestCanceled, "cancelled"));
            }
            match self.documents.get(&name) {
                Some(document) if wants(&document.source.text) => {
                    let uri = document.uri.clone();
                    self.ask(&uri, |asked| take(asked, into));
                }
                Some(_) => {}
                None => self.ask_closed(&name, &wants, |asked| take(asked, into)),
            }
        }
        Ok(())
    }
}
