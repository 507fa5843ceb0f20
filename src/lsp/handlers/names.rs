//! Where names are given and used, and how they are changed.

use std::{
    collections::{BTreeMap, HashMap},
    ops::ControlFlow,
};

use gen_lsp_types::{
    Definition, DefinitionParams, DefinitionResponse, DocumentHighlight, DocumentHighlightKind,
    DocumentHighlightParams, Location, PrepareRenameParams, PrepareRenamePlaceholder, PrepareRenameResult, Range,
    ReferenceParams, RenameParams, TextDocumentPositionParams, TextEdit, Uri, WorkspaceEdit,
};
use lsp_server::{ErrorCode, RequestId};
use perfc::{
    diagnostic::Lang,
    model::Workspace,
    query::{Name, NameKind, Occurrence, respelt},
    source::Span,
    syntax::unquoted,
};

use super::Asked;
use crate::lsp::{output::Failure, server::Server};

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
        let found = self.ask(&place.text_document.uri, |asked| {
            let at = asked.offset(place.position);
            if let Some((_, path)) = asked.view.imports().into_iter().find(|(range, _)| range.touches(at)) {
                return import(asked, &path);
            }
            Some(asked.location(asked.view.name_at(at)?.occurrence.definition))
        })?;
        found.map(|location| Definition::Location(location).into())
    }

    /// Where else the name at a place stands, in all files.
    pub fn references(&mut self, id: &RequestId, params: ReferenceParams) -> Result<Option<Vec<Location>>, Failure> {
        let place = params.text_document_position_params;
        let Some((name, origin)) = self.name_at(&place) else { return Ok(None) };
        let plain = unquoted(&name.text);
        let mut places = Places::new();
        self.each_file(
            id,
            |text| may_hold(text, &plain),
            |asked| {
                take_in(asked, name.occurrence.kind, &origin, &mut places);
                ControlFlow::Continue(())
            },
        )?;
        let wanted = places.into_values().filter(|place| params.context.include_declaration || !place.is_definition);
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
    ///
    /// # Errors
    /// It cannot be called so, or something beside it is called so already.
    pub fn rename(&mut self, id: &RequestId, params: RenameParams) -> Result<Option<WorkspaceEdit>, Failure> {
        let place = params.text_document_position_params;
        let named = self.name_at(&place).filter(|(name, _)| is_renamed(name.occurrence.kind));
        let Some((name, origin)) = named else { return Ok(None) };
        let (kind, new) = (name.occurrence.kind, params.new_name.trim());
        let error = self.ask(&place.text_document.uri, |asked| {
            let error = asked.view.allows(kind, new).err()?;
            Some(error.text().get(asked.lang).to_owned())
        });
        if let Some(error) = error.flatten() {
            return Err(Failure::new(ErrorCode::RequestFailed, error));
        }
        let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
        for Place { location, text, .. } in self.places_to_rename(id, &name, &origin, new)? {
            let edit = TextEdit { range: location.range, new_text: respelt(kind, &text, new) };
            changes.entry(location.uri).or_default().push(edit);
        }
        Ok(Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }))
    }

    /// All places of a name that becomes `new`, unless something beside it is called so.
    fn places_to_rename(
        &mut self,
        id: &RequestId,
        name: &Name,
        origin: &Origin,
        new: &str,
    ) -> Result<Vec<Place>, Failure> {
        let (kind, old) = (name.occurrence.kind, unquoted(&name.text));
        let (mut places, mut rival) = (Places::new(), None);
        // What is called so already may stand in a file that does not have the old name.
        let wants = |text: &str| may_hold(text, &old) || may_hold(text, new);
        self.each_file(id, wants, |asked| {
            rival = rival_of(asked, kind, origin, new);
            take_in(asked, kind, origin, &mut places);
            if rival.is_none() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        match rival {
            Some(rival) => Err(Failure::new(ErrorCode::RequestFailed, rival)),
            None => Ok(places.into_values().collect()),
        }
    }

    /// The name at a place, and where it is given.
    fn name_at(&mut self, place: &TextDocumentPositionParams) -> Option<(Name, Origin)> {
        self.ask(&place.text_document.uri, |asked| {
            let name = asked.view.name_at(asked.offset(place.position))?;
            let origin = origin(asked, name.occurrence.definition);
            Some((name, origin))
        })?
    }
}

/// The places of a name, by file, line and character.
type Places = BTreeMap<(String, u32, u32), Place>;

/// Takes in the places of a name in a file and in those that it imports.
fn take_in(asked: &Asked<'_>, kind: NameKind, wanted: &Origin, places: &mut Places) {
    let is_it = |other: &Occurrence| other.kind == kind && origin(asked, other.definition) == *wanted;
    for other in asked.view.occurrences().into_iter().filter(is_it) {
        let location = asked.location(other.span);
        let key = (location.uri.0.clone(), location.range.start.line, location.range.start.character);
        let text = asked.compiled.workspace.sources.slice(other.span).to_owned();
        let is_definition = other.span == other.definition;
        places.insert(key, Place { location, text, is_definition });
    }
}

/// That something beside a thing is called so already, as far as a file knows, and where.
fn rival_of(asked: &Asked<'_>, kind: NameKind, wanted: &Origin, new: &str) -> Option<String> {
    let rival = asked.view.rival(kind, new, |definition| origin(asked, definition) == *wanted)?;
    let source = asked.compiled.workspace.sources.get(rival.file);
    let file = source.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let line = source.place(rival.range.start).line + 1;
    Some(match asked.lang {
        Lang::Zh => format!("“{new}”已经有了：{file} 第 {line} 行。两个同名就分不清了，请换一个名称"),
        Lang::En => format!("there is a “{new}” already: {file}, line {line}; choose another name"),
    })
}

/// Whether a text may hold a name. Full-width letters and doubled quotes are spelt in several ways; what has neither looks
/// the same wherever it stands.
fn may_hold(text: &str, name: &str) -> bool {
    let is_spelt_otherwise = |letter: char| letter.is_ascii() || matches!(letter, '\u{FF01}'..='\u{FF5E}' | '“' | '”');
    name.contains(is_spelt_otherwise) || text.contains(name)
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
    let file = asked.imported(path).filter(|file| file.exists())?;
    Some(Location::new(asked.documents.uri_of(&file.to_string_lossy()), Range::default()))
}
