//! Documents that people have become `.perf` files.

mod document;
#[allow(dead_code, reason = "nothing calls it yet")]
mod read;

pub use document::{Block, Cell, Document, Excess, Grid, Kind, ReadError};
