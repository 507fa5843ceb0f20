//! The integration tests, in one binary.

mod format;
mod hostile;
