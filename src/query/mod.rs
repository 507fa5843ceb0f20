//! What editors ask: what is this, what may stand here, where else is it named.
//!
//! A [`View`] is a compiled file that answers questions about places in it, in spans and sentences that no protocol has
//! shaped. All knowledge of the field that an editor shows comes from here, and all of it works in a file that is not
//! finished: what is broken is left out of the answers, the rest is there.

mod actions;
mod complete;
mod fold;
mod hints;
mod hover;
mod lens;
mod names;
mod read_aloud;
mod rename;
mod select;
mod site;
mod symbols;
mod tokens;

pub use actions::{Action, ActionKind};
pub use complete::{Completion, CompletionKind, Insert};
pub use fold::{Fold, FoldKind};
pub use hints::{Hint, HintKind};
pub use hover::Hover;
pub use lens::Lens;
pub use names::{Name, NameKind, Occurrence};
pub use rename::{RenameError, respelt};
pub use symbols::{Symbol, SymbolKind};
pub use tokens::{Kind, Token};

use crate::{
    arguments::Document,
    diagnostic::{Findings, Lang},
    field::Units,
    model::{self, Head, Model, Project, Workspace},
    source::Range,
    syntax::{TokenKind, unquoted},
};

/// A compiled file to be asked about. What it makes of it is made when it is asked for.
pub struct View<'s> {
    /// The file and those that it imports.
    pub workspace: &'s Workspace,
    /// What they declare.
    pub model: Model<'s>,
    document: Document<'s>,
}

impl<'s> View<'s> {
    /// A view of a workspace whose findings have been told; with the standard in force where no file names one.
    pub fn new(workspace: &'s Workspace, standard: Option<&str>) -> Self {
        // What is wrong has been said; that something could not be imported makes no difference here.
        let model = model::resolve_with(workspace, standard, &mut Findings::default());
        Self { workspace, model, document: workspace.document(Workspace::MAIN) }
    }

    /// The files that it imports: where each path stands, without its quotes, and the path.
    pub fn imports(&self) -> Vec<(Range, String)> {
        let document = self.document;
        let is_import = |id: &_| document.keyword(*id) == Some(crate::words::Keyword::Import);
        let imports = document.tree.roots().filter(is_import);
        let path = |id| {
            let text = document.tree.tokens(id).iter().find(|token| token.kind == TokenKind::Text)?;
            Some((content(document.slice(text.range), text.range), unquoted(document.slice(text.range)).into_owned()))
        };
        imports.filter_map(path).collect()
    }

    /// The language that the file is written in; that of its reader where it says nothing.
    pub fn written_in(&self, reader: Lang) -> Lang {
        let document = self.document;
        let heads = document.tree.all().filter_map(|id| document.word(id)).take(MOST_HEADS);
        let (ascii, other): (Vec<_>, Vec<_>) = heads.partition(|word| word.value.is_ascii());
        match ascii.len().cmp(&other.len()) {
            std::cmp::Ordering::Greater => Lang::En,
            std::cmp::Ordering::Less => Lang::Zh,
            std::cmp::Ordering::Equal => reader,
        }
    }

    fn units(&self) -> &Units {
        &self.model.field.units
    }

    /// The head of the project in whose statement a place lies.
    fn head_at(&self, at: u32) -> Option<&Head<'s>> {
        let tree = self.document.tree;
        self.model.heads.iter().find(|head| tree.extent(head.statement.id).touches(at))
    }

    /// The project in which a place lies, read.
    fn project_at(&self, at: u32) -> Option<Project<'s>> {
        Some(self.model.project(self.head_at(at)?, &mut Findings::default()))
    }
}

/// How many head words are looked at to tell the language of a file.
const MOST_HEADS: usize = 200;

/// The range of a text without its quotes.
fn content(text: &str, range: Range) -> Range {
    let open = text.chars().next().map_or(0, char::len_utf8);
    let close = text.chars().next_back().map_or(0, char::len_utf8);
    if open + close > text.len() {
        return range;
    }
    Range::new(range.start + open as u32, range.end - close as u32)
}
