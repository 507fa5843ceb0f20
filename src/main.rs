//! The `perfc` program.

fn main() {}
