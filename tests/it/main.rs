//! The library and the program as their users see them, in one binary.

mod format;
mod hostile;
mod table;
