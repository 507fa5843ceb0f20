//! Semantic tokens.

use gen_lsp_types::{
    Full, Position, SemanticToken, SemanticTokens, SemanticTokensLegend, SemanticTokensOptions,
    SemanticTokensOptionsRange, SemanticTokensParams, SemanticTokensRangeParams, WorkDoneProgressOptions,
};
use perfc::{
    query::{Kind, Token},
    source::{self, LINE_ENDS},
};

use super::Asked;
use crate::lsp::server::Server;

impl Server {
    /// All tokens of a document.
    pub fn tokens(&mut self, params: SemanticTokensParams) -> Option<SemanticTokens> {
        self.ask(&params.text_document.uri, |asked| {
            let end = asked.source().text.len() as u32;
            encoded(asked, &asked.view.tokens(source::Range::new(0, end)))
        })
    }

    /// The tokens of a range.
    pub fn tokens_in_range(&mut self, params: SemanticTokensRangeParams) -> Option<SemanticTokens> {
        self.ask(&params.text_document.uri, |asked| encoded(asked, &asked.view.tokens(asked.offsets(params.range))))
    }
}

/// What the server says about tokens.
pub fn options() -> SemanticTokensOptions {
    SemanticTokensOptions {
        legend: SemanticTokensLegend {
            token_types: Kind::ALL.iter().map(|kind| name(*kind).to_owned()).collect(),
            token_modifiers: Vec::new(),
        },
        range: Some(SemanticTokensOptionsRange::Bool(true)),
        full: Some(Full::Bool(true)),
        work_done_progress_options: WorkDoneProgressOptions::default(),
    }
}

/// The protocol's own names, for which all editors have colours.
fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Keyword => "keyword",
        Kind::Category => "type",
        Kind::Standard => "enumMember",
        Kind::Unit => "macro",
        Kind::Label => "variable",
        Kind::Title => "property",
        Kind::Text => "string",
        Kind::Number => "number",
        Kind::Operator => "operator",
        Kind::Comment => "comment",
    }
}

/// The tokens, each told from where the one before begins; those of several lines are one in each line.
fn encoded(asked: &Asked<'_>, tokens: &[Token]) -> SemanticTokens {
    let mut data = Vec::with_capacity(tokens.len());
    let mut last = Position::default();
    for token in tokens {
        let token_type = Kind::ALL.iter().position(|kind| *kind == token.kind).unwrap_or_default() as u32;
        for range in lines(asked, token.range) {
            let start = asked.position(range.start);
            let delta_start = if start.line == last.line { start.character - last.character } else { start.character };
            let length = asked.length(asked.source().slice(range));
            let delta_line = start.line - last.line;
            data.push(SemanticToken { delta_line, delta_start, length, token_type, token_modifiers_bitset: 0 });
            last = start;
        }
    }
    SemanticTokens { result_id: None, data }
}

/// The parts of a range in each line, without line ends.
fn lines<'a>(asked: &'a Asked<'_>, range: source::Range) -> impl Iterator<Item = source::Range> + use<'a> {
    let lines = asked.source().slice(range).split_inclusive(LINE_ENDS);
    let parts = lines.scan(range.start, |at, line| {
        let start = *at;
        *at += line.len() as u32;
        Some(source::Range::new(start, start + line.trim_end_matches(LINE_ENDS).len() as u32))
    });
    parts.filter(|part| !part.is_empty())
}
