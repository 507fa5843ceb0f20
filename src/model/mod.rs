//! Statements get a meaning: projects, budgets, indicators, targets, checks.
//!
//! [`load`] reads a file and what it imports; [`resolve`] gives the statements their meaning. What is broken is reported
//! and marked; the rest is whole, so that an editor can work with a file that is not finished.

mod budget;
mod declarations;
mod details;
mod files;
mod formula;
mod formula_text;
mod indicator;
mod irregular;
mod loose_details;
mod misspelt_date;
mod named;
mod no_unit;
mod order;
mod outline;
mod pasted;
mod period;
mod program;
mod project;
mod read_formula;
mod read_target;
mod results;
mod scope;
mod target;
mod templates;
mod unreadable;
mod wanted;

pub use budget::{Amount, Budget, Part};
pub use files::{Files, ImportError, Loaded, NoFiles, Workspace, load, load_with};
pub use formula::{Check, Formula, Group, Operation, Step};
pub use indicator::{Details, Indicator};
pub use period::Period;
pub use program::{resolve, resolve_with};
pub use project::{Goal, Project, Said};
pub use results::{Achievement, Forecast, Likelihood, Results};
pub(crate) use scope::Statement;
pub use scope::{Head, Model, Org};
pub use target::{GradeBound, Interval, Meaning, Quantity, StepBound, Target, UnitUse};
pub use wanted::Wanted;
