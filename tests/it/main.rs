//! The library and the program as their users see them, in one binary.

#![allow(clippy::disallowed_methods, reason = "tests read their fixtures")]

mod format;
mod hostile;
mod table;
