//! Tests of the library as its users see it, in one binary.

mod examples;
mod json;
mod language;
mod schema;
mod support;
