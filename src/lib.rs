//! `perfc`: a language and compiler for the performance target tables (绩效目标表) of Chinese budget units.
//!
//! Data flows one way through the modules:
//!
//! 1. [`source`]: bytes become text, and offsets become lines and columns;
//! 2. [`syntax`]: text becomes a tree of statements;
//! 3. [`model`]: statements get their meaning;
//! 4. [`check`]: what is wrong with that meaning is found;
//! 5. [`evaluation`] and [`monitoring`]: what was achieved is scored, or set beside what is due by its day;
//! 6. [`json`], [`table`] and [`report`]: it is written, for programs and as the forms that people know.
//!
//! Beside them, [`format`](mod@format) brings the text into its canonical form, [`import`] makes such text of the
//! documents that people have, [`difference`] tells what differs between the targets of two files, [`repair`] makes the
//! repairs that findings propose, [`review`] says what is found as a reviewer does, and [`query`] answers what editors ask
//! about a place in a text.
//!
//! Each phase reports what it finds to [`diagnostic::Findings`], never stops at a user's mistake, and hands on all that
//! is sound. Beside them stands the knowledge that they read: [`words`] (the keywords) and [`diagnostic::rules`] (the
//! codes and their texts). Nothing in this library reads files, clocks or the environment.

#![warn(missing_docs, clippy::unwrap_used, clippy::expect_used)]

pub mod arguments;
pub mod check;
pub mod compile;
#[cfg(feature = "cli")]
pub mod config;
pub mod diagnostic;
pub mod difference;
pub mod evaluation;
pub mod field;
pub mod format;
pub mod import;
pub mod json;
mod markup;
pub mod model;
pub mod monitoring;
pub mod query;
pub mod repair;
pub mod report;
pub mod review;
pub mod source;
pub mod syntax;
pub mod table;
pub mod values;
pub mod words;
