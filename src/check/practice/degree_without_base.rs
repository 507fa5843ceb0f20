//! P823: 明显提升, without what it is compared with. Off unless it is asked for.
//!
//! The stricter half of P803. A direction with a degree is how benefits are written in most approved tables, so that
//! few reviewers send one back for it; where they do, this finds them all.
//!
//! No repair: nobody but the author knows the base.

use super::{Line, vague_value::is_judged_elsewhere};
use crate::diagnostic::{Code, Diagnostic};

pub fn degree_has_a_base(line: &Line<'_, '_>) -> Option<Diagnostic> {
    if !line.expression()?.is_graded_trend() || is_judged_elsewhere(line) {
        return None;
    }
    line.finding(Code::DegreeWithoutBase)
}
