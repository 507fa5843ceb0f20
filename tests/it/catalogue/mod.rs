//! The catalogue of mistakes: each rule has a file that provokes it, its repair, and its pages, and says what helps.
//!
//! `examples/mistakes` holds the wrong files, `examples/mistakes/repaired` the same files put right. The snapshots beside
//! this file show what an analyst reads for each of them; they are to be read as such when they change.

mod compile;
mod messages;
mod mistakes;
mod pages;
mod typical;

pub use compile::{Compiled, files_beside, mistakes, read, repaired};
pub use typical::texts as typical;
