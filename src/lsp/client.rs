//! What the editor can do and wants.

use std::path::PathBuf;

use gen_lsp_types::{InitializeParams, PositionEncodingKind, Uri};
use perfc::{diagnostic::Lang, source::Units};
use serde_json::Value;

use super::paths;
use crate::cli::language;

/// The editor.
#[derive(Debug, Default)]
pub struct Client {
    /// How it counts the places in a line.
    pub units: Units,
    /// The language that it asks for.
    pub lang: Option<Lang>,
    /// The language that its user reads.
    pub locale: Option<Lang>,
    /// Whether it watches files when asked to.
    pub watches: bool,
    /// Whether it does that for folders that it does not show.
    pub watches_elsewhere: bool,
    /// Whether it fills in snippets.
    pub snippets: bool,
    /// Whether it asks for the edits of an action once that is chosen.
    pub resolves: bool,
    /// Whether it draws lenses, hints and tokens anew when asked to.
    pub refreshes: Refreshes,
    /// The URIs of the folders that it shows.
    pub folders: Vec<Uri>,
}

/// What an editor asks for again when it is told to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Refreshes {
    /// Inlay hints.
    pub hints: bool,
    /// Code lenses.
    pub lenses: bool,
    /// Semantic tokens.
    pub tokens: bool,
}

impl Client {
    /// Reads how an editor introduces itself.
    pub fn new(params: &InitializeParams, raw: &Value) -> Self {
        let capabilities = &raw["capabilities"];
        let can = |path: &str| capabilities.pointer(path).and_then(Value::as_bool).unwrap_or(false);
        let watches = can("/workspace/didChangeWatchedFiles/dynamicRegistration");
        let refreshes = Refreshes {
            hints: can("/workspace/inlayHint/refreshSupport"),
            lenses: can("/workspace/codeLens/refreshSupport"),
            tokens: can("/workspace/semanticTokens/refreshSupport"),
        };
        Self {
            units: units(params),
            lang: asked(&raw["initializationOptions"]),
            locale: params.locale.as_deref().map(language::of),
            watches,
            watches_elsewhere: watches && can("/workspace/didChangeWatchedFiles/relativePatternSupport"),
            snippets: can("/textDocument/completion/completionItem/snippetSupport"),
            resolves: resolves(capabilities),
            refreshes,
            folders: folders(raw),
        }
    }

    /// The paths of the folders that it shows.
    pub fn shown(&self) -> impl Iterator<Item = PathBuf> {
        self.folders.iter().filter_map(paths::path_of)
    }

    /// The encoding as the protocol calls it.
    pub fn encoding(&self) -> PositionEncodingKind {
        match self.units {
            Units::Utf8 => PositionEncodingKind::UTF8,
            Units::Utf16 => PositionEncodingKind::UTF16,
            Units::Utf32 => PositionEncodingKind::UTF32,
        }
    }
}

/// The language that settings ask for, `{"lang": "zh"}`, on their own or under `perfc`.
pub fn asked(settings: &Value) -> Option<Lang> {
    let lang = settings.pointer("/perfc/lang").or_else(|| settings.get("lang"))?;
    match lang.as_str()? {
        "zh" => Some(Lang::Zh),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// The first encoding of those that the editor offers, in its order; UTF-16 where it offers none.
fn units(params: &InitializeParams) -> Units {
    let general = params.capabilities.general.as_ref();
    let offered = general.and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
    let known = |kind: &PositionEncodingKind| match kind {
        PositionEncodingKind::UTF8 => Some(Units::Utf8),
        PositionEncodingKind::UTF16 => Some(Units::Utf16),
        PositionEncodingKind::UTF32 => Some(Units::Utf32),
        PositionEncodingKind::Custom(_) => None,
    };
    offered.iter().find_map(known).unwrap_or_default()
}

fn resolves(capabilities: &Value) -> bool {
    let properties =
        capabilities.pointer("/textDocument/codeAction/resolveSupport/properties").and_then(Value::as_array);
    properties.is_some_and(|properties| properties.iter().any(|property| property == "edit"))
}

fn folders(raw: &Value) -> Vec<Uri> {
    let uri = |value: &Value| value.as_str().map(|uri| Uri(uri.to_owned()));
    let listed = raw["workspaceFolders"].as_array().into_iter().flatten();
    let listed: Vec<Uri> = listed.filter_map(|folder| uri(&folder["uri"])).collect();
    if listed.is_empty() { uri(&raw["rootUri"]).into_iter().collect() } else { listed }
}
