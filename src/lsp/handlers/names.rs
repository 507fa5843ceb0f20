//! Where names are given and used, and how they are changed.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::{Path, PathBuf},
};

use gen_lsp_types::{
    Definition, DefinitionParams, DefinitionResponse, DocumentHighlight, DocumentHighlightKind,
    DocumentHighlightParams, Location, PrepareRenameParams, PrepareRenamePlaceholder, PrepareRenameResult, Range,
    ReferenceParams, RenameParams, TextDocumentItem, TextDocumentPositionParams, TextEdit, Uri, WorkspaceEdit,
};
use lsp_server::{ErrorCode, RequestId};
use perfc::{
    model::Workspace,
    query::{Name, NameKind, Occurrence, respelt},
    source::{Span, Units, decode},
    syntax::unquoted,
};

use super::Asked;
use crate::lsp::{convert, documents::Document, folders, output::Failure, paths, server::Server};

/// A place of a name in some file: the file, where it begins, and all that is needed to change it.
struct Place {
    location: Location,
    text: String,
    is_definition: bool,
}

/// Where a name is given: the file and the offset, which are the same however the file came to be read.
type Origin = (String, u32);

impl Server {
    /// Where the name at a place is given; of an import, the file.
    pub fn definition(&mut self, params: DefinitionParams) -> Option<DefinitionResponse> {
        let place = params.text_document_position_params;
        let documents = self.documents.uris();
        let units = self.client.units;
        let found = self.ask(&place.text_document.uri, |asked| {
            let at = asked.offset(place.position);
            if let Some((_, path)) = asked.view.imports().into_iter().find(|(range, _)| range.touches(at)) {
                return Some(self::import(asked, &path));
            }
            let span = asked.view.name_at(at)?.occurrence.definition;
            let source = asked.compiled.workspace.sources.get(span.file);
            let uri = documents.get(&source.name).cloned().unwrap_or_else(|| paths::uri_of(&source.name));
            Some(Some(Location::new(uri, convert::range(source, span.range, units))))
        })?;
        found?.map(|location| Definition::Location(location).into())
    }

    /// Where else the name at a place stands, in all files.
    pub fn references(&mut self, id: &RequestId, params: ReferenceParams) -> Result<Option<Vec<Location>>, Failure> {
        let place = params.text_document_position_params;
        let Some((_, places)) = self.places(id, &place)? else { return Ok(None) };
        let wanted = places.into_iter().filter(|place| params.context.include_declaration || !place.is_definition);
        Ok(Some(wanted.map(|place| place.location).collect()))
    }

    /// Where else the name at a place stands in the same document.
    pub fn highlights(&mut self, params: DocumentHighlightParams) -> Option<Vec<DocumentHighlight>> {
        let place = params.text_document_position_params;
        self.ask(&place.text_document.uri, |asked| {
            let name = asked.view.name_at(asked.offset(place.position))?;
            let is_same = |other: &Occurrence| {
                other.definition == name.occurrence.definition && other.span.file == Workspace::MAIN
            };
            let highlight = |other: Occurrence| {
                let is_definition = other.span == other.definition;
                let kind = if is_definition { DocumentHighlightKind::Write } else { DocumentHighlightKind::Read };
                DocumentHighlight { range: asked.range(other.span.range), kind: Some(kind) }
            };
            Some(asked.view.occurrences().into_iter().filter(is_same).map(highlight).collect())
        })?
    }

    /// Whether the thing at a place can be renamed, and what it is called.
    pub fn prepare_rename(&mut self, params: PrepareRenameParams) -> Option<PrepareRenameResult> {
        let place = params.text_document_position_params;
        self.ask(&place.text_document.uri, |asked| {
            let name =
                asked.view.name_at(asked.offset(place.position)).filter(|name| is_renamed(name.occurrence.kind))?;
            let range = asked.range(name.occurrence.span.range);
            let placeholder = unquoted(&name.text).into_owned();
            Some(PrepareRenamePlaceholder { range, placeholder }.into())
        })?
    }

    /// Renames the thing at a place in all files.
    pub fn rename(&mut self, id: &RequestId, params: RenameParams) -> Result<Option<WorkspaceEdit>, Failure> {
        let place = params.text_document_position_params;
        let lang = self.lang(&self.documents.name_of(&place.text_document.uri));
        let Some((name, places)) = self.places(id, &place)? else { return Ok(None) };
        let kind = name.occurrence.kind;
        if !is_renamed(kind) {
            return Ok(None);
        }
        let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
        for place in places {
            let new_text = respelt(kind, &place.text, &params.new_name)
                .map_err(|error| Failure::new(ErrorCode::RequestFailed, error.text().get(lang)))?;
            changes.entry(place.location.uri).or_default().push(TextEdit { range: place.location.range, new_text });
        }
        Ok(Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }))
    }

    /// The name at a place, and all places where it stands.
    fn places(
        &mut self,
        id: &RequestId,
        place: &TextDocumentPositionParams,
    ) -> Result<Option<(Name, Vec<Place>)>, Failure> {
        let found = self.ask(&place.text_document.uri, |asked| {
            let name = asked.view.name_at(asked.offset(place.position))?;
            let origin = origin(asked, name.occurrence.definition);
            Some((name, origin))
        });
        let Some((name, origin)) = found.flatten() else { return Ok(None) };
        let plain = unquoted(&name.text).into_owned();
        let wants = |text: &str| !is_spelt_in_one_way(&plain) || text.contains(&plain);
        let (documents, units) = (self.documents.uris(), self.client.units);
        let collector = Collector { kind: name.occurrence.kind, origin, documents, units };
        let mut places = BTreeMap::new();
        self.each_file(id, wants, |asked, places| collector.file(asked, places), &mut places)?;
        Ok(Some((name, places.into_values().collect())))
    }

    /// Names of all files in the folders of the editor, or in those of its documents, and of all documents.
    pub(super) fn all_files(&self) -> Vec<String> {
        let folders = self.client.folders.iter().filter_map(|uri| paths::path_of(&Uri(uri.clone())));
        let folders: Vec<PathBuf> = folders.collect();
        let beside = || {
            let paths = self.documents.iter().map(|document| Path::new(document.name()));
            paths
                .filter(|path| path.is_absolute())
                .filter_map(|path| Some(path.parent()?.to_owned()))
                .collect::<Vec<_>>()
        };
        let folders = if folders.is_empty() { beside() } else { folders };
        let on_disk = folders::files(&folders).into_iter().map(|path| path.to_string_lossy().into_owned());
        let open = self.documents.iter().filter(|document| document.is_perf).map(|document| document.name().to_owned());
        let mut names: Vec<String> = on_disk.chain(open).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Answers something about a file that is not open, if it is wanted by its text.
    pub(super) fn ask_closed(&mut self, name: &str, wants: impl Fn(&str) -> bool, answer: impl FnOnce(&Asked<'_>)) {
        let Ok(bytes) = fs::read(name) else { return };
        let text = decode(bytes).text;
        if !wants(&text) {
            return;
        }
        let item = TextDocumentItem { uri: paths::uri_of(name), language_id: "perf".into(), version: 0, text };
        let mut document = Document::new(item);
        document.source.name = name.to_owned();
        document.compiled = Some(self.compiled(&document));
        let Some(compiled) = &document.compiled else { return };
        let standard = document.settings.settings.standard.as_deref();
        let view = perfc::query::View::new(&compiled.workspace, standard);
        answer(&Asked { document: &document, compiled, view, lang: self.lang(name), units: self.client.units });
    }
}

/// The places of a name, by file, line and character.
type Places = BTreeMap<(String, u32, u32), Place>;

/// Collects the places of one name.
struct Collector {
    kind: NameKind,
    origin: Origin,
    /// What the editor calls the open documents.
    documents: HashMap<String, Uri>,
    units: Units,
}

impl Collector {
    /// Takes in what stands in a file and in those that it imports.
    fn file(&self, asked: &Asked<'_>, places: &mut Places) {
        let is_it = |other: &Occurrence| other.kind == self.kind && origin(asked, other.definition) == self.origin;
        for other in asked.view.occurrences().into_iter().filter(is_it) {
            let source = asked.compiled.workspace.sources.get(other.span.file);
            let uri = self.documents.get(&source.name).cloned().unwrap_or_else(|| paths::uri_of(&source.name));
            let range = convert::range(source, other.span.range, self.units);
            let key = (uri.0.clone(), range.start.line, range.start.character);
            let text = source.slice(other.span.range).to_owned();
            let is_definition = other.span == other.definition;
            places.insert(key, Place { location: Location::new(uri, range), text, is_definition });
        }
    }
}

/// Whether a name looks the same wherever it stands: full-width letters and doubled quotes spell others otherwise.
fn is_spelt_in_one_way(name: &str) -> bool {
    name.chars().all(|letter| !letter.is_ascii() && !matches!(letter, '\u{FF01}'..='\u{FF5E}' | '“' | '”'))
}

/// Units and standards are found, but not renamed: words are made of them, 元/人·月.
fn is_renamed(kind: NameKind) -> bool {
    matches!(kind, NameKind::Label | NameKind::Indicator | NameKind::Project | NameKind::Template)
}

fn origin(asked: &Asked<'_>, definition: Span) -> Origin {
    (asked.compiled.workspace.sources.get(definition.file).name.clone(), definition.range.start)
}

/// The begin of an imported file, if there is one.
fn import(asked: &Asked<'_>, path: &str) -> Option<Location> {
    let name = asked.document.name();
    let entry = Path::new(name);
    let disk = crate::cli::disk::Disk::new(entry.is_absolute().then_some(entry), asked.lang);
    let file = disk.find(name, path).ok().filter(|file| file.exists())?;
    Some(Location::new(paths::uri_of(&file.to_string_lossy()), Range::default()))
}
