//! Source text becomes a tree of statements.
//!
//! [`parse`] takes any text: it never fails, and each mistake is reported where it stands, while the statements around
//! it are whole. This is the only module that knows the parser library; the grammar is `grammar/perf.pest`.

mod balance;
mod literal;
mod parse;
mod pieces;
mod quotes;
mod scan;
mod tree;

pub use literal::{quoted, unquoted};
pub use parse::{MAX_DEPTH, parse};
pub use pieces::{Piece, PieceKind, Pieces, is_blank};
pub use tree::{Block, Children, Statement, StatementId, Token, TokenKind, Tree};
