//! What the parts of the library do together.

mod hostile;
mod table;
