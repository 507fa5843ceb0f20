//! Documents that people have become `.perf` files.

mod document;

pub use document::{Block, Cell, Document, Excess, Grid, Kind, ReadError};
