<<<<<<< HEAD

#![allow(clippy::disallowed_methods, reason = "tests read their fixtures")]
//! The library and the program as their users see them, in one binary.

mod format;
=======
//! What the parts of the library do together.

>>>>>>> table
mod hostile;
mod table;
