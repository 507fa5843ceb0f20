//! What the parts of the library do together.

mod table;
