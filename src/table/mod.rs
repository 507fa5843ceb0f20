//! Official forms, printed.
//!
//! Three steps, each of which knows nothing of the next: a [`Layout`] says as data what a form prints where; [`build`]
//! fills it with a project and gives a [`Table`], a tree of texts with spans and roles; [`render`] writes tables in a
//! [`Format`]. A new form is a new file in `layouts/`, a new format is a new module here.
//!
//! What a table holds is what forms print, character for character. A format that must escape or wrap does so in such a
//! way that a reader of that format finds the same text again; the modules say where that has limits.

mod amount;
mod build;
mod layout;
mod pattern;
mod tree;

pub use build::build;
pub use layout::{Column, Content, Detail, Layout, LayoutError, LineLayout, Slot};
pub use tree::{Align, Cell, Grid, Line, Placed, Role, Row, Section, Table};
